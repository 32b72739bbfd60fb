//! What a person decides while looking at a source: previewed and imported alike, and remembered in the plan.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::watch::doing;
use crate::{Environment, Session, Watch};

const TABLE: &str = "Nr\tInsats\tKst\tKlar när\tLäge\n1.1\tKöpa kran\t71220\t2026-06-31\tpågående\n1.2\tMåla båten\t71230\t2026-09-30\tVilande\n\n1.3\t\t71230\t2026-09-30\t\n";

async fn new_plan() -> Session {
    let mut ids = 0;
    let environment = Environment {
        vem: Some("Controller".into()),
        machine: "test".into(),
        now: Box::new(|| DateTime::<Utc>::from_timestamp(1_790_000_000, 0).unwrap()),
        new_id: Box::new(move || {
            ids += 1;
            Uuid::from_u128(ids)
        }),
        backup_dir: None,
    };
    let plan = Session::create_in_memory(environment).await.unwrap();
    let request = json!({ "kommun": "Granköping", "namnd": "Hamnnämnden", "forvaltning": "Hamnförvaltningen",
        "styrmodell": "ledmot-2023", "year": 2026 });
    call(&plan, "create_plan", request).await;
    plan
}

async fn call(plan: &Session, command: &str, args: Value) -> Value {
    plan.call(command, args).await.unwrap_or_else(|error| panic!("{command}: {error:?}"))
}

fn cell(bild: &Value, row: usize, column: usize) -> &Value {
    &bild["blad"][0]["rader"][row]["celler"][column]
}

#[tokio::test]
async fn a_preview_shows_cells_words_and_the_decision() {
    let plan = new_plan().await;
    let bild = call(&plan, "preview_inlasning", json!({ "kalla": { "text": TABLE } })).await;
    let sheet = &bild["blad"][0];
    assert_eq!(
        (&sheet["antal"], &sheet["rubriker"]),
        (&json!("4 rader"), &json!("Rubrikerna står på rad 1"))
    );
    let fields: Vec<&Value> = sheet["kolumner"].as_array().unwrap().iter().map(|k| &k["falt"]).collect();
    assert_eq!(fields, ["nr", "titel", "", "slut", "status"]);
    assert_eq!(
        sheet["kolumner"][3]["val"].as_array().unwrap().iter().find(|v| v["varde"] == "slut").unwrap()["ord"],
        "Klart senast"
    );
    assert_eq!(
        (&sheet["rader"][0]["ord"], &sheet["rader"][0]["skal"]),
        (&json!("Ny"), &json!("Numret finns inte i planen"))
    );
    assert_eq!(cell(&bild, 0, 2), "71220", "columns that are not read are shown too");
    assert_eq!(
        cell(&bild, 0, 3)["fel"],
        json!({ "vagrad": false, "text": "Juni har 30 dagar", "ratta": "Rätta datum" })
    );
    assert_eq!(
        (&cell(&bild, 0, 4)["text"], &cell(&bild, 0, 4)["status"]),
        (&json!("Pågår enligt plan"), &json!("pagar_enligt_plan"))
    );
    assert_eq!(cell(&bild, 1, 4)["fel"]["text"], "Ordet känns inte igen");
    assert_eq!(sheet["rader"][2]["skal"], "Raden är tom");
    assert_eq!(
        (&sheet["rader"][3]["skal"], &cell(&bild, 3, 1)["fel"]["vagrad"]),
        (&json!("Titel saknas"), &json!(true))
    );
    assert_eq!(bild["beslut"]["rubrik"], "2 rader läses in, 1 vägras och 1 hoppas över.");
    assert_eq!(bild["beslut"]["knapp"], "Läs in 2 rader utan den vägrade");
    assert_eq!(bild["period"]["behovs"], true);
}

