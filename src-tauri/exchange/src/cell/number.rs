//! Numbers as Swedes type them: "1 234,5", "−5", "(1 234)", "1 234-", "72,4 %", "12 tkr"; and the marks for no value.
use plan_core::belopp::{Ore, Tal};
use plan_core::matetal::Saknas;

use super::text::fold;

/// What a text says when a number is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading<'a> {
    Number(Number<'a>),
    /// "-", "..", "ej mätt": no number, for this reason (formats.md 4 and 5).
    Missing(Saknas),
    Empty,
    /// Something else.
    Other,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Number<'a> {
    pub(crate) tal: Tal,
    /// Digits after the decimal comma.
    pub(crate) decimals: u8,
    /// What follows the figure ("%", "tkr", "dagar"); empty for nothing.
    pub(crate) suffix: &'a str,
}

/// The unit of amounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Penningenhet {
    Kr,
    Tkr,
    Mnkr,
}

impl Penningenhet {
    /// Reads "tkr", "kkr", "Mkr", "kronor" …
    pub(crate) fn parse(text: &str) -> Option<Penningenhet> {
        match fold(text).as_str() {
            "kr" | "kronor" | "sek" | "krona" => Some(Penningenhet::Kr),
            "tkr" | "kkr" | "tusen kronor" | "tusental kronor" | "tusen kr" | "ksek" | "tsek" => {
                Some(Penningenhet::Tkr)
            }
            "mnkr" | "mkr" | "milj kr" | "miljoner kronor" | "milj kronor" | "msek" | "miljoner kr"
            | "mn kr" => Some(Penningenhet::Mnkr),
            _ => None,
        }
    }

    /// The word that [`Penningenhet::parse`] reads back.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Penningenhet::Kr => "kr",
            Penningenhet::Tkr => "tkr",
            Penningenhet::Mnkr => "mnkr",
        }
    }

    /// The amount in öre; `None` where it is too large. Parts of an öre are rounded, halves away from zero.
    pub(crate) fn ore(self, tal: Tal) -> Option<Ore> {
        match self {
            Penningenhet::Kr => Some(Ore(plan_core::belopp::round_half_away(tal.0, 10_000))),
            Penningenhet::Tkr => Some(Ore(plan_core::belopp::round_half_away(tal.0, 10))),
            Penningenhet::Mnkr => tal.0.checked_mul(100).map(Ore),
        }
    }
}

/// Reads a text as a number.
pub(crate) fn read(text: &str) -> Reading<'_> {
    let text = text.trim();
    if text.is_empty() {
        return Reading::Empty;
    }
    match number(text) {
        Some(number) => Reading::Number(number),
        None => missing(text).map_or(Reading::Other, Reading::Missing),
    }
}

/// The reason a mark or a word gives for there being no value.
fn missing(text: &str) -> Option<Saknas> {
    match text {
        "-" | "–" | "—" | "−" | "--" => return Some(Saknas::Bortfall),
        "." => return Some(Saknas::EjTillamplig),
        ".." => return Some(Saknas::Sekretess),
        "…" | "..." | "?" => return Some(Saknas::EjMatt),
        _ if text.len() > 60 => return None,
        _ => {}
    }
    match fold(text).as_str() {
        "ej matt" | "inte matt" | "ej matt annu" | "mats ej" | "ej uppmatt" | "saknas" | "uppgift saknas"
        | "varde saknas" | "kommer senare" | "ej klart" | "ej redovisat" | "inget utfall" => {
            Some(Saknas::EjMatt)
        }
        "bortfall" | "ingen uppgift" => Some(Saknas::Bortfall),
        "sekretess" | "sekretess for fa" | "for fa" | "for fa svar" => Some(Saknas::Sekretess),
        "ej tillamplig" | "ej tillampligt" | "ej aktuellt" | "ej relevant" | "n a" | "na" | "e t" => {
            Some(Saknas::EjTillamplig)
        }
        _ => None,
    }
}

