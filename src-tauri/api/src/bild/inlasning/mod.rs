//! What the screen Läs in shows of a source: its sheets, what each column was taken for, every row with its verdict and what
//! it changes, and what an import would do. Writes nothing; judges nothing itself (`plan_core::inlasning` does).
use plan_core::inlasning::{Antal, ImportOptions, Importutfall, Tabellslag};
use plan_core::period::Period;
use plan_core::plan::Plan;
use plan_exchange::{Bladbild, Lasning, Source, read_with_sheets};
use serde::Serialize;
use ts_rs::TS;

use crate::blocking::blocking;
use crate::error::Error;
use crate::import::{self, Import, Kallfil};
use crate::session::Session;
use crate::texts::{inlasning as said, steg};
use crate::watch::Watch;

mod blad;
mod cell;
mod period;
mod rad;

pub use blad::{Falttval, Inlasningsblad, Inlasningschip, Inlasningskolumn, Rubrikval};
pub use cell::{Cellfel, Cellord, Inlasningscell, Rikcell};
pub use period::{Inlasningsperiod, Periodalternativ};
pub use rad::{Inlasningsrad, Radanmarkning};

/// A source as the person sees it before it is read in.
#[derive(Debug, Serialize, TS)]
pub struct Inlasningsbild {
    /// What to call the source in the next request (`visad`).
    pub visad: String,
    /// The file's own name.
    pub namn: String,
    pub blad: Vec<Inlasningsblad>,
    pub period: Inlasningsperiod,
    pub beslut: Inlasningsbeslut,
}

/// What an import of the source would do.
#[derive(Debug, Serialize, TS)]
pub struct Inlasningsbeslut {
    #[serde(flatten)]
    pub antal: Antal,
    /// "38 rader läses in, 1 vägras och 3 hoppas över."
    pub rubrik: String,
    /// "6 läggs till, 14 ändras och 18 är oförändrade. Inläsningen går att ångra i ett steg."
    pub text: String,
    /// "Läs in 38 rader".
    pub knapp: String,
    /// Whether there is anything to read in.
    pub kan: bool,
}

/// What a sheet can be read as.
const KINDS: &[Tabellslag] = Tabellslag::ALL;

/// Reads the source and says, row by row, what an import would do. Without a period one is proposed.
pub(crate) async fn preview_inlasning(
    session: Session,
    mut request: Import,
    watch: Watch,
) -> Result<Inlasningsbild, Error> {
    watch.step(steg::KALLA)?;
    let kalla = session.sources.find(&request.kalla).await?;
    watch.step(steg::TOLKA)?;
    let vald = request.period.is_some();
    if !vald {
        request.period = Some(propose(&session, &request, vec![kalla.namn.clone()]).await?.to_string());
    }
    let mut seen = look(&session, &request, &kalla).await?;
    if !vald {
        // A title in a sheet may speak of a month that the name of the file does not.
        let titles = seen.bilder.iter().flat_map(|bild| bild.ovan.iter().cloned());
        let words = [kalla.namn.clone()].into_iter().chain(titles).collect();
        let month = propose(&session, &request, words).await?;
        if Some(month) != seen.options.period {
            request.period = Some(month.to_string());
            seen = look(&session, &request, &kalla).await?;
        }
    }
    let Sett { lasning, bilder, options } = seen;
    let rattningar = request.rattningar;
    session
        .on(move |document| {
            watch.step(steg::JAMFOR)?;
            let utfall = document.preview_import(&lasning.tabeller, &options)?;
            let plan = document.plan()?;
            let made = Underlag { plan: &plan, lasning: &lasning, utfall: &utfall, rattningar: &rattningar };
            Ok(Inlasningsbild {
                visad: kalla.id,
                namn: kalla.namn,
                period: period::choice(&made, &options, vald),
                beslut: decision(&utfall.antal),
                blad: bilder.iter().map(|bild| made.blad(bild)).collect(),
            })
        })
        .await
}

/// A source as read with the decisions made so far.
struct Sett {
    lasning: Lasning,
    bilder: Vec<Bladbild>,
    options: ImportOptions,
}

async fn look(session: &Session, request: &Import, kalla: &Kallfil) -> Result<Sett, Error> {
    let (read, options) = import::options(session, request).await?;
    let (namn, bytes) = (kalla.namn.clone(), kalla.bytes.clone());
    let (lasning, bilder) =
        blocking(move || Ok(read_with_sheets(Source { name: &namn, bytes: &bytes }, &read)?)).await?;
    Ok(Sett { lasning, bilder, options })
}

async fn propose(session: &Session, request: &Import, words: Vec<String>) -> Result<Period, Error> {
    let year = request.year;
    session.on(move |document| period::proposed(document, &words, year)).await
}

/// What the picture is made of.
struct Underlag<'u> {
    plan: &'u Plan,
    lasning: &'u Lasning,
    utfall: &'u Importutfall,
    rattningar: &'u [plan_exchange::Rattning],
}

impl Underlag<'_> {
    fn blad(&self, bild: &Bladbild) -> Inlasningsblad {
        blad::of(self, bild)
    }
}

fn decision(antal: &Antal) -> Inlasningsbeslut {
    Inlasningsbeslut {
        antal: *antal,
        rubrik: said::decision(antal),
        text: said::consequence(antal),
        knapp: said::button(antal),
        kan: antal.ny + antal.andrad > 0,
    }
}
