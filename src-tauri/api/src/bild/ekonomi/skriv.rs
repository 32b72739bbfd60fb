//! Typed amounts into the plan: one cell, or a pasted column, as one change. Every cell is understood or none is written.
use plan_core::belopp::Belopp;
use plan_core::document::{Changes, Document};
use plan_core::ekonomi::Beloppsslag;
use plan_core::ekonomi::ops::{DriftbeloppKey, VerksamhetsbeloppKey};
use plan_core::ekonomi::prognos::{Beloppsrad, stored_at};
use plan_core::id::DriftradId;
use plan_core::period::Period;
use plan_core::plan::Plan;
use plan_core::view::PlanView;
use serde::Deserialize;
use ts_rs::TS;

use super::{Ekonominyckel, drift};
use crate::as_of::Tidpunkt;
use crate::error::Error;

/// Cells as typed, at a period.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TypeEkonomi {
    #[serde(default)]
    #[ts(optional = nullable)]
    pub period: Option<String>,
    pub celler: Vec<Typcell>,
}

/// One cell as typed: tkr unless another unit is said, "tom" for *Tom*, nothing for no value.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Typcell {
    pub nyckel: Ekonominyckel,
    pub slag: Beloppsslag,
    pub text: String,
}

/// A new row of the drift table, part of the same sums as the row it is put after.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NyDriftrad {
    pub namn: String,
    /// `null`: first.
    pub after: Option<DriftradId>,
}

/// The two tables' cells.
#[derive(Default)]
struct Celler {
    drift: Vec<(DriftbeloppKey, Option<Belopp>)>,
    verksamhet: Vec<(VerksamhetsbeloppKey, Option<Belopp>)>,
}

pub(crate) fn type_ekonomi(document: &mut Document, request: &TypeEkonomi) -> Result<Changes, Error> {
    let celler = {
        let plan = document.read_plan()?;
        let (period, today) = Tidpunkt { period: request.period.clone(), datum: None }.of(&plan)?;
        let view = PlanView::new(&plan, period, today);
        let mut celler = Celler::default();
        for cell in &request.celler {
            celler.take(&view, cell)?;
        }
        celler
    };
    let mut changes = Changes::default();
    if !celler.drift.is_empty() {
        changes = document.replace_driftbelopp(&celler.drift)?;
    }
    if !celler.verksamhet.is_empty() {
        changes.0.extend(document.replace_verksamhetsbelopp(&celler.verksamhet)?.0);
    }
    Ok(changes)
}

/// What was typed: an amount, *Tom*, or nothing at all.
pub(super) fn typed(slag: Beloppsslag, text: &str) -> Result<Option<Belopp>, Error> {
    if text.trim().eq_ignore_ascii_case("tom") {
        return Ok(Some(Belopp::Tom));
    }
    Ok(crate::typed::belopp(slag.as_str(), text)?.map(Belopp::Ore))
}

impl Celler {
    fn take(&mut self, view: &PlanView, cell: &Typcell) -> Result<(), Error> {
        let (plan, period, slag) = (view.plan, view.period, cell.slag);
        let belopp = typed(slag, &cell.text)?;
        match cell.nyckel {
            Ekonominyckel::Driftrad(driftrad_id) => {
                let organisation_id = drift::node(view).ok_or(Error::NoForvaltning)?;
                let period = place(plan, Beloppsrad::Drift(driftrad_id, organisation_id), slag, period);
                self.drift.push((DriftbeloppKey { driftrad_id, organisation_id, slag, period }, belopp));
            }
            Ekonominyckel::Verksamhet { id, del } => {
                let period = place(plan, Beloppsrad::Verksamhet(id, del), slag, period);
                self.verksamhet.push((VerksamhetsbeloppKey { verksamhet_id: id, del, slag, period }, belopp));
            }
        }
        Ok(())
    }
}

fn place(plan: &Plan, rad: Beloppsrad, slag: Beloppsslag, period: Period) -> Period {
    stored_at(plan, rad, slag, period)
}
