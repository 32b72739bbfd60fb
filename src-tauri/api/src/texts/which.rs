//! Which one of several: the key of a thing without a name, or of a part, as a person says it.
use plan_core::ekonomi::prognos::KOMMENTARSGRANS;
use plan_core::historik::Value;
use plan_core::mal::rules::{GRANS_DELVIS, GRANS_UPPFYLLT, NAMNARE};
use plan_core::period::Period;
use plan_core::uppfoljning::Status;
use plan_report::format;

use super::value::{self, Place, words};

/// "Socialförvaltningen, oktober 2026, totalt"; empty where nothing tells.
pub(crate) fn words_of(table: &str, key: &[(String, Value)]) -> String {
    let number = |name: &str| {
        key.iter().find(|(n, _)| n == name).and_then(|(_, value)| match value {
            Value::Number(n) => Some(*n),
            _ => None,
        })
    };
    let month = number("month");
    let mut said = vec![];
    for (name, value) in key {
        let text = match (name.as_str(), value) {
            ("month", _) => continue,
            ("year", Value::Number(year)) => time(*year, month),
            ("key", Value::Text(text)) if table == "installning" => setting(text),
            ("avsnitt", Value::Text(text)) => section(text).unwrap_or(text).to_owned(),
            ("version", Value::Number(1)) => continue,
            ("version", Value::Number(n)) => format!("version {n}"),
            (field, value) => words(Place { table, field }, value),
        };
        said.push(text);
    }
    said.join(", ")
}

/// "oktober 2026"; the whole year where there is no month (month 0 stands for the verksamhetsplan).
fn time(year: i64, month: Option<i64>) -> String {
    let period = || Period::new(i32::try_from(year).ok()?, u32::try_from(month?).ok()?);
    period().map_or_else(|| year.to_string(), format::period)
}

/// What a setting of the file is called; a setting nobody has worded is called by its key.
pub(crate) fn setting(key: &str) -> String {
    if let Some(status) = key.strip_prefix("status.").and_then(Status::parse) {
        return format!("ord för {}", value::status(status));
    }
    if key.starts_with(crate::import::minne::PREFIX) {
        return "koppling av kolumner vid inläsning".to_owned();
    }
    let word = match key {
        "kommun" => "kommun",
        "namnd" => "nämnd",
        "forvaltning" => "förvaltning",
        "styrmodell" => "styrmodell",
        "accent" => "accentfärg",
        NAMNARE => "nyckeltal som räknas i måluppfyllelsen",
        KOMMENTARSGRANS => "gräns för när en avvikelse ska kommenteras",
        GRANS_UPPFYLLT => "gräns för Uppfyllt",
        GRANS_DELVIS => "gräns för Delvis uppfyllt",
        other => other,
    };
    word.to_owned()
}

/// What a section of a report is called when nobody has renamed it. A test asks for a word for each.
pub(crate) fn section(key: &str) -> Option<&'static str> {
    Some(match key {
        "sammanfattning" => "sammanfattning",
        "forandringar" => "förändringar sedan föregående rapport",
        "drift" => "drift",
        "verksamhet" | "verksamheter" => "verksamheter",
        "maluppfyllelse" => "måluppfyllelse",
        "matetal" => "volymer och nyckeltal",
        "uppdrag" => "uppdrag och aktiviteter",
        "inledning" => "inledning",
        "styrmodell" => "styrmodell",
        "organisation" => "organisation",
        "grunduppdrag" => "grunduppdrag",
        "mal" => "mål och uppdrag",
        "uppdrag_utan_mal" => "uppdrag utan mål",
        "aktivitetsplan" => "aktivitetsplan",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use plan_core::rapport::Rapportslag;
    use plan_report::avsnittsnycklar;

    use super::*;

    #[test]
    fn every_section_and_status_has_a_word() {
        for key in Rapportslag::ALL.iter().flat_map(|slag| avsnittsnycklar(*slag)) {
            assert!(section(key).is_some(), "the section {key} has no word");
        }
        assert_eq!(setting("status.forsenad"), "ord för Försenad");
        assert_eq!(setting("egen"), "egen");
    }

    #[test]
    fn a_key_is_said_as_a_person_would() {
        let key = |pairs: &[(&str, Value)]| {
            pairs.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect::<Vec<_>>()
        };
        let number = Value::Number;
        let text = |t: &str| Value::Text(t.to_owned());
        let outcome = key(&[("year", number(2026)), ("month", number(10)), ("kon", text("T"))]);
        assert_eq!(words_of("utfall", &outcome), "oktober 2026, totalt");
        assert_eq!(words_of("installning", &key(&[("key", text("namnd"))])), "nämnd");
        let report = key(&[
            ("slag", text("manad")),
            ("year", number(2026)),
            ("month", number(3)),
            ("version", number(1)),
        ]);
        assert_eq!(words_of("rapport", &report), "Månadsrapport, mars 2026");
        let of_plan = key(&[("avsnitt", text("inledning")), ("year", number(2026)), ("month", number(0))]);
        assert_eq!(words_of("avsnittstext", &of_plan), "inledning, 2026");
    }
}
