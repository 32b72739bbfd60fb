//! The same pages for a listener: the structure tree as plain HTML, in reading order, with the words as laid out.
//! It shows what the PDF's tags say, so a fault in the tags is heard in the preview already.
use crate::canvas::{Anchor, Artifact, Canvas, Colour, Path, Pen, Point, TextRun};
use crate::pages::{Destination, Pages};
use crate::structure::{Attribute, Element, ElementId};

/// The pages as HTML: headings one level down (the title is the first), contents as links within it, figures by their
/// finding. Escaped; holds no script, style or picture.
pub fn text_view(pages: &Pages) -> String {
    let mut listener = Listener { texts: vec![String::new(); pages.tree.elements().len()], open: None };
    for page in &pages.pages {
        page.content.paint(&mut listener);
    }
    let mut writer = Writer { pages, texts: listener.texts, html: String::new(), headings: 0 };
    writer.element(ElementId(0));
    writer.html
}

/// A canvas that hears the words of each element and draws nothing.
struct Listener {
    texts: Vec<String>,
    open: Option<ElementId>,
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
        let Some(text) = self.open.and_then(|element| self.texts.get_mut(element.0)) else { return };
        text.push_str(&run.text);
    }

    fn fill(&mut self, _: &Path, _: Colour) {}

    fn stroke(&mut self, _: &Path, _: Pen) {}
}

struct Writer<'a> {
    pages: &'a Pages,
    texts: Vec<String>,
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
        let words = element.alt.as_ref().unwrap_or(&self.texts[id.0]);
        self.html.push_str(&escape(words));
        element.children.iter().for_each(|child| self.element(*child));
        self.html.push_str("</");
        self.html.push_str(name);
        self.html.push('>');
        if !matches!(name, "span" | "a") {
            self.html.push('\n');
        }
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
        "Title" => "h1",
        "H1" => "h2",
        "H2" => "h3",
        "H3" => "h4",
        "H4" => "h5",
        "H5" | "H6" => "h6",
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
    text.trim_end().replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
