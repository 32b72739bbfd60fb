//! Mätetal: nyckeltal (decided by KS) and indikatorer (nämnd or förvaltning), their outcomes and targets.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::belopp::Tal;
use crate::id::{BefattningId, MalId, MatetalId, OrganisationId, UppdragId};
use crate::period::Period;
use crate::state_enum::state_enum;

pub mod ops;
pub mod rules;
pub(crate) mod sql;
pub mod varden;

state_enum! {
    /// The two sorts of mätetal.
    Matetalsart { Nyckeltal = "nyckeltal", Indikator = "indikator" }
}

state_enum! {
    /// Which way is better.
    Riktning { Hogre = "hogre", Lagre = "lagre", Intervall = "intervall", Folj = "folj" }
}

state_enum! {
    /// How often it is measured.
    Frekvens { Manad = "manad", Kvartal = "kvartal", Tertial = "tertial", Halvar = "halvar", Ar = "ar" }
}

state_enum! {
    /// How the values of a year become the year's value.
    Arsvarde { Senaste = "senaste", Summa = "summa", Medel = "medel", VagtMedel = "vagt_medel" }
}

state_enum! {
    /// Why there is no value. Never shown as 0.
    Saknas { EjMatt = "ej_matt", Bortfall = "bortfall", EjTillamplig = "ej_tillamplig", Sekretess = "sekretess" }
}

state_enum! {
    /// Split by sex: T is the total.
    Kon { T = "T", K = "K", M = "M" }
}

/// A mätetal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Matetal {
    pub id: MatetalId,
    pub art: Matetalsart,
    pub nr: String,
    pub titel: String,
    /// Markdown.
    pub definition: String,
    /// "%", "antal", "kr", "dagar", "index" …
    pub enhet: String,
    /// Decimals shown, 0–6.
    pub decimaler: u8,
    pub riktning: Riktning,
    pub frekvens: Frekvens,
    pub kalla: String,
    pub kolada_id: String,
    /// Months from the end of the measured period until the value is known.
    pub lag_months: u32,
    pub konsuppdelad: bool,
    pub arsvarde: Arsvarde,
    /// How far from the target still counts as near (yellow), in the unit of the mätetal.
    pub tolerans: Option<Tal>,
    pub ansvarig_id: Option<BefattningId>,
    /// The wording that was fastställd, where it differs from the title (shown in reports).
    pub faststalld_lydelse: String,
    pub mal: Vec<MatetalMal>,
    pub uppdrag: Vec<UppdragId>,
    pub anteckning: String,
    pub sort_key: String,
}

/// A link to a mål, with its weight under rule C.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct MatetalMal {
    pub mal_id: MalId,
    pub vikt: u32,
}

/// A measured value or the reason why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Varde {
    Tal(Tal),
    Saknas(Saknas),
}

/// The outcome of one period × sex × organisation node.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Utfall {
    pub matetal_id: MatetalId,
    pub organisation_id: OrganisationId,
    /// The last month of the measured period: a year's value stands at December.
    pub period: Period,
    pub kon: Kon,
    pub varde: Varde,
    /// Weight under `Arsvarde::VagtMedel` (e.g. number of answers).
    pub vikt: Option<Tal>,
    pub kalla: String,
    /// When the value was taken.
    pub datum: Option<NaiveDate>,
}

/// What is demanded of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Krav {
    Minst(Tal),
    Hogst(Tal),
    /// Lowest and highest, both included.
    Intervall(Tal, Tal),
    /// Only a direction is decided: better than the previous comparable value (LedMot 4.3.2).
    Riktning,
}

/// A målnivå (nyckeltal) or målvärde (indikator) for a year (month 12) or a shorter period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Malvarde {
    pub matetal_id: MatetalId,
    pub organisation_id: OrganisationId,
    pub period: Period,
    pub krav: Krav,
    /// As decided, in words ("Minst 78 %").
    pub text: String,
}

/// A value of a comparison series (riket, liknande kommuner …).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Jamforelse {
    pub matetal_id: MatetalId,
    pub namn: String,
    pub period: Period,
    pub varde: Tal,
}

impl Matetal {
    /// A mätetal with nothing in it yet: followed yearly, no direction decided.
    pub fn new(id: MatetalId, art: Matetalsart) -> Matetal {
        Matetal {
            id,
            art,
            nr: String::new(),
            titel: String::new(),
            definition: String::new(),
            enhet: String::new(),
            decimaler: 0,
            riktning: Riktning::Folj,
            frekvens: Frekvens::Ar,
            kalla: String::new(),
            kolada_id: String::new(),
            lag_months: 0,
            konsuppdelad: false,
            arsvarde: Arsvarde::Senaste,
            tolerans: None,
            ansvarig_id: None,
            faststalld_lydelse: String::new(),
            mal: vec![],
            uppdrag: vec![],
            anteckning: String::new(),
            sort_key: String::new(),
        }
    }
}

#[cfg(test)]
mod rules_tests;
