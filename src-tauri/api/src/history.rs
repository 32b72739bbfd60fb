//! The change log in words a chef understands: who, when, what, old → new. Identifiers and values come from
//! plan-core; the words from [`crate::texts`].
use plan_core::document::{ChangeKind, Document, Kind, Op};
use plan_core::historik::{Changed, Field, Happening, LogEntry, LogQuery, Step, Undone};
use plan_core::id::ThingId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::bild::historik::tillbaka::{self, Tillbaka};
use crate::error::Error;
use crate::texts::rule::capitalised;
use crate::texts::value::{Place, words};
use crate::texts::{field, op, thing, which};

/// Which part of the log is asked for; nothing given: the newest fifty.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ReadLog {
    /// Only entries older than this number.
    #[ts(type = "number")]
    pub before: Option<i64>,
    /// At most so many.
    pub limit: Option<u32>,
    /// Only what touched this thing.
    pub thing: Option<ThingId>,
}

/// The log, newest first.
#[derive(Debug, Serialize, TS)]
pub struct Logg {
    pub poster: Vec<Loggpost>,
}

/// One change.
#[derive(Debug, Serialize, TS)]
pub struct Loggpost {
    #[ts(type = "number")]
    pub nr: i64,
    /// RFC 3339, UTC.
    pub at: String,
    pub vem: String,
    pub op: Op,
    pub slag: ChangeKind,
    /// "Ändra aktivitet: Rekrytera sjuksköterskor".
    pub rubrik: String,
    /// The entry that this one undoes or does again.
    #[ts(type = "number | null")]
    pub angrar: Option<i64>,
    /// It was undone and not done again: it does not hold now.
    pub angrad: bool,
    pub saker: Vec<Loggsak>,
    /// So many things more were touched than are listed.
    pub fler: u32,
}

/// A thing that a change touched.
#[derive(Debug, Serialize, TS)]
pub struct Loggsak {
    pub kind: Kind,
    pub id: Option<ThingId>,
    /// "Aktivitet ”Rekrytera sjuksköterskor” ändrades".
    pub mening: String,
    pub falt: Vec<Loggfalt>,
    /// So many fields more changed than are listed.
    pub fler: u32,
}

/// A value that changed.
#[derive(Debug, Serialize, TS)]
pub struct Loggfalt {
    /// "Slutdatum", "Utfall, oktober 2026".
    pub falt: String,
    pub fran: String,
    pub till: String,
    /// What sets the older value back; for the screen.
    #[serde(skip)]
    #[ts(skip)]
    pub(crate) tillbaka: Option<Tillbaka>,
}

/// What undo and redo would do, as it stands in the menu.
#[derive(Debug, Serialize, TS)]
pub struct Angralage {
    pub undo: Angrasteg,
    pub redo: Angrasteg,
}

/// One direction.
#[derive(Debug, Serialize, TS)]
pub struct Angrasteg {
    pub mojligt: bool,
    /// A decision, a locking or a migration stands in the way: whoever tries is told what to do.
    pub hinder: bool,
    /// "Ångra: ändra aktivitet", or why it cannot be done.
    pub text: String,
}

/// What an undo or redo did.
#[derive(Debug, Serialize, TS)]
pub struct Angrat {
    /// "Ångra: ändra aktivitet".
    pub text: String,
    pub op: Op,
    pub namn: String,
    pub changes: plan_core::document::Changes,
}

/// The log in words.
pub(crate) fn read_log(document: &Document, request: ReadLog) -> Result<Logg, Error> {
    let default = LogQuery::default();
    let query = LogQuery {
        before: request.before,
        limit: request.limit.unwrap_or(default.limit),
        thing: request.thing,
        ..default
    };
    Ok(Logg { poster: document.log(query)?.into_iter().map(post).collect() })
}

/// What undo and redo would do now.
pub(crate) fn undo_state(document: &Document) -> Result<Angralage, Error> {
    let state = document.undo_state()?;
    Ok(Angralage { undo: step(&state.undo, op::undo), redo: step(&state.redo, op::redo) })
}

/// An undo, told.
pub(crate) fn undone(done: Undone) -> Angrat {
    Angrat { text: op::undo(done.op), op: done.op, namn: done.label, changes: done.changes }
}

