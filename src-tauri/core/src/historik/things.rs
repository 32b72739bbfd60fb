//! From rows to things: the rows of one change set gathered under the things they belong to, as fields old → new.

use foldhash::HashMap;
use uuid::Uuid;

use super::cells::{Cell, Logged, parse_key};
use super::names::{Names, key_columns, plain};
use super::{Changed, Field, Happening, Value};
use crate::document::Kind;
use crate::document::chain::ChangeRow;
use crate::document::tables::{Column, Default, Owner, Table};
use crate::document::transaction::touched;
use crate::error::Result;
use crate::id::ThingId;

/// Beyond this many fields of a thing they are counted only.
const MOST_FIELDS: usize = 100;

/// Columns that tell a reader nothing, or far too much.
const UNTOLD: &[&str] = &["seq", "fakta", "innehall", "log_nr", "log_head"];

/// The things of one change set, in the order they were touched.
pub(super) struct Gathered<'n> {
    names: &'n Names<'n>,
    most: usize,
    places: HashMap<(Kind, Option<Uuid>, String), usize>,
    things: Vec<Thing>,
}

struct Thing {
    changed: Changed,
    /// The id its own row is logged under.
    owner: Vec<u8>,
}

/// A cell that changed.
struct Turn<'a> {
    column: &'a Column,
    old: Cell<'a>,
    new: Cell<'a>,
}

