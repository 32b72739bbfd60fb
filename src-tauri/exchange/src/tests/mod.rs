//! Whole sources in, typed rows out: made here (the twins of real papers), and the real ones where they are present.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]
mod bad;
mod choices;
mod headings;
mod real;
mod speed;
mod tables;

use plan_core::inlasning::{
    AktivitetRad, DriftRad, Innehall, MatetalRad, Rad, Tabell, UppdragRad, VerksamhetRad,
};

use crate::{Lasning, ReadError, ReadOptions, Source, read};

fn read_as(name: &str, bytes: &[u8]) -> Result<Lasning, ReadError> {
    read(Source { name, bytes }, &ReadOptions { year: Some(2026), ..ReadOptions::default() })
}

/// The one table of a text source.
fn table(text: &str) -> Tabell {
    let mut lasning = read_as("urklipp", text.as_bytes()).unwrap_or_else(|error| panic!("{error:?}\n{text}"));
    assert_eq!(lasning.tabeller.len(), 1, "{:?}", lasning.olasta);
    lasning.tabeller.remove(0)
}

/// The fields of the columns that are read.
fn fields(tabell: &Tabell) -> Vec<&str> {
    tabell.kolumner.iter().map(|column| column.falt.as_deref().unwrap_or("-")).collect()
}

fn row(tabell: &Tabell, nr: u32) -> &Rad {
    tabell.rader.iter().find(|row| row.rad == nr).unwrap_or_else(|| panic!("no row {nr}"))
}

fn aktivitet(tabell: &Tabell, nr: u32) -> &AktivitetRad {
    match &row(tabell, nr).innehall {
        Innehall::Aktivitet(row) => row,
        other => panic!("row {nr}: {other:?}"),
    }
}

fn uppdrag(tabell: &Tabell, nr: u32) -> &UppdragRad {
    match &row(tabell, nr).innehall {
        Innehall::Uppdrag(row) => row,
        other => panic!("row {nr}: {other:?}"),
    }
}

fn matetal(tabell: &Tabell, nr: u32) -> &MatetalRad {
    match &row(tabell, nr).innehall {
        Innehall::Matetal(row) => row,
        other => panic!("row {nr}: {other:?}"),
    }
}

fn drift(tabell: &Tabell, nr: u32) -> &DriftRad {
    match &row(tabell, nr).innehall {
        Innehall::Drift(row) => row,
        other => panic!("row {nr}: {other:?}"),
    }
}

fn verksamhet(tabell: &Tabell, nr: u32) -> &VerksamhetRad {
    match &row(tabell, nr).innehall {
        Innehall::Verksamhet(row) => row,
        other => panic!("row {nr}: {other:?}"),
    }
}
