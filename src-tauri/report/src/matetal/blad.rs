//! One mätetal as a person follows it in the window: its key figures, its chart of the newest periods beside the year
//! before, and a sparkline's values. Words what plan-core knows; the series of a report is `diagram`.
use plan_core::belopp::Tal;
use plan_core::matetal::rules::{gallande_malvarde, latest_period, utfall_mot_mal};
use plan_core::matetal::{Frekvens, Kon, Krav, Matetal, Matetalsart, Varde};
use plan_core::period::Period;
use plan_core::view::PlanView;

use super::diagram::{fynd, jamforelser, mallinje, ovre_granser, rubrik};
use super::{MATETAL, bedomning, lydelse, malutfall_ord, malvarde_ord, period_ord, varden};
use crate::fakta::Utslag;
use crate::format::{self, med_enhet};
use crate::tree::{Bedomning, Diagram, Diagramslag, Serie};

/// A figure with its heading; the unit apart where it is shown smaller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nyckelruta {
    pub rubrik: String,
    pub varde: String,
    pub enhet: String,
}

/// The chart and the period of each place along its axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Bladdiagram {
    pub diagram: Diagram,
    pub perioder: Vec<Period>,
    /// The names of the series, for a legend: they do not stand in the picture.
    pub serier: Vec<String>,
}

/// A mätetal's page.
#[derive(Debug, Clone, PartialEq)]
pub struct Blad {
    pub art: &'static str,
    pub titel: String,
    /// What "now" is called: "Oktober", "Tertial 2", "2026".
    pub senaste: Nyckelruta,
    /// "senast 90,6 % i september 2026", where the period itself has no value.
    pub not: String,
    pub mal: Nyckelruta,
    pub sedan_foregaende: Nyckelruta,
    pub sedan_fjol: Nyckelruta,
    pub bedomning: Option<Bedomning>,
    pub diagram: Option<Bladdiagram>,
}

/// The values of a sparkline, oldest first, and the target where it is one number.
#[derive(Debug, Clone, PartialEq)]
pub struct Gnista {
    pub varden: Vec<Option<Tal>>,
    pub mal: Option<Tal>,
    /// "87,3 %", or why there is none.
    pub senaste: String,
    pub bedomning: Option<Bedomning>,
}

/// The page of a mätetal as of the view's period.
pub fn blad(view: &PlanView, matetal: &Matetal) -> Blad {
    let values = varden(view, matetal);
    let now = latest_period(matetal.frekvens, view.period);
    let (senaste, not) = newest(view, matetal, &values, now);
    Blad {
        art: match matetal.art {
            Matetalsart::Nyckeltal => "Nyckeltal",
            Matetalsart::Indikator => "Indikator",
        },
        titel: lydelse(matetal).to_owned(),
        senaste,
        not,
        mal: ruta(
            format!("Mål {}", view.period.year),
            malvarde_ord(matetal, gallande_malvarde(view, matetal.id, None)),
        ),
        sedan_foregaende: since(matetal, &values, |last| values.iter().rev().find(|(p, _)| *p < last)),
        sedan_fjol: since(matetal, &values, |last| {
            let year_before = Period { year: last.year - 1, ..last };
            values.iter().find(|(p, _)| *p == year_before)
        }),
        bedomning: verdict(view, matetal),
        diagram: diagram(view, matetal, &values, now),
    }
}

/// What a sparkline shows of a mätetal.
pub fn gnista(view: &PlanView, matetal: &Matetal) -> Gnista {
    let values = varden(view, matetal);
    let axis = axis(&values, matetal.frekvens, latest_period(matetal.frekvens, view.period));
    let senaste = values
        .last()
        .map_or_else(|| "Ej mätt".to_owned(), |(_, tal)| med_enhet(*tal, matetal.decimaler, &matetal.enhet));
    let mal = gallande_malvarde(view, matetal.id, None).and_then(|malvarde| match malvarde.krav {
        Krav::Minst(tal) | Krav::Hogst(tal) => Some(tal),
        Krav::Intervall(..) | Krav::Riktning => None,
    });
    Gnista {
        varden: axis.iter().map(|period| at(&values, *period)).collect(),
        mal,
        senaste,
        bedomning: verdict(view, matetal),
    }
}

