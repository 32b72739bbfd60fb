//! The running header and footer, from the report's own data: whose it is, what it is called, its state and page.
use plan_report::tree::Rapport;

use super::geometry::LEFT;
use super::title::{joined, registration_number, state_word};
use crate::canvas::{Anchor, Artifact, Canvas, Colour, Path, Pen, TextRun, point};
use crate::fonts::{Face, Fonts};
use crate::pages::Page;
use crate::text::printable;

const SIZE: f32 = 8.0;
const HEADER_BASELINE: f32 = 36.0;
const HEADER_RULE: f32 = 43.5;
/// From the lower edge.
const FOOTER_RULE: f32 = 44.0;
const FOOTER_BASELINE: f32 = 31.0;
const GAP: f32 = 16.0;

/// Left, middle and right of a line.
struct Words {
    left: String,
    middle: (String, Face),
    right: String,
}

/// Draws header and footer on every page.
pub(super) fn draw_running(pages: &mut [Page], fonts: &mut Fonts, rapport: &Rapport) {
    let count = pages.len();
    for (i, page) in pages.iter_mut().enumerate() {
        let number = registration_number(rapport);
        let header = Words {
            left: rapport.namnd.clone(),
            middle: (rapport.titel.clone(), Face::Regular),
            right: if number.is_empty() { String::new() } else { format!("Dnr {number}") },
        };
        let state = state_word(&rapport.lage).unwrap_or_default();
        let footer = Words {
            left: sender(fonts, rapport, state, page.width),
            middle: (state.to_owned(), Face::Semibold),
            right: format!("Sida {} av {count}", i + 1),
        };
        let height = page.height;
        draw_line(page, fonts, header, (Artifact::Header, HEADER_BASELINE, HEADER_RULE));
        draw_line(page, fonts, footer, (Artifact::Footer, height - FOOTER_BASELINE, height - FOOTER_RULE));
    }
}

/// The municipality and who sends it; a long sender stands alone rather than cut.
fn sender(fonts: &mut Fonts, rapport: &Rapport, middle: &str, width: f32) -> String {
    let whole = joined(&[&rapport.kommun, &rapport.avsandare]);
    let room = side(fonts.run(middle, Face::Semibold, SIZE).width, width - 2.0 * LEFT);
    let fits = fonts.run(&printable(&whole), Face::Regular, SIZE).width <= room;
    if fits || rapport.avsandare.is_empty() { whole } else { rapport.avsandare.clone() }
}

/// The room beside the middle.
fn side(middle: f32, whole: f32) -> f32 {
    ((whole - middle) / 2.0 - GAP).max(whole * 0.25)
}

fn draw_line(page: &mut Page, fonts: &mut Fonts, words: Words, (kind, baseline, rule): (Artifact, f32, f32)) {
    let (right_edge, whole) = (page.width - LEFT, page.width - 2.0 * LEFT);
    let middle_face = words.middle.1;
    let right = fit(fonts, &words.right, Face::Regular, whole * 0.3);
    let middle = fit(fonts, &words.middle.0, middle_face, whole * 0.42);
    let left = fit(fonts, &words.left, Face::Regular, side(middle.width, whole));
    let content = &mut page.content;
    content.artifact(kind);
    content.stroke(&Path::line(point(LEFT, rule), point(right_edge, rule)), Pen::solid(Colour::Rule, 0.5));
    content.text(&left, point(LEFT, baseline), Anchor::Start, Colour::Muted);
    let centre = point(page.width / 2.0, baseline);
    let colour = if middle_face == Face::Regular { Colour::Muted } else { Colour::Ink };
    content.text(&middle, centre, Anchor::Middle, colour);
    content.text(&right, point(right_edge, baseline), Anchor::End, Colour::Muted);
    content.end();
}

/// The text, or as much of it as there is room for and an ellipsis.
fn fit(fonts: &mut Fonts, text: &str, face: Face, width: f32) -> TextRun {
    let text = printable(text).replace('\n', " ");
    let run = fonts.run(&text, face, SIZE);
    if run.width <= width {
        return run;
    }
    let most = (width / (SIZE * 0.35)) as usize;
    let mut kept: String = text.chars().take(most).collect();
    loop {
        kept.pop();
        let run = fonts.run(&format!("{}…", kept.trim_end()), face, SIZE);
        if run.width <= width || kept.is_empty() {
            return run;
        }
    }
}
