//! Läs in through the document: preview and import are one, one undo takes all back, nothing is logged for nothing.
use super::*;
use crate::document::testing;
use crate::document::{ChangeKind, Document};
use crate::historik::LogQuery;
use crate::plan::ops::NyPlan;

fn document() -> Document {
    let mut document = testing::document();
    let new = NyPlan {
        kommun: "Hamnby".into(),
        namnd: "Hamnnämnden".into(),
        forvaltning: "Hamnförvaltningen".into(),
        styrmodell: "ledmot-2023".into(),
        year: 2026,
    };
    document.create_plan(&new).unwrap();
    document
}

fn tables() -> Vec<Tabell> {
    let who = |a: AktivitetRad| AktivitetRad {
        enhet: Some("Kajenheten".into()),
        ansvariga: vec!["Hamnchef".into()],
        ..a
    };
    vec![
        aktiviteter(vec![who(aktivitetsrad("1", "Gjut")), who(aktivitetsrad("9", "Mät"))]),
        uppdrag(vec![uppdragsrad("1", "Längre kaj")]),
    ]
}

#[test]
fn a_preview_says_what_the_import_does_and_writes_nothing() {
    let mut document = document();
    let before = (document.dump().unwrap(), document.head().unwrap());
    let preview = document.preview_import(&tables(), &april()).unwrap();
    assert_eq!((document.dump().unwrap(), document.head().unwrap()), before);
    let (utfall, changes) = document.import(&tables(), &april()).unwrap();
    assert!(utfall.skrivet && !preview.skrivet && !changes.is_empty());
    assert_eq!((utfall.rader, utfall.antal), (preview.rader, preview.antal));
    let log = document.log(LogQuery::default()).unwrap();
    assert_eq!(log[0].kind, ChangeKind::Import);
}

#[test]
fn one_undo_takes_all_of_it_back_and_redo_brings_it_again() {
    let mut document = document();
    let before = document.dump().unwrap();
    document.import(&tables(), &april()).unwrap();
    let after = document.dump().unwrap();
    document.undo().unwrap();
    assert_eq!(document.dump().unwrap(), before);
    document.redo().unwrap();
    assert_eq!(document.dump().unwrap(), after);
}

#[test]
fn the_same_tables_again_and_refused_ones_leave_no_trace() {
    let mut document = document();
    document.import(&tables(), &april()).unwrap();
    let before = (document.dump().unwrap(), document.head().unwrap());
    let (again, changes) = document.import(&tables(), &april()).unwrap();
    assert_eq!((again.antal.oforandrad, again.skrivet, changes.is_empty()), (3, false, true));
    let mut refused = tables();
    refused[1] = uppdrag(vec![uppdragsrad("5", "Ny"), uppdragsrad("5", "Ny igen")]);
    let (utfall, _) = document.import(&refused, &april()).unwrap();
    assert_eq!((utfall.antal.vagrade, utfall.skrivet), (1, false));
    assert_eq!((document.dump().unwrap(), document.head().unwrap()), before);
    let goda = ImportOptions { endast_goda: true, ..april() };
    assert!(document.import(&refused, &goda).unwrap().0.skrivet);
}

#[test]
fn what_was_imported_is_what_the_plan_in_memory_says() {
    let mut document = document();
    document.import(&tables(), &april()).unwrap();
    let plan = document.read_plan().unwrap();
    assert_eq!(plan.aktivitet.iter().map(|a| a.titel.as_str()).collect::<Vec<_>>(), ["Gjut", "Mät"]);
    assert_eq!(plan.aktivitet[0].uppdrag_id, Some(plan.uppdrag[0].id));
    assert_eq!(
        plan.aktivitet[0].organisation_id,
        plan.organisation.iter().find(|o| o.namn == "Kajenheten").map(|o| o.id)
    );
    assert_eq!(plan.statusrad.len(), 2);
}

/// Not a bench: a ceiling far above what it takes, so that a quadratic match is found here and not by a user.
#[test]
fn many_rows_are_matched_by_hash() {
    let mut document = document();
    let rows = (0..8_000).map(|n| aktivitetsrad("1", &format!("Aktivitet {n}"))).collect();
    let tables = [uppdrag(vec![uppdragsrad("1", "Längre kaj")]), aktiviteter(rows)];
    let start = std::time::Instant::now();
    document.import(&tables, &april()).unwrap();
    let (again, _) = document.import(&tables, &april()).unwrap();
    assert_eq!(again.antal.oforandrad, 8_001);
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}
