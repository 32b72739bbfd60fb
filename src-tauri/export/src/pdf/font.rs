//! One face in the file: only the glyphs used, numbered in the order they are met.
use std::collections::BTreeMap;

use printpdf::{FontId, FontMetrics, ParsedFont, PdfFontMetricsStub};
use subsetter::GlyphRemapper;

use crate::ExportError;
use crate::fonts::{Face, Fonts, UNITS_PER_EM};

pub(super) struct Subset {
    face: Face,
    glyphs: GlyphRemapper,
    used: bool,
}

impl Subset {
    pub(super) fn new(face: Face) -> Subset {
        Subset { face, glyphs: GlyphRemapper::new(), used: false }
    }

    pub(super) fn id(&self) -> FontId {
        FontId(format!("{:?}", self.face))
    }

    /// A face that nothing is set in does not come into the file.
    pub(super) fn is_used(&self) -> bool {
        self.used
    }

    /// The number of the font's glyph in the subset.
    pub(super) fn number(&mut self, glyph: u16) -> u16 {
        self.used = true;
        self.glyphs.remap(glyph)
    }

    pub(super) fn embed(&self, fonts: &Fonts) -> Result<ParsedFont, ExportError> {
        let file = fonts.file(self.face);
        let bytes = subsetter::subset(file.data, 0, &self.glyphs)
            .map_err(|error| ExportError::Subset(error.to_string()))?;
        let name = format!("{}+{}", subset_tag(&bytes), file.name);
        let metrics = FontMetrics { ascent: file.parsed.ascender(), descent: file.parsed.descender() };
        let units = UNITS_PER_EM as u16;
        let widths = self.widths(fonts);
        let mut font =
            ParsedFont::with_glyph_data(bytes, 0, Some(name), BTreeMap::new(), widths, units, metrics);
        let area = file.parsed.global_bounding_box();
        font.pdf_font_metrics = PdfFontMetricsStub {
            units_per_em: units,
            x_min: area.x_min,
            y_min: area.y_min,
            x_max: area.x_max,
            y_max: area.y_max,
            caret_slope_rise: 1,
            caret_slope_run: 0,
            us_weight_class: file.weight,
        };
        Ok(font)
    }

    fn widths(&self, fonts: &Fonts) -> BTreeMap<u16, u16> {
        let width = |(number, glyph)| (number as u16, fonts.natural_advance(self.face, glyph));
        self.glyphs.remapped_gids().enumerate().map(width).collect()
    }
}

/// Six letters that are the same for the same subset, as the PDF standard asks.
fn subset_tag(bytes: &[u8]) -> String {
    let mix = |hash: u64, byte: &u8| hash.wrapping_mul(31).wrapping_add(u64::from(*byte));
    let hash = bytes.iter().fold(0u64, mix);
    (0..6).map(|i| char::from(b'A' + ((hash >> (i * 8)) % 26) as u8)).collect()
}
