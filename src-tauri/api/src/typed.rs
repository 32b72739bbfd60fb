//! Numbers, amounts, days and months as people type them, read once for every screen. Which spellings are understood is
//! `plan_exchange::typed`; here stands which of them a field takes and, with [`crate::error`], why one is refused.
use chrono::{Datelike, NaiveDate};
use plan_core::belopp::{Ore, Tal};
use plan_core::document::Document;
use plan_core::matetal::Varde;
use plan_core::period::Period;
use plan_exchange::typed::{self, Ende, TypedBelopp, TypedDag, TypedTal};
use plan_report::format;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Error;

/// Why typed text was refused; `text` is what was typed, `field` where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typfel {
    pub field: &'static str,
    pub text: String,
    pub skal: Typskal,
}

/// What is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typskal {
    /// Neither a number nor a word for there being none.
    IngetTal,
    /// A number with another unit than the field's.
    AnnanEnhet { enhet: String },
    /// Not whole percent, 0–100.
    IngenProcent,
    /// Not an amount.
    IngetBelopp,
    /// Not an amount in kronor.
    IngaKronor,
    /// Not a number, where no word stands for there being none.
    BaraTal,
    /// Not a whole number.
    IngetHeltal,
    /// Not a day.
    IngenDag,
    /// A day that the calendar does not have.
    DagenFinnsInte,
    /// Not a month with its year.
    IngenPeriod,
}

/// A day as typed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TypedDatum {
    pub text: String,
    /// The year of a day typed without one; without it this year.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub year: Option<i32>,
    /// Of a whole month or week the first day is meant, not the last.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub forsta: bool,
}

/// The day that was meant.
#[derive(Debug, Serialize, TS)]
pub struct Datumsvar {
    /// `None`: nothing was typed.
    pub datum: Option<NaiveDate>,
    /// "2026-11-27".
    pub text: String,
}

/// A period as typed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TypedPeriod {
    pub text: String,
}

/// The period that was meant.
#[derive(Debug, Serialize, TS)]
pub struct Periodsvar {
    pub period: Period,
}

/// What a typed number is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Talslag {
    /// A measured number in the unit given.
    Tal,
    Heltal,
    /// An amount, in kronor unless another unit of money is typed.
    Kronor,
}

/// A number as typed.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TypedNummer {
    pub text: String,
    pub slag: Talslag,
    /// The unit that may be typed after it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub enhet: Option<String>,
}

/// The number that was meant, as a patch takes it.
#[derive(Debug, Serialize, TS)]
pub struct Talsvar {
    /// Öre of kronor. `None`: nothing was typed.
    #[ts(type = "number | null")]
    pub varde: Option<Talvarde>,
}

/// A number of any of the kinds.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Talvarde {
    Tal(Tal),
    Heltal(i64),
    Ore(Ore),
}

/// Reads a typed number.
pub(crate) fn read_tal(request: &TypedNummer) -> Result<Talsvar, Error> {
    let TypedNummer { text, slag, enhet } = request;
    let varde = match slag {
        Talslag::Tal => number(text, enhet.as_deref().unwrap_or_default())?.map(Talvarde::Tal),
        Talslag::Heltal => whole(text)?.map(Talvarde::Heltal),
        Talslag::Kronor => match typed::kronor(text) {
            TypedBelopp::Ore(ore) => Some(Talvarde::Ore(ore)),
            TypedBelopp::Tomt => None,
            TypedBelopp::Annat => return refuse("varde", text, Typskal::IngaKronor),
        },
    };
    Ok(Talsvar { varde })
}

fn number(text: &str, enhet: &str) -> Result<Option<Tal>, Error> {
    match typed::tal(text) {
        TypedTal::Tal { tal, enhet: typed } if same_unit(&typed, enhet) => Ok(Some(tal)),
        TypedTal::Tal { .. } => refuse("varde", text, Typskal::AnnanEnhet { enhet: enhet.trim().to_owned() }),
        TypedTal::Tomt => Ok(None),
        TypedTal::Saknas(_) | TypedTal::Annat => refuse("varde", text, Typskal::BaraTal),
    }
}