#[tokio::test]
async fn changed_cells_show_both_values_and_one_undo_takes_all_back() {
    let plan = new_plan().await;
    let decided = json!([{ "blad": "Urklipp", "falt": { "2": "enhet" } }]);
    let args = json!({ "kalla": { "text": TABLE }, "period": "2026-10", "endast_goda": true, "blad": decided, "kom_ihag": true });
    let done = call(&plan, "import", args).await;
    assert_eq!((&done["skrivet"], &done["text"]), (&json!(true), &json!("2 rader lästes in")));
    let later = TABLE.replace("pågående", "Försenad").replace("2026-06-31", "2026-06-30");
    let bild =
        call(&plan, "preview_inlasning", json!({ "kalla": { "text": later }, "period": "2026-11" })).await;
    assert_eq!(bild["blad"][0]["kolumner"][2]["falt"], "enhet", "the decision is remembered");
    assert_eq!(bild["blad"][0]["rader"][0]["skal"], "Slutdatum och status");
    assert_eq!(
        (&cell(&bild, 0, 3)["fran"]["text"], &cell(&bild, 0, 3)["till"]["text"]),
        (&json!("2026-06-31"), &json!("2026-06-30"))
    );
    assert_eq!(
        (&cell(&bild, 0, 4)["fran"]["status"], &cell(&bild, 0, 4)["till"]["text"]),
        (&json!("pagar_enligt_plan"), &json!("Försenad"))
    );
    call(&plan, "undo", json!({})).await;
    let empty = call(&plan, "preview_inlasning", json!({ "kalla": { "text": TABLE } })).await;
    assert_eq!((&empty["beslut"]["ny"], &empty["blad"][0]["kolumner"][2]["falt"]), (&json!(2), &json!("")));
}

#[tokio::test]
async fn a_source_is_kept_between_previews_and_a_cell_is_mended() {
    let plan = new_plan().await;
    let first = call(&plan, "preview_inlasning", json!({ "kalla": { "text": TABLE } })).await;
    let mended = json!([{ "blad": "Urklipp", "rad": 5, "kolumn": 1, "text": "Tjära bryggan" }]);
    let kalla = json!({ "visad": first["visad"] });
    let again = call(&plan, "preview_inlasning", json!({ "kalla": kalla, "rattningar": mended })).await;
    assert_eq!((&again["beslut"]["vagrade"], &cell(&again, 3, 1)["rattad"]), (&json!(0), &json!(true)));
    let gone = plan.call("preview_inlasning", json!({ "kalla": { "visad": "0" } })).await.unwrap_err();
    assert_eq!(gone.code, "source_gone");
}

#[tokio::test]
async fn the_month_is_proposed_by_the_name_of_the_file() {
    let plan = new_plan().await;
    // "tkr;Budget 2026;Prognos", then Intäkter 100 and 110, Personalkostnader −80 and −85.
    let base64 =
        "dGtyO0J1ZGdldCAyMDI2O1Byb2dub3MKSW50w6RrdGVyOzEwMDsxMTAKUGVyc29uYWxrb3N0bmFkZXI7LTgwOy04NQo=";
    let dropped = json!({ "innehall": { "namn": "drift_april_2026.csv", "base64": base64 } });
    let bild = call(&plan, "preview_inlasning", json!({ "kalla": dropped, "som": "drift" })).await;
    assert_eq!((&bild["namn"], &bild["period"]["vald"]), (&json!("drift_april_2026.csv"), &json!("2026-04")));
    assert_eq!((&bild["period"]["behovs"], &bild["beslut"]["vagrade"]), (&json!(true), &json!(0)));
    assert_eq!(cell(&bild, 1, 1)["till"], json!({ "text": "−80\u{a0}tkr", "status": null }));
}

#[tokio::test]
async fn the_work_is_told_step_by_step_and_stops_before_anything_is_written() {
    let plan = new_plan().await;
    let told = Arc::new(Mutex::new(vec![]));
    let heard = told.clone();
    let watch = Watch::listening(move |progress| heard.lock().unwrap().push(doing(progress)));
    let source = json!({ "kalla": { "text": TABLE }, "endast_goda": true, "period": "2026-06" });
    plan.call_watched("import", source.clone(), watch.clone()).await.unwrap();
    assert_eq!(*told.lock().unwrap(), ["Öppnar filen", "Tolkar bladen", "Skriver raderna i planen"]);
    watch.cancel();
    let stopped = plan.call_watched("preview_inlasning", source, watch).await.unwrap_err();
    assert_eq!(stopped.code, "cancelled");
}
