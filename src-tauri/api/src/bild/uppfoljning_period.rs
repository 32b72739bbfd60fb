//! The periods of the switcher: every follow-up of the file, and every month that something is reported in.
use std::collections::BTreeSet;

use plan_core::period::Period;
use plan_core::plan::Plan;
use plan_core::uppfoljning::{Uppfoljning, Uppfoljningslage};
use plan_report::format;

use super::uppfoljning::Uppfoljningsperiod;

/// Oldest first; the period that is shown is always among them.
pub(super) fn perioder(plan: &Plan, shown: Period) -> Vec<Uppfoljningsperiod> {
    let mut all: BTreeSet<Period> = plan.statusrad.iter().map(|s| s.period).collect();
    all.extend(plan.uppfoljning.iter().map(|u| u.period));
    all.insert(shown);
    let of = |period: Period| plan.uppfoljning.iter().find(|u| u.period == period);
    all.into_iter()
        .map(|period| Uppfoljningsperiod {
            period,
            namn: format::med_stor(&format::period(period)),
            note: of(period).map_or_else(String::new, note),
        })
        .collect()
}

/// The month that a new follow-up is proposed for: the one after the newest; in a year that has got none yet, January.
pub(super) fn nasta(plan: &Plan, shown: Period) -> Period {
    let reported = plan.statusrad.iter().map(|s| s.period);
    let newest = reported.chain(plan.uppfoljning.iter().map(|u| u.period)).max();
    let january = Period { year: shown.year, month: 1 };
    let after = newest.and_then(|p| Period::of(p.last_day() + chrono::Days::new(1)));
    after.map_or(january, |after| after.max(january))
}

/// How far it has come, and until when it is open.
pub(super) fn note(uppfoljning: &Uppfoljning) -> String {
    match (uppfoljning.state, uppfoljning.deadline_enhet) {
        (Uppfoljningslage::Oppen, Some(day)) => format!("öppen till {}", format::datum(day)),
        (Uppfoljningslage::Oppen, None) => "öppen".into(),
        (Uppfoljningslage::Inlamnad, _) => "inlämnad".into(),
        (Uppfoljningslage::Sammanstalld, _) => "sammanställd".into(),
        (Uppfoljningslage::Faststalld, _) => "fastställd".into(),
    }
}
