//! Volymer och nyckeltal: the overview, and for each mätetal its chart with the finding, and its analysis.
pub mod blad;
mod diagram;
mod tabell;
#[cfg(test)]
mod tests;

use plan_core::belopp::Tal;
use plan_core::mal::Maluppfyllelse;
use plan_core::matetal::rules::Malutfall;
use plan_core::matetal::{Arsvarde, Frekvens, Kon, Matetal, Riktning, Utfall, Varde};
use plan_core::period::Period;
use plan_core::view::PlanView;

pub(crate) use tabell::malvarde_ord;

use crate::blocks::{self, par, skrivet, stycke};
use crate::fakta::{Trend, Utslag};
use crate::format;
use crate::tree::{Avsnitt, Bedomning, Block};
use crate::underlag::Underlag;

/// Key of the section, and of the analyses written about one mätetal.
pub(crate) const MATETAL: &str = "matetal";

/// The section; without blocks where there is no mätetal.
pub(crate) fn matetal(input: &Underlag) -> Avsnitt {
    let view = input.view;
    let mut avsnitt = blocks::avsnitt(MATETAL, "Volymer och nyckeltal");
    avsnitt.block.extend(skrivet(view, MATETAL, None));
    avsnitt.block.extend(tabell::tabell(view).map(Block::Tabell));
    avsnitt.underavsnitt = view.plan.matetal.iter().filter_map(|m| fordjupning(view, m)).collect();
    avsnitt
}

/// Chart and analysis of one mätetal; `None` where it has neither.
fn fordjupning(view: &PlanView, matetal: &Matetal) -> Option<Avsnitt> {
    let (diagram, analys) =
        (diagram::diagram(view, matetal), skrivet(view, MATETAL, Some(matetal.id.into())));
    if diagram.is_none() && analys.is_empty() {
        return None;
    }
    let mut avsnitt =
        blocks::avsnitt(format!("{MATETAL}.{}", matetal.id.0), blocks::namn(&matetal.nr, lydelse(matetal)));
    if omformulerad(matetal).is_some() {
        avsnitt.block.push(Block::Fakta(vec![par("Ny lydelse", &matetal.titel)]));
    }
    if let Some(diagram) = diagram {
        avsnitt.block.push(stycke(diagram.fynd.clone()));
        avsnitt.block.push(Block::Diagram(diagram));
    }
    avsnitt.block.extend(analys);
    Some(avsnitt)
}

/// The wording that was decided: what a report prints even when the title has changed (auditors' complaint).
pub(crate) fn lydelse(matetal: &Matetal) -> &str {
    omformulerad(matetal).unwrap_or(&matetal.titel)
}

/// The decided wording, where the title is another.
pub(crate) fn omformulerad(matetal: &Matetal) -> Option<&str> {
    let decided = matetal.faststalld_lydelse.trim();
    (!decided.is_empty() && decided != matetal.titel.trim()).then_some(decided)
}

/// How several values of a year become one, in a word; `None` where the newest holds.
pub(crate) fn sammanvagning(matetal: &Matetal) -> Option<&'static str> {
    match (matetal.frekvens, matetal.arsvarde) {
        (Frekvens::Ar, _) | (_, Arsvarde::Senaste) => None,
        (_, Arsvarde::Summa) => Some("summan"),
        (_, Arsvarde::Medel | Arsvarde::VagtMedel) => Some("medelvärdet"),
    }
}

/// The outcomes of the whole that are numbers, oldest first.
pub(crate) fn varden(view: &PlanView, matetal: &Matetal) -> Vec<(Period, Tal)> {
    let number = |utfall: &&Utfall| match utfall.varde {
        Varde::Tal(tal) => Some((utfall.period, tal)),
        Varde::Saknas(_) => None,
    };
    view.utfall(matetal.id, None, Kon::T).iter().filter_map(number).collect()
}

/// Which way it went from the value before to the newest.
pub(crate) fn trend(view: &PlanView, matetal: &Matetal) -> Option<Trend> {
    let values = varden(view, matetal);
    let [.., (_, before), (_, now)] = values.as_slice() else { return None };
    Some(match (now.cmp(before), matetal.riktning) {
        (std::cmp::Ordering::Equal, _) => Trend::Oforandrad,
        (std::cmp::Ordering::Greater, Riktning::Hogre) | (std::cmp::Ordering::Less, Riktning::Lagre) => {
            Trend::Battre
        }
        (_, Riktning::Hogre | Riktning::Lagre) => Trend::Samre,
        (std::cmp::Ordering::Greater, _) => Trend::Okar,
        (std::cmp::Ordering::Less, _) => Trend::Minskar,
    })
}

/// The way itself, for a sentence: "från förbättring till försämring".
pub(crate) fn trend_riktning(trend: Trend) -> &'static str {
    match trend {
        Trend::Battre => "förbättring",
        Trend::Samre => "försämring",
        Trend::Oforandrad => "oförändrat",
        Trend::Okar => "ökning",
        Trend::Minskar => "minskning",
    }
}

pub(crate) fn trend_ord(trend: Trend) -> &'static str {
    match trend {
        Trend::Battre => "Bättre",
        Trend::Samre => "Sämre",
        Trend::Oforandrad => "Oförändrad",
        Trend::Okar => "Ökar",
        Trend::Minskar => "Minskar",
    }
}

/// The verdict as a square mark with its word; `None` where no target is decided.
pub(crate) fn bedomning(utslag: Utslag) -> Option<Bedomning> {
    let (utfall, ord) = match utslag {
        Utslag::Nas => (Maluppfyllelse::Uppfyllt, "Nås"),
        Utslag::Nastan => (Maluppfyllelse::DelvisUppfyllt, "Nästan"),
        Utslag::NasInte => (Maluppfyllelse::InteUppfyllt, "Nås inte"),
        Utslag::EjMatt => (Maluppfyllelse::KanInteBedomas, "Ej mätt"),
        Utslag::IngetMal => return None,
    };
    Some(Bedomning { utfall, ord: ord.into() })
}

/// "Nås", "Ej mätt (senast 2025)".
pub(crate) fn malutfall_ord(utfall: Malutfall, frekvens: Frekvens) -> String {
    match utfall {
        Malutfall::EjMatt { senast: Some(period) } => {
            format!("Ej mätt (senast {})", period_ord(period, frekvens))
        }
        other => bedomning(Utslag::of(other)).map_or_else(|| "Inget målvärde".into(), |b| b.ord),
    }
}

/// What the period of a value is called at its frequency: "oktober 2026", "tertial 2 2026", "2025".
pub(crate) fn period_ord(period: Period, frekvens: Frekvens) -> String {
    let part = |months: u32| period.month.div_ceil(months);
    match frekvens {
        Frekvens::Manad => format::period(period),
        Frekvens::Kvartal => format!("kvartal {} {}", part(3), period.year),
        Frekvens::Tertial => format!("tertial {} {}", part(4), period.year),
        Frekvens::Halvar => format!("halvår {} {}", part(6), period.year),
        Frekvens::Ar if period.month == 12 => period.year.to_string(),
        Frekvens::Ar => format::period(period),
    }
}
