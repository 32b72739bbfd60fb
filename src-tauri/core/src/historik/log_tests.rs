//! History as it is told: things and fields with their names of the time, what holds and what was undone.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use rusqlite::ToSql;
use uuid::Uuid;

use super::*;
use crate::document::testing::{self, sql as given};

/// A document with a nivå, a befattning, a unit, an aktivitet and a mätetal, and their ids.
struct Story {
    document: Document,
    niva: Uuid,
    befattning: Uuid,
    enhet: Uuid,
    aktivitet: Uuid,
    matetal: Uuid,
}

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn story() -> Story {
    let mut story = Story {
        document: testing::document(),
        niva: id(1),
        befattning: id(2),
        enhet: id(3),
        aktivitet: id(4),
        matetal: id(5),
    };
    let ids = [story.niva, story.befattning, story.enhet, story.aktivitet, story.matetal];
    let statements = [given::NIVA, given::BEFATTNING, given::ENHET, given::AKTIVITET, given::MATETAL];
    story
        .document
        .transact(Op::CreatePlan, |tx| {
            for (statement, id) in statements.iter().zip(ids) {
                tx.execute(statement, [id.as_bytes()])?;
            }
            Ok(())
        })
        .unwrap();
    story
}

impl Story {
    fn write(&mut self, op: Op, sql: &str, values: &[&dyn ToSql]) {
        self.document.transact(op, |tx| Ok(tx.execute(sql, values)?)).unwrap();
    }

    fn newest(&self) -> LogEntry {
        self.document.log(LogQuery { limit: 1, ..LogQuery::default() }).unwrap().remove(0)
    }

