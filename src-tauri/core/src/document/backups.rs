//! The backups that lie in a folder, read from their names alone: `namn.identitet.tid.vplan`.
//! Opens none of them; that is for the one who wants to know what a backup holds.
use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;

use super::backup::{TIME, short};
use super::{Document, opening};
use crate::error::Result;

/// A backup in its folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    pub path: PathBuf,
    /// The name of the document it was made from, without its ending.
    pub stem: String,
    /// The end of the document's identity.
    pub id: String,
    /// UTC.
    pub at: NaiveDateTime,
}

/// The backups of a document, newest first: by its identity when that is known, else by its name.
pub fn backups_of(folder: &Path, document: &Path, fil_id: Option<&str>) -> Vec<Backup> {
    let stem = document.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut backups: Vec<Backup> = entries
        .flatten()
        .filter_map(|entry| backup_at(&entry.path()))
        .filter(|backup| fil_id.map_or(backup.stem == stem, |id| backup.id == short(id)))
        .collect();
    backups.sort_by(|a, b| (b.at, &b.path).cmp(&(a.at, &a.path)));
    backups
}

/// What a backup's name says; `None` for the name of another file.
pub fn backup_at(path: &Path) -> Option<Backup> {
    let name = path.file_name()?.to_str()?.strip_suffix(".vplan")?;
    let (rest, time) = name.rsplit_once('.')?;
    let (stem, id) = rest.rsplit_once('.')?;
    // Two of the same second: the later one has a number after its time.
    let at = NaiveDateTime::parse_from_str(time.get(..15)?, TIME).ok()?;
    let known = id.len() == 8 && id.bytes().all(|byte| byte.is_ascii_hexdigit());
    known.then(|| Backup { path: path.to_owned(), stem: stem.to_owned(), id: id.to_owned(), at })
}

impl Document {
    /// The file's identity, the same in all its copies.
    pub fn fil_id(&self) -> Result<String> {
        Ok(opening::file_info(self.read(), "fil_id")?.unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_name_tells_what_the_backup_is_of() {
        let of = |name: &str| backup_at(Path::new(name)).map(|b| (b.stem, b.id, b.at.to_string()));
        let wanted = ("plan 1.2".to_owned(), "0a1b2c3d".to_owned(), "2026-10-31 08:15:00".to_owned());
        assert_eq!(of("plan 1.2.0a1b2c3d.20261031-081500.vplan"), Some(wanted.clone()));
        assert_eq!(of("plan 1.2.0a1b2c3d.20261031-081500-2.vplan"), Some(wanted));
        for other in ["plan.vplan", "plan.0a1b2c3d.vplan", "plan.0a1b2c3d.20261031.vplan", "a.b.c.vplan"] {
            assert_eq!(of(other), None, "{other}");
        }
    }
}
