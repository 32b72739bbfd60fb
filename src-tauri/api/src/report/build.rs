//! A report out of the plan: which period and unit are meant, what it is compared with, and the tree with its facts.
use chrono::NaiveDate;
use plan_core::document::Document;
use plan_core::historik::LogHead;
use plan_core::id::OrganisationId;
use plan_core::organisation::{Organisation, Organisationsslag};
use plan_core::period::Period;
use plan_core::plan::Plan;
use plan_core::rapport::{Rapport, Rapportslag};
use plan_core::view::PlanView;
use plan_report::tree::{self, Lage};
use plan_report::{Fakta, Foregaende, Underlag, manadsrapport, verksamhetsplan};

use super::Rapportval;
use crate::as_of::current_year;
use crate::error::Error;
use crate::texts::rapport as said;

/// A report as built: what is drawn, and what is stored of it.
pub(super) struct Byggd {
    pub(super) tree: tree::Rapport,
    pub(super) fakta: Fakta,
    pub(super) plats: Plats,
    /// The chain head that the facts were taken from.
    pub(super) head: LogHead,
    /// Which version it will be if it is locked.
    pub(super) version: u32,
}

/// What identifies a report, and the moment its plan is seen at.
pub(super) struct Plats {
    pub(super) slag: Rapportslag,
    /// As stored: a verksamhetsplan stands at its year's December, whenever it was written.
    pub(super) period: Period,
    pub(super) organisation: Organisation,
    seen_at: Period,
    today: NaiveDate,
}

/// Builds the report that was chosen.
pub(super) fn build(document: &Document, val: &Rapportval, lage: Lage) -> Result<Byggd, Error> {
    let plan = document.plan()?;
    let plats = place(&plan, val)?;
    let view = PlanView::new(&plan, plats.seen_at, plats.today);
    let replaces = document.rapport_att_ersatta(plats.slag, plats.period, plats.organisation.id)?;
    let previous = document.senaste_beslutade_fore(plats.seen_at)?;
    let rorda = previous.as_ref().map(|rapport| document.touched_since(rapport.log_nr)).transpose()?;
    let underlag = Underlag {
        view: &view,
        foregaende: previous.as_ref().map(|rapport| stored_facts(document, rapport)).transpose()?,
        rorda: &rorda.unwrap_or_default(),
        dnr: val.dnr.as_deref().unwrap_or_default(),
        lage,
        ersatter: &replaces.as_ref().map_or_else(String::new, said::replaces),
    };
    let tree = match plats.slag {
        Rapportslag::Manad => manadsrapport(&underlag),
        Rapportslag::Verksamhetsplan => verksamhetsplan(&underlag, unit(&plats)),
    };
    let version = 1 + versions(&plan, &plats);
    Ok(Byggd { tree, fakta: Fakta::of(&view), head: document.head()?, plats, version })
}

/// Which period and unit are meant.
pub(super) fn place(plan: &Plan, val: &Rapportval) -> Result<Plats, Error> {
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

/// By code first: a name may be the same in two places.
fn find_unit<'p>(plan: &'p Plan, text: &str) -> Option<&'p Organisation> {
    let wanted = text.to_lowercase();
    let all = &plan.organisation;
    let by_code = all.iter().find(|node| node.kod.to_lowercase() == wanted);
    by_code.or_else(|| all.iter().find(|node| node.namn.to_lowercase() == wanted))
}

/// The node of the whole: the förvaltning, else the root.
fn whole(plan: &Plan) -> Option<&Organisation> {
    let all = &plan.organisation;
    let forvaltning = all.iter().find(|node| node.slag == Organisationsslag::Forvaltning);
    forvaltning.or_else(|| all.iter().find(|node| node.parent_id.is_none()))
}

/// The unit of a unit's plan; `None` for the whole.
fn unit(plats: &Plats) -> Option<OrganisationId> {
    let whole = matches!(plats.organisation.slag, Organisationsslag::Forvaltning | Organisationsslag::Namnd);
    (!whole).then_some(plats.organisation.id)
}

fn versions(plan: &Plan, plats: &Plats) -> u32 {
    let same = |r: &&Rapport| {
        (r.slag, r.period, r.organisation_id) == (plats.slag, plats.period, plats.organisation.id)
    };
    plan.rapport.iter().filter(same).map(|r| r.version).max().unwrap_or(0)
}

fn stored_facts<'p>(document: &Document, rapport: &'p Rapport) -> Result<Foregaende<'p>, Error> {
    let json = document.rapport_fakta(rapport.id)?;
    let fakta = serde_json::from_str(&json).map_err(|error| Error::StoredReport(error.to_string()))?;
    Ok(Foregaende { fakta, rapport })
}
