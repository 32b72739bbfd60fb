//! The goal chain as a picture: a bead for each mål, one step in for each level, joined by the red thread. Where the
//! thread breaks it is dashed, and so is the bead. The lines and beads are a figure with the finding as its text; the
//! words are a real list, one level in it for each level of the chain.
use plan_report::tree::{Kedja, Kedjenod};

use super::composer::{Composer, Piece};
use super::geometry::{Area, Shape};
use super::paragraph::Prepared;
use super::style::{BODY, NOTE, Style};
use crate::canvas::{Anchor, Artifact, Canvas, Colour, Path, Pen, Point, Segment, point};
use crate::fonts::Face;
use crate::pages::Recording;
use crate::structure::{Attribute, ElementId};
use crate::symbol::{Spot, draw_bedomning};
use crate::text::{Line, break_lines, printable};

const STEP: f32 = 19.0;
const TEXT_GAP: f32 = 13.0;
const BEAD: f32 = 3.4;
const BETWEEN: f32 = 6.5;
const THREAD: f32 = 1.7;
const MARK_COLUMN: f32 = 132.0;
const LEVEL: Style = Style { face: Face::Regular, size: 7.8, leading: 10.0, colour: Colour::Muted, ..NOTE };
/// How much of a page a picture may take before it is parted.
const MOST: f32 = 0.8;
const DASHES: &[f32] = &[2.2, 2.2];

/// A node with its lines and its place down the picture.
struct Row<'k> {
    node: &'k Kedjenod,
    lines: Vec<Line>,
    top: f32,
    height: f32,
}

impl Composer<'_> {
    pub(super) fn chain(&mut self, area: Area, chain: &Kedja) {
        if chain.noder.is_empty() {
            return;
        }
        self.figures += 1;
        let title = format!("Diagram\u{a0}{}. {}", self.figures, chain.rubrik);
        self.figure_title(area, &title);
        let rows: Vec<Row> = chain.noder.iter().map(|node| self.chain_row(area, node)).collect();
        let fynd = if chain.fynd.trim().is_empty() { &title } else { &chain.fynd };
        let parts = parts(&rows);
        let figures: Vec<ElementId> = parts.iter().map(|_| self.tree.add(area.parent, "Figure")).collect();
        let mut list = List::new(self.list_element(area.parent));
        for (i, ((from, to), figure)) in parts.into_iter().zip(figures).enumerate() {
            let alt = if i == 0 { fynd.clone() } else { format!("{title}, fortsättning") };
            self.tree.set_alt(figure, &alt);
            let piece = self.chain_part(area, (&rows, from, to), figure, &mut list);
            self.push(piece);
        }
        self.next_before = Some(12.0);
    }

    fn chain_row<'k>(&mut self, area: Area, node: &'k Kedjenod) -> Row<'k> {
        let left = text_left(area, node);
        let room = (area.right() - left - if node.bedomning.is_some() { MARK_COLUMN } else { 0.0 }).max(60.0);
        let face = if node.djup <= 1 { Face::Semibold } else { Face::Regular };
        let lines = break_lines(self.fonts, &Prepared::plain(&node.text, face).spans(), BODY.text(), room);
        let level = if node.niva.trim().is_empty() { 0.0 } else { LEVEL.leading };
        let height = level + lines.len().max(1) as f32 * 13.2 + BETWEEN;
        Row { node, lines, top: 0.0, height }
    }

    fn chain_part(
        &mut self,
        area: Area,
        (rows, from, to): (&[Row], usize, usize),
        figure: ElementId,
        list: &mut List,
    ) -> Piece {
        let mut top = 0.0;
        let mut placed: Vec<Row> = vec![];
        for row in &rows[from..to] {
            placed.push(Row { node: row.node, lines: row.lines.clone(), top, height: row.height });
            top += row.height;
        }
        let mut piece = Piece { height: top, before: 3.0, ..Piece::default() };
        piece.content.begin(figure);
        draw_threads(&mut piece.content, area, &placed);
        placed.iter().for_each(|row| draw_bead(&mut piece.content, area, row));
        piece.content.end();
        piece.figure = Some((figure, [area.left, 0.0, area.right(), top]));
        for row in &placed {
            let element = list.item(self, row.node.djup);
            self.row_words(&mut piece.content, area, row, element);
        }
        piece
    }

    /// The level's word above, the mål's own text, and the verdict at the right.
    fn row_words(&mut self, content: &mut Recording, area: Area, row: &Row, element: ElementId) {
        let left = text_left(area, row.node);
        let level = printable(&row.node.niva).into_owned();
        let mut y = row.top;
        content.begin(element);
        if !level.trim().is_empty() {
            // The space parts the words for a listener.
            let run = self.fonts.run(&format!("{level} "), LEVEL.face, LEVEL.size);
            content.text(&run, point(left, y + LEVEL.baseline()), Anchor::Start, Colour::Muted);
            y += LEVEL.leading;
        }
        for (i, line) in row.lines.iter().enumerate() {
            for placed in &line.runs {
                let at = point(left + placed.x, y + i as f32 * 13.2 + 9.9);
                content.text(&placed.run, at, Anchor::Start, Colour::Ink);
            }
        }
        if let Some(verdict) = &row.node.bedomning {
            let run = self.fonts.run(&format!(" {}", printable(&verdict.ord)), Face::Regular, 8.8);
            let x = area.right() - MARK_COLUMN + 16.0;
            content.text(&run, point(x, y + 9.6), Anchor::Start, Colour::Ink);
        }
        content.end();
        if let Some(verdict) = &row.node.bedomning {
            let centre = point(area.right() - MARK_COLUMN + 10.0, y + 6.6);
            content.artifact(Artifact::Decoration);
            draw_bedomning(content, verdict.utfall, Spot { centre, r: 4.0 });
            content.end();
        }
    }

    fn list_element(&mut self, parent: ElementId) -> ElementId {
        let list = self.tree.add(parent, "L");
        self.tree.set_attribute(list, Attribute::PlainList);
        list
    }
}

