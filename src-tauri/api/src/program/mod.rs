//! What one running program knows beyond the plan: which document is open, the person's settings, recent files, copies
//! and backups. Has the one door that the window calls; reads no clock and no environment by itself.
mod backups;
pub mod commands;
mod create;
pub(crate) mod natverk;
mod open;
mod recent;
mod requests;
mod settings;
mod state;
mod styrmodell;
#[cfg(test)]
mod tests;
mod words;

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, FixedOffset};
use plan_core::document::Environment;
use serde_json::Value;
use uuid::Uuid;

pub use requests::*;
pub use settings::{Typsnitt, Utseende};

use crate::commands::Undo;
use crate::error::{Error, UiError};
use crate::session::Session;
use crate::watch::Watch;
use settings::Settings;

/// The clock on the wall: local time, with its offset.
pub type Clock = Arc<dyn Fn() -> DateTime<FixedOffset> + Send + Sync>;
/// Gives a fresh UUIDv7.
pub type NewId = Arc<dyn Fn() -> Uuid + Send + Sync>;

/// What the program is given from outside.
#[derive(Clone)]
pub struct Surroundings {
    /// Folder of the settings file. `None`: settings last as long as the program.
    pub settings_dir: Option<PathBuf>,
    /// Folder of the backups. `None`: none are kept.
    pub backup_dir: Option<PathBuf>,
    /// Where the program's own copies lie (the example).
    pub data_dir: PathBuf,
    /// Where copies of a person's plans are put when their own folder will not do ("Dokument › Planer").
    pub planer_dir: PathBuf,
    /// The person's own folder, so that paths can be told in words.
    pub home: Option<PathBuf>,
    /// The machine's name, for the lock file.
    pub machine: String,
    /// The befattning chosen for this machine, when there is one.
    pub vem: Option<String>,
    pub now: Clock,
    pub new_id: NewId,
}

/// One running program; clones are the same one.
#[derive(Clone)]
pub struct Program {
    inner: Arc<Inner>,
}

struct Inner {
    around: Surroundings,
    settings: Mutex<Settings>,
    open: Mutex<Option<Open>>,
    /// Held while a document is being opened or closed: one at a time.
    changing: tokio::sync::Mutex<()>,
}

/// The open document and what is known of it without asking it.
#[derive(Clone)]
struct Open {
    session: Session,
    fil: PathBuf,
    /// What the plan is called, and the time of the last change that is known to be on disk.
    namn: words::Plannamn,
    saved: Option<DateTime<FixedOffset>>,
    vem: Option<String>,
    /// It lies on a network share.
    is_remote: bool,
}

impl Program {
    /// A program with nothing open. A settings file that cannot be understood counts as none.
    pub fn new(around: Surroundings) -> Program {
        let settings = Settings::read(around.settings_dir.as_deref());
        let inner = Inner {
            around,
            settings: Mutex::new(settings),
            open: Mutex::new(None),
            changing: tokio::sync::Mutex::new(()),
        };
        Program { inner: Arc::new(inner) }
    }

    /// Runs a command of the program, or one of the open plan: JSON in, JSON out.
    pub async fn call(&self, name: &str, args: Value, watch: Watch) -> Result<Value, UiError> {
        if commands::find(name).is_some() {
            return commands::run(self, name, args, watch).await;
        }
        let Some(command) = crate::commands::find(name) else {
            return Err(Error::UnknownCommand(name.to_owned()).into());
        };
        let session = self.session().ok_or(Error::NoPlan)?;
        let reply = session.call_watched(name, args, watch).await?;
        if command.undo != Undo::Read {
            self.wrote(&session, name).await;
        }
        Ok(reply)
    }

    /// The open plan, if there is one.
    pub fn session(&self) -> Option<Session> {
        self.open().as_ref().map(|open| open.session.clone())
    }

    /// Closes what is open; for the end of the program.
    pub async fn close(&self) -> Result<(), UiError> {
        open::close(self).await
    }

    fn around(&self) -> &Surroundings {
        &self.inner.around
    }

    fn now(&self) -> DateTime<FixedOffset> {
        (self.inner.around.now)()
    }

    fn open(&self) -> MutexGuard<'_, Option<Open>> {
        self.inner.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn settings(&self) -> MutexGuard<'_, Settings> {
        self.inner.settings.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the settings and writes them down. That they cannot be written stops nobody from working.
    fn set(&self, change: impl FnOnce(&mut Settings)) {
        let mut settings = self.settings();
        change(&mut settings);
        let _ = settings.write(self.around().settings_dir.as_deref());
    }

    /// The environment of a document that is opened by this program.
    fn environment(&self, vem: Option<String>) -> Environment {
        let Surroundings { now, new_id, machine, backup_dir, .. } = self.around().clone();
        Environment {
            vem,
            machine,
            now: Box::new(move || now().to_utc()),
            new_id: Box::new(move || new_id()),
            backup_dir,
        }
    }

    /// A change reached the disk: the time is noted, and the plan's name read again when it may be another.
    async fn wrote(&self, session: &Session, name: &str) {
        let namn = if words::may_rename(name) { words::Plannamn::read(session).await.ok() } else { None };
        let now = self.now();
        if let Some(open) = self.open().as_mut() {
            open.saved = Some(now);
            open.namn = namn.unwrap_or_else(|| open.namn.clone());
        }
    }
}
