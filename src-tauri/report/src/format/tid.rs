//! Dates and periods: 2026-10-31, "oktober 2026".
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use plan_core::period::Period;

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

const SHORT: [&str; 12] =
    ["jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"];

/// "2026-10-31".
pub fn datum(date: NaiveDate) -> String {
    date.to_string()
}

/// "oktober 2026".
pub fn period(period: Period) -> String {
    format!("{} {}", manad(period.month), period.year)
}

/// "oktober"; empty for a number that is no month.
pub fn manad(month: u32) -> &'static str {
    name(&MONTHS, month)
}

/// "okt", for the axis of a chart.
pub fn manad_kort(month: u32) -> &'static str {
    name(&SHORT, month)
}

/// "2026-11-06 kl. 14.32": the day and time in Sweden at an instant of the change log.
pub fn tidpunkt(at: DateTime<Utc>) -> String {
    svensk_tid(at).format("%Y-%m-%d kl. %H.%M").to_string()
}

/// The day in Sweden at an instant of the change log: the same on every machine, whatever its time zone.
pub fn svensk_dag(at: DateTime<Utc>) -> NaiveDate {
    svensk_tid(at).date()
}

/// Day and time in Sweden at an instant.
pub fn svensk_tid(at: DateTime<Utc>) -> NaiveDateTime {
    let hours = if is_summer_time(at) { 2 } else { 1 };
    at.naive_utc() + TimeDelta::hours(hours)
}

/// "14.32".
pub fn klockslag(at: NaiveDateTime) -> String {
    at.format("%H.%M").to_string()
}

/// "torsdag 5 november 2026".
pub fn dag_i_ord(date: NaiveDate) -> String {
    const DAYS: [&str; 7] = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"];
    let weekday = DAYS.get(date.weekday().num_days_from_monday() as usize).copied().unwrap_or_default();
    format!("{weekday} {} {} {}", date.day(), manad(date.month()), date.year())
}

/// EU summer time: from 01.00 UTC on the last Sunday of March to 01.00 UTC on the last Sunday of October.
fn is_summer_time(at: DateTime<Utc>) -> bool {
    let shift = |month| last_sunday(at.year(), month).and_then(|day| day.and_hms_opt(1, 0, 0));
    match (shift(3), shift(10)) {
        (Some(from), Some(to)) => (from..to).contains(&at.naive_utc()),
        _ => false,
    }
}

/// Of a month with 31 days.
fn last_sunday(year: i32, month: u32) -> Option<NaiveDate> {
    let last = NaiveDate::from_ymd_opt(year, month, 31)?;
    last.checked_sub_days(Days::new(last.weekday().num_days_from_sunday().into()))
}

fn name(names: &[&'static str; 12], month: u32) -> &'static str {
    month.checked_sub(1).and_then(|at| names.get(at as usize)).copied().unwrap_or("")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn periods_and_months_have_names() {
        assert_eq!(period(Period { year: 2026, month: 10 }), "oktober 2026");
        assert_eq!((manad(0), manad(13), manad_kort(3)), ("", "", "mars"));
    }

    #[test]
    fn the_day_is_swedish_in_winter_and_summer() {
        let day = |text: &str| svensk_dag(text.parse().unwrap()).to_string();
        assert_eq!(day("2026-01-31T22:59:59Z"), "2026-01-31");
        assert_eq!(day("2026-01-31T23:00:00Z"), "2026-02-01");
        assert_eq!(day("2026-05-31T22:00:00Z"), "2026-06-01");
        assert_eq!(day("2026-10-24T22:30:00Z"), "2026-10-25");
        assert_eq!(day("2026-10-25T22:30:00Z"), "2026-10-25");
    }
}
