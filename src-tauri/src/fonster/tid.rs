//! For measuring only: with `RODA_TRADEN_TID` set, a line on standard out says when the page can be used. The scripts
//! in `tests/matning` read it; nothing else does.
use std::io::Write;

use tauri::webview::PageLoadEvent;
use tauri::{WebviewWindowBuilder, Wry};

const VARIABLE: &str = "RODA_TRADEN_TID";
const USABLE: &str = "anvandbar";

/// Waits for a page with words in it and nothing that says it is loading, and then for two frames.
const LOOK: &str = "(function look() {
  const main = document.querySelector('main');
  if (!main || !main.innerText.trim() || document.querySelector('[aria-busy=true], .loading')) return void setTimeout(look, 2);
  requestAnimationFrame(() => requestAnimationFrame(() => { document.title = 'anvandbar'; }));
})()";

/// The window with the measuring in it, when it is asked for.
pub(super) fn measured<'a, M: tauri::Manager<Wry>>(
    window: WebviewWindowBuilder<'a, Wry, M>,
) -> WebviewWindowBuilder<'a, Wry, M> {
    if std::env::var_os(VARIABLE).is_none() {
        return window;
    }
    window
        .on_page_load(|window, load| {
            if load.event() == PageLoadEvent::Finished {
                let _ = window.eval(LOOK);
            }
        })
        .on_document_title_changed(|_, title| {
            if title == USABLE {
                let _ = writeln!(std::io::stdout(), "{USABLE}");
            }
        })
}
