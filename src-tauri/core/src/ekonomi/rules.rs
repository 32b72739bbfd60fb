//! The nämnd's tables computed: sums and deviations on öre, as known at the view's period. Pure; rounds nothing.
//! Amounts carry the report's sign, so avvikelse = prognos − budget and + is better (domain.md, Ekonomi).

use foldhash::HashMap;
use serde::Serialize;
use ts_rs::TS;

use super::{Beloppsslag, Driftrad, Verksamhetsdel};
use crate::belopp::{Belopp, Ore};
use crate::id::{DriftradId, OrganisationId, VerksamhetId};
use crate::period::Period;
use crate::plan::Plan;
use crate::view::PlanView;

/// A row of the drift table at a node.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Driftbildsrad {
    pub id: DriftradId,
    pub namn: String,
    pub summa: bool,
    /// `None`: no value; never shown as 0.
    pub budget: Option<Belopp>,
    pub utfall_ack: Option<Belopp>,
    pub prognos: Option<Belopp>,
    /// `None` where there is nothing to compare: budget or prognos is missing, both are *Tom*, or a row of the sum has
    /// one but not the other.
    pub avvikelse: Option<Ore>,
    /// When the prognos was made; of a sum, its newest part.
    pub prognos_period: Option<Period>,
}

/// A row of the table per verksamhet; `id` is `None` for sums and the result.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Verksamhetsbildsrad {
    pub id: Option<VerksamhetId>,
    pub namn: String,
    pub budget: Option<Belopp>,
    pub utfall_ack: Option<Belopp>,
    pub prognos: Option<Belopp>,
    pub avvikelse: Option<Ore>,
    /// When the prognos was made; of a sum, its newest part.
    pub prognos_period: Option<Period>,
}

/// The table per verksamhet.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Verksamhetsbild {
    pub intakter: Vec<Verksamhetsbildsrad>,
    pub summa_intakter: Verksamhetsbildsrad,
    pub kostnader: Vec<Verksamhetsbildsrad>,
    pub summa_kostnader: Verksamhetsbildsrad,
    pub resultat: Verksamhetsbildsrad,
    /// Intäkt + kostnad of each verksamhet that is not finansiering: what the commented paragraphs are headed with.
    pub netto: Vec<Verksamhetsbildsrad>,
}

/// The node whose drift table is the nämnd's: the förvaltning, else the nämnd, else the first that has one.
pub fn drift_node(view: &PlanView) -> Option<OrganisationId> {
    let known = |id: OrganisationId| {
        view.plan.driftbelopp.iter().any(|b| b.organisation_id == id && known(view.period, b.period))
    };
    let forvaltning = view.forvaltning().map(|node| node.id);
    let nodes = forvaltning.into_iter().chain(view.plan.organisation.iter().map(|node| node.id));
    nodes.into_iter().find(|id| known(*id))
}

/// The drift table of a node, every row in display order.
pub fn driftbild(view: &PlanView, node: OrganisationId) -> Vec<Driftbildsrad> {
    driftbild_at(view.plan, view.period, node)
}

/// As [`driftbild`], as known at any period.
pub fn driftbild_at(plan: &Plan, period: Period, node: OrganisationId) -> Vec<Driftbildsrad> {
    let mut typed = HashMap::<DriftradId, Tal3>::default();
    for b in plan.driftbelopp.iter().filter(|b| b.organisation_id == node && known(period, b.period)) {
        typed.entry(b.driftrad_id).or_default().take(b.slag, b.period, b.belopp);
    }
    let rows: HashMap<DriftradId, &Driftrad> = plan.driftrad.iter().map(|r| (r.id, r)).collect();
    let mut sums = Sums { rows, typed, done: HashMap::default(), on_path: vec![] };
    plan.driftrad.iter().map(|row| driftbildsrad(row, sums.of(row.id))).collect()
}

/// The table per verksamhet, rows in display order; a verksamhet without amounts in the year is left out.
pub fn verksamhetsbild(view: &PlanView) -> Verksamhetsbild {
    verksamhetsbild_at(view.plan, view.period)
}

/// As [`verksamhetsbild`], as known at any period.
pub fn verksamhetsbild_at(plan: &Plan, period: Period) -> Verksamhetsbild {
    let mut known_amounts = HashMap::<(VerksamhetId, Verksamhetsdel), Tal3>::default();
    for b in plan.verksamhetsbelopp.iter().filter(|b| known(period, b.period)) {
        known_amounts.entry((b.verksamhet_id, b.del)).or_default().take(b.slag, b.period, b.belopp);
    }
    let half = |del| -> Vec<(Verksamhetsbildsrad, Tal3)> {
        let amounts = |v: &super::Verksamhet| known_amounts.get(&(v.id, del)).copied();
        let all = plan.verksamhet.iter();
        all.filter_map(|v| amounts(v).map(|t| (verksamhetsbildsrad(Some(v.id), &v.namn, t), t))).collect()
    };
    let netto = plan.verksamhet.iter().filter(|v| !v.finansiering).filter_map(|v| {
        let of = |del| known_amounts.get(&(v.id, del)).copied();
        let parts = of(Verksamhetsdel::Intakt).into_iter().chain(of(Verksamhetsdel::Kostnad));
        let netto = parts.reduce(Tal3::plus)?;
        Some(verksamhetsbildsrad(Some(v.id), &v.namn, netto))
    });
    let (intakter, kostnader) = (half(Verksamhetsdel::Intakt), half(Verksamhetsdel::Kostnad));
    let sum =
        |rows: &[(Verksamhetsbildsrad, Tal3)]| rows.iter().map(|(_, t)| *t).fold(Tal3::default(), Tal3::plus);
    let (in_sum, out_sum) = (sum(&intakter), sum(&kostnader));
    Verksamhetsbild {
        summa_intakter: verksamhetsbildsrad(None, "", in_sum),
        summa_kostnader: verksamhetsbildsrad(None, "", out_sum),
        resultat: verksamhetsbildsrad(None, "", in_sum.plus(out_sum)),
        netto: netto.collect(),
        intakter: intakter.into_iter().map(|(row, _)| row).collect(),
        kostnader: kostnader.into_iter().map(|(row, _)| row).collect(),
    }
}

