//! The pages themselves: PDF and SVG show the same glyphs at the same places, and nothing that people can write makes
//! the layout fail, run over its margins or lose a row.
#![allow(clippy::unwrap_used, clippy::expect_used)]
mod support;

use lopdf::content::Content;
use lopdf::{Document, Object};
use plan_export::canvas::{Anchor, Artifact, Canvas, Colour, Path, Pen, Point, TextRun, point};
use plan_export::check::check;
use plan_export::{ElementId, Fonts, Pages, layout, page_svg, pdf, text_view};
use plan_report::tree::*;
use support::*;

fn laid(rapport: &Rapport) -> (Pages, Fonts) {
    let mut fonts = Fonts::load().unwrap();
    (layout(rapport, &mut fonts), fonts)
}

/// Everything written on a page, and where.
#[derive(Default)]
struct Written {
    runs: Vec<(TextRun, Point)>,
    artifact: Option<Artifact>,
    kinds: Vec<Option<Artifact>>,
}

impl Canvas for Written {
    fn begin(&mut self, _: ElementId) {
        self.artifact = None;
    }
    fn artifact(&mut self, kind: Artifact) {
        self.artifact = Some(kind);
    }
    fn end(&mut self) {}
    fn text(&mut self, run: &TextRun, at: Point, anchor: Anchor, _: Colour) {
        self.runs.push((run.clone(), point(at.x - run.offset(anchor), at.y)));
        self.kinds.push(self.artifact);
    }
    fn fill(&mut self, _: &Path, _: Colour) {}
    fn stroke(&mut self, _: &Path, _: Pen) {}
}

fn written(pages: &Pages, number: usize) -> Written {
    let mut written = Written::default();
    pages.pages[number].content.paint(&mut written);
    written
}

fn number(object: &Object) -> f32 {
    object.as_float().unwrap_or_default()
}

/// Glyph origins as a PDF reader finds them: the text matrix, the widths in the font, and the kerning between.
fn pdf_origins(file: &Document, page: lopdf::ObjectId) -> Vec<Point> {
    let fonts = file.get_page_fonts(page).unwrap();
    let height = number(&file.get_dictionary(page).unwrap().get(b"MediaBox").unwrap().as_array().unwrap()[3]);
    let (mut origins, mut at, mut size, mut widths) = (vec![], (0.0, 0.0), 0.0, vec![]);
    for operation in Content::decode(&file.get_page_content(page)).unwrap().operations {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "Tf" => {
                widths = font_widths(file, fonts[operands[0].as_name().unwrap()]);
                size = number(&operands[1]);
            }
            "Td" => at = (number(&operands[0]), number(&operands[1])),
            "Tm" => at = (number(&operands[4]), number(&operands[5])),
            "Tj" | "TJ" => {
                let items =
                    if let Object::Array(items) = &operands[0] { items.clone() } else { operands.clone() };
                for item in items {
                    let Object::String(bytes, _) = &item else {
                        at.0 -= number(&item) / 1000.0 * size;
                        continue;
                    };
                    for pair in bytes.as_chunks::<2>().0 {
                        origins.push(point(at.0, height - at.1));
                        at.0 += widths[usize::from(u16::from_be_bytes(*pair))] / 1000.0 * size;
                    }
                }
            }
            _ => {}
        }
    }
    origins
}

/// By glyph number, in thousandths of an em.
fn font_widths(file: &Document, font: &lopdf::Dictionary) -> Vec<f32> {
    let follow = |object: &Object| file.dereference(object).unwrap().1.clone();
    let below = follow(&follow(font.get(b"DescendantFonts").unwrap()).as_array().unwrap()[0]);
    let below = below.as_dict().unwrap().clone();
    let list = follow(below.get(b"W").unwrap()).as_array().unwrap().clone();
    let mut widths = vec![1000.0; 70_000];
    let mut i = 0;
    while i + 1 < list.len() {
        let first = list[i].as_i64().unwrap() as usize;
        if let Object::Array(each) = follow(&list[i + 1]) {
            each.iter().enumerate().for_each(|(n, width)| widths[first + n] = number(width));
            i += 2;
        } else {
            let last = list[i + 1].as_i64().unwrap() as usize;
            widths[first..=last].fill(number(&list[i + 2]));
            i += 3;
        }
    }
    widths
}

