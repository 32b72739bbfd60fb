//! plan-core: the domain, its rules, and the document (SQLite, change log, undo).
//! Knows no Tauri, no Excel, no PDF, no clock and no randomness of its own, and formats nothing for a reader.
pub mod aktivitet;
pub mod befattning;
pub mod belopp;
pub(crate) mod checks;
pub mod collation;
pub mod document;
pub mod ekonomi;
pub mod error;
pub mod granskning;
pub mod historik;
pub mod id;
pub mod inlasning;
pub mod mal;
pub mod matetal;
pub mod organisation;
pub(crate) mod patch;
pub mod period;
pub mod plan;
pub mod rapport;
pub(crate) mod rows;
pub mod sort_key;
mod state_enum;
pub mod styrmodell;
#[cfg(test)]
mod tests;
pub mod text;
pub mod uppdrag;
pub mod uppfoljning;
pub mod view;

pub use error::{Error, Result, Rule, RuleViolation};
