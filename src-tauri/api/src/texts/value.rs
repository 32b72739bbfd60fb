//! Stored codes and numbers as a person reads them, where the engine gives only the stored value.
use std::collections::BTreeMap;

use plan_core::belopp::Ore;
use plan_core::uppfoljning::Status;
use plan_report::format;

/// The label of a status as it is when nobody has renamed it.
pub(crate) fn status(status: Status) -> String {
    format::status(&BTreeMap::new(), status)
}

/// "−11 600 tkr".
pub(crate) fn tkr(ore: Ore) -> String {
    format::belopp_tkr(ore)
}

/// "200 000".
pub(crate) fn thousands(n: i64) -> String {
    format::heltal(n)
}
