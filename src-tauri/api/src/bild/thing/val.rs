//! What fields choose from: organisation, befattningar, mål, uppdrag and the fixed words. Read once, not per thing.
use std::collections::BTreeSet;

use plan_core::document::Document;
use plan_core::id::{MalId, UppdragId};
use plan_core::mal::Mal;
use plan_core::matetal::{Arsvarde, Frekvens, Matetalsart, Riktning};
use plan_core::period::Period;
use plan_core::plan::Plan;
use plan_core::uppdrag::Kalla;
use plan_core::view::PlanView;
use plan_report::format;
use serde::Serialize;
use ts_rs::TS;

use crate::as_of::Tidpunkt;
use crate::bild::plan::enheter;
use crate::error::Error;

/// One thing to choose.
#[derive(Debug, Serialize, TS)]
pub struct Val {
    /// As a patch takes it.
    pub id: String,
    pub text: String,
    /// How deep in a tree; 0 in a plain list.
    pub djup: usize,
}

/// Every list that a field of a panel chooses from.
#[derive(Debug, Serialize, TS)]
pub struct Valmangder {
    pub organisation: Vec<Val>,
    pub befattning: Vec<Val>,
    pub mal: Vec<Val>,
    /// Mål of levels that uppdrag are given at.
    pub mal_med_uppdrag: Vec<Val>,
    pub uppdrag: Vec<Val>,
    pub kalla: Vec<Val>,
    pub perspektiv: Vec<Val>,
    pub art: Vec<Val>,
    pub riktning: Vec<Val>,
    pub frekvens: Vec<Val>,
    pub arsvarde: Vec<Val>,
}

/// The setting that renames the perspectives, one a line.
const PERSPEKTIV: &str = "perspektiv";

/// Reads the lists.
pub(crate) fn read_valmangder(document: &Document, moment: &Tidpunkt) -> Result<Valmangder, Error> {
    let plan = document.plan()?;
    let (period, today) = moment.of(&plan)?;
    Ok(valmangder(&PlanView::new(&plan, period, today), period))
}

fn valmangder(view: &PlanView, period: Period) -> Valmangder {
    let plan = view.plan;
    let mut mal = vec![];
    let mut mal_med_uppdrag = vec![];
    chain(view, None, 0, &mut |found, djup| {
        mal.push(deep(found.id.0, mal_text(view, found.id), djup));
        if view.niva(found.niva_id).is_some_and(|n| n.bar_uppdrag) {
            mal_med_uppdrag.push(deep(found.id.0, mal_text(view, found.id), 0));
        }
    });
    let running = plan.uppdrag.iter().filter(|u| (u.year_from..=u.year_to).contains(&period.year));
    Valmangder {
        organisation: enheter(plan).into_iter().map(|e| deep(e.id.0, e.namn, e.djup)).collect(),
        befattning: befattningar(plan),
        mal,
        mal_med_uppdrag,
        uppdrag: running.map(|u| deep(u.id.0, uppdrag_text(view, u.id), 0)).collect(),
        kalla: words(Kalla::ALL, Kalla::as_str, format::kalla),
        perspektiv: perspektiv(plan).into_iter().map(|p| Val { id: p.clone(), text: p, djup: 0 }).collect(),
        art: words(Matetalsart::ALL, Matetalsart::as_str, art_text),
        riktning: words(Riktning::ALL, Riktning::as_str, format::riktning),
        frekvens: words(Frekvens::ALL, Frekvens::as_str, format::frekvens),
        arsvarde: words(Arsvarde::ALL, Arsvarde::as_str, arsvarde_text),
    }
}

fn chain<'a>(
    view: &PlanView<'a>,
    parent: Option<MalId>,
    djup: usize,
    visit: &mut impl FnMut(&'a Mal, usize),
) {
    for mal in view.mal_children(parent) {
        visit(mal, djup);
        chain(view, Some(mal.id), djup + 1, visit);
    }
}

fn befattningar(plan: &Plan) -> Vec<Val> {
    let mut found: Vec<Val> = plan.befattning.iter().map(|b| deep(b.id.0, b.titel.clone(), 0)).collect();
    let order = plan_core::collation::Collation::swedish();
    found.sort_by(|a, b| order.compare(&a.text, &b.text));
    found
}

/// The file's own perspectives, or those of the styrmodell, and any that an uppdrag already has.
fn perspektiv(plan: &Plan) -> Vec<String> {
    let own = plan.installning.get(PERSPEKTIV).map(|text| text.lines().map(str::trim).collect::<Vec<_>>());
    let mut found: Vec<String> = match own {
        Some(lines) if lines.iter().any(|l| !l.is_empty()) => {
            lines.into_iter().filter(|l| !l.is_empty()).map(str::to_owned).collect()
        }
        _ => ["Kvalitet", "Medarbetare", "Ekonomi"].map(str::to_owned).to_vec(),
    };
    let used: BTreeSet<&str> =
        plan.uppdrag.iter().map(|u| u.perspektiv.as_str()).filter(|p| !p.is_empty()).collect();
    for word in used {
        if !found.iter().any(|known| known == word) {
            found.push(word.to_owned());
        }
    }
    found
}

/// "A1.1 Fler barn ska få hjälp inom lagens tid".
pub(super) fn mal_text(view: &PlanView, id: MalId) -> String {
    view.mal(id).map_or_else(String::new, |m| numbered(&m.nr, &m.titel))
}

/// "1 Korta väntan för barn och unga".
pub(super) fn uppdrag_text(view: &PlanView, id: UppdragId) -> String {
    view.uppdrag(id).map_or_else(String::new, |u| numbered(&u.nr, &u.titel))
}

fn numbered(nr: &str, titel: &str) -> String {
    if nr.is_empty() { titel.to_owned() } else { format!("{nr} {titel}") }
}

pub(super) fn art_text(art: Matetalsart) -> &'static str {
    match art {
        Matetalsart::Nyckeltal => "Nyckeltal",
        Matetalsart::Indikator => "Indikator",
    }
}

pub(super) fn arsvarde_text(arsvarde: Arsvarde) -> &'static str {
    match arsvarde {
        Arsvarde::Senaste => "Senaste värdet",
        Arsvarde::Summa => "Summan",
        Arsvarde::Medel => "Medelvärdet",
        Arsvarde::VagtMedel => "Det vägda medelvärdet",
    }
}

fn words<T: Copy>(all: &[T], id: impl Fn(T) -> &'static str, text: impl Fn(T) -> &'static str) -> Vec<Val> {
    all.iter().map(|one| Val { id: id(*one).to_owned(), text: text(*one).to_owned(), djup: 0 }).collect()
}

fn deep(id: uuid::Uuid, text: String, djup: usize) -> Val {
    Val { id: id.to_string(), text, djup }
}
