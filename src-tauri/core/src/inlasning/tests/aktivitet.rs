//! Links, days, units and statuses of aktivitet rows.
use super::*;
use crate::inlasning::DelAvAr;
use crate::uppfoljning::Statusrad;

fn plan_with_uppdrag() -> Plan {
    let mut plan = tom_plan();
    let long = UppdragRad { year_from: Some(2026), year_to: Some(2027), ..uppdragsrad("2", "Ny kran") };
    import(&mut plan, &[uppdrag(vec![uppdragsrad("1", "Längre kaj"), long])], &april());
    plan
}

fn without_year(text: &str, del: DelAvAr) -> Option<DatumCell> {
    Some(DatumCell { text: text.into(), datum: None, utan_ar: Some(del) })
}

fn dated(day_text: &str) -> Option<DatumCell> {
    Some(DatumCell { text: String::new(), datum: Some(day(day_text)), utan_ar: None })
}

#[test]
fn the_uppdrag_is_found_by_nr_title_or_both() {
    let mut plan = plan_with_uppdrag();
    let rows = ["2", "ny KRAN", "2 Ny kran", "2: Ny kran"];
    let rows = rows.iter().enumerate().map(|(n, word)| aktivitetsrad(word, &format!("A{n}"))).collect();
    let utfall = import_twice(&mut plan, &[aktiviteter(rows)], &april());
    assert_eq!(utfall.antal.ny, 4);
    assert!(plan.aktivitet.iter().all(|a| a.uppdrag_id == Some(plan.uppdrag[1].id)));
}

#[test]
fn uppdrag_of_the_same_source_are_there_for_its_aktiviteter_whatever_the_sheet_order() {
    let mut plan = tom_plan();
    let tables = [aktiviteter(vec![aktivitetsrad("7", "Gjut")]), uppdrag(vec![uppdragsrad("7", "Kaj")])];
    let utfall = import_twice(&mut plan, &tables, &april());
    assert_eq!(plan.aktivitet[0].uppdrag_id, Some(plan.uppdrag[0].id));
    assert_eq!(
        utfall.rader[0].slag,
        Tabellslag::Aktiviteter,
        "the outcome stands in the order of the source"
    );
}

#[test]
fn an_unknown_uppdrag_leaves_the_link_open_and_the_word_kept() {
    let mut plan = plan_with_uppdrag();
    let rows = vec![aktivitetsrad("9", "Mät"), aktivitetsrad("", "Räkna")];
    let utfall = import_twice(&mut plan, &[aktiviteter(rows)], &april());
    assert_eq!(utfall.rader[0].anmarkningar, [Anmarkning::OkantUppdrag { text: "9".into() }]);
    assert_eq!(utfall.rader[1].anmarkningar, [Anmarkning::UtanUppdrag]);
    assert_eq!(plan.aktivitet[0].anteckning, "Uppdrag: 9");
    assert_eq!(utfall.antal.anmarkningar, 2);
}

#[test]
fn an_unknown_unit_is_created_below_the_forvaltning() {
    let mut plan = plan_with_uppdrag();
    let at = |titel, enhet: &str| AktivitetRad { enhet: Some(enhet.into()), ..aktivitetsrad("1", titel) };
    let rows = vec![
        at("A", "kajenheten"),
        at("B", "Verksamhetsområde  norr"),
        at("C", "Farleden"),
        at("D", "FARLEDEN"),
    ];
    let utfall = import_twice(&mut plan, &[aktiviteter(rows)], &april());
    let new: Vec<_> = plan.organisation[3..].iter().map(|o| (o.namn.as_str(), o.slag, o.parent_id)).collect();
    let below = Some(FORVALTNING);
    assert_eq!(
        new,
        [
            ("Verksamhetsområde  norr", Organisationsslag::Verksamhetsomrade, below),
            ("Farleden", Organisationsslag::Enhet, below)
        ]
    );
    assert_eq!(plan.aktivitet[0].organisation_id, Some(plan.organisation[2].id));
    assert_eq!(plan.aktivitet[2].organisation_id, plan.aktivitet[3].organisation_id);
    assert_eq!(utfall.rader[2].anmarkningar, [Anmarkning::OkandEnhet { text: "Farleden".into() }]);
    assert_eq!(utfall.antal.anmarkningar, 0, "a created unit is information, not a worry");
}

