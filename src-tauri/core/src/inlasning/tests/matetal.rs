//! Mätetal rows: found by Kolada id, nr, title; values and targets per period.
use super::*;
use crate::belopp::Tal;
use crate::matetal::{Krav, Matetalsart, Riktning, Saknas, Varde};

fn tal(value: f64) -> Varde {
    Varde::Tal(Tal::from_f64(value).unwrap())
}

fn ar(year: i32) -> Period {
    Period::new(year, 12).unwrap()
}

fn rad(titel: &str) -> MatetalRad {
    MatetalRad {
        nr: None,
        art: None,
        titel: titel.into(),
        definition: None,
        enhet: Some("%".into()),
        decimaler: None,
        riktning: None,
        frekvens: None,
        kalla: None,
        kolada_id: None,
        ansvarig: None,
        uppdrag: None,
        mal: None,
        utfall: vec![(ar(2024), tal(71.2)), (ar(2025), Varde::Saknas(Saknas::Bortfall))],
        malvarden: vec![(ar(2026), Krav::Minst(Tal(78_000_000)), "Minst 78 %".into())],
        analys: None,
    }
}

fn tabell_av(rader: Vec<MatetalRad>) -> [Tabell; 1] {
    [tabell(Tabellslag::Matetal, rader.into_iter().map(|r| Innehall::Matetal(Box::new(r))).collect())]
}

#[test]
fn a_new_matetal_takes_its_direction_and_decimals_from_its_values() {
    let mut plan = tom_plan();
    let utfall = import_twice(&mut plan, &tabell_av(vec![rad("Andel fartyg i tid")]), &april());
    assert_eq!(utslag(&utfall), [Utslag::Ny]);
    let m = &plan.matetal[0];
    assert_eq!((m.riktning, m.decimaler, m.art), (Riktning::Hogre, 1, Matetalsart::Indikator));
    assert_eq!(
        plan.utfall.iter().map(|u| u.varde).collect::<Vec<_>>(),
        [tal(71.2), Varde::Saknas(Saknas::Bortfall)]
    );
    assert!(plan.utfall.iter().all(|u| u.organisation_id == FORVALTNING));
    assert_eq!(plan.malvarde[0].text, "Minst 78 %");
}

#[test]
fn a_kolada_id_finds_a_reworded_matetal_and_keeps_equal_titles_apart() {
    let mut plan = tom_plan();
    let kolada = |id: &str, titel| MatetalRad { kolada_id: Some(id.into()), ..rad(titel) };
    import_twice(&mut plan, &tabell_av(vec![kolada("N00001", "I tid")]), &april());
    let utfall = import_twice(&mut plan, &tabell_av(vec![kolada("n00001 ", "Fartyg i tid")]), &april());
    assert_eq!(utslag(&utfall), [Utslag::Andrad]);
    let utfall = import_twice(&mut plan, &tabell_av(vec![kolada("N00002", "Fartyg i tid")]), &april());
    assert_eq!(utslag(&utfall), [Utslag::Ny], "another Kolada id is another mätetal");
    let utfall = import(
        &mut plan,
        &tabell_av(vec![kolada("N00002", "Fartyg i tid"), kolada("N00002", "x")]),
        &april(),
    );
    assert_eq!(utslag(&utfall), [Utslag::Oforandrad, Utslag::Vagrad]);
}

#[test]
fn late_outcomes_enter_a_closed_year_but_targets_do_not() {
    let mut plan = tom_plan();
    import(&mut plan, &tabell_av(vec![rad("I tid")]), &april());
    let late = MatetalRad { utfall: vec![(ar(2025), tal(73.5))], malvarden: vec![], ..rad("I tid") };
    let utfall = import_twice(&mut plan, &tabell_av(vec![late]), &april());
    let change = &utfall.rader[0].andringar[0];
    assert_eq!((&*change.falt, utfall.rader[0].utslag), ("utfall.2025-12", Utslag::Andrad));
    let target =
        MatetalRad { malvarden: vec![(ar(2025), Krav::Hogst(Tal(1)), "Högst".into())], ..rad("I tid") };
    let (utfall, writes) = planned(&plan, &tabell_av(vec![target]), &april());
    assert_eq!(utfall.rader[0].vagran, Some(Vagran::StangtAr { year: 2025 }));
    assert!(writes.is_empty());
}

#[test]
fn uppdrag_are_linked_and_the_analysis_stands_with_the_period() {
    let mut plan = tom_plan();
    import(&mut plan, &[uppdrag(vec![uppdragsrad("1", "Kaj"), uppdragsrad("2", "Kran")])], &april());
    let row = MatetalRad {
        uppdrag: Some("1; 2; 9".into()),
        analys: Some("Färre dimdagar.".into()),
        ansvarig: Some("hamnchef".into()),
        ..rad("I tid")
    };
    let utfall = import_twice(&mut plan, &tabell_av(vec![row]), &april());
    assert_eq!(plan.matetal[0].uppdrag, plan.uppdrag.iter().map(|u| u.id).collect::<Vec<_>>());
    assert_eq!(utfall.rader[0].anmarkningar, [Anmarkning::OkantUppdrag { text: "9".into() }]);
    let text = &plan.avsnittstext[0];
    assert_eq!((text.avsnitt.as_str(), text.month, text.text.as_str()), ("matetal", 4, "Färre dimdagar."));
}
