//! The hash chain over the log: sha256(previous hash ‖ the set's fields ‖ its rows), every field length-prefixed.
//! Unkeyed: it finds accidents, and with the head printed on decided reports also later tampering (storage.md).
use rusqlite::types::{Type, ValueRef};
use rusqlite::{Connection, Row};
use sha2::{Digest, Sha256};

use super::sql;
use crate::error::{Damage, Error, Result};

/// A link of the chain.
pub(crate) type Hash = [u8; 32];

/// The chain's start, before the first change set.
pub(crate) const GENESIS: Hash = [0; 32];

/// The fields of a change set that the chain covers.
pub(crate) struct SetFields<'a> {
    pub(crate) nr: i64,
    pub(crate) id: &'a [u8],
    pub(crate) kind: &'a str,
    pub(crate) undoes: Option<i64>,
    pub(crate) op: &'a str,
    pub(crate) label: &'a str,
    pub(crate) vem: &'a str,
    pub(crate) at: &'a str,
    pub(crate) last_change: i64,
}

/// One row of `change`, borrowed from the statement that reads it.
pub(crate) struct ChangeRow<'a> {
    pub(crate) nr: i64,
    pub(crate) change_set: i64,
    pub(crate) table: &'a str,
    pub(crate) row: &'a str,
    pub(crate) thing: Option<&'a [u8]>,
    pub(crate) op: &'a str,
    pub(crate) cells: &'a str,
}

impl<'a> ChangeRow<'a> {
    /// Reads the columns of `sql::CHANGES_AFTER`. Text that is not UTF-8 is an error: damage.
    pub(crate) fn of(row: &'a Row<'_>) -> rusqlite::Result<ChangeRow<'a>> {
        let text = |i: usize| {
            row.get_ref(i)?
                .as_str()
                .map_err(|e| rusqlite::Error::FromSqlConversionFailure(i, Type::Text, Box::new(e)))
        };
        let thing = match row.get_ref(4)? {
            ValueRef::Blob(bytes) => Some(bytes),
            _ => None,
        };
        Ok(ChangeRow {
            nr: row.get(0)?,
            change_set: row.get(1)?,
            table: text(2)?,
            row: text(3)?,
            thing,
            op: text(5)?,
            cells: text(6)?,
        })
    }
}

/// Hashes one link: rows first, as they are read, then the set.
pub(crate) struct Link {
    digest: Sha256,
    buffer: Vec<u8>,
}

/// Fields are gathered up to this before they are hashed: many small updates cost more than the hash.
const BUFFER: usize = 16 * 1024;

impl Link {
    pub(crate) fn after(previous: &Hash) -> Link {
        let mut buffer = Vec::with_capacity(BUFFER + 1024);
        buffer.extend_from_slice(previous);
        Link { digest: Sha256::new(), buffer }
    }

    pub(crate) fn add_row(&mut self, row: &ChangeRow<'_>) {
        self.number(row.nr);
        self.number(row.change_set);
        self.bytes(row.table.as_bytes());
        self.bytes(row.row.as_bytes());
        self.optional(row.thing);
        self.bytes(row.op.as_bytes());
        self.bytes(row.cells.as_bytes());
        if self.buffer.len() > BUFFER {
            self.flush();
        }
    }

    pub(crate) fn close(mut self, set: &SetFields<'_>) -> Hash {
        self.number(set.nr);
        self.bytes(set.id);
        self.bytes(set.kind.as_bytes());
        self.optional(set.undoes.map(i64::to_le_bytes).as_ref().map(|b| &b[..]));
        self.bytes(set.op.as_bytes());
        self.bytes(set.label.as_bytes());
        self.bytes(set.vem.as_bytes());
        self.bytes(set.at.as_bytes());
        self.number(set.last_change);
        self.flush();
        self.digest.finalize().into()
    }

    fn flush(&mut self) {
        self.digest.update(&self.buffer);
        self.buffer.clear();
    }

