//! The fonts: shaping, measuring and outlines.
use crate::ExportError;

/// The program's four faces, and the words shaped so far.
pub struct Fonts;

impl Fonts {
    /// Reads the compiled-in fonts.
    pub fn load() -> Result<Fonts, ExportError> {
        Ok(Fonts)
    }
}
