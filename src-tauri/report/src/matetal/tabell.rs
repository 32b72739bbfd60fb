//! The overview of all mätetal: outcome, target, verdict and trend in a row each.
use plan_core::matetal::rules::{arsutfall, gallande_malvarde, utfall_mot_mal};
use plan_core::matetal::{Malvarde, Matetal, Matetalsart, Riktning, Saknas, Varde};
use plan_core::view::PlanView;

use super::{MATETAL, bedomning, lydelse, malutfall_ord, sammanvagning, trend, trend_ord};
use crate::blocks::{self, kolumn, ord, rad};
use crate::fakta::Utslag;
use crate::format;
use crate::tree::{Bedomning, Cell, Kolumnslag, Radslag, Tabell, Tabellrad};

/// The overview table; `None` without mätetal.
pub(super) fn tabell(view: &PlanView) -> Option<Tabell> {
    let all = &view.plan.matetal;
    let kolumner = vec![
        kolumn("Indikator", Kolumnslag::Namn),
        kolumn("Utfall föregående år", Kolumnslag::Tal),
        kolumn("Utfall", Kolumnslag::Tal),
        kolumn("Målvärde", Kolumnslag::Text),
        kolumn("Målet nås", Kolumnslag::Bedomning),
        kolumn("Trend", Kolumnslag::Text),
    ];
    let width = kolumner.len();
    (!all.is_empty()).then(|| Tabell {
        id: MATETAL.into(),
        rubrik: format!("Nyckeltal och indikatorer till och med {}", format::period(view.period)),
        kolumner,
        rader: rader(view, width),
        noter: noter(view),
        blad: "Mätetal".into(),
    })
}

/// Nyckeltal and indikatorer under a heading each, where the plan has both.
fn rader(view: &PlanView, width: usize) -> Vec<Tabellrad> {
    let parts = [(Matetalsart::Nyckeltal, "Nyckeltal"), (Matetalsart::Indikator, "Indikatorer")];
    let of = |art| view.plan.matetal.iter().filter(move |m| m.art == art);
    let both = parts.iter().all(|(art, _)| of(*art).next().is_some());
    let mut rader = vec![];
    for (art, rubrik) in parts {
        if both {
            let mut celler = vec![Cell::Tom; width];
            celler[0] = ord(rubrik);
            rader.push(rad(Radslag::Delrubrik, celler));
        }
        rader.extend(of(art).map(|m| rad(Radslag::Vanlig, celler(view, m))));
    }
    rader
}

fn celler(view: &PlanView, matetal: &Matetal) -> Vec<Cell> {
    let year = view.period.year;
    vec![
        ord(blocks::namn(&matetal.nr, lydelse(matetal))),
        vardecell(view, matetal, year - 1),
        vardecell(view, matetal, year),
        ord(malvarde_ord(matetal, gallande_malvarde(view, matetal.id, None))),
        malcell(view, matetal),
        ord(trend(view, matetal).map_or("", trend_ord)),
    ]
}

fn vardecell(view: &PlanView, matetal: &Matetal, year: i32) -> Cell {
    match arsutfall(view, matetal.id, None, year).map(|a| a.varde) {
        Some(Varde::Tal(tal)) => {
            Cell::Tal { tal, decimaler: matetal.decimaler, enhet: matetal.enhet.clone(), visa_enhet: true }
        }
        Some(Varde::Saknas(reason)) => Cell::Saknas(reason),
        None => Cell::Saknas(Saknas::EjMatt),
    }
}

/// The target as it was decided in words, else as its rule says.
pub(crate) fn malvarde_ord(matetal: &Matetal, malvarde: Option<&Malvarde>) -> String {
    match malvarde {
        Some(malvarde) if worded(malvarde) => format::med_stor(malvarde.text.trim()),
        Some(malvarde) => format::krav(malvarde.krav, matetal),
        None if matetal.riktning == Riktning::Folj => "Följs utan mål".into(),
        None => "Inget målvärde".into(),
    }
}

/// A bare number as typed in a sheet ("85") does not say whether it is a least or a most.
fn worded(malvarde: &Malvarde) -> bool {
    malvarde.text.chars().filter(|c| c.is_alphabetic()).count() > 2
}

/// The verdict against the target; empty where none is decided.
fn malcell(view: &PlanView, matetal: &Matetal) -> Cell {
    let utfall = utfall_mot_mal(view, matetal.id, None);
    bedomning(Utslag::of(utfall)).map_or(Cell::Tom, |mark| {
        let ord = malutfall_ord(utfall, matetal.frekvens);
        Cell::Bedomning(Bedomning { ord, ..mark })
    })
}

/// The number, or the wording of a mätetal without one.
fn short_name(matetal: &Matetal) -> &str {
    if matetal.nr.is_empty() { lydelse(matetal) } else { &matetal.nr }
}

fn noter(view: &PlanView) -> Vec<String> {
    let reworded = view.plan.matetal.iter().filter(|m| super::omformulerad(m).is_some());
    let mut noter: Vec<String> = reworded
        .map(|m| {
            format!("{} visas med den lydelse som fastställdes. Ny lydelse: ”{}”.", short_name(m), m.titel)
        })
        .collect();
    if view.plan.matetal.iter().any(|m| trend(view, m).is_some()) {
        noter.push("Trend är det senaste värdet jämfört med det närmast föregående.".into());
    }
    for (word, noun) in [("medelvärdet", "medelvärde"), ("summan", "summa")] {
        let named: Vec<&str> =
            view.plan.matetal.iter().filter(|m| sammanvagning(m) == Some(word)).map(short_name).collect();
        if !named.is_empty() {
            noter.push(format!("Utfall är årets {noun} hittills för {}.", format::lista(&named)));
        }
    }
    if view.plan.matetal.iter().any(|m| m.kalla.to_lowercase().contains("kolada") || !m.kolada_id.is_empty())
    {
        noter.push("Källa för jämförbara nyckeltal: Kolada.".into());
    }
    noter
}
