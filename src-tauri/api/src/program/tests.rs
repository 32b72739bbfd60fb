//! The program through its one door: opening, losing, copying and restoring files; what is remembered.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use chrono::{DateTime, FixedOffset};
use serde_json::{Value, json};
use uuid::Uuid;

use super::settings::FILE;
use super::words;
use crate::{Program, Surroundings, UiError, Watch};

/// A folder with a person's things in it, and a clock that is turned by hand.
struct Case {
    folder: tempfile::TempDir,
    clock: Arc<AtomicI64>,
    ids: Arc<AtomicU64>,
}

const NOW: &str = "2026-11-03T14:32:00+01:00";

fn time(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

impl Case {
    fn new() -> Case {
        let clock = Arc::new(AtomicI64::new(time(NOW).timestamp()));
        Case { folder: tempfile::tempdir().unwrap(), clock, ids: Arc::new(AtomicU64::new(1)) }
    }

    fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn turn(&self, text: &str) {
        self.clock.store(time(text).timestamp(), Ordering::Relaxed);
    }

    fn program(&self) -> Program {
        let (clock, ids) = (self.clock.clone(), self.ids.clone());
        Program::new(Surroundings {
            settings_dir: Some(self.at("config")),
            backup_dir: Some(self.at("kopior")),
            data_dir: self.at("data"),
            planer_dir: self.at("Documents/Planer"),
            home: Some(self.folder.path().to_owned()),
            machine: "provdator".into(),
            vem: None,
            now: Arc::new(move || {
                let at = DateTime::from_timestamp(clock.load(Ordering::Relaxed), 0).unwrap();
                at.with_timezone(time(NOW).offset())
            }),
            new_id: Arc::new(move || Uuid::from_u128(u128::from(ids.fetch_add(1, Ordering::Relaxed)))),
        })
    }
}

async fn call(program: &Program, name: &str, args: Value) -> Result<Value, UiError> {
    program.call(name, args, Watch::default()).await
}

async fn ok(program: &Program, name: &str, args: Value) -> Value {
    call(program, name, args).await.unwrap_or_else(|error| panic!("{name}: {error:?}"))
}

fn plan() -> Value {
    json!({ "kommun": "Granköping", "namnd": "Socialnämnden", "forvaltning": "Socialförvaltningen",
        "styrmodell": "ledmot-2023", "year": 2026 })
}

/// A new plan, with somebody who writes.
async fn opened(case: &Case, program: &Program) -> PathBuf {
    let fil = case.at("Documents/Planer/plan.vplan");
    ok(program, "create_plan_file", json!({ "fil": fil, "plan": plan() })).await;
    ok(program, "set_vem", json!({ "befattning": "Controller", "ny": true })).await;
    fil
}

#[tokio::test]
async fn with_nothing_open_a_plans_command_is_refused_in_words() {
    let case = Case::new();
    let program = case.program();
    assert_eq!(call(&program, "read_plan", json!({})).await.unwrap_err().code, "no_plan");
    assert_eq!(call(&program, "finns_inte", json!({})).await.unwrap_err().code, "unknown_command");
    let state = ok(&program, "read_program", json!({})).await;
    assert_eq!((&state["fil"], &state["sparat"], &state["zoom"]), (&Value::Null, &json!(""), &json!(100)));
}

#[tokio::test]
async fn a_new_plan_is_open_named_and_remembered() {
    let case = Case::new();
    let program = case.program();
    let proposed = ok(&program, "propose_file", json!({ "plan": plan() })).await;
    assert_eq!(proposed["fil"], json!(case.at("Documents/Planer/Socialförvaltningen 2026.vplan")));
    let fil = opened(&case, &program).await;
    let state = ok(&program, "read_program", json!({})).await;
    assert_eq!(state["fil"]["namn"], "Socialförvaltningen");
    assert_eq!(state["fil"]["rubrik"], "Verksamhetsplan 2026");
    assert_eq!(state["fil"]["mapp"], "Dokument › Planer");
    assert_eq!(state["sparat"], "Allt är sparat 14.32");
    assert_eq!(state["vem"], "Controller");
    ok(&program, "set_program", json!({ "plats": { "screen": "ekonomi" }, "utseende": "mork", "zoom": 999 }))
        .await;
    let again = call(&program, "create_plan_file", json!({ "fil": fil, "plan": plan() })).await;
    assert_eq!(again.unwrap_err().code, "file_exists");
    program.close().await.unwrap();

    case.turn("2026-11-04T08:00:00+01:00");
    let next = case.program();
    let recent = ok(&next, "list_senaste", json!({})).await;
    assert_eq!(recent["filer"][0]["nar"], "i går 14.32");
    let state = ok(&next, "open_plan", json!({ "fil": fil })).await;
    assert_eq!((&state["vem"], &state["plats"]["screen"]), (&json!("Controller"), &json!("ekonomi")));
    assert_eq!((&state["utseende"], &state["zoom"]), (&json!("mork"), &json!(400)));
    next.close().await.unwrap();
}

#[tokio::test]
async fn a_plan_that_cannot_be_made_says_so_before_a_place_is_chosen() {
    let case = Case::new();
    let program = case.program();
    let mut wrong = plan();
    wrong["namnd"] = json!(" ");
    let error = call(&program, "propose_file", json!({ "plan": wrong })).await.unwrap_err();
    assert_eq!((error.code, error.field), ("required", Some("namnd")));
}

#[tokio::test]
async fn the_first_write_needs_to_know_who() {
    let case = Case::new();
    let program = case.program();
    let fil = case.at("plan.vplan");
    ok(&program, "create_plan_file", json!({ "fil": fil, "plan": plan() })).await;
    let write = json!({ "titel": "Korta kön" });
    assert_eq!(call(&program, "create_uppdrag", write.clone()).await.unwrap_err().code, "vem_required");
    let nobody = call(&program, "set_vem", json!({ "befattning": "  ", "ny": true })).await.unwrap_err();
    assert_eq!(nobody.field, Some("titel"));
    assert_eq!(ok(&program, "read_program", json!({})).await["vem"], Value::Null);
    ok(&program, "set_vem", json!({ "befattning": "Enhetschef", "ny": true })).await;
    ok(&program, "create_uppdrag", write).await;
    assert_eq!(ok(&program, "list_vem", json!({})).await["befattningar"], json!(["Enhetschef"]));
    program.close().await.unwrap();
}

#[tokio::test]
async fn a_file_open_elsewhere_is_said_by_whom_and_a_copy_can_be_opened() {
    let case = Case::new();
    let first = case.program();
    let fil = opened(&case, &first).await;
    first.close().await.unwrap();
    ok(&first, "open_plan", json!({ "fil": fil })).await;
    let second = case.program();
    let error = call(&second, "open_plan", json!({ "fil": fil })).await.unwrap_err();
    assert_eq!(error.code, "locked");
    assert!(error.message.contains("Controller på provdator sedan i dag 14.32"), "{}", error.message);
    let copy = ok(&second, "open_copy", json!({ "fil": fil })).await;
    assert_eq!(copy["fil"]["filnamn"], "plan (kopia).vplan");
    second.close().await.unwrap();
    first.close().await.unwrap();
}

#[tokio::test]
async fn what_cannot_be_opened_leaves_the_open_plan_open() {
    let case = Case::new();
    let program = case.program();
    let fil = opened(&case, &program).await;
    let damaged = case.at("skadad.vplan");
    fs::write(&damaged, &fs::read(&fil).unwrap()[..5_000]).unwrap();
    let error = call(&program, "open_plan", json!({ "fil": damaged })).await.unwrap_err();
    assert_eq!(error.code, "truncated");
    assert_eq!(ok(&program, "read_program", json!({})).await["fil"]["fil"], json!(fil));
    ok(&program, "create_uppdrag", json!({ "titel": "Korta kön" })).await;
    program.close().await.unwrap();
}

#[tokio::test]
async fn a_file_that_disappears_is_said_and_the_work_can_be_saved_elsewhere() {
    let case = Case::new();
    let program = case.program();
    let fil = opened(&case, &program).await;
    ok(&program, "create_uppdrag", json!({ "titel": "Korta kön" })).await;
    fs::rename(&fil, case.at("bort.vplan")).unwrap();
    fs::remove_file(case.at("bort.vplan")).unwrap();
    for _ in 0..2 {
        let error = call(&program, "create_uppdrag", json!({ "titel": "Förlorat" })).await.unwrap_err();
        assert_eq!(error.code, "gone", "{error:?}");
    }
    let till = case.at("annan.vplan");
    ok(&program, "save_copy", json!({ "till": till })).await;
    let state = ok(&program, "open_plan", json!({ "fil": till })).await;
    assert_eq!(state["fil"]["filnamn"], "annan.vplan");
    ok(&program, "set_vem", json!({ "befattning": "Controller", "ny": false })).await;
    ok(&program, "create_uppdrag", json!({ "titel": "Går vidare" })).await;
    let recent = ok(&program, "list_senaste", json!({})).await;
    assert_eq!((&recent["filer"][0]["finns"], &recent["filer"][1]["finns"]), (&json!(true), &json!(false)));
    let recent = ok(&program, "forget_senaste", json!({ "fil": fil })).await;
    assert_eq!(recent["filer"].as_array().unwrap().len(), 1);
    program.close().await.unwrap();
}

#[tokio::test]
async fn another_file_in_the_same_place_is_not_written() {
    let case = Case::new();
    let program = case.program();
    let fil = opened(&case, &program).await;
    let other = case.at("annan.vplan");
    fs::copy(&fil, &other).unwrap();
    let before = fs::read(&other).unwrap();
    fs::rename(&other, &fil).unwrap();
    assert_eq!(call(&program, "create_uppdrag", json!({ "titel": "X" })).await.unwrap_err().code, "gone");
    assert_eq!(fs::read(&fil).unwrap(), before);
    program.close().await.ok();
}

#[tokio::test]
async fn a_dropped_plan_is_opened_as_a_copy_and_anything_else_is_refused() {
    let case = Case::new();
    let program = case.program();
    let fil = opened(&case, &program).await;
    program.close().await.unwrap();
    let drop = json!({ "namn": "släppt.vplan", "bytes": base64(&fs::read(&fil).unwrap()) });
    let state = ok(&program, "open_bytes", drop).await;
    assert_eq!(state["fil"]["fil"], json!(case.at("Documents/Planer/släppt.vplan")));
    let other = json!({ "namn": "brev.docx", "bytes": base64(b"Hej!") });
    assert_eq!(call(&program, "open_bytes", other).await.unwrap_err().code, "not_a_plan");
    assert_eq!(fs::read_dir(case.at("Documents/Planer")).unwrap().count(), 3, "plan, copy and its lock");
    program.close().await.unwrap();
}

#[tokio::test]
async fn a_backup_tells_what_it_holds_and_comes_back_as_a_new_file() {
    let case = Case::new();
    let program = case.program();
    let fil = opened(&case, &program).await;
    ok(&program, "create_uppdrag", json!({ "titel": "Korta kön" })).await;
    case.turn("2026-11-05T09:00:00+01:00");
    ok(&program, "create_uppdrag", json!({ "titel": "Ett till" })).await;
    let list = ok(&program, "list_sakerhetskopia", json!({})).await;
    let newest = &list["kopior"][0];
    assert_eq!(newest["nar"], "i dag 09.00");
    assert_eq!(newest["hel"], true);
    assert_eq!(newest["innehall"], "0 mål, 1 uppdrag, 0 aktiviteter, 0 mätetal");
    assert_eq!(newest["senast"], "Lägg till uppdrag: Korta kön");
    assert_eq!(newest["av"], "Controller, 3 november 14.32");

    let state = ok(&program, "restore_sakerhetskopia", json!({ "fil": newest["fil"] })).await;
    assert_eq!(state["fil"]["filnamn"], "plan (återställd 2026-11-05 09.00).vplan");
    assert!(fil.exists());
    assert_eq!(uppdrag(&program).await, 1);
    ok(&program, "open_plan", json!({ "fil": fil })).await;
    assert_eq!(uppdrag(&program).await, 2);

    // A file that no longer opens still has its backups, found by its name.
    program.close().await.unwrap();
    fs::write(&fil, b"").unwrap();
    let list = ok(&program, "list_sakerhetskopia", json!({ "fil": fil })).await;
    assert!(!list["kopior"].as_array().unwrap().is_empty());
    let stranger = json!({ "fil": case.at("Documents/Planer/plan.vplan") });
    assert_eq!(call(&program, "restore_sakerhetskopia", stranger).await.unwrap_err().code, "file_not_found");
}

#[tokio::test]
async fn each_example_is_a_fresh_one() {
    let case = Case::new();
    let program = case.program();
    let first = ok(&program, "open_exempel", json!({})).await["fil"].clone();
    let second = ok(&program, "open_exempel", json!({})).await["fil"].clone();
    assert_ne!(first["fil"], second["fil"]);
    assert_eq!((&second["exempel"], &second["namn"]), (&json!(true), &json!("Socialförvaltningen")));
    program.close().await.unwrap();
}

#[tokio::test]
async fn a_damaged_settings_file_only_loses_what_is_damaged() {
    let case = Case::new();
    fs::create_dir_all(case.at("config")).unwrap();
    let file = case.at("config").join(FILE);
    for text in ["", "[1]", "{", "\u{0}"] {
        fs::write(&file, text).unwrap();
        assert_eq!(ok(&case.program(), "read_program", json!({})).await["utseende"], "system", "{text:?}");
    }
    fs::write(&file, r#"{"utseende":"mork","zoom":"stor","filer":[{"fil":1},{"fil":"/a.vplan","at":"2026-11-01T10:00:00Z"}]}"#)
        .unwrap();
    let program = case.program();
    let state = ok(&program, "read_program", json!({})).await;
    assert_eq!((&state["utseende"], &state["zoom"]), (&json!("mork"), &json!(100)));
    let recent = ok(&program, "list_senaste", json!({})).await;
    assert_eq!(recent["filer"].as_array().unwrap().len(), 1);
    assert_eq!(recent["filer"][0]["fil"]["namn"], "a");
}

#[test]
fn times_and_folders_are_said_as_people_say_them() {
    let now = time(NOW);
    let said = |at: &str| words::when(time(at), now);
    assert_eq!(said("2026-11-03T09:05:00+01:00"), "i dag 09.05");
    assert_eq!(said("2026-11-02T22:30:00Z"), "i går 23.30");
    assert_eq!(said("2026-10-14T10:00:00+02:00"), "14 oktober");
    assert_eq!(said("2025-12-24T10:00:00+01:00"), "24 december 2025");
    assert_eq!(words::saved(Some(time("2026-11-02T16:05:00+01:00")), now), "Allt är sparat i går 16.05");
    let home = Path::new("/home/karin");
    let folder = |path: &str| words::folder(Path::new(path), Some(home));
    assert_eq!(folder("/home/karin/Documents/Planer"), "Dokument › Planer");
    assert_eq!(folder("/home/karin"), "Hemmappen");
    assert_eq!(folder("/media/usb"), "media › usb");
    assert_eq!(words::size(999), "1 kB");
    assert_eq!(words::size(1_240_000), "1,2 MB");
}

async fn uppdrag(program: &Program) -> usize {
    let plan = ok(program, "read_plan", json!({})).await;
    plan["uppdrag"].as_array().unwrap().len()
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let word =
            group.iter().fold(0u32, |word, &byte| word << 8 | u32::from(byte)) << (8 * (3 - group.len()));
        for place in 0..4 {
            let letter = LETTERS[(word >> (18 - 6 * place) & 63) as usize] as char;
            text.push(if place <= group.len() { letter } else { '=' });
        }
    }
    text
}

#[tokio::test]
async fn copies_can_be_cancelled_and_leave_nothing() {
    let case = Case::new();
    let program = case.program();
    let fil = opened(&case, &program).await;
    let kopia = ok(&program, "backup", json!({})).await["fil"].clone();
    let there = || {
        let folders = ["Documents/Planer", "kopior"].map(|folder| fs::read_dir(case.at(folder)).unwrap());
        folders.into_iter().flatten().map(|entry| entry.unwrap().path()).collect::<Vec<_>>()
    };
    let before = there();
    let copies = [
        ("save_copy", json!({ "till": case.at("Documents/Planer/kopia.vplan") })),
        ("backup", json!({})),
        ("open_copy", json!({ "fil": fil })),
        ("restore_sakerhetskopia", json!({ "fil": kopia })),
    ];
    for (name, args) in copies {
        let watch = Watch::default();
        watch.cancel();
        assert_eq!(program.call(name, args, watch).await.unwrap_err().code, "cancelled", "{name}");
    }
    assert_eq!(there(), before);
    assert_eq!(ok(&program, "read_program", json!({})).await["fil"]["fil"], json!(fil));
    program.close().await.unwrap();
}

#[tokio::test]
async fn a_copy_takes_another_files_place_only_when_that_is_said() {
    let case = Case::new();
    let program = case.program();
    let fil = opened(&case, &program).await;
    let till = case.at("annan.pdf");
    fs::write(&till, "en annan fil").unwrap();
    let refused = call(&program, "save_copy", json!({ "till": till })).await.unwrap_err();
    assert_eq!(refused.code, "file_exists");
    ok(&program, "save_copy", json!({ "till": till, "ersatt": true })).await;
    assert!(fs::read(&till).unwrap().starts_with(b"SQLite format 3"));
    let own = call(&program, "save_copy", json!({ "till": fil, "ersatt": true })).await.unwrap_err();
    assert_eq!(own.code, "file_exists");
    program.close().await.unwrap();
}
