//! The document and the rules on it, beside raw SQLite, a bare read or a plain pass in memory: medians of rounds that take turns.
//! Short mode builds a file of 100,000 log rows; `RODA_TRADEN_BENCH=allt` the ten-year one of two million.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]
mod support;

use std::path::Path;

use calamine::{Reader, Xlsx};
use plan_core::aktivitet::ops::AktivitetPatch;
use plan_core::document::{Access, Document};
use plan_core::inlasning::ImportOptions;
use plan_core::period::Period;
use plan_core::uppfoljning::ops::NyStatus;
use plan_core::uppfoljning::{Status, Statusbarare};
use plan_core::view::PlanView;
use plan_exchange::{ReadOptions, Source, read};
use plan_report::fakta::{Fakta, diff};
use rusqlite::Connection;
use support::content::{aktiviteter, empty_plan, environment, import, matetal, uppdrag};
use support::{Mode, cpu, disk, heading, line, median, medians, mode, wall};

/// One bench, given a folder on a real disk.
type Part = fn(&Path);

fn main() {
    let folder = disk();
    let parts: [(&str, Part); 6] = [
        ("edit", one_edit),
        ("read", read_after_edit),
        ("import", imports),
        ("roll-up", roll_up),
        ("facts", facts),
        ("ten-years", ten_years),
    ];
    // `cargo bench --bench document -- import` runs one part.
    let wanted = std::env::args().nth(1).filter(|word| !word.starts_with("--"));
    for (name, part) in parts {
        if wanted.as_deref().is_none_or(|wanted| wanted == name) {
            part(folder.path());
        }
    }
}

fn period() -> Period {
    Period::new(2026, 10).unwrap()
}

/// A logged edit beside the same row written durably by SQLite alone.
fn one_edit(folder: &Path) {
    heading("Wall seconds", "raw SQLite");
    let mut document = empty_plan(&folder.join("edit.vplan"));
    import(&mut document, &[uppdrag(10), aktiviteter(1_000, 10)]);
    let id = document.read_plan().unwrap().aktivitet[500].id;
    let raw = Connection::open(folder.join("raw.db")).unwrap();
    raw.execute_batch(
        "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL;
         CREATE TABLE aktivitet (id INTEGER PRIMARY KEY, titel TEXT NOT NULL) STRICT;
         INSERT INTO aktivitet VALUES (1, 'a');",
    )
    .unwrap();
    let mut n = 0;
    let mut title = move || {
        n += 1;
        format!("Följa upp rutinen, version {n}")
    };
    let rounds = if mode() == Mode::Short { 101 } else { 501 };
    let mut other = title;
    let (ours, bare) = medians(
        rounds,
        || {
            let patch = AktivitetPatch { titel: Some(title()), ..AktivitetPatch::default() };
            wall(|| {
                document.update_aktivitet(id, &patch).unwrap();
            })
        },
        || {
            let new = other();
            wall(|| {
                raw.execute("UPDATE aktivitet SET titel = ?1 WHERE id = 1", [new]).unwrap();
            })
        },
    );
    line("One logged edit", ours, Some(bare), "≤ 1.3");
}

/// What a window waits for after a digit: the plan with the new status in it, and the view that everything is read from.
fn read_after_edit(folder: &Path) {
    heading("Wall seconds", "read anew");
    let mut document = empty_plan(&folder.join("read.vplan"));
    import(&mut document, &[uppdrag(100), aktiviteter(5_000, 100), matetal(200, 3, 0)]);
    let plan = document.plan().unwrap();
    let mut aktivitet = plan.aktivitet.iter().cycle();
    let today = period().last_day();
    let mut anew = vec![];
    let mut ours = vec![];
    let mut views = vec![];
    for _ in 0..if mode() == Mode::Short { 21 } else { 101 } {
        let barare = Statusbarare::Aktivitet(aktivitet.next().unwrap().id);
        document.set_status(&new_status(barare)).unwrap();
        ours.push(wall(|| drop(document.plan().unwrap())));
        let plan = document.plan().unwrap();
        views.push(wall(|| drop(PlanView::new(&plan, period(), today))));
        anew.push(wall(|| drop(document.read_plan().unwrap())));
    }
    for times in [&mut anew, &mut ours, &mut views] {
        times.sort_by(f64::total_cmp);
    }
    let middle = |times: &[f64]| times[times.len() / 2];
    line("Plan of 5 000 aktiviteter after a status", middle(&ours), Some(middle(&anew)), "< 0.030 s");
    line("Its view", middle(&views), None, "");
}

