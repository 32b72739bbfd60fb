//! Copies of the whole file: one for a person to keep or send, and the backups the program keeps itself.
use std::path::PathBuf;

use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::program::natverk;
use crate::requests::{Inget, SaveCopy};
use crate::session::Session;
use crate::watch::Watch;

/// A backup that was made.
#[derive(Debug, Serialize, TS)]
pub struct Sakerhetskopia {
    /// Where it lies; `None` where no backups are kept.
    pub fil: Option<PathBuf>,
    /// Why the backup before today's first change could not be made.
    pub fel: Option<String>,
}

/// A copy that was saved.
#[derive(Debug, Serialize, TS)]
pub struct Kopia {
    /// That it lies on a network share; empty where it does not, as far as that can be told.
    pub natverk: &'static str,
}

/// Writes a whole and verified copy; over an existing file only when the person has said so.
pub(crate) async fn save_copy(session: Session, request: SaveCopy, watch: Watch) -> Result<Kopia, Error> {
    let SaveCopy { till, ersatt } = request;
    let follow = watch.copying();
    let saved = till.clone();
    session
        .on(move |document| match ersatt {
            true => Ok(document.save_copy_over(&till, &follow)?),
            false => Ok(document.save_copy(&till, &follow)?),
        })
        .await?;
    Ok(Kopia { natverk: if natverk::is_remote(&saved) { natverk::COPY_SAID } else { "" } })
}

/// Makes a backup now.
pub(crate) async fn backup(session: Session, _request: Inget, watch: Watch) -> Result<Sakerhetskopia, Error> {
    let follow = watch.copying();
    session
        .on(move |document| {
            let earlier = document.take_backup_failure().map(|error| crate::UiError::from(error).message);
            Ok(Sakerhetskopia { fil: document.backup(&follow)?, fel: earlier })
        })
        .await
}
