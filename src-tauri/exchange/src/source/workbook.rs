//! Workbooks through calamine: xlsx and xlsb cell by cell, xls and ods sheet by sheet.
use std::borrow::Cow;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{
    CellErrorType, Data, DataRef, ExcelDateTime, Ods, OdsError, Reader, Sheet as Meta, SheetType,
    SheetVisible, Xls, XlsError, Xlsb, Xlsx, XlsxError,
};
use chrono::NaiveDate;

use super::{Sheets, Unread, check_cells, container};
use crate::cell::date;
use crate::error::{Filslag, Grans, ReadError};
use crate::limits::{MAX_CELLS, MAX_COLUMNS};
use crate::sheet::{Cell, Sheet, SheetBuilder};

type Bytes<'b> = Cursor<&'b [u8]>;

/// Hands over the sheets that are shown. A parser that panics on broken bytes is a damaged file, never a crash.
pub(super) fn read(kind: Filslag, bytes: &[u8], sheets: &mut dyn Sheets) -> Result<(), ReadError> {
    let unpacked;
    let bytes = if kind == Filslag::Xls {
        bytes
    } else {
        unpacked = container::unpacked(kind, bytes)?;
        &unpacked
    };
    let parse = AssertUnwindSafe(|| match kind {
        Filslag::Xls => xls(bytes, sheets),
        Filslag::Ods => ods(bytes, sheets),
        Filslag::Xlsb => xlsb(bytes, sheets),
        _ => xlsx(bytes, sheets),
    });
    catch_unwind(parse).unwrap_or_else(|_| Err(damaged(kind, "the parser gave up")))
}

fn damaged(kind: Filslag, detail: &str) -> ReadError {
    ReadError::Damaged { kind, detail: detail.to_owned() }
}

/// The sheets to read: worksheets, shown ones; where all are hidden, all.
fn shown(all: &[Meta], sheets: &mut dyn Sheets) -> Vec<String> {
    let is_sheet = |meta: &&Meta| meta.typ == SheetType::WorkSheet;
    let any_shown = all.iter().filter(is_sheet).any(|meta| meta.visible == SheetVisible::Visible);
    let mut out = Vec::new();
    for meta in all.iter().filter(is_sheet) {
        if any_shown && meta.visible != SheetVisible::Visible {
            sheets.unread(meta.name.clone(), Unread::Hidden);
        } else {
            out.push(meta.name.clone());
        }
    }
    out
}

fn xlsx(bytes: &[u8], sheets: &mut dyn Sheets) -> Result<(), ReadError> {
    let mut book: Xlsx<Bytes<'_>> = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => ReadError::Encrypted { kind: Filslag::Xlsx },
        error => damaged(Filslag::Xlsx, &error.to_string()),
    })?;
    let names = shown(book.sheets_metadata(), sheets);
    let mut total = 0;
    for name in names {
        let merged = upright_merges(&mut book, &name);
        match xlsx_sheet(&mut book, &name, &mut total) {
            Ok(mut sheet) => {
                sheet.fill_down(&merged);
                sheets.sheet(sheet)?;
            }
            Err(Some(refusal)) => return Err(refusal),
            Err(None) => sheets.unread(name, Unread::Damaged),
        }
    }
    Ok(())
}

/// Larger sheets are not looked through a second time for merged cells.
const MERGES_UP_TO_ROWS: u32 = 5_000;

/// Cells merged over several rows, as 0-based first row, last row and column: their value holds for each of the rows.
fn upright_merges(book: &mut Xlsx<Bytes<'_>>, name: &str) -> Vec<(u32, u32, u32)> {
    let rows = book.worksheet_cells_reader(name).map_or(u32::MAX, |reader| reader.dimensions().end.0);
    if rows > MERGES_UP_TO_ROWS {
        return Vec::new();
    }
    let merges = book.merge_cells_by_sheet_name(name).unwrap_or_default();
    let upright = merges.iter().filter(|merge| merge.end.0 > merge.start.0);
    upright.map(|merge| (merge.start.0, merge.end.0, merge.start.1)).collect()
}

/// `Err(None)`: this sheet cannot be read.
fn xlsx_sheet<'a>(
    book: &'a mut Xlsx<Bytes<'_>>,
    name: &str,
    total: &mut usize,
) -> Result<Sheet<'a>, Option<ReadError>> {
    let mut reader = book.worksheet_cells_reader(name).map_err(|_| None)?;
    let is_percent: Vec<bool> = reader.styles().iter().map(is_percent).collect();
    let mut builder = SheetBuilder::default();
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(|_| None)? {
        let (row, column) = cell.get_position();
        let percent = is_percent.get(style).copied().unwrap_or(false);
        push(&mut builder, (row, column), from_ref(into_value(cell), percent))?;
        if builder.len() % 4096 == 0 {
            check_cells(*total + builder.len())?;
        }
    }
    *total += builder.len();
    check_cells(*total)?;
    Ok(builder.finish(name.to_owned(), true))
}

