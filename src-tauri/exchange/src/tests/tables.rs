//! Rows of made-up tables, field by field.
use plan_core::belopp::{Belopp, Ore, Tal};
use plan_core::ekonomi::{Beloppsslag, Verksamhetsdel};
use plan_core::inlasning::{Anmarkning, DelAvAr, Innehall, Overhopp, Tabellslag, Vagran};
use plan_core::matetal::{Krav, Matetalsart, Varde};
use plan_core::period::Period;
use plan_core::uppfoljning::Status;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, XlsxError};

use super::{aktivitet, drift, fields, matetal, read_as, row, table, uppdrag, verksamhet};
use crate::{Mapping, ReadError, ReadOptions, Skal, Source, read};

/// A workbook as a careful chef and a careless one have filled it in together.
pub(super) fn workbook() -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Aktiviteter")?;
    sheet.write(0, 0, "Handlingsplan för verksamhetsåret")?;
    for (column, heading) in
        ["Nr", "Uppdrag", "Aktivitet", "Enhet", "Start", "Klart", "Status", "Färdigt", "Kommentar"]
            .iter()
            .enumerate()
    {
        sheet.write(2, u16::try_from(column).unwrap_or(0), *heading)?;
    }
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let percent = Format::new().set_num_format("0%");
    let rows: [(&str, &str, &str); 4] = [
        ("Rekrytera", "pågående", "Bra"),
        ("Utbilda", "Klar", ""),
        ("Bygga\0 om", "Vilande", "Ra\u{308}tt"),
        ("Felräknad", "Pågår", ""),
    ];
    for (at, (title, status, comment)) in (3_u32..).zip(rows) {
        sheet.write(at, 0, at - 2)?;
        sheet.write(at, 1, if at % 2 == 0 { "1" } else { "01" })?;
        sheet.write(at, 2, title)?;
        sheet.write(at, 3, "Hemtjänst norr")?;
        sheet.write_with_format(at, 4, &ExcelDateTime::from_ymd(2026, 3, 1)?, &day)?;
        sheet.write(at, 5, ["2026-10-30", "v. 40", "2026-06-31", "HT26"][at as usize - 3])?;
        sheet.write(at, 6, status)?;
        sheet.write_with_format(at, 7, 0.5, &percent)?;
        sheet.write(at, 8, comment)?;
    }
    sheet.write_formula(6, 2, Formula::new("=1/0").set_result("#DIV/0!"))?;
    sheet.write(8, 0, "Senast ändrad i mars")?;
    let hidden = book.add_worksheet();
    hidden.set_name("Listor")?.set_hidden(true);
    hidden.write(0, 0, "Pågår")?;
    let goals = book.add_worksheet();
    goals.set_name("Mål")?;
    for (column, heading) in ["Nyckeltal", "Enhet", "Utfall 2025", "Målvärde 2026"].iter().enumerate() {
        goals.write(0, u16::try_from(column).unwrap_or(0), *heading)?;
    }
    goals.write(1, 0, "Nöjda brukare")?;
    goals.write(1, 1, "%")?;
    goals.write_with_format(1, 2, 0.735, &percent)?;
    goals.write(1, 3, "Minst 78 %")?;
    book.add_worksheet().set_name("Tomt")?;
    book.save_to_buffer()
}

