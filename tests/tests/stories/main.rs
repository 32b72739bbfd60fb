//! The stories: what offices do with the program, told through the command table, the same door as the window's.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]
mod exempel;
mod forhandsvisning;
mod inlasning;
mod innan_utskick;
mod namndens_ar;
mod sok;
mod stod;
