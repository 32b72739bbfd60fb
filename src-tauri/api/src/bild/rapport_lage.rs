//! Where a report stands on its way to a decision, what can be done with it, and which reports there are to choose from.
use plan_core::id::{OrganisationId, RapportId};
use plan_core::organisation::Organisationsslag;
use plan_core::period::Period;
use plan_core::rapport::{Rapport, Rapportlage, Rapportslag};
use plan_core::uppfoljning::Uppfoljningsslag;
use plan_report::format;
use serde::Serialize;
use ts_rs::TS;

use super::rapport::{Rapportbildval, kort_dag};
use crate::report::Arkivpost;
use crate::report::build::{Grund, same_report, unit};
use crate::texts::rapport as said;

/// What is chosen, and what else could be.
#[derive(Debug, Serialize, TS)]
pub struct Rapportvalbild {
    pub slag: Rapportslag,
    pub period: Period,
    /// The enhet of a unit's verksamhetsplan; `None`: the förvaltning.
    pub enhet: Option<OrganisationId>,
    pub rapporter: Vec<Rapportslagval>,
    /// Oldest first.
    pub perioder: Vec<Rapportperiod>,
    /// The förvaltning first, with no id; only for a verksamhetsplan.
    pub enheter: Vec<Rapportenhet>,
}

/// A kind of report.
#[derive(Debug, Serialize, TS)]
pub struct Rapportslagval {
    pub slag: Rapportslag,
    pub ord: String,
}

/// A period that the report can be about.
#[derive(Debug, Serialize, TS)]
pub struct Rapportperiod {
    /// "2026-10".
    pub period: String,
    /// "Oktober 2026", "2026".
    pub namn: String,
    /// "Fastställd 2026-11-17 § 62"; empty while nothing is stored.
    pub lage: String,
}

/// A unit with a plan of its own.
#[derive(Debug, Serialize, TS)]
pub struct Rapportenhet {
    pub id: Option<OrganisationId>,
    pub namn: String,
    pub djup: u32,
}

/// The three steps and what can be done now.
#[derive(Debug, Serialize, TS)]
pub struct Rapportlagesbild {
    pub steg: Vec<Rapportsteg>,
    /// "Jämförs med månadsrapport september 2026"; empty for a verksamhetsplan.
    pub jamfors: String,
    /// "Ersätter version 1, fastställd 2026-05-26 § 62"; empty for a first version.
    pub ersatter: String,
    /// The stored report that is shown; `None`: the draft.
    pub lagrad: Option<Arkivpost>,
    /// The draft and every stored version, newest first.
    pub versioner: Vec<Rapportversion>,
    /// The version that is shown, or will be when it is locked.
    pub version: u32,
    /// What the dialogs propose as diarienummer.
    pub dnr: String,
    /// The nämnd's day for this period, where it is known.
    pub namndens_dag: Option<chrono::NaiveDate>,
    pub kan: Rapportkan,
}

/// A step on the way.
#[derive(Debug, Serialize, TS)]
pub struct Rapportsteg {
    /// "Förslag till nämnden".
    pub ord: String,
    /// "låst 9 april"; empty where there is nothing to say.
    pub detalj: String,
    pub nu: bool,
    pub gjort: bool,
}

/// A version that can be looked at.
#[derive(Debug, Serialize, TS)]
pub struct Rapportversion {
    /// `None`: the draft.
    pub id: Option<RapportId>,
    pub ord: String,
    pub visas: bool,
}

/// The acts that the engine would take now.
#[derive(Debug, Serialize, TS)]
pub struct Rapportkan {
    pub lasa: bool,
    pub faststalla: bool,
    pub lasa_upp: bool,
    pub upphava: bool,
    /// Sections and texts can be changed: the draft is shown.
    pub andra: bool,
}

/// The stored report to show: the one asked for, else the one that waits or is in force.
pub(super) fn shown<'p>(grund: &Grund<'p>, request: &Rapportbildval) -> Option<&'p Rapport> {
    if request.utkast == Some(true) {
        return None;
    }
    let all = || same_report(grund.plan, grund.plats);
    match request.rapport {
        Some(id) => all().find(|rapport| rapport.id == id),
        None => all().max_by_key(|rapport| rapport.version).filter(|rapport| in_force(rapport)),
    }
}

