//! What is asked of the desktop: dialogs for files, the system's viewer. Two of them: the real one, and one for
//! end-to-end tests that finds its answers in a folder (`RODA_TRADEN_DIALOG`).
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use plan_api::UiError;
use serde::Deserialize;
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath, MessageDialogKind};

use super::MAIN;

/// Names the folder with answers.
const ANSWERS: &str = "RODA_TRADEN_DIALOG";

/// A kind of file in a dialog: its word and its endings.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Filter {
    name: String,
    extensions: Vec<String>,
}

/// What a dialog asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    Open,
    Save,
    Folder,
}

/// A dialog for a file or folder.
#[derive(Clone, Debug)]
pub(super) struct Question {
    pub(super) asked: Asked,
    pub(super) title: String,
    /// The proposed name of a new file.
    pub(super) name: String,
    pub(super) filters: Vec<Filter>,
}

/// The desktop as the window needs it.
pub(super) trait Desktop: Send + Sync {
    /// The chosen path; `None` when the person changed their mind. Waits for the person.
    fn choose(&self, question: &Question) -> Option<PathBuf>;
    /// Opens a file in the system's viewer.
    fn open(&self, path: &Path) -> Result<(), String>;
    /// Shows a file in the system's file manager.
    fn reveal(&self, path: &Path) -> Result<(), String>;
    /// Tells of something that went wrong when there is no page to tell it in.
    fn tell(&self, error: &UiError);
}

/// The desktop of this start.
pub(super) fn of(app: &AppHandle) -> Box<dyn Desktop> {
    match std::env::var_os(ANSWERS).filter(|folder| !folder.is_empty()) {
        Some(folder) => Box::new(Written { folder: PathBuf::from(folder) }),
        None => Box::new(Native { app: app.clone() }),
    }
}

struct Native {
    app: AppHandle,
}

impl Desktop for Native {
    fn choose(&self, question: &Question) -> Option<PathBuf> {
        let mut dialog: FileDialogBuilder<_> = self.app.dialog().file().set_title(&question.title);
        if let Some(window) = self.app.get_webview_window(MAIN) {
            dialog = dialog.set_parent(&window);
        }
        for Filter { name, extensions } in &question.filters {
            let extensions: Vec<&str> = extensions.iter().map(String::as_str).collect();
            dialog = dialog.add_filter(name, &extensions);
        }
        let chosen = match question.asked {
            Asked::Open => dialog.blocking_pick_file(),
            Asked::Save => dialog.set_file_name(&question.name).blocking_save_file(),
            Asked::Folder => dialog.blocking_pick_folder(),
        };
        chosen.and_then(|path| FilePath::into_path(path).ok())
    }

    fn open(&self, path: &Path) -> Result<(), String> {
        tauri_plugin_opener::open_path(path, None::<&str>).map_err(|error| error.to_string())
    }

    fn reveal(&self, path: &Path) -> Result<(), String> {
        tauri_plugin_opener::reveal_item_in_dir(path).map_err(|error| error.to_string())
    }

    fn tell(&self, error: &UiError) {
        let text = format!("{}\n\n{}", error.message, error.hint);
        let dialog = self.app.dialog().message(text).title("Röda tråden").kind(MessageDialogKind::Warning);
        dialog.blocking_show();
    }
}

/// Answers lie in a folder, one file per kind of question (`open`, `save`, `folder`) holding a path, used up when read;
/// what was opened, shown and told is added to `handelser`.
struct Written {
    folder: PathBuf,
}

impl Written {
    fn note(&self, line: &str) -> io::Result<()> {
        let file = fs::OpenOptions::new().create(true).append(true).open(self.folder.join("handelser"));
        writeln!(file?, "{line}")
    }
}

impl Desktop for Written {
    fn choose(&self, question: &Question) -> Option<PathBuf> {
        let kind = match question.asked {
            Asked::Open => "open",
            Asked::Save => "save",
            Asked::Folder => "folder",
        };
        let _ = self.note(&format!("{kind} {} {}", question.title, question.name));
        let answer = self.folder.join(kind);
        let path = fs::read_to_string(&answer).ok()?;
        let _ = fs::remove_file(&answer);
        Some(PathBuf::from(path.trim()))
    }

    fn open(&self, path: &Path) -> Result<(), String> {
        self.note(&format!("opened {}", path.display())).map_err(|error| error.to_string())
    }

    fn reveal(&self, path: &Path) -> Result<(), String> {
        self.note(&format!("revealed {}", path.display())).map_err(|error| error.to_string())
    }

    fn tell(&self, error: &UiError) {
        let _ = self.note(&format!("told {}", error.message));
    }
}
