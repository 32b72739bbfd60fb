//! What is typed about a thing in a period: status, färdiggrad and comment, each on its own.
use plan_core::document::{Changes, Document};
use plan_core::id::OrganisationId;
use plan_core::period::Period;
use plan_core::uppfoljning::lage::NyttLage;
use plan_core::uppfoljning::{Status, Statusbarare};
use serde::Deserialize;
use ts_rs::TS;

use crate::error::Error;
use crate::typed;

/// What is said now; what is not given is carried on from the newest row.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetLage {
    pub barare: Statusbarare,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub organisation_id: Option<OrganisationId>,
    pub period: Period,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub status: Option<Status>,
    /// As typed: "80", "80 %"; empty empties it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub fardiggrad: Option<String>,
    /// Markdown. Must be given with a new *Avbruten*.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub kommentar: Option<String>,
}

/// Reads what was typed and reports it.
pub(crate) fn set_lage(document: &mut Document, new: SetLage) -> Result<Changes, Error> {
    let fardiggrad = new.fardiggrad.map(|text| typed::procent("fardiggrad", &text)).transpose()?;
    Ok(document.set_lage(&NyttLage {
        barare: new.barare,
        organisation_id: new.organisation_id,
        period: new.period,
        status: new.status,
        fardiggrad,
        kommentar: new.kommentar,
    })?)
}
