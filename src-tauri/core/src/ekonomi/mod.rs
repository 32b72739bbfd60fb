//! Ekonomi: the nämnd's drift table and its verksamheter. Öre inside, report sign, sums computed (domain.md, Ekonomi).
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::belopp::Belopp;
use crate::id::{DriftradId, OrganisationId, VerksamhetId};
use crate::period::Period;
use crate::state_enum::state_enum;

pub mod ops;
pub mod prognos;
pub mod rules;
pub(crate) mod sql;
mod template;

state_enum! {
    /// What an amount is: the year's budget, the outcome accumulated to the period, the forecast for the whole year.
    Beloppsslag { Budget = "budget", UtfallAck = "utfall_ack", Prognos = "prognos" }
}

state_enum! {
    /// Half of a verksamhet's result.
    Verksamhetsdel { Intakt = "intakt", Kostnad = "kostnad" }
}

/// A row of the drift table. With `delar` it is a sum row, computed, never typed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Driftrad {
    pub id: DriftradId,
    pub namn: String,
    /// The rows it sums (which may be sums themselves); empty for a row that is typed.
    pub delar: Vec<DriftradId>,
    pub sort_key: String,
}

/// An amount of a drift row as known at a period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Driftbelopp {
    pub driftrad_id: DriftradId,
    pub organisation_id: OrganisationId,
    pub slag: Beloppsslag,
    pub period: Period,
    pub belopp: Belopp,
}

/// A verksamhet (huvudverksamhet) of the nämnd.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Verksamhet {
    pub id: VerksamhetId,
    pub namn: String,
    pub kod: String,
    pub organisation_id: Option<OrganisationId>,
    /// Kommunbidrag and the like: an intäkt that finances the others and has no comment of its own.
    pub finansiering: bool,
    pub sort_key: String,
}

/// An amount of a verksamhet as known at a period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Verksamhetsbelopp {
    pub verksamhet_id: VerksamhetId,
    pub del: Verksamhetsdel,
    pub slag: Beloppsslag,
    pub period: Period,
    pub belopp: Belopp,
}

#[cfg(test)]
mod rules_tests;
