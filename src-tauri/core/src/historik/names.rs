//! What a thing is called in history: its name as it was then, not as it is now.
use super::stack::Set;
use crate::document::{Document, Kind};
use crate::error::Result;

/// The label of a change set: what the verb said, else the name of the first thing it touched.
pub(crate) fn label(_document: &Document, set: &Set) -> Result<String> {
    Ok(set.label.clone())
}

/// The columns that make up a thing's name, in its own table.
pub(crate) fn name_columns(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Mal | Kind::Uppdrag | Kind::Aktivitet | Kind::Matetal => &["nr", "titel"],
        Kind::Befattning => &["titel"],
        Kind::Organisation | Kind::Driftrad | Kind::Verksamhet => &["namn"],
        Kind::Niva => &["singular"],
        Kind::Installning
        | Kind::Verksamhetsar
        | Kind::Uppfoljning
        | Kind::Avsnittstext
        | Kind::Rapportmall
        | Kind::Rapport => &[],
    }
}
