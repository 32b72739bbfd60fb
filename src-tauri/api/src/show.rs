//! `read_plan`: the plan as a tree with everything computed beside what is stored. Amounts are integer öre.
//! Computes nothing itself: statuses, sums and verdicts come from plan-core's rules.
use std::collections::BTreeMap;

use chrono::NaiveDate;
use plan_core::aktivitet::Aktivitet;
use plan_core::befattning::Befattning;
use plan_core::document::Document;
use plan_core::ekonomi::rules::{Driftbildsrad, Verksamhetsbild, driftbild, verksamhetsbild};
use plan_core::ekonomi::{Driftbelopp, Driftrad, Verksamhet, Verksamhetsbelopp};
use plan_core::id::{AktivitetId, MalId, MatetalId, OrganisationId, UppdragId};
use plan_core::mal::rules::bedom;
use plan_core::mal::{Mal, Malbedomning, Maluppfyllelse};
use plan_core::matetal::rules::{Arsutfall, Malutfall, arsutfall, utfall_mot_mal};
use plan_core::matetal::{Jamforelse, Malvarde, Matetal, Utfall};
use plan_core::organisation::Organisation;
use plan_core::period::Period;
use plan_core::plan::{Plan, Verksamhetsar};
use plan_core::rapport::{Mallavsnitt, Rapport};
use plan_core::styrmodell::{Bedomningsregel, Niva};
use plan_core::uppdrag::Uppdrag;
use plan_core::uppfoljning::{Avsnittstext, Status, Statusbarare, Statusrad, Uppfoljning};
use plan_core::view::PlanView;
use plan_report::format;
use serde::Serialize;
use ts_rs::TS;

use crate::as_of::Tidpunkt;
use crate::error::Error;

/// The plan as of a period.
#[derive(Debug, Serialize, TS)]
pub struct Planbild {
    pub period: Period,
    /// What counts as today: whether an end date has passed depends on it.
    pub idag: NaiveDate,
    pub installning: BTreeMap<String, String>,
    pub verksamhetsar: Vec<Verksamhetsar>,
    pub organisation: Vec<Organisationsnod>,
    pub befattning: Vec<Befattning>,
    pub niva: Vec<Niva>,
    /// The goal chain, from its roots.
    pub mal: Vec<Malnod>,
    pub uppdrag: Vec<Uppdragsbild>,
    pub aktivitet: Vec<Aktivitetsbild>,
    pub matetal: Vec<Matetalsbild>,
    pub driftrad: Vec<Driftrad>,
    pub driftbelopp: Vec<Driftbelopp>,
    /// The drift table of every node that has amounts.
    pub drift: Vec<Drifttabell>,
    pub verksamhet: Vec<Verksamhet>,
    pub verksamhetsbelopp: Vec<Verksamhetsbelopp>,
    pub verksamhetsbild: Verksamhetsbild,
    pub uppfoljning: Vec<Uppfoljning>,
    pub avsnittstext: Vec<Avsnittstext>,
    pub rapportmall: Vec<Mallavsnitt>,
    pub rapport: Vec<Rapport>,
}

/// A node of the organisation and those below it.
#[derive(Debug, Serialize, TS)]
pub struct Organisationsnod {
    #[serde(flatten)]
    pub organisation: Organisation,
    pub barn: Vec<Organisationsnod>,
}

/// A mål with its verdict, what hangs on it, and the mål below it.
#[derive(Debug, Serialize, TS)]
pub struct Malnod {
    #[serde(flatten)]
    pub mal: Mal,
    /// The level's word ("Fokusområde").
    pub niva: String,
    /// `None`: the level carries no verdict.
    pub verdict: Option<Verdict>,
    pub uppdrag: Vec<UppdragId>,
    pub matetal: Vec<MatetalId>,
    pub barn: Vec<Malnod>,
}

/// A computed verdict, what decided it, and a person's beside it.
#[derive(Debug, Serialize, TS)]
pub struct Verdict {
    pub utfall: Maluppfyllelse,
    /// "Uppfyllt (preliminärt)".
    pub ord: String,
    pub preliminar: bool,
    pub uppnadda: usize,
    pub namnare: usize,
    pub avgorande: Vec<Avgorande>,
    pub regel: Bedomningsregel,
    pub manuell: Option<Malbedomning>,
}