#[test]
fn a_part_of_a_year_takes_the_year_of_the_uppdrag() {
    let mut plan = plan_with_uppdrag();
    let rows = vec![
        AktivitetRad {
            start: without_year("vecka 34", DelAvAr::Vecka(34)),
            slut: without_year("vecka 40", DelAvAr::Vecka(40)),
            ..aktivitetsrad("1", "A")
        },
        AktivitetRad { slut: without_year("Q3", DelAvAr::Kvartal(3)), ..aktivitetsrad("2", "B") },
    ];
    let utfall = import_twice(&mut plan, &[aktiviteter(rows)], &april());
    let a = &plan.aktivitet[0];
    assert_eq!((a.start_date, a.end_date), (Some(day("2026-08-17")), Some(day("2026-10-04"))));
    assert_eq!((a.start_text.as_str(), a.end_text.as_str()), ("vecka 34", "vecka 40"));
    assert_eq!(plan.aktivitet[1].end_date, Some(day("2026-09-30")));
    let read = |falt: &'static str, text: &str, d: &str| Anmarkning::TextSomDatum {
        falt: falt.into(),
        text: text.into(),
        datum: Some(day(d)),
    };
    assert_eq!(utfall.rader[1].anmarkningar, [read("slut", "Q3", "2026-09-30")]);
}

#[test]
fn days_outside_the_year_and_in_the_wrong_order_are_remarked() {
    let mut plan = plan_with_uppdrag();
    let rows = vec![
        AktivitetRad { start: dated("2025-01-07"), slut: dated("2027-06-30"), ..aktivitetsrad("1", "A") },
        AktivitetRad { start: dated("2026-05-02"), slut: dated("2026-05-01"), ..aktivitetsrad("1", "B") },
        AktivitetRad { slut: without_year("vecka 54", DelAvAr::Vecka(54)), ..aktivitetsrad("1", "C") },
    ];
    let utfall = import_twice(&mut plan, &[aktiviteter(rows)], &april());
    assert_eq!(utfall.rader[0].anmarkningar, [Anmarkning::BorjarForeAret, Anmarkning::SlutarEfterAret]);
    assert_eq!(utfall.rader[1].anmarkningar, [Anmarkning::SlutForeStart]);
    let missing = Anmarkning::DatumFinnsInte { falt: "slut".into(), text: "vecka 54".into() };
    assert_eq!(utfall.rader[2].anmarkningar, [missing]);
    assert_eq!(plan.aktivitet[2].end_text, "vecka 54");
}

#[test]
fn a_status_row_is_written_only_when_it_says_something_new() {
    let mut plan = plan_with_uppdrag();
    let row =
        |text, fardiggrad| AktivitetRad { status: Some(status(text)), fardiggrad, ..aktivitetsrad("1", "A") };
    import_twice(&mut plan, &[aktiviteter(vec![row("Pågår", Some(30))])], &april());
    let may = ImportOptions { period: Period::new(2026, 5), ..april() };
    let same = import(&mut plan, &[aktiviteter(vec![row("Pågår", None)])], &may);
    assert_eq!(utslag(&same), [Utslag::Oforandrad]);
    let utfall = import_twice(&mut plan, &[aktiviteter(vec![row("Klar", Some(80))])], &may);
    assert_eq!(utslag(&utfall), [Utslag::Andrad]);
    let odd = Anmarkning::FardiggradMotStatus { status: Status::Genomford, fardiggrad: 80 };
    assert_eq!(utfall.rader[0].anmarkningar, [odd]);
    let told = |r: &Statusrad| (r.period.month, r.seq, r.status, r.fardiggrad);
    assert_eq!(
        plan.statusrad.iter().map(told).collect::<Vec<_>>(),
        [(4, 1, Status::PagarEnligtPlan, Some(30)), (5, 2, Status::Genomford, Some(80))]
    );
}

