//! Files that cannot be read or written, sorted into what can be done about it.
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::error::Error;

/// An error met while writing at a path.
pub(crate) fn writing(path: &Path, error: io::Error) -> Error {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Error::DiskFull,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Error::ReadOnly,
        _ => reading(path, error),
    }
}

/// An error met while reading at a path.
pub(crate) fn reading(path: &Path, error: io::Error) -> Error {
    Error::Io { path: path.to_path_buf(), source: error }
}
