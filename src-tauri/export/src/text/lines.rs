//! Line breaking: spans and a width in, shaped lines out. Ragged right, so a word is cut only where the line would
//! otherwise end much too early.
use std::sync::Arc;

use super::hyphenation::cuts;
use super::tokens::{Part, Span, Token, tokens};
use crate::canvas::{Glyph, TextRun};
use crate::fonts::{Fonts, UNITS_PER_EM};

/// How a paragraph is set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TextStyle {
    pub(crate) size: f32,
    pub(crate) cut: WordCut,
}

/// Which words may be cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WordCut {
    Never,
    /// Only a word wider than the line: narrow columns.
    TooWide,
    /// Also one that would leave the line before it much too short: running text.
    Freely,
}

/// One line, ready to be drawn.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    pub(crate) runs: Vec<PlacedRun>,
    /// In points, without a space at the end.
    pub(crate) width: f32,
}

/// A run and how far from the line's start it stands.
#[derive(Debug, Clone)]
pub(crate) struct PlacedRun {
    pub(crate) run: TextRun,
    pub(crate) x: f32,
    pub(crate) link: Option<usize>,
}

/// A line that ends earlier than this share of the width may be filled by cutting the next word.
const HYPHENATE_BELOW: f32 = 0.86;

/// Greedy lines no wider than `width` points.
pub(crate) fn break_lines(fonts: &mut Fonts, spans: &[Span], style: TextStyle, width: f32) -> Vec<Line> {
    let limit = ((width * UNITS_PER_EM / style.size) as i32).max(1);
    let mut breaker = Breaker { fonts, style, limit, lines: vec![], line: OpenLine::default() };
    for token in tokens(spans) {
        match token {
            Token::Box(parts) => breaker.word(&parts),
            Token::Space(part) => breaker.line.space = Some(part).filter(|_| !breaker.line.is_empty()),
            Token::LineEnd => breaker.end_line(),
        }
    }
    breaker.end_line();
    if breaker.lines.last().is_some_and(|line| line.runs.is_empty()) {
        breaker.lines.pop();
    }
    breaker.lines
}

/// How wide the text is on one line, in points; forced line ends count.
pub(crate) fn line_width(fonts: &mut Fonts, spans: &[Span], size: f32) -> f32 {
    let mut widest = 0;
    let mut line = 0;
    for token in tokens(spans) {
        match token {
            Token::Box(parts) => {
                line += parts.iter().map(|part| fonts.word(part.text, part.face).width).sum::<i32>()
            }
            Token::Space(part) => line += fonts.word(" ", part.face).width,
            Token::LineEnd => line = 0,
        }
        widest = widest.max(line);
    }
    widest as f32 * size / UNITS_PER_EM
}

/// The width of the widest thing that is not broken, in points. Where words may be cut, they count by their parts.
pub(crate) fn longest_word(fonts: &mut Fonts, spans: &[Span], style: TextStyle) -> f32 {
    let mut widest = 0;
    for token in tokens(spans) {
        let Token::Box(parts) = token else { continue };
        let width = match parts.as_slice() {
            [part] if style.cut != WordCut::Never => widest_syllables(fonts, *part),
            parts => parts.iter().map(|part| fonts.word(part.text, part.face).width).sum(),
        };
        widest = widest.max(width);
    }
    widest as f32 * style.size / UNITS_PER_EM
}

/// The widths of the words, for text of size 1: enough to see how many lines they take in any room.
pub(crate) fn word_widths(fonts: &mut Fonts, spans: &[Span]) -> Vec<f32> {
    let mut widths = vec![];
    for token in tokens(spans) {
        if let Token::Box(parts) = token {
            let width: i32 = parts.iter().map(|part| fonts.word(part.text, part.face).width).sum();
            widths.push(width as f32 / UNITS_PER_EM);
        }
    }
    widths
}

fn widest_syllables(fonts: &mut Fonts, part: Part) -> i32 {
    let hyphen = fonts.word("-", part.face).width;
    let (mut start, mut widest) = (0, 0);
    for cut in cuts(part.text) {
        widest = widest.max(fonts.word(&part.text[start..cut.at], part.face).width + hyphen);
        start = cut.at;
    }
    widest.max(fonts.word(&part.text[start..], part.face).width)
}

