//! Röda tråden's outermost crate: the command line, the window, and what only this machine knows (clock, ids, folders).
//! Takes no decision of its own: everything goes through the command table of plan-api.
mod cli;
mod fonster;
mod machine;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The engine makes and drops many small texts: this allocator takes about half the time of the systems' own.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Where a start of the program leads.
#[derive(Debug, PartialEq, Eq)]
enum Door {
    /// The window, with a file to open.
    Window(Option<PathBuf>),
    /// The command line.
    Line,
}

/// The program as started from a terminal: without a verb the window, otherwise the command line.
pub fn from_terminal() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().skip(1).collect();
    match door(&words, !cfg!(windows)) {
        Door::Window(file) if machine::has_display() => fonster::run(file),
        Door::Window(Some(_)) => cli::no_display(),
        Door::Window(None) | Door::Line => cli::main(),
    }
}

/// The program as started from a desktop: always the window.
pub fn from_desktop() -> ExitCode {
    fonster::run(std::env::args_os().nth(1).map(PathBuf::from))
}

/// A plan's file opens the window; no word at all does where a desktop starts the same binary.
fn door(words: &[OsString], desktop: bool) -> Door {
    match words.first() {
        None if desktop => Door::Window(None),
        Some(first) if is_plan(Path::new(first)) => Door::Window(Some(PathBuf::from(first))),
        _ => Door::Line,
    }
}

fn is_plan(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("vplan"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leads(words: &[&str], desktop: bool) -> Door {
        door(&words.iter().map(OsString::from).collect::<Vec<_>>(), desktop)
    }

    #[test]
    fn a_file_or_nothing_opens_the_window() {
        assert_eq!(leads(&[], true), Door::Window(None));
        assert_eq!(leads(&["/a/b c.VPLAN"], true), Door::Window(Some("/a/b c.VPLAN".into())));
        assert_eq!(leads(&["a.vplan"], false), Door::Window(Some("a.vplan".into())));
    }

    #[test]
    fn a_verb_is_for_the_command_line() {
        assert_eq!(leads(&["visa", "a.vplan"], true), Door::Line);
        assert_eq!(leads(&["--help"], true), Door::Line);
        assert_eq!(leads(&[], false), Door::Line);
    }
}
