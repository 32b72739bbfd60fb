//! A plan in memory behind the command table, and sources to read into it.
use std::path::{Path, PathBuf};

use chrono::{DateTime, Duration, Utc};
use plan_api::{Environment, Session, UiError};
use serde_json::{Value, json};
use tokio::runtime::Runtime;
use uuid::Uuid;

use crate::stod::{say, shared};

/// A plan with a nämnd, a förvaltning and the year 2026; its clock stands in May 2026.
pub(crate) struct Plan {
    session: Session,
    runtime: Runtime,
}

/// Counting clock and ids: the same story gives the same file.
fn environment() -> Environment {
    let mut now: DateTime<Utc> = "2026-05-12T08:00:00Z".parse().unwrap();
    let mut ids = 0x0190_0000_0000_7000_8000_0000_0000_0000_u128;
    Environment {
        vem: Some("Controller".into()),
        machine: "provdator".into(),
        now: Box::new(move || {
            now += Duration::seconds(1);
            now
        }),
        new_id: Box::new(move || {
            ids += 1;
            Uuid::from_u128(ids)
        }),
        backup_dir: None,
    }
}

impl Plan {
    pub(crate) fn new() -> Plan {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        let session = runtime.block_on(Session::create_in_memory(environment())).unwrap();
        let plan = Plan { session, runtime };
        plan.call(
            "create_plan",
            json!({
                "kommun": "Hamnby", "namnd": "Hamnnämnden", "forvaltning": "Hamnförvaltningen",
                "styrmodell": "ledmot-2023", "year": 2026,
            }),
        );
        plan
    }

    pub(crate) fn call(&self, command: &str, args: Value) -> Value {
        self.try_call(command, args).unwrap_or_else(|error| panic!("{command}: {error:?}"))
    }

    pub(crate) fn try_call(&self, command: &str, args: Value) -> Result<Value, UiError> {
        self.runtime.block_on(self.session.call(command, args))
    }

    /// `importera FIL --period PERIOD`.
    pub(crate) fn import(&self, path: &Path, period: &str) -> Value {
        self.call("import", json!({ "kalla": { "fil": path }, "period": period }))
    }

    /// The plan as of a period.
    pub(crate) fn read(&self, period: &str) -> Value {
        self.call("read_plan", json!({ "period": period }))
    }

    /// How many change sets the log holds.
    pub(crate) fn log_length(&self) -> usize {
        self.call("read_log", json!({}))["poster"].as_array().map_or(0, Vec::len)
    }
}

/// `[tagna, anmarkningar, vagrade, overhoppade]` of an import.
pub(crate) fn counts(reply: &Value) -> [u64; 4] {
    ["tagna", "anmarkningar", "vagrade", "overhoppade"].map(|name| reply[name].as_u64().unwrap())
}

/// The rows of one kind of table.
pub(crate) fn rows<'r>(reply: &'r Value, slag: &str) -> Vec<&'r Value> {
    reply["rader"].as_array().unwrap().iter().filter(|r| r["slag"] == slag).collect()
}

/// The row that stood at a place in the source.
pub(crate) fn row<'r>(reply: &'r Value, slag: &str, rad: u64) -> &'r Value {
    rows(reply, slag).into_iter().find(|r| r["rad"] == rad).unwrap_or_else(|| panic!("no row {rad}"))
}

/// The remarks of a row that ask for attention, as data.
pub(crate) fn remarks(row: &Value) -> Vec<&Value> {
    let all = row["anmarkningar"].as_array().unwrap();
    all.iter().filter(|a| a["grad"] == "anmarkning").map(|a| &a["uppgift"]).collect()
}

/// A file in a folder that is gone when the test is over.
pub(crate) fn file(name: &str, bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    (folder, path)
}

/// The real papers; `None`, with a line in the output, where they are not at hand.
pub(crate) fn papers() -> Option<PathBuf> {
    let folder = shared("bun-2026").filter(|folder| folder.join("EXPECTED.json").exists());
    if folder.is_none() {
        say("skipped: the shared papers are not here");
    }
    folder
}
