//! clap's own words in Swedish: help headings, usage and every error a person can meet; and what the command line says
//! to do where the window says it otherwise.
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command};
use plan_api::UiError;

const TEMPLATE: &str = "{about}\n\nAnvändning: {usage}\n\n{all-args}{after-help}\n";

/// The command with Swedish headings and flags, all the way down.
pub(crate) fn in_swedish(command: Command) -> Command {
    let has_verbs = command.has_subcommands();
    let mut place = 0;
    let command = command
        .help_template(TEMPLATE)
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .subcommand_help_heading("Kommandon")
        .subcommand_value_name("KOMMANDO")
        .mut_args(|arg| {
            let heading = if arg.is_positional() { "Argument" } else { "Flaggor" };
            let takes_value = arg.get_action().takes_values();
            // In the order they are written on the line, which is not clap's under a heading of one's own.
            place += 1;
            arg.display_order(place)
                .help_heading(heading)
                .hide_possible_values(takes_value)
                .hide_default_value(takes_value)
        })
        .arg(flag("help", 'h', ArgAction::Help, "Visa den här hjälpen").visible_alias("hjalp"));
    let command = match has_verbs {
        true => command.arg(flag("version", 'V', ArgAction::Version, "Visa programmets version")),
        false => command,
    };
    command.mut_subcommands(in_swedish)
}

fn flag(name: &'static str, short: char, action: ArgAction, help: &'static str) -> Arg {
    let last = usize::MAX;
    Arg::new(name)
        .long(name)
        .short(short)
        .action(action)
        .help(help)
        .help_heading("Flaggor")
        .display_order(last)
}

/// What went wrong in one sentence, and what to do now in another.
pub(crate) fn sentence(error: &clap::Error) -> (String, String) {
    let hint = "Kör roda-traden --help, eller roda-traden KOMMANDO --help, för att se hur det skrivs.";
    (what_happened(error), suggestion(error).unwrap_or_else(|| hint.to_owned()))
}

/// What to do about a refusal, where the command line has its own way; the engine's words are the window's.
pub(crate) fn hint(refused: &UiError) -> &str {
    own_hint(refused.code).unwrap_or(&refused.hint)
}

/// The command line's own way out of a refusal of this code.
pub(crate) fn own_hint(code: &str) -> Option<&'static str> {
    Some(match code {
        "bad_mapping" => "Hur en mappningsfil skrivs står i roda-traden importera --help.",
        "bad_request" => "Jämför med kommandots typ i ui/src/api/generated.ts.",
        "damaged_log" => {
            "Kör kontrollera för att se vad som är fel, eller återställ filen från en säkerhetskopia."
        }
        "no_header" => {
            "Ge kolumnerna rubriker, till exempel Nr, Uppdrag, Ansvarig, eller ange en mappningsfil med --mappning."
        }
        "not_sound" => {
            "Kör kontrollera för att se vad som är fel, och återställ filen från en säkerhetskopia."
        }
        "other_kind" => "Ange ett annat värde för --som, eller utelämna det.",
        "rows_refused" => "Rätta raderna i källan, eller läs in bara de goda raderna med --endast-goda.",
        "stored_not_written" => {
            "Ta ut dem till en annan plats med arkiv --ta-ut KATALOG. Lås eller fastställ inte på nytt."
        }
        "stored_report" => "Kör kontrollera för att se vad som är fel med filen.",
        "unknown_command" => "Kommandona står i ui/src/api/generated.ts.",
        "vem_required" => "Ange --vem BEFATTNING, till exempel --vem Verksamhetscontroller.",
        _ => return None,
    })
}

fn what_happened(error: &clap::Error) -> String {
    let arg = text(error, ContextKind::InvalidArg);
    let value = text(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => format!("Värde saknas för {arg}."),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("”{value}” är inte ett giltigt värde för {arg}.")
        }
        ErrorKind::UnknownArgument => format!("Okänt argument: {arg}."),
        ErrorKind::InvalidSubcommand => {
            format!("Okänt kommando: {}.", text(error, ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "Inget kommando angavs.".to_owned()
        }
        ErrorKind::MissingRequiredArgument => format!("Det här saknas: {arg}."),
        ErrorKind::ArgumentConflict => {
            let prior = text(error, ContextKind::PriorArg);
            match prior == arg || prior.is_empty() {
                true => format!("{arg} får bara anges en gång."),
                false => format!("{arg} och {prior} kan inte anges tillsammans."),
            }
        }
        ErrorKind::TooManyValues
        | ErrorKind::TooFewValues
        | ErrorKind::WrongNumberOfValues
        | ErrorKind::NoEquals => format!("Fel antal värden för {arg}."),
        ErrorKind::InvalidUtf8 => "Ett argument innehåller tecken som inte kan läsas.".to_owned(),
        _ => "Kommandot kunde inte tolkas.".to_owned(),
    }
}

fn suggestion(error: &clap::Error) -> Option<String> {
    let valid = text(error, ContextKind::ValidValue);
    if !valid.is_empty() {
        return Some(format!("Giltiga värden: {valid}."));
    }
    if error.kind() == ErrorKind::ValueValidation {
        return Some(expected_form(&text(error, ContextKind::InvalidArg)).to_owned());
    }
    [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        .into_iter()
        .map(|kind| text(error, kind))
        .find(|s| !s.is_empty())
        .map(|s| format!("Menades {s}?"))
}

/// How a value must look, by the name of what it is.
fn expected_form(arg: &str) -> &'static str {
    match arg {
        a if a.contains("DATUM") => "Ange en dag så här: 2026-11-17.",
        a if a.contains("ÅR>") || a.contains("ANTAL") => "Ange ett heltal, till exempel 2027.",
        _ => "Se kommandots --help för hur värdet skrivs.",
    }
}

fn text(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(s)) => s.clone(),
        Some(ContextValue::Strings(all)) => all.join(", "),
        Some(ContextValue::StyledStr(s)) => s.to_string(),
        Some(ContextValue::Number(n)) => n.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_code_with_a_hint_of_its_own_is_one_of_the_engines() {
        let own = include_str!("swedish.rs")
            .lines()
            .filter_map(|line| line.trim().strip_prefix('"')?.split_once("\" => "));
        let codes: Vec<&str> = own.map(|(code, _)| code).collect();
        assert!(codes.contains(&"vem_required"));
        let said = include_str!("../../api/texter.golden");
        for code in codes {
            assert!(said.contains(&format!("\n{code}: ")), "{code} is no code of the engine");
        }
    }
}