#[test]
fn a_workbook_gives_typed_rows_with_remarks() {
    let lasning = read_as("plan.xlsx", &workbook().unwrap()).unwrap();
    assert_eq!(lasning.tabeller.len(), 2);
    let left: Vec<(&str, Skal)> = lasning.olasta.iter().map(|o| (o.blad.as_str(), o.skal)).collect();
    assert_eq!(left, [("Listor", Skal::Dolt), ("Tomt", Skal::Tomt)]);
    let table = &lasning.tabeller[0];
    let first = aktivitet(table, 4);
    assert_eq!(
        (first.nr.as_deref(), first.uppdrag.as_deref(), first.fardiggrad),
        (Some("1"), Some("01"), Some(50))
    );
    assert_eq!(first.start.as_ref().unwrap().datum.unwrap().to_string(), "2026-03-01");
    let remarks = &row(table, 4).anmarkningar;
    assert!(
        remarks
            .contains(&Anmarkning::StatusTolkad {
                text: "pågående".into(), status: Status::PagarEnligtPlan
            })
    );
    assert!(remarks.contains(&Anmarkning::DatumSomText { falt: "slut".into(), text: "2026-10-30".into() }));
    assert_eq!(aktivitet(table, 5).slut.as_ref().unwrap().utan_ar, Some(DelAvAr::Vecka(40)));
    let third = row(table, 6);
    assert_eq!(aktivitet(table, 6).titel, "Bygga om");
    assert_eq!(aktivitet(table, 6).kommentar.as_deref(), Some("Rätt"));
    for wanted in [
        Anmarkning::Styrtecken { falt: "titel".into() },
        Anmarkning::Normaliserad { falt: "kommentar".into() },
        Anmarkning::DatumFinnsInte { falt: "slut".into(), text: "2026-06-31".into() },
    ] {
        assert!(third.anmarkningar.contains(&wanted), "{wanted:?} in {:?}", third.anmarkningar);
    }
    assert!(matches!(row(table, 7).innehall, Innehall::Vagrad(Vagran::Formelfel { .. })));
    assert_eq!(row(table, 8).innehall, Innehall::Overhoppad(Overhopp::Tom));
    assert_eq!(row(table, 9).innehall, Innehall::Overhoppad(Overhopp::Anteckning));
    let goal = matetal(&lasning.tabeller[1], 2);
    assert_eq!(goal.art, Some(Matetalsart::Nyckeltal));
    assert_eq!(goal.utfall, [(Period::new(2025, 12).unwrap(), Varde::Tal(Tal(73_500_000)))]);
    assert_eq!(goal.malvarden[0].1, Krav::Minst(Tal(78_000_000)));
}

#[test]
fn som_chooses_the_sheet_and_says_what_the_others_are() {
    let bytes = workbook().unwrap();
    let options = ReadOptions { som: Some(Tabellslag::Matetal), year: Some(2026), ..ReadOptions::default() };
    let lasning = read(Source { name: "plan.xlsx", bytes: &bytes }, &options).unwrap();
    assert_eq!(lasning.tabeller.len(), 1);
    assert_eq!(lasning.tabeller[0].blad, "Mål");
}

#[test]
fn rows_that_are_no_data_say_why() {
    let text = "Nr;Aktivitet;Ansvarig;Status;Färdigt\n1;Bygga;Chef;Pågår;50\nAvdelning norr;;;;\n2;Riva;Chef;Klar;100\n\
        Nr;Aktivitet;Ansvarig;Status;Färdigt\n;;;;\n;Totalt sett öka närvaron;Chef;Pågår;10\n;Bara en titel;;;\n;;Chef;;\nSumma;;;;160\nKälla: eget system;;;;\n";
    let table = table(text);
    let kinds: Vec<String> = table
        .rader
        .iter()
        .map(|row| match &row.innehall {
            Innehall::Overhoppad(why) => format!("{why:?}"),
            Innehall::Vagrad(_) => "Vagrad".into(),
            _ => "data".into(),
        })
        .collect();
    assert_eq!(
        kinds,
        [
            "data",
            "Avsnittsrad",
            "data",
            "UpprepadRubrik",
            "Tom",
            "data",
            "data",
            "Vagrad",
            "Summa",
            "Anteckning"
        ]
    );
}

#[test]
fn a_long_cell_is_refused_with_the_limit() {
    let long = "x".repeat(2 << 20);
    let table = table(&format!("Aktivitet;Ansvarig;Kommentar\nA;Chef;{long}\nB;Chef;kort text\n"));
    let Innehall::Vagrad(Vagran::ForLang { falt, max }) = &row(&table, 2).innehall else { panic!() };
    assert_eq!((&**falt, *max), ("kommentar", 200_000));
    assert_eq!(aktivitet(&table, 3).titel, "B");
}