fn whole(text: &str) -> Result<Option<i64>, Error> {
    match typed::tal(text) {
        TypedTal::Tal { tal, enhet } if enhet.is_empty() && tal.0 % 1_000_000 == 0 => {
            Ok(Some(tal.0 / 1_000_000))
        }
        TypedTal::Tomt => Ok(None),
        _ => refuse("varde", text, Typskal::IngetHeltal),
    }
}

/// Reads a typed day by the document's clock.
pub(crate) fn read_datum(document: &mut Document, request: &TypedDatum) -> Result<Datumsvar, Error> {
    let datum = day(document, "datum", request)?;
    Ok(Datumsvar { datum, text: datum.map_or_else(String::new, format::datum) })
}

/// Reads a typed period.
pub(crate) fn read_period(request: &TypedPeriod) -> Result<Periodsvar, Error> {
    match typed::manad(&request.text) {
        Some(period) => Ok(Periodsvar { period }),
        None => refuse("period", &request.text, Typskal::IngenPeriod),
    }
}

/// A typed day of a field, the last of a whole month or week; `None` where nothing is typed.
pub(crate) fn datum(
    document: &mut Document,
    field: &'static str,
    text: &str,
) -> Result<Option<NaiveDate>, Error> {
    day(document, field, &TypedDatum { text: text.to_owned(), year: None, forsta: false })
}

fn day(
    document: &mut Document,
    field: &'static str,
    request: &TypedDatum,
) -> Result<Option<NaiveDate>, Error> {
    let today = format::svensk_dag(document.now());
    let ende = if request.forsta { Ende::Forsta } else { Ende::Sista };
    let year = request.year.unwrap_or_else(|| today.year());
    match typed::dag(&request.text, today, year, ende) {
        TypedDag::Dag(day) => Ok(Some(day)),
        TypedDag::Tomt => Ok(None),
        TypedDag::FinnsInte => refuse(field, &request.text, Typskal::DagenFinnsInte),
        TypedDag::Annat => refuse(field, &request.text, Typskal::IngenDag),
    }
}

/// A measured value in the given unit, or the reason why there is none; `None` where nothing is typed.
pub(crate) fn varde(field: &'static str, text: &str, enhet: &str) -> Result<Option<Varde>, Error> {
    match typed::tal(text) {
        TypedTal::Tal { tal, enhet: typed } if same_unit(&typed, enhet) => Ok(Some(Varde::Tal(tal))),
        TypedTal::Tal { .. } => refuse(field, text, Typskal::AnnanEnhet { enhet: enhet.trim().to_owned() }),
        TypedTal::Saknas(reason) => Ok(Some(Varde::Saknas(reason))),
        TypedTal::Tomt => Ok(None),
        TypedTal::Annat => refuse(field, text, Typskal::IngetTal),
    }
}

/// Whole percent, 0–100; `None` where nothing is typed.
pub(crate) fn procent(field: &'static str, text: &str) -> Result<Option<u8>, Error> {
    match typed::tal(text) {
        TypedTal::Tomt => Ok(None),
        TypedTal::Tal { tal, enhet } if same_unit(&enhet, "%") && tal.0 % 1_000_000 == 0 => {
            let whole = u8::try_from(tal.0 / 1_000_000).ok().filter(|whole| *whole <= 100);
            whole.map_or_else(|| refuse(field, text, Typskal::IngenProcent), |whole| Ok(Some(whole)))
        }
        _ => refuse(field, text, Typskal::IngenProcent),
    }
}

/// An amount, in tkr unless another unit is typed; `None` where nothing or a dash is typed.
pub(crate) fn belopp(field: &'static str, text: &str) -> Result<Option<Ore>, Error> {
    match typed::belopp(text) {
        TypedBelopp::Ore(ore) => Ok(Some(ore)),
        TypedBelopp::Tomt => Ok(None),
        TypedBelopp::Annat => refuse(field, text, Typskal::IngetBelopp),
    }
}

