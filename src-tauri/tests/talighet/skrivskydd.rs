//! A plan where nothing may be written: everything is read, every write is refused, nothing is left anywhere.
#![cfg(unix)]
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::json;

use crate::disk::SmallDisk;
use crate::plats::{PLAN, Plats, alone, refusal, reply, skipped, small_plan};

/// How the binary is run there.
type Run<'a> = &'a dyn Fn(&[&str]) -> Output;

/// All that reads works and all that writes is refused.
fn reads_but_does_not_write(folder: &Path, run: Run<'_>) {
    let before = fs::read(folder.join(PLAN)).unwrap();
    for verb in ["visa", "logg", "arkiv"] {
        reply(&run(&[verb, PLAN]), verb);
    }
    assert_eq!(reply(&run(&["kontrollera", PLAN]), "kontrollera")["hel"], json!(true));
    let write = ["anropa", PLAN, "create_uppdrag", r#"{"titel":"Nytt"}"#, "--vem", "Controller"];
    for args in [&write[..], &["angra", PLAN, "--vem", "Controller"]] {
        let said = refusal(&run(args), &format!("{args:?}"));
        assert!(said.contains("skrivskyddad") && said.contains("Inget ändrades"), "{args:?}: {said}");
    }
    assert!(fs::read(folder.join(PLAN)).unwrap() == before);
    assert_eq!(crate::plats::names(folder), [PLAN], "something was left beside the file");
}

fn mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_write_protected_folder_or_file() {
    let plats = Plats::with_plan("skydd");
    let home = Plats::new("skydd-hem");
    let run = |args: &[&str]| plats.command(args).env("HOME", &home.folder).output().unwrap();
    let file = plats.path(PLAN);
    for (path, protected, restored) in [(&file, 0o444, 0o644), (&plats.folder, 0o555, 0o755)] {
        mode(path, protected);
        reads_but_does_not_write(&plats.folder, &run);
        mode(path, restored);
    }
    plats.done(&["angra", PLAN, "--vem", "Controller"]);
}

#[test]
fn a_write_protected_disk() {
    let plats = Plats::new("skyddad-disk");
    let Some(disk) = SmallDisk::at(&plats.folder, "size=16m") else {
        return skipped("a write-protected file system needs root and mount");
    };
    fs::write(plats.path(PLAN), small_plan()).unwrap();
    if !disk.protect() {
        return skipped("the file system cannot be write-protected");
    }
    reads_but_does_not_write(&plats.folder, &|args| plats.run(args));
    let report = ["rapport", PLAN, "--typ", "manad", "--period", "2026-10", "--till", "ut"];
    assert!(plats.refused(&report).contains("Behörighet saknas"));
    assert!(plats.refused(&["exempel", "ny.vplan"]).contains("skrivskyddad"));
}

#[test]
fn anothers_folder() {
    let plats = Plats::in_folder(&std::env::temp_dir(), "annans");
    let binary = plats.path(".roda-traden");
    fs::copy(env!("CARGO_BIN_EXE_roda-traden"), &binary).unwrap();
    fs::write(plats.path(PLAN), small_plan()).unwrap();
    mode(&plats.folder, 0o755);
    let run = |args: &[&str]| {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(&binary).args(args);
        command.current_dir(&plats.folder);
        alone(&mut command, Path::new("/nonexistent"));
        command.output()
    };
    match run(&["--version"]) {
        Ok(output) if output.status.success() => {}
        _ => return skipped("being somebody else needs root and setpriv"),
    }
    // A file that one may write in a folder where no lock can be put is no better.
    for file in [0o644, 0o666] {
        mode(&plats.path(PLAN), file);
        reads_but_does_not_write(&plats.folder, &|args| run(args).unwrap());
    }
    mode(&plats.path(PLAN), 0o600);
    let said = refusal(&run(&["visa", PLAN]).unwrap(), "a file that may not be read");
    assert!(said.contains("Behörighet saknas"), "{said}");
}
