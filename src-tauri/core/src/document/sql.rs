//! All SQL of the document itself. Only text and pure text-making functions here.
use std::fmt::Write;

use super::tables::{Column, Owner, Table};

pub(crate) const PAGE_SIZE: &str = "PRAGMA page_size = 4096";
pub(crate) const CONNECTION: &str =
    "PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON;
PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA synchronous = FULL;
PRAGMA secure_delete = ON; PRAGMA cache_size = -16384;";
pub(crate) const JOURNAL_TRUNCATE: &str = "PRAGMA journal_mode = TRUNCATE";
pub(crate) const JOURNAL_DELETE: &str = "PRAGMA journal_mode = DELETE";
pub(crate) const QUERY_ONLY: &str = "PRAGMA query_only = ON";

pub(crate) const QUERY_ONLY_OFF: &str = "PRAGMA query_only = OFF";
pub(crate) const HOLD_STILL: &str = "BEGIN; SELECT count(*) FROM sqlite_schema;";
pub(crate) const VERSION: &str = "PRAGMA user_version";
pub(crate) const FOREIGN_KEYS_OFF: &str = "PRAGMA foreign_keys = OFF";
pub(crate) const FOREIGN_KEYS_ON: &str = "PRAGMA foreign_keys = ON";
pub(crate) const FOREIGN_KEY_COUNT: &str = "SELECT count(*) FROM pragma_foreign_key_check";
pub(crate) const INTEGRITY_CHECK_ONE: &str = "PRAGMA integrity_check(1)";
pub(crate) const QUICK_CHECK_ONE: &str = "PRAGMA quick_check(1)";
pub(crate) const SCHEMA_OBJECTS: &str = "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema";
pub(crate) const SIZE: &str = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
pub(crate) const VACUUM_INTO: &str = "VACUUM INTO ?1";

pub(crate) const FILE_INFO: &str = "SELECT value FROM file_info WHERE key = ?1";
pub(crate) const SET_FILE_INFO: &str = "INSERT INTO file_info (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value";

pub(crate) const BEGIN_EXCLUSIVE: &str = "BEGIN EXCLUSIVE";
pub(crate) const BEGIN: &str = "BEGIN IMMEDIATE";
pub(crate) const COMMIT: &str = "COMMIT";
pub(crate) const ROLLBACK: &str = "ROLLBACK";

pub(crate) const HEAD: &str = "SELECT nr, hash, last_change FROM change_set ORDER BY nr DESC LIMIT 1";
pub(crate) const OPEN_SET: &str = "INSERT INTO temp.open_set VALUES (?1)";
pub(crate) const OPEN_SET_CLEAR: &str = "DELETE FROM temp.open_set";
pub(crate) const CHANGES_AFTER: &str =
    "SELECT nr, change_set, tbl, row, thing, op, cells FROM change WHERE nr > ?1 ORDER BY nr";
pub(crate) const CHANGES_BETWEEN: &str =
    "SELECT nr, change_set, tbl, row, thing, op, cells FROM change WHERE nr > ?1 AND nr <= ?2 ORDER BY nr";
pub(crate) const NEWEST_CHANGE: &str = "SELECT coalesce(max(nr), 0) FROM change";
/// Newest first, with what the chain covers.
pub(crate) const NEWEST_SETS: &str =
    "SELECT nr, id, kind, undoes, op, label, vem, at, last_change, prev_hash, hash
  FROM change_set ORDER BY nr DESC LIMIT ?1";
pub(crate) const INSERT_SET: &str = "INSERT INTO change_set
  (nr, id, kind, undoes, op, label, vem, at, last_change, prev_hash, hash)
  VALUES (:nr, :id, :kind, :undoes, :op, :label, :vem, :at, :last_change, :prev_hash, :hash)";

pub(crate) const INSERT_CHECKPOINT: &str =
    "INSERT INTO checkpoint (change_set, dump, sha256) VALUES (?1, ?2, ?3)";

pub(crate) const TABLE_COLUMNS: &str =
    "SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_xinfo(?1) WHERE hidden = 0";
#[cfg(test)]
pub(crate) const TABLE_NAMES: &str = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";

pub(crate) const ARCHIVE_PUT: &str =
    "INSERT INTO arkivfil (sha256, bytes) VALUES (?1, ?2) ON CONFLICT (sha256) DO NOTHING";
pub(crate) const ARCHIVE_LIST: &str = "SELECT sha256 FROM arkivfil ORDER BY sha256";
pub(crate) const ARCHIVE_GET: &str = "SELECT bytes FROM arkivfil WHERE sha256 = ?1";

/// What a write outside `transact` is told (in the log of the program, never to a person).
const OUTSIDE: &str = "write outside transact";

/// The value of a column as it stands in the log.
pub(crate) fn logged(column: &Column, row: &str) -> String {
    match (column.blob, column.nullable) {
        (false, _) => format!("{row}.{}", column.name),
        (true, false) => format!("hex({row}.{})", column.name),
        (true, true) => format!("nullif(hex({row}.{}), '')", column.name),
    }
}

