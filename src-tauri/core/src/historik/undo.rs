//! Undo and redo: the newest change set's rows turned back, as a new, logged change set. No log row is ever deleted.
//! A cell that is not as it was logged stops it: then the log and the plan no longer agree.
use rusqlite::Connection;

use super::cells::{Cell, Cells, Logged, parse_key};
use super::stack::{self, Next, Set};
use super::{Step, UndoState, Undone, names, sql};
use crate::document::chain::ChangeRow;
use crate::document::tables::{Column, Table};
use crate::document::transaction::{Intent, read_head};
use crate::document::{ChangeKind, Document};
use crate::error::{Damage, Error, Result};

/// So many log rows are held in memory at a time.
const PIECE: usize = 1000;

impl Document {
    /// Takes back the newest change set that still holds. `Barrier` when it is a decision or a migration.
    pub fn undo(&mut self) -> Result<Undone> {
        let tail = read_head(self.read())?.nr;
        match stack::next_undo(self.read(), tail)? {
            Next::Target(set) => self.reverse(&set, ChangeKind::Undo),
            Next::Barrier(set) => Err(Error::Barrier { op: set.op.as_str().to_owned() }),
            Next::Nothing => Err(Error::NothingToUndo),
        }
    }

    /// Does the newest undone change set again, unless something else was written since.
    pub fn redo(&mut self) -> Result<Undone> {
        let tail = read_head(self.read())?.nr;
        match stack::next_redo(self.read(), tail)? {
            Some(undo) => self.reverse(&undo, ChangeKind::Redo),
            None => Err(Error::NothingToUndo),
        }
    }

    /// What undo and redo would do, without doing it.
    pub fn undo_state(&self) -> Result<UndoState> {
        let tail = read_head(self.read())?.nr;
        let undo = match stack::next_undo(self.read(), tail)? {
            Next::Target(set) => Step::Verb { op: set.op, label: names::label(self, &set)? },
            Next::Barrier(set) => Step::Barrier { op: set.op, label: names::label(self, &set)? },
            Next::Nothing => Step::Nothing,
        };
        let redo = match stack::next_redo(self.read(), tail)? {
            Some(set) => Step::Verb { op: set.op, label: names::label(self, &set)? },
            None => Step::Nothing,
        };
        Ok(UndoState { undo, redo })
    }

    fn reverse(&mut self, set: &Set, kind: ChangeKind) -> Result<Undone> {
        let label = names::label(self, set)?;
        let tables = self.tables().to_vec();
        let intent = Intent { op: set.op, kind, undoes: Some(set.nr) };
        let ((), changes) = self.transact_as(intent, |tx| {
            tx.label(&label);
            tx.execute_batch(sql::DEFER_FOREIGN_KEYS)?;
            reverse_rows(tx, &tables, set)
        })?;
        Ok(Undone { op: set.op, label, changes })
    }
}

/// A log row kept while the plan is written.
struct Kept {
    nr: i64,
    table: String,
    row: String,
    op: String,
    cells: String,
}

fn reverse_rows(conn: &Connection, tables: &[Table], set: &Set) -> Result<()> {
    let first = conn.prepare_cached(sql::LAST_CHANGE_BEFORE)?.query_row([set.nr], |r| r.get(0))?;
    let mut last = set.last_change;
    let back: Vec<Reversal<'_>> = tables.iter().map(Reversal::of).collect();
    loop {
        let piece = read_piece(conn, first, last)?;
        let Some(oldest) = piece.last() else {
            return Ok(());
        };
        last = oldest.nr - 1;
        for row in &piece {
            let reversal = back.iter().find(|r| r.table.name == row.table).ok_or_else(|| broken(row.nr))?;
            let done = reversal.apply(conn, row)?;
            if done != Some(1) {
                return Err(broken(row.nr));
            }
        }
    }
}