struct Breaker<'f, 'a> {
    fonts: &'f mut Fonts,
    style: TextStyle,
    /// In font units.
    limit: i32,
    lines: Vec<Line>,
    line: OpenLine<'a>,
}

impl<'a> Breaker<'_, 'a> {
    fn word(&mut self, parts: &[Part<'a>]) {
        let width: i32 = parts.iter().map(|part| self.fonts.word(part.text, part.face).width).sum();
        let used = self.line.width + self.space_width();
        if used + width <= self.limit {
            parts.iter().for_each(|part| self.put(*part));
            return;
        }
        let ends_early = (used as f32) < self.limit as f32 * HYPHENATE_BELOW;
        let may_cut = match self.style.cut {
            WordCut::Never => false,
            WordCut::TooWide => width > self.limit,
            WordCut::Freely => ends_early || width > self.limit,
        };
        if may_cut && self.cut_word(parts, used) {
            return;
        }
        if !self.line.is_empty() {
            self.end_line();
            self.word(parts);
        } else {
            self.cut_anywhere(parts);
        }
    }

    /// Cuts the last part of a box at the last place that fits; says whether there was one.
    fn cut_word(&mut self, parts: &[Part<'a>], used: i32) -> bool {
        let Some((last, before)) = parts.split_last() else { return false };
        let used = used + before.iter().map(|part| self.fonts.word(part.text, part.face).width).sum::<i32>();
        let Some(at) = self.best_cut(*last, self.limit - used) else { return false };
        let (head, tail) = last.text.split_at(at);
        before.iter().for_each(|part| self.put(*part));
        self.put(Part { text: head, ..*last });
        self.line.push_hyphen(&self.fonts.word("-", last.face).glyphs);
        self.end_line();
        self.word(&[Part { text: tail, ..*last }]);
        true
    }

    /// The last seam that fits, else the last other place.
    fn best_cut(&mut self, part: Part, room: i32) -> Option<usize> {
        let hyphen = self.fonts.word("-", part.face).width;
        let mut best = None;
        let mut seam = None;
        for cut in cuts(part.text) {
            if self.fonts.word(&part.text[..cut.at], part.face).width + hyphen > room {
                break;
            }
            best = Some(cut.at);
            seam = if cut.seam { best } else { seam };
        }
        seam.or(best)
    }

    /// A word wider than a whole line: it is cut where the line is full.
    fn cut_anywhere(&mut self, parts: &[Part<'a>]) {
        for part in parts {
            let word = self.fonts.word(part.text, part.face);
            let (mut start, mut at) = (0, 0);
            let mut width = 0;
            for glyph in &word.glyphs {
                if self.line.width + width + glyph.advance > self.limit && at > start {
                    self.put(Part { text: &part.text[start..at], ..*part });
                    self.end_line();
                    (start, width) = (at, 0);
                }
                at = (at + usize::from(glyph.text_len)).min(part.text.len());
                width += glyph.advance;
            }
            self.put(Part { text: &part.text[start..], ..*part });
        }
    }

    fn space_width(&mut self) -> i32 {
        self.line.space.map_or(0, |space| self.fonts.word(" ", space.face).width)
    }

    fn put(&mut self, part: Part<'a>) {
        if let Some(space) = self.line.space.take() {
            let word = self.fonts.word(" ", space.face);
            // The space takes its neighbours' link only where both have it.
            let link = space.link.filter(|_| space.link == part.link && space.link == self.line.last_link());
            self.line.push(Part { text: " ", link, ..space }, &word.glyphs, word.width);
        }
        let word = self.fonts.word(part.text, part.face);
        self.line.push(part, &word.glyphs, word.width);
    }

    /// The word space stays in the line's text, so that extracted text keeps its words apart.
    fn end_line(&mut self) {
        if !self.line.soft_hyphen
            && let Some(space) = self.line.space.take()
        {
            let word = self.fonts.word(" ", space.face);
            self.line.push(Part { text: " ", link: None, ..space }, &word.glyphs, 0);
        }
        let line = std::mem::take(&mut self.line);
        self.lines.push(line.finish(self.style.size));
    }
}

/// A line being filled; widths in font units.
#[derive(Default)]
struct OpenLine<'a> {
    runs: Vec<OpenRun<'a>>,
    width: i32,
    /// Met, and put only if something follows.
    space: Option<Part<'a>>,
    soft_hyphen: bool,
}

struct OpenRun<'a> {
    part: Part<'a>,
    text: String,
    glyphs: Vec<Glyph>,
    x: i32,
    width: i32,
}

