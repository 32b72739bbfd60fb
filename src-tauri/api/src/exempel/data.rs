//! The example as a person edits it: one JSON file per concept in `assets/exempel`, things named by a short *nyckel*.
//! Reads and nothing more; which ids the things get and on which day they are written stands in the modules beside.
mod figures;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use plan_core::error::{Damage, Error, Result};
use plan_core::organisation::Organisationsslag;
use plan_core::period::Period;
use plan_core::uppdrag::Kalla;
use plan_core::uppfoljning::{Status, Uppfoljningsslag};
use serde::Deserialize;
use serde::de::DeserializeOwned;

pub(super) use figures::{
    Driftrad, Malvarde, Matetal, Rattelse, Uppfoljt, Varde, Verksamhet, Verksamhetsdel,
};

/// All files.
pub(super) struct Data {
    pub(super) kommun: Kommun,
    pub(super) befattning: Vec<Befattning>,
    pub(super) organisation: Vec<Organisation>,
    pub(super) malkedja: Malkedja,
    pub(super) uppdrag: Vec<Uppdrag>,
    pub(super) aktivitet: Vec<Aktivitet>,
    pub(super) matetal: Vec<Matetal>,
    pub(super) drift: Vec<Driftrad>,
    pub(super) verksamhet: Vec<Verksamhet>,
    pub(super) uppfoljning: Vec<Uppfoljning>,
    /// Texts of the year's verksamhetsplan.
    pub(super) plantexter: Texter,
    /// Texts of the periods that have any.
    pub(super) texter: Vec<(Period, Texter)>,
}

macro_rules! file {
    ($name:literal) => {
        parse($name, include_str!(concat!("../../../../assets/exempel/", $name)))
    };
}

impl Data {
    /// Reads the files that the program carries.
    pub(super) fn read() -> Result<Data> {
        let month = |month| Period::new(2026, month).ok_or_else(|| broken("period"));
        Ok(Data {
            kommun: file!("kommun.json")?,
            befattning: file!("befattning.json")?,
            organisation: file!("organisation.json")?,
            malkedja: file!("mal.json")?,
            uppdrag: file!("uppdrag.json")?,
            aktivitet: file!("aktivitet.json")?,
            matetal: file!("matetal.json")?,
            drift: file!("drift.json")?,
            verksamhet: file!("verksamhet.json")?,
            uppfoljning: file!("uppfoljning.json")?,
            plantexter: file!("texter/verksamhetsplan-2026.json")?,
            texter: vec![
                (month(3)?, file!("texter/2026-03.json")?),
                (month(9)?, file!("texter/2026-09.json")?),
                (month(10)?, file!("texter/2026-10.json")?),
            ],
        })
    }
}

fn parse<T: DeserializeOwned>(name: &str, text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| broken(&format!("{name}: {error}")))
}

