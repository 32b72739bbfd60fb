//! The whole reports on a small plan, read as a nämnd would.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use plan_core::belopp::Belopp;
use plan_core::ekonomi::{Beloppsslag, Verksamhetsdel};
use plan_core::matetal::{Frekvens, Krav, Riktning};
use plan_core::rapport::{Mallavsnitt, Rapportslag};
use plan_core::styrmodell::Bedomningsregel;
use plan_core::uppfoljning::{Status, Statusbarare};

use crate::testplan::{Testplan, decided, picture, tal, underlag};
use crate::tree::{self, Block};
use crate::{Fakta, Foregaende, manadsrapport, verksamhetsplan};

/// A year with a bit of everything, two periods.
pub(crate) fn year() -> Testplan {
    let mut t = Testplan::new();
    let omrade = t.niva("Målområde", Bedomningsregel::Ingen);
    let styrtal = t.niva("Styrtal", Bedomningsregel::RegelA);
    let a = t.mal(omrade, None, "A", "Ett gott liv hela livet");
    let a1 = t.mal(styrtal, Some(a), "A1", "Fler äldre klarar sig hemma");
    t.mal(styrtal, Some(a), "A2", "Fler unga i arbete");
    let u1 = t.uppdrag("1", "Korta vägen till hjälp");
    let unit = t.norr;
    let u = t.uppdrag_mut(u1);
    (u.mal_id, u.vad, u.varfor) = (Some(a1), "Bygg *en* väg in.".into(), "Många söker på fel ställe.".into());
    u.onskad_effekt = "- Kortare väntan\n- Färre avslag".into();
    u.fordelning = vec![unit];
    let forsta = t.aktivitet(Some(u1), "1.1", "Öppna en gemensam mottagning", "2026-04-24");
    let andra = t.aktivitet(Some(u1), "1.2", "Rekrytera två handläggare", "2026-12-18");
    t.aktivitet(None, "", "Se över rutinen för larm", "2026-09-30");
    for id in [forsta, andra] {
        t.status(Statusbarare::Aktivitet(id), "2026-04", Status::PagarEnligtPlan, "");
    }
    t.status(Statusbarare::Aktivitet(andra), "2026-05", Status::PagarMedAvvikelse, "En av två är på plats.");
    let intakter = t.driftrad("Verksamhetens intäkter", &[]);
    let personal = t.driftrad("Personalkostnader", &[]);
    let finans = t.driftrad("Finansnetto", &[]);
    t.driftrad("Årets resultat", &[intakter, personal, finans]);
    for (rad, budget, april, maj) in
        [(intakter, 900_400, 900_400, 1_000_400), (personal, -900_400, -890_800, -890_800)]
    {
        t.drift(rad, "2026-01", Beloppsslag::Budget, budget);
        t.drift(rad, "2026-04", Beloppsslag::Prognos, april);
        t.drift(rad, "2026-05", Beloppsslag::Prognos, maj);
    }
    t.drift(finans, "2026-01", Beloppsslag::Budget, 0);
    t.drift_belopp(finans, "2026-04", Beloppsslag::Prognos, Belopp::Tom);
    let hemtjanst = t.verksamhet("Hemtjänst");
    let namnd = t.verksamhet("Politisk verksamhet");
    t.half(hemtjanst, Verksamhetsdel::Intakt, "2026-04", [49_666, 54_333]);
    t.half(hemtjanst, Verksamhetsdel::Kostnad, "2026-04", [-390_500, -391_499]);
    t.half(namnd, Verksamhetsdel::Kostnad, "2026-04", [-1_289, -1_289]);
    t.half(hemtjanst, Verksamhetsdel::Intakt, "2026-05", [49_666, 54_333]);
    t.text("2026-05", "sammanfattning", None, "Prognosen per april är god.");
    t.text("2026-05", "verksamhet", Some(hemtjanst.into()), "Fler timmar än planerat.");
    let sjuk = t.matetal("Sjukfrånvaro", Frekvens::Manad, Riktning::Lagre);
    for (when, value) in [("2025-12", 7.9), ("2026-03", 7.0), ("2026-04", 6.4), ("2026-05", 6.8)] {
        t.varde(sjuk, when, value);
    }
    t.krav(sjuk, 2026, Krav::Hogst(tal(6.5)));
    let nojd = t.matetal("Nöjda brukare", Frekvens::Ar, Riktning::Hogre);
    t.varde(nojd, "2025-12", 81.0);
    t.krav(nojd, 2026, Krav::Minst(tal(85.0)));
    t.matetal_mut(nojd).mal.push(plan_core::matetal::MatetalMal { mal_id: a1, vikt: 1 });
    t.matetal_mut(nojd).faststalld_lydelse = "Andel nöjda brukare".into();
    t
}

