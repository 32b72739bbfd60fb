//! The archived files: each has the hash it is known by, and each that a report names is there.
use sha2::{Digest, Sha256};

use super::Check;
use crate::document::Document;
use crate::document::chain::hex;
use crate::error::Result;
use crate::historik::{Finding, Part, sql};

pub(super) fn check(document: &Document, check: &mut Check<'_>) -> Result<()> {
    let conn = document.read();
    let total: i64 = conn.query_row(sql::ARCHIVE_COUNT, [], |r| r.get(0))?;
    let mut files = conn.prepare(sql::ARCHIVE_ALL)?;
    let mut files = files.query([])?;
    let mut done = 0;
    while let Some(file) = files.next()? {
        check.at(Part::Archive, done, total as u64)?;
        let sha256: String = file.get(0)?;
        let bytes = file.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?;
        if hex(&Sha256::digest(bytes)) != sha256 {
            check.found(Finding::Archive { sha256 });
        }
        done += 1;
    }
    let mut missing = conn.prepare(sql::ARCHIVE_MISSING)?;
    let missing = missing.query_map([], |r| r.get(0))?;
    for sha256 in missing {
        check.found(Finding::Archive { sha256: sha256? });
    }
    check.at(Part::Archive, done, total as u64)
}
