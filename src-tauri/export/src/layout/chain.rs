//! The goal chain as a picture: a bead for each mål, one step in for each level, joined by the red thread. Where the
//! thread breaks it is dashed, and so is the bead. The lines and beads are a figure with the finding as its text (further
//! branches of the picture add nothing to hear); the words are a real list, one level in it for each level of the chain.
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
/// How much of a page a branch may take before it is parted.
const MOST: f32 = 0.4;
/// A part lower than this is not worth a break, in points.
const LEAST: f32 = 70.0;
/// In points.
const SEAM: f32 = 0.5;
const DASHES: &[f32] = &[2.2, 2.2];

/// A node with its lines and its place down the picture.
struct Row<'k> {
    node: &'k Kedjenod,
    lines: Vec<Line>,
    height: f32,
    /// Depths of the rows above it that have more children below it: their threads run past.
    passing: Vec<u8>,
    parent: Option<u8>,
    has_children: bool,
}

impl Composer<'_> {
    pub(super) fn chain(&mut self, area: Area, chain: &Kedja) {
        if chain.noder.is_empty() {
            return;
        }
        self.figures += 1;
        let title = format!("Diagram\u{a0}{}. {}", self.figures, chain.rubrik);
        self.figure_title(area, &title);
        let mut rows: Vec<Row> = chain.noder.iter().map(|node| self.chain_row(area, node)).collect();
        join(&mut rows);
        let figure = self.tree.add(area.parent, "Figure");
        self.tree.set_alt(figure, if chain.fynd.trim().is_empty() { &title } else { &chain.fynd });
        let mut list = List::new(self.list_element(area.parent));
        for (i, (from, to)) in parts(&rows).into_iter().enumerate() {
            let mut piece = self.chain_part(area, &rows[from..to], (i == 0).then_some(figure), &mut list);
            piece.before = if i == 0 { 3.0 } else { 0.0 };
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
        Row { node, lines, height, passing: vec![], parent: None, has_children: false }
    }

    fn chain_part(&mut self, area: Area, rows: &[Row], figure: Option<ElementId>, list: &mut List) -> Piece {
        let height = rows.iter().map(|row| row.height).sum();
        let mut piece = Piece { height, ..Piece::default() };
        match figure {
            Some(figure) => piece.content.begin(figure),
            None => piece.content.artifact(Artifact::Decoration),
        }
        let mut top = 0.0;
        for row in rows {
            draw_threads(&mut piece.content, area, (row, top));
            draw_bead(&mut piece.content, row, bead_at(area, row.node, top));
            top += row.height;
        }
        piece.content.end();
        piece.figure = figure.map(|figure| (figure, [area.left, 0.0, area.right(), height]));
        top = 0.0;
        for row in rows {
            let element = list.item(self, row.node.djup);
            self.row_words(&mut piece.content, area, (row, top), element);
            top += row.height;
        }
        piece
    }

    /// The level's word above, the mål's own text, and the verdict at the right.
    fn row_words(
        &mut self,
        content: &mut Recording,
        area: Area,
        (row, top): (&Row, f32),
        element: ElementId,
    ) {
        let left = text_left(area, row.node);
        let level = printable(&row.node.niva).into_owned();
        let mut y = top;
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
            Some((open, open_list, last)) if *open_list == list => {
                (*open, *last) = (depth.min(*open), Some(body))
            }
            _ => self.open.push((depth, list, Some(body))),
        }
        words
    }
}

/// Finds out which threads run past each row.
fn join(rows: &mut [Row]) {
    let depths: Vec<u8> = rows.iter().map(|row| row.node.djup).collect();
    let parents: Vec<Option<usize>> =
        (0..depths.len()).map(|i| (0..i).rev().find(|above| depths[*above] < depths[i])).collect();
    let mut last_child = vec![0; rows.len()];
    for (i, parent) in parents.iter().enumerate() {
        if let Some(parent) = parent {
            last_child[*parent] = i;
        }
    }
    for (i, row) in rows.iter_mut().enumerate() {
        row.parent = parents[i].map(|parent| depths[parent]);
        row.has_children = last_child[i] > i;
        let mut above = parents[i];
        while let Some(ancestor) = above {
            if last_child[ancestor] > i {
                row.passing.push(depths[ancestor]);
            }
            above = parents[ancestor];
        }
    }
}

/// From and to rows; a branch is parted only where it is high, and then before the highest level within reach.
fn parts(rows: &[Row]) -> Vec<(usize, usize)> {
    let most = Shape::Portrait.content_height() * MOST;
    let mut parts = vec![];
    let mut from = 0;
    while from < rows.len() {
        let mut height = rows[from].height;
        let mut to = from + 1;
        let mut reach = vec![];
        while to < rows.len() && height <= most {
            if height >= LEAST {
                reach.push(to);
            }
            height += rows[to].height;
            to += 1;
        }
        let shallowest = reach.iter().copied().min_by_key(|i| (rows[*i].node.djup, std::cmp::Reverse(*i)));
        let branch_ends = shallowest.filter(|i| rows[*i].node.djup <= 1 || height > most);
        to = branch_ends.unwrap_or(to);
        parts.push((from, to));
        from = to;
    }
    parts
}

/// The column of a depth's beads; a chain deeper than the page is wide goes on in the last column.
fn column(area: Area, depth: u8) -> f32 {
    area.left + BEAD + 1.0 + (f32::from(depth) * STEP).min(area.width * 0.5)
}

fn bead_at(area: Area, node: &Kedjenod, top: f32) -> Point {
    let level = if node.niva.trim().is_empty() { 0.0 } else { LEVEL.leading };
    point(column(area, node.djup), top + level + 6.4)
}

fn text_left(area: Area, node: &Kedjenod) -> f32 {
    column(area, node.djup) + TEXT_GAP
}

/// What of the thread is seen in a row: what runs past, the turn to its own bead, and the way down to its children.
fn draw_threads(content: &mut Recording, area: Area, (row, top): (&Row, f32)) {
    let here = bead_at(area, row.node, top);
    // Rows overlap by a hair, so that the thread shows no seam.
    let (top, bottom) = (top - SEAM, top + row.height + SEAM);
    let pen = Pen::solid(Colour::Thread, THREAD);
    for depth in &row.passing {
        let x = column(area, *depth);
        content.stroke(&Path::line(point(x, top), point(x, bottom)), pen);
    }
    if let Some(parent) = row.parent {
        content.stroke(&elbow(point(column(area, parent), top), here), pen);
    }
    if row.has_children {
        content.stroke(&Path::line(here, point(here.x, bottom)), pen);
    } else if row.node.bruten {
        let pen = Pen { dash: DASHES, ..pen };
        content.stroke(&Path::line(point(here.x, here.y + BEAD), point(here.x, bottom)), pen);
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

fn draw_bead(content: &mut Recording, row: &Row, at: Point) {
    content.fill(&Path::circle(at, BEAD), Colour::Paper);
    let dash = if row.node.bruten { &[1.6, 1.4][..] } else { &[] };
    content.stroke(&Path::circle(at, BEAD), Pen { dash, ..Pen::solid(Colour::Thread, 1.4) });
}
