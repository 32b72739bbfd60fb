//! The structure tree: tags, headings, tables, figures, lists and links.
use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::{Fault, dictionary, entry, entry_dictionary, items, name, pages};

/// What the page check needs of the tree.
#[derive(Default)]
pub(super) struct Known {
    /// (page, number) of the marked content that elements hold.
    pub(super) content: BTreeSet<(ObjectId, i64)>,
    /// The parent tree: a page's list of elements, or a link's element.
    pub(super) parents: BTreeMap<i64, Object>,
    /// Annotations held by a Link element.
    links: BTreeSet<ObjectId>,
}

/// PDF 1.7 (ISO 32000-1), 14.8.4.
const STANDARD: &[&str] = &[
    "Document",
    "Part",
    "Art",
    "Sect",
    "Div",
    "BlockQuote",
    "Caption",
    "TOC",
    "TOCI",
    "Index",
    "NonStruct",
    "P",
    "H",
    "H1",
    "H2",
    "H3",
    "H4",
    "H5",
    "H6",
    "L",
    "LI",
    "Lbl",
    "LBody",
    "Table",
    "TR",
    "TH",
    "TD",
    "THead",
    "TBody",
    "TFoot",
    "Span",
    "Quote",
    "Note",
    "Reference",
    "BibEntry",
    "Code",
    "Link",
    "Annot",
    "Figure",
    "Formula",
    "Form",
];

pub(super) fn check(file: &Document, faults: &mut Vec<Fault>) -> Known {
    let mut walk = Walk { file, faults, known: Known::default(), roles: BTreeMap::new(), heading: 0 };
    let root = file.catalog().ok().and_then(|catalog| entry_dictionary(file, catalog, "StructTreeRoot"));
    if let Some(root) = root {
        walk.roles = roles(file, root);
        walk.known.parents = parents(file, root);
        walk.children(root, None);
    }
    walk.links();
    walk.known
}

fn roles(file: &Document, root: &Dictionary) -> BTreeMap<String, String> {
    let map = entry_dictionary(file, root, "RoleMap").into_iter().flat_map(|map| map.iter());
    let text = |name: &[u8]| String::from_utf8_lossy(name).into_owned();
    map.filter_map(|(from, to)| Some((text(from), text(to.as_name().ok()?)))).collect()
}

fn parents(file: &Document, root: &Dictionary) -> BTreeMap<i64, Object> {
    let tree = entry_dictionary(file, root, "ParentTree");
    let numbers = tree.and_then(|tree| entry(file, tree, "Nums")).map_or(&[][..], items);
    let pairs = numbers.as_chunks::<2>().0.iter();
    pairs.filter_map(|[key, value]| Some((key.as_i64().ok()?, value.clone()))).collect()
}

struct Walk<'a> {
    file: &'a Document,
    faults: &'a mut Vec<Fault>,
    known: Known,
    roles: BTreeMap<String, String>,
    /// The level of the heading met last; 0 before any.
    heading: u8,
}

impl<'a> Walk<'a> {
    fn children(&mut self, element: &'a Dictionary, page: Option<ObjectId>) {
        let page = element.get(b"Pg").and_then(Object::as_reference).ok().or(page);
        let Some(kids) = entry(self.file, element, "K") else { return };
        for kid in items(kids) {
            match (kid, dictionary(self.file, kid)) {
                (Object::Integer(number), _) => self.know(page, *number),
                (_, Some(inner)) => self.child(inner, page),
                _ => {}
            }
        }
    }

    fn know(&mut self, page: Option<ObjectId>, number: i64) {
        self.known.content.extend(page.map(|page| (page, number)));
    }

    fn child(&mut self, inner: &'a Dictionary, page: Option<ObjectId>) {
        let own = inner.get(b"Pg").and_then(Object::as_reference).ok().or(page);
        match name(self.file, inner, "Type").as_deref() {
            Some("MCR") => {
                if let Some(Object::Integer(number)) = entry(self.file, inner, "MCID") {
                    self.know(own, *number);
                }
            }
            Some("OBJR") => self.known.links.extend(inner.get(b"Obj").and_then(Object::as_reference).ok()),
            _ => self.element(inner, page),
        }
    }

