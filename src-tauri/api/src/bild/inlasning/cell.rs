//! A cell of the source: what stands there, what it changes in the plan, how it was read, and what is wrong with it.
use plan_core::belopp::{Ore, Tal};
use plan_core::inlasning::{Andring, Grad, Innehall, Rad, Radutfall, Vagran};
use plan_core::matetal::{Frekvens, Matetalsart, Riktning, Saknas};
use plan_core::uppfoljning::Status;
use plan_exchange::{Cellbild, Kolumnbild};
use plan_report::format;
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use super::rad::Rader;
use crate::texts::inlasning as said;

/// A cell: as it stands, or with what there is to say of it.
#[derive(Debug, Serialize, TS)]
#[serde(untagged)]
pub enum Inlasningscell {
    Text(String),
    Rik(Box<Rikcell>),
}

/// A cell with something to say.
#[derive(Debug, Default, Serialize, TS)]
pub struct Rikcell {
    /// As it is shown where nothing changes.
    pub text: String,
    /// The status it was read as.
    pub status: Option<Status>,
    /// What the plan has and the import changes.
    pub fran: Option<Cellord>,
    pub till: Option<Cellord>,
    /// How it was read ("läses som 2026-06-30").
    pub anm: Option<String>,
    pub fel: Option<Cellfel>,
    /// What stands in the source, to be mended.
    pub kalla: String,
    /// Mended by hand.
    pub rattad: bool,
}

/// A value in words, and as a status where it is one.
#[derive(Debug, Serialize, TS)]
pub struct Cellord {
    pub text: String,
    pub status: Option<Status>,
}

/// What is wrong with a cell.
#[derive(Debug, Serialize, TS)]
pub struct Cellfel {
    /// The row is refused for it; otherwise it is taken all the same.
    pub vagrad: bool,
    /// "Juni har 30 dagar".
    pub text: String,
    /// "Rätta datum".
    pub ratta: String,
}

/// The cells of a row, one for each column.
pub(super) fn of(
    rader: &Rader<'_>,
    utfall: &Radutfall,
    (read, cells): (Option<&Rad>, &[Cellbild]),
) -> Vec<Inlasningscell> {
    let one = |kolumn: &Kolumnbild| {
        let source = cells.iter().find(|cell| cell.kolumn == kolumn.kolumn);
        cell(rader, utfall, (kolumn, read, source))
    };
    rader.bild.kolumner.iter().map(one).collect()
}

fn cell(
    rader: &Rader<'_>,
    utfall: &Radutfall,
    (kolumn, read, source): (&Kolumnbild, Option<&Rad>, Option<&Cellbild>),
) -> Inlasningscell {
    let kalla = source.map_or_else(String::new, |cell| cell.text.clone());
    let rattad = rader.mended.contains(&(utfall.rad, kolumn.kolumn));
    let Some(falt) = kolumn.falt.as_deref() else { return Inlasningscell::Text(kalla) };
    let change = utfall.andringar.iter().find(|andring| is_of(&andring.falt, falt));
    let status = (falt == "status").then(|| read.and_then(status_of)).flatten();
    let rich = Rikcell {
        text: status.map_or_else(|| shown(falt, source), |s| format::status(rader.installning, s)),
        status,
        fran: change.and_then(|c| word(rader, c, &c.fran)),
        till: change.and_then(|c| word(rader, c, &c.till)),
        anm: note(utfall, falt, status.map(|s| format::status(rader.installning, s))),
        fel: wrong(utfall, falt),
        kalla: kalla.clone(),
        rattad,
    };
    let plain =
        rich.status.is_none() && rich.till.is_none() && rich.anm.is_none() && rich.fel.is_none() && !rattad;
    if plain { Inlasningscell::Text(rich.text) } else { Inlasningscell::Rik(Box::new(rich)) }
}

/// Whether a change of a field shows in a column. They are named alike but for these.
fn is_of(changed: &str, column: &str) -> bool {
    let name = |falt: &'_ str| falt.split_once('.').map_or(falt.to_owned(), |(name, _)| name.to_owned());
    changed == column
        || matches!(
            (changed, column),
            ("ansvarig", "ansvariga") | ("year_from" | "year_to" | "period_text", "period_text")
        )
        || changed.strip_prefix("malvarde.").is_some_and(|p| column.strip_prefix("malvarden.") == Some(p))
        || !column.contains('.')
            && matches!(column, "budget" | "utfall_ack" | "prognos")
            && name(changed) == column
}

fn status_of(rad: &Rad) -> Option<Status> {
    match &rad.innehall {
        Innehall::Aktivitet(row) => row.status.as_ref()?.status,
        Innehall::Uppdrag(row) => row.status.as_ref()?.status,
        _ => None,
    }
}

/// Whether a field holds amounts or measured values.
pub(super) fn is_amount(falt: &str) -> bool {
    let name = falt.split_once('.').map_or(falt, |(name, _)| name);
    matches!(
        name,
        "budget" | "utfall_ack" | "prognos" | "tryckt_avvikelse" | "utfall" | "malvarden" | "kostnad"
    )
}

