//! Rows of `uppfoljning`, `statusrad` and `avsnittstext`.
use rusqlite::{Connection, Row, params};

use super::{Avsnittstext, Statusbarare, Statusrad, Uppfoljning};
use crate::id::{AvsnittstextId, ThingId, UppfoljningId};
use crate::{Result, rows};

const SELECT: &str = "SELECT id, slag, year, month, deadline_enhet, deadline_namnd, state FROM uppfoljning";
const INSERT: &str = "INSERT INTO uppfoljning (id, slag, year, month, deadline_enhet, deadline_namnd, state)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
const UPDATE: &str = "UPDATE uppfoljning SET slag = ?2, year = ?3, month = ?4, deadline_enhet = ?5,
  deadline_namnd = ?6, state = ?7 WHERE id = ?1";
const DELETE: &str = "DELETE FROM uppfoljning WHERE id = ?1";
pub(crate) const SAME_PERIOD: &str =
    "SELECT 1 FROM uppfoljning WHERE slag = ?1 AND year = ?2 AND month = ?3 AND id <> ?4";

const SELECT_STATUS: &str =
    "SELECT id, uppdrag_id, aktivitet_id, organisation_id, year, month, seq, status, fardiggrad,
  kommentar FROM statusrad ORDER BY coalesce(uppdrag_id, aktivitet_id), year, month, seq, id";
const INSERT_STATUS: &str = "INSERT INTO statusrad
  (id, uppdrag_id, aktivitet_id, organisation_id, year, month, seq, status, fardiggrad, kommentar)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
const LAST_SEQ_UPPDRAG: &str = "SELECT max(seq) FROM statusrad WHERE uppdrag_id = ?1";
const LAST_SEQ_AKTIVITET: &str = "SELECT max(seq) FROM statusrad WHERE aktivitet_id = ?1";

const SELECT_TEXT: &str =
    "SELECT id, year, month, avsnitt, subject_id, organisation_id, text FROM avsnittstext";
const TEXT_KEY: &str =
    " WHERE year = ?1 AND month = ?2 AND avsnitt = ?3 AND subject_id IS ?4 AND organisation_id IS ?5
  ORDER BY id";
const INSERT_TEXT: &str =
    "INSERT INTO avsnittstext (id, year, month, avsnitt, subject_id, organisation_id, text)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
const UPDATE_TEXT: &str = "UPDATE avsnittstext SET text = ?2 WHERE id = ?1";
const DELETE_TEXT: &str = "DELETE FROM avsnittstext WHERE id = ?1";
const DELETE_TEXTS_ABOUT: &str = "DELETE FROM avsnittstext WHERE subject_id = ?1";

pub(crate) fn insert(tx: &Connection, u: &Uppfoljning) -> Result<()> {
    write(tx, INSERT, u).map(drop)
}

pub(crate) fn update(tx: &Connection, u: &Uppfoljning) -> Result<()> {
    rows::found(u.id, (write(tx, UPDATE, u)? > 0).then_some(()))
}

pub(crate) fn delete(tx: &Connection, id: UppfoljningId) -> Result<()> {
    rows::run_on(tx, id, DELETE, [id])
}

pub(crate) fn read(conn: &Connection, id: UppfoljningId) -> Result<Option<Uppfoljning>> {
    rows::first(conn, &format!("{SELECT} WHERE id = ?1"), [id], uppfoljning)
}

/// Oldest period first.
pub(crate) fn read_all(conn: &Connection) -> Result<Vec<Uppfoljning>> {
    rows::all(conn, &format!("{SELECT} ORDER BY year, month, id"), [], uppfoljning)
}

/// Adds a row to the status history. There is no update and no delete: only undo takes a row away.
pub(crate) fn insert_statusrad(tx: &Connection, s: &Statusrad) -> Result<()> {
    let (uppdrag, aktivitet) = match s.barare {
        Statusbarare::Uppdrag(id) => (Some(id), None),
        Statusbarare::Aktivitet(id) => (None, Some(id)),
    };
    let values = params![
        s.id,
        uppdrag,
        aktivitet,
        s.organisation_id,
        s.period.year,
        s.period.month,
        s.seq,
        s.status,
        s.fardiggrad,
        s.kommentar
    ];
    rows::run(tx, INSERT_STATUS, values).map(drop)
}

