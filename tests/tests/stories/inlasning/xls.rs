//! The old Excel format, written by another program (python3-xlwt), gives what the same table gives as .xlsx.
use std::path::Path;
use std::process::Command;

use plan_core::inlasning::Innehall;
use plan_exchange::{Lasning, ReadOptions, Source, read};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use serde_json::{Value, json};

use crate::stod::say;

const SCRIPT: &str = "
import datetime, json, sys, xlwt
book = xlwt.Workbook(encoding='utf-8')
sheet = book.add_sheet('Aktiviteter')
day = xlwt.easyxf(num_format_str='YYYY-MM-DD')
for r, row in enumerate(json.loads(sys.argv[1])):
    for c, cell in enumerate(row):
        if isinstance(cell, dict):
            sheet.write(r, c, datetime.date.fromisoformat(cell['dag']), day)
        elif cell != '':
            sheet.write(r, c, cell)
book.save(sys.argv[2])
";

/// A title above, words with å ä ö, numbers, a share, days as days and as text, an empty cell.
fn table() -> Value {
    json!([
        ["Hamnnämndens aktiviteter 2026"],
        [],
        ["Uppdrag", "Aktivitet", "Ansvarig", "Start", "Slut", "Status", "Färdigt %", "Kommentar"],
        [1, "Gjuta norra kajen", "Hamnchef", { "dag": "2026-01-12" }, { "dag": "2026-09-30" }, "Pågår enligt plan", 40, ""],
        [1, "Mäta djupet", "Lots", "VT26", "vecka 40", "Försenad", 12.5, "Väntar på båt."],
        [2, "Köpa kran – 40 ton", "Hamnchef", "", { "dag": "2026-12-18" }, "Klar", 100, "Åtgärdat."],
    ])
}

fn xlsx(table: &Value) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Aktiviteter").unwrap();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    for (r, row) in (0..).zip(table.as_array().unwrap()) {
        for (c, cell) in (0..).zip(row.as_array().unwrap()) {
            match cell {
                Value::String(text) if text.is_empty() => continue,
                Value::String(text) => sheet.write(r, c, text),
                Value::Number(number) => sheet.write(r, c, number.as_f64().unwrap()),
                date => {
                    let date = ExcelDateTime::parse_from_str(date["dag"].as_str().unwrap()).unwrap();
                    sheet.write_with_format(r, c, &date, &day)
                }
            }
            .unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// `None`, with a word, where no Python with xlwt is installed; in CI that is a failure.
fn xls(table: &Value, folder: &Path) -> Option<Vec<u8>> {
    let file = folder.join("hamn.xls");
    let written = ["/usr/bin/python3", "python3"].iter().any(|python| {
        let output = Command::new(python).args(["-c", SCRIPT, &table.to_string()]).arg(&file).output();
        output.is_ok_and(|output| output.status.success())
    });
    if !written {
        assert!(!std::env::var("CI").is_ok_and(|ci| ci == "true"), "python3-xlwt is needed in CI");
        say("skipped: python3-xlwt is not installed");
        return None;
    }
    Some(std::fs::read(file).unwrap())
}

fn read_as(name: &str, bytes: &[u8]) -> Lasning {
    read(Source { name, bytes }, &ReadOptions::default()).unwrap()
}

#[test]
fn an_xls_gives_what_its_xlsx_gives() {
    let folder = tempfile::tempdir().unwrap();
    let Some(bytes) = xls(&table(), folder.path()) else { return };
    assert!(bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]), "the old container");
    let old = read_as("hamn.xls", &bytes);
    assert_eq!(old, read_as("hamn.xlsx", &xlsx(&table())));
    let [tabell] = &old.tabeller[..] else { panic!("one table: {old:?}") };
    let rows: Vec<&Innehall> = tabell.rader.iter().map(|rad| &rad.innehall).collect();
    let [Innehall::Aktivitet(kaj), Innehall::Aktivitet(djup), Innehall::Aktivitet(_)] = rows[..] else {
        panic!("three aktiviteter: {tabell:?}")
    };
    assert_eq!(
        (kaj.titel.as_str(), kaj.uppdrag.as_deref(), kaj.fardiggrad),
        ("Gjuta norra kajen", Some("1"), Some(40))
    );
    assert_eq!(kaj.slut.as_ref().unwrap().datum, "2026-09-30".parse().ok());
    assert_eq!(
        (djup.slut.as_ref().unwrap().text.as_str(), djup.kommentar.as_deref()),
        ("vecka 40", Some("Väntar på båt."))
    );
}
