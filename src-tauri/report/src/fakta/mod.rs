//! A report's facts: what *Förändringar* compares, stored as canonical JSON when a report is locked (reports.md).
//! Maps are sorted by id, so the same plan gives the same bytes. Knows no words and no layout.
mod diff;
mod of;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use plan_core::belopp::{Belopp, Ore};
use plan_core::id::{DriftradId, MatetalId, OrganisationId, ThingId, VerksamhetId};
use plan_core::matetal::{Krav, Varde};
use plan_core::period::Period;
use plan_core::uppfoljning::Status;
use serde::{Deserialize, Serialize};

pub use diff::{
    Beloppsandring, Flytt, Forandringar, Matetalsandring, Matetalshandelse, Sakandring, Statusandring, Tyst,
    diff,
};

/// The form of the facts: raised when a field changes meaning.
const FORM: u32 = 1;

/// Everything a later report may be compared with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Fakta {
    pub form: u32,
    pub period: Period,
    /// Uppdrag and aktiviteter of the year.
    pub sak: BTreeMap<ThingId, Sak>,
    /// The drift table per organisation node that has one.
    pub drift: BTreeMap<OrganisationId, BTreeMap<DriftradId, Driftfakta>>,
    pub verksamhet: BTreeMap<VerksamhetId, Verksamhetsfakta>,
    pub matetal: BTreeMap<MatetalId, Matetalsfakta>,
}

/// The kind of a thing with status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sakslag {
    Uppdrag,
    Aktivitet,
}

/// An uppdrag or aktivitet as it was known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sak {
    pub slag: Sakslag,
    pub nr: String,
    pub titel: String,
    /// `None`: never reported.
    pub status: Option<Status>,
    pub fardiggrad: Option<u8>,
    /// The end date of an aktivitet.
    pub slut: Option<NaiveDate>,
    /// Titles of the ansvariga befattningar.
    pub ansvarig: Vec<String>,
    pub enhet: String,
    /// The comment of the row that decided the status: why. Markdown.
    pub kommentar: String,
}

/// A row of the drift table; an amount that is missing was never given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Driftfakta {
    pub namn: String,
    /// Computed from other rows, so no change of its own.
    pub summa: bool,
    pub budget: Option<Belopp>,
    pub prognos: Option<Belopp>,
    /// Prognos − budget as it was shown.
    pub avvikelse: Option<Ore>,
}

/// A verksamhet: intäkter and kostnader together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Verksamhetsfakta {
    pub namn: String,
    pub budget: Option<Ore>,
    pub prognos: Option<Ore>,
}

/// A mätetal against its target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Matetalsfakta {
    pub nr: String,
    pub titel: String,
    /// The wording that was printed: the fastställda where it differs from the title.
    pub lydelse: String,
    pub enhet: String,
    pub decimaler: u8,
    pub varde: Option<Varde>,
    /// The last month of the value's own period.
    pub varde_period: Option<Period>,
    pub krav: Option<Krav>,
    pub utslag: Utslag,
    pub trend: Option<Trend>,
}

/// How a mätetal stands against its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Utslag {
    Nas,
    /// Within the tolerance.
    Nastan,
    NasInte,
    EjMatt,
    IngetMal,
}

/// The way from the value before; `Okar` and `Minskar` where no direction is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trend {
    Battre,
    Samre,
    Oforandrad,
    Okar,
    Minskar,
}
