//! `transact`: the one door for writes. One call = one change set, or nothing at all.
//! Knows nothing of what is written; the TEMP triggers write the log rows.
use std::cell::{Cell, RefCell};
use std::ops::Deref;

use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::{Connection, OptionalExtension, named_params};
use uuid::Uuid;

use super::chain::{ChangeRow, GENESIS, Hash, Link, SetFields};
use super::tables::{Owner, Table};
use super::{Access, ChangeKind, Changes, Document, Environment, Kind, Op, sql};
use crate::error::{Error, Result, Rule, RuleViolation};
use crate::id::ThingId;

/// An open write. Derefs to the connection; gives ids and the one time of the whole change set.
pub struct Tx<'a> {
    conn: &'a Connection,
    env: RefCell<&'a mut Environment>,
    now: DateTime<Utc>,
    label: RefCell<String>,
    archived: Cell<bool>,
}

impl Deref for Tx<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        self.conn
    }
}

impl Tx<'_> {
    /// A fresh id for a new thing.
    pub fn new_id(&self) -> Uuid {
        (self.env.borrow_mut().new_id)()
    }

    /// When the change set is made.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// Data for the undo label (a thing's name, a file's name). Without it the first touched thing's name is used.
    pub fn label(&self, text: &str) {
        text.clone_into(&mut self.label.borrow_mut());
    }

    /// The change set is logged even when no row of the plan changed.
    pub(super) fn mark_archived(&self) {
        self.archived.set(true);
    }
}

/// What a change set is, before it has a number.
pub(crate) struct Intent {
    pub(crate) op: Op,
    pub(crate) kind: ChangeKind,
    pub(crate) undoes: Option<i64>,
}

/// The newest link of the chain.
pub(crate) struct Head {
    pub(crate) nr: i64,
    pub(crate) hash: Hash,
    pub(crate) last_change: i64,
}

/// Reads the chain's head; the genesis when nothing is logged yet.
pub(crate) fn read_head(conn: &Connection) -> Result<Head> {
    let head = conn
        .prepare_cached(sql::HEAD)?
        .query_row([], |r| {
            Ok(Head { nr: r.get("nr")?, hash: r.get("hash")?, last_change: r.get("last_change")? })
        })
        .optional()?;
    Ok(head.unwrap_or(Head { nr: 0, hash: GENESIS, last_change: 0 }))
}

