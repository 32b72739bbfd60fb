//! Which page each piece stands on, and how far down. Pieces that keep together move together; a landscape page holds
//! wide tables and the short texts between them.
use super::composer::{Header, Piece};
use super::geometry::{Shape, TOP};

/// Where a piece stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placement {
    /// Counted from 0.
    pub(super) page: usize,
    pub(super) y: f32,
    /// Its table's header stands above it once more.
    pub(super) repeated: Option<usize>,
}

/// All placements, and the pages they need.
#[derive(Debug)]
pub(super) struct Placed {
    pub(super) placements: Vec<Placement>,
    pub(super) shapes: Vec<Shape>,
}

/// Text between or after wide tables that is no higher than this stays on their landscape page.
const SHORT_TEXT: f32 = 190.0;
/// A heading and text before a wide table that go along with it are no higher than this.
const SHORT_INTRODUCTION: f32 = 90.0;

pub(super) fn paginate(pieces: &[Piece], headers: &[Header]) -> Placed {
    let shapes = wanted_shapes(pieces);
    let mut cursor =
        Cursor { headers, placed: Placed { placements: vec![], shapes: vec![] }, y: TOP, empty: true };
    let mut start = 0;
    while start < pieces.len() {
        let end = group_end(pieces, start);
        cursor.place(&pieces[start..end], shapes[start]);
        start = end;
    }
    if cursor.placed.shapes.is_empty() {
        cursor.new_page(Shape::Portrait);
    }
    cursor.placed
}

/// One past the last piece that keeps with the one at `start`.
fn group_end(pieces: &[Piece], start: usize) -> usize {
    let kept = pieces[start..].iter().take_while(|piece| piece.keep).count();
    (start + kept + 1).min(pieces.len())
}

/// For each piece the shape of the page it wants.
fn wanted_shapes(pieces: &[Piece]) -> Vec<Shape> {
    let mut wide = vec![false; pieces.len()];
    let mut start = 0;
    while start < pieces.len() {
        let end = group_end(pieces, start);
        wide[start..end].fill(pieces[start..end].iter().any(|piece| piece.wide));
        start = end;
    }
    keep_short_texts(pieces, &mut wide);
    wide.into_iter().map(|wide| if wide { Shape::Landscape } else { Shape::Portrait }).collect()
}

/// A few lines after a wide table do not turn the page for their own sake, unless much follows them.
fn keep_short_texts(pieces: &[Piece], wide: &mut [bool]) {
    let mut start = 0;
    while start < pieces.len() {
        let end = start + wide[start..].iter().take_while(|w| **w == wide[start]).count();
        let height: f32 = pieces[start..end].iter().map(|piece| piece.before + piece.height).sum();
        if !wide[start] && start > 0 && height < SHORT_TEXT {
            wide[start..end].fill(true);
        }
        if wide[start] {
            take_heading_along(pieces, wide, start);
        }
        start = end;
    }
}

/// A heading, with a line or two below it, stands on the page of the wide table that it introduces.
fn take_heading_along(pieces: &[Piece], wide: &mut [bool], table: usize) {
    let mut height = 0.0;
    let near = pieces[..table].iter().rev().take_while(|piece| {
        height += piece.before + piece.height;
        height < SHORT_INTRODUCTION
    });
    let near = near.count();
    let heading = (table - near..table).find(|i| pieces[*i].bookmark.is_some());
    if let Some(heading) = heading {
        wide[heading..table].fill(true);
    }
}

struct Cursor<'a> {
    headers: &'a [Header],
    placed: Placed,
    y: f32,
    /// Nothing stands on the page yet.
    empty: bool,
}

impl Cursor<'_> {
    fn new_page(&mut self, shape: Shape) {
        self.placed.shapes.push(shape);
        (self.y, self.empty) = (TOP, true);
    }

    fn bottom(&self) -> f32 {
        self.placed.shapes.last().map_or(0.0, |shape| shape.bottom()) + 0.01
    }

    /// Pieces that keep together stay on one page, unless they are more than a page.
    fn place(&mut self, group: &[Piece], shape: Shape) {
        if self.placed.shapes.last() != Some(&shape) {
            self.new_page(shape);
        }
        let height: f32 = group.iter().map(|piece| piece.before + piece.height).sum();
        if !self.empty && self.y + height > self.bottom() && height <= shape.content_height() {
            self.new_page(shape);
        }
        for piece in group {
            let before = if self.empty { 0.0 } else { piece.before };
            if !self.empty && self.y + before + piece.height > self.bottom() {
                self.new_page(shape);
            }
            self.put(piece);
        }
    }

    fn put(&mut self, piece: &Piece) {
        let repeated = piece.header.filter(|_| self.empty);
        if let Some(header) = repeated.and_then(|header| self.headers.get(header)) {
            self.y += header.height;
        } else if !self.empty {
            self.y += piece.before;
        }
        let page = self.placed.shapes.len().saturating_sub(1);
        self.placed.placements.push(Placement { page, y: self.y, repeated });
        self.y += piece.height;
        self.empty = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(keep: bool) -> Piece {
        Piece { height: 100.0, keep, ..Piece::default() }
    }

    fn pages(pieces: &[Piece]) -> Vec<usize> {
        paginate(pieces, &[]).placements.iter().map(|placement| placement.page).collect()
    }

    #[test]
    fn what_keeps_together_moves_together() {
        let mut pieces: Vec<Piece> = (0..6).map(|_| line(false)).collect();
        pieces.extend([line(true), line(false)]);
        assert_eq!(pages(&pieces), [0, 0, 0, 0, 0, 0, 1, 1]);
    }

    #[test]
    fn a_group_of_more_than_a_page_fills_pages() {
        let pieces: Vec<Piece> = (0..20).map(|_| line(true)).collect();
        assert_eq!(pages(&pieces), [[0; 7], [1; 7], [2; 7]].concat()[..20]);
    }

    #[test]
    fn wide_pieces_have_landscape_pages_and_short_texts_stay_on_them() {
        let wide = || Piece { wide: true, ..line(false) };
        let long = || (0..3).map(|_| line(false)).collect::<Vec<_>>();
        let mut pieces = long();
        pieces.extend([wide(), line(false), wide()]);
        pieces.extend(long());
        let placed = paginate(&pieces, &[]);
        assert_eq!(placed.shapes, [Shape::Portrait, Shape::Landscape, Shape::Portrait]);
        assert_eq!(pages(&pieces), [0, 0, 0, 1, 1, 1, 2, 2, 2]);
    }
}
