//! The styrmodeller a plan can start from, as the start screen shows them.
use chrono::Datelike;
use plan_core::styrmodell::templates;

use super::{Program, Styrmodeller, Styrmodellval};
use crate::error::UiError;
use crate::requests::Inget;
use crate::texts::styrmodell::line;

/// Every template with its levels down to the aktivitet.
pub(super) async fn list_styrmodell(program: &Program, _request: Inget) -> Result<Styrmodeller, UiError> {
    let shown = templates::ALL.iter().map(|template| Styrmodellval {
        key: template.key,
        namn: template.namn,
        rad: line(template.key),
        nivaer: template.nivaer.iter().map(|level| level.singular).chain(["Uppdrag", "Aktivitet"]).collect(),
    });
    let now = program.now();
    // From September on it is the coming year that is planned.
    let year = now.year() + i32::from(now.month() >= 9);
    Ok(Styrmodeller { year, styrmodeller: shown.collect() })
}
