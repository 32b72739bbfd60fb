//! The table per verksamhet: intäkter, kostnader and the result, as the nämnd's own paper has them. A verksamhet is
//! commented once, on its kostnad, for its netto.

use foldhash::HashMap;
use plan_core::ekonomi::Verksamhetsdel::{Intakt, Kostnad};
use plan_core::ekonomi::prognos::{kommentar, kommentarsgrans, over_gransen};
use plan_core::ekonomi::rules::{Verksamhetsbild, Verksamhetsbildsrad, verksamhetsbild_at};
use plan_core::ekonomi::{Verksamhet, Verksamhetsdel};
use plan_core::id::VerksamhetId;
use plan_core::period::Period;
use plan_core::view::PlanView;

use super::rad::{Om, Siffror, rad};
use super::{Ekonomibild, Ekonominyckel, Ekonomivy, Kommentarlage, Tabellrad, Tabellradslag, Underlag};

/// Key of the texts about one verksamhet.
pub(super) const AVSNITT: &str = "verksamhet";

/// The table now and as it stood when it was last told.
pub(super) struct Tabell {
    now: Verksamhetsbild,
    before: Option<Verksamhetsbild>,
}

impl Tabell {
    pub(super) fn of(underlag: &Underlag) -> Tabell {
        let plan = underlag.view.plan;
        let before = underlag.tidigare.as_ref().map(|t| verksamhetsbild_at(plan, t.period));
        Tabell { now: verksamhetsbild_at(plan, underlag.view.period), before }
    }

    /// The figures of a verksamhet's half.
    pub(super) fn half(&self, id: VerksamhetId, del: Verksamhetsdel) -> Siffror {
        self.figures(|bild| half_of(bild, del).iter().find(|r| r.id == Some(id)))
    }

    /// The verksamhet as a whole.
    pub(super) fn netto(&self, id: VerksamhetId) -> Siffror {
        self.figures(|bild| bild.netto.iter().find(|r| r.id == Some(id)))
    }

    fn figures<'b>(&'b self, of: impl Fn(&'b Verksamhetsbild) -> Option<&'b Verksamhetsbildsrad>) -> Siffror {
        let before = self.before.as_ref().and_then(&of);
        let Some(row) = of(&self.now) else { return Siffror::default() };
        Siffror {
            budget: row.budget,
            utfall: row.utfall_ack,
            prognos: row.prognos,
            avvikelse: row.avvikelse,
            prognos_period: row.prognos_period,
            tidigare: before.and_then(|r| r.avvikelse),
            tidigare_prognos: before.and_then(|r| r.prognos),
        }
    }
}

fn half_of(bild: &Verksamhetsbild, del: Verksamhetsdel) -> &[Verksamhetsbildsrad] {
    match del {
        Intakt => &bild.intakter,
        Kostnad => &bild.kostnader,
    }
}

pub(super) fn bild(underlag: &Underlag) -> Ekonomibild {
    let tabell = Tabell::of(underlag);
    let mut rader = vec![];
    if !underlag.view.plan.verksamhet.is_empty() {
        rader.extend(half(underlag, &tabell, Intakt));
        rader.extend(half(underlag, &tabell, Kostnad));
        rader.push(summa(
            underlag,
            "resultat",
            "Resultat",
            Tabellradslag::Resultat,
            tabell.figures(|b| Some(&b.resultat)),
        ));
    }
    super::bild(underlag, Ekonomivy::Verksamheter, rader)
}

/// The heading that sums, and a row for every verksamhet that can have such an amount.
fn half(underlag: &Underlag, tabell: &Tabell, del: Verksamhetsdel) -> Vec<Tabellrad> {
    let view = &underlag.view;
    let lagen = kommentarlagen(view, tabell);
    let (id, namn) = match del {
        Intakt => ("intakter", "Intäkter"),
        Kostnad => ("kostnader", "Kostnader"),
    };
    let sum = tabell.figures(|b| Some(if del == Intakt { &b.summa_intakter } else { &b.summa_kostnader }));
    let has = |v: &Verksamhet| half_of(&tabell.now, del).iter().any(|r| r.id == Some(v.id));
    let mine = view.plan.verksamhet.iter().filter(|v| del == Intakt || !v.finansiering || has(v));
    let closed = !super::stangt(view).is_empty();
    let rows = mine.map(|v| {
        let om = Om {
            id: format!("{}.{}", v.id.0, del.as_str()),
            nyckel: Some(Ekonominyckel::Verksamhet { id: v.id, del }),
            namn: v.namn.clone(),
            slag: Tabellradslag::Rad,
            niva: 2,
            barn: false,
            kommentar: match del {
                Intakt => Kommentarlage::Ingen,
                Kostnad => lagen.get(&v.id).copied().unwrap_or(Kommentarlage::Ingen),
            },
            stangt: closed,
        };
        rad(om, &tabell.half(v.id, del), view.period)
    });
    let mut head = summa(underlag, id, namn, Tabellradslag::Summa, sum);
    head.barn = true;
    std::iter::once(head).chain(rows).collect()
}

fn summa(underlag: &Underlag, id: &str, namn: &str, slag: Tabellradslag, siffror: Siffror) -> Tabellrad {
    let om = Om {
        id: id.into(),
        nyckel: None,
        namn: namn.into(),
        slag,
        niva: 1,
        barn: false,
        kommentar: Kommentarlage::Ingen,
        stangt: false,
    };
    rad(om, &siffror, underlag.view.period)
}

fn kommentarlagen(view: &PlanView, tabell: &Tabell) -> HashMap<VerksamhetId, Kommentarlage> {
    let of = |v: &Verksamhet| (v.id, kommentarlage(view, v, &tabell.netto(v.id)));
    view.plan.verksamhet.iter().filter(|v| !v.finansiering).map(of).collect()
}

/// Judged on the netto of the verksamhet, as its heading in the report is.
pub(super) fn kommentarlage(view: &PlanView, verksamhet: &Verksamhet, netto: &Siffror) -> Kommentarlage {
    let text = kommentar(view.plan, view.period, AVSNITT, verksamhet.id.into());
    let large = !verksamhet.finansiering
        && netto.avvikelse.is_some_and(|a| over_gransen(a, netto.budget, kommentarsgrans(view.plan)));
    match text {
        None if large => Kommentarlage::Behovs,
        None => Kommentarlage::Ingen,
        Some(text) if large && moved_since(view, verksamhet.id, netto, text.month) => Kommentarlage::Behovs,
        Some(_) => Kommentarlage::Har,
    }
}

fn moved_since(view: &PlanView, id: VerksamhetId, netto: &Siffror, month: u32) -> bool {
    let then = Period { month, ..view.period };
    then != view.period && {
        let bild = verksamhetsbild_at(view.plan, then);
        bild.netto.iter().find(|r| r.id == Some(id)).is_none_or(|r| r.avvikelse != netto.avvikelse)
    }
}
