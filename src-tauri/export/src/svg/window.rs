//! The canvas of pictures that stand inline in the window: words are `<text>` in the window's own font, colours are the
//! window's variables, so that light, dark and the reader's font hold for them too.
use std::fmt::Write;

use super::painter::{Number, path_data};
use crate::canvas::{Anchor, Artifact, Canvas, Colour, Path, Pen, Point, TextRun};
use crate::fonts::Face;
use crate::palette::window_colour;
use crate::structure::ElementId;

#[derive(Default)]
pub(crate) struct WindowPainter {
    body: String,
}

impl WindowPainter {
    /// The picture with its name and, in words, what it shows.
    pub(crate) fn finish(self, width: f32, height: f32, id: &str, title: &str, description: &str) -> String {
        let (w, h, body) = (Number(width), Number(height), self.body);
        let (title, description) = (Escaped(title), Escaped(description));
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" role="img" aria-labelledby="{id}-t {id}-d" font-family="inherit"><title id="{id}-t">{title}</title><desc id="{id}-d">{description}</desc>{body}</svg>"#
        )
    }

    /// The picture for eyes only.
    pub(crate) fn finish_silent(self, width: f32, height: f32) -> String {
        let (w, h, body) = (Number(width), Number(height), self.body);
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}" aria-hidden="true">{body}</svg>"#
        )
    }
}

impl Canvas for WindowPainter {
    fn begin(&mut self, _: ElementId) {}

    fn artifact(&mut self, _: Artifact) {}

    fn end(&mut self) {}

    fn text(&mut self, run: &TextRun, at: Point, anchor: Anchor, colour: Colour) {
        let (x, y, size) = (Number(at.x), Number(at.y), Number(run.size));
        let (fill, text) = (window_colour(colour), Escaped(&run.text));
        let _ = write!(self.body, r#"<text x="{x}" y="{y}" font-size="{size}" fill="{fill}""#);
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => r#" text-anchor="middle""#,
            Anchor::End => r#" text-anchor="end""#,
        };
        let face = match run.face {
            Face::Regular => "",
            Face::Semibold => r#" font-weight="600""#,
            Face::Bold => r#" font-weight="700""#,
            Face::Italic => r#" font-style="italic""#,
        };
        let _ = write!(self.body, "{anchor}{face}>{text}</text>");
    }

    fn fill(&mut self, path: &Path, colour: Colour) {
        let _ = write!(self.body, r#"<path fill="{}" d="{}"/>"#, window_colour(colour), path_data(path));
    }

    fn stroke(&mut self, path: &Path, pen: Pen) {
        let (colour, width) = (window_colour(pen.colour), Number(pen.width));
        let _ = write!(self.body, r#"<path fill="none" stroke="{colour}" stroke-width="{width}""#);
        if pen.dash.is_empty() {
            self.body.push_str(r#" stroke-linejoin="round" stroke-linecap="round""#);
        } else {
            let dash: Vec<String> = pen.dash.iter().map(|length| Number(*length).to_string()).collect();
            let _ = write!(self.body, r#" stroke-dasharray="{}""#, dash.join(" "));
        }
        let _ = write!(self.body, r#" d="{}"/>"#, path_data(path));
    }
}

/// Text as XML holds it.
struct Escaped<'a>(&'a str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.chars().try_for_each(|c| match c {
            '&' => f.write_str("&amp;"),
            '<' => f.write_str("&lt;"),
            '>' => f.write_str("&gt;"),
            '"' => f.write_str("&quot;"),
            c => f.write_char(c),
        })
    }
}
