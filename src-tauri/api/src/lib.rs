//! plan-api: the table of commands, request and reply types, Swedish error texts, the TypeScript generator.
//! Orchestrates (build → render → store) and owns the writing of files for people. Holds no rule of the plan.
pub mod as_of;
pub mod bild;
mod blocking;
pub mod commands;
pub mod copy;
mod create;
pub mod error;
mod exempel;
mod files;
pub mod history;
pub mod import;
pub mod program;
pub mod report;
pub mod requests;
pub mod session;
#[cfg(test)]
mod session_tests;
pub mod show;
mod texts;
pub mod typed;
#[cfg(test)]
mod typescript;
pub mod verify;
pub mod watch;

pub use create::create_plan;
pub use error::UiError;
pub use exempel::create_exempel;
pub use plan_core::document::{Access, Environment};
pub use program::{Program, Surroundings};
pub use session::Session;
pub use watch::Watch;
