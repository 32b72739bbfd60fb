//! The structure tree in the file: elements, marked content, links and the parent tree that ties them together.
use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::metadata::text_string;
use crate::pages::{Destination, Link, Pages};
use crate::structure::{Attribute, Element, ElementId};

/// Which element each piece of marked content belongs to; its number is its place in its page's list.
#[derive(Default)]
pub(super) struct Marks(Vec<PageMarks>);

#[derive(Default)]
pub(super) struct PageMarks(Vec<ElementId>);

impl Marks {
    pub(super) fn page(&mut self) -> &mut PageMarks {
        self.0.push(PageMarks::default());
        let last = self.0.len() - 1;
        &mut self.0[last]
    }

    /// For each element its (page, number) pairs, in page order.
    fn by_element(&self, elements: usize) -> Vec<Vec<(usize, i64)>> {
        let mut content = vec![vec![]; elements];
        for (page, marks) in self.0.iter().enumerate() {
            for (number, element) in marks.0.iter().enumerate() {
                if let Some(content) = content.get_mut(element.0) {
                    content.push((page, number as i64));
                }
            }
        }
        content
    }
}

impl PageMarks {
    pub(super) fn add(&mut self, element: ElementId) -> i64 {
        self.0.push(element);
        self.0.len() as i64 - 1
    }
}

/// The objects' numbers, given before any of them is written.
struct Ids<'a> {
    root: ObjectId,
    elements: Vec<ObjectId>,
    links: Vec<ObjectId>,
    pages: &'a [ObjectId],
}

/// Writes elements, links and parent tree; gives back the tree's root for the catalog.
pub(super) fn write(
    file: &mut Document,
    pages: &Pages,
    marks: &Marks,
    page_ids: &[ObjectId],
) -> lopdf::Result<ObjectId> {
    let elements = pages.tree.elements();
    let ids = Ids {
        root: file.new_object_id(),
        elements: elements.iter().map(|_| file.new_object_id()).collect(),
        links: pages.links.iter().map(|_| file.new_object_id()).collect(),
        pages: page_ids,
    };
    let links = links_by(pages, |link| link.element.0);
    for (i, (element, content)) in elements.iter().zip(marks.by_element(elements.len())).enumerate() {
        let own = links.get(&i).map_or(&[][..], Vec::as_slice);
        file.set_object(ids.elements[i], element_object(element, &content, own, &ids));
    }
    write_root(file, pages, marks, &ids);
    write_links(file, pages, &ids);
    number_pages(file, pages, &ids)?;
    Ok(ids.root)
}

/// Links with their numbers, gathered by what `key` says.
fn links_by(pages: &Pages, key: impl Fn(&Link) -> usize) -> BTreeMap<usize, Vec<(usize, &Link)>> {
    let mut gathered: BTreeMap<usize, Vec<(usize, &Link)>> = BTreeMap::new();
    for (i, link) in pages.links.iter().enumerate() {
        gathered.entry(key(link)).or_default().push((i, link));
    }
    gathered
}

fn element_object(
    element: &Element,
    content: &[(usize, i64)],
    links: &[(usize, &Link)],
    ids: &Ids,
) -> Dictionary {
    let own_page = content.first().map(|(page, _)| *page);
    let parent = element.parent.map_or(ids.root, |parent| ids.elements[parent.0]);
    let mut object = dictionary! {"Type" => "StructElem", "S" => element.tag, "P" => parent};
    let mut kids: Vec<Object> = vec![];
    for &(page, number) in content {
        kids.push(match own_page == Some(page) {
            true => number.into(),
            false => dictionary! {"Type" => "MCR", "Pg" => ids.pages[page], "MCID" => number}.into(),
        });
    }
    kids.extend(element.children.iter().map(|child| Object::from(ids.elements[child.0])));
    for (link, Link { page, .. }) in links {
        kids.push(dictionary! {"Type" => "OBJR", "Pg" => ids.pages[*page], "Obj" => ids.links[*link]}.into());
    }
    if let Some(page) = own_page {
        object.set("Pg", ids.pages[page]);
    }
    if !kids.is_empty() {
        object.set("K", kids);
    }
    if let Some(alt) = &element.alt {
        object.set("Alt", text_string(alt));
    }
    if let Some(attribute) = element.attribute {
        object.set("A", attribute_object(attribute));
    }
    object
}

