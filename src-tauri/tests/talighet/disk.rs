//! A disk that is full: a limit on the file's size always, a small file system of its own where one can be had.
//! Nothing is written, nothing is lost, and the same change goes in when there is room.
#![cfg(unix)]
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::json;

use crate::plats::{PLAN, Plats, alone, refusal, reply, said, skipped};

const IMPORT: [&str; 5] = ["importera", PLAN, "manga.csv", "--vem", "Controller"];

/// Rows enough for some megabytes of plan and log.
fn many_rows() -> String {
    let row = |n: usize| format!("{n};Uppdrag {n};{};Fler får stöd i tid\n", "Den är för lång. ".repeat(20));
    (100..2_100).map(row).fold("Nr;Uppdrag;Varför;Önskad effekt\n".to_owned(), |all, row| all + &row)
}

/// Runs the binary below a limit of so many blocks of 512 bytes on every file it writes.
fn limited(plats: &Plats, blocks: u64, args: &[&str], before: &str) -> Output {
    let mut command = Command::new("sh");
    command.args(["-c", &format!("{before} ulimit -f {blocks}; exec \"$@\""), "sh"]);
    command.arg(env!("CARGO_BIN_EXE_roda-traden")).args(args).current_dir(&plats.folder);
    alone(&mut command, &plats.folder);
    command.output().unwrap()
}

/// The plan as it was, sound, and ready to be written again.
fn nothing_is_lost(plats: &Plats, before: &[Vec<u8>; 3], what: &str) {
    assert!(plats.pictures() == *before, "{what}: the plan is another");
    assert_eq!(plats.done(&["kontrollera", PLAN])["hel"], json!(true), "{what}");
}

/// The blocks that a file limit counts: 512 bytes by POSIX, more in some shells.
fn blocks_of(path: &Path) -> u64 {
    fs::metadata(path).unwrap().len() / 512
}

#[test]
fn a_file_that_may_not_grow() {
    let plats = Plats::with_plan("gräns");
    fs::write(plats.path("manga.csv"), many_rows()).unwrap();
    let before = plats.pictures();
    let bytes = fs::read(plats.path(PLAN)).unwrap();
    let blocks = blocks_of(&plats.path(PLAN)) + 64;
    // Without the signal: the write itself is refused, as on a full disk.
    let output = limited(&plats, blocks, &IMPORT, "trap '' XFSZ;");
    assert!(refusal(&output, "import").contains("inte plats på disken"), "{}", said(&output));
    nothing_is_lost(&plats, &before, "limit");
    assert!(fs::read(plats.path(PLAN)).unwrap() == bytes, "the file was changed");
    assert_eq!(plats.names(), ["manga.csv", PLAN]);
    assert_eq!(reply(&plats.run(&IMPORT), "with room")["skrivet"], json!(true));
}

#[test]
fn a_program_killed_for_writing_too_much() {
    let plats = Plats::with_plan("signal");
    fs::write(plats.path("manga.csv"), many_rows()).unwrap();
    let before = plats.pictures();
    let blocks = blocks_of(&plats.path(PLAN)) + 64;
    let output = limited(&plats, blocks, &IMPORT, "ulimit -c 0;");
    assert_eq!(output.status.code(), None, "killed by the signal: {}", said(&output));
    nothing_is_lost(&plats, &before, "signal");
    assert_eq!(reply(&plats.run(&IMPORT), "with room")["skrivet"], json!(true));
    assert_eq!(plats.names(), ["manga.csv", PLAN]);
}

#[test]
fn a_new_file_that_finds_no_room_is_not_left_behind() {
    let plats = Plats::new("nytt");
    let output = limited(&plats, 16, &["exempel", PLAN], "trap '' XFSZ;");
    assert!(refusal(&output, "exempel").contains("inte plats på disken"), "{}", said(&output));
    assert_eq!(plats.names(), [""; 0]);
}

#[test]
fn a_report_that_finds_no_room() {
    let plats = Plats::with_plan("rapportplats");
    let args = ["rapport", PLAN, "--typ", "manad", "--period", "2026-10", "--till", "ut"];
    let output = limited(&plats, 16, &args, "trap '' XFSZ;");
    assert!(refusal(&output, "rapport").contains("inte plats för"), "{}", said(&output));
    assert_eq!(crate::plats::names(&plats.path("ut")), [""; 0], "half a report was left");
}

#[test]
fn a_full_disk() {
    let plats = Plats::new("disk");
    let Some(_disk) = SmallDisk::at(&plats.folder, "size=2m") else {
        return skipped("a small file system needs root and mount");
    };
    fs::write(plats.path(PLAN), crate::plats::small_plan()).unwrap();
    fs::write(plats.path("manga.csv"), many_rows()).unwrap();
    let before = plats.pictures();
    fill(&plats.path("fyllning"), 100_000);
    let said = plats.refused(&IMPORT);
    assert!(said.contains("inte plats på disken"), "{said}");
    nothing_is_lost(&plats, &before, "disk");

    fill(&plats.path("mer"), 0);
    let said = plats.refused(&["angra", PLAN, "--vem", "Controller"]);
    assert!(said.contains("inte plats på disken"), "{said}");
    let report = ["rapport", PLAN, "--typ", "manad", "--period", "2026-10", "--till", "."];
    let said = plats.refused(&report);
    assert!(said.contains("inte plats för"), "{said}");
    nothing_is_lost(&plats, &before, "disk without a byte");

    fs::remove_file(plats.path("mer")).unwrap();
    fs::remove_file(plats.path("fyllning")).unwrap();
    plats.done(&["angra", PLAN, "--vem", "Controller"]);
    assert_eq!(plats.names(), ["manga.csv", PLAN]);
}

/// Fills the disk but for so many bytes.
fn fill(path: &Path, but: u64) {
    let mut size = 0;
    let file = fs::File::create(path).unwrap();
    for step in [1 << 16, 1 << 12] {
        let block = vec![b'x'; step];
        while std::io::Write::write_all(&mut &file, &block).is_ok() {
            size += step as u64;
        }
    }
    file.set_len(size.saturating_sub(but)).unwrap();
}

/// A file system in memory, gone afterwards.
pub(crate) struct SmallDisk<'a>(&'a Path);

impl SmallDisk<'_> {
    /// `None` where it cannot be had.
    pub(crate) fn at<'a>(folder: &'a Path, options: &str) -> Option<SmallDisk<'a>> {
        let mounted =
            Command::new("mount").args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(folder).output();
        mounted.is_ok_and(|output| output.status.success()).then_some(SmallDisk(folder))
    }

    /// As a write-protected disk from now on.
    pub(crate) fn protect(&self) -> bool {
        let done = Command::new("mount").args(["-o", "remount,ro"]).arg(self.0).output();
        done.is_ok_and(|output| output.status.success())
    }
}

impl Drop for SmallDisk<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0).output();
    }
}
