//! A sheet as every source gives it: filled cells in rows, whatever they came from.
//! Knows nothing of headings, fields or formats of files.
use std::borrow::Cow;

use chrono::NaiveDate;

/// What stands in a cell. Blank text is no cell at all.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell<'a> {
    Empty,
    Text(Cow<'a, str>),
    /// `percent`: shown as a percentage in the source, so 0.5 means 50 %.
    Number {
        value: f64,
        percent: bool,
    },
    Date(NaiveDate),
    Bool(bool),
    /// A formula error, as it is shown ("#DIV/0!").
    Error(&'static str),
}

impl Cell<'_> {
    /// The cell as a person would read it; an empty text for an empty cell.
    pub(crate) fn text(&self) -> Cow<'_, str> {
        match self {
            Cell::Empty => Cow::Borrowed(""),
            Cell::Text(text) => Cow::Borrowed(text.trim()),
            Cell::Number { value, percent: false } => plain_number(*value).into(),
            Cell::Number { value, percent: true } => format!("{} %", plain_number(value * 100.0)).into(),
            Cell::Date(date) => date.to_string().into(),
            Cell::Bool(true) => Cow::Borrowed("Ja"),
            Cell::Bool(false) => Cow::Borrowed("Nej"),
            Cell::Error(text) => Cow::Borrowed(text),
        }
    }
}

/// A number without ".0" and without the noise of binary fractions (0.1 + 0.2), so that a code 5011.0 is "5011".
pub(crate) fn plain_number(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < 1e15 {
        return format!("{value:.0}");
    }
    let rounded = (value * 1e9).round() / 1e9;
    if rounded.is_finite() { rounded.to_string() } else { value.to_string() }
}

/// A sheet, rows in order. Rows without any cell are not in it.
#[derive(Debug, Default)]
pub(crate) struct Sheet<'a> {
    pub(crate) name: String,
    /// Text around the table in the source (a paragraph over it), for what it says of units and years.
    pub(crate) around: String,
    /// The source knows numbers and dates from text.
    pub(crate) typed: bool,
    cells: Vec<Placed<'a>>,
    rows: Vec<RowPlace>,
}

/// A cell and its 0-based column.
pub(crate) type InRow<'a> = (u32, Cell<'a>);

type Placed<'a> = InRow<'a>;

#[derive(Debug, Clone, Copy)]
struct RowPlace {
    /// 1-based, as the person sees it.
    nr: u32,
    first: usize,
    end: usize,
}

/// A row to look at.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'s, 'a> {
    pub(crate) nr: u32,
    pub(crate) cells: &'s [InRow<'a>],
}

const EMPTY: Cell<'static> = Cell::Empty;

impl<'s, 'a> Row<'s, 'a> {
    /// The cell of a 0-based column.
    pub(crate) fn cell(&self, column: u32) -> &'s Cell<'a> {
        // Most rows are filled from the left, so a cell stands near its own number.
        let near = usize::try_from(column).unwrap_or(usize::MAX);
        if let Some((at, cell)) = self.cells.get(near)
            && *at == column
        {
            return cell;
        }
        self.cells
            .binary_search_by_key(&column, |(at, _)| *at)
            .ok()
            .and_then(|at| self.cells.get(at))
            .map_or(&EMPTY, |(_, cell)| cell)
    }
}

impl<'a> Sheet<'a> {
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(crate) fn row(&self, index: usize) -> Option<Row<'_, 'a>> {
        let place = self.rows.get(index)?;
        Some(Row { nr: place.nr, cells: self.cells.get(place.first..place.end)? })
    }

    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_, 'a>> {
        (0..self.len()).filter_map(|index| self.row(index))
    }

    /// Repeats the value of cells merged over several rows (0-based first and last row, column) in rows that have other cells.
    pub(crate) fn fill_down(&mut self, merges: &[(u32, u32, u32)]) {
        if merges.is_empty() {
            return;
        }
        let mut builder = SheetBuilder::default();
        for row in self.rows() {
            for (column, cell) in row.cells {
                builder.push(row.nr - 1, *column, cell.clone());
            }
        }
        for (first, last, column) in merges {
            let value = self
                .rows()
                .find(|row| row.nr == first.saturating_add(1))
                .map(|row| row.cell(*column).clone());
            let Some(value) = value else { continue };
            for row in
                self.rows().filter(|row| (first.saturating_add(2)..=last.saturating_add(1)).contains(&row.nr))
            {
                builder.push(row.nr - 1, *column, value.clone());
            }
        }
        let (name, around) = (std::mem::take(&mut self.name), std::mem::take(&mut self.around));
        *self = Sheet { around, ..builder.finish(name, self.typed) };
    }

    /// Puts a cell in place of what stands in a row of the sheet; a row that is not there stays away.
    pub(crate) fn put(&mut self, nr: u32, column: u32, cell: Cell<'a>) {
        let Some(index) = self.rows.iter().position(|row| row.nr == nr) else { return };
        let RowPlace { first, end, .. } = self.rows[index];
        match self.cells[first..end].binary_search_by_key(&column, |(at, _)| *at) {
            Ok(at) => self.cells[first + at].1 = cell,
            Err(at) => {
                self.cells.insert(first + at, (column, cell));
                self.rows[index].end += 1;
                for row in &mut self.rows[index + 1..] {
                    row.first += 1;
                    row.end += 1;
                }
            }
        }
    }

    /// Takes the rows from `index` on away, as a sheet of the same name; their numbers stay.
    pub(crate) fn split_off(&mut self, index: usize) -> Sheet<'a> {
        let index = index.min(self.rows.len());
        let first = self.rows.get(index).map_or(self.cells.len(), |row| row.first);
        let cells = self.cells.split_off(first.min(self.cells.len()));
        let mut rows = self.rows.split_off(index);
        for row in &mut rows {
            row.first -= first;
            row.end -= first;
        }
        Sheet { name: self.name.clone(), around: String::new(), typed: self.typed, cells, rows }
    }

    /// Adds a cell after all others.
    fn append(&mut self, nr: u32, cell: Placed<'a>) {
        let end = self.cells.len() + 1;
        match self.rows.last_mut() {
            Some(last) if last.nr == nr => last.end = end,
            _ => self.rows.push(RowPlace { nr, first: end - 1, end }),
        }
        self.cells.push(cell);
    }

    /// The cells of a row to take texts out of.
    pub(crate) fn row_mut(&mut self, index: usize) -> Option<(u32, &mut [InRow<'a>])> {
        let place = *self.rows.get(index)?;
        Some((place.nr, self.cells.get_mut(place.first..place.end)?))
    }
}

