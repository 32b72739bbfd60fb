//! The example: an invented socialförvaltning built into a plan through the verbs everybody uses, with a clock of its own.
#![allow(dead_code)]
mod clock;
mod data;
#[cfg(test)]
mod tests;
mod year;
