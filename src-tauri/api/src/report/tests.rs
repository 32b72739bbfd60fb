//! A report's way from draft to decision and back: what is decided is what was locked, whatever happens in between.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::watch::Progress;
use crate::{Environment, Session, Watch};

fn environment() -> Environment {
    let counter = AtomicU64::new(1);
    Environment {
        vem: Some("Controller".into()),
        machine: "test".into(),
        now: Box::new(|| DateTime::<Utc>::from_timestamp(1_790_000_000, 0).unwrap()),
        new_id: Box::new(move || Uuid::from_u128(u128::from(counter.fetch_add(1, Ordering::Relaxed)))),
        backup_dir: None,
    }
}

async fn plan() -> Session {
    let session = Session::create_in_memory(environment()).await.unwrap();
    let request = json!({ "kommun": "Granköping", "namnd": "Socialnämnden", "forvaltning": "Socialförvaltningen",
        "styrmodell": "ledmot-2023", "year": 2026 });
    session.call("create_plan", request).await.unwrap();
    add_uppdrag(&session, "Korta handläggningstiden").await;
    session
}

async fn add_uppdrag(session: &Session, titel: &str) {
    session.call("create_uppdrag", json!({ "titel": titel })).await.unwrap();
}

fn october() -> Value {
    json!({ "slag": "manad", "period": "2026-10" })
}

fn files(till: &Path) -> Value {
    json!({ "till": till, "format": ["pdf", "xlsx"] })
}

fn beslut() -> Value {
    json!({ "datum": "2026-11-17", "paragraf": "62", "dnr": "2026.007 SN" })
}