#[test]
fn only_an_uppdrag_column_is_the_title() {
    let table = table(
        "Nr;Uppdrag;Ansvarig;Källa;Period\n1;Stärk stödet;Chef; Plan;HT26–VT27\n2;Bygg ut;Chef;Plan;2026\n",
    );
    let first = uppdrag(&table, 2);
    assert_eq!((first.titel.as_str(), &first.vad), ("Stärk stödet", &None));
    assert_eq!((first.year_from, first.year_to), (Some(2026), Some(2027)));
}

#[test]
fn a_drift_table_as_the_report_prints_it() {
    let text = "Driftredovisning, belopp i tkr\n\n\tBudget 2026\tUtfall ack\tPrognos helår 2026\tAvv. prognos/budget 2026\tUtfall 2025\n\
        Verksamhetens intäkter\t1\u{a0}200\t400\t1 250\t50\t1 100\nPersonalkostnader\t-5 000\t-1 700\t-5 100\t-100\t-4 000\n\
        Finansnetto\t0\t\t\t0\t\nÅrets resultat\t0\t0\t-50\t-50\t3\n";
    let table = table(text);
    assert_eq!(table.slag, Tabellslag::Drift);
    assert_eq!(fields(&table), ["namn", "budget", "utfall_ack", "prognos", "tryckt_avvikelse", "-"]);
    let personal = drift(&table, 5);
    assert_eq!(personal.year, Some(2026));
    assert_eq!(personal.belopp[0], (Beloppsslag::Budget, Belopp::Ore(Ore(-500_000_000))));
    assert_eq!(drift(&table, 6).belopp[2], (Beloppsslag::Prognos, Belopp::Tom));
    assert!(drift(&table, 7).summa && !personal.summa);
    assert!(row(&table, 4).anmarkningar.is_empty());
}

#[test]
fn an_unsaid_unit_is_assumed_and_told() {
    let tkr = table(
        "Rad;Budget 2026;Prognos 2026\nPersonalkostnader;-5000;-5100\nIntäkter;10;20\nNettokostnad;-4990;-5080\n",
    );
    assert!(row(&tkr, 2).anmarkningar.contains(&Anmarkning::EnhetAntagen { enhet: "tkr".into() }));
    let kr = table(
        "Rad;Budget 2026;Prognos 2026\nPersonalkostnader;-717828000;-709944000\nIntäkter;1;2\nLokalhyror;1;2\n",
    );
    assert_eq!(drift(&kr, 2).belopp[0].1, Belopp::Ore(Ore(-71_782_800_000)));
    assert!(row(&kr, 2).anmarkningar.contains(&Anmarkning::EnhetAntagen { enhet: "kr".into() }));
}

#[test]
fn verksamheter_under_section_rows() {
    let text = "Belopp i tkr;Budget 2026;Prognos 2026;Avvikelse;Kommentar\nIntäkter;;;;\nHemtjänst;100;110;10;\nSumma intäkter;100;110;10;\n\
        Kostnader;;;;\nHemtjänst;-900;-950;-50;Fler timmar\nSumma kostnader;-900;-950;-50;\n";
    let table = table(text);
    assert_eq!(table.slag, Tabellslag::Verksamhet);
    assert_eq!(verksamhet(&table, 3).del, Verksamhetsdel::Intakt);
    let cost = verksamhet(&table, 6);
    assert_eq!((cost.del, cost.kommentar.as_deref()), (Verksamhetsdel::Kostnad, Some("Fler timmar")));
    assert_eq!(cost.tryckt_avvikelse, Some(Ore(-5_000_000)));
    assert!(verksamhet(&table, 4).summa);
    assert_eq!(row(&table, 2).innehall, Innehall::Overhoppad(Overhopp::Avsnittsrad));
}

