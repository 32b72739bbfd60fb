//! The verbs on mätetal. Those on their values stand in [`super::varden`].
use super::{Arsvarde, Frekvens, Matetal, MatetalMal, Matetalsart, Riktning, sql};
use crate::belopp::Tal;
use crate::document::{Changes, Document, Op, Tx};
use crate::id::{BefattningId, MatetalId, UppdragId};
use crate::patch::patch;
use crate::{Result, checks, rows, sort_key, uppfoljning};

patch! {
    /// What to change of a mätetal, or what a new one is. Lists are given whole.
    MatetalPatch for Matetal {
        art: Matetalsart = plain,
        nr: String = line,
        titel: String = titel,
        definition: String = free,
        enhet: String = line,
        decimaler: u8 = plain,
        riktning: Riktning = plain,
        frekvens: Frekvens = plain,
        kalla: String = line,
        kolada_id: String = line,
        lag_months: u32 = plain,
        konsuppdelad: bool = plain,
        arsvarde: Arsvarde = plain,
        tolerans: Option<Tal> = plain,
        ansvarig_id: Option<BefattningId> = plain,
        faststalld_lydelse: String = line,
        mal: Vec<MatetalMal> = plain,
        uppdrag: Vec<UppdragId> = plain,
        anteckning: String = free,
    }
}

impl Document {
    /// Adds a mätetal, last; an indikator unless it is said to be a nyckeltal.
    pub fn create_matetal(&mut self, new: &MatetalPatch) -> Result<(MatetalId, Changes)> {
        self.transact(Op::CreateMatetal, |tx| {
            checks::required("titel", new.titel.as_ref())?;
            let last: Option<String> = rows::value(tx, sql::LAST_KEY, [])?;
            let empty = Matetal::new(tx.new_id().into(), Matetalsart::Indikator);
            let mut matetal = Matetal { sort_key: sort_key::after(last.as_deref()), ..empty };
            new.apply(&mut matetal)?;
            check(tx, &matetal)?;
            sql::insert(tx, &matetal)?;
            Ok(matetal.id)
        })
    }

    /// Changes a mätetal.
    pub fn update_matetal(&mut self, id: MatetalId, patch: &MatetalPatch) -> Result<Changes> {
        let (_, changes) = self.transact(Op::UpdateMatetal, |tx| {
            let mut matetal = rows::found(id, sql::read(tx, id)?)?;
            patch.apply(&mut matetal)?;
            check(tx, &matetal)?;
            sql::update(tx, &matetal)
        })?;
        Ok(changes)
    }

    /// Moves a mätetal right after another, or first.
    pub fn move_matetal(&mut self, id: MatetalId, after: Option<MatetalId>) -> Result<Changes> {
        let (_, changes) = self.transact(Op::MoveMatetal, |tx| {
            let mut matetal = rows::found(id, sql::read(tx, id)?)?;
            let all: Vec<_> = sql::read_all(tx)?.into_iter().map(|m| (m.id, m.sort_key)).collect();
            matetal.sort_key = checks::key_after(&all, id, after)?;
            sql::update(tx, &matetal)
        })?;
        Ok(changes)
    }

    /// Takes away a mätetal with its values, targets and texts.
    pub fn delete_matetal(&mut self, id: MatetalId) -> Result<Changes> {
        let (_, changes) = self.transact(Op::DeleteMatetal, |tx| {
            tx.label(&rows::found(id, sql::read(tx, id)?)?.titel);
            uppfoljning::sql::delete_texts_about(tx, id)?;
            sql::delete(tx, id)
        })?;
        Ok(changes)
    }
}

fn check(tx: &Tx<'_>, matetal: &Matetal) -> Result<()> {
    checks::within("decimaler", matetal.decimaler, 0..=6)?;
    checks::within("lag_months", matetal.lag_months, 0..=60)?;
    if let Some(tolerans) = matetal.tolerans {
        checks::within("tolerans", tolerans.0, 0..)?;
    }
    for link in &matetal.mal {
        checks::within("vikt", link.vikt, 1..=1000)?;
    }
    checks::exist(tx, matetal.mal.iter().map(|link| link.mal_id))?;
    checks::exist(tx, matetal.uppdrag.iter().copied())?;
    checks::exist(tx, matetal.ansvarig_id)
}
