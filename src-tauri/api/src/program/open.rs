//! Opening and closing: the one file the program has open. What cannot be opened leaves the open one as it is.
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, Utc};
use plan_core::document::{Access, Document};

use super::settings::Known;
use super::words::Plannamn;
use super::{Fil, LetaUpp, Open, Program, Programbild, SlapptFil, natverk, state, words};
use crate::blocking::blocking;
use crate::error::{Error, UiError};
use crate::files;
use crate::import::decode;
use crate::requests::Inget;
use crate::session::Session;
use crate::watch::Watch;

/// The ending of a plan's name.
const ENDING: &str = "vplan";

/// Opens a file for writing, alone.
pub(super) async fn open_plan(program: &Program, request: Fil) -> Result<Programbild, UiError> {
    open_path(program, &request.fil).await?;
    Ok(state::picture(program))
}

/// Opens a recent file in the place where it was found; what was remembered of it follows.
pub(super) async fn open_moved(program: &Program, request: LetaUpp) -> Result<Programbild, UiError> {
    open_path(program, &request.ny).await?;
    let new = absolute(&request.ny);
    program.set(|settings| {
        let old = settings.filer.iter().position(|known| known.fil == request.fil && known.fil != new);
        let Some(old) = old.map(|place| settings.filer.remove(place)) else { return };
        if let Some(known) = settings.known_mut(&new) {
            known.plats = old.plats;
        }
    });
    Ok(state::picture(program))
}

/// A copy of a file that is open elsewhere, or may not be written, beside the person's own plans.
pub(super) async fn open_copy(program: &Program, request: Fil, watch: Watch) -> Result<Programbild, UiError> {
    let from = absolute(&request.fil);
    let stem = from.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let to = copy_of(program, from, format!("{stem} (kopia)"), &watch).await?;
    open_path(program, &to).await?;
    Ok(state::picture(program))
}

/// A dropped file without a path: put beside the person's own plans, when it is a plan.
pub(super) async fn open_bytes(program: &Program, request: SlapptFil) -> Result<Programbild, UiError> {
    let environment = program.environment(None);
    let folder = program.around().planer_dir.clone();
    let written = blocking(move || {
        let bytes = decode(&request.bytes).ok_or(Error::BadRequest("base64".to_owned()))?;
        let trial = tempfile::tempdir().map_err(|source| at(&folder, source))?;
        let tried = trial.path().join("plan.vplan");
        std::fs::write(&tried, &bytes).map_err(|source| at(&tried, source))?;
        Document::open(&tried, Access::ReadOnly, environment)?.close()?;
        files::write_new(&folder, &plain_name(&request.namn), &bytes)
    });
    let written = written.await?;
    open_path(program, &written.path).await?;
    Ok(state::picture(program))
}

/// Back to the start screen.
pub(super) async fn close_plan(program: &Program, _request: Inget) -> Result<Programbild, UiError> {
    close(program).await?;
    Ok(state::picture(program))
}

/// Closes the open file, if any.
pub(super) async fn close(program: &Program) -> Result<(), UiError> {
    let _one_at_a_time = program.inner.changing.lock().await;
    let open = program.open().take();
    match open {
        Some(open) => open.session.close().await,
        None => Ok(()),
    }
}

/// Opens the file; only when that went well is the one that was open closed.
pub(super) async fn open_path(program: &Program, fil: &Path) -> Result<(), UiError> {
    let _one_at_a_time = program.inner.changing.lock().await;
    let fil = absolute(fil);
    if program.open().as_ref().is_some_and(|open| open.fil == fil) {
        return Ok(());
    }
    let vem = program.settings().known(&fil).and_then(|known| known.vem.clone());
    let vem = vem.or_else(|| program.around().vem.clone());
    let opened = Session::open_raw(&fil, Access::ReadWrite, program.environment(vem.clone())).await;
    let session = opened.map_err(|error| words::not_opened(error, program.now()))?;
    let namn = Plannamn::read(&session).await?;
    let saved = last_written(&fil).map(|at| at.with_timezone(program.now().offset()));
    remember(program, &fil, &namn, vem.clone());
    let is_remote = natverk::is_remote(&fil);
    let before = program.open().replace(Open { session, fil, namn, saved, vem, is_remote });
    if let Some(before) = before {
        // Everything acknowledged is on disk already; a file that has gone cannot be put in order.
        let _ = before.session.close().await;
    }
    Ok(())
}

/// A whole and verified copy of a file, under a free name among the person's own plans.
pub(super) async fn copy_of(
    program: &Program,
    from: PathBuf,
    name: String,
    watch: &Watch,
) -> Result<PathBuf, UiError> {
    copy_to(program, from, program.around().planer_dir.clone(), name, watch).await
}

/// As [`copy_of`], in another folder.
pub(super) async fn copy_to(
    program: &Program,
    from: PathBuf,
    folder: PathBuf,
    name: String,
    watch: &Watch,
) -> Result<PathBuf, UiError> {
    let follow = watch.copying();
    let environment = program.environment(None);
    let copied = blocking(move || {
        let mut document = Document::open(&from, Access::ReadOnly, environment)?;
        let to = free(&folder, &name)?;
        document.save_copy(&to, &follow)?;
        document.close()?;
        Ok(to)
    });
    Ok(copied.await?)
}

/// A path in the folder that is not taken: "namn.vplan", "namn (2).vplan" … The folder is made when it is missing.
pub(super) fn free(folder: &Path, stem: &str) -> Result<PathBuf, Error> {
    std::fs::create_dir_all(folder).map_err(|source| at(folder, source))?;
    let named = |n: u32| match n {
        1 => folder.join(format!("{stem}.{ENDING}")),
        n => folder.join(format!("{stem} ({n}).{ENDING}")),
    };
    (1..1_000)
        .map(named)
        .find(|path| path.symlink_metadata().is_err())
        .ok_or_else(|| at(folder, ErrorKind::AlreadyExists.into()))
}

/// Letters that some system does not take in a name are hyphens, and the ending is a plan's.
pub(super) fn plain_name(name: &str) -> String {
    let stem = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = stem.strip_suffix(".vplan").unwrap_or(stem);
    let plain = |letter: char| letter.is_control() || r#"/\:*?"<>|"#.contains(letter);
    let stem: String = stem.chars().map(|c| if plain(c) { '-' } else { c }).take(100).collect();
    match stem.trim_matches(['.', ' ']) {
        "" => format!("Plan.{ENDING}"),
        stem => format!("{stem}.{ENDING}"),
    }
}

pub(super) fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

pub(super) fn at(path: &Path, source: std::io::Error) -> Error {
    Error::File { path: path.to_owned(), source }
}

fn remember(program: &Program, fil: &Path, namn: &Plannamn, vem: Option<String>) {
    let at = program.now();
    program.set(|settings| {
        settings.remember(Known {
            fil: fil.to_owned(),
            namn: namn.namn.clone(),
            rubrik: namn.rubrik.clone(),
            at,
            vem,
            plats: serde_json::Value::Null,
            dold: false,
        });
    });
}

fn last_written(fil: &Path) -> Option<DateTime<FixedOffset>> {
    let written = std::fs::metadata(fil).and_then(|about| about.modified()).ok()?;
    Some(DateTime::<Utc>::from(written).fixed_offset())
}