#[test]
fn a_mapping_wins_and_can_be_saved() {
    let text = "Kolumn A;Kolumn B;Kolumn C\nBygga;Chef norr;2026-03-01\nRiva;Chef söder;2026-04-01\n";
    assert!(matches!(read_as("x.csv", text.as_bytes()), Err(ReadError::NoHeader { .. })));
    let json = r#"{"tabeller":[{"slag":"aktiviteter","kolumner":{"Kolumn A":"titel","kolumn b":"ansvariga","Kolumn C":"slut"}}]}"#;
    let options =
        ReadOptions { mapping: Some(serde_json::from_str(json).unwrap()), ..ReadOptions::default() };
    let source = Source { name: "x.csv", bytes: text.as_bytes() };
    let lasning = read(source, &options).unwrap();
    assert_eq!(aktivitet(&lasning.tabeller[0], 2).ansvariga, ["Chef norr"]);
    let saved = Mapping::of(&lasning.tabeller);
    let again = ReadOptions { mapping: Some(saved), ..ReadOptions::default() };
    assert_eq!(read(source, &again).unwrap(), lasning);
    let wrong = r#"{"tabeller":[{"slag":"aktiviteter","kolumner":{"Kolumn A":"rubriken"}}]}"#;
    let options =
        ReadOptions { mapping: Some(serde_json::from_str(wrong).unwrap()), ..ReadOptions::default() };
    assert_eq!(read(source, &options), Err(ReadError::UnknownField { falt: "rubriken".into() }));
}

#[test]
fn several_tables_on_the_clipboard() {
    let html = "<html><body><p>Belopp i mnkr</p><table><tr><td>Aktivitet</td><td>Status</td></tr><tr><td>A</td><td>Klar</td></tr></table>\
        <table><tr><th>Rad</th><th>Budget 2026</th></tr><tr><td>Personalkostnader</td><td>-5,5</td></tr></table></body></html>";
    let lasning = read_as("urklipp", html.as_bytes()).unwrap();
    assert_eq!(
        lasning.tabeller.iter().map(|t| t.slag).collect::<Vec<_>>(),
        [Tabellslag::Aktiviteter, Tabellslag::Drift]
    );
    assert_eq!(drift(&lasning.tabeller[1], 2).belopp[0].1, Belopp::Ore(Ore(-550_000_000)));
}

#[test]
fn a_cell_merged_over_rows_holds_for_each() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in ["Uppdrag nr", "Aktivitet", "Status"].iter().enumerate() {
        sheet.write(0, u16::try_from(column).unwrap(), *heading).unwrap();
    }
    sheet.merge_range(1, 0, 3, 0, "7", &Format::new()).unwrap();
    for row in 1..4 {
        sheet.write(row, 1, format!("Aktivitet {row}")).unwrap();
        sheet.write(row, 2, "Pågår").unwrap();
    }
    let lasning = read_as("x.xlsx", &book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(aktivitet(&lasning.tabeller[0], 4).uppdrag.as_deref(), Some("7"));
}

