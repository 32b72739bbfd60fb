//! roda-traden: the program from a terminal, a desktop or a double-clicked file. All of it is in the library.
use std::process::ExitCode;

fn main() -> ExitCode {
    roda_traden::from_terminal()
}