    fn number(&mut self, n: i64) {
        self.buffer.extend_from_slice(&n.to_le_bytes());
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.buffer.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
        self.buffer.extend_from_slice(bytes);
    }

    fn optional(&mut self, bytes: Option<&[u8]>) {
        match bytes {
            Some(bytes) => self.bytes(bytes),
            None => self.buffer.extend_from_slice(&u64::MAX.to_le_bytes()),
        }
    }
}

/// A change set as it stands in the file.
pub(crate) struct StoredSet {
    pub(crate) nr: i64,
    pub(crate) last_change: i64,
    pub(crate) label: String,
    pub(crate) prev_hash: Vec<u8>,
    pub(crate) hash: Vec<u8>,
    id: Vec<u8>,
    kind: String,
    undoes: Option<i64>,
    op: String,
    vem: String,
    at: String,
}

impl StoredSet {
    /// Reads the columns of `sql::NEWEST_SETS` and `sql::ALL_SETS`.
    pub(crate) fn of(row: &Row<'_>) -> rusqlite::Result<StoredSet> {
        Ok(StoredSet {
            nr: row.get("nr")?,
            last_change: row.get("last_change")?,
            label: row.get("label")?,
            prev_hash: row.get("prev_hash")?,
            hash: row.get("hash")?,
            id: row.get("id")?,
            kind: row.get("kind")?,
            undoes: row.get("undoes")?,
            op: row.get("op")?,
            vem: row.get("vem")?,
            at: row.get("at")?,
        })
    }

    /// What the chain covers of it.
    pub(crate) fn fields(&self) -> SetFields<'_> {
        SetFields {
            nr: self.nr,
            id: &self.id,
            kind: &self.kind,
            undoes: self.undoes,
            op: &self.op,
            label: &self.label,
            vem: &self.vem,
            at: &self.at,
            last_change: self.last_change,
        }
    }
}

/// At opening so many sets are linked up, and those with few rows are hashed again.
const NEWEST: usize = 3;
const FEW_ROWS: i64 = 2_000;

/// Whether the newest links hold and no row of the log lies outside them: milliseconds, at opening.
pub(crate) fn check_newest(conn: &Connection) -> Result<()> {
    let mut statement = conn.prepare(sql::NEWEST_SETS)?;
    let sets: Vec<StoredSet> =
        statement.query_map([NEWEST as i64 + 1], StoredSet::of)?.collect::<rusqlite::Result<_>>()?;
    let newest: i64 = conn.query_row(sql::NEWEST_CHANGE, [], |r| r.get(0))?;
    if sets.first().map_or(0, |set| set.last_change) != newest {
        return Err(Error::Damaged(Damage::Chain(format!("change {newest}"))));
    }
    for (place, set) in sets.iter().take(NEWEST).enumerate() {
        let before = sets.get(place + 1);
        let (nr, hash, last) = before.map_or((0, &GENESIS[..], 0), |b| (b.nr, &b.hash[..], b.last_change));
        let linked = set.nr == nr + 1 && set.prev_hash == hash;
        if !linked || (set.last_change - last <= FEW_ROWS && rehash(conn, set, last)? != set.hash[..]) {
            return Err(Error::Damaged(Damage::Chain(format!("change_set {}", set.nr))));
        }
    }
    Ok(())
}

fn rehash(conn: &Connection, set: &StoredSet, after: i64) -> Result<Hash> {
    let Ok(previous) = Hash::try_from(set.prev_hash.as_slice()) else {
        return Ok(GENESIS);
    };
    let mut link = Link::after(&previous);
    let mut statement = conn.prepare_cached(sql::CHANGES_BETWEEN)?;
    let mut rows = statement.query((after, set.last_change))?;
    while let Some(row) = rows.next()? {
        link.add_row(&ChangeRow::of(row)?);
    }
    Ok(link.close(&set.fields()))
}

/// A hash as people and reports see it.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
