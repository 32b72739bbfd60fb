//! The small canvas that all drawing goes through: layout and charts call it, every back end is one.
//! Owns shapes, colour roles and runs of shaped text. Knows neither PDF nor SVG nor pages.
//! Units are points (1/72 inch); the origin is the top left corner and y grows downward.
use std::sync::Arc;

use plan_core::uppfoljning::Status;

use crate::fonts::{Face, UNITS_PER_EM};
use crate::structure::ElementId;

/// What layout draws on, and what plays a recorded page back.
pub trait Canvas {
    /// What is drawn until `end` belongs to a structure element.
    fn begin(&mut self, element: ElementId);
    /// What is drawn until `end` says nothing to a listener.
    fn artifact(&mut self, kind: Artifact);
    /// Ends what `begin` or `artifact` opened; they do not nest.
    fn end(&mut self);
    /// `at` is on the baseline, at the run's start, middle or end as `anchor` says.
    fn text(&mut self, run: &TextRun, at: Point, anchor: Anchor, colour: Colour);
    /// Fills by the non-zero rule.
    fn fill(&mut self, path: &Path, colour: Colour);
    fn stroke(&mut self, path: &Path, pen: Pen);
}

/// Why something is drawn that is no content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Artifact {
    /// Rules, grounds, symbols beside their word.
    Decoration,
    /// A table's header row, come again on a new page.
    RepeatedHeader,
    /// The running header.
    Header,
    /// The running footer.
    Footer,
}

/// Where on a run its point is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// A role, not a colour: `palette` says what it looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Colour {
    Paper,
    Ink,
    Muted,
    /// The municipality's own colour, or the program's.
    Accent,
    /// A very light tint of the accent: table heads and notices.
    Tint,
    Rule,
    /// A rule that separates more: above sums, below headings of tables.
    RuleStrong,
    /// The red thread, and nothing else.
    Thread,
    Target,
    /// The comparison series of a chart, counted from 0.
    Comparison(u8),
    /// A status symbol.
    Status(Status),
    /// A square mark.
    Good,
    Partly,
    Bad,
    Unknown,
}

/// A place on the page.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Point {
    pub x: f32,
    pub y: f32,
}

pub const fn point(x: f32, y: f32) -> Point {
    Point { x, y }
}

/// How a path is stroked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pen {
    pub colour: Colour,
    pub width: f32,
    /// Lengths on and off; empty: a whole line.
    pub dash: &'static [f32],
}

impl Pen {
    pub const fn solid(colour: Colour, width: f32) -> Pen {
        Pen { colour, width, dash: &[] }
    }
}

/// One shaped glyph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph {
    pub id: u16,
    /// In font units.
    pub advance: i32,
    /// The bytes of the run's text it stands for.
    pub text_len: u16,
    /// It is a box in the place of a character that no font of ours has.
    pub replacement: bool,
}

/// Shaped text on one line. Where `soft_hyphen`, the last glyph is a hyphen that is no part of the text.
#[derive(Debug, Clone, PartialEq)]
pub struct TextRun {
    pub face: Face,
    pub size: f32,
    pub text: Arc<str>,
    pub glyphs: Arc<[Glyph]>,
    /// Without a space at the line's end.
    pub width: f32,
    pub soft_hyphen: bool,
}

impl TextRun {
    /// How far left of its anchor point the run starts.
    pub fn offset(&self, anchor: Anchor) -> f32 {
        match anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => self.width / 2.0,
            Anchor::End => self.width,
        }
    }

    /// Where each glyph's origin stands when the run's own is at `start`.
    pub fn origins(&self, start: Point) -> impl Iterator<Item = Point> + '_ {
        let scale = self.size / UNITS_PER_EM;
        self.glyphs.iter().scan(0, move |x, glyph| {
            let origin = point(start.x + *x as f32 * scale, start.y);
            *x += glyph.advance;
            Some(origin)
        })
    }
}

/// A piece of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Segment {
    Move(Point),
    Line(Point),
    Curve(Point, Point, Point),
    Close,
}

/// Lines and curves.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Path(pub Vec<Segment>);

impl Path {
    pub fn line(from: Point, to: Point) -> Path {
        Path(vec![Segment::Move(from), Segment::Line(to)])
    }

    pub fn polyline(points: &[Point]) -> Path {
        let step = |(i, p): (usize, &Point)| if i == 0 { Segment::Move(*p) } else { Segment::Line(*p) };
        Path(points.iter().enumerate().map(step).collect())
    }

    pub fn polygon(points: &[Point]) -> Path {
        let mut path = Path::polyline(points);
        path.0.push(Segment::Close);
        path
    }

    pub fn rectangle(at: Point, width: f32, height: f32) -> Path {
        let (right, bottom) = (at.x + width, at.y + height);
        Path::polygon(&[at, point(right, at.y), point(right, bottom), point(at.x, bottom)])
    }

    /// A rectangle with rounded corners.
    pub fn rounded(at: Point, width: f32, height: f32, radius: f32) -> Path {
        let (r, k) = (radius, radius * (1.0 - CIRCLE));
        let (left, top, right, bottom) = (at.x, at.y, at.x + width, at.y + height);
        let p = point;
        Path(vec![
            Segment::Move(p(left + r, top)),
            Segment::Line(p(right - r, top)),
            Segment::Curve(p(right - k, top), p(right, top + k), p(right, top + r)),
            Segment::Line(p(right, bottom - r)),
            Segment::Curve(p(right, bottom - k), p(right - k, bottom), p(right - r, bottom)),
            Segment::Line(p(left + r, bottom)),
            Segment::Curve(p(left + k, bottom), p(left, bottom - k), p(left, bottom - r)),
            Segment::Line(p(left, top + r)),
            Segment::Curve(p(left, top + k), p(left + k, top), p(left + r, top)),
            Segment::Close,
        ])
    }

    pub fn circle(centre: Point, radius: f32) -> Path {
        let (r, k) = (radius, CIRCLE * radius);
        let p = |dx: f32, dy: f32| point(centre.x + dx, centre.y + dy);
        Path(vec![
            Segment::Move(p(r, 0.0)),
            Segment::Curve(p(r, k), p(k, r), p(0.0, r)),
            Segment::Curve(p(-k, r), p(-r, k), p(-r, 0.0)),
            Segment::Curve(p(-r, -k), p(-k, -r), p(0.0, -r)),
            Segment::Curve(p(k, -r), p(r, -k), p(r, 0.0)),
            Segment::Close,
        ])
    }

    /// The right half of a disc.
    pub fn half_disc(centre: Point, radius: f32) -> Path {
        let (r, k) = (radius, CIRCLE * radius);
        let p = |dx: f32, dy: f32| point(centre.x + dx, centre.y + dy);
        Path(vec![
            Segment::Move(p(0.0, -r)),
            Segment::Curve(p(k, -r), p(r, -k), p(r, 0.0)),
            Segment::Curve(p(r, k), p(k, r), p(0.0, r)),
            Segment::Close,
        ])
    }

    /// The same path further down the page.
    pub(crate) fn moved_down(&mut self, dy: f32) {
        for segment in &mut self.0 {
            match segment {
                Segment::Move(p) | Segment::Line(p) => p.y += dy,
                Segment::Curve(a, b, c) => [a, b, c].into_iter().for_each(|p| p.y += dy),
                Segment::Close => {}
            }
        }
    }
}

/// The share of the radius at which a Bézier curve's control points make a quarter circle.
const CIRCLE: f32 = 0.5523;
