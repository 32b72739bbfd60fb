//! What belongs in a unit's plan, and that nothing of it is a copy.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use plan_core::belopp::Ore;
use plan_core::ekonomi::{Beloppsslag, Driftbelopp};
use plan_core::organisation::Organisationsslag;

use super::*;
use crate::testplan::{Testplan, find, period, picture, rows, underlag};
use crate::tree::{Cell, Radslag, Tabellrad};

fn plan_of(t: &Testplan, unit: Option<OrganisationId>) -> Rapport {
    let view = t.view("2026-12");
    verksamhetsplan(&underlag(&view, None), unit)
}

/// Titles in the aktivitetsplan.
fn aktiviteter(rapport: &Rapport) -> Vec<String> {
    let Some(Block::Tabell(tabell)) = find(rapport, AKTIVITETSPLAN).and_then(|a| a.block.last()) else {
        return vec![];
    };
    rows(tabell).iter().skip(1).map(|row| row.split(" | ").next().unwrap().to_string()).collect()
}

#[test]
fn a_unit_has_what_it_was_given_what_is_common_and_its_own() {
    let mut t = Testplan::new();
    let (norr, soder, forvaltning) = (t.norr, t.soder, t.forvaltning);
    let own = t.aktivitet(None, "", "Egen", "2026-02-01");
    t.aktivitet_mut(own).organisation_id = Some(norr);
    let given = t.aktivitet(None, "", "Tilldelad", "2026-03-01");
    (t.aktivitet_mut(given).organisation_id, t.aktivitet_mut(given).fordelning) =
        (Some(forvaltning), vec![norr]);
    let common = t.aktivitet(None, "", "Gemensam", "2026-04-01");
    (t.aktivitet_mut(common).organisation_id, t.aktivitet_mut(common).gemensam) = (Some(forvaltning), true);
    let other = t.aktivitet(None, "", "Grannens", "2026-05-01");
    (t.aktivitet_mut(other).organisation_id, t.aktivitet_mut(other).gemensam) = (Some(soder), true);
    assert_eq!(aktiviteter(&plan_of(&t, Some(norr))), ["Egen", "Tilldelad", "Gemensam"]);
    assert_eq!(aktiviteter(&plan_of(&t, Some(soder))), ["Gemensam", "Grannens"]);
    assert_eq!(aktiviteter(&plan_of(&t, None)).len(), 4);
}

#[test]
fn an_uppdrag_comes_with_its_units_and_only_their_aktiviteter() {
    let mut t = Testplan::new();
    let (norr, soder) = (t.norr, t.soder);
    let u = t.uppdrag("1", "Trygg hemgång");
    t.uppdrag_mut(u).fordelning = vec![norr];
    let a = t.aktivitet(Some(u), "1.1", "Norrs del", "2026-02-01");
    t.aktivitet_mut(a).organisation_id = Some(norr);
    let b = t.aktivitet(Some(u), "1.2", "Söders del", "2026-02-01");
    t.aktivitet_mut(b).organisation_id = Some(soder);
    t.uppdrag("2", "Någon annans");
    let text = picture(&plan_of(&t, Some(norr)));
    assert!(text.contains("Uppdrag 1 Trygg hemgång") && text.contains("Norrs del"), "{text}");
    assert!(!text.contains("Söders del") && !text.contains("Någon annans"), "{text}");
    assert!(text.contains("Hemtjänst norr, Omsorgsförvaltningen"), "{text}");
}

#[test]
fn a_units_plan_says_whose_it_is_and_a_plan_has_no_day() {
    let t = Testplan::new();
    let (whole, own) = (plan_of(&t, None), plan_of(&t, Some(t.norr)));
    assert_eq!(whole.titel, "Verksamhetsplan 2026");
    assert_eq!(own.titel, "Verksamhetsplan 2026 för Hemtjänst norr");
    assert_eq!(whole.dag(), None);
}

#[test]
fn only_units_below_a_verksamhetsomrade_or_a_unit_stand_a_step_in() {
    let mut t = Testplan::new();
    let norr = t.norr;
    let forms = |t: &Testplan| -> Vec<Radslag> {
        let rapport = plan_of(t, None);
        let Some(Block::Tabell(tabell)) = find(&rapport, ORGANISATION).and_then(|a| a.block.last()) else {
            panic!("no table")
        };
        let named =
            |rad: &&Tabellrad| matches!(&rad.celler[0], Cell::Text(text) if text[0].text == "Hemtjänst norr");
        tabell.rader.iter().filter(named).map(|rad| rad.slag).collect()
    };
    let parent =
        |t: &Testplan| t.plan.organisation.iter().find(|node| node.id == norr).unwrap().parent_id.unwrap();
    let above = parent(&t);
    for (slag, form) in [
        (Organisationsslag::Forvaltning, Radslag::Vanlig),
        (Organisationsslag::Verksamhetsomrade, Radslag::Indragen),
    ] {
        t.plan.organisation.iter_mut().find(|node| node.id == above).unwrap().slag = slag;
        assert_eq!(forms(&t), [form]);
    }
}

#[test]
fn a_unit_has_a_budget_only_where_the_table_has_rows_for_it() {
    let mut t = Testplan::new();
    let rad = t.driftrad("Personalkostnader", &[]);
    t.drift(rad, "2026-01", Beloppsslag::Budget, -5_000_000);
    assert!(find(&plan_of(&t, None), drift::DRIFT).is_some());
    assert!(find(&plan_of(&t, Some(t.norr)), drift::DRIFT).is_none());
    t.plan.driftbelopp.push(Driftbelopp {
        driftrad_id: rad,
        organisation_id: t.norr,
        slag: Beloppsslag::Budget,
        period: period("2026-01"),
        belopp: Belopp::Ore(Ore::kronor(-700_000)),
    });
    assert!(picture(&plan_of(&t, Some(t.norr))).contains("Personalkostnader | −700"));
}

#[test]
fn grunduppdrag_and_uppdrag_without_a_mal_have_sections_of_their_own() {
    let mut t = Testplan::new();
    let u = t.uppdrag("G1", "Myndighetsutövning");
    t.uppdrag_mut(u).grunduppdrag = true;
    t.uppdrag("9", "Se över lokalerna");
    let rapport = plan_of(&t, None);
    let heading = |key| find(&rapport, key).unwrap().underavsnitt[0].rubrik.clone();
    assert_eq!(heading(GRUNDUPPDRAG), "Uppdrag G1 Myndighetsutövning");
    assert_eq!(heading(UTAN_MAL), "Uppdrag 9 Se över lokalerna");
}

#[test]
fn texts_of_the_plan_come_first_in_their_sections() {
    let mut t = Testplan::new();
    t.text("2026", "inledning", None, "Året präglas av *omställning*.");
    t.uppdrag("9", "Se över lokalerna");
    t.text("2026", "uppdrag_utan_mal", None, "Lokalfrågor.");
    let rapport = plan_of(&t, None);
    assert_eq!(rapport.avsnitt[0].id, INLEDNING);
    assert_eq!(find(&rapport, UTAN_MAL).unwrap().block, [stycke("Lokalfrågor.")]);
}
