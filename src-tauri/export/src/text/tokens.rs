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
    tokens
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
    fn compounds_with_a_stroke_may_be_parted_but_dates_and_codes_not() {
        assert_eq!(break_after_joiners("prognos/budget"), ["prognos/", "budget"]);
        for whole in ["2026-11-26", "a/c", "t.o.m.", "SN-2026", "e-tjänst"] {
            assert_eq!(break_after_joiners(whole), [whole]);
        }
    }
}
