//! Each check sees what it should, and is quiet where all is well.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use plan_core::aktivitet::Delaktivitet;
use plan_core::ekonomi::Beloppsslag::{Budget, Prognos, UtfallAck};
use plan_core::ekonomi::Verksamhetsdel::{Intakt, Kostnad};
use plan_core::mal::{Malbedomning, Maluppfyllelse};
use plan_core::matetal::{Frekvens, Krav, Riktning};
use plan_core::styrmodell::Bedomningsregel;
use plan_core::uppfoljning::{Status, Statusbarare};

use super::*;
use crate::manadsrapport;
use crate::testplan::{Testplan, find, tal, underlag};
use crate::with_lage;

/// The headings of the remarks of one check.
fn remarks(t: &Testplan, when: &str, kontroll: Kontroll) -> Vec<String> {
    let view = t.view(when);
    let rapport = manadsrapport(&underlag(&view, None));
    let found = granska_fore_utskrift(&rapport, &view);
    let of_check = found.into_iter().filter(|a| a.kontroll == kontroll);
    of_check.map(|a| format!("{}: {}", a.rubrik, a.text).replace('\u{a0}', " ")).collect()
}

#[test]
fn a_summary_without_text_is_seen() {
    let mut t = Testplan::new();
    assert_eq!(
        remarks(&t, "2026-10", Kontroll::SaknarText),
        ["Sammanfattning saknar text: Avsnittet skrivs ut med bara beräknade uppgifter."]
    );
    t.text("2026-10", "sammanfattning", None, "Läget är gott.");
    assert!(remarks(&t, "2026-10", Kontroll::SaknarText).is_empty());
}

#[test]
fn red_and_yellow_without_a_word_are_seen() {
    let mut t = Testplan::new();
    let late = t.aktivitet(None, "1.1", "Utbilda", "2026-12-01");
    let told = t.aktivitet(None, "1.2", "Bygga", "2026-12-01");
    t.aktivitet(None, "1.3", "Riva", "2026-04-24");
    t.status(Statusbarare::Aktivitet(late), "2026-05", Status::Forsenad, "");
    t.status(Statusbarare::Aktivitet(told), "2026-05", Status::Forsenad, "Bygglovet dröjer.");
    assert_eq!(
        remarks(&t, "2026-05", Kontroll::SaknarKommentar),
        [
            "1.1 Utbilda saknar kommentar: Statusen är ”Försenad”.",
            "1.3 Riva saknar kommentar: Slutdatumet har passerat."
        ]
    );
}

#[test]
fn a_missed_target_without_analysis_is_seen() {
    let mut t = Testplan::new();
    let m = t.matetal("Sjukfrånvaro", Frekvens::Manad, Riktning::Lagre);
    t.varde(m, "2026-05", 7.0);
    t.krav(m, 2026, Krav::Hogst(tal(6.5)));
    assert_eq!(
        remarks(&t, "2026-05", Kontroll::SaknarKommentar),
        ["Sjukfrånvaro saknar analys: Målet nås inte."]
    );
    t.text("2026-05", "matetal", Some(m.into()), "Influensan var svår.");
    assert!(remarks(&t, "2026-05", Kontroll::SaknarKommentar).is_empty());
}

/// Drift and verksamheter that differ by `more` kronor in both halves of the forecast.
fn two_tables(more: i64) -> Testplan {
    let mut t = Testplan::new();
    let (a, b) = (t.driftrad("Intäkter", &[]), t.driftrad("Kostnader", &[]));
    t.driftrad("Årets resultat", &[a, b]);
    for (rad, amount) in [(a, 100_000_000), (b, -100_000_000)] {
        t.drift(rad, "2026-04", Budget, amount);
        t.drift(rad, "2026-04", Prognos, amount);
    }
    let v = t.verksamhet("Hemtjänst");
    t.half(v, Intakt, "2026-04", [100_000_000, 100_000_000 + more]);
    t.half(v, Kostnad, "2026-04", [-100_000_000, -100_000_000 - more]);
    t
}

