//! The example's own clock: it is set to the day a step is written and goes on by itself, so that the log reads like a year.
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

/// When the offices begin to write (UTC), and how long a write takes.
const MORNING: NaiveTime = match NaiveTime::from_hms_opt(7, 5, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};
const STEP_SECONDS: i64 = 20;

/// Shared between the builder, who turns it, and the document, which reads it.
#[derive(Clone)]
pub(super) struct Clock(Arc<AtomicI64>);

impl Clock {
    /// A clock that stands at the morning of a day.
    pub(super) fn starting(day: NaiveDate) -> Clock {
        let clock = Clock(Arc::default());
        clock.turn_to(day);
        clock
    }

    /// Moves on to the morning of a day; a day that is not ahead changes nothing.
    pub(super) fn turn_to(&self, day: NaiveDate) {
        self.0.fetch_max(day.and_time(MORNING).and_utc().timestamp(), Ordering::SeqCst);
    }

    /// The time now; the next reading is a moment later.
    pub(super) fn read(&self) -> DateTime<Utc> {
        let seconds = self.0.fetch_add(STEP_SECONDS, Ordering::SeqCst);
        DateTime::from_timestamp(seconds, 0).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_clock_never_goes_back() {
        let day = |d| NaiveDate::from_ymd_opt(2026, 4, d).unwrap();
        let clock = Clock::starting(day(8));
        let first = clock.read();
        clock.turn_to(day(7));
        let second = clock.read();
        assert_eq!(first.date_naive(), day(8));
        assert!(second > first);
    }
}
