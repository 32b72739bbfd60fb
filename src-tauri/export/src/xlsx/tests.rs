//! What the workbook holds, read back by another library and straight from its parts.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use std::io::Read;

use chrono::NaiveDate;
use plan_core::belopp::{Ore, Tal};
use plan_core::matetal::Saknas;
use plan_core::period::Period;
use plan_core::rapport::Rapportslag;
use plan_core::uppfoljning::Status;
use plan_report::tree::*;

use super::xlsx;

fn words(text: &str) -> Text {
    vec![Inline { text: text.to_owned(), ..Inline::default() }]
}

fn row(slag: Radslag, celler: Vec<Cell>) -> Tabellrad {
    Tabellrad { slag, celler }
}

fn column(rubrik: &str, slag: Kolumnslag) -> Kolumn {
    Kolumn { rubrik: rubrik.to_owned(), slag }
}

fn drift() -> Tabell {
    let amounts = |name: &str, budget, forecast: Option<i64>| {
        let forecast_cell = forecast.map_or(Cell::Tom, |ore| Cell::Ore(Ore(ore)));
        let deviation = Cell::Ore(Ore(forecast.unwrap_or(0) - budget));
        vec![Cell::Text(words(name)), Cell::Ore(Ore(budget)), forecast_cell, deviation]
    };
    Tabell {
        id: "drift".into(),
        rubrik: "Nämndens drift".into(),
        kolumner: vec![
            column("Belopp i tkr", Kolumnslag::Namn),
            column("Budget 2026", Kolumnslag::Tkr),
            column("Prognos helår 2026", Kolumnslag::Tkr),
            column("Avvikelse", Kolumnslag::TkrAvvikelse),
        ],
        rader: vec![
            row(Radslag::Vanlig, amounts("Personalkostnader", -71_782_800_049, Some(-70_994_400_000))),
            row(Radslag::Vanlig, amounts("Finansnetto", 0, None)),
            row(Radslag::Summa, amounts("Årets resultat", 0, Some(-499_966_600))),
        ],
        noter: vec!["Avrundning kan ge differenser i summeringar".into()],
        blad: "Drift".into(),
    }
}

fn statuses() -> Tabell {
    let line = |slag, nr: &str, status: Status, word: &str, end| {
        row(
            slag,
            vec![
                Cell::Text(words(nr)),
                Cell::Status { status, ord: word.into() },
                Cell::Datum(end),
                Cell::Procent(40),
                Cell::Saknas(Saknas::EjMatt),
                Cell::Tal {
                    tal: Tal::from_f64(6.8).unwrap(),
                    decimaler: 1,
                    enhet: "%".into(),
                    visa_enhet: true,
                },
            ],
        )
    };
    let end = NaiveDate::from_ymd_opt(2026, 10, 31).unwrap();
    Tabell {
        id: "uppdrag".into(),
        rubrik: "Aktiviteter".into(),
        kolumner: vec![
            column("Nr", Kolumnslag::Namn),
            column("Status", Kolumnslag::Status),
            column("Klart", Kolumnslag::Datum),
            column("Färdigt", Kolumnslag::Procent),
            column("Kommentar", Kolumnslag::Text),
            column("kommentar", Kolumnslag::Tal),
        ],
        rader: vec![
            row(Radslag::Delrubrik, vec![Cell::Text(words("Uppdrag 1"))]),
            line(Radslag::Indragen, "1.1", Status::Forsenad, "Försenad", end),
            line(Radslag::Indragen, "1.2", Status::PagarEnligtPlan, "Löper på", end),
        ],
        noter: vec![],
        blad: "Aktiviteter".into(),
    }
}

fn chart() -> Diagram {
    let tal = |value| Tal::from_f64(value).unwrap();
    Diagram {
        id: "sjukfranvaro".into(),
        rubrik: "Sjukfrånvaro".into(),
        fynd: "Sjukfrånvaron sjönk från 7,9 % till 6,8 %; målet högst 6,5 % nåddes inte.".into(),
        enhet: "%".into(),
        decimaler: 1,
        etiketter: vec!["aug".into(), "sep".into(), "okt".into()],
        serier: vec![Serie { namn: "Utfall".into(), varden: vec![Some(tal(7.9)), None, Some(tal(6.8))] }],
        mal: vec![Some(tal(6.5)); 3],
        mal_hogst: vec![],
        mal_namn: "Målvärde".into(),
        slag: Diagramslag::Linje,
    }
}

