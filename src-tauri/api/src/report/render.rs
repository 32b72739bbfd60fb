//! A report tree into the bytes of its files, beside the document's thread.
use plan_core::rapport::Filformat;
use plan_export::Fonts;
use plan_report::tree::Rapport;

use crate::blocking::blocking;
use crate::error::Error;
use crate::files::{file_name, sha256};

/// The formats a report is stored in.
pub(super) const ALL: &[Filformat] = &[Filformat::Pdf, Filformat::Xlsx];

/// A file before it is anywhere.
pub(super) struct Renderad {
    pub(super) format: Filformat,
    pub(super) filnamn: String,
    pub(super) sha256: String,
    pub(super) bytes: Vec<u8>,
}

/// Draws the report in each format; `stem` are the parts of the files' names.
pub(super) async fn render(
    rapport: Rapport,
    formats: &[Filformat],
    stem: Vec<String>,
) -> Result<Vec<Renderad>, Error> {
    let mut formats = formats.to_vec();
    formats.sort_unstable();
    formats.dedup();
    blocking(move || formats.into_iter().map(|format| one(&rapport, format, &stem)).collect()).await
}

fn one(rapport: &Rapport, format: Filformat, stem: &[String]) -> Result<Renderad, Error> {
    let bytes = match format {
        Filformat::Pdf => {
            let mut fonts = Fonts::load()?;
            let pages = plan_export::layout(rapport, &mut fonts);
            plan_export::pdf(&pages, &fonts)?
        }
        Filformat::Xlsx => plan_export::xlsx::xlsx(rapport)?,
    };
    let parts: Vec<&str> = stem.iter().map(String::as_str).collect();
    let filnamn = file_name(&parts, format.as_str());
    Ok(Renderad { format, filnamn, sha256: sha256(&bytes), bytes })
}
