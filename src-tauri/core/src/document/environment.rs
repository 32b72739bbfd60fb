//! What the document needs from outside: who writes, on which machine, the clock, new ids, where backups go.
//! The core has no clock and no randomness of its own; tests give counters, the outermost crate gives the real ones.
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Given to the document at opening and kept by it.
pub struct Environment {
    /// The befattning that writes. `None`: reading works, the first write is refused with `Rule::VemRequired`.
    pub vem: Option<String>,
    /// The machine's name, for the lock file only.
    pub machine: String,
    /// The clock. Its order is never trusted: `change_set.nr` orders history.
    pub now: Box<dyn FnMut() -> DateTime<Utc> + Send>,
    /// Gives a fresh UUIDv7.
    pub new_id: Box<dyn FnMut() -> Uuid + Send>,
    /// Folder of the backups, outside the document's own folder. `None`: no backups are kept.
    pub backup_dir: Option<PathBuf>,
}
