//! Targets as they are decided: "Minst 78 %", "Max 13,2 %", "Högst 11,8", "Minst index 41", "5–7", "Ska öka".
use plan_core::belopp::Tal;
use plan_core::matetal::{Krav, Riktning};

use super::number::{self, Reading};
use super::text::fold;
use super::words;

/// Reads a target text. A bare number takes its direction from the mätetal; without one it is a lowest value.
pub(crate) fn read(text: &str, riktning: Option<Riktning>) -> Option<Krav> {
    let text = text.trim();
    if text.is_empty() || text.len() > 200 {
        return None;
    }
    if let Reading::Number(number) = number::read(text) {
        return Some(bare(number.tal, riktning));
    }
    if let Some(krav) = interval(text) {
        return Some(krav);
    }
    let Some((value, before, after)) = only_number(text) else { return direction(text) };
    match comparison(before).or_else(|| comparison(after)) {
        Some(true) => Some(Krav::Minst(value)),
        Some(false) => Some(Krav::Hogst(value)),
        None if fold(before).split(' ').count() <= 2 && fold(after).split(' ').count() <= 2 => {
            Some(bare(value, riktning))
        }
        None => None,
    }
}

/// What a number alone demands. Nought is only ever a highest value ("0 olyckor").
pub(crate) fn bare(value: Tal, riktning: Option<Riktning>) -> Krav {
    match riktning {
        Some(Riktning::Lagre) => Krav::Hogst(value),
        None if value == Tal(0) => Krav::Hogst(value),
        _ => Krav::Minst(value),
    }
}

/// Whether words or signs say at least (true) or at most (false).
fn comparison(text: &str) -> Option<bool> {
    let text = text.trim();
    if text.ends_with(['≥', '>']) || text.ends_with(">=") {
        return Some(true);
    }
    if text.ends_with(['≤', '<']) || text.ends_with("<=") {
        return Some(false);
    }
    let word = fold(text);
    let has = |words: &[&str]| words.iter().any(|known| word.split(' ').any(|part| part == *known));
    if word.contains("inte under") || word.contains("ej under") {
        Some(true)
    } else if word.contains("inte over") || word.contains("ej over") {
        Some(false)
    } else if has(&["minst", "lagst", "over", "min", "minimum", "mer", "fler", "hogre", "oka", "okar"]) {
        Some(true)
    } else if has(&[
        "hogst", "max", "maximalt", "maximum", "under", "mindre", "farre", "lagre", "minska", "minskar",
    ]) {
        Some(false)
    } else {
        None
    }
}

/// "5–7", "5 - 7 %", "mellan 5 och 7".
fn interval(text: &str) -> Option<Krav> {
    let text = text.strip_prefix("Mellan ").or_else(|| text.strip_prefix("mellan ")).unwrap_or(text);
    for separator in ["–", " - ", " och ", " till ", "-"] {
        let Some((low, high)) = text.split_once(separator) else { continue };
        let (Reading::Number(low), Reading::Number(high)) = (number::read(low), number::read(high)) else {
            continue;
        };
        let year_range = high.suffix.is_empty() && low.tal.0 >= 1_990_000_000 && high.tal.0 <= 2_200_000_000;
        return (low.tal <= high.tal && !low.tal.0.is_negative() && !year_range)
            .then_some(Krav::Intervall(low.tal, high.tal));
    }
    None
}

/// "Ska öka", "minskande trend", "bättre än föregående år".
fn direction(text: &str) -> Option<Krav> {
    let word = fold(text);
    let says = word.contains("foregaende ar") || word.starts_with("battre an") || word.contains("forbattr");
    let turned = matches!(words::riktning(text), Some(Riktning::Hogre | Riktning::Lagre));
    (says || turned).then_some(Krav::Riktning)
}

/// The one number in a text and what stands around it; `None` with none or several. Years do not count.
fn only_number(text: &str) -> Option<(Tal, &str, &str)> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let rest = &text[start..];
    let length = rest
        .char_indices()
        .take_while(|(_, c)| c.is_ascii_digit() || matches!(c, ',' | '.' | ' ' | '\u{a0}' | '\u{202f}'))
        .last()
        .map_or(0, |(at, c)| at + c.len_utf8());
    let figure = rest[..length].trim_end_matches([' ', ',', '.', '\u{a0}', '\u{202f}']);
    let after = &rest[figure.len()..];
    match number::read(figure) {
        Reading::Number(number) if !after.contains(|c: char| c.is_ascii_digit()) => {
            Some((number.tal, &text[..start], after))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tal(value: f64) -> Tal {
        Tal((value * 1e6).round() as i64)
    }

    #[test]
    fn reads_targets_of_real_plans() {
        for (text, krav) in [
            ("Minst 78 %", Krav::Minst(tal(78.0))),
            ("minst 77 %", Krav::Minst(tal(77.0))),
            ("Max 13,2 %", Krav::Hogst(tal(13.2))),
            ("Högst 11,8", Krav::Hogst(tal(11.8))),
            ("Minst index 41", Krav::Minst(tal(41.0))),
            ("≥ 5", Krav::Minst(tal(5.0))),
            ("<3", Krav::Hogst(tal(3.0))),
            ("80 % eller mer", Krav::Minst(tal(80.0))),
            ("5–7 %", Krav::Intervall(tal(5.0), tal(7.0))),
            ("mellan 5 och 7", Krav::Intervall(tal(5.0), tal(7.0))),
            ("Ska öka", Krav::Riktning),
            ("Högre än föregående år", Krav::Riktning),
        ] {
            assert_eq!(read(text, None), Some(krav), "{text}");
        }
    }

    #[test]
    fn a_bare_number_takes_the_direction() {
        assert_eq!(read("85", Some(Riktning::Hogre)), Some(Krav::Minst(tal(85.0))));
        assert_eq!(read("5,2", Some(Riktning::Lagre)), Some(Krav::Hogst(tal(5.2))));
        assert_eq!(read("75 %", None), Some(Krav::Minst(tal(75.0))));
        assert_eq!(read("0", None), Some(Krav::Hogst(tal(0.0))));
        assert_eq!(read("Fastställs i december", None), None);
        assert_eq!(read("-", None), None);
    }
}
