//! One sheet per kind of table: captions, Excel tables with filters, frozen headings, conditional formats.
use std::collections::BTreeMap;

use plan_core::uppfoljning::Status;
use plan_report::tree::{Cell, Kolumnslag, Radslag, Tabell, Tabellrad};
use rust_xlsxwriter::{
    Color, ConditionalFormatCell, ConditionalFormatCellRule, ConditionalFormatDataBar, Format, FormatAlign,
    Table, TableColumn, TableStyle, Worksheet,
};

use super::cells::{self, ColumnFormats, Place};
use super::names::{Names, unique_headings};
use crate::ExportError;

/// The heading of the column that subheadings inside a table become, so that rows can be sorted and filtered.
const GROUP: &str = "Del";

/// Writes the tables below each other. A sheet with one table freezes and repeats its heading.
pub(super) fn write(sheet: &mut Worksheet, tables: &[&Tabell], names: &mut Names) -> Result<(), ExportError> {
    let mut row = 0;
    let mut widths = Widths::default();
    for table in tables {
        row = Writer { sheet, names, widths: &mut widths }.table(table, row)?;
    }
    widths.apply(sheet)?;
    if tables.len() == 1 {
        sheet.set_freeze_panes(2, 1)?;
        sheet.set_repeat_rows(0, 1)?;
    }
    Ok(())
}

struct Writer<'a> {
    sheet: &'a mut Worksheet,
    names: &'a mut Names,
    widths: &'a mut Widths,
}

