//! What the stories stand on: a folder of their own with a plan in it, the binary, and the engine in this process.
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use chrono::{DateTime, Duration, TimeZone, Utc};
use plan_api::{Access, Environment, Session};
use serde_json::{Value, json};
use uuid::Uuid;

/// The plan of a [`Plats`].
pub(crate) const PLAN: &str = "p.vplan";

/// A folder that is gone afterwards.
pub(crate) struct Plats {
    pub(crate) folder: PathBuf,
}

impl Plats {
    pub(crate) fn new(name: &str) -> Plats {
        Plats::in_folder(Path::new(env!("CARGO_TARGET_TMPDIR")), name)
    }

    pub(crate) fn in_folder(above: &Path, name: &str) -> Plats {
        let folder = above.join(format!("talighet-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Plats { folder }
    }

    /// With a plan that has three uppdrag, statuses and a decided månadsrapport.
    pub(crate) fn with_plan(name: &str) -> Plats {
        let plats = Plats::new(name);
        fs::write(plats.path(PLAN), small_plan()).unwrap();
        plats
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The binary in the folder, with a home of its own and nothing else of this machine.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_roda-traden"));
        command.args(args).current_dir(&self.folder);
        alone(&mut command, &self.folder);
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    /// Runs what must succeed and gives its reply.
    pub(crate) fn done(&self, args: &[&str]) -> Value {
        reply(&self.run(args), &format!("{args:?}"))
    }

    /// Runs what must be refused: one Swedish sentence and a hint on standard error.
    pub(crate) fn refused(&self, args: &[&str]) -> String {
        refusal(&self.run(args), &format!("{args:?}"))
    }

    /// What stands beside the plan. Backups and settings lie in the home, which is hidden.
    pub(crate) fn names(&self) -> Vec<String> {
        names(&self.folder)
    }

    /// What `visa`, `logg` and `arkiv` print.
    pub(crate) fn pictures(&self) -> [Vec<u8>; 3] {
        ["visa", "logg", "arkiv"].map(|verb| {
            let output = self.run(&[verb, PLAN]);
            assert_eq!(output.status.code(), Some(0), "{verb}: {}", said(&output));
            output.stdout
        })
    }
}

impl Drop for Plats {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Nothing of this machine's own settings reaches the process.
pub(crate) fn alone(command: &mut Command, home: &Path) {
    command.env_clear().env("HOME", home).env("TMPDIR", std::env::temp_dir());
    if let Some(path) = std::env::var_os("PATH") {
        command.env("PATH", path);
    }
}

pub(crate) fn reply(output: &Output, what: &str) -> Value {
    assert_eq!(output.status.code(), Some(0), "{what}: {}", said(output));
    serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{what}: no JSON: {e}"))
}

pub(crate) fn refusal(output: &Output, what: &str) -> String {
    let said = said(output);
    assert_eq!(output.status.code(), Some(1), "{what}: {said}");
    assert!(output.stdout.is_empty(), "{what}: {}", String::from_utf8_lossy(&output.stdout));
    assert_eq!(said.lines().count(), 2, "{what}: a sentence and a hint were expected: {said}");
    let whole = |line: &str| line.ends_with('.') && line.starts_with(|c: char| c.is_uppercase() || c == '”');
    assert!(said.lines().all(whole), "{what}: {said}");
    said
}

pub(crate) fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

pub(crate) fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let all = entries.map(|e| e.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = all.filter(|name| !name.starts_with('.')).collect();
    names.sort();
    names
}

/// Something is not tried on this machine.
pub(crate) fn skipped(why: &str) {
    eprintln!("skipped: {why}");
}

/// An environment with counting ids from a start of one's own, and a clock that goes a minute per question.
pub(crate) fn environment(first_id: u128) -> Environment {
    let start = Utc.with_ymd_and_hms(2026, 11, 2, 8, 0, 0).unwrap();
    let mut minutes = 0;
    environment_at(first_id, move || {
        minutes += 1;
        start + Duration::minutes(minutes)
    })
}

pub(crate) fn environment_at(
    first_id: u128,
    now: impl FnMut() -> DateTime<Utc> + Send + 'static,
) -> Environment {
    let mut last = first_id;
    Environment {
        vem: Some("Controller".into()),
        machine: "provdator".into(),
        now: Box::new(now),
        new_id: Box::new(move || {
            last += 1;
            Uuid::from_u128(last)
        }),
        backup_dir: None,
    }
}

/// Runs async work to its end.
pub(crate) fn wait<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(work)
}

/// A command that must succeed.
pub(crate) async fn call(session: &Session, command: &str, args: Value) -> Value {
    session.call(command, args).await.unwrap_or_else(|error| panic!("{command}: {error:?}"))
}

/// Opens a file that must open.
pub(crate) async fn open(path: &Path, access: Access, environment: Environment) -> Session {
    Session::open(path, access, environment).await.unwrap_or_else(|e| panic!("{}: {e:?}", path.display()))
}

/// The request of a new plan.
pub(crate) fn new_plan() -> Value {
    json!({ "kommun": "Granköping", "namnd": "Socialnämnden", "forvaltning": "Socialförvaltningen",
        "styrmodell": "ledmot-2023", "year": 2026 })
}

/// The plan of [`Plats::with_plan`], made once.
pub(crate) fn small_plan() -> &'static [u8] {
    static MADE: OnceLock<Vec<u8>> = OnceLock::new();
    MADE.get_or_init(|| {
        let plats = Plats::new("litet");
        wait(make_small_plan(&plats.path(PLAN)));
        fs::read(plats.path(PLAN)).unwrap()
    })
}

async fn make_small_plan(path: &Path) {
    let session = Session::create(path, environment(0x1000)).await.unwrap();
    call(&session, "create_plan", new_plan()).await;
    for (nr, titel) in ["Korta kön", "Stärka anhörigstödet", "Öka kontinuiteten"].iter().enumerate() {
        let patch =
            json!({ "nr": nr.to_string(), "titel": titel, "vad": "Färre ska vänta längre än 30 dagar." });
        let id = call(&session, "create_uppdrag", patch).await["id"].clone();
        let aktivitet =
            json!({ "titel": format!("Aktivitet {nr}"), "uppdrag_id": id, "end_date": "2026-12-31" });
        let id = call(&session, "create_aktivitet", aktivitet).await["id"].clone();
        let status = json!({ "barare": { "aktivitet": id }, "period": "2026-10", "status": "forsenad",
            "kommentar": "Vakans." });
        call(&session, "set_status", status).await;
    }
    let val = json!({ "slag": "manad", "period": "2026-10" });
    let beslut = json!({ "datum": "2026-11-17", "paragraf": "62", "dnr": "2026.007 SN" });
    call(&session, "decide_rapport", json!({ "val": val, "beslut": beslut })).await;
    call(&session, "create_uppdrag", json!({ "titel": "Efter beslutet" })).await;
    session.close().await.unwrap();
}
