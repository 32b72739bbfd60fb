//! The log, from its newest checkpoint: every link hashed again, every row folded into the plan it must give.
//! One pass over the rows in their order; memory holds the plan, never the log.
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator as _;
use rusqlite::{OptionalExtension, Rows};

use super::Check;
use super::state::State;
use crate::document::chain::{ChangeRow, GENESIS, Link, StoredSet};
use crate::document::{Document, checkpoint};
use crate::error::Result;
use crate::historik::{Finding, Part, sql};

/// Progress is told once per so many rows.
const STRIDE: i64 = 8_192;

/// Where the replay stands in the chain.
struct Place {
    nr: i64,
    hash: Vec<u8>,
    last_change: i64,
}

/// The plan as the log says it must be.
pub(super) fn replay<'t>(document: &'t Document, check: &mut Check<'_>) -> Result<State<'t>> {
    let conn = document.read();
    let mut state = State::of(document.tables());
    let mut place = start(document, &mut state, check)?;
    let total: i64 = conn.query_row(crate::document::sql::NEWEST_CHANGE, [], |r| r.get(0))?;
    let mut sets = conn.prepare(sql::SETS_AFTER)?;
    let mut sets = sets.query([place.nr])?;
    let mut rows = conn.prepare(crate::document::sql::CHANGES_AFTER)?;
    let mut rows = rows.query([place.last_change])?;
    let mut pending = Pending { rows: &mut rows, waiting: false };
    while let Some(set) = sets.next()? {
        let set = StoredSet::of(set)?;
        let previous = place.hash.as_slice().try_into().unwrap_or(GENESIS);
        let mut link = Link::after(&previous);
        let mut next = place.last_change + 1;
        while let Some(row) = pending.until(set.last_change)? {
            if row.nr % STRIDE == 0 {
                check.at(Part::Log, row.nr as u64, total as u64)?;
            }
            link.add_row(&row);
            let follows = state.follow(row.table, row.row, row.op, row.cells);
            if follows.is_none() || row.nr != next || row.change_set != set.nr {
                check.found(Finding::LogRow { nr: row.nr });
            }
            next = row.nr + 1;
        }
        let linked = set.nr == place.nr + 1 && set.prev_hash == place.hash;
        if !linked || next != set.last_change + 1 || link.close(&set.fields()) != set.hash[..] {
            check.found(Finding::Chain { nr: set.nr });
        }
        place = Place { nr: set.nr, hash: set.hash, last_change: set.last_change };
    }
    if let Some(row) = pending.until(i64::MAX)? {
        check.found(Finding::LogRow { nr: row.nr });
    }
    check.at(Part::Log, total as u64, total as u64)?;
    Ok(state)
}

/// Begins at the newest checkpoint, or at the genesis.
fn start(document: &Document, state: &mut State<'_>, check: &mut Check<'_>) -> Result<Place> {
    let conn = document.read();
    let newest: Option<(i64, Vec<u8>)> =
        conn.query_row(sql::NEWEST_CHECKPOINT, [], |r| Ok((r.get(0)?, r.get(1)?))).optional()?;
    let Some((nr, packed)) = newest else {
        return Ok(Place { nr: 0, hash: GENESIS.to_vec(), last_change: 0 });
    };
    let set = conn.query_row(sql::STORED_SET, [nr], StoredSet::of)?;
    let previous = set.prev_hash.as_slice().try_into().unwrap_or(GENESIS);
    if Link::after(&previous).close(&set.fields()) != set.hash[..] {
        check.found(Finding::Chain { nr });
    }
    let loaded = checkpoint::unpack(&packed, &set.label).ok().and_then(|dump| state.load(&dump));
    if loaded.is_none() {
        check.found(Finding::Checkpoint { nr });
    }
    Ok(Place { nr, hash: set.hash, last_change: set.last_change })
}

/// The rows of the log, handed out set by set.
struct Pending<'r, 's> {
    rows: &'r mut Rows<'s>,
    /// The row that the statement stands on is still to be handed out.
    waiting: bool,
}

impl Pending<'_, '_> {
    /// The next row up to number `last`.
    fn until(&mut self, last: i64) -> Result<Option<ChangeRow<'_>>> {
        if !self.waiting {
            self.waiting = self.rows.advance().map(|()| self.rows.get().is_some())?;
        }
        if !self.waiting {
            return Ok(None);
        }
        let Some(row) = self.rows.get() else {
            return Ok(None);
        };
        let row = ChangeRow::of(row)?;
        if row.nr > last {
            return Ok(None);
        }
        self.waiting = false;
        Ok(Some(row))
    }
}
