//! The files that were open lately.
use super::words::{self, Plannamn};
use super::{Fil, Program, Senaste, Senastelista, settings::Known};
use crate::blocking::blocking;
use crate::error::UiError;
use crate::requests::Inget;

/// So many are listed.
const MOST: usize = 10;

/// Newest first; one that is no longer where it was is marked.
pub(super) async fn list_senaste(program: &Program, _request: Inget) -> Result<Senastelista, UiError> {
    let known: Vec<Known> =
        program.settings().filer.iter().filter(|known| !known.dold).take(MOST).cloned().collect();
    // A share on the network may take its time to answer.
    let looked =
        blocking(move || Ok(known.into_iter().map(|known| (known.fil.is_file(), known)).collect::<Vec<_>>()));
    let now = program.now();
    let filer = looked.await?.into_iter().map(|(finns, known)| {
        let namn = Plannamn { namn: known.namn, rubrik: known.rubrik };
        Senaste { fil: program.filbild(&known.fil, &namn), nar: words::when(known.at, now), finns }
    });
    Ok(Senastelista { filer: filer.collect() })
}

/// Takes a file off the list. The file itself is left alone.
pub(super) async fn forget_senaste(program: &Program, request: Fil) -> Result<Senastelista, UiError> {
    program.set(|settings| {
        if let Some(known) = settings.known_mut(&request.fil) {
            known.dold = true;
        }
    });
    list_senaste(program, Inget {}).await
}
