//! The window's back end: one page as SVG, with presentation attributes only (strict CSP). Each run of text is one path,
//! so the picture is the very page that the PDF has.
mod outline;
mod painter;

use crate::fonts::Fonts;
use crate::pages::Pages;
use painter::SvgPainter;

/// Page `number`, counted from 0, as the PDF shows it. `None` past the last page.
pub fn page_svg(pages: &Pages, number: usize, fonts: &Fonts) -> Option<String> {
    let page = pages.pages.get(number)?;
    let mut painter = SvgPainter::new(fonts, pages.palette);
    page.content.paint(&mut painter);
    Some(painter.finish(page.width, page.height))
}
