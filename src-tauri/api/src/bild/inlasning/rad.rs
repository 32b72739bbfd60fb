//! A row of the source with its verdict: the word, the reason, what should be known about it, and its cells.
use std::collections::BTreeMap;

use foldhash::HashSet;
use plan_core::inlasning::{Anmarkning, Grad, Rad, Radutfall, Tabellslag, Utslag};
use plan_exchange::{Bladbild, Cellbild};
use serde::Serialize;
use ts_rs::TS;

use super::cell::{self, Inlasningscell};
use crate::texts::{import, inlasning as said};

/// A row.
#[derive(Debug, Serialize, TS)]
pub struct Inlasningsrad {
    /// As Excel shows it, from 1.
    pub rad: u32,
    /// `None` in a sheet that is not read.
    pub utslag: Option<Utslag>,
    /// "Ändrad".
    pub ord: String,
    /// "Status och slutdatum"; empty where there is nothing to say.
    pub skal: String,
    pub anmarkningar: Vec<Radanmarkning>,
    /// One for each column of the sheet.
    pub celler: Vec<Inlasningscell>,
}

/// Something the person should know about a row.
#[derive(Debug, Serialize, TS)]
pub struct Radanmarkning {
    pub grad: Grad,
    pub text: String,
    /// A cell of the row says it already.
    pub i_cell: bool,
}

/// What holds for the rows of a sheet.
pub(super) struct Rader<'r> {
    /// The file's settings, for the words of statuses.
    pub(super) installning: &'r BTreeMap<String, String>,
    pub(super) bild: &'r Bladbild,
    /// Row and column of the cells mended by hand.
    pub(super) mended: &'r HashSet<(u32, u32)>,
}

/// A row of a sheet that is read.
pub(super) fn judged(
    rader: &Rader<'_>,
    utfall: &Radutfall,
    (read, cells): (Option<&Rad>, &[Cellbild]),
) -> Inlasningsrad {
    Inlasningsrad {
        rad: utfall.rad,
        utslag: Some(utfall.utslag),
        ord: said::verdict(utfall.utslag).to_owned(),
        skal: reason(utfall, read),
        anmarkningar: utfall
            .anmarkningar
            .iter()
            .map(|a| Radanmarkning {
                grad: a.grad(),
                text: import::remark(a).trim_end_matches('.').to_owned(),
                i_cell: in_a_cell(rader.bild, a),
            })
            .collect(),
        celler: cell::of(rader, utfall, (read, cells)),
    }
}

/// Whether a column of the sheet shows what a remark is about.
fn in_a_cell(bild: &Bladbild, anmarkning: &Anmarkning) -> bool {
    let said = said::wrong_cell(anmarkning).or_else(|| said::in_cell(anmarkning));
    said.is_some_and(|(falt, _)| bild.kolumner.iter().any(|k| k.falt.as_deref() == Some(falt)))
}

/// A row of a sheet that is not read: what stands there.
pub(super) fn unread(bild: &Bladbild, (rad, cells): &(u32, Vec<Cellbild>)) -> Inlasningsrad {
    let text =
        |kolumn| cells.iter().find(|c| c.kolumn == kolumn).map_or_else(String::new, |c| c.text.clone());
    Inlasningsrad {
        rad: *rad,
        utslag: None,
        ord: String::new(),
        skal: String::new(),
        anmarkningar: vec![],
        celler: bild.kolumner.iter().map(|k| Inlasningscell::Text(text(k.kolumn))).collect(),
    }
}

fn reason(utfall: &Radutfall, read: Option<&Rad>) -> String {
    let slag: Tabellslag = utfall.slag;
    match (utfall.utslag, &utfall.vagran, utfall.overhopp) {
        (_, Some(vagran), _) => said::refused(vagran),
        (_, _, Some(overhopp)) => said::skipped(overhopp).to_owned(),
        (Utslag::Ny, ..) => read.map_or("", |rad| said::new_because(&rad.innehall)).to_owned(),
        (Utslag::Andrad, ..) => said::changes(slag, utfall.andringar.iter().map(|a| &*a.falt)),
        _ => String::new(),
    }
}
