//! What the program bears: wrong and damaged files, locks, full disks, folders that may only be read, kills, clocks set
//! back. From outside through the built binary where a person would meet it, through `plan_api::Session` where a
//! thousand cases are tried. What the imports bear is told in the acceptance tests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stderr)]
mod angra;
mod beslut;
mod disk;
mod historia;
mod klocka;
mod krasch;
mod las;
mod lika;
mod malfil;
mod nekat;
mod plats;
mod skador;
mod skrivskydd;
