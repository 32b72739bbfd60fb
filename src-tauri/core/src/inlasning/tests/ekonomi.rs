//! Drift and verksamhet rows: amounts per period, Tom, sums compared and never corrected.
use super::*;
use crate::belopp::{Belopp, Ore};
use crate::ekonomi::{Beloppsslag, Driftrad, Verksamhetsdel};
use crate::id::DriftradId;

fn tkr(value: i64) -> Belopp {
    Belopp::Ore(Ore::kronor(value * 1000))
}

fn drift(namn: &str, summa: bool, budget: Belopp, prognos: Belopp) -> DriftRad {
    DriftRad {
        namn: namn.into(),
        summa,
        belopp: vec![(Beloppsslag::Budget, budget), (Beloppsslag::Prognos, prognos)],
        year: Some(2026),
        tryckt_avvikelse: None,
        kommentar: None,
    }
}

fn driftrader(rader: Vec<DriftRad>) -> [Tabell; 1] {
    [tabell(Tabellslag::Drift, rader.into_iter().map(Innehall::Drift).collect())]
}

/// Intäkter, Kostnader and their sum.
fn plan_med_drift() -> Plan {
    let id = |n| DriftradId(Uuid::from_u128(n));
    let row =
        |n, namn: &str, delar| Driftrad { id: id(n), namn: namn.into(), delar, sort_key: format!("{n}") };
    Plan {
        driftrad: vec![
            row(11, "Intäkter", vec![]),
            row(12, "Kostnader", vec![]),
            row(13, "Årets resultat", vec![id(11), id(12)]),
        ],
        ..tom_plan()
    }
}

fn paper() -> Vec<DriftRad> {
    vec![
        drift("Intäkter", true, tkr(100), tkr(120)),
        drift("Kostnader", false, tkr(-100), tkr(-115)),
        drift("Årets resultat", true, tkr(0), tkr(5)),
    ]
}

#[test]
fn rows_are_stored_sums_compared() {
    let mut plan = plan_med_drift();
    let utfall = import_twice(&mut plan, &driftrader(paper()), &april());
    assert_eq!(utslag(&utfall), [Utslag::Andrad, Utslag::Andrad, Utslag::Overhoppad]);
    assert_eq!(
        utfall.rader[0].anmarkningar,
        [Anmarkning::SummaSomRad],
        "our table types what the paper calls a sum"
    );
    assert_eq!((utfall.rader[2].overhopp, &utfall.rader[2].anmarkningar), (Some(Overhopp::Summa), &vec![]));
    assert_eq!(plan.driftbelopp.len(), 4);
}

#[test]
fn a_printed_sum_that_differs_in_whole_tkr_is_remarked() {
    let mut plan = plan_med_drift();
    let mut rows = paper();
    rows[2] = DriftRad {
        tryckt_avvikelse: Some(Ore::kronor(6_000)),
        ..drift("Årets resultat", true, Belopp::Ore(Ore::kronor(499)), tkr(5))
    };
    rows[1].tryckt_avvikelse = Some(Ore::kronor(-15_400));
    let utfall = import(&mut plan, &driftrader(rows), &april());
    assert_eq!(utfall.rader[1].anmarkningar, [], "−15,4 rounds to the computed −15");
    let differs = Anmarkning::TrycktSummaSkiljer { tryckt: Ore::kronor(6_000), beraknad: Ore::kronor(5_000) };
    assert_eq!(utfall.rader[2].anmarkningar, [differs]);
}

#[test]
fn tom_stays_tom_and_a_new_month_is_written_even_when_equal() {
    let mut plan = plan_med_drift();
    let rows = vec![drift("Finansnetto", false, tkr(0), Belopp::Tom)];
    let utfall = import_twice(&mut plan, &driftrader(rows.clone()), &april());
    assert_eq!(utslag(&utfall), [Utslag::Ny], "an unknown row is created");
    assert_eq!(plan.driftbelopp[1].belopp, Belopp::Tom);
    let may = ImportOptions { period: Period::new(2026, 5), ..april() };
    import_twice(&mut plan, &driftrader(rows), &may);
    let prognoser = plan.driftbelopp.iter().filter(|b| b.slag == Beloppsslag::Prognos).count();
    let budgetar = plan.driftbelopp.iter().filter(|b| b.slag == Beloppsslag::Budget).count();
    assert_eq!((prognoser, budgetar), (2, 1), "a forecast is given anew, a budget goes on holding");
}

