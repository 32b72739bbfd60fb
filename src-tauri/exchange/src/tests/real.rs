//! The papers of a real nämnd against what a person found in them (EXPECTED.json). Nothing of them is copied here.
use std::path::PathBuf;

use chrono::NaiveDate;
use plan_core::belopp::{Belopp, Ore, Tal};
use plan_core::ekonomi::Beloppsslag;
use plan_core::inlasning::{Grad, Innehall, Overhopp, Tabell, Tabellslag, UppdragRad, Vagran};
use plan_core::matetal::{Krav, Saknas, Varde};
use plan_core::period::Period;
use serde_json::Value;

use super::{aktivitet, drift, matetal, row, uppdrag, verksamhet};
use crate::{Lasning, ReadError, ReadOptions, Source, read};

/// The folder of the papers; `None`, with a line in the output, where it is not there.
fn folder() -> Option<PathBuf> {
    let root = std::env::var("RODA_TRADEN_SHARED")
        .map_or_else(|_| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from);
    let folder = root.join("fixtures/bun-2026");
    if folder.join("EXPECTED.json").exists() {
        return Some(folder);
    }
    println!("skipped: no shared fixtures");
    None
}

fn load(folder: &std::path::Path, name: &str) -> Lasning {
    let bytes = std::fs::read(folder.join(name)).unwrap();
    let options = ReadOptions { year: Some(2026), ..ReadOptions::default() };
    read(Source { name, bytes: &bytes }, &options).unwrap_or_else(|error| panic!("{name}: {error:?}"))
}

fn expected(folder: &std::path::Path) -> Value {
    serde_json::from_slice(&std::fs::read(folder.join("EXPECTED.json")).unwrap()).unwrap()
}

fn of(lasning: &Lasning, slag: Tabellslag) -> &Tabell {
    lasning.tabeller.iter().find(|tabell| tabell.slag == slag).unwrap()
}

fn date(value: &Value) -> Option<NaiveDate> {
    value.as_str().map(|text| text.parse().unwrap())
}

#[test]
fn the_uppdrag_are_alike_in_all_four_forms() {
    let Some(folder) = folder() else { return };
    let book = load(&folder, "namndens_uppdrag.xlsx");
    let table = of(&book, Tabellslag::Uppdrag);
    let expected = &expected(&folder)["arbetsbok"]["uppdrag"];
    for (at, item) in expected["items"].as_array().unwrap().iter().enumerate() {
        let row = uppdrag(table, u32::try_from(at + 4).unwrap());
        let text = |name: &str| item[name].as_str().map(str::to_owned);
        assert_eq!(row.nr, text("nr"));
        assert_eq!(Some(&row.titel), text("omrade").as_ref());
        assert_eq!(row.vad, text("uppdrag"));
        assert_eq!(row.varfor, text("varfor"));
        let effect = if row.nr.as_deref() == Some("6") {
            expected["list_in_cell"]["as_markdown"].as_str().map(str::to_owned)
        } else {
            text("onskad_effekt")
        };
        assert_eq!(row.onskad_effekt, effect);
        assert_eq!(row.ansvariga.join("; "), item["ansvarig"].as_str().unwrap());
        assert_eq!(row.kalla, text("kalla"));
        assert_eq!(row.period_text, text("period"));
    }
    let data = |lasning: &Lasning| -> Vec<UppdragRad> {
        let rows = of(lasning, Tabellslag::Uppdrag).rader.iter();
        rows.filter_map(|row| match &row.innehall {
            Innehall::Uppdrag(row) => Some((**row).clone()),
            _ => None,
        })
        .collect()
    };
    let wanted = data(&book);
    assert_eq!(wanted.len(), 8);
    assert_eq!(wanted[7].year_to, Some(2027));
    for other in ["namndens_uppdrag.ods", "namndens_uppdrag_urklipp.html", "namndens_uppdrag_urklipp.tsv"] {
        assert_eq!(data(&load(&folder, other)), wanted, "{other}");
    }
}

#[test]
fn the_whole_workbook_is_alike_as_ods() {
    let Some(folder) = folder() else { return };
    let (xlsx, ods) = (load(&folder, "namndens_uppdrag.xlsx"), load(&folder, "namndens_uppdrag.ods"));
    assert_eq!(xlsx.tabeller.len(), 3);
    for (a, b) in xlsx.tabeller.iter().zip(&ods.tabeller) {
        assert_eq!((a.slag, &a.kolumner), (b.slag, &b.kolumner));
        for (left, right) in a.rader.iter().zip(&b.rader) {
            assert_eq!(left, right, "{}", a.blad);
        }
        assert_eq!(a.rader.len(), b.rader.len());
    }
}

