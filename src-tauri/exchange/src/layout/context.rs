//! What a sheet says outside its columns: the year and the unit in a title, a note, the sheet's or the file's name.
use plan_core::period::Period;

use crate::cell::number::Penningenhet;
use crate::cell::text::fold;
use crate::heading::{Falt, Heading};
use crate::sheet::{Cell, Sheet};
use crate::{ReadOptions, Source};

/// What holds for every column that does not say otherwise.
#[derive(Debug, Clone, Default)]
pub(crate) struct Context {
    period: Option<Period>,
    year: Option<i32>,
    /// The name of the file.
    name: String,
}

impl Context {
    pub(crate) fn new(source: &Source<'_>, options: &ReadOptions) -> Context {
        Context { period: options.period, year: options.year, name: source.name.to_owned() }
    }

    /// The texts around the columns of a table whose first heading row has the index.
    fn texts<'s>(&'s self, sheet: &'s Sheet<'_>, heading_row: usize) -> impl Iterator<Item = &'s str> {
        let above = sheet.rows().take(heading_row).flat_map(|row| row.cells.iter()).filter_map(
            |(_, cell)| match cell {
                Cell::Text(text) => Some(text.as_ref()),
                _ => None,
            },
        );
        above.chain([sheet.around.as_str(), sheet.name.as_str(), self.name.as_str()])
    }

    /// The month of an outcome or target column.
    pub(crate) fn period_of(&self, field: Falt, heading: &Heading, said_year: Option<i32>) -> Option<Period> {
        let year = self.year.or(self.period.map(|period| period.year)).or(said_year);
        if let Some(period) = heading.period {
            return Some(period);
        }
        if let (Some(month), Some(year)) = (heading.month, year) {
            return Period::new(year, month);
        }
        let of_before = heading.previous
            || heading
                .words
                .iter()
                .any(|word| matches!(word.as_str(), "nulage" | "utgangslage" | "basvarde" | "ingangsvarde"));
        match field {
            Falt::Utfall if of_before => Period::new(year? - 1, 12),
            Falt::Utfall => self.period.or_else(|| Period::new(year?, 12)),
            _ => Period::new(year?, 12),
        }
    }

    /// The one year that the texts around the table speak of.
    pub(crate) fn said_year(&self, sheet: &Sheet<'_>, heading_row: usize) -> Option<i32> {
        let mut found = None;
        for text in self.texts(sheet, heading_row).take(40) {
            for word in text.split(|c: char| !c.is_ascii_alphanumeric()) {
                let year =
                    word.parse::<i32>().ok().filter(|year| word.len() == 4 && (2000..=2100).contains(year));
                match (found, year) {
                    (_, None) => {}
                    (Some(before), Some(year)) if before != year => return None,
                    (_, Some(year)) => found = Some(year),
                }
            }
        }
        found
    }

    /// The unit of amounts that the texts around the table speak of.
    pub(crate) fn said_unit(&self, sheet: &Sheet<'_>, heading_row: usize) -> Option<Penningenhet> {
        self.texts(sheet, heading_row).find_map(unit_in)
    }
}

/// "Belopp i tkr", "(mnkr)". "kr" alone may be anything, so it needs the word belopp.
fn unit_in(text: &str) -> Option<Penningenhet> {
    if text.len() > 300 {
        return None;
    }
    let folded = fold(text);
    if folded.contains("tusental kronor") || folded.contains("tusen kronor") {
        return Some(Penningenhet::Tkr);
    }
    if folded.contains("miljoner kronor") {
        return Some(Penningenhet::Mnkr);
    }
    let units = folded.split(' ').filter_map(Penningenhet::parse);
    let says_amounts = folded.contains("belopp");
    units.into_iter().find(|unit| *unit != Penningenhet::Kr || says_amounts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_says_the_unit() {
        assert_eq!(unit_in("Driftredovisning (belopp i tkr)"), Some(Penningenhet::Tkr));
        assert_eq!(unit_in("Belopp i kronor"), Some(Penningenhet::Kr));
        assert_eq!(unit_in("Kr. Sjögren har gjort tabellen"), None);
    }
}
