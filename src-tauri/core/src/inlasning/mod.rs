//! Läs in: the typed rows that `plan-exchange` makes of other people's tables, and the verdicts the plan gives them.
//! `plan-exchange` decides the *form* of a row (types, remarks, refusals); this module decides what it *means* here:
//! match (Nr, else normalised title + enhet), change, ambiguity, and the writing of all of it as one change set.
//! A field is named by its identifier in the row struct ("titel", "slut", "status"); values of a period carry it ("utfall.2026-04").
use std::borrow::Cow;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::belopp::{Belopp, Ore};
use crate::ekonomi::{Beloppsslag, Verksamhetsdel};
use crate::matetal::{Frekvens, Krav, Matetalsart, Riktning, Varde};
use crate::period::Period;
use crate::state_enum::state_enum;
use crate::uppfoljning::Status;

mod aktivitet;
mod amounts;
mod context;
mod date;
mod drift;
mod form;
mod key;
mod matetal;
mod note;
mod ops;
mod outcome;
mod planner;
mod register;
mod source;
mod status;
#[cfg(test)]
mod tests;
mod texts;
mod uppdrag;
mod verksamhet;
mod work;
mod write;

pub use context::Villkor;
pub use outcome::{Antal, Grad, ImportOptions, Importutfall};
pub use planner::plan_import;
pub use write::{Destination, Skrivning};

state_enum! {
    /// What a table holds (`--som`).
    Tabellslag {
        Uppdrag = "uppdrag",
        Aktiviteter = "aktiviteter",
        Matetal = "matetal",
        Drift = "drift",
        Verksamhet = "verksamhet",
    }
}

/// A table found in the source, rows in the order of the sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Tabell {
    /// Sheet name, or the file's own name where it has no sheets.
    pub blad: String,
    pub slag: Tabellslag,
    pub rader: Vec<Rad>,
    /// How the columns were read, for the preview and for saving a mapping: the file's heading → our field.
    pub kolumner: Vec<Kolumnkoppling>,
}

/// A column of the source and the field it was read as; `None`: not read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Kolumnkoppling {
    /// 0-based column in the sheet.
    pub kolumn: u32,
    pub rubrik: String,
    pub falt: Option<String>,
}

/// A row of the source.
#[derive(Debug, Clone, PartialEq)]
pub struct Rad {
    /// 1-based row number as the person sees it in Excel, also of a text file.
    pub rad: u32,
    pub innehall: Innehall,
    pub anmarkningar: Vec<Anmarkning>,
}

/// What a row turned out to be.
#[derive(Debug, Clone, PartialEq)]
pub enum Innehall {
    Uppdrag(Box<UppdragRad>),
    Aktivitet(Box<AktivitetRad>),
    Matetal(Box<MatetalRad>),
    Drift(DriftRad),
    Verksamhet(VerksamhetRad),
    /// Refused for its form.
    Vagrad(Vagran),
    /// Not data: blank, a repeated heading, a section row, a sum row of a kind that is computed, a note under the table.
    Overhoppad(Overhopp),
}

impl Innehall {
    /// The row's own number, where its kind has one.
    pub(crate) fn nr(&self) -> Option<&str> {
        match self {
            Innehall::Uppdrag(row) => row.nr.as_deref(),
            Innehall::Aktivitet(row) => row.nr.as_deref(),
            Innehall::Matetal(row) => row.nr.as_deref(),
            _ => None,
        }
    }
}

/// `None` in an optional field: the table has no such column or the cell is empty; the plan's own value is then left alone.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UppdragRad {
    pub nr: Option<String>,
    /// The short heading (område); where the source has only one text, that text.
    pub titel: String,
    pub vad: Option<String>,
    pub varfor: Option<String>,
    pub onskad_effekt: Option<String>,
    /// Befattningar by title, split at semicolons.
    pub ansvariga: Vec<String>,
    pub kalla: Option<String>,
    pub period_text: Option<String>,
    pub year_from: Option<i32>,
    pub year_to: Option<i32>,
    /// Nr or title of the mål it serves.
    pub mal: Option<String>,
    /// Name or code of an organisation node.
    pub enhet: Option<String>,
    pub perspektiv: Option<String>,
    pub status: Option<StatusCell>,
    pub fardiggrad: Option<u8>,
    pub kommentar: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct AktivitetRad {
    pub nr: Option<String>,
    /// Nr (or title) of the uppdrag it carries out.
    pub uppdrag: Option<String>,
    pub titel: String,
    pub hur: Option<String>,
    pub ansvariga: Vec<String>,
    pub enhet: Option<String>,
    pub start: Option<DatumCell>,
    pub slut: Option<DatumCell>,
    pub status: Option<StatusCell>,
    pub fardiggrad: Option<u8>,
    pub kommentar: Option<String>,
    pub kostnad: Option<Ore>,
}

/// A date as it stood and as it was read. Text that is not a day is always kept.
#[derive(Debug, Clone, PartialEq)]
pub struct DatumCell {
    /// Empty where the cell was a plain date.
    pub text: String,
    /// Start: the first day of what the text means; end: the last. `None`: could not be read as a time.
    pub datum: Option<NaiveDate>,
    /// "vecka 40", "Q3": the year is not in the text and is the uppdrag's; core fills it in by `period_of`.
    pub utan_ar: Option<DelAvAr>,
}

/// A part of a year whose year must come from elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DelAvAr {
    Vecka(u32),
    Kvartal(u32),
    Tertial(u32),
    Manad(u32),
    Vartermin,
    Hosttermin,
    /// "31/12": month 1–12 and day.
    Dag(u32, u32),
}

