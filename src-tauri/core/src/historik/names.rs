//! What a thing is called in history: its name as it was then, not as it is now.
use super::stack::Set;
use crate::document::Document;
use crate::error::Result;

/// The label of a change set: what the verb said, else the name of the first thing it touched.
pub(crate) fn label(_document: &Document, set: &Set) -> Result<String> {
    Ok(set.label.clone())
}
