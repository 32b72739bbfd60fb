//! The bytes of decided files: insert-only, found by their SHA-256, checked each time they are taken out.
use rusqlite::OptionalExtension;
use sha2::{Digest, Sha256};

use super::{Document, Tx, chain, sql};
use crate::error::{Damage, Error, Result};

impl Document {
    /// Stores bytes inside a change set and gives their SHA-256 (64 hex letters). The same bytes are stored once.
    pub fn archive_put(tx: &Tx<'_>, bytes: &[u8]) -> Result<String> {
        let sha256 = chain::hex(&Sha256::digest(bytes));
        tx.prepare_cached(sql::ARCHIVE_PUT)?.execute((&sha256, bytes))?;
        tx.mark_archived();
        Ok(sha256)
    }

    /// The bytes with this SHA-256. Damaged when they are gone or no longer have it.
    pub fn archive_get(&self, sha256: &str) -> Result<Vec<u8>> {
        let bytes: Option<Vec<u8>> =
            self.conn.prepare_cached(sql::ARCHIVE_GET)?.query_row([sha256], |r| r.get(0)).optional()?;
        bytes
            .filter(|bytes| chain::hex(&Sha256::digest(bytes)) == sha256)
            .ok_or_else(|| Error::Damaged(Damage::Content(format!("arkivfil {sha256}"))))
    }

    /// The SHA-256 of every archived file, in order.
    pub fn archived(&self) -> Result<Vec<String>> {
        let mut statement = self.conn.prepare_cached(sql::ARCHIVE_LIST)?;
        let rows = statement.query_map([], |r| r.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