fn in_force(rapport: &Rapport) -> bool {
    matches!(rapport.state, Rapportlage::Last | Rapportlage::Faststalld)
}

pub(super) fn lage_av(grund: &Grund, lagrad: Option<&Rapport>) -> Rapportlagesbild {
    let mut versions: Vec<&Rapport> = same_report(grund.plan, grund.plats).collect();
    versions.sort_by_key(|rapport| std::cmp::Reverse(rapport.version));
    let next = versions.first().map_or(1, |rapport| rapport.version + 1);
    let waits = versions.iter().any(|rapport| rapport.state == Rapportlage::Last);
    let is = |state: Rapportlage| lagrad.is_some_and(|rapport| rapport.state == state);
    let dnr = lagrad.or(versions.first().copied()).map_or_else(String::new, |rapport| rapport.dnr.clone());
    Rapportlagesbild {
        steg: steg(grund, lagrad),
        jamfors: jamfors(grund),
        ersatter: if lagrad.is_none() { grund.ersatter.to_owned() } else { String::new() },
        versioner: versioner(grund, &versions, next, lagrad),
        version: lagrad.map_or(next, |rapport| rapport.version),
        dnr,
        namndens_dag: namndens_dag(grund),
        kan: Rapportkan {
            lasa: lagrad.is_none() && !waits,
            faststalla: is(Rapportlage::Last),
            lasa_upp: is(Rapportlage::Last),
            upphava: is(Rapportlage::Faststalld),
            andra: lagrad.is_none(),
        },
        lagrad: lagrad.map(|rapport| Arkivpost {
            titel: said::title(rapport),
            lage: state(grund, rapport),
            rapport: rapport.clone(),
        }),
    }
}

fn state(grund: &Grund, rapport: &Rapport) -> String {
    said::state(rapport, grund.lasta.get(&rapport.id).copied())
}

fn versioner(
    grund: &Grund,
    versions: &[&Rapport],
    next: u32,
    shown: Option<&Rapport>,
) -> Vec<Rapportversion> {
    let draft = match next {
        1 => "Utkast".to_owned(),
        version => format!("Utkast till version {version}"),
    };
    let draft = Rapportversion { id: None, ord: draft, visas: shown.is_none() };
    let stored = versions.iter().map(|rapport| Rapportversion {
        id: Some(rapport.id),
        ord: format!("Version {}, {}", rapport.version, format::med_liten(&state(grund, rapport))),
        visas: shown.is_some_and(|shown| shown.id == rapport.id),
    });
    std::iter::once(draft).chain(stored).collect()
}

/// Only a månadsrapport tells what has changed.
fn jamfors(grund: &Grund) -> String {
    if grund.plats.slag != Rapportslag::Manad {
        return String::new();
    }
    match &grund.underlag.foregaende {
        Some(before) => {
            format!("Jämförs med {}", format::med_liten(&said::title(before.rapport)))
        }
        None => "Ingen tidigare fastställd rapport".into(),
    }
}

fn steg(grund: &Grund, lagrad: Option<&Rapport>) -> Vec<Rapportsteg> {
    let year = grund.plats.seen_at.year;
    let state = lagrad.map(|rapport| rapport.state);
    let locked = lagrad
        .and_then(|rapport| grund.lasta.get(&rapport.id))
        .map(|day| format!("låst {}", kort_dag(*day, year)));
    let meeting = namndens_dag(grund).map(|day| format!("nämnden {}", kort_dag(day, year)));
    let decided = lagrad.and_then(|rapport| rapport.beslut_datum).map(|day| {
        let paragraf = lagrad.map_or("", |r| r.paragraf.trim().trim_start_matches('§').trim());
        let day = kort_dag(day, year);
        if paragraf.is_empty() { day } else { format!("{day} §\u{a0}{paragraf}") }
    });
    let at = match state {
        None => 0,
        Some(Rapportlage::Last | Rapportlage::Upplast) => 1,
        Some(Rapportlage::Faststalld | Rapportlage::Upphavd) => 2,
    };
    let last = match state {
        Some(Rapportlage::Upphavd) => "Upphävd",
        _ => "Fastställd",
    };
    let middle = match state {
        Some(Rapportlage::Upplast) => "Upplåst",
        _ => "Förslag till nämnden",
    };
    let words = [
        ("Utkast", if at == 0 { "ändras med planen".to_owned() } else { String::new() }),
        (middle, locked.unwrap_or_default()),
        (last, decided.or(meeting).unwrap_or_default()),
    ];
    let step = |(number, (ord, detalj)): (usize, (&str, String))| Rapportsteg {
        ord: ord.to_owned(),
        detalj,
        nu: number == at,
        gjort: number < at,
    };
    words.into_iter().enumerate().map(step).collect()
}

