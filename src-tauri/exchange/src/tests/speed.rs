//! How long a large workbook takes beside calamine's own reading of it. Run with `--ignored`, optimised.
use std::io::Cursor;
use std::time::Instant;

use calamine::{Reader, Xlsx};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::read_as;
use crate::sheet::Sheet;
use crate::source::{Sheets, Unread, each_sheet};
use crate::{ReadError, Source};

/// Takes sheets and does nothing with them.
struct Nowhere;

impl Sheets for Nowhere {
    fn sheet(&mut self, _: Sheet<'_>) -> Result<(), ReadError> {
        Ok(())
    }

    fn unread(&mut self, _: String, _: Unread) {}
}

fn large(rows: u32) -> Vec<u8> {
    let mut book = Workbook::new();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let sheet = book.add_worksheet();
    for (column, heading) in
        ["Nr", "Aktivitet", "Ansvarig", "Enhet", "Start", "Klart", "Status", "Färdigt", "Kommentar"]
            .iter()
            .enumerate()
    {
        sheet.write(0, u16::try_from(column).unwrap(), *heading).unwrap();
    }
    for row in 1..=rows {
        sheet.write(row, 0, row).unwrap();
        sheet.write(row, 1, format!("Genomföra aktivitet nummer {row} i planen")).unwrap();
        sheet.write(row, 2, format!("Enhetschef {}", row % 40)).unwrap();
        sheet.write(row, 3, format!("Enhet {}", row % 40)).unwrap();
        sheet.write_with_format(row, 4, ExcelDateTime::from_ymd(2026, 1, 1).unwrap(), &day).unwrap();
        sheet.write(row, 5, if row % 3 == 0 { "HT26" } else { "2026-10-30" }).unwrap();
        sheet.write(row, 6, ["Pågår", "Klar", "Ej påbörjad"][row as usize % 3]).unwrap();
        sheet.write(row, 7, row % 100).unwrap();
        sheet.write(row, 8, format!("En kommentar om läget i aktivitet {row}, skriven av chefen")).unwrap();
    }
    book.save_to_buffer().unwrap()
}

#[test]
#[ignore = "a measurement"]
fn twice_the_bare_read_at_most() {
    let bytes = large(50_000);
    for _ in 0..3 {
        let start = Instant::now();
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.as_slice())).unwrap();
        let bare_rows = book.worksheet_range_at(0).unwrap().unwrap().height();
        let bare = start.elapsed();
        let start = Instant::now();
        each_sheet(&Source { name: "a.xlsx", bytes: &bytes }, &mut Nowhere).unwrap();
        let cells = start.elapsed();
        let start = Instant::now();
        let rows = read_as("a.xlsx", &bytes).unwrap().tabeller[0].rader.len();
        let ours = start.elapsed();
        println!(
            "calamine {bare:?} ({bare_rows} rows), cells {cells:?}, typed rows {ours:?} ({rows} rows), ratio {:.2}",
            ours.as_secs_f64() / bare.as_secs_f64()
        );
    }
}
