//! The page's way to the engine: `call` runs a command of the table, `cancel` stops a long one.
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use plan_api::watch::{self, Progress};
use plan_api::{Program, UiError, Watch};
use serde::Serialize;
use serde_json::Value;
use tauri::ipc::{Channel, JavaScriptChannelId};
use tauri::{State, Webview};

/// The long calls that are running, by the number the page gave them.
#[derive(Default)]
pub(super) struct Running(Mutex<HashMap<u32, Watch>>);

impl Running {
    fn calls(&self) -> MutexGuard<'_, HashMap<u32, Watch>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How far a call has come, in words for the person.
#[derive(Clone, Serialize)]
pub(super) struct Told {
    text: &'static str,
    done: u64,
    total: u64,
    can_stop: bool,
}

/// Runs a command of the program or of the open plan. With a number and a channel it can be followed and cancelled.
#[tauri::command]
pub(super) async fn call(
    webview: Webview,
    program: State<'_, Program>,
    running: State<'_, Running>,
    name: String,
    args: Value,
    id: Option<u32>,
    progress: Option<JavaScriptChannelId>,
) -> Result<Value, UiError> {
    let watch = progress.map(|page| listening(page.channel_on(webview))).unwrap_or_default();
    if let Some(id) = id {
        running.calls().insert(id, watch.clone());
    }
    let reply = program.call(&name, args, watch).await;
    if let Some(id) = id {
        running.calls().remove(&id);
    }
    reply
}

/// Asks a long call to stop; one that has already ended is left alone.
#[tauri::command]
pub(super) fn cancel(running: State<'_, Running>, id: u32) {
    if let Some(watch) = running.calls().get(&id) {
        watch.cancel();
    }
}

fn listening(page: Channel<Told>) -> Watch {
    Watch::listening(move |progress| {
        let Progress { done, total, can_stop, .. } = progress;
        let told = Told { text: watch::doing(progress), done, total, can_stop };
        // A page that no longer listens stops nothing.
        let _ = page.send(told);
    })
}