    fn element(&mut self, element: &'a Dictionary, page: Option<ObjectId>) {
        let tag = name(self.file, element, "S").unwrap_or_default();
        let tag = self.roles.get(&tag).cloned().unwrap_or(tag);
        if !STANDARD.contains(&tag.as_str()) {
            self.faults.push(Fault::UnknownTag(tag.clone()));
        }
        match tag.as_str() {
            "H1" | "H2" | "H3" | "H4" | "H5" | "H6" => self.check_heading(tag.as_bytes()[1] - b'0'),
            "TH" if self.attribute(element, "Scope").is_none() => self.faults.push(Fault::HeaderWithoutScope),
            "Table" => self.check_table(element),
            "L" => self.check_list(element),
            "Figure" => self.check_figure(element),
            _ => {}
        }
        self.children(element, page);
    }

    fn check_heading(&mut self, level: u8) {
        if level > self.heading + 1 {
            self.faults.push(Fault::SkippedHeading { from: self.heading, to: level });
        }
        self.heading = level;
    }

    fn check_figure(&mut self, element: &Dictionary) {
        let alt =
            matches!(entry(self.file, element, "Alt"), Some(Object::String(text, _)) if !text.is_empty());
        if !alt {
            self.faults.push(Fault::FigureWithoutAlt);
        }
        if self.attribute(element, "BBox").is_none() {
            self.faults.push(Fault::FigureWithoutBox);
        }
    }

    fn check_list(&mut self, list: &'a Dictionary) {
        let all_items = self.elements(list).iter().all(|(tag, _)| tag == "LI" || tag == "Caption");
        if !all_items || self.elements(list).is_empty() {
            self.faults.push(Fault::ListWithoutItems);
        }
    }

    fn check_table(&mut self, table: &'a Dictionary) {
        let groups = self.elements(table);
        let rows = groups.into_iter().flat_map(|(tag, part)| match tag.as_str() {
            "TR" => vec![(tag, part)],
            "THead" | "TBody" | "TFoot" => self.elements(part),
            _ => vec![],
        });
        let widths: BTreeSet<i64> = rows.map(|(_, row)| self.columns(row)).collect();
        if widths.len() > 1 {
            self.faults.push(Fault::UnevenTable);
        }
    }

    fn columns(&self, row: &'a Dictionary) -> i64 {
        let span = |cell: &Dictionary| {
            self.attribute(cell, "ColSpan").and_then(|span| span.as_i64().ok()).unwrap_or(1)
        };
        self.elements(row).into_iter().map(|(_, cell)| span(cell)).sum()
    }

    /// The elements right below, with their tags.
    fn elements(&self, of: &'a Dictionary) -> Vec<(String, &'a Dictionary)> {
        let kids = entry(self.file, of, "K").map_or(&[][..], items);
        let inner = kids.iter().filter_map(|kid| dictionary(self.file, kid));
        inner.filter_map(|inner| Some((name(self.file, inner, "S")?, inner))).collect()
    }

    fn attribute<'d>(&'d self, element: &'d Dictionary, key: &str) -> Option<&'d Object> {
        let attributes = items(entry(self.file, element, "A")?);
        attributes
            .iter()
            .filter_map(|one| dictionary(self.file, one))
            .find_map(|one| entry(self.file, one, key))
    }

    /// Every link annotation says what it is and belongs to a Link element that knows it.
    fn links(&mut self) {
        for (number, _, page) in pages(self.file) {
            let annotations = entry(self.file, page, "Annots").map_or(&[][..], items);
            for annotation in annotations {
                let Some(link) = dictionary(self.file, annotation) else { continue };
                if entry(self.file, link, "Contents").is_none() {
                    self.faults.push(Fault::LinkWithoutContents(number));
                }
                let held = annotation.as_reference().is_ok_and(|id| self.known.links.contains(&id));
                let parent = entry(self.file, link, "StructParent").and_then(|key| key.as_i64().ok());
                let element = parent.and_then(|key| self.known.parents.get(&key));
                let element = element.and_then(|element| dictionary(self.file, element));
                let tag = element.and_then(|element| name(self.file, element, "S"));
                if !held || tag.as_deref() != Some("Link") {
                    self.faults.push(Fault::LinkWithoutElement(number));
                }
            }
        }
    }
}
