//! The verbs on aktiviteter and their checklists.
use chrono::NaiveDate;

use super::{Aktivitet, Delaktivitet, sql};
use crate::belopp::Ore;
use crate::document::{Changes, Document, Op, Tx};
use crate::id::{AktivitetId, BefattningId, DelaktivitetId, OrganisationId, UppdragId};
use crate::patch::patch;
use crate::{Result, checks, plan, rows, sort_key, uppfoljning};

patch! {
    /// What to change of an aktivitet, or what a new one is. Lists are given whole.
    AktivitetPatch for Aktivitet {
        nr: String = line,
        titel: String = titel,
        hur: String = free,
        uppdrag_id: Option<UppdragId> = plain,
        organisation_id: Option<OrganisationId> = plain,
        gemensam: bool = plain,
        ansvariga: Vec<BefattningId> = plain,
        fordelning: Vec<OrganisationId> = plain,
        year: i32 = plain,
        start_date: Option<NaiveDate> = plain,
        start_text: String = line,
        end_date: Option<NaiveDate> = plain,
        end_text: String = line,
        kostnad: Option<Ore> = plain,
        resurs: String = free,
        prestation: String = free,
        effekt: String = free,
        anteckning: String = free,
    }
}

patch! {
    /// What to change of a line of the checklist.
    DelaktivitetPatch for Delaktivitet {
        titel: String = titel,
        klar: bool = plain,
    }
}

impl Document {
    /// Adds an aktivitet, last; in the running year unless one is given.
    pub fn create_aktivitet(&mut self, new: &AktivitetPatch) -> Result<(AktivitetId, Changes)> {
        self.transact(Op::CreateAktivitet, |tx| {
            checks::required("titel", new.titel.as_ref())?;
            let year = checks::required(
                "year",
                new.year.map_or_else(|| plan::ops::current_year(tx), |y| Ok(Some(y)))?,
            )?;
            let last: Option<String> = rows::value(tx, sql::LAST_KEY, [])?;
            let mut aktivitet = Aktivitet {
                sort_key: sort_key::after(last.as_deref()),
                ..Aktivitet::new(tx.new_id().into(), year)
            };
            new.apply(&mut aktivitet)?;
            check(tx, &aktivitet)?;
            sql::insert(tx, &aktivitet)?;
            Ok(aktivitet.id)
        })
    }

    /// Changes an aktivitet.
    pub fn update_aktivitet(&mut self, id: AktivitetId, patch: &AktivitetPatch) -> Result<Changes> {
        let (_, changes) = self.transact(Op::UpdateAktivitet, |tx| {
            let mut aktivitet = of_open_year(tx, id)?;
            patch.apply(&mut aktivitet)?;
            check(tx, &aktivitet)?;
            sql::update(tx, &aktivitet)
        })?;
        Ok(changes)
    }

    /// Moves an aktivitet right after another, or first.
    pub fn move_aktivitet(&mut self, id: AktivitetId, after: Option<AktivitetId>) -> Result<Changes> {
        let (_, changes) = self.transact(Op::MoveAktivitet, |tx| {
            let mut aktivitet = rows::found(id, sql::read(tx, id)?)?;
            let all: Vec<_> = sql::read_all(tx)?.into_iter().map(|a| (a.id, a.sort_key)).collect();
            aktivitet.sort_key = checks::key_after(&all, id, after)?;
            sql::update(tx, &aktivitet)
        })?;
        Ok(changes)
    }

    /// Takes away an aktivitet with its checklist, its status history and its texts.
    pub fn delete_aktivitet(&mut self, id: AktivitetId) -> Result<Changes> {
        let (_, changes) = self.transact(Op::DeleteAktivitet, |tx| {
            tx.label(&of_open_year(tx, id)?.titel);
            uppfoljning::sql::delete_texts_about(tx, id)?;
            sql::delete(tx, id)
        })?;
        Ok(changes)
    }

    /// Adds a line to the checklist of an aktivitet.
    pub fn create_delaktivitet(
        &mut self,
        owner: AktivitetId,
        titel: &str,
    ) -> Result<(DelaktivitetId, Changes)> {
        self.transact(Op::CreateDelaktivitet, |tx| {
            of_open_year(tx, owner)?;
            let last: Option<String> = rows::value(tx, sql::LAST_DEL_KEY, [owner])?;
            let del = Delaktivitet {
                id: tx.new_id().into(),
                titel: crate::patch::titel("titel", titel)?,
                klar: false,
                sort_key: sort_key::after(last.as_deref()),
            };
            sql::insert_del(tx, owner, &del)?;
            Ok(del.id)
        })
    }

    /// Rewords a line of a checklist, or says that it is done.
    pub fn update_delaktivitet(&mut self, id: DelaktivitetId, patch: &DelaktivitetPatch) -> Result<Changes> {
        let (_, changes) = self.transact(Op::UpdateDelaktivitet, |tx| {
            let (_, mut del) = line_of_open_year(tx, id)?;
            patch.apply(&mut del)?;
            sql::update_del(tx, &del)
        })?;
        Ok(changes)
    }

    /// Moves a line within its checklist: right after another, or first.
    pub fn move_delaktivitet(
        &mut self,
        id: DelaktivitetId,
        after: Option<DelaktivitetId>,
    ) -> Result<Changes> {
        let (_, changes) = self.transact(Op::MoveDelaktivitet, |tx| {
            let (aktivitet, mut del) = line_of_open_year(tx, id)?;
            let lines: Vec<_> = aktivitet.delaktiviteter.into_iter().map(|d| (d.id, d.sort_key)).collect();
            del.sort_key = checks::key_after(&lines, id, after)?;
            sql::update_del(tx, &del)
        })?;
        Ok(changes)
    }

    /// Takes away a line of a checklist.
    pub fn delete_delaktivitet(&mut self, id: DelaktivitetId) -> Result<Changes> {
        let (_, changes) = self.transact(Op::DeleteDelaktivitet, |tx| {
            line_of_open_year(tx, id)?;
            sql::delete_del(tx, id)
        })?;
        Ok(changes)
    }
}

fn check(tx: &Tx<'_>, aktivitet: &Aktivitet) -> Result<()> {
    checks::year_open(tx, "year", aktivitet.year)?;
    checks::in_order("end_date", aktivitet.start_date, aktivitet.end_date)?;
    if let Some(kostnad) = aktivitet.kostnad {
        checks::within("kostnad", kostnad.0, 0..)?;
    }
    checks::exist(tx, aktivitet.uppdrag_id)?;
    checks::exist(tx, aktivitet.organisation_id)?;
    checks::exist(tx, aktivitet.ansvariga.iter().copied())?;
    checks::exist(tx, aktivitet.fordelning.iter().copied())
}

fn of_open_year(tx: &Tx<'_>, id: AktivitetId) -> Result<Aktivitet> {
    let aktivitet = rows::found(id, sql::read(tx, id)?)?;
    checks::year_open(tx, "year", aktivitet.year)?;
    Ok(aktivitet)
}

fn line_of_open_year(tx: &Tx<'_>, id: DelaktivitetId) -> Result<(Aktivitet, Delaktivitet)> {
    let (owner, del) = rows::found(id, sql::read_del(tx, id)?)?;
    Ok((of_open_year(tx, owner)?, del))
}
