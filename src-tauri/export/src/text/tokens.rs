//! A paragraph as the things a line is made of: boxes that hold together, spaces, and forced line ends.
use crate::fonts::Face;

/// A stretch of a paragraph in one face; `link` numbers the paragraph's links.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span<'a> {
    pub(crate) text: &'a str,
    pub(crate) face: Face,
    pub(crate) link: Option<usize>,
}

impl<'a> Span<'a> {
    pub(crate) fn plain(text: &'a str, face: Face) -> Span<'a> {
        Span { text, face, link: None }
    }
}

/// What a line is made of.
#[derive(Debug, PartialEq)]
pub(super) enum Token<'a> {
    /// Parts that stand together with no break between them.
    Box(Vec<Part<'a>>),
    Space(Part<'a>),
    LineEnd,
}

/// Text in one face.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Part<'a> {
    pub(super) text: &'a str,
    pub(super) face: Face,
    pub(super) link: Option<usize>,
}

/// Cuts the spans into tokens. Several spaces are one.
pub(super) fn tokens<'a>(spans: &[Span<'a>]) -> Vec<Token<'a>> {
    let mut tokens: Vec<Token<'a>> = vec![];
    let mut glued = false;
    for span in spans {
        let mut rest = span.text;
        while let Some(first) = rest.chars().next() {
            let end = rest.find([' ', '\n']).unwrap_or(rest.len()).max(if matches!(first, ' ' | '\n') {
                1
            } else {
                0
            });
            let (text, after) = rest.split_at(end);
            rest = after;
            let part = |text| Part { text, face: span.face, link: span.link };
            match first {
                '\n' => tokens.push(Token::LineEnd),
                ' ' if matches!(tokens.last(), Some(Token::Space(_))) => {}
                ' ' => tokens.push(Token::Space(part(text))),
                _ => push_word(&mut tokens, text, part, glued),
            }
            glued = !matches!(first, ' ' | '\n');
        }
    }
    hold_together(tokens)
}

/// What follows a number and means nothing on a line of its own.
const UNITS: [&str; 8] = ["%", "procent", "år", "dagar", "st", "kr", "tkr", "mnkr"];

/// No line ends between a number and its unit ("10–17 år", "§ 62"), nor before a unit in brackets ("andel (%)").
fn hold_together(tokens: Vec<Token<'_>>) -> Vec<Token<'_>> {
    let mut held: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        match (held.as_mut_slice(), token) {
            ([.., Token::Box(before), Token::Space(space)], Token::Box(after)) if belong(before, &after) => {
                before.push(*space);
                before.extend(after);
                held.pop();
            }
            (_, token) => held.push(token),
        }
    }
    held
}

fn belong(before: &[Part], after: &[Part]) -> bool {
    let (Some(before), Some(after)) = (before.last(), after.first()) else { return false };
    let unit = after.text.trim_end_matches(['.', ',', ';', ':', ')', '?', '!']);
    (before.text.ends_with(|c: char| c.is_ascii_digit()) && UNITS.contains(&unit))
        || (after.text.starts_with('(') && after.text.chars().count() <= 4)
        || before.text == "§"
}

fn push_word<'a>(
    tokens: &mut Vec<Token<'a>>,
    word: &'a str,
    part: impl Fn(&'a str) -> Part<'a>,
    glued: bool,
) {
    let mut pieces = break_after_joiners(word).into_iter().map(part);
    if glued && let (Some(Token::Box(parts)), Some(first)) = (tokens.last_mut(), pieces.next()) {
        parts.push(first);
    }
    tokens.extend(pieces.map(|piece| Token::Box(vec![piece])));
}

/// "prognos/budget" may be parted after the stroke, "a/c", dates and codes may not.
fn break_after_joiners(word: &str) -> Vec<&str> {
    let mut pieces = vec![];
    let mut start = 0;
    let letters = |text: &str| text.chars().take(3).filter(|c| c.is_alphabetic()).count() == 3;
    for (at, joiner) in word.match_indices(['/', '-', '–', '@']) {
        let end = at + joiner.len();
        let before: String = word[start..at].chars().rev().take(3).collect();
        if letters(&before) && letters(&word[end..]) {
            pieces.push(&word[start..end]);
            start = end;
        }
    }
    pieces.push(&word[start..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_face_inside_a_word_is_no_break() {
        let bold = Span { face: Face::Bold, ..Span::plain("del", Face::Regular) };
        let spans = [Span::plain("en ", Face::Regular), bold, Span::plain("mål. Ny", Face::Regular)];
        let boxes: Vec<usize> = tokens(&spans)
            .iter()
            .map(|token| match token {
                Token::Box(parts) => parts.len(),
                _ => 0,
            })
            .collect();
        assert_eq!(boxes, [1, 0, 2, 0, 1]);
    }

    #[test]
    fn a_number_keeps_its_unit_and_a_title_its_unit_in_brackets() {
        for text in ["10–17 år.", "20 procent", "§ 62", "andel (%)"] {
            let tokens = tokens(&[Span::plain(text, Face::Regular)]);
            assert!(
                matches!(tokens.as_slice(), [Token::Box(parts)] if parts.len() == 3),
                "{text}: {tokens:?}"
            );
        }
        let tokens = tokens(&[Span::plain("2026 barn (påhittade värden)", Face::Regular)]);
        assert_eq!(tokens.iter().filter(|token| matches!(token, Token::Box(_))).count(), 4, "{tokens:?}");
    }

    #[test]
    fn compounds_with_a_stroke_may_be_parted_but_dates_and_codes_not() {
        assert_eq!(break_after_joiners("prognos/budget"), ["prognos/", "budget"]);
        for whole in ["2026-11-26", "a/c", "t.o.m.", "SN-2026", "e-tjänst"] {
            assert_eq!(break_after_joiners(whole), [whole]);
        }
    }
}
