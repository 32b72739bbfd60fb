//! The PDF back end: pages in, bytes of a PDF/UA-1 and PDF/A-2a file out.
//! printpdf draws and serialises; tags and metadata are laid on its document before saving.
mod font;
mod metadata;
mod outline;
mod painter;
mod save;
mod tags;

use printpdf::{PdfDocument, PdfFont, PdfPage, PdfSaveOptions, Pt};

use crate::error::ExportError;
use crate::fonts::{FACES, Fonts};
use crate::pages::Pages;
use font::Subset;
use painter::PdfPainter;
use tags::Marks;

/// The pages as a PDF/UA-1 and PDF/A-2a file. The same pages give the same bytes, everywhere and always.
pub fn pdf(pages: &Pages, fonts: &Fonts) -> Result<Vec<u8>, ExportError> {
    let mut subsets = FACES.map(Subset::new);
    let mut marks = Marks::default();
    let mut document = PdfDocument::new(&pages.title);
    document.pages = paint_pages(pages, fonts, &mut subsets, &mut marks);
    for subset in subsets.iter().filter(|subset| subset.is_used()) {
        document.resources.fonts.map.insert(subset.id(), PdfFont::new(subset.embed(fonts)?));
    }
    let mut file = document.to_lopdf_document(&PdfSaveOptions::default(), &mut vec![]);
    let page_ids: Vec<lopdf::ObjectId> = file.page_iter().collect();
    let structure = tags::write(&mut file, pages, &marks, &page_ids)?;
    metadata::write(&mut file, pages, &page_ids, structure)?;
    save::save(file)
}

fn paint_pages(pages: &Pages, fonts: &Fonts, subsets: &mut [Subset; 4], marks: &mut Marks) -> Vec<PdfPage> {
    let mut painted = vec![];
    for page in &pages.pages {
        let mut painter = PdfPainter::new(page.height, pages, fonts, (subsets, marks.page()));
        page.content.paint(&mut painter);
        painted.push(PdfPage::new(Pt(page.width).into(), Pt(page.height).into(), painter.finish()));
    }
    painted
}
