//! The native menu: shows the commands that the page says there are, and tells it which one was chosen. The keys stand
//! beside the words but are caught by the page, so that Ctrl+Z in a text field undoes the typing there.
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use tauri::menu::{CheckMenuItem, Menu, MenuItem, PredefinedMenuItem, Submenu};
use tauri::{AppHandle, Emitter, Manager, WebviewWindow, Wry};

use super::MAIN;

/// A heading of the menu with its groups, parted by lines.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(super) struct Heading {
    pub(super) label: String,
    pub(super) groups: Vec<Vec<Entry>>,
}

/// A line of the menu.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) label: String,
    pub(super) shortcut: Option<String>,
    pub(super) enabled: bool,
    pub(super) checked: Option<bool>,
}

/// A line of the menu that a page may not carry out itself (paste), or that belongs to the field with the focus.
struct Edit {
    id: &'static str,
    label: &'static str,
    shortcut: &'static str,
    /// What the toolkit calls it.
    command: &'static str,
}

/// The heading that these lines end.
const EDIT_HEADING: &str = "Redigera";
const EDITING: &[Edit] = &[
    Edit { id: "edit-cut", label: "Klipp ut", shortcut: "Ctrl+X", command: "Cut" },
    Edit { id: "edit-copy", label: "Kopiera", shortcut: "Ctrl+C", command: "Copy" },
    Edit { id: "edit-paste", label: "Klistra in", shortcut: "Ctrl+V", command: "Paste" },
    Edit { id: "edit-select-all", label: "Markera allt", shortcut: "Ctrl+A", command: "SelectAll" },
];

#[derive(Clone, Serialize)]
struct Chosen<'a> {
    id: &'a str,
}

/// The menu that is shown now.
#[derive(Default)]
pub(super) struct Shown(Mutex<Option<Built>>);

struct Built {
    headings: Vec<Heading>,
    lines: HashMap<String, Line>,
}

#[derive(Clone)]
enum Line {
    Plain(MenuItem<Wry>),
    Check(CheckMenuItem<Wry>),
}

/// Tells the page which line was chosen; what concerns the field that has the focus is done there at once.
pub(super) fn chosen(app: &AppHandle, id: &str) {
    #[cfg(target_os = "linux")]
    if let Some(edit) = EDITING.iter().find(|edit| edit.id == id) {
        return super::linux::edit(app, edit.command);
    }
    keep_mark(app, id);
    let _ = app.emit_to(MAIN, "menu", Chosen { id });
}

/// The toolkit turns a mark by itself when its line is chosen; what is marked is for the page to say.
fn keep_mark(app: &AppHandle, id: &str) {
    let state = app.state::<Shown>();
    let shown = state.0.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(built) = shown.as_ref() else { return };
    let entry = entries(&built.headings).find(|entry| entry.id == id);
    if let (Some(entry), Some(Line::Check(item))) = (entry, built.lines.get(id)) {
        let _ = item.set_checked(entry.checked.unwrap_or(false));
    }
}

/// Shows these headings. Only what differs is touched while the lines are the same ones.
pub(super) fn show(window: &WebviewWindow, mut headings: Vec<Heading>) -> tauri::Result<()> {
    if let Some(heading) = headings.iter_mut().find(|heading| heading.label == EDIT_HEADING) {
        heading.groups.push(EDITING.iter().map(Edit::entry).collect());
    }
    let target = window.clone();
    window.run_on_main_thread(move || {
        let app = target.app_handle().clone();
        let state = app.state::<Shown>();
        let mut shown = state.0.lock().unwrap_or_else(PoisonError::into_inner);
        let done = match shown.as_mut() {
            Some(built) if same_lines(&built.headings, &headings) => built.update(headings),
            _ => build(&target, headings).map(|built| *shown = Some(built)),
        };
        // A menu that could not be drawn leaves the keys and the palette.
        drop(done);
    })
}

/// Whether both have the same lines in the same order, so that words and states can be changed in place.
fn same_lines(old: &[Heading], new: &[Heading]) -> bool {
    let bones = |e: &Entry| (e.id.clone(), e.shortcut.clone(), e.checked.is_some());
    let same_group = |(a, b): (&Vec<Entry>, &Vec<Entry>)| a.iter().map(bones).eq(b.iter().map(bones));
    old.len() == new.len()
        && old.iter().zip(new).all(|(a, b)| {
            a.label == b.label
                && a.groups.len() == b.groups.len()
                && a.groups.iter().zip(&b.groups).all(same_group)
        })
}

fn entries(headings: &[Heading]) -> impl Iterator<Item = &Entry> {
    headings.iter().flat_map(|heading| heading.groups.iter().flatten())
}

impl Edit {
    fn entry(&self) -> Entry {
        let Edit { id, label, shortcut, .. } = *self;
        Entry {
            id: id.into(),
            label: label.into(),
            shortcut: Some(shortcut.into()),
            enabled: true,
            checked: None,
        }
    }

