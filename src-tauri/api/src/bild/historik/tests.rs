//! History as the screen gets it: days, filters, pages, and the words that differ.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use serde_json::{Value, json};

use super::Diffslag;
use super::diff::words;
use crate::session_tests::new_session;

async fn read(session: &crate::Session, request: Value) -> Value {
    session.call("read_historik", request).await.unwrap()
}

fn verbs(bild: &Value) -> Vec<String> {
    let all = bild["poster"].as_array().unwrap().iter();
    all.map(|p| format!("{} {}", p["verb"].as_str().unwrap(), p["namn"].as_str().unwrap())).collect()
}

#[tokio::test]
async fn the_log_is_told_searched_and_turned_over() {
    let session = new_session().await;
    let made = session.call("create_uppdrag", json!({ "titel": "Korta kön" })).await.unwrap();
    let id = &made["id"];
    let varfor = "Barn och unga väntar för länge på utredning.";
    session.call("update_uppdrag", json!({ "id": id, "patch": { "varfor": varfor } })).await.unwrap();
    let varfor = "Barn och unga väntar alltför länge på utredning och stöd.";
    session.call("update_uppdrag", json!({ "id": id, "patch": { "varfor": varfor } })).await.unwrap();
    session.call("create_verksamhet", json!({ "namn": "Vuxna" })).await.unwrap();
    session.call("undo", json!({})).await.unwrap();

    let all = read(&session, json!({})).await;
    let told = verbs(&all);
    assert_eq!(told[0], "Ångra: lägg till verksamhet Vuxna");
    assert_eq!(told[2], "Ändra uppdrag Korta kön");
    assert_eq!(all["poster"][1]["lage"], json!("Ångrad"));
    assert_eq!(all["poster"][0]["dag_text"], json!("Måndag 21 september 2026"));
    assert_eq!(all["poster"][0]["tid"], json!("16.13"));
    let diff = &all["poster"][2]["saker"][0]["falt"][0]["skillnad"];
    assert_eq!(diff[1], json!({ "slag": "bort", "text": "för " }));
    assert_eq!(diff[2], json!({ "slag": "nytt", "text": "alltför " }));

    let ekonomi = verbs(&read(&session, json!({ "slag": "ekonomi" })).await);
    assert_eq!(ekonomi, ["Ångra: lägg till verksamhet Vuxna", "Lägg till verksamhet Vuxna"]);
    assert_eq!(verbs(&read(&session, json!({ "text": "UTREDNING" })).await).len(), 2);
    assert_eq!(
        verbs(&read(&session, json!({ "text": "korta kön" })).await).len(),
        3,
        "what touched the thing too"
    );
    assert_eq!(verbs(&read(&session, json!({ "vem": "Någon annan" })).await), [""; 0]);
    assert_eq!(verbs(&read(&session, json!({ "thing": id })).await).len(), 3);

    let first = read(&session, json!({ "limit": 2 })).await;
    let rest = read(&session, json!({ "limit": 50, "before": first["nasta"] })).await;
    assert_eq!([verbs(&first), verbs(&rest)].concat(), told);
    assert_eq!(rest["nasta"], Value::Null);
    let val = session.call("read_historikval", json!({})).await.unwrap();
    assert_eq!(val["vem"], json!(["Controller"]));
}

#[test]
fn short_or_wholly_different_texts_are_shown_whole() {
    assert!(words("Försenad", "Genomförd").is_empty());
    assert!(words("−100\u{a0}800\u{a0}000\u{a0}kr", "−99\u{a0}000\u{a0}000\u{a0}kr").is_empty());
    assert!(words("ett två tre fyra fem", "sex sju åtta nio tio").is_empty());
}

#[test]
fn the_bits_give_back_both_texts() {
    let texts = [
        "Tre av fyra är på plats. Den sista tjänsten annonseras i november.",
        "Fyra av fyra är på plats. Tjänsten annonserades i oktober och tillsattes direkt.",
        "Den sista tjänsten annonseras i november. Tre av fyra är på plats.",
        "a a b a b b a c a",
        "b a a c b a b a a c",
    ];
    for (a, b) in texts.iter().flat_map(|a| texts.iter().map(move |b| (a, b))) {
        let bits = words(a, b);
        let text = |gone: Diffslag| -> String {
            bits.iter().filter(|bit| bit.slag != gone).map(|bit| format!("{} ", bit.text.trim())).collect()
        };
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !bits.is_empty() {
            assert_eq!([plain(&text(Diffslag::Bort)), plain(&text(Diffslag::Nytt))], [plain(b), plain(a)]);
        }
    }
}

#[tokio::test]
async fn an_older_value_of_a_thing_can_be_set_back_by_an_ordinary_change() {
    let session = new_session().await;
    let made = session.call("create_uppdrag", json!({ "titel": "Korta kön" })).await.unwrap();
    let id = &made["id"];
    for patch in [json!({ "year_to": 2027 }), json!({ "year_to": 2028, "titel": "Korta kön mer" })] {
        session.call("update_uppdrag", json!({ "id": id, "patch": patch })).await.unwrap();
    }
    let all = read(&session, json!({ "thing": id })).await;
    let newest = all["poster"][0]["saker"][0]["falt"].as_array().unwrap();
    let mut patch = serde_json::Map::new();
    for back in newest.iter().map(|falt| &falt["tillbaka"]) {
        patch.insert(back["namn"].as_str().unwrap().to_owned(), back["varde"].clone());
    }
    assert_eq!(Value::Object(patch.clone()), json!({ "year_to": 2027, "titel": "Korta kön" }));
    session.call("update_uppdrag", json!({ "id": id, "patch": patch })).await.unwrap();
    let first = all["poster"].as_array().unwrap().last().unwrap();
    let fields = first["saker"][0]["falt"].as_array().unwrap();
    assert!(fields.iter().all(|falt| falt.get("tillbaka").is_none()), "what was added has no older value");
}
