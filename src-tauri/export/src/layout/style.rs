//! How each kind of text looks: face, size, leading and the room above it.
use crate::canvas::Colour;
use crate::fonts::Face;
use crate::text::{TextStyle, WordCut};

/// The look of a paragraph; lengths in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub(super) face: Face,
    pub(super) size: f32,
    pub(super) leading: f32,
    pub(super) colour: Colour,
    pub(super) before: f32,
    pub(super) cut: WordCut,
}

impl Style {
    pub(super) fn text(self) -> TextStyle {
        TextStyle { size: self.size, cut: self.cut }
    }

    /// From a line's top to its baseline: the text stands in the middle of its leading.
    pub(super) fn baseline(self) -> f32 {
        self.leading - (self.leading - self.size) * 0.5 - self.size * 0.22
    }
}

const fn display(face: Face, size: f32, leading: f32, before: f32) -> Style {
    Style { face, size, leading, colour: Colour::Accent, before, cut: WordCut::Never }
}

const fn small(face: Face, size: f32, leading: f32, colour: Colour, before: f32) -> Style {
    Style { face, size, leading, colour, before, cut: WordCut::Never }
}

pub(super) const BODY: Style = Style {
    face: Face::Regular,
    size: 10.2,
    leading: 14.6,
    colour: Colour::Ink,
    before: 6.5,
    cut: WordCut::Freely,
};
pub(super) const LIST_ITEM: Style = Style { before: 2.0, ..BODY };
pub(super) const OVERLINE: Style = small(Face::Semibold, 10.0, 14.0, Colour::Muted, 0.0);
pub(super) const TITLE: Style = display(Face::Bold, 25.0, 30.0, 1.0);
pub(super) const META: Style = small(Face::Regular, 9.2, 13.0, Colour::Muted, 2.0);
pub(super) const FINE_PRINT: Style = small(Face::Regular, 7.6, 10.5, Colour::Muted, 2.0);
pub(super) const CAPTION: Style = small(Face::Semibold, 9.2, 12.5, Colour::Ink, 13.0);
pub(super) const NOTE: Style = small(Face::Regular, 8.2, 10.8, Colour::Muted, 3.0);
pub(super) const NOTICE: Style = Style { size: 9.6, leading: 13.4, before: 9.0, ..BODY };
pub(super) const LABEL: Style = small(Face::Semibold, 9.6, 14.6, Colour::Muted, 0.0);
pub(super) const CONTENTS_HEAD: Style = small(Face::Semibold, 10.2, 14.0, Colour::Accent, 18.0);

/// Headings by level, 1–6.
pub(super) fn heading(level: u8) -> Style {
    match level {
        1 => display(Face::Semibold, 17.0, 21.5, 24.0),
        2 => display(Face::Semibold, 12.8, 16.5, 16.0),
        3 => display(Face::Semibold, 10.8, 14.5, 14.0),
        _ => Style { colour: Colour::Ink, ..display(Face::Semibold, 10.2, 14.0, 13.0) },
    }
}

/// The room between a heading and what follows it.
pub(super) fn below_heading(level: u8) -> f32 {
    if level == 1 { 5.0 } else { 2.5 }
}
