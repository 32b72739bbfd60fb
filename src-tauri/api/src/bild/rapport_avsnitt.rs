//! The sections of a report as a list: on or off, computed or written, what is missing, and where on the pages they begin.
use plan_core::rapport::Rapportslag;
use plan_core::uppfoljning::ops::NyAvsnittstext;
use plan_export::Pages;
use plan_report::{Anmarkning, Avsnittsval, Kontroll, Textplats, avsnittsval, format, tree};
use serde::Serialize;
use ts_rs::TS;

use crate::report::build::{Grund, unit};
use crate::texts::which::section;

/// A section.
#[derive(Debug, Serialize, TS)]
pub struct Avsnittsbild {
    pub nyckel: String,
    pub rubrik: String,
    /// The heading given in the template; empty: the program's own.
    pub egen_rubrik: String,
    pub med: bool,
    /// "räknas fram ur planen", "saknar text", why it is off.
    pub under: String,
    pub tillstand: Avsnittstillstand,
    /// Where it begins, if it is printed.
    pub plats: Option<Avsnittsplats>,
    /// Where somebody can write; the section as a whole first.
    pub texter: Vec<Avsnittstextbild>,
}

/// How far a section has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Avsnittstillstand {
    Klart,
    /// Something is written, something is missing.
    Skrivs,
    SaknarText,
    /// Nothing to print.
    Tomt,
    Av,
}

/// A place on the pages.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct Avsnittsplats {
    /// Counted from 1.
    pub sida: usize,
    /// 0–1 down the page.
    pub andel: f32,
}

/// A text that can be written.
#[derive(Debug, Serialize, TS)]
pub struct Avsnittstextbild {
    /// "Förskola +6 239 tkr"; the section's heading for the section as a whole.
    pub rubrik: String,
    /// The check asks for it.
    pub saknas: bool,
    /// What is saved, with the text that stands there now.
    pub text: NyAvsnittstext,
}

/// The sections of the draft.
pub(super) fn avsnitt_av(grund: &Grund, tree: &tree::Rapport, found: &[Anmarkning]) -> Vec<Avsnittsbild> {
    let all = avsnittsval(grund.underlag.view, grund.plats.slag, unit(grund.plats));
    all.into_iter().map(|val| one(grund, tree, found, val)).collect()
}

fn one(grund: &Grund, tree: &tree::Rapport, found: &[Anmarkning], val: Avsnittsval) -> Avsnittsbild {
    let printed = tree.avsnitt.iter().find(|avsnitt| avsnitt.id == val.nyckel);
    let own = || format::med_stor(section(val.nyckel).unwrap_or(val.nyckel));
    let rubrik = match printed {
        Some(avsnitt) if !avsnitt.rubrik.is_empty() => avsnitt.rubrik.clone(),
        _ if val.rubrik.is_empty() => own(),
        _ => val.rubrik.clone(),
    };
    let missing: Vec<&Anmarkning> =
        found.iter().filter(|a| a.avsnitt == val.nyckel && wants_words(a.kontroll)).collect();
    let written = val.texter.iter().any(|text| !text.text.trim().is_empty());
    let (tillstand, under) = match () {
        () if !val.med => (Avsnittstillstand::Av, off(&val).to_owned()),
        () if missing.is_empty() && printed.is_none() => {
            (Avsnittstillstand::Tomt, "inget att visa".to_owned())
        }
        () if missing.is_empty() && written => (Avsnittstillstand::Klart, "har text".to_owned()),
        () if missing.is_empty() => (Avsnittstillstand::Klart, "räknas fram ur planen".to_owned()),
        () if written || missing.len() > 1 => (Avsnittstillstand::Skrivs, still_missing(missing.len())),
        () => (Avsnittstillstand::SaknarText, lacks(missing.first().map(|a| a.kontroll)).to_owned()),
    };
    let texter = val.texter.iter().map(|text| textbild(grund, &rubrik, text, &missing)).collect();
    Avsnittsbild {
        nyckel: val.nyckel.to_owned(),
        egen_rubrik: val.rubrik,
        med: val.med,
        plats: None,
        texter,
        rubrik,
        under,
        tillstand,
    }
}

fn wants_words(kontroll: Kontroll) -> bool {
    matches!(kontroll, Kontroll::SaknarText | Kontroll::SaknarKommentar | Kontroll::Underskott)
}

/// Why a section is off. Of those that are off by themselves only måluppfyllelse belongs to another report.
fn off(val: &Avsnittsval) -> &'static str {
    if val.nyckel == "maluppfyllelse" && !val.forvald { "ingår i tertialrapporten" } else { "tas inte med" }
}

fn still_missing(count: usize) -> String {
    format!("{} saknas", format::antal_av(count, "text", "texter"))
}

fn lacks(kontroll: Option<Kontroll>) -> &'static str {
    match kontroll {
        Some(Kontroll::SaknarKommentar | Kontroll::Underskott) => "saknar kommentar",
        _ => "saknar text",
    }
}

fn textbild(grund: &Grund, section: &str, place: &Textplats, missing: &[&Anmarkning]) -> Avsnittstextbild {
    let month = match grund.plats.slag {
        Rapportslag::Manad => grund.plats.period.month,
        Rapportslag::Verksamhetsplan => 0,
    };
    Avsnittstextbild {
        rubrik: if place.rubrik.is_empty() { section.to_owned() } else { place.rubrik.clone() },
        saknas: missing.iter().any(|a| a.subject == place.subject),
        text: NyAvsnittstext {
            year: grund.plats.period.year,
            month,
            avsnitt: place.avsnitt.to_owned(),
            subject_id: place.subject,
            organisation_id: if month == 0 { unit(grund.plats) } else { None },
            text: place.text.clone(),
        },
    }
}

/// The sections of a stored report: what was printed.
pub(super) fn stored_avsnitt(tree: &tree::Rapport) -> Vec<Avsnittsbild> {
    let headed = tree.avsnitt.iter().filter(|avsnitt| !avsnitt.rubrik.trim().is_empty());
    headed
        .map(|avsnitt| Avsnittsbild {
            nyckel: avsnitt.id.clone(),
            rubrik: avsnitt.rubrik.clone(),
            egen_rubrik: String::new(),
            med: true,
            under: String::new(),
            tillstand: Avsnittstillstand::Klart,
            plats: None,
            texter: vec![],
        })
        .collect()
}

/// Finds each section's heading among the bookmarks: they come in the order of the tree.
pub(super) fn place_avsnitt(bilder: &mut [Avsnittsbild], tree: &tree::Rapport, pages: &Pages) {
    let mut marks = pages.bookmarks.iter().filter(|mark| mark.level == 1);
    for avsnitt in tree.avsnitt.iter().filter(|avsnitt| !avsnitt.rubrik.trim().is_empty()) {
        let Some(mark) = marks.next() else { return };
        let height = pages.pages.get(mark.target.page).map_or(1.0, |page| page.height);
        if let Some(bild) = bilder.iter_mut().find(|bild| bild.nyckel == avsnitt.id) {
            bild.plats = Some(Avsnittsplats {
                sida: mark.target.page + 1,
                andel: (mark.target.y / height).clamp(0.0, 1.0),
            });
        }
    }
}

/// "7 av 10 klara".
pub(super) fn klara(avsnitt: &[Avsnittsbild]) -> String {
    let printed =
        avsnitt.iter().filter(|a| !matches!(a.tillstand, Avsnittstillstand::Av | Avsnittstillstand::Tomt));
    let done = printed.clone().filter(|a| a.tillstand == Avsnittstillstand::Klart).count();
    format!("{done} av {} klara", printed.count())
}