impl Writer<'_> {
    /// Caption, heading, rows and notes from `top`; gives the row where the next table may start.
    fn table(&mut self, table: &Tabell, top: u32) -> Result<u32, ExportError> {
        let caption = Format::new().set_bold().set_font_size(12);
        self.sheet.write_string_with_format(top, 0, &table.rubrik, &caption)?;
        let group = group_column(table);
        let columns = columns(table, group);
        let head = top + 1;
        let end = self.rows(table, group, head + 1)?;
        let last = end.max(head + 2) - 1;
        self.conditional(&columns, head + 1, last)?;
        let status = |(_, (_, slag)): &(usize, &(String, Kolumnslag))| *slag == Kolumnslag::Status;
        for (column, _) in columns.iter().enumerate().filter(status) {
            self.statuses(&statuses(table), (head + 1, last), column as u16)?;
        }
        self.excel_table(table, &columns, (head, last))?;
        self.notes(table, last + 1)
    }

    fn rows(&mut self, table: &Tabell, group_at: Option<u16>, first: u32) -> Result<u32, ExportError> {
        let slag: Vec<Kolumnslag> = table.kolumner.iter().map(|column| column.slag).collect();
        let formats: Vec<ColumnFormats> =
            slag.iter().zip(apart(&slag)).map(|(slag, apart)| ColumnFormats::new(*slag, apart)).collect();
        let group_format = ColumnFormats::new(Kolumnslag::Text, false);
        let offset = u16::from(group_at == Some(0));
        let naming = slag.iter().position(|slag| *slag == Kolumnslag::Namn).unwrap_or(0);
        let (mut row, mut group) = (first, String::new());
        for line in &table.rader {
            if line.slag == Radslag::Delrubrik {
                group = first_words(line);
                continue;
            }
            if let Some(column) = group_at {
                let format = group_format.of_row(line.slag, false);
                self.sheet.write_string_with_format(row, column, &group, format)?;
                self.widths.see(column, group.chars().count());
            }
            let mut longest = 0;
            for (i, (cell, format)) in line.celler.iter().zip(&formats).enumerate() {
                let at = Place { row, column: i as u16 + offset };
                cells::write(self.sheet, at, cell, format.of_row(line.slag, i == naming))?;
                let length = cell_length(cell);
                self.widths.see(at.column, length);
                longest = longest.max(length);
            }
            cells::row_height(self.sheet, row, longest.div_ceil(LONGEST_LINE))?;
            // What follows a sum stands outside the group it closes.
            if line.slag == Radslag::Summa {
                group.clear();
            }
            row += 1;
        }
        Ok(row)
    }

    fn excel_table(
        &mut self,
        table: &Tabell,
        columns: &[(String, Kolumnslag)],
        (head, last): (u32, u32),
    ) -> Result<(), ExportError> {
        let headings = unique_headings(columns.iter().map(|(heading, _)| heading.as_str()));
        let slag: Vec<Kolumnslag> = columns.iter().map(|(_, slag)| *slag).collect();
        let looks = slag.iter().zip(apart(&slag)).map(|(slag, apart)| header_format(*slag, apart));
        let described: Vec<TableColumn> = headings
            .iter()
            .zip(looks)
            .map(|(heading, look)| TableColumn::new().set_header(heading).set_header_format(look))
            .collect();
        for (i, heading) in headings.iter().enumerate() {
            self.widths.see(i as u16, longest_word(heading) + 3);
        }
        let excel = Table::new()
            .set_name(self.names.table(&table.id))
            .set_columns(&described)
            .set_style(TableStyle::Light1)
            .set_banded_rows(false)
            .set_alt_text(&table.rubrik);
        let last_column = columns.len().saturating_sub(1) as u16;
        self.sheet.add_table(head, 0, last, last_column, &excel)?;
        let lines = headings.iter().enumerate().map(|(i, heading)| self.widths.lines(i, heading)).max();
        self.sheet.set_row_height(head, lines.unwrap_or(1) as f64 * 15.0 + 8.0)?;
        Ok(())
    }

    /// Symbol and colour beside the word, also when somebody changes the word in Excel.
    fn statuses(
        &mut self,
        words: &BTreeMap<&str, Status>,
        (first, last): (u32, u32),
        column: u16,
    ) -> Result<(), ExportError> {
        for (word, status) in words {
            let (symbol, colour) = cells::status_look(*status);
            let look = Format::new().set_num_format(format!("\"{symbol} \"@")).set_font_color(colour);
            let equal = ConditionalFormatCell::new()
                .set_rule(ConditionalFormatCellRule::EqualTo(*word))
                .set_format(look);
            self.sheet.add_conditional_format(first, column, last, column, &equal)?;
        }
        Ok(())
    }

    /// Red for a deviation below zero, a bar for färdiggrad.
    fn conditional(
        &mut self,
        columns: &[(String, Kolumnslag)],
        first: u32,
        last: u32,
    ) -> Result<(), ExportError> {
        for (i, (_, slag)) in columns.iter().enumerate() {
            let column = i as u16;
            match slag {
                Kolumnslag::TkrAvvikelse => {
                    let red = Format::new().set_font_color(Color::RGB(0xA6_2B_1F));
                    let below = ConditionalFormatCell::new()
                        .set_rule(ConditionalFormatCellRule::LessThan(0))
                        .set_format(red);
                    self.sheet.add_conditional_format(first, column, last, column, &below)?;
                }
                Kolumnslag::Procent => {
                    let bar = ConditionalFormatDataBar::new()
                        .set_fill_color(Color::RGB(0xB9_D3_E3))
                        .set_minimum(rust_xlsxwriter::ConditionalFormatType::Number, 0)
                        .set_maximum(rust_xlsxwriter::ConditionalFormatType::Number, 100)
                        .set_solid_fill(true);
                    self.sheet.add_conditional_format(first, column, last, column, &bar)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn notes(&mut self, table: &Tabell, mut row: u32) -> Result<u32, ExportError> {
        let quiet = Format::new().set_italic().set_font_color(cells::MUTED);
        for note in &table.noter {
            self.sheet.write_string_with_format(row, 0, note, &quiet)?;
            row += 1;
        }
        Ok(row + 2)
    }
}

/// Where the subheadings stand: first, or last where most rows come before any of them and would begin with nothing.
fn group_column(table: &Tabell) -> Option<u16> {
    let first = table.rader.iter().position(|row| row.slag == Radslag::Delrubrik)?;
    Some(if first == 0 { 0 } else { table.kolumner.len() as u16 })
}

fn columns(table: &Tabell, group: Option<u16>) -> Vec<(String, Kolumnslag)> {
    let own = table.kolumner.iter().map(|column| (column.rubrik.clone(), column.slag));
    let mut columns: Vec<(String, Kolumnslag)> = own.collect();
    if let Some(at) = group {
        columns.insert(usize::from(at), (GROUP.to_owned(), Kolumnslag::Text));
    }
    columns
}

/// The status words that stand in the table, with their codes.
fn statuses(table: &Tabell) -> BTreeMap<&str, Status> {
    let cells = table.rader.iter().flat_map(|row| &row.celler);
    cells
        .filter_map(|cell| match cell {
            Cell::Status { status, ord } => Some((ord.as_str(), *status)),
            _ => None,
        })
        .collect()
}

/// Which columns are texts that follow figures.
fn apart(slag: &[Kolumnslag]) -> impl Iterator<Item = bool> {
    let after_figures = |i: usize| i > 0 && cells::is_figures(slag[i - 1]) && !cells::is_figures(slag[i]);
    (0..slag.len()).map(after_figures)
}

/// Bold on a quiet ground, aligned and set apart as the column's cells are.
pub(super) fn header_format(slag: Kolumnslag, apart: bool) -> Format {
    let align = if cells::is_figures(slag) { FormatAlign::Right } else { FormatAlign::Left };
    Format::new()
        .set_indent(u8::from(apart))
        .set_bold()
        .set_text_wrap()
        .set_align(align)
        .set_align(FormatAlign::VerticalCenter)
        .set_background_color(Color::RGB(0xE3_EB_F4))
        .set_border_bottom(rust_xlsxwriter::FormatBorder::Medium)
}

fn first_words(line: &Tabellrad) -> String {
    match line.celler.first() {
        Some(Cell::Text(text)) => cells::flatten(text),
        _ => String::new(),
    }
}

fn longest_word(text: &str) -> usize {
    text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0)
}

fn cell_length(cell: &Cell) -> usize {
    match cell {
        Cell::Text(text) => text.iter().map(|part| part.text.chars().count()).sum(),
        Cell::Status { ord, .. } => ord.chars().count() + 2,
        Cell::Bedomning(verdict) => verdict.ord.chars().count(),
        _ => 11,
    }
}

/// A longer text wraps.
const LONGEST_LINE: usize = 44;

/// Column widths from what stands in them, at least 8 characters and at most a line of text.
#[derive(Default)]
struct Widths(Vec<usize>);

impl Widths {
    fn see(&mut self, column: u16, length: usize) {
        let i = usize::from(column);
        if self.0.len() <= i {
            self.0.resize(i + 1, 8);
        }
        self.0[i] = self.0[i].max(length.min(LONGEST_LINE) + 2);
    }

    /// How many lines a heading takes in its column; beside it stands the button of the filter.
    fn lines(&self, column: usize, heading: &str) -> usize {
        let room = self.0.get(column).map_or(8, |width| width.saturating_sub(3)).max(1);
        heading.chars().count().div_ceil(room)
    }

    fn apply(&self, sheet: &mut Worksheet) -> Result<(), ExportError> {
        for (column, width) in self.0.iter().enumerate() {
            sheet.set_column_width(column as u16, *width as f64)?;
        }
        Ok(())
    }
}
