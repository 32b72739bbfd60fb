//! What a thing is called in history: its name as it was then, and what an id in a cell stands for.
use std::cell::RefCell;
use std::collections::BTreeMap;

use foldhash::HashMap;
use rusqlite::OptionalExtension;
use rusqlite::types::ValueRef;
use uuid::Uuid;

use super::cells::{Cell, Logged, parse_key};
use super::stack::Set;
use super::{Value, sql};
use crate::document::chain::ChangeRow;
use crate::document::tables::{Owner, Table};
use crate::document::transaction::touched;
use crate::document::{Document, Kind, Op};
use crate::error::Result;
use crate::id::ThingId;

/// The columns that make up a thing's name, in its own table.
pub(crate) fn name_columns(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Mal | Kind::Uppdrag | Kind::Aktivitet | Kind::Matetal => &["nr", "titel"],
        Kind::Befattning => &["titel"],
        Kind::Organisation | Kind::Driftrad | Kind::Verksamhet => &["namn"],
        Kind::Niva => &["singular"],
        Kind::Installning
        | Kind::Verksamhetsar
        | Kind::Uppfoljning
        | Kind::Avsnittstext
        | Kind::Rapportmall
        | Kind::Rapport => &[],
    }
}

/// The columns that tell apart things without a name.
pub(crate) fn key_columns(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Uppfoljning => &["slag", "year", "month"],
        Kind::Rapport => &["slag", "year", "month", "version"],
        Kind::Avsnittstext => &["avsnitt", "year", "month", "subject_id", "organisation_id"],
        Kind::Mal
        | Kind::Uppdrag
        | Kind::Aktivitet
        | Kind::Matetal
        | Kind::Befattning
        | Kind::Organisation
        | Kind::Driftrad
        | Kind::Verksamhet
        | Kind::Niva
        | Kind::Installning
        | Kind::Verksamhetsar
        | Kind::Rapportmall => &[],
    }
}

/// The label of a change set: what the verb said, else the name of the first thing it touched.
pub(crate) fn label(document: &Document, set: &Set) -> Result<String> {
    // The label of a checkpoint is a hash, for the chain only.
    if matches!(set.op, Op::Checkpoint | Op::Migrate) {
        return Ok(String::new());
    }
    if !set.label.is_empty() {
        return Ok(set.label.clone());
    }
    let conn = document.read();
    let after: i64 = conn.prepare_cached(sql::LAST_CHANGE_BEFORE)?.query_row([set.nr], |r| r.get(0))?;
    let mut statement = conn.prepare_cached(sql::FIRST_ROW)?;
    let mut rows = statement.query((after, set.last_change))?;
    let Some(row) = rows.next()? else {
        return Ok(String::new());
    };
    let row = ChangeRow::of(row)?;
    let Some(table) = document.tables().iter().find(|t| t.name == row.table) else {
        return Ok(String::new());
    };
    let (kind, Some(ThingId(id))) = touched(table, &row) else {
        return Ok(String::new());
    };
    let names = Names::of(document)?;
    Ok(names.facts(kind, id, row.thing.unwrap_or_default(), set.last_change)?.namn)
}

/// A thing's name, and what else tells it apart.
pub(crate) struct Facts {
    pub(crate) namn: String,
    pub(crate) key: Vec<(String, Value)>,
}

/// Resolves ids to names; asks the file once per thing.
pub(crate) struct Names<'d> {
    document: &'d Document,
    /// Which kind of thing a column points at.
    points_at: BTreeMap<(&'static str, String), Kind>,
    known: RefCell<HashMap<(Kind, Uuid), String>>,
}

