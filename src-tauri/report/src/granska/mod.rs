//! The report's own check before print: shown as a list, printed on the draft, never blocking (reports.md, Before print).
mod laget;
mod siffror;
mod stallen;
mod tecken;
#[cfg(test)]
mod tests;
mod texter;

pub use tecken::granska_tecken;

use plan_core::id::ThingId;
use plan_core::rapport::Rapportslag;
use plan_core::view::PlanView;

use crate::blocks::{self, notis, stycke};
use crate::format;
use crate::lage::INNAN_UTSKICK;
use crate::tree::{Avsnitt, Block, Cell, Inline, Lage, Lista, Rapport};
use crate::underlag::Underlag;

/// Which check made the remark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kontroll {
    /// A section that a person writes has no text.
    SaknarText,
    /// Red or yellow, or past its date, without a word why.
    SaknarKommentar,
    /// Sums of two tables that should agree.
    Summor,
    /// The forecast is the budget though the outcome is far beyond the riktpunkt.
    Nollprognos,
    /// A deficit that no text explains.
    Underskott,
    /// A mätetal reworded since it was fastställt.
    Omformulerat,
    /// A text speaks of another period.
    Period,
    /// What looks like a personnummer.
    Personnummer,
    /// A character that the fonts of the pages lack.
    Tecken,
}

/// A remark: what (with the amount), why in one sentence, and what it is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Anmarkning {
    pub kontroll: Kontroll,
    pub rubrik: String,
    pub text: String,
    /// The thing it is about.
    pub subject: Option<ThingId>,
    /// The key of the section where it stands; empty where it is no section of this report.
    pub avsnitt: String,
}

/// Every remark on the report, in the order of the checks.
pub fn granska_fore_utskrift(rapport: &Rapport, view: &PlanView) -> Vec<Anmarkning> {
    let mut found = texter::saknade(rapport, view);
    if rapport.slag == Rapportslag::Manad {
        found.extend(laget::utan_kommentar(rapport, view));
        found.extend(siffror::summor(view));
        found.extend(siffror::nollprognoser(view));
        found.extend(siffror::underskott(view));
        found.extend(texter::andra_perioder(view));
    }
    found.extend(laget::omformulerade(rapport, view));
    found.extend(texter::personnummer(rapport, view));
    found
}

/// Prints the remarks last in a draft.
pub(crate) fn append(rapport: &mut Rapport, input: &Underlag) {
    if input.lage == Lage::Utkast {
        let found = granska_fore_utskrift(rapport, input.view);
        rapport.avsnitt.push(avsnitt(&found));
    }
}

fn avsnitt(found: &[Anmarkning]) -> Avsnitt {
    let mut avsnitt = blocks::avsnitt(INNAN_UTSKICK, "Innan utskick");
    if found.is_empty() {
        avsnitt.block.push(stycke("Rapportens egen kontroll har inget att anmärka."));
        return avsnitt;
    }
    let many = format::antal_av(found.len(), "sak att se över", "saker att se över");
    let they = if found.len() == 1 { "Den" } else { "De" };
    avsnitt.block.push(notis(format!("{many}. {they} hindrar inte utskicket men skrivs ut i utkastet.")));
    avsnitt.block.push(Block::Lista(Lista {
        numrerad: false,
        poster: found.iter().map(|a| vec![bold(&a.rubrik), plain(&format!(" {}", a.text))]).collect(),
    }));
    avsnitt
}

fn bold(text: &str) -> Inline {
    Inline { text: format!("{text}."), bold: true, ..Inline::default() }
}

fn plain(text: &str) -> Inline {
    Inline { text: text.to_string(), ..Inline::default() }
}

/// Whether any table or heading of the report holds the words.
fn mentions(rapport: &Rapport, words: &str) -> bool {
    fn within(all: &[Avsnitt], words: &str) -> bool {
        all.iter().any(|avsnitt| {
            avsnitt.rubrik.contains(words)
                || avsnitt.block.iter().any(|block| in_table(block, words))
                || within(&avsnitt.underavsnitt, words)
        })
    }
    fn in_table(block: &Block, words: &str) -> bool {
        let Block::Tabell(tabell) = block else { return false };
        let mut cells = tabell.rader.iter().flat_map(|rad| &rad.celler);
        cells.any(|cell| matches!(cell, Cell::Text(text) if format::klartext(text).contains(words)))
    }
    within(&rapport.avsnitt, words)
}

/// Whether the report has the section.
fn has(rapport: &Rapport, nyckel: &str) -> bool {
    rapport.avsnitt.iter().any(|avsnitt| avsnitt.id == nyckel)
}
