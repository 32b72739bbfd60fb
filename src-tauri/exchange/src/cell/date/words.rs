//! The words and figures of one time: what "1 mars 2026", "vecka 40" and "2026-03-01" say, token by token.
use super::{Kind, Moment, Part, Reading};
use crate::cell::text::fold;

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    /// Value and digits written.
    Number(u32, usize),
    Word(String),
    Mark(char),
}

/// Figures, words and marks apart; words that say nothing of the time left out.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::new();
    let mut rest = text.trim();
    while let Some(c) = rest.chars().next() {
        let same = |other: char| match c {
            c if c.is_ascii_digit() => other.is_ascii_digit(),
            c if c.is_alphabetic() => other.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&other),
            _ => false,
        };
        let length = rest.find(|other| !same(other)).unwrap_or(rest.len()).max(c.len_utf8());
        let (piece, after) = rest.split_at(length);
        match c {
            c if c.is_ascii_digit() => {
                out.push(Token::Number(piece.parse().unwrap_or(u32::MAX), piece.len()))
            }
            c if c.is_alphabetic() => word(piece, &mut out),
            '-' | '–' | '—' | '−' | '\u{2011}' => out.push(Token::Mark('-')),
            '/' => out.push(Token::Mark('/')),
            '.' if matches!(out.last(), Some(Token::Number(..))) => out.push(Token::Mark('.')),
            c if c.is_whitespace() || matches!(c, '.' | ',' | '\'' | '’' | '(' | ')' | ':') => {}
            other => out.push(Token::Mark(other)),
        }
        rest = after;
    }
    // "31. mars", "1. 3. 2026." end a number with a point that means nothing.
    while matches!(out.last(), Some(Token::Mark('.'))) {
        out.pop();
    }
    out
}

fn word(piece: &str, out: &mut Vec<Token>) {
    let word = fold(piece);
    match word.as_str() {
        "senast" | "den" | "ca" | "cirka" | "prel" | "preliminart" | "under" | "i" | "ar" | "aret" | "av"
        | "slutet" | "mitten" | "borjan" | "klart" | "klar" | "fran" | "med" | "kl" | "manad" => {}
        // "1:a mars", "3:e kvartalet".
        "a" | "e" if matches!(out.last(), Some(Token::Number(..))) => {}
        "till" | "tom" => out.push(Token::Mark('-')),
        "t" | "o" | "m" if piece.len() == 1 && word != "t" => {}
        _ => out.push(Token::Word(word)),
    }
}

/// One time without a range.
pub(super) fn moment(tokens: &[Token]) -> Option<Moment> {
    figures_only(tokens).or_else(|| with_word(tokens))
}

/// Four digits as they stand, two as 20xx.
fn year(value: u32, digits: usize) -> Option<i32> {
    match digits {
        4 if (1990..=2100).contains(&value) => i32::try_from(value).ok(),
        2 if (15..=60).contains(&value) => i32::try_from(value + 2000).ok(),
        _ => None,
    }
}

fn day(month: u32, day: u32, year: Option<i32>) -> Option<Moment> {
    (month > 0 && day > 0 && month <= 31 && day <= 99).then_some(Moment { part: Part::Day(month, day), year })
}

fn months(from: u32, to: u32, kind: Kind, year: Option<i32>) -> Option<Moment> {
    Some(Moment { part: Part::Months(from, to, kind), year })
}

