//! The month that statuses, outcomes and amounts of a source hold for: what is proposed, and what can be chosen.
use plan_core::document::Document;
use plan_core::inlasning::{ImportOptions, Tabellslag};
use plan_core::period::Period;
use plan_core::plan::Plan;
use plan_core::uppfoljning::Uppfoljningslage;
use plan_exchange::month_in;
use plan_report::format;
use serde::Serialize;
use ts_rs::TS;

use super::Underlag;
use crate::as_of::current_year;
use crate::error::Error;

/// The month of the source.
#[derive(Debug, Serialize, TS)]
pub struct Inlasningsperiod {
    /// Whether anything in the source holds for a month; otherwise there is nothing to choose.
    pub behovs: bool,
    pub vald: Period,
    /// "april 2026".
    pub text: String,
    /// The person has chosen it; otherwise it is proposed.
    pub vald_av_person: bool,
    pub val: Vec<Periodalternativ>,
}

/// A month to choose.
#[derive(Debug, Serialize, TS)]
pub struct Periodalternativ {
    pub period: Period,
    pub text: String,
}

/// The month that the words around the tables speak of (the file's name first), where the plan has its year; else the newest
/// open uppföljning up to today; else this month.
pub(super) fn proposed(
    document: &mut Document,
    words: &[String],
    year: Option<i32>,
) -> Result<Period, Error> {
    let plan = document.plan()?;
    let today = Period::of(document.now().date_naive());
    let current = year.or_else(|| current_year(&plan)).ok_or(Error::NoYear)?;
    let in_plan = |p: &Period| plan.verksamhetsar.iter().any(|y| y.year == p.year);
    let named = words.iter().find_map(|word| month_in(word, Some(current)).filter(in_plan));
    let of_year = |p: &Period| year.is_none_or(|year| p.year == year);
    let month = named
        .or_else(|| open(&plan, today))
        .or(today.filter(in_plan))
        .filter(of_year)
        .or_else(|| Period::new(current, 12));
    month.ok_or(Error::NoYear)
}

fn open(plan: &Plan, today: Option<Period>) -> Option<Period> {
    let is_open = plan.uppfoljning.iter().filter(|u| u.state == Uppfoljningslage::Oppen).map(|u| u.period);
    is_open.filter(|p| today.is_none_or(|today| *p <= today)).max()
}

/// The choice as it stands.
pub(super) fn choice(made: &Underlag<'_>, options: &ImportOptions, vald: bool) -> Inlasningsperiod {
    let chosen = options.period.unwrap_or(Period { year: options.year, month: 12 });
    let mut years: Vec<i32> = made.plan.verksamhetsar.iter().map(|y| y.year).collect();
    years.push(chosen.year);
    years.sort_unstable();
    years.dedup();
    let months =
        years.into_iter().flat_map(|year| (1..=12).filter_map(move |month| Period::new(year, month)));
    Inlasningsperiod {
        behovs: needs_month(made),
        vald: chosen,
        text: format::period(chosen),
        vald_av_person: vald,
        val: months.map(|period| Periodalternativ { period, text: format::period(period) }).collect(),
    }
}

fn needs_month(made: &Underlag<'_>) -> bool {
    made.lasning.tabeller.iter().any(|tabell| match tabell.slag {
        Tabellslag::Drift | Tabellslag::Verksamhet => true,
        _ => tabell.kolumner.iter().filter_map(|k| k.falt.as_deref()).any(|falt| {
            matches!(falt, "status" | "fardiggrad" | "kommentar" | "analys") || falt.starts_with("utfall")
        }),
    })
}
