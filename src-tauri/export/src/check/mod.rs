//! The invariants of an accessible, archivable PDF (PDF/UA-1 and PDF/A-2a), read from the finished file. For tests: a
//! file is made without it. Knows PDF objects. Knows nothing of how ours are made, so that it cannot share its mistakes.
mod content;
mod file;
mod structure;

use lopdf::{Dictionary, Document, Object, ObjectId};

/// Something that an accessible, archivable file must not have.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// The catalog lacks it, or says something else than it must.
    Catalog(&'static str),
    /// The XMP packet lacks it.
    Xmp(&'static str),
    /// No output intent whose profile has three colours.
    OutputIntent,
    /// A page (from 1) lacks StructParents or Tabs S.
    Page(usize, &'static str),
    /// Something is painted on the page outside any tag or artifact.
    Unmarked(usize),
    /// Marked content that its page's list in the parent tree, or its element, does not know.
    Orphan {
        page: usize,
        number: i64,
    },
    /// The page paints in DeviceCMYK.
    Cmyk(usize),
    /// The page shows the glyph for a missing character.
    Notdef(usize),
    FontNotEmbedded(String),
    FontWithoutUnicode(String),
    /// A tag that is neither standard nor mapped to one.
    UnknownTag(String),
    HeaderWithoutScope,
    /// The rows of a table have different numbers of columns.
    UnevenTable,
    FigureWithoutAlt,
    FigureWithoutBox,
    /// A heading after one of an earlier level: 1, then 3.
    SkippedHeading {
        from: u8,
        to: u8,
    },
    /// A list holds something else than items.
    ListWithoutItems,
    /// A link annotation without Contents.
    LinkWithoutContents(usize),
    /// A link annotation that no Link element holds, or that does not know its element.
    LinkWithoutElement(usize),
}

/// Everything that is wrong with the file, sorted; empty for a good one.
pub fn faults(file: &Document) -> Vec<Fault> {
    let mut faults = vec![];
    file::check(file, &mut faults);
    let tree = structure::check(file, &mut faults);
    content::check(file, &tree, &mut faults);
    faults.sort();
    faults.dedup();
    faults
}

/// Reads a file and checks it.
pub fn check(bytes: &[u8]) -> Result<Vec<Fault>, lopdf::Error> {
    Ok(faults(&Document::load_mem(bytes)?))
}

/// The dictionary that an object is or refers to; a stream has one too.
fn dictionary<'a>(file: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
    match file.dereference(object).ok()?.1 {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

/// An entry, with references followed.
fn entry<'a>(file: &'a Document, dictionary: &'a Dictionary, key: &str) -> Option<&'a Object> {
    Some(file.dereference(dictionary.get(key.as_bytes()).ok()?).ok()?.1)
}

fn entry_dictionary<'a>(file: &'a Document, of: &'a Dictionary, key: &str) -> Option<&'a Dictionary> {
    dictionary(file, of.get(key.as_bytes()).ok()?)
}

fn name(file: &Document, of: &Dictionary, key: &str) -> Option<String> {
    let name = entry(file, of, key)?.as_name().ok()?;
    Some(String::from_utf8_lossy(name).into_owned())
}

/// What an array holds, or the one object that stands for it.
fn items(object: &Object) -> &[Object] {
    match object {
        Object::Array(items) => items,
        one => std::slice::from_ref(one),
    }
}

fn pages(file: &Document) -> impl Iterator<Item = (usize, ObjectId, &Dictionary)> {
    let numbered = file.page_iter().enumerate();
    numbered.filter_map(|(i, id)| Some((i + 1, id, file.get_dictionary(id).ok()?)))
}
