//! Månadsrapport: its sections in the order of reports.md, as the file's template has chosen them.
use plan_core::rapport::Rapportslag;

use crate::format;
use crate::lage::with_lage;
use crate::tree::Rapport;
use crate::underlag::{Underlag, empty_report};

/// The month's report to the nämnd.
pub fn manadsrapport(input: &Underlag) -> Rapport {
    let rapport = empty_report(input, Rapportslag::Manad, format::period(input.view.period));
    with_lage(rapport, input.lage.clone())
}