fn is_percent(style: &calamine::Style) -> bool {
    style.number_format.as_ref().is_some_and(|format| format.format_code.contains('%'))
}

/// calamine gives a cell's value by reference only.
fn into_value<'a>(cell: calamine::Cell<DataRef<'a>>) -> DataRef<'a> {
    cell.get_value().clone()
}

fn xlsb(bytes: &[u8], sheets: &mut dyn Sheets) -> Result<(), ReadError> {
    let book: Xlsb<Bytes<'_>> =
        Xlsb::new(Cursor::new(bytes)).map_err(|error| damaged(Filslag::Xlsb, &error.to_string()))?;
    ranges(book, Filslag::Xlsb, sheets)
}

fn xls(bytes: &[u8], sheets: &mut dyn Sheets) -> Result<(), ReadError> {
    let book: Xls<Bytes<'_>> = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => ReadError::Encrypted { kind: Filslag::Xls },
        error => damaged(Filslag::Xls, &error.to_string()),
    })?;
    ranges(book, Filslag::Xls, sheets)
}

fn ods(bytes: &[u8], sheets: &mut dyn Sheets) -> Result<(), ReadError> {
    let book: Ods<Bytes<'_>> = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
        OdsError::Password => ReadError::Encrypted { kind: Filslag::Ods },
        OdsError::CellLimitExceeded { .. } => ReadError::TooLarge { grans: Grans::Celler, max: MAX_CELLS },
        error => damaged(Filslag::Ods, &error.to_string()),
    })?;
    ranges(book, Filslag::Ods, sheets)
}

/// Sheets of a reader that has each of them as a whole.
fn ranges<'b, R: Reader<Bytes<'b>>>(
    mut book: R,
    kind: Filslag,
    sheets: &mut dyn Sheets,
) -> Result<(), ReadError> {
    let _ = kind;
    let names = shown(book.sheets_metadata(), sheets);
    let mut total = 0;
    for name in names {
        let Ok(range) = book.worksheet_range(&name) else {
            sheets.unread(name, Unread::Damaged);
            continue;
        };
        let (first_row, first_column) = range.start().unwrap_or((0, 0));
        let mut builder = SheetBuilder::default();
        for (row, cells) in (first_row..).zip(range.rows()) {
            for (column, cell) in (first_column..MAX_COLUMNS).zip(cells) {
                builder.push(row, column, from_data(cell));
            }
            check_cells(total + builder.len())?;
        }
        total += builder.len();
        sheets.sheet(builder.finish(name, true))?;
    }
    Ok(())
}

fn push<'a>(
    builder: &mut SheetBuilder<'a>,
    (row, column): (u32, u32),
    cell: Cell<'a>,
) -> Result<(), Option<ReadError>> {
    if column < MAX_COLUMNS {
        builder.push(row, column, cell);
    }
    Ok(())
}

fn from_ref(value: DataRef<'_>, percent: bool) -> Cell<'_> {
    match value {
        DataRef::Int(value) => Cell::Number { value: value as f64, percent },
        DataRef::Float(value) => Cell::Number { value, percent },
        DataRef::String(text) => Cell::Text(Cow::Owned(text)),
        DataRef::SharedString(text) => Cell::Text(Cow::Borrowed(text)),
        DataRef::Bool(value) => Cell::Bool(value),
        DataRef::DateTime(value) => from_serial(&value),
        DataRef::DateTimeIso(text) => from_iso(Cow::Owned(text)),
        DataRef::DurationIso(text) => Cell::Text(Cow::Owned(text)),
        DataRef::Error(error) => Cell::Error(error_text(&error)),
        DataRef::Empty => Cell::Empty,
    }
}

fn from_data(value: &Data) -> Cell<'_> {
    match value {
        Data::Int(value) => Cell::Number { value: *value as f64, percent: false },
        Data::Float(value) => Cell::Number { value: *value, percent: false },
        Data::String(text) => Cell::Text(Cow::Borrowed(text)),
        Data::Bool(value) => Cell::Bool(*value),
        Data::DateTime(value) => from_serial(value),
        Data::DateTimeIso(text) => from_iso(Cow::Borrowed(text)),
        Data::DurationIso(text) => Cell::Text(Cow::Borrowed(text)),
        Data::Error(error) => Cell::Error(error_text(error)),
        Data::Empty => Cell::Empty,
    }
}

/// xlsx and xls keep a day as a number of days.
fn from_serial(value: &ExcelDateTime) -> Cell<'static> {
    let (year, month, day, ..) = value.to_ymd_hms_milli();
    let date = NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day));
    match date {
        Some(date) if value.is_datetime() && value.as_f64() >= 1.0 => Cell::Date(date),
        _ => Cell::Number { value: value.as_f64(), percent: false },
    }
}

/// ods keeps a day as text.
fn from_iso(text: Cow<'_, str>) -> Cell<'_> {
    date::plain_day(&text).map_or(Cell::Text(text), Cell::Date)
}

fn error_text(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        CellErrorType::GettingData => "#DATA!",
    }
}
