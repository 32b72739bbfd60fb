//! Rows of `mal` and `malbedomning`.
use rusqlite::{Connection, Row, params};

use super::{Mal, Malbedomning};
use crate::id::{MalId, NivaId};
use crate::period::Period;
use crate::rows::Columns;
use crate::{Result, rows};

const SELECT: &str = "SELECT id, niva_id, parent_id, nr, titel, beskrivning, valid_from, valid_to, anteckning, sort_key FROM mal";
const INSERT: &str = "INSERT INTO mal
  (id, niva_id, parent_id, nr, titel, beskrivning, valid_from, valid_to, anteckning, sort_key)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
const UPDATE: &str = "UPDATE mal SET niva_id = ?2, parent_id = ?3, nr = ?4, titel = ?5, beskrivning = ?6,
  valid_from = ?7, valid_to = ?8, anteckning = ?9, sort_key = ?10 WHERE id = ?1";
const DELETE: &str = "DELETE FROM mal WHERE id = ?1";
pub(crate) const LAST_KEY: &str = "SELECT max(sort_key) FROM mal WHERE parent_id IS ?1";
/// What keeps a mål from being deleted: the kind of thing, and a query for it.
pub(crate) const USES: &[(&str, &str)] = &[
    ("mal", "SELECT 1 FROM mal WHERE parent_id = ?1"),
    ("uppdrag", "SELECT 1 FROM uppdrag WHERE mal_id = ?1"),
];
/// A mål whose level is not below its parent's.
pub(crate) const OUT_OF_ORDER: &str =
    "SELECT 1 FROM mal AS child JOIN niva AS lower ON lower.id = child.niva_id
  JOIN mal AS parent ON parent.id = child.parent_id JOIN niva AS upper ON upper.id = parent.niva_id
  WHERE lower.sort_key <= upper.sort_key";
const CHILDREN: &str = " WHERE parent_id = ?1 ORDER BY sort_key, id";
const OF_NIVA: &str = " WHERE niva_id = ?1 ORDER BY sort_key, id";
/// What hung on mål ?1 hangs on ?2 (or on nothing) instead. A link that is there already is not made twice.
const HAND_OVER: &[&str] = &[
    "UPDATE uppdrag SET mal_id = ?2 WHERE mal_id = ?1",
    "INSERT INTO uppdrag_mal (uppdrag_id, mal_id) SELECT uppdrag_id, ?2 FROM uppdrag_mal
       WHERE mal_id = ?1 AND ?2 IS NOT NULL ON CONFLICT DO NOTHING",
    "INSERT INTO matetal_mal (matetal_id, mal_id, vikt) SELECT matetal_id, ?2, vikt FROM matetal_mal
       WHERE mal_id = ?1 AND ?2 IS NOT NULL ON CONFLICT DO NOTHING",
];

const SELECT_BEDOMNING: &str = "SELECT mal_id, year, month, bedomning, motivering FROM malbedomning
  ORDER BY mal_id, year, month";
const UPSERT_BEDOMNING: &str = "INSERT INTO malbedomning (mal_id, year, month, bedomning, motivering)
  VALUES (?1, ?2, ?3, ?4, ?5)
  ON CONFLICT DO UPDATE SET bedomning = excluded.bedomning, motivering = excluded.motivering";
const DELETE_BEDOMNING: &str = "DELETE FROM malbedomning WHERE mal_id = ?1 AND year = ?2 AND month = ?3";

pub(crate) fn insert(tx: &Connection, m: &Mal) -> Result<()> {
    write(tx, INSERT, m).map(drop)
}

pub(crate) fn update(tx: &Connection, m: &Mal) -> Result<()> {
    rows::found(m.id, (write(tx, UPDATE, m)? > 0).then_some(()))
}

pub(crate) fn delete(tx: &Connection, id: MalId) -> Result<()> {
    rows::run_on(tx, id, DELETE, [id])
}

pub(crate) fn read(conn: &Connection, id: MalId) -> Result<Option<Mal>> {
    rows::first(conn, &format!("{SELECT} WHERE id = ?1"), [id], mal)
}

/// By sort key; siblings stand in display order.
pub(crate) fn read_all(conn: &Connection) -> Result<Vec<Mal>> {
    let mut all = rows::all(conn, SELECT, [], mal)?;
    all.sort_by(|a, b| (&a.sort_key, a.id).cmp(&(&b.sort_key, b.id)));
    Ok(all)
}

pub(crate) fn children(conn: &Connection, parent: MalId) -> Result<Vec<Mal>> {
    rows::all(conn, &format!("{SELECT}{CHILDREN}"), [parent], mal)
}

pub(crate) fn of_niva(conn: &Connection, niva: NivaId) -> Result<Vec<Mal>> {
    rows::all(conn, &format!("{SELECT}{OF_NIVA}"), [niva], mal)
}

/// Uppdrag and mätetal of one mål are handed to another, or lose the link when there is none.
pub(crate) fn hand_over(tx: &Connection, from: MalId, to: Option<MalId>) -> Result<()> {
    HAND_OVER.iter().try_for_each(|sql| rows::run(tx, sql, (from, to)).map(drop))
}

pub(crate) fn upsert_bedomning(tx: &Connection, b: &Malbedomning) -> Result<()> {
    let values = params![b.mal_id, b.period.year, b.period.month, b.bedomning, b.motivering];
    rows::run(tx, UPSERT_BEDOMNING, values).map(drop)
}

pub(crate) fn delete_bedomning(tx: &Connection, mal: MalId, period: Period) -> Result<()> {
    rows::run_on(tx, mal, DELETE_BEDOMNING, (mal, period.year, period.month))
}

pub(crate) fn read_all_bedomning(conn: &Connection) -> Result<Vec<Malbedomning>> {
    rows::all(conn, SELECT_BEDOMNING, [], |row| {
        let c = Columns::of(row);
        Ok(Malbedomning {
            mal_id: c.get("mal_id")?,
            period: c.period()?,
            bedomning: c.get("bedomning")?,
            motivering: c.get("motivering")?,
        })
    })
}

fn write(tx: &Connection, sql: &str, m: &Mal) -> Result<usize> {
    let values = params![
        m.id,
        m.niva_id,
        m.parent_id,
        m.nr,
        m.titel,
        m.beskrivning,
        rows::day(m.valid_from),
        rows::day(m.valid_to),
        m.anteckning,
        m.sort_key
    ];
    rows::run(tx, sql, values)
}

fn mal(row: &Row<'_>) -> rusqlite::Result<Mal> {
    let c = Columns::of(row);
    Ok(Mal {
        id: c.get("id")?,
        niva_id: c.get("niva_id")?,
        parent_id: c.get("parent_id")?,
        nr: c.get("nr")?,
        titel: c.get("titel")?,
        beskrivning: c.get("beskrivning")?,
        valid_from: c.day("valid_from")?,
        valid_to: c.day("valid_to")?,
        anteckning: c.get("anteckning")?,
        sort_key: c.get("sort_key")?,
    })
}
