//! `read_plantrad`: the whole chain as flat rows in display order, with where each stands and what breaks the thread.
//! Made for 5,000 rows: what is empty is not sent. Which rows are folded is the window's own affair.
mod counts;
mod rows;
#[cfg(test)]
pub(crate) mod tests;
mod unit;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use plan_core::aktivitet::Aktivitet;
use plan_core::document::Document;
use plan_core::granskning::Tradbrist;
use plan_core::id::{AktivitetId, MalId, NivaId, OrganisationId, ThingId, UppdragId};
use plan_core::mal::Maluppfyllelse;
use plan_core::organisation::Organisation;
use plan_core::period::Period;
use plan_core::plan::{Arslage, Plan};
use plan_core::uppfoljning::Status;
use plan_core::view::PlanView;
use plan_report::format;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::as_of::Tidpunkt;
use crate::bild::installning::verksamhetsar;
use crate::error::Error;
use crate::texts::plan as texts;

pub(crate) use rows::bedomning;

/// Which plan to show.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct ReadPlantrad {
    /// "2026-10"; without it the newest period that the plan has rows for.
    #[ts(optional)]
    pub period: Option<String>,
    /// What counts as today; without it the period's last day.
    #[ts(optional)]
    pub datum: Option<NaiveDate>,
    /// Only what concerns this node or one below it.
    #[ts(optional)]
    pub enhet: Option<OrganisationId>,
}

/// The chain as the screen *Plan* shows it.
#[derive(Debug, Serialize, TS)]
pub struct Plantrad {
    pub period: Period,
    /// The verksamhetsår shown: the period's.
    pub ar: i32,
    /// The year is closed to changes.
    pub stangt: bool,
    /// The years to go to, in order; the one shown is always among them.
    pub verksamhetsar: Vec<Planar>,
    pub nivaer: Vec<Planniva>,
    /// The organisation in display order, for the filter.
    pub enheter: Vec<Planenhet>,
    /// The file's words, in the order of the digits.
    pub statusord: Vec<Planstatus>,
    pub rader: Vec<Planrad>,
    pub brister: Vec<Planbrist>,
    /// "3 fokusområden, 6 uppdrag, 41 aktiviteter".
    pub sammanfattning: String,
}

/// A verksamhetsår to go to.
#[derive(Debug, Serialize, TS)]
pub struct Planar {
    pub ar: i32,
    /// The month of the year that answers to the one shown.
    pub period: Period,
    /// "planeras"; empty where the file has no such year.
    pub ord: String,
}

/// A level of the styrmodell.
#[derive(Debug, Serialize, TS)]
pub struct Planniva {
    pub id: NivaId,
    pub singular: String,
    pub plural: String,
    pub bar_uppdrag: bool,
    pub bar_matetal: bool,
}

/// A node of the organisation.
#[derive(Debug, Serialize, TS)]
pub struct Planenhet {
    pub id: OrganisationId,
    pub namn: String,
    /// 0 for the root.
    pub djup: usize,
}

/// A status and its word in this file.
#[derive(Debug, Serialize, TS)]
pub struct Planstatus {
    pub status: Status,
    pub ord: String,
}

/// How many rows miss what the thread needs.
#[derive(Debug, Serialize, TS)]
pub struct Planbrist {
    pub brist: Tradbrist,
    pub antal: usize,
    /// "utan aktivitet".
    pub ord: String,
    /// "saknar aktivitet".
    pub rad: String,
    /// Why it is a break: "Ett uppdrag genomförs med aktiviteter (LedMot 4.3.2)."
    pub grund: String,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Planslag {
    Mal,
    Uppdrag,
    Aktivitet,
    /// A heading of the program's own: what hangs on nothing.
    Grupp,
}

/// A row of the chain.
#[derive(Debug, Serialize, TS)]
pub struct Planrad {
    pub slag: Planslag,
    /// The thing's id; of a group its name.
    pub id: String,
    /// 0 for the top.
    pub djup: usize,
    /// The index of the row above it in the tree.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub foralder: Option<usize>,
    /// The index of its level, of a mål.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub niva: Option<usize>,
    /// "Uppdrag 1 · 4 aktiviteter, 3 enheter".
    #[serde(skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub overrad: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub nr: String,
    pub titel: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub status: Option<Status>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub bedomning: Option<Planbedomning>,
    /// "2026-12-31", or the paper's own words.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub klart: String,
    /// The end date, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub slutdatum: Option<NaiveDate>,
    /// "passerat".
    #[serde(skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub passerat: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub ansvarig: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<Tradbrist>>", optional)]
    pub brister: Vec<Tradbrist>,
}

/// How a mål stands.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Planbedomning {
    pub utfall: Maluppfyllelse,
    /// "Delvis uppfyllt (preliminärt)".
    pub ord: String,
    /// "1 av 3 nyckeltal".
    pub text: String,
}

