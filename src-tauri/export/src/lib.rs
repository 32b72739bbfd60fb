//! plan-export: a `Rapport` tree in, files out. `layout` puts it on pages once; `pdf`, `page_svg` and `text_view` are
//! readings of those pages. Knows fonts, page geometry and file formats. Knows no database, no path and no rule.
mod error;
mod fonts;
mod pages;
pub mod xlsx;

pub use error::ExportError;
pub use fonts::Fonts;
pub use pages::Pages;

use plan_report::tree::Rapport;

/// Puts a report on pages. Keep `fonts` between calls: it remembers shaped words, and the next layout is quicker.
pub fn layout(_rapport: &Rapport, _fonts: &mut Fonts) -> Pages {
    Pages::default()
}

/// The pages as a PDF/UA-1 and PDF/A-2a file.
pub fn pdf(_pages: &Pages, _fonts: &Fonts) -> Result<Vec<u8>, ExportError> {
    Ok(Vec::new())
}

/// Page `number`, counted from 0, as SVG; `None` past the last page.
pub fn page_svg(_pages: &Pages, _number: usize, _fonts: &Fonts) -> Option<String> {
    None
}

/// The pages for a listener: the structure tree as plain HTML in reading order.
pub fn text_view(_pages: &Pages) -> String {
    String::new()
}
