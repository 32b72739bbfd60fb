//! Small constructors for the tree, so that a section reads as what it says.
use chrono::NaiveDate;
use plan_core::belopp::{Belopp, Ore, Tal};
use plan_core::id::{OrganisationId, ThingId};
use plan_core::uppfoljning::Status;
use plan_core::view::PlanView;

use crate::format;
use crate::markdown::markdown;
use crate::tree::{
    Avsnitt, Block, Cell, Inline, Kolumn, Kolumnslag, Lista, Radslag, Tabell, Tabellrad, Text,
};

pub(crate) fn plain(text: impl Into<String>) -> Text {
    vec![Inline { text: text.into(), ..Inline::default() }]
}

pub(crate) fn stycke(text: impl Into<String>) -> Block {
    Block::Stycke(plain(text))
}

pub(crate) fn notis(text: impl Into<String>) -> Block {
    Block::Notis(plain(text))
}

pub(crate) fn punktlista(rader: Vec<String>) -> Block {
    Block::Lista(Lista { numrerad: false, poster: rader.into_iter().map(plain).collect() })
}

/// A pair of a [`Block::Fakta`] with one sentence.
pub(crate) fn par(label: &str, text: impl Into<String>) -> (String, Vec<Block>) {
    (label.to_string(), vec![stycke(text)])
}

pub(crate) fn avsnitt(id: impl Into<String>, rubrik: impl Into<String>) -> Avsnitt {
    Avsnitt { id: id.into(), rubrik: rubrik.into(), block: vec![], underavsnitt: vec![] }
}

/// Whether there is nothing in it to print.
pub(crate) fn is_empty(avsnitt: &Avsnitt) -> bool {
    avsnitt.block.is_empty() && avsnitt.underavsnitt.is_empty()
}

pub(crate) fn kolumn(rubrik: impl Into<String>, slag: Kolumnslag) -> Kolumn {
    Kolumn { rubrik: rubrik.into(), slag }
}

pub(crate) fn rad(slag: Radslag, celler: Vec<Cell>) -> Tabellrad {
    Tabellrad { slag, celler }
}

pub(crate) fn ord(text: impl Into<String>) -> Cell {
    match text.into() {
        text if text.is_empty() => Cell::Tom,
        text => Cell::Text(plain(text)),
    }
}

pub(crate) fn belopp(belopp: Option<Belopp>) -> Cell {
    match belopp {
        Some(Belopp::Ore(ore)) => Cell::Ore(ore),
        Some(Belopp::Tom) | None => Cell::Tom,
    }
}

pub(crate) fn ore(ore: Option<Ore>) -> Cell {
    ore.map_or(Cell::Tom, Cell::Ore)
}

pub(crate) fn dag(date: Option<NaiveDate>) -> Cell {
    date.map_or(Cell::Tom, Cell::Datum)
}

pub(crate) fn antal(count: usize) -> Cell {
    let millionths = i64::try_from(count).unwrap_or(i64::MAX).saturating_mul(1_000_000);
    Cell::Tal { tal: Tal(millionths), decimaler: 0, enhet: "antal".into(), visa_enhet: false }
}

pub(crate) fn status(view: &PlanView, status: Option<Status>) -> Cell {
    status.map_or(Cell::Tom, |status| Cell::Status {
        status,
        ord: format::status(&view.plan.installning, status),
    })
}

/// Leaves out columns where no row has anything; the one that names the row stays, and so does what a subheading says.
pub(crate) fn utan_tomma_kolumner(mut tabell: Tabell) -> Tabell {
    let filled = |at: usize, slag: Kolumnslag| {
        let mut own = tabell.rader.iter().filter(|rad| rad.slag != Radslag::Delrubrik);
        slag == Kolumnslag::Namn || own.any(|rad| rad.celler.get(at) != Some(&Cell::Tom))
    };
    let keep: Vec<bool> = tabell.kolumner.iter().enumerate().map(|(at, k)| filled(at, k.slag)).collect();
    let mut columns = keep.iter();
    tabell.kolumner.retain(|_| columns.next().copied().unwrap_or(true));
    for rad in &mut tabell.rader {
        let mut columns = keep.iter();
        let heading = rad.celler.first().filter(|_| rad.slag == Radslag::Delrubrik).cloned();
        rad.celler.retain(|_| columns.next().copied().unwrap_or(true));
        if let (Some(heading), Some(first)) = (heading, rad.celler.first_mut()) {
            *first = heading;
        }
    }
    tabell
}

/// What was written for a section of the month's report, about a thing where one is given.
pub(crate) fn skrivet(view: &PlanView, avsnitt: &str, subject: Option<ThingId>) -> Vec<Block> {
    view.text(avsnitt, subject, None).map_or(vec![], |text| markdown(&text.text))
}

/// What was written for a section of the verksamhetsplan.
pub(crate) fn planerat(view: &PlanView, avsnitt: &str, unit: Option<OrganisationId>) -> Vec<Block> {
    view.plan_text(avsnitt, unit).map_or(vec![], |text| markdown(&text.text))
}

/// "1.2 Rekrytera", or the title alone.
pub(crate) fn namn(nr: &str, titel: &str) -> String {
    if nr.is_empty() { titel.to_string() } else { format!("{nr} {titel}") }
}
