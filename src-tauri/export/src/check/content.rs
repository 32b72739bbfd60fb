//! What is painted on each page: all of it in a tag or an artifact, every tag known to the tree, and in RGB.
use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::structure::Known;
use super::{Fault, entry, items, name, pages};

/// Operators that put something on the paper.
const PAINTING: &[&str] =
    &["Tj", "TJ", "'", "\"", "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh", "BI"];
const CMYK: &[&str] = &["k", "K"];

pub(super) fn check(file: &Document, known: &Known, faults: &mut Vec<Fault>) {
    for (number, id, page) in pages(file) {
        if name(file, page, "Tabs").as_deref() != Some("S") {
            faults.push(Fault::Page(number, "Tabs"));
        }
        let Some(key) = entry(file, page, "StructParents").and_then(|key| key.as_i64().ok()) else {
            faults.push(Fault::Page(number, "StructParents"));
            continue;
        };
        let parents = known.parents.get(&key).and_then(|list| file.dereference(list).ok());
        let parents = parents.map_or(0, |(_, list)| items(list).len());
        let Ok(content) = Content::decode(&file.get_page_content(id)) else {
            faults.push(Fault::Page(number, "Contents"));
            continue;
        };
        let mut reader = Reader { number, id, known, parents, open: vec![], faults };
        content.operations.iter().for_each(|operation| reader.read(operation));
    }
}

struct Reader<'a> {
    number: usize,
    id: ObjectId,
    known: &'a Known,
    /// How many elements the parent tree knows for this page.
    parents: usize,
    /// For each open sequence: is it a tag or an artifact?
    open: Vec<bool>,
    faults: &'a mut Vec<Fault>,
}

impl Reader<'_> {
    fn read(&mut self, operation: &Operation) {
        let operator = operation.operator.as_str();
        match operator {
            "BMC" => self.open.push(is_artifact(operation)),
            "BDC" => self.begin(operation),
            "EMC" => drop(self.open.pop()),
            _ => {}
        }
        if PAINTING.contains(&operator) && !self.open.contains(&true) {
            self.faults.push(Fault::Unmarked(self.number));
        }
        let names_cmyk = operation.operands.iter().any(|o| matches!(o.as_name(), Ok(b"DeviceCMYK")));
        if CMYK.contains(&operator) || names_cmyk {
            self.faults.push(Fault::Cmyk(self.number));
        }
        if operation.operands.iter().any(shows_notdef) {
            self.faults.push(Fault::Notdef(self.number));
        }
    }

    fn begin(&mut self, operation: &Operation) {
        let properties: Option<&Dictionary> =
            operation.operands.get(1).and_then(|object| object.as_dict().ok());
        let number = properties.and_then(|p| p.get(b"MCID").ok()).and_then(|number| number.as_i64().ok());
        self.open.push(is_artifact(operation) || number.is_some());
        let Some(number) = number else { return };
        let in_parents = usize::try_from(number).is_ok_and(|number| number < self.parents);
        if !in_parents || !self.known.content.contains(&(self.id, number)) {
            self.faults.push(Fault::Orphan { page: self.number, number });
        }
    }
}

fn is_artifact(operation: &Operation) -> bool {
    matches!(operation.operands.first().map(Object::as_name), Some(Ok(b"Artifact")))
}

/// Our text is in two-byte glyph numbers; 0 is the missing glyph.
fn shows_notdef(operand: &Object) -> bool {
    match operand {
        Object::String(bytes, lopdf::StringFormat::Hexadecimal) => bytes.as_chunks::<2>().0.contains(&[0, 0]),
        Object::Array(items) => items.iter().any(shows_notdef),
        _ => false,
    }
}
