//! A report out of the plan: which period and unit are meant, what it is compared with, and the tree with its facts.
//! What somebody is writing at this moment can be laid over the plan, so that the preview follows the typing.
use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use plan_core::document::{Document, Op};
use plan_core::historik::{LogHead, LogQuery};
use plan_core::id::{OrganisationId, RapportId};
use plan_core::organisation::{Organisation, Organisationsslag};
use plan_core::period::Period;
use plan_core::plan::Plan;
use plan_core::rapport::{Rapport, Rapportlage, Rapportslag};
use plan_core::text::clean;
use plan_core::uppfoljning::Avsnittstext;
use plan_core::uppfoljning::ops::NyAvsnittstext;
use plan_core::view::PlanView;
use plan_report::tree::{self, Lage};
use plan_report::{Fakta, Foregaende, Underlag, format, manadsrapport, verksamhetsplan};

use uuid::Uuid;

use super::Rapportval;
use crate::as_of::current_year;
use crate::error::Error;
use crate::texts::rapport as said;

/// A report as built: what is drawn, and what is stored of it.
pub(crate) struct Byggd {
    pub(crate) tree: tree::Rapport,
    pub(crate) fakta: Fakta,
    pub(crate) plats: Plats,
    /// The chain head that the facts were taken from.
    pub(crate) head: LogHead,
    /// Which version it will be if it is locked.
    pub(crate) version: u32,
}

/// What identifies a report, and the moment its plan is seen at.
#[derive(Clone)]
pub(crate) struct Plats {
    pub(crate) slag: Rapportslag,
    /// As stored: a verksamhetsplan stands at its year's December, whenever it was written.
    pub(crate) period: Period,
    pub(crate) organisation: Organisation,
    pub(crate) seen_at: Period,
    today: NaiveDate,
}

/// What a report is made of, for the ones who build it and the ones who show how it is made.
pub(crate) struct Grund<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) plats: &'a Plats,
    pub(crate) underlag: Underlag<'a>,
    /// The decided report it replaces, in words; empty for a first version.
    pub(crate) ersatter: &'a str,
    /// The days that reports of the same kind and unit were locked, where they are shown.
    pub(crate) lasta: &'a BTreeMap<RapportId, NaiveDate>,
}

/// Builds the report that was chosen.
pub(crate) fn build(document: &Document, val: &Rapportval, lage: Lage) -> Result<Byggd, Error> {
    let head = document.head()?;
    let (tree, fakta, version, plats) = on_grund(document, val, lage, None, |grund| {
        let version = 1 + versions(grund.plan, grund.plats);
        Ok((tree(grund), Fakta::of(grund.underlag.view), version, grund.plats.clone()))
    })?;
    Ok(Byggd { tree, fakta, plats, head, version })
}

/// Gathers what the report is made of and hands it to `make`. `skriver`: a text that is being written.
pub(crate) fn on_grund<T>(
    document: &Document,
    val: &Rapportval,
    lage: Lage,
    skriver: Option<&NyAvsnittstext>,
    make: impl FnOnce(&Grund<'_>) -> Result<T, Error>,
) -> Result<T, Error> {
    let mut plan = document.plan()?;
    if let Some(text) = skriver {
        lay_over(Arc::make_mut(&mut plan), text);
    }
    let plats = place(&plan, val)?;
    let view = PlanView::new(&plan, plats.seen_at, plats.today);
    let replaces = document.rapport_att_ersatta(plats.slag, plats.period, plats.organisation.id)?;
    let ersatter = replaces.as_ref().map_or_else(String::new, said::replaces);
    let previous = document.senaste_beslutade_fore(plats.seen_at)?;
    let rorda = previous.as_ref().map(|rapport| document.touched_since(rapport.log_nr)).transpose()?;
    let underlag = Underlag {
        view: &view,
        foregaende: previous.as_ref().map(|rapport| stored_facts(document, rapport)).transpose()?,
        rorda: &rorda.unwrap_or_default(),
        dnr: val.dnr.as_deref().unwrap_or_default(),
        lage,
        ersatter: &ersatter,
    };
    let lasta = lock_days(document, alike(&plan, &plats))?;
    make(&Grund { plan: &plan, plats: &plats, underlag, ersatter: &ersatter, lasta: &lasta })
}

/// The report as a tree.
pub(crate) fn tree(grund: &Grund<'_>) -> tree::Rapport {
    match grund.plats.slag {
        Rapportslag::Manad => manadsrapport(&grund.underlag),
        Rapportslag::Verksamhetsplan => verksamhetsplan(&grund.underlag, unit(grund.plats)),
    }
}

/// Puts the text in its place, as the plan will have it when it is saved.
fn lay_over(plan: &mut Plan, new: &NyAvsnittstext) {
    let same = |known: &Avsnittstext| {
        (known.year, known.month, known.avsnitt.as_str()) == (new.year, new.month, new.avsnitt.as_str())
            && (known.subject_id, known.organisation_id) == (new.subject_id, new.organisation_id)
    };
    let text = clean(&new.text).text.into_owned();
    match plan.avsnittstext.iter_mut().find(|known| same(known)) {
        Some(known) => known.text = text,
        None => plan.avsnittstext.push(Avsnittstext {
            id: Uuid::nil().into(),
            year: new.year,
            month: new.month,
            avsnitt: new.avsnitt.clone(),
            subject_id: new.subject_id,
            organisation_id: new.organisation_id,
            text,
        }),
    }
}

/// Which period and unit are meant.
pub(crate) fn place(plan: &Plan, val: &Rapportval) -> Result<Plats, Error> {
    let mut moment = val.tidpunkt();
    if val.slag == Rapportslag::Verksamhetsplan && moment.period.is_none() {
        moment.period = Some(format!("{:04}-12", current_year(plan).ok_or(Error::NoYear)?));
    }
    let (seen_at, today) = moment.of(plan)?;
    let period = match val.slag {
        Rapportslag::Manad => seen_at,
        Rapportslag::Verksamhetsplan => Period { month: 12, ..seen_at },
    };
    let organisation = match val.enhet.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
        Some(text) => find_unit(plan, text).ok_or_else(|| Error::UnknownEnhet(text.to_owned()))?,
        None => whole(plan).ok_or(Error::NoForvaltning)?,
    };
    Ok(Plats { slag: val.slag, period, organisation: organisation.clone(), seen_at, today })
}

