//! Which rows under the headings are data, and why the others are not.
use plan_core::inlasning::{Overhopp, Tabellslag};

use crate::cell::number::{self, Reading};
use crate::cell::text::fold;
use crate::cell::words;
use crate::heading::Falt;
use crate::layout::Layout;
use crate::sheet::{Cell, InRow, Row, Sheet};

/// What a row is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Class {
    Data,
    Skipped(Overhopp),
}

/// Judges rows of one table.
pub(super) struct Classifier {
    slag: Tabellslag,
    /// Column and folded heading of every column with a heading.
    headings: Vec<(u32, String)>,
    title: Option<u32>,
    nr: Option<u32>,
    first: u32,
    /// Columns that are read.
    read: Vec<u32>,
    /// The last row with more than one read cell: what stands alone under it is a note.
    last_full: usize,
    /// Whether the rows fill so many columns that a lone text is no row.
    is_dense: bool,
    /// Whether the rows carry numbers, so that a lone title without one is no row.
    is_numbered: bool,
}

impl Classifier {
    pub(super) fn new(sheet: &Sheet<'_>, layout: &Layout) -> Classifier {
        let headings = layout
            .columns
            .iter()
            .map(|c| (c.column, fold(&c.heading.text)))
            .filter(|(_, text)| !text.is_empty());
        let read: Vec<u32> = layout.columns.iter().filter(|c| c.field.is_some()).map(|c| c.column).collect();
        let title = [Falt::Titel, Falt::Vad, Falt::Namn].into_iter().find_map(|field| layout.column(field));
        let mut classifier = Classifier {
            slag: layout.slag,
            headings: headings.collect(),
            title,
            nr: layout.column(Falt::Nr).or(layout.column(Falt::Uppdrag)),
            first: read.iter().copied().min().unwrap_or(0),
            read,
            last_full: layout.first_row,
            is_dense: false,
            is_numbered: false,
        };
        classifier.measure(sheet, layout.first_row);
        classifier
    }

    fn measure(&mut self, sheet: &Sheet<'_>, first_row: usize) {
        let (mut several, mut many, mut numbered) = (0_usize, 0_usize, 0_usize);
        for index in first_row..sheet.len() {
            let Some(row) = sheet.row(index) else { break };
            let filled = self.filled(&row);
            several += usize::from(filled >= 2);
            many += usize::from(filled >= 3);
            let has_nr = self.nr.is_some_and(|nr| *row.cell(nr) != Cell::Empty);
            numbered += usize::from(filled >= 2 && has_nr);
            if filled >= 2 {
                self.last_full = index;
            }
        }
        self.is_numbered = several >= 3 && numbered * 10 >= several * 9;
        self.is_dense = self.read.len() >= 3 && several >= 2 && many * 10 >= several * 8;
    }

    /// Read cells of a row that are filled.
    fn filled(&self, row: &Row<'_, '_>) -> usize {
        row.cells.iter().filter(|(column, _)| self.read.contains(column)).count()
    }

    pub(super) fn class(&self, index: usize, row: &Row<'_, '_>) -> Class {
        if row.cells.is_empty() {
            Class::Skipped(Overhopp::Tom)
        } else if self.is_repeated_heading(row) {
            Class::Skipped(Overhopp::UpprepadRubrik)
        } else if !self.is_economy() && is_sum(row) {
            Class::Skipped(Overhopp::Summa)
        } else {
            self.lone(index, row)
        }
    }

    fn is_economy(&self) -> bool {
        matches!(self.slag, Tabellslag::Drift | Tabellslag::Verksamhet)
    }

    fn is_repeated_heading(&self, row: &Row<'_, '_>) -> bool {
        let mut same = 0;
        for (column, cell) in row.cells {
            let Some((_, heading)) = self.headings.iter().find(|(known, _)| known == column) else {
                continue;
            };
            let Cell::Text(text) = cell else { continue };
            if text.len() > heading.len() * 3 || fold(text) != *heading {
                return false;
            }
            same += 1;
        }
        same >= 2 && same * 10 >= row.cells.len() * 8
    }

    /// Rows with one text only: a section, a note under the table, or a row that is just a title.
    fn lone(&self, index: usize, row: &Row<'_, '_>) -> Class {
        let [(column, cell)] = row.cells else { return Class::Data };
        let note = if index > self.last_full { Overhopp::Anteckning } else { Overhopp::Avsnittsrad };
        let text = cell.text();
        if self.is_economy() {
            let is_text = matches!(cell, Cell::Text(_)) && Some(*column) == self.title.or(Some(self.first));
            return if is_text { Class::Skipped(note) } else { Class::Data };
        }
        if !self.read.contains(column) {
            return Class::Skipped(note);
        }
        if Some(*column) == self.title {
            let first_in_row = *column == self.first || self.is_numbered;
            let may_be_section = first_in_row && self.is_dense && text.split(' ').count() <= 8;
            return if may_be_section { Class::Skipped(note) } else { Class::Data };
        }
        let is_code = Some(*column) == self.nr && words::is_code(&text);
        if *column == self.first && !is_code && matches!(cell, Cell::Text(_)) {
            return Class::Skipped(note);
        }
        Class::Data
    }
}

/// "Summa" and otherwise only numbers. A title may well begin with "Totalt".
fn is_sum(row: &Row<'_, '_>) -> bool {
    // Nearly every row is let through by the first letter of its texts.
    let may_be = |(_, cell): &InRow<'_>| matches!(cell, Cell::Text(text) if text.trim_start().starts_with(['s', 'S', 't', 'T', 'd', 'D']));
    if !row.cells.iter().any(may_be) {
        return false;
    }
    let is_number = |cell: &Cell<'_>| match cell {
        Cell::Number { .. } => true,
        Cell::Text(text) => matches!(number::read(text), Reading::Number(_)),
        _ => false,
    };
    let is_word = |cell: &Cell<'_>| match cell {
        Cell::Text(text) => text.len() <= 40 && words::is_sum(text) && text.split_whitespace().count() <= 3,
        _ => false,
    };
    let Some(at) = row.cells.iter().position(|(_, cell)| is_word(cell)) else { return false };
    row.cells.iter().enumerate().all(|(index, (_, cell))| index == at || is_number(cell))
}
