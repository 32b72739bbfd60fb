//! Checkpoints: a compressed canonical dump of the plan, chained into the log by its hash (storage.md, Decisions).
//! Replay starts at the newest one; a migration that changes rows ends with one.
use std::io::{Read, Write};

use chrono::SecondsFormat;
use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::chain::{Link, SetFields, hex};
use super::transaction::{insert_set, read_head};
use super::{Access, Document, Environment, Op, failure, sql, tables};
use crate::error::{Damage, Error, Result};
use crate::historik;

/// The change set that carries a checkpoint.
pub(crate) struct Entry {
    op: Op,
    id: Uuid,
    vem: String,
    at: String,
}

impl Entry {
    pub(crate) fn of(env: &mut Environment, op: Op) -> Entry {
        Entry {
            op,
            id: (env.new_id)(),
            vem: env.vem.clone().unwrap_or_default(),
            at: (env.now)().to_rfc3339_opts(SecondsFormat::Millis, true),
        }
    }
}

impl Document {
    /// Writes a checkpoint: replay and `kontrollera` start here from now on, and undo stops here.
    pub fn checkpoint(&mut self) -> Result<()> {
        if self.access == Access::ReadOnly {
            return Err(Error::ReadOnly);
        }
        let entry = Entry::of(&mut self.env, Op::Checkpoint);
        self.conn.execute_batch(sql::BEGIN)?;
        let written = write(&self.conn, &entry).and_then(|()| Ok(self.conn.execute_batch(sql::COMMIT)?));
        if !self.conn.is_autocommit() {
            let _ = self.conn.execute_batch(sql::ROLLBACK);
        }
        written
    }
}

/// Writes the checkpoint inside an open transaction. The set's label is the dump's hash, which the chain covers.
pub(crate) fn write(conn: &Connection, entry: &Entry) -> Result<()> {
    let dump = historik::dump(conn, &tables::read(conn)?)?;
    let sha256: [u8; 32] = Sha256::digest(dump.as_bytes()).into();
    let head = read_head(conn)?;
    let label = hex(&sha256);
    let set = SetFields {
        nr: head.nr + 1,
        id: entry.id.as_bytes(),
        kind: entry.op.kind().as_str(),
        undoes: None,
        op: entry.op.as_str(),
        label: &label,
        vem: &entry.vem,
        at: &entry.at,
        last_change: head.last_change,
    };
    insert_set(conn, &set, &head.hash, Link::after(&head.hash).close(&set))?;
    let packed = pack(&dump).map_err(|e| failure::writing(std::path::Path::new(""), e))?;
    conn.execute(sql::INSERT_CHECKPOINT, (set.nr, packed, &sha256[..]))?;
    Ok(())
}

fn pack(dump: &str) -> std::io::Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(dump.as_bytes())?;
    encoder.finish()
}

/// The dump of a checkpoint, if it still has the hash that the chain states.
pub(crate) fn unpack(packed: &[u8], stated: &str) -> Result<String> {
    let broken = || Error::Damaged(Damage::Chain("checkpoint".to_owned()));
    let mut dump = String::new();
    ZlibDecoder::new(packed).read_to_string(&mut dump).map_err(|_| broken())?;
    if hex(&Sha256::digest(dump.as_bytes())) != stated {
        return Err(broken());
    }
    Ok(dump)
}