fn attribute_object(attribute: Attribute) -> Dictionary {
    let list = |numbering: &str| dictionary! {"O" => "List", "ListNumbering" => numbering};
    match attribute {
        Attribute::ColumnHeader => dictionary! {"O" => "Table", "Scope" => "Column"},
        Attribute::RowHeader => dictionary! {"O" => "Table", "Scope" => "Row"},
        Attribute::GroupHeader(columns) => {
            dictionary! {"O" => "Table", "Scope" => "Row", "ColSpan" => i64::from(columns)}
        }
        Attribute::Columns(columns) => dictionary! {"O" => "Table", "ColSpan" => i64::from(columns)},
        Attribute::BulletList => list("Disc"),
        Attribute::NumberedList => list("Decimal"),
        Attribute::PlainList => list("None"),
        Attribute::Box(area) => dictionary! {"O" => "Layout", "BBox" => reals(area), "Placement" => "Block"},
    }
}

fn write_root(file: &mut Document, pages: &Pages, marks: &Marks, ids: &Ids) {
    let mut numbers: Vec<Object> = vec![];
    for (page, page_marks) in marks.0.iter().enumerate() {
        let owners: Vec<Object> = page_marks.0.iter().map(|element| ids.elements[element.0].into()).collect();
        numbers.extend([(page as i64).into(), file.add_object(owners).into()]);
    }
    for (i, link) in pages.links.iter().enumerate() {
        numbers.extend([link_number(pages, i).into(), ids.elements[link.element.0].into()]);
    }
    let parents = file.add_object(dictionary! {"Nums" => numbers});
    let root = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => vec![ids.elements[0].into()],
        "ParentTree" => parents,
        "ParentTreeNextKey" => link_number(pages, pages.links.len()),
        "RoleMap" => dictionary! {"Title" => "P"},
    };
    file.set_object(ids.root, root);
}

/// Pages take the first numbers of the parent tree, links the ones after.
fn link_number(pages: &Pages, link: usize) -> i64 {
    (pages.pages.len() + link) as i64
}

fn write_links(file: &mut Document, pages: &Pages, ids: &Ids) {
    for (i, link) in pages.links.iter().enumerate() {
        let [left, top, right, bottom] = link.area;
        let height = pages.pages[link.page].height;
        let mut annotation = dictionary! {
            "Type" => "Annot",
            "Subtype" => "Link",
            "F" => 4,
            "StructParent" => link_number(pages, i),
            "Rect" => reals([left, height - bottom, right, height - top]),
            "Border" => vec![0.into(), 0.into(), 0.into()],
            "Contents" => text_string(&link.text),
        };
        match &link.destination {
            Destination::Here(target) => {
                let y = pages.pages[target.page].height - target.y;
                let place: Vec<Object> =
                    vec![ids.pages[target.page].into(), "XYZ".into(), 0.into(), y.into(), 0.into()];
                annotation.set("Dest", place);
            }
            Destination::Web(address) => annotation.set(
                "A",
                dictionary! {"Type" => "Action", "S" => "URI", "URI" => Object::string_literal(address.as_str())},
            ),
        }
        file.set_object(ids.links[i], annotation);
    }
}

fn number_pages(file: &mut Document, pages: &Pages, ids: &Ids) -> lopdf::Result<()> {
    let links = links_by(pages, |link| link.page);
    for (number, id) in ids.pages.iter().enumerate() {
        let page = file.get_dictionary_mut(*id)?;
        page.set("StructParents", number as i64);
        page.set("Tabs", "S");
        page.remove(b"Annots");
        if let Some(here) = links.get(&number) {
            page.set("Annots", here.iter().map(|(i, _)| Object::from(ids.links[*i])).collect::<Vec<_>>());
        }
    }
    Ok(())
}

fn reals(values: [f32; 4]) -> Vec<Object> {
    values.map(Object::Real).into()
}
