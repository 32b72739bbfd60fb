//! The section as it is read: the first report, a quiet month, and who changed what when.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use chrono::{TimeZone, Utc};
use plan_core::historik::Rord;
use plan_core::uppfoljning::{Status, Statusbarare};

use super::*;
use crate::testplan::{Testplan, date, decided, picture, rows, underlag};

fn section(t: &Testplan, when: &str, before: Option<(Fakta, &Rapport)>, rorda: &[Rord]) -> Avsnitt {
    let view = t.view(when);
    let foregaende = before.map(|(fakta, rapport)| Foregaende { fakta, rapport });
    forandringar(&Underlag { rorda, ..underlag(&view, foregaende) })
}

fn text(avsnitt: &Avsnitt) -> String {
    let t = Testplan::new();
    let view = t.view("2026-01");
    let mut rapport = crate::manadsrapport(&underlag(&view, None));
    rapport.avsnitt = vec![avsnitt.clone()];
    picture(&rapport)
}

#[test]
fn the_first_report_says_that_there_is_none_before() {
    let t = Testplan::new();
    assert_eq!(section(&t, "2026-05", None, &[]).block, [notis("Ingen tidigare fastställd rapport.")]);
}

#[test]
fn a_month_without_changes_is_five_lines() {
    let mut t = Testplan::new();
    t.aktivitet(None, "1.1", "Utbilda", "2026-12-01");
    let april = decided("2026-04", "2026-05-26", "§ 62");
    let avsnitt = section(&t, "2026-05", Some((t.fakta("2026-04"), &april)), &[]);
    assert!(avsnitt.underavsnitt.is_empty());
    assert_eq!(
        text(&avsnitt).lines().skip(2).collect::<Vec<_>>(),
        [
            "Jämförelse med månadsrapporten för april 2026, fastställd 2026-05-26 § 62.",
            "- Inga statusar har ändrats.",
            "- Inga prognoser har ändrats.",
            "- Inga mätetal har passerat sitt mål eller vänt.",
            "- Inga aktiviteter har tillkommit, strukits eller flyttats.",
            "- Inga slutdatum har passerat utan ny uppgift.",
        ]
    );
}

#[test]
fn a_status_is_told_with_its_reason_who_and_when() {
    let mut t = Testplan::new();
    let a = t.aktivitet(None, "1.1", "Utbilda", "2026-12-01");
    let moved = t.aktivitet(None, "1.2", "Bygga", "2026-06-01");
    let before = t.fakta("2026-04");
    t.status(Statusbarare::Aktivitet(a), "2026-05", Status::Forsenad, "Kursen är **inställd**.");
    t.aktivitet_mut(moved).end_date = Some(date("2026-09-01"));
    let at = Utc.with_ymd_and_hms(2026, 5, 20, 22, 30, 0).unwrap();
    let rord = Rord { thing: a.into(), vem: "Enhetschef norr".into(), at, change_set: 7 };
    let april = decided("2026-04", "2026-05-26", "62");
    let avsnitt = section(&t, "2026-05", Some((before, &april)), &[rord]);
    let tables: Vec<Vec<String>> = (avsnitt.underavsnitt.iter().flat_map(|a| &a.block))
        .filter_map(|block| if let Block::Tabell(tabell) = block { Some(rows(tabell)) } else { None })
        .collect();
    assert_eq!(
        tables[0],
        [
            "Uppdrag/aktivitet | April | Maj | Orsak | Ändrad",
            "1.1 Utbilda | Inte rapporterad | Försenad | Kursen är inställd. | 2026-05-21, Enhetschef norr",
        ]
    );
    assert_eq!(
        tables[1],
        [
            "Uppdrag/aktivitet | Ändring | Tidigare slutdatum | Slutdatum",
            "1.2 Bygga | Senarelagd | 2026-06-01 | 2026-09-01",
        ]
    );
}

#[test]
fn a_change_made_and_unmade_is_no_change() {
    let mut t = Testplan::new();
    let a = t.aktivitet(None, "1.1", "Utbilda", "2026-12-01");
    t.status(Statusbarare::Aktivitet(a), "2026-04", Status::PagarEnligtPlan, "");
    let before = t.fakta("2026-04");
    t.status(Statusbarare::Aktivitet(a), "2026-05", Status::Forsenad, "Fel rad.");
    t.status(Statusbarare::Aktivitet(a), "2026-05", Status::PagarEnligtPlan, "");
    let april = decided("2026-04", "2026-05-26", "62");
    assert!(section(&t, "2026-05", Some((before, &april)), &[]).underavsnitt.is_empty());
}

#[test]
fn a_new_year_says_why_plans_are_not_compared() {
    let t = Testplan::new();
    let december = decided("2025-12", "2026-02-10", "9");
    let avsnitt = section(&t, "2026-02", Some((t.fakta("2025-12"), &december)), &[]);
    let text = text(&avsnitt);
    assert!(text.contains("jämförs inte med dem för 2025"), "{text}");
    assert!(!text.contains("Inga prognoser har ändrats"), "{text}");
}