fn month(t: &Testplan) -> tree::Rapport {
    let view = t.view("2026-05");
    let april = decided("2026-04", "2026-05-26", "62");
    let before = Foregaende { fakta: t.fakta("2026-04"), rapport: &april };
    manadsrapport(&underlag(&view, Some(before)))
}

#[test]
fn a_months_report_reads_as_a_namnd_expects() {
    insta::assert_snapshot!(picture(&month(&year())));
}

#[test]
fn a_plan_reads_as_a_forvaltning_expects() {
    let t = year();
    let view = t.view("2026-05");
    insta::assert_snapshot!(picture(&verksamhetsplan(&underlag(&view, None), None)));
}

#[test]
fn the_same_plan_gives_the_same_report_and_it_survives_json() {
    let (one, two) = (month(&year()), month(&year()));
    let json = serde_json::to_string(&one).unwrap();
    assert_eq!(json, serde_json::to_string(&two).unwrap());
    assert_eq!(serde_json::from_str::<tree::Rapport>(&json).unwrap(), one);
}

#[test]
fn facts_survive_json_byte_for_byte() {
    let fakta = year().fakta("2026-05");
    let json = serde_json::to_string(&fakta).unwrap();
    let back: Fakta = serde_json::from_str(&json).unwrap();
    assert_eq!(back, fakta);
    assert_eq!(serde_json::to_string(&back).unwrap(), json);
}

#[test]
fn every_section_table_and_chart_has_a_key_of_its_own_and_says_what_it_is() {
    let t = year();
    let view = t.view("2026-05");
    for rapport in [month(&t), verksamhetsplan(&underlag(&view, None), None)] {
        let (mut sections, mut blocks) = (vec![], vec![]);
        rapport.avsnitt.iter().for_each(|avsnitt| keys(avsnitt, &mut sections, &mut blocks));
        for keys in [&mut sections, &mut blocks] {
            let count = keys.len();
            keys.sort();
            keys.dedup();
            assert_eq!(keys.len(), count, "a key is used twice");
        }
    }
}

fn keys(avsnitt: &tree::Avsnitt, sections: &mut Vec<String>, blocks: &mut Vec<String>) {
    sections.push(avsnitt.id.clone());
    assert!(!avsnitt.rubrik.is_empty(), "{} has no heading", avsnitt.id);
    for block in &avsnitt.block {
        match block {
            Block::Tabell(tabell) => {
                assert!(!tabell.rubrik.is_empty() && !tabell.rader.is_empty(), "{}", tabell.id);
                let width = tabell.kolumner.len();
                assert!(tabell.rader.iter().all(|rad| rad.celler.len() == width), "{}", tabell.id);
                blocks.push(tabell.id.clone());
            }
            Block::Diagram(diagram) => {
                assert!(!diagram.fynd.is_empty(), "{}", diagram.id);
                blocks.push(diagram.id.clone());
            }
            _ => {}
        }
    }
    avsnitt.underavsnitt.iter().for_each(|a| keys(a, sections, blocks));
}

#[test]
fn the_template_switches_moves_and_renames_sections() {
    let mut t = year();
    for (at, (avsnitt, med, rubrik)) in
        [("uppdrag", true, "Så går det"), ("matetal", false, ""), ("maluppfyllelse", true, "")]
            .iter()
            .enumerate()
    {
        t.plan.rapportmall.push(Mallavsnitt {
            slag: Rapportslag::Manad,
            avsnitt: (*avsnitt).into(),
            med: *med,
            rubrik: (*rubrik).into(),
            sort_key: format!("a{at}"),
        });
    }
    let rapport = month(&t);
    let headings: Vec<&str> = rapport.avsnitt.iter().map(|a| a.rubrik.as_str()).collect();
    assert_eq!(headings[..2], ["Så går det", "Sammanfattning"]);
    assert!(!headings.contains(&"Volymer och nyckeltal"), "{headings:?}");
}

#[test]
fn an_empty_plan_gives_a_report_that_says_so() {
    let t = Testplan::new();
    let view = t.view("2026-01");
    let text = picture(&manadsrapport(&underlag(&view, None)));
    assert!(text.contains("Ingen tidigare fastställd rapport"), "{text}");
    assert!(text.contains("Sammanfattning saknar text"), "{text}");
    verksamhetsplan(&underlag(&view, None), Some(t.norr));
}
