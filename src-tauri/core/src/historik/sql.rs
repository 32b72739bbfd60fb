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

/// Takes a row away if it still is as it was logged: key first, then every cell.
pub(crate) fn delete_exact(table: &Table) -> String {
    let tests: Vec<String> = names(table).map(|n| format!("{n} IS ?")).collect();
    format!("DELETE FROM main.{} WHERE {}", table.name, tests.join(" AND "))
}

/// Puts a row back: key first, then every cell.
pub(crate) fn insert_back(table: &Table) -> String {
    let names: Vec<&str> = names(table).collect();
    let marks = vec!["?"; names.len()].join(", ");
    format!("INSERT INTO main.{} ({}) VALUES ({marks})", table.name, names.join(", "))
}

/// Sets cells, if they still are as they were logged: new values, key, old values.
pub(crate) fn update_back(table: &Table, cells: &[&str]) -> String {
    let sets: Vec<String> = cells.iter().map(|n| format!("{n} = ?")).collect();
    let key = table.key().into_iter().map(|c| c.name.as_str());
    let tests: Vec<String> = key.chain(cells.iter().copied()).map(|n| format!("{n} IS ?")).collect();
    format!("UPDATE main.{} SET {} WHERE {}", table.name, sets.join(", "), tests.join(" AND "))
}

/// Column names, key first.
fn names(table: &Table) -> impl Iterator<Item = &str> {
    table.key().into_iter().chain(table.cells()).map(|c| c.name.as_str())
}