/// The periods of a year in which the mätetal is measured.
pub fn arets_perioder(matetal: &Matetal, year: i32) -> Vec<Period> {
    let step = step(matetal.frekvens);
    (1..=12 / step).filter_map(|n| Period::new(year, n * step)).collect()
}

/// What a period is called among those of its own year: "Oktober", "Tertial 2", "2026".
pub fn period_i_aret(period: Period, frekvens: Frekvens) -> String {
    let word = match frekvens {
        Frekvens::Ar => period.year.to_string(),
        Frekvens::Manad => format::manad(period.month).to_owned(),
        _ => period_ord(period, frekvens).replace(&format!(" {}", period.year), ""),
    };
    format::med_stor(&word)
}

fn verdict(view: &PlanView, matetal: &Matetal) -> Option<Bedomning> {
    let utfall = utfall_mot_mal(view, matetal.id, None);
    let mark = bedomning(Utslag::of(utfall))?;
    Some(Bedomning { ord: malutfall_ord(utfall, matetal.frekvens), ..mark })
}

fn ruta(rubrik: String, varde: impl Into<String>) -> Nyckelruta {
    Nyckelruta { rubrik, varde: varde.into(), enhet: String::new() }
}

/// The value of the period that is now; else why it has none, and the newest there is.
fn newest(view: &PlanView, matetal: &Matetal, values: &[(Period, Tal)], now: Period) -> (Nyckelruta, String) {
    let rubrik = period_i_aret(now, matetal.frekvens);
    if let Some(tal) = at(values, now) {
        let unit = med_enhet(tal, matetal.decimaler, &matetal.enhet);
        let varde = format::tal(tal, matetal.decimaler);
        let enhet = unit.strip_prefix(&varde).unwrap_or_default().trim().to_owned();
        return (Nyckelruta { rubrik, varde, enhet }, String::new());
    }
    let rows = view.utfall(matetal.id, None, Kon::T);
    let reason = rows.iter().find(|row| row.period == now).map(|row| row.varde);
    let word = match reason {
        Some(Varde::Saknas(reason)) => format::saknas(reason),
        _ => "Ej mätt",
    };
    let not = values.last().map_or_else(String::new, |(period, tal)| {
        let value = med_enhet(*tal, matetal.decimaler, &matetal.enhet);
        format!("Senast {value}, {}", period_ord(*period, matetal.frekvens))
    });
    (ruta(rubrik, word), not)
}

/// The change from another value to the newest, with its sign.
fn since<'v>(
    matetal: &Matetal,
    values: &'v [(Period, Tal)],
    other: impl Fn(Period) -> Option<&'v (Period, Tal)>,
) -> Nyckelruta {
    let Some((last, now)) = values.last() else { return ruta("Sedan föregående".into(), "–") };
    match other(*last) {
        Some((period, then)) => {
            let change = Tal(now.0.saturating_sub(then.0));
            let text = format::tal(change, matetal.decimaler);
            let sign = if text.chars().any(|c| ('1'..='9').contains(&c)) && change.0 > 0 { "+" } else { "" };
            let same = !text.chars().any(|c| ('1'..='9').contains(&c));
            ruta(
                format!("Sedan {}", short(*period, *last, matetal.frekvens)),
                if same { "±0".to_owned() } else { format!("{sign}{text}") },
            )
        }
        None => ruta("Sedan i fjol".into(), "–"),
    }
}

/// "sep", "okt 2025", "T1", "2025": the year where it is another.
fn short(period: Period, now: Period, frekvens: Frekvens) -> String {
    let word = label(period, frekvens);
    let says_year = word == period.year.to_string();
    if says_year || period.year == now.year { word } else { format!("{word} {}", period.year) }
}