#[test]
fn an_unknown_status_word_is_kept_and_the_status_left_open() {
    let mut plan = plan_with_uppdrag();
    let row = AktivitetRad {
        status: Some(status("Vilande")),
        kommentar: Some("Väntar\npå beslut".into()),
        ..aktivitetsrad("1", "A")
    };
    let utfall = import_twice(&mut plan, &[aktiviteter(vec![row.clone()])], &april());
    assert_eq!(utfall.rader[0].anmarkningar, [Anmarkning::StatusOkand { text: "Vilande".into() }]);
    assert!(plan.statusrad.is_empty());
    assert_eq!(plan.aktivitet[0].anteckning, "Status: Vilande\nVäntar\npå beslut");
    // Once a person has chosen a status, the word has served.
    let chosen = AktivitetRad { status: Some(status("Försenad")), ..aktivitetsrad("1", "A") };
    import(&mut plan, &[aktiviteter(vec![chosen])], &april());
    plan.aktivitet[0].anteckning.clear();
    import_twice(&mut plan, &[aktiviteter(vec![row])], &april());
    assert_eq!(plan.aktivitet[0].anteckning, "");
}

#[test]
fn an_empty_status_is_proposed_as_not_begun_and_avbruten_needs_a_reason() {
    let mut plan = plan_with_uppdrag();
    let row = AktivitetRad { status: None, ..aktivitetsrad("1", "A") };
    let utfall = import_twice(&mut plan, &[aktiviteter(vec![row])], &april());
    assert_eq!(utfall.rader[0].anmarkningar, [Anmarkning::StatusSaknas]);
    assert_eq!(plan.statusrad[0].status, Status::EjPaborjad);
    let stopped =
        |kommentar| AktivitetRad { status: Some(status("Avbruten")), kommentar, ..aktivitetsrad("1", "B") };
    let (utfall, _) = planned(&plan, &[aktiviteter(vec![stopped(None)])], &april());
    let reason = Vagran::Regel { falt: "kommentar".into(), regel: "reason_required".into() };
    assert_eq!(utfall.rader[0].vagran, Some(reason));
    import_twice(&mut plan, &[aktiviteter(vec![stopped(Some("Köptes in".into()))])], &april());
    let again = AktivitetRad { fardiggrad: Some(10), ..stopped(None) };
    import_twice(&mut plan, &[aktiviteter(vec![again])], &april());
    assert_eq!(plan.statusrad[2].kommentar, "Köptes in", "the reason goes on holding");
}

#[test]
fn the_same_title_under_two_uppdrag_is_two_aktiviteter() {
    let mut plan = plan_with_uppdrag();
    let rows = vec![aktivitetsrad("1", "Samråd"), aktivitetsrad("2", "Samråd")];
    let utfall = import_twice(&mut plan, &[aktiviteter(rows)], &april());
    assert_eq!(utfall.antal.ny, 2);
    let (utfall, _) = planned(&plan, &[aktiviteter(vec![aktivitetsrad("", "Samråd")])], &april());
    assert_eq!(utslag(&utfall), [Utslag::Tvetydig]);
}

#[test]
fn without_a_period_statuses_take_the_month_of_the_clock() {
    let mut plan = plan_with_uppdrag();
    let options = ImportOptions { period: None, ..april() };
    import_twice(&mut plan, &[aktiviteter(vec![aktivitetsrad("1", "A")])], &options);
    assert_eq!(plan.statusrad[0].period, Period::new(2026, 5).unwrap());
}
