//! Rows of `befattning`.
use rusqlite::{Connection, Row, params};

use super::Befattning;
use crate::id::BefattningId;
use crate::rows::Columns;
use crate::{Result, rows};

const SELECT: &str = "SELECT id, titel, namn, epost FROM befattning";
const INSERT: &str = "INSERT INTO befattning (id, titel, namn, epost) VALUES (?1, ?2, ?3, ?4)";
const UPDATE: &str = "UPDATE befattning SET titel = ?2, namn = ?3, epost = ?4 WHERE id = ?1";
const DELETE: &str = "DELETE FROM befattning WHERE id = ?1";
/// What keeps a befattning from being deleted: the kind of thing, and a query for it.
pub(crate) const USES: &[(&str, &str)] = &[
    ("organisation", "SELECT 1 FROM organisation WHERE chef_id = ?1"),
    ("uppdrag", "SELECT 1 FROM uppdrag_ansvarig WHERE befattning_id = ?1"),
    ("aktivitet", "SELECT 1 FROM aktivitet_ansvarig WHERE befattning_id = ?1"),
    ("matetal", "SELECT 1 FROM matetal WHERE ansvarig_id = ?1"),
];

pub(crate) fn insert(tx: &Connection, b: &Befattning) -> Result<()> {
    rows::run(tx, INSERT, params![b.id, b.titel, b.namn, b.epost]).map(drop)
}

pub(crate) fn update(tx: &Connection, b: &Befattning) -> Result<()> {
    rows::run_on(tx, b.id, UPDATE, params![b.id, b.titel, b.namn, b.epost])
}

pub(crate) fn delete(tx: &Connection, id: BefattningId) -> Result<()> {
    rows::run_on(tx, id, DELETE, [id])
}

pub(crate) fn read(conn: &Connection, id: BefattningId) -> Result<Option<Befattning>> {
    rows::first(conn, &format!("{SELECT} WHERE id = ?1"), [id], befattning)
}

/// In the order they were made; a reader sorts by title.
pub(crate) fn read_all(conn: &Connection) -> Result<Vec<Befattning>> {
    rows::all(conn, &format!("{SELECT} ORDER BY id"), [], befattning)
}

fn befattning(row: &Row<'_>) -> rusqlite::Result<Befattning> {
    let c = Columns::of(row);
    Ok(Befattning { id: c.get("id")?, titel: c.get("titel")?, namn: c.get("namn")?, epost: c.get("epost")? })
}
