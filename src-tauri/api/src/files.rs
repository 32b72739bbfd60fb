//! Writing files for people: all of it or nothing, never over another file, names that every system takes.
//! Knows nothing of what the bytes are.
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::error::Error;

/// Where the bytes ended up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) path: PathBuf,
    /// The name asked for was taken, so the next free one was used.
    pub(crate) renamed: bool,
}

/// How many names are tried: "namn.pdf", "namn (2).pdf" …
const MAX_NAMES: u32 = 1_000;

/// Writes the bytes beside the target, flushes them to the disk and moves them into place. A file that already
/// holds exactly these bytes is left as it is; any other is never touched: the next free name is taken.
pub(crate) fn write_new(folder: &Path, name: &str, bytes: &[u8]) -> Result<Written, Error> {
    write(folder, name, bytes, |_| false)
}

/// As [`write_new`], in the place of a file of that name that the person has said may go: replaced whole, never written
/// in. One that is write-protected or open in another program stays, and the next free name is taken.
pub(crate) fn write_over(folder: &Path, name: &str, bytes: &[u8]) -> Result<Written, Error> {
    write(folder, name, bytes, |path| may_go(path, name))
}

fn write(folder: &Path, name: &str, bytes: &[u8], may_go: impl Fn(&Path) -> bool) -> Result<Written, Error> {
    if !is_plain(name) {
        return Err(Error::StoredReport(format!("file name {name:?}")));
    }
    make_folder(folder)?;
    if fs::read(folder.join(name)).is_ok_and(|there| there == bytes) {
        return Ok(Written { path: folder.join(name), renamed: false });
    }
    let mut temp = temp_in(folder)?;
    temp.write_all(bytes).and_then(|()| temp.as_file().sync_all()).map_err(|source| at(folder, source))?;
    for attempt in 1..=MAX_NAMES {
        let path = folder.join(numbered(name, attempt));
        let moved = match attempt == 1 && may_go(&path) {
            true => temp.persist(&path),
            false => temp.persist_noclobber(&path),
        };
        match moved {
            Ok(_) => {
                sync_folder(folder);
                return Ok(Written { path, renamed: attempt > 1 });
            }
            Err(refused) if path.symlink_metadata().is_ok() => temp = refused.file,
            Err(refused) => return Err(at(&path, refused.error)),
        }
    }
    Err(at(&folder.join(name), ErrorKind::AlreadyExists.into()))
}

/// An ordinary file, not write-protected, and without the mark that LibreOffice or Excel puts beside one it has open.
fn may_go(path: &Path, name: &str) -> bool {
    let is_open = [format!(".~lock.{name}#"), format!("~${name}")]
        .iter()
        .any(|mark| path.with_file_name(mark).exists());
    !is_open && path.symlink_metadata().is_ok_and(|there| there.is_file() && !there.permissions().readonly())
}

/// Makes the folder and tries it, before anything is done that the files in it are the proof of.
pub(crate) fn try_folder(folder: &Path) -> Result<(), Error> {
    make_folder(folder)?;
    temp_in(folder).map(drop)
}

fn make_folder(folder: &Path) -> Result<(), Error> {
    fs::create_dir_all(folder).map_err(|source| match source.kind() {
        // What is there already is no folder.
        ErrorKind::AlreadyExists => at(folder, ErrorKind::NotADirectory.into()),
        _ => at(folder, source),
    })
}

/// A name and nothing that leads out of the folder, on any system: names come out of files that others have had.
fn is_plain(name: &str) -> bool {
    !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', ':', '\0'])
}

/// SHA-256 as hex: what `arkivfil` and the command line name a file's content by.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A name for paper: lower-case ASCII letters, digits and hyphens, as every file system and mail programme takes it.
pub(crate) fn file_name(parts: &[&str], extension: &str) -> String {
    const MAX: usize = 120;
    let words: Vec<String> = parts.iter().map(|part| ascii_word(part)).filter(|w| !w.is_empty()).collect();
    let mut stem = words.join("-");
    stem.truncate(MAX);
    format!("{}.{extension}", stem.trim_end_matches('-'))
}

