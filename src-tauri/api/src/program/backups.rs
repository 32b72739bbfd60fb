//! The backups the program keeps: what each holds, and taking one back. A backup is never put over a file: it becomes
//! a new file beside the plan, so the way back is to open the old one again.
use std::path::Path;

use chrono::{DateTime, FixedOffset};
use plan_core::document::{Access, Backup, Document, Environment, backups_of};
use plan_report::format;

use super::open::{absolute, at, copy_of, copy_to, open_path};
use super::{Fil, Kopiebild, Program, Programbild, Sakerhetskopior, ValdFil, state, words};
use crate::blocking::blocking;
use crate::error::{Error, UiError};
use crate::history;
use crate::watch::Watch;

/// The backups of the open file, or of one that cannot be opened, newest first.
pub(super) async fn list_sakerhetskopia(
    program: &Program,
    request: ValdFil,
) -> Result<Sakerhetskopior, UiError> {
    let Some(folder) = program.around().backup_dir.clone() else {
        return Ok(Sakerhetskopior { mapp: None, kopior: vec![] });
    };
    let open = program.open().as_ref().map(|open| (open.fil.clone(), open.session.clone()));
    let (fil, id) = match (request.fil.map(|fil| absolute(&fil)), open) {
        (Some(fil), Some((own, _))) if fil != own => (fil, None),
        (_, Some((own, session))) => (own, Some(session.on(|document| Ok(document.fil_id()?)).await?)),
        (Some(fil), None) => (fil, None),
        (None, None) => return Err(Error::NoPlan.into()),
    };
    let mapp = words::folder(&folder, program.around().home.as_deref());
    let (program, now) = (program.clone(), program.now());
    let found = blocking(move || {
        let kopior = backups_of(&folder, &fil, id.as_deref());
        Ok(kopior.iter().map(|kopia| look(&program, kopia, now)).collect())
    });
    Ok(Sakerhetskopior { mapp: Some(mapp), kopior: found.await? })
}

/// The backup as a new file where the plan lies (else among the person's own plans), opened.
pub(super) async fn restore_sakerhetskopia(
    program: &Program,
    request: Fil,
    watch: Watch,
) -> Result<Programbild, UiError> {
    let from = absolute(&request.fil);
    let folder = program.around().backup_dir.clone().unwrap_or_default();
    let Some(kopia) = plan_core::document::backup_at(&from).filter(|_| from.starts_with(&folder)) else {
        return Err(at(&from, std::io::ErrorKind::NotFound.into()).into());
    };
    let time = local(&kopia, program.now()).format("%Y-%m-%d %H.%M");
    let name = format!("{} (återställd {time})", kopia.stem);
    let beside = program.open().as_ref().and_then(|open| open.fil.parent().map(Path::to_owned));
    let fil = match beside.filter(|folder| folder.is_dir()) {
        Some(beside) => match copy_to(program, from.clone(), beside, name.clone(), &watch).await {
            Err(_) if !watch.is_cancelled() => copy_of(program, from, name, &watch).await?,
            copied => copied?,
        },
        None => copy_of(program, from, name, &watch).await?,
    };
    open_path(program, &fil).await?;
    Ok(state::picture(program))
}

fn look(program: &Program, kopia: &Backup, now: DateTime<FixedOffset>) -> Kopiebild {
    let size = std::fs::metadata(&kopia.path).map_or(0, |about| about.len());
    let mut picture = Kopiebild {
        fil: kopia.path.clone(),
        nar: words::exactly_when(local(kopia, now), now),
        storlek: words::size(size),
        senast: String::new(),
        av: String::new(),
        innehall: String::new(),
        hel: false,
        fel: String::new(),
    };
    match read(&kopia.path, program.environment(None), now, &mut picture) {
        Ok(()) => picture.hel = true,
        Err(error) => picture.fel = UiError::from(error).message,
    }
    picture
}

fn read(
    path: &Path,
    environment: Environment,
    now: DateTime<FixedOffset>,
    picture: &mut Kopiebild,
) -> Result<(), Error> {
    let document = Document::open(path, Access::ReadOnly, environment)?;
    let one = history::ReadLog { limit: Some(1), ..history::ReadLog::default() };
    if let Some(newest) = history::read_log(&document, one)?.poster.into_iter().next() {
        let at = DateTime::parse_from_rfc3339(&newest.at).ok();
        let at = at.map(|at| words::exactly_when(at, now)).unwrap_or_default();
        picture.av = format!("{}, {at}", newest.vem);
        picture.senast = newest.rubrik;
    }
    let holds = document.holds()?;
    let counted = [
        format::antal_av(holds.mal, "mål", "mål"),
        format::antal_av(holds.uppdrag, "uppdrag", "uppdrag"),
        format::antal_av(holds.aktivitet, "aktivitet", "aktiviteter"),
        format::antal_av(holds.matetal, "mätetal", "mätetal"),
    ];
    picture.innehall = counted.join(", ");
    Ok(document.close()?)
}

fn local(kopia: &Backup, now: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    kopia.at.and_utc().with_timezone(now.offset())
}
