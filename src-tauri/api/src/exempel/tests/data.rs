//! The files: that they hang together and add up.

use std::collections::{BTreeMap, BTreeSet};

use plan_core::matetal::Kon;
use plan_core::period::Period;

use crate::exempel::data::{Data, Handelse, Uppfoljt, Varde};
use crate::exempel::year::{What, steps};

fn data() -> Data {
    Data::read().expect("the files of the example read")
}

#[test]
fn every_reference_names_something() {
    let data = data();
    let befattning: BTreeSet<_> = data.befattning.iter().map(|b| &b.nyckel).collect();
    let organisation: BTreeSet<_> = data.organisation.iter().map(|o| &o.nyckel).collect();
    let mal: BTreeSet<_> = data.malkedja.mal.iter().map(|m| &m.nyckel).collect();
    let uppdrag: BTreeSet<_> = data.uppdrag.iter().map(|u| &u.nyckel).collect();
    for o in &data.organisation {
        assert!(o.under.iter().all(|u| organisation.contains(u)), "{}", o.namn);
        assert!(o.chef.iter().all(|c| befattning.contains(c)), "{}", o.namn);
    }
    for u in &data.uppdrag {
        assert!(u.mal.iter().chain(&u.bidrar_till).all(|m| mal.contains(m)), "{}", u.titel);
        assert!(u.fordelning.iter().chain([&u.mottagare]).all(|o| organisation.contains(o)), "{}", u.titel);
        assert!(u.ansvariga.iter().all(|b| befattning.contains(b)), "{}", u.titel);
    }
    for a in &data.aktivitet {
        assert!(a.uppdrag.iter().all(|u| uppdrag.contains(u)), "{}", a.titel);
        assert!(a.deltar.iter().chain([&a.enhet]).all(|o| organisation.contains(o)), "{}", a.titel);
        assert!(a.ansvariga.iter().all(|b| befattning.contains(b)), "{}", a.titel);
    }
    for m in &data.matetal {
        assert!(m.mal.iter().all(|k| mal.contains(k)), "{}", m.titel);
        assert!(m.uppdrag.iter().all(|k| uppdrag.contains(k)), "{}", m.titel);
        assert!(befattning.contains(&m.ansvarig), "{}", m.titel);
    }
}

#[test]
fn a_status_of_a_unit_comes_from_one_that_takes_part() {
    let data = data();
    let of_unit = |historik: &[Handelse], units: &[String], what: &str| {
        for handelse in historik {
            if let Handelse::Status(rad) = handelse {
                assert!(rad.enhet.iter().all(|unit| units.contains(unit)), "{what}: {:?}", rad.enhet);
            }
        }
    };
    for u in &data.uppdrag {
        of_unit(&u.historik, &u.fordelning, &u.titel);
    }
    for a in &data.aktivitet {
        of_unit(&a.historik, &a.deltar, &a.titel);
    }
}

/// Outcome and forecast of a period added up, *Tom* as nothing.
type Sums = BTreeMap<Period, (i64, i64)>;

fn add(sums: &mut Sums, rows: &BTreeMap<Period, Uppfoljt>) {
    for (period, amounts) in rows {
        let sum = sums.entry(*period).or_default();
        sum.0 += amounts.utfall.unwrap_or(0);
        sum.1 += amounts.prognos.unwrap_or(0);
    }
}

#[test]
fn drift_and_verksamheter_are_the_same_money() {
    let data = data();
    let (mut drift, mut budget) = (Sums::new(), 0);
    for row in &data.drift {
        add(&mut drift, &row.uppfoljning);
        budget += row.budget.unwrap_or(0);
    }
    let (mut verksamhet, mut verksamhet_budget) = (Sums::new(), 0);
    for del in data.verksamhet.iter().flat_map(|v| v.intakt.iter().chain(&v.kostnad)) {
        add(&mut verksamhet, &del.uppfoljning);
        verksamhet_budget += del.budget;
    }
    assert_eq!(drift, verksamhet);
    assert_eq!(budget, verksamhet_budget);
    assert_eq!(budget, 0, "the budget is in balance");
    let october = Period::parse("2026-10").unwrap();
    assert_eq!(drift[&october].1, -3_050_000, "the year's result as the texts say it");
}

#[test]
fn a_total_lies_between_women_and_men() {
    let data = data();
    let mut compared = 0;
    for matetal in &data.matetal {
        let number = |kon, period| match matetal.varden.get(&kon).and_then(|values| values.get(period)) {
            Some(Varde::Tal(tal)) => Some(tal.0),
            _ => None,
        };
        for period in matetal.varden[&Kon::T].keys() {
            let all = (number(Kon::K, period), number(Kon::M, period), number(Kon::T, period));
            if let (Some(k), Some(m), Some(t)) = all {
                assert!((k.min(m)..=k.max(m)).contains(&t), "{} {period}", matetal.titel);
                compared += 1;
            }
        }
    }
    assert!(compared > 20, "only {compared} totals were compared");
}

#[test]
fn nothing_is_written_before_the_file_or_after_the_last_follow_up() {
    let data = data();
    let steps = steps(&data).unwrap();
    let last = data.uppfoljning.last().unwrap().namndens_dag;
    assert!(steps.iter().all(|step| step.day >= data.kommun.upprattad && step.day < last));
    assert!(steps.windows(2).all(|pair| pair[0].day <= pair[1].day));
    assert_eq!(steps.iter().filter(|step| matches!(step.what, What::Faststall { .. })).count(), 2);
}

#[test]
fn every_verksamhet_and_matetal_has_its_words_in_the_period_under_way() {
    let data = data();
    let (_, texter) = data.texter.last().unwrap();
    for verksamhet in data.verksamhet.iter().filter(|v| !v.finansiering) {
        assert!(texter.verksamhet.contains_key(&verksamhet.nyckel), "{}", verksamhet.namn);
    }
    for matetal in &data.matetal {
        assert!(texter.matetal.contains_key(&matetal.nyckel), "{}", matetal.titel);
    }
}
