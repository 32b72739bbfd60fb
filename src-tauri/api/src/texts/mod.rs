//! The Swedish words for what the engine gives as identifiers: operations, fields, rules, remarks, findings.
//! Every match is exhaustive or held by a test that walks the schema. Knows no database and takes no decision.
pub(crate) mod field;
pub(crate) mod finding;
#[cfg(test)]
mod golden_tests;
pub(crate) mod import;
pub(crate) mod inlasning;
pub(crate) mod op;
pub(crate) mod plan;
pub(crate) mod rapport;
#[cfg(test)]
mod reader_tests;
pub(crate) mod rule;
#[cfg(test)]
mod schema_tests;
pub(crate) mod steg;
pub(crate) mod styrmodell;
pub(crate) mod thing;
pub(crate) mod typed;
pub(crate) mod value;
pub(crate) mod which;
