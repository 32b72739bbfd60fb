//! The one window and the page in it: where it may go (nowhere else) and what becomes of its events.
use plan_api::Program;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager, Url, WebviewWindowBuilder, WindowEvent};

use super::start::Start;
use super::{closing, desktop};

/// Opens the window as `tauri.conf.json` describes it.
pub(super) fn open(app: &AppHandle) -> tauri::Result<()> {
    app.manage(desktop::of(app));
    app.state::<Start>().open(&app.state::<Program>());
    let Some(config) = app.config().app.windows.first().cloned() else {
        return Err(tauri::Error::WindowNotFound);
    };
    let window = WebviewWindowBuilder::from_config(app, &config)?
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny);
    let window = super::tid::measured(window).build()?;
    #[cfg(target_os = "linux")]
    super::linux::prepare(&window)?;
    let closed = window.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::CloseRequested { api, .. } = event {
            api.prevent_close();
            closing::start(&closed);
        }
    });
    Ok(())
}

/// Only the program's own pages; blobs are the report's pages that the page has made itself.
fn is_ours(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_stays_at_home() {
        for (address, ours) in [
            ("tauri://localhost/", true),
            ("http://tauri.localhost/", true),
            ("https://example.org/", false),
            ("tauri://example.org/", false),
            ("file:///etc/passwd", false),
            ("data:text/html,x", false),
        ] {
            assert_eq!(Url::parse(address).is_ok_and(|url| is_ours(&url)), ours, "{address}");
        }
    }
}
