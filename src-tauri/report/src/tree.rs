//! The report as data: what PDF, Excel, the preview and the text view all are renderings of.
//! Cells hold values, never formatted text; `format` is the one place that words them. Stored as JSON in a locked report,
//! so every type reads back what it wrote.
use chrono::NaiveDate;
use plan_core::belopp::{Ore, Tal};
use plan_core::mal::Maluppfyllelse;
use plan_core::matetal::Saknas;
use plan_core::period::Period;
use plan_core::rapport::Rapportslag;
use plan_core::uppfoljning::Status;
use serde::{Deserialize, Serialize};

/// A whole report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rapport {
    pub slag: Rapportslag,
    /// "Månadsrapport oktober 2026".
    pub titel: String,
    pub kommun: String,
    pub namnd: String,
    /// The förvaltning, or "Enhet, förvaltning" for a unit's plan.
    pub avsandare: String,
    /// "oktober 2026", "2027".
    pub period_text: String,
    pub period: Period,
    pub dnr: String,
    /// The report's day; every date inside its files derives from it.
    pub datum: NaiveDate,
    pub lage: Lage,
    /// "Ersätter version 1, fastställd 2026-05-26 § 62"; empty for a first version.
    pub ersatter: String,
    /// The municipality's accent colour as set in the file; `None`: the program's own.
    pub accent: Option<[u8; 3]>,
    pub avsnitt: Vec<Avsnitt>,
    /// The sign rules and rounding that hold in the report, for "Läs mig" in Excel.
    pub teckenregler: Vec<String>,
}

impl Rapport {
    /// The day on the front. A plan is for a whole year and has none; the day of its decision is said with the decision.
    #[must_use]
    pub fn dag(&self) -> Option<NaiveDate> {
        (self.slag != Rapportslag::Verksamhetsplan).then_some(self.datum)
    }
}

/// Where the report is on its way to a decision; printed on every page until it is decided.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lage {
    /// With the report's own check before print, printed on the draft.
    Utkast,
    /// *Förslag till nämnden*.
    Forslag,
    /// `kedja`: the chain head of the change log that the facts were taken from (hex).
    Faststalld {
        datum: NaiveDate,
        paragraf: String,
        dnr: String,
        kedja: String,
    },
    Upphavd {
        datum: NaiveDate,
        paragraf: String,
        skal: String,
    },
}

/// A section with its heading; subsections give the heading levels, so no level can be skipped.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Avsnitt {
    /// Stable key ("sammanfattning", "forandringar", "drift" …), unique in the report.
    pub id: String,
    pub rubrik: String,
    pub block: Vec<Block>,
    pub underavsnitt: Vec<Avsnitt>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    Stycke(Text),
    Lista(Lista),
    Tabell(Tabell),
    Diagram(Diagram),
    Kedja(Kedja),
    /// Label and text, e.g. "Varför: …"; drawn as a quiet two-column list. A pair may hold several paragraphs or lists.
    Fakta(Vec<(String, Vec<Block>)>),
    /// A word the reader must not miss: "Ingen tidigare fastställd rapport", a check before print.
    Notis(Text),
}

/// Running text with the closed Markdown subset.
pub type Text = Vec<Inline>;

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Inline {
    pub text: String,
    pub bold: bool,
    pub italic: bool,
    pub link: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Lista {
    pub numrerad: bool,
    pub poster: Vec<Text>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tabell {
    /// Stable key, unique in the report; names the Excel table.
    pub id: String,
    /// The caption, without "Tabell 3." (numbers are given by the renderer, in order).
    pub rubrik: String,
    pub kolumner: Vec<Kolumn>,
    pub rader: Vec<Tabellrad>,
    /// Printed below: sign rule, rounding note, source.
    pub noter: Vec<String>,
    /// Which Excel sheet it belongs on ("Drift", "Verksamheter", "Mätetal", "Aktiviteter", "Förändringar" …).
    pub blad: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Kolumn {
    pub rubrik: String,
    pub slag: Kolumnslag,
}

/// What a column's cells are; decides alignment on paper and number format in Excel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kolumnslag {
    /// The row's own name: the row header for listeners.
    Namn,
    Text,
    /// Öre shown in whole tkr.
    Tkr,
    /// As `Tkr` but with an explicit sign, "+" or "−"; 0 without.
    TkrAvvikelse,
    Tal,
    Procent,
    Datum,
    Status,
    Bedomning,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tabellrad {
    pub slag: Radslag,
    pub celler: Vec<Cell>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Radslag {
    Vanlig,
    Summa,
    /// A heading inside the table: only its first cell has content.
    Delrubrik,
    /// One step in, below the row before it (an aktivitet under its uppdrag).
    Indragen,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cell {
    Text(Text),
    Ore(Ore),
    /// A number with the decimals to show and its unit ("%", "antal", ""); the unit is printed only where `visa_enhet`.
    Tal {
        tal: Tal,
        decimaler: u8,
        enhet: String,
        visa_enhet: bool,
    },
    /// Whole percent 0–100 (färdiggrad).
    Procent(u8),
    Datum(NaiveDate),
    Status {
        status: Status,
        /// The file's own label for the code.
        ord: String,
    },
    Bedomning(Bedomning),
    /// A word, never 0.
    Saknas(Saknas),
    /// Printed empty.
    Tom,
}

/// A square mark: how a mål or mätetal stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Bedomning {
    pub utfall: Maluppfyllelse,
    /// "Uppfyllt", "Nås inte", "Ej mätt", "Uppfyllt (preliminärt)" …
    pub ord: String,
}

/// A chart as series, target and the finding in words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Diagram {
    pub id: String,
    pub rubrik: String,
    /// The text alternative: what the chart shows ("Sjukfrånvaron sjönk från 7,9 % till 6,8 %; målet högst 6,5 % nåddes inte").
    pub fynd: String,
    pub enhet: String,
    pub decimaler: u8,
    /// Words below the x axis, one per point.
    pub etiketter: Vec<String>,
    /// The first series is the plan's own; the others are comparisons.
    pub serier: Vec<Serie>,
    /// The target per point, drawn as a dashed line; `None` where there is none.
    pub mal: Vec<Option<Tal>>,
    /// The upper end where the target is an interval and `mal` its lower; empty where no target is one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mal_hogst: Vec<Option<Tal>>,
    pub mal_namn: String,
    pub slag: Diagramslag,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Diagramslag {
    Linje,
    Stapel,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Serie {
    pub namn: String,
    /// A gap where a value is missing.
    pub varden: Vec<Option<Tal>>,
}

/// The goal chain as a picture: nodes in reading order, each below its parent by depth; also the list a listener hears.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Kedja {
    pub id: String,
    pub rubrik: String,
    pub fynd: String,
    pub noder: Vec<Kedjenod>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Kedjenod {
    /// 0 for the top.
    pub djup: u8,
    /// The level's word ("Fokusområde").
    pub niva: String,
    /// "A1.1 Fler äldre kan bo kvar hemma".
    pub text: String,
    /// The verdict of a styrtal, where its level carries one.
    pub bedomning: Option<Bedomning>,
    /// The thread breaks here: nothing below carries it on.
    pub bruten: bool,
}
