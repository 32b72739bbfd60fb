//! The panel of a mål.
use plan_core::mal::{Mal, Maluppfyllelse};
use plan_core::styrmodell::Bedomningsregel;
use plan_core::view::PlanView;
use plan_report::format;

use super::falt::{Fields, called};
use super::val::mal_text;
use super::{Bedomningsval, EgenBedomning, Sakbild, Sakslag, Vallista, empty, matetal, overline};
use crate::bild::plan::bedomning;

pub(super) fn panel(view: &PlanView, mal: &Mal) -> Sakbild {
    let niva = view.niva(mal.niva_id);
    let fields = Fields::of("mal");
    let parent = mal.parent_id.map(|id| mal_text(view, id)).unwrap_or_default();
    let measured = niva.is_some_and(|n| n.bar_matetal);
    let judged = niva.is_some_and(|n| n.bedomning != Bedomningsregel::Ingen);
    Sakbild {
        bedomning: bedomning(view, mal),
        egen_bedomning: judged.then(|| egen_bedomning(view, mal)),
        texter: vec![fields.markdown("beskrivning", &mal.beskrivning)],
        fakta: vec![
            called("Nummer", fields.line("nr", &mal.nr)),
            called("Hör till", fields.choice("parent_id", Vallista::Mal, mal.parent_id, parent)),
            called("Gäller från", fields.date("valid_from", mal.valid_from)),
            called("Gäller till", fields.date("valid_to", mal.valid_to)),
            fields.markdown("anteckning", &mal.anteckning),
        ],
        matetal: measured.then(|| matetal::of(view, view.matetal_by_mal(mal.id))),
        ..empty(
            view,
            Sakslag::Mal,
            mal.id.0,
            overline(niva.map_or("Mål", |n| &n.singular), &mal.nr),
            &mal.titel,
        )
    }
}

fn egen_bedomning(view: &PlanView, mal: &Mal) -> EgenBedomning {
    let word =
        |b: &Maluppfyllelse| Bedomningsval { bedomning: *b, ord: format::maluppfyllelse(*b).to_owned() };
    EgenBedomning {
        satt: view.malbedomning(mal.id).cloned(),
        val: Maluppfyllelse::ALL.iter().map(word).collect(),
    }
}