/// The JSON key of a row.
pub(crate) fn row_key(table: &Table, row: &str) -> String {
    let parts: Vec<String> = table.key().into_iter().map(|c| logged(c, row)).collect();
    format!("json_array({})", parts.join(", "))
}

fn owner(table: &Table, row: &str) -> String {
    match table.owner {
        Owner::Id => format!("{row}.id"),
        Owner::Column(column) => format!("{row}.{column}"),
        Owner::Status => format!("coalesce({row}.aktivitet_id, {row}.uppdrag_id)"),
        Owner::Subject => format!("coalesce({row}.subject_id, {row}.id)"),
        Owner::None => "NULL".to_owned(),
    }
}

/// Every cell of a row as JSON.
pub(crate) fn all_cells(table: &Table, row: &str) -> String {
    let cells: Vec<String> = table.cells().map(|c| format!("'{}', {}", c.name, logged(c, row))).collect();
    format!("json_object({})", cells.join(", "))
}

fn changed_cells(table: &Table) -> String {
    let cells: Vec<String> = table
        .cells()
        .map(|c| {
            let (old, new) = (logged(c, "old"), logged(c, "new"));
            format!(
                "CASE WHEN old.{n} IS NOT new.{n} THEN ',\"{n}\":' || json_array({old}, {new}) ELSE '' END",
                n = c.name
            )
        })
        .collect();
    format!("'{{' || substr({}, 2) || '}}'", cells.join(" || "))
}

fn any_differs<'a>(columns: impl Iterator<Item = &'a Column>) -> String {
    columns.map(|c| format!("old.{n} IS NOT new.{n}", n = c.name)).collect::<Vec<_>>().join(" OR ")
}

fn log_row(table: &Table, row: &str, op: char, cells: &str) -> String {
    format!(
        "INSERT INTO change (change_set, tbl, row, thing, op, cells) VALUES (
  (SELECT coalesce((SELECT nr FROM open_set), RAISE(ABORT, '{OUTSIDE}'))),
  '{}', {}, {}, '{op}', {cells});",
        table.name,
        row_key(table, row),
        owner(table, row)
    )
}

/// The TEMP triggers that write the log: nothing executable is stored in the file, and a write outside
/// `transact` fails because `temp.open_set` is empty. Keys are never updated; the archive is insert-only.
pub(crate) fn log_triggers(tables: &[Table]) -> String {
    let mut sql = String::with_capacity(64 * 1024);
    sql.push_str("BEGIN; CREATE TEMP TABLE open_set (nr INTEGER NOT NULL);\n");
    for table in tables {
        let name = table.name;
        let insert = log_row(table, "new", 'I', &all_cells(table, "new"));
        let delete = log_row(table, "old", 'D', &all_cells(table, "old"));
        // Writing to a String cannot fail.
        let key_differs = any_differs(table.key().into_iter());
        let update = match table.cells().next() {
            Some(_) => log_row(table, "new", 'U', &changed_cells(table)),
            None => String::new(),
        };
        let _ = writeln!(
            sql,
            "CREATE TEMP TRIGGER log_{name}_i AFTER INSERT ON main.{name} BEGIN {insert} END;
CREATE TEMP TRIGGER log_{name}_d AFTER DELETE ON main.{name} BEGIN {delete} END;
CREATE TEMP TRIGGER log_{name}_u AFTER UPDATE ON main.{name} WHEN {}
BEGIN SELECT RAISE(ABORT, 'primary key updated') WHERE {key_differs}; {update} END;",
            any_differs(table.columns.iter())
        );
    }
    sql.push_str(&archive_triggers());
    sql.push_str("COMMIT;");
    sql
}

fn archive_triggers() -> String {
    format!(
        "CREATE TEMP TRIGGER arkivfil_i BEFORE INSERT ON main.arkivfil WHEN NOT EXISTS (SELECT 1 FROM open_set)
BEGIN SELECT RAISE(ABORT, '{OUTSIDE}'); END;
CREATE TEMP TRIGGER arkivfil_u BEFORE UPDATE ON main.arkivfil BEGIN SELECT RAISE(ABORT, 'archive is insert-only'); END;
CREATE TEMP TRIGGER arkivfil_d BEFORE DELETE ON main.arkivfil BEGIN SELECT RAISE(ABORT, 'archive is insert-only'); END;\n"
    )
}

/// Everything that makes an empty file ours, in one transaction.
pub(crate) fn build<'a>(steps: impl Iterator<Item = &'a str>, version: i32, application_id: i32) -> String {
    format!(
        "BEGIN;\n{}\nPRAGMA application_id = {application_id}; {}; COMMIT;",
        steps.collect::<String>(),
        set_version(version)
    )
}

/// States the schema version.
pub(crate) fn set_version(version: i32) -> String {
    format!("PRAGMA user_version = {version}")
}