impl<'n> Gathered<'n> {
    pub(super) fn new(names: &'n Names<'n>, most: usize) -> Gathered<'n> {
        Gathered { names, most, places: HashMap::default(), things: Vec::new() }
    }

    /// Takes in one row of the log.
    pub(super) fn add(&mut self, table: &Table, row: &ChangeRow<'_>) -> Result<()> {
        let (kind, id) = touched(table, row);
        let without_id = if id.is_none() { row.row.to_owned() } else { String::new() };
        let place = self.places.len();
        let place = *self.places.entry((kind, id.map(|id| id.0), without_id)).or_insert(place);
        if place >= self.most {
            return Ok(());
        }
        if place == self.things.len() {
            self.things.push(Thing::new(kind, id, row));
        }
        let (Some(logged), Some(key)) = (Logged::parse(row.op, row.cells), parse_key(row.row)) else {
            return Ok(());
        };
        let fields = if matches!(table.owner, Owner::Id | Owner::Subject | Owner::None) {
            self.things[place].happened(&logged);
            self.own_fields(table, &key, &logged, place)?
        } else {
            self.part_fields(table, &key, &logged)?
        };
        for field in fields {
            self.things[place].merge(field);
        }
        Ok(())
    }

    /// The things with their names as of change `nr`, and how many were only counted.
    pub(super) fn finish(self, nr: i64) -> Result<(Vec<Changed>, u32)> {
        let more = self.places.len() - self.things.len();
        let names = self.names;
        let things = self.things.into_iter().map(|thing| {
            let mut changed = thing.changed;
            if let Some(ThingId(id)) = changed.id {
                let facts = names.facts(changed.kind, id, &thing.owner, nr)?;
                (changed.namn, changed.key) = (facts.namn, facts.key);
            }
            Ok(changed)
        });
        Ok((things.collect::<Result<_>>()?, more as u32))
    }

    fn own_fields(
        &mut self,
        table: &Table,
        key: &[Cell<'_>],
        logged: &Logged<'_>,
        place: usize,
    ) -> Result<Vec<Field>> {
        if table.owner == Owner::None {
            self.things[place].changed.key = self.key_values(table, table.key().into_iter().zip(key))?;
        }
        let known = key_columns(table.kind);
        turns(table, logged)
            .into_iter()
            .filter(|turn| !known.contains(&turn.column.name.as_str()))
            .map(|turn| self.field(table, "", &[], &turn))
            .collect()
    }

    fn part_fields(&self, table: &Table, key: &[Cell<'_>], logged: &Logged<'_>) -> Result<Vec<Field>> {
        let part = part_name(table.name);
        let (key, told) = match table.name {
            "statusrad" => return self.status_fields(table, logged),
            "delaktivitet" => (vec![("titel".to_owned(), self.part_title(table, key, logged)?)], "titel"),
            _ => {
                let owner = |c: &Column| is_owner(table, &c.name);
                let rest = table.key().into_iter().zip(key).filter(|(column, _)| !owner(column));
                (self.key_values(table, rest)?, "")
            }
        };
        let mut fields = Vec::new();
        // A link, or a part whose coming or going is itself the news.
        if let [(_, linked)] = &key[..] {
            let (old, new) = match logged {
                Logged::Insert(_) => (Value::Nothing, linked.clone()),
                Logged::Delete(_) => (linked.clone(), Value::Nothing),
                Logged::Update(_) => (Value::Nothing, Value::Nothing),
            };
            if old != new {
                fields.push(Field { part: part.to_owned(), key: key.clone(), name: String::new(), old, new });
            }
        }
        let is_update = matches!(logged, Logged::Update(_));
        for turn in turns(table, logged) {
            let name = turn.column.name.as_str();
            if !is_owner(table, name) && (is_update || name != told) {
                fields.push(self.field(table, part, &key, &turn)?);
            }
        }
        Ok(fields)
    }

    /// A new statusrad is told against the one before it.
    fn status_fields(&self, table: &Table, logged: &Logged<'_>) -> Result<Vec<Field>> {
        let (Logged::Insert(cells) | Logged::Delete(cells)) = logged else {
            return Ok(Vec::new());
        };
        let cell = |name: &str| cells.get(name).cloned().unwrap_or(Cell::Null);
        let mut key = Vec::new();
        for column in ["organisation_id", "year", "month"] {
            let value = self.names.value(table, column, &cell(column))?;
            if value != Value::Nothing {
                key.push((plain(column).to_owned(), value));
            }
        }
        let before = self.names.status_before(&cell)?;
        let inserted = matches!(logged, Logged::Insert(_));
        let mut fields = Vec::new();
        for name in ["status", "fardiggrad", "kommentar"] {
            let this = self.names.value(table, name, &cell(name))?;
            let other = match (&before, name) {
                (Some((status, _)), "status") => Value::Text(status.clone()),
                (Some((_, Some(grad))), "fardiggrad") => Value::Number(*grad),
                _ => Value::Nothing,
            };
            let (old, new) = if inserted { (other, this) } else { (this, other) };
            let empty = |v: &Value| matches!(v, Value::Nothing) || *v == Value::Text(String::new());
            if name == "status" || (old != new && !(empty(&old) && empty(&new))) {
                fields.push(Field {
                    part: "status".to_owned(),
                    key: key.clone(),
                    name: name.to_owned(),
                    old,
                    new,
                });
            }
        }
        Ok(fields)
    }

    fn part_title(&self, table: &Table, key: &[Cell<'_>], logged: &Logged<'_>) -> Result<Value> {
        let text = match logged {
            Logged::Insert(cells) | Logged::Delete(cells) => cells.get("titel").and_then(Cell::text),
            Logged::Update(cells) => cells.get("titel").and_then(|(old, _)| old.text()),
        };
        match (text, key) {
            (Some(text), _) => Ok(Value::Text(text.to_owned())),
            (None, [Cell::Text(id)]) => Ok(Value::Text(self.names.title_of_part(table, id)?)),
            _ => Ok(Value::Nothing),
        }
    }

    fn key_values<'c>(
        &self,
        table: &Table,
        key: impl Iterator<Item = (&'c Column, &'c Cell<'c>)>,
    ) -> Result<Vec<(String, Value)>> {
        key.map(|(column, cell)| {
            Ok((plain(&column.name).to_owned(), self.names.value(table, &column.name, cell)?))
        })
        .collect()
    }

    fn field(&self, table: &Table, part: &str, key: &[(String, Value)], turn: &Turn<'_>) -> Result<Field> {
        let name = turn.column.name.as_str();
        // The letters of a sort key mean nothing: only that the place changed.
        let value = |cell: &Cell<'_>| match name {
            "sort_key" => Ok(Value::Nothing),
            _ => self.names.value(table, name, cell),
        };
        Ok(Field {
            part: part.to_owned(),
            key: key.to_vec(),
            name: plain(name).to_owned(),
            old: value(&turn.old)?,
            new: value(&turn.new)?,
        })
    }
}

impl Thing {
    fn new(kind: Kind, id: Option<ThingId>, row: &ChangeRow<'_>) -> Thing {
        Thing {
            changed: Changed {
                kind,
                id,
                namn: String::new(),
                key: Vec::new(),
                what: Happening::Updated,
                fields: Vec::new(),
                more_fields: 0,
            },
            owner: row.thing.unwrap_or_default().to_vec(),
        }
    }

    fn happened(&mut self, logged: &Logged<'_>) {
        self.changed.what = match (logged, self.changed.what) {
            // Taken away and put back at once is a change (INSERT OR REPLACE).
            (Logged::Insert(_), Happening::Deleted) => Happening::Updated,
            (Logged::Insert(_), _) => Happening::Created,
            (Logged::Delete(_), _) => Happening::Deleted,
            (Logged::Update(_), what) => what,
        };
    }

    /// A field changed twice is told once, and not at all when it is back where it was.
    fn merge(&mut self, field: Field) {
        let fields = &mut self.changed.fields;
        let same = |f: &Field| f.part == field.part && f.key == field.key && f.name == field.name;
        match fields.iter().position(same) {
            Some(place) if fields[place].old == field.new => drop(fields.remove(place)),
            Some(place) => fields[place].new = field.new,
            None if fields.len() < MOST_FIELDS => fields.push(field),
            None => self.changed.more_fields += 1,
        }
    }
}

/// The cells of a log row as old → new; what is empty or as by default is left out when a row comes or goes.
fn turns<'a>(table: &'a Table, logged: &'a Logged<'a>) -> Vec<Turn<'a>> {
    let column = |name: &str| table.cells().find(|c| c.name == name && !UNTOLD.contains(&name));
    let told = |column: &Column, cell: &Cell<'_>| column.name != "sort_key" && !is_default(column, cell);
    match logged {
        Logged::Update(cells) => {
            let turn = |(name, (old, new)): &(_, (Cell<'a>, Cell<'a>))| {
                let name: &std::borrow::Cow<'a, str> = name;
                Some(Turn { column: column(name)?, old: old.clone(), new: new.clone() })
            };
            cells.0.iter().filter_map(turn).collect()
        }
        Logged::Insert(cells) | Logged::Delete(cells) => {
            let inserted = matches!(logged, Logged::Insert(_));
            let cells = cells.0.iter().filter_map(|(name, cell)| Some((column(name)?, cell)));
            cells
                .filter(|(column, cell)| told(column, cell))
                .map(|(column, cell)| match inserted {
                    true => Turn { column, old: Cell::Null, new: cell.clone() },
                    false => Turn { column, old: cell.clone(), new: Cell::Null },
                })
                .collect()
        }
    }
}

fn is_default(column: &Column, cell: &Cell<'_>) -> bool {
    match (cell, &column.default) {
        (Cell::Null, _) => true,
        (Cell::Int(n), Default::Int(default)) => n == default,
        (Cell::Text(text), Default::Text(default)) => *text == default.as_str(),
        (Cell::Text(text), _) => text.is_empty(),
        _ => false,
    }
}

fn is_owner(table: &Table, column: &str) -> bool {
    matches!(table.owner, Owner::Column(owner) if owner == column)
}

/// A part as it is called in the structs.
fn part_name(table: &'static str) -> &'static str {
    match table {
        "uppdrag_ansvarig" | "aktivitet_ansvarig" => "ansvariga",
        "uppdrag_fordelning" | "aktivitet_fordelning" => "fordelning",
        "uppdrag_mal" => "bidrar_till",
        "matetal_mal" => "mal",
        "matetal_uppdrag" => "uppdrag",
        "driftsumma" => "delar",
        "rapportfil" => "filer",
        "delaktivitet" => "delaktiviteter",
        other => other,
    }
}
