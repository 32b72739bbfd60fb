//! The document: one SQLite file, one connection, one door for writes (`transact`), one change log (storage.md).
//! Knows tables and rows, never what a verb means; the verbs stand in each concept's `ops.rs`.
mod archive;
mod backup;
mod backups;
pub(crate) mod chain;
mod changes;
pub(crate) mod checkpoint;
mod connection;
#[cfg(test)]
mod copy_tests;
mod environment;
mod failure;
#[cfg(test)]
mod file_tests;
mod header;
mod lock;
mod migration;
mod op;
mod opening;
mod place;
mod private_copy;
mod rotation;
mod schema;
pub(crate) mod sql;
pub(crate) mod tables;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
pub(crate) mod transaction;

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Connection;

pub use backup::{Copying, Follow, unfollowed};
pub use backups::{Backup, backup_at, backups_of};
pub use changes::{Changes, Ids, Kind};
pub use environment::Environment;
pub use op::{ChangeKind, Op};
pub use transaction::Tx;

use crate::error::{Error, Result};
use crate::plan::cached::Kept;

/// How a file is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Alone: the lock file is held until the document is closed.
    ReadWrite,
    /// Nothing can be written; works in folders and on files that may only be read.
    ReadOnly,
}

/// An open plan. Closed by `close`, or, without a word about errors, when dropped.
pub struct Document {
    conn: Connection,
    env: Environment,
    access: Access,
    /// `None` in memory.
    path: Option<PathBuf>,
    /// Of a file that is written.
    place: Option<place::Place>,
    tables: Vec<tables::Table>,
    /// The day whose backup is made, or was tried.
    backed_up: Option<NaiveDate>,
    backup_failure: Option<Error>,
    /// What readers share (`plan/cached.rs`).
    pub(crate) kept: RefCell<Option<Kept>>,
    // Last: the connection is closed before its copy is removed and its lock given up.
    _copy: Option<private_copy::PrivateCopy>,
    lock: Option<lock::LockFile>,
}

impl Document {
    /// Makes a new file and opens it. Never over an existing file.
    pub fn create(path: &Path, env: Environment) -> Result<Document> {
        opening::create(path, env)
    }

    /// A document without a file, for tests.
    pub fn create_in_memory(env: Environment) -> Result<Document> {
        opening::create_in_memory(env)
    }

    /// Opens a file after the checks of storage.md (milliseconds, whatever its size).
    pub fn open(path: &Path, access: Access, env: Environment) -> Result<Document> {
        opening::open(path, access, env)
    }

    /// Where the document lies; `None` in memory.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The befattning that writes, when one was given.
    pub fn vem(&self) -> Option<&str> {
        self.env.vem.as_deref()
    }

    /// Says who writes from now on.
    pub fn set_vem(&mut self, vem: Option<String>) {
        self.env.vem = vem;
    }

    /// What the document's clock says now.
    pub fn now(&mut self) -> DateTime<Utc> {
        (self.env.now)()
    }

    /// The connection for reading. Writing through it fails: only `transact` opens the door.
    pub(crate) fn read(&self) -> &Connection {
        &self.conn
    }

    /// The tables under the log.
    pub(crate) fn tables(&self) -> &[tables::Table] {
        &self.tables
    }

    /// Puts the file in order for leaving it: nothing remains beside it.
    pub fn close(mut self) -> Result<()> {
        self.finish()
    }

    fn finish(&mut self) -> Result<()> {
        if self.lock.is_some() {
            self.conn.query_row(sql::JOURNAL_DELETE, [], |_| Ok(()))?;
        }
        Ok(())
    }

    /// Puts into an error what SQLite does not know: which file, and who has it.
    fn explain(&self, error: Error) -> Error {
        match (error, &self.path) {
            (Error::Io { path, source }, Some(own)) if path.as_os_str().is_empty() => {
                Error::Io { path: own.clone(), source }
            }
            (error, _) => error,
        }
    }
}

impl Drop for Document {
    fn drop(&mut self) {
        let _ = self.finish();
    }
}
