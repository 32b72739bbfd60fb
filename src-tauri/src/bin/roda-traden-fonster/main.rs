//! roda-traden-fonster: the window without a console behind it, for Windows. Takes a file and nothing else.
#![windows_subsystem = "windows"]
use std::process::ExitCode;

fn main() -> ExitCode {
    roda_traden::from_desktop()
}
