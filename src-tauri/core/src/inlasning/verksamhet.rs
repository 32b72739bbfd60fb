//! The meaning of a row of the table per verksamhet: which verksamhet and half it is, its amounts, and printed sums.
use std::collections::BTreeMap;

use foldhash::HashMap;

use super::amounts::{Beloppslage, Beraknad, Tryckt, compare, period_of};
use super::context::{Context, last_key};
use super::drift::Ekonomidom;
use super::form::within;
use super::key::title_key;
use super::texts::Periodtexter;
use super::work::Radarbete;
use super::write::Skrivning;
use super::{Vagran, VerksamhetRad};
use crate::ekonomi::rules::{Verksamhetsbildsrad, verksamhetsbild};
use crate::ekonomi::{Verksamhet, Verksamhetsbelopp, Verksamhetsdel};
use crate::id::{ThingId, VerksamhetId};
use crate::plan::Plan;
use crate::sort_key;
use crate::view::PlanView;

/// Longest name of a verksamhet, in characters (schema).
const MAX_RADNAMN: usize = 200;
/// Intäkter that finance the others: shown among intäkter, without a comment of their own.
const FINANSIERING: [&str; 6] =
    ["kommunbidrag", "nämndbidrag", "kommunersättning", "skattemedel", "budgetanslag", "kommunanslag"];
/// Words of a sum row that name the sum and no verksamhet.
const SUMMAORD: [&str; 9] =
    ["summa", "totalt", "total", "totala", "alla", "verksamheter", "verksamhetens", "intäkter", "kostnader"];

/// Judges verksamhet rows, one after the other.
pub(super) struct Verksamhetsrader {
    rows: HashMap<String, Vec<(VerksamhetId, String)>>,
    lage: Beloppslage<(VerksamhetId, Verksamhetsdel)>,
    taken: HashMap<(VerksamhetId, Verksamhetsdel), u32>,
    created: Vec<VerksamhetId>,
    last_key: String,
}

impl Verksamhetsrader {
    pub(super) fn new(context: &Context<'_>) -> Verksamhetsrader {
        let plan = context.plan;
        let mut rows = HashMap::<String, Vec<(VerksamhetId, String)>>::default();
        for verksamhet in &plan.verksamhet {
            let (namn, kod) = (title_key(&verksamhet.namn), title_key(&verksamhet.kod));
            let kand = (verksamhet.id, verksamhet.namn.clone());
            if !kod.is_empty() && kod != namn {
                rows.entry(kod).or_default().push(kand.clone());
            }
            rows.entry(namn).or_default().push(kand);
        }
        let amounts = plan.verksamhetsbelopp.iter();
        let amounts = amounts.map(|b| ((b.verksamhet_id, b.del), b.slag, b.period, b.belopp));
        Verksamhetsrader {
            rows,
            lage: Beloppslage::new(context.period, amounts),
            taken: HashMap::default(),
            created: vec![],
            last_key: last_key(plan.verksamhet.iter().map(|v| v.sort_key.as_str())),
        }
    }

    /// The verdict on a row; its writes are planned in the context.
    pub(super) fn row(
        &mut self,
        context: &mut Context<'_>,
        texts: &mut Periodtexter<'_>,
        row: &VerksamhetRad,
        work: &mut Radarbete,
    ) -> Result<Ekonomidom<VerksamhetId>, Vagran> {
        let period = period_of(context, row.year)?;
        if row.summa {
            return Ok(Ekonomidom::Summa(None));
        }
        let namn = within(&row.namn, "namn", MAX_RADNAMN)?;
        let known = match self.rows.get(&title_key(&namn)).map(Vec::as_slice) {
            Some([(id, _)]) => Some(*id),
            Some(several @ [_, _, ..]) => {
                return Err(Vagran::Tvetydig {
                    kandidater: several.iter().map(|(_, n)| n.clone()).collect(),
                });
            }
            _ => None,
        };
        let id = known.unwrap_or_else(|| VerksamhetId(context.new_id()));
        if let Some(rad) = self.taken.get(&(id, row.del)) {
            return Err(Vagran::Dubblett { rad: *rad });
        }
        let writes = self.lage.lay((id, row.del), &row.belopp, work);
        if !writes.is_empty() || known.is_none() {
            context.open_year(period.year)?;
        }
        let comment = row.kommentar.as_deref();
        let subject = ("verksamhet", ThingId(id.0));
        let text = comment.map(|c| texts.lay(context, subject, c, work)).transpose()?.flatten();
        if known.is_none() {
            context.writes.push(self.create(id, &namn, row.del));
        }
        self.taken.insert((id, row.del), work.rad);
        context.writes.extend(writes.into_iter().map(|(slag, belopp)| {
            Skrivning::Verksamhetsbelopp(Verksamhetsbelopp {
                verksamhet_id: id,
                del: row.del,
                slag,
                period,
                belopp,
            })
        }));
        context.writes.extend(text);
        Ok(Ekonomidom::Rad(work.utslag(self.created.contains(&id)), id))
    }

