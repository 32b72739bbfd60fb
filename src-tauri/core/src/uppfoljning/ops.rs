//! The verbs of follow-up: periods, status rows (insert-only) and the texts of a report.
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Avsnittstext, Status, Statusbarare, Statusrad, Uppfoljning, Uppfoljningslage, Uppfoljningsslag, sql,
};
use crate::document::{Changes, Document, Op, Tx};
use crate::id::{AvsnittstextId, OrganisationId, StatusradId, ThingId, UppfoljningId};
use crate::patch::patch;
use crate::period::Period;
use crate::{Result, Rule, checks, rows, text};

patch! {
    /// What to change of a follow-up, or what a new one is.
    UppfoljningPatch for Uppfoljning {
        slag: Uppfoljningsslag = plain,
        period: Period = plain,
        deadline_enhet: Option<NaiveDate> = plain,
        deadline_namnd: Option<NaiveDate> = plain,
        state: Uppfoljningslage = plain,
    }
}

/// A status that is reported.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NyStatus {
    pub barare: Statusbarare,
    /// The unit that reports; `None` for the thing as a whole.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub organisation_id: Option<OrganisationId>,
    pub period: Period,
    pub status: Status,
    /// 0–100 %.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub fardiggrad: Option<u8>,
    /// Markdown. Obligatory for *Avbruten*.
    #[serde(default)]
    #[ts(as = "Option<String>", optional)]
    pub kommentar: String,
}

/// A text for a section of a report; empty takes the text away.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NyAvsnittstext {
    pub year: i32,
    /// 1–12; 0 for the verksamhetsplan of the year.
    pub month: u32,
    pub avsnitt: String,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub subject_id: Option<ThingId>,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub organisation_id: Option<OrganisationId>,
    /// Markdown.
    pub text: String,
}

impl Document {
    /// Opens a follow-up of a period.
    pub fn create_uppfoljning(&mut self, new: &UppfoljningPatch) -> Result<(UppfoljningId, Changes)> {
        self.transact(Op::CreateUppfoljning, |tx| {
            let mut uppfoljning = Uppfoljning {
                id: tx.new_id().into(),
                slag: Uppfoljningsslag::Manad,
                period: checks::required("period", new.period)?,
                deadline_enhet: None,
                deadline_namnd: None,
                state: Uppfoljningslage::Oppen,
            };
            new.apply(&mut uppfoljning)?;
            check(tx, &uppfoljning)?;
            sql::insert(tx, &uppfoljning)?;
            Ok(uppfoljning.id)
        })
    }

    /// Changes a follow-up's deadlines or says how far it has come.
    pub fn update_uppfoljning(&mut self, id: UppfoljningId, patch: &UppfoljningPatch) -> Result<Changes> {
        let (_, changes) = self.transact(Op::UpdateUppfoljning, |tx| {
            let mut uppfoljning = rows::found(id, sql::read(tx, id)?)?;
            patch.apply(&mut uppfoljning)?;
            check(tx, &uppfoljning)?;
            sql::update(tx, &uppfoljning)
        })?;
        Ok(changes)
    }

    /// Takes away a follow-up that nothing has been handed in for.
    pub fn delete_uppfoljning(&mut self, id: UppfoljningId) -> Result<Changes> {
        let (_, changes) = self.transact(Op::DeleteUppfoljning, |tx| {
            let uppfoljning = rows::found(id, sql::read(tx, id)?)?;
            if uppfoljning.state != Uppfoljningslage::Oppen {
                return checks::refuse("state", Rule::InUse { by: uppfoljning.state.as_str().to_string() });
            }
            sql::delete(tx, id)
        })?;
        Ok(changes)
    }

    /// Adds a row to the status history of an uppdrag or aktivitet.
    pub fn set_status(&mut self, new: &NyStatus) -> Result<(StatusradId, Changes)> {
        self.transact(Op::SetStatus, |tx| {
            match new.barare {
                Statusbarare::Uppdrag(id) => checks::exist(tx, [id])?,
                Statusbarare::Aktivitet(id) => checks::exist(tx, [id])?,
            }
            checks::exist(tx, new.organisation_id)?;
            checks::year_open(tx, "period", new.period.year)?;
            if new.fardiggrad.is_some_and(|f| f > 100) {
                return checks::refuse("fardiggrad", Rule::Percent);
            }
            let kommentar = text::free("kommentar", &new.kommentar)?;
            if new.status == Status::Avbruten && kommentar.trim().is_empty() {
                return checks::refuse("kommentar", Rule::ReasonRequired);
            }
            let rad = Statusrad {
                id: tx.new_id().into(),
                barare: new.barare,
                organisation_id: new.organisation_id,
                period: new.period,
                seq: sql::next_seq(tx, new.barare)?,
                status: new.status,
                fardiggrad: new.fardiggrad,
                kommentar,
            };
            sql::insert_statusrad(tx, &rad)?;
            Ok(rad.id)
        })
    }

    /// Writes, rewrites or (when empty) takes away the text of a section; gives its id while there is one.
    pub fn set_avsnittstext(&mut self, new: &NyAvsnittstext) -> Result<(Option<AvsnittstextId>, Changes)> {
        self.transact(Op::SetAvsnittstext, |tx| {
            checks::year_open(tx, "year", new.year)?;
            checks::within("month", new.month, 0..=12)?;
            checks::exist(tx, new.organisation_id)?;
            let wanted = Avsnittstext {
                id: tx.new_id().into(),
                year: new.year,
                month: new.month,
                avsnitt: text::title("avsnitt", &new.avsnitt, 100)?,
                subject_id: new.subject_id,
                organisation_id: new.organisation_id,
                text: text::free("text", &new.text)?,
            };
            upsert_text(tx, &wanted)
        })
    }
}

/// One text per section, period, thing and unit.
fn upsert_text(tx: &Tx<'_>, wanted: &Avsnittstext) -> Result<Option<AvsnittstextId>> {
    let empty = wanted.text.trim().is_empty();
    match sql::read_text(tx, wanted)? {
        Some(known) if empty => sql::delete_text(tx, known.id).map(|()| None),
        Some(known) => sql::update_text(tx, known.id, &wanted.text).map(|()| Some(known.id)),
        None if empty => Ok(None),
        None => sql::insert_text(tx, wanted).map(|()| Some(wanted.id)),
    }
}

/// One follow-up of a kind per period, in an open year.
fn check(tx: &Tx<'_>, u: &Uppfoljning) -> Result<()> {
    checks::year_open(tx, "period", u.period.year)?;
    if rows::exists(tx, sql::SAME_PERIOD, (u.slag, u.period.year, u.period.month, u.id))? {
        return checks::refuse("period", Rule::InUse { by: "uppfoljning".to_string() });
    }
    checks::in_order("deadline_namnd", u.deadline_enhet, u.deadline_namnd)
}
