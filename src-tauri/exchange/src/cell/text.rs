//! Text as it is taken in: composed letters, no control characters, lists as Markdown; and the folded form for comparing.
use std::borrow::Cow;

use plan_core::text::is_everyday;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Text made fit for the plan, and what was done to it.
#[derive(Debug, PartialEq)]
pub(crate) struct Cleaned<'a> {
    pub(crate) text: Cow<'a, str>,
    /// Letters were composed (NFD → NFC).
    pub(crate) normalised: bool,
    /// Control characters were taken away.
    pub(crate) control: bool,
}

/// Trims, composes, removes control characters (newline and tab stay) and turns bullets into Markdown.
pub(crate) fn clean(text: Cow<'_, str>) -> Cleaned<'_> {
    if is_everyday(&text) {
        return Cleaned { text: trimmed(text), normalised: false, control: false };
    }
    let control = text.contains(is_unwanted);
    let mut text: Cow<'_, str> = if text.contains(is_changed) { remove_unwanted(&text).into() } else { text };
    let mut normalised = false;
    if is_nfc_quick(text.chars()) != IsNormalized::Yes {
        let composed: String = text.nfc().collect();
        normalised = composed != *text;
        text = Cow::Owned(composed);
    }
    Cleaned { text: lists(trimmed(text)), normalised, control }
}

/// Blanks at both ends, no-break ones too.
fn trimmed(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) if text.trim().len() == text.len() => Cow::Owned(text),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}

/// NUL, escape and the like; a carriage return is only a way to write a line break.
fn is_unwanted(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t') || matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

fn is_changed(c: char) -> bool {
    c == '\r' || c == '\u{ad}' || is_unwanted(c)
}

fn remove_unwanted(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .chars()
        .filter(|&c| !is_unwanted(c) && c != '\u{ad}')
        .collect()
}

const BULLETS: [char; 12] = ['•', '·', '●', '▪', '■', '◦', '○', '‣', '⁃', '\u{f0b7}', '\u{f0a7}', '–'];

/// Lines that begin with a bullet become Markdown list items.
fn lists(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains(BULLETS) || !text.lines().any(|line| item(line).is_some()) {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut in_list = false;
    for (index, line) in text.lines().enumerate() {
        let found = item(line);
        if index > 0 {
            out.push('\n');
            // A list right under a paragraph, or text right under a list, would be read as one paragraph.
            if found.is_some() != in_list
                && !out.trim_end_matches(' ').ends_with("\n\n")
                && !line.trim().is_empty()
            {
                out.push('\n');
            }
        }
        match found {
            Some(item) => out.extend(["- ", item]),
            None => out.push_str(line),
        }
        in_list = found.is_some();
    }
    Cow::Owned(out)
}

/// The text after the bullet of a line.
fn item(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let rest = line.strip_prefix(BULLETS)?;
    // A bullet is followed by a blank; an en dash before a figure is a minus.
    let text = rest.trim();
    (rest.starts_with([' ', '\t', '\u{a0}']) && !text.is_empty()).then_some(text)
}

/// Lower case, letters without their marks (å → a), everything that is neither letter, digit nor % as one blank.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'å' | 'ä' | 'Å' | 'Ä' => out.push('a'),
            'ö' | 'Ö' => out.push('o'),
            c if c.is_ascii() => fold_char(c, &mut out),
            c => std::iter::once(c).nfd().for_each(|c| fold_char(c, &mut out)),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn fold_char(c: char, out: &mut String) {
    match c {
        c if c.is_ascii_alphanumeric() => out.push(c.to_ascii_lowercase()),
        '%' => out.push('%'),
        '\u{300}'..='\u{36f}' | '\u{ad}' => {}
        c if c.is_alphanumeric() => out.extend(c.to_lowercase()),
        _ if out.is_empty() || out.ends_with(' ') => {}
        _ => out.push(' '),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn composes_letters_and_says_so() {
        let cleaned = clean("Handla\u{308}ggare".into());
        assert_eq!(
            (cleaned.text.as_ref(), cleaned.normalised, cleaned.control),
            ("Handläggare", true, false)
        );
        assert!(!clean("Handläggare".into()).normalised);
    }

    #[test]
    fn removes_control_characters_but_keeps_lines() {
        let cleaned = clean("a\0b\r\nc\td".into());
        assert_eq!((cleaned.text.as_ref(), cleaned.control), ("ab\nc\td", true));
        assert!(!clean("a\r\nb".into()).control);
    }

    #[test]
    fn bullets_become_a_markdown_list() {
        assert_eq!(clean("• Ett\n• Två".into()).text, "- Ett\n- Två");
        assert_eq!(
            clean("Så här:\n·\u{a0}\u{a0}Ett\n·\tTvå\nSlut".into()).text,
            "Så här:\n\n- Ett\n- Två\n\nSlut"
        );
        assert_eq!(clean("–5 grader".into()).text, "–5 grader");
    }

    #[test]
    fn folds_for_comparing() {
        assert_eq!(fold("  Mål-värde\u{a0}2026 (%)"), "mal varde 2026 %");
        assert_eq!(fold("Ma\u{30a}l"), "mal");
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(text in any::<String>()) {
            let once = clean(text.into()).text.into_owned();
            let twice = clean(once.clone().into());
            prop_assert_eq!(&*twice.text, &once);
            prop_assert!(!twice.normalised && !twice.control);
        }
    }
}
