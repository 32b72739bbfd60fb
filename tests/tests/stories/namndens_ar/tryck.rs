//! Printed figures, row by row, column by column and sign by sign, in the PDF and in the Excel file.
use std::path::Path;

use calamine::{Data, DataType, Reader, Xlsx, open_workbook};

use super::papper::{Papper, Tryckt};
use super::rader::{Line, cells, columns, is_row, lines, text};

/// The lines of a section, from its heading's line to the next section's.
fn section<'t>(lines: &'t [Line], from: &str, to: &str) -> &'t [Line] {
    let start =
        lines.iter().rposition(|line| text(line) == from).unwrap_or_else(|| panic!("no heading {from}"));
    let length = lines[start..].iter().position(|line| text(line) == to).unwrap_or(lines.len() - start);
    &lines[start..start + length]
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

/// Every row in order, each amount in its own column, and an empty cell where the paper has one.
fn rows_stand(lines: &[Line], rows: &[Tryckt]) {
    let named: Vec<&Line> =
        lines.iter().filter(|line| rows.iter().any(|row| is_row(line, &row.namn))).collect();
    let columns = columns(&named);
    assert!(columns.len() >= 3, "budget, prognos and avvikelse: {named:#?}");
    let mut below = named.iter();
    for row in rows {
        let wanted = [
            row.budget.map(|v| printed(v, false)),
            row.prognos.map(|v| printed(v, false)),
            row.avvikelse.map(|v| printed(v, true)),
        ];
        let found = below.any(|line| is_row(line, &row.namn) && cells(line, &columns)[..3] == wanted);
        assert!(found, "{} {wanted:?} is not printed where it belongs in {named:#?}", row.namn);
    }
}

pub(crate) fn pdf_has(file: &Path, papers: &Papper) {
    let lines = lines(file);
    let drift = section(&lines, "Drift", "Ekonomi per verksamhet");
    rows_stand(drift, &papers.drift_rows);
    let verksamhet = section(&lines, "Ekonomi per verksamhet", "Volymer och nyckeltal");
    rows_stand(verksamhet, &papers.verksamhet_rows);
    let says = |lines: &[Line], words: &str| lines.iter().any(|line| text(line).contains(words));
    let note = "Avrundning kan ge differenser";
    assert!(says(verksamhet, note), "the rounding note stands where rows differ");
    assert!(!says(drift, note), "and not where they do not");
    for (name, deviation) in &papers.headings {
        let heading = match deviation {
            0 => name.clone(),
            value => format!("{name} {} tkr", printed(*value, true)),
        };
        assert!(says(verksamhet, &heading), "{heading} in {verksamhet:#?}");
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
