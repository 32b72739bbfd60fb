//! A sheet as it stands, for showing beside what was read of it: cells as texts, the row of headings, what each column was
//! taken for. Decides nothing.
use plan_core::inlasning::Tabellslag;

use crate::Skal;
use crate::cell::number::{self, Reading};
use crate::layout::{Layout, possible_headings};
use crate::sheet::{Cell, Row, Sheet, plain_number};

/// Characters of a cell that are shown; the rest is read all the same.
const SHOWN_CHARS: usize = 400;
/// Rows offered as headings.
const MOST_CHOICES: usize = 20;
/// Columns of a sheet that is not read.
const MOST_COLUMNS: usize = 40;

/// A sheet as it stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Bladbild {
    pub blad: String,
    /// What it was read as; `None` where it was not.
    pub slag: Option<Tabellslag>,
    /// Why it was not read.
    pub skal: Option<Skal>,
    /// First and last row of the headings, as the person sees them.
    pub rubrikrader: Option<(u32, u32)>,
    /// Rows that could hold the headings, with their words.
    pub mojliga: Vec<(u32, String)>,
    /// Texts that stand above the headings.
    pub ovan: Vec<String>,
    /// The headings as one text, for `Minne`.
    pub signatur: String,
    pub kolumner: Vec<Kolumnbild>,
    /// The filled cells of each filled row under the headings (of a sheet that is not read: of every row).
    pub rader: Vec<(u32, Vec<Cellbild>)>,
}

/// A column and what it was read as.
#[derive(Debug, Clone, PartialEq)]
pub struct Kolumnbild {
    /// 0-based.
    pub kolumn: u32,
    pub rubrik: String,
    pub falt: Option<String>,
}

/// A filled cell as a person would read it.
#[derive(Debug, Clone, PartialEq)]
pub struct Cellbild {
    /// 0-based.
    pub kolumn: u32,
    pub text: String,
    /// The number it is, or that its text says.
    pub tal: Option<f64>,
}

impl Bladbild {
    /// Whether there is enough of a table for a person to say what it is.
    pub fn is_a_table(&self) -> bool {
        self.rader.iter().filter(|(_, cells)| cells.len() > 1).count() > 1
    }

    pub(crate) fn unread(blad: String, skal: Skal) -> Bladbild {
        Bladbild { blad, skal: Some(skal), ..Bladbild::default() }
    }

    pub(crate) fn of(sheet: &Sheet<'_>, found: Result<&Layout, &Skal>) -> Bladbild {
        let (kolumner, first_row) = match found {
            Ok(layout) => (columns(layout), layout.first_row),
            Err(_) => (plain_columns(sheet), 0),
        };
        let nr = |index: usize| sheet.row(index).map(|row| row.nr);
        let layout = found.ok();
        Bladbild {
            blad: sheet.name.clone(),
            slag: layout.map(|l| l.slag),
            skal: found.err().copied(),
            rubrikrader: layout.and_then(|l| nr(l.heading_row).zip(nr(l.first_row.checked_sub(1)?))),
            mojliga: choices(sheet, layout),
            ovan: layout.map(|layout| above(sheet, layout)).unwrap_or_default(),
            signatur: layout.map(Layout::signature).unwrap_or_default(),
            kolumner,
            rader: sheet.rows().skip(first_row).map(|row| (row.nr, cells(&row))).collect(),
        }
    }
}

fn above(sheet: &Sheet<'_>, layout: &Layout) -> Vec<String> {
    let cells = sheet.rows().take(layout.heading_row.min(10)).flat_map(|row| row.cells.iter());
    cells.map(|(_, cell)| shown(cell)).chain([sheet.name.clone()]).collect()
}

fn columns(layout: &Layout) -> Vec<Kolumnbild> {
    let of = |c: &crate::layout::Column| Kolumnbild {
        kolumn: c.column,
        rubrik: c.heading.text.clone(),
        falt: c.identifier(),
    };
    layout.columns.iter().map(of).collect()
}

fn plain_columns(sheet: &Sheet<'_>) -> Vec<Kolumnbild> {
    let mut columns: Vec<u32> =
        sheet.rows().take(200).flat_map(|r| r.cells.iter().map(|(c, _)| *c)).collect();
    columns.sort_unstable();
    columns.dedup();
    let plain = |kolumn| Kolumnbild { kolumn, rubrik: String::new(), falt: None };
    columns.into_iter().take(MOST_COLUMNS).map(plain).collect()
}

fn choices(sheet: &Sheet<'_>, layout: Option<&Layout>) -> Vec<(u32, String)> {
    let mut indexes: Vec<usize> = possible_headings(sheet).take(MOST_CHOICES).collect();
    if let Some(layout) = layout
        && !indexes.contains(&layout.heading_row)
    {
        indexes.push(layout.heading_row);
        indexes.sort_unstable();
    }
    let words = |row: Row<'_, '_>| {
        let texts: Vec<String> = row.cells.iter().map(|(_, cell)| shown(cell)).take(6).collect();
        (row.nr, texts.join(" · "))
    };
    indexes.into_iter().filter_map(|index| sheet.row(index)).map(words).collect()
}

fn cells(row: &Row<'_, '_>) -> Vec<Cellbild> {
    let picture = |(kolumn, cell): &(u32, Cell<'_>)| Cellbild {
        kolumn: *kolumn,
        text: shown(cell),
        tal: match cell {
            Cell::Number { value, .. } => Some(*value),
            Cell::Text(text) if text.len() < 30 => match number::read(text) {
                Reading::Number(number) if number.suffix.is_empty() => Some(number.tal.as_f64()),
                _ => None,
            },
            _ => None,
        },
    };
    row.cells.iter().map(picture).collect()
}

/// With a decimal comma, and not longer than a cell can show.
fn shown(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Number { value, percent } => {
            let (value, unit) = if *percent { (value * 100.0, "\u{a0}%") } else { (*value, "") };
            format!("{}{unit}", plain_number(value).replace('.', ",").replace('-', "\u{2212}"))
        }
        other => {
            let text = other.text();
            match text.char_indices().nth(SHOWN_CHARS) {
                Some((end, _)) => format!("{}…", &text[..end]),
                None => text.into_owned(),
            }
        }
    }
}
