//! Plans and tables of any size, through the same doors as everyone's.
use std::path::Path;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use plan_core::belopp::Tal;
use plan_core::document::{Document, Environment};
use plan_core::inlasning::{
    AktivitetRad, DatumCell, ImportOptions, Innehall, MatetalRad, Rad, StatusCell, Tabell, Tabellslag,
    UppdragRad,
};
use plan_core::matetal::{Frekvens, Krav, Matetalsart, Riktning, Varde};
use plan_core::period::Period;
use plan_core::plan::ops::NyPlan;
use plan_core::uppfoljning::Status;
use uuid::Uuid;

pub fn environment() -> Environment {
    let mut now: DateTime<Utc> = DateTime::from_timestamp(1_767_258_000, 0).unwrap();
    Environment {
        vem: Some("Verksamhetscontroller".into()),
        machine: "bench".into(),
        now: Box::new(move || {
            now += Duration::seconds(1);
            now
        }),
        new_id: Box::new(Uuid::now_v7),
        backup_dir: None,
    }
}

/// A new plan with its styrmodell, nothing else.
pub fn empty_plan(path: &Path) -> Document {
    let mut document = Document::create(path, environment()).unwrap();
    let new = NyPlan {
        kommun: "Påhittade kommun".into(),
        namnd: "Nämnden".into(),
        forvaltning: "Förvaltningen".into(),
        styrmodell: "ledmot-2023".into(),
        year: 2026,
    };
    document.create_plan(&new).unwrap();
    document
}

pub fn import(document: &mut Document, tabeller: &[Tabell]) {
    let options = ImportOptions { period: Period::new(2026, 10), year: 2026, endast_goda: false };
    let (utfall, _) = document.import(tabeller, &options).unwrap();
    assert!(utfall.skrivet, "the bench's own rows must be taken: {:?}", utfall.antal);
}

fn tabell(slag: Tabellslag, rows: impl Iterator<Item = Innehall>) -> Tabell {
    let rader = rows
        .enumerate()
        .map(|(i, innehall)| Rad { rad: i as u32 + 2, innehall, anmarkningar: vec![] })
        .collect();
    Tabell { blad: "Blad".into(), slag, rader, kolumner: vec![] }
}

pub fn uppdrag(count: usize) -> Tabell {
    tabell(
        Tabellslag::Uppdrag,
        (0..count).map(|i| {
            Innehall::Uppdrag(Box::new(UppdragRad {
                nr: Some(format!("{}", i + 1)),
                titel: format!("Uppdrag {} om förebyggande arbete", i + 1),
                varfor: Some("Behoven växer och stödet behöver komma tidigare.".into()),
                ..UppdragRad::default()
            }))
        }),
    )
}

/// Every aktivitet has its number, so that a second import finds it again.
pub fn aktiviteter(count: usize, of_uppdrag: usize) -> Tabell {
    let day = |month, day| {
        Some(DatumCell {
            text: String::new(),
            datum: NaiveDate::from_ymd_opt(2026, month, day),
            utan_ar: None,
        })
    };
    tabell(
        Tabellslag::Aktiviteter,
        (0..count).map(|i| {
            let status = Status::ALL[i % 5];
            Innehall::Aktivitet(Box::new(AktivitetRad {
                nr: Some(format!("{}.{}", i % of_uppdrag + 1, i / of_uppdrag + 1)),
                uppdrag: Some(format!("{}", i % of_uppdrag + 1)),
                titel: format!("Aktivitet {i}: följa upp rutinen för övergångar"),
                hur: Some("Genomgång med varje enhet och återkoppling till ledningsgruppen.".into()),
                start: day(1, 15),
                slut: day(11, 28),
                status: Some(StatusCell { text: status.as_str().into(), status: Some(status) }),
                fardiggrad: (status == Status::Genomford).then_some(100),
                ..AktivitetRad::default()
            }))
        }),
    )
}

/// Mätetal with a value a month for `years` years; another `seed` gives other values of the same mätetal.
pub fn matetal(count: usize, years: i32, seed: i64) -> Tabell {
    tabell(
        Tabellslag::Matetal,
        (0..count).map(|i| {
            let months =
                (2027 - years..=2026).flat_map(|year| (1..=12).filter_map(move |m| Period::new(year, m)));
            let value = |n: usize| Varde::Tal(Tal(((i * 7 + n * 3) as i64 + seed) % 100 * 1_000_000));
            Innehall::Matetal(Box::new(MatetalRad {
                nr: Some(format!("M{}", i + 1)),
                art: Some(Matetalsart::Indikator),
                titel: format!("Mätetal {} andel i tid", i + 1),
                definition: None,
                enhet: Some("%".into()),
                decimaler: Some(1),
                riktning: Some(Riktning::Hogre),
                frekvens: Some(Frekvens::Manad),
                kalla: None,
                kolada_id: None,
                ansvarig: None,
                uppdrag: None,
                mal: None,
                utfall: months.enumerate().map(|(n, period)| (period, value(n))).collect(),
                malvarden: vec![(
                    Period::new(2026, 12).unwrap(),
                    Krav::Minst(Tal(50_000_000)),
                    "Minst 50 %".into(),
                )],
                analys: None,
            }))
        }),
    )
}