fn read_piece(conn: &Connection, first: i64, last: i64) -> Result<Vec<Kept>> {
    let mut statement = conn.prepare_cached(sql::ROWS_BACKWARDS)?;
    let rows = statement.query_map((first, last, PIECE as i64), |r| {
        let row = ChangeRow::of(r)?;
        Ok(Kept {
            nr: row.nr,
            table: row.table.to_owned(),
            row: row.row.to_owned(),
            op: row.op.to_owned(),
            cells: row.cells.to_owned(),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn broken(nr: i64) -> Error {
    Error::Damaged(Damage::Chain(format!("change {nr} no longer fits the plan")))
}

/// The statements that turn back the rows of one table.
struct Reversal<'t> {
    table: &'t Table,
    key: Vec<&'t Column>,
    /// Every cell's name, and the statements for rows that have them all.
    names: Vec<&'t str>,
    delete: String,
    insert: String,
}

/// Makes a statement for rows that have only these cells.
type StatementOf = fn(&Table, &[&str]) -> String;

/// A column and what is to stand in it.
type Bound<'t, 'c> = (&'t Column, &'c Cell<'c>);

impl<'t> Reversal<'t> {
    fn of(table: &'t Table) -> Reversal<'t> {
        let names: Vec<&str> = table.cells().map(|c| c.name.as_str()).collect();
        Reversal {
            table,
            key: table.key(),
            delete: sql::delete_exact(table, &names),
            insert: sql::insert_back(table, &names),
            names,
        }
    }

    /// How many rows were written; `None` when the log row cannot be read.
    fn apply(&self, conn: &Connection, row: &Kept) -> Result<Option<usize>> {
        let (Some(key), Some(logged)) = (parse_key(&row.row), Logged::parse(&row.op, &row.cells)) else {
            return Ok(None);
        };
        if key.len() != self.key.len() {
            return Ok(None);
        }
        let key: Vec<Bound<'_, '_>> = self.key.iter().copied().zip(&key).collect();
        match &logged {
            Logged::Insert(cells) => self.whole_row(conn, key, cells, (&self.delete, sql::delete_exact)),
            Logged::Delete(cells) => self.whole_row(conn, key, cells, (&self.insert, sql::insert_back)),
            Logged::Update(cells) => {
                let changed: Vec<&str> = cells.0.iter().map(|(n, _)| n.as_ref()).collect();
                let old = self.bound(cells.0.iter().map(|(n, v)| (n.as_ref(), &v.0)));
                let new = self.bound(cells.0.iter().map(|(n, v)| (n.as_ref(), &v.1)));
                let (Some(old), Some(new)) = (old, new) else {
                    return Ok(None);
                };
                let statement = sql::update_back(self.table, &changed);
                execute(conn, &statement, old.into_iter().chain(key).chain(new))
            }
        }
    }

    /// A row logged by an older schema lacks the newer columns: they keep their default.
    fn whole_row(
        &self,
        conn: &Connection,
        key: Vec<Bound<'_, '_>>,
        cells: &Cells<'_, Cell<'_>>,
        statement: (&str, StatementOf),
    ) -> Result<Option<usize>> {
        let names: Vec<&str> = cells.0.iter().map(|(n, _)| n.as_ref()).collect();
        let Some(cells) = self.bound(cells.0.iter().map(|(n, v)| (n.as_ref(), v))) else {
            return Ok(None);
        };
        let values = key.into_iter().chain(cells);
        if names == self.names {
            execute(conn, statement.0, values)
        } else {
            execute(conn, &(statement.1)(self.table, &names), values)
        }
    }

    fn bound<'c>(&self, cells: impl Iterator<Item = (&'c str, &'c Cell<'c>)>) -> Option<Vec<Bound<'t, 'c>>> {
        cells.map(|(name, value)| Some((self.table.cells().find(|c| c.name == name)?, value))).collect()
    }
}

fn execute<'c>(
    conn: &Connection,
    statement: &str,
    values: impl Iterator<Item = (&'c Column, &'c Cell<'c>)>,
) -> Result<Option<usize>> {
    let mut statement = conn.prepare_cached(statement)?;
    for (place, (column, cell)) in values.enumerate() {
        let Some(value) = cell.for_column(column) else {
            return Ok(None);
        };
        statement.raw_bind_parameter(place + 1, value)?;
    }
    Ok(Some(statement.raw_execute()?))
}
