//! Keys for matching words that people spell a little differently, made of the text as it would stand in the file.
//! Knows no plan and no row.
use crate::text::clean;

/// The key of a title or a name: case folded, and every run of blanks, punctuation, quotes and dashes as one blank.
/// Signs that carry meaning (%, +, &, §, #, <, >, =) are kept.
pub(super) fn title_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for character in clean(text).text.chars() {
        match character {
            // Nearly every letter: told first.
            'a'..='z' | 'å' | 'ä' | 'ö' => key.push(character),
            _ if !separates(character) => push_folded(&mut key, character),
            _ if !key.is_empty() && !key.ends_with(' ') => key.push(' '),
            _ => {}
        }
    }
    key.truncate(key.trim_end().len());
    key
}

/// A cell that names something; a dash or blanks name nothing.
pub(super) fn word(cell: Option<&str>) -> Option<&str> {
    cell.map(str::trim).filter(|text| text.chars().any(|c| !separates(c)))
}

/// The key of a number or a code: trimmed, case folded, without a closing point ("1.2." is "1.2").
pub(super) fn nr_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for character in clean(text.trim()).text.trim_end_matches('.').chars() {
        push_folded(&mut key, character);
    }
    key
}

fn push_folded(key: &mut String, character: char) {
    match character {
        'a'..='z' | '0'..='9' | 'å' | 'ä' | 'ö' => key.push(character),
        'A'..='Z' => key.push(character.to_ascii_lowercase()),
        // Case folding, not lower case: the German and the Greek doubles of one letter must meet.
        'ß' | 'ẞ' => key.push_str("ss"),
        'ς' => key.push('σ'),
        _ => key.extend(character.to_lowercase()),
    }
}

fn separates(character: char) -> bool {
    match character {
        '%' | '+' | '&' | '§' | '#' | '<' | '>' | '=' => false,
        _ if character.is_ascii() => !character.is_ascii_alphanumeric(),
        // Unicode dashes, quotes, bullets and other general punctuation; invisible joiners among them.
        '\u{2000}'..='\u{206F}' | '\u{3000}'..='\u{303F}' => true,
        '\u{AD}' | '«' | '»' | '´' | '·' | '¨' | '¡' | '¿' | '¸' | '−' | '\u{FEFF}' => true,
        _ => character.is_whitespace(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn spellings_of_one_title_meet() {
        let key = title_key("Se över mallarna – ”nya” rutiner, F-6");
        for spelling in [
            "se över  mallarna - \"nya\" rutiner F–6",
            "SE ÖVER MALLARNA — 'NYA' RUTINER, F‑6.",
            " Se o\u{308}ver mallarna\u{a0}– »nya« rutiner; F 6 ",
        ] {
            assert_eq!(title_key(spelling), key, "{spelling}");
        }
    }

    #[test]
    fn different_titles_stay_apart() {
        assert_ne!(title_key("Mål 1.2"), title_key("Mål 12"));
        assert_ne!(title_key("Minst 10 %"), title_key("Minst 10"));
        assert_ne!(title_key("Se över"), title_key("Se over"));
        assert_eq!(title_key("–"), "");
    }

    #[test]
    fn numbers_keep_their_inner_points_and_zeros() {
        assert_eq!(nr_key(" 1.2. "), "1.2");
        assert_eq!(nr_key("A1"), nr_key("a1"));
        assert_ne!(nr_key("01"), nr_key("1"));
    }

    proptest! {
        #[test]
        fn a_key_is_its_own_key_and_blind_to_form(text in "\\PC{0,40}") {
            let key = title_key(&text);
            prop_assert_eq!(&title_key(&key), &key);
            let decomposed: String = text.nfd().collect();
            prop_assert_eq!(title_key(&decomposed), title_key(&text.nfc().collect::<String>()));
        }
    }
}
