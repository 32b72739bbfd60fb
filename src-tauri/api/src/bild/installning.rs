//! What the settings screen shows of the plan: organisation, befattningar, years, follow-ups, the words of the statuses.
use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use plan_core::document::Document;
use plan_core::id::{BefattningId, OrganisationId, UppfoljningId};
use plan_core::organisation::{Organisation, Organisationsslag};
use plan_core::period::Period;
use plan_core::plan::{Arslage, Plan};
use plan_core::uppfoljning::{Status, Uppfoljning, Uppfoljningslage, Uppfoljningsslag};
use plan_report::format;
use serde::Serialize;
use ts_rs::TS;

use super::installning_nivaer::{Styrmodellbild, styrmodell};
use super::installning_regler::{Regelrad, regler};
use crate::error::Error;
use crate::texts::rule::capitalised;
use crate::texts::value::{Place, code};

/// The settings of the file.
#[derive(Debug, Serialize, TS)]
pub struct Installningsbild {
    pub kommun: String,
    pub namnd: String,
    pub forvaltning: String,
    /// Parents before their children, siblings in order.
    pub organisation: Vec<Organisationsrad>,
    pub befattning: Vec<Befattningsrad>,
    pub styrmodell: Styrmodellbild,
    pub verksamhetsar: Vec<Arsrad>,
    /// The year that *Nytt verksamhetsår* would open.
    pub nasta_ar: i32,
    /// Newest first.
    pub uppfoljning: Vec<Uppfoljningstid>,
    /// The month that a new follow-up would be of.
    pub nasta_period: Period,
    pub statusord: Vec<Statusordval>,
    /// What the plan is called by, and the limits its rules go by.
    pub regler: Vec<Regelrad>,
    pub organisationsslag: Vec<Ordval>,
    pub arslage: Vec<Ordval>,
    pub uppfoljningsslag: Vec<Ordval>,
    pub uppfoljningslage: Vec<Ordval>,
}

/// A code and its word.
#[derive(Debug, Serialize, TS)]
pub struct Ordval {
    pub kod: String,
    pub ord: String,
}

/// A node of the organisation.
#[derive(Debug, Serialize, TS)]
pub struct Organisationsrad {
    pub id: OrganisationId,
    pub parent_id: Option<OrganisationId>,
    /// 1 for the top.
    pub niva: u32,
    pub namn: String,
    pub kod: String,
    pub slag: Organisationsslag,
    /// "Enhet".
    pub slag_ord: String,
    pub chef_id: Option<BefattningId>,
    /// The befattning that leads it.
    pub chef: String,
    /// The kind that a node below it is proposed to be.
    pub under: Organisationsslag,
}

/// A befattning.
#[derive(Debug, Serialize, TS)]
pub struct Befattningsrad {
    pub id: BefattningId,
    pub titel: String,
    pub namn: String,
    /// "Ansvarar för 4 aktiviteter, leder Hemtjänst norr"; empty when it is used nowhere.
    pub anvands: String,
}

/// A verksamhetsår.
#[derive(Debug, Serialize, TS)]
pub struct Arsrad {
    pub year: i32,
    pub state: Arslage,
    /// "Pågår".
    pub ord: String,
}

/// A follow-up.
#[derive(Debug, Serialize, TS)]
pub struct Uppfoljningstid {
    pub id: UppfoljningId,
    pub slag: Uppfoljningsslag,
    pub slag_ord: String,
    pub period: Period,
    /// "Oktober 2026".
    pub period_ord: String,
    pub deadline_enhet: Option<NaiveDate>,
    pub deadline_namnd: Option<NaiveDate>,
    pub state: Uppfoljningslage,
    pub state_ord: String,
}

/// What a status is called in this file.
#[derive(Debug, Serialize, TS)]
pub struct Statusordval {
    pub status: Status,
    /// The setting that holds the word.
    pub key: String,
    pub ord: String,
    /// What it is called when nobody has renamed it.
    pub standard: String,
}

/// All of it.
pub(crate) fn read(document: &mut Document) -> Result<Installningsbild, Error> {
    let today = document.now().date_naive();
    let plan = document.plan()?;
    let setting = |key: &str| plan.installning.get(key).cloned().unwrap_or_default();
    let last_year = plan.verksamhetsar.last().map(|year| year.year);
    Ok(Installningsbild {
        kommun: setting("kommun"),
        namnd: setting("namnd"),
        forvaltning: setting("forvaltning"),
        organisation: organisation(&plan),
        befattning: befattningar(&plan),
        styrmodell: styrmodell(&plan),
        verksamhetsar: verksamhetsar(&plan),
        nasta_ar: last_year.map_or(today.year(), |year| year + 1),
        nasta_period: next_period(&plan, today),
        uppfoljning: plan.uppfoljning.iter().rev().map(follow_up).collect(),
        statusord: Status::ALL.iter().map(|status| status_word(&plan, *status)).collect(),
        regler: regler(&plan),
        organisationsslag: choices("organisation", "slag", Organisationsslag::ALL.iter().map(|s| s.as_str())),
        arslage: choices("verksamhetsar", "state", Arslage::ALL.iter().map(|s| s.as_str())),
        uppfoljningsslag: choices("uppfoljning", "slag", Uppfoljningsslag::ALL.iter().map(|s| s.as_str())),
        uppfoljningslage: choices("uppfoljning", "state", Uppfoljningslage::ALL.iter().map(|s| s.as_str())),
    })
}

