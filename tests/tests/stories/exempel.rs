//! The example as a whole: it is made as everything else is, it is sound, its decided reports come out, and every section
//! of both kinds of report has something to say.
use std::collections::BTreeSet;
use std::path::Path;

use plan_api::{Access, Session};
use plan_core::document::Document;
use plan_core::text::looks_like_personnummer;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::stod::{example, make_example, runtime, sound_pdfs, still, walk};

/// A command on the example, which is only read.
fn call(command: &str, args: Value) -> Value {
    let file = example();
    runtime().block_on(async {
        let session = Session::open(file, Access::ReadOnly, still()).await.unwrap();
        let reply = session.call(command, args).await.unwrap_or_else(|error| panic!("{command}: {error:?}"));
        session.close().await.unwrap();
        reply
    })
}

#[test]
fn kontrollera_finds_nothing() {
    let reply = call("verify", json!({}));
    assert_eq!(reply["hel"], true, "{reply:#}");
}

#[test]
fn the_same_ids_make_the_same_plan_and_the_same_reports() {
    let folder = tempfile::tempdir().unwrap();
    let again = folder.path().join("igen.vplan");
    make_example(&again);
    let dump = |path: &Path| Document::open(path, Access::ReadOnly, still()).unwrap().dump().unwrap();
    assert!(dump(example()) == dump(&again), "two examples differ");
}

#[test]
fn both_decided_reports_come_out_of_the_archive() {
    let arkiv = call("list_arkiv", json!({}));
    let rapporter = arkiv["rapporter"].as_array().unwrap();
    let decided: Vec<_> = rapporter
        .iter()
        .map(|r| [&r["period"], &r["state"], &r["paragraf"]].map(|v| v.as_str().unwrap()))
        .collect();
    assert_eq!(decided, [["2026-03", "faststalld", "24"], ["2026-09", "faststalld", "54"]]);
    let till = tempfile::tempdir().unwrap();
    call("extract_arkiv", json!({ "till": till.path() }));
    let out: BTreeSet<String> = walk(till.path())
        .into_iter()
        .map(|path| Sha256::digest(std::fs::read(path).unwrap()).iter().map(|b| format!("{b:02x}")).collect())
        .collect();
    let filer: Vec<&str> = rapporter
        .iter()
        .flat_map(|r| r["filer"].as_array().unwrap())
        .map(|fil| fil["sha256"].as_str().unwrap())
        .collect();
    assert_eq!(filer.len(), 8, "two reports, each as proposed and as decided, in two formats");
    assert!(filer.iter().all(|sha| out.contains(*sha)));
    assert_eq!(sound_pdfs(till.path()), 4);
}

/// The sections of a draft by key, each as its JSON.
fn sections(val: Value) -> Vec<(String, Value)> {
    let draft = call("preview_rapport", val);
    let all = draft["rapport"]["avsnitt"].as_array().unwrap();
    all.iter().map(|a| (a["id"].as_str().unwrap().to_owned(), a.clone())).collect()
}

#[test]
fn every_section_of_the_month_report_has_content() {
    let sections = sections(json!({ "slag": "manad", "period": "2026-10" }));
    let keys: Vec<&str> = sections.iter().map(|(key, _)| key.as_str()).collect();
    let wanted =
        ["sammanfattning", "forandringar", "drift", "verksamheter", "matetal", "maluppfyllelse", "uppdrag"];
    assert!(keys.starts_with(&wanted), "{keys:?}");
    for (key, section) in &sections {
        let empty = |field: &str| section[field].as_array().unwrap().is_empty();
        assert!(!empty("block") || !empty("underavsnitt"), "{key} is empty");
    }
}

#[test]
fn every_group_of_changes_has_something() {
    let sections = sections(json!({ "slag": "manad", "period": "2026-10" }));
    let (_, forandringar) = sections.iter().find(|(key, _)| key == "forandringar").unwrap();
    let groups = forandringar["underavsnitt"].as_array().unwrap();
    assert_eq!(groups.len(), 5, "statuses, forecasts, mätetal, aktiviteter, silent");
    for group in groups {
        let tables = group["block"].as_array().unwrap().iter().filter(|block| !block["tabell"].is_null());
        assert!(tables.count() > 0, "{}: no table", group["rubrik"]);
    }
}

#[test]
fn every_section_of_the_verksamhetsplan_has_content() {
    let sections = sections(json!({ "slag": "verksamhetsplan" }));
    let keys: BTreeSet<&str> = sections.iter().map(|(key, _)| key.as_str()).collect();
    for wanted in
        ["inledning", "styrmodell", "organisation", "grunduppdrag", "mal", "drift", "aktivitetsplan"]
    {
        assert!(keys.contains(wanted), "no {wanted} in {keys:?}");
    }
    let unit = sections_of_unit("6310");
    for wanted in ["inledning", "styrmodell", "mal", "aktivitetsplan"] {
        assert!(unit.contains(wanted), "no {wanted} in {unit:?}");
    }
}

fn sections_of_unit(kod: &str) -> BTreeSet<String> {
    sections(json!({ "slag": "verksamhetsplan", "enhet": kod })).into_iter().map(|(key, _)| key).collect()
}

#[test]
fn the_check_before_print_has_little_to_say() {
    let sections = sections(json!({ "slag": "manad", "period": "2026-10" }));
    let Some((_, check)) = sections.iter().find(|(key, _)| key == "innan_utskick") else { return };
    let list =
        check["block"].as_array().unwrap().iter().find_map(|block| block["lista"]["poster"].as_array());
    let said = list.map_or(0, Vec::len);
    assert!(said <= 2, "a good förvaltning would have mended these: {check:#}");
}

#[test]
fn nothing_looks_like_a_personnummer_or_a_name() {
    let plan = call("read_plan", json!({}));
    let mut texts = vec![];
    strings(&plan, &mut texts);
    assert!(texts.len() > 1000, "{} texts", texts.len());
    for text in texts {
        assert!(!looks_like_personnummer(text), "{text}");
        assert!(!text.contains('@'), "{text}");
    }
}

fn strings<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
    match value {
        // Ids are no text, and their digits are nobody's.
        Value::String(text) if Uuid::parse_str(text).is_err() => found.push(text),
        Value::Array(items) => items.iter().for_each(|item| strings(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| strings(field, found)),
        _ => {}
    }
}