    fn rename(&mut self, titel: &str) {
        let aktivitet = self.aktivitet;
        self.write(Op::UpdateAktivitet, given::RENAME_AKTIVITET, &[aktivitet.as_bytes(), &titel]);
    }
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn field(part: &str, key: &[(&str, Value)], name: &str, old: Value, new: Value) -> Field {
    let key = key.iter().map(|(n, v)| ((*n).to_owned(), v.clone())).collect();
    Field { part: part.to_owned(), key, name: name.to_owned(), old, new }
}

#[test]
fn a_changed_field_is_told_from_old_to_new_under_the_name_of_the_time() {
    let mut story = story();
    story.rename("Tillsynsbesök");
    story.rename("Fler tillsynsbesök");
    let entries = story.document.log(LogQuery::default()).unwrap();
    assert_eq!(entries.iter().map(|e| e.nr).collect::<Vec<_>>(), [3, 2, 1]);
    let [thing] = &entries[1].things[..] else { panic!("one thing") };
    assert_eq!((thing.kind, thing.what), (Kind::Aktivitet, Happening::Updated));
    assert_eq!((thing.namn.as_str(), entries[1].label.as_str()), ("A1 Tillsynsbesök", "A1 Tillsynsbesök"));
    assert_eq!(thing.fields, [field("", &[], "titel", text("Besök"), text("Tillsynsbesök"))]);
    assert_eq!((entries[1].vem.as_str(), entries[1].op), ("Controller", Op::UpdateAktivitet));
    assert!(entries[2].things.iter().any(|t| t.namn == "A1 Besök" && t.what == Happening::Created));
}

#[test]
fn a_deleted_thing_keeps_its_name_in_history() {
    let mut story = story();
    let aktivitet = story.aktivitet;
    story.write(Op::DeleteAktivitet, given::DELETE_AKTIVITET, &[aktivitet.as_bytes()]);
    let entry = story.newest();
    assert_eq!((entry.things[0].what, entry.things[0].namn.as_str()), (Happening::Deleted, "A1 Besök"));
    assert_eq!(entry.label, "A1 Besök");
}

#[test]
fn a_link_is_told_as_a_part_of_its_thing() {
    let mut story = story();
    let (aktivitet, befattning) = (story.aktivitet, story.befattning);
    let ids: [&dyn ToSql; 2] = [aktivitet.as_bytes(), befattning.as_bytes()];
    story.write(Op::UpdateAktivitet, given::ANSVARIG, &ids);
    let who = Value::Thing { kind: Kind::Befattning, id: ThingId(befattning), namn: "Enhetschef".to_owned() };
    let [thing] = &story.newest().things[..] else { panic!("one thing") };
    assert_eq!((thing.kind, thing.id), (Kind::Aktivitet, Some(ThingId(aktivitet))));
    assert_eq!(thing.fields, [field("ansvariga", &[("befattning", who.clone())], "", Value::Nothing, who)]);
}

#[test]
fn a_status_is_told_against_the_one_before() {
    let mut story = story();
    let aktivitet = story.aktivitet;
    for (month, status) in [(3, "pagar_enligt_plan"), (4, "forsenad")] {
        let row = id(100 + month as u128);
        let values: [&dyn ToSql; 4] = [row.as_bytes(), aktivitet.as_bytes(), &month, &status];
        story.write(Op::SetStatus, given::STATUS, &values);
    }
    let key = [("year", Value::Number(2026)), ("month", Value::Number(4))];
    let expected = field("status", &key, "status", text("pagar_enligt_plan"), text("forsenad"));
    assert_eq!(story.newest().things[0].fields, [expected]);
}

#[test]
fn a_value_of_a_matetal_says_where_and_when() {
    let mut story = story();
    let (matetal, enhet) = (story.matetal, story.enhet);
    for varde in [1_000_000, 2_000_000] {
        let values: [&dyn ToSql; 3] = [matetal.as_bytes(), enhet.as_bytes(), &varde];
        story.write(Op::SetUtfall, given::UTFALL, &values);
    }
    let enhet = Value::Thing { kind: Kind::Organisation, id: ThingId(enhet), namn: "Norr".to_owned() };
    let key = [
        ("organisation", enhet),
        ("year", Value::Number(2026)),
        ("month", Value::Number(9)),
        ("kon", text("T")),
    ];
    let expected = field("utfall", &key, "varde", Value::Number(1_000_000), Value::Number(2_000_000));
    assert_eq!(story.newest().things[0].fields, [expected]);
}

#[test]
fn what_was_undone_is_marked_until_it_is_done_again() {
    let mut story = story();
    story.rename("B");
    story.rename("C");
    let undone = |story: &Story| -> Vec<(i64, bool)> {
        let entries = story.document.log(LogQuery::default()).unwrap();
        entries.iter().rev().map(|e| (e.nr, e.undone)).collect()
    };
    story.document.undo().unwrap();
    story.document.undo().unwrap();
    assert_eq!(undone(&story), [(1, false), (2, true), (3, true), (4, false), (5, false)]);
    story.document.redo().unwrap();
    assert_eq!(undone(&story)[..3], [(1, false), (2, false), (3, true)]);
    assert_eq!(story.newest().kind, ChangeKind::Redo);
    story.document.undo().unwrap();
    assert_eq!(undone(&story)[5], (6, true));
    assert_eq!(undone(&story)[..3], [(1, false), (2, true), (3, true)]);
}

#[test]
fn a_setting_is_told_by_its_key_and_only_the_things_asked_for_are_listed() {
    let mut story = story();
    story.write(Op::SetInstallning, given::INSTALLNING, &[&"kommun", &"Provköping"]);
    let [thing] = &story.newest().things[..] else { panic!("one thing") };
    assert_eq!(thing.key, [("key".to_owned(), text("kommun"))]);
    let first = LogQuery { before: Some(2), most_things: 2, ..LogQuery::default() };
    let [entry] = &story.document.log(first).unwrap()[..] else { panic!("one entry") };
    assert_eq!((entry.things.len(), entry.more), (2, 3));
}

#[test]
fn one_things_history_is_its_own() {
    let mut story = story();
    story.rename("B");
    story.write(Op::SetInstallning, given::INSTALLNING, &[&"kommun", &"Provköping"]);
    let query = LogQuery { thing: Some(ThingId(story.aktivitet)), ..LogQuery::default() };
    let entries = story.document.log(query).unwrap();
    assert_eq!(entries.iter().map(|e| e.nr).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(entries[1].things.len(), 1);
}

#[test]
fn a_thing_taken_away_and_put_back_in_one_write_tells_only_what_differs() {
    let mut story = story();
    let matetal = story.matetal;
    story.write(Op::UpdateMatetal, given::REPLACE_MATETAL, &[matetal.as_bytes()]);
    let [thing] = &story.newest().things[..] else { panic!("one thing") };
    assert_eq!(thing.what, Happening::Updated);
    assert_eq!(thing.fields, [field("", &[], "titel", text("Andel trygga"), text("Ersatt"))]);
}