/// A status word as it stood and as it was read; `None`: the word is not known and is kept as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusCell {
    pub text: String,
    pub status: Option<Status>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct MatetalRad {
    pub nr: Option<String>,
    pub art: Option<Matetalsart>,
    pub titel: String,
    pub definition: Option<String>,
    pub enhet: Option<String>,
    pub decimaler: Option<u8>,
    pub riktning: Option<Riktning>,
    pub frekvens: Option<Frekvens>,
    pub kalla: Option<String>,
    pub kolada_id: Option<String>,
    pub ansvarig: Option<String>,
    pub uppdrag: Option<String>,
    pub mal: Option<String>,
    pub utfall: Vec<(Period, Varde)>,
    pub malvarden: Vec<(Period, Krav, String)>,
    pub analys: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct DriftRad {
    pub namn: String,
    /// The row is a sum in the source: compared with ours, never stored.
    pub summa: bool,
    pub belopp: Vec<(Beloppsslag, Belopp)>,
    /// The year the headings speak of, where they do.
    pub year: Option<i32>,
    /// Deviation as printed in the source, in whole tkr, for the remark "printed sum differs".
    pub tryckt_avvikelse: Option<Ore>,
    pub kommentar: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct VerksamhetRad {
    pub namn: String,
    pub del: Verksamhetsdel,
    pub summa: bool,
    pub belopp: Vec<(Beloppsslag, Belopp)>,
    pub year: Option<i32>,
    pub tryckt_avvikelse: Option<Ore>,
    pub kommentar: Option<String>,
}

/// The identifier of a field ("titel", "slut").
pub type Falt = Cow<'static, str>;

/// Why a row was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Vagran {
    /// The field that names the row is empty though the row has content.
    SaknarTitel { falt: Falt },
    /// A formula error (#DIV/0! …) in a field that is read.
    Formelfel { falt: Falt, text: String },
    /// Text longer than a cell may hold; `max` in characters.
    ForLang { falt: Falt, max: usize },
    /// Not a number where a number is needed.
    InteTal { falt: Falt, text: String },
    /// Two things in the plan answer to the row; named.
    Tvetydig { kandidater: Vec<String> },
    /// The same row stands twice in the source (row number of the first).
    Dubblett { rad: u32 },
    /// A drift or verksamhet table needs a period (`--period`).
    SaknarPeriod,
    /// The period's year is closed.
    StangtAr { year: i32 },
    /// A rule of the plan, as in `crate::Rule`.
    Regel { falt: Falt, regel: String },
}

/// Why a row is not data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Overhopp {
    Tom,
    UpprepadRubrik,
    Avsnittsrad,
    Summa,
    Anteckning,
}

/// Something the person should know about a row that was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Anmarkning {
    /// "VT26" kept as text and read as the day.
    TextSomDatum {
        falt: Falt,
        text: String,
        datum: Option<NaiveDate>,
    },
    /// The date does not exist (2026-06-31); the text is kept.
    DatumFinnsInte {
        falt: Falt,
        text: String,
    },
    /// A word read as one of the six statuses.
    StatusTolkad {
        text: String,
        status: Status,
    },
    /// The word is not known: the status is left open, the word is kept in the anteckning.
    StatusOkand {
        text: String,
    },
    /// The status was empty: Ej påbörjad is proposed.
    StatusSaknas,
    /// Genomförd, but färdiggrad is another.
    FardiggradMotStatus {
        status: Status,
        fardiggrad: u8,
    },
    BorjarForeAret,
    SlutarEfterAret,
    SlutForeStart,
    /// The uppdrag named is not in the plan: the row is taken without a link.
    OkantUppdrag {
        text: String,
    },
    UtanUppdrag,
    OkantMal {
        text: String,
    },
    /// The unit named is not in the plan: it is created below the förvaltning / left open.
    OkandEnhet {
        text: String,
    },
    /// The printed sum or deviation differs from the computed one, in whole tkr.
    TrycktSummaSkiljer {
        tryckt: Ore,
        beraknad: Ore,
    },
    /// A number or a date that stood as text.
    TalSomText {
        falt: Falt,
        text: String,
    },
    DatumSomText {
        falt: Falt,
        text: String,
    },
    /// Letters were composed (NFD → NFC).
    Normaliserad {
        falt: Falt,
    },
    /// NUL or other control characters were taken away.
    Styrtecken {
        falt: Falt,
    },
    /// A value is missing, for this reason.
    VardeSaknas {
        falt: Falt,
        text: String,
    },
    /// No unit is said for the amounts: read as tkr (or as kr, where they could not be anything else).
    EnhetAntagen {
        enhet: String,
    },
    /// A sum of parts typed as a row in the plan's table though the source calls it a sum.
    SummaSomRad,
    /// Looks like a personnummer.
    Personnummer {
        falt: Falt,
    },
}

state_enum! {
    /// The verdict on a row.
    Utslag {
        Ny = "ny",
        Andrad = "andrad",
        Oforandrad = "oforandrad",
        Tvetydig = "tvetydig",
        Vagrad = "vagrad",
        Overhoppad = "overhoppad",
    }
}

/// A cell that the import changes, formatted by nobody yet: field identifier and plain values.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Andring {
    pub falt: Falt,
    pub fran: serde_json::Value,
    pub till: serde_json::Value,
}

/// What became of a row.
#[derive(Debug, Clone, PartialEq)]
pub struct Radutfall {
    pub blad: String,
    pub rad: u32,
    pub slag: Tabellslag,
    pub utslag: Utslag,
    /// The thing the row is about, as a person knows it ("1.2 Rekrytera …").
    pub benamning: String,
    pub andringar: Vec<Andring>,
    pub anmarkningar: Vec<Anmarkning>,
    pub vagran: Option<Vagran>,
    pub overhopp: Option<Overhopp>,
}
