//! Deviations first, passed dates in words, and units put together by a stated rule.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use super::*;
use crate::testplan::{Testplan, decided, rows, underlag};
use crate::underlag::Foregaende;

fn tables(avsnitt: &Avsnitt) -> Vec<Vec<String>> {
    let all = std::iter::once(avsnitt).chain(&avsnitt.underavsnitt).flat_map(|a| &a.block);
    all.filter_map(|block| if let Block::Tabell(t) = block { Some(rows(t)) } else { None }).collect()
}

#[test]
fn deviations_come_first_and_worst_first_with_their_comment_once() {
    let mut t = Testplan::new();
    t.aktivitet(None, "1", "Passerad", "2026-04-24");
    for (nr, titel, status, why) in [
        ("2", "Gul", Status::PagarMedAvvikelse, "Dröjer."),
        ("3", "Röd", Status::Forsenad, "Står still."),
        ("4", "Grön", Status::PagarEnligtPlan, "Rullar."),
    ] {
        let id = t.aktivitet(None, nr, titel, "2026-12-01");
        t.status(Statusbarare::Aktivitet(id), "2026-05", status, why);
    }
    let view = t.view("2026-05");
    let tables = tables(&uppdrag(&underlag(&view, None)));
    let titles: Vec<&str> = tables[1][1..].iter().map(|row| row.split(" | ").nth(1).unwrap()).collect();
    assert_eq!(titles, ["Röd", "Gul", "Passerad"]);
    assert!(tables[1][3].ends_with("Slutdatum 2026-04-24 har passerat."));
    assert!(tables[2].iter().any(|row| row.contains("Grön") && row.ends_with("Rullar.")));
    assert!(tables[2].iter().any(|row| row.contains("Röd") && row.ends_with("Se avvikelser.")));
}

#[test]
fn no_deviation_is_one_line() {
    let mut t = Testplan::new();
    t.aktivitet(None, "1", "Planerad", "2026-12-01");
    let view = t.view("2026-05");
    let avsnitt = uppdrag(&underlag(&view, None));
    assert_eq!(
        avsnitt.underavsnitt[0].block,
        [stycke("Inga uppdrag eller aktiviteter avviker från planen.")]
    );
}

#[test]
fn counts_carry_their_change() {
    let mut t = Testplan::new();
    let id = t.aktivitet(None, "1", "Planerad", "2026-12-01");
    let before = t.fakta("2026-04");
    t.status(Statusbarare::Aktivitet(id), "2026-05", Status::Genomford, "");
    let april = decided("2026-04", "2026-05-26", "62");
    let view = t.view("2026-05");
    let input = underlag(&view, Some(Foregaende { fakta: before, rapport: &april }));
    let tables = tables(&uppdrag(&input));
    assert_eq!(tables[0][1], "Ej påbörjad | 0 | −1");
    assert_eq!(tables[0][5], "Genomförd | 1 | +1");
    assert_eq!(tables[0][7], "Samtliga | 1 | ±0");
}

#[test]
fn an_uppdrag_heads_its_aktiviteter_in_bold_and_what_nobody_reported_on_has_not_begun() {
    let mut t = Testplan::new();
    let u = t.uppdrag("1", "Trygg hemgång");
    t.aktivitet(Some(u), "", "Ordna hjälpmedel", "2026-12-01");
    let view = t.view("2026-05");
    let section = uppdrag(&underlag(&view, None));
    let Some(Block::Tabell(all)) = section.underavsnitt[1].block.first() else { panic!("no table") };
    let bold: Vec<bool> =
        (all.rader.iter()).map(|row| matches!(&row.celler[1], Cell::Text(text) if text[0].bold)).collect();
    assert_eq!(bold, [true, false]);
    assert!(tables(&section)[1][2].contains("| Ej påbörjad"), "{:?}", tables(&section));
}

#[test]
fn a_column_of_numbers_that_nothing_has_is_left_out() {
    let mut t = Testplan::new();
    t.aktivitet(None, "", "Ordna hjälpmedel", "2026-12-01");
    let view = t.view("2026-05");
    let rows = tables(&uppdrag(&underlag(&view, None)))[1].clone();
    assert!(rows[0].starts_with("Uppdrag/aktivitet"), "{rows:?}");
    assert!(rows[1].starts_with("Aktiviteter utan uppdrag"), "{rows:?}");
    assert!(rows[2].starts_with("Ordna hjälpmedel"), "{rows:?}");
}

#[test]
fn units_are_put_together_worst_first_and_it_says_so() {
    let mut t = Testplan::new();
    let (norr, soder, forvaltning) = (t.norr, t.soder, t.forvaltning);
    let id = t.aktivitet(None, "1", "Utbilda alla", "2026-12-01");
    t.aktivitet_mut(id).fordelning = vec![norr, soder, forvaltning];
    for (unit, status) in [(norr, Status::Forsenad), (soder, Status::PagarEnligtPlan)] {
        t.status(Statusbarare::Aktivitet(id), "2026-05", status, "Kursledaren är sjuk.");
        t.plan.statusrad.last_mut().unwrap().organisation_id = Some(unit);
    }
    let view = t.view("2026-05");
    let row = tables(&uppdrag(&underlag(&view, None)))[1][1].clone();
    assert_eq!(
        row,
        "1 | Utbilda alla | Enhetschef norr | 2026-12-01 | Försenad | \
         Sämsta läget bland enheterna visas. Försenad: Hemtjänst norr. Pågår enligt plan: Hemtjänst söder. \
         Inte rapporterat: Omsorgsförvaltningen. Kursledaren är sjuk."
    );
}
