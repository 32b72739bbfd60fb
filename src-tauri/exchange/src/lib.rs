//! plan-exchange: other people's tables as bytes in, typed rows with a form verdict per row out.
//! Knows what a workbook, a text file and a clipboard look like and how Swedish headings, numbers, dates and statuses
//! are written. Knows no database, no path, no plan: whether an uppdrag exists or a row is new is `plan_core::inlasning`.
use plan_core::inlasning::{Rad, Tabell, Tabellslag};
use plan_core::period::Period;
use serde::Serialize;

mod cell;
mod choice;
mod error;
mod heading;
mod layout;
pub mod limits;
mod mapping;
mod picture;
mod profile;
mod row;
mod sheet;
mod source;
pub mod typed;

#[cfg(test)]
mod tests;

use layout::{Context, Layout};
use sheet::Sheet;

pub use choice::{Bladval, Minne, Rattning, month_in};
pub use error::{Filslag, Grans, ReadError};
pub use heading::vocabulary::fields;
pub use mapping::{Mapping, Tabellkoppling, signature};
pub use picture::{Bladbild, Cellbild, Kolumnbild};

/// The bytes to read and what they are called.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The file's own name without folder ("aktiviteter.xlsx"), or any word for a clipboard.
    pub name: &'a str,
    pub bytes: &'a [u8],
}

/// What the person says beside the bytes.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// `--som`: what the table is; otherwise recognised by its headings and cells.
    pub som: Option<Tabellslag>,
    /// `--period`: the month of an "Utfall" without a time of its own.
    pub period: Option<Period>,
    /// The verksamhetsår of a "Målvärde" without a year of its own.
    pub year: Option<i32>,
    /// `--mappning`: wins over what would be recognised.
    pub mapping: Option<Mapping>,
    /// What a person has decided sheet by sheet; wins over everything else.
    pub blad: Vec<Bladval>,
    /// Cells mended by hand; they are read instead of what stands in the source.
    pub rattningar: Vec<Rattning>,
    /// Earlier decisions, for tables with the same headings.
    pub minne: Vec<Minne>,
}

/// What a source gave: the tables that could be read, and the sheets that could not.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lasning {
    pub tabeller: Vec<Tabell>,
    pub olasta: Vec<Olast>,
}

/// A sheet that was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Olast {
    pub blad: String,
    pub skal: Skal,
}

/// Why a sheet was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Skal {
    /// No cell is filled.
    Tomt,
    /// Hidden by whoever made the workbook.
    Dolt,
    /// No row of headings that says what the columns are.
    IngenRubrik,
    /// Headings, but no rows under them.
    IngaRader,
    /// It holds another kind of table than the one asked for with `som`.
    AnnatSlag { slag: Tabellslag },
    /// The workbook could be opened but not this sheet.
    Skadat,
    /// The person has said that it is not to be read.
    Bortvalt,
}

/// Reads every table of the source.
///
/// # Errors
/// [`ReadError`] when nothing can be taken from the source at all; a sheet that cannot be read beside one that can
/// is in [`Lasning::olasta`].
pub fn read(source: Source<'_>, options: &ReadOptions) -> Result<Lasning, ReadError> {
    let mut reading = Reading::new(&source, options);
    source::each_sheet(&source, &mut reading)?;
    reading.finish()
}

/// As [`read`], with every sheet as it stands beside what was read of it. A source of which nothing can be read is no
/// error as long as a person can say which row holds the headings.
pub fn read_with_sheets(
    source: Source<'_>,
    options: &ReadOptions,
) -> Result<(Lasning, Vec<Bladbild>), ReadError> {
    let mut reading = Reading::new(&source, options);
    reading.bilder = Some(Vec::new());
    source::each_sheet(&source, &mut reading)?;
    let bilder = reading.bilder.take().unwrap_or_default();
    if reading.lasning.tabeller.is_empty() && bilder.iter().any(Bladbild::is_a_table) {
        return Ok((reading.lasning, bilder));
    }
    Ok((reading.finish()?, bilder))
}