/// Dates in figures.
fn figures_only(tokens: &[Token]) -> Option<Moment> {
    use Token::{Mark, Number};
    match *tokens {
        [Number(y, 4), Mark('-' | '/' | '.'), Number(m, 1 | 2), Mark('-' | '/' | '.'), Number(d, 1 | 2)] => {
            day(m, d, Some(year(y, 4)?))
        }
        [Number(y, 2), Mark('-'), Number(m, 2), Mark('-'), Number(d, 2)] if year(y, 2).is_some() => {
            day(m, d, year(y, 2))
        }
        [Number(d, 1 | 2), Mark('/' | '-' | '.'), Number(m, 1 | 2), Mark('/' | '-' | '.'), Number(y, n)]
        | [Number(d, 1 | 2), Mark('/'), Number(m, 1 | 2), Number(y, n)] => day(m, d, Some(year(y, n)?)),
        [Number(d, 1 | 2), Mark('/'), Number(m, 1 | 2)] => day(m, d, None),
        [Number(ymd, 8)] => day(ymd / 100 % 100, ymd % 100, Some(year(ymd / 10_000, 4)?)),
        [Number(ym, 6)] if year(ym / 100, 4).is_some() && (1..=12).contains(&(ym % 100)) => {
            months(ym % 100, ym % 100, Kind::Month, year(ym / 100, 4))
        }
        [Number(ymd, 6)] => day(ymd / 100 % 100, ymd % 100, Some(year(ymd / 10_000, 2)?)),
        [Number(y, 4), Mark('-' | '/'), Number(m @ 1..=12, 2)] => {
            months(m, m, Kind::Month, Some(year(y, 4)?))
        }
        [Number(y, 4), Mark('/' | '-'), Number(next, 2)] if (y + 1) % 100 == next => {
            Some(Moment { part: Part::Lasar, year: Some(year(y, 4)?) })
        }
        [Number(y, 4)] => months(1, 12, Kind::Other, Some(year(y, 4)?)),
        _ => None,
    }
}

/// Times with exactly one word that says what they are; what is left are a number and a year, in either order.
fn with_word(tokens: &[Token]) -> Option<Moment> {
    let mut words = tokens.iter().enumerate().filter_map(|(at, token)| match token {
        Token::Word(word) => Some((at, word.as_str())),
        _ => None,
    });
    let (at, word) = words.next()?;
    let ordinal_first = ordinal(word).is_some();
    let (ordinal, at, word) = match ordinal(word) {
        Some(number) => words.next().map(|(at, word)| (Some(number), at, word))?,
        None => (None, at, word),
    };
    if words.next().is_some() {
        return None;
    }
    let before = numbers(&tokens[..at])?;
    let after = numbers(&tokens[at + 1..])?;
    if ordinal_first && !before.is_empty() {
        return None;
    }
    if let Some(month) = month(word) {
        return month_moment(month, &before, &after);
    }
    period_moment(word, ordinal, &before, &after)
}

/// The numbers among tokens, with marks between them left out; `None` where something else stands there.
fn numbers(tokens: &[Token]) -> Option<Vec<(u32, usize)>> {
    let mut out = Vec::new();
    for token in tokens {
        match token {
            Token::Number(value, digits) => out.push((*value, *digits)),
            Token::Mark('-' | '/' | '.') => {}
            Token::Word(word) if ordinal(word).is_some() => {}
            _ => return None,
        }
    }
    Some(out)
}

fn month_moment(month: u32, before: &[(u32, usize)], after: &[(u32, usize)]) -> Option<Moment> {
    match (before, after) {
        ([], []) => months(month, month, Kind::Month, None),
        ([], [(y, n)]) => months(month, month, Kind::Month, Some(year(*y, *n)?)),
        ([(y, 4)], []) => months(month, month, Kind::Month, Some(year(*y, 4)?)),
        ([(d, 1 | 2)], []) => day(month, *d, None),
        ([(d, 1 | 2)], [(y, n)]) => day(month, *d, Some(year(*y, *n)?)),
        ([(y, 4)], [(d, 1 | 2)]) => day(month, *d, Some(year(*y, 4)?)),
        _ => None,
    }
}

fn period_moment(
    word: &str,
    ordinal: Option<u32>,
    before: &[(u32, usize)],
    after: &[(u32, usize)],
) -> Option<Moment> {
    let all: Vec<(u32, usize)> = before.iter().chain(after).copied().collect();
    let season = |from, to, kind| match (ordinal, all.as_slice()) {
        (None, []) => months(from, to, kind, None),
        (None, [(y, n)]) => months(from, to, kind, Some(year(*y, *n)?)),
        _ => None,
    };
    match word {
        "vt" | "var" | "varen" | "vartermin" | "varterminen" => season(1, 6, Kind::Half),
        "ht" | "host" | "hosten" | "hosttermin" | "hostterminen" => season(7, 12, Kind::Half),
        "sommar" | "sommaren" => season(6, 8, Kind::Other),
        "helar" | "helaret" => season(1, 12, Kind::Other).filter(|moment| moment.year.is_some()),
        "arsskiftet" => season(12, 12, Kind::Month),
        "lasaret" | "lasar" => match all.as_slice() {
            [(y, 4), _] => Some(Moment { part: Part::Lasar, year: Some(year(*y, 4)?) }),
            _ => None,
        },
        _ => counted(word, ordinal, &all, before.is_empty()),
    }
}

