//! A real nämnd's uppdrag, aktiviteter and indikatorer against what a person found in them.
use std::path::Path;

use serde_json::{Value, json};

use super::plan::{Plan, counts, papers, remarks, row, rows};

fn expected(folder: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(folder.join("EXPECTED.json")).unwrap()).unwrap()
}

/// Everything of the plan that people wrote, without ids.
fn content(plan: &Value) -> Value {
    let of = |list: &str, fields: &[&str]| -> Vec<Value> {
        let all = plan[list].as_array().unwrap().iter();
        all.map(|thing| fields.iter().map(|f| thing[*f].clone()).collect()).collect()
    };
    json!({
        "uppdrag": of("uppdrag", &["nr", "titel", "vad", "varfor", "onskad_effekt", "kalla_text", "year_from", "year_to", "period_text"]),
        "aktivitet": of("aktivitet", &["titel", "start_date", "start_text", "end_date", "end_text", "anteckning"]),
        "matetal": of("matetal", &["kolada_id", "titel", "enhet", "decimaler", "riktning", "frekvens", "kalla"]),
        "befattning": of("befattning", &["titel"]),
    })
}

#[test]
fn the_workbook_gives_the_same_plan_from_every_form() {
    let Some(folder) = papers() else { return };
    let xlsx = Plan::new();
    xlsx.import(&folder.join("namndens_uppdrag.xlsx"), "2026-04");
    assert_eq!(rows(&xlsx.import(&folder.join("namndens_uppdrag.xlsx"), "2026-04"), "uppdrag").len(), 8);
    let by_goda = |plan: &Plan, name: &str| {
        let args = json!({ "kalla": { "fil": folder.join(name) }, "period": "2026-04", "endast_goda": true });
        plan.call("import", args)
    };
    let (xlsx, ods) = (Plan::new(), Plan::new());
    let (first, second) = (by_goda(&xlsx, "namndens_uppdrag.xlsx"), by_goda(&ods, "namndens_uppdrag.ods"));
    assert_eq!(counts(&first), counts(&second));
    assert_eq!(content(&xlsx.read("2026-04")), content(&ods.read("2026-04")));
    let uppdrag = content(&xlsx.read("2026-04"))["uppdrag"].clone();
    for name in ["namndens_uppdrag_urklipp.html", "namndens_uppdrag_urklipp.tsv"] {
        let clipboard = Plan::new();
        let reply = clipboard.import(&folder.join(name), "2026-04");
        assert_eq!(counts(&reply), [8, 0, 0, 0], "{name}");
        assert_eq!(content(&clipboard.read("2026-04"))["uppdrag"], uppdrag, "{name}");
        let text = std::fs::read_to_string(folder.join(name)).unwrap();
        let pasted = clipboard.call("import", json!({ "kalla": { "text": text }, "period": "2026-04" }));
        assert_eq!((counts(&pasted), &pasted["oforandrad"]), ([8, 0, 0, 0], &json!(8)), "{name} pasted");
    }
    println!("read 4 forms of the real uppdrag");
}

#[test]
fn a_refused_row_stops_the_workbook_until_the_good_ones_are_asked_for() {
    let Some(folder) = papers() else { return };
    let plan = Plan::new();
    let source = folder.join("namndens_uppdrag.xlsx");
    let before = plan.log_length();
    let reply = plan.import(&source, "2026-04");
    assert_eq!((&reply["nekad"], &reply["skrivet"]), (&json!(true), &json!(false)));
    assert_eq!(plan.log_length(), before, "nothing is written when a row is refused");
    let goda = json!({ "kalla": { "fil": source }, "period": "2026-04", "endast_goda": true });
    let preview = plan.call("preview_import", goda.clone());
    let reply = plan.call("import", goda.clone());
    assert_eq!(preview["rader"], reply["rader"], "a preview is the import");
    assert_eq!(reply["skrivet"], true);
    let again = plan.call("import", goda);
    assert_eq!((&again["oforandrad"], &again["skrivet"]), (&reply["tagna"], &json!(false)));
    plan.call("undo", json!({}));
    assert_eq!(plan.read("2026-04")["aktivitet"], json!([]), "one undo takes it all back");
}

