//! What one typed field says: a number, an amount, a day or a month, by the same readers as a sheet's cells.
//! Knows no plan: which unit a number should have and which year a day lies in are said by the caller.
use chrono::{Datelike, Days, NaiveDate};
use plan_core::belopp::Ore;
use plan_core::matetal::Saknas;
use plan_core::period::Period;

use crate::cell::date::{self, Kind, Moment, Part, Role};
use crate::cell::number::{self, Number, Penningenhet, Reading};
use crate::cell::text::fold;

/// What was typed where a measured value is expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypedTal {
    /// The number, and the unit that was typed after it; empty for none.
    Tal {
        tal: plan_core::belopp::Tal,
        enhet: String,
    },
    /// A mark or a word for there being no value ("ej mätt", "..").
    Saknas(Saknas),
    Tomt,
    /// Something else.
    Annat,
}

/// What was typed where an amount is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypedBelopp {
    Ore(Ore),
    Tomt,
    Annat,
}

/// What was typed where a day is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypedDag {
    Dag(NaiveDate),
    Tomt,
    /// Written as a day that the calendar does not have.
    FinnsInte,
    Annat,
}

/// Which day a whole month, quarter or week stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ende {
    Forsta,
    Sista,
}

/// Reads "1 234,5", "82 %", "−3", "ej mätt".
pub fn tal(text: &str) -> TypedTal {
    match number::read(text) {
        Reading::Number(Number { tal, suffix, .. }) => TypedTal::Tal { tal, enhet: suffix.to_owned() },
        Reading::Missing(reason) => TypedTal::Saknas(reason),
        Reading::Empty => TypedTal::Tomt,
        Reading::Other => TypedTal::Annat,
    }
}

/// Reads an amount in tkr unless another unit of money is typed: "1 250", "−11,6 mnkr", "500 000 kr".
pub fn belopp(text: &str) -> TypedBelopp {
    money(text, Penningenhet::Tkr)
}

/// Reads an amount in kronor unless another unit of money is typed: "250 000", "250 tkr".
pub fn kronor(text: &str) -> TypedBelopp {
    money(text, Penningenhet::Kr)
}

fn money(text: &str, usual: Penningenhet) -> TypedBelopp {
    match number::read(text) {
        Reading::Number(Number { tal, suffix, .. }) => {
            let unit = if suffix.is_empty() { Some(usual) } else { Penningenhet::parse(suffix) };
            unit.and_then(|unit| unit.ore(tal)).map_or(TypedBelopp::Annat, TypedBelopp::Ore)
        }
        Reading::Missing(_) if is_dash(text) => TypedBelopp::Tomt,
        Reading::Empty => TypedBelopp::Tomt,
        Reading::Missing(_) | Reading::Other => TypedBelopp::Annat,
    }
}

/// Reads "2026-11-27", "20261127", "27/11", "idag", "sista mars". A day without a year lies in `year`.
pub fn dag(text: &str, today: NaiveDate, year: i32, ende: Ende) -> TypedDag {
    let folded = fold(text);
    match folded.as_str() {
        "" => return TypedDag::Tomt,
        "idag" | "i dag" => return TypedDag::Dag(today),
        "imorgon" | "i morgon" => return TypedDag::Dag(today + Days::new(1)),
        "igar" | "i gar" => return TypedDag::Dag(today - Days::new(1)),
        _ => {}
    }
    let (ende, rest) = which_end(text.trim(), ende);
    match date::read(rest) {
        date::Reading::Time(from, to) => {
            let moment = if ende == Ende::Forsta { from } else { to };
            day_of(moment, year, ende).map_or(TypedDag::FinnsInte, TypedDag::Dag)
        }
        date::Reading::Impossible => TypedDag::FinnsInte,
        date::Reading::Other => TypedDag::Annat,
    }
}

