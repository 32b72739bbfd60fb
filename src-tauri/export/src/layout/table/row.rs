//! One row: its cells broken into lines, drawn, and cut into pieces only where it is taller than a page.
use plan_report::tree::Radslag;

use super::cell::{MARK_ROOM, Mark, RowText};
use super::columns::{Columns, Look};
use super::rule;
use crate::canvas::{Anchor, Artifact, Canvas, Colour, Pen, point};
use crate::layout::composer::{Composer, Piece};
use crate::layout::geometry::{Area, Shape};
use crate::layout::paragraph::{LineAt, Owners, Prepared};
use crate::pages::Recording;
use crate::structure::{Attribute, ElementId};
use crate::symbol::{Spot, draw_bedomning, draw_status};
use crate::text::{Line, TextStyle, WordCut, break_lines};

/// A cell with its lines and its place.
pub(super) struct Laid<'t> {
    text: &'t Prepared,
    lines: Vec<Line>,
    /// Where its text starts or, for figures, ends.
    x: f32,
    right: bool,
    mark: Option<Mark>,
    colour: Colour,
    names_row: bool,
}

pub(super) fn height(cells: &[Laid], look: Look) -> f32 {
    look.row_height(cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0).max(1))
}

/// How far down a header cell's first line stands so that its last is at the bottom.
pub(super) fn bottom_aligned(cell: &Laid, height: f32, look: Look) -> f32 {
    height - look.row_height(cell.lines.len().max(1))
}

impl Laid<'_> {
    fn line_left(&self, line: &Line) -> f32 {
        if self.right { self.x - line.width } else { self.x }
    }
}

/// Draws a header cell's lines, `down` from the row's top, between the caller's `begin` and `end`.
pub(super) fn draw_text(content: &mut Recording, cell: &Laid, down: f32, look: Look) {
    for (i, line) in cell.lines.iter().enumerate() {
        let left = cell.line_left(line);
        for placed in &line.runs {
            let at = point(left + placed.x, down + look.baseline(i));
            content.text(&placed.run, at, Anchor::Start, cell.colour);
        }
    }
}

