//! Sources that cannot be read: refused with what is wrong, never with a panic or a hang.
use std::io::{Cursor, Write};

use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use zip::write::SimpleFileOptions;

use super::read_as;
use super::tables::workbook;
use crate::{Filslag, Grans, ReadError, limits};

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn what_is_no_table_is_refused_by_its_content() {
    let empty = Workbook::new().save_to_buffer();
    let mut blank = Workbook::new();
    blank.add_worksheet();
    for (name, bytes, wanted) in [
        ("a.xlsx", Vec::new(), ReadError::Empty),
        ("a.csv", b" \r\n".to_vec(), ReadError::Empty),
        (
            "a.xlsx",
            b"<html><table><tr><td>Aktivitet</td></tr></table></html>".to_vec(),
            ReadError::WrongName { named: Filslag::Xlsx, found: Filslag::Html },
        ),
        (
            "a.xlsx",
            b"Nr;Aktivitet;Status\n1;A;Klar\n".to_vec(),
            ReadError::WrongName { named: Filslag::Xlsx, found: Filslag::Text },
        ),
        ("a.pdf", b"%PDF-1.7\n...".to_vec(), ReadError::NotATable { kind: Filslag::Pdf }),
        ("a.vplan", b"SQLite format 3\0aaaa".to_vec(), ReadError::NotATable { kind: Filslag::Sqlite }),
        ("a.docx", zipped(&[("word/document.xml", b"<w/>")]), ReadError::NotATable { kind: Filslag::Word }),
        (
            "a.html",
            b"<html><body><p>Ingen tabell</p></body></html>".to_vec(),
            ReadError::NotATable { kind: Filslag::Html },
        ),
        ("a.xlsx", blank.save_to_buffer().unwrap(), ReadError::EmptyWorkbook),
    ] {
        assert_eq!(read_as(name, &bytes).unwrap_err(), wanted, "{name}");
    }
    assert!(empty.is_ok());
    let prose = "Kära kollegor,\nidag, i morgon och alltid arbetar vi, som vanligt, med planen.\nHälsningar, chefen\n";
    assert!(matches!(read_as("brev.txt", prose.as_bytes()), Err(ReadError::NoHeader { .. })));
    assert!(matches!(read_as("a.xlsx", &workbook().unwrap()[..2000]), Err(ReadError::Damaged { .. })));
}

#[test]
fn an_encrypted_workbook_is_told_apart() {
    let mut bytes = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    bytes.extend([0; 600]);
    bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(read_as("a.xlsx", &bytes), Err(ReadError::Encrypted { kind: Filslag::Xlsx }));
}

#[test]
fn a_zip_bomb_is_refused_before_it_is_parsed() {
    let zeros = vec![b' '; usize::try_from(limits::RATIO_FREE_BYTES).unwrap() * 4];
    let bomb = zipped(&[("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.xml", &zeros)]);
    let wanted = ReadError::TooLarge { grans: Grans::Packningsgrad, max: limits::MAX_INFLATE_RATIO };
    assert_eq!(read_as("a.xlsx", &bomb), Err(wanted.clone()));
    // The same with a lie about its size in the directory and in the part itself.
    let mut liar = bomb.clone();
    let real = u32::try_from(zeros.len()).unwrap().to_le_bytes();
    for at in 0..liar.len() - 4 {
        if liar[at..at + 4] == real {
            liar[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
        }
    }
    let refused = read_as("a.xlsx", &liar).unwrap_err();
    assert!(refused == wanted || matches!(refused, ReadError::Damaged { .. }), "{refused:?}");
}

#[test]
fn a_cell_in_the_farthest_corner_takes_no_memory() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Aktivitet").unwrap();
    sheet.write(0, 1, "Status").unwrap();
    sheet.write(1, 0, "A").unwrap();
    sheet.write(1, 1, "Klar").unwrap();
    sheet.write(1_048_575, 16_383, "x").unwrap();
    let lasning = read_as("a.xlsx", &book.save_to_buffer().unwrap()).unwrap();
    assert!(lasning.tabeller[0].rader.len() < 10);
}

/// The same numbers each time: a test that fails can be run again.
fn flips(count: usize, length: usize) -> impl Iterator<Item = (usize, u8)> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    std::iter::repeat_with(move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (usize::try_from(state >> 16).unwrap_or(0) % length, (state & 0xff) as u8)
    })
    .take(count)
}

/// The parts of a workbook without packing, so that a changed byte reaches the parser and not only the checksum.
fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut part = archive.by_index(index).unwrap();
            let mut content = Vec::new();
            std::io::copy(&mut part, &mut content).unwrap();
            (part.name().unwrap().into_owned(), content)
        })
        .collect()
}

#[test]
fn damaged_workbooks_never_panic() {
    let whole = workbook().unwrap();
    for (at, value) in flips(500, whole.len()) {
        let mut bytes = whole.clone();
        bytes[at] ^= value | 1;
        let _ = read_as("a.xlsx", &bytes);
    }
    let parts = unpacked(&whole);
    for (round, (at, value)) in flips(500, 1 << 20).enumerate() {
        let mut parts = parts.clone();
        let count = parts.len();
        let content = &mut parts[round % count].1;
        let length = content.len();
        content[at % length] ^= value | 1;
        let parts: Vec<(&str, &[u8])> =
            parts.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
        let _ = read_as("a.xlsx", &zipped(&parts));
    }
}

/// The smallest workbook an OpenDocument reader takes.
fn ods() -> Vec<u8> {
    let cell = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let row = |cells: [&str; 3]| format!("<table:table-row>{}</table:table-row>", cells.map(cell).join(""));
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">\
         <office:body><office:spreadsheet><table:table table:name=\"Blad\">{}{}{}</table:table></office:spreadsheet></office:body></office:document-content>",
        row(["Aktivitet", "Status", "Klart"]),
        row(["Bygga", "Pågår", "2026-05-01"]),
        "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Riva</text:p></table:table-cell><table:table-cell/>\
         <table:table-cell office:value-type=\"date\" office:date-value=\"2026-06-01\"><text:p>1/6</text:p></table:table-cell></table:table-row>",
    );
    zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<?xml version=\"1.0\"?><manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>"),
        ("content.xml", content.as_bytes()),
    ])
}

#[test]
fn damaged_ods_files_never_panic() {
    let whole = ods();
    let lasning = read_as("a.ods", &whole).unwrap();
    assert_eq!(
        super::aktivitet(&lasning.tabeller[0], 3).slut.as_ref().unwrap().datum.unwrap().to_string(),
        "2026-06-01"
    );
    let parts = unpacked(&whole);
    for (round, (at, value)) in flips(500, 1 << 20).enumerate() {
        let mut parts = parts.clone();
        let count = parts.len();
        let content = &mut parts[round % count].1;
        let length = content.len();
        content[at % length] ^= value | 1;
        let parts: Vec<(&str, &[u8])> =
            parts.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
        let _ = read_as("a.ods", &zipped(&parts));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..400), head in 0..5_usize) {
        let magic: [&[u8]; 5] = [b"", b"PK\x03\x04", &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], b"<html><table>", b"Nr;Aktivitet;Status\n"];
        let _ = read_as("a", &[magic[head], &bytes].concat());
    }

    #[test]
    fn any_table_is_survived(text in "(Aktivitet|Status|Klart|Utfall|[0-9-]{1,9}|;|\t|\n|\"|å|[a-z ]{1,9}){0,60}") {
        let _ = read_as("a", text.as_bytes());
    }
}