#[test]
fn tables_that_do_not_agree_are_told_with_the_amounts() {
    assert_eq!(
        remarks(&two_tables(5_181_000), "2026-04", Kontroll::Summor),
        [
            "Prognos för intäkter skiljer 5 181 tkr: Driftredovisningen har 100 000 tkr, verksamheterna 105 181 tkr.",
            "Prognos för kostnader skiljer 5 181 tkr: Driftredovisningen har −100 000 tkr, verksamheterna −105 181 tkr.",
        ]
    );
    assert!(remarks(&two_tables(2_000), "2026-04", Kontroll::Summor).is_empty(), "only rounding");
}

#[test]
fn a_forecast_that_does_not_believe_the_outcome_is_seen() {
    let mut t = two_tables(0);
    let (a, b) = (t.plan.driftrad[0].id, t.plan.driftrad[1].id);
    t.drift(a, "2026-04", UtfallAck, 34_000_000);
    t.drift(b, "2026-04", UtfallAck, -41_200_000);
    assert_eq!(
        remarks(&t, "2026-04", Kontroll::Nollprognos),
        [
            "Kostnader: nollprognos trots 41,2 % förbrukat: Prognosen är lika med budget. Riktpunkten är 33,3 %."
        ]
    );
}

#[test]
fn a_deficit_needs_a_text() {
    let mut t = Testplan::new();
    let v = t.verksamhet("Boende");
    t.half(v, Kostnad, "2026-04", [-1_000_000, -2_120_000]);
    assert_eq!(
        remarks(&t, "2026-04", Kontroll::Underskott),
        ["Boende −1 120 tkr saknar kommentar: Ett underskott ska förklaras, och åtgärderna anges."]
    );
    t.text("2026-04", "verksamhet", Some(v.into()), "Två nya platser köps.");
    assert!(remarks(&t, "2026-04", Kontroll::Underskott).is_empty());
}

#[test]
fn a_text_about_another_month_is_seen() {
    let period = |text: &str| {
        let mut t = Testplan::new();
        t.text("2026-10", "sammanfattning", None, text);
        remarks(&t, "2026-10", Kontroll::Period)
    };
    let told = "Texten säger september: Sammanfattning. Rapporten gäller oktober 2026.";
    assert_eq!(period("Till och med september är 14 aktiviteter genomförda."), [told]);
    assert_eq!(period("Prognosen (t.o.m. september) är god, liksom i oktober."), [told]);
    assert_eq!(period("Resultatet i september är gott."), [told]);
    assert!(period("Sedan september har prognosen i oktober förbättrats.").is_empty());
    assert!(period("Antalet ökade från januari till oktober.").is_empty());
    assert!(period("Personalen är nöjd.").is_empty());
}

#[test]
fn a_reworded_matetal_and_a_personnummer_are_seen() {
    let mut t = Testplan::new();
    let m = t.matetal("Kontinuitet", Frekvens::Ar, Riktning::Lagre);
    t.matetal_mut(m).faststalld_lydelse = "Personalkontinuitet i hemtjänsten".into();
    t.text("2026-10", "sammanfattning", None, "Anna 850101-1234 har slutat.");
    assert_eq!(
        remarks(&t, "2026-10", Kontroll::Omformulerat),
        [
            "Kontinuitet har fått ny lydelse: Rapporten visar den fastställda: ”Personalkontinuitet i hemtjänsten”."
        ]
    );
    assert_eq!(remarks(&t, "2026-10", Kontroll::Personnummer).len(), 1);
}