fn ascii_word(text: &str) -> String {
    let mut word = String::new();
    for letter in text.to_lowercase().chars() {
        match letter {
            'å' | 'ä' | 'à' | 'á' | 'æ' => word.push('a'),
            'ö' | 'ø' | 'ó' => word.push('o'),
            'é' | 'è' | 'ë' => word.push('e'),
            'ü' | 'ú' => word.push('u'),
            'a'..='z' | '0'..='9' => word.push(letter),
            _ if word.ends_with('-') => {}
            _ => word.push('-'),
        }
    }
    word.trim_matches('-').to_owned()
}

fn numbered(name: &str, attempt: u32) -> String {
    match (attempt, name.rsplit_once('.')) {
        (1, _) => name.to_owned(),
        (n, Some((stem, extension))) => format!("{stem} ({n}).{extension}"),
        (n, None) => format!("{name} ({n})"),
    }
}

fn temp_in(folder: &Path) -> Result<tempfile::NamedTempFile, Error> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".roda-traden-");
    #[cfg(unix)]
    {
        // As any new file of the user: the umask decides, not tempfile's private 0600.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder).map_err(|source| at(folder, source))
}

/// Makes the new name survive a power cut. Not every system can, and the file itself is already safe.
fn sync_folder(folder: &Path) {
    if let Ok(handle) = fs::File::open(folder) {
        let _ = handle.sync_all();
    }
}

fn at(path: &Path, source: std::io::Error) -> Error {
    Error::File { path: path.to_owned(), source }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_name_is_ascii_and_keeps_its_meaning() {
        let name = file_name(&["manadsrapport", "2026-10", "Vård- och omsorgsnämnden"], "pdf");
        assert_eq!(name, "manadsrapport-2026-10-vard-och-omsorgsnamnden.pdf");
        assert_eq!(file_name(&["a", "../..\\: *", "b"], "pdf"), "a-b.pdf");
    }

    #[test]
    fn a_taken_name_is_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let first = write_new(folder.path(), "r.pdf", b"one").unwrap();
        let second = write_new(folder.path(), "r.pdf", b"two").unwrap();
        assert_eq!(fs::read(&first.path).unwrap(), b"one");
        assert_eq!(second.path.file_name().unwrap(), "r (2).pdf");
        assert!(second.renamed && !first.renamed);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "a temporary file was left behind");
    }

    #[test]
    fn a_file_that_may_go_is_replaced_whole_unless_it_is_protected_or_open() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("r.xlsx");
        let write = |bytes: &[u8]| write_over(folder.path(), "r.xlsx", bytes).unwrap();
        let free = Written { path: path.clone(), renamed: false };
        assert_eq!(write(b"one"), free);
        let reader = fs::File::open(&path).unwrap();
        assert_eq!(write(b"two"), free);
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(std::io::read_to_string(reader).unwrap(), "one", "the old file was written in");

        fs::write(folder.path().join(".~lock.r.xlsx#"), "").unwrap();
        assert!(write(b"three").path.ends_with("r (2).xlsx"));
        fs::remove_file(folder.path().join(".~lock.r.xlsx#")).unwrap();

        let mut protected = fs::metadata(&path).unwrap().permissions();
        protected.set_readonly(true);
        fs::set_permissions(&path, protected).unwrap();
        assert!(write(b"four").path.ends_with("r (3).xlsx"));
        assert_eq!(fs::read(&path).unwrap(), b"two");
    }

    #[test]
    fn no_name_leads_out_of_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("ut");
        for name in ["../r.pdf", "/r.pdf", "..", "a/b.pdf", "C:r.pdf", "a\\b.pdf", ""] {
            assert!(matches!(write_new(&inner, name, b"one"), Err(Error::StoredReport(_))), "{name}");
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn the_same_bytes_are_written_once() {
        let folder = tempfile::tempdir().unwrap();
        let first = write_new(folder.path(), "r.pdf", b"one").unwrap();
        assert_eq!(write_new(folder.path(), "r.pdf", b"one").unwrap(), first);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_in_the_folders_place_is_an_error_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("inte-en-mapp");
        fs::write(&file, b"x").unwrap();
        assert!(write_new(&file, "r.pdf", b"one").is_err());
        assert_eq!(fs::read(&file).unwrap(), b"x");
    }
}
