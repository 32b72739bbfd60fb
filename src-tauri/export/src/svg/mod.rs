//! The window's back end: one page as SVG, with presentation attributes only (strict CSP). Each run of text is one path,
//! so the picture is the very page that the PDF has.
mod fingerprint;
mod outline;
mod painter;
mod window;

use crate::fonts::Fonts;
use crate::pages::Pages;
use fingerprint::Fingerprint;
use painter::SvgPainter;

pub(crate) use window::WindowPainter;

/// Page `number`, counted from 0, as the PDF shows it. `None` past the last page.
pub fn page_svg(pages: &Pages, number: usize, fonts: &Fonts) -> Option<String> {
    let page = pages.pages.get(number)?;
    let mut painter = SvgPainter::new(fonts, pages.palette);
    page.content.paint(&mut painter);
    Some(painter.finish(page.width, page.height))
}

/// Page `number`, counted from 0, as a number that is another when the page looks another way. `None` past the last page.
pub fn page_fingerprint(pages: &Pages, number: usize) -> Option<u64> {
    let page = pages.pages.get(number)?;
    let mut fingerprint = Fingerprint::new(pages.palette, page.width, page.height);
    page.content.paint(&mut fingerprint);
    Some(fingerprint.finish())
}
