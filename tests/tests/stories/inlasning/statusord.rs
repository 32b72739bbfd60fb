//! Status words: those that our own reports print are read without a remark, the fixed ones and those that the file has chosen.
use std::collections::BTreeMap;

use plan_core::uppfoljning::Status;
use plan_report::format;
use serde_json::{Value, json};

use super::plan::{Plan, file, rows};

/// Takes in one aktivitet for each word, twice, and gives each one's remarks and its status in the plan.
fn taken_in(plan: &Plan, words: &[String]) -> Vec<(Value, Value)> {
    let line = |(n, word): (usize, &String)| format!("1;Aktivitet nummer {n};{word};Väntar på beslut.\n");
    let lines: String = words.iter().enumerate().map(line).collect();
    let (_folder, path) = file("egen.csv", format!("Uppdrag;Aktivitet;Status;Kommentar\n{lines}").as_bytes());
    let reply = plan.import(&path, "2026-04");
    assert_eq!(reply["skrivet"], true, "{reply:#}");
    let again = plan.import(&path, "2026-04");
    assert_eq!((&again["oforandrad"], &again["skrivet"]), (&json!(words.len()), &json!(false)), "{again:#}");
    let stored = plan.read("2026-04");
    let remarks = rows(&reply, "aktiviteter").into_iter().map(|row| row["anmarkningar"].clone());
    remarks.zip(stored["aktivitet"].as_array().unwrap().iter().map(|a| a["lage"]["status"].clone())).collect()
}

fn without_a_remark() -> Vec<(Value, Value)> {
    Status::ALL.iter().map(|status| (json!([]), json!(status))).collect()
}

fn plan() -> Plan {
    let plan = Plan::new();
    plan.call("create_uppdrag", json!({ "nr": "1", "titel": "Längre kaj" }));
    plan
}

#[test]
fn every_fixed_label_is_read_without_a_remark() {
    let words: Vec<String> = Status::ALL.iter().map(|s| format::status(&BTreeMap::new(), *s)).collect();
    assert_eq!(taken_in(&plan(), &words), without_a_remark());
}

/// Words that nobody else uses, a word that elsewhere means the same, and one that elsewhere means another status.
#[test]
fn the_files_own_words_are_read_without_a_remark() {
    let plan = plan();
    let words =
        ["I startgroparna", "Rullar", "Försenad", "Akut", "Klar", "Stoppad av nämnden"].map(String::from);
    for (status, word) in Status::ALL.iter().zip(&words) {
        plan.call("set_installning", json!({ "key": format!("status.{}", status.as_str()), "value": word }));
    }
    assert_eq!(taken_in(&plan, &words), without_a_remark());
}
