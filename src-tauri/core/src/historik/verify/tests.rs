//! A whole file has no findings, whatever was done in it; every kind of damage has its own.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use proptest::prelude::*;
use rusqlite::Connection;
use tempfile::TempDir;

use super::*;
use crate::document::testing::{self, sql as given};
use crate::document::{Access, Op};
use crate::historik::tests::{Act, acts, write};

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn the_log_folds_to_the_plan(acts in acts(), steps in prop::collection::vec(0..8u8, 60)) {
        let mut document = testing::document();
        for (act, step) in acts.iter().zip(steps) {
            match step {
                0 => drop(document.undo()),
                1 => drop(document.redo()),
                2 if document.head().unwrap().nr % 5 == 0 => document.checkpoint().unwrap(),
                _ => drop(write(&mut document, act)),
            }
        }
        prop_assert_eq!(check(&document), []);
    }
}

fn check(document: &Document) -> Vec<Finding> {
    document.verify(&mut |_| true).unwrap()
}

/// A document with a niva, two mål, an organisation and a setting; opened, so that later harm is not met at opening.
fn file() -> (TempDir, Document) {
    let folder = tempfile::tempdir().unwrap();
    let mut document = Document::create(&folder.path().join("plan.vplan"), testing::environment()).unwrap();
    let act: Act = vec![(0, 1, 1, 1), (1, 2, 1, 1), (1, 3, 1, 1), (13, 4, 1, 1), (6, 1, 2, 0)];
    assert!(write(&mut document, &act));
    document
        .transact(Op::SetInstallning, |tx| Ok(tx.execute(given::INSTALLNING, ("kommun", "värde"))?))
        .unwrap();
    document.transact(Op::LockRapport, |tx| Document::archive_put(tx, b"%PDF")).unwrap();
    assert_eq!(check(&document), []);
    (folder, document)
}

fn harm(document: &Document, sql: &str) {
    let stranger = Connection::open(document.path().unwrap()).unwrap();
    stranger.execute_batch(sql).unwrap();
}

#[test]
fn a_changed_cell_is_found_with_both_values() {
    let (_folder, document) = file();
    harm(&document, given::EDIT_PLAN);
    let [Finding::Differs { field, logged, found, .. }] = &check(&document)[..] else {
        panic!("{:?}", check(&document));
    };
    assert_eq!(field, "value");
    assert_eq!(
        (logged, found),
        (&super::super::Value::Text("värde".into()), &super::super::Value::Text("annat".into()))
    );
}

#[test]
fn every_kind_of_harm_has_its_finding() {
    type Expected = fn(&Finding) -> bool;
    let cases: &[(&str, Expected)] = &[
        (given::TAKE_ROW, |f| matches!(f, Finding::Missing { part, .. } if part == "installning")),
        (given::STRAY_ROW, |f| matches!(f, Finding::NotLogged { part, .. } if part == "installning")),
        (given::ORPHAN, |f| matches!(f, Finding::ForeignKey { part, .. } if part == "uppdrag")),
        (given::EDIT_LOG_SET, |f| matches!(f, Finding::Chain { nr: 1 })),
        (given::EDIT_LOG, |f| matches!(f, Finding::Chain { nr: 2 })),
        (given::APPEND_LOG, |f| matches!(f, Finding::LogRow { .. })),
        (given::TAKE_LOG, |f| matches!(f, Finding::LogRow { .. } | Finding::Chain { .. })),
        (given::ARCHIVE_UPDATE, |f| matches!(f, Finding::Archive { .. })),
        (given::NOT_TEXT, |f| matches!(f, Finding::Text { .. })),
        (given::BROKEN_CHECK, |f| matches!(f, Finding::Sqlite { .. })),
    ];
    for (sql, expected) in cases {
        let (_folder, document) = file();
        harm(&document, sql);
        let findings = check(&document);
        assert!(findings.iter().any(expected), "{sql}: {findings:?}");
    }
}

#[test]
fn replay_begins_at_the_newest_checkpoint() {
    let (_folder, mut document) = file();
    document.checkpoint().unwrap();
    document.transact(Op::SetInstallning, |tx| Ok(tx.execute(given::TAKE_ROW, ())?)).unwrap();
    assert_eq!(check(&document), []);
    harm(&document, given::EDIT_LOG_SET);
    assert!(check(&document).contains(&Finding::Chain { nr: 4 }));
    harm(&document, given::EDIT_CHECKPOINT);
    assert!(check(&document).contains(&Finding::Checkpoint { nr: 4 }));
}

