//! The diff finds exactly what was changed: nothing in nothing, and each injected change once, in its own group.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use chrono::{NaiveDate, TimeZone, Utc};
use plan_core::belopp::{Belopp, Ore, Tal};
use plan_core::historik::Rord;
use plan_core::id::{AktivitetId, DriftradId, MatetalId, OrganisationId, ThingId, VerksamhetId};
use plan_core::matetal::{Krav, Varde};
use plan_core::period::Period;
use plan_core::uppfoljning::Status;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;

const ALL: u128 = 8;

fn id<T: From<Uuid>>(kind: u128, n: u128) -> T {
    T::from(Uuid::from_u128(kind * 1000 + n))
}

/// Facts with eight of each kind; nothing is late by the end of May.
fn fakta() -> Fakta {
    let sak = |n: u128| Sak {
        slag: Sakslag::Aktivitet,
        nr: format!("1.{n}"),
        titel: format!("Aktivitet {n}"),
        status: Some(Status::PagarEnligtPlan),
        fardiggrad: None,
        slut: NaiveDate::from_ymd_opt(2026, 12, 1),
        ansvarig: vec![],
        enhet: String::new(),
        kommentar: String::new(),
    };
    let rad = |n: u128| Driftfakta {
        namn: format!("Rad {n}"),
        summa: n == 0,
        budget: Some(Belopp::Ore(Ore(0))),
        prognos: Some(Belopp::Ore(Ore(1_000_000))),
        avvikelse: None,
    };
    let verksamhet =
        |n: u128| Verksamhetsfakta { namn: format!("V {n}"), budget: None, prognos: Some(Ore(1_000_000)) };
    let matetal = |n: u128| Matetalsfakta {
        nr: String::new(),
        titel: format!("M {n}"),
        lydelse: format!("M {n}"),
        enhet: "%".into(),
        decimaler: 1,
        varde: Some(Varde::Tal(Tal(5_000_000))),
        varde_period: Period::new(2026, 4),
        krav: Some(Krav::Hogst(Tal(6_000_000))),
        utslag: Utslag::Nas,
        trend: Some(Trend::Battre),
    };
    Fakta {
        form: FORM,
        period: Period::new(2026, 5).unwrap(),
        sak: (0..ALL).map(|n| (id(1, n), sak(n))).collect(),
        drift: [(id::<OrganisationId>(2, 0), (0..ALL).map(|n| (id::<DriftradId>(3, n), rad(n))).collect())]
            .into(),
        verksamhet: (0..ALL).map(|n| (id::<VerksamhetId>(4, n), verksamhet(n))).collect(),
        matetal: (0..ALL).map(|n| (id::<MatetalId>(5, n), matetal(n))).collect(),
    }
}

/// One change of a report's facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Change {
    Status(u128),
    Flytta(u128),
    Stryk(u128),
    Ny(u128),
    Drift(u128),
    Verksamhet(u128),
    Mal(u128),
    Vand(u128),
    Tyst(u128),
}

impl Change {
    /// Each thing gets at most one change, so that one cannot hide another.
    fn of(kind: u8, n: u128) -> Change {
        match kind {
            0 => Change::Status(n),
            1 => Change::Flytta(n),
            2 => Change::Stryk(n),
            3 => Change::Ny(n + 100),
            4 => Change::Drift(n.max(1)),
            5 => Change::Verksamhet(n),
            6 => Change::Mal(n),
            7 => Change::Vand(n),
            _ => Change::Tyst(n),
        }
    }

    fn thing(self) -> (u8, u128) {
        match self {
            Change::Status(n) | Change::Flytta(n) | Change::Stryk(n) | Change::Ny(n) | Change::Tyst(n) => {
                (1, n)
            }
            Change::Drift(n) => (3, n),
            Change::Verksamhet(n) => (4, n),
            Change::Mal(n) | Change::Vand(n) => (5, n),
        }
    }

    /// Makes the change; a silent date is in both, since nobody touched it.
    fn make(self, before: &mut Fakta, now: &mut Fakta) {
        let (sak, passed) = (|n| id::<ThingId>(1, n), NaiveDate::from_ymd_opt(2026, 4, 24));
        match self {
            Change::Status(n) => now.sak.get_mut(&sak(n)).unwrap().status = Some(Status::Forsenad),
            Change::Flytta(n) => {
                now.sak.get_mut(&sak(n)).unwrap().slut = NaiveDate::from_ymd_opt(2026, 11, 1)
            }
            Change::Stryk(n) => drop(now.sak.remove(&sak(n))),
            Change::Ny(n) => drop(now.sak.insert(sak(n), now.sak.values().next().unwrap().clone())),
            Change::Drift(n) => {
                let rows = now.drift.values_mut().next().unwrap();
                rows.get_mut(&id(3, n)).unwrap().prognos = Some(Belopp::Ore(Ore(i64::try_from(n).unwrap())));
            }
            Change::Verksamhet(n) => now.verksamhet.get_mut(&id(4, n)).unwrap().prognos = Some(Ore(7)),
            Change::Mal(n) => now.matetal.get_mut(&id(5, n)).unwrap().utslag = Utslag::NasInte,
            Change::Vand(n) => {
                let m = now.matetal.get_mut(&id(5, n)).unwrap();
                (m.trend, m.varde_period) = (Some(Trend::Samre), Period::new(2026, 5));
            }
            Change::Tyst(n) => {
                before.sak.get_mut(&sak(n)).unwrap().slut = passed;
                now.sak.get_mut(&sak(n)).unwrap().slut = passed;
            }
        }
    }
}

