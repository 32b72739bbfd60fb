//! Why a source could not be read at all, as data: the sentences for people are in `plan-api`.
use serde::Serialize;

use crate::Olast;

/// What a source turned out to be, by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Filslag {
    Xlsx,
    Xlsb,
    Xls,
    Ods,
    /// A page or a clipboard in HTML.
    Html,
    /// Plain text: CSV, tab-separated, or prose.
    Text,
    Pdf,
    /// A Word document (docx, doc, odt): copy its table instead.
    Word,
    Bild,
    /// A SQLite file, such as a `.vplan`.
    Sqlite,
    /// Anything else.
    Okant,
}

/// A limit that keeps a hostile or broken file from taking the machine. Values in [`crate::limits`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Grans {
    /// Bytes of the file itself.
    Filstorlek,
    /// Bytes the parts of a workbook become when unpacked.
    Uppackat,
    /// How many times larger a part becomes when unpacked.
    Packningsgrad,
    /// Parts in the workbook's container.
    Delar,
    /// Filled cells.
    Celler,
}

/// Why nothing could be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum ReadError {
    /// The file has no bytes, or only blanks.
    #[error("the source is empty")]
    Empty,
    /// Not a table at all.
    #[error("the source is no table: {kind:?}")]
    NotATable { kind: Filslag },
    /// The name says workbook, the content is something else (an HTML page saved as .xlsx).
    #[error("named as {named:?} but is {found:?}")]
    WrongName { named: Filslag, found: Filslag },
    /// Cut short or otherwise broken; `detail` is for the log.
    #[error("damaged {kind:?}: {detail}")]
    Damaged { kind: Filslag, detail: String },
    /// Needs a password to be opened. A protected but unencrypted sheet is read.
    #[error("encrypted {kind:?}")]
    Encrypted { kind: Filslag },
    /// A limit is passed; `max` in the limit's own measure.
    #[error("too large: {grans:?} over {max}")]
    TooLarge { grans: Grans, max: u64 },
    /// A workbook in which no sheet has a filled cell.
    #[error("the workbook is empty")]
    EmptyWorkbook,
    /// Nowhere a row of headings to go by.
    #[error("no usable heading row")]
    NoHeader { olasta: Vec<Olast> },
    /// `som` was given, and only other kinds of tables were found.
    #[error("no table of the kind asked for")]
    OtherKind { olasta: Vec<Olast> },
    /// The mapping file names a field that does not exist for its kind of table.
    #[error("unknown field {falt} in the mapping")]
    UnknownField { falt: String },
    /// None of the headings of the mapping file is in the source.
    #[error("the mapping does not fit the source")]
    MappingDoesNotFit,
}
