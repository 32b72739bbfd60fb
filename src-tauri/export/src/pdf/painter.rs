//! The canvas that makes printpdf operators of canvas calls, and counts marked content as it goes.
use std::collections::BTreeMap;

use printpdf::{
    Codepoint, Color, DictItem, Line, LineDashPattern, LinePoint, Op, PaintMode, PdfFontHandle,
    Point as PdfPoint, Polygon, PolygonRing, Pt, Rgb, TextItem, WindingOrder,
};

use super::font::Subset;
use super::tags::PageMarks;
use crate::canvas::{Anchor, Artifact, Canvas, Colour, Glyph, Path, Pen, Point, Segment, TextRun};
use crate::fonts::{Fonts, UNITS_PER_EM};
use crate::pages::Pages;
use crate::structure::ElementId;

pub(super) struct PdfPainter<'a> {
    page_height: f32,
    pages: &'a Pages,
    fonts: &'a Fonts,
    subsets: &'a mut [Subset; 4],
    marks: &'a mut PageMarks,
    ops: Vec<Op>,
    /// What the page's graphics state has been told already.
    fill: Option<Colour>,
    pen: Option<Pen>,
}

/// A glyph, or one that reads as something else than it shows.
enum Shown {
    Glyph(Codepoint),
    As(Codepoint, String),
}

impl<'a> PdfPainter<'a> {
    pub(super) fn new(
        page_height: f32,
        pages: &'a Pages,
        fonts: &'a Fonts,
        (subsets, marks): (&'a mut [Subset; 4], &'a mut PageMarks),
    ) -> PdfPainter<'a> {
        PdfPainter { page_height, pages, fonts, subsets, marks, ops: vec![], fill: None, pen: None }
    }

    pub(super) fn finish(self) -> Vec<Op> {
        self.ops
    }

    /// PDF's y grows upward from the bottom.
    fn flip(&self, p: Point) -> PdfPoint {
        PdfPoint { x: Pt(p.x), y: Pt(self.page_height - p.y) }
    }

    /// The hyphen at a line's end reads as U+00AD, so that the word is whole when copied or read aloud; a box in the
    /// place of a character without a glyph reads as that character.
    fn shown(&mut self, run: &TextRun) -> Vec<Shown> {
        let mut start = 0;
        let mut shown = vec![];
        for glyph in run.glyphs.iter() {
            let end = (start + usize::from(glyph.text_len)).min(run.text.len());
            let text = run.text.get(start..end).unwrap_or_default();
            let codepoint = |painter: &mut Self, text: &str| {
                let number = painter.subsets[run.face as usize].number(glyph.id);
                Codepoint::with_cid(number, painter.kern(run, glyph), text.to_owned())
            };
            shown.push(match (glyph.text_len, glyph.replacement) {
                (0, _) => Shown::As(codepoint(self, "-"), "\u{AD}".to_owned()),
                (_, true) => Shown::As(codepoint(self, "□"), text.to_owned()),
                // One glyph stands for both spaces, and can have only one meaning in the file.
                _ => Shown::Glyph(codepoint(self, if text == "\u{A0}" { " " } else { text })),
            });
            start = end;
        }
        shown
    }

    /// How much nearer the next glyph stands than the font's own width says, in thousandths of an em.
    fn kern(&self, run: &TextRun, glyph: &Glyph) -> f32 {
        let natural = i32::from(self.fonts.natural_advance(run.face, glyph.id));
        (natural - glyph.advance) as f32 * 1000.0 / UNITS_PER_EM
    }

    fn show_all(&mut self, shown: Vec<Shown>) {
        let mut glyphs = vec![];
        for one in shown {
            match one {
                Shown::Glyph(glyph) => glyphs.push(glyph),
                Shown::As(glyph, text) => {
                    self.show(std::mem::take(&mut glyphs));
                    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
                    let bytes = units.flat_map(u16::to_be_bytes).collect();
                    self.open("Span", [("ActualText", DictItem::Bytes(bytes))]);
                    self.show(vec![glyph]);
                    self.ops.push(Op::EndMarkedContent);
                }
            }
        }
        self.show(glyphs);
    }

    fn show(&mut self, glyphs: Vec<Codepoint>) {
        if !glyphs.is_empty() {
            self.ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(glyphs)] });
        }
    }

    fn open<const N: usize>(&mut self, tag: &str, properties: [(&str, DictItem); N]) {
        let map: BTreeMap<String, DictItem> =
            properties.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        let properties = DictItem::Dict { map };
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties });
    }

    fn set_fill(&mut self, colour: Colour) {
        if self.fill.replace(colour) != Some(colour) {
            self.ops.push(Op::SetFillColor { col: self.colour_of(colour) });
        }
    }

    fn set_pen(&mut self, pen: Pen) {
        let before = self.pen.replace(pen);
        if before.map(|before| before.colour) != Some(pen.colour) {
            self.ops.push(Op::SetOutlineColor { col: self.colour_of(pen.colour) });
        }
        if before.map(|before| before.width) != Some(pen.width) {
            self.ops.push(Op::SetOutlineThickness { pt: Pt(pen.width) });
        }
        if before.map(|before| before.dash) != Some(pen.dash) {
            self.ops.push(Op::SetLineDashPattern { dash: LineDashPattern::new(0.0, pen.dash) });
        }
    }

    fn colour_of(&self, colour: Colour) -> Color {
        let [r, g, b] = self.pages.palette.rgb(colour).map(|part| f32::from(part) / 255.0);
        Color::Rgb(Rgb::new(r, g, b, None))
    }

    /// One list of points for each part of the path; printpdf marks control points as bezier points.
    fn rings(&self, path: &Path) -> Vec<Vec<LinePoint>> {
        let mut rings: Vec<Vec<LinePoint>> = vec![];
        for segment in &path.0 {
            let points: &[(Point, bool)] = match *segment {
                Segment::Move(p) => {
                    rings.push(vec![]);
                    &[(p, false)]
                }
                Segment::Line(p) => &[(p, false)],
                Segment::Curve(a, b, c) => &[(a, true), (b, true), (c, false)],
                Segment::Close => &[],
            };
            if let Some(ring) = rings.last_mut() {
                ring.extend(points.iter().map(|&(p, bezier)| LinePoint { p: self.flip(p), bezier }));
            }
        }
        rings
    }
}

