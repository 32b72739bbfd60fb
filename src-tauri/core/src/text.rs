//! Text as it may enter the file: composed (NFC), without control characters, and never with a personnummer in a name.
//! Every entry point of the core goes through [`clean`]; what a remark about it says is for others to word.
use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::{Result, Rule, RuleViolation};

/// Longest title of a thing, in characters.
pub const MAX_TITEL: usize = 1_000;
/// Longest name of a node or a function, in characters.
pub const MAX_NAMN: usize = 500;
/// Longest free text, in characters.
pub const MAX_TEXT: usize = 200_000;

/// A text made fit for the file, and what had to be done to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleaned<'a> {
    pub text: Cow<'a, str>,
    /// Letters were composed (NFD → NFC).
    pub normalised: bool,
    /// Control characters were taken away.
    pub control: bool,
}

/// Composes the letters, takes away control characters (line break and tab stay) and makes every line break `\n`.
pub fn clean(text: &str) -> Cleaned<'_> {
    let fit = || !text.chars().any(|c| is_unwanted(c) || is_foreign_break(c)) && is_nfc(text);
    if is_everyday(text) || fit() {
        return Cleaned { text: Cow::Borrowed(text), normalised: false, control: false };
    }
    let breaks = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let control = breaks.chars().any(is_unwanted);
    let kept: String = breaks.chars().filter(|c| !is_unwanted(*c)).collect();
    let normalised = !is_nfc(&kept);
    let text = if normalised { kept.nfc().collect() } else { kept };
    Cleaned { text: Cow::Owned(text), normalised, control }
}

/// Nothing but ASCII and composed letters such as å, ä and ö: the texts that need no work, told by their bytes alone.
pub fn is_everyday(text: &str) -> bool {
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let fine = match byte {
            b' '..=b'~' | b'\n' | b'\t' => true,
            // U+00C0 to U+00FF.
            0xc3 => bytes.next().is_some(),
            _ => false,
        };
        if !fine {
            return false;
        }
    }
    true
}

/// A free text, cleaned; refused above [`MAX_TEXT`].
pub(crate) fn free(field: &'static str, text: &str) -> Result<String> {
    limited(field, clean(text).text.trim_end().to_string(), MAX_TEXT)
}

/// A text of one line that may be empty (a number, a code), cleaned.
pub(crate) fn line(field: &'static str, text: &str) -> Result<String> {
    limited(field, one_line(text), MAX_NAMN)
}

/// A title: cleaned to one line, obligatory, without anything that looks like a personnummer.
pub(crate) fn title(field: &'static str, text: &str, max: usize) -> Result<String> {
    let text = limited(field, one_line(text), max)?;
    if text.is_empty() {
        return Err(RuleViolation::error(field, Rule::Required));
    }
    without_personnummer(field, text)
}

/// A name of a person, which may be empty, as [`title`].
pub(crate) fn name(field: &'static str, text: &str) -> Result<String> {
    without_personnummer(field, line(field, text)?)
}

fn one_line(text: &str) -> String {
    clean(text).text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn limited(field: &'static str, text: String, max: usize) -> Result<String> {
    if text.len() > max && text.chars().count() > max {
        return Err(RuleViolation::error(field, Rule::TooLong { max }));
    }
    Ok(text)
}

fn without_personnummer(field: &'static str, text: String) -> Result<String> {
    if looks_like_personnummer(&text) {
        return Err(RuleViolation::error(field, Rule::Personnummer));
    }
    Ok(text)
}

/// Controls, marks that reorder what is read, and code points that no XML may hold. Non-breaking spaces stay.
fn is_unwanted(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
}

/// A line break other than `\n`; `\r` is unwanted as it is.
fn is_foreign_break(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}')
}

/// Whether a personnummer or samordningsnummer seems to stand in the text: six or eight digits that make a date and,
/// after `-` or `+`, four more; without that sign (or with a space) the check digit must agree as well.
pub fn looks_like_personnummer(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    (0..chars.len()).any(|start| {
        (start == 0 || !chars[start - 1].is_ascii_digit())
            && [8, 6].iter().any(|date| is_personnummer_at(&chars[start..], *date))
    })
}

fn is_personnummer_at(chars: &[char], date_len: usize) -> bool {
    let digits: Vec<u32> = chars.iter().take(date_len).filter_map(|c| c.to_digit(10)).collect();
    if digits.len() < date_len {
        return false;
    }
    let separator = chars.get(date_len).copied();
    let separated = matches!(separator, Some('-' | '–' | '+'));
    let tail_start = if separated || separator == Some(' ') { date_len + 1 } else { date_len };
    let tail: Vec<u32> = chars.iter().skip(tail_start).take(4).filter_map(|c| c.to_digit(10)).collect();
    let more = chars.get(tail_start + 4).is_some_and(char::is_ascii_digit);
    let short = &digits[date_len - 6..];
    tail.len() == 4 && !more && is_date(short) && (separated || check_digit_agrees(short, &tail))
}

fn is_date(six: &[u32]) -> bool {
    let (month, day) = (six[2] * 10 + six[3], six[4] * 10 + six[5]);
    (1..=12).contains(&month) && (matches!(day, 1..=31) || matches!(day, 61..=91))
}

/// The check digit of ten (Luhn).
fn check_digit_agrees(date: &[u32], tail: &[u32]) -> bool {
    let weighted = date.iter().chain(tail).enumerate().map(|(place, digit)| {
        let product = digit * (2 - place as u32 % 2);
        product / 10 + product % 10
    });
    weighted.sum::<u32>() % 10 == 0
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn letters_are_composed_and_controls_removed() {
        let cleaned = clean("A\u{30a}tga\u{308}rd\u{0}\r\nrad 2\tx");
        assert_eq!(cleaned.text, "Åtgärd\nrad 2\tx");
        assert!(cleaned.normalised && cleaned.control);
        assert_eq!(clean("Åtgärd 5 %").text, "Åtgärd 5 %");
    }

    #[test]
    fn a_personnummer_is_seen_in_its_usual_forms() {
        for text in
            ["Anna 850101-1234", "19121212-1212", "121212+1212", "samordning 850161-1234", "191212121212"]
        {
            assert!(looks_like_personnummer(text), "{text}");
        }
    }

    #[test]
    fn other_numbers_are_not_personnummer() {
        for text in
            ["212000-0123", "dnr 2026.007", "2026-10-31", "0141-22 50 00", "990101-12345", "1912121213"]
        {
            assert!(!looks_like_personnummer(text), "{text}");
        }
    }

    #[test]
    fn a_title_has_limits() {
        assert!(title("titel", " \n ", MAX_TITEL).is_err());
        assert!(title("titel", &"å".repeat(MAX_TITEL + 1), MAX_TITEL).is_err());
        assert_eq!(title("titel", &"å".repeat(MAX_TITEL), MAX_TITEL).unwrap().chars().count(), MAX_TITEL);
        assert_eq!(title("titel", "  Två\n rader ", MAX_TITEL).unwrap(), "Två rader");
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(text in any::<String>()) {
            let once = clean(&text).text.into_owned();
            let twice = clean(&once);
            prop_assert_eq!(&twice.text, &once);
            prop_assert!(!twice.normalised && !twice.control);
            prop_assert!(!once.chars().any(|c| c.is_control() && c != '\n' && c != '\t'));
        }
    }
}
