//! What a person decides about a source while looking at it: sheets, headings, columns, and cells mended by hand.
use std::borrow::Cow;
use std::collections::BTreeMap;

use plan_core::inlasning::Tabellslag;
use plan_core::period::Period;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::heading::Heading;
use crate::sheet::{Cell, Sheet};

/// The decisions about one sheet; what is not decided is recognised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Bladval {
    pub blad: String,
    /// Whether the sheet is read at all.
    #[serde(default = "yes")]
    #[ts(optional, as = "Option<bool>")]
    pub las: bool,
    /// What it holds.
    #[serde(default)]
    #[ts(optional)]
    pub slag: Option<Tabellslag>,
    /// The row the headings stand in, as the person sees it.
    #[serde(default)]
    #[ts(optional)]
    pub rubrikrad: Option<u32>,
    /// 0-based column → field ("titel", "utfall.2025-12"); an empty field: the column is not read.
    #[serde(default)]
    #[ts(optional, as = "Option<BTreeMap<u32, String>>")]
    pub falt: BTreeMap<u32, String>,
}

fn yes() -> bool {
    true
}

/// A cell mended by hand: the text is read as if it stood in the source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Rattning {
    pub blad: String,
    /// As the person sees it, from 1.
    pub rad: u32,
    /// 0-based.
    pub kolumn: u32,
    pub text: String,
}

/// The decisions about a table, kept for the next one with the same headings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Minne {
    /// The headings, as [`crate::signature`] writes them.
    pub signatur: String,
    pub slag: Tabellslag,
    #[serde(default)]
    pub rubrikrad: Option<u32>,
    pub falt: BTreeMap<u32, String>,
}

/// Puts the mended cells in place of those of the sheet.
pub(crate) fn mend(sheet: &mut Sheet<'_>, rattningar: &[Rattning]) {
    for rattning in rattningar {
        if rattning.blad != sheet.name {
            continue;
        }
        sheet.put(rattning.rad, rattning.kolumn, Cell::Text(Cow::Owned(rattning.text.clone())));
    }
}

/// The month that a name speaks of ("drift_april_2026.csv"); `None` where it speaks of none, or of a year only.
pub fn month_in(name: &str, year: Option<i32>) -> Option<Period> {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let heading = Heading::parse(&stem.replace(['_', '-'], " "));
    let dashed = || Heading::parse(&stem.replace('_', " ")).period.filter(|_| stem.contains('-'));
    let says_year_only =
        |p: &Period| p.month == 12 && !stem.to_lowercase().contains("dec") && !stem.contains("12");
    let of_month = || Period::new(year?, heading.month?);
    heading
        .period
        .filter(|p| !says_year_only(p))
        .or_else(|| dashed().filter(|p| !says_year_only(p)))
        .or_else(of_month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_says_its_month() {
        let month = |name| month_in(name, Some(2026)).map(|p| p.to_string());
        assert_eq!(month("drift_april_2026.csv").as_deref(), Some("2026-04"));
        assert_eq!(month("Uppföljning äldreomsorg oktober.xlsx").as_deref(), Some("2026-10"));
        assert_eq!(month("ekonomiutdrag_2026-05.csv").as_deref(), Some("2026-05"));
        assert_eq!(month("plan 2026.xlsx"), None);
        assert_eq!(month("namndens_uppdrag.xlsx"), None);
    }
}
