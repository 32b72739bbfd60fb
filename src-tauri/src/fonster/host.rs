//! The IPC commands that need the desktop or the window itself. None of them touches a plan.
use std::path::PathBuf;

use plan_api::UiError;
use tauri::{AppHandle, Manager, State, WebviewWindow};

use super::desktop::{Asked, Desktop, Filter, Question};
use super::menu::{self, Heading};
use super::start::{News, Start};

/// What a freshly loaded page should know.
#[tauri::command]
pub(super) async fn host_start(start: State<'_, Start>) -> Result<News, UiError> {
    Ok(start.take().await)
}

/// Asks for a file to read.
#[tauri::command]
pub(super) async fn host_choose_open(
    app: AppHandle,
    title: String,
    filters: Vec<Filter>,
) -> Result<Option<PathBuf>, UiError> {
    ask(app, Question { asked: Asked::Open, title, name: String::new(), filters }).await
}

/// Asks where to write a file.
#[tauri::command]
pub(super) async fn host_choose_save(
    app: AppHandle,
    title: String,
    name: String,
    filters: Vec<Filter>,
) -> Result<Option<PathBuf>, UiError> {
    ask(app, Question { asked: Asked::Save, title, name, filters }).await
}

/// Asks for a folder.
#[tauri::command]
pub(super) async fn host_choose_folder(app: AppHandle, title: String) -> Result<Option<PathBuf>, UiError> {
    ask(app, Question { asked: Asked::Folder, title, name: String::new(), filters: Vec::new() }).await
}

/// Opens a file in the system's viewer.
#[tauri::command]
pub(super) async fn host_open(desktop: State<'_, Box<dyn Desktop>>, path: PathBuf) -> Result<(), UiError> {
    let failed = "Filen kunde inte öppnas i något annat program.";
    let hint = "Kontrollera att filen finns kvar och att datorn har ett program för den.";
    desktop.open(&path).map_err(|detail| refusal(failed, hint, detail))
}

/// Shows a file in the system's file manager.
#[tauri::command]
pub(super) async fn host_reveal(desktop: State<'_, Box<dyn Desktop>>, path: PathBuf) -> Result<(), UiError> {
    let failed = "Filen kunde inte visas i filhanteraren.";
    let hint = "Öppna mappen själv i datorns filhanterare.";
    desktop.reveal(&path).map_err(|detail| refusal(failed, hint, detail))
}

/// Shows the commands there are right now in the native menu.
#[tauri::command]
pub(super) fn host_set_menu(window: WebviewWindow, menus: Vec<Heading>) -> Result<(), UiError> {
    menu::show(&window, menus).map_err(in_window)
}

/// Sets the words of the title bar.
#[tauri::command]
pub(super) fn host_set_title(window: WebviewWindow, title: String) -> Result<(), UiError> {
    window.set_title(&title).map_err(in_window)
}

/// Enlarges the page as a browser does, its breakpoints with it; 1 is its natural size.
#[tauri::command]
pub(super) fn host_set_zoom(window: WebviewWindow, factor: f64) -> Result<(), UiError> {
    window.set_zoom(factor.clamp(0.5, 4.0)).map_err(in_window)
}

/// Closes the window as its own button does.
#[tauri::command]
pub(super) fn host_quit(window: WebviewWindow) -> Result<(), UiError> {
    window.close().map_err(in_window)
}

async fn ask(app: AppHandle, question: Question) -> Result<Option<PathBuf>, UiError> {
    let waiting = tokio::task::spawn_blocking(move || app.state::<Box<dyn Desktop>>().choose(&question));
    let hint = "Försök igen. Det som redan är sparat finns kvar.";
    waiting.await.map_err(|ended| refusal("Dialogrutan kunde inte visas.", hint, ended.to_string()))
}

fn in_window(error: tauri::Error) -> UiError {
    let hint = "Försök igen. Det som redan är sparat finns kvar.";
    refusal("Något gick fel i fönstret.", hint, error.to_string())
}

fn refusal(message: &str, hint: &str, detail: String) -> UiError {
    UiError { code: "window", message: message.into(), hint: hint.into(), detail, field: None }
}
