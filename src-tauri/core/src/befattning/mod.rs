//! Befattningar: functions first, a name only if the user wants one; never a personnummer (domain.md, 3).
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::BefattningId;

pub mod ops;
pub(crate) mod sql;

/// A function, e.g. "Enhetschef hemtjänst norr".
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Befattning {
    pub id: BefattningId,
    pub titel: String,
    pub namn: String,
    pub epost: String,
}
