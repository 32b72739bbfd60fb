//! Månadsrapport: its sections in the order of reports.md, as the file's template has chosen them.
use plan_core::rapport::Rapportslag;

use crate::ekonomi::{TECKENREGEL, avrundning, drift, verksamhet};
use crate::forandringar::{FORANDRINGAR, forandringar};
use crate::lage::with_lage;
use crate::mal::{MALUPPFYLLELSE, maluppfyllelse};
use crate::mall::{self, Plats};
use crate::matetal::{MATETAL, matetal};
use crate::sammanfattning::{SAMMANFATTNING, sammanfattning};
use crate::tree::{Avsnitt, Rapport};
use crate::underlag::{Underlag, empty_report};
use crate::uppdrag::{UPPDRAG, uppdrag};
use crate::{format, granska};

type Byggare = fn(&Underlag<'_>) -> Avsnitt;

/// The sections, in the order a nämnd reads them (reports.md, Kinds). Måluppfyllelse belongs to tertial: off unless chosen.
/// Their words in the change log stand in plan-api (`texts/which.rs`).
pub(crate) const PLATSER: [Plats<Byggare>; 7] = [
    Plats { nyckel: SAMMANFATTNING, med: true, bygg: sammanfattning },
    Plats { nyckel: FORANDRINGAR, med: true, bygg: forandringar },
    Plats { nyckel: drift::DRIFT, med: true, bygg: drift::drift },
    Plats { nyckel: verksamhet::VERKSAMHETER, med: true, bygg: verksamhet::verksamheter },
    Plats { nyckel: MATETAL, med: true, bygg: matetal },
    Plats { nyckel: MALUPPFYLLELSE, med: false, bygg: malens_lage },
    Plats { nyckel: UPPDRAG, med: true, bygg: uppdrag },
];

fn malens_lage(input: &Underlag) -> Avsnitt {
    maluppfyllelse(input.view, &format!("till och med {}", format::period(input.view.period)))
}

/// The month's report to the nämnd.
pub fn manadsrapport(input: &Underlag) -> Rapport {
    let slag = Rapportslag::Manad;
    let mut rapport = empty_report(input, slag, format::period(input.view.period));
    let built = mall::ordning(input.view, slag, &PLATSER).into_iter().map(|plats| (plats.bygg)(input));
    rapport.avsnitt = mall::med_rubriker(input.view, slag, built.collect());
    rapport.teckenregler = vec![TECKENREGEL.to_string(), avrundning::regel()];
    granska::append(&mut rapport, input);
    with_lage(rapport, input.lage.clone())
}
