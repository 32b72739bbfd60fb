//! Text into lines: what may be printed, where a word may be cut, and how a paragraph is broken.
//! Knows widths, faces and Swedish. Knows neither pages nor what the text is about.
mod hyphenation;
mod lines;
mod printable;
mod tokens;

pub(crate) use lines::{
    Line, PlacedRun, TextStyle, WordCut, break_lines, line_width, longest_word, word_widths,
};
pub(crate) use printable::printable;
pub(crate) use tokens::Span;
