//! Invented twins of the stories on the real papers: workbooks written here, taken in, and looked at through the table.
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use serde_json::{Value, json};

use super::plan::{Plan, counts, file, remarks, row, rows};

const AKTIVITETER: [[&str; 9]; 10] = [
    ["Uppdrag", "Aktivitet", "Ansvarig", "Enhet", "Start", "Slut", "Status", "Färdigt %", "Kommentar"],
    ["1", "Gjuta norra kajen", "Hamnchef", "Kajenheten", "VT26", "vecka 40", "pågående", "40", ""],
    ["1", "Mäta djupet", "Lots", "Farleden", "2026-01-12", "Q3", "Klar", "80", ""],
    ["2", "Köpa kran", "Hamnchef", "Kajenheten", "2025-11-01", "2026-06-31", "Pågår", "20", ""],
    ["9", "Måla bojar", "Lots", "Farleden", "2026-02-02", "löpande", "", "", ""],
    ["", "", "", "", "", "", "", "", ""],
    ["", "Se över taxan", "Controller", "Kansliet", "HT26", "VT27", "Vilande", "", ""],
    ["2", "", "", "", "", "", "", "", "Ska tas bort?"],
    ["2", "Riva skjul", "Hamnchef", "Kajenheten", "", "2026-09-30", "Avbruten", "10", "Såldes i mars."],
    ["Uppdrag", "Aktivitet", "Ansvarig", "Enhet", "Start", "Slut", "Status", "Färdigt %", "Kommentar"],
];

