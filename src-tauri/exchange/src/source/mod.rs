//! Bytes → sheets, whatever they were: the kind is told by the content, the name only shows what was claimed.
//! Knows nothing of headings or fields.
use crate::error::{Filslag, Grans, ReadError};
use crate::limits::MAX_FILE_BYTES;
use crate::sheet::Sheet;
use crate::{Source, limits};

mod container;
mod decode;
mod delimited;
mod html;
mod kind;
mod workbook;

/// What is told of a sheet that is not handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unread {
    Hidden,
    Damaged,
}

/// Takes the sheets of a source, one at a time, in its own order.
pub(crate) trait Sheets {
    fn sheet(&mut self, sheet: Sheet<'_>) -> Result<(), ReadError>;
    fn unread(&mut self, name: String, why: Unread);
}

/// Hands over every sheet of the source.
pub(crate) fn each_sheet(source: &Source<'_>, sheets: &mut dyn Sheets) -> Result<(), ReadError> {
    let size = u64::try_from(source.bytes.len()).unwrap_or(u64::MAX);
    if size > MAX_FILE_BYTES {
        return Err(ReadError::TooLarge { grans: Grans::Filstorlek, max: MAX_FILE_BYTES });
    }
    let found = kind::of(source.bytes)?;
    let named = kind::named(source.name);
    match (found, named) {
        // Excel itself opens an HTML page or a text saved as .xls; many systems export so. Nothing else may be misnamed.
        (Filslag::Html | Filslag::Text, Some(named)) if named != Filslag::Xls => {
            Err(ReadError::WrongName { named, found })
        }
        (Filslag::Xlsx | Filslag::Xlsb | Filslag::Xls | Filslag::Ods, _) => {
            workbook::read(found, source.bytes, sheets)
        }
        (Filslag::Html, _) => html::read(source, sheets),
        (Filslag::Text, _) => delimited::read(source, sheets),
        (kind, _) => Err(ReadError::NotATable { kind }),
    }
}

/// Refuses when a source has more filled cells than the limit.
fn check_cells(count: usize) -> Result<(), ReadError> {
    if u64::try_from(count).unwrap_or(u64::MAX) > limits::MAX_CELLS {
        return Err(ReadError::TooLarge { grans: Grans::Celler, max: limits::MAX_CELLS });
    }
    Ok(())
}