/// The hashes of a reply's files.
fn hashes(reply: &Value) -> Vec<String> {
    reply["filer"].as_array().unwrap().iter().map(|f| f["sha256"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn what_is_decided_is_what_was_locked() {
    let (session, folder) = (plan().await, tempfile::tempdir().unwrap());
    let till = folder.path();
    let locked =
        session.call("lock_rapport", json!({ "val": october(), "filer": files(till) })).await.unwrap();
    add_uppdrag(&session, "Kom till efter låsningen").await;

    let print = json!({ "id": locked["id"], "filer": files(till) });
    let again = session.call("print_rapport", print.clone()).await.unwrap();
    assert_eq!(hashes(&again), hashes(&locked), "the stored report is drawn from the live plan");

    let decide = json!({ "val": october(), "beslut": beslut(), "filer": files(till) });
    let decided = session.call("decide_rapport", decide).await.unwrap();
    assert_eq!(decided["id"], locked["id"]);
    assert_ne!(hashes(&decided), hashes(&locked), "the decision's data are printed");
    assert_eq!(hashes(&session.call("print_rapport", print).await.unwrap()), hashes(&decided));

    let arkiv = session.call("extract_arkiv", json!({ "till": till.join("arkiv") })).await.unwrap();
    let mut wanted = [hashes(&locked), hashes(&decided)].concat();
    let mut found = hashes(&arkiv);
    wanted.sort();
    found.sort();
    assert_eq!(found, wanted);
}

#[tokio::test]
async fn a_decision_without_a_lock_locks_on_the_way_and_says_so() {
    let session = plan().await;
    let decide = json!({ "val": october(), "beslut": beslut() });
    let reply = session.call("decide_rapport", decide.clone()).await.unwrap();
    assert_eq!(reply["upplysningar"].as_array().unwrap().len(), 1);
    assert_eq!(reply["filer"], json!([]), "no files were asked for");
    let again = session.call("decide_rapport", decide).await.unwrap_err();
    assert_eq!(again.code, "report_state", "a decided report is never replaced without a word");
    let barrier = session.call("undo", Value::Null).await.unwrap_err();
    assert_eq!(barrier.code, "barrier");
}

#[tokio::test]
async fn a_decision_whose_files_cannot_be_written_is_said_to_stand() {
    let (session, folder) = (plan().await, tempfile::tempdir().unwrap());
    // Every free name is taken: the target fails only once the report is stored.
    let name = "manadsrapport-2026-10-socialnamnden";
    std::fs::write(folder.path().join(format!("{name}.pdf")), b"x").unwrap();
    for n in 2..=1_000 {
        std::fs::write(folder.path().join(format!("{name} ({n}).pdf")), b"x").unwrap();
    }
    let decide = json!({ "val": october(), "beslut": beslut(), "filer": files(folder.path()) });
    let refused = session.call("decide_rapport", decide).await.unwrap_err();
    assert_eq!(refused.code, "stored_not_written");
    let arkiv = session.call("list_arkiv", Value::Null).await.unwrap();
    assert_eq!(arkiv["rapporter"][0]["lage"], json!("Fastställd 2026-11-17 §\u{a0}62"));
}

#[tokio::test]
async fn a_revoked_report_is_marked_and_its_successor_says_what_it_replaces() {
    let (session, folder) = (plan().await, tempfile::tempdir().unwrap());
    let decide = json!({ "val": october(), "beslut": beslut() });
    let id = session.call("decide_rapport", decide.clone()).await.unwrap()["id"].clone();
    let end = |skal: &str| json!({ "id": id, "skal": skal });
    assert_eq!(session.call("revoke_rapport", end("")).await.unwrap_err().code, "reason_required");
    session.call("revoke_rapport", end("Fel prognos för hemtjänsten")).await.unwrap();

    let print = json!({ "id": id, "filer": files(folder.path()) });
    let printed = session.call("print_rapport", print).await.unwrap();
    assert_eq!(printed["filer"][0]["lage"], json!("Upphävd"));
    assert_eq!(printed["filer"][0]["filnamn"], json!("manadsrapport-2026-10-socialnamnden-upphavd.pdf"));
    let arkiv = session.call("list_arkiv", Value::Null).await.unwrap();
    assert_eq!(arkiv["rapporter"][0]["lage"], json!("Upphävd (fastställd 2026-11-17 §\u{a0}62)"));

    let draft = session.call("preview_rapport", october()).await.unwrap();
    assert_eq!(draft["rapport"]["ersatter"], json!("Ersätter version 1, fastställd 2026-11-17 §\u{a0}62"));
    session.call("decide_rapport", decide).await.expect("a rättelse is a new version");
    let arkiv = session.call("list_arkiv", Value::Null).await.unwrap();
    assert_eq!(arkiv["rapporter"][1]["version"], json!(2));
    assert_eq!(arkiv["rapporter"][1]["ersatter_id"], id);
}

#[tokio::test]
async fn a_draft_is_seen_page_by_page() {
    let session = plan().await;
    let draft = session.call("preview_rapport", october()).await.unwrap();
    let pages = draft["sidor"].as_u64().unwrap();
    assert!(pages > 0 && draft["text"].as_str().unwrap().contains("Socialnämnden"));
    let page = async |sida: u64| {
        session.call("page_rapport", json!({ "val": october(), "sida": sida })).await.unwrap()["svg"].clone()
    };
    assert!(page(1).await.as_str().unwrap().contains("<svg"));
    assert_eq!((page(0).await, page(pages + 1).await), (Value::Null, Value::Null));
}

#[tokio::test]
async fn a_unit_is_found_by_code_or_name() {
    let session = plan().await;
    session.call("create_organisation", json!({ "namn": "Hemtjänst norr", "kod": "0401" })).await.unwrap();
    for enhet in ["0401", "hemtjänst norr"] {
        let val = json!({ "slag": "verksamhetsplan", "enhet": enhet });
        let draft = session.call("preview_rapport", val).await.unwrap();
        assert!(draft["rapport"]["avsandare"].as_str().unwrap().contains("Hemtjänst norr"), "{enhet}");
    }
    let val = json!({ "slag": "verksamhetsplan", "enhet": "401" });
    assert_eq!(session.call("preview_rapport", val).await.unwrap_err().code, "unknown_enhet");
}

#[tokio::test]
async fn a_locked_report_says_the_day_it_was_locked_and_not_the_last_of_its_period() {
    let session = plan().await;
    session.call("lock_rapport", json!({ "val": october() })).await.unwrap();
    let arkiv = session.call("list_arkiv", Value::Null).await.unwrap();
    assert_eq!(arkiv["rapporter"][0]["locked_date"], json!("2026-10-31"), "its own day");
    assert_eq!(arkiv["rapporter"][0]["lage"], json!("Låst för utskick 2026-09-21"));
    let bild = session.call("read_rapportbild", json!({ "val": october() })).await.unwrap();
    assert_eq!(bild["lage"]["steg"][1]["detalj"], json!("låst 21 sep"));
}

/// Asks the work to stop when it has told of so many steps before; what it told.
fn stopped_after(steps: usize) -> (Watch, Arc<Mutex<Vec<Progress>>>) {
    let own: Arc<OnceLock<Watch>> = Arc::default();
    let told: Arc<Mutex<Vec<Progress>>> = Arc::default();
    let (handle, hears) = (own.clone(), told.clone());
    let watch = Watch::listening(move |progress| {
        let mut told = hears.lock().unwrap();
        told.push(progress);
        if told.len() == steps + 1 {
            handle.get().unwrap().cancel();
        }
    });
    let _ = own.set(watch.clone());
    (watch, told)
}

#[tokio::test]
async fn locking_and_deciding_stop_whenever_they_are_asked_and_say_when_it_is_too_late() {
    let session = plan().await;
    let stored = async || session.call("list_arkiv", Value::Null).await.unwrap()["rapporter"].clone();
    let acts = [
        ("lock_rapport", json!({ "val": october() })),
        ("decide_rapport", json!({ "val": october(), "beslut": beslut() })),
    ];
    for (name, args) in acts {
        let before = stored().await;
        for steps in 0.. {
            let (watch, told) = stopped_after(steps);
            let outcome = session.call_watched(name, args.clone(), watch).await;
            let told = told.lock().unwrap().clone();
            match outcome {
                Err(error) => {
                    assert_eq!((error.code, stored().await), ("cancelled", before.clone()), "{name}");
                    assert_eq!(told.len(), steps + 1, "{name} went on");
                }
                Ok(_) => {
                    assert_ne!(stored().await, before);
                    let last = told.iter().map(|progress| !progress.can_stop).collect::<Vec<_>>();
                    assert_eq!(last.iter().position(|last| *last), Some(steps - 1), "{name}: {told:?}");
                    break;
                }
            }
        }
    }
}

#[tokio::test]
async fn a_file_goes_only_when_the_person_was_asked_about_its_very_name() {
    let (session, folder) = (plan().await, tempfile::tempdir().unwrap());
    let name = async |namn: &str, ersatt: bool| {
        let filer = json!({ "till": folder.path(), "format": ["pdf"], "namn": namn, "ersatt": ersatt });
        let reply = session.call("write_rapport", json!({ "val": october(), "filer": filer })).await.unwrap();
        (
            reply["filer"][0]["filnamn"].as_str().unwrap().to_owned(),
            reply["upplysningar"].as_array().unwrap().len(),
        )
    };
    let (path, old) = (folder.path().join("r.pdf"), b"an older file");
    std::fs::write(&path, old).unwrap();
    assert_eq!(name("r.pdf", false).await, ("r (2).pdf".into(), 1));
    assert_eq!(name("r", true).await, ("r (3).pdf".into(), 1), "the dialog asked about ”r”");
    assert_eq!(std::fs::read(&path).unwrap(), old);
    assert_eq!(name("r.pdf", true).await, ("r.pdf".into(), 0));
    assert!(std::fs::read(&path).unwrap().starts_with(b"%PDF"));
}