impl<'d> Names<'d> {
    pub(crate) fn of(document: &'d Document) -> Result<Names<'d>> {
        let mut points_at = BTreeMap::new();
        for table in document.tables() {
            let mut statement = document.read().prepare_cached(sql::FOREIGN_KEYS)?;
            let keys = statement.query_map([table.name], |r| {
                Ok((r.get::<_, String>("table")?, r.get::<_, String>("from")?))
            })?;
            for key in keys {
                let (parent, column) = key?;
                if let Some(kind) = Kind::parse(&parent) {
                    points_at.insert((table.name, column), kind);
                }
            }
        }
        Ok(Names { document, points_at, known: RefCell::default() })
    }

    /// A cell as history shows it: an id becomes the thing it names.
    pub(crate) fn value(&self, table: &Table, column: &str, cell: &Cell<'_>) -> Result<Value> {
        let id = match cell {
            Cell::Null => return Ok(Value::Nothing),
            Cell::Int(n) => return Ok(Value::Number(*n)),
            Cell::Text(text) if table.columns.iter().any(|c| c.blob && c.name == column) => {
                Uuid::parse_str(text).ok()
            }
            Cell::Text(_) => None,
        };
        let kind = match (id, self.points_at.get(&(table.name, column.to_owned()))) {
            (Some(_), Some(kind)) => Some(*kind),
            (Some(id), None) => self.kind_of(id)?,
            (None, _) => None,
        };
        match (kind, id) {
            (Some(kind), Some(id)) => Ok(Value::Thing { kind, id: ThingId(id), namn: self.now(kind, id)? }),
            _ => Ok(Value::Text(cell.text().unwrap_or_default().to_owned())),
        }
    }

    /// The name of a thing as it is now, or was last.
    fn now(&self, kind: Kind, id: Uuid) -> Result<String> {
        if let Some(namn) = self.known.borrow().get(&(kind, id)) {
            return Ok(namn.clone());
        }
        let namn = self.facts(kind, id, id.as_bytes(), i64::MAX)?.namn;
        self.known.borrow_mut().insert((kind, id), namn.clone());
        Ok(namn)
    }

    /// What the thing was called right after change `nr`. `thing` is the owner its own row is logged under.
    pub(crate) fn facts(&self, kind: Kind, id: Uuid, thing: &[u8], nr: i64) -> Result<Facts> {
        let (name, key) = (name_columns(kind), key_columns(kind));
        let columns: Vec<&str> = name.iter().chain(key).copied().collect();
        let table = self.document.tables().iter().find(|t| t.name == kind.as_str());
        let (Some(table), false) = (table, columns.is_empty()) else {
            return Ok(Facts { namn: String::new(), key: Vec::new() });
        };
        let mut found = self.later(table, id, (thing, nr), &columns)?;
        if found.iter().any(Option::is_none) {
            self.current(table, id, &columns, &mut found)?;
        }
        if found.iter().all(Option::is_none) {
            found = self.at_deletion(table, id, thing, &columns)?;
        }
        let namn: Vec<&str> = found.iter().take(name.len()).flatten().filter_map(Cell::text).collect();
        let namn = namn.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
        let key = key.iter().zip(&found[name.len()..]).map(|(column, cell)| {
            let value = cell.as_ref().map_or(Ok(Value::Nothing), |c| self.value(table, column, c))?;
            Ok((plain(column).to_owned(), value))
        });
        let key: Vec<(String, Value)> = key.collect::<Result<_>>()?;
        Ok(Facts { namn, key: key.into_iter().filter(|(_, v)| *v != Value::Nothing).collect() })
    }

    /// What later changes say the cells were before them.
    fn later(
        &self,
        table: &Table,
        id: Uuid,
        (thing, nr): (&[u8], i64),
        columns: &[&str],
    ) -> Result<Vec<Option<Cell<'static>>>> {
        let mut found = vec![None; columns.len()];
        let mut statement = self.document.read().prepare_cached(sql::THING_AFTER)?;
        let mut rows = statement.query((thing, table.name, nr))?;
        while let Some(row) = rows.next()? {
            let (key, op) = (row.get_ref(0)?.as_str(), row.get_ref(1)?.as_str());
            let (Ok(key), Ok(op), Ok(cells)) = (key, op, row.get_ref(2)?.as_str()) else {
                continue;
            };
            if !is_key_of(key, id) {
                continue;
            }
            let logged = Logged::parse(op, cells);
            for (place, column) in columns.iter().enumerate().filter(|_| logged.is_some()) {
                let was = match &logged {
                    Some(Logged::Update(cells)) => cells.get(column).map(|(old, _)| old),
                    Some(Logged::Delete(cells)) => cells.get(column),
                    _ => None,
                };
                if found[place].is_none() {
                    found[place] = was.cloned().map(Cell::into_owned);
                }
            }
            if op == "D" {
                break;
            }
        }
        Ok(found)
    }

