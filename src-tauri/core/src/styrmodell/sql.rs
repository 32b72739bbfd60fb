//! Rows of `niva`.
use rusqlite::{Connection, Row, params};

use super::Niva;
use crate::id::NivaId;
use crate::rows::Columns;
use crate::{Result, rows};

const SELECT: &str =
    "SELECT id, singular, plural, beslutas_av, bar_matetal, bar_uppdrag, bedomning, sort_key FROM niva";
const INSERT: &str = "INSERT INTO niva
  (id, singular, plural, beslutas_av, bar_matetal, bar_uppdrag, bedomning, sort_key)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
const UPDATE: &str = "UPDATE niva SET singular = ?2, plural = ?3, beslutas_av = ?4, bar_matetal = ?5,
  bar_uppdrag = ?6, bedomning = ?7, sort_key = ?8 WHERE id = ?1";
const DELETE: &str = "DELETE FROM niva WHERE id = ?1";

pub(crate) fn insert(tx: &Connection, n: &Niva) -> Result<()> {
    write(tx, INSERT, n).map(drop)
}

pub(crate) fn update(tx: &Connection, n: &Niva) -> Result<()> {
    rows::found(n.id, (write(tx, UPDATE, n)? > 0).then_some(()))
}

pub(crate) fn delete(tx: &Connection, id: NivaId) -> Result<()> {
    rows::run_on(tx, id, DELETE, [id])
}

pub(crate) fn read(conn: &Connection, id: NivaId) -> Result<Option<Niva>> {
    rows::first(conn, &format!("{SELECT} WHERE id = ?1"), [id], niva)
}

/// From the top of the chain to the bottom.
pub(crate) fn read_all(conn: &Connection) -> Result<Vec<Niva>> {
    rows::all(conn, &format!("{SELECT} ORDER BY sort_key, id"), [], niva)
}

fn write(tx: &Connection, sql: &str, n: &Niva) -> Result<usize> {
    let values = params![
        n.id,
        n.singular,
        n.plural,
        n.beslutas_av,
        n.bar_matetal,
        n.bar_uppdrag,
        n.bedomning,
        n.sort_key
    ];
    rows::run(tx, sql, values)
}

fn niva(row: &Row<'_>) -> rusqlite::Result<Niva> {
    let c = Columns::of(row);
    Ok(Niva {
        id: c.get("id")?,
        singular: c.get("singular")?,
        plural: c.get("plural")?,
        beslutas_av: c.get("beslutas_av")?,
        bar_matetal: c.get("bar_matetal")?,
        bar_uppdrag: c.get("bar_uppdrag")?,
        bedomning: c.get("bedomning")?,
        sort_key: c.get("sort_key")?,
    })
}