impl Canvas for PdfPainter<'_> {
    fn begin(&mut self, element: ElementId) {
        let number = self.marks.add(element);
        self.open(self.pages.tree.tag(element), [("MCID", DictItem::Int(number))]);
    }

    fn artifact(&mut self, kind: Artifact) {
        let name = |text: &str| DictItem::Name(text.as_bytes().to_vec());
        let subtype = match kind {
            Artifact::Decoration => {
                return self.ops.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() });
            }
            Artifact::RepeatedHeader | Artifact::Header => "Header",
            Artifact::Footer => "Footer",
        };
        self.open("Artifact", [("Type", name("Pagination")), ("Subtype", name(subtype))]);
    }

    fn end(&mut self) {
        self.ops.push(Op::EndMarkedContent);
    }

    fn text(&mut self, run: &TextRun, at: Point, anchor: Anchor, colour: Colour) {
        if run.glyphs.is_empty() {
            return;
        }
        let start = Point { x: at.x - run.offset(anchor), y: at.y };
        let shown = self.shown(run);
        self.set_fill(colour);
        self.ops.push(Op::StartTextSection);
        let font = PdfFontHandle::External(self.subsets[run.face as usize].id());
        self.ops.push(Op::SetFont { font, size: Pt(run.size) });
        self.ops.push(Op::SetTextCursor { pos: self.flip(start) });
        self.show_all(shown);
        self.ops.push(Op::EndTextSection);
    }

    fn fill(&mut self, path: &Path, colour: Colour) {
        self.set_fill(colour);
        let rings = self.rings(path).into_iter().map(|points| PolygonRing { points }).collect();
        let polygon = Polygon { rings, mode: PaintMode::Fill, winding_order: WindingOrder::NonZero };
        self.ops.push(Op::DrawPolygon { polygon });
    }

    fn stroke(&mut self, path: &Path, pen: Pen) {
        self.set_pen(pen);
        let is_closed = matches!(path.0.last(), Some(Segment::Close));
        for points in self.rings(path).into_iter().filter(|points| points.len() > 1) {
            self.ops.push(Op::DrawLine { line: Line { points, is_closed } });
        }
    }
}
