//! The drift table: the rows of the file in their order, sums where the file has them.

use foldhash::HashMap;
use plan_core::ekonomi::Driftrad;
use plan_core::ekonomi::prognos::{kommentar, kommentarsgrans, over_gransen};
use plan_core::ekonomi::rules::{Driftbildsrad, drift_node, driftbild_at};
use plan_core::id::{DriftradId, OrganisationId};
use plan_core::period::Period;
use plan_core::view::PlanView;

use super::rad::{Om, Siffror, rad};
use super::{Ekonomibild, Ekonominyckel, Ekonomivy, Kommentarlage, Tabellrad, Tabellradslag, Underlag};

/// Key of the section whose texts the comments are.
pub(super) const AVSNITT: &str = "drift";

/// The node that amounts are typed at: the one whose table is the nämnd's, in an empty plan the förvaltning.
pub(super) fn node(view: &PlanView) -> Option<OrganisationId> {
    drift_node(view).or_else(|| view.forvaltning().map(|node| node.id))
}

pub(super) fn bild(underlag: &Underlag) -> Ekonomibild {
    let view = &underlag.view;
    let figures = siffror(underlag);
    let result = view.plan.driftrad.iter().rev().find(|r| !r.delar.is_empty()).map(|r| r.id);
    let closed = !super::stangt(view).is_empty();
    let rader = view.plan.driftrad.iter().map(|row| {
        let own = figures.get(&row.id).copied().unwrap_or_default();
        let om = Om {
            id: row.id.0.to_string(),
            nyckel: Some(Ekonominyckel::Driftrad(row.id)),
            namn: row.namn.clone(),
            slag: slag(row, result),
            niva: 1,
            barn: false,
            kommentar: kommentarlage(view, row, &own),
            stangt: closed,
        };
        rad(om, &own, view.period)
    });
    let rader: Vec<Tabellrad> = rader.collect();
    super::bild(underlag, Ekonomivy::Drift, rader)
}

fn slag(row: &Driftrad, result: Option<DriftradId>) -> Tabellradslag {
    match row.delar.is_empty() {
        true => Tabellradslag::Rad,
        false if Some(row.id) == result => Tabellradslag::Resultat,
        false => Tabellradslag::Summa,
    }
}

/// The figures of every row, and what was said of it before.
pub(super) fn siffror(underlag: &Underlag) -> HashMap<DriftradId, Siffror> {
    let view = &underlag.view;
    let Some(node) = node(view) else { return HashMap::default() };
    let before = tidigare(underlag, node);
    let now = driftbild_at(view.plan, view.period, node).into_iter().map(|row| {
        let then = before.get(&row.id).copied().unwrap_or_default();
        let figures = Siffror {
            budget: row.budget,
            utfall: row.utfall_ack,
            prognos: row.prognos,
            avvikelse: row.avvikelse,
            prognos_period: row.prognos_period,
            tidigare: then.tidigare,
            tidigare_prognos: then.tidigare_prognos,
        };
        (row.id, figures)
    });
    now.collect()
}

/// What the nämnd was shown, where it was shown something; else the table as it stood then.
fn tidigare(underlag: &Underlag, node: OrganisationId) -> HashMap<DriftradId, Siffror> {
    let Some(before) = &underlag.tidigare else { return HashMap::default() };
    let said =
        |avvikelse, prognos| Siffror { tidigare: avvikelse, tidigare_prognos: prognos, ..Siffror::default() };
    match before.fakta.as_ref().and_then(|fakta| fakta.drift.get(&node)) {
        Some(rows) => rows.iter().map(|(id, row)| (*id, said(row.avvikelse, row.prognos))).collect(),
        None => {
            let then: Vec<Driftbildsrad> = driftbild_at(underlag.view.plan, before.period, node);
            then.into_iter().map(|row| (row.id, said(row.avvikelse, row.prognos))).collect()
        }
    }
}

/// A typed row whose deviation is large wants a text that is as new as the deviation.
pub(super) fn kommentarlage(view: &PlanView, row: &Driftrad, figures: &Siffror) -> Kommentarlage {
    let text = kommentar(view.plan, view.period, AVSNITT, row.id.into());
    let large = row.delar.is_empty()
        && figures.avvikelse.is_some_and(|a| over_gransen(a, figures.budget, kommentarsgrans(view.plan)));
    match text {
        None if large => Kommentarlage::Behovs,
        None => Kommentarlage::Ingen,
        Some(text) if large && moved_since(view, row.id, figures, text.month) => Kommentarlage::Behovs,
        Some(_) => Kommentarlage::Har,
    }
}

/// Whether the deviation is another than when the text was written.
fn moved_since(view: &PlanView, id: DriftradId, figures: &Siffror, month: u32) -> bool {
    let then = Period { month, ..view.period };
    if then == view.period {
        return false;
    }
    let rows = node(view).map_or_else(Vec::new, |node| driftbild_at(view.plan, then, node));
    rows.iter().find(|r| r.id == id).is_none_or(|r| r.avvikelse != figures.avvikelse)
}
