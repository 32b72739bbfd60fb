//! A mätetal's series as a chart, and its finding in words: what a listener gets instead of the picture.
use std::collections::BTreeSet;

use plan_core::belopp::Tal;
use plan_core::matetal::rules::{Malutfall, arsvarde, gallande_malvarde, utfall_mot_mal};
use plan_core::matetal::{Frekvens, Jamforelse, Kon, Krav, Matetal, Varde};
use plan_core::period::Period;
use plan_core::view::PlanView;

use super::{MATETAL, lydelse, period_ord, sammanvagning, varden};
use crate::format::{self, med_enhet};
use crate::tree::{Diagram, Diagramslag, Serie};

/// The most points on one axis: a year of months and the same month the year before.
const MOST_POINTS: usize = 13;

/// One value is no series.
const FEWEST_POINTS: usize = 2;

/// The chart; `None` with fewer than two values. Two are bars, three or more a line.
pub(super) fn diagram(view: &PlanView, matetal: &Matetal) -> Option<Diagram> {
    let values = varden(view, matetal);
    let from = values.len().saturating_sub(MOST_POINTS);
    let values = &values[from..];
    if values.len() < FEWEST_POINTS {
        return None;
    }
    let axis = axis(values, matetal.frekvens);
    let at = |period: &Period| values.iter().find(|(known, _)| known == period).map(|(_, tal)| *tal);
    let others = jamforelser(view, matetal, &axis);
    let own = Serie { namn: eget_namn(view, &others), varden: axis.iter().map(at).collect() };
    let slag = if values.len() > 2 { Diagramslag::Linje } else { Diagramslag::Stapel };
    Some(Diagram {
        id: format!("{MATETAL}.{}", matetal.id.0),
        rubrik: rubrik(matetal),
        fynd: fynd(view, matetal, values),
        enhet: matetal.enhet.clone(),
        decimaler: matetal.decimaler,
        etiketter: etiketter(&axis, matetal.frekvens),
        serier: std::iter::once(own).chain(others).collect(),
        mal: axis.iter().map(|period| mallinje(view, matetal, *period)).collect(),
        mal_hogst: ovre_granser(view, matetal, &axis),
        mal_namn: mal_namn(view, matetal),
        slag,
    })
}

pub(super) fn rubrik(matetal: &Matetal) -> String {
    let title = lydelse(matetal);
    let unit = matetal.enhet.trim();
    if unit.is_empty() || title.contains(unit) { title.into() } else { format!("{title}, {unit}") }
}

/// Beside others the plan's own series carries the municipality's name.
fn eget_namn(view: &PlanView, others: &[Serie]) -> String {
    let set = view.installning("kommun");
    if others.is_empty() || set.is_empty() { "Utfall".into() } else { set.to_string() }
}

/// Every period from the first value to the last, so that a missing one is a gap and not a straight line; two bars
/// stand side by side.
fn axis(values: &[(Period, Tal)], frekvens: Frekvens) -> Vec<Period> {
    let (Some((first, _)), Some((last, _))) = (values.first(), values.last()) else { return vec![] };
    let step = match frekvens {
        Frekvens::Manad => 1,
        Frekvens::Kvartal => 3,
        Frekvens::Tertial => 4,
        Frekvens::Halvar => 6,
        Frekvens::Ar => 12,
    };
    let number = |period: &Period| period.year * 12 + period.month as i32 - 1;
    let grid = (number(first)..=number(last)).step_by(step);
    let on_grid = grid.filter_map(|n| Period::new(n.div_euclid(12), n.rem_euclid(12) as u32 + 1));
    let mut all: BTreeSet<Period> = on_grid.collect();
    if values.len() == FEWEST_POINTS || all.len() > 3 * MOST_POINTS {
        all.clear();
    }
    all.extend(values.iter().map(|(period, _)| *period));
    all.into_iter().collect()
}

/// Short words below the axis; the year stands where it changes.
fn etiketter(axis: &[Period], frekvens: Frekvens) -> Vec<String> {
    let mut year = None;
    let mut word = |period: &Period| {
        let new_year = year.replace(period.year) != Some(period.year);
        let part = match frekvens {
            Frekvens::Ar if period.month == 12 => return period.year.to_string(),
            Frekvens::Ar | Frekvens::Manad => format::manad_kort(period.month).to_string(),
            Frekvens::Kvartal => format!("kv {}", period.month.div_ceil(3)),
            Frekvens::Tertial => format!("T{}", period.month.div_ceil(4)),
            Frekvens::Halvar => format!("H{}", period.month.div_ceil(6)),
        };
        if new_year { format!("{part} {}", period.year) } else { part }
    };
    axis.iter().map(&mut word).collect()
}

