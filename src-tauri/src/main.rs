//! roda-traden: the command line. Parses words, gives the engine its clock, ids and *vem*, and writes the reply.
//! Takes no decision of its own: everything goes through the command table of plan-api.
mod cli;
mod machine;

use std::process::ExitCode;

fn main() -> ExitCode {
    // A panic is caught and worded by the session; its own words would only be noise on the terminal.
    std::panic::set_hook(Box::new(|_| {}));
    cli::main()
}
