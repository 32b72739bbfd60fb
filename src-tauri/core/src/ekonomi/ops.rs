//! The verbs on the nämnd's tables: rows are data, sums are computed and never typed.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Beloppsslag, Driftbelopp, Driftrad, Verksamhet, Verksamhetsbelopp, Verksamhetsdel, sql};
use crate::belopp::Belopp;
use crate::document::{Changes, Document, Op, Tx};
use crate::id::{DriftradId, OrganisationId, VerksamhetId};
use crate::patch::patch;
use crate::period::{Period, YEARS};
use crate::{Result, Rule, checks, rows, sort_key, uppfoljning};

patch! {
    /// What to change of a drift row, or what a new one is. With `delar` it is a sum.
    DriftradPatch for Driftrad {
        namn: String = radnamn,
        delar: Vec<DriftradId> = plain,
    }
}

patch! {
    /// What to change of a verksamhet, or what a new one is.
    VerksamhetPatch for Verksamhet {
        namn: String = radnamn,
        kod: String = line,
        organisation_id: Option<OrganisationId> = plain,
        finansiering: bool = plain,
    }
}

/// Which amount of a drift row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DriftbeloppKey {
    pub driftrad_id: DriftradId,
    pub organisation_id: OrganisationId,
    pub slag: Beloppsslag,
    pub period: Period,
}

/// Which amount of a verksamhet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VerksamhetsbeloppKey {
    pub verksamhet_id: VerksamhetId,
    pub del: Verksamhetsdel,
    pub slag: Beloppsslag,
    pub period: Period,
}

impl DriftbeloppKey {
    fn with(&self, belopp: Belopp) -> Driftbelopp {
        let DriftbeloppKey { driftrad_id, organisation_id, slag, period } = *self;
        Driftbelopp { driftrad_id, organisation_id, slag, period, belopp }
    }
}

impl VerksamhetsbeloppKey {
    fn with(&self, belopp: Belopp) -> Verksamhetsbelopp {
        let VerksamhetsbeloppKey { verksamhet_id, del, slag, period } = *self;
        Verksamhetsbelopp { verksamhet_id, del, slag, period, belopp }
    }
}

impl Document {
    /// Adds a row last in the drift table.
    pub fn create_driftrad(&mut self, new: &DriftradPatch) -> Result<(DriftradId, Changes)> {
        self.transact(Op::CreateDriftrad, |tx| {
            checks::required("namn", new.namn.as_ref())?;
            let last: Option<String> = rows::value(tx, sql::LAST_RAD_KEY, [])?;
            let sort_key = sort_key::after(last.as_deref());
            let mut rad = Driftrad { id: tx.new_id().into(), namn: String::new(), delar: vec![], sort_key };
            new.apply(&mut rad)?;
            check_rad(tx, &rad)?;
            sql::insert_rad(tx, &rad)?;
            Ok(rad.id)
        })
    }

    /// Adds a row right after another (or first), as part of the sums that the other is part of.
    pub fn add_driftrad(&mut self, namn: &str, after: Option<DriftradId>) -> Result<(DriftradId, Changes)> {
        self.transact(Op::CreateDriftrad, |tx| {
            let all = sql::read_all_rad(tx)?;
            let keys: Vec<_> = all.iter().map(|r| (r.id, r.sort_key.clone())).collect();
            let id = DriftradId::from(tx.new_id());
            let sort_key = checks::key_after(&keys, id, after)?;
            let mut rad = Driftrad { id, namn: String::new(), delar: vec![], sort_key };
            DriftradPatch { namn: Some(namn.to_owned()), delar: None }.apply(&mut rad)?;
            sql::insert_rad(tx, &rad)?;
            for mut summa in all.into_iter().filter(|r| after.is_some_and(|a| r.delar.contains(&a))) {
                summa.delar.push(id);
                sql::update_rad(tx, &summa)?;
            }
            Ok(id)
        })
    }

    /// Takes away a row with its amounts and texts, out of the sums it is part of; not the only part of a sum.
    pub fn remove_driftrad(&mut self, id: DriftradId) -> Result<Changes> {
        let (_, changes) = self.transact(Op::DeleteDriftrad, |tx| {
            tx.label(&rows::found(id, sql::read_rad(tx, id)?)?.namn);
            for mut summa in sql::read_all_rad(tx)?.into_iter().filter(|r| r.delar.contains(&id)) {
                summa.delar.retain(|del| *del != id);
                if summa.delar.is_empty() {
                    return checks::refuse("id", Rule::InUse { by: "driftrad".to_string() });
                }
                sql::update_rad(tx, &summa)?;
            }
            uppfoljning::sql::delete_texts_about(tx, id)?;
            sql::delete_rad(tx, id)
        })?;
        Ok(changes)
    }

