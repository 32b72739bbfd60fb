//! Stored codes and numbers as a person reads them, where the engine gives only the stored value.
//! What reports also say is worded by `plan_report::format`; here is what only the change log needs.
use std::collections::BTreeMap;

use plan_core::belopp::{Ore, Tal};
use plan_core::historik::Value;
use plan_core::matetal::{Frekvens, Riktning, Saknas};
use plan_core::organisation::Organisationsslag;
use plan_core::rapport::Rapportslag;
use plan_core::uppdrag::Kalla;
use plan_core::uppfoljning::Status;
use plan_core::{mal::Maluppfyllelse, matetal::Arsvarde, styrmodell::Bedomningsregel};
use plan_report::format;

/// Where a value stands: the table (or part of a thing) and the field.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'a> {
    pub(crate) table: &'a str,
    pub(crate) field: &'a str,
}

/// A value of the log in words; nothing is shown as a dash.
pub(crate) fn words(place: Place<'_>, value: &Value) -> String {
    match value {
        Value::Nothing => "–".into(),
        Value::Text(text) if text.is_empty() => "–".into(),
        Value::Text(text) => code(place, text).unwrap_or_else(|| text.clone()),
        Value::Number(number) => number_words(place, *number),
        Value::Thing { namn, .. } if namn.is_empty() => "(borttagen)".into(),
        Value::Thing { namn, .. } => namn.clone(),
    }
}

fn number_words(place: Place<'_>, number: i64) -> String {
    match place.field {
        "ore" | "kostnad_ore" | "kostnad" => kronor(Ore(number)),
        "varde" | "varde_hogst" | "tolerans" => decimal(Tal(number)),
        "vikt" if place.table == "utfall" => decimal(Tal(number)),
        "fardiggrad" => format!("{number}{}%", format::NBSP),
        "grunduppdrag"
        | "god_ekonomisk_hushallning"
        | "gemensam"
        | "klar"
        | "konsuppdelad"
        | "tom"
        | "med"
        | "finansiering"
        | "bar_matetal"
        | "bar_uppdrag" => yes_or_no(number != 0),
        "year" | "year_from" | "year_to" => number.to_string(),
        "month" => u32::try_from(number).map_or_else(|_| number.to_string(), |m| format::manad(m).to_owned()),
        _ => format::heltal(number),
    }
}

/// The word for a stored code; `None` where the field holds ordinary text.
pub(crate) fn code(place: Place<'_>, text: &str) -> Option<String> {
    let word = match (place.table, place.field) {
        (_, "status") => return Status::parse(text).map(status),
        (_, "saknas") => format::saknas(Saknas::parse(text)?),
        ("uppdrag", "kalla") => format::kalla(Kalla::parse(text)?),
        ("matetal", "frekvens") => format::frekvens(Frekvens::parse(text)?),
        ("matetal", "riktning") => format::riktning(Riktning::parse(text)?),
        ("matetal", "arsvarde") => year_value(Arsvarde::parse(text)?),
        ("organisation", "slag") => format::organisationsslag(Organisationsslag::parse(text)?),
        ("rapport" | "rapportmall", "slag") => format::rapportslag(Rapportslag::parse(text)?),
        ("malbedomning", "bedomning") => format::maluppfyllelse(Maluppfyllelse::parse(text)?),
        ("niva", "bedomning") => rule_of_level(Bedomningsregel::parse(text)?),
        (table, field) => plain_code(table, field, text)?,
    };
    Some(word.to_owned())
}

fn plain_code(table: &str, field: &str, text: &str) -> Option<&'static str> {
    Some(match (table, field, text) {
        ("verksamhetsar", "state", "planeras") => "planeras",
        ("verksamhetsar", "state", "pagar") => "pågår",
        ("verksamhetsar", "state", "stangt") => "stängt",
        ("uppfoljning", "state", "oppen") => "öppen",
        ("uppfoljning", "state", "inlamnad") => "inlämnad",
        ("uppfoljning", "state", "sammanstalld") => "sammanställd",
        ("rapport", "state", "last") => "låst för utskick",
        ("rapport", "state", "upplast") => "upplåst",
        ("rapport", "state", "upphavd") => "upphävd",
        ("uppfoljning" | "rapport", "state", "faststalld") | ("rapportfil", "roll", "faststalld") => {
            "fastställd"
        }
        ("rapportfil", "roll", "forslag") => "förslag till nämnden",
        ("rapportfil", "format", "pdf") => "PDF",
        ("rapportfil", "format", "xlsx") => "Excel",
        ("uppfoljning", "slag", "manad") => "månadsrapport",
        ("uppfoljning", "slag", "tertial") => "tertialrapport",
        ("uppfoljning", "slag", "delar") => "delårsrapport",
        ("uppfoljning", "slag", "ar") => "årsredovisning",
        ("matetal", "art", "nyckeltal") => "nyckeltal",
        ("matetal", "art", "indikator") => "indikator",
        ("driftrad", "art", "rad") => "rad",
        ("driftrad", "art", "summa") => "summa",
        ("malvarde", "slag", "minst") => "minst",
        ("malvarde", "slag", "hogst") => "högst",
        ("malvarde", "slag", "intervall") => "inom intervall",
        ("malvarde", "slag", "riktning") => "bättre än föregående värde",
        (_, "slag", "budget") => "budget",
        (_, "slag", "utfall_ack") => "utfall ackumulerat",
        (_, "slag", "prognos") => "prognos",
        (_, "del", "intakt") => "intäkt",
        (_, "del", "kostnad") => "kostnad",
        (_, "kon", "T") => "totalt",
        (_, "kon", "K") => "kvinnor",
        (_, "kon", "M") => "män",
        ("niva", "beslutas_av", "kf") => "kommunfullmäktige",
        ("niva", "beslutas_av", "ks") => "kommunstyrelsen",
        ("niva", "beslutas_av", "namnd") => "nämnden",
        ("niva", "beslutas_av", "forvaltning") => "förvaltningen",
        ("niva", "beslutas_av", "enhet") => "enheten",
        _ => return None,
    })
}

