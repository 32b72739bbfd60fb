//! History read out of the change log: who did what when, in things and fields, never in tables and columns.
//! The words a person reads are set in `plan_api`; this module gives identifiers and values.
use chrono::{DateTime, Utc};

use crate::id::ThingId;

/// Who last touched a thing, when, after a point of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rord {
    pub thing: ThingId,
    pub vem: String,
    pub at: DateTime<Utc>,
    pub change_set: i64,
}
