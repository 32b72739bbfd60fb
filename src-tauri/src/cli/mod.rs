//! The command line from words to exit code: 0 done, 1 refused, 2 wrong usage.
//! JSON on standard out; one Swedish sentence and a hint on standard error.
mod args;
mod output;
mod run;
mod swedish;

use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};

use args::Cli;

/// Runs the command that the process was started with.
pub(crate) fn main() -> ExitCode {
    // A panic is caught and worded by the session; its own words would only be noise on the terminal.
    std::panic::set_hook(Box::new(|_| {}));
    let matches = swedish::in_swedish(Cli::command()).try_get_matches();
    let parsed = matches.and_then(|mut matches| Cli::from_arg_matches_mut(&mut matches));
    match parsed {
        Ok(cli) => output::finish(run::blocking(cli.verb)),
        Err(error) => answer(&error),
    }
}

/// A file for the window, but no screen to show it on.
pub(crate) fn no_display() -> ExitCode {
    output::note(
        "Fönstret behöver en skärm, och här finns ingen (varken DISPLAY eller WAYLAND_DISPLAY är satt).",
    );
    output::note("Planen går att läsa och ändra från kommandoraden: roda-traden --help.");
    ExitCode::from(output::REFUSED)
}

/// The window could not be opened; why, in the toolkit's words.
pub(crate) fn no_window(detail: &str) -> ExitCode {
    output::note("Fönstret kunde inte öppnas.");
    output::note("Kontrollera att skärmen går att använda. Från kommandoraden: roda-traden --help.");
    output::note(detail);
    ExitCode::from(output::REFUSED)
}

/// Help and version are answers; everything else is wrong usage.
fn answer(error: &clap::Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            output::text(&error.render().to_string());
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            output::note(&error.render().to_string());
            ExitCode::from(output::WRONG_USAGE)
        }
        _ => {
            let (message, hint) = swedish::sentence(error);
            output::note(&format!("{message}\n{hint}"));
            ExitCode::from(output::WRONG_USAGE)
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn refused(line: &str) -> (String, String) {
        let words = std::iter::once("roda-traden").chain(line.split_whitespace());
        let error = swedish::in_swedish(Cli::command()).try_get_matches_from(words).unwrap_err();
        swedish::sentence(&error)
    }

    fn help(verb: &str) -> String {
        let error = swedish::in_swedish(Cli::command())
            .try_get_matches_from(["roda-traden", verb, "--help"])
            .unwrap_err();
        error.render().to_string()
    }

    #[test]
    fn the_definition_holds_together() {
        swedish::in_swedish(Cli::command()).debug_assert();
    }

    #[test]
    fn wrong_usage_is_told_in_swedish() {
        let lines = [
            "fel",
            "visa",
            "visa a.vplan --okand",
            "importera a.vplan b.xlsx --som personer",
            "rapport a.vplan --typ manad --till ut --datum igår",
            "rapport a.vplan --typ manad --till ut --faststall 2026-11-17",
            "ny a.vplan --styrmodell m --kommun k --namnd n --forvaltning f --ar tjugo",
            "visa a.vplan --period",
            "visa a.vplan --period 2026-01 --period 2026-02",
            "rapport a.vplan --typ manad --till ut --las --faststall 2026-11-17 --paragraf 1",
        ];
        for line in lines {
            let (message, hint) = refused(line);
            let both = format!("{message} {hint}");
            for english in ["error", "required", "argument '", "invalid", "unexpected", "Usage", "possible"] {
                assert!(!both.contains(english), "{line}: {both}");
            }
            assert!(message.ends_with('.') && !hint.is_empty(), "{line}: {both}");
        }
        assert_eq!(
            refused("importera a b --som personer").1,
            "Giltiga värden: uppdrag, aktiviteter, matetal, drift, verksamhet."
        );
    }

    #[test]
    fn every_verb_has_swedish_help_with_an_example() {
        for command in Cli::command().get_subcommands() {
            let help = help(command.get_name());
            for word in ["Användning: roda-traden", "Exempel:", "Flaggor:", "Argument:"] {
                assert!(help.contains(word), "{word} is missing in:\n{help}");
            }
            for english in ["Usage", "Options", "Arguments", "Print help", "default", "possible values"] {
                assert!(!help.contains(english), "{english} stands in:\n{help}");
            }
        }
    }
}