impl Composer<'_> {
    pub(super) fn lay_cells<'t>(&mut self, row: &'t RowText, columns: &Columns, left: f32) -> Vec<Laid<'t>> {
        let look = columns.look;
        let whole: f32 = columns.widths.iter().sum();
        let mut edge = left;
        let mut cells = vec![];
        for (i, cell) in row.cells.iter().enumerate() {
            let spans_all = row.kind == Radslag::Delrubrik;
            let width = if spans_all { whole } else { columns.widths.get(i).copied().unwrap_or(0.0) };
            let lead = cell.lead() * look.size;
            let room = width - 2.0 * look.padding - lead;
            let cut = if columns.hyphenate { WordCut::TooWide } else { WordCut::Never };
            let style = TextStyle { size: look.size, cut };
            // A hair's breadth more, so that rounding does not break a line that was measured to fit.
            let lines = break_lines(self.fonts, &cell.text.spans(), style, room + 0.02);
            let x = if cell.right { edge + width - look.padding } else { edge + look.padding + lead };
            let (right, mark, colour, names_row) = (cell.right, cell.mark, cell.colour, cell.names_row);
            cells.push(Laid { text: &cell.text, lines, x, right, mark, colour, names_row });
            edge += width;
        }
        cells
    }

    pub(super) fn table_row(
        &mut self,
        area: Area,
        (body, row): (ElementId, &RowText),
        columns: &Columns,
        header: usize,
    ) {
        let element = self.tree.add(body, "TR");
        let cells = self.lay_cells(row, columns, area.left);
        let mut owners: Vec<Owners> = vec![];
        for cell in &cells {
            let owner = self.cell_element(element, cell, (row.kind, columns.widths.len()));
            owners.push(Owners::new(owner, cell.text));
        }
        let lines = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0).max(1);
        let header_height = self.headers.get(header).map_or(0.0, |header| header.height);
        let page = if columns.wide { Shape::Landscape } else { Shape::Portrait };
        let too_tall = height(&cells, columns.look) > page.content_height() - header_height;
        let per_piece = if too_tall { 2 } else { lines };
        let mut from = 0;
        while from < lines {
            let to = (from + per_piece).min(lines);
            let slice = Slice { from, to, of: lines, kind: row.kind };
            let piece = self.row_slice(area, (&cells, &mut owners), slice, columns.look);
            self.push(Piece { header: Some(header), ..piece });
            from = to;
        }
    }

    fn cell_element(&mut self, row: ElementId, cell: &Laid, (kind, columns): (Radslag, usize)) -> ElementId {
        let element = self.tree.add(row, if cell.names_row { "TH" } else { "TD" });
        if kind == Radslag::Delrubrik {
            self.tree
                .set_attribute(element, Attribute::GroupHeader(columns.min(usize::from(u16::MAX)) as u16));
        } else if cell.names_row {
            self.tree.set_attribute(element, Attribute::RowHeader);
        }
        element
    }

    fn row_slice(
        &mut self,
        area: Area,
        (cells, owners): (&[Laid], &mut [Owners]),
        slice: Slice,
        look: Look,
    ) -> Piece {
        let mut piece = Piece { height: slice.height(look), ..Piece::default() };
        let down = slice.down(look);
        for (cell, owners) in cells.iter().zip(owners) {
            if let (Some(mark), 0) = (cell.mark, slice.from) {
                draw_mark(&mut piece.content, mark, cell.x, look);
            }
            for (i, line) in cell.lines.iter().enumerate().take(slice.to).skip(slice.from) {
                let at = LineAt {
                    left: cell.line_left(line),
                    baseline: look.baseline(i) - down,
                    colour: cell.colour,
                };
                let mut drawn = Piece::default();
                self.draw_line(&mut drawn, line, at, owners);
                piece.content.append(drawn.content, 0.0);
                piece.links.extend(drawn.links);
            }
        }
        draw_rules(&mut piece, area, slice);
        piece
    }
}

/// The lines of a row that stand in one piece.
#[derive(Clone, Copy)]
struct Slice {
    from: usize,
    to: usize,
    of: usize,
    kind: Radslag,
}

impl Slice {
    fn is_last(self) -> bool {
        self.to == self.of
    }

    /// The room above the first line and below the last belongs to the first and last piece.
    fn height(self, look: Look) -> f32 {
        let ends = u8::from(self.from == 0) + u8::from(self.is_last());
        (self.to - self.from) as f32 * look.leading + f32::from(ends) * look.padding_above()
    }

    /// How far the piece's top is below the row's.
    fn down(self, look: Look) -> f32 {
        if self.from == 0 { 0.0 } else { self.from as f32 * look.leading + look.padding_above() }
    }
}

fn draw_mark(content: &mut Recording, mark: Mark, text_left: f32, look: Look) {
    let centre = point(text_left - (MARK_ROOM - 0.52) * look.size, look.baseline(0) - 0.33 * look.size);
    let spot = Spot { centre, r: 0.42 * look.size };
    content.artifact(Artifact::Decoration);
    match mark {
        Mark::Status(status) => draw_status(content, status, spot),
        Mark::Bedomning(utfall) => draw_bedomning(content, utfall, spot),
    }
    content.end();
}

fn draw_rules(piece: &mut Piece, area: Area, slice: Slice) {
    let height = piece.height;
    let is_sum = slice.kind == Radslag::Summa;
    piece.content.artifact(Artifact::Decoration);
    if is_sum && slice.from == 0 {
        rule(&mut piece.content, area, 0.0, Pen::solid(Colour::Ink, 0.7));
    }
    if slice.is_last() {
        rule(&mut piece.content, area, height, Pen::solid(Colour::Rule, if is_sum { 0.6 } else { 0.4 }));
    }
    piece.content.end();
}
