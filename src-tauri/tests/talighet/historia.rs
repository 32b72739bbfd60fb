//! The change log is read by people: no name of a column, a table or a code stands in it.
use std::collections::BTreeSet;
use std::fs;

use serde_json::{Value, json};

use crate::plats::{PLAN, Plats};

/// Names of the file that are no Swedish words; those that are (titel, namn, kommentar …) say nothing of a column.
fn forbidden() -> BTreeSet<String> {
    // Every step of the schema, the ones to come as well.
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/core/schema");
    let steps = fs::read_dir(folder).unwrap().map(|step| fs::read_to_string(step.unwrap().path()).unwrap());
    let schema = steps.collect::<String>();
    let names =
        schema.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').filter(|name| name.contains('_'));
    let without_dots = [
        "matetal",
        "malvarde",
        "malbedomning",
        "jamforelse",
        "verksamhetsar",
        "uppfoljning",
        "fardiggrad",
        "varfor",
        "kalla",
        "niva",
        "varde",
        "ore",
        "skal",
        "bedomning",
        "faststalld",
        "last",
        "upphavd",
        "forsenad",
        "genomford",
        "okand",
        "hogre",
        "lagre",
        "manad",
        "ar",
        "intakt",
        "plattform",
        "null",
        "None",
        "true",
        "false",
    ];
    let mut all: BTreeSet<String> = names.map(str::to_owned).collect();
    assert!(all.len() > 60 && all.contains("end_date"), "the schema was not read: {all:?}");
    all.extend(without_dots.map(str::to_owned));
    // Real words that the list of codes would take: an undotted "ar" is none, "last" as cargo does not occur here.
    all
}

/// Every text of the log that a person reads, with where it stands.
fn texts(logg: &Value) -> Vec<(String, String)> {
    let mut found = vec![];
    for post in logg["poster"].as_array().unwrap() {
        let mut add = |key: &str, value: &Value| {
            found.push((format!("{} {key}", post["nr"]), value.as_str().unwrap().to_owned()))
        };
        add("rubrik", &post["rubrik"]);
        for sak in post["saker"].as_array().unwrap() {
            add("mening", &sak["mening"]);
            for falt in sak["falt"].as_array().unwrap() {
                for key in ["falt", "fran", "till"] {
                    add(key, &falt[key]);
                }
            }
        }
    }
    found
}

fn offences(logg: &Value) -> BTreeSet<String> {
    let forbidden = forbidden();
    let word = |c: char| c.is_alphanumeric() || c == '_';
    let bad = |text: &str| {
        text.split(|c| !word(c)).any(|w| w.contains('_') || forbidden.contains(w)) || looks_like_uuid(text)
    };
    let all = texts(logg);
    assert!(all.len() > 20, "the log was not read");
    all.into_iter()
        .filter(|(_, text)| bad(text))
        .map(|(at, text)| format!("{at}: {}", text.chars().take(90).collect::<String>()))
        .collect()
}

fn looks_like_uuid(text: &str) -> bool {
    text.split_whitespace().any(|w| w.len() == 36 && w.bytes().filter(|b| *b == b'-').count() == 4)
}

#[test]
fn the_log_of_the_example_is_in_words() {
    let plats = Plats::new("ord");
    plats.done(&["exempel", PLAN]);
    let found = offences(&plats.done(&["logg", PLAN]));
    assert!(found.is_empty(), "{} texts, as: {:#?}", found.len(), found.iter().take(40).collect::<Vec<_>>());
}

#[test]
fn changes_of_every_field_are_told_in_words() {
    let plats = Plats::with_plan("falt");
    let call = |command: &str, args: Value| {
        plats.done(&["anropa", PLAN, command, &args.to_string(), "--vem", "Controller"])
    };
    let plan = plats.done(&["visa", PLAN, "--period", "2026-10"]);
    let (uppdrag, aktivitet) = (&plan["uppdrag"][0]["id"], &plan["aktivitet"][0]["id"]);
    let forvaltning = plan["organisation"][0]["barn"][0]["id"].clone();
    let chef =
        call("create_befattning", json!({ "titel": "Enhetschef", "epost": "chef@example.se" }))["id"].clone();
    let enhet = json!({ "namn": "Norr", "slag": "enhet", "kod": "N1", "parent_id": forvaltning, "chef_id": chef, "active_from": "2026-01-01" });
    let enhet = call("create_organisation", enhet)["id"].clone();
    call(
        "update_uppdrag",
        json!({ "id": uppdrag, "patch": { "kalla": "kf_ks", "grunduppdrag": true, "year_to": 2027,
        "beslut_datum": "2026-01-15", "mottagare_id": forvaltning, "ansvariga": [chef], "fordelning": [enhet] } }),
    );
    call(
        "update_aktivitet",
        json!({ "id": aktivitet, "patch": { "end_date": "2027-01-31", "start_date": "2026-02-01",
        "gemensam": true, "kostnad": 125_000_000, "organisation_id": enhet, "ansvariga": [chef] } }),
    );
    call("move_aktivitet", json!({ "id": aktivitet, "after": null }));
    call(
        "set_status",
        json!({ "barare": { "aktivitet": aktivitet }, "organisation_id": enhet, "period": "2026-11", "status": "pagar_med_avvikelse", "fardiggrad": 40 }),
    );
    let matetal = json!({ "titel": "Andel trygga", "art": "indikator", "riktning": "hogre", "frekvens": "ar", "enhet": "%" });
    let matetal = call("create_matetal", matetal)["id"].clone();
    call(
        "update_matetal",
        json!({ "id": matetal, "patch": { "riktning": "lagre", "konsuppdelad": true, "lag_months": 2 } }),
    );
    call(
        "set_avsnittstext",
        json!({ "year": 2026, "month": 11, "avsnitt": "sammanfattning", "text": "Läget är gott." }),
    );
    let typed = |rad: &&Value| rad["delar"] == json!([]);
    let drift = &plan["driftrad"].as_array().unwrap().iter().find(typed).unwrap()["id"];
    call(
        "set_driftbelopp",
        json!({ "rader": [{ "driftrad_id": drift, "organisation_id": forvaltning, "period": "2026-11", "slag": "prognos", "belopp": { "ore": 100 } }] }),
    );
    call(
        "delete_organisation",
        json!({ "id": call("create_organisation", json!({ "namn": "Kort", "slag": "enhet", "parent_id": forvaltning }))["id"] }),
    );
    plats.done(&["angra", PLAN, "--vem", "Controller"]);
    let found = offences(&plats.done(&["logg", PLAN]));
    assert!(found.is_empty(), "{found:#?}");
}
