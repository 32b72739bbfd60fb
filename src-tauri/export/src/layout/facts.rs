//! Label and text side by side: "Varför", "Önskad effekt". For a listener a list whose labels are the words.
use plan_report::tree::Block;

use super::composer::Composer;
use super::geometry::Area;
use super::paragraph::Prepared;
use super::style::{BODY, LABEL};
use crate::canvas::{Anchor, Canvas, point};
use crate::pages::Recording;
use crate::structure::{Attribute, ElementId};
use crate::text::printable;

/// The labels take at most this share of the width; a longer one stands above its text.
const LABEL_SHARE: f32 = 0.3;
const GAP: f32 = 12.0;
const BETWEEN: f32 = 4.0;
const ABOVE: f32 = 8.0;

impl Composer<'_> {
    pub(super) fn facts(&mut self, area: Area, pairs: &[(String, Vec<Block>)]) {
        if pairs.is_empty() {
            return;
        }
        let list = self.tree.add(area.parent, "L");
        self.tree.set_attribute(list, Attribute::PlainList);
        let limit = area.width * LABEL_SHARE;
        let widths: Vec<f32> = pairs
            .iter()
            .map(|(label, _)| self.fonts.run(&printable(label), LABEL.face, LABEL.size).width)
            .collect();
        let column = widths.iter().copied().filter(|width| *width <= limit).fold(40.0, f32::max) + GAP;
        let mut before = self.next_before.take().unwrap_or(ABOVE);
        for (i, ((label, blocks), width)) in pairs.iter().zip(widths).enumerate() {
            let item = self.tree.add(list, "LI");
            self.next_before = Some(before);
            if width <= limit && starts_with_text(blocks) {
                self.pair_beside(area, (label, blocks), (item, column));
            } else {
                self.pair_above(area, (label, blocks), item);
            }
            before = BETWEEN;
            // No pair stands alone at the foot of a page or the top of the next.
            if i + 1 < pairs.len() && (i == 0 || i + 2 == pairs.len()) {
                self.keep_with_next();
            }
        }
        self.next_before = Some(ABOVE);
    }

    fn pair_beside(
        &mut self,
        area: Area,
        (label, blocks): (&str, &[Block]),
        (item, column): (ElementId, f32),
    ) {
        let name = self.tree.add(item, "Lbl");
        let body = self.tree.add(item, "LBody");
        let first = self.pieces.len();
        for block in blocks {
            self.block(area.indented(column).inside(body), block);
        }
        let run = self.fonts.run(&printable(label), LABEL.face, LABEL.size);
        let Some(piece) = self.pieces.get_mut(first) else { return };
        let mut content = Recording::default();
        content.begin(name);
        content.text(&run, point(area.left, BODY.baseline()), Anchor::Start, LABEL.colour);
        content.end();
        content.append(std::mem::take(&mut piece.content), 0.0);
        piece.content = content;
    }

    fn pair_above(&mut self, area: Area, (label, blocks): (&str, &[Block]), item: ElementId) {
        let first = self.pieces.len();
        self.paragraph(area.inside(item), "Lbl", &Prepared::plain(label, LABEL.face), LABEL);
        self.pieces[first..].iter_mut().for_each(|piece| piece.keep = true);
        let body = self.tree.add(item, "LBody");
        self.next_before = Some(1.0);
        for block in blocks {
            self.block(area.inside(body), block);
        }
    }
}

fn starts_with_text(blocks: &[Block]) -> bool {
    match blocks.first() {
        Some(Block::Stycke(text)) => text.iter().any(|inline| !inline.text.trim().is_empty()),
        Some(Block::Lista(list)) => !list.poster.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use plan_report::tree::Inline;

    use super::*;
    use crate::Fonts;

    #[test]
    fn no_pair_is_left_alone_by_the_end_of_a_page() {
        let mut fonts = Fonts::load().unwrap();
        let mut composer = Composer::new(&mut fonts);
        let line = || vec![Block::Stycke(vec![Inline { text: "En rad.".into(), ..Inline::default() }])];
        let pairs: Vec<_> =
            ["Vad", "Varför", "Källa", "Ansvarig"].map(|label| (label.to_owned(), line())).into();
        composer.facts(Area::PAGE, &pairs);
        let keeps: Vec<bool> = composer.pieces.iter().map(|piece| piece.keep).collect();
        assert_eq!(keeps, [true, false, true, false]);
    }
}