fn new_status(barare: Statusbarare) -> NyStatus {
    NyStatus {
        barare,
        organisation_id: None,
        period: period(),
        status: Status::PagarMedAvvikelse,
        fardiggrad: Some(40),
        kommentar: "Två medarbetare saknas.".into(),
    }
}

fn imports(folder: &Path) {
    let count = if mode() == Mode::Short { 20_000 } else { 100_000 };
    let table = [uppdrag(100), aktiviteter(count, 100)];
    let values = [matetal(count / 200, 4, 0)];
    let mut n = 0;
    println!("\nTaken in, rows of the plan (each with its log row) per CPU second  goal ≥ 50000");
    for (what, tables) in [("aktiviteter with status", &table[..]), ("mätetal with values", &values[..])] {
        let mut rows = 0;
        let seconds = median(3, || {
            n += 1;
            let path = folder.join(format!("import-{n}.vplan"));
            let mut document = empty_plan(&path);
            let seconds = cpu(|| import(&mut document, tables));
            document.close().unwrap();
            rows = log_rows(&path);
            seconds
        });
        println!("{what:<58}{:>10.0}", rows as f64 / seconds);
    }

    heading("CPU seconds", "calamine");
    let bytes = workbook(count);
    let mut document = empty_plan(&folder.join("verdicts.vplan"));
    let options = ImportOptions { period: Some(period()), year: 2026, endast_goda: false };
    let source = Source { name: "bench.xlsx", bytes: &bytes };
    let calamine = || {
        cpu(|| {
            let mut book: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(&bytes)).unwrap();
            assert_eq!(book.worksheet_range("Aktiviteter").unwrap().height(), count + 1);
        })
    };
    let typed = || cpu(|| assert_eq!(read(source, &ReadOptions::default()).unwrap().tabeller.len(), 1));
    let (ours, bare) = medians(3, typed, calamine);
    line(&format!("Excel of {count} rows to typed rows"), ours, Some(bare), "≤ 2");
    let verdicts = || {
        cpu(|| {
            let read = read(source, &ReadOptions::default()).unwrap();
            assert_eq!(document.preview_import(&read.tabeller, &options).unwrap().antal.ny, count);
        })
    };
    let (ours, bare) = medians(3, verdicts, calamine);
    line(&format!("Excel of {count} rows to verdicts"), ours, Some(bare), "≤ 2");
}

fn workbook(count: usize) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Aktiviteter").unwrap();
    let headings =
        ["Nr", "Aktivitet", "Ansvarig", "Startdatum", "Slutdatum", "Status", "Klart %", "Kommentar"];
    for (column, heading) in headings.iter().enumerate() {
        sheet.write_string(0, column as u16, *heading).unwrap();
    }
    for i in 0..count {
        let row = i as u32 + 1;
        sheet.write_string(row, 0, format!("{}.{}", i % 100 + 1, i / 100 + 1)).unwrap();
        sheet.write_string(row, 1, format!("Aktivitet {i}: följa upp rutinen för övergångar")).unwrap();
        sheet.write_string(row, 2, format!("Enhetschef {}", i % 40)).unwrap();
        sheet.write_string(row, 3, "2026-01-15").unwrap();
        sheet.write_string(row, 4, "2026-11-28").unwrap();
        sheet.write_string(row, 5, "Pågår enligt plan").unwrap();
        sheet.write_number(row, 6, (i % 100) as f64).unwrap();
        sheet.write_string(row, 7, "Enligt plan.").unwrap();
    }
    book.save_to_buffer().unwrap()
}