#[test]
fn the_aktiviteter_are_as_expected() {
    let Some(folder) = folder() else { return };
    let book = load(&folder, "namndens_uppdrag.xlsx");
    let table = of(&book, Tabellslag::Aktiviteter);
    let expected = &expected(&folder)["arbetsbok"]["aktiviteter"];
    let items = expected["items"].as_array().unwrap();
    for item in items {
        let nr = u32::try_from(item["excel_row"].as_u64().unwrap()).unwrap();
        let row = aktivitet(table, nr);
        let text = |name: &str| item[name].as_str();
        assert_eq!(row.uppdrag.as_deref(), text("uppdrag_nr"), "row {nr}");
        assert_eq!(Some(row.titel.as_str()), text("aktivitet"), "row {nr}");
        assert_eq!(row.ansvariga.join("; "), text("ansvarig").unwrap(), "row {nr}");
        assert_eq!(row.enhet.as_deref(), text("enhet"), "row {nr}");
        assert_eq!(row.fardiggrad.map(u64::from), item["fardigt_procent"].as_u64(), "row {nr}");
        assert_eq!(row.status.as_ref().map(|cell| cell.text.as_str()), text("status_in"), "row {nr}");
        for (cell, want) in [(&row.start, &item["start"]), (&row.slut, &item["slut"])] {
            let kept = want["keep_text"].as_bool().unwrap_or(false) || want["warning"].is_string();
            let said = cell.as_ref().map(|cell| cell.text.as_str()).filter(|text| !text.is_empty());
            assert_eq!(said, want["text"].as_str().filter(|_| kept), "row {nr}");
            // Where the year is the uppdrag's, the plan fills it in.
            let has_part = cell.as_ref().is_some_and(|cell| cell.utan_ar.is_some());
            let day = cell.as_ref().and_then(|cell| cell.datum);
            assert!(has_part || day == date(&want["value"]), "row {nr}: {cell:?}");
        }
    }
    let counted = |f: fn(&Innehall) -> bool| table.rader.iter().filter(|row| f(&row.innehall)).count();
    assert_eq!(counted(|i| matches!(i, Innehall::Aktivitet(_))), items.len());
    assert_eq!(counted(|i| matches!(i, Innehall::Vagrad(Vagran::SaknarTitel { .. }))), 1);
    assert!(matches!(row(table, 41).innehall, Innehall::Vagrad(_)));
    assert_eq!(row(table, 22).innehall, Innehall::Overhoppad(Overhopp::Tom));
    assert_eq!(row(table, 42).innehall, Innehall::Overhoppad(Overhopp::Tom));
    assert_eq!(row(table, 43).innehall, Innehall::Overhoppad(Overhopp::Anteckning));
    // Of form only the date that does not exist needs a look; the rest is the plan's to say.
    let noted =
        table.rader.iter().filter(|row| row.anmarkningar.iter().any(|a| a.grad() == Grad::Anmarkning));
    assert_eq!(noted.map(|row| row.rad).collect::<Vec<_>>(), [27]);
}

#[test]
fn the_indikatorer_are_as_expected() {
    let Some(folder) = folder() else { return };
    let book = load(&folder, "namndens_uppdrag.xlsx");
    let table = of(&book, Tabellslag::Matetal);
    let december = |year| Period::new(year, 12).unwrap();
    for item in expected(&folder)["arbetsbok"]["indikatorer"]["items"].as_array().unwrap() {
        let nr = u32::try_from(item["excel_row"].as_u64().unwrap()).unwrap();
        let row = matetal(table, nr);
        assert_eq!(row.titel, item["indikator"].as_str().unwrap());
        assert_eq!(row.kolada_id.as_deref(), item["kolada_id"].as_str());
        assert_eq!(row.enhet.as_deref(), item["enhet"].as_str());
        assert!(row.riktning.is_some() && row.frekvens.is_some(), "row {nr}");
        for year in [2024, 2025] {
            let want = &item[format!("utfall_{year}")];
            let (_, value) = row.utfall.iter().find(|(period, _)| *period == december(year)).unwrap();
            let wanted = match (want["value"].as_f64(), want["missing"].as_str()) {
                (Some(value), _) => Varde::Tal(Tal::from_f64(value).unwrap()),
                (None, Some("Bortfall")) => Varde::Saknas(Saknas::Bortfall),
                _ => Varde::Saknas(Saknas::Sekretess),
            };
            assert_eq!(*value, wanted, "row {nr} {year}");
        }
        let want = &item["malvarde_2026"];
        let target = row.malvarden.first().map(|(period, krav, text)| (*period, *krav, text.as_str()));
        let wanted = want["value"].as_f64().map(|value| {
            let tal = Tal::from_f64(value).unwrap();
            let krav = if want["op"] == ">=" { Krav::Minst(tal) } else { Krav::Hogst(tal) };
            (december(2026), krav, want["text"].as_str().unwrap())
        });
        assert_eq!(target, wanted, "row {nr}");
    }
}