impl Document {
    /// Runs `f` as one change set: all of it, or nothing when it fails. A write that changes nothing is not logged.
    pub(crate) fn transact<T>(
        &mut self,
        op: Op,
        f: impl FnOnce(&Tx<'_>) -> Result<T>,
    ) -> Result<(T, Changes)> {
        self.transact_as(Intent { op, kind: op.kind(), undoes: None }, f)
    }

    /// As `transact`, for undo and redo, whose kind is not the verb's own.
    pub(crate) fn transact_as<T>(
        &mut self,
        intent: Intent,
        f: impl FnOnce(&Tx<'_>) -> Result<T>,
    ) -> Result<(T, Changes)> {
        if self.access == Access::ReadOnly {
            return Err(Error::ReadOnly);
        }
        if let Some(place) = self.place.as_ref().filter(|place| !place.holds()) {
            return Err(Error::Gone { path: place.path().to_owned() });
        }
        let vem = self.env.vem.clone().ok_or_else(|| RuleViolation::error("vem", Rule::VemRequired))?;
        let now = (self.env.now)();
        self.back_up_daily(now);
        self.run(intent, &vem, now, f).map_err(|e| self.explain(e))
    }

    fn run<T>(
        &mut self,
        intent: Intent,
        vem: &str,
        now: DateTime<Utc>,
        f: impl FnOnce(&Tx<'_>) -> Result<T>,
    ) -> Result<(T, Changes)> {
        self.conn.prepare_cached(sql::BEGIN)?.execute([])?;
        let open = OpenWrite(&self.conn);
        let head = read_head(open.0)?;
        open.0.prepare_cached(sql::OPEN_SET)?.execute([head.nr + 1])?;
        let tx = Tx {
            conn: open.0,
            env: RefCell::new(&mut self.env),
            now,
            label: RefCell::default(),
            archived: Cell::new(false),
        };
        let value = f(&tx)?;
        let (label, id, archived) = (tx.label.take(), tx.new_id(), tx.archived.get());
        let (link, changes, last_change) = read_back(open.0, &self.tables, &head)?;
        if last_change == head.last_change && !archived {
            return Ok((value, Changes::default()));
        }
        let at = now.to_rfc3339_opts(SecondsFormat::Millis, true);
        let set = SetFields {
            nr: head.nr + 1,
            id: id.as_bytes(),
            kind: intent.kind.as_str(),
            undoes: intent.undoes,
            op: intent.op.as_str(),
            label: &label,
            vem,
            at: &at,
            last_change,
        };
        insert_set(open.0, &set, &head.hash, link.close(&set))?;
        self.note_written(&changes);
        open.commit()?;
        Ok((value, changes))
    }
}

/// A begun transaction: rolled back when dropped before its commit, whatever went wrong.
struct OpenWrite<'a>(&'a Connection);

impl OpenWrite<'_> {
    fn commit(self) -> Result<()> {
        self.0.prepare_cached(sql::OPEN_SET_CLEAR)?.execute([])?;
        self.0.prepare_cached(sql::COMMIT)?.execute([])?;
        Ok(())
    }
}

impl Drop for OpenWrite<'_> {
    fn drop(&mut self) {
        // After a commit, or when SQLite has already rolled back by itself, there is nothing open.
        if !self.0.is_autocommit() {
            let _ = self.0.execute_batch(sql::ROLLBACK);
        }
    }
}

/// Reads what the triggers wrote: hashes it, and says which things it touches.
fn read_back(conn: &Connection, tables: &[Table], head: &Head) -> Result<(Link, Changes, i64)> {
    let mut link = Link::after(&head.hash);
    let mut changes = Changes::default();
    let mut last = head.last_change;
    let mut statement = conn.prepare_cached(sql::CHANGES_AFTER)?;
    let mut rows = statement.query([head.last_change])?;
    while let Some(row) = rows.next()? {
        let row = ChangeRow::of(row)?;
        link.add_row(&row);
        last = row.nr;
        if let Some(table) = tables.iter().find(|t| t.name == row.table) {
            let (kind, id) = touched(table, &row);
            changes.touch(kind, id);
        }
    }
    Ok((link, changes, last))
}

/// The thing that a log row counts as a touch of.
pub(crate) fn touched(table: &Table, row: &ChangeRow<'_>) -> (Kind, Option<ThingId>) {
    let thing = row.thing.and_then(|bytes| Uuid::from_slice(bytes).ok()).map(ThingId);
    match table.owner {
        // An insert or delete holds every cell, and a statusrad is never updated.
        Owner::Status if row.cells.contains("\"aktivitet_id\":null") => (Kind::Uppdrag, thing),
        Owner::Subject => (table.kind, own_id(row.row)),
        _ => (table.kind, thing),
    }
}

/// The id in a one-column key.
fn own_id(row: &str) -> Option<ThingId> {
    let [id]: [&str; 1] = serde_json::from_str(row).ok()?;
    Uuid::parse_str(id).ok().map(ThingId)
}

/// Writes the link.
pub(crate) fn insert_set(conn: &Connection, set: &SetFields<'_>, prev: &Hash, hash: Hash) -> Result<()> {
    conn.prepare_cached(sql::INSERT_SET)?.execute(named_params! {
        ":nr": set.nr,
        ":id": set.id,
        ":kind": set.kind,
        ":undoes": set.undoes,
        ":op": set.op,
        ":label": set.label,
        ":vem": set.vem,
        ":at": set.at,
        ":last_change": set.last_change,
        ":prev_hash": &prev[..],
        ":hash": &hash[..],
    })?;
    Ok(())
}
