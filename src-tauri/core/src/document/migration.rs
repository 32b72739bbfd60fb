//! The schema's history: an append-only list of steps. A new file runs them all, an old file the rest (storage.md, 2).
use rusqlite::Connection;

use super::sql;
use crate::error::Result;

/// "VTRD": what says that a SQLite file is ours.
pub(crate) const APPLICATION_ID: i32 = 0x5654_5244;

/// Step *n* takes a file from version *n* to *n* + 1.
pub(crate) const STEPS: &[&str] = &[include_str!("../../schema/001.sql")];

/// Builds the schema in an empty file.
pub(crate) fn build(conn: &Connection) -> Result<()> {
    conn.execute_batch(&sql::build(STEPS, APPLICATION_ID))?;
    Ok(())
}