/// Reads one month with its year: "2026-11", "november 2026".
pub fn manad(text: &str) -> Option<Period> {
    match date::read(text.trim()) {
        date::Reading::Time(Moment { part: Part::Months(month, _, Kind::Month), year }, to)
            if to.part == Part::Months(month, month, Kind::Month) && to.year == year =>
        {
            Period::new(year?, month)
        }
        _ => None,
    }
}

fn is_dash(text: &str) -> bool {
    matches!(text.trim(), "-" | "–" | "—" | "−" | "--")
}

/// "sista mars", "första dagen i mars": the end that is said, and what is left. "första kvartalet" is left whole.
fn which_end(text: &str, ende: Ende) -> (Ende, &str) {
    let after = |word: &str| {
        let (head, rest) = text.split_once(' ')?;
        (fold(head) == word).then(|| rest.trim_start())
    };
    if let Some(rest) = after("sista") {
        return (Ende::Sista, strip_day(rest));
    }
    match after("forsta").map(strip_day) {
        Some(rest) if date::month(&fold(first_word(rest))).is_some() => (Ende::Forsta, rest),
        _ => (ende, text),
    }
}

fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or(text)
}

fn strip_day(text: &str) -> &str {
    let rest = ["dagen i ", "dagen ", "dag i ", "i "].iter().find_map(|words| text.strip_prefix(words));
    rest.unwrap_or(text)
}

fn day_of(moment: Moment, year: i32, ende: Ende) -> Option<NaiveDate> {
    let role = if ende == Ende::Forsta { Role::Start } else { Role::End };
    let lasar = matches!(moment.part, Part::Lasar);
    Moment { year: moment.year.or((!lasar).then_some(year)), ..moment }.day(role).filter(|d| d.year() >= 1990)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read(text: &str) -> String {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        match dag(text, today, 2026, Ende::Sista) {
            TypedDag::Dag(day) => day.to_string(),
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn days_as_people_type_them() {
        for (text, expected) in [
            ("2026-11-27", "2026-11-27"),
            ("20261127", "2026-11-27"),
            ("27/11", "2026-11-27"),
            ("27/11 2027", "2027-11-27"),
            ("27 november", "2026-11-27"),
            ("idag", "2026-11-22"),
            ("I dag", "2026-11-22"),
            ("imorgon", "2026-11-23"),
            ("sista mars", "2026-03-31"),
            ("Sista februari 2028", "2028-02-29"),
            ("sista dagen i juni", "2026-06-30"),
            ("första mars", "2026-03-01"),
            ("första kvartalet", "2026-03-31"),
            ("mars", "2026-03-31"),
            ("v. 40", "2026-10-04"),
            ("", "Tomt"),
            ("31/2", "FinnsInte"),
            ("snart", "Annat"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn amounts_are_tkr_unless_said() {
        let ore = |kronor: i64| TypedBelopp::Ore(Ore::kronor(kronor));
        assert_eq!(belopp("1 250"), ore(1_250_000));
        assert_eq!(belopp("−11 600"), ore(-11_600_000));
        assert_eq!(belopp("-11,6 mnkr"), ore(-11_600_000));
        assert_eq!(belopp("500 000 kr"), ore(500_000));
        assert_eq!([belopp(""), belopp("–")], [TypedBelopp::Tomt; 2]);
        assert_eq!([belopp("12 %"), belopp("ej mätt"), belopp("mycket")], [TypedBelopp::Annat; 3]);
    }

    #[test]
    fn a_month_is_one_and_has_its_year() {
        for text in ["2026-11", " 2026-11 ", "november 2026", "Nov 2026", "nov -26", "202611"] {
            assert_eq!(manad(text), Period::new(2026, 11), "{text}");
        }
        for text in
            ["", "november", "2026", "2026-13", "2026-11-05", "kvartal 4 2026", "sep–nov 2026", "nov 1826"]
        {
            assert_eq!(manad(text), None, "{text}");
        }
    }
}
