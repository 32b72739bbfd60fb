//! Undo and redo over any sequence of writes, and where they stop.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use proptest::prelude::*;

use super::*;
use crate::document::testing::{self, sql as given};
use crate::error::Error;

/// One change set: some random statements.
pub(crate) type Act = Vec<(usize, u8, u8, i64)>;

pub(crate) fn acts() -> impl Strategy<Value = Vec<Act>> {
    let statement = (0..given::RANDOM.len(), 0..5u8, 0..5u8, 0..40i64);
    prop::collection::vec(prop::collection::vec(statement, 1..5), 1..60)
}

/// Does one act; a statement that breaks a foreign key refuses the whole act. True when it was logged.
pub(crate) fn write(document: &mut Document, act: &Act) -> bool {
    let done = document.transact(Op::UpdateMal, |tx| {
        for (statement, one, other, number) in act {
            let id = |n: &u8| {
                let mut id = [0u8; 16];
                id[0] = 1;
                id[15] = *n;
                id
            };
            let statement = given::RANDOM[*statement];
            let mut statement = tx.prepare_cached(statement)?;
            for place in 1..=statement.parameter_count() {
                match place {
                    1 => statement.raw_bind_parameter(place, id(one))?,
                    2 => statement.raw_bind_parameter(place, id(other))?,
                    _ => statement.raw_bind_parameter(place, number)?,
                }
            }
            statement.raw_execute()?;
        }
        Ok(())
    });
    done.is_ok_and(|(_, changes)| !changes.is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn undo_goes_back_through_every_state_and_redo_forward_again(acts in acts()) {
        let mut document = testing::document();
        let mut dumps = vec![document.dump().unwrap()];
        for act in &acts {
            if write(&mut document, act) {
                dumps.push(document.dump().unwrap());
            }
            prop_assert_eq!(&document.dump().unwrap(), dumps.last().unwrap());
        }
        for dump in dumps.iter().rev().skip(1) {
            document.undo().unwrap();
            prop_assert_eq!(&document.dump().unwrap(), dump);
        }
        prop_assert!(matches!(document.undo(), Err(Error::NothingToUndo)));
        for dump in dumps.iter().skip(1) {
            document.redo().unwrap();
            prop_assert_eq!(&document.dump().unwrap(), dump);
        }
        prop_assert!(matches!(document.redo(), Err(Error::NothingToUndo)));
    }

    #[test]
    fn undo_redo_and_writes_in_any_order_are_a_stack(
        acts in acts(),
        steps in prop::collection::vec(0..3u8, 1..80),
    ) {
        let mut document = testing::document();
        let (mut past, mut future) = (vec![document.dump().unwrap()], Vec::new());
        let mut acts = acts.iter().cycle();
        for step in steps {
            match step {
                0 if past.len() > 1 => {
                    document.undo().unwrap();
                    future.push(past.pop().unwrap());
                }
                1 if !future.is_empty() => {
                    document.redo().unwrap();
                    past.push(future.pop().unwrap());
                }
                _ => {
                    if write(&mut document, acts.next().unwrap()) {
                        past.push(document.dump().unwrap());
                        future.clear();
                    }
                }
            }
            prop_assert_eq!(&document.dump().unwrap(), past.last().unwrap());
            prop_assert_eq!(document.undo_state().unwrap().undo != Step::Nothing, past.len() > 1);
            prop_assert_eq!(document.undo_state().unwrap().redo != Step::Nothing, !future.is_empty());
        }
    }
}

fn set(document: &mut Document, op: Op, key: &str) {
    document.transact(op, |tx| Ok(tx.execute(given::INSTALLNING, (key, "värde"))?)).unwrap();
}

#[test]
fn undo_stops_at_a_decision_and_at_a_new_year() {
    for barrier in [Op::DecideRapport, Op::CreateVerksamhetsar] {
        let mut document = testing::document();
        set(&mut document, Op::SetInstallning, "a");
        set(&mut document, barrier, "b");
        set(&mut document, Op::SetInstallning, "c");
        document.undo().unwrap();
        assert!(matches!(document.undo(), Err(Error::Barrier { op }) if op == barrier.as_str()));
        assert!(matches!(document.undo_state().unwrap().undo, Step::Barrier { op, .. } if op == barrier));
    }
}

#[test]
fn the_beginning_of_a_plan_is_not_undone() {
    let mut document = testing::document();
    set(&mut document, Op::CreatePlan, "a");
    assert!(matches!(document.undo(), Err(Error::NothingToUndo)));
}

#[test]
fn history_is_ordered_by_number_when_the_clock_goes_backwards() {
    let mut hour = 12;
    let mut env = testing::environment();
    env.now = Box::new(move || {
        hour -= 1;
        testing::start() + chrono::Duration::hours(hour)
    });
    let mut document = Document::create_in_memory(env).unwrap();
    for key in ["a", "b", "c"] {
        set(&mut document, Op::SetInstallning, key);
    }
    document.undo().unwrap();
    assert!(document.dump().unwrap().contains("\"b\"") && !document.dump().unwrap().contains("\"c\""));
}

#[test]
fn things_touched_since_a_point_are_told_with_who_and_when() {
    let mut document = testing::document();
    write(&mut document, &vec![(0, 1, 1, 1), (1, 2, 1, 1), (1, 3, 1, 1)]);
    let before = document.head().unwrap().nr;
    document.set_vem(Some("Enhetschef".to_owned()));
    write(&mut document, &vec![(3, 2, 3, 7)]);
    let touched = document.touched_since(before).unwrap();
    assert_eq!(touched.len(), 1);
    assert_eq!((touched[0].vem.as_str(), touched[0].change_set), ("Enhetschef", before + 1));
    assert_eq!(document.touched_since(0).unwrap().len(), 3);
}
