//! Column widths from content. A column is never narrower than its longest word; what is left goes where it makes the
//! table lowest. A table whose words do not fit is set a little smaller, then on a landscape page, then with cut words.
use super::cell::{CellText, RowText};
use crate::fonts::Fonts;
use crate::layout::geometry::{Area, Shape};
use crate::text::{TextStyle, WordCut, line_width, longest_word, word_widths};
use plan_report::tree::Radslag;

/// The size of a table's text; lengths in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub(super) size: f32,
    pub(super) leading: f32,
    /// Left and right of a cell's text.
    pub(super) padding: f32,
    above: f32,
}

const NORMAL: Look = Look { size: 8.6, leading: 11.0, padding: 4.0, above: 3.4 };
const COMPACT: Look = Look { size: 7.8, leading: 10.0, padding: 3.2, above: 2.8 };

impl Look {
    pub(super) fn row_height(self, lines: usize) -> f32 {
        lines as f32 * self.leading + 2.0 * self.above
    }

    /// Of line number `line`, from the row's top.
    pub(super) fn baseline(self, line: usize) -> f32 {
        self.above + (line as f32 + 0.5) * self.leading + 0.29 * self.size
    }

    pub(super) fn padding_above(self) -> f32 {
        self.above
    }
}

/// How a table's columns stand.
#[derive(Debug)]
pub(super) struct Columns {
    pub(super) widths: Vec<f32>,
    pub(super) look: Look,
    /// Needs a landscape page.
    pub(super) wide: bool,
    pub(super) hyphenate: bool,
}

/// What a column's content asks for, in ems of text, without padding.
#[derive(Debug, Clone, Default)]
struct Extent {
    /// The widest thing that is not broken.
    min: f32,
    /// The widest cell on one line.
    max: f32,
    /// The rows looked at.
    samples: Vec<Sample>,
    figures: bool,
}

/// A cell of a row looked at, in ems.
#[derive(Debug, Clone, Default)]
struct Sample {
    /// On one line.
    line: f32,
    /// Its words, with what stands left of them; none where they may be cut, or stand in a heading.
    words: Vec<f32>,
    lead: f32,
}

impl Sample {
    /// How many lines it takes in a room so wide.
    fn lines(&self, room: f32) -> u32 {
        if self.line <= room + 0.001 {
            return 1;
        }
        if self.words.is_empty() {
            // A broken line is seldom full.
            return ((self.line / (room * 0.93)).ceil() as u32).max(2);
        }
        let (mut lines, mut at) = (1, self.lead - SPACE);
        for word in &self.words {
            if at > self.lead && at + SPACE + word > room + 0.001 {
                lines += 1;
                at = self.lead - SPACE;
            }
            at += SPACE + word;
        }
        lines
    }
}

/// Between two words, in ems.
const SPACE: f32 = 0.2;
/// So many rows decide how room is shared; all rows decide what is needed at least.
const SAMPLES: usize = 60;
/// A column this narrow never has its words cut, in ems.
const NARROW: f32 = 7.0;
/// Steps in which spare room is dealt out.
const STEPS: usize = 32;

impl Columns {
    pub(super) fn plan(fonts: &mut Fonts, table: (&RowText, &[RowText]), area: Area) -> Columns {
        let whole = extents(fonts, table, false);
        let landscape = area.is_page().then(|| Shape::Landscape.content_width());
        for look in [NORMAL, COMPACT] {
            if least(&whole, look) <= area.width {
                return Columns {
                    widths: share(&whole, look, area.width),
                    look,
                    wide: false,
                    hyphenate: false,
                };
            }
        }
        let cut = extents(fonts, table, true);
        for (width, wide) in [(Some(area.width), false), (landscape, true)] {
            let Some(width) = width else { continue };
            let attempts: &[(&[Extent], Look, bool)] = if wide {
                &[(&whole, NORMAL, false), (&whole, COMPACT, false), (&cut, COMPACT, true)]
            } else {
                &[(&cut, COMPACT, true)]
            };
            for &(extents, look, hyphenate) in attempts {
                if least(extents, look) <= width && (wide || !is_cramped(extents, look, width)) {
                    return Columns { widths: share(extents, look, width), look, wide, hyphenate };
                }
            }
        }
        let width = landscape.unwrap_or(area.width);
        Columns { widths: squeeze(&cut, width), look: COMPACT, wide: landscape.is_some(), hyphenate: true }
    }
}