/// New aktiviteter, in order.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NyaAktiviteter {
    pub uppdrag_id: Option<UppdragId>,
    pub year: i32,
    pub titlar: Vec<String>,
}

/// Where an uppdrag is put: under a mål (`null`: none), right after another or first.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlaceUppdrag {
    pub id: UppdragId,
    pub mal_id: Option<MalId>,
    pub after: Option<UppdragId>,
}

/// Where an aktivitet is put: under an uppdrag (`null`: none), right after another or first.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PlaceAktivitet {
    pub id: AktivitetId,
    pub uppdrag_id: Option<UppdragId>,
    pub after: Option<AktivitetId>,
}

/// Reads the chain.
pub(crate) fn read_plantrad(document: &Document, request: &ReadPlantrad) -> Result<Plantrad, Error> {
    let plan = document.plan()?;
    let moment = Tidpunkt { period: request.period.clone(), datum: request.datum };
    let (period, today) = moment.of(&plan)?;
    Ok(plantrad(&PlanView::new(&plan, period, today), request.enhet))
}

fn plantrad(view: &PlanView, enhet: Option<OrganisationId>) -> Plantrad {
    let ord = level_word(view);
    let rader = rows::Rows::of(view, enhet);
    let word = |status: &Status| Planstatus {
        status: *status,
        ord: format::status(&view.plan.installning, *status),
    };
    let brist = |brist: &Tradbrist| Planbrist {
        brist: *brist,
        antal: rader.iter().filter(|r| r.brister.contains(brist)).count(),
        ord: texts::utan(*brist, ord),
        rad: texts::saknar(*brist, ord),
        grund: texts::grund(*brist, view.installning("styrmodell")),
    };
    Plantrad {
        period: view.period,
        ar: view.period.year,
        stangt: is_closed(view.plan, view.period.year),
        verksamhetsar: years(view),
        nivaer: view.plan.niva.iter().map(planniva).collect(),
        enheter: enheter(view.plan),
        statusord: Status::ALL.iter().map(word).collect(),
        brister: Tradbrist::ALL.iter().map(brist).collect(),
        sammanfattning: counts::summary(view, &rader),
        rader,
    }
}

/// The years of the file and the one shown, each in the month shown.
fn years(view: &PlanView) -> Vec<Planar> {
    let mut words: BTreeMap<i32, String> =
        verksamhetsar(view.plan).into_iter().map(|y| (y.year, y.ord.to_lowercase())).collect();
    words.entry(view.period.year).or_default();
    let month = view.period.month;
    words.into_iter().map(|(ar, ord)| Planar { ar, period: Period { year: ar, month }, ord }).collect()
}

/// The word of the level that uppdrag are given at: the lowest that carries them.
pub(crate) fn level_word<'a>(view: &PlanView<'a>) -> &'a str {
    let carrying = view.plan.niva.iter().rev().find(|n| n.bar_uppdrag);
    carrying.map_or("mål", |n| n.singular.as_str())
}

fn is_closed(plan: &Plan, year: i32) -> bool {
    plan.verksamhetsar.iter().any(|y| y.year == year && y.state == Arslage::Stangt)
}

fn planniva(niva: &plan_core::styrmodell::Niva) -> Planniva {
    Planniva {
        id: niva.id,
        singular: niva.singular.clone(),
        plural: niva.plural.clone(),
        bar_uppdrag: niva.bar_uppdrag,
        bar_matetal: niva.bar_matetal,
    }
}

/// The organisation from its roots, each node before those below it.
pub(crate) fn enheter(plan: &Plan) -> Vec<Planenhet> {
    fn below(plan: &Plan, parent: Option<OrganisationId>, djup: usize, out: &mut Vec<Planenhet>) {
        let children = plan.organisation.iter().filter(|o: &&Organisation| o.parent_id == parent);
        for node in children {
            out.push(Planenhet { id: node.id, namn: node.namn.clone(), djup });
            below(plan, Some(node.id), djup + 1, out);
        }
    }
    let mut out = vec![];
    below(plan, None, 0, &mut out);
    out
}

/// An id as the window knows it.
fn id_text(id: impl Into<ThingId>) -> String {
    id.into().0.to_string()
}

/// Whether the aktivitet belongs to the year shown.
fn of_year(view: &PlanView, aktivitet: &Aktivitet) -> bool {
    aktivitet.year == view.period.year
}
