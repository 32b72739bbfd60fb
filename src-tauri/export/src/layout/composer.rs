//! Pieces: what pages are put together from. Each is drawn once, with its own top as 0, and is never broken.
use crate::fonts::Fonts;
use crate::pages::Recording;
use crate::structure::{ElementId, Tree};

/// Something that stands on one page as a whole: a line, a table row, a picture.
#[derive(Debug, Default)]
pub(super) struct Piece {
    /// Drawn at its place across the page; 0 down is the piece's top.
    pub(super) content: Recording,
    pub(super) height: f32,
    /// Room above, where it is not first on its page.
    pub(super) before: f32,
    /// The next piece is on the same page.
    pub(super) keep: bool,
    /// The table header that comes again when a page begins here.
    pub(super) header: Option<usize>,
    /// Belongs on a landscape page.
    pub(super) wide: bool,
    pub(super) bookmark: Option<(u8, String)>,
    /// A figure and its box within the piece.
    pub(super) figure: Option<(ElementId, [f32; 4])>,
    pub(super) links: Vec<PieceLink>,
    pub(super) entry: Option<super::contents::Entry>,
}

/// A web link within a piece.
#[derive(Debug)]
pub(super) struct PieceLink {
    /// Left, top, right, bottom.
    pub(super) area: [f32; 4],
    pub(super) address: String,
    pub(super) element: ElementId,
    pub(super) text: String,
}

/// A table header drawn once and set down again on every new page.
#[derive(Debug)]
pub(super) struct Header {
    pub(super) content: Recording,
    pub(super) height: f32,
}

/// Makes pieces of blocks, in reading order.
pub(super) struct Composer<'a> {
    pub(super) fonts: &'a mut Fonts,
    pub(super) tree: Tree,
    pub(super) pieces: Vec<Piece>,
    pub(super) headers: Vec<Header>,
    pub(super) tables: usize,
    pub(super) figures: usize,
    /// The room above the next piece, where what stands before it decides (below a heading).
    pub(super) next_before: Option<f32>,
}

impl<'a> Composer<'a> {
    pub(super) fn new(fonts: &'a mut Fonts) -> Composer<'a> {
        Composer {
            fonts,
            tree: Tree::new(),
            pieces: vec![],
            headers: vec![],
            tables: 0,
            figures: 0,
            next_before: None,
        }
    }

    pub(super) fn push(&mut self, mut piece: Piece) {
        if let Some(before) = self.next_before.take() {
            piece.before = before;
        }
        self.pieces.push(piece);
    }
}
