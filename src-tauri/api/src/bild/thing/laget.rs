//! Where an uppdrag or aktivitet stands in its panel, and each unit it is passed on to. Rules are the core's.
use plan_core::id::{BefattningId, OrganisationId};
use plan_core::plan::Arslage;
use plan_core::uppfoljning::{Status, Statusbarare};
use plan_core::view::PlanView;
use plan_report::format;

use super::{Fordelning, Fordelningsrad, Saklage};
use crate::texts::plan as texts;

pub(super) fn saklage(view: &PlanView, barare: Statusbarare) -> Saklage {
    let lage = view.lage(barare);
    let of_units = lage.rad.is_some_and(|rad| rad.organisation_id.is_some());
    Saklage {
        barare,
        status: lage.status,
        ord: word(view, lage.status),
        regel: if of_units { texts::samsta_laget(lage.per_enhet.len()) } else { String::new() },
        kommentar: lage.rad.map_or_else(String::new, |rad| rad.kommentar.clone()),
    }
}

/// The units with the newest status of each.
pub(super) fn fordelning(
    view: &PlanView,
    barare: Statusbarare,
    units: &[OrganisationId],
    rubrik: String,
) -> Fordelning {
    let lage = view.lage(barare);
    let rad = |id: &OrganisationId| {
        let found = lage.per_enhet.iter().find(|r| r.organisation_id == Some(*id));
        Fordelningsrad {
            organisation_id: *id,
            namn: enhet(view, *id),
            status: found.map(|r| r.status),
            ord: word(view, found.map(|r| r.status)),
            kommentar: found.map_or_else(String::new, |r| r.kommentar.clone()),
        }
    };
    // In the order of the organisation, whatever order the links lie in.
    let in_order = view.plan.organisation.iter().map(|o| o.id).filter(|id| units.contains(id));
    Fordelning { rubrik, rader: in_order.map(|id| rad(&id)).collect() }
}

pub(super) fn enhet(view: &PlanView, id: OrganisationId) -> String {
    view.organisation(id).map_or_else(String::new, |o| o.namn.clone())
}

pub(super) fn befattningar(view: &PlanView, ids: &[BefattningId]) -> Vec<String> {
    ids.iter().filter_map(|id| view.befattning(*id)).map(|b| b.titel.clone()).collect()
}

/// Whether nothing of the year may be changed.
pub(super) fn is_closed(view: &PlanView, year: i32) -> bool {
    view.plan.verksamhetsar.iter().any(|y| y.year == year && y.state == Arslage::Stangt)
}

fn word(view: &PlanView, status: Option<Status>) -> String {
    status.map_or_else(String::new, |s| format::status(&view.plan.installning, s))
}
