//! A cell's value and how Excel shows it. The value is what the model holds; rounding is the number format's work.
use chrono::NaiveDate;
use plan_core::belopp::Tal;
use plan_core::uppfoljning::Status;
use plan_report::format;
use plan_report::tree::{Cell, Kolumnslag, Text};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Worksheet};

use super::excel_date;
use crate::ExportError;

/// The most characters a cell can hold.
const LONGEST_TEXT: usize = 32_767;
const CUT: &str = " … (förkortad här, hela texten står i PDF-filen)";

/// Excel's own minus is a hyphen; the report prints U+2212, here as on paper.
const TKR: &str = "#,##0;\u{2212}#,##0;0";
const TKR_SIGNED: &str = "+#,##0;\u{2212}#,##0;0";

/// The formats of one column: made once per column, not per cell.
pub(super) struct ColumnFormats {
    normal: Format,
    sum: Format,
    indented: Format,
}

/// Whether a column's cells stand to the right.
pub(super) fn is_figures(slag: Kolumnslag) -> bool {
    matches!(slag, Kolumnslag::Tkr | Kolumnslag::TkrAvvikelse | Kolumnslag::Tal | Kolumnslag::Procent)
}

impl ColumnFormats {
    /// `apart`: a text after figures, which would touch them.
    pub(super) fn new(slag: Kolumnslag, apart: bool) -> ColumnFormats {
        let base = Format::new().set_align(FormatAlign::Top);
        // Said outright: without a side of its own, an indent at the top of a cell is one downwards.
        let right = || base.clone().set_align(FormatAlign::Right);
        let left = |step| base.clone().set_align(FormatAlign::Left).set_indent(step);
        let normal = match slag {
            Kolumnslag::Tkr => right().set_num_format(TKR),
            Kolumnslag::TkrAvvikelse => right().set_num_format(TKR_SIGNED),
            Kolumnslag::Procent => right().set_num_format("0\" %\""),
            Kolumnslag::Datum => left(u8::from(apart)).set_num_format("yyyy\\-mm\\-dd"),
            Kolumnslag::Tal => right(),
            _ => left(u8::from(apart)).set_text_wrap(),
        };
        let sum = normal.clone().set_bold().set_border_top(FormatBorder::Thin);
        let indented = normal.clone().set_align(FormatAlign::Left).set_indent(2);
        ColumnFormats { normal, sum, indented }
    }

    /// `names`: the cell names its row.
    pub(super) fn of_row(&self, row: plan_report::tree::Radslag, names: bool) -> &Format {
        use plan_report::tree::Radslag;
        match row {
            Radslag::Summa => &self.sum,
            Radslag::Indragen if names => &self.indented,
            _ => &self.normal,
        }
    }
}

/// Where a cell stands.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) row: u32,
    pub(super) column: u16,
}

pub(super) fn write(
    sheet: &mut Worksheet,
    at: Place,
    cell: &Cell,
    format: &Format,
) -> Result<(), ExportError> {
    let Place { row, column } = at;
    match cell {
        Cell::Text(text) => sheet.write_string_with_format(row, column, flatten(text), format)?,
        Cell::Ore(ore) => sheet.write_number_with_format(row, column, ore.0 as f64 / 100_000.0, format)?,
        Cell::Tal { tal, decimaler, enhet, visa_enhet } => {
            let enhet = if *visa_enhet || enhet == "%" { enhet } else { "" };
            let format = format.clone().set_num_format(number_format(*decimaler, enhet));
            sheet.write_number_with_format(row, column, tal.as_f64(), &format)?
        }
        Cell::Procent(percent) => sheet.write_number_with_format(row, column, *percent, format)?,
        Cell::Datum(date) => write_date(sheet, at, *date, format)?,
        Cell::Status { ord, .. } => sheet.write_string_with_format(row, column, ord, format)?,
        Cell::Bedomning(verdict) => sheet.write_string_with_format(row, column, &verdict.ord, format)?,
        Cell::Saknas(reason) => {
            let format = format.clone().set_font_color(MUTED);
            sheet.write_string_with_format(row, column, format::saknas(*reason), &format)?
        }
        Cell::Tom => sheet.write_blank(row, column, format)?,
    };
    Ok(())
}

fn write_date<'s>(
    sheet: &'s mut Worksheet,
    at: Place,
    date: NaiveDate,
    format: &Format,
) -> Result<&'s mut Worksheet, ExportError> {
    Ok(sheet.write_datetime_with_format(at.row, at.column, &excel_date(date)?, format)?)
}

/// Room for so many lines of text: not every program makes the room itself.
pub(super) fn row_height(sheet: &mut Worksheet, row: u32, lines: usize) -> Result<(), ExportError> {
    if lines > 1 {
        // Excel's highest row is 409 points.
        sheet.set_row_height(row, (lines as f64 * 15.0).min(409.0))?;
    }
    Ok(())
}

/// "0.0" with the unit behind, as on paper.
pub(super) fn number_format(decimals: u8, unit: &str) -> String {
    let decimals = match decimals {
        0 => String::new(),
        n => format!(".{}", "0".repeat(usize::from(n.min(6)))),
    };
    // What paper prints behind a nought; a unit that only says that it is a count is left out.
    let nought = format::tal(Tal(0), 0);
    let unit = match format::med_enhet(Tal(0), 0, unit).strip_prefix(&nought).unwrap_or_default().trim() {
        "" => String::new(),
        unit => format!("\" {}\"", unit.replace('"', "")),
    };
    format!("#,##0{decimals}{unit};\u{2212}#,##0{decimals}{unit}")
}

/// The words of a text, cut where Excel's cell ends.
pub(super) fn flatten(text: &Text) -> String {
    let words: String = text.iter().map(|part| part.text.as_str()).collect();
    // A character is at least one byte: only long texts are counted.
    if words.len() <= LONGEST_TEXT || words.chars().count() <= LONGEST_TEXT {
        return words;
    }
    let room = LONGEST_TEXT - CUT.chars().count();
    words.chars().take(room).chain(CUT.chars()).collect()
}

pub(super) const MUTED: Color = Color::RGB(0x5A_66_6E);

/// Symbol and colour of a status, shown beside its word by conditional format: the cell's value is the word alone.
pub(super) fn status_look(status: Status) -> (&'static str, Color) {
    match status {
        Status::EjPaborjad => ("○", MUTED),
        Status::PagarEnligtPlan => ("◐", Color::RGB(0x0B_6B_5E)),
        Status::PagarMedAvvikelse => ("▲", Color::RGB(0x8A_5A_00)),
        Status::Forsenad => ("◆", Color::RGB(0xA6_2B_1F)),
        Status::Genomford => ("●", Color::RGB(0x1B_4F_8F)),
        Status::Avbruten => ("⊗", MUTED),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use plan_report::tree::Inline;

    #[test]
    fn a_text_too_long_for_excel_says_where_the_rest_stands() {
        let text = vec![Inline { text: "å".repeat(40_000), ..Inline::default() }];
        let cell = flatten(&text);
        assert_eq!(cell.chars().count(), LONGEST_TEXT);
        assert!(cell.ends_with(CUT));
    }

    #[test]
    fn number_formats_carry_decimals_and_per_cent() {
        assert_eq!(number_format(1, "%"), "#,##0.0\" %\";\u{2212}#,##0.0\" %\"");
        assert_eq!(number_format(0, "antal"), "#,##0;\u{2212}#,##0");
        assert_eq!(number_format(0, "dagar"), "#,##0\" dagar\";\u{2212}#,##0\" dagar\"");
    }
}
