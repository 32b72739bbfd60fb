//! The styrmodell: the levels of the goal chain as data (domain.md, 2). Templates are data too (`templates.rs`).
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::NivaId;
use crate::state_enum::state_enum;

pub mod ops;
pub(crate) mod sql;
pub mod templates;

state_enum! {
    /// Who decides on the mål of a level.
    Beslutsfattare { Kf = "kf", Ks = "ks", Namnd = "namnd", Forvaltning = "forvaltning", Enhet = "enhet" }
}

state_enum! {
    /// How the mål of a level are evaluated.
    Bedomningsregel {
        /// Never a combined verdict (LedMot 4.3.2: a målområde).
        Ingen = "ingen",
        /// LedMot 4.3.2: more than half of the nyckeltal met.
        RegelA = "regel_a",
        /// Green only when all are met.
        RegelB = "regel_b",
        /// Weighted share.
        RegelC = "regel_c",
        /// A person sets it, with a motivation.
        Manuell = "manuell",
    }
}

/// One level of the chain, e.g. Målområde.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Niva {
    pub id: NivaId,
    pub singular: String,
    pub plural: String,
    pub beslutas_av: Beslutsfattare,
    /// Whether mätetal hang on mål of this level.
    pub bar_matetal: bool,
    /// Whether uppdrag are given at this level (LedMot: styrtal).
    pub bar_uppdrag: bool,
    pub bedomning: Bedomningsregel,
    pub sort_key: String,
}