/// The changes that the diff says were made.
fn read(found: &Forandringar) -> Vec<Change> {
    let n = |thing: ThingId| thing.0.as_u128() % 1000;
    let mut all: Vec<Change> = vec![];
    all.extend(found.statusar.iter().map(|a| Change::Status(n(a.thing))));
    all.extend(found.flyttade.iter().map(|a| Change::Flytta(n(a.thing))));
    all.extend(found.strukna.iter().map(|a| Change::Stryk(n(a.thing))));
    all.extend(found.nya.iter().map(|a| Change::Ny(n(a.thing))));
    all.extend(found.drift.iter().map(|a| Change::Drift(n(a.thing))));
    all.extend(found.verksamhet.iter().map(|a| Change::Verksamhet(n(a.thing))));
    all.extend(found.matetal.iter().flat_map(|a| {
        a.handelser.iter().map(|h| match h {
            Matetalshandelse::Vande { .. } => Change::Vand(n(a.thing.into())),
            _ => Change::Mal(n(a.thing.into())),
        })
    }));
    all.extend(found.tysta.iter().map(|a| Change::Tyst(n(a.thing))));
    all.sort_unstable();
    all
}

proptest! {
    #[test]
    fn facts_do_not_differ_from_themselves(kinds in prop::collection::vec((0_u8..8, 0..ALL), 0..6)) {
        let mut fakta = fakta();
        let mut other = fakta.clone();
        let mut changed = std::collections::BTreeSet::new();
        for (kind, n) in kinds {
            let change = Change::of(kind, n);
            if changed.insert(change.thing()) {
                change.make(&mut other, &mut fakta);
            }
        }
        let found = diff(&fakta, &fakta, &[]);
        prop_assert_eq!(read(&found), vec![]);
    }

    #[test]
    fn exactly_the_injected_changes_are_found(kinds in prop::collection::vec((0_u8..9, 0..ALL), 0..20)) {
        let (mut before, mut now) = (fakta(), fakta());
        let mut made = vec![];
        let mut changed = std::collections::BTreeSet::new();
        for (kind, n) in kinds {
            let change = Change::of(kind, n);
            if changed.insert(change.thing()) {
                change.make(&mut before, &mut now);
                made.push(change);
            }
        }
        made.sort_unstable();
        prop_assert_eq!(read(&diff(&before, &now, &[])), made);
    }
}

#[test]
fn a_sum_has_no_change_of_its_own() {
    let (before, mut now) = (fakta(), fakta());
    now.drift.values_mut().next().unwrap().get_mut(&id(3, 0)).unwrap().prognos = Some(Belopp::Ore(Ore(5)));
    assert_eq!(read(&diff(&before, &now, &[])), []);
}

#[test]
fn a_date_that_someone_touched_is_not_silent() {
    let (mut before, mut now) = (fakta(), fakta());
    Change::Tyst(3).make(&mut before, &mut now);
    let at = Utc.with_ymd_and_hms(2026, 5, 20, 8, 0, 0).unwrap();
    let thing = id::<AktivitetId>(1, 3).into();
    let rord = Rord { thing, vem: "Chef".into(), at, change_set: 9 };
    assert_eq!(read(&diff(&before, &now, &[rord])), []);
    assert_eq!(read(&diff(&before, &now, &[])), [Change::Tyst(3)]);
}

#[test]
fn a_date_that_falls_on_the_last_day_has_not_passed() {
    let mut now = fakta();
    now.sak.get_mut(&id(1, 1)).unwrap().slut = NaiveDate::from_ymd_opt(2026, 5, 31);
    now.sak.get_mut(&id(1, 2)).unwrap().slut = NaiveDate::from_ymd_opt(2026, 5, 30);
    assert_eq!(read(&diff(&now, &now, &[])), [Change::Tyst(2)]);
}

#[test]
fn another_years_plan_and_forecasts_are_not_compared() {
    let (before, mut now) = (fakta(), fakta());
    now.period = Period::new(2027, 2).unwrap();
    now.verksamhet.get_mut(&id(4, 1)).unwrap().prognos = Some(Ore(9));
    now.sak.clear();
    let found = diff(&before, &now, &[]);
    assert!(found.olika_ar && read(&found).is_empty());
}

#[test]
fn the_first_measure_of_the_year_is_told_and_a_year_without_values_is_not() {
    let (mut before, mut now) = (fakta(), fakta());
    before.matetal.get_mut(&id(5, 1)).unwrap().utslag = Utslag::EjMatt;
    now.matetal.get_mut(&id(5, 2)).unwrap().utslag = Utslag::EjMatt;
    now.matetal.get_mut(&id(5, 3)).unwrap().utslag = Utslag::IngetMal;
    assert_eq!(read(&diff(&before, &now, &[])), [Change::Mal(1)]);
}

#[test]
fn the_worsened_come_first_and_the_largest_first() {
    let (mut before, mut now) = (fakta(), fakta());
    now.sak.get_mut(&id(1, 1)).unwrap().status = Some(Status::Genomford);
    now.sak.get_mut(&id(1, 5)).unwrap().status = Some(Status::Forsenad);
    for (n, prognos) in [(1, 1_100_000), (2, -4_000_000), (3, 2_000_000)] {
        now.verksamhet.get_mut(&id(4, n)).unwrap().prognos = Some(Ore(prognos));
    }
    before.verksamhet.get_mut(&id(4, 7)).unwrap().prognos = None;
    let found = diff(&before, &now, &[]);
    let order = |things: Vec<ThingId>| things.iter().map(|t| t.0.as_u128() % 1000).collect::<Vec<_>>();
    assert_eq!(order(found.statusar.iter().map(|a| a.thing).collect()), [5, 1]);
    assert_eq!(order(found.verksamhet.iter().map(|a| a.thing).collect()), [2, 3, 1, 7]);
    assert_eq!(found.verksamhet[3].andring(), None, "a first forecast has nothing to be compared with");
}
