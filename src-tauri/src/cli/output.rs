//! Where replies and sentences go. Nothing here knows what they mean.
use std::io::{IsTerminal, Write};
use std::process::ExitCode;

use plan_api::{UiError, Watch, watch};
use serde_json::Value;

use super::swedish::hint;

/// Exit code of wrong usage.
pub(crate) const WRONG_USAGE: u8 = 2;
/// Exit code of what was refused or failed.
pub(crate) const REFUSED: u8 = 1;

/// What a verb came to.
#[derive(Default)]
pub(crate) struct Outcome {
    /// The reply; `None` prints nothing.
    pub(crate) reply: Option<Value>,
    /// Sentences for the person, beside the reply.
    pub(crate) notes: Vec<String>,
    /// Something was refused or found wrong although there is a reply.
    pub(crate) refused: bool,
}

impl Outcome {
    pub(crate) fn of(reply: Value) -> Outcome {
        Outcome { reply: Some(reply), ..Outcome::default() }
    }
}

/// Prints what a verb came to and gives its exit code.
pub(crate) fn finish(result: Result<Outcome, UiError>) -> ExitCode {
    match result {
        Ok(outcome) => {
            if let Some(reply) = &outcome.reply {
                json(reply);
            }
            outcome.notes.iter().for_each(|line| note(line));
            ExitCode::from(if outcome.refused { REFUSED } else { 0 })
        }
        Err(error) => {
            note(&format!("{}\n{}", error.message, hint(&error)));
            let usage = matches!(error.code, "unknown_command" | "bad_request" | "bad_period");
            if usage && !error.detail.is_empty() {
                note(&error.detail);
            }
            ExitCode::from(if usage { WRONG_USAGE } else { REFUSED })
        }
    }
}

/// Progress in words while standard error is a terminal; silent otherwise.
pub(crate) fn watch() -> Watch {
    if !std::io::stderr().is_terminal() {
        return Watch::default();
    }
    Watch::listening(|progress| {
        let percent = progress.done.saturating_mul(100) / progress.total.max(1);
        let line = format!("{}: {percent} %", watch::doing(progress));
        // Back to the start of the line: the next figure stands in the same place, and the last one is wiped out.
        let _ = match progress.done < progress.total {
            true => write!(std::io::stderr(), "\r{line:<60}\r"),
            false => write!(std::io::stderr(), "\r{:60}\r", ""),
        };
    })
}

/// A sentence on standard error.
pub(crate) fn note(line: &str) {
    let _ = writeln!(std::io::stderr(), "{}", line.trim_end());
}

/// Text on standard out.
pub(crate) fn text(text: &str) {
    let _ = writeln!(std::io::stdout(), "{}", text.trim_end());
}

/// Keys are sorted by serde_json's map, so the same reply is the same text.
fn json(value: &Value) {
    let mut out = std::io::stdout().lock();
    // A closed pipe (| head) is the reader's choice and no error.
    let _ = serde_json::to_writer_pretty(&mut out, value)
        .map(|()| out.write_all(b"\n").and_then(|()| out.flush()));
}
