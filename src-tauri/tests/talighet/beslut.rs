//! What the nämnd has decided comes out byte for byte whatever happens later; a new version says what it replaces.
use std::collections::BTreeMap;
use std::fs;
use std::io::Read;

use serde_json::{Value, json};

use crate::plats::{PLAN, Plats, names};

/// Every file of the archive, by name.
fn archive(plats: &Plats, folder: &str) -> BTreeMap<String, Vec<u8>> {
    plats.done(&["arkiv", PLAN, "--ta-ut", folder]);
    let read = |name: String| (name.clone(), fs::read(plats.path(folder).join(name)).unwrap());
    names(&plats.path(folder)).into_iter().map(read).collect()
}

fn call(plats: &Plats, command: &str, args: &Value) -> Value {
    plats.done(&["anropa", PLAN, command, &args.to_string(), "--vem", "Controller"])
}

fn decide(plats: &Plats, paragraf: &str, till: &str) -> Value {
    plats.done(&[
        "rapport",
        PLAN,
        "--typ",
        "manad",
        "--period",
        "2026-10",
        "--till",
        till,
        "--faststall",
        "2026-12-15",
        "--paragraf",
        paragraf,
        "--dnr",
        "2026.007 SN",
        "--vem",
        "Nämndsekreterare",
    ])
}

#[test]
fn decided_files_outlive_every_later_change() {
    let plats = Plats::with_plan("beslut");
    let decided = archive(&plats, "a");
    assert_eq!(decided.len(), 4);
    let plan = plats.done(&["visa", PLAN]);
    for (kind, command) in [("aktivitet", "delete_aktivitet"), ("uppdrag", "delete_uppdrag")] {
        for thing in plan[kind].as_array().unwrap() {
            call(&plats, command, &json!({ "id": thing["id"] }));
        }
    }
    call(&plats, "set_installning", &json!({ "key": "namnd", "value": "Nämnden för allt" }));
    assert!(archive(&plats, "b") == decided, "after edits");
    for _ in 0..3 {
        plats.done(&["angra", PLAN, "--vem", "Controller"]);
    }
    plats.done(&["gor-om", PLAN, "--vem", "Controller"]);
    assert!(archive(&plats, "c") == decided, "after undo");
    call(&plats, "create_verksamhetsar", &json!({ "year": 2027 }));
    let copy = json!({ "till": plats.path("kopia.vplan") });
    call(&plats, "save_copy", &copy);
    fs::rename(plats.path("kopia.vplan"), plats.path(PLAN)).unwrap();
    assert!(archive(&plats, "d") == decided, "out of a copy");
    assert_eq!(plats.done(&["kontrollera", PLAN])["hel"], json!(true));
}

#[test]
fn a_revoked_decision_is_kept_and_the_next_says_what_it_replaces() {
    let plats = Plats::with_plan("upphav");
    let first = archive(&plats, "a");
    let id = plats.done(&["arkiv", PLAN])["rapporter"][0]["id"].clone();
    call(&plats, "revoke_rapport", &json!({ "id": id, "skal": "Fel belopp i drifttabellen" }));
    let arkiv = plats.done(&["arkiv", PLAN]);
    assert!(arkiv["rapporter"][0]["lage"].as_str().unwrap().contains("Upphävd"), "{arkiv}");
    assert!(archive(&plats, "b") == first, "the revoked files are kept as they were");

    decide(&plats, "71", "ut");
    let rapporter = plats.done(&["arkiv", PLAN])["rapporter"].as_array().unwrap().clone();
    let new = rapporter.iter().find(|r| r["version"] == json!(2)).expect("a second version");
    assert_eq!(new["ersatter_id"], id);
    assert_eq!(new["lage"], json!("Fastställd 2026-12-15 §\u{a0}71"));
    let both = archive(&plats, "c");
    assert_eq!(both.len(), 8);
    assert!(first.iter().all(|(name, bytes)| both[name] == *bytes), "the first files came out changed");
    let xlsx = names(&plats.path("ut")).into_iter().find(|n| n.ends_with(".xlsx")).unwrap();
    assert!(
        texts_of(&fs::read(plats.path("ut").join(xlsx)).unwrap()).contains("Ersätter"),
        "the report says so itself"
    );
    assert!(plats.refused(&["angra", PLAN, "--vem", "C"]).contains("Fastställ"));
    assert_eq!(plats.done(&["kontrollera", PLAN])["hel"], json!(true));
}

#[test]
fn a_decided_report_is_not_decided_again_without_a_new_lock() {
    let plats = Plats::with_plan("igen");
    let before = plats.done(&["arkiv", PLAN]);
    let said = plats.refused(&[
        "rapport",
        PLAN,
        "--typ",
        "manad",
        "--period",
        "2026-10",
        "--till",
        "ut",
        "--faststall",
        "2026-12-15",
        "--paragraf",
        "71",
        "--vem",
        "C",
    ]);
    assert!(said.to_lowercase().contains("fastställd"), "{said}");
    assert_eq!(plats.done(&["arkiv", PLAN]), before);
}

#[test]
fn no_stored_name_leads_out_of_the_folder() {
    let plats = Plats::with_plan("utanfor");
    let stranger = rusqlite::Connection::open(plats.path(PLAN)).unwrap();
    stranger.execute_batch("UPDATE rapportfil SET filnamn = '../' || filnamn").unwrap();
    drop(stranger);
    let said = plats.refused(&["arkiv", PLAN, "--ta-ut", "arkiv"]);
    assert!(said.contains("kontrollera"), "{said}");
    assert!(plats.names().iter().all(|name| !name.ends_with(".pdf")), "a file came out beside the folder");
    assert_eq!(plats.run(&["kontrollera", PLAN]).status.code(), Some(1));
}

/// The texts of a workbook.
fn texts_of(workbook: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(workbook)).unwrap();
    let mut text = String::new();
    archive.by_name("xl/sharedStrings.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}
