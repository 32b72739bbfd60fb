//! What a person can choose and write in a report: every section in the template's order, on or off, and the texts
//! that belong to it. Knows no page and no screen.
use plan_core::belopp::Ore;
use plan_core::id::{OrganisationId, ThingId};
use plan_core::rapport::Rapportslag;
use plan_core::view::PlanView;

use crate::blocks::namn;
use crate::ekonomi::drift::{self, DRIFT};
use crate::ekonomi::driftrader;
use crate::ekonomi::verksamhet::{VERKSAMHET, VERKSAMHETER};
use crate::mal::MALUPPFYLLELSE;
use crate::mall;
use crate::matetal::MATETAL;
use crate::{manadsrapport, verksamhetsplan};

/// A section that the report can have.
#[derive(Debug, Clone, PartialEq)]
pub struct Avsnittsval {
    pub nyckel: &'static str,
    /// Its own heading as the template gives it; empty: the program's.
    pub rubrik: String,
    pub med: bool,
    /// Whether it is in unless somebody decides otherwise.
    pub forvald: bool,
    pub texter: Vec<Textplats>,
}

/// A place in a section where somebody can write.
#[derive(Debug, Clone, PartialEq)]
pub struct Textplats {
    /// The key that the text is stored under; not always the section's.
    pub avsnitt: &'static str,
    /// The row or mätetal it is about; `None`: the section as a whole.
    pub subject: Option<ThingId>,
    /// "Förskola +6 239 tkr"; empty for the section as a whole.
    pub rubrik: String,
    /// Markdown; empty where nothing is written.
    pub text: String,
}

/// The sections of a kind of report, in order, with their texts; a unit's own for its verksamhetsplan.
pub fn avsnittsval(view: &PlanView, slag: Rapportslag, unit: Option<OrganisationId>) -> Vec<Avsnittsval> {
    let heading = |nyckel: &str| {
        let rad = view.plan.rapportmall.iter().find(|rad| rad.slag == slag && rad.avsnitt == nyckel);
        rad.map_or_else(String::new, |rad| rad.rubrik.trim().to_string())
    };
    let one = |nyckel: &'static str, forvald: bool, med: bool| Avsnittsval {
        nyckel,
        rubrik: heading(nyckel),
        med,
        forvald,
        texter: match slag {
            Rapportslag::Manad => of_month(view, nyckel),
            Rapportslag::Verksamhetsplan => vec![of_plan(view, nyckel, unit)],
        },
    };
    match slag {
        Rapportslag::Manad => {
            let all = mall::alla(view, slag, &manadsrapport::PLATSER);
            all.into_iter().map(|(plats, med)| one(plats.nyckel, plats.med, med)).collect()
        }
        Rapportslag::Verksamhetsplan => {
            let all = mall::alla(view, slag, &verksamhetsplan::PLATSER);
            all.into_iter().map(|(plats, med)| one(plats.nyckel, plats.med, med)).collect()
        }
    }
}

fn of_plan(view: &PlanView, nyckel: &'static str, unit: Option<OrganisationId>) -> Textplats {
    let text = view.plan_text(nyckel, unit).map_or_else(String::new, |text| text.text.clone());
    Textplats { avsnitt: nyckel, subject: None, rubrik: String::new(), text }
}

