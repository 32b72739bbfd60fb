//! Läs in, tested on plans in memory: the writes are laid over the plan by [`apply_to`], as the document lays them over its tables.
#![allow(clippy::unwrap_used, clippy::expect_used)]
mod aktivitet;
mod document;
mod ekonomi;
mod matetal;
mod property;
mod uppdrag;

use chrono::NaiveDate;
use uuid::Uuid;

use super::*;
use crate::id::OrganisationId;
use crate::organisation::{Organisation, Organisationsslag};
use crate::plan::{Arslage, Plan, Verksamhetsar};

pub(super) const NAMND: OrganisationId = OrganisationId(Uuid::from_u128(1));
pub(super) const FORVALTNING: OrganisationId = OrganisationId(Uuid::from_u128(2));

/// A plan with a nämnd, its förvaltning and one enhet with a code.
pub(super) fn tom_plan() -> Plan {
    let node = |id, parent_id, slag, namn: &str, kod: &str| Organisation {
        id,
        parent_id,
        slag,
        namn: namn.into(),
        kod: kod.into(),
        chef_id: None,
        active_from: None,
        active_to: None,
        anteckning: String::new(),
        sort_key: kod.into(),
    };
    Plan {
        verksamhetsar: vec![
            Verksamhetsar { year: 2025, state: Arslage::Stangt },
            Verksamhetsar { year: 2026, state: Arslage::Pagar },
        ],
        organisation: vec![
            node(NAMND, None, Organisationsslag::Namnd, "Hamnnämnden", ""),
            node(FORVALTNING, Some(NAMND), Organisationsslag::Forvaltning, "Hamnförvaltningen", "100"),
            node(
                OrganisationId(Uuid::from_u128(3)),
                Some(FORVALTNING),
                Organisationsslag::Enhet,
                "Kajenheten",
                "110",
            ),
        ],
        ..Plan::default()
    }
}

pub(super) fn april() -> ImportOptions {
    ImportOptions { period: Period::new(2026, 4), year: 2026, endast_goda: false }
}

pub(super) fn tabell(slag: Tabellslag, rader: Vec<Innehall>) -> Tabell {
    let rad = |(n, innehall)| Rad { rad: n as u32 + 2, innehall, anmarkningar: vec![] };
    let status = Kolumnkoppling { kolumn: 5, rubrik: "Status".into(), falt: Some("status".into()) };
    Tabell {
        blad: "Blad1".into(),
        slag,
        rader: rader.into_iter().enumerate().map(rad).collect(),
        kolumner: if slag == Tabellslag::Aktiviteter { vec![status] } else { vec![] },
    }
}

/// What an import would say and write. Ids continue after those of earlier imports.
pub(super) fn planned(
    plan: &Plan,
    tabeller: &[Tabell],
    options: &ImportOptions,
) -> (Importutfall, Vec<Skrivning>) {
    let today = NaiveDate::from_ymd_opt(2026, 5, 12).unwrap();
    let things = plan.aktivitet.len() + plan.uppdrag.len() + plan.organisation.len() + plan.befattning.len();
    let first = 1_000_000 * (1 + things + plan.statusrad.len()) as u128;
    let mut planned = Planned { next: first, writes: vec![] };
    let utfall = plan_import(plan, tabeller, &Villkor { options, today }, &mut planned);
    (utfall, planned.writes)
}

struct Planned {
    next: u128,
    writes: Vec<Skrivning>,
}

impl Destination for Planned {
    fn new_id(&mut self) -> Uuid {
        self.next += 1;
        Uuid::from_u128(self.next)
    }

    fn take(&mut self, write: Skrivning) {
        self.writes.push(write);
    }
}

/// Imports into the plan in memory.
pub(super) fn import(plan: &mut Plan, tabeller: &[Tabell], options: &ImportOptions) -> Importutfall {
    let (utfall, writes) = planned(plan, tabeller, options);
    if utfall.antal.vagrade == 0 || options.endast_goda {
        apply_to(plan, &writes);
    }
    utfall
}

/// Imports twice; the second time must find everything as it is.
pub(super) fn import_twice(plan: &mut Plan, tabeller: &[Tabell], options: &ImportOptions) -> Importutfall {
    let first = import(plan, tabeller, options);
    let (again, writes) = planned(plan, tabeller, options);
    assert_eq!(writes, [], "the second import of the same source wants to write");
    assert_eq!((again.antal.ny, again.antal.andrad), (0, 0), "{:?}", again.rader);
    assert_eq!(again.antal.vagrade, first.antal.vagrade);
    first
}

