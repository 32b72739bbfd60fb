//! Which period and day a reader means, where the person has not said it: the same for `read_plan` and reports.
use chrono::NaiveDate;
use plan_core::period::Period;
use plan_core::plan::{Arslage, Plan};
use serde::Deserialize;
use ts_rs::TS;

use crate::error::Error;

/// A moment as asked for.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Tidpunkt {
    /// "2026-10"; without it the newest period that the plan has rows for.
    #[ts(optional)]
    pub period: Option<String>,
    /// What counts as today; without it the period's last day.
    #[ts(optional)]
    pub datum: Option<NaiveDate>,
}

impl Tidpunkt {
    /// The period and the day.
    pub(crate) fn of(&self, plan: &Plan) -> Result<(Period, NaiveDate), Error> {
        let period = match &self.period {
            Some(text) => Period::parse(text).ok_or_else(|| Error::BadPeriod(text.clone()))?,
            None => newest(plan)?,
        };
        Ok((period, self.datum.unwrap_or_else(|| period.last_day())))
    }
}

/// The verksamhetsår under way, else the first planned, else the first of the file.
pub(crate) fn current_year(plan: &Plan) -> Option<i32> {
    let in_state = |state| plan.verksamhetsar.iter().filter(move |y| y.state == state).map(|y| y.year);
    in_state(Arslage::Pagar)
        .max()
        .or_else(|| in_state(Arslage::Planeras).min())
        .or_else(|| plan.verksamhetsar.iter().map(|y| y.year).max())
}

/// The newest period of the current year with a status, an outcome of the nämnd's economy or a period of follow-up;
/// December where nothing is reported yet. No clock: the same file gives the same answer on any day.
fn newest(plan: &Plan) -> Result<Period, Error> {
    let year = current_year(plan).ok_or(Error::NoYear)?;
    let reported = plan.statusrad.iter().map(|s| s.period);
    let drift = plan.driftbelopp.iter().map(|b| b.period);
    let verksamhet = plan.verksamhetsbelopp.iter().map(|b| b.period);
    let followed_up = plan.uppfoljning.iter().map(|u| u.period);
    let all = reported.chain(drift).chain(verksamhet).chain(followed_up);
    Ok(all.filter(|p| p.year == year).max().unwrap_or(Period { year, month: 12 }))
}