fn number(text: &str) -> Option<Number<'_>> {
    let (negative, rest) = sign(text);
    let (bracket, rest) = match rest.strip_prefix('(') {
        Some(inner) => (true, inner.trim_start()),
        None => (false, rest),
    };
    let (figure, rest) = rest.split_at(figure_length(rest));
    let (micro, decimals) = figure_value(figure)?;
    let rest = if bracket { rest.trim_start().strip_prefix(')')? } else { rest };
    let (trailing, rest) = match rest.strip_prefix(MINUS) {
        Some(rest) if rest.trim_start().is_empty() || rest.starts_with(' ') => (true, rest),
        _ => (false, rest),
    };
    let suffix = suffix(rest)?;
    let micro = if negative || bracket || trailing { -micro } else { micro };
    Some(Number { tal: Tal(micro), decimals, suffix })
}

const MINUS: [char; 4] = ['-', '−', '–', '\u{2011}'];

/// Whether a minus stands before the figure, and the rest. "+/-" and "±" are no sign.
fn sign(text: &str) -> (bool, &str) {
    let text = text.strip_prefix("+/-").or_else(|| text.strip_prefix('±')).unwrap_or(text).trim_start();
    if let Some(rest) = text.strip_prefix(MINUS) {
        return (true, rest.trim_start());
    }
    (false, text.strip_prefix('+').unwrap_or(text).trim_start())
}

/// The blanks that may part thousands.
fn is_group(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{2007}'..='\u{200a}' | '\u{202f}' | '\'' | '’')
}

/// Bytes of the figure at the start of the text: digits, commas, points, and blanks between digits.
fn figure_length(text: &str) -> usize {
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next_is_digit = chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        match c {
            '0'..='9' => end = at + 1,
            c if (matches!(c, ',' | '.') || is_group(c)) && next_is_digit => {}
            _ => break,
        }
    }
    end
}

/// Millionths and decimals of a figure without sign.
fn figure_value(figure: &str) -> Option<(i64, u8)> {
    let decimal_at = decimal_separator(figure);
    let (whole, fraction) = match decimal_at {
        Some(at) => (&figure[..at], &figure[at + 1..]),
        None => (figure, ""),
    };
    if !fraction.bytes().all(|b| b.is_ascii_digit()) || (whole.is_empty() && fraction.is_empty()) {
        return None;
    }
    let mut value: i128 = 0;
    let groups = whole.split(|c: char| is_group(c) || matches!(c, ',' | '.')).enumerate();
    let grouped = whole.contains(|c: char| !c.is_ascii_digit());
    for (index, group) in groups {
        let right_length = if index == 0 { (1..=3).contains(&group.len()) } else { group.len() == 3 };
        if grouped && !right_length || group.len() > 15 {
            return None;
        }
        for digit in group.bytes() {
            value = value * 10 + i128::from(digit - b'0');
        }
        if value > i128::from(i64::MAX) {
            return None;
        }
    }
    let micro = i64::try_from(value * 1_000_000 + fraction_micro(fraction)).ok()?;
    (micro <= LARGEST).then_some((micro, fraction.len().min(6) as u8))
}

/// Nine billions of the unit: a hundred times any kommun's budget in kronor.
const LARGEST: i64 = 9_000_000_000_000_000_000;

/// Millionths of the digits after the comma; the seventh digit rounds.
fn fraction_micro(fraction: &str) -> i128 {
    let digits = fraction.bytes().map(|b| i128::from(b - b'0')).chain(std::iter::repeat(0));
    let seven = digits.take(7).fold(0, |value, digit| value * 10 + digit);
    (seven + 5) / 10
}

/// Where the decimal comma or point stands. One of each: the last. Several of one kind: they part thousands.
fn decimal_separator(figure: &str) -> Option<usize> {
    let commas = figure.matches(',').count();
    let points = figure.matches('.').count();
    match (commas, points) {
        (0, 0) => None,
        (1, 0) => figure.find(','),
        (0, 1) => figure.find('.'),
        (_, 0) | (0, _) => None,
        _ => {
            let (comma, point) = (figure.rfind(','), figure.rfind('.'));
            let last = comma.max(point)?;
            // "1,234.567,8" is no number: only the last kind may stand once.
            let once = if comma == Some(last) { commas == 1 } else { points == 1 };
            once.then_some(last)
        }
    }
}

