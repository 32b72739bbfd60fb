//! A file that another has: told who, nothing lost, reading goes on where it can.
use std::fs;
use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};

use plan_api::Access;
use rusqlite::Connection;

use crate::plats::{PLAN, Plats, environment, open, wait};

const HELD: &str = "RODA_TRADEN_TEST_HOLD";

/// Another process that has the plan open for writing; closes it when its standard in is closed.
struct Holder(Child);

impl Holder {
    fn of(plats: &Plats) -> Holder {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "las::holds_the_plan_in_another_process", "--nocapture"])
            .env(HELD, plats.path(PLAN))
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut word = [0; 4];
        child.stderr.as_mut().unwrap().read_exact(&mut word).unwrap();
        assert_eq!(&word, b"open");
        Holder(child)
    }

    fn lets_go(mut self) {
        drop(self.0.stdin.take());
        assert!(self.0.wait().unwrap().success());
    }
}

/// No test of its own: what [`Holder`] runs.
#[test]
fn holds_the_plan_in_another_process() {
    let Some(path) = std::env::var_os(HELD) else { return };
    wait(async {
        let session = open(path.as_ref(), Access::ReadWrite, environment(0x9000)).await;
        std::io::stderr().write_all(b"open").unwrap();
        let _ = std::io::stdin().read_to_end(&mut vec![]);
        session.close().await.unwrap();
    });
}

#[test]
fn a_plan_open_elsewhere_is_read_but_not_written_and_says_who_has_it() {
    let plats = Plats::with_plan("las");
    let before = fs::read(plats.path(PLAN)).unwrap();
    let holder = Holder::of(&plats);
    for args in [
        &["angra", PLAN, "--vem", "Ekonom"][..],
        &["anropa", PLAN, "create_uppdrag", r#"{"titel":"Nytt"}"#, "--vem", "Ekonom"],
    ] {
        let said = plats.refused(args);
        assert!(said.contains("öppen hos Controller på provdator"), "{args:?}: {said}");
    }
    plats.pictures();
    assert!(fs::read(plats.path(PLAN)).unwrap() == before);
    holder.lets_go();
    assert_eq!(plats.names(), [PLAN]);
    plats.done(&["angra", PLAN, "--vem", "Ekonom"]);
}

#[test]
fn a_lock_file_left_by_a_killed_program_is_in_nobodys_way() {
    let plats = Plats::with_plan("kvarlas");
    let mut holder = Holder::of(&plats);
    holder.0.kill().unwrap();
    holder.0.wait().unwrap();
    assert_eq!(plats.names(), [PLAN, "p.vplan.las"], "the killed program left its lock");
    plats.done(&["angra", PLAN, "--vem", "Ekonom"]);
    assert_eq!(plats.names(), [PLAN]);
}

#[test]
fn another_programs_sqlite_lock_is_told_and_nothing_is_lost() {
    let plats = Plats::with_plan("sqlitelas");
    let before = plats.pictures();
    let other = Connection::open(plats.path(PLAN)).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let asked = [&["visa", PLAN][..], &["angra", PLAN, "--vem", "Ekonom"]];
    let waiting = asked.map(|args| {
        let mut command = plats.command(args);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    });
    for (child, args) in waiting.into_iter().zip(asked) {
        let said = crate::plats::refusal(&child.wait_with_output().unwrap(), &format!("{args:?}"));
        assert!(said.contains("öppen i ett annat program"), "{args:?}: {said}");
    }
    drop(other);
    assert!(plats.pictures() == before);
    assert_eq!(plats.names(), [PLAN]);
}