    /// Renames a row or changes what it sums. A row with typed amounts cannot become a sum.
    pub fn update_driftrad(&mut self, id: DriftradId, patch: &DriftradPatch) -> Result<Changes> {
        let (_, changes) = self.transact(Op::UpdateDriftrad, |tx| {
            let mut rad = rows::found(id, sql::read_rad(tx, id)?)?;
            patch.apply(&mut rad)?;
            check_rad(tx, &rad)?;
            sql::update_rad(tx, &rad)
        })?;
        Ok(changes)
    }

    /// Moves a row right after another, or first.
    pub fn move_driftrad(&mut self, id: DriftradId, after: Option<DriftradId>) -> Result<Changes> {
        let (_, changes) = self.transact(Op::MoveDriftrad, |tx| {
            let mut rad = rows::found(id, sql::read_rad(tx, id)?)?;
            let all: Vec<_> = sql::read_all_rad(tx)?.into_iter().map(|r| (r.id, r.sort_key)).collect();
            rad.sort_key = checks::key_after(&all, id, after)?;
            sql::update_rad(tx, &rad)
        })?;
        Ok(changes)
    }

    /// Takes away a row with its amounts, unless it is part of a sum.
    pub fn delete_driftrad(&mut self, id: DriftradId) -> Result<Changes> {
        let (_, changes) = self.transact(Op::DeleteDriftrad, |tx| {
            tx.label(&rows::found(id, sql::read_rad(tx, id)?)?.namn);
            checks::not_in_use(tx, &[("driftrad", sql::RAD_IS_PART)], id)?;
            uppfoljning::sql::delete_texts_about(tx, id)?;
            sql::delete_rad(tx, id)
        })?;
        Ok(changes)
    }

    /// Sets amounts of drift rows. A sum row cannot be typed; a closed year takes late outcomes only.
    pub fn set_driftbelopp(&mut self, belopp: &[Driftbelopp]) -> Result<Changes> {
        let (_, changes) = self.transact(Op::SetDriftbelopp, |tx| {
            belopp.iter().try_for_each(|b| {
                let rad = rows::found(b.driftrad_id, sql::read_rad(tx, b.driftrad_id)?)?;
                if !rad.delar.is_empty() {
                    return checks::refuse("driftrad_id", Rule::SumRow);
                }
                checks::exist(tx, [b.organisation_id])?;
                check_period(tx, b.slag, b.period)?;
                sql::upsert_belopp(tx, b)
            })
        })?;
        Ok(changes)
    }

    /// Sets amounts and takes others away in one change, as when a column is pasted; `None` takes away.
    pub fn replace_driftbelopp(&mut self, cells: &[(DriftbeloppKey, Option<Belopp>)]) -> Result<Changes> {
        let (_, changes) = self.transact(Op::SetDriftbelopp, |tx| {
            cells.iter().try_for_each(|(key, belopp)| {
                let rad = rows::found(key.driftrad_id, sql::read_rad(tx, key.driftrad_id)?)?;
                if !rad.delar.is_empty() {
                    return checks::refuse("driftrad_id", Rule::SumRow);
                }
                checks::exist(tx, [key.organisation_id])?;
                check_period(tx, key.slag, key.period)?;
                match belopp {
                    Some(belopp) => sql::upsert_belopp(tx, &key.with(*belopp)),
                    None => sql::remove_belopp(tx, key),
                }
            })
        })?;
        Ok(changes)
    }

    /// As [`Document::replace_driftbelopp`], of verksamheter.
    pub fn replace_verksamhetsbelopp(
        &mut self,
        cells: &[(VerksamhetsbeloppKey, Option<Belopp>)],
    ) -> Result<Changes> {
        let (_, changes) = self.transact(Op::SetVerksamhetsbelopp, |tx| {
            cells.iter().try_for_each(|(key, belopp)| {
                checks::exist(tx, [key.verksamhet_id])?;
                check_period(tx, key.slag, key.period)?;
                match belopp {
                    Some(belopp) => sql::upsert_verksamhetsbelopp(tx, &key.with(*belopp)),
                    None => sql::remove_verksamhetsbelopp(tx, key),
                }
            })
        })?;
        Ok(changes)
    }

    /// Takes away an amount: the row then has no value, which is not 0.
    pub fn delete_driftbelopp(&mut self, key: &DriftbeloppKey) -> Result<Changes> {
        let (_, changes) = self.transact(Op::DeleteDriftbelopp, |tx| {
            check_period(tx, key.slag, key.period)?;
            sql::delete_belopp(tx, key)
        })?;
        Ok(changes)
    }

    /// Adds a verksamhet, last.
    pub fn create_verksamhet(&mut self, new: &VerksamhetPatch) -> Result<(VerksamhetId, Changes)> {
        self.transact(Op::CreateVerksamhet, |tx| {
            checks::required("namn", new.namn.as_ref())?;
            let last: Option<String> = rows::value(tx, sql::LAST_VERKSAMHET_KEY, [])?;
            let mut verksamhet = Verksamhet {
                id: tx.new_id().into(),
                namn: String::new(),
                kod: String::new(),
                organisation_id: None,
                finansiering: false,
                sort_key: sort_key::after(last.as_deref()),
            };
            new.apply(&mut verksamhet)?;
            checks::exist(tx, verksamhet.organisation_id)?;
            sql::insert_verksamhet(tx, &verksamhet)?;
            Ok(verksamhet.id)
        })
    }

