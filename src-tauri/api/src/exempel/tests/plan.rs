//! The plan that the files become, without its reports.
use std::collections::BTreeSet;
use std::sync::Arc;

use plan_core::document::{Document, Environment};
use plan_core::historik::LogQuery;
use plan_core::mal::Maluppfyllelse;
use plan_core::mal::rules::bedom;
use plan_core::matetal::rules::{Malutfall, utfall_mot_mal};
use plan_core::matetal::{Saknas, Varde};
use plan_core::organisation::Organisationsslag;
use plan_core::period::Period;
use plan_core::plan::Plan;
use plan_core::uppfoljning::{Status, Statusbarare};
use plan_core::view::PlanView;
use uuid::Uuid;

use crate::exempel::clock::Clock;
use crate::exempel::data::Data;
use crate::exempel::with_clock;
use crate::exempel::write::Writer;

fn document() -> Document {
    let data = Arc::new(Data::read().unwrap());
    let clock = Clock::starting(data.kommun.upprattad);
    let mut last = 0u128;
    let environment = Environment {
        vem: None,
        machine: "test".into(),
        now: Box::new(chrono::DateTime::default),
        new_id: Box::new(move || {
            last += 1;
            Uuid::from_u128(last)
        }),
        backup_dir: None,
    };
    let mut document = Document::create_in_memory(with_clock(environment, &clock)).unwrap();
    let mut writer = Writer::new(data, clock);
    while writer.go_on(&mut document).unwrap().is_some() {}
    document
}

fn october() -> Period {
    Period::parse("2026-10").unwrap()
}

fn view(plan: &Plan) -> PlanView<'_> {
    PlanView::new(plan, october(), october().last_day())
}

#[test]
fn it_is_as_large_as_the_issue_says() {
    let plan = document().read_plan().unwrap();
    let nodes = |slag| plan.organisation.iter().filter(|o| o.slag == slag).count();
    assert_eq!(nodes(Organisationsslag::Namnd), 1);
    assert_eq!(nodes(Organisationsslag::Forvaltning), 1);
    assert_eq!(nodes(Organisationsslag::Verksamhetsomrade), 4);
    assert_eq!(nodes(Organisationsslag::Enhet), 14);
    assert_eq!([plan.uppdrag.len(), plan.matetal.len(), plan.befattning.len()], [12, 20, 25]);
    assert!((58..=64).contains(&plan.aktivitet.len()), "{} aktiviteter", plan.aktivitet.len());
    assert!(plan.befattning.iter().all(|b| b.namn.is_empty()), "roles, never names");
}

#[test]
fn every_status_verdict_and_reason_occurs() {
    let plan = document().read_plan().unwrap();
    let view = view(&plan);
    let statuses: BTreeSet<_> =
        plan.aktivitet.iter().filter_map(|a| view.lage(Statusbarare::Aktivitet(a.id)).status).collect();
    assert_eq!(statuses.len(), Status::ALL.len(), "{statuses:?}");

    let verdicts: Vec<_> = plan.mal.iter().filter_map(|m| bedom(&view, m.id)).collect();
    for wanted in Maluppfyllelse::ALL {
        assert!(verdicts.iter().any(|v| v.utfall == *wanted), "no styrtal is {wanted:?}");
    }
    assert!(verdicts.iter().any(|v| v.preliminar), "no verdict is preliminary");

    let outcomes: Vec<_> = plan.matetal.iter().map(|m| utfall_mot_mal(&view, m.id, None)).collect();
    for wanted in [Malutfall::Nas, Malutfall::Nastan, Malutfall::NasInte, Malutfall::IngetMal] {
        assert!(outcomes.contains(&wanted), "no mätetal is {wanted:?}");
    }
    assert!(outcomes.iter().any(|o| matches!(o, Malutfall::EjMatt { .. })));

    for reason in Saknas::ALL {
        assert!(plan.utfall.iter().any(|u| u.varde == Varde::Saknas(*reason)), "nothing is {reason:?}");
    }
}

#[test]
fn the_chain_has_every_level_and_no_styrtal_stands_alone() {
    let plan = document().read_plan().unwrap();
    let view = view(&plan);
    let counts: Vec<usize> =
        plan.niva.iter().map(|n| plan.mal.iter().filter(|m| m.niva_id == n.id).count()).collect();
    assert_eq!(counts, [1, 3, 5, 8]);
    for styrtal in plan.mal.iter().filter(|m| view.niva(m.niva_id).unwrap().bar_uppdrag) {
        assert!(!view.uppdrag_by_mal(Some(styrtal.id)).is_empty(), "{} has no uppdrag", styrtal.titel);
        assert!(!view.matetal_by_mal(styrtal.id).is_empty(), "{} has no mätetal", styrtal.titel);
    }
    for uppdrag in &plan.uppdrag {
        assert!(
            !view.aktivitet_by_uppdrag(Some(uppdrag.id)).is_empty(),
            "{} has no aktivitet",
            uppdrag.titel
        );
    }
    assert!(!view.aktivitet_by_uppdrag(None).is_empty(), "every aktivitet has an uppdrag");
}

#[test]
fn the_same_ids_give_the_same_plan() {
    assert_eq!(document().dump().unwrap(), document().dump().unwrap());
}

#[test]
fn the_log_reads_like_a_year() {
    let document = document();
    let plan = document.read_plan().unwrap();
    let who: BTreeSet<_> = plan.befattning.iter().map(|b| b.titel.clone()).collect();
    let log = document.log(LogQuery { limit: 5000, ..LogQuery::default() }).unwrap();
    let writers: BTreeSet<_> = log.iter().map(|entry| entry.vem.clone()).collect();
    assert!(writers.len() > 15 && writers.is_subset(&who), "{writers:?}");
    assert!(log.windows(2).all(|pair| pair[0].at > pair[1].at), "the clock never stands still or goes back");
}
