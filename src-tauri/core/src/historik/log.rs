//! The log as history: pages of change sets, newest first, each with its things and fields.
use super::names::{self, Names};
use super::stack::Set;
use super::things::Gathered;
use super::{LogEntry, LogQuery, instant, sql};
use crate::document::chain::ChangeRow;
use crate::document::{ChangeKind, Document};
use crate::error::Result;

impl Document {
    /// The log, newest first, a page at a time.
    pub fn log(&self, query: LogQuery) -> Result<Vec<LogEntry>> {
        let before = query.before.unwrap_or(i64::MAX);
        let conn = self.read();
        let sets: Vec<Set> = match query.thing {
            None => conn
                .prepare_cached(sql::SETS_BEFORE)?
                .query_map((before, query.limit), Set::of)?
                .collect::<rusqlite::Result<_>>()?,
            Some(thing) => conn
                .prepare_cached(sql::SETS_OF_THING)?
                .query_map((thing, before, query.limit), Set::of)?
                .collect::<rusqlite::Result<_>>()?,
        };
        self.entries(&sets, &query)
    }

    /// Change sets, newest first, as history tells them.
    pub(super) fn entries(&self, sets: &[Set], query: &LogQuery) -> Result<Vec<LogEntry>> {
        let Some(oldest) = sets.last() else {
            return Ok(Vec::new());
        };
        let undone = self.undone_since(oldest.nr)?;
        let names = Names::of(self)?;
        sets.iter().map(|set| self.entry(set, query, &undone, &names)).collect()
    }

    fn entry(
        &self,
        set: &Set,
        query: &LogQuery,
        undone: &[(i64, i64)],
        names: &Names<'_>,
    ) -> Result<LogEntry> {
        let gathered = self.gather(set, query, names)?;
        let (things, more) = gathered.finish(set.last_change)?;
        let within = undone.iter().any(|(from, to)| (*from..=*to).contains(&set.nr));
        Ok(LogEntry {
            nr: set.nr,
            at: instant(&set.at),
            vem: set.vem.clone(),
            op: set.op,
            kind: set.kind,
            label: names::label(self, set)?,
            undoes: set.undoes,
            undone: within && set.kind != ChangeKind::Undo,
            things,
            more,
        })
    }

    fn gather<'n>(&self, set: &Set, query: &LogQuery, names: &'n Names<'n>) -> Result<Gathered<'n>> {
        let conn = self.read();
        let first: i64 = conn.prepare_cached(sql::LAST_CHANGE_BEFORE)?.query_row([set.nr], |r| r.get(0))?;
        let mut gathered = Gathered::new(names, query.most_things as usize);
        let wanted = query.thing.map(|thing| *thing.0.as_bytes());
        let mut statement = conn.prepare_cached(crate::document::sql::CHANGES_BETWEEN)?;
        let mut rows = statement.query((first, set.last_change))?;
        while let Some(row) = rows.next()? {
            let row = ChangeRow::of(row)?;
            if wanted.is_some_and(|id| row.thing != Some(&id[..])) {
                continue;
            }
            if let Some(table) = self.tables().iter().find(|t| t.name == row.table) {
                gathered.add(table, &row)?;
            }
        }
        Ok(gathered)
    }

    /// The stretches of the log, down to `oldest`, that do not hold now.
    fn undone_since(&self, oldest: i64) -> Result<Vec<(i64, i64)>> {
        let mut statement = self.read().prepare_cached(sql::TURNS_SINCE)?;
        let mut rows = statement.query([oldest])?;
        let (mut at, mut undone) = (i64::MAX, Vec::new());
        while let Some(row) = rows.next()? {
            let (nr, kind, of): (i64, ChangeKind, Option<i64>) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let Some(of) = of.filter(|of| nr <= at && *of < nr) else {
                continue;
            };
            if kind == ChangeKind::Undo {
                undone.push((of, nr - 1));
            }
            // An undo leads to before what it undid, a redo to before the undo that it took back.
            at = of - 1;
        }
        Ok(undone)
    }
}
