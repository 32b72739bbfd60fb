//! What can go wrong, for programs. Swedish words for people are set in `plan_api::error`, nowhere else.
use std::path::PathBuf;

use crate::id::ThingId;

/// The result of everything that can fail in the core.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a call was refused. `Display` is English, for the log.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The thing named by an id is not in the plan (any more).
    #[error("not found: {0:?}")]
    NotFound(ThingId),
    /// A rule of the plan was broken; nothing was written.
    #[error("rule: {0:?}")]
    Rule(RuleViolation),
    /// The file was written by a newer version of the program.
    #[error("newer file: schema {found}, this program knows {known}")]
    NewerFile { found: i32, known: i32 },
    /// The file is open elsewhere; what its lock file says of by whom, where it can be read.
    #[error("locked by {by:?}")]
    Locked { by: Option<LockHolder> },
    /// The file is not a plan of ours, or its content cannot be trusted.
    #[error("damaged: {0:?}")]
    Damaged(Damage),
    /// Reading or writing a file failed.
    #[error("io at {path}: {source}")]
    Io { path: PathBuf, source: std::io::Error },
    /// No room on the disk (or the file may not grow): nothing was written.
    #[error("disk full")]
    DiskFull,
    /// The file or its folder may be read but not written.
    #[error("read only")]
    ReadOnly,
    /// The open file no longer lies where it was opened: nothing was written, and a copy can be saved elsewhere.
    #[error("gone: {path}")]
    Gone { path: PathBuf },
    /// SQLite refused for another reason.
    #[error("database: {0}")]
    Db(rusqlite::Error),
    /// There is no change to undo or redo.
    #[error("nothing to undo")]
    NothingToUndo,
    /// Undo stops here: the label of the barrier (a decision or a migration).
    #[error("barrier: {op}")]
    Barrier { op: String },
    /// The work was cancelled by the user.
    #[error("cancelled")]
    Cancelled,
}

/// Who holds the lock file, as written in it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct LockHolder {
    /// The befattning that opened the file.
    pub vem: String,
    /// The name of the machine.
    pub machine: String,
    /// RFC 3339, UTC.
    pub at: String,
}

/// What is wrong with a file that cannot be opened as a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Damage {
    Empty,
    NotSqlite,
    /// A SQLite file of another program (its application id).
    Foreign(i32),
    /// The schema differs from ours: an added trigger, view or table, or a missing one. Names the objects.
    Schema(Vec<String>),
    /// SQLite's own words about what is broken.
    Content(String),
    /// A check of `kontrollera` failed; see its report.
    Chain(String),
    Truncated,
}

/// Which rule, on which field; forms mark the field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleViolation {
    /// Identifier of the field as in the struct ("titel", "end_date").
    pub field: &'static str,
    pub rule: Rule,
}

/// The rules of the plan that a write can break.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    Required,
    TooLong {
        max: usize,
    },
    /// A child's level must be below its parent's (domain.md, 2).
    LevelOrder,
    /// The move would make the thing its own ancestor.
    Cycle,
    /// The end lies before the start.
    EndBeforeStart,
    /// *Avbruten* needs a reason (domain.md, Status).
    ReasonRequired,
    /// Färdiggrad is 0–100.
    Percent,
    /// The thing is used elsewhere and cannot be deleted.
    InUse {
        by: String,
    },
    /// The year is closed (domain.md, Verksamhetsår).
    YearClosed,
    /// A report cannot go from one state to the other.
    ReportState {
        from: String,
        to: String,
    },
    /// A manual verdict needs a motivation (domain.md, 2).
    MotivationRequired,
    /// A sum row cannot be typed.
    SumRow,
    /// The value is not one of those allowed.
    NotAllowed {
        value: String,
    },
    /// Looks like a personnummer: none is kept in the file.
    Personnummer,
    /// Writes need a *vem* (befattning).
    VemRequired,
    /// Rows were refused and the user has not said that the good ones may be kept.
    RowsRefused {
        count: usize,
    },
}

impl RuleViolation {
    /// An error for a broken rule on a field.
    pub fn error(field: &'static str, rule: Rule) -> Error {
        Error::Rule(RuleViolation { field, rule })
    }
}

impl From<rusqlite::Error> for Error {
    /// What SQLite says, sorted into what can be done about it. A write that may not grow the file
    /// (`SQLITE_IOERR_WRITE`: a quota, a file-size limit) counts as a full disk.
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let Some(sqlite) = error.sqlite_error().copied() else {
            return Error::Db(error);
        };
        match sqlite.code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Error::Locked { by: None },
            ErrorCode::DiskFull => Error::DiskFull,
            ErrorCode::SystemIoFailure if sqlite.extended_code == rusqlite::ffi::SQLITE_IOERR_WRITE => {
                Error::DiskFull
            }
            ErrorCode::SystemIoFailure | ErrorCode::CannotOpen => {
                Error::Io { path: PathBuf::new(), source: std::io::Error::other(error) }
            }
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Error::ReadOnly,
            ErrorCode::DatabaseCorrupt => Error::Damaged(Damage::Content(error.to_string())),
            ErrorCode::NotADatabase => Error::Damaged(Damage::NotSqlite),
            ErrorCode::OperationInterrupted => Error::Cancelled,
            _ => Error::Db(error),
        }
    }
}
