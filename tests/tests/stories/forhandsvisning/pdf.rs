//! Where the glyphs stand in a PDF: a small reader of content streams (text matrix, font, strings, widths) that takes each
//! glyph's outline from the font embedded in the file. Knows as much of PDF as our own files use, and stops at anything else.
use std::collections::BTreeMap;
use std::path::Path;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use rustybuzz::ttf_parser::{Face, GlyphId, OutlineBuilder};

use super::Origin;

/// A font as embedded: each glyph's advance in thousandths, and its first point; `None` for a blank one.
struct Font {
    widths: BTreeMap<u16, f64>,
    starts: Vec<Option<(f64, f64)>>,
}

/// The first point of every glyph that is drawn, page by page, in order.
pub(crate) fn pages(path: &Path) -> Vec<Vec<Origin>> {
    let document = Document::load(path).expect("the PDF is read");
    document.get_pages().values().map(|page| origins(&document, *page)).collect()
}

fn origins(document: &Document, page: ObjectId) -> Vec<Origin> {
    let fonts = fonts(document, page);
    let height = page_height(document, page);
    let content = Content::decode(&document.get_page_content(page)).unwrap();
    let mut text = Text::default();
    let mut found = vec![];
    for operation in &content.operations {
        let number = |at: usize| f64::from(operation.operands[at].as_float().unwrap());
        match operation.operator.as_str() {
            "cm" => panic!("a page of ours moves no coordinates"),
            "BT" => text = Text { font: text.font.take(), size: text.size, ..Text::default() },
            "Tf" => {
                text.font =
                    Some(String::from_utf8_lossy(operation.operands[0].as_name().unwrap()).into_owned());
                text.size = number(1);
            }
            "Td" => text.start_line(number(0), number(1)),
            "Tm" => {
                assert_eq!([number(0), number(1), number(2), number(3)], [1.0, 0.0, 0.0, 1.0]);
                (text.line, text.x, text.y) = ((0.0, 0.0), 0.0, 0.0);
                text.start_line(number(4), number(5));
            }
            "Tj" => text.show(&operation.operands[0], &fonts, height, &mut found),
            "TJ" => {
                for item in operation.operands[0].as_array().unwrap() {
                    match item {
                        Object::String(..) => text.show(item, &fonts, height, &mut found),
                        kern => text.x -= f64::from(kern.as_float().unwrap()) / 1000.0 * text.size,
                    }
                }
            }
            "Tc" | "Tw" | "Ts" | "TL" | "Tz" => {
                assert!([0.0, 100.0].contains(&number(0)) || operation.operator == "TL")
            }
            _ => {}
        }
    }
    found
}

#[derive(Default)]
struct Text {
    font: Option<String>,
    size: f64,
    line: (f64, f64),
    x: f64,
    y: f64,
}

impl Text {
    fn start_line(&mut self, x: f64, y: f64) {
        self.line = (self.line.0 + x, self.line.1 + y);
        (self.x, self.y) = self.line;
    }

    fn show(
        &mut self,
        string: &Object,
        fonts: &BTreeMap<String, Font>,
        height: f64,
        found: &mut Vec<Origin>,
    ) {
        let font = &fonts[self.font.as_deref().expect("a font is set")];
        for pair in string.as_str().unwrap().chunks(2) {
            let number = u16::from_be_bytes([pair[0], pair[1]]);
            let scale = self.size / 1000.0;
            if let Some((x, y)) = font.starts[usize::from(number)] {
                found.push(Origin { x: self.x + x * scale, y: height - (self.y + y * scale) });
            }
            self.x += font.widths[&number] * scale;
        }
    }
}

fn page_height(document: &Document, page: ObjectId) -> f64 {
    let media = document.get_dictionary(page).unwrap().get(b"MediaBox").unwrap();
    let media = resolved(document, media).as_array().unwrap();
    f64::from(media[3].as_float().unwrap())
}

fn fonts(document: &Document, page: ObjectId) -> BTreeMap<String, Font> {
    let all = document.get_page_fonts(page).unwrap();
    all.into_iter()
        .map(|(name, font)| (String::from_utf8_lossy(&name).into_owned(), font_of(document, font)))
        .collect()
}

fn font_of(document: &Document, font: &Dictionary) -> Font {
    let descendants = resolved(document, font.get(b"DescendantFonts").unwrap()).as_array().unwrap();
    let cid = resolved(document, &descendants[0]).as_dict().unwrap();
    let descriptor = resolved(document, cid.get(b"FontDescriptor").unwrap()).as_dict().unwrap();
    let stream = resolved(document, descriptor.get(b"FontFile2").unwrap()).as_stream().unwrap();
    let data = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
    let face = Face::parse(&data, 0).expect("the embedded font");
    assert_eq!(face.units_per_em(), 1000);
    let starts = (0..face.number_of_glyphs()).map(|glyph| start(&face, glyph)).collect();
    Font { widths: widths(resolved(document, cid.get(b"W").unwrap()).as_array().unwrap()), starts }
}

/// "first [w w w]" and "first last w".
fn widths(array: &[Object]) -> BTreeMap<u16, f64> {
    let mut widths = BTreeMap::new();
    let mut rest = array.iter();
    while let Some(first) = rest.next() {
        let first = first.as_i64().unwrap() as u16;
        match rest.next().unwrap() {
            Object::Array(list) => {
                let each =
                    list.iter().zip(first..).map(|(w, number)| (number, f64::from(w.as_float().unwrap())));
                widths.extend(each);
            }
            last => {
                let width = f64::from(rest.next().unwrap().as_float().unwrap());
                widths.extend((first..=last.as_i64().unwrap() as u16).map(|number| (number, width)));
            }
        }
    }
    widths
}

/// The first point of an outline.
#[derive(Default)]
struct Start(Option<(f64, f64)>);

impl OutlineBuilder for Start {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.get_or_insert((f64::from(x), f64::from(y)));
    }
    fn line_to(&mut self, _: f32, _: f32) {}
    fn quad_to(&mut self, _: f32, _: f32, _: f32, _: f32) {}
    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {}
    fn close(&mut self) {}
}

fn start(face: &Face, glyph: u16) -> Option<(f64, f64)> {
    let mut start = Start::default();
    face.outline_glyph(GlyphId(glyph), &mut start);
    start.0
}

fn resolved<'d>(document: &'d Document, object: &'d Object) -> &'d Object {
    match object {
        Object::Reference(id) => document.get_object(*id).unwrap(),
        other => other,
    }
}
