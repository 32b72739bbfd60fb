//! Words for states, reasons, targets and verdicts, and how words are joined.
use std::collections::BTreeMap;

use plan_core::mal::Maluppfyllelse;
use plan_core::matetal::{Frekvens, Krav, Matetal, Riktning, Saknas, Varde};
use plan_core::organisation::Organisationsslag;
use plan_core::rapport::Rapportslag;
use plan_core::uppdrag::Kalla;
use plan_core::uppfoljning::Status;

use super::tal::{antal, med_enhet, tal};
use crate::tree::Bedomning;

/// The label of a status: the file's own (`status.<code>`) or the fixed one (domain.md, Status).
pub fn status(installning: &BTreeMap<String, String>, status: Status) -> String {
    let own = installning.get(&format!("status.{}", status.as_str())).map(|word| word.trim());
    own.filter(|word| !word.is_empty()).unwrap_or(fixed_status(status)).to_string()
}

fn fixed_status(status: Status) -> &'static str {
    match status {
        Status::EjPaborjad => "Ej påbörjad",
        Status::PagarEnligtPlan => "Pågår enligt plan",
        Status::PagarMedAvvikelse => "Pågår med avvikelse",
        Status::Forsenad => "Försenad",
        Status::Genomford => "Genomförd",
        Status::Avbruten => "Avbruten",
    }
}

/// Why there is no value: a word, never 0.
pub fn saknas(reason: Saknas) -> &'static str {
    match reason {
        Saknas::EjMatt => "Ej mätt",
        Saknas::Bortfall => "Bortfall",
        Saknas::EjTillamplig => "Ej tillämplig",
        Saknas::Sekretess => "Sekretess (för få)",
    }
}

/// A measured value with its unit, or the reason why there is none.
pub fn varde(value: Varde, matetal: &Matetal) -> String {
    match value {
        Varde::Tal(number) => med_enhet(number, matetal.decimaler, &matetal.enhet),
        Varde::Saknas(reason) => saknas(reason).to_string(),
    }
}

/// A target in words: "Minst 90 %", "Högst 13,2 %", "10–12 dagar", "Bättre än föregående värde".
pub fn krav(krav: Krav, matetal: &Matetal) -> String {
    let value = |number| med_enhet(number, matetal.decimaler, &matetal.enhet);
    match krav {
        Krav::Minst(lowest) => format!("Minst {}", value(lowest)),
        Krav::Hogst(highest) => format!("Högst {}", value(highest)),
        Krav::Intervall(from, to) => format!("{}–{}", tal(from, matetal.decimaler), value(to)),
        Krav::Riktning => "Bättre än föregående värde".into(),
    }
}

/// The verdict on a mål (LedMot 4.3.2).
pub fn maluppfyllelse(verdict: Maluppfyllelse) -> &'static str {
    match verdict {
        Maluppfyllelse::Uppfyllt => "Uppfyllt",
        Maluppfyllelse::DelvisUppfyllt => "Delvis uppfyllt",
        Maluppfyllelse::InteUppfyllt => "Inte uppfyllt",
        Maluppfyllelse::KanInteBedomas => "Kan inte bedömas",
    }
}

/// The verdict on a mål as a cell, with *preliminärt* where an unmeasured nyckeltal could change it.
pub fn bedomning(utfall: Maluppfyllelse, preliminar: bool) -> Bedomning {
    let word = maluppfyllelse(utfall);
    let ord = if preliminar { format!("{word} (preliminärt)") } else { word.to_string() };
    Bedomning { utfall, ord }
}

/// Where an uppdrag comes from.
pub fn kalla(kalla: Kalla) -> &'static str {
    match kalla {
        Kalla::Mor => "Nämndens mål och resursplan",
        Kalla::Reglemente => "Reglemente",
        Kalla::Lag => "Lag eller statlig styrning",
        Kalla::KfKs => "Uppdrag från kommunfullmäktige eller kommunstyrelsen",
        Kalla::Forvaltning => "Förvaltningens initiativ",
        Kalla::Atgard => "Åtgärd efter avvikelse",
        Kalla::InternKontroll => "Intern kontroll",
    }
}

/// How often a mätetal is measured.
pub fn frekvens(frekvens: Frekvens) -> &'static str {
    match frekvens {
        Frekvens::Manad => "Varje månad",
        Frekvens::Kvartal => "Varje kvartal",
        Frekvens::Tertial => "Varje tertial",
        Frekvens::Halvar => "Varje halvår",
        Frekvens::Ar => "Varje år",
    }
}

/// Which way is better.
pub fn riktning(riktning: Riktning) -> &'static str {
    match riktning {
        Riktning::Hogre => "Högre är bättre",
        Riktning::Lagre => "Lägre är bättre",
        Riktning::Intervall => "Inom intervall",
        Riktning::Folj => "Följs utan mål",
    }
}

/// The kind of an organisation node.
pub fn organisationsslag(slag: Organisationsslag) -> &'static str {
    match slag {
        Organisationsslag::Namnd => "Nämnd",
        Organisationsslag::Forvaltning => "Förvaltning",
        Organisationsslag::Verksamhetsomrade => "Verksamhetsområde",
        Organisationsslag::Enhet => "Enhet",
    }
}

/// The kind of a report.
pub fn rapportslag(slag: Rapportslag) -> &'static str {
    match slag {
        Rapportslag::Manad => "Månadsrapport",
        Rapportslag::Verksamhetsplan => "Verksamhetsplan",
    }
}

/// With a small first letter, for the middle of a sentence: "högst 6,5 %".
pub fn med_liten(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}

/// With a capital first letter: "Oktober".
pub fn med_stor(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// "a", "a och b", "a, b och c".
pub fn lista<S: AsRef<str>>(items: &[S]) -> String {
    match items {
        [] => String::new(),
        [only] => only.as_ref().to_string(),
        [init @ .., last] => {
            let init: Vec<&str> = init.iter().map(AsRef::as_ref).collect();
            format!("{} och {}", init.join(", "), last.as_ref())
        }
    }
}

/// "1 aktivitet", "12 aktiviteter".
pub fn antal_av(count: usize, singular: &str, plural: &str) -> String {
    format!("{} {}", antal(count), if count == 1 { singular } else { plural })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_renamed_status_is_printed_as_the_file_says() {
        let mut settings = BTreeMap::new();
        assert_eq!(status(&settings, Status::Forsenad), "Försenad");
        settings.insert("status.forsenad".into(), "Sen".into());
        settings.insert("status.avbruten".into(), " ".into());
        assert_eq!(status(&settings, Status::Forsenad), "Sen");
        assert_eq!(status(&settings, Status::Avbruten), "Avbruten");
    }

    #[test]
    fn lists_and_counts_are_joined_in_swedish() {
        assert_eq!(lista(&["a", "b", "c"]), "a, b och c");
        assert_eq!(lista(&["a", "b"]), "a och b");
        assert_eq!(lista::<&str>(&[]), "");
        assert_eq!(antal_av(1, "aktivitet", "aktiviteter"), "1 aktivitet");
        assert_eq!(antal_av(0, "aktivitet", "aktiviteter"), "0 aktiviteter");
    }
}