#[test]
fn pdf_and_svg_set_every_glyph_at_the_same_place() {
    let (pages, fonts) = laid(&sample());
    let file = Document::load_mem(&pdf(&pages, &fonts).unwrap()).unwrap();
    let mut glyphs = 0;
    for (n, page) in file.page_iter().enumerate() {
        let drawn = written(&pages, n);
        let expected: Vec<Point> =
            drawn.runs.iter().flat_map(|(run, start)| run.origins(*start).collect::<Vec<_>>()).collect();
        let found = pdf_origins(&file, page);
        assert_eq!(found.len(), expected.len(), "page {}", n + 1);
        for (a, b) in found.iter().zip(&expected) {
            assert!((a.x - b.x).abs() <= 0.01 && (a.y - b.y).abs() <= 0.01, "page {}: {a:?} {b:?}", n + 1);
        }
        // The SVG has one path for each run that shows anything, set at the run's start.
        let svg = page_svg(&pages, n, &fonts).unwrap();
        let starts: Vec<(f32, f32)> = svg.split("transform=\"matrix(").skip(1).map(svg_start).collect();
        let visible: Vec<&(TextRun, Point)> =
            drawn.runs.iter().filter(|(run, _)| !run.text.trim().is_empty()).collect();
        assert_eq!(starts.len(), visible.len(), "page {}", n + 1);
        for ((x, y), (_, start)) in starts.into_iter().zip(visible) {
            assert!((x - start.x).abs() <= 0.001 && (y - start.y).abs() <= 0.001);
        }
        glyphs += expected.len();
    }
    assert!(glyphs > 5_000, "{glyphs} glyphs are no sample");
}

fn svg_start(matrix: &str) -> (f32, f32) {
    let numbers: Vec<f32> =
        matrix.split(')').next().unwrap().split(' ').map(|n| n.parse().unwrap()).collect();
    (numbers[4], numbers[5])
}

/// All content stands between the margins, header and footer apart.
fn assert_inside_margins(pages: &Pages) {
    for (n, page) in pages.pages.iter().enumerate() {
        let drawn = written(pages, n);
        for ((run, at), kind) in drawn.runs.iter().zip(&drawn.kinds) {
            let running = matches!(kind, Some(Artifact::Header | Artifact::Footer));
            let (right, bottom) = (at.x + run.width, page.height - 60.0);
            assert!(
                at.x >= 56.0 && right <= page.width - 55.5,
                "page {}: {:?} {at:?} {right}",
                n + 1,
                run.text
            );
            assert!(running || (at.y > 60.0 && at.y < bottom), "page {}: {:?} {at:?}", n + 1, run.text);
        }
    }
}

fn hostile() -> Rapport {
    let long = "å".repeat(10_000);
    let emoji = "Mål 👩‍👩‍👧 och 目標 ✅ \u{202E}bakvänt\u{0}";
    let endless = "ord ".repeat(6_000);
    let kolumner = kolumner(&[
        ("Namn", Kolumnslag::Namn),
        (long.get(..4_000).unwrap(), Kolumnslag::Text),
        ("Belopp", Kolumnslag::Tkr),
    ]);
    let many: Vec<Kolumn> =
        (0..60).map(|i| Kolumn { rubrik: format!("Kolumn {i}"), slag: Kolumnslag::Tkr }).collect();
    let table = |rubrik: &str, kolumner: Vec<Kolumn>, rader| {
        Block::Tabell(Tabell {
            id: rubrik.into(),
            rubrik: rubrik.into(),
            kolumner,
            rader,
            noter: vec![String::new(), long.clone()],
            blad: String::new(),
        })
    };
    let tall = vec![
        rad(Radslag::Vanlig, vec![ord("Hög rad"), ord(&endless), tkr(1)]),
        rad(Radslag::Vanlig, vec![ord(&long), ord(emoji)]),
        rad(Radslag::Delrubrik, vec![]),
        rad(Radslag::Summa, vec![Cell::Tom, Cell::Tom, Cell::Tom, Cell::Tom, Cell::Tom]),
    ];
    let wide = vec![rad(Radslag::Vanlig, (0..60).map(|i| tkr(i * 1_000_000)).collect())];
    let mut empty = diagram(Diagramslag::Linje);
    empty.serier.clear();
    let mut one = diagram(Diagramslag::Stapel);
    one.serier.truncate(1);
    one.serier[0].varden = vec![Some(tal(0.0))];
    one.mal.clear();
    let mut flat = diagram(Diagramslag::Linje);
    flat.serier =
        vec![Serie { namn: long[..400].into(), varden: vec![Some(tal(-8.9e12)), None, Some(tal(8.9e12))] }];
    let deep = (0..400u16).map(|i| nod((i % 200) as u8, "Nivå", emoji, None, i % 3 == 0)).collect();
    let blocks = vec![
        stycke(&long),
        stycke(""),
        stycke("\n\n \n"),
        stycke(emoji),
        Block::Notis(text(&endless)),
        Block::Notis(vec![]),
        Block::Lista(Lista { numrerad: true, poster: vec![] }),
        Block::Lista(Lista { numrerad: true, poster: vec![vec![], text(&long)] }),
        Block::Fakta(vec![]),
        Block::Fakta(vec![
            (String::new(), vec![]),
            (long.clone(), vec![stycke(emoji)]),
            ("Tabell".into(), vec![table("Inre", kolumner.clone(), tall.clone())]),
        ]),
        table("Hög", kolumner, tall),
        table("Utan kolumner", vec![], vec![]),
        table("Många", many, wide),
        Block::Diagram(empty),
        Block::Diagram(one),
        Block::Diagram(flat),
        Block::Kedja(Kedja { id: "k".into(), rubrik: String::new(), fynd: String::new(), noder: deep }),
        Block::Kedja(Kedja { id: "t".into(), rubrik: String::new(), fynd: String::new(), noder: vec![] }),
        Block::Stycke(vec![
            Inline { link: Some("javascript:alert(1)".into()), ..inline("ingen länk") },
            Inline { link: Some("https://example.org/a b".into()), ..inline("inte heller") },
        ]),
    ];
    let mut inner = avsnitt("djup", &long, vec![stycke("Botten.")]);
    for i in 0..9 {
        inner = Avsnitt { underavsnitt: vec![inner], ..avsnitt(&i.to_string(), "", vec![]) };
    }
    let mut rapport = rapport(vec![avsnitt("a", emoji, blocks), inner]);
    (rapport.titel, rapport.namnd, rapport.avsandare, rapport.dnr) =
        (long.clone(), long.clone(), emoji.into(), long);
    rapport
}

