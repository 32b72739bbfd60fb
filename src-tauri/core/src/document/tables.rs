//! The domain tables as the log sees them: their columns, their key, and which thing owns a row.
//! Columns are read from the file's own schema; only ownership is stated here.
use rusqlite::Connection;

use super::Kind;
use super::sql;
use crate::error::Result;

/// How the owning thing of a row is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    /// The row is the thing.
    Id,
    /// The thing is named by this column.
    Column(&'static str),
    /// A statusrad belongs to its aktivitet or its uppdrag.
    Status,
    /// A text belongs to what it is about, or to itself.
    Subject,
    /// No thing with an id.
    None,
}

/// Every table under the log, in an order where parents come before children.
pub(crate) const TABLES: &[(&str, Kind, Owner)] = &[
    ("installning", Kind::Installning, Owner::None),
    ("verksamhetsar", Kind::Verksamhetsar, Owner::None),
    ("befattning", Kind::Befattning, Owner::Id),
    ("organisation", Kind::Organisation, Owner::Id),
    ("niva", Kind::Niva, Owner::Id),
    ("mal", Kind::Mal, Owner::Id),
    ("malbedomning", Kind::Mal, Owner::Column("mal_id")),
    ("uppdrag", Kind::Uppdrag, Owner::Id),
    ("uppdrag_mal", Kind::Uppdrag, Owner::Column("uppdrag_id")),
    ("uppdrag_ansvarig", Kind::Uppdrag, Owner::Column("uppdrag_id")),
    ("uppdrag_fordelning", Kind::Uppdrag, Owner::Column("uppdrag_id")),
    ("aktivitet", Kind::Aktivitet, Owner::Id),
    ("aktivitet_ansvarig", Kind::Aktivitet, Owner::Column("aktivitet_id")),
    ("aktivitet_fordelning", Kind::Aktivitet, Owner::Column("aktivitet_id")),
    ("delaktivitet", Kind::Aktivitet, Owner::Column("aktivitet_id")),
    ("statusrad", Kind::Aktivitet, Owner::Status),
    ("matetal", Kind::Matetal, Owner::Id),
    ("matetal_mal", Kind::Matetal, Owner::Column("matetal_id")),
    ("matetal_uppdrag", Kind::Matetal, Owner::Column("matetal_id")),
    ("utfall", Kind::Matetal, Owner::Column("matetal_id")),
    ("malvarde", Kind::Matetal, Owner::Column("matetal_id")),
    ("jamforelse", Kind::Matetal, Owner::Column("matetal_id")),
    ("driftrad", Kind::Driftrad, Owner::Id),
    ("driftsumma", Kind::Driftrad, Owner::Column("summa_id")),
    ("driftbelopp", Kind::Driftrad, Owner::Column("driftrad_id")),
    ("verksamhet", Kind::Verksamhet, Owner::Id),
    ("verksamhetsbelopp", Kind::Verksamhet, Owner::Column("verksamhet_id")),
    ("uppfoljning", Kind::Uppfoljning, Owner::Id),
    ("avsnittstext", Kind::Avsnittstext, Owner::Subject),
    ("rapportmall", Kind::Rapportmall, Owner::None),
    ("rapport", Kind::Rapport, Owner::Id),
    ("rapportfil", Kind::Rapport, Owner::Column("rapport_id")),
];

/// Tables of the file that are not under the log.
pub(crate) const OUTSIDE_LOG: &[&str] = &["file_info", "change_set", "change", "checkpoint", "arkivfil"];

/// A column of a table under the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Column {
    pub(crate) name: String,
    /// Holds an id (every BLOB of a domain table is an id, logged as hex).
    pub(crate) blob: bool,
    pub(crate) nullable: bool,
    pub(crate) default: Default,
    /// Place in the primary key from 1; 0 outside it.
    pub(crate) pk: usize,
}

/// What a row written before the column existed has in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Default {
    Null,
    Int(i64),
    Text(String),
}

impl Default {
    /// Reads the literal of the schema (`''`, `'mor'`, `0`).
    fn parse(literal: Option<&str>) -> Default {
        let Some(literal) = literal else {
            return Default::Null;
        };
        match literal.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')) {
            Some(text) => Default::Text(text.replace("''", "'")),
            None => literal.parse().map_or(Default::Null, Default::Int),
        }
    }
}

/// A table under the log.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) owner: Owner,
    pub(crate) columns: Vec<Column>,
}

impl Table {
    /// The key columns in key order.
    pub(crate) fn key(&self) -> Vec<&Column> {
        let mut key: Vec<&Column> = self.columns.iter().filter(|c| c.pk > 0).collect();
        key.sort_by_key(|c| c.pk);
        key
    }

    /// The columns outside the key, in the schema's order: the cells of a log row.
    pub(crate) fn cells(&self) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(|c| c.pk == 0)
    }
}

/// Reads the tables under the log from the file's schema.
pub(crate) fn read(conn: &Connection) -> Result<Vec<Table>> {
    let mut statement = conn.prepare(sql::TABLE_COLUMNS)?;
    TABLES
        .iter()
        .map(|&(name, kind, owner)| {
            let columns = statement
                .query_map([name], |r| {
                    let pk: i32 = r.get("pk")?;
                    let not_null: bool = r.get("notnull")?;
                    Ok(Column {
                        name: r.get("name")?,
                        blob: r.get::<_, String>("type")? == "BLOB",
                        default: Default::parse(r.get::<_, Option<String>>("dflt_value")?.as_deref()),
                        nullable: !not_null && pk == 0,
                        pk: pk as usize,
                    })
                })?
                .collect::<rusqlite::Result<_>>()?;
            Ok(Table { name, kind, owner, columns })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;
    use crate::document::testing;

    #[test]
    fn every_table_of_the_schema_is_under_the_log_or_named_as_outside_it() {
        let document = testing::document();
        let mut known: Vec<String> =
            TABLES.iter().map(|t| t.0).chain(OUTSIDE_LOG.iter().copied()).map(str::to_owned).collect();
        known.sort();
        let found: Vec<String> = document
            .read()
            .prepare(sql::TABLE_NAMES)
            .unwrap()
            .query_map([], |r| r.get(0))
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap();
        assert_eq!(found, known);
    }
}