    fn current(
        &self,
        table: &Table,
        id: Uuid,
        columns: &[&str],
        found: &mut [Option<Cell<'static>>],
    ) -> Result<()> {
        let mut statement = self.document.read().prepare_cached(&sql::row_by_id(table.name, columns))?;
        let mut rows = statement.query([id.as_bytes()])?;
        if let Some(row) = rows.next()? {
            for (place, cell) in found.iter_mut().enumerate().filter(|(_, cell)| cell.is_none()) {
                *cell = Some(match row.get_ref(place)? {
                    ValueRef::Integer(n) => Cell::Int(n),
                    ValueRef::Text(text) => Cell::Text(String::from_utf8_lossy(text).into_owned().into()),
                    ValueRef::Blob(id) => Cell::Text(crate::document::chain::hex(id).into()),
                    _ => Cell::Null,
                });
            }
        }
        Ok(())
    }

    /// The name of a thing that is gone: as it was when it went.
    fn at_deletion(
        &self,
        table: &Table,
        id: Uuid,
        thing: &[u8],
        columns: &[&str],
    ) -> Result<Vec<Option<Cell<'static>>>> {
        let mut statement = self.document.read().prepare_cached(sql::THING_DELETED)?;
        let mut rows = statement.query((thing, table.name))?;
        while let Some(row) = rows.next()? {
            if let (Ok(key), Ok(cells)) = (row.get_ref(0)?.as_str(), row.get_ref(1)?.as_str())
                && is_key_of(key, id)
                && let Some(Logged::Delete(cells)) = Logged::parse("D", cells)
            {
                return Ok(columns.iter().map(|c| cells.get(c).cloned().map(Cell::into_owned)).collect());
            }
        }
        Ok(vec![None; columns.len()])
    }

    /// The status that a statusrad with these cells took over from, of the same thing and unit.
    pub(crate) fn status_before<'c>(
        &self,
        cell: &dyn Fn(&str) -> Cell<'c>,
    ) -> Result<Option<(String, Option<i64>)>> {
        let id = |name: &str| cell(name).text().and_then(|hex| Uuid::parse_str(hex).ok()).map(ThingId);
        let number = |name: &str| match cell(name) {
            Cell::Int(n) => n,
            _ => 0,
        };
        let mut statement = self.document.read().prepare_cached(sql::STATUS_BEFORE)?;
        let place = (number("year"), number("month"), number("seq"));
        let before = statement.query_row(
            (id("aktivitet_id"), id("uppdrag_id"), id("organisation_id"), place.0, place.1, place.2),
            |r| Ok((r.get(0)?, r.get(1)?)),
        );
        Ok(before.optional()?)
    }

    /// The title of a part with an id of its own (hex), as it is now; empty when it is gone.
    pub(crate) fn title_of_part(&self, table: &Table, id: &str) -> Result<String> {
        let mut statement = self.document.read().prepare_cached(&sql::row_by_id(table.name, &["titel"]))?;
        let id = Uuid::parse_str(id).ok().map(ThingId);
        Ok(statement.query_row([id], |r| r.get(0)).optional()?.unwrap_or_default())
    }

    /// Which kind of thing has this id, among those that are there.
    fn kind_of(&self, id: Uuid) -> Result<Option<Kind>> {
        for table in self.document.tables().iter().filter(|t| t.owner == Owner::Id) {
            let mut statement = self.document.read().prepare_cached(&sql::row_by_id(table.name, &["id"]))?;
            if statement.query_row([id.as_bytes()], |_| Ok(())).optional()?.is_some() {
                return Ok(Some(table.kind));
            }
        }
        Ok(None)
    }
}

fn is_key_of(key: &str, id: Uuid) -> bool {
    let key = parse_key(key).unwrap_or_default();
    matches!(&key[..], [Cell::Text(hex)] if Uuid::parse_str(hex) == Ok(id))
}

/// A column as a field of history: `organisation_id` tells of an organisation.
pub(crate) fn plain(column: &str) -> &str {
    column.strip_suffix("_id").unwrap_or(column)
}
