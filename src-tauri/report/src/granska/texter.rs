//! Texts that are missing, that speak of another period, or that hold what looks like a personnummer.
use plan_core::period::Period;
use plan_core::rapport::Rapportslag;
use plan_core::text::looks_like_personnummer;
use plan_core::view::PlanView;

use super::stallen::{Vems, section_of, stallen};
use super::{Anmarkning, Kontroll, has};
use crate::ekonomi::drift::DRIFT;
use crate::format::{self, manad};
use crate::matetal::MATETAL;
use crate::sammanfattning::SAMMANFATTNING;
use crate::tree::Rapport;
use crate::verksamhetsplan::INLEDNING;

/// Sections that a person writes, and that stand without a word.
pub(super) fn saknade(rapport: &Rapport, view: &PlanView) -> Vec<Anmarkning> {
    let keys: &[(&str, &str)] = match rapport.slag {
        Rapportslag::Manad => &[
            (SAMMANFATTNING, "Avsnittet skrivs ut med bara beräknade uppgifter."),
            (DRIFT, "Avsnittet skrivs ut med bara tabellen."),
        ],
        Rapportslag::Verksamhetsplan => &[(INLEDNING, "Planen börjar utan inledning.")],
    };
    let missing = keys.iter().filter(|(key, _)| match *key {
        // An inledning is nothing but its text.
        INLEDNING => !has(rapport, key),
        SAMMANFATTNING => !written(view, key),
        _ => has(rapport, key) && !written(view, key),
    });
    missing
        .map(|(key, why)| Anmarkning {
            kontroll: Kontroll::SaknarText,
            rubrik: format!("{} saknar text", heading(rapport, key)),
            text: (*why).to_string(),
            subject: None,
            avsnitt: (*key).to_string(),
        })
        .collect()
}

/// Whether anything is written for the section, as a whole or on one of its rows.
fn written(view: &PlanView, key: &str) -> bool {
    view.plan.avsnittstext.iter().any(|text| {
        (text.year, text.month) == (view.period.year, view.period.month)
            && text.avsnitt == key
            && !text.text.trim().is_empty()
    })
}

fn heading(rapport: &Rapport, key: &str) -> String {
    let section = rapport.avsnitt.iter().find(|avsnitt| avsnitt.id == key);
    section.map_or_else(|| format::med_stor(key), |avsnitt| avsnitt.rubrik.clone())
}

/// Words before a month that say which period the text is about.
const LEADS: [&str; 9] = [
    "till och med",
    "t.o.m.",
    "t o m",
    "tom",
    "per",
    "efter",
    "uppföljning",
    "månadsrapport",
    "månadsrapporten för",
];

/// Texts of the period that speak of another month as if it were the report's.
pub(super) fn andra_perioder(view: &PlanView) -> Vec<Anmarkning> {
    let period = view.period;
    let of_period =
        view.plan.avsnittstext.iter().filter(|text| (text.year, text.month) == (period.year, period.month));
    of_period
        .filter_map(|text| {
            let month = annan_manad(&text.text, &text.avsnitt, period)?;
            Some(Anmarkning {
                kontroll: Kontroll::Period,
                rubrik: format!("Texten säger {}", manad(month)),
                text: format!(
                    "{}. Rapporten gäller {}.",
                    Vems::Text(text).var(view.plan),
                    format::period(period)
                ),
                subject: text.subject_id,
                avsnitt: section_of(&text.avsnitt).to_string(),
            })
        })
        .collect()
}

/// Words before a month that compare with it.
const COMPARES: [&str; 6] = ["sedan", "än i", "mot", "från", "för", "jämfört med"];

/// A month led by a word of period; or, in a summary that never names its own month, the month before without a word
/// that compares. Mätetal are measured with a lag and may speak of any month.
fn annan_manad(text: &str, avsnitt: &str, period: Period) -> Option<u32> {
    let words = words(text);
    let led_by = |month: u32, leads: &[&str]| -> Vec<bool> {
        let at = (0..words.len()).filter(|at| words[*at] == manad(month));
        at.map(|at| {
            let before = words[..at].join(" ");
            leads.iter().any(|lead| before == *lead || before.ends_with(&format!(" {lead}")))
        })
        .collect()
    };
    if avsnitt == MATETAL {
        return None;
    }
    let mut others = (1..=12).filter(|month| *month != period.month);
    let led = others.find(|month| led_by(*month, &LEADS).contains(&true));
    let before = period.previous().month;
    let own_named = !led_by(period.month, &[]).is_empty();
    let stale = avsnitt == SAMMANFATTNING && !own_named && led_by(before, &COMPARES).contains(&false);
    led.or(stale.then_some(before))
}

/// Lower-case words; dots inside an abbreviation stay.
fn words(text: &str) -> Vec<String> {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.').to_lowercase();
    let undotted = |word: String| if word == "t.o.m." { word } else { word.trim_matches('.').to_string() };
    text.split_whitespace().map(|word| undotted(bare(word))).filter(|word| !word.is_empty()).collect()
}

/// Names, titles, texts and comments that hold what looks like a personnummer; a test asks for every text that a thing has.
pub(super) fn personnummer(rapport: &Rapport, view: &PlanView) -> Vec<Anmarkning> {
    let found = stallen(view.plan).filter(|(_, text)| looks_like_personnummer(text));
    found
        .map(|(vems, _)| Anmarkning {
            kontroll: Kontroll::Personnummer,
            rubrik: "Något ser ut som ett personnummer".into(),
            text: format!("{}. Personnummer ska inte stå i planen.", vems.var(view.plan)),
            subject: vems.subject(),
            avsnitt: vems.avsnitt(rapport),
        })
        .collect()
}
