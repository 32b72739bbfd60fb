//! The meaning of a row of the drift table: which row of the plan's table it is, its amounts, and printed sums.
use std::collections::BTreeMap;

use foldhash::{HashMap, HashSet};

use super::amounts::{Beloppslage, Beraknad, Tryckt, compare, period_of};
use super::context::{Context, last_key};
use super::form::within;
use super::key::title_key;
use super::texts::Periodtexter;
use super::work::Radarbete;
use super::write::Skrivning;
use super::{Anmarkning, DriftRad, Utslag, Vagran};
use crate::ekonomi::rules::driftbild;
use crate::ekonomi::{Driftbelopp, Driftrad};
use crate::id::{DriftradId, ThingId};
use crate::plan::Plan;
use crate::sort_key;
use crate::view::PlanView;

/// Longest name of a row, in characters (schema).
const MAX_RADNAMN: usize = 200;

/// Judges drift rows, one after the other.
pub(super) struct Driftrader {
    rows: HashMap<String, Vec<Kand>>,
    lage: Beloppslage<DriftradId>,
    taken: HashMap<DriftradId, u32>,
    /// Names of the rows that the source does not call sums.
    ordinary: HashSet<String>,
    last_key: String,
}

#[derive(Clone)]
struct Kand {
    id: DriftradId,
    namn: String,
    summa: bool,
}

/// What became of a row of an economy table.
pub(super) enum Ekonomidom<K> {
    /// Its amounts are the plan's.
    Rad(Utslag, K),
    /// A sum, computed by the plan: only compared.
    Summa(Option<K>),
}

impl Driftrader {
    pub(super) fn new<'r>(context: &Context<'_>, source: impl Iterator<Item = &'r DriftRad>) -> Driftrader {
        let plan = context.plan;
        let mut rows = HashMap::<String, Vec<Kand>>::default();
        for row in &plan.driftrad {
            let kand = Kand { id: row.id, namn: row.namn.clone(), summa: !row.delar.is_empty() };
            rows.entry(title_key(&row.namn)).or_default().push(kand);
        }
        let node = context.whole().ok();
        let here = plan.driftbelopp.iter().filter(|b| Some(b.organisation_id) == node);
        let amounts = here.map(|b| (b.driftrad_id, b.slag, b.period, b.belopp));
        Driftrader {
            rows,
            lage: Beloppslage::new(context.period, amounts),
            taken: HashMap::default(),
            ordinary: source.filter(|r| !r.summa).map(|r| title_key(&r.namn)).collect(),
            last_key: last_key(plan.driftrad.iter().map(|r| r.sort_key.as_str())),
        }
    }

    /// The verdict on a row; its writes are planned in the context.
    pub(super) fn row(
        &mut self,
        context: &mut Context<'_>,
        texts: &mut Periodtexter<'_>,
        row: &DriftRad,
        work: &mut Radarbete,
    ) -> Result<Ekonomidom<DriftradId>, Vagran> {
        let period = period_of(context, row.year)?;
        let namn = within(&row.namn, "namn", MAX_RADNAMN)?;
        let node = context.whole()?;
        let key = title_key(&namn);
        let known = match self.rows.get(&key).map(Vec::as_slice) {
            Some([one]) => Some(one.clone()),
            Some(several @ [_, _, ..]) => {
                return Err(Vagran::Tvetydig {
                    kandidater: several.iter().map(|k| k.namn.clone()).collect(),
                });
            }
            _ => None,
        };
        match &known {
            Some(kand) if kand.summa => return Ok(Ekonomidom::Summa(Some(kand.id))),
            // A sum of the same name as a row is not that row.
            _ if row.summa && self.ordinary.contains(&key) => return Ok(Ekonomidom::Summa(None)),
            // A sum that stands first sums nothing: the paper only prints it in bold.
            None if row.summa && !self.taken.is_empty() => return Ok(Ekonomidom::Summa(None)),
            _ => {}
        }
        let id = known.as_ref().map_or_else(|| DriftradId(context.new_id()), |k| k.id);
        if let Some(rad) = self.taken.get(&id) {
            return Err(Vagran::Dubblett { rad: *rad });
        }
        let writes = self.lage.lay(id, &row.belopp, work);
        if !writes.is_empty() || known.is_none() {
            context.open_year(period.year)?;
        }
        let comment = row.kommentar.as_deref();
        let text =
            comment.map(|c| texts.lay(context, ("drift", ThingId(id.0)), c, work)).transpose()?.flatten();
        if row.summa {
            work.remark(Anmarkning::SummaSomRad);
        }
        if known.is_none() {
            context.writes.push(self.create(id, &namn));
        }
        self.taken.insert(id, work.rad);
        context.writes.extend(writes.into_iter().map(|(slag, belopp)| {
            Skrivning::Driftbelopp(Driftbelopp {
                driftrad_id: id,
                organisation_id: node,
                slag,
                period,
                belopp,
            })
        }));
        context.writes.extend(text);
        Ok(Ekonomidom::Rad(work.utslag(known.is_none()), id))
    }

    fn create(&mut self, id: DriftradId, namn: &str) -> Skrivning {
        self.last_key = sort_key::after(Some(&self.last_key));
        let kand = Kand { id, namn: namn.to_owned(), summa: false };
        self.rows.entry(title_key(namn)).or_default().push(kand);
        let row = Driftrad { id, namn: namn.to_owned(), delar: vec![], sort_key: self.last_key.clone() };
        Skrivning::NyDriftrad(Box::new(row))
    }
}

/// What the plan will compute for each row once the planned writes are made.
pub(super) fn computed(context: &Context<'_>) -> HashMap<DriftradId, Beraknad> {
    let Ok(node) = context.whole() else { return HashMap::default() };
    let key = |b: &Driftbelopp| (b.driftrad_id, b.organisation_id, b.slag, b.period);
    let mut rows = context.plan.driftrad.clone();
    let mut amounts: BTreeMap<_, _> = context.plan.driftbelopp.iter().map(|b| (key(b), b.clone())).collect();
    for write in &context.writes {
        match write {
            Skrivning::NyDriftrad(row) => rows.push((**row).clone()),
            Skrivning::Driftbelopp(new) => {
                amounts.insert(key(new), new.clone());
            }
            _ => {}
        }
    }
    let after = Plan { driftrad: rows, driftbelopp: amounts.into_values().collect(), ..Plan::default() };
    let view = PlanView::new(&after, context.period, context.period.last_day());
    let rows = driftbild(&view, node).into_iter().map(|r| {
        let (budget, utfall_ack, prognos) = (r.budget, r.utfall_ack, r.prognos);
        (r.id, Beraknad { budget, utfall_ack, prognos, avvikelse: r.avvikelse })
    });
    rows.collect()
}

/// Remarks on what the paper printed otherwise: a row's deviation, every cell of a sum.
pub(super) fn compare_row(row: &DriftRad, summa: bool, beraknad: Option<&Beraknad>, work: &mut Radarbete) {
    let belopp = if summa { row.belopp.as_slice() } else { &[] };
    if let Some(beraknad) = beraknad {
        compare(&Tryckt { belopp, avvikelse: row.tryckt_avvikelse }, *beraknad, work);
    }
}
