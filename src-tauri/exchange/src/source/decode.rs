//! Bytes → text: byte order marks, UTF-16 without one, UTF-8, else Windows-1252 as Swedish systems write it.
use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The text of the bytes; `None` where they are no text.
pub(super) fn text(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let encoding = encoding(bytes);
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    (!is_binary(&text)).then_some(text)
}

fn encoding(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return encoding;
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => UTF_8,
        // Cut in the middle of a letter (a sample of a longer text) is still UTF-8.
        Err(error) if error.error_len().is_none() => UTF_8,
        Err(_) => WINDOWS_1252,
    }
}

/// Latin text in UTF-16 has a zero in every other byte.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(2000) & !1];
    let zeros = |at: usize| sample.iter().skip(at).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let pairs = sample.len() / 2;
    if pairs >= 4 && odd * 10 >= pairs * 7 && even * 10 < pairs {
        Some(UTF_16LE)
    } else if pairs >= 4 && even * 10 >= pairs * 7 && odd * 10 < pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// A text may have a stray control character; a program or picture has many.
fn is_binary(text: &str) -> bool {
    let sample = text.chars().take(20_000);
    let (count, odd) = sample.fold((0_usize, 0_usize), |(count, odd), c| {
        let is_odd = c.is_control() && !c.is_whitespace() || c == '\u{fffd}';
        (count + 1, odd + usize::from(is_odd))
    });
    odd > 20 && odd * 50 > count
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn swedish_letters_in_every_encoding() {
        let wanted = "Område;Åtgärd;Mål\r\n";
        let utf16: Vec<u8> = wanted.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let with_mark: Vec<u8> = [0xff, 0xfe].into_iter().chain(utf16.clone()).collect();
        let big: Vec<u8> =
            [0xfe, 0xff].into_iter().chain(wanted.encode_utf16().flat_map(u16::to_be_bytes)).collect();
        let utf8_mark: Vec<u8> = [0xef, 0xbb, 0xbf].into_iter().chain(wanted.bytes()).collect();
        let (latin, _, _) = WINDOWS_1252.encode(wanted);
        for bytes in [utf16, with_mark, big, utf8_mark, latin.into_owned(), wanted.as_bytes().to_vec()] {
            assert_eq!(text(&bytes).unwrap(), wanted, "{bytes:?}");
        }
    }

    #[test]
    fn bytes_of_a_program_are_no_text() {
        let bytes: Vec<u8> = (0..4000_u32).map(|n| (n * 7 % 251) as u8).collect();
        assert_eq!(text(&bytes), None);
        assert!(text(b"a\0b;c").is_some());
    }
}
