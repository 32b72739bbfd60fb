//! The overview, the chart and its finding in words.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use plan_core::matetal::{Jamforelse, Krav, Saknas};

use super::*;
use crate::testplan::{Testplan, period, rows, tal, underlag};
use crate::tree::Diagramslag;

fn row(t: &Testplan, when: &str) -> String {
    let view = t.view(when);
    rows(&tabell::tabell(&view).unwrap())[1].clone()
}

#[test]
fn a_missing_value_is_a_word_and_never_zero() {
    let mut t = Testplan::new();
    let m = t.matetal("Nöjda", Frekvens::Ar, Riktning::Hogre);
    t.utfall(m, "2025-12", Varde::Saknas(Saknas::Sekretess));
    assert_eq!(row(&t, "2026-10"), "Nöjda | Sekretess (för få) | Ej mätt | Inget målvärde |  | ");
}

#[test]
fn a_target_is_told_as_decided_unless_it_is_a_bare_number() {
    let mut t = Testplan::new();
    let m = t.matetal("Nöjda", Frekvens::Ar, Riktning::Hogre);
    t.krav(m, 2026, Krav::Minst(tal(85.0)));
    t.plan.malvarde[0].text = "85".into();
    assert!(row(&t, "2026-10").contains("| Minst 85,0 % |"));
    t.plan.malvarde[0].text = "Minst 85 procent".into();
    assert!(row(&t, "2026-10").contains("| Minst 85 procent |"));
}

#[test]
fn a_trend_follows_the_direction_that_is_better() {
    let mut t = Testplan::new();
    let m = t.matetal("Väntetid", Frekvens::Manad, Riktning::Lagre);
    let trend_of = |t: &Testplan| trend(&t.view("2026-12"), &t.plan.matetal[0]);
    assert_eq!(trend_of(&t), None);
    t.varde(m, "2026-01", 5.0);
    t.varde(m, "2026-02", 4.0);
    assert_eq!(trend_of(&t), Some(Trend::Battre));
    t.matetal_mut(m).riktning = Riktning::Folj;
    assert_eq!(trend_of(&t), Some(Trend::Minskar));
}

#[test]
fn two_values_are_bars_and_more_a_line_with_gaps_target_and_comparison() {
    let mut t = Testplan::new();
    let m = t.matetal("Sjukfrånvaro", Frekvens::Manad, Riktning::Lagre);
    t.varde(m, "2025-12", 7.9);
    t.krav(m, 2026, Krav::Hogst(tal(6.5)));
    assert!(diagram::diagram(&t.view("2026-12"), &t.plan.matetal[0]).is_none());
    t.varde(m, "2026-01", 7.1);
    assert_eq!(diagram::diagram(&t.view("2026-12"), &t.plan.matetal[0]).unwrap().slag, Diagramslag::Stapel);
    t.varde(m, "2026-03", 6.8);
    t.plan.jamforelse.push(Jamforelse {
        matetal_id: m,
        namn: "Riket".into(),
        period: period("2026-03"),
        varde: tal(7.0),
    });
    let drawn = diagram::diagram(&t.view("2026-12"), &t.plan.matetal[0]).unwrap();
    assert_eq!(drawn.slag, Diagramslag::Linje);
    assert_eq!(drawn.etiketter, ["dec 2025", "jan 2026", "feb", "mars"]);
    assert_eq!(drawn.serier[0].namn, "Exempelby");
    assert_eq!(drawn.serier[0].varden, [Some(tal(7.9)), Some(tal(7.1)), None, Some(tal(6.8))]);
    assert_eq!((drawn.serier[1].namn.as_str(), drawn.serier[1].varden[3]), ("Riket", Some(tal(7.0))));
    assert_eq!(drawn.mal, [None, Some(tal(6.5)), Some(tal(6.5)), Some(tal(6.5))]);
    assert_eq!(drawn.mal_namn.replace('\u{a0}', " "), "Mål: högst 6,5 %");
    assert_eq!(
        drawn.fynd.replace('\u{a0}', " "),
        "Utfallet minskade från 7,9 % (december 2025) till 6,8 % (mars 2026). \
         Målet för 2026, högst 6,5 %, nås inte."
    );
}

