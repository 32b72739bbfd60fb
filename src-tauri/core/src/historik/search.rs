//! Looking for something in the log: who, which verbs, a text. The log may hold a million rows, so each call looks
//! through a stretch of it and says where the next goes on.
use super::stack::Set;
use super::{LogEntry, LogQuery, sql};
use crate::document::chain::ChangeRow;
use crate::document::{Document, Op};
use crate::error::Result;
use crate::id::ThingId;

/// So many change sets are looked through in one call.
const STRETCH: usize = 5_000;

/// What to look for; what is not given holds for every change set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LogFilter {
    /// Only change sets older than this number.
    pub before: Option<i64>,
    /// At most so many change sets.
    pub limit: usize,
    pub vem: Option<String>,
    /// None: any verb.
    pub ops: Vec<Op>,
    /// Somewhere in what was written, large and small letters alike.
    pub text: String,
    /// Things whose name holds the text: what touched them is found too.
    pub things: Vec<ThingId>,
}

/// A page of what was found.
#[derive(Debug, Clone, PartialEq)]
pub struct LogPage {
    pub entries: Vec<LogEntry>,
    /// Where to go on (`before`); `None`: the log is at its end. An empty page may have one.
    pub next: Option<i64>,
}

impl Document {
    /// The newest change sets that fit, newest first.
    pub fn search_log(&self, filter: &LogFilter) -> Result<LogPage> {
        let wanted = filter.text.trim().to_lowercase();
        let mut found: Vec<Set> = vec![];
        let mut seen = 0;
        let mut next = None;
        let mut statement = self.read().prepare_cached(sql::SETS_BEFORE)?;
        let mut rows = statement.query((filter.before.unwrap_or(i64::MAX), i64::MAX))?;
        while let Some(row) = rows.next()? {
            if seen == STRETCH || found.len() == filter.limit {
                break;
            }
            seen += 1;
            let set = Set::of(row)?;
            next = Some(set.nr);
            if self.fits(&set, filter, &wanted)? {
                found.push(set);
            }
        }
        let more = seen == STRETCH || found.len() == filter.limit;
        let entries = self.entries(&found, &LogQuery::default())?;
        Ok(LogPage { entries, next: next.filter(|nr| more && *nr > 1) })
    }

    /// Everyone who has written in the file, in no order.
    pub fn everyone(&self) -> Result<Vec<String>> {
        let mut statement = self.read().prepare_cached(sql::EVERYONE)?;
        let names = statement.query_map([], |row| row.get(0))?;
        Ok(names.collect::<rusqlite::Result<_>>()?)
    }

    fn fits(&self, set: &Set, filter: &LogFilter, wanted: &str) -> Result<bool> {
        let by = filter.vem.as_ref().is_none_or(|vem| *vem == set.vem);
        let verb = filter.ops.is_empty() || filter.ops.contains(&set.op);
        if !by || !verb || wanted.is_empty() || set.label.to_lowercase().contains(wanted) {
            return Ok(by && verb);
        }
        let conn = self.read();
        let first: i64 = conn.prepare_cached(sql::LAST_CHANGE_BEFORE)?.query_row([set.nr], |r| r.get(0))?;
        let mut statement = conn.prepare_cached(crate::document::sql::CHANGES_BETWEEN)?;
        let mut rows = statement.query((first, set.last_change))?;
        while let Some(row) = rows.next()? {
            let row = ChangeRow::of(row)?;
            let about = |id: &ThingId| row.thing == Some(id.0.as_bytes().as_slice());
            if filter.things.iter().any(about) || row.cells.to_lowercase().contains(wanted) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