fn year_value(arsvarde: Arsvarde) -> &'static str {
    match arsvarde {
        Arsvarde::Senaste => "det senaste värdet",
        Arsvarde::Summa => "summan",
        Arsvarde::Medel => "medelvärdet",
        Arsvarde::VagtMedel => "det vägda medelvärdet",
    }
}

fn rule_of_level(regel: Bedomningsregel) -> &'static str {
    match regel {
        Bedomningsregel::Ingen => "ingen sammanvägd bedömning",
        Bedomningsregel::RegelA => "regel A: mer än hälften av nyckeltalen",
        Bedomningsregel::RegelB => "regel B: alla nyckeltal",
        Bedomningsregel::RegelC => "regel C: vägd andel",
        Bedomningsregel::Manuell => "manuell bedömning",
    }
}

/// The label of a status as it is when nobody has renamed it: the log and the remarks of an import tell of the code, whatever
/// the file has called it since.
pub(crate) fn status(status: Status) -> String {
    format::status(&BTreeMap::new(), status)
}

/// "−11 600 tkr".
pub(crate) fn tkr(ore: Ore) -> String {
    format::belopp_tkr(ore)
}

/// "200 000".
pub(crate) fn thousands(n: i64) -> String {
    format::heltal(n)
}

/// Exact, as a log must be: "−11 600 400 kr", "12,50 kr".
fn kronor(ore: Ore) -> String {
    let decimals = if ore.0 % 100 == 0 { 0 } else { 2 };
    let kronor = Tal(ore.0.saturating_mul(10_000));
    format!("{}{}kr", format::tal(kronor, decimals), format::NBSP)
}

/// With the decimals it has, at most six.
fn decimal(tal: Tal) -> String {
    let mut decimals = 6;
    let mut rest = tal.0;
    while decimals > 0 && rest % 10 == 0 {
        rest /= 10;
        decimals -= 1;
    }
    format::tal(tal, decimals)
}

fn yes_or_no(yes: bool) -> String {
    if yes { "ja".into() } else { "nej".into() }
}

#[cfg(test)]
mod tests {
    use crate::texts::schema_tests::columns;

    use super::*;

    fn said(table: &str, field: &str, value: Value) -> String {
        words(Place { table, field }, &value)
    }

    #[test]
    fn numbers_are_said_exactly() {
        assert_eq!(
            said("driftbelopp", "ore", Value::Number(-1_160_000_050)),
            "−11\u{a0}600\u{a0}000,50\u{a0}kr"
        );
        assert_eq!(said("utfall", "varde", Value::Number(7_250_000)), "7,25");
        assert_eq!(said("utfall", "varde", Value::Number(0)), "0");
        assert_eq!(said("aktivitet", "year", Value::Number(2026)), "2026");
        assert_eq!(said("aktivitet", "gemensam", Value::Number(1)), "ja");
    }

    #[test]
    fn nothing_is_a_dash_and_text_stays_text() {
        assert_eq!(said("aktivitet", "titel", Value::Nothing), "–");
        assert_eq!(said("aktivitet", "titel", Value::Text("pagar".into())), "pagar");
        assert_eq!(said("statusrad", "status", Value::Text("ej_paborjad".into())), "Ej påbörjad");
    }

    /// Every code that the schema allows (`CHECK (column IN ('a', 'b'))`) has a word of its own.
    #[test]
    fn every_code_of_the_schema_has_a_word() {
        let mut seen = 0;
        for column in columns() {
            let Some((_, codes)) = column.rest.split_once(" IN ('") else { continue };
            let codes = codes.split("')").next().unwrap_or_default();
            for one in codes.split("', '") {
                seen += 1;
                let word = code(Place { table: &column.table, field: &column.name }, one);
                assert!(word.is_some(), "{}.{} has no word for {one}", column.table, column.name);
            }
        }
        assert!(seen > 60, "only {seen} codes were found in the schema");
    }
}