/// The open lists, outermost first; each level of the chain is a list inside the item before it.
struct List {
    open: Vec<(u8, ElementId, Option<ElementId>)>,
    root: ElementId,
}

impl List {
    fn new(root: ElementId) -> List {
        List { open: vec![], root }
    }

    /// The element for the next node's words.
    fn item(&mut self, composer: &mut Composer, depth: u8) -> ElementId {
        while self.open.last().is_some_and(|(open, ..)| *open > depth) && self.open.len() > 1 {
            self.open.pop();
        }
        let list = match self.open.last() {
            None => self.root,
            Some((open, list, _)) if *open >= depth => *list,
            Some((_, list, body)) => composer.list_element(body.unwrap_or(*list)),
        };
        let item = composer.tree.add(list, "LI");
        let body = composer.tree.add(item, "LBody");
        let words = composer.tree.add(body, "P");
        match self.open.last_mut() {
            Some((open, open_list, last)) if *open_list == list => (*open, *last) = (depth.min(*open), Some(body)),
            _ => self.open.push((depth, list, Some(body))),
        }
        words
    }
}

/// From and to rows; parted before the highest level within reach, so that a branch is not torn from its root.
fn parts(rows: &[Row]) -> Vec<(usize, usize)> {
    let most = Shape::Portrait.content_height() * MOST;
    let mut parts = vec![];
    let mut from = 0;
    while from < rows.len() {
        let mut height = 0.0;
        let fits = rows[from..].iter().take_while(|row| {
            height += row.height;
            height <= most
        });
        let mut to = from + fits.count().max(1);
        if to < rows.len() {
            let late = from + (to - from) / 2;
            let shallowest = (late + 1..=to).rev().min_by_key(|i| rows[*i].node.djup).unwrap_or(to);
            to = shallowest.max(from + 1);
        }
        parts.push((from, to));
        from = to;
    }
    parts
}

fn bead_at(area: Area, row: &Row) -> Point {
    let level = if row.node.niva.trim().is_empty() { 0.0 } else { LEVEL.leading };
    point(area.left + BEAD + 1.0 + f32::from(row.node.djup) * STEP, row.top + level + 6.4)
}

fn text_left(area: Area, node: &Kedjenod) -> f32 {
    area.left + BEAD + 1.0 + f32::from(node.djup) * STEP + TEXT_GAP
}

/// From each bead down to its children: one stem, and an elbow to each.
fn draw_threads(content: &mut Recording, area: Area, rows: &[Row]) {
    for (i, row) in rows.iter().enumerate() {
        let here = bead_at(area, row);
        let parent = rows[..i].iter().rposition(|other| other.node.djup < row.node.djup);
        let from = parent.map(|parent| bead_at(area, &rows[parent]));
        if let Some(from) = from {
            content.stroke(&elbow(from, here), Pen::solid(Colour::Thread, THREAD));
        }
        if row.node.bruten {
            let end = point(here.x, row.top + row.height + 1.0);
            let pen = Pen { dash: DASHES, ..Pen::solid(Colour::Thread, THREAD) };
            content.stroke(&Path::line(point(here.x, here.y + BEAD), end), pen);
        }
    }
}

/// Straight down, then a soft turn to the child.
fn elbow(from: Point, to: Point) -> Path {
    let radius = (to.x - from.x).abs().min(8.0).min((to.y - from.y).max(0.0));
    let k = radius * 0.45;
    Path(vec![
        Segment::Move(from),
        Segment::Line(point(from.x, to.y - radius)),
        Segment::Curve(point(from.x, to.y - k), point(from.x + k, to.y), point(from.x + radius, to.y)),
        Segment::Line(to),
    ])
}

fn draw_bead(content: &mut Recording, area: Area, row: &Row) {
    let at = bead_at(area, row);
    content.fill(&Path::circle(at, BEAD), Colour::Paper);
    let dash = if row.node.bruten { &[1.6, 1.4][..] } else { &[] };
    content.stroke(&Path::circle(at, BEAD), Pen { dash, ..Pen::solid(Colour::Thread, 1.4) });
}