/// A unit after the figure: no digits, not long.
fn suffix(rest: &str) -> Option<&str> {
    let rest = rest.trim();
    let is_unit = rest.len() <= 24
        && !rest.starts_with([':', ';', ',', '?', '!', '='])
        && rest
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, ' ' | '%' | '‰' | '/' | '.' | '\u{a0}' | '€' | '°'))
        && rest != "."
        && (rest.is_empty()
            || rest.contains(|c: char| c.is_alphabetic() || matches!(c, '%' | '‰' | '€' | '°')));
    is_unit.then_some(rest)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use proptest::prelude::*;

    use super::*;

    fn value(text: &str) -> Option<f64> {
        match read(text) {
            Reading::Number(number) => Some(number.tal.as_f64()),
            _ => None,
        }
    }

    #[test]
    fn reads_the_forms_of_the_sheets() {
        for (text, expected) in [
            ("1 234", 1234.0),
            ("1\u{a0}234,5", 1234.5),
            ("1\u{202f}131\u{202f}226", 1_131_226.0),
            ("−5", -5.0),
            ("–5,25", -5.25),
            ("- 75", -75.0),
            ("+ 6 239", 6239.0),
            ("+/- 0 tkr", 0.0),
            ("(1 234)", -1234.0),
            ("1 234-", -1234.0),
            ("72,4 %", 72.4),
            ("55%", 55.0),
            ("1.234.567", 1_234_567.0),
            ("1,234.50", 1234.5),
            ("1.234,50", 1234.5),
            ("0.5", 0.5),
            (",5", 0.5),
            ("12 tkr", 12.0),
            ("5 dagar", 5.0),
        ] {
            assert_eq!(value(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn leaves_what_is_no_number() {
        for text in
            ["VT26", "1 2", "12 34", "3 av 5", "2026-03-01", "1,2,3,4.5,6", "1 234 5678", "a1", "1:2", "Q3"]
        {
            assert_eq!(value(text), None, "{text}");
        }
    }

    #[test]
    fn a_mark_for_no_value_gives_its_reason() {
        for (text, reason) in [
            ("-", Saknas::Bortfall),
            (".", Saknas::EjTillamplig),
            ("..", Saknas::Sekretess),
            ("Ej mätt", Saknas::EjMatt),
            ("Sekretess (för få)", Saknas::Sekretess),
        ] {
            assert_eq!(read(text), Reading::Missing(reason), "{text}");
        }
        assert_eq!(read(" \u{a0}"), Reading::Empty);
    }

    #[test]
    fn units_make_ore() {
        let ore = |unit: Penningenhet, text| match read(text) {
            Reading::Number(number) => unit.ore(number.tal),
            _ => None,
        };
        assert_eq!(ore(Penningenhet::Kr, "49032667,00"), Some(Ore(4_903_266_700)));
        assert_eq!(ore(Penningenhet::Tkr, "-37 907"), Some(Ore(-3_790_700_000)));
        assert_eq!(ore(Penningenhet::Mnkr, "1,5"), Some(Ore(150_000_000)));
    }

    /// Swedish, with the given thousands separator.
    fn written(micro: i64, group: &str) -> String {
        let (whole, fraction) = (micro.unsigned_abs() / 1_000_000, micro.unsigned_abs() % 1_000_000);
        let digits = whole.to_string();
        let mut out = String::from(if micro < 0 { "−" } else { "" });
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index) % 3 == 0 {
                out.push_str(group);
            }
            out.push(digit);
        }
        if fraction > 0 {
            out.push(',');
            out.push_str(format!("{fraction:06}").trim_end_matches('0'));
        }
        out
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(micro in -1_000_000_000_000_000_000_i64..1_000_000_000_000_000_000, group in 0..4_usize) {
            let text = written(micro, ["", " ", "\u{a0}", "\u{202f}"][group]);
            match read(&text) {
                Reading::Number(number) => prop_assert_eq!(number.tal, Tal(micro), "{}", text),
                other => prop_assert!(false, "{}: {:?}", text, other),
            }
        }

        #[test]
        fn any_text_is_survived(text in any::<String>()) {
            read(&text);
        }

        #[test]
        fn any_text_like_a_number_is_survived(text in "[-+−(]{0,2}[0-9 .,\u{a0}]{0,24}[)%a-zåäö-]{0,4}") {
            read(&text);
        }
    }
}
