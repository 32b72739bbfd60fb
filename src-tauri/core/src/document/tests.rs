//! The one door: what a write logs, what it refuses, what it gives back.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::testing::{self, sql as given};
use super::*;

#[test]
fn a_write_is_logged_and_tells_what_it_touched() {
    let mut document = testing::document();
    let (id, changes) = document
        .transact(Op::CreateMal, |tx| {
            let niva = tx.new_id();
            tx.execute(given::NIVA, (niva.as_bytes(),))?;
            let mal = tx.new_id();
            tx.execute(given::MAL, (mal.as_bytes(), niva.as_bytes(), "Trygga äldre"))?;
            Ok(crate::id::ThingId(mal))
        })
        .unwrap();
    assert_eq!(changes.0[&Kind::Mal], Ids::Some([id].into()));
    assert!(changes.0.contains_key(&Kind::Niva));
}

#[test]
fn a_write_outside_transact_fails() {
    let document = testing::document();
    let error = document.read().execute(given::INSTALLNING, ("kommun", "Provköping")).unwrap_err();
    assert!(error.to_string().contains("write outside transact"), "{error}");
}

#[test]
fn a_failed_write_leaves_nothing_and_the_document_usable() {
    let mut document = testing::document();
    let refused = document.transact(Op::SetInstallning, |tx| {
        tx.execute(given::INSTALLNING, ("kommun", "Provköping"))?;
        Err::<(), _>(Error::Cancelled)
    });
    assert!(matches!(refused, Err(Error::Cancelled)));
    let (_, changes) = document
        .transact(Op::SetInstallning, |tx| Ok(tx.execute(given::INSTALLNING, ("kommun", "Provköping"))?))
        .unwrap();
    assert!(!changes.is_empty());
}

#[test]
fn a_key_is_never_updated() {
    let mut document = testing::document();
    document
        .transact(Op::SetInstallning, |tx| Ok(tx.execute(given::INSTALLNING, ("kommun", "Provköping"))?))
        .unwrap();
    let refused = document.transact(Op::SetInstallning, |tx| Ok(tx.execute(given::RENAME_KEY, ())?));
    assert!(matches!(refused, Err(Error::Db(_))), "{refused:?}");
}

#[test]
fn a_write_without_vem_is_refused() {
    let mut document = testing::document();
    document.set_vem(None);
    let refused = document.transact(Op::SetInstallning, |_| Ok(()));
    assert!(matches!(refused, Err(Error::Rule(_))), "{refused:?}");
}

#[test]
fn the_archive_takes_the_same_bytes_once_and_never_lets_them_change() {
    let mut document = testing::document();
    let (sha256, _) = document
        .transact(Op::LockRapport, |tx| {
            Document::archive_put(tx, b"%PDF")?;
            Document::archive_put(tx, b"%PDF")
        })
        .unwrap();
    assert_eq!(document.archive_get(&sha256).unwrap(), b"%PDF");
    assert!(document.archive_get(&"0".repeat(64)).is_err());
    for statement in [given::ARCHIVE_UPDATE, given::ARCHIVE_DELETE] {
        let refused = document.transact(Op::LockRapport, |tx| Ok(tx.execute(statement, ())?));
        assert!(matches!(refused, Err(Error::Db(_))), "{statement}: {refused:?}");
    }
}