#[test]
fn every_row_of_the_workbook_gets_the_verdict_a_person_gave_it() {
    let Some(folder) = papers() else { return };
    let expected = expected(&folder)["arbetsbok"].clone();
    let plan = Plan::new();
    let source = folder.join("namndens_uppdrag.xlsx");
    let goda = json!({ "kalla": { "fil": source }, "period": "2026-04", "endast_goda": true });
    let reply = plan.call("import", goda);
    assert_eq!(counts(&reply), [58, 7, 1, 3 + skipped_of(&reply, "matetal") + skipped_of(&reply, "uppdrag")]);
    for refused in expected["aktiviteter"]["rejected_rows"].as_array().unwrap() {
        let row = row(&reply, "aktiviteter", refused["excel_row"].as_u64().unwrap());
        assert_eq!(row["utslag"], "vagrad");
        assert!(row["skal"].as_str().is_some_and(|s| !s.is_empty()));
    }
    for skipped in expected["aktiviteter"]["skipped_rows"].as_array().unwrap() {
        assert_eq!(
            row(&reply, "aktiviteter", skipped["excel_row"].as_u64().unwrap())["utslag"],
            "overhoppad"
        );
    }
    let stored = plan.read("2026-04");
    for item in expected["aktiviteter"]["items"].as_array().unwrap() {
        let rad = item["excel_row"].as_u64().unwrap();
        let row = row(&reply, "aktiviteter", rad);
        assert_eq!(row["utslag"], "ny", "row {rad}");
        assert_eq!(remarks(row).len(), item["anmarkningar"].as_array().unwrap().len(), "row {rad}: {row}");
        check_aktivitet(&stored, item);
    }
    for item in expected["indikatorer"]["items"].as_array().unwrap() {
        check_indikator(&stored, item);
    }
    println!("read 1 workbook of the real papers");
}

/// Blank rows and notes of the other sheets: the reader of the source tells them, the key does not count them.
fn skipped_of(reply: &Value, slag: &str) -> u64 {
    rows(reply, slag).iter().filter(|r| r["utslag"] == "overhoppad").count() as u64
}

fn check_aktivitet(plan: &Value, item: &Value) {
    let titel = item["aktivitet"].as_str().unwrap();
    let all = plan["aktivitet"].as_array().unwrap();
    let stored = all.iter().find(|a| a["titel"] == titel).unwrap_or_else(|| panic!("no aktivitet {titel}"));
    for (ours, theirs) in [("start", "start"), ("end", "slut")] {
        let cell = &item[theirs];
        assert_eq!(stored[format!("{ours}_date")], cell["value"], "{titel}: {theirs}");
        // What is not a plain day is kept as it stood.
        if cell["keep_text"] == true || cell["warning"].is_string() {
            assert_eq!(stored[format!("{ours}_text")], cell["text"], "{titel}: {theirs}");
        }
    }
    assert_eq!(stored["lage"]["ord"], item["status"].as_str().unwrap_or(""), "{titel}");
    if item["status"].is_string() {
        assert_eq!(stored["lage"]["fardiggrad"], item["fardigt_procent"], "{titel}");
    } else {
        let word = format!("Status: {}", item["status_in"].as_str().unwrap());
        let note = stored["anteckning"].as_str().unwrap();
        assert_eq!(note.lines().next(), Some(word.as_str()), "{titel}: the word first, then the comment");
    }
    let uppdrag = plan["uppdrag"].as_array().unwrap().iter().find(|u| u["id"] == stored["uppdrag_id"]);
    let nr = item["uppdrag_nr"].as_str();
    let known = nr.filter(|nr| plan["uppdrag"].as_array().unwrap().iter().any(|u| u["nr"] == *nr));
    assert_eq!(uppdrag.map(|u| u["nr"].as_str().unwrap()), known, "{titel}");
    let id = &stored["ansvariga"][0];
    let ansvarig = plan["befattning"].as_array().unwrap().iter().find(|b| &b["id"] == id).unwrap();
    assert_eq!(ansvarig["titel"], item["ansvarig"], "{titel}");
}

fn check_indikator(plan: &Value, item: &Value) {
    let all = plan["matetal"].as_array().unwrap();
    let kolada = item["kolada_id"].as_str().unwrap_or("");
    let named = item["indikator"].as_str().unwrap();
    let stored = all
        .iter()
        .find(|m| if kolada.is_empty() { m["titel"] == named } else { m["kolada_id"] == kolada })
        .unwrap_or_else(|| panic!("no mätetal {named}"));
    assert_eq!(stored["enhet"], item["enhet"], "{named}");
    for (year, cell) in [("2024-12", &item["utfall_2024"]), ("2025-12", &item["utfall_2025"])] {
        let utfall = stored["utfall"].as_array().unwrap().iter().find(|u| u["period"] == year).unwrap();
        match cell["missing"].as_str() {
            None => assert_eq!(utfall["varde"]["tal"].as_f64(), cell["value"].as_f64(), "{named} {year}"),
            Some(_) => assert!(utfall["varde"]["saknas"].is_string(), "{named} {year}: a reason, never 0"),
        }
    }
    let target = stored["malvarden"].as_array().unwrap().iter().find(|m| m["period"] == "2026-12");
    assert_eq!(target.map(|m| &m["text"]), item["malvarde_2026"].get("text"), "{named}");
}