/// Nothing typed is the field's own unit; "procent" is "%", and "dag" is "dagar".
fn same_unit(typed: &str, enhet: &str) -> bool {
    let plain = |unit: &str| match unit.trim().trim_end_matches('.').to_lowercase().as_str() {
        "procent" => "%".to_owned(),
        "st" | "stycken" | "antal" => "antal".to_owned(),
        unit => unit.to_owned(),
    };
    let (typed, enhet) = (plain(typed), plain(enhet));
    typed.is_empty() || typed == enhet || (typed.len() > 2 && enhet.starts_with(&typed))
}

fn refuse<T>(field: &'static str, text: &str, skal: Typskal) -> Result<T, Error> {
    Err(Error::Typed(Typfel { field, text: text.trim().to_owned(), skal }))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use plan_core::matetal::Saknas;

    use super::*;

    #[test]
    fn a_value_is_read_in_its_own_unit() {
        let read = |text, unit| varde("varde", text, unit).ok().flatten();
        assert_eq!(read("82 %", "%"), Some(Varde::Tal(Tal(82_000_000))));
        assert_eq!(read("82", "%"), Some(Varde::Tal(Tal(82_000_000))));
        assert_eq!(read("1\u{a0}234,5 dagar", "dagar"), Some(Varde::Tal(Tal(1_234_500_000))));
        assert_eq!(read("1 dag", "dagar"), Some(Varde::Tal(Tal(1_000_000))));
        assert_eq!(read("ej mätt", "%"), Some(Varde::Saknas(Saknas::EjMatt)));
        assert!(varde("varde", "82 %", "dagar").is_err());
        assert!(varde("varde", "många", "%").is_err());
        assert_eq!(varde("varde", " ", "%").unwrap(), None);
    }

    #[test]
    fn percent_is_whole_and_at_most_a_hundred() {
        let read = |text| procent("fardiggrad", text);
        assert_eq!(read("80").unwrap(), Some(80));
        assert_eq!(read("100 %").unwrap(), Some(100));
        assert_eq!(read("").unwrap(), None);
        for text in ["101", "-1", "82,5", "80 dagar", "klart"] {
            assert!(read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_number_is_read_as_its_field_takes_it() {
        let read = |text: &str, slag, enhet: &str| {
            let request = TypedNummer { text: text.into(), slag, enhet: Some(enhet.into()) };
            read_tal(&request).map(|read| read.varde)
        };
        assert_eq!(read("1 234,5 %", Talslag::Tal, "%").unwrap(), Some(Talvarde::Tal(Tal(1_234_500_000))));
        assert_eq!(read("3", Talslag::Heltal, "").unwrap(), Some(Talvarde::Heltal(3)));
        let ore = |kronor| Some(Talvarde::Ore(Ore::kronor(kronor)));
        assert_eq!(read("250 000", Talslag::Kronor, "").unwrap(), ore(250_000));
        assert_eq!(read("250 tkr", Talslag::Kronor, "").unwrap(), ore(250_000));
        assert_eq!(read(" ", Talslag::Kronor, "").unwrap(), None);
        let refused = [
            ("3,5", Talslag::Heltal),
            ("ej mätt", Talslag::Tal),
            ("5 dagar", Talslag::Tal),
            ("dyrt", Talslag::Kronor),
        ];
        for (text, slag) in refused {
            assert!(read(text, slag, "%").is_err(), "{text}");
        }
    }

    #[test]
    fn an_amount_is_tkr() {
        assert_eq!(belopp("prognos", "−1 250").unwrap(), Some(Ore::kronor(-1_250_000)));
        assert_eq!(belopp("prognos", "–").unwrap(), None);
        assert!(belopp("prognos", "ganska mycket").is_err());
    }

    #[test]
    fn a_period_is_a_month_with_its_year() {
        let read = |text: &str| read_period(&TypedPeriod { text: text.into() }).map(|read| read.period);
        assert_eq!(read("november 2026").ok(), Period::new(2026, 11));
        assert_eq!(
            crate::UiError::from(read("november").unwrap_err()).message,
            "”november” är ingen period."
        );
        assert_eq!(crate::UiError::from(read(" ").unwrap_err()).message, "Perioden saknas.");
    }
}