/// A nyckeltal that decided a verdict.
#[derive(Debug, Serialize, TS)]
pub struct Avgorande {
    pub matetal_id: MatetalId,
    pub utfall: Malutfall,
}

/// Where an uppdrag or aktivitet stands.
#[derive(Debug, Serialize, TS)]
pub struct Lagesbild {
    /// `None`: never reported.
    pub status: Option<Status>,
    /// The file's own word for the status.
    pub ord: String,
    pub fardiggrad: Option<u8>,
    pub kommentar: String,
    pub per_enhet: Vec<Statusrad>,
    /// The end date has passed without *Genomförd* or *Avbruten*.
    pub slutdatum_passerat: bool,
}

/// An uppdrag with where it stands.
#[derive(Debug, Serialize, TS)]
pub struct Uppdragsbild {
    #[serde(flatten)]
    pub uppdrag: Uppdrag,
    pub lage: Lagesbild,
    pub statusrader: Vec<Statusrad>,
    pub aktiviteter: Vec<AktivitetId>,
    pub matetal: Vec<MatetalId>,
}

/// An aktivitet with where it stands.
#[derive(Debug, Serialize, TS)]
pub struct Aktivitetsbild {
    #[serde(flatten)]
    pub aktivitet: Aktivitet,
    pub lage: Lagesbild,
    pub statusrader: Vec<Statusrad>,
}

/// A mätetal with its values and how it stands.
#[derive(Debug, Serialize, TS)]
pub struct Matetalsbild {
    #[serde(flatten)]
    pub matetal: Matetal,
    pub utfall: Vec<Utfall>,
    pub malvarden: Vec<Malvarde>,
    pub jamforelser: Vec<Jamforelse>,
    /// The year's value as of the period; `None`: nothing is measured.
    pub arsutfall: Option<Arsutfall>,
    pub malutfall: Malutfall,
}

/// The drift table of a node.
#[derive(Debug, Serialize, TS)]
pub struct Drifttabell {
    pub organisation_id: OrganisationId,
    pub rader: Vec<Driftbildsrad>,
}

/// The whole plan as of the moment asked for.
pub(crate) fn read_plan(document: &Document, moment: &Tidpunkt) -> Result<Planbild, Error> {
    let plan = document.plan()?;
    let (period, idag) = moment.of(&plan)?;
    Ok(planbild(&PlanView::new(&plan, period, idag)))
}

fn planbild(view: &PlanView) -> Planbild {
    let plan = view.plan;
    Planbild {
        period: view.period,
        idag: view.today,
        installning: plan.installning.clone(),
        verksamhetsar: plan.verksamhetsar.clone(),
        organisation: organisation(plan, None),
        befattning: plan.befattning.clone(),
        niva: plan.niva.clone(),
        mal: chain(view, None),
        uppdrag: plan.uppdrag.iter().map(|u| uppdragsbild(view, u)).collect(),
        aktivitet: plan.aktivitet.iter().map(|a| aktivitetsbild(view, a)).collect(),
        matetal: matetal(view),
        driftrad: plan.driftrad.clone(),
        driftbelopp: plan.driftbelopp.clone(),
        drift: drift(view),
        verksamhet: plan.verksamhet.clone(),
        verksamhetsbelopp: plan.verksamhetsbelopp.clone(),
        verksamhetsbild: verksamhetsbild(view),
        uppfoljning: plan.uppfoljning.clone(),
        avsnittstext: plan.avsnittstext.clone(),
        rapportmall: plan.rapportmall.clone(),
        rapport: plan.rapport.clone(),
    }
}

fn organisation(plan: &Plan, parent: Option<OrganisationId>) -> Vec<Organisationsnod> {
    let children = plan.organisation.iter().filter(|o| o.parent_id == parent);
    children
        .map(|o| Organisationsnod { organisation: o.clone(), barn: organisation(plan, Some(o.id)) })
        .collect()
}

fn chain(view: &PlanView, parent: Option<MalId>) -> Vec<Malnod> {
    let node = |mal: &&Mal| Malnod {
        mal: (*mal).clone(),
        niva: view.niva(mal.niva_id).map_or_else(String::new, |n| n.singular.clone()),
        verdict: verdict(view, mal.id),
        uppdrag: view.uppdrag_by_mal(Some(mal.id)).iter().map(|u| u.id).collect(),
        matetal: view.matetal_by_mal(mal.id).iter().map(|m| m.id).collect(),
        barn: chain(view, Some(mal.id)),
    };
    view.mal_children(parent).iter().map(node).collect()
}

