//! The undo stack, derived from the log: it needs no memory of its own and survives every restart (storage.md, Decisions).
//! Walking back from the tail, an undo jumps to before what it undid; a redo stands for what it did again.
use rusqlite::{Connection, OptionalExtension, Row};

use super::sql;
use crate::document::{ChangeKind, Op};
use crate::error::Result;

/// A change set without its rows.
#[derive(Debug, Clone)]
pub(crate) struct Set {
    pub(crate) nr: i64,
    pub(crate) kind: ChangeKind,
    pub(crate) undoes: Option<i64>,
    pub(crate) op: Op,
    pub(crate) label: String,
    pub(crate) vem: String,
    pub(crate) at: String,
    pub(crate) last_change: i64,
}

impl Set {
    pub(crate) fn of(row: &Row<'_>) -> rusqlite::Result<Set> {
        Ok(Set {
            nr: row.get("nr")?,
            kind: row.get("kind")?,
            undoes: row.get("undoes")?,
            op: row.get("op")?,
            label: row.get("label")?,
            vem: row.get("vem")?,
            at: row.get("at")?,
            last_change: row.get("last_change")?,
        })
    }

    /// Decisions, migrations and verbs that end the stack, however they were written.
    fn is_barrier(&self) -> bool {
        matches!(self.kind, ChangeKind::Decision | ChangeKind::Migration) || self.op.is_barrier()
    }
}

/// Reads one change set.
pub(crate) fn read_set(conn: &Connection, nr: i64) -> Result<Option<Set>> {
    Ok(conn.prepare_cached(sql::SET)?.query_row([nr], Set::of).optional()?)
}

/// What the next undo would meet.
pub(crate) enum Next {
    Nothing,
    Barrier(Set),
    Target(Set),
}

/// What to undo: the newest change set that holds.
pub(crate) fn next_undo(conn: &Connection, tail: i64) -> Result<Next> {
    let mut nr = tail;
    while let Some(set) = read_set(conn, nr)? {
        match (set.kind, set.undoes) {
            (ChangeKind::Undo, Some(undone)) if undone < nr => nr = undone - 1,
            _ if set.op == Op::CreatePlan => return Ok(Next::Nothing),
            _ if set.is_barrier() => return Ok(Next::Barrier(set)),
            _ => return Ok(Next::Target(set)),
        }
    }
    Ok(Next::Nothing)
}

/// What to do again: the newest undo that holds, unless something else was written since.
pub(crate) fn next_redo(conn: &Connection, tail: i64) -> Result<Option<Set>> {
    let mut nr = tail;
    while let Some(set) = read_set(conn, nr)? {
        match (set.kind, set.undoes) {
            (ChangeKind::Undo, _) => return Ok(Some(set)),
            (ChangeKind::Redo, Some(undo)) if undo < nr => nr = undo - 1,
            _ => return Ok(None),
        }
    }
    Ok(None)
}
