//! *Innan utskick* names the texts that hold a character which the pages cannot show, and leads to them.
use serde_json::{Value, json};

use crate::stod::Story;

fn remarks(story: &Story) -> Vec<Value> {
    let val = json!({ "slag": "verksamhetsplan" });
    let bild = story.call("2026-01-12", "read_rapportbild", json!({ "val": val }));
    let all = bild["kontroll"]["anmarkningar"].as_array().unwrap();
    all.iter().filter(|a| a["rubrik"].as_str().unwrap().contains("kan inte skrivas ut")).cloned().collect()
}

#[test]
fn what_cannot_be_printed_is_named_with_its_text_and_the_way_there() {
    let story = Story::new("2026-01-10");
    let day = "2026-01-11";
    let made = story.call(day, "create_uppdrag", json!({ "nr": "1.2", "titel": "Bygga snö☃gubbar" }));
    let inledning = |text: &str| {
        let new = json!({ "year": 2026, "month": 0, "avsnitt": "inledning", "text": text });
        story.call(day, "set_avsnittstext", new);
    };
    // Another year's text is no text of this report.
    let other = json!({ "year": 2026, "month": 5, "avsnitt": "sammanfattning", "text": "Flyg ✈" });
    story.call(day, "set_avsnittstext", other);
    inledning("Välkommen hit.");
    let told = remarks(&story);
    assert_eq!(told.len(), 1, "{told:#?}");
    assert_eq!(told[0]["rubrik"], "Tecknet ☃ kan inte skrivas ut");
    let text = told[0]["text"].as_str().unwrap().replace('\u{a0}', " ");
    assert!(text.starts_with("Uppdrag 1.2 ") && text.contains("”snö☃gubbar”"), "{text}");
    let till = &told[0]["handling"]["till"];
    assert_eq!((&till["slag"], &till["skarm"], &till["id"]), (&json!("sak"), &json!("plan"), &made["id"]));

    inledning("Välkommen ✈ hit.");
    let told = remarks(&story);
    assert_eq!(told.len(), 2, "{told:#?}");
    let till = &told[0]["handling"]["till"];
    assert_eq!((&till["slag"], &till["avsnitt"]), (&json!("text"), &json!("inledning")), "{told:#?}");
}

#[test]
fn where_every_character_can_be_printed_that_is_one_of_the_quiet_checks() {
    let story = Story::new("2026-01-10");
    let val = json!({ "slag": "verksamhetsplan" });
    let bild = story.call("2026-01-12", "read_rapportbild", json!({ "val": val }));
    assert!(bild["kontroll"]["vilka"].as_str().unwrap().contains("tecken"), "{bild:#}");
}
