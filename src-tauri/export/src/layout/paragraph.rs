//! Running text: paragraphs, headings and the links in them. One piece per line.
use plan_report::tree::Inline;

use super::composer::{Composer, Piece, PieceLink};
use super::geometry::Area;
use super::style::{self, Style};
use crate::canvas::{Anchor, Artifact, Canvas, Colour, Path, Pen, Point, point};
use crate::fonts::Face;
use crate::structure::ElementId;
use crate::text::{Line, PlacedRun, Span, break_lines, printable};

/// A text ready to be broken: its stretches, and the addresses that its links lead to.
#[derive(Debug, Default)]
pub(super) struct Prepared {
    stretches: Vec<(String, Face, Option<usize>)>,
    pub(super) addresses: Vec<String>,
}

impl Prepared {
    pub(super) fn plain(text: &str, face: Face) -> Prepared {
        Prepared { stretches: vec![(printable(text).into_owned(), face, None)], addresses: vec![] }
    }

    /// `face` is that of text which is neither bold nor italic.
    pub(super) fn rich(text: &[Inline], face: Face) -> Prepared {
        let mut prepared = Prepared::default();
        for inline in text {
            let link = inline.link.as_deref().filter(|address| is_web_address(address)).map(|address| {
                prepared.addresses.push(address.to_owned());
                prepared.addresses.len() - 1
            });
            prepared.stretches.push((printable(&inline.text).into_owned(), face_of(inline, face), link));
        }
        prepared
    }

    pub(super) fn spans(&self) -> Vec<Span<'_>> {
        self.stretches.iter().map(|(text, face, link)| Span { text, face: *face, link: *link }).collect()
    }

    /// What link number `link` says.
    pub(super) fn link_text(&self, link: usize) -> String {
        self.stretches.iter().filter(|(.., of)| *of == Some(link)).map(|(text, ..)| text.as_str()).collect()
    }
}

fn face_of(inline: &Inline, face: Face) -> Face {
    match (inline.bold, inline.italic) {
        (true, _) => Face::Semibold,
        (false, true) if face == Face::Regular => Face::Italic,
        _ => face,
    }
}

/// Nothing that could run a program or open a local file becomes a link.
fn is_web_address(address: &str) -> bool {
    ["https://", "http://", "mailto:"].iter().any(|scheme| address.starts_with(scheme))
        && address.chars().all(|c| c.is_ascii_graphic())
}

/// The structure elements that a text's stretches belong to.
pub(super) struct Owners<'t> {
    element: ElementId,
    text: &'t Prepared,
    /// One element for each of the text's links; a link broken over lines is still one.
    links: Vec<ElementId>,
}

impl<'t> Owners<'t> {
    pub(super) fn new(element: ElementId, text: &'t Prepared) -> Owners<'t> {
        Owners { element, text, links: vec![] }
    }

    /// With links, the element holds spans and links, and they the text.
    fn has_links(&self) -> bool {
        !self.text.addresses.is_empty()
    }
}

impl Composer<'_> {
    /// A heading stays with what follows it. A level past 6 is a 6.
    pub(super) fn heading(&mut self, level: u8, text: &str) {
        let level = level.clamp(1, 6);
        // What stands before a heading has no say: the room above it is always its own.
        if self.pieces.last().is_none_or(|last| last.bookmark.is_none() && !last.keep) {
            self.next_before = None;
        }
        let look = style::heading(level);
        let tag = ["H1", "H2", "H3", "H4", "H5", "H6"][usize::from(level) - 1];
        let first = self.pieces.len();
        self.paragraph(Area::PAGE, tag, &Prepared::plain(text, look.face), look);
        self.pieces[first..].iter_mut().for_each(|piece| piece.keep = true);
        if let Some(piece) = self.pieces.get_mut(first) {
            piece.bookmark = Some((level, text.to_owned()));
        }
        self.next_before = Some(style::below_heading(level));
    }

    /// One element, or none for a text of nothing. Where it breaks over pages it leaves at least two lines on each side.
    pub(super) fn paragraph(&mut self, area: Area, tag: &'static str, text: &Prepared, look: Style) {
        let lines = break_lines(self.fonts, &text.spans(), look.text(), area.width);
        if lines.is_empty() {
            return;
        }
        let element = self.tree.add(area.parent, tag);
        let mut owners = Owners::new(element, text);
        let count = lines.len();
        for (i, line) in lines.iter().enumerate() {
            let mut piece = Piece { height: look.leading, ..Piece::default() };
            piece.before = if i == 0 { look.before } else { 0.0 };
            piece.keep = i + 1 < count && (i == 0 || i + 2 == count);
            let at = LineAt { left: area.left, baseline: look.baseline(), colour: look.colour };
            self.draw_line(&mut piece, line, at, &mut owners);
            self.push(piece);
        }
    }

    /// Draws a line of tagged text.
    pub(super) fn draw_line(&mut self, piece: &mut Piece, line: &Line, at: LineAt, owners: &mut Owners) {
        if owners.has_links() {
            line.runs.iter().for_each(|placed| self.draw_stretch(piece, placed, at, owners));
            return;
        }
        piece.content.begin(owners.element);
        for placed in &line.runs {
            piece.content.text(&placed.run, point(at.left + placed.x, at.baseline), Anchor::Start, at.colour);
        }
        piece.content.end();
    }

    fn draw_stretch(&mut self, piece: &mut Piece, placed: &PlacedRun, at: LineAt, owners: &mut Owners) {
        let start = point(at.left + placed.x, at.baseline);
        let Some(link) = placed.link else {
            let span = self.tree.add(owners.element, "Span");
            piece.content.begin(span);
            piece.content.text(&placed.run, start, Anchor::Start, at.colour);
            return piece.content.end();
        };
        let element = self.link_element(owners, link);
        piece.content.begin(element);
        piece.content.text(&placed.run, start, Anchor::Start, Colour::Accent);
        piece.content.end();
        underline(piece, start, placed.run.width);
        let (size, address) = (placed.run.size, owners.text.addresses.get(link).cloned().unwrap_or_default());
        piece.links.push(PieceLink {
            area: [start.x, start.y - size * 0.85, start.x + placed.run.width, start.y + size * 0.3],
            text: format!("{} ({address})", owners.text.link_text(link).trim()),
            address,
            element,
        });
    }

    fn link_element(&mut self, owners: &mut Owners, link: usize) -> ElementId {
        while owners.links.len() <= link {
            let element = self.tree.add(owners.element, "Link");
            owners.links.push(element);
        }
        owners.links[link]
    }
}

/// Where a line of text stands in its piece.
#[derive(Clone, Copy)]
pub(super) struct LineAt {
    pub(super) left: f32,
    pub(super) baseline: f32,
    pub(super) colour: Colour,
}

fn underline(piece: &mut Piece, start: Point, width: f32) {
    let y = start.y + 1.5;
    let line = Path::line(point(start.x, y), point(start.x + width, y));
    piece.content.artifact(Artifact::Decoration);
    piece.content.stroke(&line, Pen::solid(Colour::Accent, 0.5));
    piece.content.end();
}
