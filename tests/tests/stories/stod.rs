//! What every story needs: a session whose clock and ids are given, a place for files, other people's files when they are there.
#![allow(dead_code, unreachable_pub)]
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, Duration, Utc};
use plan_api::{Access, Environment, Session, UiError, create_exempel};
use serde_json::{Value, json};
use uuid::Uuid;

/// Ids count through the whole run, so that no two sessions give the same one.
static LAST_ID: AtomicU64 = AtomicU64::new(1);

/// A clock that starts at a day and walks a minute a look; ids that count.
pub fn environment(day: &str) -> Environment {
    let mut now: DateTime<Utc> = format!("{day}T08:00:00Z").parse().unwrap();
    Environment {
        vem: Some("Verksamhetscontroller".into()),
        machine: "berattelse".into(),
        now: Box::new(move || {
            now += Duration::minutes(1);
            now
        }),
        new_id: Box::new(|| Uuid::from_u128(u128::from(LAST_ID.fetch_add(1, Ordering::Relaxed)))),
        backup_dir: None,
    }
}

/// One nämnd's plan in a folder of its own.
pub struct Story {
    pub folder: tempfile::TempDir,
    pub plan: PathBuf,
    runtime: tokio::runtime::Runtime,
}

impl Story {
    /// A new plan for 2026 with the LedMot template.
    pub fn new(day: &str) -> Story {
        let folder = tempfile::tempdir().unwrap();
        let plan = folder.path().join("namnd.vplan");
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).build().unwrap();
        let new = json!({
            "kommun": "Exempelköpings kommun",
            "namnd": "Utbildningsnämnden",
            "forvaltning": "Utbildningsförvaltningen",
            "styrmodell": "ledmot-2023",
            "year": 2026,
        });
        runtime.block_on(plan_api::create_plan(&plan, environment(day), new)).unwrap();
        Story { folder, plan, runtime }
    }

    /// Opens the file, runs the command, closes the file: every step survives a restart.
    pub fn try_call(&self, day: &str, command: &str, args: Value) -> Result<Value, UiError> {
        self.runtime.block_on(async {
            let session = Session::open(&self.plan, Access::ReadWrite, environment(day)).await?;
            let reply = session.call(command, args).await;
            session.close().await?;
            reply
        })
    }

    pub fn call(&self, day: &str, command: &str, args: Value) -> Value {
        self.try_call(day, command, args).unwrap_or_else(|error| panic!("{command}: {error:?}"))
    }
}

/// A clock that stands still and ids that count from one: what makes the example the same each time.
pub fn still() -> Environment {
    let mut last = 0u128;
    Environment {
        vem: Some("Granskare".into()),
        machine: "test".into(),
        now: Box::new(|| chrono::DateTime::from_timestamp(1_793_000_000, 0).unwrap()),
        new_id: Box::new(move || {
            last += 1;
            Uuid::from_u128(last)
        }),
        backup_dir: None,
    }
}

pub fn make_example(path: &Path) {
    runtime().block_on(create_exempel(path, still())).expect("the example is made");
}

pub fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().build().unwrap()
}

/// The example, made once for all tests.
pub fn example() -> &'static Path {
    static FILE: OnceLock<PathBuf> = OnceLock::new();
    FILE.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exempel");
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join("exempel.vplan");
        make_example(&file);
        file
    })
}

/// The folder of other people's files, when it lies beside the project (or where `RODA_TRADEN_SHARED` says).
pub fn shared(folder: &str) -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).parent()?.join("../shared");
    let root = std::env::var_os("RODA_TRADEN_SHARED").map_or(beside, PathBuf::from);
    let found = root.join("fixtures").join(folder);
    found.is_dir().then_some(found)
}

/// The words of a PDF in the layout of the page.
pub fn pdf_text(path: &Path) -> String {
    let output = Command::new("pdftotext").args(["-layout", "-enc", "UTF-8"]).arg(path).arg("-").output();
    let output = output.expect("pdftotext (package poppler-utils) is needed; ./verify installs it");
    assert!(output.status.success(), "pdftotext: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// A PDF that people are given: an accessible, archivable file without fault, and other programs agree. Those that are not
/// installed are passed over with a word, in CI never.
pub fn sound_pdf(path: &Path) {
    let bytes = std::fs::read(path).unwrap();
    assert_eq!(plan_export::check::check(&bytes).unwrap(), [], "{}", path.display());
    if let Some((said, done)) = tool("qpdf", "--check", path) {
        let sound = done && said.contains("No syntax or stream encoding errors found");
        assert!(sound, "{}: qpdf: {said}", path.display());
    }
    if let Some((said, done)) = tool("pdfinfo", "-struct-text", path) {
        assert!(done && said.contains("H1") && said.contains("Table"), "{}: pdfinfo: {said}", path.display());
    }
}

/// What another program says of a file, and whether it is content.
fn tool(name: &str, argument: &str, file: &Path) -> Option<(String, bool)> {
    match Command::new(name).arg(argument).arg(file).output() {
        Ok(output) => Some((String::from_utf8_lossy(&output.stdout).into_owned(), output.status.success())),
        Err(error) if std::env::var("CI").is_ok_and(|ci| ci == "true") => {
            panic!("{name} is needed in CI: {error}")
        }
        Err(_) => {
            say(&format!("skipped: {name} is not installed"));
            None
        }
    }
}

/// Every file below a folder.
pub fn walk(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}

/// Every PDF below a folder is sound; gives how many there are.
pub fn sound_pdfs(folder: &Path) -> usize {
    let all = walk(folder).into_iter().filter(|path| path.extension().is_some_and(|end| end == "pdf"));
    all.inspect(|path| sound_pdf(path)).count()
}

/// Says something past the test runner's capture: whether other people's files were read is part of the result.
pub fn say(line: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr(), "{line}");
}
