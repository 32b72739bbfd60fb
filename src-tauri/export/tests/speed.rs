//! How long a large report takes, phase by phase: run with `--ignored --nocapture` and this crate optimised.
#![allow(clippy::unwrap_used, clippy::print_stdout)]
mod support;

use std::time::Instant;

use plan_export::{Fonts, layout, page_svg, pdf};

#[test]
#[ignore = "says times, holds nothing: the benches do that"]
fn two_thousand_rows() {
    let rapport = support::large(2_000);
    let mut fonts = Fonts::load().unwrap();
    let timed =
        |what: &str, start: Instant| println!("{what}: {:.0} ms", start.elapsed().as_secs_f64() * 1000.0);
    for round in ["first", "words known"] {
        let start = Instant::now();
        let pages = layout(&rapport, &mut fonts);
        timed(&format!("layout, {round}, {} pages", pages.pages.len()), start);
        let start = Instant::now();
        let bytes = pdf(&pages, &fonts).unwrap();
        timed(&format!("pdf, {} bytes", bytes.len()), start);
        let start = Instant::now();
        page_svg(&pages, 1, &fonts).unwrap();
        timed("one page as SVG", start);
    }
}
