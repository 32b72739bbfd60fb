//! Characters that the fonts lack: the texts that hold them, among those that the report prints.
use std::collections::BTreeSet;

use plan_core::id::ThingId;
use plan_core::view::PlanView;
use serde_json::Value;

use super::stallen::{Vems, stallen};
use super::{Anmarkning, Kontroll};
use crate::format;
use crate::lage::INNAN_UTSKICK;
use crate::tree::{Avsnitt, Rapport};

/// A place in the report, and the words there that cannot be printed.
struct Stalle {
    var: String,
    subject: Option<ThingId>,
    avsnitt: String,
    words: BTreeSet<String>,
}

/// One remark a text; what stands in no text of the plan is told by the section that prints it. Asked when the pages are
/// laid out, for only then is it known what the fonts lack.
pub fn granska_tecken(rapport: &Rapport, view: &PlanView, lacking: &BTreeSet<char>) -> Vec<Anmarkning> {
    let sections: Vec<Stalle> =
        rapport.avsnitt.iter().filter(|a| a.id != INNAN_UTSKICK).map(|a| printed_in(a, lacking)).collect();
    let printed: BTreeSet<&String> = sections.iter().flat_map(|section| &section.words).collect();
    let mut told: BTreeSet<String> = BTreeSet::new();
    let mut found: Vec<(Vems<'_>, BTreeSet<String>)> = vec![];
    // The texts of another report may hold the same, and are not printed here.
    let of_others = |vems: &Vems<'_>| matches!(vems, Vems::Text(_)) && vems.avsnitt(rapport).is_empty();
    for (vems, text) in stallen(view.plan).filter(|(vems, _)| !of_others(vems)) {
        let held: BTreeSet<String> = words(text, lacking).filter(|word| printed.contains(word)).collect();
        told.extend(held.iter().cloned());
        match found.last_mut() {
            _ if held.is_empty() => {}
            Some((last, before)) if *last == vems => before.extend(held),
            _ => found.push((vems, held)),
        }
    }
    let in_texts = found.into_iter().map(|(vems, words)| Stalle {
        var: vems.var(view.plan),
        subject: vems.subject(),
        avsnitt: vems.avsnitt(rapport),
        words,
    });
    let elsewhere = sections.iter().map(|section| Stalle {
        var: section.var.clone(),
        subject: None,
        avsnitt: String::new(),
        words: section.words.difference(&told).cloned().collect(),
    });
    let all: Vec<Stalle> = in_texts.chain(elsewhere).filter(|place| !place.words.is_empty()).collect();
    let named: BTreeSet<char> =
        all.iter().flat_map(|place| place.words.iter().flat_map(|w| w.chars())).collect();
    let rest: BTreeSet<char> = lacking.difference(&named).copied().collect();
    let mut remarks: Vec<Anmarkning> = all.into_iter().map(|place| remark(place, lacking)).collect();
    if !rest.is_empty() {
        let words = rest.iter().map(char::to_string).collect();
        let at = Stalle { var: "Rapportens uppgifter".into(), subject: None, avsnitt: String::new(), words };
        remarks.push(remark(at, &rest));
    }
    remarks
}

fn remark(at: Stalle, lacking: &BTreeSet<char>) -> Anmarkning {
    let held: BTreeSet<char> = at.words.iter().flat_map(|word| word.chars()).collect();
    let chars: Vec<String> = held.intersection(lacking).map(char::to_string).collect();
    let words: Vec<String> = at.words.iter().map(|word| format!("”{word}”")).collect();
    let the = if chars.len() == 1 { "Tecknet" } else { "Tecknen" };
    Anmarkning {
        kontroll: Kontroll::Tecken,
        rubrik: format!("{the} {} kan inte skrivas ut", format::lista(&chars)),
        text: format!("{}: {}. I rapporten står en ruta i stället.", at.var, format::lista(&words)),
        subject: at.subject,
        avsnitt: at.avsnitt,
    }
}

/// The words of a text that hold any of the characters, without the marks round them.
fn words<'a>(text: &'a str, lacking: &'a BTreeSet<char>) -> impl Iterator<Item = String> + 'a {
    let bare = |word: &'a str| word.trim_matches(|c: char| !c.is_alphanumeric() && !lacking.contains(&c));
    text.split_whitespace()
        .map(bare)
        .filter(|word| word.contains(|c| lacking.contains(&c)))
        .map(str::to_owned)
}

/// Whatever a section says, in whichever of its fields.
fn printed_in(avsnitt: &Avsnitt, lacking: &BTreeSet<char>) -> Stalle {
    fn gather(value: &Value, lacking: &BTreeSet<char>, into: &mut BTreeSet<String>) {
        match value {
            Value::String(text) => into.extend(words(text, lacking)),
            Value::Array(all) => all.iter().for_each(|one| gather(one, lacking, into)),
            Value::Object(all) => all.values().for_each(|one| gather(one, lacking, into)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    let mut words = BTreeSet::new();
    gather(&serde_json::to_value(avsnitt).unwrap_or_default(), lacking, &mut words);
    Stalle { var: format!("Avsnittet {}", avsnitt.rubrik), subject: None, avsnitt: String::new(), words }
}
