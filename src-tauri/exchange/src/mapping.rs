//! A mapping file: which heading of the source is which of our fields, as a person has decided it.
use std::collections::BTreeMap;

use plan_core::inlasning::{Tabell, Tabellslag};
use serde::{Deserialize, Serialize};

/// The content of a mapping file (`--mappning M.json`).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Mapping {
    pub tabeller: Vec<Tabellkoppling>,
}

/// The mapping of one table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tabellkoppling {
    /// Only for the sheet of this name; `None`: any sheet whose headings fit.
    #[serde(default)]
    pub blad: Option<String>,
    pub slag: Tabellslag,
    /// The headings of the table it was made from, as [`signature`] writes them; only a table with the same is mapped.
    #[serde(default)]
    pub signatur: Option<String>,
    /// Heading in the source → our field ("titel", "slut", "utfall.2025-12"); an empty field: do not read the column.
    pub kolumner: BTreeMap<String, String>,
}

impl Mapping {
    /// The mapping that would read the same tables in the same way again.
    pub fn of(tabeller: &[Tabell]) -> Mapping {
        Mapping { tabeller: tabeller.iter().map(Tabellkoppling::of).collect() }
    }
}

impl Tabellkoppling {
    fn of(tabell: &Tabell) -> Tabellkoppling {
        let kolumner =
            tabell.kolumner.iter().map(|k| (k.rubrik.clone(), k.falt.clone().unwrap_or_default())).collect();
        Tabellkoppling {
            blad: None,
            slag: tabell.slag,
            signatur: Some(signature(tabell.kolumner.iter().map(|k| k.rubrik.as_str()))),
            kolumner,
        }
    }
}

/// Headings as one text, alike for spellings that differ in case, blanks and punctuation only.
pub fn signature<'a>(headings: impl Iterator<Item = &'a str>) -> String {
    headings.map(plain).filter(|h| !h.is_empty()).collect::<Vec<_>>().join("|")
}

/// Lower case, letters and digits only, one blank between words.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(|c: char| !c.is_alphanumeric() && c != '%').filter(|w| !w.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().flat_map(char::to_lowercase));
    }
    out
}