/// Prognos − budget; `None` where both are *Tom*.
pub fn avvikelse(prognos: Belopp, budget: Belopp) -> Option<Ore> {
    match (prognos, budget) {
        (Belopp::Tom, Belopp::Tom) => None,
        (prognos, budget) => Some(prognos.ore() - budget.ore()),
    }
}

/// Budget, outcome and forecast of a row, each with the period it is known from.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Tal3 {
    budget: Option<(Period, Belopp)>,
    utfall_ack: Option<(Period, Belopp)>,
    prognos: Option<(Period, Belopp)>,
    /// A part has a budget without a prognos or the other way round: their difference would mean nothing.
    lopsided: bool,
}

impl Tal3 {
    /// Keeps the newest amount of each kind.
    fn take(&mut self, slag: Beloppsslag, period: Period, belopp: Belopp) {
        let place = match slag {
            Beloppsslag::Budget => &mut self.budget,
            Beloppsslag::UtfallAck => &mut self.utfall_ack,
            Beloppsslag::Prognos => &mut self.prognos,
        };
        if place.is_none_or(|(known, _)| known < period) {
            *place = Some((period, belopp));
        }
        self.lopsided = self.budget.is_some() != self.prognos.is_some();
    }

    fn plus(self, other: Tal3) -> Tal3 {
        Tal3 {
            budget: add(self.budget, other.budget),
            utfall_ack: add(self.utfall_ack, other.utfall_ack),
            prognos: add(self.prognos, other.prognos),
            lopsided: self.lopsided || other.lopsided,
        }
    }

    fn avvikelse(&self) -> Option<Ore> {
        let (prognos, budget) = (self.prognos?.1, self.budget?.1);
        if self.lopsided { None } else { avvikelse(prognos, budget) }
    }
}

/// *Tom* adds as nothing; two of them stay *Tom*. A missing value is no value: the other stands.
fn add(a: Option<(Period, Belopp)>, b: Option<(Period, Belopp)>) -> Option<(Period, Belopp)> {
    let (Some((pa, a)), Some((pb, b))) = (a, b) else { return a.or(b) };
    let belopp = match (a, b) {
        (Belopp::Tom, Belopp::Tom) => Belopp::Tom,
        (a, b) => Belopp::Ore(a.ore() + b.ore()),
    };
    Some((pa.max(pb), belopp))
}

/// Rows that sum rows, in whatever order they stand; a row that would sum itself adds nothing to itself.
struct Sums<'a> {
    rows: HashMap<DriftradId, &'a Driftrad>,
    typed: HashMap<DriftradId, Tal3>,
    done: HashMap<DriftradId, Tal3>,
    on_path: Vec<DriftradId>,
}

impl Sums<'_> {
    fn of(&mut self, id: DriftradId) -> Tal3 {
        if self.on_path.contains(&id) {
            return Tal3::default();
        }
        if let Some(done) = self.done.get(&id) {
            return *done;
        }
        let Some(row) = self.rows.get(&id).copied() else { return Tal3::default() };
        let value = if row.delar.is_empty() {
            self.typed.get(&id).copied().unwrap_or_default()
        } else {
            self.on_path.push(id);
            let sum = row.delar.iter().map(|del| self.of(*del)).fold(Tal3::default(), Tal3::plus);
            self.on_path.pop();
            sum
        };
        self.done.insert(id, value);
        value
    }
}

/// An amount holds from its period to the end of its year.
fn known(at: Period, period: Period) -> bool {
    period.year == at.year && period <= at
}

fn driftbildsrad(row: &Driftrad, tal: Tal3) -> Driftbildsrad {
    Driftbildsrad {
        id: row.id,
        namn: row.namn.clone(),
        summa: !row.delar.is_empty(),
        budget: tal.budget.map(|(_, b)| b),
        utfall_ack: tal.utfall_ack.map(|(_, b)| b),
        prognos: tal.prognos.map(|(_, b)| b),
        avvikelse: tal.avvikelse(),
        prognos_period: tal.prognos.map(|(p, _)| p),
    }
}

fn verksamhetsbildsrad(id: Option<VerksamhetId>, namn: &str, tal: Tal3) -> Verksamhetsbildsrad {
    Verksamhetsbildsrad {
        id,
        namn: namn.to_string(),
        budget: tal.budget.map(|(_, b)| b),
        utfall_ack: tal.utfall_ack.map(|(_, b)| b),
        prognos: tal.prognos.map(|(_, b)| b),
        avvikelse: tal.avvikelse(),
        prognos_period: tal.prognos.map(|(p, _)| p),
    }
}
