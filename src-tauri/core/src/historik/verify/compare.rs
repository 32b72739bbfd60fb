//! The tables against the plan that the log gives: row by row, cell by cell.
use rusqlite::types::ValueRef;

use super::Check;
use super::state::{Held, Rows, State};
use crate::document::Document;
use crate::document::tables::Column;
use crate::error::Result;
use crate::historik::names::name_columns;
use crate::historik::{Finding, Part, Value, sql};

pub(super) fn check(document: &Document, state: State<'_>, check: &mut Check<'_>) -> Result<()> {
    let total = state.tables.len() as u64;
    for (done, rows) in state.tables.into_iter().enumerate() {
        check.at(Part::Tables, done as u64, total)?;
        check_table(document, rows, check)?;
    }
    check.at(Part::Tables, total, total)
}

fn check_table(document: &Document, mut logged: Rows<'_>, check: &mut Check<'_>) -> Result<()> {
    let table = logged.table;
    let columns: Vec<&Column> = table.cells().collect();
    let mut statement = document.read().prepare(&sql::raw_rows(table))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let part = || table.name.to_owned();
        let Ok(key) = row.get_ref(0)?.as_str() else {
            check.found(Finding::Text { kind: table.kind, part: part(), row: String::new() });
            continue;
        };
        let namn = || {
            let names = name_columns(table.kind).iter();
            let places = names.filter_map(|name| columns.iter().position(|c| c.name == *name));
            let texts = places.filter_map(|n| row.get::<_, String>(n + 1).ok());
            texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
        };
        let Some(held) = logged.rows.remove(key) else {
            check.found(Finding::NotLogged {
                kind: table.kind,
                part: part(),
                row: key.to_owned(),
                namn: namn(),
            });
            continue;
        };
        for (n, (column, held)) in columns.iter().zip(held.iter()).enumerate() {
            let found = row.get_ref(n + 1)?;
            if let ValueRef::Text(bytes) = found
                && std::str::from_utf8(bytes).is_err()
            {
                check.found(Finding::Text { kind: table.kind, part: part(), row: key.to_owned() });
            } else if !same(held, found) {
                check.found(Finding::Differs {
                    kind: table.kind,
                    part: part(),
                    row: key.to_owned(),
                    namn: namn(),
                    field: column.name.clone(),
                    logged: held_value(held),
                    found: found_value(found),
                });
            }
        }
    }
    // In key order: a hash map gives none.
    let mut missing: Vec<Box<str>> = logged.rows.into_keys().collect();
    missing.sort_unstable();
    for row in missing {
        let part = table.name.to_owned();
        check.found(Finding::Missing { kind: table.kind, part, row: row.into() });
    }
    Ok(())
}

fn same(held: &Held, found: ValueRef<'_>) -> bool {
    match (held, found) {
        (Held::Null, ValueRef::Null) => true,
        (Held::Int(a), ValueRef::Integer(b)) => *a == b,
        (Held::Text(a), ValueRef::Text(b)) => a.as_bytes() == b,
        (Held::Text(hex), ValueRef::Blob(bytes)) => {
            let digits = |b: &u8| [DIGITS[usize::from(b >> 4)], DIGITS[usize::from(b & 15)]];
            hex.bytes().eq(bytes.iter().flat_map(digits))
        }
        _ => false,
    }
}

/// As SQLite's `hex` writes them.
const DIGITS: &[u8; 16] = b"0123456789ABCDEF";

fn held_value(held: &Held) -> Value {
    match held {
        Held::Null => Value::Nothing,
        Held::Int(n) => Value::Number(*n),
        Held::Text(text) => Value::Text(text.to_string()),
    }
}

fn found_value(found: ValueRef<'_>) -> Value {
    match found {
        ValueRef::Null => Value::Nothing,
        ValueRef::Integer(n) => Value::Number(n),
        ValueRef::Real(x) => Value::Text(x.to_string()),
        ValueRef::Text(text) => Value::Text(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Blob(bytes) => Value::Text(crate::document::chain::hex(bytes).to_uppercase()),
    }
}
