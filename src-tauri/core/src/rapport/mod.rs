//! Locked and decided reports: their facts, content and files (domain.md, Uppföljning; reports.md).
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::{OrganisationId, RapportId};
use crate::period::Period;
use crate::state_enum::state_enum;

pub mod ops;
pub(crate) mod sql;

state_enum! {
    /// The kinds of report.
    Rapportslag { Manad = "manad", Verksamhetsplan = "verksamhetsplan" }
}

state_enum! {
    /// A stored report's state. *Utkast* is not stored: it is always built from the plan.
    Rapportlage { Last = "last", Upplast = "upplast", Faststalld = "faststalld", Upphavd = "upphavd" }
}

state_enum! {
    /// Which of a report's two sets of files.
    Filroll { Forslag = "forslag", Faststalld = "faststalld" }
}

state_enum! {
    Filformat { Pdf = "pdf", Xlsx = "xlsx" }
}

/// A locked or decided report without its content.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Rapport {
    pub id: RapportId,
    pub slag: Rapportslag,
    pub period: Period,
    /// The förvaltning, or the enhet of a unit's plan.
    pub organisation_id: OrganisationId,
    /// 1, 2 … among the reports of the same kind, period and unit.
    pub version: u32,
    pub state: Rapportlage,
    /// The report's own date (`--datum`): all dates inside its files derive from it.
    pub locked_date: NaiveDate,
    /// The newest change set when the facts were taken, and the chain head printed on decided reports (hex).
    pub log_nr: i64,
    pub log_head: String,
    pub beslut_datum: Option<NaiveDate>,
    pub paragraf: String,
    pub dnr: String,
    pub ersatter_id: Option<RapportId>,
    /// Why it was unlocked or revoked.
    pub skal: String,
    pub filer: Vec<Rapportfil>,
}

/// One archived file of a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Rapportfil {
    pub roll: Filroll,
    pub format: Filformat,
    pub filnamn: String,
    pub sha256: String,
}

/// A section of the file's template for a kind of report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Mallavsnitt {
    pub slag: Rapportslag,
    pub avsnitt: String,
    pub med: bool,
    /// Empty: the section's own heading.
    pub rubrik: String,
    pub sort_key: String,
}
