//! Uppföljning: periods, status rows and the texts written in them.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::{
    AktivitetId, AvsnittstextId, OrganisationId, StatusradId, ThingId, UppdragId, UppfoljningId,
};
use crate::period::Period;
use crate::state_enum::state_enum;

pub mod lage;
pub mod ops;
pub(crate) mod sql;
#[cfg(test)]
mod tests;

state_enum! {
    /// The kinds of follow-up (domain.md, Uppföljning).
    Uppfoljningsslag { Manad = "manad", Tertial = "tertial", Delar = "delar", Ar = "ar" }
}

state_enum! {
    /// How far a follow-up has come.
    Uppfoljningslage { Oppen = "oppen", Inlamnad = "inlamnad", Sammanstalld = "sammanstalld", Faststalld = "faststalld" }
}

state_enum! {
    /// The six fixed codes; their labels can be renamed in the file (domain.md, Status).
    Status {
        EjPaborjad = "ej_paborjad",
        PagarEnligtPlan = "pagar_enligt_plan",
        PagarMedAvvikelse = "pagar_med_avvikelse",
        Forsenad = "forsenad",
        Genomford = "genomford",
        Avbruten = "avbruten",
    }
}

/// A period of follow-up.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Uppfoljning {
    pub id: UppfoljningId,
    pub slag: Uppfoljningsslag,
    pub period: Period,
    pub deadline_enhet: Option<NaiveDate>,
    pub deadline_namnd: Option<NaiveDate>,
    pub state: Uppfoljningslage,
}

/// What a status row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Statusbarare {
    Uppdrag(UppdragId),
    Aktivitet(AktivitetId),
}

/// One reported status. Rows are never changed, the newest at or before a period holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Statusrad {
    pub id: StatusradId,
    pub barare: Statusbarare,
    /// The unit that reports; `None` for the thing as a whole.
    pub organisation_id: Option<OrganisationId>,
    pub period: Period,
    /// Order within the thing; grows.
    pub seq: u32,
    pub status: Status,
    /// 0–100 %.
    pub fardiggrad: Option<u8>,
    /// Markdown. Obligatory for *Avbruten*.
    pub kommentar: String,
}

/// A text written for a report section.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Avsnittstext {
    pub id: AvsnittstextId,
    pub year: i32,
    /// 1–12; 0 for the verksamhetsplan of the year.
    pub month: u32,
    /// The section's key, as in `plan_report` ("sammanfattning", "drift", "verksamhet", "matetal" …).
    pub avsnitt: String,
    /// The row or mätetal the text is about; `None` for the section as a whole.
    pub subject_id: Option<ThingId>,
    /// The unit whose report it stands in; `None` for the förvaltning.
    pub organisation_id: Option<OrganisationId>,
    /// Markdown.
    pub text: String,
}
