//! Verksamhetsplan: förvaltningens and each enhet's plan as views of the same things, never copies.
//! A unit's plan is what was assigned to it, its ancestors' gemensamma, and its own.
mod aktiviteter;
mod organisation;
#[cfg(test)]
mod tests;
mod uppdrag;
mod urval;

use plan_core::belopp::Belopp;
use plan_core::ekonomi::rules::driftbild;
use plan_core::id::OrganisationId;
use plan_core::rapport::Rapportslag;

use crate::blocks::{self, planerat, stycke};
use crate::ekonomi::{TECKEN, avrundning, drift, drift_node};
use crate::granska;
use crate::lage::with_lage;
use crate::mal::{MALUPPFYLLELSE, kedja, maluppfyllelse};
use crate::mall::{self, Plats};
use crate::tree::{Avsnitt, Block, Rapport};
use crate::underlag::{Underlag, empty_report};
use urval::Urval;

/// Keys of the sections, and of the texts written for them.
pub(crate) const INLEDNING: &str = "inledning";
const STYRMODELL: &str = "styrmodell";
const ORGANISATION: &str = "organisation";
const GRUNDUPPDRAG: &str = "grunduppdrag";
const MAL: &str = "mal";
const UTAN_MAL: &str = "uppdrag_utan_mal";
const AKTIVITETSPLAN: &str = "aktivitetsplan";

type Byggare = fn(&Urval<'_>) -> Avsnitt;

/// The sections, in the order a nämnd reads them; the text written for one stands first in it.
pub(crate) const PLATSER: [Plats<Byggare>; 9] = [
    Plats { nyckel: INLEDNING, med: true, bygg: |_| blocks::avsnitt(INLEDNING, "Inledning") },
    Plats { nyckel: STYRMODELL, med: true, bygg: styrmodell },
    Plats { nyckel: ORGANISATION, med: true, bygg: organisation::organisation },
    Plats { nyckel: GRUNDUPPDRAG, med: true, bygg: uppdrag::grunduppdrag },
    Plats { nyckel: MAL, med: true, bygg: uppdrag::per_mal },
    Plats { nyckel: UTAN_MAL, med: true, bygg: uppdrag::utan_mal },
    Plats { nyckel: MALUPPFYLLELSE, med: true, bygg: malens_lage },
    Plats { nyckel: drift::DRIFT, med: true, bygg: driftbudget },
    Plats { nyckel: AKTIVITETSPLAN, med: true, bygg: aktiviteter::aktivitetsplan },
];

/// The plan of the view's year; with a unit, that unit's.
pub fn verksamhetsplan(input: &Underlag, unit: Option<OrganisationId>) -> Rapport {
    let slag = Rapportslag::Verksamhetsplan;
    let urval = Urval::of(input.view, unit);
    let mut rapport = empty_report(input, slag, input.view.period.year.to_string());
    if let Some(node) = unit.and_then(|id| input.view.organisation(id)) {
        rapport.titel = format!("{} för {}", rapport.titel, node.namn);
        rapport.avsandare = match rapport.avsandare.as_str() {
            "" => node.namn.clone(),
            forvaltning if forvaltning == node.namn => node.namn.clone(),
            forvaltning => format!("{}, {forvaltning}", node.namn),
        };
    }
    let built = mall::ordning(input.view, slag, &PLATSER).into_iter().map(|plats| build(&urval, plats));
    rapport.avsnitt = mall::med_rubriker(input.view, slag, built.collect());
    rapport.teckenregler = vec![TECKEN.to_string(), avrundning::regel()];
    granska::append(&mut rapport, input);
    with_lage(rapport, input.lage.clone())
}

fn build(urval: &Urval, plats: &Plats<Byggare>) -> Avsnitt {
    let mut avsnitt = (plats.bygg)(urval);
    let written = planerat(urval.view, plats.nyckel, urval.unit);
    avsnitt.block.splice(0..0, written);
    avsnitt
}

/// Only the förvaltning's plan judges the mål; a unit's has nothing here but what somebody writes.
fn malens_lage(urval: &Urval) -> Avsnitt {
    match urval.unit {
        Some(_) => blocks::avsnitt(MALUPPFYLLELSE, "Måluppfyllelse"),
        None => maluppfyllelse(urval.view, &urval.view.period.year.to_string()),
    }
}

/// The chain as a picture. A unit sees the branches that lead to it.
fn styrmodell(urval: &Urval) -> Avsnitt {
    let mut avsnitt = blocks::avsnitt(STYRMODELL, "Styrmodell");
    if let Some(kedja) = kedja(urval.view, &urval.uppdrag, urval.unit.is_none()) {
        let sentence = urval.unit.is_none().then(|| stycke(kedja.fynd.clone()));
        avsnitt.block.extend(sentence);
        avsnitt.block.push(Block::Kedja(kedja));
    }
    avsnitt
}

/// The budget; a unit has one only where the table has rows for that very node.
fn driftbudget(urval: &Urval) -> Avsnitt {
    let mut avsnitt = blocks::avsnitt(drift::DRIFT, "Driftbudget");
    let rader = match urval.unit.or_else(|| drift_node(urval.view)) {
        Some(node) => driftbild(urval.view, node),
        None => vec![],
    };
    if rader.iter().any(|rad| matches!(rad.budget, Some(Belopp::Ore(_)))) {
        avsnitt.block.extend(drift::budgettabell(urval.view, &rader).map(Block::Tabell));
    }
    avsnitt
}