/// Only an edit of the files can make this happen; the tests read them all.
pub(super) fn broken(what: &str) -> Error {
    Error::Damaged(Damage::Content(format!("example data: {what}")))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Kommun {
    pub(super) kommun: String,
    pub(super) namnd: String,
    pub(super) forvaltning: String,
    pub(super) ar: i32,
    /// Key of the template.
    pub(super) styrmodell: String,
    pub(super) dnr_rapporter: String,
    /// The template of the month report: its sections in order.
    pub(super) manadsrapportens_avsnitt: Vec<String>,
    /// The first day of the file.
    pub(super) upprattad: NaiveDate,
    pub(super) upprattad_av: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Befattning {
    pub(super) nyckel: String,
    pub(super) titel: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Organisation {
    pub(super) nyckel: String,
    pub(super) under: Option<String>,
    pub(super) slag: Organisationsslag,
    pub(super) namn: String,
    pub(super) kod: String,
    pub(super) chef: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Malkedja {
    pub(super) giltig_fran: NaiveDate,
    pub(super) giltig_till: NaiveDate,
    pub(super) mal: Vec<Mal>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Mal {
    pub(super) nyckel: String,
    pub(super) under: Option<String>,
    /// The level's word in the singular, as the template names it.
    pub(super) niva: String,
    pub(super) nr: String,
    pub(super) titel: String,
    pub(super) beskrivning: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Beslut {
    pub(super) organ: String,
    pub(super) datum: NaiveDate,
    pub(super) paragraf: String,
    pub(super) dnr: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Uppdrag {
    pub(super) nyckel: String,
    pub(super) nr: String,
    pub(super) titel: String,
    pub(super) vad: String,
    pub(super) varfor: String,
    pub(super) onskad_effekt: String,
    pub(super) kalla: Kalla,
    #[serde(default)]
    pub(super) kalla_text: String,
    #[serde(default)]
    pub(super) grunduppdrag: bool,
    pub(super) beslut: Beslut,
    pub(super) mal: Option<String>,
    #[serde(default)]
    pub(super) bidrar_till: Vec<String>,
    pub(super) mottagare: String,
    pub(super) ansvariga: Vec<String>,
    #[serde(default)]
    pub(super) fordelning: Vec<String>,
    pub(super) perspektiv: String,
    #[serde(default)]
    pub(super) god_ekonomisk_hushallning: bool,
    /// The last year; the running one when it is left out.
    pub(super) till_ar: Option<i32>,
    /// The day it was written down; the day after the decision when it is left out.
    pub(super) skapad: Option<NaiveDate>,
    pub(super) historik: Vec<Handelse>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Aktivitet {
    pub(super) nr: String,
    pub(super) titel: String,
    pub(super) hur: String,
    pub(super) uppdrag: Option<String>,
    pub(super) enhet: String,
    #[serde(default)]
    pub(super) gemensam: bool,
    pub(super) ansvariga: Vec<String>,
    #[serde(default)]
    pub(super) deltar: Vec<String>,
    pub(super) start: NaiveDate,
    pub(super) slut: NaiveDate,
    /// Whole kronor.
    pub(super) kostnad: Option<i64>,
    pub(super) skapad: Option<NaiveDate>,
    #[serde(default)]
    pub(super) delaktiviteter: Vec<Delaktivitet>,
    pub(super) historik: Vec<Handelse>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Delaktivitet {
    pub(super) titel: String,
    /// The follow-up in which it was ticked.
    pub(super) klar: Option<Period>,
}

/// Something that happened to an uppdrag or aktivitet: a reported status, a new end date, or its removal.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Handelse {
    Status(Rapporterad),
    NyttSlut(NyttSlut),
    Borttagen(Borttagen),
}

/// A status in a follow-up, reported on the units' last day by the unit's chef or the ansvarig.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rapporterad {
    pub(super) period: Period,
    pub(super) enhet: Option<String>,
    pub(super) status: Status,
    pub(super) klart: Option<u8>,
    #[serde(default)]
    pub(super) kommentar: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NyttSlut {
    pub(super) datum: NaiveDate,
    pub(super) vem: String,
    pub(super) nytt_slut: NaiveDate,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Borttagen {
    pub(super) datum: NaiveDate,
    pub(super) vem: String,
    #[serde(rename = "ta_bort")]
    pub(super) _ta_bort: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Uppfoljning {
    pub(super) period: Period,
    pub(super) slag: Uppfoljningsslag,
    pub(super) enheternas_sista_dag: NaiveDate,
    pub(super) namndens_dag: NaiveDate,
    pub(super) rapport: Option<Rapportdagar>,
}

/// When the report of a follow-up was locked and decided.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rapportdagar {
    pub(super) last: NaiveDate,
    pub(super) faststalld: NaiveDate,
    pub(super) paragraf: String,
}

/// Texts by section, and by verksamhet, mätetal and enhet.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Texter {
    pub(super) avsnitt: BTreeMap<String, Text>,
    #[serde(default)]
    pub(super) verksamhet: BTreeMap<String, Text>,
    #[serde(default)]
    pub(super) matetal: BTreeMap<String, Text>,
    #[serde(default)]
    pub(super) enhet: BTreeMap<String, Text>,
}

/// Markdown: one text, or its paragraphs.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Text {
    Ett(String),
    Stycken(Vec<String>),
}

impl Text {
    pub(super) fn markdown(&self) -> String {
        match self {
            Text::Ett(text) => text.clone(),
            Text::Stycken(paragraphs) => paragraphs.join("\n\n"),
        }
    }
}
