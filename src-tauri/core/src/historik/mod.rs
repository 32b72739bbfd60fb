//! History read out of the change log: who did what when, in things and fields, never in tables and columns.
//! The words a person reads are set in `plan_api`; this module gives identifiers and values.
mod cells;
mod dump;
mod log;
#[cfg(test)]
mod log_tests;
mod names;
mod search;
pub(crate) mod sql;
mod stack;
#[cfg(test)]
mod tests;
mod things;
mod undo;
mod verify;

pub(crate) use dump::dump;
pub use search::{LogFilter, LogPage};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::document::chain::hex;
use crate::document::transaction::read_head;
use crate::document::{ChangeKind, Changes, Document, Kind, Op};
use crate::error::Result;
use crate::id::ThingId;
use crate::state_enum::state_enum;

/// Who last touched a thing, when, after a point of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rord {
    pub thing: ThingId,
    pub vem: String,
    pub at: DateTime<Utc>,
    pub change_set: i64,
}

/// The newest link of the chain: printed on decided reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LogHead {
    /// 0 when nothing is logged yet.
    #[ts(type = "number")]
    pub nr: i64,
    /// 64 hex letters.
    pub hash: String,
}

/// What an undo or redo did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Undone {
    /// The verb that was undone or done again.
    pub op: Op,
    /// A thing's or a file's name, may be empty.
    pub label: String,
    pub changes: Changes,
}

/// What Ctrl+Z or Ctrl+Y would meet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Nothing is left in that direction.
    Nothing,
    /// A verb, with the name of what it touched.
    Verb { op: Op, label: String },
    /// A decision or a migration, where undo stops.
    Barrier { op: Op, label: String },
}

/// What undo and redo would do now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UndoState {
    pub undo: Step,
    pub redo: Step,
}

/// Which part of the log is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LogQuery {
    /// Only change sets older than this number: the next page starts at the last entry's `nr`.
    #[ts(type = "number | null")]
    pub before: Option<i64>,
    /// At most so many change sets.
    pub limit: u32,
    /// Only what touched this thing.
    pub thing: Option<ThingId>,
    /// At most so many things per change set; the rest is counted in `more`.
    pub most_things: u32,
}

impl Default for LogQuery {
    fn default() -> Self {
        LogQuery { before: None, limit: 50, thing: None, most_things: 20 }
    }
}

/// One change set, as history tells it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct LogEntry {
    #[ts(type = "number")]
    pub nr: i64,
    #[ts(type = "string")]
    pub at: DateTime<Utc>,
    pub vem: String,
    pub op: Op,
    pub kind: ChangeKind,
    /// The name of what was touched, or what the verb said of itself; may be empty.
    pub label: String,
    /// The change set that this one undoes or does again.
    #[ts(type = "number | null")]
    pub undoes: Option<i64>,
    /// True when the change set does not hold now: it was undone and not done again.
    pub undone: bool,
    pub things: Vec<Changed>,
    /// So many things more were touched than are listed.
    pub more: u32,
}

state_enum! {
    /// What happened to a thing or a part of it.
    Happening { Created = "created", Updated = "updated", Deleted = "deleted" }
}

/// One thing touched by a change set.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Changed {
    pub kind: Kind,
    /// `None` for what has no id (settings, years, the report template).
    pub id: Option<ThingId>,
    /// Its name at that time (titel, namn, with nr before it where there is one); may be empty.
    pub namn: String,
    /// What tells it apart where there is no name: a setting's key, a year, slag and period of a report …
    pub key: Vec<(String, Value)>,
    /// What happened to the thing itself; `Updated` when only a part of it was touched.
    pub what: Happening,
    pub fields: Vec<Field>,
    /// So many fields more changed than are listed.
    pub more_fields: u32,
}

/// One value that changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Field {
    /// Empty for the thing's own fields, else the part: `utfall`, `malvarde`, `status`, `delaktiviteter`, `ansvariga` …
    pub part: String,
    /// Which one of the parts: organisation, year, month, kon … the thing linked to, or the part's own title.
    pub key: Vec<(String, Value)>,
    /// Identifier of the field as in the file, without `_id` ("titel", "end_date", "mottagare"); empty when the part
    /// itself came (`new`) or went (`old`). Values are millionths of the unit (`varde`), öre (`ore`, `kostnad_ore`),
    /// ISO dates or state codes. `sort_key` has no values: the thing was moved among its siblings.
    pub name: String,
    pub old: Value,
    pub new: Value,
}

/// A value of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    Nothing,
    Text(String),
    Number(#[ts(type = "number")] i64),
    /// Another thing, by its name at reading (empty when it is gone).
    Thing {
        kind: Kind,
        id: ThingId,
        namn: String,
    },
}

/// How far a long check has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Progress {
    pub part: Part,
    /// Steps done and in all, of this part.
    #[ts(type = "number")]
    pub done: u64,
    #[ts(type = "number")]
    pub total: u64,
}

state_enum! {
    /// The parts of `kontrollera`, in their order.
    Part { Sqlite = "sqlite", ForeignKeys = "foreign_keys", Log = "log", Tables = "tables", Archive = "archive" }
}

/// Something that `kontrollera` found wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "finding")]
pub enum Finding {
    /// SQLite's own words about the file's structure.
    Sqlite { words: String },
    /// A row points at a thing that is not there.
    ForeignKey { kind: Kind, part: String, row: String },
    /// The chain breaks at this change set: the log was changed afterwards.
    Chain {
        #[ts(type = "number")]
        nr: i64,
    },
    /// A row of the log cannot be read or does not follow from what stood before it.
    LogRow {
        #[ts(type = "number")]
        nr: i64,
    },
    /// A row is in the plan but not in the log.
    NotLogged { kind: Kind, part: String, row: String, namn: String },
    /// A row is in the log but not in the plan.
    Missing { kind: Kind, part: String, row: String },
    /// A field's value is not the one that was logged.
    Differs {
        kind: Kind,
        part: String,
        row: String,
        namn: String,
        field: String,
        logged: Value,
        found: Value,
    },
    /// An archived file is gone or changed.
    Archive { sha256: String },
    /// Text that is not text.
    Text { kind: Kind, part: String, row: String },
    /// A checkpoint cannot be read.
    Checkpoint {
        #[ts(type = "number")]
        nr: i64,
    },
}

impl Document {
    /// The chain's head.
    pub fn head(&self) -> Result<LogHead> {
        let head = read_head(self.read())?;
        Ok(LogHead { nr: head.nr, hash: hex(&head.hash) })
    }

    /// Things touched after change set `nr`, each with who touched it last; by id.
    pub fn touched_since(&self, nr: i64) -> Result<Vec<Rord>> {
        let after: i64 =
            self.read().prepare_cached(sql::LAST_CHANGE_BEFORE)?.query_row([nr + 1], |r| r.get(0))?;
        let mut statement = self.read().prepare_cached(sql::TOUCHED_SINCE)?;
        let rows = statement.query_map([after], |r| {
            Ok(Rord {
                thing: r.get("thing")?,
                vem: r.get("vem")?,
                at: instant(&r.get::<_, String>("at")?),
                change_set: r.get("change_set")?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

/// Reads a stored time. A text that is none (only in a damaged file) reads as the start of time.
pub(crate) fn instant(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).map(|at| at.with_timezone(&Utc)).unwrap_or_default()
}
