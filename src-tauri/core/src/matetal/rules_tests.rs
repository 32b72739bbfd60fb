//! Targets, directions and the year's value.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use proptest::prelude::*;
use uuid::Uuid;

use super::rules::{Malutfall, arsutfall, arsvarde, latest_period, uppfyller, utfall_mot_mal};
use super::{Arsvarde, Frekvens, Kon, Krav, Malvarde, Matetal, Matetalsart, Riktning, Saknas, Utfall, Varde};
use crate::belopp::Tal;
use crate::id::{MatetalId, OrganisationId};
use crate::organisation::{Organisation, Organisationsslag};
use crate::period::Period;
use crate::plan::Plan;
use crate::view::PlanView;

const ID: MatetalId = MatetalId(Uuid::from_u128(1));
const NODE: OrganisationId = OrganisationId(Uuid::from_u128(2));

fn plan(matetal: Matetal, utfall: &[(i32, u32, i64)], krav: Option<Krav>) -> Plan {
    let mut plan = Plan { matetal: vec![matetal], ..Plan::default() };
    plan.organisation.push(Organisation::new(NODE, Organisationsslag::Forvaltning));
    plan.utfall = utfall.iter().map(|(year, month, value)| outcome(*year, *month, *value)).collect();
    plan.malvarde = krav.into_iter().map(|krav| target(12, krav)).collect();
    plan
}

fn outcome(year: i32, month: u32, value: i64) -> Utfall {
    Utfall {
        matetal_id: ID,
        organisation_id: NODE,
        period: Period { year, month },
        kon: Kon::T,
        varde: Varde::Tal(Tal(value)),
        vikt: None,
        kalla: String::new(),
        datum: None,
    }
}

fn target(month: u32, krav: Krav) -> Malvarde {
    Malvarde {
        matetal_id: ID,
        organisation_id: NODE,
        period: Period { year: 2026, month },
        krav,
        text: String::new(),
    }
}

fn matetal(riktning: Riktning, frekvens: Frekvens, arsvarde: Arsvarde) -> Matetal {
    Matetal { riktning, frekvens, arsvarde, ..Matetal::new(ID, Matetalsart::Indikator) }
}

fn at(plan: &Plan, month: u32) -> PlanView<'_> {
    let period = Period { year: 2026, month };
    PlanView::new(plan, period, period.last_day())
}

fn judged(plan: &Plan, month: u32) -> Malutfall {
    utfall_mot_mal(&at(plan, month), ID, None)
}

#[test]
fn a_direction_compares_with_the_same_months_of_the_year_before() {
    let months = matetal(Riktning::Lagre, Frekvens::Manad, Arsvarde::Senaste);
    let values = [(2025, 4, 70), (2025, 12, 50), (2026, 4, 60)];
    assert_eq!(judged(&plan(months.clone(), &values, Some(Krav::Riktning)), 4), Malutfall::Nas);
    let years = matetal(Riktning::Lagre, Frekvens::Ar, Arsvarde::Senaste);
    let same = [(2024, 12, 60), (2026, 12, 60)];
    assert_eq!(judged(&plan(years, &same, Some(Krav::Riktning)), 12), Malutfall::NasInte);
    let first = [(2026, 4, 60)];
    let senast = Some(Period { year: 2026, month: 4 });
    assert_eq!(judged(&plan(months, &first, Some(Krav::Riktning)), 4), Malutfall::EjMatt { senast });
}

#[test]
fn a_growing_sum_is_judged_only_when_it_is_settled() {
    let sum = |values: &[(i32, u32, i64)], krav| {
        plan(matetal(Riktning::Hogre, Frekvens::Kvartal, Arsvarde::Summa), values, Some(krav))
    };
    let half = [(2026, 3, 40), (2026, 6, 40)];
    let senast = Some(Period { year: 2026, month: 6 });
    assert_eq!(judged(&sum(&half, Krav::Minst(Tal(100))), 7), Malutfall::EjMatt { senast });
    assert_eq!(judged(&sum(&half, Krav::Minst(Tal(80))), 7), Malutfall::Nas);
    assert_eq!(judged(&sum(&half, Krav::Hogst(Tal(79))), 7), Malutfall::NasInte);
    let whole = [(2026, 3, 40), (2026, 6, 40), (2026, 9, 1), (2026, 12, 1)];
    assert_eq!(judged(&sum(&whole, Krav::Minst(Tal(100))), 12), Malutfall::NasInte);
}

#[test]
fn an_outcome_without_the_years_value_is_not_measured() {
    let yearly = matetal(Riktning::Hogre, Frekvens::Ar, Arsvarde::Senaste);
    let mut plan = plan(yearly, &[(2025, 12, 90)], Some(Krav::Minst(Tal(80))));
    let senast = Some(Period { year: 2025, month: 12 });
    assert_eq!(judged(&plan, 10), Malutfall::EjMatt { senast });
    plan.utfall.push(Utfall { varde: Varde::Saknas(Saknas::Sekretess), ..outcome(2026, 10, 0) });
    assert_eq!(judged(&plan, 10), Malutfall::EjMatt { senast });
    assert_eq!(arsvarde(&at(&plan, 10), ID, None, 2026), Some(Varde::Saknas(Saknas::Sekretess)));
    plan.malvarde.clear();
    assert_eq!(judged(&plan, 10), Malutfall::IngetMal);
}