/// A number of money or of a measure is grouped; a code or a year is not.
fn shown(falt: &str, source: Option<&Cellbild>) -> String {
    let Some(cell) = source else { return String::new() };
    match cell.tal {
        Some(tal) if is_amount(falt) && !cell.text.contains('%') => {
            Tal::from_f64(tal).map_or_else(|| cell.text.clone(), own_decimals)
        }
        Some(tal) if falt == "fardiggrad" && !cell.text.contains('%') => share(tal),
        _ => cell.text.clone(),
    }
}

/// With the decimals it has, at most two.
fn own_decimals(tal: Tal) -> String {
    let decimals = [0, 1].into_iter().find(|d| tal.0 % 10i64.pow(6 - d) == 0).unwrap_or(2);
    format::tal(tal, u8::try_from(decimals).unwrap_or(2))
}

/// 0.5 and 50 are both half, as the engine reads them.
fn share(value: f64) -> String {
    let percent = if value <= 1.0 { value * 100.0 } else { value };
    if (0.0..=100.0).contains(&percent) { format::procent(percent.round() as u8) } else { value.to_string() }
}

fn note(utfall: &Radutfall, falt: &str, label: Option<String>) -> Option<String> {
    let said = utfall.anmarkningar.iter().filter_map(said::in_cell).find(|(of, _)| *of == falt);
    // "pågår enligt plan" in the file is no news beside Pågår enligt plan.
    let same = |text: &str| label.as_ref().is_some_and(|l| text.to_lowercase().contains(&l.to_lowercase()));
    said.map(|(_, text)| text).filter(|text| !same(text))
}

fn wrong(utfall: &Radutfall, falt: &str) -> Option<Cellfel> {
    let of = |vagrad, text| Some(Cellfel { vagrad, text, ratta: said::mend(falt).to_owned() });
    if let Some(vagran) = &utfall.vagran {
        return refused_field(vagran).filter(|of| *of == falt).and_then(|_| of(true, said::refused(vagran)));
    }
    let serious = utfall.anmarkningar.iter().filter(|a| a.grad() == Grad::Anmarkning);
    let (_, text) = serious.filter_map(said::wrong_cell).find(|(of, _)| *of == falt)?;
    of(false, text)
}

fn refused_field(vagran: &Vagran) -> Option<&str> {
    match vagran {
        Vagran::SaknarTitel { falt }
        | Vagran::Formelfel { falt, .. }
        | Vagran::ForLang { falt, .. }
        | Vagran::InteTal { falt, .. }
        | Vagran::Regel { falt, .. } => Some(falt),
        Vagran::Tvetydig { .. }
        | Vagran::Dubblett { .. }
        | Vagran::SaknarPeriod
        | Vagran::StangtAr { .. } => None,
    }
}

/// A value of a change in words; `None` for nothing.
fn word(rader: &Rader<'_>, andring: &Andring, value: &Value) -> Option<Cellord> {
    let status = value.as_str().filter(|_| andring.falt == "status").and_then(Status::parse);
    let text = match status {
        Some(status) => format::status(rader.installning, status),
        None => value_words(&andring.falt, value)?,
    };
    Some(Cellord { text, status })
}

fn value_words(falt: &str, value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) if text.is_empty() => None,
        Value::String(text) if text == "tom" && falt.contains('.') => Some("Tom".to_owned()),
        Value::String(text) => Some(code(falt, text).unwrap_or_else(|| text.clone())),
        Value::Number(number) => Some(number_words(falt, number)),
        Value::Array(all) => {
            let words: Vec<&str> = all.iter().filter_map(Value::as_str).collect();
            (!words.is_empty()).then(|| words.join("; "))
        }
        Value::Object(fields) => {
            let ore = fields.get("ore").and_then(Value::as_i64).map(|ore| format::belopp_tkr(Ore(ore)));
            let tal = || fields.get("tal").and_then(Value::as_f64).and_then(Tal::from_f64).map(own_decimals);
            let why =
                || fields.get("saknas").and_then(Value::as_str).and_then(Saknas::parse).map(format::saknas);
            ore.or_else(tal).or_else(|| why().map(str::to_owned))
        }
        Value::Bool(yes) => Some(if *yes { "Ja" } else { "Nej" }.to_owned()),
    }
}

fn number_words(falt: &str, number: &serde_json::Number) -> String {
    match (falt, number.as_i64()) {
        ("fardiggrad", Some(value)) => {
            u8::try_from(value).map_or_else(|_| value.to_string(), format::procent)
        }
        ("kostnad", Some(ore)) => format::belopp_tkr(Ore(ore)),
        (_, Some(value)) => value.to_string(),
        _ => number.to_string().replace('.', ","),
    }
}

fn code(falt: &str, text: &str) -> Option<String> {
    let word = match falt {
        "riktning" => format::riktning(Riktning::parse(text)?),
        "frekvens" => format::frekvens(Frekvens::parse(text)?),
        "art" => match Matetalsart::parse(text)? {
            Matetalsart::Nyckeltal => "Nyckeltal",
            Matetalsart::Indikator => "Indikator",
        },
        _ => return None,
    };
    Some(word.to_owned())
}
