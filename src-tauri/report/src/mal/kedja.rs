//! The chain from the top down to the uppdrag, as nodes in reading order; where the thread breaks is marked.
use std::collections::BTreeMap;

use plan_core::id::UppdragId;
use plan_core::mal::rules::bedom;
use plan_core::mal::{Mal, Maluppfyllelse};
use plan_core::uppdrag::Uppdrag;
use plan_core::view::PlanView;

use crate::blocks::namn;
use crate::format;
use crate::tree::{Bedomning, Kedja, Kedjenod};

/// Deeper than any styrmodell: a chain that goes round stops here.
const MOST_LEVELS: u8 = 20;

/// Mål that hold in the view's year with their depth, each below its parent.
pub(super) fn i_ordning<'a>(view: &PlanView<'a>) -> Vec<(u8, &'a Mal)> {
    let mut all = vec![];
    for mal in view.mal_children(None) {
        walk(view, mal, 0, &mut all);
    }
    all
}

fn walk<'a>(view: &PlanView<'a>, mal: &'a Mal, djup: u8, all: &mut Vec<(u8, &'a Mal)>) {
    if djup > MOST_LEVELS || !holds(mal, view.period.year) {
        return;
    }
    all.push((djup, mal));
    for child in view.mal_children(Some(mal.id)) {
        walk(view, child, djup + 1, all);
    }
}

fn holds(mal: &Mal, year: i32) -> bool {
    use chrono::Datelike;
    mal.valid_from.is_none_or(|from| from.year() <= year) && mal.valid_to.is_none_or(|to| to.year() >= year)
}

/// The chain as a picture; `shown` decides which uppdrag belong. `whole`: false keeps only the branches that lead to
/// them, and then a missing branch is no break.
pub(crate) fn kedja(view: &PlanView, shown: &[&Uppdrag], whole: bool) -> Option<Kedja> {
    let noder: Vec<Kedjenod> = i_ordning(view)
        .into_iter()
        .filter(|(_, mal)| whole || leads_to(view, mal, shown))
        .flat_map(|(djup, mal)| {
            let uppdrag = shown.iter().filter(|u| u.mal_id == Some(mal.id));
            let below = uppdrag.map(move |u| uppdragsnod(view, u, djup + 1));
            std::iter::once(malnod(view, mal, djup, shown)).chain(below)
        })
        .collect();
    (!noder.is_empty()).then(|| Kedja {
        id: "styrmodell".into(),
        rubrik: "Den röda tråden från mål till uppdrag".into(),
        fynd: if whole { fynd(&noder) } else { "Målen som enhetens uppdrag tjänar.".into() },
        noder,
    })
}

fn serves(uppdrag: &Uppdrag, mal: &Mal) -> bool {
    uppdrag.mal_id == Some(mal.id) || uppdrag.bidrar_till.contains(&mal.id)
}

fn leads_to(view: &PlanView, mal: &Mal, shown: &[&Uppdrag]) -> bool {
    let mut below = vec![];
    walk(view, mal, 0, &mut below);
    below.iter().any(|(_, mal)| shown.iter().any(|u| u.mal_id == Some(mal.id)))
}

fn malnod(view: &PlanView, mal: &Mal, djup: u8, shown: &[&Uppdrag]) -> Kedjenod {
    let year = view.period.year;
    let carried = view.mal_children(Some(mal.id)).iter().any(|child| holds(child, year))
        || shown.iter().any(|u| serves(u, mal));
    Kedjenod {
        djup,
        niva: view.niva(mal.niva_id).map_or(String::new(), |niva| niva.singular.clone()),
        text: namn(&mal.nr, &mal.titel),
        bedomning: bedomning(view, mal),
        bruten: !carried,
    }
}

/// Shown only where something is measured: in a plan for a year to come nothing is.
fn bedomning(view: &PlanView, mal: &Mal) -> Option<Bedomning> {
    let verdict = bedom(view, mal.id)?;
    (verdict.utfall != Maluppfyllelse::KanInteBedomas)
        .then(|| format::bedomning(verdict.utfall, verdict.preliminar))
}

fn uppdragsnod(view: &PlanView, uppdrag: &Uppdrag, djup: u8) -> Kedjenod {
    Kedjenod {
        djup,
        niva: "Uppdrag".into(),
        text: namn(&uppdrag.nr, &uppdrag.titel),
        bedomning: None,
        bruten: !has_aktivitet(view, uppdrag.id),
    }
}

fn has_aktivitet(view: &PlanView, id: UppdragId) -> bool {
    view.aktivitet_by_uppdrag(Some(id)).iter().any(|a| a.year == view.period.year)
}

/// "Kedjan är hel" or how many of what break it.
fn fynd(noder: &[Kedjenod]) -> String {
    let mut broken = BTreeMap::<&str, usize>::new();
    for nod in noder.iter().filter(|nod| nod.bruten) {
        *broken.entry(nod.niva.as_str()).or_default() += 1;
    }
    let told: Vec<String> = broken
        .into_iter()
        .map(|(niva, count)| match niva {
            "Uppdrag" => format!("{count} uppdrag saknar aktivitet"),
            level => format!("{count} {} saknar uppdrag", format::med_liten(level)),
        })
        .collect();
    if told.is_empty() {
        "Tråden är hel: varje mål har ett uppdrag och varje uppdrag har en aktivitet.".into()
    } else {
        format!("Tråden brister: {}.", format::lista(&told))
    }
}
