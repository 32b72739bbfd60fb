//! PDF and Excel beside other programs on the same content: CPU seconds, medians, in one run.
//! `cargo bench --bench peers` (short: fewer rounds). `RODA_TRADEN_BENCH=allt` adds Typst and WeasyPrint where Python has them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]
mod support;

use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::NaiveDate;
use plan_core::belopp::Ore;
use plan_core::period::Period;
use plan_core::rapport::Rapportslag;
use plan_core::uppfoljning::Status;
use plan_export::{Fonts, layout, pdf, xlsx};
use plan_report::format;
use plan_report::tree::*;
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, Table, TableColumn, Workbook};
use support::{Mode, cpu, heading, line, median, mode, root};

const SECTIONS: usize = 20;
const ROWS: usize = 100;
const EXCEL_ROWS: usize = 50_000;
const SHARES: [f32; 7] = [0.27, 0.2, 0.08, 0.08, 0.1, 0.08, 0.19];

fn main() {
    let rounds = if mode() == Mode::Short { 3 } else { 9 };
    let folder = support::disk();
    heading("CPU seconds, medians", "the other");
    pdf_rows(folder.path(), rounds, mode() == Mode::Full);
    excel_rows(folder.path(), rounds);
}

fn pdf_rows(folder: &Path, rounds: usize, all: bool) {
    let rapport = report((0..SECTIONS).map(|n| section(n, ROWS)).collect());
    let content = folder.join("content.json");
    std::fs::write(&content, serde_json::to_vec(&peer_content(&rapport)).unwrap()).unwrap();
    let ours = median(rounds, || {
        cpu(|| {
            let mut fonts = Fonts::load().unwrap();
            let pages = layout(&rapport, &mut fonts);
            pdf(&pages, &fonts).unwrap();
        })
    });
    let mut peers = vec![("ReportLab", "reportlab_pdf.py", "≤ 0.25")];
    if all {
        peers.extend([("Typst", "typst_pdf.py", "–"), ("WeasyPrint", "weasyprint_pdf.py", "–")]);
    }
    for (name, script, goal) in peers {
        let arguments = [content.clone(), folder.join("peer.pdf"), root().join("assets/fonts")];
        let other = peer(script, &arguments, rounds.min(3));
        line(&format!("PDF of {} rows, beside {name}", SECTIONS * ROWS), ours, other, goal);
    }
}

fn excel_rows(folder: &Path, rounds: usize) {
    let mut wide = report(vec![]);
    wide.avsnitt = vec![excel_section()];
    let ours = median(rounds, || cpu(|| drop(xlsx::xlsx(&wide).unwrap())));
    let bare = median(rounds, || cpu(|| drop(bare_workbook())));
    line(&format!("Excel of {EXCEL_ROWS} rows, beside the library alone"), ours, Some(bare), "≤ 1.3");
    let arguments = [PathBuf::from(EXCEL_ROWS.to_string()), folder.join("peer.xlsx")];
    let python = peer("xlsxwriter_excel.py", &arguments, rounds.min(3));
    line(&format!("Excel of {EXCEL_ROWS} rows, beside XlsxWriter"), ours, python, "≤ 0.33");
}

/// Runs a Python peer and reads the CPU seconds it prints; `None` where Python or the library is missing.
/// The system's own Python comes first: that is the one the distribution's packages belong to.
fn peer(script: &str, arguments: &[PathBuf], rounds: usize) -> Option<f64> {
    let script = root().join("tests/benches/peers").join(script);
    let python = ["/usr/bin/python3", "python3"]
        .into_iter()
        .find(|python| run(python, &script, arguments).is_some())?;
    Some(median(rounds, || run(python, &script, arguments).unwrap_or(f64::NAN)))
}

fn run(python: &str, script: &Path, arguments: &[PathBuf]) -> Option<f64> {
    let output = Command::new(python).arg(script).args(arguments).output().ok()?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok().filter(|_| output.status.success())
}

fn words(text: &str) -> Text {
    vec![Inline { text: text.to_owned(), ..Inline::default() }]
}

fn report(avsnitt: Vec<Avsnitt>) -> Rapport {
    Rapport {
        slag: Rapportslag::Manad,
        titel: "Månadsrapport oktober 2026".into(),
        kommun: "Påhittade kommun".into(),
        namnd: "Nämnden".into(),
        avsandare: "Förvaltningen".into(),
        period_text: "oktober 2026".into(),
        period: Period::new(2026, 10).unwrap(),
        dnr: String::new(),
        datum: NaiveDate::from_ymd_opt(2026, 10, 31).unwrap(),
        lage: Lage::Utkast,
        ersatter: String::new(),
        accent: None,
        avsnitt,
        teckenregler: vec![],
    }
}

const COLUMNS: [(&str, Kolumnslag); 7] = [
    ("Aktivitet", Kolumnslag::Namn),
    ("Ansvarig", Kolumnslag::Text),
    ("Budget", Kolumnslag::Tkr),
    ("Prognos", Kolumnslag::Tkr),
    ("Avvikelse", Kolumnslag::TkrAvvikelse),
    ("Status", Kolumnslag::Status),
    ("Kommentar", Kolumnslag::Text),
];

