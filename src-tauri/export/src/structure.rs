//! The structure tree: what a listener meets, in order. It becomes PDF tags and the text view.
//! An element holds elements or content, never both, so content needs no place among children.

/// An element's place in its tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ElementId(pub usize);

/// One structure element, named as in ISO 32000-1, 14.8.4.
#[derive(Debug, Clone)]
pub struct Element {
    pub tag: &'static str,
    pub parent: Option<ElementId>,
    pub children: Vec<ElementId>,
    pub attribute: Option<Attribute>,
    /// What a figure says, in words.
    pub alt: Option<String>,
}

/// What an element says of itself beside its tag.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Attribute {
    ColumnHeader,
    RowHeader,
    /// A heading inside a table, over all its columns.
    GroupHeader(u16),
    /// A cell over several columns.
    Columns(u16),
    BulletList,
    NumberedList,
    /// A list whose labels are words.
    PlainList,
    /// Left, top, right, bottom of a figure on its page, in points.
    Box([f32; 4]),
}

/// All elements of a report; the first is the document.
#[derive(Debug, Clone, Default)]
pub struct Tree(Vec<Element>);

impl Tree {
    /// A tree with its document element.
    pub fn new() -> Tree {
        let mut tree = Tree::default();
        tree.push(None, "Document");
        tree
    }

    pub const DOCUMENT: ElementId = ElementId(0);

    pub fn add(&mut self, parent: ElementId, tag: &'static str) -> ElementId {
        let id = self.push(Some(parent), tag);
        if let Some(parent) = self.0.get_mut(parent.0) {
            parent.children.push(id);
        }
        id
    }

    /// Adds an element before the parent's child number `place`.
    pub fn insert(&mut self, parent: ElementId, place: usize, tag: &'static str) -> ElementId {
        let id = self.push(Some(parent), tag);
        if let Some(parent) = self.0.get_mut(parent.0) {
            parent.children.insert(place.min(parent.children.len()), id);
        }
        id
    }

    /// How many children an element has so far.
    pub fn child_count(&self, element: ElementId) -> usize {
        self.0.get(element.0).map_or(0, |element| element.children.len())
    }

    pub fn set_attribute(&mut self, element: ElementId, attribute: Attribute) {
        if let Some(element) = self.0.get_mut(element.0) {
            element.attribute = Some(attribute);
        }
    }

    pub fn set_alt(&mut self, element: ElementId, alt: &str) {
        if let Some(element) = self.0.get_mut(element.0) {
            element.alt = Some(alt.to_owned());
        }
    }

    pub fn elements(&self) -> &[Element] {
        &self.0
    }

    pub fn tag(&self, element: ElementId) -> &'static str {
        self.0.get(element.0).map_or("NonStruct", |element| element.tag)
    }

    fn push(&mut self, parent: Option<ElementId>, tag: &'static str) -> ElementId {
        let id = ElementId(self.0.len());
        self.0.push(Element { tag, parent, children: vec![], attribute: None, alt: None });
        id
    }
}