#[test]
fn rows_written_before_a_column_existed_follow_with_its_default_and_can_be_undone() {
    let (_folder, mut document) = file();
    let act = |tx: &crate::document::Tx<'_>| Ok(tx.execute(given::BEFATTNING, [tx.new_id().as_bytes()])?);
    document.transact(Op::CreateBefattning, act).unwrap();
    let path = document.path().unwrap().to_path_buf();
    document.close().unwrap();
    let mut document = testing::open_with_next(&path, given::NEW_COLUMN).unwrap();
    assert!(document.dump().unwrap().contains("telefon"));
    assert_eq!(check(&document), []);
    document.undo().unwrap();
    document.redo().unwrap();
    assert_eq!(check(&document), []);
}

#[test]
fn a_cancelled_check_says_so() {
    let (_folder, document) = file();
    for part in Part::ALL {
        let stopped = document.verify(&mut |progress| progress.part != *part);
        assert!(matches!(stopped, Err(Error::Cancelled)), "{part:?}");
    }
}

#[test]
fn a_file_that_may_only_be_read_is_checked_in_full() {
    let (_folder, document) = file();
    harm(&document, given::BROKEN_CHECK);
    let path = document.path().unwrap().to_path_buf();
    document.close().unwrap();
    let document = Document::open(&path, Access::ReadOnly, testing::environment()).unwrap();
    assert!(check(&document).iter().any(|f| matches!(f, Finding::Sqlite { .. })));
}

/// What a person can be shown of a file.
fn shown(document: &Document) -> Result<String> {
    let archived = document.archive_get(&document.archived()?.remove(0))?;
    Ok(format!("{}{:?}{archived:?}", document.dump()?, document.log(super::super::LogQuery::default())?))
}

#[test]
fn a_damaged_file_is_reported_or_shows_exactly_what_it_did() {
    let (folder, mut document) = file();
    for act in 0..6 {
        write(&mut document, &vec![(3, 2, 3, act), (6, act as u8, 2, act), (20, 1, 1, act)]);
    }
    document.undo().unwrap();
    let before = shown(&document).unwrap();
    let path = document.path().unwrap().to_path_buf();
    document.close().unwrap();
    let whole = std::fs::read(&path).unwrap();
    let copy = folder.path().join("skadad.vplan");
    let (mut reported, mut unharmed) = (0, 0);
    let mut random = 0x2026_u64;
    let mut next = |below: usize| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) as usize % below
    };
    for round in 0..400 {
        let mut bytes = whole.clone();
        match round % 4 {
            0 => bytes.truncate(next(whole.len())),
            1 => {
                let page = next(whole.len() / 4096) * 4096;
                bytes[page..page + 100].iter_mut().for_each(|b| *b ^= next(256) as u8);
            }
            _ => (0..=next(4)).for_each(|_| bytes[next(whole.len())] ^= 1 << next(8)),
        }
        std::fs::write(&copy, &bytes).unwrap();
        let opened = Document::open(&copy, Access::ReadWrite, testing::environment());
        let found = opened.and_then(|document| Ok((document.verify(&mut |_| true)?, shown(&document))));
        match found {
            Ok((findings, shown)) if findings.is_empty() => {
                assert_eq!(shown.ok().as_ref(), Some(&before), "round {round} showed something else");
                unharmed += 1;
            }
            _ => reported += 1,
        }
    }
    assert!(reported > 200 && unharmed > 20, "{reported} reported, {unharmed} unharmed");
}

#[test]
fn undo_refuses_what_no_longer_is_as_it_was_logged() {
    let (_folder, mut document) = file();
    document
        .transact(Op::SetInstallning, |tx| Ok(tx.execute(given::INSTALLNING, ("namnd", "värde"))?))
        .unwrap();
    harm(&document, given::EDIT_PLAN);
    let before = document.dump().unwrap();
    assert!(matches!(document.undo(), Err(Error::Damaged(_))));
    assert_eq!(document.dump().unwrap(), before);
}
