//! What every bench needs: medians, CPU time, one line per comparison, documents and rows of any size.
#![allow(dead_code, unreachable_pub)]
pub mod content;

use std::path::{Path, PathBuf};
use std::time::Instant;

/// As in the program itself.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// `RODA_TRADEN_BENCH`: `kort` (what ./verify runs), `allt` (the full sizes and every peer), otherwise in between.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Short,
    Normal,
    Full,
}

pub fn mode() -> Mode {
    match std::env::var("RODA_TRADEN_BENCH").as_deref() {
        Ok("kort") => Mode::Short,
        Ok("allt") => Mode::Full,
        _ => Mode::Normal,
    }
}

/// The project's own folder.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// A folder on the disk that the project is built on, never a memory disk.
pub fn disk() -> tempfile::TempDir {
    tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap()
}

pub fn heading(what: &str, other: &str) {
    println!("\n{what:<58}{:>10}{other:>14}{:>8}  goal", "ours", "ratio");
}

/// Ours beside another number of the same unit.
pub fn line(what: &str, ours: f64, other: Option<f64>, goal: &str) {
    match other {
        Some(other) => println!("{what:<58}{ours:>10.4}{other:>14.4}{:>8.2}  {goal}", ours / other),
        None => println!("{what:<58}{ours:>10.4}{:>14}{:>8}  {goal}", "–", "–"),
    }
}

pub fn median(rounds: usize, mut measure: impl FnMut() -> f64) -> f64 {
    let mut times: Vec<f64> = (0..rounds).map(|_| measure()).collect();
    times.sort_by(f64::total_cmp);
    times[rounds / 2]
}

/// Two medians from rounds that take turns, so that a busy machine slows both.
pub fn medians(rounds: usize, mut ours: impl FnMut() -> f64, mut other: impl FnMut() -> f64) -> (f64, f64) {
    let (mut a, mut b): (Vec<f64>, Vec<f64>) = (0..rounds).map(|_| (ours(), other())).unzip();
    a.sort_by(f64::total_cmp);
    b.sort_by(f64::total_cmp);
    (a[rounds / 2], b[rounds / 2])
}

/// Wall seconds.
pub fn wall(work: impl FnOnce()) -> f64 {
    let clock = Instant::now();
    work();
    clock.elapsed().as_secs_f64()
}

/// CPU seconds of this thread; wall seconds where the system does not tell.
pub fn cpu(work: impl FnOnce()) -> f64 {
    let read = || -> Option<u64> {
        std::fs::read_to_string("/proc/thread-self/schedstat").ok()?.split(' ').next()?.parse().ok()
    };
    let (before, clock) = (read(), Instant::now());
    work();
    match (before, read()) {
        (Some(before), Some(after)) => (after - before) as f64 / 1e9,
        _ => clock.elapsed().as_secs_f64(),
    }
}