fn section(n: usize, rows: usize) -> Avsnitt {
    let names =
        ["Följa upp rutinen för övergångar", "Kartlägga köerna till särskilt boende", "Utbilda handledare"];
    let units = ["Enheten för stöd och service", "Hemtjänst norr", "Myndighetsutövning barn och unga"];
    let remarks = ["Enligt plan.", "Nästa avstämning sker i november.", "Återrekryteringen är försenad."];
    let line = |i: usize| {
        let (budget, forecast) = ((i * 7_919_131 % 90_000_000) as i64, (i * 10_472_921 % 90_000_000) as i64);
        let late = i.is_multiple_of(4);
        Tabellrad {
            slag: Radslag::Vanlig,
            celler: vec![
                Cell::Text(words(&format!("{n}.{i} {}", names[i % 3]))),
                Cell::Text(words(units[i % 3])),
                Cell::Ore(Ore(budget)),
                Cell::Ore(Ore(forecast)),
                Cell::Ore(Ore(forecast - budget)),
                Cell::Status {
                    status: if late { Status::Forsenad } else { Status::PagarEnligtPlan },
                    ord: if late { "Försenad" } else { "Pågår enligt plan" }.into(),
                },
                Cell::Text(words(remarks[i % 3])),
            ],
        }
    };
    let text = "Förvaltningens samlade prognos visar ett överskott mot budget. Sjukfrånvaron har minskat inom \
        hemtjänsten men ökar inom särskilt boende, där bemanningsplaneringen nu ses över tillsammans med enheterna.";
    Avsnitt {
        id: format!("del-{n}"),
        rubrik: format!("Verksamhetsområde {n}"),
        block: vec![Block::Stycke(words(text)), Block::Tabell(table(n, (0..rows).map(line).collect()))],
        underavsnitt: vec![],
    }
}

fn table(n: usize, rader: Vec<Tabellrad>) -> Tabell {
    let kolumner = COLUMNS.map(|(rubrik, slag)| Kolumn { rubrik: rubrik.into(), slag }).to_vec();
    Tabell {
        id: format!("t{n}"),
        rubrik: "Aktiviteter".into(),
        kolumner,
        rader,
        noter: vec![],
        blad: "Aktiviteter".into(),
    }
}

/// The same words and figures for the peers, already formatted: they have less to do than we.
fn peer_content(rapport: &Rapport) -> serde_json::Value {
    let sections: Vec<serde_json::Value> = rapport
        .avsnitt
        .iter()
        .map(|section| {
            let mut part = serde_json::json!({ "heading": section.rubrik });
            for block in &section.block {
                match block {
                    Block::Stycke(text) => part["text"] = format::klartext(text).into(),
                    Block::Tabell(table) => {
                        let row = |row: &Tabellrad| -> Vec<String> {
                            row.celler
                                .iter()
                                .zip(&table.kolumner)
                                .map(|(c, k)| format::cell(c, k.slag))
                                .collect()
                        };
                        part["rows"] = table.rader.iter().map(row).collect::<Vec<_>>().into();
                    }
                    _ => {}
                }
            }
            part
        })
        .collect();
    let columns = COLUMNS.map(|(heading, _)| heading);
    serde_json::json!({ "title": rapport.titel, "columns": columns, "shares": SHARES, "sections": sections })
}

fn excel_section() -> Avsnitt {
    let end = NaiveDate::from_ymd_opt(2026, 10, 31).unwrap();
    let line = |i: usize| Tabellrad {
        slag: Radslag::Vanlig,
        celler: vec![
            Cell::Text(words(&format!("{i}.1 Följa upp rutinen för övergångar"))),
            Cell::Status {
                status: if i.is_multiple_of(3) { Status::Forsenad } else { Status::PagarEnligtPlan },
                ord: if i.is_multiple_of(3) { "Försenad" } else { "Pågår enligt plan" }.into(),
            },
            Cell::Datum(end),
            Cell::Procent((i % 101) as u8),
            Cell::Ore(Ore((i as i64 * 7919) % 1_000_000)),
            Cell::Ore(Ore(-(i as i64 * 104_729) % 1_000_000)),
            Cell::Text(words("Enligt plan, nästa avstämning i november.")),
        ],
    };
    let mut table = table(0, (0..EXCEL_ROWS).map(line).collect());
    use Kolumnslag::{Datum, Procent, Status as S, Text as T, Tkr};
    for (column, slag) in table.kolumner.iter_mut().zip([T, S, Datum, Procent, Tkr, Tkr, T]) {
        column.slag = slag;
    }
    Avsnitt { id: "e".into(), rubrik: "E".into(), block: vec![Block::Tabell(table)], underavsnitt: vec![] }
}

/// What the library needs for the same cells and formats, with nothing of ours between.
fn bare_workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let top = Format::new().set_align(FormatAlign::Top);
    let (tkr, day) = (top.clone().set_num_format("#,##0"), top.clone().set_num_format("yyyy-mm-dd"));
    let text = top.set_text_wrap();
    let end = ExcelDateTime::from_ymd(2026, 10, 31).unwrap();
    for i in 0..EXCEL_ROWS {
        let row = i as u32 + 2;
        let status = if i.is_multiple_of(3) { "Försenad" } else { "Pågår enligt plan" };
        sheet
            .write_string_with_format(row, 0, format!("{i}.1 Följa upp rutinen för övergångar"), &text)
            .unwrap();
        sheet.write_string_with_format(row, 1, status, &text).unwrap();
        sheet.write_datetime_with_format(row, 2, &end, &day).unwrap();
        sheet.write_number_with_format(row, 3, (i % 101) as f64, &tkr).unwrap();
        sheet.write_number_with_format(row, 4, (i * 7919 % 1_000_000) as f64 / 1e5, &tkr).unwrap();
        sheet.write_number_with_format(row, 5, -((i * 104_729 % 1_000_000) as f64) / 1e5, &tkr).unwrap();
        sheet.write_string_with_format(row, 6, "Enligt plan, nästa avstämning i november.", &text).unwrap();
    }
    let columns = COLUMNS.map(|(heading, _)| TableColumn::new().set_header(heading));
    sheet.add_table(1, 0, EXCEL_ROWS as u32 + 1, 6, &Table::new().set_columns(&columns)).unwrap();
    book.save_to_buffer().unwrap()
}
