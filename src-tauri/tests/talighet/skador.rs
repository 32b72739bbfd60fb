//! Damaged copies of a plan: never a crash or a hang, and each is either reported or tells exactly what the original
//! tells. Random, but the same each time.
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};

use plan_api::{Access, Session, UiError};
use serde_json::{Value, json};

use crate::plats::{Plats, environment, names, small_plan, wait};

const COPIES: u64 = 2_000;
/// So long may one copy take; far more than any needs.
const LIMIT: Duration = Duration::from_secs(30);
const PAGE: usize = 4096;
const WORKERS: u64 = 2;
/// Where the archived files of sound copies go, and those of the others.
const SOUND: &str = "hela";
const REPORTED: &str = "skadade";

/// A small random generator (splitmix64), so that a number names a copy.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    fn byte(&mut self) -> u8 {
        self.next() as u8
    }
}

/// The damaged copy of that number, and what was done to it.
fn damaged(number: u64) -> (&'static str, Vec<u8>) {
    let mut dice = Dice(number);
    let mut bytes = small_plan().to_vec();
    let pages = bytes.len() / PAGE;
    let page = dice.below(pages) * PAGE;
    let name = match number % 10 {
        0 | 1 => {
            for _ in 0..=dice.below(8) {
                let at = dice.below(bytes.len());
                bytes[at] ^= 1 << dice.below(8);
            }
            "bits flipped"
        }
        2 => {
            bytes.truncate(dice.below(bytes.len()));
            "cut short"
        }
        3 => {
            bytes.truncate(page.max(PAGE));
            "cut at a page"
        }
        4 => {
            bytes[page..page + PAGE].fill(0);
            "page zeroed"
        }
        5 | 6 => {
            let start = if page == 0 { 100 } else { page };
            bytes[start..start + 12].iter_mut().for_each(|b| *b = dice.byte());
            "page header random"
        }
        7 => {
            for _ in 0..=dice.below(4) {
                bytes[dice.below(100)] = dice.byte();
            }
            "file header random"
        }
        8 => {
            let from = dice.below(pages) * PAGE;
            bytes.copy_within(from..from + PAGE, page);
            "page in another's place"
        }
        _ => {
            let end = (page + 1 + dice.below(600)).min(bytes.len());
            bytes[page..end].iter_mut().for_each(|b| *b = dice.byte());
            "noise"
        }
    };
    (name, bytes)
}

/// What is told of a file: its plan, its log, and the reply of taking out its archive.
type Told = [Value; 3];

/// Either what the file tells, or how it was reported.
async fn read(path: &Path, archive: &Path) -> Result<Told, &'static str> {
    let session =
        Session::open(path, Access::ReadOnly, environment(1 << 100)).await.map_err(|e| in_words(&e))?;
    let told = tell(&session, archive).await;
    session.close().await.map_err(|e| in_words(&e))?;
    told
}

async fn tell(session: &Session, archive: &Path) -> Result<Told, &'static str> {
    let call = async |name: &str, args: Value| session.call(name, args).await.map_err(|e| in_words(&e));
    let checked = call("verify", json!({})).await;
    let sound = checked.as_ref().is_ok_and(|reply| reply["hel"] == json!(true));
    // What kontrollera finds nothing in must tell what the original tells; a damaged file is asked all the same.
    let archive = archive.join(if sound { SOUND } else { REPORTED });
    let plan = call("read_plan", json!({ "period": "2026-10" })).await;
    let log = call("read_log", json!({ "limit": u32::MAX })).await;
    let files = call("extract_arkiv", json!({ "till": archive })).await;
    checked?;
    if sound { Ok([plan?, log?, files?]) } else { Err("found by kontrollera") }
}

/// The refusal's code, once it is a sentence for people and no panic.
fn in_words(error: &UiError) -> &'static str {
    assert!(error.message.ends_with('.') && !error.hint.is_empty(), "{error:?}");
    assert_ne!(error.code, "panicked", "{error:?}");
    error.code
}

/// What a copy came to.
struct Verdict {
    number: u64,
    damage: &'static str,
    outcome: Result<(), &'static str>,
}

fn try_copies(plats: &Plats, worker: u64, original: &Told, said: &mpsc::Sender<Verdict>) {
    let folder = plats.path(&format!("arbete-{worker}"));
    fs::create_dir(&folder).unwrap();
    let (path, archive) = (folder.join("kopia.vplan"), plats.path("arkiv"));
    for number in (0..COPIES).filter(|n| n % WORKERS == worker) {
        let (damage, bytes) = damaged(number);
        fs::write(&path, &bytes).unwrap();
        let outcome = wait(read(&path, &archive)).map(|told| {
            assert!(told == *original, "copy {number} ({damage}) tells something else and nobody noticed");
        });
        assert!(fs::read(&path).unwrap() == bytes, "copy {number} ({damage}) was changed by reading it");
        assert_eq!(names(&folder), ["kopia.vplan"], "copy {number} ({damage}) left something");
        said.send(Verdict { number, damage, outcome }).unwrap();
    }
}

#[test]
fn two_thousand_damaged_copies_are_reported_or_tell_the_same() {
    let plats = Plats::new("skador");
    let started = Instant::now();
    let original = wait(async {
        fs::write(plats.path("hel.vplan"), small_plan()).unwrap();
        // Once to write the files, once to see them already there: as every copy will.
        read(&plats.path("hel.vplan"), &plats.path("arkiv")).await.unwrap();
        read(&plats.path("hel.vplan"), &plats.path("arkiv")).await.unwrap()
    });
    let archive = plats.path("arkiv").join(SOUND);
    let archived = names(&archive);
    assert_eq!(archived.len(), 4, "two of the förslag, two of the decision");
    // Files that are already there are not written again: two thousand copies are not two thousand flushes of a disk.
    fs::create_dir(plats.path("arkiv").join(REPORTED)).unwrap();
    for name in &archived {
        fs::copy(archive.join(name), plats.path("arkiv").join(REPORTED).join(name)).unwrap();
    }

    let (said, heard) = mpsc::channel();
    let mut outcomes: BTreeMap<(&str, &str), u32> = BTreeMap::new();
    std::thread::scope(|scope| {
        for worker in 0..WORKERS {
            let (said, plats, original) = (said.clone(), &plats, &original);
            scope.spawn(move || try_copies(plats, worker, original, &said));
        }
        drop(said);
        let mut last = 0;
        loop {
            match heard.recv_timeout(LIMIT) {
                Ok(verdict) => {
                    last = verdict.number;
                    *outcomes
                        .entry((verdict.damage, verdict.outcome.err().unwrap_or("tells the same")))
                        .or_default() += 1;
                }
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => {
                    // A scope waits for its threads, and one of them never ends.
                    eprintln!("a copy hangs, near number {last}");
                    std::process::exit(101);
                }
            }
        }
    });
    for ((damage, outcome), count) in &outcomes {
        eprintln!("{count:5}  {damage}: {outcome}");
    }
    eprintln!("{COPIES} copies of {} kB in {:.1?}", small_plan().len() / 1000, started.elapsed());
    assert_eq!(outcomes.values().sum::<u32>(), u32::try_from(COPIES).unwrap());
    assert_eq!(names(&archive), archived, "a changed file came out of the archive");
    let same: u32 =
        outcomes.iter().filter(|((_, outcome), _)| *outcome == "tells the same").map(|(_, n)| n).sum();
    assert!(same > 0 && u64::from(same) < COPIES / 2, "{same} copies tell the same: is the damage real?");
}
