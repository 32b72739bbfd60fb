//! The panel of each kind of thing, through the commands.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use serde_json::{Value, json};

use crate::Session;
use crate::bild::plan::tests::{made, new_plan};

async fn panel(session: &Session, kind: &str, id: &Value) -> Value {
    session.call("read_rad", json!({ "kind": kind, "id": id, "period": "2026-10" })).await.unwrap()
}

fn fact<'a>(panel: &'a Value, name: &str) -> &'a Value {
    let all = panel["fakta"].as_array().unwrap();
    all.iter().find(|f| f["namn"] == name).unwrap_or_else(|| panic!("no field {name}"))
}

#[tokio::test]
async fn an_uppdrag_shows_its_units_and_the_rule_in_words() {
    let session = new_plan().await;
    let norr = made(&session, "create_organisation", json!({ "namn": "Norr", "slag": "enhet" })).await;
    let soder = made(&session, "create_organisation", json!({ "namn": "Söder", "slag": "enhet" })).await;
    let id = made(&session, "create_uppdrag", json!({ "nr": "1", "titel": "Korta väntan", "fordelning": [norr, soder],
        "beslut_organ": "Socialnämnden", "beslut_datum": "2025-12-10", "beslut_paragraf": "142", "beslut_dnr": "SN 2025/318" })).await;
    for (unit, status) in [(&norr, "pagar_enligt_plan"), (&soder, "forsenad")] {
        let row = json!({ "barare": { "uppdrag": id }, "organisation_id": unit, "period": "2026-10", "status": status });
        session.call("set_status", row).await.unwrap();
    }
    let panel = panel(&session, "uppdrag", &id).await;
    assert_eq!(panel["overrad"], "Uppdrag 1");
    assert_eq!(
        [&panel["lage"]["ord"], &panel["lage"]["regel"]],
        ["Försenad", "Sämsta läget bland två enheter"]
    );
    assert_eq!(panel["fordelning"]["rubrik"], "Fördelat till två enheter");
    assert_eq!(panel["fordelning"]["rader"][0]["ord"], "Pågår enligt plan");
    assert_eq!(fact(&panel, "beslut")["text"], "Socialnämnden 2025-12-10 §\u{a0}142, SN 2025/318");
    assert_eq!(fact(&panel, "kalla")["text"], "Nämndens mål och resursplan");
}

#[tokio::test]
async fn a_field_of_the_panel_is_written_back_as_its_patch_says() {
    let session = new_plan().await;
    let id = made(&session, "create_aktivitet", json!({ "titel": "Utbilda", "kostnad": 260_000_000 })).await;
    let before = panel(&session, "aktivitet", &id).await;
    assert_eq!(fact(&before, "kostnad")["text"], "2\u{a0}600\u{a0}000\u{a0}kr");
    let fields = before["fakta"].as_array().unwrap().iter().chain(before["texter"].as_array().unwrap());
    let patch: serde_json::Map<String, Value> =
        fields.map(|f| (f["namn"].as_str().unwrap().to_owned(), f["varde"].clone())).collect();
    session
        .call("update_aktivitet", json!({ "id": id, "patch": patch }))
        .await
        .expect("every field is one of the patch");
    assert_eq!(panel(&session, "aktivitet", &id).await, before);
}

#[tokio::test]
async fn a_matetal_has_its_target_as_a_field() {
    let session = new_plan().await;
    let id = made(
        &session,
        "create_matetal",
        json!({ "titel": "Bedömda i tid", "enhet": "%", "art": "nyckeltal" }),
    )
    .await;
    let empty = panel(&session, "matetal", &id).await;
    let mut row = fact(&empty, "malvarde")["varde"].clone();
    row["krav"] = json!({ "minst": 95.0 });
    row["text"] = json!("");
    session.call("set_malvarde", json!({ "rader": [row] })).await.unwrap();
    let panel = panel(&session, "matetal", &id).await;
    assert_eq!(fact(&panel, "malvarde")["text"], "Minst 95\u{a0}%");
    assert_eq!(panel["bedomning"]["ord"], "Ej mätt");
}

#[tokio::test]
async fn what_can_be_chosen_is_read_once() {
    let session = new_plan().await;
    made(&session, "create_befattning", json!({ "titel": "Östra chefen" })).await;
    made(&session, "create_befattning", json!({ "titel": "Avdelningschef" })).await;
    let lists = session.call("read_valmangder", json!({})).await.unwrap();
    let words = |list: &str| -> Vec<String> {
        lists[list].as_array().unwrap().iter().map(|v| v["text"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(words("befattning"), ["Avdelningschef", "Östra chefen"]);
    assert_eq!(words("perspektiv"), ["Kvalitet", "Medarbetare", "Ekonomi"]);
    assert_eq!(words("organisation"), ["Socialnämnden", "Socialförvaltningen"]);
}
