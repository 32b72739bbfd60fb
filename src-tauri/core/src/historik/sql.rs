//! SQL that reads the log, and that turns its rows back into rows of the plan.
use crate::document::sql::{all_cells, row_key};
use crate::document::tables::Table;

pub(crate) const SET: &str =
    "SELECT nr, kind, undoes, op, label, vem, at, last_change FROM change_set WHERE nr = ?1";
pub(crate) const LAST_CHANGE_BEFORE: &str =
    "SELECT coalesce((SELECT last_change FROM change_set WHERE nr < ?1 ORDER BY nr DESC LIMIT 1), 0)";
/// A piece of one change set's rows, newest first.
pub(crate) const ROWS_BACKWARDS: &str = "SELECT nr, change_set, tbl, row, thing, op, cells FROM change WHERE nr > ?1 AND nr <= ?2 ORDER BY nr DESC LIMIT ?3";
pub(crate) const DEFER_FOREIGN_KEYS: &str = "PRAGMA defer_foreign_keys = ON";

/// Newest first; a thing touched by many rows comes once.
pub(crate) const TOUCHED_SINCE: &str = "SELECT c.thing, max(c.change_set) AS change_set, s.vem, s.at
  FROM change c JOIN change_set s ON s.nr = c.change_set
  WHERE c.nr > ?1 AND c.thing IS NOT NULL GROUP BY c.thing ORDER BY c.thing";

/// Every row of a table in key order, as the log would write it.
pub(crate) fn dump_rows(table: &Table) -> String {
    let key: Vec<String> = table.key().into_iter().map(|c| format!("r.{}", c.name)).collect();
    format!(
        "SELECT {}, {} FROM main.{} AS r ORDER BY {}",
        row_key(table, "r"),
        all_cells(table, "r"),
        table.name,
        key.join(", ")
    )
}

/// Takes a row away if it still is as it was logged: key first, then the cells.
pub(crate) fn delete_exact(table: &Table, cells: &[&str]) -> String {
    let tests: Vec<String> = key_and(table, cells).map(|n| format!("{n} IS ?")).collect();
    format!("DELETE FROM main.{} WHERE {}", table.name, tests.join(" AND "))
}

/// Puts a row back: key first, then the cells.
pub(crate) fn insert_back(table: &Table, cells: &[&str]) -> String {
    let names: Vec<&str> = key_and(table, cells).collect();
    let marks = vec!["?"; names.len()].join(", ");
    format!("INSERT INTO main.{} ({}) VALUES ({marks})", table.name, names.join(", "))
}

/// Sets cells, if they still are as they were logged: new values, key, old values.
pub(crate) fn update_back(table: &Table, cells: &[&str]) -> String {
    let sets: Vec<String> = cells.iter().map(|n| format!("{n} = ?")).collect();
    let tests: Vec<String> = key_and(table, cells).map(|n| format!("{n} IS ?")).collect();
    format!("UPDATE main.{} SET {} WHERE {}", table.name, sets.join(", "), tests.join(" AND "))
}

/// Column names, key first.
fn key_and<'a>(table: &'a Table, cells: &'a [&'a str]) -> impl Iterator<Item = &'a str> {
    table.key().into_iter().map(|c| c.name.as_str()).chain(cells.iter().copied())
}

/// SQLite's own check of one table and its indexes.
pub(crate) fn integrity_check(table: &str) -> String {
    format!("PRAGMA integrity_check('{table}')")
}

pub(crate) const FOREIGN_KEYS: &str = "SELECT \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(?1)";

/// The keys of rows whose parent is not there.
pub(crate) fn orphans(table: &Table, from: &str, parent: &str, to: &str) -> String {
    format!(
        "SELECT {} FROM main.{} AS r WHERE r.{from} IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM main.{parent} AS p WHERE p.{to} = r.{from})",
        row_key(table, "r"),
        table.name
    )
}

pub(crate) const SETS_AFTER: &str =
    "SELECT nr, id, kind, undoes, op, label, vem, at, last_change, prev_hash, hash
  FROM change_set WHERE nr > ?1 ORDER BY nr";
pub(crate) const STORED_SET: &str =
    "SELECT nr, id, kind, undoes, op, label, vem, at, last_change, prev_hash, hash
  FROM change_set WHERE nr = ?1";
pub(crate) const NEWEST_CHECKPOINT: &str =
    "SELECT change_set, dump FROM checkpoint ORDER BY change_set DESC LIMIT 1";

/// Every row of a table: its key as the log writes it, then its cells as they are.
pub(crate) fn raw_rows(table: &Table) -> String {
    let cells: String = table.cells().map(|c| format!(", r.{}", c.name)).collect();
    format!("SELECT {}{cells} FROM main.{} AS r", row_key(table, "r"), table.name)
}

pub(crate) const ARCHIVE_COUNT: &str = "SELECT count(*) FROM arkivfil";
pub(crate) const ARCHIVE_ALL: &str = "SELECT sha256, bytes FROM arkivfil";
pub(crate) const ARCHIVE_MISSING: &str = "SELECT DISTINCT sha256 FROM rapportfil WHERE sha256 NOT IN (SELECT sha256 FROM arkivfil) ORDER BY sha256";

pub(crate) const SETS_BEFORE: &str = "SELECT nr, kind, undoes, op, label, vem, at, last_change
  FROM change_set WHERE nr < ?1 ORDER BY nr DESC LIMIT ?2";
pub(crate) const SETS_OF_THING: &str = "SELECT nr, kind, undoes, op, label, vem, at, last_change
  FROM change_set WHERE nr IN (SELECT change_set FROM change WHERE thing = ?1) AND nr < ?2 ORDER BY nr DESC LIMIT ?3";
/// Everyone who has written, and nothing more.
pub(crate) const EVERYONE: &str = "SELECT DISTINCT vem FROM change_set";
/// Undos and redos, newest first.
pub(crate) const TURNS_SINCE: &str =
    "SELECT nr, kind, undoes FROM change_set WHERE nr >= ?1 AND undoes IS NOT NULL ORDER BY nr DESC";
pub(crate) const FIRST_ROW: &str = "SELECT nr, change_set, tbl, row, thing, op, cells
  FROM change WHERE nr > ?1 AND nr <= ?2 ORDER BY nr LIMIT 1";
pub(crate) const THING_AFTER: &str =
    "SELECT row, op, cells FROM change WHERE thing = ?1 AND tbl = ?2 AND nr > ?3 ORDER BY nr";
pub(crate) const THING_DELETED: &str =
    "SELECT row, cells FROM change WHERE thing = ?1 AND tbl = ?2 AND op = 'D' ORDER BY nr DESC";
pub(crate) const STATUS_BEFORE: &str = "SELECT status, fardiggrad FROM statusrad
  WHERE (aktivitet_id = ?1 OR uppdrag_id = ?2) AND organisation_id IS ?3 AND (year, month, seq) < (?4, ?5, ?6)
  ORDER BY year DESC, month DESC, seq DESC LIMIT 1";

/// Some columns of a thing's own row.
pub(crate) fn row_by_id(table: &str, columns: &[&str]) -> String {
    format!("SELECT {} FROM main.{table} WHERE id = ?1", columns.join(", "))
}
