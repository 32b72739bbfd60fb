//! Files that are no plan, or none this program may open: one sentence and a hint, and the file as it was.
use std::fs;
use std::path::Path;

use rusqlite::Connection;

use crate::plats::{PLAN, Plats, small_plan};

const WRITE: [&str; 6] = ["anropa", PLAN, "create_uppdrag", r#"{"titel":"Nytt"}"#, "--vem", "Controller"];

/// Every way to the file is refused with the same words, and the file is as it was, alone.
fn all_refuse(plats: &Plats, expected: &str) {
    let before = fs::read(plats.path(PLAN)).unwrap();
    for args in [&["visa", PLAN][..], &["logg", PLAN], &["kontrollera", PLAN], &["arkiv", PLAN], &WRITE] {
        let said = plats.refused(args);
        assert!(said.contains(expected), "{args:?}: {said}");
    }
    assert!(fs::read(plats.path(PLAN)).unwrap() == before, "{expected}: the file was changed");
    assert_eq!(plats.names(), [PLAN], "{expected}: something was left beside the file");
}

fn refused_bytes(name: &str, bytes: &[u8], expected: &str) {
    let plats = Plats::new(name);
    fs::write(plats.path(PLAN), bytes).unwrap();
    all_refuse(&plats, expected);
}

/// The plan after a stranger has had it.
fn refused_after(name: &str, sql: &str, expected: &str) {
    let plats = Plats::with_plan(name);
    alter(&plats.path(PLAN), sql);
    all_refuse(&plats, expected);
}

fn alter(path: &Path, sql: &str) {
    Connection::open(path).unwrap().execute_batch(sql).unwrap();
}

#[test]
fn a_text_file() {
    refused_bytes("text", "Verksamhetsplan 2026\n".repeat(400).as_bytes(), "inte en plan");
    refused_bytes("kort-text", b"hej", "inte en plan");
}

#[test]
fn an_empty_file() {
    refused_bytes("tom", b"", "tom");
}

#[test]
fn another_programs_sqlite_file() {
    let plats = Plats::new("annan");
    alter(&plats.path(PLAN), "CREATE TABLE kunder (id INTEGER); INSERT INTO kunder VALUES (1)");
    all_refuse(&plats, "annat program");
    let plats = Plats::new("annan-id");
    alter(&plats.path(PLAN), "PRAGMA application_id = 252006673; CREATE TABLE t (x)");
    all_refuse(&plats, "annat program");
}

#[test]
fn a_file_of_a_newer_program() {
    refused_after("nyare", "PRAGMA user_version = 99", "nyare version");
}

#[test]
fn a_file_with_something_added() {
    let words = "inte har lagt dit";
    refused_after("trigger", "CREATE TRIGGER t AFTER INSERT ON uppdrag BEGIN DELETE FROM mal; END", words);
    refused_after("vy", "CREATE VIEW v AS SELECT titel FROM uppdrag", words);
    refused_after("tabell", "CREATE TABLE eget (x TEXT)", words);
    refused_after("index", "CREATE INDEX i ON uppdrag (titel)", words);
    refused_after("kolumn", "ALTER TABLE uppdrag ADD COLUMN hemligt TEXT", words);
}

#[test]
fn a_file_whose_log_was_changed_elsewhere() {
    refused_after("logg", "UPDATE change_set SET vem = 'Någon annan'", "ändringslogg");
}

#[test]
fn a_file_cut_short() {
    let whole = small_plan();
    for (name, kept) in
        [("halv", whole.len() / 2), ("sida", whole.len() - 4096), ("huvud", 60), ("slut", whole.len() - 1)]
    {
        refused_bytes(&format!("kort-{name}"), &whole[..kept], "avklippt");
    }
}

#[test]
fn a_missing_file_and_a_folder() {
    let plats = Plats::new("saknas");
    for args in [&["visa", PLAN][..], &WRITE] {
        assert!(plats.refused(args).contains("finns inte"));
    }
    assert_eq!(plats.names(), [""; 0], "a file was made by asking for one");
    fs::create_dir(plats.path(PLAN)).unwrap();
    for args in [&["visa", PLAN][..], &["kontrollera", PLAN], &WRITE, &["exempel", PLAN]] {
        let said = plats.refused(args);
        assert!(said.contains("är en mapp") || said.contains("finns redan"), "{args:?}: {said}");
    }
    assert!(plats.refused(&["visa", "p.vplan/inuti.vplan"]).contains("finns inte"));
}

#[test]
fn a_plan_is_never_made_over_a_file() {
    let plats = Plats::with_plan("over");
    let before = fs::read(plats.path(PLAN)).unwrap();
    assert!(plats.refused(&["exempel", PLAN]).contains("finns redan"));
    assert!(fs::read(plats.path(PLAN)).unwrap() == before);
    assert!(plats.refused(&["exempel", "finns/inte/p.vplan"]).contains("finns inte"));
}
