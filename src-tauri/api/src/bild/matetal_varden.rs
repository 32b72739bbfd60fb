//! The values of a mätetal that are typed by hand: which there are to type in a year, and what was typed.
use std::collections::BTreeSet;

use chrono::NaiveDate;
use plan_core::document::{Changes, Document};
use plan_core::id::{MatetalId, OrganisationId, ThingId};
use plan_core::matetal::rules::latest_period;
use plan_core::matetal::varden::UtfallKey;
use plan_core::matetal::{Kon, Matetal, Saknas, Utfall, Varde};
use plan_core::period::Period;
use plan_core::view::PlanView;
use plan_report::blad::{arets_perioder, period_i_aret, period_namn};
use plan_report::format;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Error;
use crate::typed;

/// A node that has values of its own.
#[derive(Debug, Serialize, TS)]
pub struct Nod {
    pub id: OrganisationId,
    pub namn: String,
}

/// A place for a value: node, period and sex.
#[derive(Debug, Serialize, TS)]
pub struct Vardesrad {
    pub organisation_id: OrganisationId,
    pub period: Period,
    /// "Oktober", "Tertial 2"; with its year where that is not the view's.
    pub namn: String,
    pub kon: Kon,
    /// "91,4", as it is typed; empty where nothing is said or the value is missing.
    pub varde: String,
    pub saknas: Option<Saknas>,
    /// "91,4 %", "Bortfall"; empty where nothing is said.
    pub text: String,
    pub kalla: String,
    pub datum: Option<NaiveDate>,
}

/// A value as typed. Source and date only where they are given; what is there stays otherwise.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TypedUtfall {
    pub matetal_id: MatetalId,
    pub organisation_id: OrganisationId,
    pub period: Period,
    pub kon: Kon,
    /// "91,4 %", "ej mätt"; empty takes the value away.
    pub text: String,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub kalla: Option<String>,
    /// Typed too: "idag", "27/11".
    #[serde(default)]
    #[ts(optional = nullable)]
    pub datum: Option<String>,
}

/// The whole's node first, then those that have values or targets.
pub(super) fn noder(view: &PlanView, matetal: &Matetal) -> Vec<Nod> {
    let whole = view.whole_node(matetal.id);
    let values = view.plan.utfall.iter().filter(|u| u.matetal_id == matetal.id).map(|u| u.organisation_id);
    let targets = view.malvarden(matetal.id).iter().map(|m| m.organisation_id);
    let known: BTreeSet<OrganisationId> = values.chain(targets).collect();
    let rest = view.plan.organisation.iter().filter(|o| known.contains(&o.id) && Some(o.id) != whole);
    let first = whole.and_then(|id| view.organisation(id));
    first.into_iter().chain(rest).map(|o| Nod { id: o.id, namn: o.namn.clone() }).collect()
}

/// Every place of the view's year, whether it has a value or not. Until the first of its periods is over the one before,
/// which is now, stands first: a yearly value is typed in the year after.
pub(super) fn varden(view: &PlanView, matetal: &Matetal) -> Vec<Vardesrad> {
    let sexes: &[Kon] = if matetal.konsuppdelad { &[Kon::T, Kon::K, Kon::M] } else { &[Kon::T] };
    let known: Vec<&Utfall> = view.plan.utfall.iter().filter(|u| u.matetal_id == matetal.id).collect();
    let year = view.period.year;
    let before = Some(latest_period(matetal.frekvens, view.period)).filter(|now| now.year < year);
    let mut out = vec![];
    for node in noder(view, matetal) {
        for period in before.into_iter().chain(arets_perioder(matetal, year)) {
            for kon in sexes {
                let at = |u: &&&Utfall| (u.organisation_id, u.period, u.kon) == (node.id, period, *kon);
                let known = known.iter().find(at).copied();
                out.push(vardesrad(matetal, (node.id, period, *kon), period.year == year, known));
            }
        }
    }
    out
}

fn vardesrad(
    matetal: &Matetal,
    (organisation_id, period, kon): (OrganisationId, Period, Kon),
    in_year: bool,
    known: Option<&Utfall>,
) -> Vardesrad {
    let (varde, saknas) = match known.map(|u| u.varde) {
        Some(Varde::Tal(tal)) => (format::tal(tal, matetal.decimaler), None),
        Some(Varde::Saknas(reason)) => (String::new(), Some(reason)),
        None => (String::new(), None),
    };
    Vardesrad {
        organisation_id,
        period,
        namn: if in_year {
            period_i_aret(period, matetal.frekvens)
        } else {
            period_namn(period, matetal.frekvens)
        },
        kon,
        varde,
        saknas,
        text: known.map_or_else(String::new, |u| format::varde(u.varde, matetal)),
        kalla: known.map_or_else(String::new, |u| u.kalla.clone()),
        datum: known.and_then(|u| u.datum),
    }
}

/// Sets or takes away a value as it was typed.
pub(crate) fn set_utfall_text(document: &mut Document, new: &TypedUtfall) -> Result<Changes, Error> {
    let plan = document.plan()?;
    let matetal = plan.matetal.iter().find(|m| m.id == new.matetal_id);
    let matetal = matetal.ok_or(plan_core::Error::NotFound(ThingId(new.matetal_id.0)))?;
    let key = UtfallKey {
        matetal_id: new.matetal_id,
        organisation_id: new.organisation_id,
        period: new.period,
        kon: new.kon,
    };
    let is_it = |u: &&Utfall| {
        (u.matetal_id, u.organisation_id, u.period, u.kon)
            == (key.matetal_id, key.organisation_id, key.period, key.kon)
    };
    let known = plan.utfall.iter().find(is_it).cloned();
    let enhet = matetal.enhet.clone();
    let Some(varde) = typed::varde("varde", &new.text, &enhet)? else {
        return Ok(if known.is_some() { document.delete_utfall(&key)? } else { Changes::default() });
    };
    let datum = match &new.datum {
        Some(text) => typed::datum(document, "datum", text)?,
        None => known.as_ref().and_then(|u| u.datum),
    };
    let utfall = Utfall {
        matetal_id: key.matetal_id,
        organisation_id: key.organisation_id,
        period: key.period,
        kon: key.kon,
        varde,
        vikt: known.as_ref().and_then(|u| u.vikt),
        kalla: new.kalla.clone().or_else(|| known.map(|u| u.kalla)).unwrap_or_default(),
        datum,
    };
    Ok(document.set_utfall(&[utfall])?)
}
