//! The diff of two reports' facts: five groups, each in the order a nämnd reads it.
//! Compares states, so a change made and unmade is no change; the change log only adds who and when.
use std::collections::BTreeMap;

use chrono::NaiveDate;
use foldhash::HashMap;
use plan_core::belopp::{Belopp, Ore};
use plan_core::historik::Rord;
use plan_core::id::{MatetalId, ThingId};
use plan_core::uppfoljning::Status;
use plan_core::view::severity;

use super::{Fakta, Matetalsfakta, Sak, Sakslag, Trend, Utslag};

/// What moved between two reports.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Forandringar {
    /// The reports belong to different years: forecasts and plans are then not compared.
    pub olika_ar: bool,
    /// Worsened first.
    pub statusar: Vec<Statusandring>,
    /// Largest first.
    pub verksamhet: Vec<Beloppsandring>,
    /// Largest first; sum rows have no change of their own.
    pub drift: Vec<Beloppsandring>,
    pub matetal: Vec<Matetalsandring>,
    pub nya: Vec<Sakandring>,
    pub strukna: Vec<Sakandring>,
    pub flyttade: Vec<Flytt>,
    /// End date passed by the period's end, not Genomförd or Avbruten, and not touched since the previous report.
    pub tysta: Vec<Tyst>,
}

/// A status that moved.
#[derive(Debug, Clone, PartialEq)]
pub struct Statusandring {
    pub thing: ThingId,
    pub sak: Sak,
    pub fran: Option<Status>,
    pub till: Option<Status>,
    pub rord: Option<Rord>,
}

/// A forecast that moved.
#[derive(Debug, Clone, PartialEq)]
pub struct Beloppsandring {
    pub thing: ThingId,
    pub namn: String,
    /// `None`: there was no forecast.
    pub fran: Option<Ore>,
    pub till: Option<Ore>,
    pub budget: Option<Ore>,
}

impl Beloppsandring {
    /// The forecast now less the forecast then; `None` where one of them was never given.
    pub fn andring(&self) -> Option<Ore> {
        Some(self.till? - self.fran?)
    }
}

/// What happened to a mätetal.
#[derive(Debug, Clone, PartialEq)]
pub struct Matetalsandring {
    pub thing: MatetalId,
    pub fran: Matetalsfakta,
    pub till: Matetalsfakta,
    pub handelser: Vec<Matetalshandelse>,
}

/// Why a mätetal is among the changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matetalshandelse {
    /// It stands otherwise against its target, or was measured for the first time.
    Mal { fran: Utslag, till: Utslag },
    /// It went one way and now goes the other.
    Vande { fran: Trend, till: Trend },
    /// The wording is another.
    Lydelse,
}

/// A new or dropped thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Sakandring {
    pub thing: ThingId,
    pub sak: Sak,
    pub rord: Option<Rord>,
}

/// An aktivitet with another end date.
#[derive(Debug, Clone, PartialEq)]
pub struct Flytt {
    pub thing: ThingId,
    pub sak: Sak,
    pub fran: Option<NaiveDate>,
    pub till: Option<NaiveDate>,
    pub rord: Option<Rord>,
}

/// An aktivitet whose date passed in silence.
#[derive(Debug, Clone, PartialEq)]
pub struct Tyst {
    pub thing: ThingId,
    pub sak: Sak,
}

/// What moved from the facts of the previous decided report to the facts now. `rorda`: what the change log says was
/// touched since then.
pub fn diff(before: &Fakta, now: &Fakta, rorda: &[Rord]) -> Forandringar {
    let rorda: HashMap<ThingId, &Rord> = rorda.iter().map(|rord| (rord.thing, rord)).collect();
    let olika_ar = before.period.year != now.period.year;
    let mut found = Forandringar {
        olika_ar,
        statusar: statusar(before, now, &rorda),
        matetal: matetal(before, now),
        flyttade: flyttade(before, now, &rorda),
        tysta: tysta(before, now, &rorda),
        ..Forandringar::default()
    };
    if !olika_ar {
        found.verksamhet = verksamhet(before, now);
        found.drift = drift(before, now);
        found.nya = missing_in(&before.sak, &now.sak, &rorda);
        found.strukna = missing_in(&now.sak, &before.sak, &rorda);
    }
    found
}

type Rorda<'a> = HashMap<ThingId, &'a Rord>;

fn statusar(before: &Fakta, now: &Fakta, rorda: &Rorda) -> Vec<Statusandring> {
    let mut found: Vec<_> = pairs(&before.sak, &now.sak)
        .filter(|(_, then, sak)| known(then.status) != known(sak.status))
        .map(|(id, then, sak)| Statusandring {
            thing: id,
            sak: sak.clone(),
            fran: then.status,
            till: sak.status,
            rord: rorda.get(&id).copied().cloned(),
        })
        .collect();
    let weight = |status: Option<Status>| severity(known(status));
    found.sort_by_cached_key(|a| (weight(a.till) <= weight(a.fran), order(&a.sak)));
    found
}

/// A thing nobody has reported on has not begun.
fn known(status: Option<Status>) -> Status {
    status.unwrap_or(Status::EjPaborjad)
}

fn flyttade(before: &Fakta, now: &Fakta, rorda: &Rorda) -> Vec<Flytt> {
    let mut found: Vec<_> = pairs(&before.sak, &now.sak)
        .filter(|(_, then, sak)| then.slut != sak.slut)
        .map(|(id, then, sak)| Flytt {
            thing: id,
            sak: sak.clone(),
            fran: then.slut,
            till: sak.slut,
            rord: rorda.get(&id).copied().cloned(),
        })
        .collect();
    found.sort_by_cached_key(|a| order(&a.sak));
    found
}

