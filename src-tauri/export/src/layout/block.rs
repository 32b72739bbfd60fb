//! Which way each kind of block goes.
use plan_report::tree::Block;

use super::composer::Composer;
use super::geometry::Area;
use super::paragraph::Prepared;
use super::style;

impl Composer<'_> {
    pub(super) fn block(&mut self, area: Area, block: &Block) {
        match block {
            Block::Stycke(text) => {
                self.paragraph(area, "P", &Prepared::rich(text, style::BODY.face), style::BODY);
            }
            Block::Lista(list) => self.list(area, list),
            Block::Tabell(table) => self.table(area, table),
            Block::Diagram(chart) => self.chart(area, chart),
            Block::Kedja(chain) => self.chain(area, chain),
            Block::Fakta(pairs) => self.facts(area, pairs),
            Block::Notis(text) => self.notice(area, text),
        }
    }
}
