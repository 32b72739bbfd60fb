//! The lock file beside the document, `namn.vplan.las`: held open as long as the document is open for writing.
//! It tells other programs, and through them people, who has the file. A lock that can be taken is stale.
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use super::failure;
use crate::error::{Error, LockHolder, Result};

/// A held lock; given up, and its file removed, when dropped.
pub(crate) struct LockFile {
    path: PathBuf,
    file: Option<File>,
}

/// A lock file removed by its holder between our opening and locking it is tried again so many times.
const TRIES: usize = 10;

/// Where the lock file of a document lies.
pub(crate) fn path_of(document: &Path) -> PathBuf {
    let mut name = document.as_os_str().to_owned();
    name.push(".las");
    PathBuf::from(name)
}

/// Who says to hold the document's lock, when that can be read.
pub(crate) fn holder(document: &Path) -> Option<LockHolder> {
    let mut text = String::new();
    File::open(path_of(document)).ok()?.read_to_string(&mut text).ok()?;
    serde_json::from_str(&text).ok()
}

impl LockFile {
    /// Takes the lock, or says who has it.
    pub(crate) fn take(document: &Path, holder_now: &LockHolder) -> Result<LockFile> {
        let path = path_of(document);
        for _ in 0..TRIES {
            let mut file = match open_alone(&path) {
                Ok(Some(file)) => file,
                Ok(None) => return Err(Error::Locked { by: holder(document) }),
                Err(error) => return Err(failure::writing(&path, error)),
            };
            if is_at(&file, &path) {
                // A full disk must not keep anyone from opening: the lock holds without its text.
                let _ = write_holder(&mut file, holder_now);
                return Ok(LockFile { path, file: Some(file) });
            }
        }
        Err(Error::Locked { by: holder(document) })
    }
}

impl Drop for LockFile {
    fn drop(&mut self) {
        // Unix removes while the lock is held, so that nobody can take a file that is about to go.
        if cfg!(unix) {
            let _ = fs::remove_file(&self.path);
        }
        self.file = None;
        if !cfg!(unix) {
            let _ = fs::remove_file(&self.path);
        }
    }
}

fn write_holder(file: &mut File, holder: &LockHolder) -> io::Result<()> {
    let text = serde_json::to_vec(holder)?;
    file.set_len(0)?;
    file.rewind()?;
    file.write_all(&text)
}

/// `None` when another program holds it.
#[cfg(not(windows))]
fn open_alone(path: &Path) -> io::Result<Option<File>> {
    let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(fs::TryLockError::WouldBlock) => Ok(None),
        Err(fs::TryLockError::Error(error)) => Err(error),
    }
}

/// `None` when another program holds it. Windows' own locks would also keep readers out: sharing only reads does not.
#[cfg(windows)]
fn open_alone(path: &Path) -> io::Result<Option<File>> {
    use std::os::windows::fs::OpenOptionsExt;
    const SHARE_READ: u32 = 1;
    const SHARING_VIOLATION: i32 = 32;
    let opened = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .share_mode(SHARE_READ)
        .open(path);
    match opened {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.raw_os_error() == Some(SHARING_VIOLATION) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether the opened file is still the one at the path.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::metadata(path)) {
        (Ok(ours), Ok(there)) => (ours.dev(), ours.ino()) == (there.dev(), there.ino()),
        _ => false,
    }
}

/// An open file cannot be removed here.
#[cfg(not(unix))]
fn is_at(_file: &File, _path: &Path) -> bool {
    true
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    fn someone() -> LockHolder {
        LockHolder {
            vem: "Controller".to_owned(),
            machine: "provdator".to_owned(),
            at: "2026-10-01T08:00:00Z".to_owned(),
        }
    }

    #[test]
    fn the_second_is_told_who_has_it_and_may_have_it_after() {
        let folder = tempfile::tempdir().unwrap();
        let document = folder.path().join("plan.vplan");
        let first = LockFile::take(&document, &someone()).unwrap();
        let refused = LockFile::take(&document, &someone());
        assert!(matches!(refused, Err(Error::Locked { by: Some(by) }) if by == someone()));
        drop(first);
        assert!(!path_of(&document).exists());
        LockFile::take(&document, &someone()).unwrap();
    }

    #[test]
    fn a_lock_file_that_nobody_holds_is_stale() {
        let folder = tempfile::tempdir().unwrap();
        let document = folder.path().join("plan.vplan");
        fs::write(path_of(&document), "inte json, och mycket längre än det som sedan skrivs dit av nästa")
            .unwrap();
        let _held = LockFile::take(&document, &someone()).unwrap();
        assert_eq!(holder(&document), Some(someone()));
    }
}
