//! What bytes are, by their first bytes and their parts.
use std::io::Cursor;

use crate::error::{Filslag, ReadError};

use super::decode;

/// The kind of a source by its content.
pub(super) fn of(bytes: &[u8]) -> Result<Filslag, ReadError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadError::Empty);
    }
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") {
        return zip_kind(bytes);
    }
    if starts(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        return compound_kind(bytes);
    }
    // A bare BIFF stream, as very old programs write it.
    if starts(&[0x09, 0x08, 0x10, 0x00]) || starts(&[0x09, 0x08, 0x08, 0x00]) {
        return Ok(Filslag::Xls);
    }
    if starts(b"%PDF") {
        return Ok(Filslag::Pdf);
    }
    if starts(b"SQLite format 3\0") {
        return Ok(Filslag::Sqlite);
    }
    if starts(b"{\\rtf") {
        return Ok(Filslag::Word);
    }
    if starts(b"\x89PNG")
        || starts(&[0xff, 0xd8, 0xff])
        || starts(b"GIF8")
        || starts(b"BM") && bytes.contains(&0)
    {
        return Ok(Filslag::Bild);
    }
    Ok(text_kind(bytes))
}

/// The workbook kind a file's name claims.
pub(super) fn named(name: &str) -> Option<Filslag> {
    let (_, extension) = name.rsplit_once('.')?;
    match extension.to_ascii_lowercase().as_str() {
        "xlsx" | "xlsm" | "xltx" | "xltm" => Some(Filslag::Xlsx),
        "xlsb" => Some(Filslag::Xlsb),
        "xls" | "xlt" => Some(Filslag::Xls),
        "ods" | "ots" | "fods" => Some(Filslag::Ods),
        _ => None,
    }
}

fn zip_kind(bytes: &[u8]) -> Result<Filslag, ReadError> {
    let archive = zip::ZipArchive::new(Cursor::new(bytes))
        .map_err(|error| ReadError::Damaged { kind: Filslag::Okant, detail: error.to_string() })?;
    let has = |name: &str| {
        archive.file_names().flatten().any(|part| part.replace('\\', "/").eq_ignore_ascii_case(name))
    };
    let below =
        |folder: &str| archive.file_names().flatten().any(|part| part.replace('\\', "/").starts_with(folder));
    Ok(if has("xl/workbook.bin") {
        Filslag::Xlsb
    } else if has("xl/workbook.xml") || below("xl/") {
        Filslag::Xlsx
    } else if below("word/") {
        Filslag::Word
    } else if has("content.xml") && is_spreadsheet(bytes) {
        Filslag::Ods
    } else if has("content.xml") {
        Filslag::Word
    } else {
        Filslag::Okant
    })
}

/// OpenDocument says what it is in its first, unpacked part.
fn is_spreadsheet(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(200)];
    let text = String::from_utf8_lossy(head);
    !text.contains("opendocument") || text.contains("spreadsheet")
}

/// A container of old Office files, or of an encrypted new one.
fn compound_kind(bytes: &[u8]) -> Result<Filslag, ReadError> {
    let has = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    if has("EncryptedPackage") {
        return Err(ReadError::Encrypted { kind: Filslag::Xlsx });
    }
    Ok(if has("Workbook") || has("Book") {
        Filslag::Xls
    } else if has("WordDocument") {
        Filslag::Word
    } else {
        Filslag::Okant
    })
}

/// HTML, text, or bytes that are neither.
fn text_kind(bytes: &[u8]) -> Filslag {
    let Some(text) = decode::text(&bytes[..bytes.len().min(64 << 10)]) else { return Filslag::Okant };
    let head = text.trim_start_matches('\u{feff}').trim_start();
    let start: String = head.chars().take(4000).collect::<String>().to_ascii_lowercase();
    let is_page = [
        "<html",
        "<!doctype html",
        "<table",
        "<meta",
        "<body",
        "<!--startfragment",
        "<style",
        "<google-sheets",
    ];
    if is_page.iter().any(|tag| start.starts_with(tag))
        || is_clipboard(&start)
        || start.starts_with("<?xml") && start.contains("<html")
    {
        return Filslag::Html;
    }
    Filslag::Text
}

/// The header that Windows puts before HTML on the clipboard.
fn is_clipboard(start: &str) -> bool {
    start.starts_with("version:") && start.contains("starthtml:")
        || start.contains("<html") && start.starts_with("content-type")
}
