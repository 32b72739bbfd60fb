//! What of the plan concerns a unit: what is given to it, what it does itself, and what is common to all.
//! Knows the organisation tree; knows nothing of rows.

use foldhash::HashSet;
use plan_core::aktivitet::Aktivitet;
use plan_core::id::OrganisationId;
use plan_core::uppdrag::Uppdrag;
use plan_core::view::PlanView;

/// The whole plan, or a node with everything below it.
pub(super) struct Unit {
    nodes: Option<HashSet<OrganisationId>>,
}

impl Unit {
    pub(super) fn of(view: &PlanView, enhet: Option<OrganisationId>) -> Unit {
        Unit { nodes: enhet.map(|id| view.subtree(id)) }
    }

    /// Nothing is left out.
    pub(super) fn is_whole(&self) -> bool {
        self.nodes.is_none()
    }

    pub(super) fn has_aktivitet(&self, aktivitet: &Aktivitet) -> bool {
        self.nodes.as_ref().is_none_or(|nodes| {
            aktivitet.gemensam
                || aktivitet.organisation_id.is_some_and(|id| nodes.contains(&id))
                || aktivitet.fordelning.iter().any(|id| nodes.contains(id))
        })
    }

    /// By itself; an uppdrag with an aktivitet of the unit is the unit's too.
    pub(super) fn has_uppdrag(&self, uppdrag: &Uppdrag) -> bool {
        self.nodes.as_ref().is_none_or(|nodes| {
            uppdrag.mottagare_id.is_some_and(|id| nodes.contains(&id))
                || uppdrag.fordelning.iter().any(|id| nodes.contains(id))
        })
    }
}
