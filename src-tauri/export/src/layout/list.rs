//! Lists: a label in the margin, the text beside it.
use plan_report::format::klartext;
use plan_report::tree::{Lista, Text};

use super::composer::Composer;
use super::geometry::Area;
use super::paragraph::Prepared;
use super::style::LIST_ITEM;
use crate::canvas::{Anchor, Canvas, Colour, point};
use crate::pages::Recording;
use crate::structure::{Attribute, ElementId};

const GAP: f32 = 6.0;
/// Above the first item.
const ABOVE: f32 = 4.5;

impl Composer<'_> {
    pub(super) fn list(&mut self, area: Area, list: &Lista) {
        let items: Vec<&Text> = list.poster.iter().filter(|text| !klartext(text).trim().is_empty()).collect();
        if items.is_empty() {
            return;
        }
        let element = self.tree.add(area.parent, "L");
        let numbering = if list.numrerad { Attribute::NumberedList } else { Attribute::BulletList };
        self.tree.set_attribute(element, numbering);
        let label = |i: usize| if list.numrerad { format!("{}.", i + 1) } else { "•".to_owned() };
        let widest = self.fonts.run(&label(items.len() - 1), LIST_ITEM.face, LIST_ITEM.size).width;
        let indent = widest + GAP + if list.numrerad { 0.0 } else { 3.0 };
        self.next_before = self.next_before.or(Some(ABOVE));
        for (i, text) in items.into_iter().enumerate() {
            let item = self.tree.add(element, "LI");
            let mark = self.tree.add(item, "Lbl");
            let first = self.pieces.len();
            let body = area.indented(indent).inside(item);
            self.paragraph(body, "LBody", &Prepared::rich(text, LIST_ITEM.face), LIST_ITEM);
            self.label(first, mark, &label(i), area.left + indent - GAP);
        }
    }

    /// Puts a list label, ending at `right`, before the first line of its item.
    fn label(&mut self, piece: usize, element: ElementId, text: &str, right: f32) {
        let run = self.fonts.run(text, LIST_ITEM.face, LIST_ITEM.size);
        let Some(piece) = self.pieces.get_mut(piece) else { return };
        let mut content = Recording::default();
        content.begin(element);
        content.text(&run, point(right, LIST_ITEM.baseline()), Anchor::End, Colour::Accent);
        content.end();
        content.append(std::mem::take(&mut piece.content), 0.0);
        piece.content = content;
    }
}
