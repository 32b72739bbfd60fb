//! Sums on öre: Tom adds as nothing, no value is no value, and the order of the rows means nothing.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use proptest::prelude::*;
use uuid::Uuid;

use super::rules::{Driftbildsrad, driftbild, verksamhetsbild};
use super::{Beloppsslag, Driftbelopp, Driftrad, Verksamhet, Verksamhetsbelopp, Verksamhetsdel};
use crate::belopp::{Belopp, Ore};
use crate::id::{DriftradId, OrganisationId, VerksamhetId};
use crate::period::Period;
use crate::plan::Plan;
use crate::view::PlanView;

const NODE: OrganisationId = OrganisationId(Uuid::from_u128(1));

fn rad(id: u128, delar: &[u128]) -> Driftrad {
    Driftrad {
        id: DriftradId(Uuid::from_u128(id)),
        namn: format!("rad {id}"),
        delar: delar.iter().map(|d| DriftradId(Uuid::from_u128(*d))).collect(),
        sort_key: String::new(),
    }
}

fn belopp(id: u128, slag: Beloppsslag, month: u32, belopp: Belopp) -> Driftbelopp {
    let period = Period { year: 2026, month };
    Driftbelopp { driftrad_id: DriftradId(Uuid::from_u128(id)), organisation_id: NODE, slag, period, belopp }
}

fn table(plan: &Plan, month: u32) -> Vec<Driftbildsrad> {
    let period = Period { year: 2026, month };
    driftbild(&PlanView::new(plan, period, period.last_day()), NODE)
}

fn ore(kronor: i64) -> Belopp {
    Belopp::Ore(Ore::kronor(kronor))
}

#[test]
fn the_newest_amount_of_the_year_holds() {
    let mut plan = Plan { driftrad: vec![rad(1, &[])], ..Plan::default() };
    plan.driftbelopp = vec![
        belopp(1, Beloppsslag::Budget, 1, ore(-100)),
        belopp(1, Beloppsslag::Prognos, 3, ore(-90)),
        belopp(1, Beloppsslag::Prognos, 5, ore(-120)),
    ];
    let of = |month| (table(&plan, month)[0].prognos, table(&plan, month)[0].avvikelse);
    assert_eq!(of(2), (None, None));
    assert_eq!(of(4), (Some(ore(-90)), Some(Ore::kronor(10))));
    assert_eq!(of(5), (Some(ore(-120)), Some(Ore::kronor(-20))));
    let next = Period { year: 2027, month: 1 };
    assert_eq!(driftbild(&PlanView::new(&plan, next, next.last_day()), NODE)[0].budget, None);
}

#[test]
fn an_empty_cell_adds_as_nothing_and_still_gives_a_deviation() {
    let mut plan = Plan { driftrad: vec![rad(3, &[1, 2]), rad(1, &[]), rad(2, &[])], ..Plan::default() };
    plan.driftbelopp = vec![
        belopp(1, Beloppsslag::Budget, 1, ore(100)),
        belopp(1, Beloppsslag::Prognos, 1, ore(105)),
        belopp(2, Beloppsslag::Budget, 1, ore(0)),
        belopp(2, Beloppsslag::Prognos, 1, Belopp::Tom),
    ];
    let rows = table(&plan, 1);
    assert_eq!((rows[0].prognos, rows[0].avvikelse), (Some(ore(105)), Some(Ore::kronor(5))));
    assert_eq!((rows[2].prognos, rows[2].avvikelse), (Some(Belopp::Tom), Some(Ore(0))));
    assert_eq!(rows[0].utfall_ack, None, "no value is never 0");
}

#[test]
fn a_sum_over_a_row_without_prognos_has_no_deviation() {
    let mut plan = Plan { driftrad: vec![rad(1, &[]), rad(2, &[]), rad(3, &[1, 2])], ..Plan::default() };
    plan.driftbelopp = vec![
        belopp(1, Beloppsslag::Budget, 1, ore(-60)),
        belopp(1, Beloppsslag::Prognos, 1, ore(-58)),
        belopp(2, Beloppsslag::Budget, 1, ore(-40)),
    ];
    let sum = &table(&plan, 1)[2];
    assert_eq!((sum.budget, sum.prognos, sum.avvikelse), (Some(ore(-100)), Some(ore(-58)), None));
}

#[test]
fn a_ring_of_sums_ends() {
    let mut plan = Plan { driftrad: vec![rad(1, &[2, 3]), rad(2, &[1]), rad(3, &[])], ..Plan::default() };
    plan.driftbelopp = vec![belopp(3, Beloppsslag::Budget, 1, ore(7))];
    assert_eq!(table(&plan, 1)[0].budget, Some(ore(7)));
}

