//! A month as the unit of follow-up.
use std::ops::RangeInclusive;

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The years that a plan can speak of; anything else is a slip of the hand.
pub const YEARS: RangeInclusive<i32> = 1990..=2200;

/// A calendar month. Ordered in time. In JSON and on the command line "2026-04".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
#[ts(type = "string")]
pub struct Period {
    pub year: i32,
    /// 1–12.
    pub month: u32,
}

impl Period {
    /// `None` unless the month is 1–12 and the year one of [`YEARS`].
    pub fn new(year: i32, month: u32) -> Option<Period> {
        (YEARS.contains(&year) && (1..=12).contains(&month)).then_some(Period { year, month })
    }

    /// Reads "2026-04".
    pub fn parse(text: &str) -> Option<Period> {
        let (year, month) = text.split_once('-')?;
        (year.len() == 4 && month.len() == 2).then_some(())?;
        Period::new(year.parse().ok()?, month.parse().ok()?)
    }

    pub fn of(date: NaiveDate) -> Option<Period> {
        Period::new(date.year(), date.month())
    }

    /// The last day of the month: "today" of a report for the period, unless another date is given.
    pub fn last_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.month, 1)
            .and_then(|first| first.checked_add_months(Months::new(1)))
            .and_then(|next| next.pred_opt())
            .unwrap_or(NaiveDate::MAX)
    }

    /// The month before.
    pub fn previous(self) -> Period {
        match self.month {
            1 => Period { year: self.year - 1, month: 12 },
            month => Period { month: month - 1, ..self },
        }
    }
}

impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl Serialize for Period {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Period, D::Error> {
        let text = String::deserialize(deserializer)?;
        Period::parse(&text).ok_or_else(|| serde::de::Error::custom("expected a month such as 2026-04"))
    }
}
