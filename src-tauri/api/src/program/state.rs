//! What the window reads of the program, and the person's own settings.
use super::{Program, Programbild, SetProgram, SetVem, Vemval, natverk, words};
use crate::error::{Error, UiError};
use crate::requests::Inget;

/// The program as it is now. Asks no document.
pub(super) async fn read_program(program: &Program, _request: Inget) -> Result<Programbild, UiError> {
    Ok(picture(program))
}

pub(super) fn picture(program: &Program) -> Programbild {
    let open = program.open().clone();
    let settings = program.settings().clone();
    let known = open.as_ref().and_then(|open| settings.known(&open.fil));
    let around = program.around();
    Programbild {
        plats: known.map(|known| known.plats.clone()).unwrap_or_default(),
        utseende: settings.utseende,
        typsnitt: settings.typsnitt,
        zoom: settings.zoom,
        sparat: open.as_ref().map(|open| words::saved(open.saved, program.now())).unwrap_or_default(),
        natverk: open.as_ref().filter(|open| open.is_remote).map_or("", |_| natverk::SAID),
        fil: open.as_ref().map(|open| program.filbild(&open.fil, &open.namn)),
        vem: open.and_then(|open| open.vem),
        paneler: settings.paneler,
        planer: around.planer_dir.clone(),
        version: env!("CARGO_PKG_VERSION"),
    }
}

/// Changes the settings that are given.
pub(super) async fn set_program(program: &Program, request: SetProgram) -> Result<Programbild, UiError> {
    let fil = program.open().as_ref().map(|open| open.fil.clone());
    program.set(|settings| {
        settings.utseende = request.utseende.unwrap_or(settings.utseende);
        settings.typsnitt = request.typsnitt.unwrap_or(settings.typsnitt);
        settings.set_zoom(request.zoom.unwrap_or(settings.zoom));
        settings.paneler = request.paneler.unwrap_or_else(|| settings.paneler.take());
        if let (Some(plats), Some(known)) = (request.plats, fil.and_then(|fil| settings.known_mut(&fil))) {
            known.plats = plats;
        }
    });
    Ok(picture(program))
}

/// The befattningar of the open plan, to choose oneself among.
pub(super) async fn list_vem(program: &Program, _request: Inget) -> Result<Vemval, UiError> {
    let session = program.session().ok_or(Error::NoPlan)?;
    let titles = session.on(|document| {
        let plan = document.plan()?;
        Ok(plan.befattning.iter().map(|befattning| befattning.titel.clone()).collect())
    });
    Ok(Vemval { befattningar: titles.await? })
}

/// Says who writes in the open file from now on; remembered for that file. A new befattning is added to the plan by
/// whoever it is; one that is refused changes nothing.
pub(super) async fn set_vem(program: &Program, request: SetVem) -> Result<Programbild, UiError> {
    let session = program.session().ok_or(Error::NoPlan)?;
    let vem = request.befattning.trim().to_owned();
    let given = vem.clone();
    session
        .on(move |document| {
            let before = document.vem().map(str::to_owned);
            document.set_vem(Some(given.clone()));
            // Nobody at all is refused by the same rule as a befattning without a title.
            if request.ny || given.is_empty() {
                let made = document.find_or_create_befattning(&given);
                made.inspect_err(|_| document.set_vem(before))?;
            }
            Ok(())
        })
        .await?;
    let now = program.now();
    let fil = program.open().as_mut().map(|open| {
        open.vem = Some(vem.clone());
        open.saved = if request.ny { Some(now) } else { open.saved };
        open.fil.clone()
    });
    program.set(|settings| {
        if let Some(known) = fil.and_then(|fil| settings.known_mut(&fil)) {
            known.vem = Some(vem);
        }
    });
    Ok(picture(program))
}
