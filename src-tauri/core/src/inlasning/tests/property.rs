//! What must hold for any source: the same file twice changes nothing, and a preview is the import.
use proptest::prelude::*;

use super::*;
use crate::belopp::{Belopp, Ore};
use crate::ekonomi::Beloppsslag;

/// Few words, so that rows meet each other and the plan.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![Just("Kaj"), Just("KAJ."), Just("Kran"), Just("Ny kran"), Just("–"), Just("Bo\u{301}j")]
        .prop_map(str::to_owned)
}

fn maybe_nr() -> impl Strategy<Value = Option<String>> {
    prop::option::of((1u8..5).prop_map(|n| n.to_string()))
}

fn uppdragsrader() -> impl Strategy<Value = Vec<UppdragRad>> {
    let row = (maybe_nr(), word(), prop::option::of(word()), prop::option::of(word()), 0i32..3);
    prop::collection::vec(row, 0..8).prop_map(|rows| {
        let row = |(nr, titel, enhet, mal, years): (_, _, Option<String>, _, i32)| UppdragRad {
            nr,
            titel,
            ansvariga: enhet.clone().into_iter().collect(),
            enhet,
            mal,
            year_to: (years > 0).then_some(2025 + years),
            ..UppdragRad::default()
        };
        rows.into_iter().map(row).collect()
    })
}

fn aktivitetsrader() -> impl Strategy<Value = Vec<AktivitetRad>> {
    let status =
        prop::option::of(prop_oneof![Just("Pågår"), Just("Klar"), Just("Vilande"), Just("Avbruten")]);
    let row = (
        (maybe_nr(), maybe_nr(), word(), prop::option::of(word())),
        (status, prop::option::of(0u8..104), prop::option::of(word()), prop::option::of(1u32..60)),
    );
    prop::collection::vec(row, 0..12).prop_map(|rows| {
        type Ord = (Option<String>, Option<String>, String, Option<String>);
        type Lage = (Option<&'static str>, Option<u8>, Option<String>, Option<u32>);
        let row =
            |((nr, uppdrag, titel, enhet), (text, fardiggrad, kommentar, week)): (Ord, Lage)| AktivitetRad {
                nr,
                uppdrag,
                titel,
                enhet,
                status: text.map(status_of),
                fardiggrad,
                kommentar,
                slut: week.map(|w| DatumCell {
                    text: format!("vecka {w}"),
                    datum: None,
                    utan_ar: Some(DelAvAr::Vecka(w)),
                }),
                ..AktivitetRad::default()
            };
        rows.into_iter().map(row).collect()
    })
}

fn status_of(text: &str) -> StatusCell {
    super::status(text)
}

fn driftrader() -> impl Strategy<Value = Vec<Innehall>> {
    let row = (word(), any::<bool>(), prop::option::of(-5i64..5), prop::option::of(word()));
    prop::collection::vec(row, 0..6).prop_map(|rows| {
        let row = |(namn, summa, tkr, kommentar): (_, _, Option<i64>, _)| {
            let belopp = tkr.map_or(Belopp::Tom, |t| Belopp::Ore(Ore::kronor(t * 1000)));
            let belopp = vec![(Beloppsslag::Budget, belopp), (Beloppsslag::Prognos, belopp)];
            Innehall::Drift(DriftRad { namn, summa, belopp, year: None, tryckt_avvikelse: None, kommentar })
        };
        rows.into_iter().map(row).collect()
    })
}

fn source() -> impl Strategy<Value = Vec<Tabell>> {
    (uppdragsrader(), aktivitetsrader(), driftrader())
        .prop_map(|(u, a, d)| vec![aktiviteter(a), uppdrag(u), tabell(Tabellslag::Drift, d)])
}

/// The source as a person would leave it: refused rows taken out until none is left.
fn without_refused(plan: &Plan, mut tables: Vec<Tabell>) -> Vec<Tabell> {
    loop {
        let refused: Vec<(Tabellslag, u32)> = planned(plan, &tables, &april())
            .0
            .rader
            .iter()
            .filter(|r| r.vagran.is_some())
            .map(|r| (r.slag, r.rad))
            .collect();
        if refused.is_empty() {
            return tables;
        }
        for table in &mut tables {
            let slag = table.slag;
            table.rader.retain(|r| !refused.contains(&(slag, r.rad)));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_same_source_twice_changes_nothing(before in source(), tables in source()) {
        let mut plan = tom_plan();
        import(&mut plan, &before, &ImportOptions { endast_goda: true, ..april() });
        let tables = without_refused(&plan, tables);
        let first = import(&mut plan, &tables, &april());
        prop_assert_eq!(first.antal.vagrade, 0);
        let (again, writes) = planned(&plan, &tables, &april());
        prop_assert!(writes.is_empty(), "{:#?}\n{:#?}", writes, again.rader);
        prop_assert_eq!(again.antal.oforandrad, first.antal.tagna, "{:#?}", again.rader);
    }

    #[test]
    fn every_row_has_one_verdict_and_only_taken_rows_are_written(tables in source()) {
        let plan = tom_plan();
        let (utfall, writes) = planned(&plan, &tables, &april());
        let rows: usize = tables.iter().map(|t| t.rader.len()).sum();
        prop_assert_eq!(utfall.rader.len(), rows);
        let antal = utfall.antal;
        prop_assert_eq!(antal.tagna + antal.vagrade + antal.overhoppade, rows);
        for rad in &utfall.rader {
            let refused = matches!(rad.utslag, Utslag::Vagrad | Utslag::Tvetydig);
            prop_assert_eq!(rad.vagran.is_some(), refused);
            prop_assert_eq!(rad.overhopp.is_some(), rad.utslag == Utslag::Overhoppad);
            prop_assert!(rad.andringar.is_empty() != (rad.utslag == Utslag::Andrad));
        }
        let new = writes.iter().filter(|w| matches!(w, Skrivning::NyttUppdrag(_) | Skrivning::NyAktivitet(_)));
        let of_things = |r: &&Radutfall| r.utslag == Utslag::Ny && r.slag != Tabellslag::Drift;
        prop_assert_eq!(new.count(), utfall.rader.iter().filter(of_things).count());
    }

    #[test]
    fn the_same_plan_and_source_give_the_same_verdicts_and_writes(tables in source()) {
        let plan = tom_plan();
        prop_assert_eq!(planned(&plan, &tables, &april()), planned(&plan, &tables, &april()));
    }
}
