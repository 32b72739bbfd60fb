//! The verbs on befattningar.
use super::{Befattning, sql};
use crate::document::{Changes, Document, Op, Tx};
use crate::id::BefattningId;
use crate::patch::patch;
use crate::{Result, checks, rows};

patch! {
    /// What to change of a befattning, or what a new one is.
    BefattningPatch for Befattning {
        titel: String = namn,
        namn: String = person,
        epost: String = person,
    }
}

impl Document {
    /// Adds a befattning.
    pub fn create_befattning(&mut self, new: &BefattningPatch) -> Result<(BefattningId, Changes)> {
        self.transact(Op::CreateBefattning, |tx| insert(tx, new))
    }

    /// The befattning with a title, whatever its capitals; made when there is none.
    pub fn find_or_create_befattning(&mut self, titel: &str) -> Result<(BefattningId, Changes)> {
        self.transact(Op::CreateBefattning, |tx| find_or_insert(tx, titel))
    }

    /// Changes a befattning.
    pub fn update_befattning(&mut self, id: BefattningId, patch: &BefattningPatch) -> Result<Changes> {
        let (_, changes) = self.transact(Op::UpdateBefattning, |tx| {
            let mut befattning = rows::found(id, sql::read(tx, id)?)?;
            patch.apply(&mut befattning)?;
            sql::update(tx, &befattning)
        })?;
        Ok(changes)
    }

    /// Takes away a befattning that is responsible for nothing.
    pub fn delete_befattning(&mut self, id: BefattningId) -> Result<Changes> {
        let (_, changes) = self.transact(Op::DeleteBefattning, |tx| {
            checks::not_in_use(tx, sql::USES, id)?;
            sql::delete(tx, id)
        })?;
        Ok(changes)
    }
}

/// As [`Document::find_or_create_befattning`], inside another write.
pub(crate) fn find_or_insert(tx: &Tx<'_>, titel: &str) -> Result<BefattningId> {
    let wanted = crate::patch::namn("titel", titel)?.to_lowercase();
    match sql::read_all(tx)?.into_iter().find(|b| b.titel.to_lowercase() == wanted) {
        Some(known) => Ok(known.id),
        None => insert(tx, &BefattningPatch { titel: Some(titel.to_string()), ..Default::default() }),
    }
}

fn insert(tx: &Tx<'_>, new: &BefattningPatch) -> Result<BefattningId> {
    checks::required("titel", new.titel.as_ref())?;
    let (titel, namn, epost) = Default::default();
    let mut befattning = Befattning { id: tx.new_id().into(), titel, namn, epost };
    new.apply(&mut befattning)?;
    sql::insert(tx, &befattning)?;
    Ok(befattning.id)
}
