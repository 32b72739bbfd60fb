//! Läs in: a source becomes tables (`plan-exchange`), the tables get verdicts and are written (`plan-core`), and every
//! verdict gets its words here. Reads the source's file; never writes it.
use std::path::Path;

use plan_core::document::Changes;
use plan_core::inlasning::{
    Andring, Anmarkning, Antal, Grad, ImportOptions, Importutfall, Kolumnkoppling, Radutfall, Tabell,
    Tabellslag, Utslag,
};
use plan_core::period::Period;
use plan_core::{Rule, plan::Plan};
use plan_exchange::{Bladval, Lasning, Mapping, Rattning, ReadOptions, Source};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

mod kalla;
pub(crate) mod minne;
#[cfg(test)]
mod tests;

pub use kalla::{Filinnehall, Inlasningskalla, Kallminne};
pub(crate) use kalla::{Kallfil, decode};

use crate::as_of::current_year;
use crate::blocking::blocking;
use crate::error::{Error, sheet};
use crate::session::Session;
use crate::texts::{field, import as said, inlasning as words, rule, steg};
use crate::watch::Watch;

/// What to read and how.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Import {
    pub kalla: Inlasningskalla,
    /// What it holds; otherwise recognised.
    #[serde(default)]
    #[ts(optional)]
    pub som: Option<Tabellslag>,
    /// "2026-04": the month of amounts and statuses.
    #[serde(default)]
    #[ts(optional)]
    pub period: Option<String>,
    /// The verksamhetsår of rows that do not say theirs; otherwise the current one.
    #[serde(default)]
    #[ts(optional)]
    pub year: Option<i32>,
    /// Which heading is which field, as a person has decided it.
    #[serde(default)]
    #[ts(optional, type = "unknown")]
    pub mappning: Option<Mapping>,
    /// Write the good rows though others are refused.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub endast_goda: bool,
    /// What a person has decided sheet by sheet.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<Bladval>>")]
    pub blad: Vec<Bladval>,
    /// Cells mended by hand.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<Rattning>>")]
    pub rattningar: Vec<Rattning>,
    /// Remember in the plan what was decided about the columns, for the next source with the same headings.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub kom_ihag: bool,
}

/// Reads a mapping file.
pub fn read_mapping(path: &Path) -> Result<Mapping, Error> {
    let text =
        std::fs::read_to_string(path).map_err(|source| Error::File { path: path.to_owned(), source })?;
    serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| Error::BadMapping {
        path: path.to_owned(),
        line: error.line(),
        column: error.column(),
        detail: error.to_string(),
    })
}

/// What became of the source.
#[derive(Debug, Serialize, TS)]
pub struct Importsvar {
    #[serde(flatten)]
    pub antal: Antal,
    /// "38 rader lästes in".
    pub text: String,
    /// Something was written.
    pub skrivet: bool,
    /// Rows were refused and nothing may be written without `endast_goda`.
    pub nekad: bool,
    pub rader: Vec<Radsvar>,
    /// How the columns of each table were read.
    pub tabeller: Vec<Tabellsvar>,
    /// Sentences for the person: refusals, sheets that were left out.
    pub upplysningar: Vec<String>,
    pub changes: Changes,
}

/// How a table was read.
#[derive(Debug, Serialize, TS)]
pub struct Tabellsvar {
    pub blad: String,
    pub slag: Tabellslag,
    pub kolumner: Vec<Kolumnkoppling>,
}

/// A row's verdict.
#[derive(Debug, Serialize, TS)]
pub struct Radsvar {
    pub blad: String,
    /// As Excel shows it, from 1.
    pub rad: u32,
    pub slag: Tabellslag,
    pub utslag: Utslag,
    /// What the row is about.
    pub benamning: String,
    pub andringar: Vec<Andringssvar>,
    pub anmarkningar: Vec<Anmarkningssvar>,
    /// Why it was refused or skipped.
    pub skal: Option<String>,
}

/// A cell that changes.
#[derive(Debug, Serialize, TS)]
pub struct Andringssvar {
    pub falt: String,
    /// The field's word ("Slutdatum").
    pub ord: String,
    #[ts(type = "unknown")]
    pub fran: serde_json::Value,
    #[ts(type = "unknown")]
    pub till: serde_json::Value,
}

/// A remark in words, and as data for a program.
#[derive(Debug, Serialize, TS)]
pub struct Anmarkningssvar {
    pub grad: Grad,
    pub text: String,
    #[ts(type = "unknown")]
    pub uppgift: Anmarkning,
}