/// The sheets of a source as they come.
struct Reading<'o> {
    options: &'o ReadOptions,
    /// The sheets as they stand, where somebody asked for them.
    bilder: Option<Vec<Bladbild>>,
    context: Context,
    lasning: Lasning,
    /// What each table of `lasning` would be taken for if nobody had said what it is.
    natural: Vec<Option<Tabellslag>>,
    /// Whether any sheet had a filled cell.
    any_cells: bool,
}

impl<'o> Reading<'o> {
    fn new(source: &Source<'_>, options: &'o ReadOptions) -> Reading<'o> {
        let context = Context::new(source, options);
        Reading {
            options,
            bilder: None,
            context,
            lasning: Lasning::default(),
            natural: Vec::new(),
            any_cells: false,
        }
    }

    fn keep(&mut self, blad: String, layout: &Layout, rader: Vec<Rad>) {
        let mut add = |slag, rader| {
            self.natural.push(layout.natural);
            let kolumner = layout.kolumner();
            self.lasning.tabeller.push(Tabell { blad: blad.clone(), slag, rader, kolumner });
        };
        if layout.slag == Tabellslag::Aktiviteter && row::mixed::is_mixed(layout) {
            let (uppdrag, aktiviteter) = row::mixed::split(rader);
            add(Tabellslag::Uppdrag, uppdrag);
            add(Tabellslag::Aktiviteter, aktiviteter);
        } else {
            add(layout.slag, rader);
        }
    }

    /// A sheet, or the part of it that one table takes up.
    fn table(&mut self, mut sheet: Sheet<'_>) -> Result<(), ReadError> {
        choice::mend(&mut sheet, &self.options.rattningar);
        let found = layout::find(&sheet, self.options, &self.context)?;
        if let Some(bilder) = &mut self.bilder {
            bilder.push(Bladbild::of(&sheet, found.as_ref()));
        }
        match found {
            Ok(layout) => {
                let rader = row::read(&mut sheet, &layout);
                self.keep(sheet.name, &layout, rader);
            }
            Err(skal) => self.leave_out(sheet.name, skal),
        }
        Ok(())
    }

    fn leave_out(&mut self, blad: String, skal: Skal) {
        self.lasning.olasta.push(Olast { blad, skal });
    }

    fn finish(mut self) -> Result<Lasning, ReadError> {
        self.keep_the_kind_asked_for();
        if !self.lasning.tabeller.is_empty() {
            return Ok(self.lasning);
        }
        let olasta = self.lasning.olasta;
        let is_other = |olast: &Olast| matches!(olast.skal, Skal::AnnatSlag { .. });
        Err(if !self.any_cells && !olasta.iter().any(|olast| olast.skal == Skal::Skadat) {
            ReadError::EmptyWorkbook
        } else if self.options.mapping.is_some() {
            ReadError::MappingDoesNotFit
        } else if olasta.iter().any(is_other) {
            ReadError::OtherKind { olasta }
        } else {
            ReadError::NoHeader { olasta }
        })
    }

    /// A workbook where one sheet is what `som` says is not to give its other sheets as the same thing.
    fn keep_the_kind_asked_for(&mut self) {
        let Some(som) = self.options.som else { return };
        if !self.natural.contains(&Some(som)) {
            return;
        }
        let tables = std::mem::take(&mut self.lasning.tabeller);
        for (tabell, natural) in tables.into_iter().zip(std::mem::take(&mut self.natural)) {
            match natural {
                Some(slag) if slag != som => self.leave_out(tabell.blad, Skal::AnnatSlag { slag }),
                _ => self.lasning.tabeller.push(tabell),
            }
        }
    }
}

impl source::Sheets for Reading<'_> {
    fn sheet(&mut self, sheet: Sheet<'_>) -> Result<(), ReadError> {
        self.any_cells |= sheet.len() > 0;
        for part in layout::split(sheet) {
            self.table(part)?;
        }
        Ok(())
    }

    fn unread(&mut self, name: String, why: source::Unread) {
        let skal = if why == source::Unread::Hidden { Skal::Dolt } else { Skal::Skadat };
        if let Some(bilder) = &mut self.bilder {
            bilder.push(Bladbild::unread(name.clone(), skal));
        }
        self.leave_out(name, skal);
    }
}
