//! plan-report: read models → a `Rapport` tree. Pure; knows no fonts, no layout, no files, no database.
//! Builders word what plan-core knows and compute no rule of the plan again (verdicts, sums, as of).
mod blocks;
mod ekonomi;
pub mod fakta;
mod forandringar;
pub mod format;
mod granska;
mod lage;
mod mal;
mod mall;
mod manadsrapport;
mod markdown;
mod matetal;
mod sammanfattning;
mod skriva;
#[cfg(test)]
mod stored;
#[cfg(test)]
mod testplan;
#[cfg(test)]
mod tests;
pub mod tree;
mod underlag;
mod uppdrag;
mod verksamhetsplan;

pub use fakta::{Fakta, diff};
pub use granska::{Anmarkning, Kontroll, granska_fore_utskrift, granska_tecken};
pub use lage::with_lage;
pub use mall::avsnittsnycklar;
pub use manadsrapport::manadsrapport;
pub use markdown::markdown;
pub use matetal::blad;
pub use skriva::{Avsnittsval, Textplats, avsnittsval};
pub use underlag::{Foregaende, Underlag};
pub use uppdrag::{Antal, skillnad};
pub use verksamhetsplan::verksamhetsplan;
