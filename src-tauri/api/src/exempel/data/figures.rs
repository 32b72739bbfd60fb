//! The files with figures: mätetal, the drift table and the verksamheter.
use std::collections::BTreeMap;

use chrono::NaiveDate;
use plan_core::belopp::Tal;
use plan_core::matetal::{Arsvarde, Frekvens, Kon, Matetalsart, Riktning, Saknas};
use plan_core::period::Period;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::exempel) struct Matetal {
    pub(in crate::exempel) nyckel: String,
    pub(in crate::exempel) nr: String,
    pub(in crate::exempel) art: Matetalsart,
    pub(in crate::exempel) titel: String,
    pub(in crate::exempel) tidigare_lydelse: Option<TidigareLydelse>,
    pub(in crate::exempel) definition: String,
    pub(in crate::exempel) enhet: String,
    pub(in crate::exempel) decimaler: u8,
    pub(in crate::exempel) riktning: Riktning,
    pub(in crate::exempel) frekvens: Frekvens,
    pub(in crate::exempel) arsvarde: Arsvarde,
    pub(in crate::exempel) kalla: String,
    #[serde(default)]
    pub(in crate::exempel) efterslapning_manader: u32,
    pub(in crate::exempel) tolerans: Option<Tal>,
    pub(in crate::exempel) ansvarig: String,
    pub(in crate::exempel) mal: Vec<String>,
    pub(in crate::exempel) uppdrag: Vec<String>,
    #[serde(default)]
    pub(in crate::exempel) malvarden: Vec<Malvarde>,
    pub(in crate::exempel) varden: BTreeMap<Kon, BTreeMap<Period, Varde>>,
    /// Values per unit.
    #[serde(default)]
    pub(in crate::exempel) enheter: BTreeMap<String, BTreeMap<Period, Varde>>,
    #[serde(default)]
    pub(in crate::exempel) rattade: Vec<Rattelse>,
    #[serde(default)]
    pub(in crate::exempel) jamforelser: BTreeMap<String, BTreeMap<Period, Tal>>,
}

/// The wording that was fastställd, and the day it gave way to the title.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::exempel) struct TidigareLydelse {
    pub(in crate::exempel) titel: String,
    pub(in crate::exempel) andrad: NaiveDate,
}

/// A number, or the reason why there is none ("bortfall").
#[derive(Clone, Copy, Deserialize)]
#[serde(untagged)]
pub(in crate::exempel) enum Varde {
    Tal(Tal),
    Saknas(Saknas),
}

/// A value that was first reported wrong.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::exempel) struct Rattelse {
    pub(in crate::exempel) period: Period,
    pub(in crate::exempel) kon: Kon,
    pub(in crate::exempel) forst: Tal,
    pub(in crate::exempel) rattad: NaiveDate,
}

/// `minst`, `hogst`, both as `lagst` and `hogst`, or `riktning`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::exempel) struct Malvarde {
    pub(in crate::exempel) ar: i32,
    pub(in crate::exempel) minst: Option<Tal>,
    pub(in crate::exempel) hogst: Option<Tal>,
    pub(in crate::exempel) lagst: Option<Tal>,
    #[serde(default)]
    pub(in crate::exempel) riktning: bool,
    #[serde(default)]
    pub(in crate::exempel) text: String,
}

/// Whole kronor; `None` is *Tom*.
#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::exempel) struct Uppfoljt {
    pub(in crate::exempel) utfall: Option<i64>,
    pub(in crate::exempel) prognos: Option<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::exempel) struct Driftrad {
    pub(in crate::exempel) nyckel: String,
    pub(in crate::exempel) namn: String,
    /// What the row is called in a new file, where the nämnd has another name for it.
    pub(in crate::exempel) mallens_namn: Option<String>,
    /// A sum row names its parts and has no amounts.
    #[serde(default)]
    pub(in crate::exempel) summa_av: Vec<String>,
    pub(in crate::exempel) budget: Option<i64>,
    #[serde(default)]
    pub(in crate::exempel) uppfoljning: BTreeMap<Period, Uppfoljt>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::exempel) struct Verksamhet {
    pub(in crate::exempel) nyckel: String,
    pub(in crate::exempel) namn: String,
    pub(in crate::exempel) kod: String,
    pub(in crate::exempel) enhet: Option<String>,
    #[serde(default)]
    pub(in crate::exempel) finansiering: bool,
    pub(in crate::exempel) intakt: Option<Verksamhetsdel>,
    pub(in crate::exempel) kostnad: Option<Verksamhetsdel>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::exempel) struct Verksamhetsdel {
    pub(in crate::exempel) budget: i64,
    pub(in crate::exempel) uppfoljning: BTreeMap<Period, Uppfoljt>,
}
