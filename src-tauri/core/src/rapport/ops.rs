//! The acts on a stored report: *Lås för utskick*, *Lås upp*, *Fastställ*, *Upphäv beslut*, and reading it back.
//! Last → Faststalld → Upphavd, Last → Upplast. Facts, content and files never change once stored; live data never enters.
use chrono::NaiveDate;

use super::{Filformat, Filroll, Mallavsnitt, Rapport, Rapportfil, Rapportlage, Rapportslag, sql};
use crate::document::{Changes, Document, Op, Tx};
use crate::id::{OrganisationId, RapportId};
use crate::organisation::Organisationsslag;
use crate::period::Period;
use crate::uppfoljning::{Uppfoljningslage, Uppfoljningsslag};
use crate::{Result, Rule, checks, organisation, patch, rows, sort_key, text, uppfoljning};

/// A file to keep.
#[derive(Debug, Clone)]
pub struct NyFil {
    pub format: Filformat,
    pub filnamn: String,
    pub bytes: Vec<u8>,
}

/// A report to lock: everything it consists of.
#[derive(Debug, Clone)]
pub struct NyRapport {
    pub slag: Rapportslag,
    pub period: Period,
    pub organisation_id: OrganisationId,
    /// The report's own date.
    pub locked_date: NaiveDate,
    /// The head of the change log when the facts were taken.
    pub log_nr: i64,
    pub log_head: String,
    pub dnr: String,
    /// Canonical JSON.
    pub fakta: String,
    /// Canonical JSON.
    pub innehall: String,
    pub filer: Vec<NyFil>,
}

/// The nämnd's decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beslut {
    pub datum: NaiveDate,
    pub paragraf: String,
    /// Empty: as given when the report was locked.
    pub dnr: String,
}

impl Document {
    /// *Lås för utskick*: stores the report's facts, content and files as the next version of its kind, period and unit.
    /// Refused while an earlier version is locked. A version after a decided one replaces it (*Ersätter*).
    pub fn lock_rapport(&mut self, new: &NyRapport) -> Result<(RapportId, Changes)> {
        self.transact(Op::LockRapport, |tx| {
            checks::exist(tx, [new.organisation_id])?;
            let earlier = versions(tx, new.slag, new.period, new.organisation_id)?;
            if earlier.iter().any(|r| r.state == Rapportlage::Last) {
                return transition(Rapportlage::Last, Rapportlage::Last);
            }
            let rapport = Rapport {
                id: tx.new_id().into(),
                slag: new.slag,
                period: new.period,
                organisation_id: new.organisation_id,
                version: earlier.last().map_or(1, |r| r.version + 1),
                state: Rapportlage::Last,
                locked_date: new.locked_date,
                log_nr: new.log_nr,
                log_head: new.log_head.clone(),
                beslut_datum: None,
                paragraf: String::new(),
                dnr: patch::line("dnr", &new.dnr)?,
                ersatter_id: replaced(&earlier).map(|r| r.id),
                skal: String::new(),
                filer: vec![],
            };
            sql::insert(tx, &rapport, &new.fakta, &new.innehall)?;
            store(tx, rapport.id, Filroll::Forslag, &new.filer)?;
            follow(tx, &rapport, Uppfoljningslage::Sammanstalld)?;
            Ok(rapport.id)
        })
    }

    /// *Lås upp*: the locked report is not the one the nämnd will decide. A reason is required.
    pub fn unlock_rapport(&mut self, id: RapportId, skal: &str) -> Result<Changes> {
        let (_, changes) = self.transact(Op::UnlockRapport, |tx| {
            let rapport = in_state(tx, id, Rapportlage::Last, Rapportlage::Upplast)?;
            let skal = reason(skal)?;
            follow(tx, &rapport, Uppfoljningslage::Oppen)?;
            sql::update_state(tx, &Rapport { state: Rapportlage::Upplast, skal, ..rapport })
        })?;
        Ok(changes)
    }

