//! The rules of the house that a compiler does not hold: where things may stand, and what no file may say.
//! Each rule walks the tree as it is; `architecture` in the README says why.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

/// A source file, path relative to the root with forward slashes.
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// The lines outside `#[cfg(test)] mod … { }` at the end of the file, comments taken away, with line numbers.
    fn shipped_lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let end = self.text.find("#[cfg(test)]\nmod ").unwrap_or(self.text.len());
        let inline_tests = self.text[end..].contains('{');
        let shipped = if inline_tests { &self.text[..end] } else { &self.text };
        shipped.lines().enumerate().map(|(i, line)| (i + 1, code_of(line)))
    }

    fn is_test(&self) -> bool {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        name.ends_with("tests.rs")
            || name.starts_with("tests_")
            || ["/tests/", "/testing/", "/stories/"].iter().any(|folder| self.path.contains(folder))
            || self.path.starts_with("tests/")
            || self.path.contains("/benches/")
    }
}

/// A line without its comment.
fn code_of(line: &str) -> &str {
    let trimmed = line.trim_start();
    if trimmed.starts_with("//") { "" } else { line.split(" // ").next().unwrap_or(line) }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn files(folder: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = vec![];
    walk(&root().join(folder), &mut |path| {
        if endings.iter().any(|ending| path.to_string_lossy().ends_with(ending)) {
            let relative = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            found.push(Source { path: relative, text: fs::read_to_string(path).unwrap() });
        }
    });
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "no files in {folder}: the rule would hold for nothing");
    found
}

fn walk(folder: &Path, visit: &mut dyn FnMut(&Path)) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            if !["target", "node_modules", "ut", ".git"].contains(&name.as_str()) {
                walk(&path, visit);
            }
        } else {
            visit(&path);
        }
    }
}

fn rust() -> Vec<Source> {
    let mut all = files("src-tauri", &[".rs"]);
    all.extend(files("tests", &[".rs"]));
    all
}

fn must_be_empty(offences: Vec<String>, rule: &str) {
    assert!(offences.is_empty(), "{rule}:\n  {}", offences.join("\n  "));
}

#[test]
fn no_rust_file_is_longer_than_400_lines() {
    let long = rust().into_iter().filter(|f| f.text.lines().count() > 400);
    must_be_empty(
        long.map(|f| format!("{} ({})", f.path, f.text.lines().count())).collect(),
        "does each file hold one thing?",
    );
}

#[test]
fn every_rust_file_says_what_it_owns() {
    let silent = rust().into_iter().filter(|f| !f.text.starts_with("//!"));
    must_be_empty(silent.map(|f| f.path).collect(), "a module opens with //!");
}

#[test]
fn sql_stands_in_its_own_files() {
    let sql =
        ["SELECT ", "INSERT INTO", "INSERT OR", "DELETE FROM", "PRAGMA ", "CREATE TABLE", "CREATE TEMP"];
    let mut offences = vec![];
    for file in files("src-tauri", &[".rs"]).iter().filter(|f| !f.is_test()) {
        if file.path.ends_with("/sql.rs") || file.path.contains("/sql/") {
            continue;
        }
        for (number, line) in file.shipped_lines() {
            if sql
                .iter()
                .any(|word| line.contains(&format!("\"{word}")) || line.trim_start().starts_with(word))
            {
                offences.push(format!("{}:{number}: {}", file.path, line.trim()));
            }
        }
    }
    must_be_empty(offences, "SQL only in sql.rs, *.sql and schema/");
}

#[test]
fn no_step_of_the_schema_is_edited_once_files_of_it_exist() {
    let known = [
        ("001.sql", "166bd004bef49299833da309b2e80e9abf3e428ef379577e8f6e46971d0773f4"),
        ("002.sql", "7623538b71efbf6cf19ac989c01eff51b06d05f795487685d9a64bd8f90f6848"),
    ];
    let steps = files("src-tauri/core/schema", &[".sql"]);
    let found = steps.iter().map(|step| {
        let name = step.path.rsplit('/').next().unwrap();
        let hash = Sha256::digest(step.text.replace("\r\n", "\n"));
        (name, hash.iter().map(|byte| format!("{byte:02x}")).collect::<String>())
    });
    // A file is compared with the very text it was made with: one changed letter, and no earlier file opens.
    assert_eq!(
        found.collect::<Vec<_>>(),
        known.map(|(name, hash)| (name, hash.to_owned())),
        "add the next 00N.sql"
    );
}

