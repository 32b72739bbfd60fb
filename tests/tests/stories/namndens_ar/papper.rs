//! The papers of a spring: a real nämnd's, read where they lie, and a twin made here with names and figures of our own.
use std::fs;
use std::path::{Path, PathBuf};

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use serde_json::Value;

/// What goes in, and what must be printed.
pub(crate) struct Papper {
    /// Uppdrag, aktiviteter and indikatorer; holds a row that is refused.
    pub(crate) workbook: PathBuf,
    /// April's and May's drift table in tkr.
    pub(crate) drift: [PathBuf; 2],
    /// Verksamheter in kronor, so that rounding last gives the printed tkr.
    pub(crate) verksamhet: PathBuf,
    pub(crate) drift_rows: Vec<Tryckt>,
    pub(crate) verksamhet_rows: Vec<Tryckt>,
    /// The deviation each verksamhet's comment is headed with, tkr.
    pub(crate) headings: Vec<(String, i64)>,
    /// Aktiviteter whose end has passed by the end of May, untouched.
    pub(crate) silent: Vec<String>,
    /// A monthly mätetal with a target; the first value misses it, the second meets it.
    pub(crate) monthly: String,
    pub(crate) value_before: f64,
    pub(crate) value_after: f64,
    /// Aktiviteter to finish, to drop, to move, and to change and change back.
    pub(crate) changed: [String; 4],
    pub(crate) verksamhet_moved: String,
}

impl Papper {
    pub(crate) fn files(&self) -> usize {
        2 + self.drift.len()
    }
}

/// A printed row, whole tkr; `None` is an empty cell.
#[derive(Debug)]
pub(crate) struct Tryckt {
    pub(crate) namn: String,
    pub(crate) budget: Option<i64>,
    pub(crate) prognos: Option<i64>,
    pub(crate) avvikelse: Option<i64>,
}

fn row(
    namn: &str,
    budget: impl Into<Option<i64>>,
    prognos: impl Into<Option<i64>>,
    avvikelse: i64,
) -> Tryckt {
    Tryckt { namn: namn.into(), budget: budget.into(), prognos: prognos.into(), avvikelse: Some(avvikelse) }
}

pub(crate) fn real(folder: &Path) -> Papper {
    let expected: Value =
        serde_json::from_str(&fs::read_to_string(folder.join("EXPECTED.json")).unwrap()).unwrap();
    let printed = |items: &Value, name: &dyn Fn(&Value) -> String| -> Vec<Tryckt> {
        let number = |value: &Value| value.as_i64();
        let row = |item: &Value| Tryckt {
            namn: name(item),
            budget: number(&item["budget"]),
            prognos: number(&item["prognos"]),
            avvikelse: number(&item["avvikelse"]),
        };
        items.as_array().unwrap().iter().map(row).collect()
    };
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let headings = expected["verksamhet"]["kommentarsrubriker_ratt"].as_object().unwrap();
    let silent = expected["andringar_april_till_maj"]["tysta"]["items"].as_array().unwrap();
    Papper {
        workbook: folder.join("namndens_uppdrag.xlsx"),
        drift: ["drift_april_2026.csv", "drift_maj_2026.csv"].map(|file| folder.join(file)),
        verksamhet: folder.join("prognos_kronor_2026.csv"),
        drift_rows: printed(&expected["drift"]["items"], &|item| text(&item["rad"])),
        verksamhet_rows: printed(&expected["verksamhet"]["items"], &|item| match (
            item["rad"].as_str(),
            item["del"].as_str(),
        ) {
            (Some("Summa"), Some(part)) => format!("Summa {}", part.to_lowercase()),
            _ => text(&item["rad"]),
        }),
        headings: headings.iter().map(|(name, value)| (name.clone(), value.as_i64().unwrap())).collect(),
        silent: silent.iter().map(|item| text(&item["aktivitet"])).collect(),
        monthly: "Sjukfrånvaro totalt bland anställda, kommun, andel (%)".into(),
        value_before: 7.0,
        value_after: 6.5,
        changed: [
            "Införa OSB, stödresurs i förskolan",
            "Ta fram rutin för övergång mellan förskolor",
            "Digitalisera pappersblanketter",
            "Kvalitetssäkra platsannonser",
        ]
        .map(str::to_owned),
        verksamhet_moved: "Grundskola".into(),
    }
}

pub(crate) fn twin(folder: &Path) -> Papper {
    let drift = ["april.csv", "maj.csv"].map(|name| {
        let path = folder.join(name);
        fs::write(&path, DRIFT.replace('\n', "\r\n")).unwrap();
        path
    });
    let verksamhet = folder.join("verksamhet.csv");
    fs::write(&verksamhet, VERKSAMHET).unwrap();
    Papper {
        workbook: workbook(folder),
        drift,
        verksamhet,
        drift_rows: vec![
            row("Verksamhetens intäkter", 2_000, 2_100, 100),
            row("Personalkostnader", -5_000, -5_200, -200),
            row("Lokalhyror", -1_000, -1_000, 0),
            row("Köp av tjänster", -500, -450, 50),
            row("Övriga kostnader", -300, -300, 0),
            row("Verksamhetens kostnader", -6_800, -6_950, -150),
            row("Verksamhetens nettokostnader", -4_800, -4_850, -50),
            row("Kommunbidrag", 4_800, 4_800, 0),
            row("Finansnetto", 0, None, 0),
            row("Årets resultat", 0, -50, -50),
        ],
        verksamhet_rows: vec![
            row("Musikskola", 1_000, 1_051, 50),
            row("Vuxenutbildning", 1_000, 1_049, 50),
            row("Kommunbidrag", 4_800, 4_800, 0),
            row("Summa intäkter", 6_800, 6_900, 100),
            row("Musikskola", -2_500, -2_620, -120),
            row("Vuxenutbildning", -4_300, -4_330, -30),
            row("Summa kostnader", -6_800, -6_950, -150),
            row("Resultat", 0, -50, -50),
        ],
        headings: vec![("Musikskola".into(), -70), ("Vuxenutbildning".into(), 20)],
        silent: vec!["Märka om notbiblioteket".into(), "Se över scheman i körsången".into()],
        monthly: "Sjukfrånvaro bland lärare".into(),
        value_before: 6.4,
        value_after: 5.2,
        changed: ["Öppna kvällskurser", "Låna ut instrument", "Bygga om studion", "Utbilda handledare"]
            .map(str::to_owned),
        verksamhet_moved: "Vuxenutbildning".into(),
    }
}

