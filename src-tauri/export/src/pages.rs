//! The laid-out report as data: one list of canvas calls per page, the structure tree, links and bookmarks.
//! A recorded page is played back on any canvas; nothing here knows what that canvas makes of it.
use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::canvas::{Anchor, Artifact, Canvas, Colour, Path, Pen, Point, TextRun};
use crate::palette::Palette;
use crate::structure::{ElementId, Tree};

/// Pages, structure tree, links and bookmarks of one report.
#[derive(Debug, Clone)]
pub struct Pages {
    pub title: String,
    /// Who made it, for the file's own information.
    pub author: String,
    pub subject: String,
    /// The day that every date inside the file derives from.
    pub date: NaiveDate,
    pub palette: Palette,
    pub pages: Vec<Page>,
    pub tree: Tree,
    pub links: Vec<Link>,
    pub bookmarks: Vec<Bookmark>,
}

impl Pages {
    /// Characters that no font here has: a box stands in their place, and the text itself is kept behind it.
    pub fn missing_glyphs(&self) -> BTreeSet<char> {
        self.pages.iter().flat_map(|page| page.content.missing_glyphs()).collect()
    }
}

/// One page; lengths in points.
#[derive(Debug, Clone)]
pub struct Page {
    pub width: f32,
    pub height: f32,
    pub content: Recording,
}

/// A place in the report that a link or bookmark leads to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Target {
    /// Counted from 0.
    pub page: usize,
    pub y: f32,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq)]
pub enum Destination {
    Here(Target),
    Web(String),
}

/// A link on a page; `element` is the structure element that is the link.
#[derive(Debug, Clone)]
pub struct Link {
    pub page: usize,
    /// Left, top, right, bottom.
    pub area: [f32; 4],
    pub destination: Destination,
    pub element: ElementId,
    /// What a listener hears.
    pub text: String,
}

/// A heading in the reader's side panel.
#[derive(Debug, Clone)]
pub struct Bookmark {
    /// 1 for a section, 2 for a section in it …
    pub level: u8,
    pub text: String,
    pub target: Target,
}

/// Canvas calls in order.
#[derive(Debug, Clone, Default)]
pub struct Recording(Vec<Command>);

#[derive(Debug, Clone)]
enum Command {
    Begin(ElementId),
    Artifact(Artifact),
    End,
    Text(TextRun, Point, Anchor, Colour),
    Fill(Path, Colour),
    Stroke(Path, Pen),
}

impl Recording {
    /// Plays the recorded calls back, in order.
    pub fn paint(&self, canvas: &mut dyn Canvas) {
        for command in &self.0 {
            match command {
                Command::Begin(element) => canvas.begin(*element),
                Command::Artifact(kind) => canvas.artifact(*kind),
                Command::End => canvas.end(),
                Command::Text(run, at, anchor, colour) => canvas.text(run, *at, *anchor, *colour),
                Command::Fill(path, colour) => canvas.fill(path, *colour),
                Command::Stroke(path, pen) => canvas.stroke(path, *pen),
            }
        }
    }

    /// Adds another recording `dy` points further down. Content of one element that meets becomes one piece.
    pub(crate) fn append(&mut self, other: Recording, dy: f32) {
        let mut rest = other.0.into_iter().peekable();
        if let (Some(open), Some(Command::Begin(next))) = (self.last_closed(), rest.peek())
            && open == *next
        {
            rest.next();
            self.0.pop();
        }
        self.0.extend(rest.map(|command| command.moved_down(dy)));
    }

    /// Draws what `other` has, but says nothing to a listener.
    pub(crate) fn append_as_artifact(&mut self, other: &Recording, kind: Artifact, dy: f32) {
        let drawing = |c: &&Command| matches!(c, Command::Text(..) | Command::Fill(..) | Command::Stroke(..));
        self.0.push(Command::Artifact(kind));
        self.0.extend(other.0.iter().filter(drawing).map(|command| command.clone().moved_down(dy)));
        self.0.push(Command::End);
    }

    fn missing_glyphs(&self) -> BTreeSet<char> {
        let mut missing = BTreeSet::new();
        for command in &self.0 {
            let Command::Text(run, ..) = command else { continue };
            let mut at = 0;
            for glyph in run.glyphs.iter() {
                let end = at + usize::from(glyph.text_len);
                if glyph.replacement {
                    missing.extend(run.text.get(at..end).unwrap_or_default().chars());
                }
                at = end;
            }
        }
        missing
    }

    /// The element that the last call closed.
    fn last_closed(&self) -> Option<ElementId> {
        matches!(self.0.last(), Some(Command::End)).then_some(())?;
        self.0.iter().rev().find_map(|command| match command {
            Command::Begin(element) => Some(Some(*element)),
            Command::Artifact(_) => Some(None),
            _ => None,
        })?
    }
}

impl Command {
    fn moved_down(mut self, dy: f32) -> Command {
        match &mut self {
            Command::Text(_, at, ..) => at.y += dy,
            Command::Fill(path, _) | Command::Stroke(path, _) => path.moved_down(dy),
            Command::Begin(_) | Command::Artifact(_) | Command::End => {}
        }
        self
    }
}

/// Recording: a page's content is itself a canvas.
impl Canvas for Recording {
    fn begin(&mut self, element: ElementId) {
        self.0.push(Command::Begin(element));
    }

    fn artifact(&mut self, kind: Artifact) {
        self.0.push(Command::Artifact(kind));
    }

    fn end(&mut self) {
        self.0.push(Command::End);
    }

    fn text(&mut self, run: &TextRun, at: Point, anchor: Anchor, colour: Colour) {
        self.0.push(Command::Text(run.clone(), at, anchor, colour));
    }

    fn fill(&mut self, path: &Path, colour: Colour) {
        self.0.push(Command::Fill(path.clone(), colour));
    }

    fn stroke(&mut self, path: &Path, pen: Pen) {
        self.0.push(Command::Stroke(path.clone(), pen));
    }
}
