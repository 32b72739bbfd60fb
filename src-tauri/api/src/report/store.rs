//! The acts on a report: *Lås för utskick*, *Fastställ*, *Lås upp*, *Upphäv*. What is decided is what was locked:
//! the stored tree is drawn again with the decision's data, and the plan is not read for it.
use plan_core::document::{Changes, Document};
use plan_core::id::RapportId;
use plan_core::rapport::ops::{Beslut as Decision, NyFil, NyRapport};
use plan_core::rapport::{Rapport, Rapportlage};
use plan_core::{Rule, RuleViolation};
use plan_report::tree::{self, Lage};
use plan_report::with_lage;
use serde::Serialize;

use super::build::{Byggd, build, place};
use super::paper::{stem, write};
use super::render::{ALL, Renderad, render};
use super::{Beslut, DecideRapport, EndRapport, Filval, LockRapport, Rapportsvar, Rapportval};
use crate::blocking::blocking;
use crate::error::Error;
use crate::files::try_folder;
use crate::session::Session;
use crate::texts::{rapport as said, steg};
use crate::watch::Watch;

/// *Lås för utskick*: a sound file's report is stored with its facts and files as *Förslag till nämnden*.
pub(crate) async fn lock_rapport(
    session: Session,
    request: LockRapport,
    watch: Watch,
) -> Result<Rapportsvar, Error> {
    try_target(request.filer.as_ref()).await?;
    let (id, changes, filer) = lock(&session, request.val, watch).await?;
    let mut reply = Rapportsvar { id: Some(id), changes, ..Rapportsvar::default() };
    if let Some(wanted) = request.filer {
        write(&mut reply, filer, wanted, said::stamp(&Lage::Forslag)).await.map_err(not_written)?;
    }
    Ok(reply)
}

/// *Fastställ*: the locked report gets its decision; one that is not locked is locked first.
pub(crate) async fn decide_rapport(
    session: Session,
    request: DecideRapport,
    watch: Watch,
) -> Result<Rapportsvar, Error> {
    let DecideRapport { val, beslut, filer } = request;
    try_target(filer.as_ref()).await?;
    let chosen = val.clone();
    let mut reply = Rapportsvar::default();
    let (id, watch) = match session.on(move |document| waiting(document, &chosen)).await? {
        Some(id) => (id, Some(watch)),
        None => {
            let (id, changes, _) = lock(&session, val, watch).await?;
            reply.upplysningar.push(said::locked_on_the_way());
            reply.changes = changes;
            // Locked is written: the decision is carried through.
            (id, None)
        }
    };
    let step = |step| watch.as_ref().map_or(Ok(()), |watch| watch.step(step));
    step(steg::GOR_FILER)?;
    let (rapport, tree) = session.on(move |document| stored(document, id)).await?;
    let dnr = beslut.dnr.clone().unwrap_or_else(|| rapport.dnr.clone());
    let tree = with_lage(tree, decided(&beslut, dnr.clone(), rapport.log_head.clone()));
    let files = render(tree.clone(), ALL, stem(&tree, rapport.version)).await?;
    let kept = files.iter().map(new_file).collect::<Vec<_>>();
    step(steg::SPARA)?;
    let decision = Decision { datum: beslut.datum, paragraf: beslut.paragraf, dnr };
    let changes = session.on(move |document| Ok(document.decide_rapport(id, &decision, &kept)?)).await?;
    reply.id = Some(id);
    reply.changes.0.extend(changes.0);
    if let Some(wanted) = filer {
        write(&mut reply, files, wanted, said::stamp(&tree.lage)).await.map_err(not_written)?;
    }
    Ok(reply)
}

/// The report stands in the plan already, whatever went wrong with the files beside it.
fn not_written(error: Error) -> Error {
    Error::StoredNotWritten(Box::new(error))
}

