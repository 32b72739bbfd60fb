//! Bad input: refused with one clear sentence and nothing lost, or taken with remarks.
use std::io::{Cursor, Write};

use rust_xlsxwriter::{Formula, Workbook};
use serde_json::json;
use zip::write::SimpleFileOptions;

use super::plan::{Plan, counts, file, row};

/// A sheet of aktiviteter with the given cells under "Aktivitet", "Status" and "Slut".
fn sheet(rows: &[[&str; 3]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (r, cells) in [["Aktivitet", "Status", "Slut"]].iter().chain(rows).enumerate() {
        for (c, cell) in cells.iter().enumerate() {
            sheet.write(r as u32, c as u16, *cell).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

fn zip_bomb() -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for name in ["xl/workbook.xml", "xl/worksheets/sheet1.xml"] {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        (0..64).for_each(|_| writer.write_all(&vec![b' '; 1 << 20]).unwrap());
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn what_is_no_table_is_refused_in_one_sentence_and_nothing_is_lost() {
    let mut blank = Workbook::new();
    blank.add_worksheet();
    let sources: [(&str, Vec<u8>); 6] = [
        ("tom.xlsx", blank.save_to_buffer().unwrap()),
        ("rubriklos.csv", "Hej;på;dig\n1;2;3\n".into()),
        ("bomb.xlsx", zip_bomb()),
        ("sida.xlsx", "<html><body><h1>404</h1><table><tr><td>Nr</td></tr></table></body></html>".into()),
        ("tom.csv", vec![]),
        ("avkapad.xlsx", sheet(&[["A", "Klar", ""]])[..1500].to_vec()),
    ];
    let plan = Plan::new();
    let before = plan.log_length();
    for (name, bytes) in sources {
        let (_folder, path) = file(name, &bytes);
        let args = json!({ "kalla": { "fil": path }, "period": "2026-04" });
        let error = plan.try_call("import", args).expect_err(name);
        assert!(error.message.ends_with('.') && !error.hint.is_empty(), "{name}: {error:?}");
        assert_eq!(error.message.matches(". ").count(), 0, "{name}: one sentence: {}", error.message);
    }
    assert_eq!(plan.log_length(), before);
}

#[test]
fn odd_letters_and_dates_are_taken_with_remarks() {
    let plan = Plan::new();
    let csv =
        "Aktivitet;Status;Slut\nA\u{30a}tga\u{308}rd ett;Klar;2026-03-01\nÅtgärd\u{0} två;Klar;31/3 2026\n";
    let (_folder, path) = file("a.csv", csv.as_bytes());
    let reply = plan.import(&path, "2026-04");
    assert_eq!((&reply["tagna"], &reply["vagrade"]), (&json!(2), &json!(0)), "{reply}");
    for rad in [2, 3] {
        assert!(!row(&reply, "aktiviteter", rad)["anmarkningar"].as_array().unwrap().is_empty(), "row {rad}");
    }
    let stored = plan.read("2026-04");
    assert_eq!(stored["aktivitet"][0]["titel"], "Åtgärd ett", "composed");
    assert_eq!(stored["aktivitet"][1]["titel"], "Åtgärd två", "without NUL");
    assert_eq!(stored["aktivitet"][1]["end_date"], "2026-03-31");
}

#[test]
fn a_formula_error_and_a_huge_cell_refuse_their_own_rows_only() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (c, heading) in ["Aktivitet", "Status", "Färdigt %"].iter().enumerate() {
        sheet.write(0, c as u16, *heading).unwrap();
    }
    for (r, titel) in (1..).zip(["Bra", "Delad med noll", "Bra också"]) {
        sheet.write(r, 0, titel).unwrap();
        sheet.write(r, 1, "Pågår").unwrap();
        sheet.write(r, 2, 50).unwrap();
    }
    sheet.write(2, 2, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    let (_folder, path) = file("fel.xlsx", &book.save_to_buffer().unwrap());
    let plan = Plan::new();
    let goda = |path| json!({ "kalla": { "fil": path }, "period": "2026-04", "endast_goda": true });
    let reply = plan.call("import", goda(path));
    assert_eq!(counts(&reply), [2, 2, 1, 0], "{reply}");
    assert!(row(&reply, "aktiviteter", 3)["skal"].as_str().unwrap().contains("#DIV/0!"), "{reply}");

    let text = format!("Aktivitet;Status;Kommentar\nKort;Klar;ok\nLång;Klar;{}\n", "ord ".repeat(500_000));
    let (_folder, path) = file("lang.csv", text.as_bytes());
    let reply = plan.call("import", goda(path));
    assert_eq!(counts(&reply), [1, 1, 1, 0], "without uppdrag, which is said");
    let why = row(&reply, "aktiviteter", 3)["skal"].as_str().unwrap().replace(['\u{a0}', '\u{202f}'], " ");
    assert!(why.contains("200 000"), "the limit is named: {why}");
}

#[test]
fn two_hundred_thousand_rows_are_taken() {
    let mut csv = String::from("Nr;Aktivitet;Status;Slut\n");
    for n in 0..200_000 {
        csv += &format!("{n};Aktivitet nummer {n};Pågår;2026-12-31\n");
    }
    let (_folder, path) = file("stor.csv", csv.as_bytes());
    let reply = Plan::new().import(&path, "2026-04");
    assert_eq!((&reply["ny"], &reply["skrivet"]), (&json!(200_000), &json!(true)));
}
