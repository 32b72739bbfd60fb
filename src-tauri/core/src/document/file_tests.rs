//! Files as they come: fresh, wrong, damaged, locked, write-protected, older, newer, copied.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use std::fs;

use rusqlite::Connection;
use tempfile::TempDir;

use super::migration::{self, STEPS, Step, version};
use super::testing::{self, sql as given};
use super::*;
use crate::error::Damage;

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// A file with one setting, closed.
fn file(folder: &TempDir) -> PathBuf {
    let path = folder.path().join("plan.vplan");
    let mut document = Document::create(&path, testing::environment()).unwrap();
    set(&mut document, "kommun");
    document.close().unwrap();
    path
}

fn set(document: &mut Document, key: &str) {
    document.transact(Op::SetInstallning, |tx| Ok(tx.execute(given::INSTALLNING, (key, "värde"))?)).unwrap();
}

fn open(path: &Path) -> Result<Document> {
    Document::open(path, Access::ReadWrite, testing::environment())
}

fn read(path: &Path) -> Result<Document> {
    Document::open(path, Access::ReadOnly, testing::environment())
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_closed_document_is_one_file_and_remembers_everything() {
    let folder = folder();
    let path = file(&folder);
    assert_eq!(names(folder.path()), ["plan.vplan"]);
    let mut document = open(&path).unwrap();
    assert_eq!(document.head().unwrap().nr, 1);
    document.undo().unwrap();
    document.close().unwrap();
    let mut document = open(&path).unwrap();
    document.redo().unwrap();
    drop(document);
    assert_eq!(names(folder.path()), ["plan.vplan"]);
    assert!(read(&path).unwrap().dump().unwrap().contains("kommun"));
}

#[test]
fn nothing_is_created_over_an_existing_file() {
    let folder = folder();
    let path = file(&folder);
    let before = fs::read(&path).unwrap();
    let refused = Document::create(&path, testing::environment());
    assert!(
        matches!(refused, Err(Error::Io { source, .. }) if source.kind() == std::io::ErrorKind::AlreadyExists)
    );
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn what_is_no_plan_is_refused_each_in_its_own_way() {
    let folder = folder();
    let damage = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        match open(&path) {
            Err(Error::Damaged(damage)) => damage,
            other => panic!("{name}: {:?}", other.err()),
        }
    };
    assert_eq!(damage("tom.vplan", b""), Damage::Empty);
    assert_eq!(damage("text.vplan", "En text. ".repeat(100).as_bytes()), Damage::NotSqlite);
    let plan = fs::read(file(&folder)).unwrap();
    assert_eq!(damage("kort.vplan", &plan[..plan.len() / 2]), Damage::Truncated);
    assert_eq!(damage("kortare.vplan", &plan[..60]), Damage::Truncated);
    assert_eq!(damage("en_sida_kort.vplan", &plan[..plan.len() - 4096]), Damage::Truncated);
    assert_eq!(damage("en_byte_kort.vplan", &plan[..plan.len() - 1]), Damage::Truncated);
    let foreign = folder.path().join("annan.vplan");
    Connection::open(&foreign).unwrap().execute_batch(given::FOREIGN).unwrap();
    assert!(matches!(open(&foreign), Err(Error::Damaged(Damage::Foreign(77)))));
    assert!(matches!(open(&folder.path().join("saknas.vplan")), Err(Error::Io { .. })));
    assert!(matches!(open(folder.path()), Err(Error::Io { .. })));
}

#[test]
fn a_schema_that_is_not_ours_is_refused_and_named() {
    for (change, name) in [
        (given::ADD_TRIGGER, "trigger ond"),
        (given::ADD_VIEW, "view vy"),
        (given::ADD_TABLE, "table frammande"),
        (given::DROP_INDEX, "index mal_by_parent"),
    ] {
        let folder = folder();
        let path = file(&folder);
        Connection::open(&path).unwrap().execute_batch(change).unwrap();
        let refused = open(&path);
        assert!(
            matches!(&refused, Err(Error::Damaged(Damage::Schema(names))) if names == &[name]),
            "{name}: {:?}",
            refused.err()
        );
    }
}

#[test]
fn a_newer_file_is_refused() {
    let folder = folder();
    let path = file(&folder);
    Connection::open(&path).unwrap().execute_batch(given::NEWER).unwrap();
    let newer =
        |refused| matches!(refused, Err(Error::NewerFile { found: 99, known }) if known == version(STEPS));
    assert!(newer(open(&path)));
    assert!(newer(read(&path)));
}

#[test]
fn a_log_changed_afterwards_is_noticed_at_opening() {
    for change in [given::EDIT_LOG, given::EDIT_LOG_SET, given::APPEND_LOG] {
        let folder = folder();
        let path = file(&folder);
        Connection::open(&path).unwrap().execute_batch(change).unwrap();
        let refused = open(&path);
        assert!(matches!(refused, Err(Error::Damaged(Damage::Chain(_)))), "{change}: {:?}", refused.err());
    }
}

#[test]
fn the_second_to_open_is_told_who_has_it_but_may_read() {
    let folder = folder();
    let path = file(&folder);
    let first = open(&path).unwrap();
    let refused = open(&path);
    assert!(matches!(refused, Err(Error::Locked { by: Some(by) }) if by.vem == "Controller"));
    assert!(read(&path).unwrap().dump().unwrap().contains("kommun"));
    drop(first);
    open(&path).unwrap();
}

#[test]
fn a_lock_of_another_program_is_told_and_nothing_is_lost() {
    let folder = folder();
    let path = file(&folder);
    let mut document = open(&path).unwrap();
    document.read().busy_timeout(std::time::Duration::from_millis(20)).unwrap();
    let other = Connection::open(&path).unwrap();
    other.execute_batch(given::EXCLUSIVE).unwrap();
    let refused = document.transact(Op::SetInstallning, |tx| Ok(tx.execute(given::TAKE_ROW, ())?));
    assert!(matches!(refused, Err(Error::Locked { .. })), "{refused:?}");
    drop(other);
    set(&mut document, "namnd");
}

#[test]
fn a_read_only_document_cannot_be_written() {
    let folder = folder();
    let path = file(&folder);
    let mut document = read(&path).unwrap();
    let refused = document.transact(Op::SetInstallning, |_| Ok(()));
    assert!(matches!(refused, Err(Error::ReadOnly)));
    assert!(document.read().execute(given::TAKE_ROW, ()).is_err());
}

#[cfg(unix)]
#[test]
fn what_may_only_be_read_is_read_and_left_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let path = file(&folder);
    for (target, mode, restored) in [(path.as_path(), 0o444, 0o644), (folder.path(), 0o555, 0o755)] {
        fs::set_permissions(target, fs::Permissions::from_mode(mode)).unwrap();
        assert!(matches!(open(&path), Err(Error::ReadOnly)));
        let document = read(&path).unwrap();
        assert!(document.dump().unwrap().contains("kommun"));
        assert_eq!(names(folder.path()), ["plan.vplan"]);
        fs::set_permissions(target, fs::Permissions::from_mode(restored)).unwrap();
    }
}