#[test]
fn an_analysis_stands_in_a_section_of_its_own_below_the_chart_where_there_is_one() {
    let mut t = Testplan::new();
    let m = t.matetal("Nöjda", Frekvens::Ar, Riktning::Hogre);
    t.varde(m, "2026-12", 81.0);
    t.text("2026-12", MATETAL, Some(m.into()), "Fler svarade.");
    let blocks = |t: &Testplan| {
        let view = t.view("2026-12");
        matetal(&underlag(&view, None)).underavsnitt[0].block.clone()
    };
    assert_eq!(blocks(&t), [stycke("Fler svarade.")]);
    t.varde(m, "2025-12", 80.0);
    let drawn = blocks(&t);
    assert!(matches!(drawn[1], Block::Diagram(_)));
    assert_eq!(drawn.last().unwrap(), &stycke("Fler svarade."));
}

#[test]
fn an_interval_is_drawn_from_its_lower_to_its_upper_end() {
    let mut t = Testplan::new();
    let m = t.matetal("Utförd tid", Frekvens::Manad, Riktning::Intervall);
    t.krav(m, 2026, Krav::Intervall(tal(85.0), tal(95.0)));
    for (when, value) in [("2026-01", 87.0), ("2026-02", 83.0)] {
        t.varde(m, when, value);
    }
    let view = t.view("2026-02");
    let drawn = diagram::diagram(&view, &t.plan.matetal[0]).unwrap();
    assert_eq!(drawn.mal, [Some(tal(85.0)), Some(tal(85.0))]);
    assert_eq!(drawn.mal_hogst, [Some(tal(95.0)), Some(tal(95.0))]);
}

#[test]
fn a_target_held_against_the_years_mean_says_so() {
    let mut t = Testplan::new();
    let m = t.matetal("Sjukfrånvaro", Frekvens::Manad, Riktning::Lagre);
    t.matetal_mut(m).arsvarde = Arsvarde::Medel;
    t.matetal_mut(m).tolerans = Some(tal(0.5));
    t.krav(m, 2026, Krav::Hogst(tal(7.5)));
    t.varde(m, "2026-01", 8.0);
    t.varde(m, "2026-02", 7.4);
    let view = t.view("2026-02");
    let fynd = diagram::diagram(&view, &t.plan.matetal[0]).unwrap().fynd.replace('\u{a0}', " ");
    assert!(
        fynd.ends_with(
            "Medelvärdet för 2026 är hittills 7,7 %. Målet för 2026, högst 7,5 %, är nära att nås."
        ),
        "{fynd}"
    );
    let noter = tabell::tabell(&view).unwrap().noter;
    assert_eq!(
        noter,
        [
            "Trend är det senaste värdet jämfört med det närmast föregående.",
            "Utfall är årets medelvärde hittills för Sjukfrånvaro."
        ]
    );
}

#[test]
fn women_and_men_are_told_at_the_newest_value() {
    let mut t = Testplan::new();
    let m = t.matetal("Nöjda", Frekvens::Ar, Riktning::Hogre);
    for (when, value) in [("2025-12", 80.0), ("2026-12", 81.0)] {
        t.varde(m, when, value);
    }
    for (kon, value) in [(Kon::K, Varde::Tal(tal(83.0))), (Kon::M, Varde::Saknas(Saknas::Sekretess))] {
        t.utfall(m, "2026-12", value);
        t.plan.utfall.last_mut().unwrap().kon = kon;
    }
    let fynd = diagram::diagram(&t.view("2026-12"), &t.plan.matetal[0]).unwrap().fynd.replace('\u{a0}', " ");
    assert!(fynd.ends_with("Kvinnor 83,0 %, män sekretess (för få)."), "{fynd}");
}
