//! What only this machine knows: the clock, new ids, its name, who sits at it, and where backups go.
//! The one place in the program that reads the time, randomness and the environment.
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{Local, Utc};
use plan_api::Environment;
use plan_api::program::Surroundings;
use serde::Deserialize;
use uuid::Uuid;

const FOLDER: &str = "roda-traden";

/// The environment of a document, with the befattning given or the one stored on this machine.
pub(crate) fn environment(vem: Option<String>) -> Environment {
    Environment {
        vem: vem.filter(|v| !v.trim().is_empty()).or_else(stored_vem),
        machine: name(),
        now: Box::new(Utc::now),
        new_id: Box::new(growing(Uuid::now_v7)),
        backup_dir: backup_dir(),
    }
}

/// What the window's program is given: as for a document, and the folders it may use.
pub(crate) fn surroundings() -> Surroundings {
    let home = folder(if cfg!(windows) { "USERPROFILE" } else { "HOME" });
    let new_id = Mutex::new(growing(Uuid::now_v7));
    Surroundings {
        settings_dir: config_dir().map(|dir| dir.join(FOLDER)),
        backup_dir: backup_dir(),
        data_dir: data_dir().unwrap_or_else(std::env::temp_dir).join(FOLDER),
        planer_dir: documents(home.as_deref()).join("Planer"),
        home,
        machine: name(),
        vem: stored_vem(),
        now: Arc::new(|| Local::now().fixed_offset()),
        new_id: Arc::new(move || new_id.lock().unwrap_or_else(PoisonError::into_inner)()),
    }
}

/// Whether there is a screen to open a window on.
pub(crate) fn has_display() -> bool {
    let named = |variable| std::env::var_os(variable).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || named("DISPLAY") || named("WAYLAND_DISPLAY")
}

fn backup_dir() -> Option<PathBuf> {
    data_dir().map(|dir| dir.join(FOLDER).join("sakerhetskopior"))
}

/// The folder for documents: by the name this machine has for it, where there is one.
fn documents(home: Option<&Path>) -> PathBuf {
    let Some(home) = home else { return std::env::temp_dir() };
    let named = ["Dokument", "Documents"].map(|name| home.join(name));
    named.into_iter().find(|dir| dir.is_dir()).unwrap_or_else(|| home.to_path_buf())
}

/// Ids that grow even when the clock is set back: one that would not is the last one plus one.
fn growing(mut next: impl FnMut() -> Uuid + Send) -> impl FnMut() -> Uuid + Send {
    let mut last = 0u128;
    move || {
        let id = next().as_u128();
        last = if id > last { id } else { last + 1 };
        Uuid::from_u128(last)
    }
}

/// The choice of befattning made once on this machine.
#[derive(Deserialize)]
struct Stored {
    vem: String,
}

fn stored_vem() -> Option<String> {
    let text = std::fs::read_to_string(config_dir()?.join(FOLDER).join("vem.json")).ok()?;
    let stored: Stored = serde_json::from_str(&text).ok()?;
    Some(stored.vem).filter(|vem| !vem.trim().is_empty())
}

fn name() -> String {
    let from_file = || std::fs::read_to_string("/etc/hostname").ok();
    let name = std::env::var("COMPUTERNAME").ok().or_else(from_file).unwrap_or_default();
    match name.trim() {
        "" => "okänd dator".to_owned(),
        name => name.to_owned(),
    }
}

fn config_dir() -> Option<PathBuf> {
    match std::env::consts::OS {
        "windows" => folder("APPDATA"),
        "macos" => folder("HOME").map(|home| home.join("Library/Application Support")),
        _ => folder("XDG_CONFIG_HOME").or_else(|| folder("HOME").map(|home| home.join(".config"))),
    }
}

fn data_dir() -> Option<PathBuf> {
    match std::env::consts::OS {
        "windows" => folder("LOCALAPPDATA"),
        "macos" => folder("HOME").map(|home| home.join("Library/Application Support")),
        _ => folder("XDG_DATA_HOME").or_else(|| folder("HOME").map(|home| home.join(".local/share"))),
    }
}

fn folder(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
        .filter(|p| p.is_absolute())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_grow_when_the_clock_is_set_back() {
        let mut clock = [5u128, 9, 2, 2, 9, 11].into_iter();
        let mut next = growing(move || Uuid::from_u128(clock.next().unwrap_or(0)));
        let ids: Vec<u128> = (0..6).map(|_| next().as_u128()).collect();
        assert_eq!(ids, [5, 9, 10, 11, 12, 13]);
    }
}
