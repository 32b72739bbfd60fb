//! Reports made up for the tests: small builders, one with everything in it (`sample`), and one that is large.
#![allow(dead_code, unused_imports, unreachable_pub, clippy::unwrap_used, clippy::expect_used)]
mod plan_parts;
mod sample;

use chrono::NaiveDate;
use plan_core::belopp::{Ore, Tal};
use plan_core::mal::Maluppfyllelse;
use plan_core::period::Period;
use plan_core::rapport::Rapportslag;
use plan_core::uppfoljning::Status;
use plan_report::tree::*;

pub use sample::sample;

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub fn inline(text: &str) -> Inline {
    Inline { text: text.into(), ..Inline::default() }
}

pub fn text(words: &str) -> Text {
    vec![inline(words)]
}

pub fn stycke(words: &str) -> Block {
    Block::Stycke(text(words))
}

pub fn avsnitt(id: &str, rubrik: &str, block: Vec<Block>) -> Avsnitt {
    Avsnitt { id: id.into(), rubrik: rubrik.into(), block, underavsnitt: vec![] }
}

pub fn rapport(avsnitt: Vec<Avsnitt>) -> Rapport {
    Rapport {
        slag: Rapportslag::Manad,
        titel: "Månadsrapport oktober 2026".into(),
        kommun: "Exempelköpings kommun".into(),
        namnd: "Socialnämnden".into(),
        avsandare: "Socialförvaltningen".into(),
        period_text: "oktober 2026".into(),
        period: Period::new(2026, 10).unwrap(),
        dnr: "SN 2026/118".into(),
        datum: day(2026, 11, 5),
        lage: Lage::Utkast,
        ersatter: String::new(),
        accent: None,
        avsnitt,
        teckenregler: vec![],
    }
}

pub fn kolumner(columns: &[(&str, Kolumnslag)]) -> Vec<Kolumn> {
    columns.iter().map(|(rubrik, slag)| Kolumn { rubrik: (*rubrik).into(), slag: *slag }).collect()
}

pub fn rad(slag: Radslag, celler: Vec<Cell>) -> Tabellrad {
    Tabellrad { slag, celler }
}

pub fn ord(words: &str) -> Cell {
    Cell::Text(text(words))
}

pub fn tkr(tkr: i64) -> Cell {
    Cell::Ore(Ore::kronor(tkr * 1000))
}

pub fn status(status: Status) -> Cell {
    Cell::Status { status, ord: plan_report::format::status(&Default::default(), status) }
}

pub fn bedomning(utfall: Maluppfyllelse) -> Cell {
    Cell::Bedomning(plan_report::format::bedomning(utfall, false))
}

pub fn procent(value: f64) -> Cell {
    Cell::Tal { tal: tal(value), decimaler: 1, enhet: "%".into(), visa_enhet: true }
}

pub fn tal(value: f64) -> Tal {
    Tal::from_f64(value).unwrap()
}

pub fn diagram(slag: Diagramslag) -> Diagram {
    let etiketter = ["nov", "dec", "jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt"];
    let nu = [84.1, 85.0, 83.2, 86.4, 88.0, 87.1, 89.5, 90.2, f64::NAN, 91.0, 90.6, 91.4];
    let fore = [81.0, 80.2, 79.6, 81.8, 82.4, 83.0, 82.1, 83.6, 81.9, 82.7, 83.9, 84.4];
    let values = |v: &[f64]| v.iter().map(|v| Tal::from_f64(*v)).collect();
    Diagram {
        id: "forhandsbedomning".into(),
        rubrik: "Förhandsbedömningar klara inom 14 dagar".into(),
        fynd: "Andelen ökade från 84,1 % till 91,4 % på ett år; målet minst 95 % nåddes inte.".into(),
        enhet: "%".into(),
        decimaler: 1,
        etiketter: etiketter.map(String::from).to_vec(),
        serier: vec![
            Serie { namn: "Sjöberga".into(), varden: values(&nu) },
            Serie { namn: "Året före".into(), varden: values(&fore) },
            Serie { namn: "Riket".into(), varden: values(&fore.map(|v| v + 0.8)) },
        ],
        mal: vec![Some(tal(95.0)); 12],
        mal_hogst: vec![],
        mal_namn: "Mål".into(),
        slag,
    }
}

pub fn nod(djup: u8, niva: &str, words: &str, utfall: Option<Maluppfyllelse>, bruten: bool) -> Kedjenod {
    let bedomning = utfall.map(|utfall| plan_report::format::bedomning(utfall, false));
    Kedjenod { djup, niva: niva.into(), text: words.into(), bedomning, bruten }
}

/// `count` rows of seven columns, as the yardstick against other programs has.
pub fn large(count: usize) -> Rapport {
    use Kolumnslag::{Namn, Status as S, Tal as N, Text as T, Tkr};
    let names = [
        "Andel behöriga lärare i grundskolan",
        "Antal barn i förskolan",
        "Nettokostnad per hemtjänsttagare",
        "Sjukfrånvaro inom bygglovsärenden",
        "Nöjdhet med särskilt boende",
    ];
    let namnder =
        ["Kommunstyrelsen", "Barn- och utbildningsnämnden", "Socialnämnden", "Miljö- och byggnämnden"];
    let comments = [
        "Enligt plan.",
        "Åtgärder pågår.",
        "Avvikelse rapporterad till nämnden.",
        "Följs upp i nästa månadsrapport.",
    ];
    let sections = (0..count.div_ceil(100)).map(|s| {
        let rows = (s * 100..((s + 1) * 100).min(count)).map(|i| {
            rad(Radslag::Vanlig, vec![
                ord(names[i % 5]), ord(namnder[i * 7 % 4]), procent(50.0 + (i % 50) as f64), procent(47.0 + (i * 13 % 53) as f64 + (i % 10) as f64 / 10.0),
                tkr((i * 7919 % 99_999) as i64), status(Status::ALL[i % 6]), ord(comments[i * 3 % 4]),
            ])
        });
        let table = Tabell {
            id: format!("t{s}"), rubrik: "Indikatorer per nämnd".into(),
            kolumner: kolumner(&[("Indikator", Namn), ("Ansvarig nämnd", T), ("Mål", N), ("Utfall", N), ("Prognos, tkr", Tkr), ("Status", S), ("Kommentar", T)]),
            rader: rows.collect(), noter: vec![], blad: "Indikatorer".into(),
        };
        avsnitt(&format!("s{s}"), &format!("Måluppfyllelse – del {}", s + 1), vec![stycke("Kommunstyrelsens månadsrapport redovisar det ekonomiska läget, måluppfyllelsen och väsentliga händelser till och med september. Verksamheternas sammantagna prognos visar ett överskott på 12,4 miljoner kronor."), Block::Tabell(table)])
    });
    rapport(sections.collect())
}