#[test]
fn a_character_that_cannot_be_printed_is_told_once_a_text_and_only_where_it_is_printed() {
    let mut t = Testplan::new();
    let late = t.aktivitet(None, "1.1", "Utbilda ☃☃ i vinter", "2026-12-01");
    t.status(Statusbarare::Aktivitet(late), "2026-05", Status::Forsenad, "Halt ☃.");
    t.text("2026-05", "sammanfattning", None, "**☃** och *✈* väntar.");
    t.text("2026-04", "sammanfattning", None, "Förra månadens ♘.");
    let view = t.view("2026-05");
    let rapport = manadsrapport(&underlag(&view, None));
    let told = granska_tecken(&rapport, &view, &"☃✈".chars().collect());
    let said: Vec<_> = told.iter().map(|a| format!("{}: {}", a.rubrik, a.text)).collect();
    assert_eq!(
        said.iter().map(|text| text.replace('\u{a0}', " ")).collect::<Vec<_>>(),
        [
            "Tecknen ☃ och ✈ kan inte skrivas ut: Sammanfattning: ”☃” och ”✈”. I rapporten står en ruta i stället.",
            "Tecknet ☃ kan inte skrivas ut: Aktivitet 1.1 Utbilda ☃☃ i vinter: ”☃☃”. I rapporten står en ruta i stället.",
            "Tecknet ☃ kan inte skrivas ut: Statuskommentar, aktivitet 1.1 Utbilda ☃☃ i vinter: ”☃”. \
             I rapporten står en ruta i stället.",
        ]
    );
    assert_eq!((told[0].avsnitt.as_str(), told[0].subject), ("sammanfattning", None));
    assert_eq!((told[1].subject, told[2].subject), (Some(late.into()), Some(late.into())));
    assert!(
        granska_tecken(&rapport, &view, &['♘'].into())
            .iter()
            .all(|a| a.text.starts_with("Rapportens uppgifter"))
    );
}

/// A text field that a thing gets is looked through, or it is named here: too short for it, or no text of a person's.
#[test]
fn every_text_of_a_thing_is_looked_through_for_a_personnummer() {
    const NOT_FREE: [&str; 13] = [
        "avsnitt",
        "beslut_dnr",
        "beslut_organ",
        "beslut_paragraf",
        "end_text",
        "enhet",
        "kod",
        "kolada_id",
        "nr",
        "period_text",
        "perspektiv",
        "sort_key",
        "start_text",
    ];
    let mut t = Testplan::new();
    let niva = t.niva("Styrtal", Bedomningsregel::RegelA);
    let mal = t.mal(niva, None, "A", "Ett gott liv");
    let uppdrag = t.uppdrag("1", "Korta vägen");
    let aktivitet = t.aktivitet(Some(uppdrag), "1.1", "Öppna", "2026-04-24");
    t.matetal("Sjukfrånvaro", Frekvens::Manad, Riktning::Lagre);
    t.status(Statusbarare::Aktivitet(aktivitet), "2026-04", Status::Forsenad, "Väntar.");
    t.text("2026-04", "drift", None, "God.");
    let step = Delaktivitet { id: t.id(), titel: "Ring".into(), klar: false, sort_key: String::new() };
    t.aktivitet_mut(aktivitet).delaktiviteter.push(step);
    let (period, bedomning) = (t.view("2026-04").period, Maluppfyllelse::Uppfyllt);
    t.plan.malbedomning.push(Malbedomning { mal_id: mal, period, bedomning, motivering: String::new() });
    let plan = serde_json::to_value(&t.plan).unwrap();
    let mut looked_through = 0;
    for thing in [
        "/befattning/0",
        "/organisation/0",
        "/mal/0",
        "/malbedomning/0",
        "/uppdrag/0",
        "/aktivitet/0",
        "/aktivitet/0/delaktiviteter/0",
        "/statusrad/0",
        "/matetal/0",
        "/avsnittstext/0",
    ] {
        let fields = plan.pointer(thing).unwrap().as_object().unwrap();
        for field in fields.keys().filter(|field| !NOT_FREE.contains(&field.as_str())) {
            let mut written = plan.clone();
            *written.pointer_mut(&format!("{thing}/{field}")).unwrap() = "Anna 850101-1234".into();
            // An id, a code, a day or a number takes no such text.
            let Ok(plan) = serde_json::from_value(written) else { continue };
            t.plan = plan;
            let found = remarks(&t, "2026-04", Kontroll::Personnummer);
            assert_eq!(found.len(), 1, "{thing}/{field}");
            looked_through += 1;
        }
    }
    assert!(looked_through > 25, "only {looked_through} fields are texts");
}

#[test]
fn the_check_is_printed_on_the_draft_only() {
    let t = Testplan::new();
    let view = t.view("2026-10");
    let draft = manadsrapport(&underlag(&view, None));
    assert!(find(&draft, INNAN_UTSKICK).is_some());
    assert!(find(&with_lage(draft, Lage::Forslag), INNAN_UTSKICK).is_none());
}
