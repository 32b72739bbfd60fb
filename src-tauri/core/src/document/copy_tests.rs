//! Copies of the whole document: whole, stopped in the middle, and in another file's place.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tempfile::TempDir;

use super::testing::{self, sql as given};
use super::*;

/// A folder with a plan in it that is open, and the names that lie there meanwhile.
fn opened() -> (TempDir, Document) {
    let folder = tempfile::tempdir().unwrap();
    let mut document = made(&folder.path().join("plan.vplan"));
    let set = |tx: &Tx<'_>| Ok(tx.execute(given::INSTALLNING, ("kommun", "värde"))?);
    document.transact(Op::SetInstallning, set).unwrap();
    (folder, document)
}

fn made(path: &Path) -> Document {
    Document::create(path, testing::environment()).unwrap()
}

fn dump(path: &Path) -> String {
    Document::open(path, Access::ReadOnly, testing::environment()).unwrap().dump().unwrap()
}

fn names(folder: &TempDir) -> Vec<String> {
    let entries = fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> =
        entries.filter(|name| name.ends_with(".vplan") || name.ends_with(".ofardig")).collect();
    names.sort();
    names
}

fn is_taken(outcome: &Result<()>) -> bool {
    matches!(outcome, Err(Error::Io { source, .. }) if source.kind() == std::io::ErrorKind::AlreadyExists)
}

#[test]
fn a_copy_is_whole_and_never_written_over_a_file() {
    let (folder, document) = opened();
    document.close().unwrap();
    let path = folder.path().join("plan.vplan");
    let mut document = Document::open(&path, Access::ReadOnly, testing::environment()).unwrap();
    let to = folder.path().join("kopia.vplan");
    document.save_copy(&to, &unfollowed()).unwrap();
    assert_eq!(dump(&to), document.dump().unwrap());
    assert!(is_taken(&document.save_copy(&to, &unfollowed())));
    assert!(document.read().execute(given::TAKE_ROW, ()).is_err());
    assert_eq!(names(&folder), ["kopia.vplan", "plan.vplan"]);
}

#[test]
fn a_copy_that_is_stopped_leaves_nothing_and_work_goes_on() {
    let (folder, mut document) = opened();
    let to = folder.path().join("kopia.vplan");
    let looks = Arc::new(AtomicUsize::new(0));
    let count = looks.clone();
    let all: Follow = Arc::new(move |_| {
        count.fetch_add(1, Ordering::Relaxed);
        true
    });
    document.save_copy(&to, &all).unwrap();
    fs::remove_file(&to).unwrap();
    // Whenever it is stopped, and the same way each time.
    for last in 0..looks.load(Ordering::Relaxed) {
        let left = AtomicUsize::new(last);
        let stop: Follow = Arc::new(move |_| {
            left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |n| n.checked_sub(1)).is_ok()
        });
        assert!(matches!(document.save_copy(&to, &stop), Err(Error::Cancelled)), "stopped at look {last}");
        assert_eq!(names(&folder), ["plan.vplan"]);
    }
    document.undo().unwrap();
    document.save_copy(&to, &unfollowed()).unwrap();
}

#[test]
fn a_file_that_may_go_is_replaced_by_a_whole_copy() {
    let (folder, mut document) = opened();
    let to = folder.path().join("gammal.vplan");
    made(&to).close().unwrap();
    document.save_copy_over(&to, &unfollowed()).unwrap();
    assert_eq!(dump(&to), document.dump().unwrap());
    fs::write(&to, "en annan fil").unwrap();
    document.save_copy_over(&to, &unfollowed()).unwrap();
    assert_eq!(dump(&to), document.dump().unwrap());
}

#[test]
fn neither_the_open_plan_nor_one_that_somebody_has_open_is_replaced() {
    let (folder, mut document) = opened();
    let before = fs::read(folder.path().join("plan.vplan")).unwrap();
    let own = folder.path().join(".").join("plan.vplan");
    assert!(is_taken(&document.save_copy_over(&own, &unfollowed())));
    assert_eq!(fs::read(&own).unwrap(), before);

    let to = folder.path().join("annan.vplan");
    let other = made(&to);
    let refused = document.save_copy_over(&to, &unfollowed());
    assert!(matches!(refused, Err(Error::Locked { by: Some(_) })), "{refused:?}");
    other.close().unwrap();

    // Half a write that a crash left beside it would be laid over the copy.
    fs::write(private_copy::beside(&to, "-journal"), "rest").unwrap();
    assert!(is_taken(&document.save_copy_over(&to, &unfollowed())));
    assert!(is_taken(&document.save_copy_over(folder.path(), &unfollowed())));
}
