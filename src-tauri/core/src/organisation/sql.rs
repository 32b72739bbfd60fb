//! Rows of `organisation`.
use rusqlite::{Connection, Row, params};

use super::Organisation;
use crate::id::OrganisationId;
use crate::rows::Columns;
use crate::{Result, rows};

const SELECT: &str =
    "SELECT id, parent_id, slag, namn, kod, chef_id, active_from, active_to, anteckning, sort_key
  FROM organisation";
const INSERT: &str = "INSERT INTO organisation
  (id, parent_id, slag, namn, kod, chef_id, active_from, active_to, anteckning, sort_key)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
const UPDATE: &str = "UPDATE organisation SET parent_id = ?2, slag = ?3, namn = ?4, kod = ?5, chef_id = ?6,
  active_from = ?7, active_to = ?8, anteckning = ?9, sort_key = ?10 WHERE id = ?1";
const DELETE: &str = "DELETE FROM organisation WHERE id = ?1";
pub(crate) const LAST_KEY: &str = "SELECT max(sort_key) FROM organisation WHERE parent_id IS ?1";
/// What keeps a node from being deleted: the kind of thing, and a query for it.
pub(crate) const USES: &[(&str, &str)] = &[
    ("organisation", "SELECT 1 FROM organisation WHERE parent_id = ?1"),
    ("uppdrag", "SELECT 1 FROM uppdrag WHERE mottagare_id = ?1"),
    ("uppdrag", "SELECT 1 FROM uppdrag_fordelning WHERE organisation_id = ?1"),
    ("aktivitet", "SELECT 1 FROM aktivitet WHERE organisation_id = ?1"),
    ("aktivitet", "SELECT 1 FROM aktivitet_fordelning WHERE organisation_id = ?1"),
    ("statusrad", "SELECT 1 FROM statusrad WHERE organisation_id = ?1"),
    ("matetal", "SELECT 1 FROM utfall WHERE organisation_id = ?1"),
    ("matetal", "SELECT 1 FROM malvarde WHERE organisation_id = ?1"),
    ("driftrad", "SELECT 1 FROM driftbelopp WHERE organisation_id = ?1"),
    ("verksamhet", "SELECT 1 FROM verksamhet WHERE organisation_id = ?1"),
    ("avsnittstext", "SELECT 1 FROM avsnittstext WHERE organisation_id = ?1"),
    ("rapport", "SELECT 1 FROM rapport WHERE organisation_id = ?1"),
];

pub(crate) fn insert(tx: &Connection, o: &Organisation) -> Result<()> {
    write(tx, INSERT, o).map(drop)
}

pub(crate) fn update(tx: &Connection, o: &Organisation) -> Result<()> {
    rows::found(o.id, (write(tx, UPDATE, o)? > 0).then_some(()))
}

pub(crate) fn delete(tx: &Connection, id: OrganisationId) -> Result<()> {
    rows::run_on(tx, id, DELETE, [id])
}

pub(crate) fn read(conn: &Connection, id: OrganisationId) -> Result<Option<Organisation>> {
    rows::first(conn, &format!("{SELECT} WHERE id = ?1"), [id], organisation)
}

/// By sort key; siblings stand in display order.
pub(crate) fn read_all(conn: &Connection) -> Result<Vec<Organisation>> {
    let mut all = rows::all(conn, SELECT, [], organisation)?;
    all.sort_by(|a, b| (&a.sort_key, a.id).cmp(&(&b.sort_key, b.id)));
    Ok(all)
}

fn write(tx: &Connection, sql: &str, o: &Organisation) -> Result<usize> {
    let values = params![
        o.id,
        o.parent_id,
        o.slag,
        o.namn,
        o.kod,
        o.chef_id,
        rows::day(o.active_from),
        rows::day(o.active_to),
        o.anteckning,
        o.sort_key
    ];
    rows::run(tx, sql, values)
}

fn organisation(row: &Row<'_>) -> rusqlite::Result<Organisation> {
    let c = Columns::of(row);
    Ok(Organisation {
        id: c.get("id")?,
        parent_id: c.get("parent_id")?,
        slag: c.get("slag")?,
        namn: c.get("namn")?,
        kod: c.get("kod")?,
        chef_id: c.get("chef_id")?,
        active_from: c.day("active_from")?,
        active_to: c.day("active_to")?,
        anteckning: c.get("anteckning")?,
        sort_key: c.get("sort_key")?,
    })
}
