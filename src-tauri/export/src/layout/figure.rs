//! A chart in the flow: its number and title, then the picture with its finding in words for listeners.
use plan_report::tree::Diagram;

use super::composer::{Composer, Piece};
use super::geometry::Area;
use super::paragraph::Prepared;
use super::style::CAPTION;
use crate::canvas::Canvas;
use crate::chart::{Frame, draw_chart};

/// Three figures with a heading and a few lines of text each share a page.
const HEIGHT: f32 = 116.0;
const TEXT_SIZE: f32 = 8.0;
/// Some ten lines.
const LONGEST_INTRODUCTION: f32 = 150.0;

impl Composer<'_> {
    pub(super) fn chart(&mut self, area: Area, chart: &Diagram) {
        self.figures += 1;
        let title = format!("Diagram\u{a0}{}. {}", self.figures, chart.rubrik);
        self.figure_title(area, &title);
        let figure = self.tree.add(area.parent, "Figure");
        self.tree.set_alt(figure, if chart.fynd.trim().is_empty() { &title } else { &chart.fynd });
        let mut piece = Piece { height: HEIGHT, before: 4.0, ..Piece::default() };
        let frame = Frame {
            left: area.left,
            top: 0.0,
            width: area.width,
            height: HEIGHT,
            text_size: TEXT_SIZE,
            quiet: false,
        };
        piece.content.begin(figure);
        draw_chart(&mut piece.content, self.fonts, chart, frame);
        piece.content.end();
        piece.figure = Some((figure, [area.left, 0.0, area.right(), HEIGHT]));
        self.push(piece);
        self.next_before = Some(CAPTION.before - 2.0);
    }

    /// What introduces a chart stands on the chart's page: all of it from `begin`, or, where that is long, what came last
    /// (from `last`), which is its finding. A text longer than that may part from the chart.
    pub(super) fn keep_with_chart(&mut self, begin: usize, last: usize) {
        for first in [begin, last] {
            let height: f32 = self.pieces[first..].iter().map(|piece| piece.before + piece.height).sum();
            if height < LONGEST_INTRODUCTION {
                self.pieces[first..].iter_mut().for_each(|piece| piece.keep = true);
                return;
            }
        }
    }

    pub(super) fn figure_title(&mut self, area: Area, title: &str) {
        let first = self.pieces.len();
        self.paragraph(area, "P", &Prepared::plain(title, CAPTION.face), CAPTION);
        self.pieces[first..].iter_mut().for_each(|piece| piece.keep = true);
        self.next_before = Some(4.0);
    }
}
