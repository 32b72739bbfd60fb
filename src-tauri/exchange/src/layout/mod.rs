//! Where the headings of a sheet stand, what kind of table it is, and which column is which field.
//! Knows nothing of what becomes of a row.
use plan_core::inlasning::{Kolumnkoppling, Tabellslag};
use plan_core::period::Period;

use crate::cell::number::Penningenhet;
use crate::heading::{Falt, Heading};
use crate::sheet::Sheet;
use crate::{Mapping, ReadError, ReadOptions, Skal};

mod assign;
mod chosen;
mod context;
mod parts;
mod search;

pub(crate) use context::Context;
pub(crate) use parts::split;
pub(crate) use search::possible_headings;

/// A table found in a sheet.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    pub(crate) slag: Tabellslag,
    /// Index of the first of the rows the headings stand in.
    pub(crate) heading_row: usize,
    /// Index of the first row under the headings.
    pub(crate) first_row: usize,
    pub(crate) columns: Vec<Column>,
    /// The year the amounts are of.
    pub(crate) year: Option<i32>,
    /// The unit of amounts said by headings or title.
    pub(crate) unit: Option<Penningenhet>,
    /// What the sheet would be taken for if nobody had said what it is.
    pub(crate) natural: Option<Tabellslag>,
}

/// A column and what it was read as.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    /// 0-based.
    pub(crate) column: u32,
    pub(crate) heading: Heading,
    pub(crate) field: Option<Falt>,
    /// The month of an outcome or target.
    pub(crate) period: Option<Period>,
}

impl Layout {
    /// The column of a field.
    pub(crate) fn column(&self, field: Falt) -> Option<u32> {
        self.columns.iter().find(|column| column.field == Some(field)).map(|column| column.column)
    }

    pub(crate) fn has(&self, field: Falt) -> bool {
        self.column(field).is_some()
    }

    /// The columns as they are shown to the person and saved in a mapping.
    pub(crate) fn kolumner(&self) -> Vec<Kolumnkoppling> {
        let shown = self.columns.iter().filter(|c| !c.heading.text.is_empty() || c.field.is_some());
        shown
            .map(|c| Kolumnkoppling {
                kolumn: c.column,
                rubrik: c.heading.text.clone(),
                falt: c.identifier(),
            })
            .collect()
    }
}

impl Column {
    /// "titel", "utfall.2025-12"; `None` for a column that is not read.
    pub(crate) fn identifier(&self) -> Option<String> {
        let field = self.field.filter(|field| *field != Falt::Olast)?;
        Some(match self.period {
            Some(period) if field.is_per_period() => format!("{}.{period}", field.as_str()),
            _ => field.as_str().to_owned(),
        })
    }
}

/// Finds the table of a sheet.
///
/// # Errors
/// [`Skal`] when there is none; [`ReadError::UnknownField`] for a mapping that names a field that does not exist.
pub(crate) fn find(
    sheet: &Sheet<'_>,
    options: &ReadOptions,
    context: &Context,
) -> Result<Result<Layout, Skal>, ReadError> {
    if sheet.len() == 0 {
        return Ok(Err(Skal::Tomt));
    }
    if let Some(val) = options.blad.iter().find(|val| val.blad == sheet.name) {
        return Ok(chosen::find(sheet, val, (options, context)).and_then(|layout| with_rows(sheet, layout)));
    }
    if let Some(layout) = chosen::remembered(sheet, options, context) {
        return Ok(with_rows(sheet, layout));
    }
    if let Some(Mapping { tabeller }) = &options.mapping {
        for table in tabeller.iter().filter(|t| t.blad.as_deref().is_none_or(|blad| blad == sheet.name)) {
            if let Some(layout) = assign::by_mapping(sheet, table, context)? {
                return Ok(with_rows(sheet, layout));
            }
        }
    }
    let Some(layout) = search::find(sheet, options.som, context) else { return Ok(Err(Skal::IngenRubrik)) };
    Ok(with_rows(sheet, layout))
}

fn with_rows(sheet: &Sheet<'_>, layout: Layout) -> Result<Layout, Skal> {
    if layout.first_row < sheet.len() { Ok(layout) } else { Err(Skal::IngaRader) }
}
