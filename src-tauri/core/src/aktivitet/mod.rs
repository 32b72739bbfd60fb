//! Aktiviteter: how an uppdrag is carried out, by whom and when.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::belopp::Ore;
use crate::id::{AktivitetId, BefattningId, DelaktivitetId, OrganisationId, UppdragId};

pub mod ops;
pub(crate) mod sql;

/// An aktivitet. Its status is in the status rows, never here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Aktivitet {
    pub id: AktivitetId,
    pub nr: String,
    pub titel: String,
    /// How it is done. Markdown.
    pub hur: String,
    /// A link is expected, not forced.
    pub uppdrag_id: Option<UppdragId>,
    pub organisation_id: Option<OrganisationId>,
    /// Common to the whole förvaltning.
    pub gemensam: bool,
    pub ansvariga: Vec<BefattningId>,
    /// Participating units; each has its own status rows.
    pub fordelning: Vec<OrganisationId>,
    /// The verksamhetsår it belongs to.
    pub year: i32,
    pub start_date: Option<NaiveDate>,
    /// The start in the paper's own words ("VT26"), kept beside the date it was read as.
    pub start_text: String,
    pub end_date: Option<NaiveDate>,
    pub end_text: String,
    /// Estimated cost, a positive amount.
    pub kostnad: Option<Ore>,
    /// Theory of change (Trelleborg): resurs → aktivitet → prestation → effekt.
    pub resurs: String,
    pub prestation: String,
    pub effekt: String,
    pub delaktiviteter: Vec<Delaktivitet>,
    pub anteckning: String,
    pub sort_key: String,
}

/// A line of the aktivitet's checklist.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Delaktivitet {
    pub id: DelaktivitetId,
    pub titel: String,
    pub klar: bool,
    pub sort_key: String,
}

impl Aktivitet {
    /// An aktivitet of a year with nothing in it yet.
    pub fn new(id: AktivitetId, year: i32) -> Aktivitet {
        Aktivitet {
            id,
            nr: String::new(),
            titel: String::new(),
            hur: String::new(),
            uppdrag_id: None,
            organisation_id: None,
            gemensam: false,
            ansvariga: vec![],
            fordelning: vec![],
            year,
            start_date: None,
            start_text: String::new(),
            end_date: None,
            end_text: String::new(),
            kostnad: None,
            resurs: String::new(),
            prestation: String::new(),
            effekt: String::new(),
            delaktiviteter: vec![],
            anteckning: String::new(),
            sort_key: String::new(),
        }
    }
}
