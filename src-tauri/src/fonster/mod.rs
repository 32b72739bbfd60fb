//! The window: Tauri, the one IPC command `call`, dialogs, the menu. A door to `plan_api::Program`, nothing more.
mod call;
mod closing;
mod desktop;
mod host;
#[cfg(target_os = "linux")]
mod linux;
mod menu;
mod second;
mod start;
mod tid;
mod view;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::process::ExitCode;

use plan_api::Program;
use tauri_plugin_window_state::StateFlags;

use crate::{cli, machine};

/// Label of the one window.
const MAIN: &str = "main";

/// Shows the window until it is closed.
pub(crate) fn run(file: Option<PathBuf>) -> ExitCode {
    #[cfg(target_os = "linux")]
    linux::choose_drawing();
    // The toolkit panics where it finds no screen it can draw on.
    match catch_unwind(AssertUnwindSafe(|| build(file))) {
        Ok(Ok(app)) => {
            app.run(|_, _| {});
            ExitCode::SUCCESS
        }
        Ok(Err(error)) => cli::no_window(&error.to_string()),
        Err(_) => cli::no_window("the toolkit could not start on this display"),
    }
}

fn build(file: Option<PathBuf>) -> tauri::Result<tauri::App> {
    let remembered = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED;
    tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(second::started))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_window_state::Builder::new().with_state_flags(remembered).build())
        .manage(Program::new(machine::surroundings()))
        .manage(call::Running::default())
        .manage(closing::Closing::default())
        .manage(menu::Shown::default())
        .manage(start::Start::with(file))
        .invoke_handler(tauri::generate_handler![
            call::call,
            call::cancel,
            host::host_start,
            host::host_choose_open,
            host::host_choose_save,
            host::host_choose_folder,
            host::host_open,
            host::host_reveal,
            host::host_set_menu,
            host::host_set_title,
            host::host_set_zoom,
            host::host_quit,
        ])
        .on_menu_event(|app, event| menu::chosen(app, event.id().as_ref()))
        .setup(|app| Ok(view::open(app.handle())?))
        .build(tauri::generate_context!())
}