    fn create(&mut self, id: VerksamhetId, namn: &str, del: Verksamhetsdel) -> Skrivning {
        self.last_key = sort_key::after(Some(&self.last_key));
        let key = title_key(namn);
        let finansiering = del == Verksamhetsdel::Intakt && FINANSIERING.iter().any(|f| key.starts_with(f));
        self.rows.entry(key).or_default().push((id, namn.to_owned()));
        self.created.push(id);
        Skrivning::NyVerksamhet(Box::new(Verksamhet {
            id,
            namn: namn.to_owned(),
            kod: String::new(),
            organisation_id: None,
            finansiering,
            sort_key: self.last_key.clone(),
        }))
    }
}

/// What the plan will compute once the planned writes are made.
pub(super) struct Bild {
    rows: HashMap<(VerksamhetId, Verksamhetsdel), Beraknad>,
    intakter: Beraknad,
    kostnader: Beraknad,
    resultat: Beraknad,
}

impl Bild {
    pub(super) fn computed(context: &Context<'_>) -> Bild {
        let key = |b: &Verksamhetsbelopp| (b.verksamhet_id, b.del, b.slag, b.period);
        let mut verksamhet = context.plan.verksamhet.clone();
        let stored = context.plan.verksamhetsbelopp.iter();
        let mut amounts: BTreeMap<_, _> = stored.map(|b| (key(b), b.clone())).collect();
        for write in &context.writes {
            match write {
                Skrivning::NyVerksamhet(new) => verksamhet.push((**new).clone()),
                Skrivning::Verksamhetsbelopp(new) => {
                    amounts.insert(key(new), new.clone());
                }
                _ => {}
            }
        }
        let verksamhetsbelopp = amounts.into_values().collect();
        let after = Plan { verksamhet, verksamhetsbelopp, ..Plan::default() };
        let bild = verksamhetsbild(&PlanView::new(&after, context.period, context.period.last_day()));
        let half = |rows: &[Verksamhetsbildsrad], del| -> Vec<_> {
            rows.iter().filter_map(|r| Some(((r.id?, del), beraknad(r)))).collect()
        };
        let intakter = half(&bild.intakter, Verksamhetsdel::Intakt);
        let kostnader = half(&bild.kostnader, Verksamhetsdel::Kostnad);
        Bild {
            rows: intakter.into_iter().chain(kostnader).collect(),
            intakter: beraknad(&bild.summa_intakter),
            kostnader: beraknad(&bild.summa_kostnader),
            resultat: beraknad(&bild.resultat),
        }
    }

    /// Remarks on what the paper printed otherwise; `id`: the verksamhet of an ordinary row.
    pub(super) fn compare(&self, row: &VerksamhetRad, id: Option<VerksamhetId>, work: &mut Radarbete) {
        let (belopp, beraknad) = match id {
            Some(id) => (&[][..], self.rows.get(&(id, row.del)).copied()),
            None => (row.belopp.as_slice(), self.sum_named(row)),
        };
        if let Some(beraknad) = beraknad {
            compare(&Tryckt { belopp, avvikelse: row.tryckt_avvikelse }, beraknad, work);
        }
    }

    fn sum_named(&self, row: &VerksamhetRad) -> Option<Beraknad> {
        let key = title_key(&row.namn);
        if key.split(' ').any(|word| word == "resultat") {
            return Some(self.resultat);
        }
        let of_all = key.split(' ').all(|word| SUMMAORD.contains(&word));
        of_all.then_some(match row.del {
            Verksamhetsdel::Intakt => self.intakter,
            Verksamhetsdel::Kostnad => self.kostnader,
        })
    }
}

fn beraknad(row: &Verksamhetsbildsrad) -> Beraknad {
    let (budget, utfall_ack, prognos) = (row.budget, row.utfall_ack, row.prognos);
    Beraknad { budget, utfall_ack, prognos, avvikelse: row.avvikelse }
}
