//! Tables below each other on one sheet: a blank row, then a row of headings of its own. The same headings once more are
//! no new table, and what stands above a sheet's first table (its title, "belopp i tkr") holds for all of them.
//! Each further table is a sheet of its own from here on, by the name "Blad1, tabell 2".
use super::search::headings_at;
use crate::limits::HEADER_SEARCH_ROWS;
use crate::sheet::{Cell, Row, Sheet};

/// So many rows that may begin a table are looked at closely.
const MOST_LOOKED_AT: usize = 200;
/// Lines of title that may stand between the blank row and the headings.
const MOST_TITLE_ROWS: usize = 3;

/// The sheet as its tables, in order; a sheet of one table, or none, as it is.
pub(crate) fn split(mut sheet: Sheet<'_>) -> Vec<Sheet<'_>> {
    let mut parts = vec![];
    let name = sheet.name.clone();
    while let Some(head) = first_headings(&sheet)
        && let Some(next) = next_table(&sheet, head)
    {
        let above = title(&sheet, head);
        let mut rest = sheet.split_off(next);
        rest.name = format!("{name}, tabell {}", parts.len() + 2);
        rest.around = format!("{above}\n{}", sheet.around);
        parts.push(std::mem::replace(&mut sheet, rest));
    }
    parts.push(sheet);
    parts
}

/// The first row that holds headings beyond doubt.
fn first_headings(sheet: &Sheet<'_>) -> Option<usize> {
    (0..sheet.len().min(HEADER_SEARCH_ROWS)).find(|index| headings_at(sheet, *index))
}

/// Where the table after the one with these headings begins.
fn next_table(sheet: &Sheet<'_>, head: usize) -> Option<usize> {
    let after_blank = |index: &usize| match (sheet.row(index - 1), sheet.row(*index)) {
        (Some(above), Some(row)) => row.nr > above.nr + 1,
        _ => false,
    };
    let possible = (head + 2..sheet.len()).filter(after_blank);
    possible.take(MOST_LOOKED_AT).find(|index| begins_table(sheet, head, *index))
}

fn begins_table(sheet: &Sheet<'_>, head: usize, index: usize) -> bool {
    let is_title = |at: &usize| sheet.row(*at).is_some_and(|row| row.cells.len() == 1);
    let titles = (index..sheet.len()).take(MOST_TITLE_ROWS).take_while(is_title).count();
    let Some(row) = sheet.row(index + titles).filter(|row| row.cells.len() > 1) else { return false };
    let repeated = (head..head + 2).filter_map(|at| sheet.row(at)).any(|head| same_texts(&head, &row));
    !repeated && headings_at(sheet, index + titles)
}

fn same_texts(one: &Row<'_, '_>, other: &Row<'_, '_>) -> bool {
    one.cells.iter().map(|(_, cell)| cell.text()).eq(other.cells.iter().map(|(_, cell)| cell.text()))
}

/// The texts above the headings.
fn title(sheet: &Sheet<'_>, head: usize) -> String {
    let above = (0..head).filter_map(|at| sheet.row(at));
    let texts = above.flat_map(|row| row.cells).filter_map(|(_, cell)| match cell {
        Cell::Text(text) => Some(text.as_ref()),
        _ => None,
    });
    texts.collect::<Vec<_>>().join("\n")
}
