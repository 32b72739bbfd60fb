//! Whether the file that is open still lies where it was opened: a stick that was pulled out, a folder that was moved.
//! Without this a system may take writes into a file that no longer has a name, and lose them.
use std::fs;
use std::path::{Path, PathBuf};

/// The file as it was at opening.
pub(crate) struct Place {
    path: PathBuf,
    identity: Option<Identity>,
}

/// Device and number on the device; not every system tells.
type Identity = (u64, u64);

impl Place {
    /// The file that lies there now.
    pub(crate) fn of(path: &Path) -> Place {
        Place { path: path.to_owned(), identity: identity(path).flatten() }
    }

    /// False when nothing lies there, or another file does.
    pub(crate) fn holds(&self) -> bool {
        identity(&self.path).is_some_and(|now| now == self.identity)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

/// `None`: there is no file.
#[cfg(unix)]
fn identity(path: &Path) -> Option<Option<Identity>> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(path).ok().map(|about| Some((about.dev(), about.ino())))
}

/// An open file cannot be moved or replaced here: it is enough that it is there.
#[cfg(not(unix))]
fn identity(path: &Path) -> Option<Option<Identity>> {
    fs::metadata(path).ok().map(|_| None)
}
