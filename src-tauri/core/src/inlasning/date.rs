//! Parts of a year that lack their year ("vecka 40", "Q3", "HT"): the days they mean once the year is known.
use chrono::{Duration, NaiveDate, Weekday};

use super::DelAvAr;
use crate::period::Period;

/// Which end of a span a date cell stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ende {
    Start,
    Slut,
}

/// The first (start) or last (slut) day of a part of a year; `None` where the year has no such part (week 53, 29 February).
/// Vårtermin is January–June, hösttermin July–December; weeks are ISO weeks.
pub(super) fn day_of(del: DelAvAr, year: i32, ende: Ende) -> Option<NaiveDate> {
    let (first, last) = match del {
        DelAvAr::Vecka(week) => return day_of_week(week, year, ende),
        DelAvAr::Kvartal(nr) => months_of(nr, 3)?,
        DelAvAr::Tertial(nr) => months_of(nr, 4)?,
        DelAvAr::Manad(nr) => months_of(nr, 1)?,
        DelAvAr::Vartermin => (1, 6),
        DelAvAr::Hosttermin => (7, 12),
        DelAvAr::Dag(month, day) => return NaiveDate::from_ymd_opt(year, month, day),
    };
    match ende {
        Ende::Start => NaiveDate::from_ymd_opt(year, first, 1),
        Ende::Slut => Some(Period::new(year, last)?.last_day()),
    }
}

/// First and last month of the `nr`th part of the year.
fn months_of(nr: u32, months: u32) -> Option<(u32, u32)> {
    let last = nr.checked_mul(months)?;
    (nr >= 1 && last <= 12).then(|| (last + 1 - months, last))
}

fn day_of_week(week: u32, year: i32, ende: Ende) -> Option<NaiveDate> {
    let monday = NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)?;
    match ende {
        Ende::Start => Some(monday),
        Ende::Slut => monday.checked_add_signed(Duration::days(6)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(del: DelAvAr, ende: Ende) -> Option<String> {
        day_of(del, 2026, ende).map(|d| d.to_string())
    }

    #[test]
    fn start_is_the_first_day_and_end_the_last() {
        let cases = [
            (DelAvAr::Vecka(40), "2026-09-28", "2026-10-04"),
            (DelAvAr::Kvartal(3), "2026-07-01", "2026-09-30"),
            (DelAvAr::Tertial(1), "2026-01-01", "2026-04-30"),
            (DelAvAr::Manad(2), "2026-02-01", "2026-02-28"),
            (DelAvAr::Vartermin, "2026-01-01", "2026-06-30"),
            (DelAvAr::Hosttermin, "2026-07-01", "2026-12-31"),
        ];
        for (del, start, slut) in cases {
            assert_eq!(day(del, Ende::Start).as_deref(), Some(start), "{del:?}");
            assert_eq!(day(del, Ende::Slut).as_deref(), Some(slut), "{del:?}");
        }
    }

    #[test]
    fn a_part_the_year_lacks_is_no_day() {
        assert_eq!(day_of(DelAvAr::Vecka(53), 2025, Ende::Slut), None);
        assert!(day_of(DelAvAr::Vecka(53), 2026, Ende::Slut).is_some());
        assert_eq!(day(DelAvAr::Dag(12, 31), Ende::Start).as_deref(), Some("2026-12-31"));
        assert_eq!(day(DelAvAr::Dag(2, 29), Ende::Slut), None);
        for del in [DelAvAr::Kvartal(5), DelAvAr::Kvartal(0), DelAvAr::Manad(13), DelAvAr::Tertial(u32::MAX)]
        {
            assert_eq!(day(del, Ende::Start), None, "{del:?}");
        }
    }
}
