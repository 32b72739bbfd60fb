//! The report as an Excel workbook: the same values as on paper, unrounded, in real tables with native charts.
//! Owns sheets, formats and print set-up. Computes no figure and knows no layout of pages.
//! Dates inside the file derive from the report's own day, so the same report gives the same bytes.
mod cells;
mod charts;
mod names;
mod readme;
mod tables;
#[cfg(test)]
mod tests;
mod texts;

use plan_report::format::antal_i_ord;
use plan_report::tree::{Avsnitt, Block, Diagram, Rapport, Tabell};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet};

use crate::ExportError;
use names::Names;

/// The workbook's bytes: "Läs mig", one sheet per kind of table, "Diagram" and "Texter".
///
/// # Errors
/// [`ExportError::Xlsx`] when the content breaks a limit of the format (rows, sheet size).
pub fn xlsx(rapport: &Rapport) -> Result<Vec<u8>, ExportError> {
    let content = Content::of(rapport);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(rapport)?);
    let mut names = Names::default();
    let groups = content.by_sheet(&mut names);
    readme::write(workbook.add_worksheet(), rapport, &content.sheet_names(&groups))?;
    for (name, tables) in &groups {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name)?;
        tables::write(sheet, tables, &mut names)?;
    }
    let mut chart_pages = None;
    if !content.charts.is_empty() {
        chart_pages = Some(charts::write(workbook.add_worksheet(), &content.charts)?);
    }
    if !content.texts.is_empty() {
        texts::write(workbook.add_worksheet(), &content.texts)?;
    }
    for sheet in workbook.worksheets_mut() {
        print_setup(sheet, rapport);
        if let Some(pages) = chart_pages.as_ref().filter(|_| sheet.name() == charts::SHEET) {
            pages.set(sheet)?;
        }
    }
    Ok(workbook.save_to_buffer()?)
}

/// "Läs mig" names no more tables of a sheet than the first and these.
const MOST_NAMED: usize = 5;

/// The parts of the report that become sheets, in reading order.
struct Content<'a> {
    tables: Vec<&'a Tabell>,
    charts: Vec<&'a Diagram>,
    texts: Vec<texts::Row>,
}

impl<'a> Content<'a> {
    fn of(rapport: &'a Rapport) -> Content<'a> {
        let mut content = Content { tables: vec![], charts: vec![], texts: vec![] };
        rapport.avsnitt.iter().for_each(|section| content.section(section, ""));
        content
    }

    /// A text's place is its heading and the one above it: enough to find it, and one line to read.
    fn section(&mut self, section: &'a Avsnitt, above: &str) {
        let path = match above {
            "" => section.rubrik.clone(),
            above => format!("{above} – {}", section.rubrik),
        };
        section.block.iter().for_each(|block| self.block(block, &path, &section.rubrik));
        section.underavsnitt.iter().for_each(|child| self.section(child, &section.rubrik));
    }

    fn block(&mut self, block: &'a Block, path: &str, heading: &str) {
        match block {
            Block::Tabell(table) => self.tables.push(table),
            Block::Diagram(chart) => self.charts.push(chart),
            Block::Fakta(pairs) => pairs.iter().for_each(|(label, blocks)| {
                let path = format!("{heading} – {label}");
                blocks.iter().for_each(|block| self.block(block, &path, label));
            }),
            Block::Stycke(text) | Block::Notis(text) => self.texts.extend(texts::Row::new(path, text)),
            Block::Lista(list) => {
                self.texts.extend(list.poster.iter().filter_map(|item| texts::Row::new(path, item)));
            }
            Block::Kedja(chain) => self.texts.extend(texts::chain_rows(path, chain)),
        }
    }

    /// Tables that share a sheet, in order of first appearance.
    fn by_sheet(&self, names: &mut Names) -> Vec<(String, Vec<&'a Tabell>)> {
        let mut groups: Vec<(&str, Vec<&Tabell>)> = vec![];
        for table in &self.tables {
            match groups.iter_mut().find(|(sheet, _)| *sheet == table.blad) {
                Some((_, tables)) => tables.push(table),
                None => groups.push((&table.blad, vec![table])),
            }
        }
        groups.into_iter().map(|(sheet, tables)| (names.sheet(sheet), tables)).collect()
    }

    /// What "Läs mig" lists: every sheet and what it holds.
    fn sheet_names(&self, groups: &[(String, Vec<&'a Tabell>)]) -> Vec<(String, String)> {
        let captions = |tables: &[&Tabell]| {
            let mut captions: Vec<&str> = tables.iter().map(|table| table.rubrik.as_str()).collect();
            captions.dedup();
            match captions.as_slice() {
                [first, rest @ ..] if rest.len() > MOST_NAMED => {
                    format!("{first} och {} tabeller till", antal_i_ord(rest.len()))
                }
                named => named.join(" · "),
            }
        };
        let mut rows: Vec<(String, String)> =
            groups.iter().map(|(name, tables)| (name.clone(), captions(tables))).collect();
        if !self.charts.is_empty() {
            rows.push((charts::SHEET.to_owned(), "Diagram med sina värden".to_owned()));
        }
        if !self.texts.is_empty() {
            rows.push((texts::SHEET.to_owned(), "Rapportens texter, avsnitt för avsnitt".to_owned()));
        }
        rows
    }
}

fn properties(rapport: &Rapport) -> Result<DocProperties, ExportError> {
    Ok(DocProperties::new()
        .set_title(&rapport.titel)
        .set_subject(&rapport.period_text)
        .set_author(&rapport.avsandare)
        .set_company(&rapport.kommun)
        .set_comment(readme::state_words(&rapport.lage))
        .set_creation_datetime(&excel_date(rapport.datum)?))
}

fn excel_date(date: chrono::NaiveDate) -> Result<ExcelDateTime, ExportError> {
    use chrono::Datelike;
    let (year, month, day) = (date.year(), date.month(), date.day());
    Ok(ExcelDateTime::from_ymd(year.clamp(1900, 9999) as u16, month as u8, day as u8)?)
}

/// A4 landscape, one page wide, who and what on every page.
fn print_setup(sheet: &mut Worksheet, rapport: &Rapport) {
    let field = |text: &str| text.replace('&', "&&");
    let footer = format!(
        "&L{} · {}&C{}&RSida &P av &N",
        field(&rapport.namnd),
        field(&rapport.titel),
        field(readme::state_words(&rapport.lage))
    );
    let short: String = footer.chars().take(250).collect();
    sheet.set_landscape();
    sheet.set_paper_size(9);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3);
    sheet.set_footer(short);
}
