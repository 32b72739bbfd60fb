//! Rule A over every combination, against a naive reading of LedMot 4.3.2; the other rules and settings by example.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use uuid::Uuid;

use super::rules::{Grans, Malverdict, bedom};
use super::{Mal, Malbedomning, Maluppfyllelse};
use crate::belopp::Tal;
use crate::id::{MalId, MatetalId, NivaId, OrganisationId};
use crate::matetal::{Kon, Krav, Malvarde, Matetal, MatetalMal, Matetalsart, Riktning, Utfall, Varde};
use crate::organisation::{Organisation, Organisationsslag};
use crate::period::Period;
use crate::plan::Plan;
use crate::styrmodell::{Bedomningsregel, Beslutsfattare, Niva};
use crate::view::PlanView;

const DECEMBER: Period = Period { year: 2026, month: 12 };
const MAL: MalId = MalId(Uuid::from_u128(1));
const NODE: OrganisationId = OrganisationId(Uuid::from_u128(2));
const NIVA: NivaId = NivaId(Uuid::from_u128(3));

#[derive(Debug, Clone, Copy, PartialEq)]
enum State {
    Met,
    Unmet,
    Unmeasured,
}
use State::{Met, Unmeasured, Unmet};

fn plan(regel: Bedomningsregel, states: &[(State, u32)]) -> Plan {
    let mut plan = Plan::default();
    plan.organisation.push(Organisation::new(NODE, Organisationsslag::Forvaltning));
    plan.niva.push(Niva {
        id: NIVA,
        singular: "Styrtal".into(),
        plural: "Styrtal".into(),
        beslutas_av: Beslutsfattare::Kf,
        bar_matetal: true,
        bar_uppdrag: true,
        bedomning: regel,
        sort_key: "a".into(),
    });
    plan.mal.push(Mal::new(MAL, NIVA));
    for (place, (state, vikt)) in states.iter().enumerate() {
        let id = MatetalId(Uuid::from_u128(100 + place as u128));
        let mal = vec![MatetalMal { mal_id: MAL, vikt: *vikt }];
        let matetal = Matetal { riktning: Riktning::Hogre, mal, ..Matetal::new(id, Matetalsart::Nyckeltal) };
        plan.matetal.push(matetal);
        plan.malvarde.push(target(id, Krav::Minst(Tal(80))));
        match state {
            Met => plan.utfall.push(outcome(id, 2026, 80)),
            Unmet => plan.utfall.push(outcome(id, 2026, 79)),
            Unmeasured => plan.utfall.push(outcome(id, 2025, 99)),
        }
    }
    plan
}

fn target(matetal_id: MatetalId, krav: Krav) -> Malvarde {
    Malvarde { matetal_id, organisation_id: NODE, period: DECEMBER, krav, text: String::new() }
}

fn outcome(matetal_id: MatetalId, year: i32, value: i64) -> Utfall {
    Utfall {
        matetal_id,
        organisation_id: NODE,
        period: Period { year, month: 12 },
        kon: Kon::T,
        varde: Varde::Tal(Tal(value)),
        vikt: None,
        kalla: String::new(),
        datum: None,
    }
}

