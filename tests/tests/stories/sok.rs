//! Ctrl+K finds every kind of thing a person goes to, by the words they know it by, and says enough to go there.
use plan_api::{Access, Session};
use serde_json::{Value, json};

use crate::stod::{Story, example, runtime, still};

/// What is found in the example, as its period October is followed up.
fn found(text: &str) -> Vec<Value> {
    runtime().block_on(async {
        let session = Session::open(example(), Access::ReadOnly, still()).await.unwrap();
        let reply = session.call("search", json!({ "text": text })).await.unwrap();
        session.close().await.unwrap();
        reply["traffar"].as_array().unwrap().clone()
    })
}

fn kinds(found: &[Value]) -> Vec<&str> {
    found.iter().map(|one| one["kind"].as_str().unwrap()).collect()
}

fn best(text: &str) -> Value {
    found(text).into_iter().next().unwrap_or_else(|| panic!("{text} finds nothing"))
}

#[test]
fn a_drift_row_and_a_verksamhet_are_found_by_their_names() {
    let bild = runtime().block_on(async {
        let session = Session::open(example(), Access::ReadOnly, still()).await.unwrap();
        let reply = session.call("read_plan", json!({})).await.unwrap();
        session.close().await.unwrap();
        reply
    });
    for (list, kind) in [("driftrad", "driftrad"), ("verksamhet", "verksamhet")] {
        let namn = bild[list][0]["namn"].as_str().unwrap();
        assert!(kinds(&found(namn)).contains(&kind), "{namn}");
    }
}

#[test]
fn a_follow_up_is_found_by_its_month_in_words_and_as_a_code() {
    for text in ["uppföljning oktober 2026", "uppf 2026-10"] {
        let hit = best(text);
        assert_eq!(
            (&hit["kind"], &hit["period"]),
            (&json!("uppfoljning"), &json!("2026-10")),
            "{text}: {hit:#}"
        );
        assert_eq!(hit["titel"].as_str().unwrap().replace('\u{a0}', " "), "Uppföljning oktober 2026");
    }
}

#[test]
fn decided_reports_are_found_and_so_are_those_at_hand() {
    let hit = best("månadsrapport september");
    assert_eq!((&hit["kind"], &hit["period"]), (&json!("rapport"), &json!("2026-09")), "{hit:#}");
    assert_eq!(hit["rapport"], json!({ "slag": "manad", "enhet": null }));
    assert!(hit["plats"].as_str().unwrap().starts_with("Version 1, fastställd 2026-"), "{hit:#}");
    assert_ne!(hit["id"], "");
    let hit = best("månadsrapport oktober");
    assert_eq!((&hit["id"], &hit["plats"]), (&json!(""), &json!("Utkast")), "{hit:#}");
    let hit = best("verksamhetsplan 2026");
    assert_eq!(hit["rapport"]["slag"], "verksamhetsplan", "{hit:#}");
}

#[test]
fn what_is_found_when_nothing_is_reported_yet_are_the_drafts() {
    let story = Story::new("2026-01-10");
    let reply = story.call("2026-01-10", "search", json!({ "text": "rapport" }));
    assert_eq!(reply["traffar"][0]["plats"], "Utkast", "{reply:#}");
}
