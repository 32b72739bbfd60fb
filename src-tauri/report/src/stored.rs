//! Reports that were locked earlier are read as long as the file lives. `stored/` holds what the program stored on 2026-11-22 for
//! each kind of report of the example, cut short and with the forms the example has not. It is never written anew: a test that
//! fails here says that reports in people's files can no longer be read. A new field has `#[serde(default)]`, a code is never renamed.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::Fakta;
use crate::tree::Rapport;

const TREES: [&str; 2] =
    [include_str!("stored/manad.innehall.json"), include_str!("stored/verksamhetsplan.innehall.json")];
const FACTS: [&str; 2] =
    [include_str!("stored/manad.fakta.json"), include_str!("stored/verksamhetsplan.fakta.json")];

/// Reads what was stored, and finds all of it again in what would be stored today.
fn read_whole<T: DeserializeOwned + Serialize>(stored: &str) {
    let read: T = serde_json::from_str(stored).expect("a report that was locked earlier is read");
    let now = serde_json::to_value(&read).unwrap();
    lost(&serde_json::from_str(stored).unwrap(), &now, "");
}

/// Fails at the first value of `stored` that `now` has not.
fn lost(stored: &Value, now: &Value, at: &str) {
    match (stored, now) {
        (Value::Object(then), Value::Object(now)) => {
            for (key, value) in then {
                let found = now.get(key).unwrap_or_else(|| panic!("{at}/{key} is lost"));
                lost(value, found, &format!("{at}/{key}"));
            }
        }
        (Value::Array(then), Value::Array(now)) => {
            assert_eq!(then.len(), now.len(), "{at}");
            then.iter().zip(now).enumerate().for_each(|(i, (a, b))| lost(a, b, &format!("{at}/{i}")));
        }
        _ => assert_eq!(stored, now, "{at}"),
    }
}

#[test]
fn the_content_of_a_report_locked_earlier_is_read() {
    TREES.iter().for_each(|stored| read_whole::<Rapport>(stored));
}

#[test]
fn the_facts_of_a_report_locked_earlier_are_read() {
    FACTS.iter().for_each(|stored| read_whole::<Fakta>(stored));
}

/// What is stored here is only worth something as long as every form stands in it.
#[test]
fn what_is_stored_holds_every_form() {
    let forms = "stycke lista tabell diagram kedja fakta notis text ore tal procent datum status bedomning saknas tom vanlig \
                 summa delrubrik indragen namn tkr tkr_avvikelse linje stapel mal_hogst ej_matt bortfall ej_tillamplig sekretess";
    let marks = "nas nastan nas_inte ej_matt inget_mal battre samre oforandrad okar minskar minst hogst intervall riktning \
                 saknas tal tom ore uppdrag aktivitet";
    for (stored, forms) in [(TREES, forms), (FACTS, marks)] {
        let all = stored.concat();
        for form in forms.split_whitespace() {
            assert!(all.contains(&format!("\"{form}\"")), "{form}");
        }
    }
}
