//! Writes the sample report where `RODA_TRADEN_BILDER` says, to be looked at: PDF, SVG pages and the text view.
#![allow(clippy::unwrap_used, clippy::expect_used)]
mod support;

use plan_export::{Fonts, layout, page_svg, pdf, text_view};

#[test]
fn the_sample_can_be_looked_at() {
    let rapport = support::sample();
    let mut fonts = Fonts::load().unwrap();
    let pages = layout(&rapport, &mut fonts);
    let bytes = pdf(&pages, &fonts).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7") && pages.pages.len() > 5);
    let Some(folder) = std::env::var_os("RODA_TRADEN_BILDER").map(std::path::PathBuf::from) else { return };
    std::fs::write(folder.join("sample.pdf"), bytes).unwrap();
    std::fs::write(folder.join("sample.html"), text_view(&pages)).unwrap();
    for number in 0..pages.pages.len() {
        std::fs::write(
            folder.join(format!("sida-{}.svg", number + 1)),
            page_svg(&pages, number, &fonts).unwrap(),
        )
        .unwrap();
    }
}
