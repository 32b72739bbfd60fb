//! Whether a file's schema is exactly ours: the same tables and indexes, and nothing that could run.
use std::collections::BTreeMap;

use rusqlite::Connection;

use super::migration::{self, Step};
use super::sql;
use crate::error::{Damage, Error, Result};

/// "table mal" → its CREATE text.
type Objects = BTreeMap<String, String>;

/// Compares with a schema built afresh from the same steps; what differs is named ("trigger ond", "table mal").
pub(crate) fn check(conn: &Connection, steps: &[Step]) -> Result<()> {
    let expected = expected(steps)?;
    let found = objects(conn)?;
    let differing: Vec<String> = expected
        .keys()
        .chain(found.keys().filter(|name| !expected.contains_key(*name)))
        .filter(|name| expected.get(*name) != found.get(*name))
        .cloned()
        .collect();
    if differing.is_empty() { Ok(()) } else { Err(Error::Damaged(Damage::Schema(differing))) }
}

fn expected(steps: &[Step]) -> Result<Objects> {
    let fresh = Connection::open_in_memory()?;
    migration::build(&fresh, steps)?;
    objects(&fresh)
}

fn objects(conn: &Connection) -> Result<Objects> {
    let mut statement = conn.prepare(sql::SCHEMA_OBJECTS)?;
    let rows = statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
