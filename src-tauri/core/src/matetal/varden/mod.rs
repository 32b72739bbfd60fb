//! What a mätetal was, should be, and is elsewhere: the verbs on utfall, målvärden and comparison series.
//! A corrected value keeps the old one in the change log. Late outcomes of a closed year are taken, new targets are not.
pub(crate) mod sql;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Jamforelse, Kon, Krav, Malvarde, Utfall};
use crate::document::{Changes, Document, Op};
use crate::id::{MatetalId, OrganisationId};
use crate::period::{Period, YEARS};
use crate::{Result, Rule, checks, patch};

/// Which outcome.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UtfallKey {
    pub matetal_id: MatetalId,
    pub organisation_id: OrganisationId,
    pub period: Period,
    pub kon: Kon,
}

/// Which target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MalvardeKey {
    pub matetal_id: MatetalId,
    pub organisation_id: OrganisationId,
    pub period: Period,
}

/// Which value of a comparison series.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JamforelseKey {
    pub matetal_id: MatetalId,
    pub namn: String,
    pub period: Period,
}

impl Document {
    /// Sets outcomes, each in the place of one already there for the same mätetal, node, period and sex.
    pub fn set_utfall(&mut self, utfall: &[Utfall]) -> Result<Changes> {
        let (_, changes) = self.transact(Op::SetUtfall, |tx| {
            utfall.iter().try_for_each(|u| {
                checks::exist(tx, [u.matetal_id])?;
                checks::exist(tx, [u.organisation_id])?;
                checks::within("year", u.period.year, YEARS)?;
                let kalla = patch::line("kalla", &u.kalla)?;
                sql::upsert_utfall(tx, &Utfall { kalla, ..u.clone() })
            })
        })?;
        Ok(changes)
    }

    /// Takes away an outcome.
    pub fn delete_utfall(&mut self, key: &UtfallKey) -> Result<Changes> {
        let (_, changes) = self.transact(Op::DeleteUtfall, |tx| sql::delete_utfall(tx, key))?;
        Ok(changes)
    }

    /// Sets targets, each in the place of one already there for the same mätetal, node and period.
    pub fn set_malvarde(&mut self, malvarden: &[Malvarde]) -> Result<Changes> {
        let (_, changes) = self.transact(Op::SetMalvarde, |tx| {
            malvarden.iter().try_for_each(|m| {
                checks::exist(tx, [m.matetal_id])?;
                checks::exist(tx, [m.organisation_id])?;
                checks::year_open(tx, "period", m.period.year)?;
                if let Krav::Intervall(lowest, highest) = m.krav
                    && highest < lowest
                {
                    return checks::refuse("krav", Rule::EndBeforeStart);
                }
                let text = patch::line("text", &m.text)?;
                sql::upsert_malvarde(tx, &Malvarde { text, ..m.clone() })
            })
        })?;
        Ok(changes)
    }

    /// Takes away a target.
    pub fn delete_malvarde(&mut self, key: &MalvardeKey) -> Result<Changes> {
        let (_, changes) = self.transact(Op::DeleteMalvarde, |tx| {
            checks::year_open(tx, "period", key.period.year)?;
            sql::delete_malvarde(tx, key)
        })?;
        Ok(changes)
    }

    /// Sets values of comparison series.
    pub fn set_jamforelse(&mut self, jamforelser: &[Jamforelse]) -> Result<Changes> {
        let (_, changes) = self.transact(Op::SetJamforelse, |tx| {
            jamforelser.iter().try_for_each(|j| {
                checks::exist(tx, [j.matetal_id])?;
                let namn = patch::radnamn("namn", &j.namn)?;
                sql::upsert_jamforelse(tx, &Jamforelse { namn, ..j.clone() })
            })
        })?;
        Ok(changes)
    }

    /// Takes away a value of a comparison series.
    pub fn delete_jamforelse(&mut self, key: &JamforelseKey) -> Result<Changes> {
        let (_, changes) = self.transact(Op::DeleteJamforelse, |tx| sql::delete_jamforelse(tx, key))?;
        Ok(changes)
    }
}
