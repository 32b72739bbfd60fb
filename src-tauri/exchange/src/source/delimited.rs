//! Text with a delimiter: CSV and the tab-separated text of a clipboard, quoted cells of several lines included.
use std::borrow::Cow;

use super::{Sheets, check_cells, decode};
use crate::error::{Filslag, ReadError};
use crate::sheet::{Cell, SheetBuilder};
use crate::{Source, limits};

/// Delimiters in the order that wins when two fit alike.
const DELIMITERS: [char; 4] = ['\t', ';', ',', '|'];

/// Hands over the text as one sheet.
pub(super) fn read(source: &Source<'_>, sheets: &mut dyn Sheets) -> Result<(), ReadError> {
    let not_text = ReadError::NotATable { kind: Filslag::Okant };
    let text = decode::text(source.bytes).ok_or(not_text)?;
    let (announced, body, first_line) = announced_delimiter(&text);
    let delimiter = announced.or_else(|| delimiter(body)).unwrap_or('\t');
    let mut builder = SheetBuilder::default();
    for record in Records::new(body, delimiter, first_line) {
        for (column, cell) in (0..limits::MAX_COLUMNS).zip(record.cells) {
            builder.push(record.row - 1, column, Cell::Text(cell));
        }
        check_cells(builder.len())?;
    }
    sheets.sheet(builder.finish(source.name.to_owned(), false))
}

/// "sep=;" in the first line, as Excel writes and reads it. Gives the delimiter, the rest and its first line number.
fn announced_delimiter(text: &str) -> (Option<char>, &str, u32) {
    let Some(rest) = text.strip_prefix("sep=") else { return (None, text, 1) };
    let mut chars = rest.chars();
    match (chars.next(), chars.as_str().strip_prefix("\r\n").or_else(|| chars.as_str().strip_prefix('\n'))) {
        (Some(delimiter), Some(body)) => (Some(delimiter), body, 2),
        _ => (None, text, 1),
    }
}

/// The delimiter that parts the first lines most evenly; `None` for text without columns.
fn delimiter(text: &str) -> Option<char> {
    let mut best: Option<(usize, char)> = None;
    for delimiter in DELIMITERS {
        let widths: Vec<usize> = Records::new(text, delimiter, 1)
            .take(60)
            .map(|record| record.cells.len())
            .filter(|width| *width > 0)
            .collect();
        let Some(common) = widths
            .iter()
            .copied()
            .filter(|width| *width > 1)
            .max_by_key(|width| (widths.iter().filter(|other| *other == width).count(), *width))
        else {
            continue;
        };
        let even = widths.iter().filter(|width| **width == common).count();
        // Even lines count first, then many columns: a comma in a few sentences is no delimiter.
        let score = even * 1000 / widths.len().max(1) * common.min(20);
        if best.is_none_or(|(before, _)| score > before) {
            best = Some((score, delimiter));
        }
    }
    best.map(|(_, delimiter)| delimiter)
}

struct Record<'t> {
    /// 1-based row, as Excel shows the text: a quoted cell of several lines is one row.
    row: u32,
    cells: Vec<Cow<'t, str>>,
}

/// The records of a text, borrowed from it where no quotes had to be taken away.
struct Records<'t> {
    rest: &'t str,
    delimiter: char,
    row: u32,
}

impl<'t> Records<'t> {
    fn new(text: &'t str, delimiter: char, row: u32) -> Self {
        Records { rest: text, delimiter, row }
    }

    /// A cell up to the next delimiter or line break, and whether the record ends with it.
    fn cell(&mut self) -> (Cow<'t, str>, bool) {
        if let Some(cell) = self.quoted() {
            return (cell, self.separator());
        }
        let end = self.rest.find([self.delimiter, '\n', '\r']).unwrap_or(self.rest.len());
        let (cell, rest) = self.rest.split_at(end);
        self.rest = rest;
        (Cow::Borrowed(cell), self.separator())
    }

    /// A cell in quotes. `None` where the quote is only a sign in the text: never closed, or text follows it.
    fn quoted(&mut self) -> Option<Cow<'t, str>> {
        let inner = self.rest.strip_prefix('"')?;
        let mut end = 0;
        loop {
            end += inner.get(end..)?.find('"')?;
            match inner.as_bytes().get(end + 1) {
                Some(b'"') => end += 2,
                _ => break,
            }
        }
        let (cell, after) = (&inner[..end], &inner[end + 1..]);
        if !(after.is_empty() || after.starts_with([self.delimiter, '\n', '\r'])) {
            return None;
        }
        self.rest = after;
        Some(if cell.contains('"') { Cow::Owned(cell.replace("\"\"", "\"")) } else { Cow::Borrowed(cell) })
    }

    /// Steps over what ended a cell; true where it also ended the record.
    fn separator(&mut self) -> bool {
        if let Some(rest) = self.rest.strip_prefix(self.delimiter) {
            self.rest = rest;
            return false;
        }
        let rest = self.rest;
        self.rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r'])).unwrap_or(rest);
        true
    }
}

impl<'t> Iterator for Records<'t> {
    type Item = Record<'t>;

    fn next(&mut self) -> Option<Record<'t>> {
        if self.rest.is_empty() {
            return None;
        }
        let row = self.row;
        let mut cells = Vec::new();
        loop {
            let (cell, ended) = self.cell();
            cells.push(cell);
            if ended {
                break;
            }
        }
        self.row = self.row.saturating_add(1);
        Some(Record { row, cells })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn records(text: &str, delimiter: char) -> Vec<(u32, Vec<String>)> {
        Records::new(text, delimiter, 1)
            .map(|record| (record.row, record.cells.into_iter().map(Cow::into_owned).collect()))
            .collect()
    }

    #[test]
    fn quotes_hold_lines_and_delimiters() {
        let found = records("a;\"b;1\r\n2\";\"sa \"\"hej\"\"\"\r\n\r\nx;y;\n", ';');
        assert_eq!(found.len(), 3);
        assert_eq!(found[0], (1, vec!["a".into(), "b;1\r\n2".into(), "sa \"hej\"".into()]));
        assert_eq!(found[2], (3, vec!["x".into(), "y".into(), String::new()]));
    }

    #[test]
    fn a_lone_quote_is_a_sign() {
        assert_eq!(records("\"Plan\" för året;x\n24\" skärm;y", ';')[0].1, ["\"Plan\" för året", "x"]);
        assert_eq!(records("\"aldrig stängd;x\ny;z", ';').len(), 2);
    }

    #[test]
    fn finds_the_delimiter() {
        assert_eq!(delimiter("Rad;Budget\nA, B och C;1,5\nD;2,5\n"), Some(';'));
        assert_eq!(delimiter("Nr\tText\n1\tEn, två; tre\n"), Some('\t'));
        assert_eq!(delimiter("a,b,c\n1,2,3\n"), Some(','));
        assert_eq!(delimiter("Bara en mening.\nOch en till.\n"), None);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(rows in prop::collection::vec(prop::collection::vec("[a-zåäö\";\r\n\t ]{0,8}", 2..5), 1..5)) {
            let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let text = rows.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(";")).collect::<Vec<_>>().join("\r\n");
            let found: Vec<Vec<String>> = records(&text, ';').into_iter().map(|(_, cells)| cells).collect();
            prop_assert_eq!(found, rows);
        }

        #[test]
        fn any_text_is_survived(text in any::<String>()) {
            delimiter(&text);
            records(&text, ',');
        }
    }
}
