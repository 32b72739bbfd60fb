//! The handle to the document's thread: panics, ends, order, and what is left behind.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{Access, Environment, Session, Watch};

fn environment() -> Environment {
    environment_failing(Arc::new(AtomicBool::new(false)))
}

/// Ids count upwards; while `fail` is set, asking for one panics, in the middle of a transaction.
fn environment_failing(fail: Arc<AtomicBool>) -> Environment {
    let counter = AtomicU64::new(1);
    Environment {
        vem: Some("Controller".into()),
        machine: "test".into(),
        now: Box::new(|| DateTime::<Utc>::from_timestamp(1_790_000_000, 0).unwrap()),
        new_id: Box::new(move || {
            assert!(!fail.load(Ordering::Relaxed), "no more ids");
            Uuid::from_u128(u128::from(counter.fetch_add(1, Ordering::Relaxed)))
        }),
        backup_dir: None,
    }
}

async fn new_plan(session: &Session) {
    let request = json!({ "kommun": "Granköping", "namnd": "Socialnämnden", "forvaltning": "Socialförvaltningen",
        "styrmodell": "ledmot-2023", "year": 2026 });
    session.call("create_plan", request).await.unwrap();
}

/// A new plan in memory, for the tests of the screens.
pub(crate) async fn new_session() -> Session {
    let session = Session::create_in_memory(environment()).await.unwrap();
    new_plan(&session).await;
    session
}

async fn read(session: &Session) -> Value {
    session.call("read_plan", json!({ "period": "2026-10" })).await.unwrap()
}

#[tokio::test]
async fn a_panic_is_told_rolled_back_and_survived() {
    let fail = Arc::new(AtomicBool::new(false));
    let session = Session::create_in_memory(environment_failing(fail.clone())).await.unwrap();
    new_plan(&session).await;
    let before = read(&session).await;

    fail.store(true, Ordering::Relaxed);
    let error = session.call("create_uppdrag", json!({ "titel": "Korta kön" })).await.unwrap_err();
    assert_eq!(error.code, "panicked");
    assert!(error.detail.contains("no more ids"), "{error:?}");

    fail.store(false, Ordering::Relaxed);
    assert_eq!(read(&session).await, before, "the panicked write left something behind");
    session.call("create_uppdrag", json!({ "titel": "Korta kön" })).await.expect("the document works again");
}

#[tokio::test]
async fn clones_share_one_document_and_jobs_keep_their_order() {
    let session = Session::create_in_memory(environment()).await.unwrap();
    new_plan(&session).await;
    let calls = (0..20).map(|n| {
        let session = session.clone();
        tokio::spawn(async move {
            session.call("create_uppdrag", json!({ "titel": format!("Uppdrag {n}") })).await
        })
    });
    for call in calls.collect::<Vec<_>>() {
        call.await.unwrap().unwrap();
    }
    assert_eq!(read(&session).await["uppdrag"].as_array().unwrap().len(), 20);
}

#[tokio::test]
async fn a_file_is_closed_when_the_last_handle_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.vplan");
    let session = Session::create(&path, environment()).await.unwrap();
    let clone = session.clone();
    new_plan(&session).await;
    drop(session);
    read(&clone).await;
    drop(clone);
    let again = Session::open(&path, Access::ReadWrite, environment()).await.expect("the lock is free");
    again.close().await.unwrap();
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(left, ["plan.vplan"], "something was left beside the file");
}

#[tokio::test]
async fn long_work_is_followed_and_cancelled() {
    let session = Session::create_in_memory(environment()).await.unwrap();
    new_plan(&session).await;
    let told = Arc::new(AtomicU64::new(0));
    let count = told.clone();
    let watch = Watch::listening(move |_| {
        count.fetch_add(1, Ordering::Relaxed);
    });
    let checked = session.call_watched("verify", Value::Null, watch.clone()).await.unwrap();
    assert_eq!(checked["hel"], json!(true));
    assert!(told.load(Ordering::Relaxed) > 0, "no progress was told");
    watch.cancel();
    let error = session.call_watched("verify", Value::Null, watch).await.unwrap_err();
    assert_eq!(error.code, "cancelled");
}

#[tokio::test]
async fn wrong_names_and_wrong_requests_are_told_apart() {
    let session = Session::create_in_memory(environment()).await.unwrap();
    let code = async |name: &str, args: Value| session.call(name, args).await.unwrap_err().code;
    assert_eq!(code("koka_kaffe", Value::Null).await, "unknown_command");
    assert_eq!(code("undo", json!({ "mycket": true })).await, "bad_request");
    assert_eq!(code("read_plan", json!({ "period": "april" })).await, "bad_period");
    assert_eq!(code("undo", Value::Null).await, "nothing_to_undo");
}

#[tokio::test]
async fn a_field_not_given_is_left_and_null_empties_it() {
    let session = Session::create_in_memory(environment()).await.unwrap();
    new_plan(&session).await;
    let made = session
        .call("create_aktivitet", json!({ "titel": "Anställa", "nr": "1", "end_date": "2026-12-31" }))
        .await
        .unwrap();
    let change = async |patch: Value| {
        session.call("update_aktivitet", json!({ "id": made["id"], "patch": patch })).await.unwrap();
        read(&session).await["aktivitet"][0].clone()
    };
    let renamed = change(json!({ "titel": "Rekrytera" })).await;
    assert_eq!((&renamed["titel"], &renamed["end_date"]), (&json!("Rekrytera"), &json!("2026-12-31")));
    assert_eq!(change(json!({ "end_date": null })).await["end_date"], Value::Null);
}

#[tokio::test]
async fn history_is_told_in_words() {
    let session = Session::create_in_memory(environment()).await.unwrap();
    new_plan(&session).await;
    let plan = read(&session).await;
    let node = plan["organisation"][0]["barn"][0]["id"].clone();
    let made = session.call("create_aktivitet", json!({ "titel": "Anställa" })).await.unwrap();
    let patch = json!({ "end_date": "2026-12-31", "kostnad": 12_500_000, "organisation_id": node });
    session.call("update_aktivitet", json!({ "id": made["id"], "patch": patch })).await.unwrap();
    let status =
        json!({ "barare": { "aktivitet": made["id"] }, "period": "2026-10", "status": "pagar_enligt_plan" });
    session.call("set_status", status).await.unwrap();
    session.call("undo", Value::Null).await.unwrap();

    let log = session.call("read_log", Value::Null).await.unwrap();
    let newest = &log["poster"];
    assert_eq!(newest[0]["rubrik"], json!("Ångra: rapportera status: Anställa"));
    assert_eq!(newest[1]["saker"][0]["falt"][0]["till"], json!("Pågår enligt plan"));
    let told: Vec<(&str, &str)> = newest[2]["saker"][0]["falt"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| (f["falt"].as_str().unwrap(), f["till"].as_str().unwrap()))
        .collect();
    let wanted = [
        ("Enhet", "Socialförvaltningen"),
        ("Slutdatum", "2026-12-31"),
        ("Beräknad kostnad", "125\u{a0}000\u{a0}kr"),
    ];
    for pair in wanted {
        assert!(told.contains(&pair), "{pair:?} is not in {told:?}");
    }
    for post in newest.as_array().unwrap() {
        for sak in post["saker"].as_array().unwrap() {
            let words = format!("{} {}", post["rubrik"], sak["mening"]);
            let fields =
                sak["falt"].as_array().unwrap().iter().map(|f| f["falt"].to_string()).collect::<String>();
            assert!(
                !words.contains('_') && !fields.contains('_'),
                "a column name is shown: {words} {fields}"
            );
        }
    }
}
