//! Reports from plan to paper: build (from the plan, under a short read) → render (beside it) → store and write.
//! Here the requests and replies, and the commands; `build`, `render`, `store` and `paper` do the work.
pub(crate) mod build;
pub(crate) mod paper;
mod preview;
mod render;
pub(crate) mod store;
#[cfg(test)]
mod tests;
pub(crate) mod uppstallning;

use std::path::PathBuf;

use chrono::NaiveDate;
use plan_core::document::Changes;
use plan_core::id::RapportId;
use plan_core::rapport::{Filformat, Rapport, Rapportslag};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use preview::{Rapportsida, Sidval, Utkast};

pub(crate) use paper::{extract_arkiv, list_arkiv, print_rapport, write_rapport};
pub(crate) use preview::{page_rapport, preview_rapport};
pub(crate) use store::{decide_rapport, lock_rapport, revoke_rapport, unlock_rapport};

use crate::as_of::Tidpunkt;

/// Which report.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Rapportval {
    pub slag: Rapportslag,
    /// "2026-10"; without it the newest with rows (månadsrapport) or the year's December (verksamhetsplan).
    #[serde(default)]
    #[ts(optional)]
    pub period: Option<String>,
    /// Code, name or id of the enhet, for its verksamhetsplan; without it the förvaltning.
    #[serde(default)]
    #[ts(optional)]
    pub enhet: Option<String>,
    /// The report's own day; without it the period's last.
    #[serde(default)]
    #[ts(optional)]
    pub datum: Option<NaiveDate>,
    /// Diarienummer.
    #[serde(default)]
    #[ts(optional)]
    pub dnr: Option<String>,
}

/// Where the files go.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Filval {
    /// A folder; made when it is not there.
    pub till: PathBuf,
    pub format: Vec<Filformat>,
    /// The file's name where a person has chosen one; it is for one format.
    #[serde(default)]
    #[ts(optional)]
    pub namn: Option<String>,
    /// A file of that name may go: the person has been asked.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub ersatt: bool,
}

/// Writes a draft.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WriteRapport {
    pub val: Rapportval,
    pub filer: Filval,
}

/// *Lås för utskick*; the files are stored in the plan, and written too when asked for.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LockRapport {
    pub val: Rapportval,
    #[serde(default)]
    #[ts(optional)]
    pub filer: Option<Filval>,
}

/// What the nämnd decided.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Beslut {
    pub datum: NaiveDate,
    pub paragraf: String,
    /// Without it the report's own.
    #[serde(default)]
    #[ts(optional)]
    pub dnr: Option<String>,
}

/// *Fastställ*: the locked report of that choice; without one it is locked and decided in one go.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DecideRapport {
    pub val: Rapportval,
    pub beslut: Beslut,
    #[serde(default)]
    #[ts(optional)]
    pub filer: Option<Filval>,
}

/// *Lås upp* or *Upphäv beslut*, with its reason.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EndRapport {
    pub id: RapportId,
    pub skal: String,
}

/// A stored report printed again as it stands now: a revoked one is marked *Upphävd*.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PrintRapport {
    pub id: RapportId,
    pub filer: Filval,
}

/// Every archived file, or those of one report, byte for byte.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExtractArkiv {
    pub till: PathBuf,
    #[serde(default)]
    #[ts(optional)]
    pub id: Option<RapportId>,
}

/// What was made.
#[derive(Debug, Default, Serialize, TS)]
pub struct Rapportsvar {
    /// The stored report; `None` for a draft.
    pub id: Option<RapportId>,
    pub filer: Vec<Utfil>,
    /// Sentences for the person: a name that was taken, a lock made on the way.
    pub upplysningar: Vec<String>,
    pub changes: Changes,
}

/// A file that was written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Utfil {
    /// Where it was written.
    pub fil: PathBuf,
    pub filnamn: String,
    pub format: Filformat,
    pub sha256: String,
    /// "Utkast", "Förslag till nämnden", "Fastställd", "Upphävd".
    pub lage: String,
}

/// The archive.
#[derive(Debug, Serialize, TS)]
pub struct Arkiv {
    pub rapporter: Vec<Arkivpost>,
}

/// A stored report and how it stands in words.
#[derive(Debug, Serialize, TS)]
pub struct Arkivpost {
    /// "Månadsrapport oktober 2026".
    pub titel: String,
    /// "Fastställd 2026-11-17 § 62".
    pub lage: String,
    #[serde(flatten)]
    pub rapport: Rapport,
}

impl Rapportval {
    fn tidpunkt(&self) -> Tidpunkt {
        Tidpunkt { period: self.period.clone(), datum: self.datum }
    }
}
