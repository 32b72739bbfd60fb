//! Rows of `uppfoljning`, `statusrad` and `avsnittstext`.
use rusqlite::{Connection, Row, params};

use super::{Avsnittstext, Statusbarare, Statusrad, Uppfoljning};
use crate::id::{AvsnittstextId, OrganisationId, ThingId, UppfoljningId};
use crate::period::Period;
use crate::rows::Columns;
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
  kommentar FROM statusrad";
const INSERT_STATUS: &str = "INSERT INTO statusrad
  (id, uppdrag_id, aktivitet_id, organisation_id, year, month, seq, status, fardiggrad, kommentar)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
const LAST_SEQ_UPPDRAG: &str = "SELECT max(seq) FROM statusrad WHERE uppdrag_id = ?1";
const LAST_SEQ_AKTIVITET: &str = "SELECT max(seq) FROM statusrad WHERE aktivitet_id = ?1";

const NEWEST_UPPDRAG: &str = " WHERE uppdrag_id = ?1";
const NEWEST_AKTIVITET: &str = " WHERE aktivitet_id = ?1";
const NEWEST: &str = " AND organisation_id IS ?2 AND (year < ?3 OR (year = ?3 AND month <= ?4))
  ORDER BY year DESC, month DESC, seq DESC LIMIT 1";

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

/// The history of one thing, oldest first.
pub(crate) fn read_statusrader(conn: &Connection, barare: Statusbarare) -> Result<Vec<Statusrad>> {
    let (column, id) = match barare {
        Statusbarare::Uppdrag(id) => ("uppdrag_id", ThingId::from(id)),
        Statusbarare::Aktivitet(id) => ("aktivitet_id", ThingId::from(id)),
    };
    let sql = format!("{SELECT_STATUS} WHERE {column} = ?1 ORDER BY year, month, seq, id");
    rows::all(conn, &sql, [id], statusrad)
}

/// What holds for a thing, or for one unit's part of it, at a period.
pub(crate) fn newest_statusrad(
    conn: &Connection,
    barare: Statusbarare,
    organisation: Option<OrganisationId>,
    period: Period,
) -> Result<Option<Statusrad>> {
    let (of, id): (_, ThingId) = match barare {
        Statusbarare::Uppdrag(id) => (NEWEST_UPPDRAG, id.into()),
        Statusbarare::Aktivitet(id) => (NEWEST_AKTIVITET, id.into()),
    };
    let values = params![id, organisation, period.year, period.month];
    rows::first(conn, &format!("{SELECT_STATUS}{of}{NEWEST}"), values, statusrad)
}

/// By thing, then period and seq, oldest first.
pub(crate) fn read_all_statusrad(conn: &Connection) -> Result<Vec<Statusrad>> {
    let mut all = rows::all(conn, SELECT_STATUS, [], statusrad)?;
    all.sort_by_key(|s| (s.barare, s.period, s.seq, s.id));
    Ok(all)
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
    let c = Columns::of(row);
    Ok(Uppfoljning {
        id: c.get("id")?,
        slag: c.get("slag")?,
        period: c.period()?,
        deadline_enhet: c.day("deadline_enhet")?,
        deadline_namnd: c.day("deadline_namnd")?,
        state: c.get("state")?,
    })
}

fn statusrad(row: &Row<'_>) -> rusqlite::Result<Statusrad> {
    let c = Columns::of(row);
    let id = c.get("id")?;
    let barare = match (c.get("uppdrag_id")?, c.get("aktivitet_id")?) {
        (Some(id), _) => Statusbarare::Uppdrag(id),
        (None, Some(id)) => Statusbarare::Aktivitet(id),
        (None, None) => return Err(rows::unreadable()),
    };
    Ok(Statusrad {
        id,
        barare,
        organisation_id: c.get("organisation_id")?,
        period: c.period()?,
        seq: c.get("seq")?,
        status: c.get("status")?,
        fardiggrad: c.get("fardiggrad")?,
        kommentar: c.get("kommentar")?,
    })
}

fn text(row: &Row<'_>) -> rusqlite::Result<Avsnittstext> {
    let c = Columns::of(row);
    Ok(Avsnittstext {
        id: c.get("id")?,
        year: c.get("year")?,
        month: c.get("month")?,
        avsnitt: c.get("avsnitt")?,
        subject_id: c.get("subject_id")?,
        organisation_id: c.get("organisation_id")?,
        text: c.get("text")?,
    })
}