#[test]
fn our_own_report_is_known_again() {
    let text = "Uppdrag och aktiviteter, april 2026\n\nNr;Uppdrag/aktivitet;Ansvarig;Klart;Status;Färdigt;Kommentar\n\
        1;Tryggare hemgång;Chef A och chef B;2026;● Pågår enligt plan;40 %;Enheterna: norr klar.\n\
        1.1;Utbilda alla;Chef A;2026-10-30;▲ Försenad;20 %;Slutdatum har passerat.\n1.2;Följa upp;Chef B;HT26;○ Ej påbörjad;;\n";
    let lasning = read_as("rapport.csv", text.as_bytes()).unwrap();
    assert_eq!(
        lasning.tabeller.iter().map(|t| t.slag).collect::<Vec<_>>(),
        [Tabellslag::Uppdrag, Tabellslag::Aktiviteter]
    );
    let above = uppdrag(&lasning.tabeller[0], 4);
    assert_eq!(
        (above.titel.as_str(), above.period_text.as_deref(), above.ansvariga.len()),
        ("Tryggare hemgång", Some("2026"), 0)
    );
    let below = aktivitet(&lasning.tabeller[1], 5);
    assert_eq!((below.uppdrag.as_deref(), &below.kommentar), (Some("1"), &None));
    assert_eq!(below.status.as_ref().unwrap().status, Some(Status::Forsenad));
    let text = "Belopp i tkr;Budget 2026;Prognos helår 2026;Avvikelse prognos/budget;Avvikelse föregående rapport\n\
        Verksamhetens intäkter;100;110;10;0\nPersonalkostnader;-500;-520;-20;-10\nÅrets resultat;0;-10;-10;-10\n";
    assert_eq!(fields(&table(text)), ["namn", "budget", "prognos", "tryckt_avvikelse", "-"]);
    let text = "Indikator;Utfall föregående år;Utfall;Målvärde;Målet nås;Trend;Analys\nSjukfrånvaro;7,9 %;7,4 %;Högst 6,5 %;Nej;Bättre;Går åt rätt håll.\nNöjda;80 %;Ej mätt;Minst 85 %;Ej mätt;;\n";
    let table = table(text);
    assert_eq!(
        fields(&table),
        ["titel", "utfall.2025-12", "utfall.2026-12", "malvarden.2026-12", "-", "-", "analys"]
    );
}

#[test]
fn a_lone_tidplan_says_both_ends() {
    let table =
        table("Aktivitet;Ansvarig;Tidplan\nBygga;Chef;mars–maj 2026\nRiva;Chef;VT26\nMåla;Chef;v. 40–42\n");
    let first = aktivitet(&table, 2);
    assert_eq!(first.start.as_ref().unwrap().datum.unwrap().to_string(), "2026-03-01");
    assert_eq!(first.slut.as_ref().unwrap().datum.unwrap().to_string(), "2026-05-31");
    assert_eq!(aktivitet(&table, 3).start, None);
    assert_eq!(aktivitet(&table, 4).start.as_ref().unwrap().utan_ar, Some(DelAvAr::Vecka(40)));
}

#[test]
fn every_table_of_a_sheet_is_read() {
    let text = "Verksamhetsplan 2026\n\nNr\tOmråde\tUppdrag\tVarför\tÖnskad effekt\tAnsvarig\n\
        1\tTrygg hemtjänst\tFler kontakter\tOron är stor\tFler är trygga\tChef\n\
        2\tDigitala lås\tInför lås\tNycklar försvinner\tInga nycklar\tChef\n\n\
        Handlingsplan\nNr\tAktivitet\tAnsvarig\tSlutdatum\tStatus\n\
        1.1\tRekrytera\tChef\t2026-10-30\tPågår\n\nNr\tAktivitet\tAnsvarig\tSlutdatum\tStatus\n\
        2.1\tUpphandla\tChef\t2026-11-30\tPågår\n\nNyckeltal\tEnhet\tUtfall 2025\tMålvärde 2026\n\
        Nöjda brukare\t%\t73\tMinst 78 %\n";
    let lasning = read_as("urklipp", text.as_bytes()).unwrap();
    let kinds: Vec<Tabellslag> = lasning.tabeller.iter().map(|t| t.slag).collect();
    assert_eq!(kinds, [Tabellslag::Uppdrag, Tabellslag::Aktiviteter, Tabellslag::Matetal]);
    let [uppdrag_table, aktiviteter, goals] = &lasning.tabeller[..] else { panic!("three tables") };
    assert_eq!(uppdrag(uppdrag_table, 5).titel, "Digitala lås");
    // The rows keep their numbers, and the same headings once more are no new table.
    assert_eq!(
        (aktivitet(aktiviteter, 9).titel.as_str(), aktivitet(aktiviteter, 12).titel.as_str()),
        ("Rekrytera", "Upphandla")
    );
    assert_eq!(matetal(goals, 15).titel, "Nöjda brukare");
    assert_eq!(lasning.olasta, []);
}
