//! The first sheet, "Läs mig": what the workbook is, which period, how amounts and signs are to be read, what each sheet holds.
use plan_report::format;
use plan_report::tree::{Lage, Rapport};
use rust_xlsxwriter::{Format, FormatAlign, Url, Worksheet};

use super::cells::row_height;
use crate::ExportError;

const SHEET: &str = "Läs mig";
/// Characters that fit on a line of the second column.
const LINE: usize = 88;

pub(super) fn write(
    sheet: &mut Worksheet,
    rapport: &Rapport,
    contents: &[(String, String)],
) -> Result<(), ExportError> {
    sheet.set_name(SHEET)?;
    sheet.set_column_width(0, 26)?;
    sheet.set_column_width(1, 92)?;
    sheet.set_screen_gridlines(false);
    let title = Format::new().set_bold().set_font_size(18);
    let label = Format::new().set_bold().set_align(FormatAlign::Top);
    let link = Format::new().set_hyperlink().set_align(FormatAlign::Top);
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    sheet.write_string_with_format(0, 0, &rapport.titel, &title)?;
    let mut row = 2;
    for (name, value) in facts(rapport) {
        row_height(sheet, row, lines(&value))?;
        sheet.write_string_with_format(row, 0, name, &label)?;
        sheet.write_string_with_format(row, 1, value, &text)?;
        row += 1;
    }
    row += 1;
    sheet.write_string_with_format(row, 0, "Så läses beloppen", &label)?;
    for rule in reading_rules(rapport) {
        row_height(sheet, row, lines(&rule))?;
        sheet.write_string_with_format(row, 1, rule, &text)?;
        row += 1;
    }
    row += 1;
    sheet.write_string_with_format(row, 0, "Blad", &label)?;
    for (name, what) in contents {
        row += 1;
        let target = format!("internal:'{}'!A1", name.replace('\'', "''"));
        sheet.write_url_with_format(row, 0, Url::new(target).set_text(name), &link)?;
        row_height(sheet, row, lines(what))?;
        sheet.write_string_with_format(row, 1, what, &text)?;
    }
    Ok(())
}

fn lines(text: &str) -> usize {
    text.chars().count().div_ceil(LINE)
}

fn facts(rapport: &Rapport) -> Vec<(&'static str, String)> {
    let mut facts = vec![
        ("Kommun", rapport.kommun.clone()),
        ("Nämnd", rapport.namnd.clone()),
        ("Förvaltning", rapport.avsandare.clone()),
        ("Period", rapport.period_text.clone()),
        ("Diarienummer", rapport.dnr.clone()),
        ("Datum", rapport.dag().map(format::datum).unwrap_or_default()),
        ("Läge", state_sentence(&rapport.lage)),
        ("Ersätter", rapport.ersatter.clone()),
        (
            "Källa",
            "Förvaltningens plan i Röda tråden. Samma värden som i PDF-rapporten, här oavrundade.".to_owned(),
        ),
    ];
    facts.retain(|(_, value)| !value.is_empty());
    facts
}

fn reading_rules(rapport: &Rapport) -> Vec<String> {
    let mut rules = rapport.teckenregler.clone();
    rules.push("Belopp visas i hela tkr men cellen innehåller det oavrundade beloppet.".to_owned());
    rules.push(
        "Ett saknat värde är ett ord (till exempel Ej mätt), aldrig 0. En tom cell saknar uppgift."
            .to_owned(),
    );
    rules
}

/// The short word for footers and properties.
pub(super) fn state_words(lage: &Lage) -> &'static str {
    match lage {
        Lage::Utkast => "Utkast",
        Lage::Forslag => "Förslag till nämnden",
        Lage::Faststalld { .. } => "",
        Lage::Upphavd { .. } => "Upphävd",
    }
}

fn state_sentence(lage: &Lage) -> String {
    match lage {
        Lage::Faststalld { datum, paragraf, kedja, .. } => format!(
            "Fastställd av nämnden {} § {paragraf}. Ändringsloggens huvud: {kedja}",
            format::datum(*datum)
        ),
        Lage::Upphavd { datum, paragraf, skal } => {
            format!("Upphävd. Fastställdes {} § {paragraf}. Skäl: {skal}", format::datum(*datum))
        }
        other => state_words(other).to_owned(),
    }
}
