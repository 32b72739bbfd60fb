//! The row of headings: the row, or the two rows above each other, whose words and columns fit some kind of table best.
use plan_core::inlasning::Tabellslag;

use super::assign::{Candidate, Fit, kinds};
use super::{Context, Layout};
use crate::heading::{Heading, Vocabulary};
use crate::limits::HEADER_SEARCH_ROWS;
use crate::sheet::{Cell, Row, Sheet};

/// A fit this good is a table of headings; only the next rows may be better (two storeys, a repeated title).
const GOOD: f32 = 7.0;

/// A fit this good is a new table even below another.
const CLEAR: f32 = 5.0;

/// The best table among the first rows of a sheet.
pub(crate) fn find(sheet: &Sheet<'_>, som: Option<Tabellslag>, context: &Context) -> Option<Layout> {
    let mut best: Option<(Fit, Candidate<'_, '_>)> = None;
    let mut left_after_good = 4;
    for index in 0..sheet.len().min(HEADER_SEARCH_ROWS) {
        if best.as_ref().is_some_and(|(fit, _)| fit.score >= GOOD) {
            left_after_good -= 1;
            if left_after_good == 0 {
                break;
            }
        }
        for candidate in candidates(sheet, index) {
            let Some(fit) = best_fit(&candidate, som) else { continue };
            // A later row or a second storey must be clearly better.
            if best.as_ref().is_none_or(|(before, _)| fit.score > before.score + 0.25) {
                best = Some((fit, candidate));
            }
        }
    }
    let (fit, candidate) = best?;
    let natural = match som {
        Some(_) => best_fit(&candidate, None).map(|fit| fit.slag),
        None => Some(fit.slag),
    };
    Some(candidate.layout(fit, natural, context))
}

/// Whether a row holds the headings of a table beyond doubt.
pub(crate) fn headings_at(sheet: &Sheet<'_>, index: usize) -> bool {
    let fits =
        |candidate: &Candidate<'_, '_>| best_fit(candidate, None).is_some_and(|fit| fit.score >= CLEAR);
    candidates(sheet, index).iter().any(fits)
}

fn best_fit(candidate: &Candidate<'_, '_>, som: Option<Tabellslag>) -> Option<Fit> {
    let mut best: Option<Fit> = None;
    for vocabulary in kinds(som) {
        let Some(fit) = candidate.fit(vocabulary, som.is_some()) else { continue };
        if best.as_ref().is_none_or(|before| fit.score > before.score) {
            best = Some(fit);
        }
    }
    best
}

/// The best table whose headings stand in the row of the index, whatever stands in it.
pub(crate) fn at_row(
    sheet: &Sheet<'_>,
    index: usize,
    som: Option<Tabellslag>,
    context: &Context,
) -> Option<Layout> {
    let all = storeys(sheet, index, sheet.row(index)?);
    let fitting = all.iter().filter_map(|candidate| best_fit(candidate, som)).map(|fit| fit.slag).next();
    let slag = som.or(fitting).unwrap_or(Tabellslag::Aktiviteter);
    let vocabulary = Vocabulary::of(slag)?;
    let mut best: Option<(Fit, Candidate<'_, '_>)> = None;
    for candidate in all {
        let fit = candidate.told(vocabulary);
        if best.as_ref().is_none_or(|(before, _)| fit.score > before.score + 0.25) {
            best = Some((fit, candidate));
        }
    }
    let (fit, candidate) = best?;
    Some(candidate.layout(fit, Some(slag), context))
}

/// The rows that may hold the headings, by index: for a person to choose among.
pub(crate) fn possible_headings(sheet: &Sheet<'_>) -> impl Iterator<Item = usize> {
    let several = |row: &Row<'_, '_>| row.cells.len() > 1 && may_be_headings(row);
    (0..sheet.len().min(HEADER_SEARCH_ROWS))
        .filter(move |index| sheet.row(*index).is_some_and(|row| several(&row)))
}

/// The row as headings, and together with the row under it as headings of two storeys.
fn candidates<'s, 'a>(sheet: &'s Sheet<'a>, index: usize) -> Vec<Candidate<'s, 'a>> {
    sheet.row(index).filter(may_be_headings).map_or_else(Vec::new, |row| storeys(sheet, index, row))
}

fn storeys<'s, 'a>(sheet: &'s Sheet<'a>, index: usize, row: Row<'s, 'a>) -> Vec<Candidate<'s, 'a>> {
    let mut out = vec![Candidate::new(sheet, index, index + 1, one_storey(&row))];
    if let Some(below) = sheet.row(index + 1).filter(may_be_headings)
        && below.nr == row.nr + 1
        && !is_title(&row, &below)
    {
        out.push(Candidate::new(sheet, index, index + 2, two_storeys(&row, &below)));
    }
    out
}

/// A lone text over the first of several headings is what the table is called, not a storey of its headings.
fn is_title(upper: &Row<'_, '_>, lower: &Row<'_, '_>) -> bool {
    let first = lower.cells.first().map(|(column, _)| *column);
    lower.cells.len() > 2 && matches!(upper.cells, [(column, _)] if Some(*column) == first)
}

/// Headings are short texts and years. One cell alone is a title, unless the table has one column.
fn may_be_headings(row: &Row<'_, '_>) -> bool {
    let short = |cell: &Cell<'_>| match cell {
        Cell::Text(text) => text.len() <= 120,
        Cell::Number { value, percent } => {
            !percent && (1990.0..2101.0).contains(value) && value.fract() == 0.0
        }
        _ => false,
    };
    let headings = row.cells.iter().filter(|(_, cell)| short(cell)).count();
    headings > 0 && headings * 10 >= row.cells.len() * 8
}

/// Whether a heading is a known one as it stands.
fn says_enough(text: &str) -> bool {
    let heading = Heading::parse(text);
    let best = kinds(None).flat_map(|vocabulary| vocabulary.scores(&heading)).map(|(_, likeness)| likeness);
    best.fold(0.0, f32::max) >= 0.9
}

fn one_storey(row: &Row<'_, '_>) -> Vec<(u32, Heading)> {
    row.cells.iter().map(|(column, cell)| (*column, Heading::parse(&cell.text()))).collect()
}

/// "Utfall" over "2024" and "2025" is "Utfall 2024" and "Utfall 2025"; a heading alone in its column stands for itself.
fn two_storeys(upper: &Row<'_, '_>, lower: &Row<'_, '_>) -> Vec<(u32, Heading)> {
    let last = upper.cells.last().map_or(0, |(c, _)| *c).max(lower.cells.last().map_or(0, |(c, _)| *c));
    let mut carried = String::new();
    let mut out = Vec::new();
    for column in 0..=last.min(200) {
        let (above, below) = (upper.cell(column).text(), lower.cell(column).text());
        if !above.is_empty() {
            carried = above.clone().into_owned();
        }
        let text = match (above.is_empty(), below.is_empty()) {
            (true, true) => continue,
            (false, true) => above.into_owned(),
            // A heading merged over both rows.
            _ if above == below => above.into_owned(),
            // "Start" and "Slut" under "Tid" say enough by themselves.
            _ if says_enough(&below) => below.into_owned(),
            _ => format!("{carried} {below}"),
        };
        out.push((column, Heading::parse(&text)));
    }
    out
}
