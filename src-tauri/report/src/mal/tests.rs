//! The verdicts as they are told, and where the thread breaks.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use plan_core::id::{MalId, MatetalId};
use plan_core::mal::Malbedomning;
use plan_core::matetal::{Frekvens, Krav, MatetalMal, Matetalsart, Riktning};
use plan_core::period::Period;

use super::*;
use crate::testplan::{Testplan, rows, tal};

struct Chain {
    t: Testplan,
    omrade: MalId,
    styrtal: MalId,
}

fn chain() -> Chain {
    let mut t = Testplan::new();
    let upper = t.niva("Målområde", Bedomningsregel::Ingen);
    let lower = t.niva("Styrtal", Bedomningsregel::RegelA);
    let omrade = t.mal(upper, None, "A", "Ett gott liv");
    let styrtal = t.mal(lower, Some(omrade), "A1", "Trygga äldre");
    Chain { t, omrade, styrtal }
}

impl Chain {
    fn nyckeltal(&mut self, titel: &str, value: Option<f64>) -> MatetalId {
        let id = self.t.matetal(titel, Frekvens::Ar, Riktning::Hogre);
        let mal_id = self.styrtal;
        let matetal = self.t.matetal_mut(id);
        (matetal.art, matetal.mal) = (Matetalsart::Nyckeltal, vec![MatetalMal { mal_id, vikt: 1 }]);
        self.t.krav(id, 2026, Krav::Minst(tal(80.0)));
        if let Some(value) = value {
            self.t.varde(id, "2026-12", value);
        }
        id
    }

    fn rows(&self) -> Vec<String> {
        let view = self.t.view("2026-12");
        match maluppfyllelse(&view, "2026").block.first() {
            Some(Block::Tabell(tabell)) => rows(tabell),
            _ => vec![],
        }
    }
}

#[test]
fn a_styrtal_is_told_with_what_decided_it_and_a_malomrade_never_is() {
    let mut chain = chain();
    chain.nyckeltal("Trygghet", Some(82.0));
    chain.nyckeltal("Bemötande", Some(70.0));
    chain.nyckeltal("Mat", None);
    assert_eq!(
        chain.rows(),
        [
            "Styrtal | Bedömning | Nyckeltal som nås | Avgörs av",
            "A1 Trygga äldre | Delvis uppfyllt (preliminärt) | 1 av 3 | \
             Trygghet: nås; Bemötande: nås inte; Mat: ej mätt",
        ]
    );
    let view = chain.t.view("2026-12");
    let Block::Tabell(tabell) = &maluppfyllelse(&view, "2026").block[0] else { panic!("no table") };
    assert_eq!(tabell.noter[0], "Bedömningen görs per styrtal. Ingen samlad bedömning görs per målområde.");
}

#[test]
fn nothing_measured_is_no_section() {
    let mut chain = chain();
    chain.nyckeltal("Trygghet", None);
    assert!(chain.rows().is_empty());
}

#[test]
fn a_persons_verdict_shows_beside_the_computed_one() {
    let mut chain = chain();
    chain.nyckeltal("Trygghet", Some(70.0));
    chain.t.plan.malbedomning.push(Malbedomning {
        mal_id: chain.styrtal,
        period: Period::new(2026, 12).unwrap(),
        bedomning: Maluppfyllelse::DelvisUppfyllt,
        motivering: "Nästan **alla** enheter nådde målet.".into(),
    });
    assert!(chain.rows()[1].starts_with("A1 Trygga äldre | Inte uppfyllt | Delvis uppfyllt | 0 av 1"));
    let view = chain.t.view("2026-12");
    assert!(
        matches!(&maluppfyllelse(&view, "2026").block[1], Block::Fakta(pairs) if pairs[0].0 == "A1 Trygga äldre")
    );
}

#[test]
fn the_thread_breaks_where_nothing_carries_it_on() {
    let mut chain = chain();
    let niva = chain.t.plan.niva[1].id;
    let carried = chain.t.mal(niva, Some(chain.omrade), "A2", "Fler i arbete");
    let u = chain.t.uppdrag("1", "Praktik");
    chain.t.uppdrag_mut(u).mal_id = Some(carried);
    let view = chain.t.view("2026-12");
    let uppdrag: Vec<_> = view.plan.uppdrag.iter().collect();
    let whole = kedja(&view, &uppdrag, true).unwrap();
    let told: Vec<(u8, &str, bool)> =
        whole.noder.iter().map(|nod| (nod.djup, nod.text.as_str(), nod.bruten)).collect();
    assert_eq!(
        told,
        [
            (0, "A Ett gott liv", false),
            (1, "A1 Trygga äldre", true),
            (1, "A2 Fler i arbete", false),
            (2, "1 Praktik", true),
        ]
    );
    assert_eq!(whole.fynd, "Tråden brister: 1 styrtal saknar uppdrag och 1 uppdrag saknar aktivitet.");
    assert_eq!(kedja(&view, &uppdrag, false).unwrap().noder.len(), 3);
}
