//! Headings in the spellings of many offices, and what the columns hold: which kind, which field.
#![allow(clippy::unwrap_used, clippy::expect_used)]