fn namndens_dag(grund: &Grund) -> Option<chrono::NaiveDate> {
    if grund.plats.slag != Rapportslag::Manad {
        return None;
    }
    let of_period = grund.plan.uppfoljning.iter().filter(|u| u.period == grund.plats.period);
    of_period.max_by_key(|u| u.slag == Uppfoljningsslag::Manad)?.deadline_namnd
}

pub(super) fn val_av(grund: &Grund) -> Rapportvalbild {
    let slag = grund.plats.slag;
    let kinds = [Rapportslag::Manad, Rapportslag::Verksamhetsplan];
    Rapportvalbild {
        slag,
        period: grund.plats.period,
        enhet: unit(grund.plats),
        rapporter: kinds
            .map(|slag| Rapportslagval { slag, ord: format::rapportslag(slag).to_owned() })
            .into_iter()
            .collect(),
        perioder: perioder(grund),
        enheter: if slag == Rapportslag::Verksamhetsplan { enheter(grund) } else { vec![] },
    }
}

/// Months with anything reported or planned to be, or the years of the plan.
fn perioder(grund: &Grund) -> Vec<Rapportperiod> {
    let plan = grund.plan;
    let (slag, chosen) = (grund.plats.slag, grund.plats.period);
    let mut found: Vec<Period> = match slag {
        Rapportslag::Manad => {
            let rows = plan.statusrad.iter().map(|row| row.period);
            let drift = plan.driftbelopp.iter().map(|b| b.period);
            let verksamhet = plan.verksamhetsbelopp.iter().map(|b| b.period);
            let followed_up = plan.uppfoljning.iter().map(|u| u.period);
            rows.chain(drift).chain(verksamhet).chain(followed_up).chain([chosen]).collect()
        }
        Rapportslag::Verksamhetsplan => {
            let years = plan.verksamhetsar.iter().map(|y| Period { year: y.year, month: 12 });
            years.chain([chosen]).collect()
        }
    };
    found.sort_unstable();
    found.dedup();
    found.into_iter().map(|period| periodval(grund, period)).collect()
}

fn periodval(grund: &Grund, period: Period) -> Rapportperiod {
    let (slag, node) = (grund.plats.slag, grund.plats.organisation.id);
    let same =
        grund.plan.rapport.iter().filter(|r| (r.slag, r.period, r.organisation_id) == (slag, period, node));
    let newest = same.max_by_key(|rapport| rapport.version).filter(|rapport| in_force(rapport));
    Rapportperiod {
        period: period.to_string(),
        namn: match slag {
            Rapportslag::Manad => format::med_stor(&format::period(period)),
            Rapportslag::Verksamhetsplan => period.year.to_string(),
        },
        lage: newest.map_or_else(String::new, |rapport| state(grund, rapport)),
    }
}

/// The whole first, then every node below it in the order of the tree.
fn enheter(grund: &Grund) -> Vec<Rapportenhet> {
    let nodes = &grund.plan.organisation;
    let mut found = vec![];
    let mut stack: Vec<(OrganisationId, u32)> =
        nodes.iter().rev().filter(|node| node.parent_id.is_none()).map(|node| (node.id, 0)).collect();
    while let Some((id, depth)) = stack.pop() {
        let Some(node) = nodes.iter().find(|node| node.id == id) else { continue };
        let trunk = matches!(node.slag, Organisationsslag::Namnd | Organisationsslag::Forvaltning);
        if !trunk {
            found.push(Rapportenhet { id: Some(id), namn: node.namn.clone(), djup: depth });
        }
        let below = if trunk { depth } else { depth + 1 };
        stack.extend(nodes.iter().rev().filter(|child| child.parent_id == Some(id)).map(|c| (c.id, below)));
    }
    let whole = grund.underlag.view.forvaltning().map_or("Förvaltningen", |node| node.namn.as_str());
    found.insert(0, Rapportenhet { id: None, namn: whole.to_owned(), djup: 0 });
    found
}