/// What came into the plan since then has been touched, whatever the log says.
fn tysta(before: &Fakta, now: &Fakta, rorda: &Rorda) -> Vec<Tyst> {
    let end = now.period.last_day();
    let is_new = |id: &ThingId| before.period.year == now.period.year && !before.sak.contains_key(id);
    let silent = |id: &ThingId, sak: &Sak| {
        sak.slag == Sakslag::Aktivitet
            && sak.slut.is_some_and(|date| date < end)
            && !matches!(sak.status, Some(Status::Genomford | Status::Avbruten))
            && !rorda.contains_key(id)
            && !is_new(id)
    };
    let all = now.sak.iter().filter(|(id, sak)| silent(id, sak));
    let mut found: Vec<_> = all.map(|(id, sak)| Tyst { thing: *id, sak: sak.clone() }).collect();
    found.sort_by_cached_key(|a| (a.sak.slut, order(&a.sak)));
    found
}

/// Those of `there` that `here` does not know.
fn missing_in(
    here: &BTreeMap<ThingId, Sak>,
    there: &BTreeMap<ThingId, Sak>,
    rorda: &Rorda,
) -> Vec<Sakandring> {
    let mut found: Vec<_> = there
        .iter()
        .filter(|(id, _)| !here.contains_key(id))
        .map(|(id, sak)| Sakandring { thing: *id, sak: sak.clone(), rord: rorda.get(id).copied().cloned() })
        .collect();
    found.sort_by_cached_key(|a| order(&a.sak));
    found
}

fn verksamhet(before: &Fakta, now: &Fakta) -> Vec<Beloppsandring> {
    let moved = pairs(&before.verksamhet, &now.verksamhet).map(|(id, then, row)| Beloppsandring {
        thing: id.into(),
        namn: row.namn.clone(),
        fran: then.prognos,
        till: row.prognos,
        budget: row.budget,
    });
    largest_first(moved.collect())
}

fn drift(before: &Fakta, now: &Fakta) -> Vec<Beloppsandring> {
    let ore = |belopp: Option<Belopp>| belopp.map(Belopp::ore);
    let moved = pairs(&before.drift, &now.drift)
        .flat_map(|(_, then, rows)| pairs(then, rows))
        .filter(|(_, _, row)| !row.summa)
        .map(|(id, then, row)| Beloppsandring {
            thing: id.into(),
            namn: row.namn.clone(),
            fran: ore(then.prognos),
            till: ore(row.prognos),
            budget: ore(row.budget),
        });
    largest_first(moved.collect())
}

/// Only those that moved. Nothing given adds as nothing, so from nothing to 0 is no move.
fn largest_first(mut rows: Vec<Beloppsandring>) -> Vec<Beloppsandring> {
    rows.retain(|row| row.fran.unwrap_or_default() != row.till.unwrap_or_default());
    rows.sort_by_key(|row| std::cmp::Reverse(row.andring().map(|ore| ore.0.unsigned_abs())));
    rows
}

fn matetal(before: &Fakta, now: &Fakta) -> Vec<Matetalsandring> {
    let mut found: Vec<_> = pairs(&before.matetal, &now.matetal)
        .map(|(id, fran, till)| Matetalsandring {
            thing: id,
            fran: fran.clone(),
            till: till.clone(),
            handelser: handelser(fran, till),
        })
        .filter(|andring| !andring.handelser.is_empty())
        .collect();
    found.sort_by_cached_key(|a| (nr_order(&a.till.nr), a.till.titel.clone()));
    found
}

fn handelser(fran: &Matetalsfakta, till: &Matetalsfakta) -> Vec<Matetalshandelse> {
    let mut found = vec![];
    if crossed(fran.utslag, till.utslag) {
        found.push(Matetalshandelse::Mal { fran: fran.utslag, till: till.utslag });
    }
    let measured_again = (fran.varde, fran.varde_period) != (till.varde, till.varde_period);
    if let (true, Some(then), Some(trend)) = (measured_again, fran.trend, till.trend)
        && opposite(then, trend)
    {
        found.push(Matetalshandelse::Vande { fran: then, till: trend });
    }
    if fran.lydelse != till.lydelse {
        found.push(Matetalshandelse::Lydelse);
    }
    found
}

/// A target that came or went, and a new year without values yet, are no crossing.
fn crossed(fran: Utslag, till: Utslag) -> bool {
    fran != till && fran != Utslag::IngetMal && !matches!(till, Utslag::IngetMal | Utslag::EjMatt)
}

fn opposite(a: Trend, b: Trend) -> bool {
    use Trend::{Battre, Minskar, Okar, Samre};
    matches!((a, b), (Battre, Samre) | (Samre, Battre) | (Okar, Minskar) | (Minskar, Okar))
}

/// Those that both know.
fn pairs<'a, K: Ord + Copy, V>(
    before: &'a BTreeMap<K, V>,
    now: &'a BTreeMap<K, V>,
) -> impl Iterator<Item = (K, &'a V, &'a V)> {
    now.iter().filter_map(|(id, value)| Some((*id, before.get(id)?, value)))
}

type Order = (Sakslag, Vec<(u64, String)>, String);

fn order(sak: &Sak) -> Order {
    (sak.slag, nr_order(&sak.nr), sak.titel.clone())
}

/// "2.10" after "2.9".
fn nr_order(nr: &str) -> Vec<(u64, String)> {
    nr.split('.').map(|part| (part.trim().parse().unwrap_or(u64::MAX), part.to_string())).collect()
}