/// The section's own text first, then one per row that its builder asks for.
fn of_month(view: &PlanView, nyckel: &'static str) -> Vec<Textplats> {
    if nyckel == MALUPPFYLLELSE {
        return vec![];
    }
    let place = |avsnitt: &'static str, subject: Option<ThingId>, rubrik: String| {
        let text = view.text(avsnitt, subject, None).map_or_else(String::new, |text| text.text.clone());
        Textplats { avsnitt, subject, rubrik, text }
    };
    let headed = |name: &str, avvikelse: Option<Ore>| drift::rubrik(name, avvikelse);
    let mut places = vec![place(nyckel, None, String::new())];
    match nyckel {
        DRIFT => places.extend(
            driftrader(view)
                .iter()
                .map(|rad| place(DRIFT, Some(rad.id.into()), headed(&rad.namn, rad.avvikelse))),
        ),
        VERKSAMHETER => {
            let bild = plan_core::ekonomi::rules::verksamhetsbild(view);
            places.extend(bild.netto.iter().filter_map(|rad| {
                Some(place(VERKSAMHET, Some(rad.id?.into()), headed(&rad.namn, rad.avvikelse)))
            }));
        }
        MATETAL => places.extend(
            view.plan.matetal.iter().map(|m| place(MATETAL, Some(m.id.into()), namn(&m.nr, &m.titel))),
        ),
        _ => {}
    }
    places
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use plan_core::uppfoljning::Avsnittstext;

    use super::*;
    use crate::sammanfattning::SAMMANFATTNING;
    use crate::testplan::{Testplan, underlag};
    use crate::tests::year;

    #[test]
    fn every_section_is_offered_and_the_one_of_the_tertial_is_off() {
        let t = Testplan::new();
        let view = t.view("2026-10");
        let all = avsnittsval(&view, Rapportslag::Manad, None);
        assert_eq!(all.len(), manadsrapport::PLATSER.len());
        let off: Vec<_> = all.iter().filter(|a| !a.med).map(|a| a.nyckel).collect();
        assert_eq!(off, [MALUPPFYLLELSE]);
        assert!(avsnittsval(&view, Rapportslag::Verksamhetsplan, None).iter().all(|a| a.texter.len() == 1));
    }

    /// What is written in a place and never printed would be lost without a word.
    #[test]
    fn every_text_that_can_be_written_is_printed_under_a_heading() {
        let unit = year().norr;
        for (slag, unit) in [
            (Rapportslag::Manad, None),
            (Rapportslag::Verksamhetsplan, None),
            (Rapportslag::Verksamhetsplan, Some(unit)),
        ] {
            let mut t = year();
            t.plan.avsnittstext.clear();
            let month = if slag == Rapportslag::Manad { 5 } else { 0 };
            let offered = avsnittsval(&t.view("2026-05"), slag, unit);
            let places: Vec<_> = offered.iter().flat_map(|section| &section.texter).collect();
            let words = |at: usize| format!("Här står text nummer {at} i rapporten.");
            for (at, place) in places.iter().enumerate() {
                let id = t.id();
                t.plan.avsnittstext.push(Avsnittstext {
                    id,
                    year: 2026,
                    month,
                    avsnitt: place.avsnitt.into(),
                    subject_id: place.subject,
                    organisation_id: unit,
                    text: words(at),
                });
            }
            let view = t.view("2026-05");
            let input = underlag(&view, None);
            let tree = match slag {
                Rapportslag::Manad => manadsrapport::manadsrapport(&input),
                Rapportslag::Verksamhetsplan => verksamhetsplan::verksamhetsplan(&input, unit),
            };
            let printed = serde_json::to_string(&tree.avsnitt).unwrap();
            for (at, place) in places.iter().enumerate() {
                assert!(printed.contains(&words(at)), "{slag:?} {unit:?}: {} is swallowed", place.avsnitt);
            }
            assert!(places.len() >= 9, "{slag:?}: only {} places", places.len());
            assert!(tree.avsnitt.iter().all(|section| !section.rubrik.is_empty()), "{slag:?} {unit:?}");
        }
    }

    #[test]
    fn a_written_text_stands_in_its_place() {
        let mut t = Testplan::new();
        t.text("2026-10", SAMMANFATTNING, None, "Läget är gott.");
        let all = avsnittsval(&t.view("2026-10"), Rapportslag::Manad, None);
        let summary = all.iter().find(|a| a.nyckel == SAMMANFATTNING).unwrap();
        assert_eq!(summary.texter.iter().map(|t| t.text.as_str()).collect::<Vec<_>>(), ["Läget är gott."]);
    }
}
