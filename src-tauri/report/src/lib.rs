//! plan-report: read models → a `Rapport` tree. Pure; knows no fonts, no layout, no files, no database.
pub mod tree;
