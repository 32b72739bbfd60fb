//! plan-report: read models → a `Rapport` tree. Pure; knows no fonts, no layout, no files, no database.
//! Builders word what plan-core knows and compute no rule of the plan again (verdicts, sums, as of).
pub mod fakta;
pub mod format;
mod lage;
mod manadsrapport;
mod markdown;
pub mod tree;
mod underlag;
mod verksamhetsplan;

pub use fakta::{Fakta, diff};
pub use lage::with_lage;
pub use manadsrapport::manadsrapport;
pub use markdown::markdown;
pub use underlag::{Foregaende, Underlag};
pub use verksamhetsplan::verksamhetsplan;
