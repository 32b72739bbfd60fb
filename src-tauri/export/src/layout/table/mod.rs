//! Tables: caption, header, rows and notes. A row is never split unless it is taller than a page, the header comes again
//! on every page, and caption, header and first rows stay together, as do the last rows and what is said below them.
mod cell;
mod columns;
mod row;

use plan_report::tree::{Radslag, Tabell, Tabellrad};

use super::composer::{Composer, Header, Piece};
use super::geometry::{Area, Shape};
use super::paragraph::Prepared;
use super::style::{CAPTION, NOTE};
use crate::canvas::{Artifact, Canvas, Colour, Path, Pen, point};
use crate::fonts::Face;
use crate::pages::Recording;
use crate::structure::{Attribute, ElementId};
use cell::{RowText, header_text, row_text};
use columns::Columns;

/// A table no higher than this share of a page stays whole.
const SMALL: f32 = 0.4;

impl Composer<'_> {
    pub(super) fn table(&mut self, area: Area, table: &Tabell) {
        self.tables += 1;
        let caption = format!("Tabell\u{a0}{}. {}", self.tables, table.rubrik);
        if table.kolumner.is_empty() {
            return self.caption(area, "P", &caption);
        }
        let header = header_text(table);
        let rows: Vec<RowText> = table.rader.iter().map(|row| row_text(table, row)).collect();
        let columns = Columns::plan(self.fonts, (&header, &rows), area);
        let area = if columns.wide { Area { width: Shape::Landscape.content_width(), ..area } } else { area };
        let first = self.pieces.len();
        let element = self.tree.add(area.parent, "Table");
        self.caption(area.inside(element), "Caption", &caption);
        let header_number = self.table_header(area.inside(element), &header, &columns);
        self.pieces[first..].iter_mut().for_each(|piece| piece.keep = true);
        self.table_body(area.inside(element), (table, &rows), &columns, header_number);
        self.notes(area, &table.noter);
        self.keep_small_table(first);
        if columns.wide {
            self.pieces[first..].iter_mut().for_each(|piece| piece.wide = true);
        }
        self.next_before = Some(CAPTION.before);
    }

    /// A table that fits well on a page is not parted.
    fn keep_small_table(&mut self, first: usize) {
        let height: f32 = self.pieces[first..].iter().map(|piece| piece.before + piece.height).sum();
        let last = self.pieces.len().saturating_sub(1);
        if height < Shape::Portrait.content_height() * SMALL {
            self.pieces[first..last].iter_mut().for_each(|piece| piece.keep = true);
        }
    }

    fn caption(&mut self, area: Area, tag: &'static str, text: &str) {
        let first = self.pieces.len();
        self.paragraph(area, tag, &Prepared::plain(text, CAPTION.face), CAPTION);
        self.pieces[first..].iter_mut().for_each(|piece| piece.keep = true);
        self.next_before = Some(2.5);
    }

    fn table_header(&mut self, area: Area, header: &RowText, columns: &Columns) -> usize {
        let head = self.tree.add(area.parent, "THead");
        let row = self.tree.add(head, "TR");
        let cells = self.lay_cells(header, columns, area.left);
        let height = row::height(&cells, columns.look);
        let mut content = Recording::default();
        content.artifact(Artifact::Decoration);
        content.fill(&Path::rectangle(point(area.left, 0.0), area.width, height), Colour::Tint);
        rule(&mut content, area, height, Pen::solid(Colour::Accent, 0.9));
        content.end();
        for cell in &cells {
            let element = self.tree.add(row, "TH");
            self.tree.set_attribute(element, Attribute::ColumnHeader);
            content.begin(element);
            row::draw_text(&mut content, cell, row::bottom_aligned(cell, height, columns.look), columns.look);
            content.end();
        }
        self.push(Piece { content: content.clone(), height, ..Piece::default() });
        self.headers.push(Header { content, height });
        self.headers.len() - 1
    }

    fn table_body(
        &mut self,
        area: Area,
        (table, rows): (&Tabell, &[RowText]),
        columns: &Columns,
        header: usize,
    ) {
        let body = self.tree.add(area.parent, "TBody");
        if rows.is_empty() {
            return self.empty_body(area, body, columns);
        }
        for (i, row) in rows.iter().enumerate() {
            let first = self.pieces.len();
            self.table_row(area, (body, row), columns, header);
            if keeps_with_next(&table.rader, i) || (i + 1 == rows.len() && !table.noter.is_empty()) {
                let last = self.pieces.len().saturating_sub(1).max(first);
                self.pieces[last..].iter_mut().for_each(|piece| piece.keep = true);
            }
        }
    }

    /// A table without rows says so.
    fn empty_body(&mut self, area: Area, body: ElementId, columns: &Columns) {
        let row = self.tree.add(body, "TR");
        let cell = self.tree.add(row, "TD");
        self.tree
            .set_attribute(cell, Attribute::Columns(columns.widths.len().min(usize::from(u16::MAX)) as u16));
        let run = self.fonts.run("Inga uppgifter", Face::Regular, columns.look.size);
        let mut piece = Piece { height: columns.look.row_height(1), ..Piece::default() };
        piece.content.begin(cell);
        let at = point(area.left + columns.look.padding, columns.look.baseline(0));
        piece.content.text(&run, at, crate::canvas::Anchor::Start, Colour::Muted);
        piece.content.end();
        let height = piece.height;
        piece.content.artifact(Artifact::Decoration);
        rule(&mut piece.content, area, height, Pen::solid(Colour::Rule, 0.4));
        piece.content.end();
        self.push(piece);
    }

    fn notes(&mut self, area: Area, notes: &[String]) {
        for note in notes {
            self.paragraph(area, "P", &Prepared::plain(note, NOTE.face), NOTE);
        }
    }
}

/// The first two and the last two rows stay together, a heading or a row that heads others with the first of them, and a sum
/// with the row before it.
fn keeps_with_next(rows: &[Tabellrad], i: usize) -> bool {
    let Some(next) = rows.get(i + 1) else { return false };
    let heads = match rows[i].slag {
        Radslag::Delrubrik => true,
        Radslag::Vanlig => next.slag == Radslag::Indragen,
        Radslag::Summa | Radslag::Indragen => false,
    };
    heads || i == 0 || i + 2 == rows.len() || next.slag == Radslag::Summa
}

fn rule(content: &mut Recording, area: Area, y: f32, pen: Pen) {
    content.stroke(&Path::line(point(area.left, y), point(area.right(), y)), pen);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_that_heads_others_is_not_left_at_the_foot_of_a_page() {
        use Radslag::{Delrubrik, Indragen, Summa, Vanlig};
        let kinds = [
            Vanlig, Vanlig, Indragen, Indragen, Vanlig, Indragen, Delrubrik, Vanlig, Vanlig, Summa, Vanlig,
            Vanlig,
        ];
        let rows: Vec<Tabellrad> = kinds.map(|slag| Tabellrad { slag, celler: vec![] }).into();
        let kept: Vec<usize> = (0..rows.len()).filter(|i| keeps_with_next(&rows, *i)).collect();
        assert_eq!(kept, [0, 1, 4, 6, 8, 10]);
    }
}
