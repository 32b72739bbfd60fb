//! A second start of the program: the first window comes forward and opens the file that was asked for.
use std::path::{Path, PathBuf};

use serde::Serialize;
use tauri::{AppHandle, Emitter, Manager};

use super::MAIN;
use crate::is_plan;

#[derive(Clone, Serialize)]
struct OpenFile {
    path: PathBuf,
}

/// Told by the second process with its words and its folder.
pub(super) fn started(app: &AppHandle, words: Vec<String>, folder: String) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
    if let Some(path) = asked_for(&words, Path::new(&folder)) {
        let _ = app.emit_to(MAIN, "open-file", OpenFile { path });
    }
}

/// The file among the words, seen from the folder the second start was made in.
fn asked_for(words: &[String], folder: &Path) -> Option<PathBuf> {
    let file = words.get(1).map(Path::new).filter(|path| is_plan(path))?;
    Some(folder.join(file))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(words: &[&str]) -> Option<PathBuf> {
        let words: Vec<String> = words.iter().map(|&word| word.to_owned()).collect();
        asked_for(&words, Path::new("/hem/a"))
    }

    #[test]
    fn the_file_is_seen_from_the_second_start() {
        assert_eq!(asked(&["roda-traden", "b.vplan"]), Some("/hem/a/b.vplan".into()));
        assert_eq!(asked(&["roda-traden", "/c/b.vplan"]), Some("/c/b.vplan".into()));
        assert_eq!(asked(&["roda-traden"]), None);
        assert_eq!(asked(&["roda-traden", "--nytt"]), None);
    }
}
