//! The organisation tree: nämnd → förvaltning → verksamhetsområde → enhet (domain.md, 3).
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::{BefattningId, OrganisationId};
use crate::state_enum::state_enum;

pub mod ops;
pub(crate) mod sql;

state_enum! {
    /// The kind of a node.
    Organisationsslag { Namnd = "namnd", Forvaltning = "forvaltning", Verksamhetsomrade = "verksamhetsomrade", Enhet = "enhet" }
}

/// A node of the organisation. Units merge and close: `active_to` ends one, its history stays.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Organisation {
    pub id: OrganisationId,
    pub parent_id: Option<OrganisationId>,
    pub slag: Organisationsslag,
    pub namn: String,
    /// Ansvar or kostnadsställe; a text, leading zeros count.
    pub kod: String,
    pub chef_id: Option<BefattningId>,
    pub active_from: Option<NaiveDate>,
    pub active_to: Option<NaiveDate>,
    pub anteckning: String,
    pub sort_key: String,
}

impl Organisation {
    /// A node with nothing in it yet.
    pub fn new(id: OrganisationId, slag: Organisationsslag) -> Organisation {
        Organisation {
            id,
            parent_id: None,
            slag,
            namn: String::new(),
            kod: String::new(),
            chef_id: None,
            active_from: None,
            active_to: None,
            anteckning: String::new(),
            sort_key: String::new(),
        }
    }
}
