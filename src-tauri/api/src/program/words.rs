//! The program's own words for people: what a plan is called, where a file lies, when something was.
use std::path::{Component, Path};

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};
use plan_core::plan::{Arslage, Plan};
use plan_report::format;

use super::Filbild;
use crate::error::{self, Error, UiError};
use crate::session::Session;

/// What a plan is called.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Plannamn {
    /// "Socialförvaltningen".
    pub(super) namn: String,
    /// "Verksamhetsplan 2026".
    pub(super) rubrik: String,
}

impl Plannamn {
    /// Asks the open document.
    pub(super) async fn read(session: &Session) -> Result<Plannamn, Error> {
        session.on(|document| Ok(Plannamn::of(&*document.plan()?))).await
    }

    /// The förvaltning, and the year that is running (else the last one).
    fn of(plan: &Plan) -> Plannamn {
        let setting = |key| plan.installning.get(key).cloned().filter(|text: &String| !text.is_empty());
        let namn = setting("forvaltning").or_else(|| setting("namnd")).unwrap_or_default();
        let running = plan.verksamhetsar.iter().find(|year| year.state == Arslage::Pagar);
        let year = running.or(plan.verksamhetsar.last());
        let rubrik = year.map_or("Verksamhetsplan".to_owned(), |y| format!("Verksamhetsplan {}", y.year));
        Plannamn { namn, rubrik }
    }
}

/// Whether a command can have given the plan another name.
pub(super) fn may_rename(command: &str) -> bool {
    let names =
        ["set_installning", "create_verksamhetsar", "set_verksamhetsar", "create_plan", "undo", "redo"];
    names.contains(&command)
}

/// A file as a person knows it.
pub(super) fn file(fil: &Path, namn: &Plannamn, home: Option<&Path>, exempel: bool) -> Filbild {
    let filnamn = fil.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let stem = || fil.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    Filbild {
        fil: fil.to_owned(),
        namn: if namn.namn.is_empty() { stem() } else { namn.namn.clone() },
        rubrik: namn.rubrik.clone(),
        mapp: if exempel { "Exempel".to_owned() } else { folder(fil.parent().unwrap_or(fil), home) },
        filnamn,
        exempel,
    }
}

/// "Dokument › Planer": from the person's own folder when it lies there.
pub(super) fn folder(folder: &Path, home: Option<&Path>) -> String {
    let inner = home.and_then(|home| folder.strip_prefix(home).ok());
    let parts: Vec<String> = inner
        .unwrap_or(folder)
        .components()
        .filter_map(|part| match part {
            Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
            Component::Prefix(prefix) => Some(prefix.as_os_str().to_string_lossy().into_owned()),
            _ => None,
        })
        .collect();
    let mut parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    if inner.is_some() {
        match parts.first_mut() {
            Some(first) => *first = in_swedish(first),
            None => return "Hemmappen".to_owned(),
        }
    }
    parts.join(" › ")
}

/// The folders that a Swedish desktop calls something else than their name on the disk.
fn in_swedish(name: &str) -> &str {
    match name {
        "Documents" => "Dokument",
        "Desktop" => "Skrivbord",
        "Downloads" => "Hämtade filer",
        other => other,
    }
}

/// "i dag 14.32", "i går 16.05", "3 november", "3 november 2025".
pub(super) fn when(at: DateTime<FixedOffset>, now: DateTime<FixedOffset>) -> String {
    let at = at.with_timezone(now.offset());
    match day(at.date_naive(), now.date_naive()) {
        Some(word) => format!("{word} {}", at.format("%H.%M")),
        None => date(at.date_naive(), now.date_naive()),
    }
}

/// As [`when`], always with the time: "3 november 16.05".
pub(super) fn exactly_when(at: DateTime<FixedOffset>, now: DateTime<FixedOffset>) -> String {
    let at = at.with_timezone(now.offset());
    let (then, today) = (at.date_naive(), now.date_naive());
    let word = day(then, today).map_or_else(|| date(then, today), str::to_owned);
    format!("{word} {}", at.format("%H.%M"))
}

/// "Allt är sparat 14.32".
pub(super) fn saved(at: Option<DateTime<FixedOffset>>, now: DateTime<FixedOffset>) -> String {
    match at.map(|at| at.with_timezone(now.offset())) {
        None => "Allt är sparat".to_owned(),
        Some(at) if at.date_naive() == now.date_naive() => format!("Allt är sparat {}", at.format("%H.%M")),
        Some(at) => format!("Allt är sparat {}", when(at, now)),
    }
}

/// Why a file was not opened, with the time of its lock in words.
pub(super) fn not_opened(error: Error, now: DateTime<FixedOffset>) -> UiError {
    let since = |rfc3339: &str| match DateTime::parse_from_rfc3339(rfc3339) {
        Ok(at) => exactly_when(at, now),
        Err(_) => "en okänd tid".to_owned(),
    };
    match &error {
        Error::Core(core) => error::not_opened(core, since),
        _ => error.into(),
    }
}

/// "1,2 MB".
pub(super) fn size(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{:.1} MB", bytes as f64 / 1e6).replace('.', ","),
    }
}

fn day(at: NaiveDate, today: NaiveDate) -> Option<&'static str> {
    match today.signed_duration_since(at).num_days() {
        0 => Some("i dag"),
        1 => Some("i går"),
        _ => None,
    }
}

fn date(at: NaiveDate, today: NaiveDate) -> String {
    let words = format!("{} {}", at.day(), format::manad(at.month()));
    if at.year() == today.year() { words } else { format!("{words} {}", at.year()) }
}
