//! What a forecast is weighed against: the share of the budget that is used, the straight line, what is left per month,
//! and when a deviation wants a word (domain.md, Ekonomi). Pure; rounds nothing but shares.
use super::{Beloppsslag, Verksamhetsdel};
use crate::belopp::{Belopp, Ore, Tal, round_half_away_i128};
use crate::id::{DriftradId, OrganisationId, ThingId, VerksamhetId};
use crate::period::Period;
use crate::plan::Plan;
use crate::rapport::{Rapportlage, Rapportslag};
use crate::uppfoljning::Avsnittstext;

/// The setting that says from how many percent of the budget a deviation wants a comment.
pub const KOMMENTARSGRANS: &str = "ekonomi.kommentarsgrans";
/// One percent, where the file says nothing.
const GRANS: Tal = Tal(1_000_000);

/// How much of the year has passed at the end of the month, in percent.
pub fn riktpunkt(period: Period) -> Tal {
    Tal(round_half_away_i128(i128::from(period.month) * 100_000_000, 12) as i64)
}

/// The share of the budget that is used, in percent. `None` where the two cannot be compared: a budget of nothing, or
/// an outcome of the other sign.
pub fn forbrukat(budget: Ore, utfall: Ore) -> Option<Tal> {
    if budget.0 == 0 || (utfall.0 != 0 && budget.0.signum() != utfall.0.signum()) {
        return None;
    }
    let micro = i128::from(utfall.0.unsigned_abs()) * 100_000_000;
    i64::try_from(round_half_away_i128(micro, i128::from(budget.0.unsigned_abs()))).ok().map(Tal)
}

/// The year if every month is as those so far.
pub fn linjar(utfall: Ore, period: Period) -> Ore {
    Ore(round_half_away_i128(i128::from(utfall.0) * 12, i128::from(period.month)) as i64)
}

/// What each month so far was, and what the forecast leaves for each that remains; `None` in December.
pub fn per_manad(utfall: Ore, prognos: Ore, period: Period) -> Option<(Ore, Ore)> {
    let (gone, left) = (i128::from(period.month), 12 - i128::from(period.month));
    let mean = |ore: Ore, months| Ore(round_half_away_i128(i128::from(ore.0), months) as i64);
    (left > 0).then(|| (mean(utfall, gone), mean(prognos - utfall, left)))
}

/// The limit of the file, in percent of the budget.
pub fn kommentarsgrans(plan: &Plan) -> Tal {
    plan.installning.get(KOMMENTARSGRANS).and_then(|text| percent(text)).unwrap_or(GRANS)
}

/// Whether the setting may have the value; `None` for a setting that no rule here reads.
pub(crate) fn setting_allowed(key: &str, value: &str) -> Option<bool> {
    (key == KOMMENTARSGRANS).then(|| percent(value).is_some())
}

/// "1", "2,5", "2,5 %"; 0–100.
fn percent(text: &str) -> Option<Tal> {
    let number = text.trim().trim_end_matches('%').trim_end().replace(',', ".");
    number.parse::<f64>().ok().filter(|share| (0.0..=100.0).contains(share)).and_then(Tal::from_f64)
}

/// Whether the deviation is larger than the limit (percent of the budget). Without a budget any whole tkr is.
pub fn over_gransen(avvikelse: Ore, budget: Option<Belopp>, grans: Tal) -> bool {
    let budget = i128::from(budget.map_or(0, |b| b.ore().0).unsigned_abs());
    let avvikelse = i128::from(avvikelse.0.unsigned_abs());
    avvikelse * 100_000_000 > budget * i128::from(grans.0) && avvikelse >= 50_000
}

/// The newest text about a row at or before the period, in its year.
pub fn kommentar<'p>(
    plan: &'p Plan,
    period: Period,
    avsnitt: &str,
    subject: ThingId,
) -> Option<&'p Avsnittstext> {
    let about = plan
        .avsnittstext
        .iter()
        .filter(|t| t.avsnitt == avsnitt && t.subject_id == Some(subject) && t.organisation_id.is_none());
    about
        .filter(|t| {
            t.year == period.year && (1..=period.month).contains(&t.month) && !t.text.trim().is_empty()
        })
        .max_by_key(|t| t.month)
}