fn judged(plan: &Plan, check: impl FnOnce(Malverdict<'_>)) {
    let view = PlanView::new(plan, DECEMBER, DECEMBER.last_day());
    check(bedom(&view, MAL).expect("the level is judged"));
}

/// "Mer än 50 % av alla nyckeltal uppfylls … Inga nyckeltal uppnås", and nothing else.
fn naive(states: &[State], matta: bool) -> Maluppfyllelse {
    let count = |wanted| states.iter().filter(|s| **s == wanted).count();
    let (met, unmeasured) = (count(Met), count(Unmeasured));
    if unmeasured == states.len() {
        return Maluppfyllelse::KanInteBedomas;
    }
    let of = if matta { states.len() - unmeasured } else { states.len() };
    match (met * 2 > of, met) {
        (true, _) => Maluppfyllelse::Uppfyllt,
        (false, 0) => Maluppfyllelse::InteUppfyllt,
        (false, _) => Maluppfyllelse::DelvisUppfyllt,
    }
}

/// Every way the unmeasured ones can still turn out: met, not met, or never measured.
fn futures(states: &[State]) -> Vec<Vec<State>> {
    states.iter().fold(vec![vec![]], |futures, state| {
        let ends: &[State] = if *state == Unmeasured { &[Met, Unmet, Unmeasured] } else { &[*state] };
        futures.iter().flat_map(|f| ends.iter().map(|e| [f.as_slice(), &[*e]].concat())).collect()
    })
}

fn all_states(n: u32) -> impl Iterator<Item = Vec<State>> {
    (0..3usize.pow(n))
        .map(move |code| (0..n).map(|place| [Met, Unmet, Unmeasured][code / 3usize.pow(place) % 3]).collect())
}

#[test]
fn rule_a_agrees_with_a_naive_reading_in_every_combination() {
    let mut combinations = 0;
    for (states, matta) in (0..=6).flat_map(all_states).flat_map(|s| [(s.clone(), false), (s, true)]) {
        let weighted: Vec<_> = states.iter().map(|s| (*s, 1)).collect();
        let mut plan = plan(Bedomningsregel::RegelA, &weighted);
        plan.installning.insert("maluppfyllelse.namnare".into(), if matta { "matta" } else { "alla" }.into());
        let expected = naive(&states, matta);
        let unsure = expected != Maluppfyllelse::KanInteBedomas
            && futures(&states).iter().any(|future| naive(future, matta) != expected);
        judged(&plan, |verdict| {
            assert_eq!(verdict.utfall, expected, "{states:?} matta={matta}");
            assert_eq!(verdict.preliminar, unsure, "{states:?} matta={matta}");
            assert_eq!(verdict.avgorande.len(), states.len(), "{states:?}");
            assert_eq!(verdict.uppnadda, states.iter().filter(|s| **s == Met).count());
            let measured = states.iter().filter(|s| **s != Unmeasured).count();
            assert_eq!(verdict.namnare, if matta { measured } else { states.len() });
        });
        combinations += 1;
    }
    assert_eq!(combinations, 2 * (1 + 3 + 9 + 27 + 81 + 243 + 729));
}

#[test]
fn unmeasured_is_never_red_and_half_is_yellow() {
    judged(&plan(Bedomningsregel::RegelA, &[(Unmeasured, 1)]), |v| {
        assert_eq!((v.utfall, v.preliminar), (Maluppfyllelse::KanInteBedomas, false));
    });
    judged(&plan(Bedomningsregel::RegelA, &[(Met, 1), (Unmet, 1)]), |v| {
        assert_eq!((v.utfall, v.preliminar), (Maluppfyllelse::DelvisUppfyllt, false));
    });
}

#[test]
fn only_nyckeltal_with_a_target_count() {
    let mut plan = plan(Bedomningsregel::RegelA, &[(Met, 1), (Unmet, 1), (Unmet, 1)]);
    plan.matetal[1].art = Matetalsart::Indikator;
    let gone = plan.matetal[2].id;
    plan.malvarde.retain(|m| m.matetal_id != gone);
    judged(&plan, |v| {
        assert_eq!((v.utfall, v.namnare), (Maluppfyllelse::Uppfyllt, 1));
        assert_eq!(v.avgorande.len(), 1);
    });
}

#[test]
fn thresholds_are_data() {
    let states: Vec<_> = (0..10).map(|n| (if n < 8 { Met } else { Unmet }, 1)).collect();
    for (uppfyllt, delvis, expected) in [
        (">=80", ">0", Maluppfyllelse::Uppfyllt),
        (">80", ">0", Maluppfyllelse::DelvisUppfyllt),
        (">=100", ">90", Maluppfyllelse::InteUppfyllt),
    ] {
        let mut plan = plan(Bedomningsregel::RegelA, &states);
        plan.installning.insert("maluppfyllelse.grans_uppfyllt".into(), uppfyllt.into());
        plan.installning.insert("maluppfyllelse.grans_delvis".into(), delvis.into());
        judged(&plan, |v| assert_eq!(v.utfall, expected, "{uppfyllt} {delvis}"));
    }
}

#[test]
fn a_threshold_is_read_in_its_forms_only() {
    for text in [">50", ">= 80", "≥80,5 %", ">0", ">=100"] {
        assert!(Grans::parse(text).is_some(), "{text}");
    }
    for text in ["", "50", ">", ">101", ">-1", ">1,234", "> x", ">99999999999999999999"] {
        assert!(Grans::parse(text).is_none(), "{text}");
    }
}

#[test]
fn rule_b_wants_all_and_rule_c_weighs() {
    let states = [(Met, 5), (Unmet, 1), (Unmet, 1)];
    judged(&plan(Bedomningsregel::RegelB, &states), |v| assert_eq!(v.utfall, Maluppfyllelse::DelvisUppfyllt));
    judged(&plan(Bedomningsregel::RegelB, &states[..1]), |v| assert_eq!(v.utfall, Maluppfyllelse::Uppfyllt));
    judged(&plan(Bedomningsregel::RegelC, &states), |v| assert_eq!(v.utfall, Maluppfyllelse::Uppfyllt));
    judged(&plan(Bedomningsregel::RegelA, &states), |v| assert_eq!(v.utfall, Maluppfyllelse::DelvisUppfyllt));
}

#[test]
fn a_persons_verdict_shows_beside_the_computed_one() {
    let mut plan = plan(Bedomningsregel::RegelA, &[(Unmet, 1)]);
    let set = |year, month| Malbedomning {
        mal_id: MAL,
        period: Period { year, month },
        bedomning: Maluppfyllelse::Uppfyllt,
        motivering: "Målet nås i allt väsentligt.".into(),
    };
    plan.malbedomning = vec![set(2025, 12), set(2026, 8)];
    judged(&plan, |v| {
        assert_eq!(v.utfall, Maluppfyllelse::InteUppfyllt);
        assert_eq!(v.manuell.map(|m| m.period.month), Some(8));
    });
    plan.niva[0].bedomning = Bedomningsregel::Manuell;
    judged(&plan, |v| assert_eq!(v.utfall, Maluppfyllelse::Uppfyllt));
    plan.malbedomning.clear();
    judged(&plan, |v| assert_eq!(v.utfall, Maluppfyllelse::KanInteBedomas));
}

#[test]
fn a_malomrade_is_never_judged() {
    let plan = plan(Bedomningsregel::Ingen, &[(Met, 1)]);
    let view = PlanView::new(&plan, DECEMBER, DECEMBER.last_day());
    assert_eq!(bedom(&view, MAL), None);
}
