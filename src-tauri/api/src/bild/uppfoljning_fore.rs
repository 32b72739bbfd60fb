//! What the uppdrag and aktiviteter said in the report before: the stored facts of the nearest decided report of the
//! year, as the reports compare; where none is decided yet, the plan as of the follow-up before.

use foldhash::HashMap;
use plan_core::document::Document;
use plan_core::id::ThingId;
use plan_core::period::Period;
use plan_core::plan::Plan;
use plan_core::uppfoljning::{Status, Statusbarare};
use plan_core::view::PlanView;
use plan_report::Fakta;

use crate::error::Error;

/// Where each thing stood then; `None`: known, but nobody had reported on it.
pub(super) struct Fore {
    pub(super) period: Period,
    pub(super) status: HashMap<ThingId, Option<Status>>,
}

impl Fore {
    pub(super) fn of(document: &Document, plan: &Plan, period: Period) -> Result<Option<Fore>, Error> {
        let decided = document.senaste_beslutade_fore(period)?.filter(|r| r.period.year == period.year);
        if let Some(rapport) = decided.filter(|r| r.period < period) {
            let json = document.rapport_fakta(rapport.id)?;
            let fakta: Fakta =
                serde_json::from_str(&json).map_err(|error| Error::StoredReport(error.to_string()))?;
            let status = fakta.sak.into_iter().map(|(id, sak)| (id, sak.status)).collect();
            return Ok(Some(Fore { period: rapport.period, status }));
        }
        let before = plan.uppfoljning.iter().map(|u| u.period).chain(plan.statusrad.iter().map(|s| s.period));
        let before = before.filter(|p| p.year == period.year && *p < period).max();
        Ok(before.map(|period| Fore { period, status: seen_at(plan, period) }))
    }
}

fn seen_at(plan: &Plan, period: Period) -> HashMap<ThingId, Option<Status>> {
    let view = PlanView::new(plan, period, period.last_day());
    let uppdrag = plan.uppdrag.iter().map(|u| (u.id.into(), view.lage(Statusbarare::Uppdrag(u.id)).status));
    let aktivitet =
        plan.aktivitet.iter().map(|a| (a.id.into(), view.lage(Statusbarare::Aktivitet(a.id)).status));
    uppdrag.chain(aktivitet).collect()
}