/// Week, quarter, tertial, half-year: a number and perhaps a year.
fn counted(word: &str, ordinal: Option<u32>, all: &[(u32, usize)], word_first: bool) -> Option<Moment> {
    let (number, year) = match (ordinal, all) {
        (Some(number), []) => (number, None),
        (Some(number), [(y, n)]) => (number, Some(year(*y, *n)?)),
        // "v2640": year and week in one.
        (None, [(both, 4)]) if matches!(word, "v" | "vecka") && word_first => {
            (both % 100, Some(year(both / 100, 2)?))
        }
        (None, [(number, 1 | 2)]) => (*number, None),
        (None, [(y, 4), (number, 1 | 2)]) => (*number, Some(year(*y, 4)?)),
        // "v. 40–42" are weeks, "v. 40-26" is a week and a year.
        (None, [(number, 1 | 2), (y @ 1..=53, 2)]) if word.starts_with('v') && y > number => return None,
        (None, [(number, 1 | 2), (y, n)]) => (*number, Some(year(*y, *n)?)),
        _ => return None,
    };
    match (word, number) {
        ("v" | "w" | "vecka" | "veckan" | "veckorna" | "veckor", 1..=99) => {
            Some(Moment { part: Part::Week(number), year })
        }
        ("q" | "kv" | "kvartal" | "kvartalet", 1..=4) => {
            months(number * 3 - 2, number * 3, Kind::Quarter, year)
        }
        ("t" | "tertial" | "tertialet", 1..=3) => months(number * 4 - 3, number * 4, Kind::Tertial, year),
        ("halvar" | "halvaret" | "h", 1..=2) => months(number * 6 - 5, number * 6, Kind::Half, year),
        _ => None,
    }
}

fn ordinal(word: &str) -> Option<u32> {
    match word {
        "forsta" => Some(1),
        "andra" => Some(2),
        "tredje" => Some(3),
        "fjarde" => Some(4),
        _ => None,
    }
}

/// The month of a folded word.
pub(crate) fn month(word: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ];
    let at = NAMES
        .iter()
        .position(|name| *name == word || name[..3] == *word || word == "sept" && name.starts_with(word));
    at.and_then(|at| u32::try_from(at + 1).ok())
}

/// "mars–maj 2026", "v. 40–42", "1–5 mars 2026", "2026-03-01 – 2026-05-31".
pub(super) fn range(tokens: &[Token]) -> Option<Reading> {
    let dashes = tokens.iter().enumerate().filter(|(_, token)| **token == Token::Mark('-')).map(|(at, _)| at);
    for at in dashes {
        let (left, right) = (&tokens[..at], &tokens[at + 1..]);
        let (Some(from), Some(to)) = (end_of_range(left, right, true), end_of_range(right, left, false))
        else {
            continue;
        };
        let from = Moment { year: from.year.or(to.year), ..from };
        if !from.exists() || !to.exists() {
            return Some(Reading::Impossible);
        }
        return Some(Reading::Time(from, to));
    }
    None
}

/// One side of a range; a bare number takes its meaning from the other side.
fn end_of_range(side: &[Token], other: &[Token], is_first: bool) -> Option<Moment> {
    if let [Token::Number(value, 1 | 2)] = *side {
        let other = moment(other)?;
        return Some(match other.part {
            Part::Day(month, _) if is_first => Moment { part: Part::Day(month, value), ..other },
            Part::Week(_) => Moment { part: Part::Week(value), ..other },
            Part::Months(.., Kind::Quarter) if (1..=4).contains(&value) => {
                months(value * 3 - 2, value * 3, Kind::Quarter, other.year)?
            }
            Part::Months(.., Kind::Tertial) if (1..=3).contains(&value) => {
                months(value * 4 - 3, value * 4, Kind::Tertial, other.year)?
            }
            _ => return None,
        });
    }
    // "v. 40–42 2026": the year stands with the second number.
    if let ([Token::Number(value, 1 | 2), Token::Number(y, n)], false) = (side, is_first) {
        let first = moment(other)?;
        let Part::Week(_) = first.part else { return None };
        return Some(Moment { part: Part::Week(*value), year: Some(year(*y, *n)?) });
    }
    moment(side)
}