fn verdict(view: &PlanView, mal: MalId) -> Option<Verdict> {
    let found = bedom(view, mal)?;
    Some(Verdict {
        utfall: found.utfall,
        ord: format::bedomning(found.utfall, found.preliminar).ord,
        preliminar: found.preliminar,
        uppnadda: found.uppnadda,
        namnare: found.namnare,
        avgorande: found
            .avgorande
            .into_iter()
            .map(|(matetal_id, utfall)| Avgorande { matetal_id, utfall })
            .collect(),
        regel: found.regel,
        manuell: found.manuell.cloned(),
    })
}

fn uppdragsbild(view: &PlanView, uppdrag: &Uppdrag) -> Uppdragsbild {
    let barare = Statusbarare::Uppdrag(uppdrag.id);
    Uppdragsbild {
        uppdrag: uppdrag.clone(),
        lage: lagesbild(view, barare),
        statusrader: owned(view.statusrader(barare)),
        aktiviteter: view.aktivitet_by_uppdrag(Some(uppdrag.id)).iter().map(|a| a.id).collect(),
        matetal: view.matetal_by_uppdrag(uppdrag.id).iter().map(|m| m.id).collect(),
    }
}

fn aktivitetsbild(view: &PlanView, aktivitet: &Aktivitet) -> Aktivitetsbild {
    let barare = Statusbarare::Aktivitet(aktivitet.id);
    Aktivitetsbild {
        aktivitet: aktivitet.clone(),
        lage: lagesbild(view, barare),
        statusrader: owned(view.statusrader(barare)),
    }
}

fn lagesbild(view: &PlanView, barare: Statusbarare) -> Lagesbild {
    let lage = view.lage(barare);
    Lagesbild {
        status: lage.status,
        ord: lage.status.map_or_else(String::new, |s| format::status(&view.plan.installning, s)),
        fardiggrad: lage.fardiggrad,
        kommentar: lage.rad.map_or_else(String::new, |rad| rad.kommentar.clone()),
        per_enhet: owned(&lage.per_enhet),
        slutdatum_passerat: lage.deadline_passed,
    }
}

fn matetal(view: &PlanView) -> Vec<Matetalsbild> {
    let utfall = grouped(&view.plan.utfall, |u| (u.period <= view.period).then_some(u.matetal_id));
    let malvarden = grouped(&view.plan.malvarde, |m| Some(m.matetal_id));
    let jamforelser = grouped(&view.plan.jamforelse, |j| (j.period <= view.period).then_some(j.matetal_id));
    let of = |m: &Matetal| Matetalsbild {
        matetal: m.clone(),
        utfall: utfall.get(&m.id).cloned().unwrap_or_default(),
        malvarden: malvarden.get(&m.id).cloned().unwrap_or_default(),
        jamforelser: jamforelser.get(&m.id).cloned().unwrap_or_default(),
        arsutfall: arsutfall(view, m.id, None, view.period.year),
        malutfall: utfall_mot_mal(view, m.id, None),
    };
    view.plan.matetal.iter().map(of).collect()
}

fn drift(view: &PlanView) -> Vec<Drifttabell> {
    let has_amounts = |id| view.plan.driftbelopp.iter().any(|b| b.organisation_id == id);
    let nodes = view.plan.organisation.iter().filter(|o| has_amounts(o.id));
    nodes.map(|o| Drifttabell { organisation_id: o.id, rader: driftbild(view, o.id) }).collect()
}

fn owned(rows: &[&Statusrad]) -> Vec<Statusrad> {
    rows.iter().map(|row| (*row).clone()).collect()
}

fn grouped<T: Clone, K: Ord>(rows: &[T], key: impl Fn(&T) -> Option<K>) -> BTreeMap<K, Vec<T>> {
    let mut groups = BTreeMap::<K, Vec<T>>::new();
    for row in rows {
        if let Some(key) = key(row) {
            groups.entry(key).or_default().push(row.clone());
        }
    }
    groups
}