/// By id and code first: a name may be the same in two places.
fn find_unit<'p>(plan: &'p Plan, text: &str) -> Option<&'p Organisation> {
    let wanted = text.to_lowercase();
    let all = &plan.organisation;
    let by_id = all.iter().find(|node| node.id.0.to_string() == wanted);
    let by_code = || all.iter().find(|node| node.kod.to_lowercase() == wanted);
    by_id.or_else(by_code).or_else(|| all.iter().find(|node| node.namn.to_lowercase() == wanted))
}

/// The node of the whole: the förvaltning, else the root.
fn whole(plan: &Plan) -> Option<&Organisation> {
    let all = &plan.organisation;
    let forvaltning = all.iter().find(|node| node.slag == Organisationsslag::Forvaltning);
    forvaltning.or_else(|| all.iter().find(|node| node.parent_id.is_none()))
}

/// The unit of a unit's plan; `None` for the whole.
pub(crate) fn unit(plats: &Plats) -> Option<OrganisationId> {
    let whole = matches!(plats.organisation.slag, Organisationsslag::Forvaltning | Organisationsslag::Namnd);
    (!whole).then_some(plats.organisation.id)
}

fn versions(plan: &Plan, plats: &Plats) -> u32 {
    same_report(plan, plats).map(|r| r.version).max().unwrap_or(0)
}

/// The stored versions of the report.
pub(crate) fn same_report<'p>(plan: &'p Plan, plats: &Plats) -> impl Iterator<Item = &'p Rapport> {
    let wanted = (plats.slag, plats.period, plats.organisation.id);
    plan.rapport.iter().filter(move |r| (r.slag, r.period, r.organisation_id) == wanted)
}

/// Those whose day of locking is shown: the versions of this report, and what is locked now in other periods.
fn alike<'p>(plan: &'p Plan, plats: &Plats) -> impl Iterator<Item = &'p Rapport> {
    let wanted = (plats.slag, plats.organisation.id);
    let period = plats.period;
    let same = plan.rapport.iter().filter(move |r| (r.slag, r.organisation_id) == wanted);
    same.filter(move |r| r.period == period || r.state == Rapportlage::Last)
}

/// When reports were locked, by the log: their own day is that of what they tell.
pub(crate) fn lock_days<'p>(
    document: &Document,
    rapporter: impl Iterator<Item = &'p Rapport>,
) -> Result<BTreeMap<RapportId, NaiveDate>, Error> {
    let mut days = BTreeMap::new();
    for rapport in rapporter {
        let query = LogQuery { thing: Some(rapport.id.into()), most_things: 1, ..LogQuery::default() };
        let entries = document.log(query)?;
        let locked = entries.iter().find(|entry| entry.op == Op::LockRapport);
        days.extend(locked.map(|entry| (rapport.id, format::svensk_dag(entry.at))));
    }
    Ok(days)
}

fn stored_facts<'p>(document: &Document, rapport: &'p Rapport) -> Result<Foregaende<'p>, Error> {
    let json = document.rapport_fakta(rapport.id)?;
    let fakta = serde_json::from_str(&json).map_err(|error| Error::StoredReport(error.to_string()))?;
    Ok(Foregaende { fakta, rapport })
}
