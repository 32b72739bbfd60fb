//! Small steps that every concept's `sql.rs` shares: run a statement, read rows, keep a list of links in step.
//! Knows no table: the statements come from outside.
use std::cell::Cell;
use std::hash::Hash;

use chrono::NaiveDate;
use foldhash::HashMap;
use rusqlite::types::{FromSql, FromSqlError, ToSql};
use rusqlite::{Connection, OptionalExtension, Params, Row};

use crate::id::ThingId;
use crate::period::Period;
use crate::{Error, Result};

/// All rows of a query.
pub(crate) fn all<T>(
    conn: &Connection,
    sql: &str,
    params: impl Params,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>> {
    Ok(conn.prepare_cached(sql)?.query_map(params, read)?.collect::<rusqlite::Result<_>>()?)
}

/// The first row of a query, if there is one.
pub(crate) fn first<T>(
    conn: &Connection,
    sql: &str,
    params: impl Params,
    read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Option<T>> {
    Ok(conn.prepare_cached(sql)?.query_row(params, read).optional()?)
}

/// The only value of the first row: for `SELECT max(…)` and the like.
pub(crate) fn value<T: FromSql>(conn: &Connection, sql: &str, params: impl Params) -> Result<Option<T>> {
    Ok(first(conn, sql, params, |row| row.get::<_, Option<T>>(0))?.flatten())
}

/// Whether a query gives any row.
pub(crate) fn exists(conn: &Connection, sql: &str, params: impl Params) -> Result<bool> {
    Ok(conn.prepare_cached(sql)?.exists(params)?)
}

/// Runs a statement and tells how many rows it touched.
pub(crate) fn run(conn: &Connection, sql: &str, params: impl Params) -> Result<usize> {
    Ok(conn.prepare_cached(sql)?.execute(params)?)
}

/// Runs a statement that must touch the row of a thing.
pub(crate) fn run_on(
    conn: &Connection,
    id: impl Into<ThingId>,
    sql: &str,
    params: impl Params,
) -> Result<()> {
    match run(conn, sql, params)? {
        0 => Err(Error::NotFound(id.into())),
        _ => Ok(()),
    }
}

/// The thing, or *not found*.
pub(crate) fn found<T>(id: impl Into<ThingId>, thing: Option<T>) -> Result<T> {
    thing.ok_or_else(|| Error::NotFound(id.into()))
}

/// A day as stored: ISO text.
pub(crate) fn day(date: Option<NaiveDate>) -> Option<String> {
    date.map(|d| d.to_string())
}

/// The columns of a row, read in the order of the statement: looking each one up by name costs more than reading it.
/// The name is checked in every test run, so a statement and its reader cannot drift apart.
pub(crate) struct Columns<'r, 's> {
    row: &'r Row<'s>,
    next: Cell<usize>,
}

impl<'r, 's> Columns<'r, 's> {
    pub(crate) fn of(row: &'r Row<'s>) -> Columns<'r, 's> {
        Columns { row, next: Cell::new(0) }
    }

    /// The next column, which has this name.
    pub(crate) fn get<T: FromSql>(&self, name: &str) -> rusqlite::Result<T> {
        self.row.get(self.place(name))
    }

    /// The next column as a day.
    pub(crate) fn day(&self, name: &str) -> rusqlite::Result<Option<NaiveDate>> {
        let text = self.row.get_ref(self.place(name))?.as_str_or_null()?;
        text.map(|text| parse_day(text).ok_or_else(unreadable)).transpose()
    }

    /// The next two columns, `year` and `month`.
    pub(crate) fn period(&self) -> rusqlite::Result<Period> {
        Period::new(self.get("year")?, self.get("month")?).ok_or_else(unreadable)
    }

    fn place(&self, name: &str) -> usize {
        let place = self.next.get();
        self.next.set(place + 1);
        debug_assert_eq!(self.row.as_ref().column_name(place), Ok(name));
        place
    }
}

fn parse_day(text: &str) -> Option<NaiveDate> {
    let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<u32>().ok();
    let separated = text.len() == 10 && [4, 7].iter().all(|place| text.as_bytes()[*place] == b'-');
    separated.then_some(())?;
    NaiveDate::from_ymd_opt(i32::try_from(number(0..4)?).ok()?, number(5..7)?, number(8..10)?)
}

/// A stored value that no plan of ours could hold.
pub(crate) fn unreadable() -> rusqlite::Error {
    FromSqlError::InvalidType.into()
}

/// A table of links from an owner to other things.
pub(crate) struct Links {
    /// All links: owner, item; in key order.
    pub(crate) read: &'static str,
    /// The items of owner ?1.
    pub(crate) read_one: &'static str,
    /// Owner ?1, item ?2.
    pub(crate) insert: &'static str,
    pub(crate) delete: &'static str,
}

impl Links {
    pub(crate) fn all<A: FromSql + Hash + Eq, B: FromSql>(
        &self,
        conn: &Connection,
    ) -> Result<HashMap<A, Vec<B>>> {
        let mut links = HashMap::<A, Vec<B>>::default();
        for (owner, item) in all(conn, self.read, [], |row| Ok((row.get(0)?, row.get(1)?)))? {
            links.entry(owner).or_default().push(item);
        }
        Ok(links)
    }

    pub(crate) fn of<B: FromSql>(&self, conn: &Connection, owner: impl ToSql) -> Result<Vec<B>> {
        all(conn, self.read_one, [owner], |row| row.get(0))
    }

    /// The links of an owner made in this very transaction: none are there yet.
    pub(crate) fn set_new<A: ToSql, B: ToSql + PartialEq>(
        &self,
        conn: &Connection,
        owner: &A,
        wanted: &[B],
    ) -> Result<()> {
        for (_, new) in wanted.iter().enumerate().filter(|(place, new)| !wanted[..*place].contains(new)) {
            run(conn, self.insert, (owner, new))?;
        }
        Ok(())
    }

    /// Writes only what differs, so the log says what was linked and unlinked.
    pub(crate) fn set<A: ToSql, B: ToSql + FromSql + PartialEq>(
        &self,
        conn: &Connection,
        owner: &A,
        wanted: &[B],
    ) -> Result<()> {
        let current: Vec<B> = self.of(conn, owner)?;
        for gone in current.iter().filter(|item| !wanted.contains(item)) {
            run(conn, self.delete, (owner, gone))?;
        }
        for (place, new) in wanted.iter().enumerate() {
            if !current.contains(new) && !wanted[..place].contains(new) {
                run(conn, self.insert, (owner, new))?;
            }
        }
        Ok(())
    }
}
