//! Printed figures, row by row and sign by sign, in the PDF's text and in the Excel file.
use std::path::Path;

use calamine::{Data, DataType, Reader, Xlsx, open_workbook};

use super::papper::{Papper, Tryckt};

/// The lines of a section, from its heading's line to the next section's.
fn section<'t>(text: &'t str, from: &str, to: &str) -> Vec<&'t str> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let start = lines.iter().rposition(|line| *line == from).unwrap_or_else(|| panic!("no heading {from}"));
    let after = lines[start..].iter().position(|line| *line == to).map_or(lines.len(), |at| start + at);
    lines[start..after].to_vec()
}

/// The cells of a printed line after its name; a thousands space is one space, columns stand at least two apart.
fn figures(line: &str, name: &str) -> Vec<String> {
    let rest = &line[name.len()..];
    rest.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).map(str::to_owned).collect()
}

fn printed(value: i64, signed: bool) -> String {
    let digits = value.unsigned_abs().to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().map(|g| std::str::from_utf8(g).unwrap()).collect();
    let sign = match (value, signed) {
        (..=-1, _) => "\u{2212}",
        (1.., true) => "+",
        _ => "",
    };
    format!("{sign}{}", groups.join(" "))
}

fn rows_stand(lines: &[&str], rows: &[Tryckt]) {
    let mut at = 0;
    for row in rows {
        let wanted = [
            row.budget.map(|v| printed(v, false)),
            row.prognos.map(|v| printed(v, false)),
            row.avvikelse.map(|v| printed(v, true)),
        ];
        let wanted: Vec<String> = wanted.into_iter().flatten().collect();
        let found = lines[at..].iter().position(|line| {
            line.strip_prefix(row.namn.as_str()).is_some_and(|rest| rest.starts_with("  "))
                && figures(line, &row.namn)[..].starts_with(&wanted)
                && figures(line, &row.namn).len() >= wanted.len()
        });
        let Some(found) = found else {
            panic!("{} {wanted:?} is not printed below line {at} of {lines:#?}", row.namn);
        };
        at += found + 1;
    }
}

pub(crate) fn pdf_has(text: &str, papers: &Papper) {
    let text = &text.replace('\u{a0}', " ");
    let drift = section(text, "Drift", "Ekonomi per verksamhet");
    rows_stand(&drift, &papers.drift_rows);
    let verksamhet = section(text, "Ekonomi per verksamhet", "Volymer och nyckeltal");
    rows_stand(&verksamhet, &papers.verksamhet_rows);
    let note = |lines: &[&str]| lines.iter().any(|line| line.contains("Avrundning kan ge differenser"));
    assert!(note(&verksamhet), "the rounding note stands where rows differ");
    assert!(!note(&drift), "and not where they do not");
    for (name, deviation) in &papers.headings {
        let heading = match deviation {
            0 => name.clone(),
            value => format!("{name} {} tkr", printed(*value, true)),
        };
        assert!(verksamhet.iter().any(|line| line.contains(&heading)), "{heading} in {verksamhet:#?}");
    }
}

pub(crate) fn excel_has(file: &Path, papers: &Papper) {
    let mut book: Xlsx<_> = open_workbook(file).unwrap();
    let names = book.sheet_names();
    let mut all = |wanted: &str| {
        let name = names
            .iter()
            .find(|name| name.starts_with(wanted))
            .unwrap_or_else(|| panic!("{wanted} in {names:?}"));
        book.worksheet_range(name).unwrap()
    };
    for (sheet, rows) in [("Drift", &papers.drift_rows), ("Verksamheter", &papers.verksamhet_rows)] {
        let range = all(sheet);
        let lines: Vec<&[Data]> = range.rows().collect();
        let mut at = 0;
        for row in rows {
            let found = lines[at..].iter().position(|line| {
                line.iter().any(|cell| cell.get_string() == Some(row.namn.as_str())) && matches(line, row)
            });
            let Some(found) = found else { panic!("{row:?} is not in {sheet} below {at}: {lines:#?}") };
            at += found + 1;
        }
    }
}

/// The amounts of a line, rounded as they are shown; an empty cell is an empty cell.
fn matches(line: &[Data], row: &Tryckt) -> bool {
    let name = line.iter().position(|cell| cell.get_string() == Some(row.namn.as_str())).unwrap();
    let cells = &line[name + 1..];
    let shown = |cell: &Data| {
        cell.get_float().map(|value| (value.abs() + 1e-9).round() as i64 * value.signum() as i64)
    };
    let wanted = [row.budget, row.prognos, row.avvikelse];
    cells.len() >= 3
        && wanted.iter().zip(cells).all(|(wanted, cell)| match wanted {
            Some(value) => shown(cell) == Some(*value) || (*value == 0 && shown(cell) == Some(0)),
            None => matches!(cell, Data::Empty),
        })
}
