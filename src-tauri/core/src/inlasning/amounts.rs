//! Amounts of a period: which cells differ from what the plan knows, and printed sums against computed ones.
use std::hash::Hash;

use foldhash::HashMap;

use super::work::{Periodfalt, Radarbete, json};
use super::{Anmarkning, Vagran};
use crate::belopp::{Belopp, Ore};
use crate::ekonomi::Beloppsslag;
use crate::inlasning::context::Context;
use crate::inlasning::form::regel;
use crate::period::Period;

/// The amounts of one table as of a period.
pub(super) struct Beloppslage<K> {
    period: Period,
    /// Stored at the period itself.
    exact: HashMap<(K, Beloppsslag), Belopp>,
    /// The newest of the year up to the period.
    holds: HashMap<(K, Beloppsslag), (Period, Belopp)>,
}

impl<K: Copy + Eq + Hash> Beloppslage<K> {
    pub(super) fn new(period: Period, rows: impl Iterator<Item = (K, Beloppsslag, Period, Belopp)>) -> Self {
        let mut lage = Beloppslage { period, exact: HashMap::default(), holds: HashMap::default() };
        for (key, slag, at, belopp) in rows.filter(|r| r.2.year == period.year && r.2 <= period) {
            if at == period {
                lage.exact.insert((key, slag), belopp);
            }
            let newest = lage.holds.entry((key, slag)).or_insert((at, belopp));
            if newest.0 <= at {
                *newest = (at, belopp);
            }
        }
        lage
    }

    /// The cells that must be written. A budget goes on holding; an outcome or a forecast is given anew at every period.
    pub(super) fn lay(
        &self,
        key: K,
        cells: &[(Beloppsslag, Belopp)],
        work: &mut Radarbete,
    ) -> Vec<(Beloppsslag, Belopp)> {
        let mut writes = vec![];
        for (slag, new) in cells {
            let exact = self.exact.get(&(key, *slag)).copied();
            let holds = self.holds.get(&(key, *slag)).map(|(_, belopp)| *belopp);
            let known = if *slag == Beloppsslag::Budget { holds } else { exact };
            if known != Some(*new) {
                let old = exact.or(holds).filter(|old| old != new);
                work.note(Periodfalt(slag.as_str(), self.period), || [json(&old), json(new)]);
                writes.push((*slag, *new));
            }
        }
        writes
    }
}

/// The month the amounts of a row hold for; the headings of the table may not speak of another year.
pub(super) fn period_of(context: &Context<'_>, year: Option<i32>) -> Result<Period, Vagran> {
    let period = context.options.period.ok_or(Vagran::SaknarPeriod)?;
    if year.is_some_and(|y| y != period.year) {
        return Err(regel("year", "not_allowed"));
    }
    Ok(period)
}

/// What the paper has printed of a row and what the plan computes, cell by cell.
pub(super) struct Tryckt<'r> {
    pub(super) belopp: &'r [(Beloppsslag, Belopp)],
    pub(super) avvikelse: Option<Ore>,
}

/// What the plan computes for the same row.
#[derive(Clone, Copy)]
pub(super) struct Beraknad {
    pub(super) budget: Option<Belopp>,
    pub(super) utfall_ack: Option<Belopp>,
    pub(super) prognos: Option<Belopp>,
    pub(super) avvikelse: Option<Ore>,
}

/// A remark for every printed cell that the plan computes otherwise, in whole tkr. Nothing is ever corrected.
pub(super) fn compare(tryckt: &Tryckt<'_>, beraknad: Beraknad, work: &mut Radarbete) {
    for (slag, belopp) in tryckt.belopp {
        let ours = match slag {
            Beloppsslag::Budget => beraknad.budget,
            Beloppsslag::UtfallAck => beraknad.utfall_ack,
            Beloppsslag::Prognos => beraknad.prognos,
        };
        if let (Belopp::Ore(theirs), Some(ours)) = (belopp, ours) {
            compare_one(*theirs, ours.ore(), work);
        }
    }
    if let (Some(theirs), Some(ours)) = (tryckt.avvikelse, beraknad.avvikelse) {
        compare_one(theirs, ours, work);
    }
}

fn compare_one(tryckt: Ore, beraknad: Ore, work: &mut Radarbete) {
    if tryckt.tkr() != beraknad.tkr() {
        let whole = |ore: Ore| Ore::kronor(ore.tkr() * 1000);
        work.remark(Anmarkning::TrycktSummaSkiljer { tryckt: whole(tryckt), beraknad: whole(beraknad) });
    }
}
