//! A copy in the temporary folder, for files that may not be written where they lie: opened for writing there, since
//! SQLite forgets CHECK constraints on a read-only connection (storage.md, 1). Gone when the document is closed.
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};
use uuid::Uuid;

use super::{failure, sql};
use crate::error::Result;

/// The copy's file, removed when dropped.
pub(crate) struct PrivateCopy {
    path: PathBuf,
}

impl PrivateCopy {
    /// Copies the document and, when a crash left one, its journal.
    pub(crate) fn of(document: &Path, id: Uuid) -> Result<PrivateCopy> {
        let path = std::env::temp_dir().join(format!("roda-traden-{}.vplan", id.simple()));
        let copy = PrivateCopy { path };
        let _reading = hold_still(document);
        copy_file(document, &copy.path)?;
        let journal = beside(document, "-journal");
        if fs::metadata(&journal).is_ok_and(|about| about.len() > 0) {
            copy_file(&journal, &beside(&copy.path, "-journal"))?;
        }
        Ok(copy)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for PrivateCopy {
    fn drop(&mut self) {
        for path in [beside(&self.path, "-journal"), self.path.clone()] {
            let _ = fs::remove_file(path);
        }
    }
}

/// A file beside another, as SQLite names them.
pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// A shared lock for the time of the copying, where one can be had, so that no half write is copied.
fn hold_still(document: &Path) -> Option<Connection> {
    let conn = Connection::open_with_flags(document, OpenFlags::SQLITE_OPEN_READ_ONLY).ok()?;
    conn.busy_timeout(std::time::Duration::from_secs(5)).ok()?;
    conn.execute_batch(sql::HOLD_STILL).ok()?;
    Some(conn)
}

fn copy_file(from: &Path, to: &Path) -> Result<()> {
    let mut source = File::open(from).map_err(|e| failure::reading(from, e))?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut target = options.open(to).map_err(|e| failure::writing(to, e))?;
    io::copy(&mut source, &mut target).map_err(|e| failure::writing(to, e))?;
    Ok(())
}
