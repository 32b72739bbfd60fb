//! What belongs in a plan: everything for the förvaltning; for a unit what it was given, what is common, and its own.

use foldhash::HashSet;
use plan_core::aktivitet::Aktivitet;
use plan_core::id::{OrganisationId, UppdragId};
use plan_core::uppdrag::Uppdrag;
use plan_core::view::PlanView;

use crate::uppdrag::{arets_aktiviteter, arets_uppdrag};

/// The things of one plan, in display order.
pub(crate) struct Urval<'a> {
    pub(super) view: &'a PlanView<'a>,
    pub(super) unit: Option<OrganisationId>,
    pub(super) uppdrag: Vec<&'a Uppdrag>,
    pub(super) aktiviteter: Vec<&'a Aktivitet>,
}

impl<'a> Urval<'a> {
    pub(super) fn of(view: &'a PlanView<'a>, unit: Option<OrganisationId>) -> Urval<'a> {
        let (mut uppdrag, mut aktiviteter) = (arets_uppdrag(view), arets_aktiviteter(view));
        if let Some(unit) = unit {
            let here = Plats { below: view.subtree(unit), above: ancestors(view, unit) };
            aktiviteter.retain(|a| here.has_aktivitet(a));
            let carried: HashSet<UppdragId> = aktiviteter.iter().filter_map(|a| a.uppdrag_id).collect();
            uppdrag.retain(|u| here.has_uppdrag(u) || carried.contains(&u.id));
        }
        Urval { view, unit, uppdrag, aktiviteter }
    }

    /// Those of an uppdrag that belong here.
    pub(super) fn aktiviteter_av(&self, uppdrag: UppdragId) -> Vec<&'a Aktivitet> {
        self.aktiviteter.iter().filter(|a| a.uppdrag_id == Some(uppdrag)).copied().collect()
    }
}

/// A unit's place in the organisation.
struct Plats {
    /// The unit and everything below it.
    below: HashSet<OrganisationId>,
    above: Vec<OrganisationId>,
}

impl Plats {
    fn has_aktivitet(&self, aktivitet: &Aktivitet) -> bool {
        let own = aktivitet.organisation_id.is_some_and(|id| self.below.contains(&id));
        let given = aktivitet.fordelning.iter().any(|id| self.below.contains(id));
        let common =
            aktivitet.gemensam && aktivitet.organisation_id.is_none_or(|id| self.above.contains(&id));
        own || given || common
    }

    fn has_uppdrag(&self, uppdrag: &Uppdrag) -> bool {
        let received = uppdrag.mottagare_id.is_some_and(|id| self.below.contains(&id));
        received || uppdrag.fordelning.iter().any(|id| self.below.contains(id))
    }
}

fn ancestors(view: &PlanView, unit: OrganisationId) -> Vec<OrganisationId> {
    let mut above: Vec<OrganisationId> = vec![];
    let mut at = view.organisation(unit).and_then(|node| node.parent_id);
    while let Some(id) = at.filter(|id| !above.contains(id)) {
        above.push(id);
        at = view.organisation(id).and_then(|node| node.parent_id);
    }
    above
}