impl<'a> OpenLine<'a> {
    fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    fn last_link(&self) -> Option<usize> {
        self.runs.last().and_then(|run| run.part.link)
    }

    fn push(&mut self, part: Part<'a>, glyphs: &[Glyph], width: i32) {
        let joins = |run: &OpenRun| run.part.face == part.face && run.part.link == part.link;
        let joins_last = self.runs.last().is_some_and(joins);
        if !joins_last {
            self.runs.push(OpenRun { part, text: String::new(), glyphs: vec![], x: self.width, width: 0 });
        }
        if let Some(run) = self.runs.last_mut() {
            run.text.push_str(part.text);
            run.glyphs.extend_from_slice(glyphs);
            run.width += width;
        }
        self.width += width;
    }

    fn push_hyphen(&mut self, glyphs: &[Glyph]) {
        let Some(run) = self.runs.last_mut() else { return };
        let width: i32 = glyphs.iter().map(|glyph| glyph.advance).sum();
        run.glyphs.extend(glyphs.iter().map(|glyph| Glyph { text_len: 0, ..*glyph }));
        run.width += width;
        self.width += width;
        self.soft_hyphen = true;
    }

    fn finish(self, size: f32) -> Line {
        let points = |units: i32| units as f32 * size / UNITS_PER_EM;
        let last = self.runs.len().saturating_sub(1);
        let soft_hyphen = self.soft_hyphen;
        let place = |(i, run): (usize, OpenRun)| PlacedRun {
            x: points(run.x),
            link: run.part.link,
            run: TextRun {
                face: run.part.face,
                size,
                text: Arc::from(run.text),
                glyphs: Arc::from(run.glyphs),
                width: points(run.width),
                soft_hyphen: soft_hyphen && i == last,
            },
        };
        Line { width: points(self.width), runs: self.runs.into_iter().enumerate().map(place).collect() }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::fonts::Face;

    const STYLE: TextStyle = TextStyle { size: 10.0, cut: WordCut::Freely };

    fn texts(text: &str, width: f32) -> Vec<String> {
        let mut fonts = Fonts::load().unwrap();
        let lines = break_lines(&mut fonts, &[Span::plain(text, Face::Regular)], STYLE, width);
        lines.iter().map(|line| line.runs.iter().map(|run| &*run.run.text).collect()).collect()
    }

    #[test]
    fn no_line_is_wider_than_asked_and_no_letter_is_lost() {
        let text = "Verksamhetsplaneringens uppföljning bygger på nämndernas egna bedömningar av måluppfyllelsen. \
                    Abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz 1 234 567";
        let mut fonts = Fonts::load().unwrap();
        for width in [30.0, 60.0, 111.0, 240.0] {
            let lines = break_lines(&mut fonts, &[Span::plain(text, Face::Regular)], STYLE, width);
            assert!(lines.iter().all(|line| line.width <= width), "width {width}");
            let read: String = lines.iter().flat_map(|line| &line.runs).map(|run| &*run.run.text).collect();
            assert_eq!(read, text, "width {width}");
        }
    }

    #[test]
    fn a_word_of_ten_thousand_letters_is_cut_where_the_line_is_full() {
        let lines = texts(&"å".repeat(10_000), 200.0);
        assert!(lines.len() > 200 && lines.concat().chars().count() == 10_000);
    }

    #[test]
    fn forced_line_ends_stay() {
        assert_eq!(texts("ett\ntvå", 200.0), ["ett", "två"]);
        assert_eq!(texts("", 200.0), Vec::<String>::new());
    }
}