/// A redo, told.
pub(crate) fn redone(done: Undone) -> Angrat {
    Angrat { text: op::redo(done.op), op: done.op, namn: done.label, changes: done.changes }
}

fn step(step: &Step, say: fn(Op) -> String) -> Angrasteg {
    match step {
        Step::Nothing => {
            Angrasteg { mojligt: false, hinder: false, text: "Inget att ångra eller göra om".into() }
        }
        Step::Verb { op, .. } => Angrasteg { mojligt: true, hinder: false, text: say(*op) },
        Step::Barrier { op: barrier, .. } => Angrasteg {
            mojligt: false,
            hinder: true,
            text: format!("Det går inte att ångra förbi: {}", op::label(*barrier)),
        },
    }
}

pub(crate) fn post(entry: LogEntry) -> Loggpost {
    Loggpost {
        nr: entry.nr,
        at: entry.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
        rubrik: heading(&entry),
        vem: entry.vem,
        op: entry.op,
        slag: entry.kind,
        angrar: entry.undoes,
        angrad: entry.undone,
        saker: entry.things.iter().map(sak).collect(),
        fler: entry.more,
    }
}

fn heading(entry: &LogEntry) -> String {
    let verb = match entry.kind {
        ChangeKind::Undo => op::undo(entry.op),
        ChangeKind::Redo => op::redo(entry.op),
        _ => op::title(entry.op),
    };
    let name = match (entry.label.as_str(), entry.things.first()) {
        ("", Some(first)) => name_of(first),
        (label, _) => label.to_owned(),
    };
    if name.is_empty() { verb } else { format!("{verb}: {name}") }
}

fn sak(changed: &Changed) -> Loggsak {
    let table = changed.kind.as_str();
    let word = thing::singular(table).unwrap_or("Uppgift");
    let name = name_of(changed);
    let name = if name.is_empty() { name } else { format!(" ”{name}”") };
    let happened = match changed.what {
        Happening::Created => "lades till",
        Happening::Updated => "ändrades",
        Happening::Deleted => "togs bort",
    };
    Loggsak {
        kind: changed.kind,
        id: changed.id,
        mening: format!("{word}{name} {happened}"),
        falt: changed.fields.iter().map(|f| falt(changed, f)).collect(),
        fler: changed.more_fields,
    }
}

/// What the thing is called, or what tells it apart where it has no name.
fn name_of(changed: &Changed) -> String {
    match changed.namn.as_str() {
        "" => which::words_of(changed.kind.as_str(), &changed.key),
        namn => namn.to_owned(),
    }
}

fn falt(thing: &Changed, changed: &Field) -> Loggfalt {
    let kind = thing.kind;
    let table = thing::table_of(kind, &changed.part);
    let place = Place { table, field: &changed.name };
    if changed.name == "sort_key" {
        // The key itself tells a reader nothing: only that the place is another.
        return Loggfalt {
            falt: label(table, changed),
            fran: "–".into(),
            till: "flyttad".into(),
            tillbaka: None,
        };
    }
    Loggfalt {
        falt: label(table, changed),
        fran: words(place, &changed.old),
        till: words(place, &changed.new),
        tillbaka: if thing.what == Happening::Updated { tillbaka::of(kind, changed) } else { None },
    }
}

/// The field's word; of a part also which one it is ("Utfall (oktober 2026, totalt)").
fn label(table: &str, changed: &Field) -> String {
    let own =
        || field::column(table, &changed.name).map_or_else(|| field::word(&changed.name), str::to_owned);
    if changed.part.is_empty() {
        return capitalised(&own());
    }
    if changed.name.is_empty() {
        return capitalised(&field::word(&changed.part));
    }
    let part = thing::singular(table).map_or_else(|| capitalised(&field::word(table)), str::to_owned);
    let which = which::words_of(table, &changed.key);
    let part = if which.is_empty() { part } else { format!("{part} ({which})") };
    // The value of a value, and the status of a status, need no second word.
    let said = matches!(changed.name.as_str(), "varde" | "ore" | "status");
    if said { part } else { format!("{part}: {}", own()) }
}
