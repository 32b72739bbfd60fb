//! Texts that are missing, that speak of another period, or that hold what looks like a personnummer.
use plan_core::id::ThingId;
use plan_core::period::Period;
use plan_core::rapport::Rapportslag;
use plan_core::text::looks_like_personnummer;
use plan_core::uppfoljning::{Avsnittstext, Statusbarare};
use plan_core::view::PlanView;

use super::{Anmarkning, Kontroll, has};
use crate::blocks::namn;
use crate::ekonomi::drift::DRIFT;
use crate::ekonomi::verksamhet::{VERKSAMHET, VERKSAMHETER};
use crate::format::{self, manad};
use crate::matetal::MATETAL;
use crate::sammanfattning::SAMMANFATTNING;
use crate::tree::Rapport;
use crate::uppdrag::UPPDRAG;
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
                text: format!("{}. Rapporten gäller {}.", var(view, text), format::period(period)),
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

/// The section that a text stands in.
fn section_of(text: &str) -> &str {
    if text == VERKSAMHET { VERKSAMHETER } else { text }
}

/// Where a text stands, as a person knows it.
fn var(view: &PlanView, text: &Avsnittstext) -> String {
    let place = match text.avsnitt.as_str() {
        SAMMANFATTNING => "Sammanfattning",
        DRIFT => "Drift",
        VERKSAMHET | VERKSAMHETER => "Verksamheter",
        MATETAL => "Mätetal",
        UPPDRAG => "Uppdrag och aktiviteter",
        other => return format::med_stor(other),
    };
    match text.subject_id.and_then(|id| subject(view, id)) {
        Some(name) => format!("{place}, {name}"),
        None => place.to_string(),
    }
}

fn subject(view: &PlanView, id: ThingId) -> Option<String> {
    let drift = view.plan.driftrad.iter().find(|rad| id == rad.id.into()).map(|rad| rad.namn.clone());
    let verksamhet = || view.plan.verksamhet.iter().find(|v| id == v.id.into()).map(|v| v.namn.clone());
    let matetal = || view.plan.matetal.iter().find(|m| id == m.id.into()).map(|m| m.titel.clone());
    drift.or_else(verksamhet).or_else(matetal)
}

/// Names, titles, texts and comments that hold what looks like a personnummer; a test asks for every text that a thing has.
pub(super) fn personnummer(view: &PlanView) -> Vec<Anmarkning> {
    let plan = view.plan;
    let befattningar = plan.befattning.iter().flat_map(|b| {
        [&b.titel, &b.namn, &b.epost].map(|text| (format!("Befattningen {}", b.titel), text, b.id.into()))
    });
    let texter = plan.avsnittstext.iter().map(|t| (var(view, t), &t.text, t.id.into()));
    let uppdrag = plan.uppdrag.iter().flat_map(|u| {
        let name = format!("Uppdrag {}", namn(&u.nr, &u.titel));
        let texts = [&u.titel, &u.vad, &u.varfor, &u.onskad_effekt, &u.kalla_text, &u.anteckning];
        texts.map(|text| (name.clone(), text, u.id.into()))
    });
    let aktiviteter = plan.aktivitet.iter().flat_map(|a| {
        let name = format!("Aktivitet {}", namn(&a.nr, &a.titel));
        let texts = [&a.titel, &a.hur, &a.resurs, &a.prestation, &a.effekt, &a.anteckning];
        let texts = texts.into_iter().chain(a.delaktiviteter.iter().map(|d| &d.titel));
        texts.map(move |text| (name.clone(), text, a.id.into()))
    });
    let mal = plan.mal.iter().flat_map(|m| {
        let name = format!("Mål {}", namn(&m.nr, &m.titel));
        let reasons = plan.malbedomning.iter().filter(|b| b.mal_id == m.id).map(|b| &b.motivering);
        let texts = [&m.titel, &m.beskrivning, &m.anteckning].into_iter().chain(reasons);
        texts.map(move |text| (name.clone(), text, m.id.into()))
    });
    let matetal = plan.matetal.iter().flat_map(|m| {
        let name = format!("Mätetal {}", namn(&m.nr, &m.titel));
        let texts = [&m.titel, &m.definition, &m.faststalld_lydelse, &m.kalla, &m.anteckning];
        texts.map(|text| (name.clone(), text, m.id.into()))
    });
    let enheter = plan.organisation.iter().flat_map(|o| {
        [&o.namn, &o.anteckning].map(|text| (format!("Enheten {}", o.namn), text, o.id.into()))
    });
    let kommentarer = plan.statusrad.iter().map(|row| {
        let subject = match row.barare {
            Statusbarare::Uppdrag(id) => id.into(),
            Statusbarare::Aktivitet(id) => id.into(),
        };
        ("Statuskommentar".to_string(), &row.kommentar, subject)
    });
    befattningar
        .chain(texter)
        .chain(uppdrag)
        .chain(aktiviteter)
        .chain(mal)
        .chain(matetal)
        .chain(enheter)
        .chain(kommentarer)
        .filter(|(_, text, _)| looks_like_personnummer(text))
        .map(|(where_, _, subject)| Anmarkning {
            kontroll: Kontroll::Personnummer,
            rubrik: "Något ser ut som ett personnummer".into(),
            text: format!("{where_}. Personnummer ska inte stå i planen."),
            subject: Some(subject),
            avsnitt: String::new(),
        })
        .collect()
}
