//! The verbs on aktiviteter and their checklists.
use chrono::NaiveDate;

use super::{Aktivitet, Delaktivitet, sql};
use crate::belopp::Ore;
use crate::document::{Changes, Document, Op, Tx};
use crate::id::{AktivitetId, BefattningId, DelaktivitetId, OrganisationId, UppdragId};
use crate::patch::patch;
use crate::{Result, checks, plan, rows, sort_key, uppdrag, uppfoljning};

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
        self.transact(Op::CreateAktivitet, |tx| add(tx, new))
    }

    /// Adds aktiviteter with the given titles to an uppdrag (or to none), in order and in one change: typed one by one
    /// or pasted as lines. They go on with the uppdrag's numbering where its aktiviteter are numbered.
    pub fn create_aktiviteter(
        &mut self,
        uppdrag: Option<UppdragId>,
        year: i32,
        titlar: &[String],
    ) -> Result<(Vec<AktivitetId>, Changes)> {
        self.transact(Op::CreateAktivitet, |tx| {
            let number = Numbering::of(tx, uppdrag)?;
            let add_one = |(at, titel): (usize, &String)| {
                let new = AktivitetPatch {
                    nr: Some(number.next(at)),
                    titel: Some(titel.clone()),
                    uppdrag_id: Some(uppdrag),
                    year: Some(year),
                    ..AktivitetPatch::default()
                };
                add(tx, &new)
            };
            titlar.iter().enumerate().map(add_one).collect()
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

    /// Puts an aktivitet under an uppdrag (or none): right after another, or first.
    pub fn place_aktivitet(
        &mut self,
        id: AktivitetId,
        uppdrag: Option<UppdragId>,
        after: Option<AktivitetId>,
    ) -> Result<Changes> {
        let (_, changes) = self.transact(Op::MoveAktivitet, |tx| {
            let mut aktivitet = of_open_year(tx, id)?;
            let all: Vec<_> = sql::read_all(tx)?.into_iter().map(|a| (a.id, a.sort_key)).collect();
            aktivitet.uppdrag_id = uppdrag;
            aktivitet.sort_key = checks::key_after(&all, id, after)?;
            check(tx, &aktivitet)?;
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

fn add(tx: &Tx<'_>, new: &AktivitetPatch) -> Result<AktivitetId> {
    checks::required("titel", new.titel.as_ref())?;
    let year =
        checks::required("year", new.year.map_or_else(|| plan::ops::current_year(tx), |y| Ok(Some(y)))?)?;
    let last: Option<String> = rows::value(tx, sql::LAST_KEY, [])?;
    let mut aktivitet =
        Aktivitet { sort_key: sort_key::after(last.as_deref()), ..Aktivitet::new(tx.new_id().into(), year) };
    new.apply(&mut aktivitet)?;
    check(tx, &aktivitet)?;
    sql::insert(tx, &aktivitet)?;
    Ok(aktivitet.id)
}

/// How an uppdrag's aktiviteter are numbered: "1.1", "1.2" … below uppdrag 1, or not at all.
enum Numbering {
    None,
    Below { nr: String, last: u32 },
}

impl Numbering {
    /// Numbered where the uppdrag has a number, and either has no aktivitet yet or one numbered below it.
    fn of(tx: &Tx<'_>, uppdrag: Option<UppdragId>) -> Result<Numbering> {
        let Some(id) = uppdrag else { return Ok(Numbering::None) };
        let nr = rows::found(id, uppdrag::sql::read(tx, id)?)?.nr;
        let own = sql::read_all(tx)?.into_iter().filter(|a| a.uppdrag_id == uppdrag).map(|a| a.nr);
        let own: Vec<String> = own.collect();
        let below = |other: &String| other.strip_prefix(&nr)?.strip_prefix('.')?.parse::<u32>().ok();
        let last = own.iter().filter_map(below).max();
        Ok(match last {
            _ if nr.is_empty() => Numbering::None,
            Some(last) => Numbering::Below { nr, last },
            None if own.is_empty() => Numbering::Below { nr, last: 0 },
            None => Numbering::None,
        })
    }

    /// The number of the one that comes after `more` new ones.
    fn next(&self, more: usize) -> String {
        match self {
            Numbering::None => String::new(),
            Numbering::Below { nr, last } => format!("{nr}.{}", u64::from(*last) + more as u64 + 1),
        }
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