fn report() -> Rapport {
    let section =
        |id: &str, block| Avsnitt { id: id.into(), rubrik: id.to_uppercase(), block, underavsnitt: vec![] };
    Rapport {
        slag: Rapportslag::Manad,
        titel: "Månadsrapport oktober 2026".into(),
        kommun: "Påhittade kommun".into(),
        namnd: "Nämnd & råd".into(),
        avsandare: "Förvaltningen".into(),
        period_text: "oktober 2026".into(),
        period: Period::new(2026, 10).unwrap(),
        dnr: "2026.007".into(),
        datum: NaiveDate::from_ymd_opt(2026, 10, 31).unwrap(),
        lage: Lage::Utkast,
        ersatter: String::new(),
        accent: None,
        avsnitt: vec![
            section("sammanfattning", vec![Block::Stycke(words("Prognosen är bättre än i augusti."))]),
            section("drift", vec![Block::Tabell(drift())]),
            section("uppdrag", vec![Block::Tabell(statuses()), Block::Diagram(chart())]),
        ],
        teckenregler: vec!["Intäkter plus, kostnader minus.".into()],
    }
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn amounts_are_unrounded_and_an_empty_cell_stays_empty() {
    let bytes = xlsx(&report()).unwrap();
    let sheet = part(&bytes, "xl/worksheets/sheet2.xml");
    assert!(sheet.contains("<v>-717828.00049</v>"), "öre must survive: {sheet}");
    let empty = sheet.split("r=\"C4\"").nth(1).unwrap();
    assert!(empty.starts_with(" s=") && !empty.split("/>").next().unwrap().contains("<v>"));
    assert!(part(&bytes, "xl/styles.xml").contains("#,##0;\u{2212}#,##0;0"));
}

#[test]
fn tables_filters_print_set_up_and_status_rules_are_real() {
    let bytes = xlsx(&report()).unwrap();
    let table = part(&bytes, "xl/tables/table2.xml");
    assert!(table.contains("<autoFilter ref=\"A2:G4\"/>"), "{table}");
    assert!(table.contains("name=\"Del\"") && table.contains("name=\"kommentar (2)\""));
    let sheet = part(&bytes, "xl/worksheets/sheet3.xml");
    for needle in
        ["orientation=\"landscape\"", "fitToHeight=\"0\"", "Försenad", "dataBar", "Nämnd &amp;&amp; råd"]
    {
        assert!(sheet.contains(needle), "{needle} is missing in {sheet}");
    }
    assert!(part(&bytes, "xl/workbook.xml").contains("_xlnm.Print_Titles"));
}

#[test]
fn the_chart_is_native_and_says_its_finding() {
    let bytes = xlsx(&report()).unwrap();
    assert!(part(&bytes, "xl/drawings/drawing1.xml").contains("målet högst 6,5 % nåddes inte"));
    let chart = part(&bytes, "xl/charts/chart1.xml");
    assert!(chart.contains("<c:lineChart>") && chart.contains("Diagram!$B$5:$B$7"), "{chart}");
    let values = part(&bytes, "xl/worksheets/sheet4.xml");
    assert!(!values.contains("r=\"B6\""), "a missing value must be an empty cell, never 0");
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    assert_eq!(xlsx(&report()).unwrap(), xlsx(&report()).unwrap());
    let core = part(&xlsx(&report()).unwrap(), "docProps/core.xml");
    assert!(core.contains("2026-10-31T00:00:00Z"), "{core}");
}

#[test]
fn text_that_looks_like_a_formula_stays_text() {
    let mut hostile = report();
    hostile.avsnitt[0].block = vec![Block::Stycke(words("=HYPERLINK(\"http://x\")"))];
    let bytes = xlsx(&hostile).unwrap();
    assert!(!part(&bytes, "xl/worksheets/sheet5.xml").contains("<f>"));
}

#[test]
fn bars_begin_at_nought_and_no_printed_page_cuts_a_chart() {
    let mut bars = report();
    let bar = || Block::Diagram(Diagram { slag: Diagramslag::Stapel, ..chart() });
    bars.avsnitt[2].block = vec![bar(), bar(), bar()];
    let bytes = xlsx(&bars).unwrap();
    assert!(part(&bytes, "xl/charts/chart1.xml").contains("<c:min val=\"0\"/>"));
    let sheet = part(&bytes, "xl/worksheets/sheet3.xml");
    assert!(sheet.contains("<rowBreaks") && sheet.contains("<brk id=\"44\""), "{sheet}");
    assert!(
        !sheet.contains("fitToHeight"),
        "a sheet that is fitted to its width ignores where its pages end"
    );
}

#[test]
fn a_text_stands_apart_from_the_figures_before_it() {
    let styles = part(&xlsx(&report()).unwrap(), "xl/styles.xml");
    // Without a side of its own the indent would go downwards.
    assert!(styles.contains("horizontal=\"left\" vertical=\"top\" indent=\"1\""), "{styles}");
}

#[test]
fn a_texts_place_is_its_heading_and_the_one_above() {
    let mut deep = report();
    let text = |said: &str| Block::Stycke(words(said));
    let inner = |rubrik: &str, block| Avsnitt {
        id: rubrik.into(),
        rubrik: rubrik.into(),
        block,
        underavsnitt: vec![],
    };
    let fakta = Block::Fakta(vec![("Varför".into(), vec![text("Väntan är lång.")])]);
    deep.avsnitt[0].underavsnitt = vec![Avsnitt {
        underavsnitt: vec![inner("Uppdrag 1", vec![text("Kort."), fakta])],
        ..inner("Styrtal 1.1", vec![])
    }];
    let strings = part(&xlsx(&deep).unwrap(), "xl/sharedStrings.xml");
    for place in ["Styrtal 1.1 – Uppdrag 1<", "Uppdrag 1 – Varför<"] {
        assert!(strings.contains(place), "{place}: {strings}");
    }
    assert!(!strings.contains("SAMMANFATTNING – Styrtal 1.1 –"), "{strings}");
}

#[test]
fn a_table_that_begins_without_a_subheading_has_its_parts_last() {
    let mut late = report();
    let mut table = statuses();
    table.rader.rotate_left(1);
    table.rader.push(table.rader[0].clone());
    late.avsnitt[2].block = vec![Block::Tabell(table)];
    let table = part(&xlsx(&late).unwrap(), "xl/tables/table2.xml");
    assert!(table.contains("id=\"1\" name=\"Nr\"") && table.contains("id=\"7\" name=\"Del\""), "{table}");
}