    /// *Fastställ*: adds the decision and the decided files to the locked report.
    pub fn decide_rapport(&mut self, id: RapportId, beslut: &Beslut, filer: &[NyFil]) -> Result<Changes> {
        let (_, changes) = self.transact(Op::DecideRapport, |tx| {
            let rapport = in_state(tx, id, Rapportlage::Last, Rapportlage::Faststalld)?;
            let dnr = patch::line("dnr", &beslut.dnr)?;
            store(tx, id, Filroll::Faststalld, filer)?;
            follow(tx, &rapport, Uppfoljningslage::Faststalld)?;
            let decided = Rapport {
                state: Rapportlage::Faststalld,
                beslut_datum: Some(beslut.datum),
                paragraf: patch::line("paragraf", &beslut.paragraf)?,
                dnr: if dnr.is_empty() { rapport.dnr.clone() } else { dnr },
                ..rapport
            };
            sql::update_state(tx, &decided)
        })?;
        Ok(changes)
    }

    /// *Upphäv beslut*: the decision no longer holds. A reason is required; the files are kept.
    pub fn revoke_rapport(&mut self, id: RapportId, skal: &str) -> Result<Changes> {
        let (_, changes) = self.transact(Op::RevokeRapport, |tx| {
            let rapport = in_state(tx, id, Rapportlage::Faststalld, Rapportlage::Upphavd)?;
            let skal = reason(skal)?;
            follow(tx, &rapport, Uppfoljningslage::Oppen)?;
            sql::update_state(tx, &Rapport { state: Rapportlage::Upphavd, skal, ..rapport })
        })?;
        Ok(changes)
    }

    /// A stored report without its content.
    pub fn rapport(&self, id: RapportId) -> Result<Rapport> {
        rows::found(id, sql::read(self.read(), id)?)
    }

    /// Every stored report, oldest period first.
    pub fn rapporter(&self) -> Result<Vec<Rapport>> {
        sql::read_all(self.read())
    }

    /// The facts of a stored report, as they were stored.
    pub fn rapport_fakta(&self, id: RapportId) -> Result<String> {
        rows::found(id, sql::fakta(self.read(), id)?)
    }

    /// The report tree of a stored report, as it was stored.
    pub fn rapport_innehall(&self, id: RapportId) -> Result<String> {
        rows::found(id, sql::innehall(self.read(), id)?)
    }

    /// The locked report that waits for its decision.
    pub fn last_rapport(
        &self,
        slag: Rapportslag,
        period: Period,
        organisation: OrganisationId,
    ) -> Result<Option<Rapport>> {
        let all = versions(self.read(), slag, period, organisation)?;
        Ok(all.into_iter().rev().find(|r| r.state == Rapportlage::Last))
    }

    /// The decided (or revoked) report that the next version of a kind, period and unit will replace.
    pub fn rapport_att_ersatta(
        &self,
        slag: Rapportslag,
        period: Period,
        organisation: OrganisationId,
    ) -> Result<Option<Rapport>> {
        Ok(replaced(&versions(self.read(), slag, period, organisation)?).cloned())
    }

    /// The decided report nearest before a period, by the end of its own: what *Förändringar* compares with.
    /// Of any kind, never a revoked one and never one of a single enhet; a verksamhetsplan ends with its year.
    pub fn senaste_beslutade_fore(&self, period: Period) -> Result<Option<Rapport>> {
        let nodes = organisation::sql::read_all(self.read())?;
        let of_whole = |id: OrganisationId| {
            let trunk = [Organisationsslag::Namnd, Organisationsslag::Forvaltning];
            nodes.iter().any(|o| o.id == id && trunk.contains(&o.slag))
        };
        let decided = self
            .rapporter()?
            .into_iter()
            .filter(|r| r.state == Rapportlage::Faststalld && end(r) < period && of_whole(r.organisation_id));
        Ok(decided.max_by_key(|r| (end(r), r.slag == Rapportslag::Manad, r.version)))
    }

