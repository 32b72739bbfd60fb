//! The canvas that writes SVG. Structure is left out: a listener reads the text view instead.
use std::fmt::Write;

use foldhash::HashMap;

use super::outline::{OUTLINE_UNITS_PER_EM, Outline};
use crate::canvas::{Anchor, Artifact, Canvas, Colour, Path, Pen, Point, Segment, TextRun};
use crate::fonts::{Face, Fonts};
use crate::palette::Palette;
use crate::structure::ElementId;

pub(super) struct SvgPainter<'a> {
    fonts: &'a Fonts,
    palette: Palette,
    /// Looked up, never walked: its order reaches no output.
    outlines: HashMap<(Face, u16), Outline>,
    body: String,
}

impl<'a> SvgPainter<'a> {
    pub(super) fn new(fonts: &'a Fonts, palette: Palette) -> SvgPainter<'a> {
        SvgPainter { fonts, palette, outlines: HashMap::default(), body: String::with_capacity(1 << 18) }
    }

    pub(super) fn finish(self, width: f32, height: f32) -> String {
        let (w, h) = (Number(width), Number(height));
        let paper = self.palette.css(Colour::Paper);
        let body = self.body;
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{w}pt" height="{h}pt" viewBox="0 0 {w} {h}"><path fill="{paper}" d="M0 0H{w}V{h}H0z"/>{body}</svg>"#
        )
    }

    /// `None` for a run of nothing but spaces.
    fn merged_outline(&mut self, run: &TextRun) -> Option<String> {
        let mut data = String::with_capacity(run.glyphs.len() * 160);
        let mut x = 0;
        for glyph in run.glyphs.iter() {
            let fonts = self.fonts;
            let outline = self
                .outlines
                .entry((run.face, glyph.id))
                .or_insert_with(|| Outline::of(fonts, run.face, glyph.id));
            if !outline.is_blank() {
                outline.push_at(x, &mut data);
            }
            x += glyph.advance;
        }
        (!data.is_empty()).then_some(data)
    }
}

impl Canvas for SvgPainter<'_> {
    fn begin(&mut self, _: ElementId) {}

    fn artifact(&mut self, _: Artifact) {}

    fn end(&mut self) {}

    fn text(&mut self, run: &TextRun, at: Point, anchor: Anchor, colour: Colour) {
        let start = Point { x: at.x - run.offset(anchor), y: at.y };
        let fill = self.palette.css(colour);
        if let Some(data) = self.merged_outline(run) {
            let place = placement(run, start);
            let _ = write!(self.body, r#"<path fill="{fill}" transform="{place}" d="{data}"/>"#);
        }
    }

    fn fill(&mut self, path: &Path, colour: Colour) {
        let _ = write!(self.body, r#"<path fill="{}" d="{}"/>"#, self.palette.css(colour), path_data(path));
    }

    fn stroke(&mut self, path: &Path, pen: Pen) {
        let (colour, width) = (self.palette.css(pen.colour), Number(pen.width));
        let _ = write!(self.body, r#"<path fill="none" stroke="{colour}" stroke-width="{width}""#);
        if !pen.dash.is_empty() {
            let dash: Vec<String> = pen.dash.iter().map(|length| Number(*length).to_string()).collect();
            let _ = write!(self.body, r#" stroke-dasharray="{}""#, dash.join(" "));
        }
        let _ = write!(self.body, r#" d="{}"/>"#, path_data(path));
    }
}

/// Outlines have y upward and units of their own; this sets them on the page.
fn placement(run: &TextRun, start: Point) -> String {
    let scale = run.size / OUTLINE_UNITS_PER_EM;
    format!("matrix({scale} 0 0 -{scale} {} {})", Number(start.x), Number(start.y))
}

pub(super) fn path_data(path: &Path) -> String {
    let mut data = String::new();
    let pair = |p: Point| format!("{} {}", Number(p.x), Number(p.y));
    for segment in &path.0 {
        let _ = match *segment {
            Segment::Move(p) => write!(data, "M{}", pair(p)),
            Segment::Line(p) => write!(data, "L{}", pair(p)),
            Segment::Curve(a, b, c) => write!(data, "C{} {} {}", pair(a), pair(b), pair(c)),
            Segment::Close => write!(data, "z"),
        };
    }
    data
}

/// A length with at most three decimals: a thousandth of a point is finer than any screen.
pub(super) struct Number(pub(super) f32);

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let rounded = (f64::from(self.0) * 1000.0).round() / 1000.0;
        write!(f, "{rounded}")
    }
}