fn extents(fonts: &mut Fonts, (header, rows): (&RowText, &[RowText]), hyphenate: bool) -> Vec<Extent> {
    let mut extents: Vec<Extent> =
        header.cells.iter().map(|cell| Extent { figures: cell.right, ..Extent::default() }).collect();
    let every = (rows.len() / SAMPLES).max(1);
    let whole_rows = rows.iter().filter(|row| row.kind != Radslag::Delrubrik);
    for (i, row) in std::iter::once(header).chain(whole_rows).enumerate() {
        for (cell, extent) in row.cells.iter().zip(&mut extents) {
            measure(fonts, cell, extent, (hyphenate, i % every == 0, row.is_header));
        }
    }
    extents.iter_mut().for_each(give_running_text_room);
    extents
}

fn measure(
    fonts: &mut Fonts,
    cell: &CellText,
    extent: &mut Extent,
    (hyphenate, sample, header): (bool, bool, bool),
) {
    let (spans, lead) = (cell.text.spans(), cell.lead());
    let mut line = line_width(fonts, &spans, 1.0) + lead;
    if line > extent.min {
        let word = longest_word(fonts, &spans, TextStyle { size: 1.0, cut: WordCut::Never }) + lead;
        let cut = if hyphenate && word > NARROW {
            (longest_word(fonts, &spans, TextStyle { size: 1.0, cut: WordCut::TooWide }) + lead).max(NARROW)
        } else {
            word
        };
        // A status is never a ladder: it stands on two lines at most.
        let two_lines = if cell.mark.is_some() { (line - lead) * 0.64 + lead } else { 0.0 };
        extent.min = extent.min.max(cut).max(two_lines);
        // A heading may well stand on two or three lines; it widens no column.
        line = if header { word.max(line * 0.6) } else { line };
    }
    extent.max = extent.max.max(line);
    if sample {
        let words = if hyphenate || header { vec![] } else { word_widths(fonts, &spans) };
        extent.samples.push(Sample { line, words, lead });
    }
}

impl Extent {
    /// Where a few short words ("Barn och unga") take two lines at most, if the table has room for it.
    fn preferred(&self) -> f32 {
        self.min.max((self.max * 0.68).min(8.5))
    }
}

/// A column of sentences is no ladder of single words.
fn give_running_text_room(extent: &mut Extent) {
    let readable = if extent.max > 40.0 {
        12.0
    } else if extent.max > 14.0 {
        8.5
    } else {
        0.0
    };
    extent.min = extent.min.max(readable);
}

fn least(extents: &[Extent], look: Look) -> f32 {
    extents.iter().map(|extent| extent.min * look.size + 2.0 * look.padding).sum()
}

/// More than three quarters of the columns at their least width would make a tall, thin table.
fn is_cramped(extents: &[Extent], look: Look, width: f32) -> bool {
    let wanted: f32 =
        extents.iter().map(|extent| extent.max.min(16.0) * look.size + 2.0 * look.padding).sum();
    wanted > width * 1.6
}

fn share(extents: &[Extent], look: Look, width: f32) -> Vec<f32> {
    let points = |ems: f32| ems * look.size + 2.0 * look.padding;
    let wanted: f32 = extents.iter().map(|extent| points(extent.max)).sum();
    if wanted <= width {
        let widths = extents.iter().map(|extent| points(extent.max)).collect();
        return spread(extents, widths, width - wanted);
    }
    lowest(extents, look, width)
}

/// Room to spare: figures become equally wide and take a little, texts take the rest by their length.
fn spread(extents: &[Extent], mut widths: Vec<f32>, mut spare: f32) -> Vec<f32> {
    let figures = extents.iter().filter(|extent| extent.figures).count();
    let widest = widths.iter().zip(extents).filter(|(_, e)| e.figures).map(|(w, _)| *w).fold(0.0, f32::max);
    let even: f32 = widths.iter().zip(extents).filter(|(_, e)| e.figures).map(|(w, _)| widest - w).sum();
    let wider = if figures == 0 { 0.0 } else { ((spare - even) * 0.5 / figures as f32).clamp(0.0, 22.0) };
    let widened = spare >= even;
    for (width, _) in widths.iter_mut().zip(extents).filter(|(_, extent)| extent.figures && widened) {
        let more = widest - *width + wider;
        *width += more;
        spare -= more;
    }
    let takes = |extent: &Extent| !extent.figures || figures == extents.len();
    let texts: f32 = widths.iter().zip(extents).filter(|(_, e)| takes(e)).map(|(w, _)| *w).sum();
    for (width, _) in widths.iter_mut().zip(extents).filter(|(_, extent)| takes(extent)) {
        *width += spare * *width / texts.max(1.0);
    }
    widths
}

