//! What a person reports about a thing in a period: the verb that carries on what is not said, and the rules of what
//! still wants to be said. Formats nothing.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ops::NyStatus;
use super::{Status, Statusbarare, Statusrad, sql};
use crate::document::{Changes, Document};
use crate::id::OrganisationId;
use crate::period::Period;
use crate::view::PlanView;
use crate::{Result, Rule, checks};

/// What is said of a thing now; the rest is carried on from its newest row at or before the period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct NyttLage {
    pub barare: Statusbarare,
    /// The unit that reports; `None` for the thing as a whole.
    pub organisation_id: Option<OrganisationId>,
    pub period: Period,
    pub status: Option<Status>,
    /// `Some(None)` empties it.
    pub fardiggrad: Option<Option<u8>>,
    /// Markdown.
    pub kommentar: Option<String>,
}

impl Document {
    /// Adds a row to the status history with what was said, and what was not said as it was.
    ///
    /// *Genomförd* makes the färdiggrad 100 unless one is given. *Avbruten* needs a reason of its own: an older comment
    /// is none. Saying in the same period what already holds writes nothing.
    pub fn set_lage(&mut self, new: &NyttLage) -> Result<Changes> {
        let before = sql::newest_statusrad(self.read(), new.barare, new.organisation_id, new.period)?;
        let ny = carried_on(new, before.as_ref());
        let ends =
            ny.status == Status::Avbruten && before.as_ref().map(|b| b.status) != Some(Status::Avbruten);
        if ends && new.kommentar.as_ref().is_none_or(|text| text.trim().is_empty()) {
            return checks::refuse("kommentar", Rule::ReasonRequired);
        }
        if before.is_some_and(|before| says_the_same(&before, &ny)) {
            return Ok(Changes::default());
        }
        Ok(self.set_status(&ny)?.1)
    }
}

fn carried_on(new: &NyttLage, before: Option<&Statusrad>) -> NyStatus {
    let status = new.status.or(before.map(|b| b.status)).unwrap_or(Status::EjPaborjad);
    let done_now = new.status == Some(Status::Genomford);
    let kept = if done_now { Some(100) } else { before.and_then(|b| b.fardiggrad) };
    NyStatus {
        barare: new.barare,
        organisation_id: new.organisation_id,
        period: new.period,
        status,
        fardiggrad: new.fardiggrad.unwrap_or(kept),
        kommentar: new.kommentar.clone().or_else(|| Some(before?.kommentar.clone())).unwrap_or_default(),
    }
}

fn says_the_same(before: &Statusrad, new: &NyStatus) -> bool {
    (before.period, before.status, before.fardiggrad, before.kommentar.trim())
        == (new.period, new.status, new.fardiggrad, new.kommentar.trim())
}

/// Whether the thing still wants a word in the view's period. What is *Genomförd* or *Avbruten* does not; where only
/// units report, every unit of the fördelning is asked.
pub fn saknar_uppdatering(view: &PlanView, barare: Statusbarare, fordelning: &[OrganisationId]) -> bool {
    let lage = view.lage(barare);
    let by_units = lage.rad.is_none_or(|rad| rad.organisation_id.is_some());
    if !by_units || fordelning.is_empty() {
        return lage.rad.is_none_or(|rad| is_open(rad) && rad.period != view.period);
    }
    fordelning.iter().any(|unit| enhet_saknar_uppdatering(view, barare, *unit))
}

/// As [`saknar_uppdatering`], of one unit's own row.
pub fn enhet_saknar_uppdatering(view: &PlanView, barare: Statusbarare, unit: OrganisationId) -> bool {
    let row = view.statusrader(barare).iter().rev().find(|row| row.organisation_id == Some(unit));
    row.is_none_or(|row| is_open(row) && row.period != view.period)
}

fn is_open(row: &Statusrad) -> bool {
    !matches!(row.status, Status::Genomford | Status::Avbruten)
}

/// The period in which the comment that now stands was written, where that is an earlier one than the view's.
pub fn kommentar_fran(view: &PlanView, rad: &Statusrad) -> Option<Period> {
    if rad.kommentar.trim().is_empty() {
        return None;
    }
    let own = view.statusrader(rad.barare).iter().filter(|row| row.organisation_id == rad.organisation_id);
    let older = own.rev().skip_while(|row| row.seq > rad.seq);
    let written = older.take_while(|row| row.kommentar == rad.kommentar).last()?.period;
    (written < view.period).then_some(written)
}