/// The years of the file, in order.
pub(crate) fn verksamhetsar(plan: &Plan) -> Vec<Arsrad> {
    let row = |y: &plan_core::plan::Verksamhetsar| Arsrad {
        year: y.year,
        state: y.state,
        ord: word("verksamhetsar", "state", y.state.as_str()),
    };
    plan.verksamhetsar.iter().map(row).collect()
}

fn organisation(plan: &Plan) -> Vec<Organisationsrad> {
    let mut levels = BTreeMap::new();
    plan.organisation
        .iter()
        .map(|node| {
            let niva = node.parent_id.and_then(|id| levels.get(&id)).map_or(1, |above: &u32| above + 1);
            levels.insert(node.id, niva);
            let chef = node.chef_id.and_then(|id| plan.befattning.iter().find(|b| b.id == id));
            Organisationsrad {
                id: node.id,
                parent_id: node.parent_id,
                niva,
                namn: node.namn.clone(),
                kod: node.kod.clone(),
                slag: node.slag,
                slag_ord: capitalised(format::organisationsslag(node.slag)),
                chef_id: node.chef_id,
                chef: chef.map(|b| b.titel.clone()).unwrap_or_default(),
                under: below(plan, node),
            }
        })
        .collect()
}

/// What its children are already, else the next kind down.
fn below(plan: &Plan, node: &Organisation) -> Organisationsslag {
    use Organisationsslag as S;
    let child = plan.organisation.iter().rev().find(|other| other.parent_id == Some(node.id));
    child.map_or(
        match node.slag {
            S::Namnd => S::Forvaltning,
            S::Forvaltning => S::Verksamhetsomrade,
            S::Verksamhetsomrade | S::Enhet => S::Enhet,
        },
        |child| child.slag,
    )
}

fn befattningar(plan: &Plan) -> Vec<Befattningsrad> {
    let row = |b: &plan_core::befattning::Befattning| Befattningsrad {
        id: b.id,
        titel: b.titel.clone(),
        namn: b.namn.clone(),
        anvands: used(plan, b.id),
    };
    plan.befattning.iter().map(row).collect()
}

fn used(plan: &Plan, id: BefattningId) -> String {
    let aktiviteter = plan.aktivitet.iter().filter(|a| a.ansvariga.contains(&id)).count();
    let uppdrag = plan.uppdrag.iter().filter(|u| u.ansvariga.contains(&id)).count();
    let of: Vec<String> = [(uppdrag, "uppdrag", "uppdrag"), (aktiviteter, "aktivitet", "aktiviteter")]
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| format::antal_av(count, one, many))
        .collect();
    let leads: Vec<&str> =
        plan.organisation.iter().filter(|o| o.chef_id == Some(id)).map(|o| o.namn.as_str()).collect();
    let parts = [("ansvarar för", format::lista(&of)), ("leder", format::lista(&leads))];
    let said: Vec<String> = parts
        .iter()
        .filter(|(_, what)| !what.is_empty())
        .map(|(verb, what)| format!("{verb} {what}"))
        .collect();
    capitalised(&said.join(", "))
}

fn follow_up(uppfoljning: &Uppfoljning) -> Uppfoljningstid {
    Uppfoljningstid {
        id: uppfoljning.id,
        slag: uppfoljning.slag,
        slag_ord: word("uppfoljning", "slag", uppfoljning.slag.as_str()),
        period: uppfoljning.period,
        period_ord: capitalised(&format::period(uppfoljning.period)),
        deadline_enhet: uppfoljning.deadline_enhet,
        deadline_namnd: uppfoljning.deadline_namnd,
        state: uppfoljning.state,
        state_ord: word("uppfoljning", "state", uppfoljning.state.as_str()),
    }
}

/// The month after the newest follow-up; the first: the first month of the year that runs.
fn next_period(plan: &Plan, today: NaiveDate) -> Period {
    let newest = plan.uppfoljning.iter().map(|u| u.period).max();
    let after = newest.and_then(|period| Period::of(period.last_day() + chrono::Days::new(1)));
    let running = plan.verksamhetsar.iter().find(|year| year.state == Arslage::Pagar).map(|year| year.year);
    let first = Period { year: running.unwrap_or(today.year()), month: 1 };
    after.unwrap_or(first)
}

fn status_word(plan: &Plan, status: Status) -> Statusordval {
    Statusordval {
        status,
        key: format!("status.{}", status.as_str()),
        ord: format::status(&plan.installning, status),
        standard: format::status(&BTreeMap::new(), status),
    }
}

pub(super) fn choices<'a>(table: &str, field: &str, codes: impl Iterator<Item = &'a str>) -> Vec<Ordval> {
    codes.map(|kod| Ordval { kod: kod.to_owned(), ord: word(table, field, kod) }).collect()
}

pub(super) fn word(table: &str, field: &str, stored: &str) -> String {
    capitalised(&code(Place { table, field }, stored).unwrap_or_default())
}
