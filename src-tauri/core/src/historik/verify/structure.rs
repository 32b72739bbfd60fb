//! SQLite's own checks, table by table, and the foreign keys with the rows that break them named.
use super::Check;
use crate::document::Document;
use crate::document::tables::OUTSIDE_LOG;
use crate::error::Result;
use crate::historik::{Finding, Part, sql};

pub(super) fn check(document: &Document, check: &mut Check<'_>) -> Result<()> {
    let names: Vec<&str> =
        document.tables().iter().map(|t| t.name).chain(OUTSIDE_LOG.iter().copied()).collect();
    for (done, name) in names.iter().enumerate() {
        check.at(Part::Sqlite, done as u64, names.len() as u64)?;
        let mut statement = document.read().prepare(&sql::integrity_check(name))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let words: String = row.get(0)?;
            if words != "ok" {
                check.found(Finding::Sqlite { words });
            }
        }
    }
    Ok(())
}

pub(super) fn check_foreign_keys(document: &Document, check: &mut Check<'_>) -> Result<()> {
    let tables = document.tables();
    for (done, table) in tables.iter().enumerate() {
        check.at(Part::ForeignKeys, done as u64, tables.len() as u64)?;
        let mut keys = document.read().prepare_cached(sql::FOREIGN_KEYS)?;
        let keys = keys.query_map([table.name], |r| {
            Ok((r.get("table")?, r.get("from")?, r.get::<_, Option<String>>("to")?))
        })?;
        for key in keys {
            let (parent, from, to): (String, String, Option<String>) = key?;
            let to = to.unwrap_or_else(|| "id".to_owned());
            let mut orphans = document.read().prepare(&sql::orphans(table, &from, &parent, &to))?;
            let mut orphans = orphans.query([])?;
            while let Some(row) = orphans.next()? {
                let row = row.get(0)?;
                check.found(Finding::ForeignKey { kind: table.kind, part: table.name.to_owned(), row });
            }
        }
    }
    Ok(())
}
