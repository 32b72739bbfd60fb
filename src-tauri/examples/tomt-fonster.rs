//! An empty Tauri window: what the program's own start is measured against (tests/matning). Says on standard out when
//! its page has been drawn.
use std::io::Write;

use tauri::http::{Response, header};
use tauri::webview::PageLoadEvent;
use tauri::{WebviewUrl, WebviewWindowBuilder};

const PAGE: &str = "<!doctype html><html lang=sv><title>Tomt</title><main>Tomt</main></html>";
const LOOK: &str =
    "requestAnimationFrame(() => requestAnimationFrame(() => { document.title = 'anvandbar'; }))";

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .register_uri_scheme_protocol("tom", |_, _| {
            let page = Response::builder().header(header::CONTENT_TYPE, "text/html");
            page.body(PAGE.as_bytes().to_vec()).unwrap_or_default()
        })
        .setup(|app| {
            let address = WebviewUrl::CustomProtocol("tom://localhost/".parse()?);
            WebviewWindowBuilder::new(app, "tomt", address)
                .title("Tomt")
                .inner_size(1440.0, 900.0)
                .on_page_load(|window, load| {
                    if load.event() == PageLoadEvent::Finished {
                        let _ = window.eval(LOOK);
                    }
                })
                .on_document_title_changed(|_, title| {
                    let _ = writeln!(std::io::stdout(), "{title}");
                })
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!())
}
