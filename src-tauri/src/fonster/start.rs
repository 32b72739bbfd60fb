//! What a freshly loaded page should know: the file it was started with, and whether it died and was loaded again.
use std::path::PathBuf;
use std::sync::Arc;

use plan_api::{Program, Watch};
use serde::Serialize;
use serde_json::json;
use tokio::sync::Mutex;

/// Told once to the page that asks.
#[derive(Clone, Default, Serialize)]
pub(super) struct News {
    /// The file given on the command line or by a double-click.
    path: Option<PathBuf>,
    /// It is open already. Otherwise it was refused, and the page asks again to be told why.
    opened: bool,
    /// The page's process died and this is a new one.
    restarted: bool,
}

/// News that no page has heard yet.
#[derive(Default)]
pub(super) struct Start(Arc<Mutex<News>>);

impl Start {
    /// A start with a file on the command line.
    pub(super) fn with(path: Option<PathBuf>) -> Start {
        let path = path.map(|p| std::path::absolute(&p).unwrap_or(p));
        Start(Arc::new(Mutex::new(News { path, ..News::default() })))
    }

    /// Opens the file while the page is being loaded; the page's question waits for it.
    pub(super) fn open(&self, program: &Program) {
        let Ok(mut news) = self.0.clone().try_lock_owned() else { return };
        let program = program.clone();
        tauri::async_runtime::spawn(async move {
            if let Some(path) = &news.path {
                news.opened =
                    program.call("open_plan", json!({ "fil": path }), Watch::default()).await.is_ok();
            }
        });
    }

    /// The page died and is loaded again.
    pub(super) async fn restarted(&self) {
        self.0.lock().await.restarted = true;
    }

    /// What there is to tell, once.
    pub(super) async fn take(&self) -> News {
        std::mem::take(&mut *self.0.lock().await)
    }
}
