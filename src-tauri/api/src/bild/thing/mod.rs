//! `read_rad`: the side panel of any thing: its fields with words, value and text, where it stands, to whom it is
//! passed on, and what measures it. `read_valmangder`: what a field may be set to. Writes nothing.
mod aktivitet;
mod falt;
mod laget;
mod mal;
mod matetal;
#[cfg(test)]
mod tests;
mod uppdrag;
mod val;

use chrono::NaiveDate;
use plan_core::document::Document;
use plan_core::id::{DelaktivitetId, OrganisationId};
use plan_core::mal::{Malbedomning, Maluppfyllelse};
use plan_core::period::Period;
use plan_core::uppfoljning::{Status, Statusbarare};
use plan_core::view::PlanView;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;
use uuid::Uuid;

use super::matetal::Matetalsgnista;
use super::plan::Planbedomning;
use crate::as_of::Tidpunkt;
use crate::error::Error;

pub(crate) use val::read_valmangder;
pub use val::{Val, Valmangder};

/// The kinds of thing that have a panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Sakslag {
    Mal,
    Uppdrag,
    Aktivitet,
    Matetal,
}

/// The thing to show.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReadRad {
    pub kind: Sakslag,
    pub id: Uuid,
    /// "2026-10"; without it the newest period that the plan has rows for.
    #[serde(default)]
    #[ts(optional)]
    pub period: Option<String>,
    /// What counts as today; without it the period's last day.
    #[serde(default)]
    #[ts(optional)]
    pub datum: Option<NaiveDate>,
}

/// A thing as its panel shows it.
#[derive(Debug, Serialize, TS)]
pub struct Sakbild {
    pub slag: Sakslag,
    pub id: Uuid,
    /// "Uppdrag 1".
    pub overrad: String,
    pub titel: String,
    pub period: Period,
    /// The thing belongs to a closed year: nothing of it can be changed.
    pub stangt: bool,
    /// Where it stands, of an uppdrag or aktivitet.
    pub lage: Option<Saklage>,
    /// The verdict, of a mål or mätetal.
    pub bedomning: Option<Planbedomning>,
    /// A person's verdict on a mål; `None`: the level carries none.
    pub egen_bedomning: Option<EgenBedomning>,
    /// Texts, read one below the other.
    pub texter: Vec<Falt>,
    /// Facts, read as two columns.
    pub fakta: Vec<Falt>,
    pub fordelning: Option<Fordelning>,
    /// `None`: nothing measures a thing of this kind.
    pub matetal: Option<Vec<Matetalsgnista>>,
    /// The checklist of an aktivitet.
    pub delaktiviteter: Option<Vec<Delaktivitetsrad>>,
}

/// Where an uppdrag or aktivitet stands.
#[derive(Debug, Serialize, TS)]
pub struct Saklage {
    pub barare: Statusbarare,
    pub status: Option<Status>,
    /// The file's word; empty where nothing is reported.
    pub ord: String,
    /// "Sämsta läget bland tre enheter"; empty where the status is the thing's own.
    pub regel: String,
    pub kommentar: String,
}

/// A person's verdict on a mål in the year of the period.
#[derive(Debug, Serialize, TS)]
pub struct EgenBedomning {
    pub satt: Option<Malbedomning>,
    /// The words of the verdicts, best first.
    pub val: Vec<Bedomningsval>,
}

/// A verdict and its word.
#[derive(Debug, Serialize, TS)]
pub struct Bedomningsval {
    pub bedomning: Maluppfyllelse,
    pub ord: String,
}

/// How a field is shown and edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Faltslag {
    /// One line.
    Rad,
    Markdown,
    Datum,
    Heltal,
    /// A measured number, with decimals.
    Tal,
    /// An amount in öre, typed in kronor.
    Kronor,
    JaNej,
    /// One of a list.
    Val,
    /// Several of a list.
    Flerval,
    /// One of a list or words of one's own.
    Ord,
    /// The decision: organ, date, paragraph and dnr together.
    Beslut,
    /// The target of the year.
    Malvarde,
}

/// The list a field chooses from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Vallista {
    Organisation,
    Befattning,
    Mal,
    /// Mål that uppdrag are given at.
    MalMedUppdrag,
    Uppdrag,
    Kalla,
    Perspektiv,
    Art,
    Riktning,
    Frekvens,
    Arsvarde,
}

/// A field with its word, its value as a patch takes it, and its text as a person reads it.
#[derive(Debug, Serialize, TS)]
pub struct Falt {
    /// The name in the patch.
    pub namn: String,
    pub etikett: String,
    pub slag: Faltslag,
    pub lista: Option<Vallista>,
    #[ts(type = "unknown")]
    pub varde: Value,
    /// Empty: nothing is written.
    pub text: String,
}

/// To whom a thing is passed on.
#[derive(Debug, Serialize, TS)]
pub struct Fordelning {
    /// "Fördelat till tre enheter".
    pub rubrik: String,
    pub rader: Vec<Fordelningsrad>,
}

/// A unit and where it stands.
#[derive(Debug, Serialize, TS)]
pub struct Fordelningsrad {
    pub organisation_id: OrganisationId,
    pub namn: String,
    pub status: Option<Status>,
    pub ord: String,
    pub kommentar: String,
}

/// A line of an aktivitet's checklist.
#[derive(Debug, Serialize, TS)]
pub struct Delaktivitetsrad {
    pub id: DelaktivitetId,
    pub titel: String,
    pub klar: bool,
}

/// Reads a thing for its panel.
pub(crate) fn read_rad(document: &Document, request: &ReadRad) -> Result<Sakbild, Error> {
    let plan = document.plan()?;
    let moment = Tidpunkt { period: request.period.clone(), datum: request.datum };
    let (period, today) = moment.of(&plan)?;
    let view = PlanView::new(&plan, period, today);
    let found = match request.kind {
        Sakslag::Mal => view.mal(request.id.into()).map(|thing| mal::panel(&view, thing)),
        Sakslag::Uppdrag => view.uppdrag(request.id.into()).map(|thing| uppdrag::panel(&view, thing)),
        Sakslag::Aktivitet => view.aktivitet(request.id.into()).map(|thing| aktivitet::panel(&view, thing)),
        Sakslag::Matetal => view.matetal(request.id.into()).map(|thing| matetal::panel(&view, thing)),
    };
    found.ok_or_else(|| plan_core::Error::NotFound(request.id.into()).into())
}

/// A panel with nothing in it yet.
fn empty(view: &PlanView, slag: Sakslag, id: Uuid, overrad: String, titel: &str) -> Sakbild {
    Sakbild {
        slag,
        id,
        overrad,
        titel: titel.to_owned(),
        period: view.period,
        stangt: false,
        lage: None,
        bedomning: None,
        egen_bedomning: None,
        texter: vec![],
        fakta: vec![],
        fordelning: None,
        matetal: None,
        delaktiviteter: None,
    }
}

/// "Uppdrag 1", or only the word.
fn overline(word: &str, nr: &str) -> String {
    if nr.is_empty() { word.to_owned() } else { format!("{word} {nr}") }
}
