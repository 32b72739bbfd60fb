//! The schema's history: an append-only list of steps. A new file runs them all, an old file the rest (storage.md, 2).
use rusqlite::Connection;
use rusqlite::config::DbConfig;

use super::sql;
use crate::error::{Damage, Error, Result};

/// "VTRD": what says that a SQLite file is ours.
pub(crate) const APPLICATION_ID: i32 = 0x5654_5244;

/// One step of the schema's history. A released step is never edited.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Step {
    pub(crate) sql: &'static str,
    /// The oldest schema version whose program can read the file after this step.
    pub(crate) minsta_lasversion: i32,
    /// The step changes rows of the plan: it ends with a checkpoint, where replay starts from then on.
    pub(crate) writes_data: bool,
}

/// Step *n* takes a file from version *n* to *n* + 1.
pub(crate) const STEPS: &[Step] = &[
    Step { sql: include_str!("../../schema/001.sql"), minsta_lasversion: 1, writes_data: false },
    Step { sql: include_str!("../../schema/002.sql"), minsta_lasversion: 2, writes_data: false },
];

/// The version that a list of steps leads to.
pub(crate) fn version(steps: &[Step]) -> i32 {
    steps.len() as i32
}

/// Builds the schema in an empty file, in one transaction.
pub(crate) fn build(conn: &Connection, steps: &[Step]) -> Result<()> {
    let build = sql::build(steps.iter().map(|s| s.sql), version(steps), APPLICATION_ID);
    with_schema_open(conn, || Ok(conn.execute_batch(&build)?))?;
    if let Some(step) = steps.last() {
        conn.execute(sql::SET_FILE_INFO, ("minsta_lasversion", step.minsta_lasversion.to_string()))?;
    }
    Ok(())
}

/// Takes a file from version `from` to the newest, all or nothing. `finish` runs before the commit when rows were
/// changed. The log triggers must not be installed yet.
pub(crate) fn migrate(
    conn: &Connection,
    steps: &[Step],
    from: i32,
    finish: impl FnOnce() -> Result<()>,
) -> Result<()> {
    let rest = usize::try_from(from).ok().and_then(|from| steps.get(from..)).unwrap_or_default();
    let Some(last) = rest.last() else {
        return Ok(());
    };
    conn.execute_batch(sql::FOREIGN_KEYS_OFF)?;
    conn.execute_batch(sql::BEGIN_EXCLUSIVE)?;
    let done = (|| {
        with_schema_open(conn, || Ok(rest.iter().try_for_each(|step| conn.execute_batch(step.sql))?))?;
        check(conn)?;
        conn.execute(sql::SET_FILE_INFO, ("minsta_lasversion", last.minsta_lasversion.to_string()))?;
        conn.execute_batch(&sql::set_version(version(steps)))?;
        if rest.iter().any(|step| step.writes_data) {
            finish()?;
        }
        conn.execute_batch(sql::COMMIT)?;
        Ok(())
    })();
    if done.is_err() && !conn.is_autocommit() {
        let _ = conn.execute_batch(sql::ROLLBACK);
    }
    conn.execute_batch(sql::FOREIGN_KEYS_ON)?;
    done
}

/// A step may rewrite a table's text where its rows stay as they are: the only time that SQLite's guard is down.
fn with_schema_open(conn: &Connection, steps: impl FnOnce() -> Result<()>) -> Result<()> {
    let guard = DbConfig::SQLITE_DBCONFIG_DEFENSIVE;
    let guarded = conn.db_config(guard)?;
    conn.set_db_config(guard, false)?;
    let done = steps();
    conn.set_db_config(guard, guarded)?;
    done
}

fn check(conn: &Connection) -> Result<()> {
    let broken: i64 = conn.query_row(sql::FOREIGN_KEY_COUNT, [], |r| r.get(0))?;
    let words: String = conn.query_row(sql::INTEGRITY_CHECK_ONE, [], |r| r.get(0))?;
    if broken > 0 {
        return Err(Error::Damaged(Damage::Content(format!("foreign keys broken: {broken}"))));
    }
    if words != "ok" {
        return Err(Error::Damaged(Damage::Content(words)));
    }
    Ok(())
}