/// Our own nämnd's drift table as another program would write it; a sum is printed, an empty cell stays empty.
const DRIFT: &str = "Belopp i tkr;Budget 2026;Prognos helår 2026;Avvikelse prognos/budget
Verksamhetens intäkter;2 000;2 100;100
Personalkostnader;-5 000;-5 200;-200
Lokalhyror;-1 000;-1 000;0
Köp av tjänster;-500;-450;50
Övriga kostnader;-300;-300;0
Verksamhetens kostnader;-6 800;-6 950;-150
Verksamhetens nettokostnader;-4 800;-4 850;-50
Kommunbidrag;4 800;4 800;0
Finansnetto;0;;0
Årets resultat;0;-50;-50
";

/// Kronor that round to the printed tkr: 1 000,4 + 50,2 is printed 1 000 and 1 051 with a deviation of 50.
const VERKSAMHET: &str = "Del;Huvudverksamhet;Budget 2026;Prognos helår 2026;Enhet
Intäkter;Musikskola;1000400,00;1050600,00;kr
Intäkter;Vuxenutbildning;999600,00;1049400,00;kr
Intäkter;Kommunbidrag;4800000,00;4800000,00;kr
Kostnader;Musikskola;-2500000,00;-2620400,00;kr
Kostnader;Vuxenutbildning;-4300000,00;-4329600,00;kr
";

fn workbook(folder: &Path) -> PathBuf {
    let mut book = Workbook::new();
    let uppdrag = book.add_worksheet();
    uppdrag.set_name("Uppdrag").unwrap();
    uppdrag.write_string(0, 0, "Nämndens uppdrag 2026").unwrap();
    let rows = [
        ["Nr", "Område", "Uppdrag", "Varför", "Önskad effekt", "Ansvarig"],
        [
            "1",
            "Fler i musikskolan",
            "Öppna musikskolan för fler barn.",
            "Kön är lång.",
            "Kortare kö.",
            "Rektor musikskolan",
        ],
        [
            "2",
            "Fler vuxna i utbildning",
            "Ge fler vuxna en kurs.",
            "Arbetslösheten ökar.",
            "Fler i arbete.",
            "Rektor vuxenutbildning",
        ],
    ];
    rows.iter().enumerate().for_each(|(r, row)| write_row(uppdrag, r as u32 + 2, row));
    aktiviteter(&mut book);
    let indikatorer = book.add_worksheet();
    indikatorer.set_name("Indikatorer").unwrap();
    let rows = [
        ["Indikator", "Enhet", "Riktning", "Utfall 2025", "Målvärde 2026", "Mäts"],
        ["Sjukfrånvaro bland lärare", "%", "Lägre är bättre", "6,9", "Högst 5,5 %", "Månad"],
        ["Nöjda elever", "%", "Högre är bättre", "..", "Minst 90 %", "År"],
    ];
    rows.iter().enumerate().for_each(|(r, row)| write_row(indikatorer, r as u32, row));
    let path = folder.join("uppdrag.xlsx");
    book.save(&path).unwrap();
    path
}

fn aktiviteter(book: &mut Workbook) {
    let sheet = book.add_worksheet();
    sheet.set_name("Aktiviteter").unwrap();
    let headings = ["Uppdrag", "Aktivitet", "Ansvarig", "Klart när", "Status", "Klart %", "Kommentar"];
    write_row(sheet, 0, &headings);
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let rows = [
        ("1", "Öppna kvällskurser", (12, 18), "Pågår", 40.0),
        ("1", "Låna ut instrument", (11, 30), "Ej startad", 0.0),
        ("1", "Märka om notbiblioteket", (5, 15), "Pågår", 70.0),
        ("1", "Se över scheman i körsången", (4, 10), "Försenad", 50.0),
        ("2", "Bygga om studion", (10, 30), "Pågår enl. plan", 20.0),
        ("2", "Utbilda handledare", (9, 30), "pågående", 30.0),
        ("2", "Starta en språkkurs", (3, 31), "Klar", 100.0),
    ];
    for (r, (uppdrag, title, (month, date), status, done)) in rows.iter().enumerate() {
        let row = r as u32 + 1;
        sheet.write_string(row, 0, *uppdrag).unwrap();
        sheet.write_string(row, 1, *title).unwrap();
        sheet.write_string(row, 2, "Rektor").unwrap();
        let end = ExcelDateTime::from_ymd(2026, *month, *date).unwrap();
        sheet.write_datetime_with_format(row, 3, &end, &day).unwrap();
        sheet.write_string(row, 4, *status).unwrap();
        sheet.write_number(row, 5, *done).unwrap();
    }
    sheet.write_string(rows.len() as u32 + 1, 6, "En kommentar utan aktivitet").unwrap();
}

fn write_row(sheet: &mut Worksheet, row: u32, texts: &[&str]) {
    for (column, text) in texts.iter().enumerate() {
        sheet.write_string(row, column as u16, *text).unwrap();
    }
}