/// Reads the source and says what an import would do. Writes nothing.
pub(crate) async fn preview(session: Session, request: Import, watch: Watch) -> Result<Importsvar, Error> {
    let (lasning, options) = read(&session, &request, &watch).await?;
    let (lasning, utfall) = session
        .on(move |document| {
            watch.step(steg::JAMFOR)?;
            let utfall = document.preview_import(&lasning.tabeller, &options)?;
            Ok((lasning, utfall))
        })
        .await?;
    Ok(reply(lasning, utfall, Changes::default(), request.endast_goda))
}

/// Reads the source and writes it: one change set, one undo.
pub(crate) async fn import(session: Session, request: Import, watch: Watch) -> Result<Importsvar, Error> {
    let (lasning, options) = read(&session, &request, &watch).await?;
    let kept = if request.kom_ihag { minne::of(&session, &request).await? } else { vec![] };
    let (lasning, (utfall, changes)) = session
        .on(move |document| {
            watch.step(steg::SKRIV)?;
            let done = document.import_remembering(&lasning.tabeller, &options, &kept)?;
            Ok((lasning, done))
        })
        .await?;
    Ok(reply(lasning, utfall, changes, request.endast_goda))
}

/// The form of the source, read outside the document's thread.
async fn read(session: &Session, request: &Import, watch: &Watch) -> Result<(Lasning, ImportOptions), Error> {
    watch.step(steg::KALLA)?;
    let (options, import) = options(session, request).await?;
    let kalla = session.sources.find(&request.kalla).await?;
    watch.step(steg::TOLKA)?;
    let lasning = blocking(move || {
        let source = Source { name: &kalla.namn, bytes: &kalla.bytes };
        Ok(plan_exchange::read(source, &options)?)
    })
    .await?;
    Ok((lasning, import))
}

/// What the person and the plan say beside the source.
pub(crate) async fn options(
    session: &Session,
    request: &Import,
) -> Result<(ReadOptions, ImportOptions), Error> {
    let period = request.period.as_deref().map(parse_period).transpose()?;
    let said = request.year;
    let (year, minne) = session
        .on(move |document| {
            let plan = document.plan()?;
            let year = said.map_or_else(|| year_of(&plan, period), Ok)?;
            Ok((year, minne::in_plan(&plan)))
        })
        .await?;
    let read = ReadOptions {
        som: request.som,
        period,
        year: Some(year),
        mapping: request.mappning.clone(),
        blad: request.blad.clone(),
        rattningar: request.rattningar.clone(),
        minne,
    };
    Ok((read, ImportOptions { period, year, endast_goda: request.endast_goda }))
}

fn year_of(plan: &Plan, period: Option<Period>) -> Result<i32, Error> {
    period.map(|p| p.year).or_else(|| current_year(plan)).ok_or(Error::NoYear)
}

fn parse_period(text: &str) -> Result<Period, Error> {
    Period::parse(text).ok_or_else(|| Error::BadPeriod(text.to_owned()))
}

fn reply(lasning: Lasning, utfall: Importutfall, changes: Changes, endast_goda: bool) -> Importsvar {
    let nekad = utfall.antal.vagrade > 0 && !endast_goda;
    let mut upplysningar: Vec<String> = lasning.olasta.iter().map(sheet).collect();
    if nekad {
        let (message, hint) = rule::words("rader", &Rule::RowsRefused { count: utfall.antal.vagrade });
        upplysningar.extend([message, hint]);
    }
    Importsvar {
        antal: utfall.antal,
        text: words::done(&utfall.antal, utfall.skrivet),
        skrivet: utfall.skrivet,
        nekad,
        rader: utfall.rader.into_iter().map(rad).collect(),
        tabeller: lasning.tabeller.into_iter().map(tabell).collect(),
        upplysningar,
        changes,
    }
}

fn tabell(tabell: Tabell) -> Tabellsvar {
    Tabellsvar { blad: tabell.blad, slag: tabell.slag, kolumner: tabell.kolumner }
}

fn rad(rad: Radutfall) -> Radsvar {
    let refused = rad.vagran.as_ref().map(said::refusal);
    Radsvar {
        skal: refused.or_else(|| rad.overhopp.map(said::skipped)),
        blad: rad.blad,
        rad: rad.rad,
        slag: rad.slag,
        utslag: rad.utslag,
        benamning: rad.benamning,
        andringar: rad.andringar.into_iter().map(andring).collect(),
        anmarkningar: rad.anmarkningar.into_iter().map(anmarkning).collect(),
    }
}

fn andring(andring: Andring) -> Andringssvar {
    let Andring { falt, fran, till } = andring;
    Andringssvar { ord: rule::capitalised(&field::word(&falt)), falt: falt.into_owned(), fran, till }
}

fn anmarkning(uppgift: Anmarkning) -> Anmarkningssvar {
    Anmarkningssvar { grad: uppgift.grad(), text: said::remark(&uppgift), uppgift }
}
