//! The words for what `kontrollera` finds wrong.
use plan_core::document::Kind;
use plan_core::historik::{Finding, Part};

use super::value::{Place, words as value_words};
use super::{field, thing};

/// What is wrong, in one sentence.
pub(crate) fn words(finding: &Finding) -> String {
    match finding {
        Finding::Sqlite { .. } => "Filens uppbyggnad är skadad.".into(),
        Finding::ForeignKey { kind, part, .. } => {
            format!("{} pekar på något som inte finns i planen.", a_row(*kind, part))
        }
        Finding::Chain { nr } => {
            format!("Ändringsloggen är ändrad i efterhand: kedjan bryts vid ändring nr {nr}.")
        }
        Finding::LogRow { nr } => format!("Ändring nr {nr} i ändringsloggen kan inte läsas."),
        Finding::NotLogged { kind, part, namn, .. } => {
            format!("{}{} finns i planen men inte i ändringsloggen.", a_row(*kind, part), called(namn))
        }
        Finding::Missing { kind, part, .. } => {
            format!("{} finns i ändringsloggen men saknas i planen.", a_row(*kind, part))
        }
        Finding::Differs { kind, part, namn, field: name, logged, found, .. } => {
            let table = thing::table_of(*kind, part);
            let place = Place { table, field: name };
            let word = field::column(table, name).map_or_else(|| field::word(name), str::to_owned);
            format!(
                "{}{}: {word} är ”{}”, men enligt ändringsloggen ”{}”.",
                a_row(*kind, part),
                called(namn),
                value_words(place, found),
                value_words(place, logged)
            )
        }
        Finding::Archive { sha256 } => {
            format!(
                "En arkiverad fil är ändrad eller saknas (kontrollsumma {}…).",
                sha256.get(..12).unwrap_or(sha256)
            )
        }
        Finding::Text { kind, part, .. } => {
            format!("{} innehåller text som inte kan läsas.", a_row(*kind, part))
        }
        Finding::Checkpoint { nr } => format!("Kontrollpunkten vid ändring nr {nr} kan inte läsas."),
    }
}

/// What is being checked, for the line of progress.
pub(crate) fn part(part: Part) -> &'static str {
    match part {
        Part::Sqlite => "Kontrollerar filens uppbyggnad",
        Part::ForeignKeys => "Kontrollerar kopplingar",
        Part::Log => "Kontrollerar ändringsloggen",
        Part::Tables => "Jämför planen med ändringsloggen",
        Part::Archive => "Kontrollerar arkiverade filer",
    }
}

fn a_row(kind: Kind, part: &str) -> String {
    let table = thing::table_of(kind, part);
    thing::singular(table).or_else(|| thing::singular(kind.as_str())).unwrap_or("Uppgift").to_owned()
}

fn called(namn: &str) -> String {
    if namn.is_empty() { String::new() } else { format!(" ”{namn}”") }
}