/// Builds a sheet from cells in any order.
#[derive(Debug, Default)]
pub(crate) struct SheetBuilder<'a> {
    /// The cells that came in order, which they nearly always all do.
    sheet: Sheet<'a>,
    /// Those that came late, with their rows.
    late: Vec<(u32, Placed<'a>)>,
}

impl<'a> SheetBuilder<'a> {
    /// Adds a cell at a 0-based row and column. Blank texts are left out; of two in one place the first is kept.
    pub(crate) fn push(&mut self, row: u32, column: u32, cell: Cell<'a>) {
        match &cell {
            Cell::Empty => return,
            Cell::Text(text) if text.chars().all(|c| c.is_whitespace() || c == '\u{200b}') => return,
            _ => {}
        }
        let nr = row.saturating_add(1);
        let last = self.sheet.rows.last().map(|row| row.nr).zip(self.sheet.cells.last().map(|(at, _)| *at));
        if last.is_some_and(|last| (nr, column) <= last) {
            self.late.push((nr, (column, cell)));
        } else {
            self.sheet.append(nr, (column, cell));
        }
    }

    /// How many cells are filled.
    pub(crate) fn len(&self) -> usize {
        self.sheet.cells.len() + self.late.len()
    }

    pub(crate) fn finish(self, name: String, typed: bool) -> Sheet<'a> {
        let SheetBuilder { sheet, late } = self;
        if late.is_empty() {
            return Sheet { name, typed, ..sheet };
        }
        let of_row = |row: &RowPlace| std::iter::repeat_n(row.nr, row.end - row.first);
        let numbers: Vec<u32> = sheet.rows.iter().flat_map(of_row).collect();
        let mut all: Vec<(u32, Placed<'a>)> = numbers.into_iter().zip(sheet.cells).chain(late).collect();
        all.sort_by_key(|(nr, (column, _))| (*nr, *column));
        all.dedup_by_key(|(nr, (column, _))| (*nr, *column));
        let mut sheet = Sheet { name, typed, ..Sheet::default() };
        for (nr, cell) in all {
            sheet.append(nr, cell);
        }
        sheet
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn rows_come_in_order_with_their_own_numbers() {
        let mut builder = SheetBuilder::default();
        builder.push(4, 2, Cell::Text("c".into()));
        builder.push(1, 0, Cell::Text("a".into()));
        builder.push(4, 0, Cell::Text(" \u{a0}".into()));
        let sheet = builder.finish("Blad".into(), true);
        assert_eq!(sheet.rows().map(|row| (row.nr, row.cells.len())).collect::<Vec<_>>(), [(2, 1), (5, 1)]);
        assert_eq!(sheet.row(1).unwrap().cell(2).text(), "c");
        assert_eq!(sheet.row(1).unwrap().cell(0), &Cell::Empty);
    }

    #[test]
    fn a_cell_that_comes_late_finds_its_place_and_the_first_of_two_stays() {
        let mut builder = SheetBuilder::default();
        for (row, column, text) in
            [(1, 1, "b"), (3, 0, "d"), (1, 0, "a"), (3, 0, "x"), (2, 4, "c"), (3, 1, "e")]
        {
            builder.push(row, column, Cell::Text(text.into()));
        }
        assert_eq!(builder.len(), 6);
        let sheet = builder.finish("Blad".into(), true);
        let cells = |row: Row<'_, '_>| row.cells.iter().map(|(at, c)| (*at, c.text().into_owned())).collect();
        let rows: Vec<(u32, Vec<(u32, String)>)> = sheet.rows().map(|row| (row.nr, cells(row))).collect();
        let text = |at, text: &str| (at, text.to_owned());
        assert_eq!(
            rows,
            [
                (2, vec![text(0, "a"), text(1, "b")]),
                (3, vec![text(4, "c")]),
                (4, vec![text(0, "d"), text(1, "e")])
            ]
        );
    }

    #[test]
    fn a_code_typed_as_a_number_keeps_no_point() {
        assert_eq!(plain_number(5011.0), "5011");
        assert_eq!(plain_number(1.1), "1.1");
        assert_eq!(plain_number(0.1 + 0.2), "0.3");
    }
}
