//! Mål: the nodes of the goal chain, and their verdicts.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::{MalId, NivaId};
use crate::period::Period;
use crate::state_enum::state_enum;

pub mod ops;
pub mod rules;
pub(crate) mod sql;

/// A node of the chain; what it is called follows from its level.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Mal {
    pub id: MalId,
    pub niva_id: NivaId,
    pub parent_id: Option<MalId>,
    pub nr: String,
    pub titel: String,
    /// Markdown.
    pub beskrivning: String,
    pub valid_from: Option<NaiveDate>,
    pub valid_to: Option<NaiveDate>,
    pub anteckning: String,
    pub sort_key: String,
}

impl Mal {
    /// A mål with nothing in it yet.
    pub fn new(id: MalId, niva_id: NivaId) -> Mal {
        Mal {
            id,
            niva_id,
            parent_id: None,
            nr: String::new(),
            titel: String::new(),
            beskrivning: String::new(),
            valid_from: None,
            valid_to: None,
            anteckning: String::new(),
            sort_key: String::new(),
        }
    }
}

state_enum! {
    /// The verdict on a mål (LedMot 4.3.2).
    Maluppfyllelse {
        Uppfyllt = "uppfyllt",
        DelvisUppfyllt = "delvis_uppfyllt",
        InteUppfyllt = "inte_uppfyllt",
        KanInteBedomas = "kan_inte_bedomas",
    }
}

/// A verdict set by a person, with its obligatory motivation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Malbedomning {
    pub mal_id: MalId,
    pub period: Period,
    pub bedomning: Maluppfyllelse,
    /// Markdown.
    pub motivering: String,
}

#[cfg(test)]
mod rules_tests;
