//! The person's settings: one JSON file, written whole or not at all, read so that a damaged one only loses itself.
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

/// The name of the file in its folder.
pub(super) const FILE: &str = "program.json";
/// So many recent files are remembered.
const MOST_FILES: usize = 30;
/// Per cent.
const ZOOM: std::ops::RangeInclusive<u16> = 50..=400;

/// Light, dark, or as the system.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Utseende {
    Ljus,
    Mork,
    #[default]
    System,
}

/// The font of the window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Typsnitt {
    #[default]
    SourceSans,
    Atkinson,
}

/// Everything remembered between starts.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Settings {
    pub(super) utseende: Utseende,
    pub(super) typsnitt: Typsnitt,
    pub(super) zoom: u16,
    pub(super) paneler: Value,
    /// Newest first.
    pub(super) filer: Vec<Known>,
}

/// A file that has been open.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Known {
    pub(super) fil: PathBuf,
    #[serde(default)]
    pub(super) namn: String,
    #[serde(default)]
    pub(super) rubrik: String,
    pub(super) at: DateTime<FixedOffset>,
    /// The befattning last chosen in it.
    #[serde(default)]
    pub(super) vem: Option<String>,
    /// Where the person was.
    #[serde(default)]
    pub(super) plats: Value,
    /// Taken off the list of recent files; what is remembered of it stays.
    #[serde(default)]
    pub(super) dold: bool,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            utseende: Utseende::default(),
            typsnitt: Typsnitt::default(),
            zoom: 100,
            paneler: Value::Null,
            filer: vec![],
        }
    }
}

impl Settings {
    /// Reads the file. Each part that cannot be understood has its default; the others are kept.
    pub(super) fn read(folder: Option<&Path>) -> Settings {
        let text = folder.and_then(|folder| fs::read_to_string(folder.join(FILE)).ok());
        let Some(Value::Object(parts)) = text.and_then(|text| serde_json::from_str(&text).ok()) else {
            return Settings::default();
        };
        let part = |key: &str| parts.get(key).cloned().unwrap_or_default();
        let files = part("filer").as_array().cloned().unwrap_or_default();
        let mut settings = Settings {
            utseende: serde_json::from_value(part("utseende")).unwrap_or_default(),
            typsnitt: serde_json::from_value(part("typsnitt")).unwrap_or_default(),
            paneler: part("paneler"),
            filer: files.into_iter().filter_map(|file| serde_json::from_value(file).ok()).collect(),
            ..Settings::default()
        };
        settings.set_zoom(serde_json::from_value(part("zoom")).unwrap_or(100));
        settings
    }

    /// Writes the file beside itself and moves it into place.
    pub(super) fn write(&self, folder: Option<&Path>) -> std::io::Result<()> {
        let Some(folder) = folder else { return Ok(()) };
        fs::create_dir_all(folder)?;
        let mut temp = tempfile::NamedTempFile::new_in(folder)?;
        serde_json::to_writer_pretty(&mut temp, self)?;
        temp.flush()?;
        temp.as_file().sync_all()?;
        temp.persist(folder.join(FILE))?;
        Ok(())
    }

    pub(super) fn set_zoom(&mut self, zoom: u16) {
        self.zoom = zoom.clamp(*ZOOM.start(), *ZOOM.end());
    }

    /// What is remembered of a file.
    pub(super) fn known(&self, fil: &Path) -> Option<&Known> {
        self.filer.iter().find(|known| known.fil == fil)
    }

    pub(super) fn known_mut(&mut self, fil: &Path) -> Option<&mut Known> {
        self.filer.iter_mut().find(|known| known.fil == fil)
    }

    /// Puts a file first in the list, with what was known of it before.
    pub(super) fn remember(&mut self, mut known: Known) {
        if let Some(place) = self.filer.iter().position(|older| older.fil == known.fil) {
            let older = self.filer.remove(place);
            known.vem = known.vem.or(older.vem);
            known.plats = older.plats;
        }
        self.filer.insert(0, known);
        self.filer.truncate(MOST_FILES);
    }
}
