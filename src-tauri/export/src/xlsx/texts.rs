//! The sheet "Texter": the report's running text as rows, so that it can be filtered and copied.
use plan_report::tree::{Kedja, Kolumnslag, Text};
use rust_xlsxwriter::{Format, FormatAlign, Table, TableColumn, TableStyle, Worksheet};

use super::cells::{flatten, row_height};
use super::tables::header_format;
use crate::ExportError;

pub(super) const SHEET: &str = "Texter";

pub(super) struct Row {
    section: String,
    text: String,
}

impl Row {
    /// `None` for a text without words.
    pub(super) fn new(section: &str, text: &Text) -> Option<Row> {
        let text = flatten(text);
        (!text.trim().is_empty()).then(|| Row { section: section.to_owned(), text })
    }
}

/// The chain as indented lines, one per node.
pub(super) fn chain_rows(section: &str, chain: &Kedja) -> Vec<Row> {
    let line = |depth: u8, words: String| format!("{}{words}", "   ".repeat(usize::from(depth)));
    chain
        .noder
        .iter()
        .map(|node| Row {
            section: section.to_owned(),
            text: line(node.djup, format!("{}: {}", node.niva, node.text)),
        })
        .collect()
}

pub(super) fn write(sheet: &mut Worksheet, rows: &[Row]) -> Result<(), ExportError> {
    sheet.set_name(SHEET)?;
    sheet.set_column_width(0, 60)?;
    sheet.set_column_width(1, 110)?;
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (i, row) in rows.iter().enumerate() {
        let at = i as u32 + 1;
        let lines = |text: &str, line: usize| text.chars().count().div_ceil(line);
        row_height(sheet, at, lines(&row.section, 56).max(lines(&row.text, 105)))?;
        sheet.write_string_with_format(at, 0, &row.section, &wrapped)?;
        sheet.write_string_with_format(at, 1, &row.text, &wrapped)?;
    }
    let headings = ["Avsnitt", "Text"].map(|heading| {
        TableColumn::new().set_header(heading).set_header_format(header_format(Kolumnslag::Text, false))
    });
    let table = Table::new().set_name("T_texter").set_columns(&headings).set_style(TableStyle::Light1);
    sheet.add_table(0, 0, rows.len() as u32, 1, &table)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}
