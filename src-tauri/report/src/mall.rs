//! The file's template: which sections a kind of report has, in which order and under which heading.
use plan_core::rapport::Rapportslag;
use plan_core::view::PlanView;

use crate::blocks::is_empty;
use crate::tree::Avsnitt;
use crate::{manadsrapport, verksamhetsplan};

/// A section that a report can have: its key, whether it is in unless the template says otherwise, and its builder.
pub(crate) struct Plats<B> {
    pub(crate) nyckel: &'static str,
    pub(crate) med: bool,
    pub(crate) bygg: B,
}

/// The keys of the sections that a kind of report can have, in its own order.
pub fn avsnittsnycklar(slag: Rapportslag) -> Vec<&'static str> {
    match slag {
        Rapportslag::Manad => manadsrapport::PLATSER.iter().map(|plats| plats.nyckel).collect(),
        Rapportslag::Verksamhetsplan => verksamhetsplan::PLATSER.iter().map(|plats| plats.nyckel).collect(),
    }
}

/// Every section with whether it is in, in the template's order; those it does not name follow in the report's own.
pub(crate) fn alla<'p, B>(
    view: &PlanView,
    slag: Rapportslag,
    platser: &'p [Plats<B>],
) -> Vec<(&'p Plats<B>, bool)> {
    let mut named: Vec<_> = view.plan.rapportmall.iter().filter(|rad| rad.slag == slag).collect();
    named.sort_by(|a, b| a.sort_key.cmp(&b.sort_key));
    let silent = platser.iter().filter(|plats| !named.iter().any(|rad| rad.avsnitt == plats.nyckel));
    let silent: Vec<_> = silent.map(|plats| (plats, plats.med)).collect();
    let chosen = named.into_iter().filter_map(|rad| {
        let plats = platser.iter().find(|plats| plats.nyckel == rad.avsnitt)?;
        Some((plats, rad.med))
    });
    chosen.chain(silent).collect()
}

/// The sections to build, in the template's order; those it does not name follow in the report's own.
pub(crate) fn ordning<'p, B>(
    view: &PlanView,
    slag: Rapportslag,
    platser: &'p [Plats<B>],
) -> Vec<&'p Plats<B>> {
    alla(view, slag, platser).into_iter().filter_map(|(plats, med)| med.then_some(plats)).collect()
}

/// Sections with something in them, under the headings that the template gives.
pub(crate) fn med_rubriker(view: &PlanView, slag: Rapportslag, avsnitt: Vec<Avsnitt>) -> Vec<Avsnitt> {
    let own = |id: &str| {
        let rad = view.plan.rapportmall.iter().find(|rad| rad.slag == slag && rad.avsnitt == id)?;
        (!rad.rubrik.trim().is_empty()).then(|| rad.rubrik.trim().to_string())
    };
    let headed = |a: Avsnitt| Avsnitt { rubrik: own(&a.id).unwrap_or(a.rubrik), ..a };
    avsnitt.into_iter().filter(|a| !is_empty(a)).map(headed).collect()
}
