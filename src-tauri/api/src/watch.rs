//! Long work seen from outside: how far it has come, and a way to stop it.
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

pub use plan_core::historik::Progress;

use crate::texts::finding;

type Listener = Arc<dyn Fn(Progress) + Send + Sync>;

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

    /// Told by the work; false when it should stop.
    pub(crate) fn tell(&self, progress: Progress) -> bool {
        if let Some(listener) = &self.listener {
            listener(progress);
        }
        !self.is_cancelled()
    }
}

/// What is being done, for the line of progress ("Kontrollerar ändringsloggen").
pub fn doing(progress: Progress) -> &'static str {
    finding::part(progress.part)
}
