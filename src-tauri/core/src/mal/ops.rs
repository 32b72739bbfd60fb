//! The verbs on mål and on people's verdicts.
use chrono::NaiveDate;
use rusqlite::Connection;

use super::{Mal, Malbedomning, sql};
use crate::document::{Changes, Document, Op, Tx};
use crate::id::{MalId, NivaId};
use crate::patch::patch;
use crate::period::Period;
use crate::{Result, Rule, checks, rows, sort_key, styrmodell, text, uppfoljning};

patch! {
    /// What to change of a mål, or what a new one is.
    MalPatch for Mal {
        niva_id: NivaId = plain,
        parent_id: Option<MalId> = plain,
        nr: String = line,
        titel: String = titel,
        beskrivning: String = free,
        valid_from: Option<NaiveDate> = plain,
        valid_to: Option<NaiveDate> = plain,
        anteckning: String = free,
    }
}

impl Document {
    /// Adds a mål last among its siblings.
    pub fn create_mal(&mut self, new: &MalPatch) -> Result<(MalId, Changes)> {
        self.transact(Op::CreateMal, |tx| {
            checks::required("titel", new.titel.as_ref())?;
            let niva = checks::required("niva_id", new.niva_id)?;
            let mut mal = Mal::new(tx.new_id().into(), niva);
            new.apply(&mut mal)?;
            mal.sort_key = last_key(tx, mal.parent_id)?;
            check(tx, &mal)?;
            sql::insert(tx, &mal)?;
            Ok(mal.id)
        })
    }

    /// Changes a mål; under another parent it comes last.
    pub fn update_mal(&mut self, id: MalId, patch: &MalPatch) -> Result<Changes> {
        let (_, changes) = self.transact(Op::UpdateMal, |tx| {
            let mut mal = rows::found(id, sql::read(tx, id)?)?;
            let parent = mal.parent_id;
            patch.apply(&mut mal)?;
            if mal.parent_id != parent {
                mal.sort_key = last_key(tx, mal.parent_id)?;
            }
            check(tx, &mal)?;
            sql::update(tx, &mal)
        })?;
        Ok(changes)
    }

    /// Moves a mål with everything below it: under a parent, right after a sibling or first.
    pub fn move_mal(&mut self, id: MalId, parent: Option<MalId>, after: Option<MalId>) -> Result<Changes> {
        let (_, changes) = self.transact(Op::MoveMal, |tx| {
            let mut mal = rows::found(id, sql::read(tx, id)?)?;
            let siblings: Vec<_> = sql::read_all(tx)?
                .into_iter()
                .filter(|m| m.parent_id == parent)
                .map(|m| (m.id, m.sort_key))
                .collect();
            mal.parent_id = parent;
            mal.sort_key = checks::key_after(&siblings, id, after)?;
            check(tx, &mal)?;
            sql::update(tx, &mal)
        })?;
        Ok(changes)
    }

    /// Takes away a mål without children and without uppdrag of its own; other links to it go along.
    pub fn delete_mal(&mut self, id: MalId) -> Result<Changes> {
        let (_, changes) = self.transact(Op::DeleteMal, |tx| {
            checks::not_in_use(tx, sql::USES, id)?;
            uppfoljning::sql::delete_texts_about(tx, id)?;
            sql::delete(tx, id)
        })?;
        Ok(changes)
    }

    /// Sets a person's verdict on a mål at a period, with its obligatory motivation.
    pub fn set_malbedomning(&mut self, bedomning: &Malbedomning) -> Result<Changes> {
        let (_, changes) = self.transact(Op::SetMalbedomning, |tx| {
            checks::exist(tx, [bedomning.mal_id])?;
            checks::year_open(tx, "period", bedomning.period.year)?;
            let motivering = text::free("motivering", &bedomning.motivering)?;
            if motivering.trim().is_empty() {
                return checks::refuse("motivering", Rule::MotivationRequired);
            }
            sql::upsert_bedomning(tx, &Malbedomning { motivering, ..bedomning.clone() })
        })?;
        Ok(changes)
    }

    /// Takes back a person's verdict.
    pub fn delete_malbedomning(&mut self, mal: MalId, period: Period) -> Result<Changes> {
        let (_, changes) = self.transact(Op::DeleteMalbedomning, |tx| {
            checks::year_open(tx, "period", period.year)?;
            sql::delete_bedomning(tx, mal, period)
        })?;
        Ok(changes)
    }
}

/// The level lies below the parent's and above the children's, which also keeps the tree free of rings.
fn check(tx: &Tx<'_>, mal: &Mal) -> Result<()> {
    checks::in_order("valid_to", mal.valid_from, mal.valid_to)?;
    let level = level_key(tx, mal.niva_id)?;
    if let Some(parent) = mal.parent_id {
        if parent == mal.id {
            return checks::refuse("parent_id", Rule::Cycle);
        }
        let parent = rows::found(parent, sql::read(tx, parent)?)?;
        if level_key(tx, parent.niva_id)? >= level {
            return checks::refuse("parent_id", Rule::LevelOrder);
        }
    }
    for child in sql::children(tx, mal.id)? {
        if level_key(tx, child.niva_id)? <= level {
            return checks::refuse("niva_id", Rule::LevelOrder);
        }
    }
    Ok(())
}

fn level_key(conn: &Connection, niva: NivaId) -> Result<String> {
    Ok(rows::found(niva, styrmodell::sql::read(conn, niva)?)?.sort_key)
}

fn last_key(tx: &Tx<'_>, parent: Option<MalId>) -> Result<String> {
    let last: Option<String> = rows::value(tx, sql::LAST_KEY, [parent])?;
    Ok(sort_key::after(last.as_deref()))
}
