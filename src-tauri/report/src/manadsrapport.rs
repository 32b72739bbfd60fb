//! Månadsrapport: its sections in the order of reports.md, as the file's template has chosen them.
use plan_core::rapport::Rapportslag;

use crate::ekonomi::{AVRUNDNING, TECKENREGEL, drift, verksamhet};
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

/// The sections, in the order a nämnd reads them (reports.md, Kinds). Måluppfyllelse belongs to tertial: off unless chosen.
const PLATSER: [Plats; 7] = [
    Plats { nyckel: SAMMANFATTNING, med: true },
    Plats { nyckel: FORANDRINGAR, med: true },
    Plats { nyckel: drift::DRIFT, med: true },
    Plats { nyckel: verksamhet::VERKSAMHETER, med: true },
    Plats { nyckel: MATETAL, med: true },
    Plats { nyckel: MALUPPFYLLELSE, med: false },
    Plats { nyckel: UPPDRAG, med: true },
];

/// The month's report to the nämnd.
pub fn manadsrapport(input: &Underlag) -> Rapport {
    let slag = Rapportslag::Manad;
    let mut rapport = empty_report(input, slag, format::period(input.view.period));
    let built = mall::ordning(input.view, slag, &PLATSER).into_iter().map(|nyckel| build(input, nyckel));
    rapport.avsnitt = mall::med_rubriker(input.view, slag, built.collect());
    rapport.teckenregler = vec![
        TECKENREGEL.to_string(),
        format!("Belopp räknas i ören och avrundas sist till hela tkr. {AVRUNDNING}"),
    ];
    granska::append(&mut rapport, input);
    with_lage(rapport, input.lage.clone())
}

fn build(input: &Underlag, nyckel: &str) -> Avsnitt {
    match nyckel {
        SAMMANFATTNING => sammanfattning(input),
        FORANDRINGAR => forandringar(input),
        drift::DRIFT => drift::drift(input),
        verksamhet::VERKSAMHETER => verksamhet::verksamheter(input),
        MATETAL => matetal(input),
        MALUPPFYLLELSE => maluppfyllelse(input.view),
        _ => uppdrag(input),
    }
}
