//! Which backups are kept: the 10 newest, the newest of each of the last 14 days, the newest of each of the last 12 months.
use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, Months, NaiveDateTime};

const NEWEST: usize = 10;
const DAYS: u64 = 14;
const MONTHS: u32 = 12;

/// The times to keep, of backups taken at these times.
pub(super) fn kept(times: &[NaiveDateTime], now: NaiveDateTime) -> BTreeSet<NaiveDateTime> {
    let mut sorted: Vec<NaiveDateTime> = times.to_vec();
    sorted.sort_unstable();
    let first_day = now.date().checked_sub_days(Days::new(DAYS)).unwrap_or(now.date());
    let first_month = now.date().checked_sub_months(Months::new(MONTHS)).unwrap_or(now.date());
    let mut of_day = BTreeMap::new();
    let mut of_month = BTreeMap::new();
    for time in &sorted {
        let day = time.date();
        if day > first_day {
            of_day.insert(day, *time);
        }
        if day > first_month {
            of_month.insert((day.year(), day.month()), *time);
        }
    }
    let newest = sorted.iter().rev().take(NEWEST).copied();
    newest.chain(of_day.into_values()).chain(of_month.into_values()).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use chrono::{Duration, NaiveDate};

    use super::*;

    #[test]
    fn days_and_months_thin_out_with_age() {
        let now = NaiveDate::from_ymd_opt(2026, 10, 31).unwrap().and_hms_opt(12, 0, 0).unwrap();
        let every_six_hours: Vec<NaiveDateTime> =
            (0..4 * 800).map(|n| now - Duration::hours(6 * n)).collect();
        let kept = kept(&every_six_hours, now);
        // 10 newest reach over three days; 14 days give one each, 12 more months one each (October is among the newest).
        assert!(kept.contains(&now));
        assert!(kept.iter().all(|time| now - *time < Duration::days(366)));
        let months: BTreeSet<(i32, u32)> = kept.iter().map(|t| (t.year(), t.month())).collect();
        assert_eq!(months.len(), 13 - usize::from(!kept.iter().any(|t| t.year() == 2025 && t.month() == 10)));
        let days = kept.iter().map(|t| t.date()).filter(|d| *d > now.date() - Duration::days(14));
        assert_eq!(days.collect::<BTreeSet<_>>().len(), 14);
    }

    #[test]
    fn few_backups_are_all_kept_however_old() {
        let old = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap().and_hms_opt(0, 0, 0).unwrap();
        let now = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap().and_hms_opt(0, 0, 0).unwrap();
        assert_eq!(kept(&[old], now).len(), 1);
    }
}
