//! The example holds what it promises: files that add up, and a plan with something of everything.
#![allow(clippy::unwrap_used, clippy::expect_used)]
mod data;
mod plan;
