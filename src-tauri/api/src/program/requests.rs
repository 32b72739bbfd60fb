//! What the program's own commands take and give.
use std::path::PathBuf;

use plan_core::plan::ops::NyPlan;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::settings::{Typsnitt, Utseende};

/// What the window needs to know of the program itself.
#[derive(Debug, Serialize, TS)]
pub struct Programbild {
    /// The open file; none on the start screen.
    pub fil: Option<Filbild>,
    /// The befattning that writes in the open file; none: it has to be asked for before the first change.
    pub vem: Option<String>,
    pub utseende: Utseende,
    pub typsnitt: Typsnitt,
    /// Per cent.
    pub zoom: u16,
    /// Where the person was when the open file was left; only the window understands it.
    #[ts(type = "unknown")]
    pub plats: Value,
    /// Widths and open panels; only the window understands it.
    #[ts(type = "unknown")]
    pub paneler: Value,
    /// "Allt är sparat 14.32"; empty when nothing is open.
    pub sparat: String,
    /// What is said of a plan that is open on a network share; empty of any other.
    pub natverk: &'static str,
    /// Where a new plan or a copy is proposed to lie.
    pub planer: PathBuf,
    /// The program's version.
    pub version: &'static str,
}

/// A file as a person knows it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Filbild {
    pub fil: PathBuf,
    /// "socialforvaltningen-2026.vplan".
    pub filnamn: String,
    /// "Socialförvaltningen".
    pub namn: String,
    /// "Verksamhetsplan 2026".
    pub rubrik: String,
    /// "Dokument › Planer".
    pub mapp: String,
    /// It was opened from the example: changes lead nowhere.
    pub exempel: bool,
}

/// The files that were open lately, newest first.
#[derive(Debug, Serialize, TS)]
pub struct Senastelista {
    pub filer: Vec<Senaste>,
}

/// One of them.
#[derive(Debug, Serialize, TS)]
pub struct Senaste {
    pub fil: Filbild,
    /// "i dag 14.32", "i går 16.05", "3 november".
    pub nar: String,
    /// It is still where it was.
    pub finns: bool,
}

/// A file by its path.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Fil {
    pub fil: PathBuf,
}

/// The open file, or another one.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ValdFil {
    pub fil: Option<PathBuf>,
}

/// A recent file that was found again in another place.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LetaUpp {
    /// Where it was.
    pub fil: PathBuf,
    /// Where it is.
    pub ny: PathBuf,
}

/// A file whose content was dropped in the window, without a path.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SlapptFil {
    pub namn: String,
    /// Base64.
    pub bytes: String,
}

/// A new plan and where it goes.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NyPlanfil {
    pub fil: PathBuf,
    pub plan: NyPlan,
}

/// The person's settings: only what is given changes.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct SetProgram {
    pub utseende: Option<Utseende>,
    pub typsnitt: Option<Typsnitt>,
    /// Per cent; kept within 50–300.
    pub zoom: Option<u16>,
    #[ts(optional, type = "unknown")]
    pub plats: Option<Value>,
    #[ts(optional, type = "unknown")]
    pub paneler: Option<Value>,
}

/// Who writes in the open file from now on.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetVem {
    pub befattning: String,
    /// It is not in the plan yet: it is added, as the first thing that is written.
    pub ny: bool,
}

/// Who can write in the open file.
#[derive(Debug, Serialize, TS)]
pub struct Vemval {
    /// The plan's befattningar, in order.
    pub befattningar: Vec<String>,
}

/// A new plan before its file has a name.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ForeslaFil {
    pub plan: NyPlan,
}

/// A path that is free.
#[derive(Debug, Serialize, TS)]
pub struct Foreslagen {
    pub fil: PathBuf,
    /// Its last part.
    pub filnamn: String,
}

/// The styrmodeller a plan can start from.
#[derive(Debug, Serialize, TS)]
pub struct Styrmodeller {
    /// The year that is most likely to be planned now.
    pub year: i32,
    pub styrmodeller: Vec<Styrmodellval>,
}

/// One of them.
#[derive(Debug, Serialize, TS)]
pub struct Styrmodellval {
    pub key: &'static str,
    pub namn: &'static str,
    /// What is special about it, in one line.
    pub rad: &'static str,
    /// The chain from the top to the aktivitet.
    pub nivaer: Vec<&'static str>,
}

/// The backups of a file, newest first.
#[derive(Debug, Serialize, TS)]
pub struct Sakerhetskopior {
    /// Where they lie, in words; none when the program keeps none.
    pub mapp: Option<String>,
    pub kopior: Vec<Kopiebild>,
}

/// What a backup holds.
#[derive(Debug, Serialize, TS)]
pub struct Kopiebild {
    pub fil: PathBuf,
    /// "i dag 14.32".
    pub nar: String,
    /// "1,2 MB".
    pub storlek: String,
    /// "Rapportera status: Rekrytera sjuksköterskor"; the last change in it.
    pub senast: String,
    /// "Controller, 3 november 16.05".
    pub av: String,
    /// "12 mål, 9 uppdrag, 41 aktiviteter, 18 mätetal".
    pub innehall: String,
    /// It opens and its content hangs together.
    pub hel: bool,
    /// What is wrong with one that is not.
    pub fel: String,
}
