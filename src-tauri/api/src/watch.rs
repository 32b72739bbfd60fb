//! Long work seen from outside: what is being done, how far it has come, and a way to stop it.
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use plan_core::document::Follow;
use plan_core::historik;

use crate::error::Error;
use crate::texts::finding;
use crate::texts::steg::{self, Steg};

type Listener = Arc<dyn Fn(Progress) + Send + Sync>;

/// How far long work has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    text: &'static str,
    /// Steps done and in all.
    pub done: u64,
    pub total: u64,
    /// False from when it is written: it is then carried through.
    pub can_stop: bool,
}

/// Follows one call. Clones follow the same call.
#[derive(Clone, Default)]
pub struct Watch {
    cancelled: Arc<AtomicBool>,
    listener: Option<Listener>,
}

impl Watch {
    /// Tells the listener how far the work has come, from the thread that does it.
    pub fn listening(listener: impl Fn(Progress) + Send + Sync + 'static) -> Watch {
        Watch { listener: Some(Arc::new(listener)), ..Watch::default() }
    }

    /// Asks the work to stop; it ends with the error `cancelled` and nothing written.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether the work has been asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// Told by a check of the file; false when it should stop.
    pub(crate) fn tell(&self, progress: historik::Progress) -> bool {
        let historik::Progress { part, done, total } = progress;
        self.told(Progress { text: finding::part(part), done, total, can_stop: true });
        !self.is_cancelled()
    }

    /// Told by the making of a copy.
    pub(crate) fn copying(&self) -> Follow {
        let watch = self.clone();
        Arc::new(move |copying| watch.step(steg::copying(copying)).is_ok())
    }

    /// Told before each step of other work. Refuses to go on when the work has been asked to stop.
    pub(crate) fn step(&self, Steg { text, done, total, is_last }: Steg) -> Result<(), Error> {
        self.told(Progress { text, done, total, can_stop: !is_last });
        if self.is_cancelled() { Err(plan_core::Error::Cancelled.into()) } else { Ok(()) }
    }

    fn told(&self, progress: Progress) {
        if let Some(listener) = &self.listener {
            listener(progress);
        }
    }
}

/// What is being done, for the line of progress ("Kontrollerar ändringsloggen").
pub fn doing(progress: Progress) -> &'static str {
    progress.text
}
