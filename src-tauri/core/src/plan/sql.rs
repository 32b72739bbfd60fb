//! Rows of `installning` and `verksamhetsar`.
use std::collections::BTreeMap;

use rusqlite::Connection;

use super::{Arslage, Holds, Verksamhetsar};
use crate::rows::Columns;
use crate::{Result, rows};

/// Changes when another connection has written in the file, not when this one has.
pub(crate) const DATA_VERSION: &str = "PRAGMA data_version";
const SELECT: &str = "SELECT key, value FROM installning ORDER BY key";
const UPSERT: &str = "INSERT INTO installning (key, value) VALUES (?1, ?2)
  ON CONFLICT DO UPDATE SET value = excluded.value WHERE value <> excluded.value";
const DELETE: &str = "DELETE FROM installning WHERE key = ?1";
const SELECT_YEAR: &str = "SELECT year, state FROM verksamhetsar ORDER BY year";
const STATE: &str = "SELECT state FROM verksamhetsar WHERE year = ?1";
const UPSERT_YEAR: &str = "INSERT INTO verksamhetsar (year, state) VALUES (?1, ?2)
  ON CONFLICT DO UPDATE SET state = excluded.state WHERE state <> excluded.state";
/// True for a file that already holds a plan.
pub(crate) const ANY: &str = "SELECT 1 FROM organisation UNION ALL SELECT 1 FROM niva
  UNION ALL SELECT 1 FROM verksamhetsar UNION ALL SELECT 1 FROM driftrad";

/// How many of each the file holds.
const HOLDS: &str = "SELECT (SELECT count(*) FROM mal) AS mal, (SELECT count(*) FROM uppdrag) AS uppdrag,
  (SELECT count(*) FROM aktivitet) AS aktivitet, (SELECT count(*) FROM matetal) AS matetal";

/// Counts without reading.
pub(crate) fn holds(conn: &Connection) -> Result<Holds> {
    let count = |c: &Columns<'_, '_>, name| c.get::<i64>(name).map(|n| usize::try_from(n).unwrap_or(0));
    Ok(conn.prepare_cached(HOLDS)?.query_row([], |row| {
        let c = Columns::of(row);
        Ok(Holds {
            mal: count(&c, "mal")?,
            uppdrag: count(&c, "uppdrag")?,
            aktivitet: count(&c, "aktivitet")?,
            matetal: count(&c, "matetal")?,
        })
    })?)
}

pub(crate) fn set_installning(tx: &Connection, key: &str, value: &str) -> Result<()> {
    rows::run(tx, UPSERT, (key, value)).map(drop)
}

pub(crate) fn delete_installning(tx: &Connection, key: &str) -> Result<()> {
    rows::run(tx, DELETE, [key]).map(drop)
}

pub(crate) fn read_installning(conn: &Connection) -> Result<BTreeMap<String, String>> {
    Ok(rows::all(conn, SELECT, [], |row| Ok((row.get(0)?, row.get(1)?)))?.into_iter().collect())
}

pub(crate) fn set_year(tx: &Connection, year: &Verksamhetsar) -> Result<()> {
    rows::run(tx, UPSERT_YEAR, (year.year, year.state)).map(drop)
}

/// The state of a verksamhetsår; `None`: the file does not plan that year.
pub(crate) fn year_state(conn: &Connection, year: i32) -> Result<Option<Arslage>> {
    rows::value(conn, STATE, [year])
}

pub(crate) fn read_all_years(conn: &Connection) -> Result<Vec<Verksamhetsar>> {
    rows::all(conn, SELECT_YEAR, [], |row| {
        let c = Columns::of(row);
        Ok(Verksamhetsar { year: c.get("year")?, state: c.get("state")? })
    })
}