/// As a program killed in the middle of a large write leaves it: half of it in the file, and a journal to undo that.
fn crashed(folder: &TempDir) -> PathBuf {
    let path = file(folder);
    let left = folder.path().join("kvar.vplan");
    let dying = Connection::open(&path).unwrap();
    dying.execute_batch(given::LARGE_WRITE).unwrap();
    let journal = |path: &Path| private_copy::beside(path, "-journal");
    assert!(fs::metadata(journal(&path)).unwrap().len() > 0);
    assert_ne!(fs::read(&path).unwrap().len(), 0);
    fs::copy(&path, &left).unwrap();
    fs::copy(journal(&path), journal(&left)).unwrap();
    left
}

#[test]
fn a_write_cut_off_in_the_middle_never_was() {
    let folder = folder();
    let path = crashed(&folder);
    assert!(fs::metadata(&path).unwrap().len() > 1_000_000, "half the write is in the file");
    let document = open(&path).unwrap();
    assert_eq!(document.verify(&mut |_| true).unwrap(), []);
    assert_eq!(document.read().query_row(given::COUNT, [], |r| r.get::<_, i64>(0)).unwrap(), 1);
}

#[cfg(unix)]
#[test]
fn a_write_cut_off_where_nothing_may_be_written_never_was() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let path = crashed(&folder);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    let document = read(&path).unwrap();
    assert_eq!(document.read().query_row(given::COUNT, [], |r| r.get::<_, i64>(0)).unwrap(), 1);
    assert!(private_copy::beside(&path, "-journal").exists());
}

#[test]
fn a_full_disk_undoes_the_write_and_the_document_stays_usable() {
    let folder = folder();
    let path = file(&folder);
    let mut document = open(&path).unwrap();
    let before = document.dump().unwrap();
    document.read().query_row(given::FEW_PAGES, [], |_| Ok(())).unwrap();
    let long = "lång ".repeat(100_000);
    let refused =
        document.transact(Op::SetInstallning, |tx| Ok(tx.execute(given::INSTALLNING, ("lång", &long))?));
    assert!(matches!(refused, Err(Error::DiskFull)), "{refused:?}");
    assert_eq!(document.dump().unwrap(), before);
    document.read().query_row(given::MANY_PAGES, [], |_| Ok(())).unwrap();
    set(&mut document, "namnd");
}

fn steps(sql: &'static str, writes_data: bool) -> Vec<Step> {
    let mut steps = STEPS.to_vec();
    steps.push(Step { sql, minsta_lasversion: version(STEPS) + 1, writes_data });
    steps
}

