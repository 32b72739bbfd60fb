//! A program killed while it writes: every acknowledged write is there, at most one more, and the file is sound.
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use plan_api::{Access, Session};
use serde_json::{Value, json};

use crate::plats::{PLAN, Plats, call, environment, open, wait};

const KILLS: u32 = 40;
const PLAN_OF_CHILD: &str = "RODA_TRADEN_TEST_WRITE";
const KEY: &str = "senast";
const LARGE_KEY: &str = "stor";

/// No test of its own: writes until it is killed, and says each number once its commit is done.
#[test]
fn writes_until_killed_in_another_process() {
    let Some(path) = std::env::var_os(PLAN_OF_CHILD) else { return };
    wait(async {
        let first_id = u128::from(std::process::id()) << 64;
        let mut environment = environment(first_id);
        environment.backup_dir = Some(Path::new(&path).with_file_name("sakerhetskopior"));
        let session = open(path.as_ref(), Access::ReadWrite, environment).await;
        for n in last_of(&session).await + 1.. {
            write(&session, n).await;
            std::io::stderr().write_all(format!("{n}\n").as_bytes()).unwrap();
        }
    });
}

/// Every third change is large: its commit takes long enough to be met in the middle.
async fn write(session: &Session, n: u64) {
    if n.is_multiple_of(3) {
        let text = format!("{n} {}", "ordning och reda ".repeat(8_000));
        call(session, "set_installning", json!({ "key": LARGE_KEY, "value": text })).await;
    }
    call(session, "set_installning", json!({ "key": KEY, "value": n.to_string() })).await;
}

async fn last_of(session: &Session) -> u64 {
    let plan = call(session, "read_plan", json!({ "period": "2026-10" })).await;
    plan["installning"][KEY].as_str().map_or(0, |n| n.parse().unwrap())
}

/// When the kill comes.
enum Moment {
    /// So long after the first write, wherever the program then is.
    After(Duration),
    /// As soon as a commit is seen under way: its journal lies beside the plan.
    InCommit,
}

/// Whether a commit is under way, or was when the program was killed.
fn in_commit(path: &Path) -> bool {
    std::fs::metadata(path.with_extension("vplan-journal")).is_ok_and(|journal| journal.len() > 0)
}

/// Lets a process write, kills it, and gives the last number it acknowledged.
fn write_and_kill(path: &Path, moment: &Moment) -> u64 {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "krasch::writes_until_killed_in_another_process", "--nocapture"])
        .env(PLAN_OF_CHILD, path)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    said.read_line(&mut line).unwrap();
    match moment {
        Moment::After(after) => std::thread::sleep(*after),
        Moment::InCommit => {
            let began = Instant::now();
            while !in_commit(path) && began.elapsed() < Duration::from_secs(10) {
                std::hint::spin_loop();
            }
        }
    }
    child.kill().unwrap();
    child.wait().unwrap();
    // What was said before the kill is still in the pipe; a number cut off in the middle was not.
    let rest = said.lines().map_while(Result::ok);
    let numbers: Vec<u64> =
        std::iter::once(line.clone()).chain(rest).filter_map(|l| l.trim().parse().ok()).collect();
    *numbers.last().unwrap_or_else(|| panic!("nothing was acknowledged: {line}"))
}

#[test]
fn forty_kills_lose_nothing_that_was_acknowledged() {
    let plats = Plats::with_plan("krasch");
    let path = plats.path(PLAN);
    let started = Instant::now();
    let mut hot = 0;
    for kill in 0..KILLS {
        let moment = match kill % 2 {
            0 => Moment::After(Duration::from_micros(u64::from(kill) * 1_370 % 29_000)),
            _ => Moment::InCommit,
        };
        let acknowledged = write_and_kill(&path, &moment);
        hot += u32::from(in_commit(&path));
        let (found, checked) = wait(look(&path));
        assert!(
            found == acknowledged || found == acknowledged + 1,
            "kill {kill}: {acknowledged} was acknowledged, {found} is there"
        );
        assert_eq!(checked, json!({ "hel": true, "fel": [] }), "kill {kill}");
    }
    eprintln!("{KILLS} kills in {:.1?}, {hot} in the middle of a commit", started.elapsed());
    assert!(hot >= KILLS / 4, "only {hot} of {KILLS} kills met a commit");
    wait(look(&path));
    let mut left = plats.names();
    left.retain(|name| name != "sakerhetskopior");
    assert_eq!(left, [PLAN]);
}

/// Opened for writing, so that what the killed program left is put in order.
async fn look(path: &Path) -> (u64, Value) {
    let session = open(path, Access::ReadWrite, environment(0x5000)).await;
    let seen = (last_of(&session).await, call(&session, "verify", json!({})).await);
    session.close().await.unwrap();
    seen
}