#[test]
fn core_speaks_no_swedish_sentences() {
    let mut offences = vec![];
    // Data that is Swedish by nature: templates of styrmodeller and tables.
    let data = ["styrmodell/templates", "ekonomi/template", "inlasning/note"];
    for file in files("src-tauri/core/src", &[".rs"]).iter().filter(|f| !f.is_test()) {
        if data.iter().any(|name| file.path.contains(name)) {
            continue;
        }
        for (number, line) in file.shipped_lines() {
            let swedish = line
                .split('"')
                .skip(1)
                .step_by(2)
                .any(|text| text.contains(' ') && text.chars().any(|c| "åäöÅÄÖ".contains(c)));
            if swedish {
                offences.push(format!("{}:{number}: {}", file.path, line.trim()));
            }
        }
    }
    must_be_empty(
        offences,
        "texts for people are set in plan-api, plan-report, plan-export and the command line",
    );
}

#[test]
fn clocks_and_random_ids_stand_in_the_outermost_crate() {
    let sources = ["Utc::now", "Local::now", "SystemTime::now", "now_v7", "new_v4"];
    let mut offences = vec![];
    for file in files("src-tauri", &[".rs"]).iter().filter(|f| !f.is_test()) {
        if file.path.starts_with("src-tauri/src/") {
            continue;
        }
        for (number, line) in file.shipped_lines() {
            if sources.iter().any(|source| line.contains(source)) {
                offences.push(format!("{}:{number}: {}", file.path, line.trim()));
            }
        }
    }
    must_be_empty(offences, "time and randomness enter as parameters");
}

#[test]
fn crates_point_downward() {
    let allowed = [
        ("core", vec![]),
        ("exchange", vec!["plan-core"]),
        ("report", vec!["plan-core"]),
        ("export", vec!["plan-core", "plan-report"]),
        ("api", vec!["plan-core", "plan-exchange", "plan-report", "plan-export"]),
    ];
    let forbidden = [
        ("core", vec!["calamine", "rust_xlsxwriter", "printpdf", "tauri", "tokio"]),
        ("exchange", vec!["rusqlite", "printpdf", "tokio"]),
        ("report", vec!["rusqlite", "printpdf", "rust_xlsxwriter", "tempfile", "tokio"]),
        ("export", vec!["rusqlite", "tempfile", "tokio", "calamine"]),
        ("api", vec!["rusqlite", "printpdf", "rust_xlsxwriter", "calamine", "tauri"]),
    ];
    let mut offences = vec![];
    for ((krate, below), (_, never)) in allowed.iter().zip(&forbidden) {
        let manifest = fs::read_to_string(root().join(format!("src-tauri/{krate}/Cargo.toml"))).unwrap();
        let own =
            manifest.split("[dependencies]").nth(1).unwrap().split("[dev-dependencies]").next().unwrap();
        for line in own.lines().filter(|line| line.contains('=')) {
            let name = line.split('=').next().unwrap().trim();
            let upward = name.starts_with("plan-") && !below.contains(&name);
            if upward || never.contains(&name) {
                offences.push(format!("{krate} uses {name}"));
            }
        }
    }
    must_be_empty(offences, "direction: api → { export → report → core, exchange → core, core }");
}

#[test]
fn every_source_file_is_part_of_its_crate() {
    let mut offences = vec![];
    for file in files("src-tauri", &[".rs"]) {
        let path = Path::new(&file.path);
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let integration = file.path.contains("/tests/") || file.path.contains("/examples/");
        if integration || ["lib", "main", "build"].contains(&stem.as_str()) {
            continue;
        }
        let folder = root().join(path.parent().unwrap());
        let (module, parent) = match stem.as_str() {
            "mod" => {
                (folder.file_name().unwrap().to_string_lossy().into_owned(), folder.parent().unwrap().into())
            }
            _ => (stem, folder),
        };
        let above = ["mod.rs", "lib.rs", "main.rs"].map(|name| parent.join(name));
        let sibling = parent.with_extension("rs");
        let declared = above.iter().chain([&sibling]).any(|parent| {
            fs::read_to_string(parent)
                .is_ok_and(|text| text.lines().any(|line| line.trim().ends_with(&format!("mod {module};"))))
        });
        if !declared {
            offences.push(file.path);
        }
    }
    must_be_empty(offences, "a file nobody declares is never compiled");
}