#[test]
fn an_older_file_is_backed_up_and_brought_up_to_date() {
    for (sql, writes_data) in [(given::NEW_COLUMN, false), (given::NEW_DATA, true)] {
        let (folder, backups) = (folder(), tempfile::tempdir().unwrap());
        let path = file(&folder);
        let mut env = testing::environment();
        env.backup_dir = Some(backups.path().to_path_buf());
        let steps = steps(sql, writes_data);
        let document = opening::open_with(&path, Access::ReadWrite, env, &steps).unwrap();
        schema::check(document.read(), &steps).unwrap();
        let oldest = opening::file_info(document.read(), "minsta_lasversion").unwrap();
        assert_eq!(oldest, Some(version(&steps).to_string()));
        assert_eq!(document.head().unwrap().nr, 1 + i64::from(writes_data));
        // SQLite's upper() knows ASCII only.
        assert_eq!(document.dump().unwrap().contains("VäRDE"), writes_data);
        drop(document);
        let [backup] = &names(backups.path())[..] else { panic!("one backup") };
        assert!(read(&backups.path().join(backup)).unwrap().dump().unwrap().contains("värde"));
        let newer = |found, known| found == version(&steps) && known == version(STEPS);
        assert!(matches!(open(&path), Err(Error::NewerFile { found, known }) if newer(found, known)));
    }
}

#[test]
fn every_earlier_version_of_a_file_opens_with_its_log_and_its_rules() {
    for version in 1..version(STEPS) {
        let folder = folder();
        let path = folder.path().join("plan.vplan");
        let steps = &STEPS[..version as usize];
        migration::build(&Connection::open(&path).unwrap(), steps).unwrap();
        let mut then = opening::open_with(&path, Access::ReadWrite, testing::environment(), steps).unwrap();
        set(&mut then, "kommun");
        let (head, dump) = (then.head().unwrap(), then.dump().unwrap());
        then.close().unwrap();

        let mut now = open(&path).unwrap();
        assert_eq!((now.head().unwrap().nr, now.dump().unwrap()), (head.nr, dump), "from version {version}");
        assert_eq!(now.verify(&mut |_| true).unwrap(), vec![]);
        now.undo().unwrap();
        for broken in given::BROKEN_CODES {
            let refused = now.transact(Op::SetInstallning, |tx| Ok(tx.execute_batch(broken)?));
            let words = format!("{:?}", refused.unwrap_err());
            assert!(words.contains("CHECK constraint failed"), "{broken}: {words}");
        }
    }
}

#[test]
fn a_failed_migration_leaves_the_file_as_it_was() {
    let folder = folder();
    let path = file(&folder);
    let refused =
        opening::open_with(&path, Access::ReadWrite, testing::environment(), &steps(given::FAILING, true));
    assert!(matches!(refused, Err(Error::Db(_))), "{:?}", refused.err());
    assert!(open(&path).unwrap().dump().unwrap().contains("värde"));
}

#[test]
fn an_older_file_is_read_without_being_changed() {
    let folder = folder();
    let path = file(&folder);
    let before = fs::read(&path).unwrap();
    let steps = steps(given::NEW_COLUMN, false);
    let document = opening::open_with(&path, Access::ReadOnly, testing::environment(), &steps).unwrap();
    assert!(document.dump().unwrap().contains("värde"));
    drop(document);
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn the_first_write_of_a_day_is_preceded_by_a_backup() {
    let (folder, backups) = (folder(), tempfile::tempdir().unwrap());
    let path = file(&folder);
    let environment = || {
        let mut env = testing::environment();
        env.backup_dir = Some(backups.path().join("kopior"));
        env
    };
    for (key, expected) in [("a", 1), ("b", 1)] {
        let mut document = Document::open(&path, Access::ReadWrite, environment()).unwrap();
        set(&mut document, key);
        assert!(document.take_backup_failure().is_none());
        document.close().unwrap();
        assert_eq!(names(&backups.path().join("kopior")).len(), expected);
    }
    let mut document = Document::open(&path, Access::ReadWrite, environment()).unwrap();
    let backup = document.backup(&unfollowed()).unwrap().unwrap();
    assert_eq!(read(&backup).unwrap().dump().unwrap(), document.dump().unwrap());
    assert_eq!(names(&backups.path().join("kopior")).len(), 2);
}

#[test]
fn work_goes_on_when_the_backup_cannot_be_made() {
    let folder = folder();
    let path = file(&folder);
    let mut env = testing::environment();
    env.backup_dir = Some(path.join("inte en mapp"));
    let mut document = Document::open(&path, Access::ReadWrite, env).unwrap();
    set(&mut document, "namnd");
    assert!(document.take_backup_failure().is_some());
    assert!(document.take_backup_failure().is_none());
}

#[test]
fn a_checkpoint_is_a_link_of_the_chain_and_a_barrier() {
    let folder = folder();
    let path = file(&folder);
    let mut document = open(&path).unwrap();
    document.checkpoint().unwrap();
    assert!(matches!(document.undo(), Err(Error::Barrier { .. })));
    document.close().unwrap();
    assert_eq!(open(&path).unwrap().head().unwrap().nr, 2);
}