/// Uppdrag after their aktiviteter, headings under a title, codes as numbers and as text, one real date cell.
fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Aktiviteter").unwrap();
    for (r, cells) in AKTIVITETER.iter().enumerate() {
        for (c, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            sheet.write(r as u32, c as u16, *cell).unwrap();
        }
    }
    let date = ExcelDateTime::from_ymd(2026, 1, 12).unwrap();
    sheet.write_with_format(2, 4, &date, &Format::new().set_num_format("yyyy-mm-dd")).unwrap();
    let sheet = book.add_worksheet().set_name("Uppdrag").unwrap();
    sheet.write(0, 0, "Hamnnämndens uppdrag 2026").unwrap();
    for (c, heading) in ["Nr", "Område", "Uppdrag", "Varför", "Önskad effekt", "Period"].iter().enumerate()
    {
        sheet.write(2, c as u16, *heading).unwrap();
    }
    let rows = [["Längre kaj", "Bygg ut norra kajen.", "2026"], ["Lyft", "Skaffa en kran.", "2026–2027"]];
    for (r, [omrade, uppdrag, period]) in (3..).zip(rows) {
        sheet.write(r, 0, r - 2).unwrap();
        sheet.write(r, 1, omrade).unwrap();
        sheet.write(r, 2, uppdrag).unwrap();
        sheet.write(r, 5, period).unwrap();
    }
    let sheet = book.add_worksheet().set_name("Indikatorer").unwrap();
    let headings = ["Indikator", "Enhet", "Riktning", "Utfall 2025", "Målvärde 2026", "Källa"];
    for (c, cell) in headings.iter().enumerate() {
        sheet.write(0, c as u16, *cell).unwrap();
    }
    for (r, cells) in (1..).zip([
        ["Fartyg i tid", "%", "Högre är bättre", "91,5", "Minst 93 %", "Egen mätning"],
        ["Olyckor", "antal", "Lägre är bättre", "..", "Högst 2", "Egen mätning"],
    ]) {
        for (c, cell) in cells.iter().enumerate() {
            sheet.write(r, c as u16, *cell).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

fn imported() -> (Plan, Value) {
    let plan = Plan::new();
    let (_folder, path) = file("hamn.xlsx", &workbook());
    let refused = plan.import(&path, "2026-04");
    assert_eq!(
        (&refused["nekad"], &refused["skrivet"]),
        (&json!(true), &json!(false)),
        "row 8 has no aktivitet"
    );
    let args = json!({ "kalla": { "fil": path }, "period": "2026-04", "endast_goda": true });
    let reply = plan.call("import", args.clone());
    let again = plan.call("import", args);
    assert_eq!((&again["oforandrad"], &again["skrivet"]), (&reply["tagna"], &json!(false)), "{again}");
    (plan, reply)
}

#[test]
fn a_workbook_of_three_sheets_is_taken_in_one_go() {
    let (plan, reply) = imported();
    assert_eq!(counts(&reply), [10, 4, 1, 2], "{reply}");
    let stored = plan.read("2026-04");
    let nr: Vec<&Value> = stored["uppdrag"].as_array().unwrap().iter().map(|u| &u["nr"]).collect();
    assert_eq!(nr, ["1", "2"], "a number in a cell is 1, never 1.0");
    assert_eq!(stored["uppdrag"][1]["year_to"], 2027);
    let named = |titel: &str| {
        let all = stored["aktivitet"].as_array().unwrap();
        all.iter().find(|a| a["titel"] == titel).unwrap_or_else(|| panic!("no {titel}")).clone()
    };
    let kaj = named("Gjuta norra kajen");
    assert_eq!((&kaj["start_date"], &kaj["end_date"]), (&json!("2026-01-01"), &json!("2026-10-04")));
    assert_eq!((&kaj["start_text"], &kaj["end_text"]), (&json!("VT26"), &json!("vecka 40")));
    assert_eq!((&kaj["lage"]["ord"], &kaj["lage"]["fardiggrad"]), (&json!("Pågår enligt plan"), &json!(40)));
    assert_eq!(named("Mäta djupet")["start_date"], "2026-01-12");
    assert_eq!(named("Köpa kran")["end_text"], "2026-06-31");
    assert_eq!(named("Måla bojar")["lage"]["status"], "ej_paborjad", "an empty status is proposed");
    assert_eq!(named("Se över taxan")["lage"]["status"], Value::Null, "an unknown word is left open");
    assert_eq!(named("Se över taxan")["anteckning"], "Status: Vilande");
    assert_eq!(named("Riva skjul")["lage"]["kommentar"], "Såldes i mars.");
    assert_eq!(stored["matetal"][0]["decimaler"], 1);
    assert!(stored["matetal"][1]["utfall"][0]["varde"]["saknas"].is_string(), "a reason, never 0");
}

#[test]
fn each_row_says_what_is_odd_about_it() {
    let (_, reply) = imported();
    let odd = |rad| remarks(row(&reply, "aktiviteter", rad)).into_iter().cloned().collect::<Vec<_>>();
    assert_eq!(
        odd(2),
        [] as [Value; 0],
        "VT26, vecka 40 and pågående are read, and that is told as information"
    );
    assert_eq!(odd(3), [json!({ "fardiggrad_mot_status": { "status": "genomford", "fardiggrad": 80 } })]);
    assert_eq!(odd(4).len(), 2, "begins before the year; 31 June does not exist");
    assert_eq!(odd(5).len(), 2, "unknown uppdrag, no status");
    assert_eq!(odd(7).len(), 3, "no uppdrag, unknown status, ends after the year");
    for (rad, utslag) in [(6, "overhoppad"), (8, "vagrad"), (11, "overhoppad")] {
        let found = rows(&reply, "aktiviteter").into_iter().find(|r| r["rad"] == rad);
        if let Some(found) = found {
            assert_eq!(found["utslag"], utslag, "row {rad}");
        }
    }
    let said = reply["rader"].as_array().unwrap().iter().flat_map(|r| r["anmarkningar"].as_array().unwrap());
    for remark in said {
        let text = remark["text"].as_str().unwrap();
        assert!(text.ends_with('.') && !text.contains('_'), "a sentence for a person: {text}");
    }
}

#[test]
fn a_changed_cell_is_told_old_and_new_and_one_undo_takes_it_back() {
    let (plan, _) = imported();
    let table = "Nr\tOmråde\tUppdrag\n1\tLängre kaj\tBygg ut norra och södra kajen.\n";
    let reply = plan.call("import", json!({ "kalla": { "text": table }, "som": "uppdrag" }));
    let change = &reply["rader"][0]["andringar"][0];
    assert_eq!(reply["rader"][0]["utslag"], "andrad", "{reply}");
    assert_eq!(
        (&change["fran"], &change["till"]),
        (&json!("Bygg ut norra kajen."), &json!("Bygg ut norra och södra kajen."))
    );
    assert_eq!(
        plan.read("2026-04")["uppdrag"].as_array().unwrap().len(),
        2,
        "an absent row is never deleted"
    );
    plan.call("undo", json!({}));
    assert_eq!(plan.read("2026-04")["uppdrag"][0]["vad"], "Bygg ut norra kajen.");
    plan.call("undo", json!({}));
    assert_eq!(plan.read("2026-04")["aktivitet"], json!([]));
    plan.call("redo", json!({}));
    assert_eq!(plan.read("2026-04")["aktivitet"].as_array().unwrap().len(), 6);
}

#[test]
fn several_candidates_are_named_and_refused() {
    let plan = Plan::new();
    let table = "Aktivitet\tEnhet\tStatus\nStäda\tNorra\tPågår\nStäda\tSödra\tPågår\n";
    plan.call("import", json!({ "kalla": { "text": table }, "period": "2026-04" }));
    let table = "Aktivitet\tStatus\nStäda\tKlar\n";
    let reply = plan.call("import", json!({ "kalla": { "text": table }, "period": "2026-04" }));
    assert_eq!(reply["rader"][0]["utslag"], "tvetydig", "{reply}");
    let why = reply["rader"][0]["skal"].as_str().unwrap();
    assert!(why.contains("Norra") && why.contains("Södra"), "{why}");
}
