//! What the tests of the core stand on: a document in memory with a counting clock and counting ids.
#![allow(clippy::unwrap_used, clippy::expect_used)]
pub(crate) mod sql;

use std::cell::Cell;
use std::path::Path;

use chrono::{DateTime, Duration, TimeZone, Utc};
use uuid::Uuid;

use super::migration::{STEPS, Step, version};
use super::{Access, Document, Environment, opening};
use crate::error::Result;

/// 1 October 2026, 08:00 UTC: where every test's clock starts.
pub(crate) fn start() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 10, 1, 8, 0, 0).unwrap()
}

thread_local! {
    /// Per test, so that a document opened twice never meets the same id.
    static IDS: Cell<u128> = const { Cell::new(0x0190_0000_0000_7000_8000_0000_0000_0000) };
}

/// An environment whose clock goes one second per question and whose ids count up.
pub(crate) fn environment() -> Environment {
    let mut seconds = 0;
    Environment {
        vem: Some("Controller".to_owned()),
        machine: "provdator".to_owned(),
        now: Box::new(move || {
            seconds += 1;
            start() + Duration::seconds(seconds)
        }),
        new_id: Box::new(move || {
            IDS.set(IDS.get() + 1);
            Uuid::from_u128(IDS.get())
        }),
        backup_dir: None,
    }
}

/// A fresh document in memory.
pub(crate) fn document() -> Document {
    Document::create_in_memory(environment()).unwrap()
}

/// Opens a file with a program that knows one schema step more.
pub(crate) fn open_with_next(path: &Path, sql: &'static str) -> Result<Document> {
    let mut steps = STEPS.to_vec();
    steps.push(Step { sql, minsta_lasversion: version(STEPS) + 1, writes_data: false });
    opening::open_with(path, Access::ReadWrite, environment(), &steps)
}
