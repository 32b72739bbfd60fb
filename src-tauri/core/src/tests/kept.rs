//! The plan that readers share is at every moment the one in the file.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use std::sync::Arc;

use proptest::prelude::*;

use super::undo::VERBS;
use super::*;
use crate::document::Access;

#[track_caller]
fn assert_fresh(d: &Document, after: &str) {
    // Field by field would say more; the whole is compared so that a new list cannot be forgotten.
    assert!(*d.plan().unwrap() == read(d), "the kept plan is not the file's after {after}");
}

#[test]
fn after_every_verb_its_undo_and_its_redo() {
    for (op, verb) in VERBS {
        let (mut d, given) = small_plan();
        assert_fresh(&d, "opening");
        verb(&mut d, &given).unwrap();
        assert_fresh(&d, op.as_str());
        d.undo().unwrap();
        assert_fresh(&d, op.as_str());
        d.redo().unwrap();
        assert_fresh(&d, op.as_str());
    }
}

#[test]
fn after_decisions_and_new_years() {
    let (mut d, given) = small_plan();
    let (id, _) = d.lock_rapport(&rapport(&given, APRIL)).unwrap();
    assert_fresh(&d, "a lock");
    d.unlock_rapport(id, "Fel belopp.").unwrap();
    assert_fresh(&d, "an unlock");
    d.create_verksamhetsar(2027).unwrap();
    assert_fresh(&d, "a new year");
}

#[test]
fn a_refused_write_changes_nothing_and_costs_nothing() {
    let (mut d, given) = small_plan();
    let before = d.plan().unwrap();
    d.update_mal(given.mal[0], &MalPatch { titel: text(""), ..Default::default() }).unwrap_err();
    assert!(Arc::ptr_eq(&before, &d.plan().unwrap()), "read anew though nothing was written");
}

#[test]
fn a_reader_that_holds_the_plan_keeps_what_it_had() {
    let (mut d, given) = small_plan();
    let held = d.plan().unwrap();
    d.delete_aktivitet(given.aktivitet).unwrap();
    assert_eq!(held.aktivitet.len(), d.plan().unwrap().aktivitet.len() + 1);
}

#[test]
fn what_another_program_writes_is_seen_by_a_reader() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.vplan");
    let mut d = Document::create(&path, testing::environment()).unwrap();
    d.create_plan(&new_plan()).unwrap();
    let reader = Document::open(&path, Access::ReadOnly, testing::environment()).unwrap();
    assert_fresh(&reader, "opening");
    d.set_installning("accent", Some("#006B77")).unwrap();
    assert_eq!(reader.plan().unwrap().installning["accent"], "#006B77");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any verbs in any order, some refused because their thing is gone, some undone; looked at now and then.
    #[test]
    fn after_any_sequence(steps in proptest::collection::vec((0..VERBS.len() + 8, any::<bool>()), 1..30)) {
        let (mut d, given) = small_plan();
        for (step, look) in steps {
            match VERBS.get(step) {
                Some((_, verb)) => drop(verb(&mut d, &given)),
                None if step % 3 == 0 => drop(d.redo()),
                None => drop(d.undo()),
            }
            if look {
                assert_fresh(&d, "a sequence");
            }
        }
        assert_fresh(&d, "a sequence");
    }
}
