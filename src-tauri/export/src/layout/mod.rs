//! Report in, pages out: where everything stands. Blocks become pieces of known height (`Composer`), the pieces are
//! shared out on pages (`paginate`), and only then is anything set down (`finish`). All widths and breaks are decided here.
mod block;
mod chain;
mod composer;
mod contents;
mod facts;
mod figure;
mod finish;
mod geometry;
mod list;
mod notice;
mod paginate;
mod paragraph;
mod running;
mod style;
mod table;
mod title;

use plan_report::tree::{Avsnitt, Block, Rapport};

use crate::Fonts;
use crate::pages::Pages;
use crate::text::printable;
use composer::Composer;
use geometry::Area;

/// A report this long gets a list of contents.
const PAGES_FOR_CONTENTS: usize = 3;

/// Puts a report on pages. Keep `fonts` between calls: it remembers shaped words, and the next layout is quicker.
pub fn layout(rapport: &Rapport, fonts: &mut Fonts) -> Pages {
    let mut composer = Composer::new(fonts);
    composer.title_block(rapport);
    let place = composer.contents_place();
    rapport.avsnitt.iter().for_each(|avsnitt| composer.section(avsnitt, 1));
    if paginate::paginate(&composer.pieces, &composer.headers).shapes.len() >= PAGES_FOR_CONTENTS {
        composer.insert_contents(place);
    }
    let placed = paginate::paginate(&composer.pieces, &composer.headers);
    finish::finish(composer, placed, rapport)
}

impl Composer<'_> {
    /// A section without a heading takes no level, so that none is skipped below it.
    fn section(&mut self, avsnitt: &Avsnitt, level: u8) {
        let titled = !printable(&avsnitt.rubrik).trim().is_empty();
        if titled {
            self.heading(level, &avsnitt.rubrik);
        }
        let begin = self.pieces.len();
        for (i, block) in avsnitt.block.iter().enumerate() {
            let first = self.pieces.len();
            self.block(Area::PAGE, block);
            match (block, avsnitt.block.get(i + 1)) {
                (_, Some(Block::Diagram(_))) => self.keep_with_chart(begin, first),
                (Block::Notis(_), Some(_)) | (Block::Diagram(_), Some(Block::Stycke(_))) => {
                    self.keep_with_next()
                }
                _ => {}
            }
        }
        let inner_level = level.saturating_add(u8::from(titled));
        avsnitt.underavsnitt.iter().for_each(|inner| self.section(inner, inner_level));
    }
}
