//! The end of the program: what is being typed is let in, the document is closed, and only then the window goes.
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use plan_api::Program;
use tauri::{AppHandle, Manager, WebviewWindow};

use super::desktop::Desktop;

/// Whether the program is on its way out.
#[derive(Default)]
pub(super) struct Closing(AtomicBool);

/// How long a field that loses the focus may take to send what was typed in it.
const LAST_WORDS: Duration = Duration::from_millis(120);

/// Closes the document and ends the program. A second request does not wait.
pub(super) fn start(window: &WebviewWindow) {
    let app = window.app_handle().clone();
    if app.state::<Closing>().0.swap(true, Ordering::SeqCst) {
        app.exit(0);
        return;
    }
    let window = window.clone();
    tauri::async_runtime::spawn(async move {
        // A page that does not answer must not keep the window open.
        let _ = window.eval("document.activeElement?.blur()");
        let _ = tokio::task::spawn_blocking(|| std::thread::sleep(LAST_WORDS)).await;
        end(&app).await;
    });
}

async fn end(app: &AppHandle) {
    let closed = app.state::<Program>().close().await;
    if let Err(error) = closed {
        app.state::<Box<dyn Desktop>>().tell(&error);
    }
    app.exit(0);
}
