//! Times as people write them in a plan: "2026-03-01", "31/12 2026", "april 2026", "VT26", "Q3", "vecka 40", "mars–maj".
//! A start is the first day of what is meant, an end the last (a proposal; the text is kept by the caller).
use chrono::{Datelike, Days, NaiveDate, Weekday};
use plan_core::inlasning::DelAvAr;

#[cfg(test)]
mod tests;
mod words;

pub(crate) use words::month;
use words::{moment, range, tokens};

/// What a text says when a time is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    /// From the first day of the one to the last of the other; alike where no range is written.
    Time(Moment, Moment),
    /// Written as a day that the calendar does not have.
    Impossible,
    /// "löpande", or something else.
    Other,
}

/// A part of time, with its year where it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moment {
    pub(crate) part: Part,
    pub(crate) year: Option<i32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Day(u32, u32),
    Week(u32),
    /// First and last month: a month, kvartal, tertial, termin, sommar or year.
    Months(u32, u32, Kind),
    /// July to June of the year after.
    Lasar,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Month,
    Quarter,
    Tertial,
    Half,
    Other,
}

/// Which end of a time is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Start,
    End,
}

impl Moment {
    /// The first or last day; `None` without a year.
    pub(crate) fn day(self, role: Role) -> Option<NaiveDate> {
        let year = self.year?;
        let (first, last) = match self.part {
            Part::Day(month, day) => {
                let day = NaiveDate::from_ymd_opt(year, month, day)?;
                (day, day)
            }
            Part::Week(week) => {
                let monday = NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)?;
                (monday, monday + Days::new(6))
            }
            Part::Months(from, to, _) => (NaiveDate::from_ymd_opt(year, from, 1)?, last_of_month(year, to)?),
            Part::Lasar => (NaiveDate::from_ymd_opt(year, 7, 1)?, NaiveDate::from_ymd_opt(year + 1, 6, 30)?),
        };
        Some(if role == Role::Start { first } else { last })
    }

    /// The part of a year to be filled in by the plan; `None` where the year is said or there is no such part.
    pub(crate) fn without_year(self, role: Role) -> Option<DelAvAr> {
        if self.year.is_some() {
            return None;
        }
        match self.part {
            Part::Day(month, day) => Some(DelAvAr::Dag(month, day)),
            Part::Week(week) => Some(DelAvAr::Vecka(week)),
            Part::Months(_, to, Kind::Quarter) => Some(DelAvAr::Kvartal(to / 3)),
            Part::Months(_, to, Kind::Tertial) => Some(DelAvAr::Tertial(to / 4)),
            Part::Months(1, _, Kind::Half) => Some(DelAvAr::Vartermin),
            Part::Months(_, _, Kind::Half) => Some(DelAvAr::Hosttermin),
            Part::Months(from, to, _) => Some(DelAvAr::Manad(if role == Role::Start { from } else { to })),
            Part::Lasar => None,
        }
    }

    /// Whether the calendar has it.
    fn exists(self) -> bool {
        let leap = Moment { year: self.year.or(Some(2024)), ..self };
        match self.part {
            Part::Week(week) if self.year.is_none() => (1..=53).contains(&week),
            _ => leap.day(Role::Start).is_some() && leap.day(Role::End).is_some(),
        }
    }
}

fn last_of_month(year: i32, month: u32) -> Option<NaiveDate> {
    let (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    NaiveDate::from_ymd_opt(year, month, 1)?.pred_opt()
}

/// A day written as a machine writes it: "2026-03-01", also with a time after it.
pub(crate) fn plain_day(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let (day, rest) = text.split_at_checked(10)?;
    let is_time = rest.is_empty()
        || rest.starts_with(['T', ' ']) && rest[1..].starts_with(|c: char| c.is_ascii_digit());
    let bytes = day.as_bytes();
    if !is_time || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let number =
        |part: &str| part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse::<u32>().ok()).flatten();
    let year = i32::try_from(number(&day[..4])?).ok()?;
    NaiveDate::from_ymd_opt(year, number(&day[5..7])?, number(&day[8..])?)
}

/// The longest text that is looked at as a time.
const LONGEST: usize = 60;

/// Reads a text as a time.
pub(crate) fn read(text: &str) -> Reading {
    if text.len() > LONGEST {
        return Reading::Other;
    }
    if let Some(day) = plain_day(text) {
        let moment = Moment { part: Part::Day(day.month(), day.day()), year: Some(day.year()) };
        return Reading::Time(moment, moment);
    }
    let tokens = tokens(text);
    match moment(&tokens) {
        Some(moment) if moment.exists() => Reading::Time(moment, moment),
        Some(Moment { part: Part::Day(..) | Part::Week(_), .. }) => Reading::Impossible,
        _ => range(&tokens).unwrap_or(Reading::Other),
    }
}