/// Comparison series that have a value on the axis, by name.
pub(super) fn jamforelser(view: &PlanView, matetal: &Matetal, axis: &[Period]) -> Vec<Serie> {
    let known = |j: &&Jamforelse| j.matetal_id == matetal.id && j.period <= view.period;
    let own: Vec<&Jamforelse> = view.plan.jamforelse.iter().filter(known).collect();
    let names: BTreeSet<&str> = own.iter().map(|j| j.namn.as_str()).collect();
    let serie = |namn: &str| Serie {
        namn: namn.to_string(),
        varden: (axis.iter())
            .map(|period| own.iter().find(|j| j.namn == namn && j.period == *period).map(|j| j.varde))
            .collect(),
    };
    names.into_iter().map(serie).filter(|serie| serie.varden.iter().any(Option::is_some)).collect()
}

/// The target's line: its number, or the lower end of an interval.
pub(super) fn mallinje(view: &PlanView, matetal: &Matetal, period: Period) -> Option<Tal> {
    match view.malvarde(matetal.id, None, period)?.krav {
        Krav::Minst(tal) | Krav::Hogst(tal) | Krav::Intervall(tal, _) => Some(tal),
        Krav::Riktning => None,
    }
}

/// The upper ends of intervals; nothing at all where there are none.
pub(super) fn ovre_granser(view: &PlanView, matetal: &Matetal, axis: &[Period]) -> Vec<Option<Tal>> {
    let upper = |period: &Period| match view.malvarde(matetal.id, None, *period)?.krav {
        Krav::Intervall(_, high) => Some(high),
        _ => None,
    };
    let all: Vec<Option<Tal>> = axis.iter().map(upper).collect();
    if all.iter().any(Option::is_some) { all } else { vec![] }
}

fn mal_namn(view: &PlanView, matetal: &Matetal) -> String {
    gallande_malvarde(view, matetal.id, None).map_or_else(
        || "Mål".into(),
        |malvarde| format!("Mål: {}", format::med_liten(&format::krav(malvarde.krav, matetal))),
    )
}

/// "Utfallet minskade från 7,9 % (oktober 2025) till 6,8 % (oktober 2026). Målet, högst 6,5 %, nås inte."
pub(super) fn fynd(view: &PlanView, matetal: &Matetal, values: &[(Period, Tal)]) -> String {
    let ([(first, from), ..], Some((last, to))) = (values, values.last()) else { return String::new() };
    let value = |tal: &Tal| med_enhet(*tal, matetal.decimaler, &matetal.enhet);
    let at = |period: &Period| period_ord(*period, matetal.frekvens);
    let rorelse = match to.cmp(from) {
        std::cmp::Ordering::Greater => "ökade",
        std::cmp::Ordering::Less => "minskade",
        std::cmp::Ordering::Equal => {
            return format!("Utfallet är {} både {} och {}.", value(to), at(first), at(last))
                + &per_kon(view, matetal, *last)
                + &malet(view, matetal);
        }
    };
    let (from, to) = (value(from), value(to));
    format!("Utfallet {rorelse} från {from} ({}) till {to} ({}).", at(first), at(last))
        + &per_kon(view, matetal, *last)
        + &malet(view, matetal)
}

fn malet(view: &PlanView, matetal: &Matetal) -> String {
    let Some(malvarde) = gallande_malvarde(view, matetal.id, None) else { return String::new() };
    let krav = match malvarde.krav {
        Krav::Riktning => "ett bättre värde än föregående".to_string(),
        other => format::med_liten(&format::krav(other, matetal)),
    };
    let year = malvarde.period.year;
    let told = if malvarde.period.month == 12 { arets_varde(view, matetal) } else { String::new() };
    match utfall_mot_mal(view, matetal.id, None) {
        Malutfall::Nas => format!("{told} Målet för {year}, {krav}, nås."),
        Malutfall::Nastan => format!("{told} Målet för {year}, {krav}, är nära att nås."),
        Malutfall::NasInte => format!("{told} Målet för {year}, {krav}, nås inte."),
        Malutfall::EjMatt { .. } => format!(" Målet för {year} är {krav}; det är ännu inte mätt."),
        Malutfall::IngetMal => String::new(),
    }
}

/// What the target is held against, where that is not the newest value of the series.
fn arets_varde(view: &PlanView, matetal: &Matetal) -> String {
    let year = view.period.year;
    let Some(varde) = arsvarde(view, matetal.id, None, year) else { return String::new() };
    sammanvagning(matetal).map_or(String::new(), |word| {
        format!(" {} för {year} är hittills {}.", format::med_stor(word), format::varde(varde, matetal))
    })
}

/// Women and men at the newest value, where the mätetal is split by sex.
fn per_kon(view: &PlanView, matetal: &Matetal, at: Period) -> String {
    let of = |kon| {
        let rows = view.utfall(matetal.id, None, kon);
        let row = rows.into_iter().find(|utfall| utfall.period == at)?;
        Some(match row.varde {
            Varde::Saknas(reason) => format::med_liten(format::saknas(reason)),
            number => format::varde(number, matetal),
        })
    };
    match (of(Kon::K), of(Kon::M)) {
        (Some(women), Some(men)) if women == men => format!(" Kvinnor och män: {women}."),
        (Some(women), Some(men)) => format!(" Kvinnor {women}, män {men}."),
        _ => String::new(),
    }
}
