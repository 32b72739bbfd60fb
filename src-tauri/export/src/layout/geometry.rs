//! The measures of the page, in points.
use crate::structure::{ElementId, Tree};

pub(super) const SHORT_SIDE: f32 = 595.276;
pub(super) const LONG_SIDE: f32 = 841.89;
pub(super) const LEFT: f32 = 56.7;
pub(super) const TOP: f32 = 68.0;
/// From the page's lower edge to where content ends.
const BOTTOM_MARGIN: f32 = 62.0;

/// How a page lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Portrait,
    Landscape,
}

impl Shape {
    pub(super) fn size(self) -> (f32, f32) {
        match self {
            Shape::Portrait => (SHORT_SIDE, LONG_SIDE),
            Shape::Landscape => (LONG_SIDE, SHORT_SIDE),
        }
    }

    pub(super) fn content_width(self) -> f32 {
        self.size().0 - 2.0 * LEFT
    }

    /// Where content ends.
    pub(super) fn bottom(self) -> f32 {
        self.size().1 - BOTTOM_MARGIN
    }

    pub(super) fn content_height(self) -> f32 {
        self.bottom() - TOP
    }
}

/// Where a block stands: its left edge and width on the page, and the structure element it belongs to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Area {
    pub(super) left: f32,
    pub(super) width: f32,
    pub(super) parent: ElementId,
}

impl Area {
    /// The whole width of a portrait page.
    pub(super) const PAGE: Area = Area { left: LEFT, width: SHORT_SIDE - 2.0 * LEFT, parent: Tree::DOCUMENT };

    pub(super) fn right(self) -> f32 {
        self.left + self.width
    }

    pub(super) fn inside(self, parent: ElementId) -> Area {
        Area { parent, ..self }
    }

    pub(super) fn indented(self, by: f32) -> Area {
        Area { left: self.left + by, width: (self.width - by).max(20.0), ..self }
    }

    /// Only in the page's own column may a table turn the page.
    pub(super) fn is_page(self) -> bool {
        self.width >= Area::PAGE.width
    }
}
