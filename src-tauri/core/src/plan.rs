//! The whole plan in memory: what readers (reports, `visa`, import matching) work on.
//! Given by [`crate::document::Document::plan`]; lists are in display order.
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::aktivitet::Aktivitet;
use crate::befattning::Befattning;
use crate::ekonomi::{Driftbelopp, Driftrad, Verksamhet, Verksamhetsbelopp};
use crate::mal::{Mal, Malbedomning};
use crate::matetal::{Jamforelse, Malvarde, Matetal, Utfall};
use crate::organisation::Organisation;
use crate::rapport::{Mallavsnitt, Rapport};
use crate::styrmodell::Niva;
use crate::uppdrag::Uppdrag;
use crate::uppfoljning::{Avsnittstext, Statusrad, Uppfoljning};

pub(crate) mod cached;
pub mod ops;
mod read;
pub(crate) mod sql;

/// Everything in the file but the log and the archived bytes.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Plan {
    /// `kommun`, `namnd`, `forvaltning`, `styrmodell`, `maluppfyllelse.namnare`, `status.<code>` …
    pub installning: BTreeMap<String, String>,
    pub verksamhetsar: Vec<Verksamhetsar>,
    pub organisation: Vec<Organisation>,
    pub befattning: Vec<Befattning>,
    pub niva: Vec<Niva>,
    pub mal: Vec<Mal>,
    pub malbedomning: Vec<Malbedomning>,
    pub uppdrag: Vec<Uppdrag>,
    pub aktivitet: Vec<Aktivitet>,
    /// By thing, then period and seq, oldest first.
    pub statusrad: Vec<Statusrad>,
    pub matetal: Vec<Matetal>,
    /// By mätetal, then period, oldest first.
    pub utfall: Vec<Utfall>,
    pub malvarde: Vec<Malvarde>,
    pub jamforelse: Vec<Jamforelse>,
    pub driftrad: Vec<Driftrad>,
    pub driftbelopp: Vec<Driftbelopp>,
    pub verksamhet: Vec<Verksamhet>,
    pub verksamhetsbelopp: Vec<Verksamhetsbelopp>,
    pub uppfoljning: Vec<Uppfoljning>,
    pub avsnittstext: Vec<Avsnittstext>,
    pub rapportmall: Vec<Mallavsnitt>,
    pub rapport: Vec<Rapport>,
}

/// How many things a file holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Holds {
    pub mal: usize,
    pub uppdrag: usize,
    pub aktivitet: usize,
    pub matetal: usize,
}

/// One verksamhetsår of the file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Verksamhetsar {
    pub year: i32,
    pub state: Arslage,
}

crate::state_enum::state_enum! {
    /// State of a verksamhetsår.
    Arslage { Planeras = "planeras", Pagar = "pagar", Stangt = "stangt" }
}
