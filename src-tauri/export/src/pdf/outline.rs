//! The reader's side panel: headings as a tree, folded below the sections.
use lopdf::{Dictionary, Document, ObjectId, dictionary};

use super::metadata::text_string;
use crate::pages::Pages;

/// Writes the outline; `None` for a report without headings.
pub(super) fn write(file: &mut Document, pages: &Pages, page_ids: &[ObjectId]) -> Option<ObjectId> {
    let marks = &pages.bookmarks;
    if marks.is_empty() {
        return None;
    }
    let parents = parents(&marks.iter().map(|mark| mark.level).collect::<Vec<_>>());
    let children = |of: Option<usize>| -> Vec<usize> {
        parents.iter().enumerate().filter(|(_, parent)| **parent == of).map(|(i, _)| i).collect()
    };
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = marks.iter().map(|_| file.new_object_id()).collect();
    for of in std::iter::once(None).chain((0..marks.len()).map(Some)) {
        let siblings = children(of);
        for (place, &i) in siblings.iter().enumerate() {
            let target = marks[i].target;
            let page = page_ids.get(target.page)?;
            let y = pages.pages.get(target.page)?.height - target.y;
            let mut item = dictionary! {
                "Title" => text_string(&marks[i].text),
                "Parent" => of.map_or(root, |of| ids[of]),
                "Dest" => vec![(*page).into(), "XYZ".into(), 0.into(), y.into(), 0.into()],
            };
            if place > 0 {
                item.set("Prev", ids[siblings[place - 1]]);
            }
            if let Some(&next) = siblings.get(place + 1) {
                item.set("Next", ids[next]);
            }
            set_children(&mut item, &children(Some(i)), &ids, -1);
            file.set_object(ids[i], item);
        }
    }
    let mut outline = dictionary! {"Type" => "Outlines"};
    set_children(&mut outline, &children(None), &ids, 1);
    file.set_object(root, outline);
    Some(root)
}

/// Each heading belongs to the nearest one before it of a lower level.
fn parents(levels: &[u8]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = vec![];
    let mut parents = vec![];
    for (i, level) in levels.iter().enumerate() {
        while open.last().is_some_and(|last| levels[*last] >= *level) {
            open.pop();
        }
        parents.push(open.last().copied());
        open.push(i);
    }
    parents
}

/// A negative count keeps an item's children folded.
fn set_children(item: &mut Dictionary, children: &[usize], ids: &[ObjectId], sign: i64) {
    if let (Some(&first), Some(&last)) = (children.first(), children.last()) {
        item.set("First", ids[first]);
        item.set("Last", ids[last]);
        item.set("Count", sign * children.len() as i64);
    }
}