#[test]
fn verksamheter_are_headed_with_their_own_deviation() {
    let verksamhet = |id: u128, finansiering| Verksamhet {
        id: VerksamhetId(Uuid::from_u128(id)),
        namn: format!("verksamhet {id}"),
        kod: String::new(),
        organisation_id: None,
        finansiering,
        sort_key: String::new(),
    };
    let amount = |id: u128, del, slag, kronor| Verksamhetsbelopp {
        verksamhet_id: VerksamhetId(Uuid::from_u128(id)),
        del,
        slag,
        period: Period { year: 2026, month: 4 },
        belopp: ore(kronor),
    };
    use Beloppsslag::{Budget, Prognos};
    use Verksamhetsdel::{Intakt, Kostnad};
    let plan = Plan {
        verksamhet: vec![verksamhet(1, false), verksamhet(2, true), verksamhet(3, false)],
        verksamhetsbelopp: vec![
            amount(1, Intakt, Budget, 10),
            amount(1, Intakt, Prognos, 12),
            amount(1, Kostnad, Budget, -100),
            amount(1, Kostnad, Prognos, -105),
            amount(2, Intakt, Budget, 90),
            amount(2, Intakt, Prognos, 90),
        ],
        ..Plan::default()
    };
    let period = Period { year: 2026, month: 4 };
    let table = verksamhetsbild(&PlanView::new(&plan, period, period.last_day()));
    assert_eq!((table.intakter.len(), table.kostnader.len(), table.netto.len()), (2, 1, 1));
    assert_eq!(table.netto[0].avvikelse, Some(Ore::kronor(-3)));
    assert_eq!(table.summa_intakter.prognos, Some(ore(102)));
    assert_eq!((table.resultat.budget, table.resultat.avvikelse), (Some(ore(0)), Some(Ore::kronor(-3))));
}

/// Typed rows 0–5 with perhaps an amount, and sums 6–9 of rows with lower numbers.
fn tables() -> impl Strategy<Value = (Vec<Option<Option<i32>>>, Vec<Vec<u128>>)> {
    let typed = proptest::collection::vec(proptest::option::of(proptest::option::of(any::<i32>())), 6);
    let sums = (6u128..10).map(|n| proptest::collection::vec(0..n, 1..4)).collect::<Vec<_>>();
    (typed, sums)
}

/// The sum read straight off: `None` when nothing below has a value.
fn naive(id: u128, typed: &[Option<Option<i32>>], sums: &[Vec<u128>]) -> Option<Option<i64>> {
    if id < 6 {
        return typed[id as usize].map(|cell| cell.map(i64::from));
    }
    let parts: Vec<_> = sums[id as usize - 6].iter().filter_map(|del| naive(*del, typed, sums)).collect();
    let known: Vec<i64> = parts.iter().flatten().copied().collect();
    if parts.is_empty() { None } else { Some((!known.is_empty()).then(|| known.iter().sum())) }
}

proptest! {
    #[test]
    fn sums_agree_with_a_naive_reading_in_any_order(
        (typed, sums) in tables(),
        order in Just((0u128..10).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let sums: Vec<Vec<u128>> = sums;
        let plan = Plan {
            driftrad: order.iter().map(|id| rad(*id, if *id < 6 { &[] } else { &sums[*id as usize - 6] })).collect(),
            driftbelopp: typed.iter().zip(0u128..).filter_map(|(cell, id)| {
                let amount = (*cell)?.map_or(Belopp::Tom, |v| Belopp::Ore(Ore(i64::from(v))));
                Some(belopp(id, Beloppsslag::Budget, 1, amount))
            }).collect(),
            ..Plan::default()
        };
        for row in table(&plan, 1) {
            let expected = naive(row.id.0.as_u128(), &typed, &sums);
            prop_assert_eq!(row.budget, expected.map(|v| v.map_or(Belopp::Tom, |v| Belopp::Ore(Ore(v)))));
        }
    }

    #[test]
    fn a_deviation_is_prognos_minus_budget(budget in any::<i32>(), prognos in any::<i32>()) {
        let plan = Plan {
            driftrad: vec![rad(1, &[])],
            driftbelopp: vec![
                belopp(1, Beloppsslag::Budget, 1, Belopp::Ore(Ore(i64::from(budget)))),
                belopp(1, Beloppsslag::Prognos, 1, Belopp::Ore(Ore(i64::from(prognos)))),
            ],
            ..Plan::default()
        };
        prop_assert_eq!(table(&plan, 1)[0].avvikelse, Some(Ore(i64::from(prognos) - i64::from(budget))));
    }
}
