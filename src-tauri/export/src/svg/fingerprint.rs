//! The canvas that draws nothing: what a page looks like as one number, so that a page that an edit left alone need not be
//! drawn, sent and shown again. Only equal or not equal; the number means nothing in another run of the program.
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::canvas::{Anchor, Artifact, Canvas, Colour, Path, Pen, Point, Segment, TextRun};
use crate::palette::Palette;
use crate::structure::ElementId;

pub(super) struct Fingerprint {
    palette: Palette,
    hasher: DefaultHasher,
}

impl Fingerprint {
    pub(super) fn new(palette: Palette, width: f32, height: f32) -> Fingerprint {
        let mut fingerprint = Fingerprint { palette, hasher: DefaultHasher::new() };
        fingerprint.lengths(&[width, height]);
        fingerprint
    }

    pub(super) fn finish(self) -> u64 {
        self.hasher.finish()
    }

    fn lengths(&mut self, lengths: &[f32]) {
        lengths.iter().for_each(|length| length.to_bits().hash(&mut self.hasher));
    }

    fn colour(&mut self, colour: Colour) {
        self.palette.css(colour).hash(&mut self.hasher);
    }

    fn path(&mut self, path: &Path) {
        for segment in &path.0 {
            match *segment {
                Segment::Move(p) => self.lengths(&[0.0, p.x, p.y]),
                Segment::Line(p) => self.lengths(&[1.0, p.x, p.y]),
                Segment::Curve(a, b, c) => self.lengths(&[2.0, a.x, a.y, b.x, b.y, c.x, c.y]),
                Segment::Close => self.lengths(&[3.0]),
            }
        }
    }
}

impl Canvas for Fingerprint {
    fn begin(&mut self, _: ElementId) {}

    fn artifact(&mut self, _: Artifact) {}

    fn end(&mut self) {}

    /// The text decides the glyphs, but for the hyphen of a line that was cut.
    fn text(&mut self, run: &TextRun, at: Point, anchor: Anchor, colour: Colour) {
        (&*run.text, run.face, run.soft_hyphen, run.glyphs.len()).hash(&mut self.hasher);
        self.lengths(&[at.x - run.offset(anchor), at.y, run.size]);
        self.colour(colour);
    }

    fn fill(&mut self, path: &Path, colour: Colour) {
        self.path(path);
        self.colour(colour);
    }

    fn stroke(&mut self, path: &Path, pen: Pen) {
        self.path(path);
        self.colour(pen.colour);
        self.lengths(&[pen.width]);
        self.lengths(pen.dash);
    }
}