    /// Sets which sections a kind of report has, in the order given; none at all brings back the program's own order.
    pub fn set_rapportmall(&mut self, slag: Rapportslag, mall: &[Mallavsnitt]) -> Result<Changes> {
        let (_, changes) = self.transact(Op::SetRapportmall, |tx| {
            let known = sql::read_all_mall(tx)?.into_iter().filter(|m| m.slag == slag);
            for gone in known.filter(|k| !mall.iter().any(|m| m.avsnitt == k.avsnitt)) {
                sql::delete_mall(tx, slag, &gone.avsnitt)?;
            }
            let mut last: Option<String> = None;
            for section in mall {
                let key = sort_key::after(last.as_deref());
                let section = Mallavsnitt {
                    slag,
                    avsnitt: text::title("avsnitt", &section.avsnitt, 100)?,
                    med: section.med,
                    rubrik: patch::line("rubrik", &section.rubrik)?,
                    sort_key: key.clone(),
                };
                sql::upsert_mall(tx, &section)?;
                last = Some(key);
            }
            Ok(())
        })?;
        Ok(changes)
    }
}

/// The last month the report speaks of.
fn end(rapport: &Rapport) -> Period {
    match rapport.slag {
        Rapportslag::Manad => rapport.period,
        Rapportslag::Verksamhetsplan => Period { month: 12, ..rapport.period },
    }
}

/// Versions of one report, oldest first.
fn versions(
    conn: &rusqlite::Connection,
    slag: Rapportslag,
    period: Period,
    organisation: OrganisationId,
) -> Result<Vec<Rapport>> {
    let same = |r: &Rapport| (r.slag, r.period, r.organisation_id) == (slag, period, organisation);
    let mut versions: Vec<Rapport> = sql::read_all(conn)?.into_iter().filter(same).collect();
    versions.sort_by_key(|r| r.version);
    Ok(versions)
}

fn replaced(versions: &[Rapport]) -> Option<&Rapport> {
    let was_decided = |r: &&Rapport| matches!(r.state, Rapportlage::Faststalld | Rapportlage::Upphavd);
    versions.iter().rev().find(was_decided)
}

fn in_state(tx: &Tx<'_>, id: RapportId, from: Rapportlage, to: Rapportlage) -> Result<Rapport> {
    let rapport = rows::found(id, sql::read(tx, id)?)?;
    if rapport.state == from { Ok(rapport) } else { transition(rapport.state, to) }
}

fn transition<T>(from: Rapportlage, to: Rapportlage) -> Result<T> {
    checks::refuse(
        "state",
        Rule::ReportState { from: from.as_str().to_string(), to: to.as_str().to_string() },
    )
}

fn reason(skal: &str) -> Result<String> {
    let skal = text::free("skal", skal)?;
    if skal.trim().is_empty() { checks::refuse("skal", Rule::ReasonRequired) } else { Ok(skal) }
}

fn store(tx: &Tx<'_>, rapport: RapportId, roll: Filroll, filer: &[NyFil]) -> Result<()> {
    filer.iter().try_for_each(|fil| {
        let sha256 = Document::archive_put(tx, &fil.bytes)?;
        let filnamn = text::clean(&fil.filnamn).text.into_owned();
        sql::insert_fil(tx, rapport, &Rapportfil { roll, format: fil.format, filnamn, sha256 })
    })
}

/// The month's follow-up, where there is one, goes along with its report.
fn follow(tx: &Tx<'_>, rapport: &Rapport, state: Uppfoljningslage) -> Result<()> {
    if rapport.slag != Rapportslag::Manad {
        return Ok(());
    }
    for mut u in uppfoljning::sql::read_all(tx)? {
        if u.period == rapport.period && u.slag == Uppfoljningsslag::Manad && u.state != state {
            u.state = state;
            uppfoljning::sql::update(tx, &u)?;
        }
    }
    Ok(())
}