/// The next place in the thing's history.
pub(crate) fn next_seq(conn: &Connection, barare: Statusbarare) -> Result<u32> {
    let last: Option<u32> = match barare {
        Statusbarare::Uppdrag(id) => rows::value(conn, LAST_SEQ_UPPDRAG, [id])?,
        Statusbarare::Aktivitet(id) => rows::value(conn, LAST_SEQ_AKTIVITET, [id])?,
    };
    Ok(last.unwrap_or(0) + 1)
}

/// By thing, then period and seq, oldest first.
pub(crate) fn read_all_statusrad(conn: &Connection) -> Result<Vec<Statusrad>> {
    rows::all(conn, SELECT_STATUS, [], statusrad)
}

/// The text of a section at a period, about a thing or the section itself, for a unit or the förvaltning.
pub(crate) fn read_text(conn: &Connection, t: &Avsnittstext) -> Result<Option<Avsnittstext>> {
    let key = params![t.year, t.month, t.avsnitt, t.subject_id, t.organisation_id];
    rows::first(conn, &format!("{SELECT_TEXT}{TEXT_KEY}"), key, text)
}

pub(crate) fn insert_text(tx: &Connection, t: &Avsnittstext) -> Result<()> {
    let values = params![t.id, t.year, t.month, t.avsnitt, t.subject_id, t.organisation_id, t.text];
    rows::run(tx, INSERT_TEXT, values).map(drop)
}

pub(crate) fn update_text(tx: &Connection, id: AvsnittstextId, text: &str) -> Result<()> {
    rows::run_on(tx, id, UPDATE_TEXT, (id, text))
}

pub(crate) fn delete_text(tx: &Connection, id: AvsnittstextId) -> Result<()> {
    rows::run_on(tx, id, DELETE_TEXT, [id])
}

/// A thing that goes takes the texts about it along.
pub(crate) fn delete_texts_about(tx: &Connection, subject: impl Into<ThingId>) -> Result<()> {
    rows::run(tx, DELETE_TEXTS_ABOUT, [subject.into()]).map(drop)
}

/// By period and section, in the order they were first written.
pub(crate) fn read_all_text(conn: &Connection) -> Result<Vec<Avsnittstext>> {
    rows::all(conn, &format!("{SELECT_TEXT} ORDER BY year, month, avsnitt, id"), [], text)
}

fn write(tx: &Connection, sql: &str, u: &Uppfoljning) -> Result<usize> {
    let values = params![
        u.id,
        u.slag,
        u.period.year,
        u.period.month,
        rows::day(u.deadline_enhet),
        rows::day(u.deadline_namnd),
        u.state
    ];
    rows::run(tx, sql, values)
}

fn uppfoljning(row: &Row<'_>) -> rusqlite::Result<Uppfoljning> {
    Ok(Uppfoljning {
        id: row.get("id")?,
        slag: row.get("slag")?,
        period: rows::read_period(row)?,
        deadline_enhet: rows::read_day(row, "deadline_enhet")?,
        deadline_namnd: rows::read_day(row, "deadline_namnd")?,
        state: row.get("state")?,
    })
}

fn statusrad(row: &Row<'_>) -> rusqlite::Result<Statusrad> {
    let barare = match row.get("uppdrag_id")? {
        Some(id) => Statusbarare::Uppdrag(id),
        None => Statusbarare::Aktivitet(row.get("aktivitet_id")?),
    };
    Ok(Statusrad {
        id: row.get("id")?,
        barare,
        organisation_id: row.get("organisation_id")?,
        period: rows::read_period(row)?,
        seq: row.get("seq")?,
        status: row.get("status")?,
        fardiggrad: row.get("fardiggrad")?,
        kommentar: row.get("kommentar")?,
    })
}

fn text(row: &Row<'_>) -> rusqlite::Result<Avsnittstext> {
    Ok(Avsnittstext {
        id: row.get("id")?,
        year: row.get("year")?,
        month: row.get("month")?,
        avsnitt: row.get("avsnitt")?,
        subject_id: row.get("subject_id")?,
        organisation_id: row.get("organisation_id")?,
        text: row.get("text")?,
    })
}
