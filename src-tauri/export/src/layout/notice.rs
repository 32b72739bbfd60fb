//! A notice: a word the reader must not miss, on a tinted ground with a bar in the accent colour.
use plan_report::tree::Inline;

use super::composer::{Composer, Piece};
use super::geometry::{Area, Shape};
use super::paragraph::{LineAt, Owners, Prepared};
use super::style::NOTICE;
use crate::canvas::{Artifact, Canvas, Colour, Path, point};
use crate::text::break_lines;

const PADDING: f32 = 9.0;
const BAR: f32 = 2.6;

impl Composer<'_> {
    /// One piece, unless it is so long that it must be allowed to break between its lines.
    pub(super) fn notice(&mut self, area: Area, text: &[Inline]) {
        let text = Prepared::rich(text, NOTICE.face);
        let element = self.tree.add(area.parent, "P");
        let lines = break_lines(self.fonts, &text.spans(), NOTICE.text(), area.width - 2.0 * PADDING - BAR);
        let mut owners = Owners::new(element, &text);
        let per_piece = if lines.len() as f32 * NOTICE.leading < Shape::Portrait.content_height() / 2.0 {
            lines.len()
        } else {
            2
        };
        for (i, part) in lines.chunks(per_piece.max(1)).enumerate() {
            let (first, last) = (i == 0, (i + 1) * per_piece >= lines.len());
            let above = if first { PADDING * 0.7 } else { 0.0 };
            let below = if last { PADDING * 0.7 } else { 0.0 };
            let height = above + below + part.len() as f32 * NOTICE.leading;
            let mut piece =
                Piece { height, before: if first { NOTICE.before } else { 0.0 }, ..Piece::default() };
            ground(&mut piece, area);
            for (n, line) in part.iter().enumerate() {
                let baseline = above + n as f32 * NOTICE.leading + NOTICE.baseline();
                let at = LineAt { left: area.left + BAR + PADDING, baseline, colour: Colour::Ink };
                self.draw_line(&mut piece, line, at, &mut owners);
            }
            self.push(piece);
        }
        self.next_before = Some(NOTICE.before);
    }

    /// What was put down last stands on the page of what comes.
    pub(super) fn keep_with_next(&mut self) {
        if let Some(last) = self.pieces.last_mut() {
            last.keep = true;
        }
    }
}

fn ground(piece: &mut Piece, area: Area) {
    let height = piece.height;
    piece.content.artifact(Artifact::Decoration);
    piece.content.fill(&Path::rectangle(point(area.left, 0.0), area.width, height), Colour::Tint);
    piece.content.fill(&Path::rectangle(point(area.left, 0.0), BAR, height), Colour::Accent);
    piece.content.end();
}
