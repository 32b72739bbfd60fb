//! A sheet of the source: what it is read as, its columns with the fields they can be read as, its rows and their counts.

use foldhash::{HashMap, HashSet};
use plan_core::inlasning::{Grad, Rad, Radutfall, Tabellslag, Utslag};
use plan_exchange::{Bladbild, Cellbild, Kolumnbild, Olast, Skal, fields};
use plan_report::format;
use serde::Serialize;
use ts_rs::TS;

use super::rad::{self, Inlasningsrad};
use super::{KINDS, Underlag, cell};
use crate::error::sheet;
use crate::texts::inlasning as said;

/// Rows of a sheet that are sent; refused rows are sent however many there are.
const MOST_ROWS: usize = 10_000;
/// Rows shown of a sheet that is not read.
const MOST_UNREAD_ROWS: usize = 200;

/// A sheet.
#[derive(Debug, Serialize, TS)]
pub struct Inlasningsblad {
    pub blad: String,
    /// "42 rader", "läses inte".
    pub antal: String,
    /// What it is read as; `None`: it is not read.
    pub slag: Option<Tabellslag>,
    /// Why it is not read.
    pub skal: Option<String>,
    /// Whether a person can say what it holds.
    pub kan_valjas: bool,
    /// What it can be read as; an empty value: not at all.
    pub slagval: Vec<Falttval>,
    /// "Rubrikerna står på rad 3".
    pub rubriker: Option<String>,
    pub rubrikrad: Option<u32>,
    pub rubrikrader: Vec<Rubrikval>,
    pub kolumner: Vec<Inlasningskolumn>,
    pub chips: Vec<Inlasningschip>,
    pub rader: Vec<Inlasningsrad>,
    /// That not every row is shown, where that is so.
    pub avkortad: Option<String>,
}

/// A choice: what is sent, and its word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Falttval {
    pub varde: String,
    pub ord: String,
}

/// A row that may hold the headings.
#[derive(Debug, Serialize, TS)]
pub struct Rubrikval {
    pub rad: u32,
    /// "Rad 3: Nr · Aktivitet · Läge".
    pub ord: String,
}

/// A column of the source.
#[derive(Debug, Serialize, TS)]
pub struct Inlasningskolumn {
    /// 0-based in the sheet.
    pub kolumn: u32,
    /// The file's heading, or the column's letter.
    pub rubrik: String,
    /// The field it is read as; empty: it is not read.
    pub falt: String,
    pub val: Vec<Falttval>,
    /// Whether it holds amounts or measured values.
    pub tal: bool,
}

/// Rows with a verdict, to count and to show alone.
#[derive(Debug, Serialize, TS)]
pub struct Inlasningschip {
    /// `None`: every row.
    pub utslag: Option<Utslag>,
    /// Rows with a remark, whatever their verdict.
    pub anmarkning: bool,
    pub antal: usize,
    /// "5 000".
    pub text: String,
    /// "ändrade".
    pub ord: String,
}

/// The sheet with its verdicts.
pub(super) fn of(made: &Underlag<'_>, bild: &Bladbild) -> Inlasningsblad {
    let utfall: Vec<&Radutfall> = made.utfall.rader.iter().filter(|r| r.blad == bild.blad).collect();
    let kolumner = columns(bild);
    let rader = match bild.skal {
        None => judged(made, bild, &utfall),
        Some(_) => bild.rader.iter().take(MOST_UNREAD_ROWS).map(|row| rad::unread(bild, row)).collect(),
    };
    let total = if bild.skal.is_none() { utfall.len() } else { bild.rader.len() };
    let avkortad = (rader.len() < total).then(|| cut(rader.len(), total));
    Inlasningsblad {
        blad: bild.blad.clone(),
        antal: match bild.skal {
            None => format::antal_av(utfall.len(), "rad", "rader"),
            Some(_) => "läses inte".to_owned(),
        },
        slag: bild.slag,
        skal: bild.skal.map(|skal| sheet(&Olast { blad: bild.blad.clone(), skal })),
        kan_valjas: matches!(
            bild.skal,
            None | Some(Skal::IngenRubrik | Skal::Bortvalt | Skal::AnnatSlag { .. })
        ),
        slagval: kinds(),
        rubriker: bild.rubrikrader.map(|(first, last)| said::headings(first, last)),
        rubrikrad: bild.rubrikrader.map(|(first, _)| first),
        rubrikrader: bild
            .mojliga
            .iter()
            .map(|(rad, words)| Rubrikval { rad: *rad, ord: format!("Rad {rad}: {words}") })
            .collect(),
        kolumner,
        chips: if bild.skal.is_none() { chips(&utfall) } else { vec![] },
        rader,
        avkortad,
    }
}