#[test]
fn no_test_file_is_empty() {
    let empty = files("tests/tests", &[".rs"]).into_iter().filter(|f| {
        let declares_only = !f.text.contains("fn ");
        let support = declares_only || f.path.split('/').count() > 4 || f.path.ends_with("/stod.rs");
        !support && !f.text.contains("#[test]") && !f.text.contains("#[tokio::test]")
    });
    must_be_empty(empty.map(|f| f.path).collect(), "a test file without tests says ok and checks nothing");
}

#[test]
fn the_glossary_holds() {
    let glossary = fs::read_to_string(root().join("src-tauri/core/GLOSSARY.md")).unwrap();
    let never: BTreeSet<String> = glossary
        .lines()
        .filter(|line| line.starts_with('|') && line.matches('|').count() >= 5)
        .skip(2)
        .filter_map(|line| line.trim_end_matches('|').rsplit('|').next())
        .flat_map(|cell| cell.split(','))
        .map(|word| word.trim().trim_matches('`').to_lowercase())
        .filter(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_alphabetic()))
        .collect();
    assert!(never.len() >= 8, "the never-column is read: {never:?}");
    let mut offences = vec![];
    for file in files("src-tauri", &[".rs"]).iter().filter(|f| !f.is_test()) {
        for (number, line) in file.shipped_lines() {
            for part in identifier_parts(line) {
                if never.contains(&part) {
                    offences.push(format!("{}:{number}: {part} in {}", file.path, line.trim()));
                }
            }
        }
    }
    must_be_empty(offences, "one concept, one spelling (GLOSSARY.md)");
}

/// The words inside the identifiers of a line: `createGoal_list` → create, goal, list. Strings are left out.
fn identifier_parts(line: &str) -> Vec<String> {
    let code: String = line.split('"').step_by(2).collect::<Vec<_>>().join(" ");
    let mut parts = vec![String::new()];
    for c in code.chars() {
        match c {
            'A'..='Z' => parts.push(c.to_ascii_lowercase().to_string()),
            'a'..='z' => parts.last_mut().unwrap().push(c),
            _ => parts.push(String::new()),
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// `npm ci` refuses a lock file that names a platform's package and does not hold it, on every platform but the ones held.
#[test]
fn the_lock_file_holds_every_platform() {
    let text = fs::read_to_string(root().join("ui/package-lock.json")).unwrap();
    let lock: serde_json::Value = serde_json::from_str(&text).unwrap();
    let packages = lock["packages"].as_object().unwrap();
    let (mut missing, mut optional) = (vec![], 0);
    for (place, package) in packages {
        for name in package["optionalDependencies"].as_object().into_iter().flat_map(|names| names.keys()) {
            optional += 1;
            if ![format!("node_modules/{name}"), format!("{place}/node_modules/{name}")]
                .iter()
                .any(|key| packages.contains_key(key))
            {
                missing.push(format!("{place}: {name}"));
            }
        }
    }
    assert!(optional > 20, "only {optional} optional packages: the rule would hold for nothing");
    must_be_empty(missing, "pin a version that is published for all platforms and write the lock file anew");
}

#[test]
fn nothing_names_the_machine_it_was_written_on() {
    let mut offences = vec![];
    let endings = [".rs", ".md", ".toml", ".json", ".ts", ".sh", ".sql", "start", "verify", "run", ".py"];
    let machine = [["/wo", "rk/"].concat(), ["/ro", "ot/"].concat(), ["/tmp", "/w/"].concat()];
    let registries =
        [["crates", ".io/"].concat(), ["registry.", "npmjs"].concat(), ["deb.", "debian"].concat()];
    for file in files(".", &endings) {
        if file.path.ends_with("Cargo.lock") {
            continue;
        }
        for (i, line) in file.text.lines().enumerate() {
            if machine.iter().chain(&registries).any(|word| line.contains(word.as_str())) {
                let shown: String = line.trim().chars().take(120).collect();
                offences.push(format!("{}:{}: {shown}", file.path, i + 1));
            }
        }
    }
    must_be_empty(offences, "paths of a machine and registry hosts do not belong here");
}

#[test]
fn the_readme_maps_every_room() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let rooms =
        ["src-tauri/core", "exchange", "report", "export", "api", "ui", "tests", "assets", "start", "verify"];
    let missing = rooms.iter().filter(|room| !readme.contains(**room));
    must_be_empty(missing.map(|room| room.to_string()).collect(), "the README's map");
}