#[test]
fn a_tolerance_makes_near_yellow_but_not_met() {
    for (value, expected) in [(80, Malutfall::Nas), (75, Malutfall::Nastan), (74, Malutfall::NasInte)] {
        let thing = matetal(Riktning::Hogre, Frekvens::Ar, Arsvarde::Senaste);
        let thing = Matetal { tolerans: Some(Tal(5)), ..thing };
        assert_eq!(judged(&plan(thing, &[(2026, 12, value)], Some(Krav::Minst(Tal(80)))), 12), expected);
    }
}

#[test]
fn a_periods_own_target_is_held_against_its_own_value() {
    let thing = matetal(Riktning::Lagre, Frekvens::Tertial, Arsvarde::Senaste);
    let mut plan = plan(thing, &[(2026, 4, 70), (2026, 8, 64)], Some(Krav::Hogst(Tal(60))));
    plan.malvarde.push(target(8, Krav::Hogst(Tal(65))));
    assert_eq!(judged(&plan, 10), Malutfall::Nas);
    plan.matetal[0].art = Matetalsart::Nyckeltal;
    assert_eq!(judged(&plan, 10), Malutfall::NasInte, "a nyckeltal is judged by the year's målnivå");
}

#[test]
fn a_year_with_missing_months_says_so() {
    let thing = Matetal { lag_months: 1, ..matetal(Riktning::Hogre, Frekvens::Manad, Arsvarde::Summa) };
    let plan = plan(thing, &[(2026, 1, 10), (2026, 3, 10)], None);
    let year = arsutfall(&at(&plan, 5), ID, None, 2026).unwrap();
    assert_eq!((year.varde, year.matta), (Varde::Tal(Tal(20)), 2));
    assert_eq!((year.vantade, year.saknade, year.hela_aret), (4, 2, false));
    assert_eq!(arsutfall(&at(&plan, 5), ID, None, 2025), None);
}

#[test]
fn a_weighted_mean_leaves_out_what_has_no_weight() {
    let mut plan = plan(
        matetal(Riktning::Hogre, Frekvens::Kvartal, Arsvarde::VagtMedel),
        &[(2026, 3, 10), (2026, 6, 40)],
        None,
    );
    plan.utfall[0].vikt = Some(Tal(2));
    plan.utfall[1].vikt = Some(Tal(1));
    plan.utfall.push(outcome(2026, 9, 1000));
    assert_eq!(arsvarde(&at(&plan, 9), ID, None, 2026), Some(Varde::Tal(Tal(20))));
}

#[test]
fn the_latest_period_follows_the_frequency() {
    let latest = |frekvens| latest_period(frekvens, Period { year: 2026, month: 10 });
    assert_eq!(latest(Frekvens::Manad).month, 10);
    assert_eq!(latest(Frekvens::Kvartal).month, 9);
    assert_eq!(latest(Frekvens::Tertial).month, 8);
    assert_eq!(latest(Frekvens::Halvar).month, 6);
    assert_eq!(latest(Frekvens::Ar), Period { year: 2025, month: 12 });
}

proptest! {
    /// At least t is the opposite of at most t−1, and an interval is both.
    #[test]
    fn demands_agree_with_each_other(value in -1000i64..1000, low in -1000i64..1000, width in 0i64..500) {
        let meets = |krav| uppfyller(krav, Tal(value), None, Riktning::Hogre).unwrap();
        prop_assert_eq!(meets(Krav::Minst(Tal(low))), !meets(Krav::Hogst(Tal(low - 1))));
        let both = meets(Krav::Minst(Tal(low))) && meets(Krav::Hogst(Tal(low + width)));
        prop_assert_eq!(meets(Krav::Intervall(Tal(low), Tal(low + width))), both);
    }

    /// Better one way is worse the other way; equal is better neither way.
    #[test]
    fn directions_mirror(value in any::<i64>(), before in any::<i64>()) {
        let better = |r| uppfyller(Krav::Riktning, Tal(value), Some(Tal(before)), r);
        prop_assert_eq!(better(Riktning::Hogre), Some(value > before));
        prop_assert_eq!(better(Riktning::Lagre), Some(value < before));
        prop_assert_eq!(better(Riktning::Folj), None);
    }

    /// The mean of a year lies between its lowest and highest value and does not depend on the order of the rows.
    #[test]
    fn a_mean_is_within_its_values(values in proptest::collection::vec(any::<i32>(), 1..12)) {
        let rows: Vec<_> = values.iter().zip(1u32..).map(|(v, month)| (2026, month, i64::from(*v))).collect();
        let thing = matetal(Riktning::Hogre, Frekvens::Manad, Arsvarde::Medel);
        let mut plan = plan(thing, &rows, None);
        let mean = arsvarde(&at(&plan, 12), ID, None, 2026);
        plan.utfall.reverse();
        prop_assert_eq!(arsvarde(&at(&plan, 12), ID, None, 2026), mean);
        let Some(Varde::Tal(mean)) = mean else { panic!("a mean") };
        let (low, high) = (values.iter().min().unwrap(), values.iter().max().unwrap());
        prop_assert!((i64::from(*low)..=i64::from(*high)).contains(&mean.0));
    }
}
