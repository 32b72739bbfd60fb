//! Sets every piece down on its page, and with it figures' boxes, links and bookmarks.
use plan_report::tree::Rapport;

use super::composer::{Composer, Header, Piece};
use super::geometry::TOP;
use super::paginate::{Placed, Placement};
use super::running::draw_running;
use crate::canvas::Artifact;
use crate::fonts::Fonts;
use crate::pages::{Bookmark, Destination, Link, Page, Pages, Recording, Target};
use crate::palette::Palette;
use crate::structure::{Attribute, Tree};

pub(super) fn finish(composer: Composer, placed: Placed, rapport: &Rapport) -> Pages {
    let Composer { fonts, tree, pieces, headers, .. } = composer;
    let bookmarks = bookmarks(&pieces, &placed.placements);
    let mut setter =
        Setter { fonts, tree, headers: &headers, pages: empty_pages(&placed), links: vec![], bookmarks };
    for (piece, at) in pieces.into_iter().zip(placed.placements) {
        setter.set(piece, at);
    }
    let Setter { fonts, tree, mut pages, links, bookmarks, .. } = setter;
    draw_running(&mut pages, fonts, rapport);
    Pages {
        title: rapport.titel.clone(),
        author: super::title::joined(&[&rapport.kommun, &rapport.avsandare]),
        subject: super::title::joined(&[&rapport.namnd, &rapport.period_text]),
        date: rapport.datum,
        palette: Palette::print(rapport.accent),
        pages,
        tree,
        links,
        bookmarks,
    }
}

fn empty_pages(placed: &Placed) -> Vec<Page> {
    let empty = |(width, height)| Page { width, height, content: Recording::default() };
    placed.shapes.iter().map(|shape| empty(shape.size())).collect()
}

fn bookmarks(pieces: &[Piece], placements: &[Placement]) -> Vec<Bookmark> {
    let marked = pieces.iter().zip(placements).filter_map(|(piece, at)| {
        let (level, text) = piece.bookmark.clone()?;
        Some(Bookmark { level, text, target: Target { page: at.page, y: at.y - 4.0 } })
    });
    marked.collect()
}

struct Setter<'a> {
    fonts: &'a mut Fonts,
    tree: Tree,
    headers: &'a [Header],
    pages: Vec<Page>,
    links: Vec<Link>,
    bookmarks: Vec<Bookmark>,
}

impl Setter<'_> {
    fn set(&mut self, piece: Piece, at: Placement) {
        if let Some((figure, area)) = piece.figure {
            self.tree.set_attribute(figure, Attribute::Box(moved_down(area, at.y)));
        }
        for link in piece.links {
            let area = moved_down(link.area, at.y);
            let destination = Destination::Web(link.address);
            self.links.push(Link {
                page: at.page,
                area,
                destination,
                element: link.element,
                text: link.text,
            });
        }
        let mut content = piece.content;
        if let Some(entry) = piece.entry
            && let Some(bookmark) = self.bookmarks.get(entry.bookmark)
        {
            let (line, area) = entry.draw(self.fonts, bookmark.target.page + 1);
            content.append(line, 0.0);
            self.links.push(Link {
                page: at.page,
                area: moved_down(area, at.y),
                destination: Destination::Here(bookmark.target),
                element: entry.element,
                text: format!("{}, sida {}", entry.text, bookmark.target.page + 1),
            });
        }
        let Some(page) = self.pages.get_mut(at.page) else { return };
        if let Some(header) = at.repeated.and_then(|header| self.headers.get(header)) {
            page.content.append_as_artifact(&header.content, Artifact::RepeatedHeader, TOP);
        }
        page.content.append(content, at.y);
    }
}

fn moved_down([left, top, right, bottom]: [f32; 4], dy: f32) -> [f32; 4] {
    [left, top + dy, right, bottom + dy]
}