#[test]
fn a_period_is_needed_and_must_be_open() {
    let plan = plan_med_drift();
    let of =
        |options: &ImportOptions, rows| planned(&plan, &driftrader(rows), options).0.rader.remove(0).vagran;
    let none = ImportOptions { period: None, ..april() };
    assert_eq!(of(&none, paper()), Some(Vagran::SaknarPeriod));
    let closed = ImportOptions { period: Period::new(2025, 12), ..april() };
    let wrong_year = Vagran::Regel { falt: "year".into(), regel: "not_allowed".into() };
    assert_eq!(of(&closed, paper()), Some(wrong_year));
    let rows = vec![DriftRad { year: None, ..paper().remove(0) }];
    assert_eq!(of(&closed, rows), Some(Vagran::StangtAr { year: 2025 }));
}

#[test]
fn the_same_row_twice_refuses_the_later() {
    let mut rows = paper();
    rows.push(drift("KOSTNADER", false, tkr(1), tkr(1)));
    let (utfall, _) = planned(&plan_med_drift(), &driftrader(rows), &april());
    assert_eq!(utfall.rader[3].vagran, Some(Vagran::Dubblett { rad: 3 }));
}

fn verksamhet(namn: &str, del: Verksamhetsdel, belopp: (i64, i64)) -> VerksamhetRad {
    VerksamhetRad {
        namn: namn.into(),
        del,
        summa: namn.starts_with("Summa") || namn == "Resultat",
        belopp: vec![(Beloppsslag::Budget, tkr(belopp.0)), (Beloppsslag::Prognos, tkr(belopp.1))],
        year: Some(2026),
        tryckt_avvikelse: None,
        kommentar: (!namn.starts_with("Summa")).then(|| format!("Om {namn}, {}.", del.as_str())),
    }
}

#[test]
fn verksamheter_are_made_of_their_two_halves() {
    use Verksamhetsdel::{Intakt, Kostnad};
    let mut plan = tom_plan();
    let rows = vec![
        verksamhet("Gästhamn", Intakt, (10, 12)),
        verksamhet("Kommunbidrag", Intakt, (90, 90)),
        verksamhet("Summa", Intakt, (100, 103)),
        verksamhet("Gästhamn", Kostnad, (-100, -97)),
        verksamhet("Summa kostnader", Kostnad, (-100, -97)),
        verksamhet("Resultat", Kostnad, (0, 6)),
    ];
    let table = [tabell(Tabellslag::Verksamhet, rows.into_iter().map(Innehall::Verksamhet).collect())];
    let utfall = import_twice(&mut plan, &table, &april());
    assert_eq!(utfall.antal, Antal { tagna: 3, ny: 3, anmarkningar: 2, overhoppade: 3, ..Antal::default() });
    let names: Vec<_> = plan.verksamhet.iter().map(|v| (v.namn.as_str(), v.finansiering)).collect();
    assert_eq!(names, [("Gästhamn", false), ("Kommunbidrag", true)]);
    let differs = |tryckt: i64, beraknad: i64| Anmarkning::TrycktSummaSkiljer {
        tryckt: Ore::kronor(tryckt * 1000),
        beraknad: Ore::kronor(beraknad * 1000),
    };
    assert_eq!(utfall.rader[2].anmarkningar, [differs(103, 102)]);
    assert_eq!(utfall.rader[5].anmarkningar, [differs(6, 5)]);
    let text = plan.avsnittstext.iter().find(|t| t.subject_id == Some(plan.verksamhet[0].id.into())).unwrap();
    assert_eq!(text.text, "Om Gästhamn, intakt.\n\nOm Gästhamn, kostnad.");
}