/// Where every node stands, beside reading the same rows with SQLite alone and one plain pass over them.
fn roll_up(folder: &Path) {
    heading("CPU seconds", "rows + pass");
    let path = folder.join("rollup.vplan");
    let mut document = empty_plan(&path);
    import(&mut document, &[uppdrag(400), aktiviteter(19_600, 400)]);
    document.close().unwrap();
    let document = Document::open(&path, Access::ReadOnly, environment()).unwrap();
    let raw = Connection::open(&path).unwrap();
    let today = period().last_day();
    let (ours, bare) = medians(
        7,
        || {
            cpu(|| {
                let plan = document.read_plan().unwrap();
                let view = PlanView::new(&plan, period(), today);
                let passed = plan
                    .aktivitet
                    .iter()
                    .filter(|a| view.lage(Statusbarare::Aktivitet(a.id)).deadline_passed);
                assert_eq!(passed.count(), 0);
            })
        },
        || cpu(|| plain_pass(&raw)),
    );
    line("Roll-up of 20 000 nodes", ours, Some(bare), "≤ 2");
}

type RawRow = Vec<rusqlite::types::Value>;

fn plain_pass(raw: &Connection) {
    let read = |table: &str| -> Vec<RawRow> {
        let mut statement = raw.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns = statement.column_count();
        let rows = statement.query_map([], |row| (0..columns).map(|i| row.get(i)).collect()).unwrap();
        rows.collect::<Result<_, _>>().unwrap()
    };
    let tables = ["uppdrag", "aktivitet", "statusrad"].map(read);
    let mut newest = std::collections::HashMap::new();
    for row in &tables[2] {
        if let rusqlite::types::Value::Blob(id) = &row[2] {
            newest.insert(id.as_slice(), row);
        }
    }
    assert_eq!(newest.len(), 19_600);
}

fn facts(folder: &Path) {
    let mut document = empty_plan(&folder.join("facts.vplan"));
    import(&mut document, &[uppdrag(100), aktiviteter(2_000, 100), matetal(1_000, 2, 0)]);
    let before = document.read_plan().unwrap();
    let mut now = before.clone();
    now.aktivitet.iter_mut().step_by(50).for_each(|a| a.end_date = a.end_date.and_then(|d| d.succ_opt()));
    let today = period().last_day();
    let old = Fakta::of(&PlanView::new(&before, period(), today));
    let view = PlanView::new(&now, period(), today);
    let seconds = median(9, || wall(|| drop(diff(&old, &Fakta::of(&view), &[]))));
    println!(
        "\nFacts of 2 000 aktiviteter and 1 000 mätetal compared: {:.1} ms  goal < 50 ms",
        seconds * 1e3
    );
}

/// The file of ten years: opening it, and checking all of it.
fn ten_years(folder: &Path) {
    let repeats = if mode() == Mode::Full { 16 } else { 1 };
    let path = folder.join("tio-ar.vplan");
    let mut document = empty_plan(&path);
    import(&mut document, &[uppdrag(200), aktiviteter(if repeats > 1 { 20_000 } else { 2_000 }, 200)]);
    for seed in 0..repeats {
        import(&mut document, &[matetal(1_000, if repeats > 1 { 10 } else { 8 }, seed * 37)]);
    }
    let log = document.head().unwrap().nr;
    document.close().unwrap();
    // For tests/matning: the file is kept where it is asked for.
    if let Some(kept) = std::env::var_os("RODA_TRADEN_TIOAR") {
        std::fs::copy(&path, kept).unwrap();
    }
    let size = std::fs::metadata(&path).unwrap().len() as f64 / 1e6;
    let rows = log_rows(&path);
    println!("\nA file of {size:.0} MB, {rows} log rows in {log} change sets");
    heading("Wall seconds", "raw SQLite");
    let (ours, bare) = medians(
        9,
        || wall(|| drop(Document::open(&path, Access::ReadWrite, environment()).unwrap())),
        || {
            wall(|| {
                let raw = Connection::open(&path).unwrap();
                let _: i64 =
                    raw.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).unwrap();
            })
        },
    );
    line(&format!("Open ({:+.1} ms)", (ours - bare) * 1e3), ours, Some(bare), "≤ +20 ms");
    let document = Document::open(&path, Access::ReadWrite, environment()).unwrap();
    let seconds = cpu(|| assert_eq!(document.verify(&mut |_| true).unwrap(), vec![]));
    println!(
        "Kontrollera: {seconds:.1} CPU seconds, {:.0} log rows a second  goal ≤ 30 s at 2 000 000",
        rows as f64 / seconds
    );
}

fn log_rows(path: &Path) -> i64 {
    let raw = Connection::open(path).unwrap();
    raw.query_row("SELECT count(*) FROM change", [], |row| row.get(0)).unwrap()
}
