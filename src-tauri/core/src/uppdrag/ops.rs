//! The verbs on uppdrag.
use chrono::NaiveDate;

use super::{Kalla, Uppdrag, sql};
use crate::document::{Changes, Document, Op, Tx};
use crate::id::{BefattningId, MalId, OrganisationId, UppdragId};
use crate::patch::patch;
use crate::period::YEARS;
use crate::{Result, Rule, checks, plan, rows, sort_key, uppfoljning};

patch! {
    /// What to change of an uppdrag, or what a new one is. Lists are given whole.
    UppdragPatch for Uppdrag {
        nr: String = line,
        titel: String = titel,
        vad: String = free,
        varfor: String = free,
        onskad_effekt: String = free,
        kalla: Kalla = plain,
        kalla_text: String = free,
        grunduppdrag: bool = plain,
        beslut_organ: String = line,
        beslut_datum: Option<NaiveDate> = plain,
        beslut_paragraf: String = line,
        beslut_dnr: String = line,
        mal_id: Option<MalId> = plain,
        bidrar_till: Vec<MalId> = plain,
        mottagare_id: Option<OrganisationId> = plain,
        ansvariga: Vec<BefattningId> = plain,
        fordelning: Vec<OrganisationId> = plain,
        perspektiv: String = line,
        year_from: i32 = plain,
        year_to: i32 = plain,
        period_text: String = line,
        god_ekonomisk_hushallning: bool = plain,
        anteckning: String = free,
    }
}

impl Document {
    /// Adds an uppdrag, last; for the running year unless years are given.
    pub fn create_uppdrag(&mut self, new: &UppdragPatch) -> Result<(UppdragId, Changes)> {
        self.transact(Op::CreateUppdrag, |tx| {
            checks::required("titel", new.titel.as_ref())?;
            let from = new.year_from.or(new.year_to);
            let from = checks::required(
                "year_from",
                from.map_or_else(|| plan::ops::current_year(tx), |y| Ok(Some(y)))?,
            )?;
            let last: Option<String> = rows::value(tx, sql::LAST_KEY, [])?;
            let mut uppdrag = Uppdrag {
                sort_key: sort_key::after(last.as_deref()),
                ..Uppdrag::new(tx.new_id().into(), from)
            };
            new.apply(&mut uppdrag)?;
            let uppdrag = checked(tx, uppdrag)?;
            sql::insert(tx, &uppdrag)?;
            Ok(uppdrag.id)
        })
    }

    /// Changes an uppdrag.
    pub fn update_uppdrag(&mut self, id: UppdragId, patch: &UppdragPatch) -> Result<Changes> {
        let (_, changes) = self.transact(Op::UpdateUppdrag, |tx| {
            let mut uppdrag = rows::found(id, sql::read(tx, id)?)?;
            checks::year_open(tx, "year_to", uppdrag.year_to)?;
            patch.apply(&mut uppdrag)?;
            sql::update(tx, &checked(tx, uppdrag)?)
        })?;
        Ok(changes)
    }

    /// Moves an uppdrag right after another, or first.
    pub fn move_uppdrag(&mut self, id: UppdragId, after: Option<UppdragId>) -> Result<Changes> {
        let (_, changes) = self.transact(Op::MoveUppdrag, |tx| {
            let mut uppdrag = rows::found(id, sql::read(tx, id)?)?;
            let all: Vec<_> = sql::read_all(tx)?.into_iter().map(|u| (u.id, u.sort_key)).collect();
            uppdrag.sort_key = checks::key_after(&all, id, after)?;
            sql::update(tx, &uppdrag)
        })?;
        Ok(changes)
    }

    /// Puts an uppdrag under a mål (or none): right after another, or first.
    pub fn place_uppdrag(
        &mut self,
        id: UppdragId,
        mal: Option<MalId>,
        after: Option<UppdragId>,
    ) -> Result<Changes> {
        let (_, changes) = self.transact(Op::MoveUppdrag, |tx| {
            let mut uppdrag = rows::found(id, sql::read(tx, id)?)?;
            let all: Vec<_> = sql::read_all(tx)?.into_iter().map(|u| (u.id, u.sort_key)).collect();
            uppdrag.mal_id = mal;
            uppdrag.sort_key = checks::key_after(&all, id, after)?;
            sql::update(tx, &checked(tx, uppdrag)?)
        })?;
        Ok(changes)
    }

    /// Takes away an uppdrag without aktiviteter, with its status history and its texts.
    pub fn delete_uppdrag(&mut self, id: UppdragId) -> Result<Changes> {
        let (_, changes) = self.transact(Op::DeleteUppdrag, |tx| {
            let uppdrag = rows::found(id, sql::read(tx, id)?)?;
            checks::year_open(tx, "year_to", uppdrag.year_to)?;
            checks::not_in_use(tx, sql::USES, id)?;
            tx.label(&uppdrag.titel);
            uppfoljning::sql::delete_texts_about(tx, id)?;
            sql::delete(tx, id)
        })?;
        Ok(changes)
    }
}

/// The uppdrag as it may stand: years in order and open, everything it points at there, no mål named twice.
fn checked(tx: &Tx<'_>, mut uppdrag: Uppdrag) -> Result<Uppdrag> {
    checks::within("year_from", uppdrag.year_from, YEARS)?;
    checks::year_open(tx, "year_to", uppdrag.year_to)?;
    if uppdrag.year_to < uppdrag.year_from {
        return checks::refuse("year_to", Rule::EndBeforeStart);
    }
    checks::exist(tx, uppdrag.mal_id)?;
    checks::exist(tx, uppdrag.bidrar_till.iter().copied())?;
    checks::exist(tx, uppdrag.mottagare_id)?;
    checks::exist(tx, uppdrag.ansvariga.iter().copied())?;
    checks::exist(tx, uppdrag.fordelning.iter().copied())?;
    let main = uppdrag.mal_id;
    uppdrag.bidrar_till.retain(|mal| Some(*mal) != main);
    Ok(uppdrag)
}
