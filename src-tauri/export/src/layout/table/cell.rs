//! What each cell of a table says, and on which side it stands. The words are `plan_report::format`'s.
use plan_core::mal::Maluppfyllelse;
use plan_core::uppfoljning::Status;
use plan_report::format;
use plan_report::tree::{Cell, Kolumnslag, Radslag, Tabell, Tabellrad};

use super::super::paragraph::Prepared;
use crate::canvas::Colour;
use crate::fonts::Face;

/// A row's cells, one for each column (a heading inside the table has one for all).
pub(super) struct RowText {
    pub(super) kind: Radslag,
    pub(super) is_header: bool,
    pub(super) cells: Vec<CellText>,
}

/// One cell before it has a place.
pub(super) struct CellText {
    pub(super) text: Prepared,
    pub(super) mark: Option<Mark>,
    pub(super) right: bool,
    pub(super) colour: Colour,
    /// In ems: a row one step in.
    pub(super) indent: f32,
    /// The row's own name: its header for a listener.
    pub(super) names_row: bool,
}

/// The shape before a status or verdict.
#[derive(Clone, Copy)]
pub(super) enum Mark {
    Status(Status),
    Bedomning(Maluppfyllelse),
}

impl CellText {
    /// What stands left of the text, in ems.
    pub(super) fn lead(&self) -> f32 {
        self.indent + if self.mark.is_some() { MARK_ROOM } else { 0.0 }
    }
}

pub(super) const MARK_ROOM: f32 = 1.4;
const STEP_IN: f32 = 1.3;

pub(super) fn header_text(table: &Tabell) -> RowText {
    let cell = |column: &plan_report::tree::Kolumn| CellText {
        text: Prepared::plain(&column.rubrik, Face::Semibold),
        mark: None,
        right: is_figure(column.slag),
        colour: Colour::Ink,
        indent: 0.0,
        names_row: false,
    };
    RowText { kind: Radslag::Vanlig, is_header: true, cells: table.kolumner.iter().map(cell).collect() }
}

pub(super) fn row_text(table: &Tabell, row: &Tabellrad) -> RowText {
    let face = match row.slag {
        Radslag::Summa | Radslag::Delrubrik => Face::Semibold,
        Radslag::Vanlig | Radslag::Indragen => Face::Regular,
    };
    let naming = naming_column(table);
    let mut cells: Vec<CellText> = table
        .kolumner
        .iter()
        .enumerate()
        .map(|(i, column)| {
            let mut cell = cell_text(row.celler.get(i).unwrap_or(&Cell::Tom), column.slag, face);
            cell.names_row = i == naming;
            cell.indent = if i == naming && row.slag == Radslag::Indragen { STEP_IN } else { 0.0 };
            cell
        })
        .collect();
    if row.slag == Radslag::Delrubrik {
        cells.truncate(1);
        cells.iter_mut().for_each(|cell| (cell.names_row, cell.right) = (true, false));
    }
    RowText { kind: row.slag, is_header: false, cells }
}

/// The column of names, else the first.
fn naming_column(table: &Tabell) -> usize {
    table.kolumner.iter().position(|column| column.slag == Kolumnslag::Namn).unwrap_or(0)
}

fn cell_text(cell: &Cell, column: Kolumnslag, face: Face) -> CellText {
    let text = match cell {
        Cell::Text(text) => Prepared::rich(text, face),
        other => Prepared::plain(&format::cell(other, column), face),
    };
    let mark = match cell {
        Cell::Status { status, .. } => Some(Mark::Status(*status)),
        Cell::Bedomning(verdict) => Some(Mark::Bedomning(verdict.utfall)),
        _ => None,
    };
    let colour = if matches!(cell, Cell::Saknas(_)) { Colour::Muted } else { Colour::Ink };
    CellText { text, mark, right: is_figure(column), colour, indent: 0.0, names_row: false }
}

fn is_figure(column: Kolumnslag) -> bool {
    use Kolumnslag::{Procent, Tal, Tkr, TkrAvvikelse};
    matches!(column, Tkr | TkrAvvikelse | Tal | Procent)
}