/// A folder that cannot take the files is told before anything is locked or decided.
async fn try_target(filer: Option<&Filval>) -> Result<(), Error> {
    let Some(till) = filer.map(|wanted| wanted.till.clone()) else {
        return Ok(());
    };
    blocking(move || try_folder(&till)).await
}

/// *Lås upp*: the locked report is not the one the nämnd will decide.
pub(crate) fn unlock_rapport(document: &mut Document, request: &EndRapport) -> Result<Changes, Error> {
    Ok(document.unlock_rapport(request.id, &request.skal)?)
}

/// *Upphäv beslut*: the files are kept, the decision no longer holds.
pub(crate) fn revoke_rapport(document: &mut Document, request: &EndRapport) -> Result<Changes, Error> {
    Ok(document.revoke_rapport(request.id, &request.skal)?)
}

/// A stored report and its tree.
pub(crate) fn stored(document: &Document, id: RapportId) -> Result<(Rapport, tree::Rapport), Error> {
    let rapport = document.rapport(id)?;
    let json = document.rapport_innehall(id)?;
    let tree = serde_json::from_str(&json).map_err(|error| Error::StoredReport(error.to_string()))?;
    Ok((rapport, tree))
}

fn decided(beslut: &Beslut, dnr: String, kedja: String) -> Lage {
    Lage::Faststalld { datum: beslut.datum, paragraf: beslut.paragraf.clone(), dnr, kedja }
}

async fn lock(
    session: &Session,
    val: Rapportval,
    watch: Watch,
) -> Result<(RapportId, Changes, Vec<Renderad>), Error> {
    let checks = watch.clone();
    let built = session
        .on(move |document| {
            let findings = document.verify(&mut |progress| checks.tell(progress))?;
            if !findings.is_empty() {
                return Err(Error::NotSound(findings.len()));
            }
            checks.step(steg::STALL_SAMMAN)?;
            build(document, &val, Lage::Forslag)
        })
        .await?;
    watch.step(steg::GOR_FILER)?;
    let tree = with_lage(built.tree.clone(), Lage::Forslag);
    let files = render(tree.clone(), ALL, stem(&tree, built.version)).await?;
    watch.step(steg::SPARA)?;
    let new = new_report(built, &tree, &files)?;
    let (id, changes) = session.on(move |document| Ok(document.lock_rapport(&new)?)).await?;
    Ok((id, changes, files))
}

fn new_report(built: Byggd, tree: &tree::Rapport, files: &[Renderad]) -> Result<NyRapport, Error> {
    Ok(NyRapport {
        slag: built.plats.slag,
        period: built.plats.period,
        organisation_id: built.plats.organisation.id,
        locked_date: tree.datum,
        log_nr: built.head.nr,
        log_head: built.head.hash,
        dnr: tree.dnr.clone(),
        fakta: canonical(&built.fakta)?,
        innehall: canonical(tree)?,
        filer: files.iter().map(new_file).collect(),
    })
}

/// Maps are sorted and fields stand in the order of their structs, so the same value is the same text.
fn canonical<T: Serialize>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|error| Error::StoredReport(error.to_string()))
}

fn new_file(file: &Renderad) -> NyFil {
    NyFil { format: file.format, filnamn: file.filnamn.clone(), bytes: file.bytes.clone() }
}

/// The locked report of that choice. A decided one in force is never replaced without a word: it is locked anew first.
fn waiting(document: &mut Document, val: &Rapportval) -> Result<Option<RapportId>, Error> {
    let plan = document.plan()?;
    let plats = place(&plan, val)?;
    if let Some(locked) = document.last_rapport(plats.slag, plats.period, plats.organisation.id)? {
        return Ok(Some(locked.id));
    }
    match document.rapport_att_ersatta(plats.slag, plats.period, plats.organisation.id)? {
        Some(earlier) if earlier.state == Rapportlage::Faststalld => {
            let state = || Rapportlage::Faststalld.as_str().to_owned();
            Err(RuleViolation::error("state", Rule::ReportState { from: state(), to: state() }).into())
        }
        _ => Ok(None),
    }
}