fn cut(shown: usize, total: usize) -> String {
    format!("{} av {} rader visas. Alla rader läses in.", format::antal(shown), format::antal(total))
}

fn kinds() -> Vec<Falttval> {
    let of =
        |slag: &Tabellslag| Falttval { varde: slag.as_str().to_owned(), ord: said::kind(*slag).to_owned() };
    let not = Falttval { varde: String::new(), ord: "Läses inte".to_owned() };
    KINDS.iter().map(of).chain([not]).collect()
}

/// The rows in the order of the sheet. A sheet of both uppdrag and aktiviteter is one sheet to the person.
fn judged(made: &Underlag<'_>, bild: &Bladbild, utfall: &[&Radutfall]) -> Vec<Inlasningsrad> {
    let of_sheet = made.lasning.tabeller.iter().filter(|t| t.blad == bild.blad);
    let read: HashMap<(u32, Tabellslag), &Rad> =
        of_sheet.flat_map(|t| t.rader.iter().map(|r| ((r.rad, t.slag), r))).collect();
    let cells: HashMap<u32, &[Cellbild]> =
        bild.rader.iter().map(|(nr, cells)| (*nr, cells.as_slice())).collect();
    let mended: HashSet<(u32, u32)> =
        made.rattningar.iter().filter(|r| r.blad == bild.blad).map(|r| (r.rad, r.kolumn)).collect();
    let mut sorted = utfall.to_vec();
    sorted.sort_by_key(|row| row.rad);
    let kept = |(place, row): &(usize, &Radutfall)| {
        *place < MOST_ROWS || matches!(row.utslag, Utslag::Vagrad | Utslag::Tvetydig)
    };
    let rows = sorted.into_iter().enumerate().filter(|(place, row)| kept(&(*place, *row)));
    let one = |(_, row): (usize, &Radutfall)| {
        let cells = cells.get(&row.rad).copied().unwrap_or_default();
        let read = read.get(&(row.rad, row.slag)).copied();
        rad::judged(
            &rad::Rader { installning: &made.plan.installning, bild, mended: &mended },
            row,
            (read, cells),
        )
    };
    rows.map(one).collect()
}

fn chips(utfall: &[&Radutfall]) -> Vec<Inlasningschip> {
    let chip = |utslag, anmarkning, antal, ord: &str| Inlasningschip {
        utslag,
        anmarkning,
        antal,
        text: format::antal(antal),
        ord: ord.to_owned(),
    };
    let all = utfall.len();
    let mut chips = vec![chip(None, false, all, if all == 1 { "rad" } else { "rader" })];
    for utslag in Utslag::ALL {
        let count = utfall.iter().filter(|row| row.utslag == *utslag).count();
        if count > 0 {
            chips.push(chip(Some(*utslag), false, count, said::counted(*utslag, count)));
        }
    }
    let remarked = |row: &&&Radutfall| row.anmarkningar.iter().any(|a| a.grad() == Grad::Anmarkning);
    let count = utfall.iter().filter(remarked).count();
    if count > 0 {
        chips.push(chip(None, true, count, "med anmärkning"));
    }
    chips
}

fn columns(bild: &Bladbild) -> Vec<Inlasningskolumn> {
    bild.kolumner.iter().map(|kolumn| column(bild, kolumn)).collect()
}

fn column(bild: &Bladbild, kolumn: &Kolumnbild) -> Inlasningskolumn {
    let falt = kolumn.falt.clone().unwrap_or_default();
    let rubrik = if kolumn.rubrik.is_empty() {
        format!("Kolumn {}", letters(kolumn.kolumn))
    } else {
        kolumn.rubrik.clone()
    };
    Inlasningskolumn {
        kolumn: kolumn.kolumn,
        rubrik,
        val: bild.slag.map(|slag| choices(slag, &falt)).unwrap_or_default(),
        tal: cell::is_amount(&falt),
        falt,
    }
}

/// Every field of the kind; a column read for a month keeps that month as its choice.
fn choices(slag: Tabellslag, falt: &str) -> Vec<Falttval> {
    let own = falt.split_once('.').map(|(name, _)| name);
    let named = fields(slag).into_iter().map(|field| if own == Some(field) { falt } else { field });
    let of = |field: &str| Falttval { varde: field.to_owned(), ord: said::choice(slag, field) };
    let not = Falttval { varde: String::new(), ord: "Läses inte".to_owned() };
    named.map(of).chain([not]).collect()
}

/// A, B … Z, AA.
fn letters(column: u32) -> String {
    let letter = |n: u32| char::from(b'A' + u8::try_from(n % 26).unwrap_or(0));
    match column / 26 {
        0 => letter(column).to_string(),
        above => format!("{}{}", letters(above - 1), letter(column)),
    }
}
