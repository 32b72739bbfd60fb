//! The list of contents: its lines take their room first, and are drawn when the page numbers are known.
use super::composer::{Composer, Piece};
use super::geometry::{Area, LEFT};
use super::style::CONTENTS_HEAD;
use crate::canvas::{Anchor, Artifact, Canvas, Colour, Path, Pen, TextRun, point};
use crate::fonts::{Face, Fonts};
use crate::pages::Recording;
use crate::structure::ElementId;
use crate::text::{Span, TextStyle, WordCut, break_lines, printable};

/// With more entries than this, the sections with most in them are listed without it.
const MOST_ENTRIES: usize = 34;
const NUMBER_ROOM: f32 = 34.0;
const INDENT: f32 = 14.0;
const SIZE: f32 = 10.0;
const LEADING: f32 = 14.4;

/// Where among pieces and elements the list goes, if the report turns out long enough.
#[derive(Clone, Copy)]
pub(super) struct Place {
    piece: usize,
    child: usize,
}

/// One line of the list; only the last line of an entry has the page number.
#[derive(Debug)]
pub(super) struct Entry {
    /// Which bookmark it leads to.
    pub(super) bookmark: usize,
    pub(super) element: ElementId,
    pub(super) text: String,
    line: TextRun,
    left: f32,
    is_last: bool,
}

impl Composer<'_> {
    pub(super) fn contents_place(&self) -> Place {
        Place { piece: self.pieces.len(), child: self.tree.child_count(Area::PAGE.parent) }
    }

    pub(super) fn insert_contents(&mut self, place: Place) {
        let headings: Vec<(u8, String)> =
            self.pieces.iter().filter_map(|piece| piece.bookmark.clone()).collect();
        let body = self.pieces.split_off(place.piece);
        self.contents_heading(place);
        let list = self.tree.insert(Area::PAGE.parent, place.child + 1, "TOC");
        let levels: Vec<u8> = headings.iter().map(|(level, _)| *level).collect();
        for bookmark in listed(&levels) {
            let (level, text) = &headings[bookmark];
            self.entry(list, bookmark, (*level, text));
        }
        self.pieces.extend(body);
    }

    fn contents_heading(&mut self, place: Place) {
        let heading = self.tree.insert(Area::PAGE.parent, place.child, "P");
        let area = Area::PAGE;
        let run = self.fonts.run("Innehåll", CONTENTS_HEAD.face, CONTENTS_HEAD.size);
        let mut piece = Piece {
            height: CONTENTS_HEAD.leading,
            before: CONTENTS_HEAD.before,
            keep: true,
            ..Piece::default()
        };
        piece.content.begin(heading);
        piece.content.text(
            &run,
            point(area.left, CONTENTS_HEAD.baseline()),
            Anchor::Start,
            CONTENTS_HEAD.colour,
        );
        piece.content.end();
        self.pieces.push(piece);
    }

    fn entry(&mut self, list: ElementId, bookmark: usize, (level, text): (u8, &str)) {
        let item = self.tree.add(list, "TOCI");
        let reference = self.tree.add(item, "Reference");
        let element = self.tree.add(reference, "Link");
        let (face, indent) = if level == 1 { (Face::Semibold, 0.0) } else { (Face::Regular, INDENT) };
        let text = printable(text).into_owned();
        let style = TextStyle { size: SIZE, cut: WordCut::TooWide };
        let room = Area::PAGE.width - indent - NUMBER_ROOM;
        let lines = break_lines(self.fonts, &[Span::plain(&text, face)], style, room);
        let count = lines.len();
        for (i, line) in lines.into_iter().flat_map(|line| line.runs).enumerate() {
            let before = if i == 0 && level == 1 { 2.5 } else { 0.0 };
            let is_last = i + 1 == count;
            let left = LEFT + indent;
            let entry = Entry { bookmark, element, text: text.clone(), line: line.run, left, is_last };
            let piece =
                Piece { height: LEADING, before, keep: !is_last, entry: Some(entry), ..Piece::default() };
            self.pieces.push(piece);
        }
    }
}

/// Which headings are listed: sections, and what is in them as long as the list stays short.
fn listed(levels: &[u8]) -> Vec<usize> {
    let mut sections: Vec<Vec<usize>> = vec![];
    for (i, level) in levels.iter().enumerate() {
        match (level, sections.last_mut()) {
            (2, Some(section)) => section.push(i),
            (1, _) => sections.push(vec![i]),
            _ => {}
        }
    }
    while sections.iter().map(Vec::len).sum::<usize>() > MOST_ENTRIES {
        let Some(longest) = sections.iter_mut().max_by_key(|section| section.len()) else { break };
        if longest.len() == 1 {
            break;
        }
        longest.truncate(1);
    }
    sections.concat()
}

impl Entry {
    /// The line with its page number; `area` is that of the link, within the piece.
    pub(super) fn draw(&self, fonts: &mut Fonts, page_number: usize) -> (Recording, [f32; 4]) {
        let mut content = Recording::default();
        let (right, y) = (Area::PAGE.right(), LEADING - 4.4);
        // The space parts number and name for a listener.
        let numeral = fonts.run(&format!(" {page_number}"), self.line.face, SIZE);
        content.begin(self.element);
        content.text(&self.line, point(self.left, y), Anchor::Start, Colour::Ink);
        if self.is_last {
            content.text(&numeral, point(right, y), Anchor::End, Colour::Ink);
        }
        content.end();
        if self.is_last {
            let from = point(self.left + self.line.width + 6.0, y - 0.4);
            let to = point(right - numeral.width - 6.0, y - 0.4);
            content.artifact(Artifact::Decoration);
            content
                .stroke(&Path::line(from, to), Pen { dash: &[0.6, 3.2], ..Pen::solid(Colour::Muted, 0.5) });
            content.end();
        }
        (content, [self.left, 0.0, right, LEADING])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_section_is_listed_without_what_is_in_it() {
        let mut levels = vec![1, 2, 2, 3, 1];
        levels.extend([2; 40]);
        levels.push(1);
        assert_eq!(listed(&levels), [0, 1, 2, 4, 45]);
        assert_eq!(listed(&[1; 50]).len(), 50, "sections are always listed");
    }
}
