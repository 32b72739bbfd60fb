//! What can go wrong while a report becomes a file. No sentence for people: `plan-api` words them.

/// Why no file came out.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// A font compiled into the program cannot be read.
    #[error("font {0} cannot be read")]
    Font(&'static str),
    /// A font could not be cut down to the glyphs used.
    #[error("font subset: {0}")]
    Subset(String),
    /// The PDF's objects could not be put together or written.
    #[error("pdf: {0}")]
    Pdf(String),
    /// The workbook could not be written.
    #[error("xlsx: {0}")]
    Xlsx(String),
}

impl From<lopdf::Error> for ExportError {
    fn from(error: lopdf::Error) -> ExportError {
        ExportError::Pdf(error.to_string())
    }
}

impl From<rust_xlsxwriter::XlsxError> for ExportError {
    fn from(error: rust_xlsxwriter::XlsxError) -> ExportError {
        ExportError::Xlsx(error.to_string())
    }
}
