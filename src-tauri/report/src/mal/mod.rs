//! Mål: their verdicts with the nyckeltal that decided them, and the chain as a picture. A målområde never has a verdict.
mod kedja;
#[cfg(test)]
mod tests;

use plan_core::mal::rules::{Malverdict, bedom};
use plan_core::mal::{Mal, Maluppfyllelse};
use plan_core::styrmodell::{Bedomningsregel, Niva};
use plan_core::view::PlanView;

pub(crate) use kedja::kedja;

use crate::blocks::{self, kolumn, namn, ord, rad};
use crate::format;
use crate::markdown::markdown;
use crate::matetal::malutfall_ord;
use crate::tree::{Avsnitt, Block, Cell, Kolumnslag, Radslag, Tabell, Tabellrad};

/// Key of the section.
pub(crate) const MALUPPFYLLELSE: &str = "maluppfyllelse";

/// The verdict per mål whose level carries one; without blocks where nothing can be judged yet. `nar` ends the caption.
pub(crate) fn maluppfyllelse(view: &PlanView, nar: &str) -> Avsnitt {
    let mut avsnitt = blocks::avsnitt(MALUPPFYLLELSE, "Måluppfyllelse");
    let judged = judged(view);
    if judged.iter().all(|(_, verdict)| is_open(verdict)) {
        return avsnitt;
    }
    avsnitt.block.push(Block::Tabell(tabell(view, &judged, nar)));
    let motiveringar: Vec<_> = judged
        .iter()
        .filter_map(|(mal, verdict)| {
            Some((namn(&mal.nr, &mal.titel), markdown(&verdict.manuell?.motivering)))
        })
        .collect();
    if !motiveringar.is_empty() {
        avsnitt.block.push(Block::Fakta(motiveringar));
    }
    avsnitt
}

/// Whether nothing says how the mål stands.
fn is_open(verdict: &Malverdict) -> bool {
    verdict.utfall == Maluppfyllelse::KanInteBedomas && verdict.manuell.is_none()
}

/// The mål of the year in the order of the chain, with their verdicts.
fn judged<'a>(view: &PlanView<'a>) -> Vec<(&'a Mal, Malverdict<'a>)> {
    let all = kedja::i_ordning(view);
    all.into_iter().filter_map(|(_, mal)| Some((mal, bedom(view, mal.id)?))).collect()
}

fn tabell(view: &PlanView, judged: &[(&Mal, Malverdict)], nar: &str) -> Tabell {
    let manual = judged.iter().any(|(_, v)| by_hand(v).is_some());
    let mut kolumner = vec![
        kolumn(niva_ord(view, judged), Kolumnslag::Namn),
        kolumn("Bedömning", Kolumnslag::Bedomning),
        kolumn("Nyckeltal som nås", Kolumnslag::Text),
        kolumn("Avgörs av", Kolumnslag::Text),
    ];
    if manual {
        kolumner.insert(2, kolumn("Nämndens bedömning", Kolumnslag::Bedomning));
    }
    Tabell {
        id: MALUPPFYLLELSE.into(),
        rubrik: format!("Måluppfyllelse {nar}"),
        kolumner,
        rader: judged.iter().map(|(mal, verdict)| malrad(view, mal, verdict, manual)).collect(),
        noter: noter(view, judged),
        blad: "Måluppfyllelse".into(),
    }
}

/// A person's verdict on top of a computed one: both show.
fn by_hand(verdict: &Malverdict) -> Option<Maluppfyllelse> {
    let computed = verdict.regel != Bedomningsregel::Manuell;
    verdict.manuell.filter(|_| computed).map(|manuell| manuell.bedomning)
}

fn malrad(view: &PlanView, mal: &Mal, verdict: &Malverdict, manual: bool) -> Tabellrad {
    let share = match verdict.namnare {
        0 => Cell::Tom,
        of => ord(format!("{} av {}", verdict.uppnadda, of)),
    };
    let mut celler = vec![
        ord(namn(&mal.nr, &mal.titel)),
        Cell::Bedomning(format::bedomning(verdict.utfall, verdict.preliminar)),
        share,
        ord(avgors_av(view, verdict)),
    ];
    if manual {
        let own = by_hand(verdict).map(|utfall| Cell::Bedomning(format::bedomning(utfall, false)));
        celler.insert(2, own.unwrap_or(Cell::Tom));
    }
    rad(Radslag::Vanlig, celler)
}

/// Every nyckeltal that decided, and how it stands.
fn avgors_av(view: &PlanView, verdict: &Malverdict) -> String {
    let named = verdict.avgorande.iter().filter_map(|(id, utfall)| {
        let matetal = view.matetal(*id)?;
        let word = format::med_liten(&malutfall_ord(*utfall, matetal.frekvens));
        Some(format!("{}: {word}", namn(&matetal.nr, crate::matetal::lydelse(matetal))))
    });
    named.collect::<Vec<_>>().join("; ")
}

/// The level's own word where all the judged mål are of one level.
fn niva_ord(view: &PlanView, judged: &[(&Mal, Malverdict)]) -> String {
    let mut levels = judged.iter().filter_map(|(mal, _)| view.niva(mal.niva_id));
    match levels.next() {
        Some(first) if levels.all(|niva| niva.id == first.id) => first.singular.clone(),
        _ => "Mål".into(),
    }
}

fn noter(view: &PlanView, judged: &[(&Mal, Malverdict)]) -> Vec<String> {
    let mut noter = vec![];
    let level = format::med_liten(&niva_ord(view, judged));
    if let Some(above) = utan_bedomning(view) {
        noter.push(format!(
            "Bedömningen görs per {level}. Ingen samlad bedömning görs per {}.",
            format::med_liten(&above.singular)
        ));
    }
    if judged.iter().any(|(_, verdict)| verdict.preliminar) {
        noter.push("Preliminärt: ett nyckeltal som ännu inte är mätt kan ändra bedömningen.".into());
    }
    if judged.iter().any(|(_, verdict)| is_open(verdict)) {
        noter.push("Kan inte bedömas: inget av nyckeltalen är mätt för året.".into());
    }
    noter
}

/// The lowest level above the judged ones that has no verdict of its own.
fn utan_bedomning<'a>(view: &PlanView<'a>) -> Option<&'a Niva> {
    let levels = &view.plan.niva;
    let first_judged = levels.iter().position(|niva| niva.bedomning != Bedomningsregel::Ingen)?;
    levels.get(first_judged.checked_sub(1)?)
}