/// The newest earlier month of the year that has a forecast of its own.
pub fn tidigare_prognos(plan: &Plan, period: Period) -> Option<Period> {
    let drift = plan.driftbelopp.iter().map(|b| (b.slag, b.period));
    let verksamhet = plan.verksamhetsbelopp.iter().map(|b| (b.slag, b.period));
    let earlier = |(slag, p): (Beloppsslag, Period)| {
        (slag == Beloppsslag::Prognos && p.year == period.year && p < period).then_some(p)
    };
    drift.chain(verksamhet).filter_map(earlier).max()
}

/// What a typed amount belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beloppsrad {
    Drift(DriftradId, OrganisationId),
    Verksamhet(VerksamhetId, Verksamhetsdel),
}

/// The month that a typed amount is stored at. Outcome and forecast: the month one stands in. A budget is mended where it
/// stands, or set for the whole year, unless a locked or decided report has shown it: then it holds from this month on.
pub fn stored_at(plan: &Plan, rad: Beloppsrad, slag: Beloppsslag, period: Period) -> Period {
    if slag != Beloppsslag::Budget {
        return period;
    }
    let Some(known) = budget_period(plan, rad, period) else { return Period { month: 1, ..period } };
    let shown = plan.rapport.iter().any(|r| {
        r.slag == Rapportslag::Manad
            && matches!(r.state, Rapportlage::Last | Rapportlage::Faststalld)
            && (known..period).contains(&r.period)
    });
    if shown { period } else { known }
}

fn budget_period(plan: &Plan, rad: Beloppsrad, period: Period) -> Option<Period> {
    let known =
        |slag: Beloppsslag, p: Period| slag == Beloppsslag::Budget && p.year == period.year && p <= period;
    match rad {
        Beloppsrad::Drift(id, node) => {
            let own = plan.driftbelopp.iter().filter(|b| b.driftrad_id == id && b.organisation_id == node);
            own.filter(|b| known(b.slag, b.period)).map(|b| b.period).max()
        }
        Beloppsrad::Verksamhet(id, del) => {
            let own = plan.verksamhetsbelopp.iter().filter(|b| b.verksamhet_id == id && b.del == del);
            own.filter(|b| known(b.slag, b.period)).map(|b| b.period).max()
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const OKTOBER: Period = Period { year: 2026, month: 10 };

    #[test]
    fn shares_are_of_the_budget_and_never_of_nothing() {
        assert_eq!(riktpunkt(OKTOBER), Tal(83_333_333));
        assert_eq!(forbrukat(Ore(-200), Ore(-150)), Some(Tal(75_000_000)));
        assert_eq!(forbrukat(Ore(-200), Ore(0)), Some(Tal(0)));
        assert_eq!([forbrukat(Ore(0), Ore(5)), forbrukat(Ore(-200), Ore(5))], [None, None]);
    }

    #[test]
    fn the_straight_line_and_what_is_left() {
        assert_eq!(linjar(Ore::kronor(-70_388_000), OKTOBER), Ore(-8_446_560_000));
        let (mean, left) = per_manad(Ore::kronor(-70_388_000), Ore::kronor(-83_820_000), OKTOBER).unwrap();
        assert_eq!((mean.tkr(), left.tkr()), (-7_039, -6_716));
        assert_eq!(per_manad(Ore(1), Ore(1), Period { month: 12, ..OKTOBER }), None);
    }

    #[test]
    fn a_deviation_wants_a_word_above_the_limit() {
        let budget = Some(Belopp::Ore(Ore::kronor(-74_200_000)));
        assert!(over_gransen(Ore::kronor(-9_620_000), budget, GRANS));
        assert!(!over_gransen(Ore::kronor(742_000), budget, GRANS));
        assert!(over_gransen(Ore::kronor(1_000), None, GRANS));
        assert!(
            !over_gransen(Ore::kronor(499), None, GRANS),
            "less than a printed tkr is nothing to explain"
        );
        let mut plan = Plan::default();
        assert_eq!(kommentarsgrans(&plan), GRANS);
        plan.installning.insert(KOMMENTARSGRANS.into(), "2,5".into());
        assert_eq!(kommentarsgrans(&plan), Tal(2_500_000));
    }
}
