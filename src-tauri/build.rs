//! Gives the window its assets and its list of commands; anything not listed here the page cannot ask for.
use std::path::Path;
use std::process::ExitCode;

/// Every IPC command; each needs its `allow-…` in `capabilities/main.json`.
const COMMANDS: &[&str] = &[
    "call",
    "cancel",
    "host_start",
    "host_choose_open",
    "host_choose_save",
    "host_choose_folder",
    "host_open",
    "host_reveal",
    "host_set_menu",
    "host_set_title",
    "host_set_zoom",
    "host_quit",
];

fn main() -> ExitCode {
    println!("cargo:rerun-if-changed=../ui/dist");
    if !Path::new("../ui/dist/index.html").exists() {
        return refuse(
            "ui/dist saknas: bygg fönstrets sidor först (npm ci && npm run build i ui/), eller kör ./start.",
        );
    }
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    match tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => refuse(&format!("{error:#}")),
    }
}

fn refuse(sentence: &str) -> ExitCode {
    println!("cargo::error={sentence}");
    ExitCode::FAILURE
}
