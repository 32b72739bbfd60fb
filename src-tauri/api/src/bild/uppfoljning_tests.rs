//! The screen on the example: what it shows must agree with what the reports print.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{Access, Environment, Session, create_exempel};

fn environment(first: u64) -> Environment {
    let counter = AtomicU64::new(first);
    Environment {
        vem: Some("Verksamhetscontroller".into()),
        machine: "test".into(),
        now: Box::new(|| DateTime::<Utc>::from_timestamp(1_794_000_000, 0).unwrap()),
        new_id: Box::new(move || Uuid::from_u128(u128::from(counter.fetch_add(1, Ordering::Relaxed)))),
        backup_dir: None,
    }
}

/// The example, in a folder that is gone with the process.
async fn exempel() -> Session {
    let folder = tempfile::tempdir().unwrap().keep();
    let path = folder.join("exempel.vplan");
    create_exempel(&path, environment(1)).await.unwrap();
    Session::open(&path, Access::ReadWrite, environment(1_000_000)).await.unwrap()
}

async fn read(name: &str, args: Value) -> Value {
    exempel().await.call(name, args).await.unwrap()
}

#[tokio::test]
async fn the_screen_says_what_changed_since_the_decided_report() {
    let bild = read("read_uppfoljningsbild", json!({ "period": "2026-10" })).await;
    assert_eq!(bild["rubrik"], "Uppföljning oktober 2026");
    assert_eq!(bild["sedan"], "± sedan september 2026");
    let rader = bild["rader"].as_array().unwrap();
    let of = |slag: &str| rader.iter().filter(|r| r["slag"] == slag).count();
    assert!(of("uppdrag") > 3 && of("aktivitet") > 10 && of("enhet") > 0, "{}", rader.len());
    let chips: u64 =
        bild["antal"]["status"].as_array().unwrap().iter().map(|s| s["antal"].as_u64().unwrap()).sum();
    assert_eq!(chips as usize, of("aktivitet"));
    assert!(rader.iter().any(|r| r["fore"]["ord"].as_str().is_some_and(|ord| ord.ends_with(" i sep"))));
}

