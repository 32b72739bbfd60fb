//! Reports onto names that are taken: a file that is there, open or write-protected is never touched, a free name is
//! used and said.
use std::fs;

use crate::plats::{PLAN, Plats, names, reply, said};

const PDF: &str = "manadsrapport-2026-11-socialnamnden-utkast.pdf";
const REPORT: [&str; 10] =
    ["rapport", PLAN, "--typ", "manad", "--period", "2026-11", "--format", "pdf", "--till", "ut"];

/// The name the report got, once the way it went was said.
fn written_beside(plats: &Plats) -> String {
    let output = plats.run(&REPORT);
    let files = reply(&output, "rapport");
    let name = files[0]["filnamn"].as_str().unwrap().to_owned();
    assert!(said(&output).contains("fanns redan") && said(&output).contains(&name), "{}", said(&output));
    assert!(fs::read(plats.path("ut").join(&name)).unwrap().starts_with(b"%PDF-"));
    name
}

#[test]
fn a_target_that_is_write_protected_or_open() {
    let plats = Plats::with_plan("mal");
    fs::create_dir(plats.path("ut")).unwrap();
    let target = plats.path("ut").join(PDF);
    fs::write(&target, "en äldre rapport").unwrap();
    let mut protected = fs::metadata(&target).unwrap().permissions();
    protected.set_readonly(true);
    fs::set_permissions(&target, protected).unwrap();
    let open = fs::OpenOptions::new().read(true).open(&target).unwrap();
    open.lock().unwrap();
    assert_eq!(written_beside(&plats), PDF.replace(".pdf", " (2).pdf"));
    assert_eq!(fs::read_to_string(&target).unwrap(), "en äldre rapport");
    assert_eq!(names(&plats.path("ut")).len(), 2, "a temporary file was left");
}

#[test]
fn a_folder_in_the_reports_place() {
    let plats = Plats::with_plan("malmapp");
    fs::create_dir_all(plats.path("ut").join(PDF)).unwrap();
    assert_eq!(written_beside(&plats), PDF.replace(".pdf", " (2).pdf"));
}

#[cfg(unix)]
#[test]
fn a_link_in_the_reports_place_is_not_followed() {
    let plats = Plats::with_plan("mallank");
    fs::create_dir(plats.path("ut")).unwrap();
    fs::write(plats.path("viktig.pdf"), "något annat").unwrap();
    std::os::unix::fs::symlink(plats.path("viktig.pdf"), plats.path("ut").join(PDF)).unwrap();
    written_beside(&plats);
    assert_eq!(fs::read_to_string(plats.path("viktig.pdf")).unwrap(), "något annat");
}

#[test]
fn a_file_in_the_folders_place_is_refused() {
    let plats = Plats::with_plan("malfil");
    fs::write(plats.path("ut"), "en fil").unwrap();
    let said = plats.refused(&REPORT);
    assert!(said.contains("”ut”"), "{said}");
    assert_eq!(fs::read_to_string(plats.path("ut")).unwrap(), "en fil");
}

#[test]
fn nothing_is_locked_when_the_files_cannot_be_written() {
    let plats = Plats::with_plan("malbeslut");
    fs::write(plats.path("ut"), "en fil").unwrap();
    let lock =
        ["rapport", PLAN, "--typ", "manad", "--period", "2026-11", "--till", "ut", "--las", "--vem", "C"];
    let before = plats.done(&["arkiv", PLAN]);
    plats.refused(&lock);
    assert_eq!(plats.done(&["arkiv", PLAN]), before, "refused, and locked all the same");
    fs::remove_file(plats.path("ut")).unwrap();
    plats.done(&lock);
}