/// From the least widths up, room goes to the columns where it makes the table lowest.
fn lowest(extents: &[Extent], look: Look, width: f32) -> Vec<f32> {
    let mut table = Growing::new(extents, look, width);
    let mut left = STEPS;
    while left > 0 {
        let Some((column, steps)) = table.best(left) else { break };
        table.grow(column, steps);
        left -= steps;
    }
    let spare = (width - table.widths.iter().sum::<f32>()) / table.widths.len().max(1) as f32;
    table.widths.iter_mut().for_each(|column| *column += spare);
    table.widths
}

/// How far ahead is looked for a step that saves a line.
const AHEAD: usize = 16;
/// A line less in the table weighs as much as so many lines less in a single cell.
const ROW_WEIGHT: u32 = 10;

/// Columns on their way up, and how many lines each sampled cell takes at the width it has now.
struct Growing<'a> {
    extents: &'a [Extent],
    look: Look,
    step: f32,
    widths: Vec<f32>,
    lines: Vec<Vec<u32>>,
}

impl<'a> Growing<'a> {
    fn new(extents: &'a [Extent], look: Look, width: f32) -> Growing<'a> {
        let all = |least: fn(&Extent) -> f32| -> Vec<f32> {
            extents.iter().map(|extent| least(extent) * look.size + 2.0 * look.padding).collect()
        };
        let preferred = all(Extent::preferred);
        let fits = preferred.iter().sum::<f32>() <= width;
        let widths = if fits { preferred } else { all(|extent| extent.min) };
        let step = (width - widths.iter().sum::<f32>()).max(0.0) / STEPS as f32;
        let mut growing = Growing { extents, look, step, widths, lines: vec![] };
        let rows = extents.iter().map(|extent| extent.samples.len()).min().unwrap_or(0);
        growing.lines = (0..rows)
            .map(|row| {
                (0..extents.len()).map(|column| growing.lines(column, row, growing.widths[column])).collect()
            })
            .collect();
        growing
    }

    fn lines(&self, column: usize, row: usize, width: f32) -> u32 {
        self.extents[column].samples[row].lines((width - 2.0 * self.look.padding) / self.look.size)
    }

    fn wanted(&self, column: usize) -> f32 {
        self.extents[column].max * self.look.size + 2.0 * self.look.padding
    }

    /// The column and number of steps that save most for each step; where none saves, the column that wants most.
    fn best(&self, left: usize) -> Option<(usize, usize)> {
        let wanting =
            (0..self.widths.len()).filter(|column| self.widths[*column] + 0.01 < self.wanted(*column));
        let choices = wanting.flat_map(|column| (1..=left.min(AHEAD)).map(move |steps| (column, steps)));
        let rated = choices.map(|(column, steps)| {
            let rate =
                self.saved(column, self.widths[column] + steps as f32 * self.step) as f32 / steps as f32;
            let need = self.wanted(column) / self.widths[column].max(1.0);
            (rate, need, column, if rate > 0.0 { steps } else { 1 })
        });
        let best = rated.max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)))?;
        Some((best.2, best.3))
    }

    fn saved(&self, column: usize, width: f32) -> u32 {
        let saving = |(row, counts): (usize, &Vec<u32>)| {
            let (before, after) = (counts[column], self.lines(column, row, width).min(counts[column]));
            let others =
                counts.iter().enumerate().filter(|(i, _)| *i != column).map(|(_, n)| *n).max().unwrap_or(0);
            ROW_WEIGHT * (before.max(others) - after.max(others)) + before - after
        };
        self.lines.iter().enumerate().map(saving).sum()
    }

    fn grow(&mut self, column: usize, steps: usize) {
        self.widths[column] += steps as f32 * self.step;
        for row in 0..self.lines.len() {
            self.lines[row][column] = self.lines(column, row, self.widths[column]);
        }
    }
}

/// More columns than a page can hold: each gets its part, and words are cut wherever they must.
fn squeeze(extents: &[Extent], width: f32) -> Vec<f32> {
    let least = 2.0 * COMPACT.padding + COMPACT.size * 0.6;
    let spare = (width - least * extents.len() as f32).max(0.0);
    let sum: f32 = extents.iter().map(|extent| extent.min.min(14.0)).sum();
    let room = if spare > 0.0 { least } else { width / extents.len().max(1) as f32 };
    extents.iter().map(|extent| room + spare * extent.min.min(14.0) / sum.max(0.001)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_word_by_word() {
        // "2026-11-04, Enhetschef familjehem och öppenvård" is no more than three rooms long, and takes four lines.
        let cell = Sample { line: 21.6, words: vec![4.9, 5.0, 4.9, 1.7, 4.3], lead: 0.0 };
        assert_eq!([8.7, 11.0, 22.0].map(|room| cell.lines(room)), [4, 3, 1]);
        let marked = Sample { lead: 1.4, ..cell };
        assert_eq!(marked.lines(11.0), 4);
    }
}