fn amount(belopp: &[(Beloppsslag, Belopp)], slag: Beloppsslag) -> Option<Belopp> {
    belopp.iter().find(|(known, _)| *known == slag).map(|(_, belopp)| *belopp)
}

fn tkr(value: &Value) -> Belopp {
    value.as_i64().map_or(Belopp::Tom, |tkr| Belopp::Ore(Ore(tkr * 100_000)))
}

#[test]
fn the_drift_tables_are_as_printed() {
    let Some(folder) = folder() else { return };
    for name in ["drift_april_2026.csv", "drift_maj_2026.csv"] {
        let lasning = load(&folder, name);
        let table = of(&lasning, Tabellslag::Drift);
        let expected = expected(&folder);
        let items = expected["drift"]["items"].as_array().unwrap();
        assert_eq!(table.rader.len(), items.len());
        for (at, item) in items.iter().enumerate() {
            let row = drift(table, u32::try_from(at + 2).unwrap());
            assert_eq!(row.namn, item["rad"].as_str().unwrap());
            assert_eq!(row.year, Some(2026));
            assert_eq!(amount(&row.belopp, Beloppsslag::Budget), Some(tkr(&item["budget"])));
            assert_eq!(amount(&row.belopp, Beloppsslag::Prognos), Some(tkr(&item["prognos"])));
            assert_eq!(row.tryckt_avvikelse.map(Belopp::Ore), Some(tkr(&item["avvikelse"])));
        }
        let sums =
            table.rader.iter().filter(|row| matches!(&row.innehall, Innehall::Drift(row) if row.summa));
        assert_eq!(sums.count(), 4);
    }
}

#[test]
fn the_verksamhet_tables_are_as_printed() {
    let Some(folder) = folder() else { return };
    for name in ["verksamhet_april_2026.csv", "verksamhet_maj_2026.csv"] {
        let lasning = load(&folder, name);
        let table = of(&lasning, Tabellslag::Verksamhet);
        for (at, item) in expected(&folder)["verksamhet"]["items"].as_array().unwrap().iter().enumerate() {
            let nr = u32::try_from(at + 2).unwrap();
            if item["del"] == "Resultat" {
                assert_eq!(row(table, nr).innehall, Innehall::Overhoppad(Overhopp::Summa));
                continue;
            }
            let row = verksamhet(table, nr);
            assert_eq!(row.namn, item["rad"].as_str().unwrap());
            assert_eq!(row.summa, row.namn == "Summa");
            assert_eq!(row.del == plan_core::ekonomi::Verksamhetsdel::Intakt, item["del"] == "Intäkter");
            assert_eq!(amount(&row.belopp, Beloppsslag::Budget), Some(tkr(&item["budget"])));
            assert_eq!(amount(&row.belopp, Beloppsslag::Prognos), Some(tkr(&item["prognos"])));
        }
        let notes =
            table.rader.iter().filter(|row| row.innehall == Innehall::Overhoppad(Overhopp::Anteckning));
        assert_eq!(notes.count(), 7);
    }
}

#[test]
fn kronor_are_kept_to_the_ore() {
    let Some(folder) = folder() else { return };
    let lasning = load(&folder, "prognos_kronor_2026.csv");
    let table = of(&lasning, Tabellslag::Verksamhet);
    assert_eq!(table.rader.len(), 15);
    let sum = |slag| -> i64 {
        let rows = table.rader.iter().filter_map(|row| match &row.innehall {
            Innehall::Verksamhet(row) => amount(&row.belopp, slag),
            _ => None,
        });
        rows.map(|belopp| belopp.ore().0).sum()
    };
    assert_eq!(sum(Beloppsslag::Budget), -33_300);
    assert_eq!(sum(Beloppsslag::Prognos), 499_966_600);
}

#[test]
fn volumes_investments_and_ledgers_are_not_taken_for_drift() {
    let Some(folder) = folder() else { return };
    for name in
        ["volymer_april_2026.csv", "investeringar_april_2026.csv", "ekonomiutdrag_2026-04.csv", "kodplan.csv"]
    {
        let bytes = std::fs::read(folder.join(name)).unwrap();
        let result = read(Source { name, bytes: &bytes }, &ReadOptions::default());
        assert!(matches!(result, Err(ReadError::NoHeader { .. })), "{name}: {result:?}");
    }
}
