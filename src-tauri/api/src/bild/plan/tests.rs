//! The chain as the screen shows it, through the commands.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{Environment, Session};

pub(crate) async fn new_plan() -> Session {
    let counter = AtomicU64::new(1);
    let environment = Environment {
        vem: Some("Controller".into()),
        machine: "test".into(),
        now: Box::new(|| DateTime::<Utc>::from_timestamp(1_790_000_000, 0).unwrap()),
        new_id: Box::new(move || Uuid::from_u128(u128::from(counter.fetch_add(1, Ordering::Relaxed)))),
        backup_dir: None,
    };
    let session = Session::create_in_memory(environment).await.unwrap();
    let request = json!({ "kommun": "Granköping", "namnd": "Socialnämnden", "forvaltning": "Socialförvaltningen",
        "styrmodell": "ledmot-2023", "year": 2026 });
    session.call("create_plan", request).await.unwrap();
    session
}

pub(crate) async fn made(session: &Session, command: &str, request: Value) -> Value {
    session.call(command, request).await.unwrap()["id"].clone()
}

async fn read(session: &Session, request: Value) -> Value {
    session.call("read_plantrad", request).await.unwrap()
}

/// Vision → fokusområde → målområde → styrtal; gives the ids of styrtal and levels.
async fn chain(session: &Session) -> (Vec<Value>, Vec<Value>) {
    let levels = read(session, json!({})).await["nivaer"].clone();
    let levels: Vec<Value> = levels.as_array().unwrap().iter().map(|n| n["id"].clone()).collect();
    let mut chain = vec![];
    for (at, (nr, titel)) in
        [("", "Nära"), ("A", "Trygg uppväxt"), ("A1", "Stöd i tid"), ("A1.1", "Fler får hjälp")]
            .into_iter()
            .enumerate()
    {
        let parent = chain.last().cloned().unwrap_or(Value::Null);
        let new = json!({ "niva_id": levels[at], "parent_id": parent, "nr": nr, "titel": titel });
        chain.push(made(session, "create_mal", new).await);
    }
    (chain, levels)
}

fn outline(plan: &Value) -> Vec<String> {
    let text = |v: &Value| v.as_str().unwrap_or("").to_owned();
    let row = |r: &Value| {
        let indent = "  ".repeat(r["djup"].as_u64().unwrap() as usize);
        format!("{indent}{} | {} | {}", text(&r["overrad"]), text(&r["titel"]), r["brister"])
    };
    plan["rader"].as_array().unwrap().iter().map(row).collect()
}

#[tokio::test]
async fn the_chain_stands_in_order_with_counts_and_breaks() {
    let session = new_plan().await;
    let (mal, _) = chain(&session).await;
    let uppdrag =
        made(&session, "create_uppdrag", json!({ "nr": "1", "titel": "Korta väntan", "mal_id": mal[3] }))
            .await;
    made(&session, "create_uppdrag", json!({ "titel": "Myndighetsutövning", "grunduppdrag": true })).await;
    made(&session, "create_uppdrag", json!({ "titel": "Löst" })).await;
    let titlar = json!(["Gemensam mottagning", "Rekrytera fyra"]);
    made(&session, "create_aktiviteter", json!({ "uppdrag_id": uppdrag, "year": 2026, "titlar": titlar }))
        .await;
    made(&session, "create_aktiviteter", json!({ "uppdrag_id": null, "year": 2026, "titlar": ["Ensam"] }))
        .await;
    let plan = read(&session, json!({})).await;
    assert_eq!(
        outline(&plan),
        [
            "Vision · 1 fokusområde | Nära | null",
            "  Fokusområde A · 1 uppdrag, 2 aktiviteter | Trygg uppväxt | null",
            "    Målområde A1 · 1 uppdrag, 2 aktiviteter | Stöd i tid | null",
            "      Styrtal A1.1 | Fler får hjälp | [\"utan_matetal\"]",
            "        Uppdrag 1 · 2 aktiviteter | Korta väntan | null",
            "           | Gemensam mottagning | null",
            "           | Rekrytera fyra | null",
            " | Grunduppdrag | null",
            "  Uppdrag | Myndighetsutövning | null",
            " | Uppdrag utan styrtal | null",
            "  Uppdrag | Löst | [\"utan_aktivitet\",\"utan_mal\"]",
            " | Aktiviteter utan uppdrag | null",
            "   | Ensam | [\"utan_uppdrag\"]",
        ]
    );
    assert_eq!(plan["sammanfattning"], "1 fokusområde, 3 uppdrag, 3 aktiviteter");
    let breaks: Vec<String> = plan["brister"]
        .as_array()
        .unwrap()
        .iter()
        .map(|b| format!("{} {}", b["antal"], b["ord"].as_str().unwrap()))
        .collect();
    assert_eq!(breaks, ["1 utan aktivitet", "1 utan uppdrag", "1 utan mätetal", "1 utan styrtal"]);
    let numbers: Vec<&Value> = plan["rader"].as_array().unwrap()[5..7].iter().map(|r| &r["nr"]).collect();
    assert_eq!(numbers, ["1.1", "1.2"]);
}