/// The planned writes laid over a plan: the document's `apply`, without a database.
pub(super) fn apply_to(plan: &mut Plan, writes: &[Skrivning]) {
    for write in writes {
        match write.clone() {
            Skrivning::NyOrganisation(new) => plan.organisation.push(*new),
            Skrivning::NyBefattning(new) => plan.befattning.push(*new),
            Skrivning::NyttUppdrag(new) => plan.uppdrag.push(*new),
            Skrivning::AndratUppdrag(new) => replace(&mut plan.uppdrag, *new, |u| u.id),
            Skrivning::NyAktivitet(new) => plan.aktivitet.push(*new),
            Skrivning::AndradAktivitet(new) => replace(&mut plan.aktivitet, *new, |a| a.id),
            Skrivning::NyStatusrad(new) => plan.statusrad.push(*new),
            Skrivning::NyttMatetal(new) => plan.matetal.push(*new),
            Skrivning::AndratMatetal(new) => replace(&mut plan.matetal, *new, |m| m.id),
            Skrivning::Utfall(new) => upsert(&mut plan.utfall, *new, |u| (u.matetal_id, u.period)),
            Skrivning::Malvarde(new) => upsert(&mut plan.malvarde, *new, |m| (m.matetal_id, m.period)),
            Skrivning::NyDriftrad(new) => plan.driftrad.push(*new),
            Skrivning::Driftbelopp(new) => {
                upsert(&mut plan.driftbelopp, new, |b| (b.driftrad_id, b.slag, b.period));
            }
            Skrivning::NyVerksamhet(new) => plan.verksamhet.push(*new),
            Skrivning::Verksamhetsbelopp(new) => {
                upsert(&mut plan.verksamhetsbelopp, new, |b| (b.verksamhet_id, b.del, b.slag, b.period));
            }
            Skrivning::NyText(new) => plan.avsnittstext.push(*new),
            Skrivning::AndradText(new) => replace(&mut plan.avsnittstext, *new, |t| t.id),
        }
    }
}

fn replace<T, K: PartialEq>(things: &mut [T], new: T, key: impl Fn(&T) -> K) {
    let place = things.iter().position(|t| key(t) == key(&new)).expect("a changed thing is in the plan");
    things[place] = new;
}

fn upsert<T, K: PartialEq>(things: &mut Vec<T>, new: T, key: impl Fn(&T) -> K) {
    things.retain(|t| key(t) != key(&new));
    things.push(new);
}

pub(super) fn uppdragsrad(nr: &str, titel: &str) -> UppdragRad {
    let nr = (!nr.is_empty()).then(|| nr.to_owned());
    UppdragRad { nr, titel: titel.into(), ..UppdragRad::default() }
}

pub(super) fn uppdrag(rader: Vec<UppdragRad>) -> Tabell {
    tabell(Tabellslag::Uppdrag, rader.into_iter().map(|r| Innehall::Uppdrag(Box::new(r))).collect())
}

pub(super) fn aktivitetsrad(uppdrag: &str, titel: &str) -> AktivitetRad {
    let uppdrag = (!uppdrag.is_empty()).then(|| uppdrag.to_owned());
    AktivitetRad { uppdrag, titel: titel.into(), status: Some(status("Pågår")), ..AktivitetRad::default() }
}

pub(super) fn aktiviteter(rader: Vec<AktivitetRad>) -> Tabell {
    tabell(Tabellslag::Aktiviteter, rader.into_iter().map(|r| Innehall::Aktivitet(Box::new(r))).collect())
}

/// The few words that the tests use; the reader of the source knows many more.
pub(super) fn status(text: &str) -> StatusCell {
    let status = match text {
        "Pågår" => Some(Status::PagarEnligtPlan),
        "Klar" => Some(Status::Genomford),
        "Avbruten" => Some(Status::Avbruten),
        "Försenad" => Some(Status::Forsenad),
        _ => None,
    };
    StatusCell { text: text.into(), status }
}

pub(super) fn utslag(utfall: &Importutfall) -> Vec<Utslag> {
    utfall.rader.iter().map(|r| r.utslag).collect()
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}
