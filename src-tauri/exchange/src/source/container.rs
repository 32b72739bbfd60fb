//! Unpacks the container of a workbook before anything is parsed: how much would it become, is it encrypted.
use std::io::{Cursor, Read, copy};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::error::{Filslag, Grans, ReadError};
use crate::limits::{MAX_INFLATE_RATIO, MAX_INFLATED_BYTES, MAX_PARTS, RATIO_FREE_BYTES};

/// The parts that a reader opens; pictures and the like are left out.
const READ: [&str; 5] = [".xml", ".rels", ".bin", ".vml", "mimetype"];

/// The same container with its parts unpacked, so that what the parser reads is what has been looked through here, and
/// is unpacked once. Refuses one that becomes larger than the limits, by what it says and by what it does.
pub(super) fn unpacked(kind: Filslag, bytes: &[u8]) -> Result<Vec<u8>, ReadError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(kind, &error))?;
    let parts = u64::try_from(archive.len()).unwrap_or(u64::MAX);
    if parts > MAX_PARTS {
        return Err(ReadError::TooLarge { grans: Grans::Delar, max: MAX_PARTS });
    }
    let mut declared = 0_u64;
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(|error| damaged(kind, &error))?;
        if part.encrypted() {
            return Err(ReadError::Encrypted { kind });
        }
        declared = declared.saturating_add(part.size());
        within(part.size(), part.compressed_size(), declared)?;
    }
    let mut out = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len() * 2)));
    let mut total = 0_u64;
    for index in 0..archive.len() {
        total = total.saturating_add(unpack(kind, (&mut archive, index), &mut out, total)?);
    }
    Ok(out.finish().map_err(|error| damaged(kind, &error))?.into_inner())
}

/// Unpacks a part, no further than the limits.
fn unpack(
    kind: Filslag,
    (archive, index): (&mut ZipArchive<Cursor<&[u8]>>, usize),
    out: &mut ZipWriter<Cursor<Vec<u8>>>,
    before: u64,
) -> Result<u64, ReadError> {
    let part = archive.by_index(index).map_err(|error| damaged(kind, &error))?;
    let name = part.name().map_err(|error| damaged(kind, &error))?.into_owned();
    let ends = name.to_ascii_lowercase();
    if !READ.iter().any(|end| ends.ends_with(end)) {
        return Ok(0);
    }
    let packed = part.compressed_size();
    let most = MAX_INFLATED_BYTES
        .saturating_sub(before)
        .min(packed.saturating_mul(MAX_INFLATE_RATIO).max(RATIO_FREE_BYTES));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    out.start_file(name, stored).map_err(|error| damaged(kind, &error))?;
    let size = copy(&mut part.take(most + 1), out)
        .map_err(|error| ReadError::Damaged { kind, detail: error.to_string() })?;
    within(size, packed, before.saturating_add(size))?;
    Ok(size)
}

fn within(size: u64, packed: u64, total: u64) -> Result<(), ReadError> {
    if total > MAX_INFLATED_BYTES {
        return Err(ReadError::TooLarge { grans: Grans::Uppackat, max: MAX_INFLATED_BYTES });
    }
    if size > RATIO_FREE_BYTES && size / packed.max(1) >= MAX_INFLATE_RATIO {
        return Err(ReadError::TooLarge { grans: Grans::Packningsgrad, max: MAX_INFLATE_RATIO });
    }
    Ok(())
}

fn damaged(kind: Filslag, error: &ZipError) -> ReadError {
    match error {
        ZipError::UnsupportedArchive(reason) if reason.contains("assword") => ReadError::Encrypted { kind },
        _ => ReadError::Damaged { kind, detail: error.to_string() },
    }
}