#[test]
fn nothing_that_people_can_write_breaks_the_file() {
    let (pages, fonts) = laid(&hostile());
    let bytes = pdf(&pages, &fonts).unwrap();
    let found = check(&bytes).unwrap();
    assert_eq!(found, []);
    let missing: String = pages.missing_glyphs().into_iter().collect();
    assert!(missing.contains('目') && missing.contains('👩'), "{missing}");
    let html = text_view(&pages);
    assert!(html.contains("目標"), "the text behind a box is kept");
    assert!(!html.contains("javascript:"));
    for n in 0..pages.pages.len() {
        assert!(page_svg(&pages, n, &fonts).unwrap().ends_with("</svg>"));
    }
    assert!(page_svg(&pages, pages.pages.len(), &fonts).is_none());
}

#[test]
fn the_sample_keeps_to_its_margins() {
    assert_inside_margins(&laid(&sample()).0);
    assert_inside_margins(&laid(&large(300)).0);
}

#[test]
fn no_heading_or_caption_is_last_on_its_page() {
    for rapport in [sample(), large(500)] {
        let (pages, _) = laid(&rapport);
        for n in 0..pages.pages.len() {
            let drawn = written(&pages, n);
            let content = drawn.runs.iter().zip(&drawn.kinds).filter(|(_, kind)| kind.is_none());
            let lowest = content.max_by(|a, b| a.0.1.y.total_cmp(&b.0.1.y)).unwrap().0;
            let said = lowest.0.text.trim();
            let heading =
                pages.bookmarks.iter().any(|mark| mark.text == said) || said.starts_with("Tabell\u{a0}");
            assert!(!heading, "page {} ends in {said:?}", n + 1);
        }
    }
}

#[test]
fn every_page_of_a_long_table_begins_with_its_header_and_no_row_is_lost() {
    let (pages, fonts) = laid(&large(2_000));
    let mut rows = 0;
    for n in 0..pages.pages.len() {
        let drawn = written(&pages, n);
        let has_rows = drawn.runs.iter().any(|(run, _)| run.text.ends_with('%'));
        let has_header = drawn.runs.iter().any(|(run, _)| run.text.starts_with("Indikator"));
        assert!(has_header || !has_rows, "page {}", n + 1);
        rows += drawn.runs.iter().filter(|(run, _)| run.text.ends_with('%')).count();
    }
    assert_eq!(rows, 4_000, "two percentages in each row");
    assert_eq!(check(&pdf(&pages, &fonts).unwrap()).unwrap(), []);
}

/// The page on which a text is written.
fn page_of(pages: &Pages, words: &str) -> usize {
    let says = |n: &usize| written(pages, *n).runs.iter().any(|(run, _)| run.text.starts_with(words));
    (0..pages.pages.len()).find(says).unwrap()
}

#[test]
fn what_introduces_stands_on_the_page_of_what_it_introduces() {
    for lines in 25..48 {
        let before: Vec<Block> = (0..lines).map(|_| stycke("Rad.")).collect();
        let facts = Block::Fakta(vec![("Lydelse".into(), vec![stycke("Fallolyckor")])]);
        let chart = Block::Diagram(diagram(Diagramslag::Linje));
        let warned = vec![Block::Notis(text("Se över")), stycke("Saken")];
        for (first, last, blocks) in [
            ("Mätetal", "Diagram\u{a0}1", vec![facts, stycke("Utfallet ökade."), chart]),
            ("Se över", "Saken", warned),
        ] {
            let (pages, _) =
                laid(&rapport(vec![avsnitt("a", "Före", before.clone()), avsnitt("b", "Mätetal", blocks)]));
            assert_eq!(page_of(&pages, first), page_of(&pages, last), "{first} after {lines} lines");
        }
    }
}