fn label(period: Period, frekvens: Frekvens) -> String {
    match frekvens {
        Frekvens::Ar if period.month == 12 => period.year.to_string(),
        Frekvens::Ar | Frekvens::Manad => format::manad_kort(period.month).to_owned(),
        Frekvens::Kvartal => format!("kv\u{a0}{}", period.month.div_ceil(3)),
        Frekvens::Tertial => format!("T{}", period.month.div_ceil(4)),
        Frekvens::Halvar => format!("H{}", period.month.div_ceil(6)),
    }
}

fn diagram(view: &PlanView, matetal: &Matetal, values: &[(Period, Tal)], now: Period) -> Option<Bladdiagram> {
    let axis = axis(values, matetal.frekvens, now);
    let own: Vec<Option<Tal>> = axis.iter().map(|period| at(values, *period)).collect();
    let count = own.iter().flatten().count();
    if count == 0 {
        return None;
    }
    let mut serier = vec![(span(&axis), own)];
    if matetal.frekvens != Frekvens::Ar {
        let before = axis.iter().map(|p| at(values, Period { year: p.year - 1, ..*p })).collect::<Vec<_>>();
        if before.iter().flatten().count() > 1 {
            serier.push(("Året före".to_owned(), before));
        }
    }
    let others = jamforelser(view, matetal, &axis).into_iter().map(|serie| (serie.namn, serie.varden));
    serier.extend(others.take(2));
    let slag = if count > 2 { Diagramslag::Linje } else { Diagramslag::Stapel };
    let drawn: Vec<(Period, Tal)> = axis.iter().filter_map(|p| Some((*p, at(values, *p)?))).collect();
    Some(Bladdiagram {
        serier: serier.iter().map(|(namn, _)| namn.clone()).collect(),
        diagram: Diagram {
            id: format!("{MATETAL}.{}", matetal.id.0),
            rubrik: rubrik(matetal),
            fynd: fynd(view, matetal, &drawn),
            enhet: String::new(),
            decimaler: matetal.decimaler,
            etiketter: axis.iter().map(|period| label(*period, matetal.frekvens)).collect(),
            serier: serier.into_iter().map(|(_, varden)| Serie { namn: String::new(), varden }).collect(),
            mal: axis.iter().map(|period| mallinje(view, matetal, *period)).collect(),
            mal_hogst: ovre_granser(view, matetal, &axis),
            mal_namn: "Mål".into(),
            slag,
        },
        perioder: axis,
    })
}

/// "2025–2026".
fn span(axis: &[Period]) -> String {
    match (axis.first(), axis.last()) {
        (Some(first), Some(last)) if first.year != last.year => format!("{}–{}", first.year, last.year),
        (_, Some(last)) => last.year.to_string(),
        _ => String::new(),
    }
}

/// The newest periods of the grid, not before the first value.
fn axis(values: &[(Period, Tal)], frekvens: Frekvens, now: Period) -> Vec<Period> {
    let number = |period: Period| period.year * 12 + period.month as i32 - 1;
    let (Some((first, _)), Some((last, _))) = (values.first(), values.last()) else { return vec![] };
    let step = step(frekvens) as i32;
    let end = number(now).max(number(*last));
    let most = if frekvens == Frekvens::Manad { 12 } else { 8 };
    let start = (end - (most - 1) * step).max(number(*first) - (number(*first) - end).rem_euclid(step));
    let grid = (start..=end).step_by(step.max(1) as usize);
    grid.filter_map(|n| Period::new(n.div_euclid(12), n.rem_euclid(12) as u32 + 1)).collect()
}

fn at(values: &[(Period, Tal)], period: Period) -> Option<Tal> {
    values.iter().find(|(known, _)| *known == period).map(|(_, tal)| *tal)
}

fn step(frekvens: Frekvens) -> u32 {
    match frekvens {
        Frekvens::Manad => 1,
        Frekvens::Kvartal => 3,
        Frekvens::Tertial => 4,
        Frekvens::Halvar => 6,
        Frekvens::Ar => 12,
    }
}

/// What a period is called with its year: "Oktober 2026", "Tertial 2 2026", "2025".
pub fn period_namn(period: Period, frekvens: Frekvens) -> String {
    format::med_stor(&period_ord(period, frekvens))
}