#[tokio::test]
async fn a_month_of_a_year_without_follow_ups_is_shown_and_the_first_is_proposed_for_january() {
    let session = exempel().await;
    let read = async |period: &str| {
        session.call("read_uppfoljningsbild", json!({ "period": period })).await.unwrap()
    };
    let this_year = read("2026-10").await;
    assert!(this_year["nasta_period"].as_str().unwrap().starts_with("202"), "{}", this_year["nasta_period"]);
    let next_year = read("2031-10").await;
    assert_eq!(next_year["nasta_period"], "2031-01");
    let last = next_year["perioder"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(last, json!({ "period": "2031-10", "namn": "Oktober 2031", "note": "" }));
}

#[tokio::test]
async fn a_digit_fetches_its_own_row_and_the_counts() {
    let session = exempel().await;
    let bild = session.call("read_uppfoljningsbild", json!({ "period": "2026-10" })).await.unwrap();
    let rad = bild["rader"]
        .as_array()
        .unwrap()
        .iter()
        .find(|r| r["slag"] == "aktivitet" && r["status"] == "pagar_enligt_plan")
        .unwrap()
        .clone();
    let barare = &rad["barare"];
    session
        .call("set_lage", json!({ "barare": barare, "period": "2026-10", "status": "forsenad" }))
        .await
        .unwrap();
    let val = json!({ "val": { "period": "2026-10" }, "saker": [barare] });
    let after = session.call("read_uppfoljningsrader", val).await.unwrap();
    assert_eq!(after["rader"][0]["ord"], "Försenad");
    assert_eq!(after["rader"][0]["kommentar"], rad["kommentar"]);
    assert!(after["rader"].as_array().unwrap().iter().all(|r| r["barare"] == *barare));
    let refused = session
        .call("set_lage", json!({ "barare": barare, "period": "2026-10", "status": "avbruten" }))
        .await;
    assert_eq!(refused.unwrap_err().field, Some("kommentar"));
    let typed = session
        .call("set_lage", json!({ "barare": barare, "period": "2026-10", "fardiggrad": "mycket" }))
        .await;
    assert_eq!(typed.unwrap_err().code, "not_percent");
}

#[tokio::test]
async fn a_page_has_its_figures_its_chart_and_its_values() {
    let session = exempel().await;
    let bild = session.call("read_uppfoljningsbild", json!({ "period": "2026-10" })).await.unwrap();
    let ids: Vec<Value> = bild["rader"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|r| r["matetal"].as_array().unwrap().clone())
        .collect();
    for id in &ids {
        let blad = session.call("read_matetalsblad", json!({ "id": id, "period": "2026-10" })).await.unwrap();
        assert_eq!(blad["nyckel"].as_array().unwrap().len(), 4);
        let diagram = &blad["diagram"];
        assert_eq!(diagram.is_null(), blad["tabell"]["rader"].as_array().unwrap().is_empty());
        assert!(
            diagram["svg"].as_str().is_none_or(|svg| svg.contains("var(--series)") && svg.contains("<text"))
        );
        let places = blad["varden"].as_array().unwrap();
        assert!(
            places.iter().any(|place| place["period"] == blad["nu"]),
            "nowhere to type what is now: {blad}"
        );
    }
    let gnistor =
        session.call("read_matetalsgnistor", json!({ "ids": ids, "period": "2026-10" })).await.unwrap();
    assert_eq!(gnistor["rader"].as_array().unwrap().len(), ids.len());
}

#[tokio::test]
async fn a_matetal_of_the_mal_is_reached_from_its_uppdrag_which_has_others() {
    let session = exempel().await;
    let rad =
        |bild: &Value| bild["rader"].as_array().unwrap().iter().find(|r| r["slag"] == "uppdrag").cloned();
    let uppdrag = rad(&session.call("read_uppfoljningsbild", json!({ "period": "2026-10" })).await.unwrap());
    let id = uppdrag.unwrap()["uppdrag_id"].clone();
    let panel = json!({ "kind": "uppdrag", "id": id, "period": "2026-10" });
    let panel = session.call("read_rad", panel).await.unwrap();
    let mal =
        panel["fakta"].as_array().unwrap().iter().find(|f| f["namn"] == "mal_id").unwrap()["varde"].clone();
    let new = |titel: &str, link: Value| {
        let mut new = json!({ "art": "nyckeltal", "titel": titel, "riktning": "hogre", "frekvens": "manad" });
        new.as_object_mut().unwrap().extend(link.as_object().unwrap().clone());
        new
    };
    session.call("create_matetal", new("Uppdragets eget", json!({ "uppdrag": [id] }))).await.unwrap();
    session
        .call("create_matetal", new("Målets", json!({ "mal": [{ "mal_id": mal, "vikt": 1 }] })))
        .await
        .unwrap();
    let bild = session.call("read_uppfoljningsbild", json!({ "period": "2026-10" })).await.unwrap();
    let ids = rad(&bild).unwrap()["matetal"].clone();
    let rows =
        session.call("read_matetalsgnistor", json!({ "ids": ids, "period": "2026-10" })).await.unwrap();
    let titles: Vec<&str> =
        rows["rader"].as_array().unwrap().iter().map(|row| row["titel"].as_str().unwrap()).collect();
    assert!(titles.contains(&"Uppdragets eget") && titles.contains(&"Målets"), "{titles:?}");
    let unique: std::collections::BTreeSet<&str> = titles.iter().copied().collect();
    assert_eq!(unique.len(), titles.len(), "{titles:?}");
}

#[tokio::test]
async fn a_value_is_typed_as_people_do() {
    let session = exempel().await;
    let bild = session.call("read_uppfoljningsbild", json!({ "period": "2026-10" })).await.unwrap();
    let id = bild["rader"][0]["matetal"][0].clone();
    let read = || session.call("read_matetalsblad", json!({ "id": id, "period": "2026-10" }));
    let place = read().await.unwrap()["varden"][0].clone();
    let typed = |text: &str| json!({ "matetal_id": id, "organisation_id": place["organisation_id"], "period": place["period"], "kon": "T", "text": text, "datum": "idag" });
    session.call("set_utfall_text", typed("72,5 %")).await.unwrap();
    assert!(read().await.unwrap()["varden"][0]["text"].as_str().unwrap().starts_with("72,5"));
    session.call("set_utfall_text", typed("bortfall")).await.unwrap();
    assert_eq!(read().await.unwrap()["varden"][0]["saknas"], "bortfall");
    assert_eq!(session.call("set_utfall_text", typed("många")).await.unwrap_err().field, Some("varde"));
    session.call("set_utfall_text", typed("")).await.unwrap();
    assert_eq!(read().await.unwrap()["varden"][0]["text"], "");
}
