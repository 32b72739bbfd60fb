//! What the file says of itself: catalog, XMP, output intent, fonts.
use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::{Fault, dictionary, entry, entry_dictionary, items, name, pages};

pub(super) fn check(file: &Document, faults: &mut Vec<Fault>) {
    let Ok(catalog) = file.catalog() else { return faults.push(Fault::Catalog("Root")) };
    check_catalog(file, catalog, faults);
    check_xmp(file, catalog, faults);
    if !has_output_intent(file, catalog) {
        faults.push(Fault::OutputIntent);
    }
    check_fonts(file, faults);
}

fn check_catalog(file: &Document, catalog: &Dictionary, faults: &mut Vec<Fault>) {
    let is_true = |of: &str, key: &str| {
        let value = entry_dictionary(file, catalog, of).and_then(|of| entry(file, of, key));
        matches!(value, Some(Object::Boolean(true)))
    };
    let language = matches!(entry(file, catalog, "Lang"), Some(Object::String(text, _)) if text == b"sv-SE");
    let title = entry(file, catalog, "Metadata").is_some();
    for (there, what) in [
        (is_true("MarkInfo", "Marked"), "MarkInfo"),
        (is_true("ViewerPreferences", "DisplayDocTitle"), "DisplayDocTitle"),
        (language, "Lang"),
        (title, "Metadata"),
        (entry_dictionary(file, catalog, "StructTreeRoot").is_some(), "StructTreeRoot"),
    ] {
        if !there {
            faults.push(Fault::Catalog(what));
        }
    }
}

fn check_xmp(file: &Document, catalog: &Dictionary, faults: &mut Vec<Fault>) {
    let stream = entry(file, catalog, "Metadata").and_then(|object| object.as_stream().ok());
    // An XMP packet that is compressed cannot be read without a PDF program.
    let xmp = stream.filter(|stream| !stream.dict.has(b"Filter")).map(|stream| stream.content.as_slice());
    let xmp = String::from_utf8_lossy(xmp.unwrap_or_default());
    for needed in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
        "<dc:title>",
        "<dc:language>",
    ] {
        if !xmp.contains(needed) {
            faults.push(Fault::Xmp(needed));
        }
    }
}

fn has_output_intent(file: &Document, catalog: &Dictionary) -> bool {
    let Some(intents) = entry(file, catalog, "OutputIntents") else { return false };
    items(intents).iter().filter_map(|intent| dictionary(file, intent)).any(|intent| {
        let profile = entry_dictionary(file, intent, "DestOutputProfile");
        let colours = profile.and_then(|profile| entry(file, profile, "N"));
        name(file, intent, "S").as_deref() == Some("GTS_PDFA1") && matches!(colours, Some(Object::Integer(3)))
    })
}

fn check_fonts(file: &Document, faults: &mut Vec<Fault>) {
    for font in fonts(file) {
        let Ok(font) = file.get_dictionary(font) else { continue };
        let called = name(file, font, "BaseFont").unwrap_or_default();
        if entry(file, font, "ToUnicode").is_none() {
            faults.push(Fault::FontWithoutUnicode(called.clone()));
        }
        let below = entry(file, font, "DescendantFonts").map_or(&[][..], items).first();
        let carrier = below.and_then(|below| dictionary(file, below)).unwrap_or(font);
        let descriptor = entry_dictionary(file, carrier, "FontDescriptor");
        let embedded =
            |d: &Dictionary| ["FontFile", "FontFile2", "FontFile3"].iter().any(|key| d.has(key.as_bytes()));
        if !descriptor.is_some_and(embedded) {
            faults.push(Fault::FontNotEmbedded(called));
        }
    }
}

/// Every font that a page can name.
fn fonts(file: &Document) -> BTreeSet<ObjectId> {
    let mut fonts = BTreeSet::new();
    for (_, _, page) in pages(file) {
        let resources = entry_dictionary(file, page, "Resources");
        let named = resources.and_then(|resources| entry_dictionary(file, resources, "Font"));
        let references = named.into_iter().flat_map(|named| named.iter());
        fonts.extend(references.filter_map(|(_, font)| font.as_reference().ok()));
    }
    fonts
}
