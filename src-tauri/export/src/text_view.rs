//! The same pages for a listener: the structure tree as plain HTML, in reading order, with the words as laid out.
//! It shows what the PDF's tags say, so a fault in the tags is heard in the preview already.
use crate::canvas::{Anchor, Artifact, Canvas, Colour, Path, Pen, Point, TextRun};
use crate::fonts::Face;
use crate::pages::{Destination, Pages};
use crate::structure::{Attribute, Element, ElementId};

/// The pages as HTML: the title is a heading of the second level (the window's own is the first) and sections stand below
/// it, contents as links within it, figures by their finding, weight and slant of running text as `strong` and `em`.
/// Escaped; holds no script, style or picture.
pub fn text_view(pages: &Pages) -> String {
    let mut listener = Listener { texts: vec![vec![]; pages.tree.elements().len()], open: None };
    for page in &pages.pages {
        page.content.paint(&mut listener);
    }
    let mut writer = Writer { pages, texts: listener.texts, html: String::new(), headings: 0 };
    writer.element(ElementId(0));
    writer.html
}

/// A canvas that hears the words of each element and draws nothing.
struct Listener {
    texts: Vec<Vec<Words>>,
    open: Option<ElementId>,
}

/// Words in one face.
#[derive(Clone)]
struct Words {
    face: Face,
    text: String,
}

impl Canvas for Listener {
    fn begin(&mut self, element: ElementId) {
        self.open = Some(element);
    }

    fn artifact(&mut self, _: Artifact) {
        self.open = None;
    }

    fn end(&mut self) {
        self.open = None;
    }

    /// A line cut in a word, or one that ends in a space of its own, needs no space after it.
    fn text(&mut self, run: &TextRun, _: Point, _: Anchor, _: Colour) {
        let Some(words) = self.open.and_then(|element| self.texts.get_mut(element.0)) else { return };
        match words.last_mut() {
            Some(last) if last.face == run.face => last.text.push_str(&run.text),
            _ => words.push(Words { face: run.face, text: run.text.to_string() }),
        }
    }

    fn fill(&mut self, _: &Path, _: Colour) {}

    fn stroke(&mut self, _: &Path, _: Pen) {}
}

struct Writer<'a> {
    pages: &'a Pages,
    texts: Vec<Vec<Words>>,
    html: String,
    /// Headings met so far: the same count as bookmarks, which is what the contents lead to.
    headings: usize,
}

impl Writer<'_> {
    fn element(&mut self, id: ElementId) {
        let Some(element) = self.pages.tree.elements().get(id.0) else { return };
        let name = html_name(element);
        self.html.push('<');
        self.html.push_str(name);
        self.attributes(id, element);
        self.html.push('>');
        match &element.alt {
            Some(alt) => self.html.push_str(&escape(alt.trim_end())),
            None => self.words(id, element.tag),
        }
        element.children.iter().for_each(|child| self.element(*child));
        self.html.push_str("</");
        self.html.push_str(name);
        self.html.push('>');
        if !matches!(name, "span" | "a") {
            self.html.push('\n');
        }
    }

    /// Emphasis is what differs in running text; headings, table heads and whole cells are bold by their kind alone.
    fn words(&mut self, id: ElementId, tag: &str) {
        let Some(words) = self.texts.get(id.0) else { return };
        let running = matches!(tag, "P" | "LBody" | "Span") || (tag == "TD" && words.len() > 1);
        let html = words.iter().enumerate().map(|(at, part)| {
            let last = at + 1 == words.len();
            let text = escape(if last { part.text.trim_end() } else { &part.text });
            match part.face {
                _ if !running || text.is_empty() => text,
                Face::Bold | Face::Semibold => format!("<strong>{text}</strong>"),
                Face::Italic => format!("<em>{text}</em>"),
                Face::Regular => text,
            }
        });
        self.html.push_str(&html.collect::<String>());
    }

    fn attributes(&mut self, id: ElementId, element: &Element) {
        match element.attribute {
            Some(Attribute::ColumnHeader) => self.html.push_str(r#" scope="col""#),
            Some(Attribute::RowHeader) => self.html.push_str(r#" scope="row""#),
            Some(Attribute::GroupHeader(n)) => {
                self.html.push_str(&format!(r#" scope="rowgroup" colspan="{n}""#))
            }
            Some(Attribute::Columns(n)) => self.html.push_str(&format!(r#" colspan="{n}""#)),
            _ => {}
        }
        if is_heading(element.tag) {
            self.html.push_str(&format!(r#" id="rubrik-{}""#, self.headings));
            self.headings += 1;
        }
        if element.tag == "Link" {
            let address = self.address(id);
            self.html.push_str(&format!(r#" href="{}""#, escape(&address)));
        }
    }

    fn address(&self, id: ElementId) -> String {
        let link = self.pages.links.iter().find(|link| link.element == id);
        match link.map(|link| &link.destination) {
            Some(Destination::Web(address)) => address.clone(),
            Some(Destination::Here(target)) => {
                let heading = self.pages.bookmarks.iter().position(|mark| mark.target == *target);
                heading.map_or("#".to_owned(), |heading| format!("#rubrik-{heading}"))
            }
            None => "#".to_owned(),
        }
    }
}

fn is_heading(tag: &str) -> bool {
    tag.len() == 2 && tag.starts_with('H')
}

fn html_name(element: &Element) -> &'static str {
    match element.tag {
        "Document" => "article",
        "Title" => "h2",
        "H1" => "h3",
        "H2" => "h4",
        "H3" => "h5",
        "H4" | "H5" | "H6" => "h6",
        "TOC" => "ol",
        "L" if element.attribute == Some(Attribute::NumberedList) => "ol",
        "L" => "ul",
        "TOCI" | "LI" => "li",
        "Link" => "a",
        "P" => "p",
        "LBody" if !element.children.is_empty() => "div",
        "Figure" => "figure",
        "Table" => "table",
        "Caption" => "caption",
        "THead" => "thead",
        "TBody" => "tbody",
        "TR" => "tr",
        "TH" => "th",
        "TD" => "td",
        _ => "span",
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
