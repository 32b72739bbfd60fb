//! What Tauri leaves to its toolkit on Linux (GTK and WebKitGTK): keys beside the menu's words, editing from the menu,
//! spelling, and a page whose process has died.
use std::cell::Cell;

use gtk::prelude::*;
use tauri::{AppHandle, Manager, WebviewWindow};
use webkit2gtk::{SettingsExt, WebContextExt, WebViewExt};

use super::MAIN;
use super::menu::{Entry, Heading};
use super::start::Start;

/// A page that dies this often will not live by being loaded once more.
const RESTARTS: u32 = 10;

/// Sets up the page's view.
pub(super) fn prepare(window: &WebviewWindow) -> tauri::Result<()> {
    let app = window.app_handle().clone();
    window.with_webview(move |view| {
        let view = view.inner();
        if let Some(context) = WebViewExt::context(&view) {
            context.set_spell_checking_enabled(true);
            context.set_spell_checking_languages(&["sv_SE"]);
        }
        if let Some(settings) = WebViewExt::settings(&view) {
            settings.set_enable_webgl(false);
            settings.set_enable_webaudio(false);
            settings.set_enable_page_cache(false);
        }
        restart_when_dead(&view, app);
    })
}

/// Where nothing but the processor can draw (a remote desktop, a virtual machine) the page is painted: putting it together
/// with emulated graphics takes three times as long, and twice the memory. To be said before there is any view: one that is
/// told later goes over from the one to the other while the window finds its size, and where the two cross it stays blank.
pub(super) fn choose_drawing() {
    let is_renderer = |entry: std::fs::DirEntry| entry.file_name().to_string_lossy().starts_with("renderD");
    let has_graphics_card = std::fs::read_dir("/dev/dri").is_ok_and(|all| all.flatten().any(is_renderer));
    if !has_graphics_card {
        let _ = gtk::glib::setenv("WEBKIT_DISABLE_COMPOSITING_MODE", "1", false);
    }
}

fn restart_when_dead(view: &webkit2gtk::WebView, app: AppHandle) {
    let restarts = Cell::new(0);
    view.connect_web_process_terminated(move |view, _| {
        restarts.set(restarts.get() + 1);
        if restarts.get() <= RESTARTS {
            let app = app.clone();
            tauri::async_runtime::spawn(async move { app.state::<Start>().restarted().await });
            view.reload();
        }
    });
}

/// Does an editing command ("Paste") in the field that has the focus.
pub(super) fn edit(app: &AppHandle, command: &'static str) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let _ = window.with_webview(move |view| view.inner().execute_editing_command(command));
    }
}

/// Writes the keys beside the words of the menu. They are shown only: the page catches them.
pub(super) fn show_keys(window: &WebviewWindow, headings: &[Heading]) {
    let Some(bar) = window.default_vbox().ok().and_then(|column| first::<gtk::MenuBar>(&column)) else {
        return;
    };
    for (item, heading) in bar.children().iter().zip(headings) {
        let Some(menu) = item.downcast_ref::<gtk::MenuItem>().and_then(|item| item.submenu()) else {
            continue;
        };
        let Some(menu) = menu.downcast_ref::<gtk::Menu>() else { continue };
        let lines = menu.children().into_iter().filter(|line| !line.is::<gtk::SeparatorMenuItem>());
        for (line, entry) in lines.zip(heading.groups.iter().flatten()) {
            show_key(&line, entry);
        }
    }
}

fn show_key(line: &gtk::Widget, entry: &Entry) {
    let Some(keys) = &entry.shortcut else { return };
    let label = line.downcast_ref::<gtk::Bin>().and_then(|line| line.child());
    let (key, held) = gtk::accelerator_parse(&toolkit_name(keys));
    if let Some(label) = label.and_then(|label| label.downcast::<gtk::AccelLabel>().ok()).filter(|_| key != 0)
    {
        label.set_accel(key, held);
    }
}

fn first<T: IsA<gtk::Widget>>(container: &gtk::Box) -> Option<T> {
    container.children().into_iter().find_map(|child| child.downcast().ok())
}

/// "Ctrl+Alt+ArrowUp" as the toolkit spells it: `<Control><Alt>Up`.
fn toolkit_name(keys: &str) -> String {
    let mut parts: Vec<&str> = keys.split('+').collect();
    let key = parts.pop().unwrap_or_default();
    let held = parts.iter().map(|part| match *part {
        "Ctrl" => "<Control>",
        "Shift" => "<Shift>",
        "Alt" => "<Alt>",
        _ => "",
    });
    let key = match key {
        "Enter" => "Return",
        "Plus" => "plus",
        "Minus" => "minus",
        "PageUp" => "Page_Up",
        "PageDown" => "Page_Down",
        "," => "comma",
        "." => "period",
        " " => "space",
        other => other.strip_prefix("Arrow").unwrap_or(other),
    };
    held.collect::<String>() + key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_spelt_as_the_toolkit_does() {
        for (keys, name) in [
            ("Ctrl+Z", "<Control>Z"),
            ("Ctrl+Shift+Z", "<Control><Shift>Z"),
            ("Alt+ArrowUp", "<Alt>Up"),
            ("Ctrl+Plus", "<Control>plus"),
            ("F1", "F1"),
            ("Ctrl+Enter", "<Control>Return"),
        ] {
            assert_eq!(toolkit_name(keys), name);
        }
    }
}