    /// The same as the system's own line, where the toolkit cannot be asked by name.
    #[cfg(not(target_os = "linux"))]
    fn native(&self, app: &AppHandle) -> tauri::Result<PredefinedMenuItem<Wry>> {
        let label = Some(self.label);
        match self.command {
            "Cut" => PredefinedMenuItem::cut(app, label),
            "Copy" => PredefinedMenuItem::copy(app, label),
            "Paste" => PredefinedMenuItem::paste(app, label),
            _ => PredefinedMenuItem::select_all(app, label),
        }
    }
}

impl Built {
    fn update(&mut self, headings: Vec<Heading>) -> tauri::Result<()> {
        for (old, new) in entries(&self.headings).zip(entries(&headings)) {
            if old != new
                && let Some(line) = self.lines.get(&new.id)
            {
                line.change(old, new)?;
            }
        }
        self.headings = headings;
        Ok(())
    }
}

impl Line {
    fn change(&self, old: &Entry, new: &Entry) -> tauri::Result<()> {
        match self {
            Line::Plain(item) => {
                if old.label != new.label {
                    item.set_text(words(new))?;
                }
                item.set_enabled(new.enabled)
            }
            Line::Check(item) => {
                if old.label != new.label {
                    item.set_text(words(new))?;
                }
                item.set_checked(new.checked.unwrap_or(false))?;
                item.set_enabled(new.enabled)
            }
        }
    }
}

fn build(window: &WebviewWindow, headings: Vec<Heading>) -> tauri::Result<Built> {
    let app = window.app_handle();
    let menu = Menu::new(app)?;
    let mut lines = HashMap::new();
    let mut letters = Vec::new();
    for heading in &headings {
        let submenu = Submenu::new(app, with_letter(&heading.label, &mut letters), true)?;
        for (n, group) in heading.groups.iter().filter(|group| !group.is_empty()).enumerate() {
            if n > 0 {
                submenu.append(&PredefinedMenuItem::separator(app)?)?;
            }
            for entry in group {
                if let Some(line) = append(app, &submenu, entry)? {
                    lines.insert(entry.id.clone(), line);
                }
            }
        }
        menu.append(&submenu)?;
    }
    window.set_menu(menu)?;
    #[cfg(target_os = "linux")]
    super::linux::show_keys(window, &headings);
    Ok(Built { headings, lines })
}

/// Adds a line and gives what can be changed in it later.
fn append(app: &AppHandle, submenu: &Submenu<Wry>, entry: &Entry) -> tauri::Result<Option<Line>> {
    let no_key = None::<&str>;
    #[cfg(not(target_os = "linux"))]
    if let Some(edit) = EDITING.iter().find(|edit| edit.id == entry.id) {
        submenu.append(&edit.native(app)?)?;
        return Ok(None);
    }
    if let Some(checked) = entry.checked {
        let item = CheckMenuItem::with_id(app, &entry.id, words(entry), entry.enabled, checked, no_key)?;
        submenu.append(&item)?;
        return Ok(Some(Line::Check(item)));
    }
    let item = MenuItem::with_id(app, &entry.id, words(entry), entry.enabled, no_key)?;
    submenu.append(&item)?;
    Ok(Some(Line::Plain(item)))
}

/// The words of a line; an ampersand in them is one and marks no letter. Windows draws what follows a tab at the right.
fn words(entry: &Entry) -> String {
    let label = entry.label.replace('&', "&&");
    match &entry.shortcut {
        Some(keys) if cfg!(windows) => format!("{label}\t{}", keys.replace("Arrow", "")),
        _ => label,
    }
}

/// A heading with the letter that opens it with Alt: the first that no heading before it has taken.
fn with_letter(label: &str, taken: &mut Vec<char>) -> String {
    let free = |c: &char| c.is_ascii_alphabetic() && !taken.contains(&c.to_ascii_lowercase());
    match label.chars().find(free) {
        Some(letter) => {
            taken.push(letter.to_ascii_lowercase());
            label.replacen(letter, &format!("&{letter}"), 1)
        }
        None => label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heading(label: &str, enabled: bool, ids: &[&str]) -> Heading {
        let entry = |id: &&str| Entry {
            id: (*id).to_owned(),
            label: label.to_owned(),
            shortcut: None,
            enabled,
            checked: None,
        };
        Heading { label: "Redigera".into(), groups: vec![ids.iter().map(entry).collect()] }
    }

    #[test]
    fn new_words_change_in_place_and_new_lines_do_not() {
        let old = [heading("Ångra", true, &["undo", "redo"])];
        assert!(same_lines(&old, &[heading("Ångra: byt namn", false, &["undo", "redo"])]));
        assert!(!same_lines(&old, &[heading("Ångra", true, &["undo"])]));
    }

    #[test]
    fn each_heading_has_a_letter_of_its_own() {
        let mut taken = Vec::new();
        let headings = ["Arkiv", "Redigera", "Rapport", "Gå till"];
        assert_eq!(
            headings.map(|h| with_letter(h, &mut taken)),
            ["&Arkiv", "&Redigera", "Ra&pport", "&Gå till"]
        );
    }
}