    /// Changes a verksamhet.
    pub fn update_verksamhet(&mut self, id: VerksamhetId, patch: &VerksamhetPatch) -> Result<Changes> {
        let (_, changes) = self.transact(Op::UpdateVerksamhet, |tx| {
            let mut verksamhet = rows::found(id, sql::read_verksamhet(tx, id)?)?;
            patch.apply(&mut verksamhet)?;
            checks::exist(tx, verksamhet.organisation_id)?;
            sql::update_verksamhet(tx, &verksamhet)
        })?;
        Ok(changes)
    }

    /// Moves a verksamhet right after another, or first.
    pub fn move_verksamhet(&mut self, id: VerksamhetId, after: Option<VerksamhetId>) -> Result<Changes> {
        let (_, changes) = self.transact(Op::MoveVerksamhet, |tx| {
            let mut verksamhet = rows::found(id, sql::read_verksamhet(tx, id)?)?;
            let all: Vec<_> = sql::read_all_verksamhet(tx)?.into_iter().map(|v| (v.id, v.sort_key)).collect();
            verksamhet.sort_key = checks::key_after(&all, id, after)?;
            sql::update_verksamhet(tx, &verksamhet)
        })?;
        Ok(changes)
    }

    /// Takes away a verksamhet with its amounts and texts.
    pub fn delete_verksamhet(&mut self, id: VerksamhetId) -> Result<Changes> {
        let (_, changes) = self.transact(Op::DeleteVerksamhet, |tx| {
            tx.label(&rows::found(id, sql::read_verksamhet(tx, id)?)?.namn);
            uppfoljning::sql::delete_texts_about(tx, id)?;
            sql::delete_verksamhet(tx, id)
        })?;
        Ok(changes)
    }

    /// Sets amounts of verksamheter; a closed year takes late outcomes only.
    pub fn set_verksamhetsbelopp(&mut self, belopp: &[Verksamhetsbelopp]) -> Result<Changes> {
        let (_, changes) = self.transact(Op::SetVerksamhetsbelopp, |tx| {
            belopp.iter().try_for_each(|b| {
                checks::exist(tx, [b.verksamhet_id])?;
                check_period(tx, b.slag, b.period)?;
                sql::upsert_verksamhetsbelopp(tx, b)
            })
        })?;
        Ok(changes)
    }

    /// Takes away an amount of a verksamhet.
    pub fn delete_verksamhetsbelopp(&mut self, key: &VerksamhetsbeloppKey) -> Result<Changes> {
        let (_, changes) = self.transact(Op::DeleteVerksamhetsbelopp, |tx| {
            check_period(tx, key.slag, key.period)?;
            sql::delete_verksamhetsbelopp(tx, key)
        })?;
        Ok(changes)
    }
}

/// Puts in the default drift table.
pub(crate) fn insert_default_rows(tx: &Tx<'_>) -> Result<()> {
    let mut ids: Vec<DriftradId> = vec![];
    let mut last: Option<String> = None;
    for (namn, parts) in super::template::DEFAULT_ROWS {
        let rad = Driftrad {
            id: tx.new_id().into(),
            namn: (*namn).to_string(),
            delar: parts.iter().map(|place| ids[*place]).collect(),
            sort_key: sort_key::after(last.as_deref()),
        };
        sql::insert_rad(tx, &rad)?;
        ids.push(rad.id);
        last = Some(rad.sort_key);
    }
    Ok(())
}

/// The parts are there, none of them sums the row itself, and a sum has no typed amounts of its own.
fn check_rad(tx: &Tx<'_>, rad: &Driftrad) -> Result<()> {
    checks::exist(tx, rad.delar.iter().copied())?;
    if !rad.delar.is_empty() && rows::exists(tx, sql::RAD_HAS_BELOPP, [rad.id])? {
        return checks::refuse("delar", Rule::InUse { by: "driftbelopp".to_string() });
    }
    let all = sql::read_all_rad(tx)?;
    let mut seen: Vec<DriftradId> = vec![];
    let mut waiting = rad.delar.clone();
    while let Some(del) = waiting.pop() {
        if del == rad.id {
            return checks::refuse("delar", Rule::Cycle);
        }
        if !seen.contains(&del) {
            seen.push(del);
            waiting.extend(all.iter().filter(|r| r.id == del).flat_map(|r| r.delar.iter().copied()));
        }
    }
    Ok(())
}

fn check_period(tx: &Tx<'_>, slag: Beloppsslag, period: Period) -> Result<()> {
    match slag {
        Beloppsslag::UtfallAck => checks::within("period", period.year, YEARS),
        Beloppsslag::Budget | Beloppsslag::Prognos => checks::year_open(tx, "period", period.year),
    }
}
