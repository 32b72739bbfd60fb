//! Copies of the whole file: one for a person to keep or send, and the backups the program keeps itself.
use std::path::PathBuf;

use plan_core::document::Document;
use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::requests::{Inget, SaveCopy};

/// A backup that was made.
#[derive(Debug, Serialize, TS)]
pub struct Sakerhetskopia {
    /// Where it lies; `None` where no backups are kept.
    pub fil: Option<PathBuf>,
    /// Why the backup before today's first change could not be made.
    pub fel: Option<String>,
}

/// Writes a whole and verified copy; never over an existing file.
pub(crate) fn save_copy(document: &mut Document, request: &SaveCopy) -> Result<Inget, Error> {
    document.save_copy(&request.till)?;
    Ok(Inget {})
}

/// Makes a backup now.
pub(crate) fn backup(document: &mut Document) -> Result<Sakerhetskopia, Error> {
    let earlier = document.take_backup_failure().map(|error| crate::UiError::from(error).message);
    Ok(Sakerhetskopia { fil: document.backup()?, fel: earlier })
}