#[tokio::test]
async fn pasted_lines_are_one_step_and_a_move_to_another_parent_is_too() {
    let session = new_plan().await;
    let (mal, _) = chain(&session).await;
    let one = made(&session, "create_uppdrag", json!({ "nr": "1", "titel": "Ett", "mal_id": mal[3] })).await;
    let two = made(&session, "create_uppdrag", json!({ "nr": "2", "titel": "Två", "mal_id": mal[3] })).await;
    assert_eq!(read(&session, json!({})).await["sammanfattning"], "1 fokusområde, 2 uppdrag");
    let before = outline(&read(&session, json!({})).await);
    let ids = made(
        &session,
        "create_aktiviteter",
        json!({ "uppdrag_id": one, "year": 2026, "titlar": ["a", "b", "c"] }),
    )
    .await;
    let with_three = outline(&read(&session, json!({})).await);
    session.call("place_aktivitet", json!({ "id": ids[2], "uppdrag_id": two, "after": null })).await.unwrap();
    let moved = outline(&read(&session, json!({})).await);
    assert_eq!(moved.last().unwrap(), "           | c | null");
    session.call("place_uppdrag", json!({ "id": two, "mal_id": mal[3], "after": null })).await.unwrap();
    assert!(outline(&read(&session, json!({})).await)[4].contains("Uppdrag 2 · 1 aktivitet"));
    session.call("undo", json!({})).await.unwrap();
    session.call("undo", json!({})).await.unwrap();
    assert_eq!(outline(&read(&session, json!({})).await), with_three);
    session.call("undo", json!({})).await.unwrap();
    assert_eq!(outline(&read(&session, json!({})).await), before);
}

#[tokio::test]
async fn a_unit_sees_what_is_its_own_and_the_thread_up_to_the_vision() {
    let session = new_plan().await;
    let (mal, _) = chain(&session).await;
    let enhet = made(&session, "create_organisation", json!({ "namn": "Norr", "slag": "enhet" })).await;
    let own =
        made(&session, "create_uppdrag", json!({ "titel": "Eget", "mal_id": mal[3], "fordelning": [enhet] }))
            .await;
    made(&session, "create_uppdrag", json!({ "titel": "Annans", "mal_id": mal[3] })).await;
    made(&session, "create_aktivitet", json!({ "titel": "För alla", "uppdrag_id": own, "gemensam": true }))
        .await;
    let plan = read(&session, json!({ "enhet": enhet })).await;
    let titles: Vec<&str> =
        plan["rader"].as_array().unwrap().iter().map(|r| r["titel"].as_str().unwrap()).collect();
    assert_eq!(titles, ["Nära", "Trygg uppväxt", "Stöd i tid", "Fler får hjälp", "Eget", "För alla"]);
}

#[tokio::test]
async fn a_plan_of_five_thousand_rows_is_small_to_send() {
    let session = new_plan().await;
    let (mal, _) = chain(&session).await;
    let uppdrag =
        made(&session, "create_uppdrag", json!({ "nr": "1", "titel": "Stort", "mal_id": mal[3] })).await;
    let titlar: Vec<String> = (0..500).map(|n| format!("En aktivitet av vanlig längd, nummer {n}")).collect();
    made(&session, "create_aktiviteter", json!({ "uppdrag_id": uppdrag, "year": 2026, "titlar": titlar }))
        .await;
    let plan = read(&session, json!({})).await;
    let bytes = plan["rader"].to_string().len() / plan["rader"].as_array().unwrap().len();
    assert!(bytes < 220, "{bytes} bytes a row");
}

#[tokio::test]
async fn the_years_of_the_file_are_gone_to_in_the_month_shown() {
    let session = new_plan().await;
    session.call("create_verksamhetsar", json!({ "year": 2027 })).await.unwrap();
    let years = |plan: &Value| plan["verksamhetsar"].clone();
    let both = json!([
        { "ar": 2026, "period": "2026-10", "ord": "pågår" },
        { "ar": 2027, "period": "2027-10", "ord": "planeras" },
    ]);
    assert_eq!(years(&read(&session, json!({ "period": "2026-10" })).await), both);
    let next = read(&session, json!({ "period": "2027-10" })).await;
    assert_eq!((years(&next), next["ar"].clone()), (both, json!(2027)));
    let unknown = read(&session, json!({ "period": "2025-03" })).await;
    assert_eq!(years(&unknown)[0], json!({ "ar": 2025, "period": "2025-03", "ord": "" }));
}

#[tokio::test]
async fn the_ground_of_a_break_cites_only_the_document_of_the_plans_own_styrmodell() {
    let session = new_plan().await;
    let grounds = async || {
        let plan = read(&session, json!({})).await;
        plan["brister"].as_array().unwrap().iter().map(|b| b["grund"].to_string()).collect::<Vec<_>>()
    };
    assert!(grounds().await.iter().all(|ground| ground.contains("LedMot 4.3")));
    session.call("set_installning", json!({ "key": "styrmodell", "value": "mjolby" })).await.unwrap();
    let own = grounds().await;
    assert!(own.iter().all(|ground| ground.ends_with(".\"") && !ground.contains("LedMot")), "{own:?}");
}
