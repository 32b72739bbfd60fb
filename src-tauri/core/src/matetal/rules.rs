//! What a mätetal's values mean: the year's value, and whether a target is met (LedMot 4.3.2). Pure; formats nothing.
use serde::Serialize;
use ts_rs::TS;

use super::{Arsvarde, Frekvens, Kon, Krav, Malvarde, Matetal, Matetalsart, Riktning, Saknas, Utfall, Varde};
use crate::belopp::{Tal, round_half_away_i128};
use crate::id::{MatetalId, OrganisationId};
use crate::period::Period;
use crate::view::PlanView;

/// How an outcome stands against its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Malutfall {
    /// The målnivå is reached, or the value is better than the previous comparable one where only a direction is decided.
    Nas,
    /// Not reached, but within the mätetal's tolerance. Does not count as met.
    Nastan,
    NasInte,
    /// There is a target but no outcome that can be held against it; `senast`: the newest value there is, from any year.
    EjMatt {
        senast: Option<Period>,
    },
    /// Nothing is decided for the year.
    IngetMal,
}

/// The value of a year as of the view's period, with what it was made of: a year with missing months says so.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
pub struct Arsutfall {
    pub varde: Varde,
    /// The newest period of the year that has a value.
    pub senast: Option<Period>,
    /// Periods with a value.
    pub matta: u32,
    /// Periods that by frequency and lag should be known by the view's period.
    pub vantade: u32,
    /// Expected periods without a value.
    pub saknade: u32,
    /// Every period of the whole year has a value.
    pub hela_aret: bool,
}

/// Whether the outcome meets the target of the view's year, as of its period; the whole's node unless one is given.
///
/// A nyckeltal is held against its målnivå for the year; an indikator against the target of its newest value's own
/// period where there is one, else the year's.
pub fn utfall_mot_mal(view: &PlanView, matetal: MatetalId, node: Option<OrganisationId>) -> Malutfall {
    let Some(thing) = view.matetal(matetal) else { return Malutfall::IngetMal };
    let Some(node) = node.or_else(|| view.whole_node(matetal)) else { return Malutfall::IngetMal };
    let values = view.utfall(matetal, Some(node), Kon::T);
    let Some(malvarde) = target(view, thing, node, &values) else { return Malutfall::IngetMal };
    if malvarde.krav == Krav::Riktning && !matches!(thing.riktning, Riktning::Hogre | Riktning::Lagre) {
        return Malutfall::IngetMal;
    }
    let ej_matt = Malutfall::EjMatt { senast: newest(&values, |_| true).map(|u| u.period) };
    let Some((varde, foregaende)) = compared(thing, malvarde, &values) else { return ej_matt };
    match uppfyller(malvarde.krav, varde, foregaende, thing.riktning) {
        None => ej_matt,
        Some(true) => Malutfall::Nas,
        Some(false) if near(malvarde.krav, varde, thing.tolerans) => Malutfall::Nastan,
        Some(false) => Malutfall::NasInte,
    }
}

/// The target that [`utfall_mot_mal`] holds the view's year against: what a reader is shown beside the outcome.
pub fn gallande_malvarde<'a>(
    view: &PlanView<'a>,
    matetal: MatetalId,
    node: Option<OrganisationId>,
) -> Option<&'a Malvarde> {
    let thing = view.matetal(matetal)?;
    let node = node.or_else(|| view.whole_node(matetal))?;
    target(view, thing, node, &view.utfall(matetal, Some(node), Kon::T))
}

/// The value of a year as of the view's period. `None`: nothing is reported for it.
pub fn arsvarde(
    view: &PlanView,
    matetal: MatetalId,
    node: Option<OrganisationId>,
    year: i32,
) -> Option<Varde> {
    arsutfall(view, matetal, node, year).map(|a| a.varde)
}

/// The value of a year together with how complete it is. `None`: nothing is reported for it.
pub fn arsutfall(
    view: &PlanView,
    matetal: MatetalId,
    node: Option<OrganisationId>,
    year: i32,
) -> Option<Arsutfall> {
    let thing = view.matetal(matetal)?;
    let values = view.utfall(matetal, node, Kon::T);
    let of_year: Vec<&Utfall> = values.iter().filter(|u| u.period.year == year).copied().collect();
    let reason = of_year.last().map(|u| u.varde)?;
    let varde = match combined(thing.arsvarde, &of_year) {
        Some(tal) => Varde::Tal(tal),
        None if matches!(reason, Varde::Saknas(_)) => reason,
        None => Varde::Saknas(Saknas::EjMatt),
    };
    let measured = |month: &u32| of_year.iter().any(|u| u.period.month == *month && tal(u).is_some());
    let known = |month: &u32| {
        Period::new(year, *month).is_some_and(|p| plus_months(p, thing.lag_months) <= view.period)
    };
    let expected = || period_ends(thing.frekvens).filter(known);
    Some(Arsutfall {
        varde,
        senast: newest(&of_year, |_| true).map(|u| u.period),
        matta: of_year.iter().filter(|u| tal(u).is_some()).count() as u32,
        vantade: expected().count() as u32,
        saknade: expected().filter(|m| !measured(m)).count() as u32,
        hela_aret: period_ends(thing.frekvens).all(|m| measured(&m)),
    })
}

/// Whether a value meets what is demanded. `None`: cannot be told (a direction without a previous comparable value).
pub fn uppfyller(krav: Krav, varde: Tal, foregaende: Option<Tal>, riktning: Riktning) -> Option<bool> {
    match krav {
        Krav::Minst(minst) => Some(varde >= minst),
        Krav::Hogst(hogst) => Some(varde <= hogst),
        Krav::Intervall(lagst, hogst) => Some(lagst <= varde && varde <= hogst),
        Krav::Riktning => match riktning {
            Riktning::Hogre => foregaende.map(|f| varde > f),
            Riktning::Lagre => foregaende.map(|f| varde < f),
            Riktning::Intervall | Riktning::Folj => None,
        },
    }
}

/// The last period of the frequency's grid that ends at or before a period: what "now" is for the mätetal.
pub fn latest_period(frekvens: Frekvens, period: Period) -> Period {
    let step = months_per_period(frekvens);
    match period.month / step * step {
        0 => Period { year: period.year - 1, month: 12 },
        month => Period { month, ..period },
    }
}

/// The target that the view's year is judged by. Targets of single periods hold only once their period has come.
fn target<'a>(
    view: &PlanView<'a>,
    matetal: &Matetal,
    node: OrganisationId,
    values: &[&Utfall],
) -> Option<&'a Malvarde> {
    let year = view.period.year;
    let of_year: Vec<&Malvarde> = view
        .malvarden(matetal.id)
        .iter()
        .filter(|m| m.organisation_id == node && m.period.year == year)
        .filter(|m| m.period.month == 12 || m.period <= view.period)
        .copied()
        .collect();
    let newest_value = newest(values, |u| u.period.year == year).map(|u| u.period);
    let of_value = of_year.iter().find(|m| Some(m.period) == newest_value);
    let whole_year = of_year.iter().find(|m| m.period.month == 12);
    let passed = of_year.iter().max_by_key(|m| m.period);
    match matetal.art {
        Matetalsart::Nyckeltal => whole_year.or(of_value),
        Matetalsart::Indikator => of_value.or(whole_year),
    }
    .or(passed)
    .copied()
}

/// The value to hold against the target and the previous comparable one.
fn compared(matetal: &Matetal, malvarde: &Malvarde, values: &[&Utfall]) -> Option<(Tal, Option<Tal>)> {
    let Period { year, month } = malvarde.period;
    if month != 12 {
        let own = values.iter().find(|u| u.period == malvarde.period).and_then(|u| tal(u))?;
        let before = |u: &Utfall| u.period.month == month && u.period.year < year;
        return Some((own, newest(values, before).and_then(tal)));
    }
    let of = |year: i32, last: u32| {
        let rows: Vec<&Utfall> =
            values.iter().filter(|u| u.period.year == year && u.period.month <= last).copied().collect();
        combined(matetal.arsvarde, &rows)
    };
    let measured = newest(values, |u| u.period.year == year)?.period.month;
    let varde = of(year, 12)?;
    if matetal.arsvarde == Arsvarde::Summa && !settled(matetal, malvarde.krav, values, varde) {
        return None;
    }
    Some((varde, previous(matetal, values, year, measured, of)))
}

/// The nearest earlier year's value taken over the same months; a year's last value where it has none that early.
fn previous(
    matetal: &Matetal,
    values: &[&Utfall],
    year: i32,
    measured: u32,
    of: impl Fn(i32, u32) -> Option<Tal>,
) -> Option<Tal> {
    let earlier = newest(values, |u| u.period.year < year)?.period.year;
    let whole_year = || (matetal.arsvarde != Arsvarde::Summa).then(|| of(earlier, 12)).flatten();
    of(earlier, measured).or_else(whole_year)
}

/// Whether a sum that is still growing can be judged: the year has all its periods, or what is there already decides it.
fn settled(matetal: &Matetal, krav: Krav, values: &[&Utfall], sum: Tal) -> bool {
    let Some(year) = newest(values, |_| true).map(|u| u.period.year) else { return false };
    let of_year: Vec<&&Utfall> = values.iter().filter(|u| u.period.year == year).collect();
    let whole = period_ends(matetal.frekvens)
        .all(|month| of_year.iter().any(|u| u.period.month == month && tal(u).is_some()));
    let only_grows = of_year.iter().filter_map(|u| tal(u)).all(|t| t.0 >= 0);
    whole
        || only_grows
            && match krav {
                Krav::Minst(minst) => sum >= minst,
                Krav::Hogst(hogst) | Krav::Intervall(_, hogst) => sum > hogst,
                Krav::Riktning => true,
            }
}

/// The year's value out of its rows; periods without a value add nothing.
fn combined(arsvarde: Arsvarde, rows: &[&Utfall]) -> Option<Tal> {
    let values = || rows.iter().filter_map(|u| tal(u));
    let sum = || values().map(|t| i128::from(t.0)).sum::<i128>();
    match arsvarde {
        Arsvarde::Senaste => newest(rows, |_| true).and_then(tal),
        Arsvarde::Summa => values().next().and_then(|_| narrow(sum())),
        Arsvarde::Medel => match values().count() {
            0 => None,
            n => narrow(round_half_away_i128(sum(), n as i128)),
        },
        Arsvarde::VagtMedel => weighted_mean(rows),
    }
}

/// A row without a weight cannot take part in a weighted mean.
fn weighted_mean(rows: &[&Utfall]) -> Option<Tal> {
    let weighted = || rows.iter().filter_map(|u| Some((i128::from(tal(u)?.0), i128::from(u.vikt?.0))));
    let weights: i128 = weighted().map(|(_, vikt)| vikt).sum();
    let total = weighted()
        .try_fold(0i128, |sum, (varde, vikt)| varde.checked_mul(vikt).and_then(|v| sum.checked_add(v)))?;
    (weights > 0).then(|| narrow(round_half_away_i128(total, weights))).flatten()
}

/// Near enough to be shown yellow. A direction has no nearness: better is better.
fn near(krav: Krav, varde: Tal, tolerans: Option<Tal>) -> bool {
    let distance = match krav {
        Krav::Minst(minst) => minst.0.saturating_sub(varde.0),
        Krav::Hogst(hogst) => varde.0.saturating_sub(hogst.0),
        Krav::Intervall(lagst, hogst) => lagst.0.saturating_sub(varde.0).max(varde.0.saturating_sub(hogst.0)),
        Krav::Riktning => return false,
    };
    tolerans.is_some_and(|t| distance <= t.0)
}

fn newest<'a>(rows: &[&'a Utfall], of: impl Fn(&Utfall) -> bool) -> Option<&'a Utfall> {
    rows.iter().filter(|u| tal(u).is_some() && of(u)).max_by_key(|u| u.period).copied()
}

fn tal(utfall: &Utfall) -> Option<Tal> {
    match utfall.varde {
        Varde::Tal(tal) => Some(tal),
        Varde::Saknas(_) => None,
    }
}

fn narrow(value: i128) -> Option<Tal> {
    i64::try_from(value).ok().map(Tal)
}

fn plus_months(period: Period, months: u32) -> Period {
    let total = period.month - 1 + months;
    Period { year: period.year + (total / 12) as i32, month: total % 12 + 1 }
}

fn months_per_period(frekvens: Frekvens) -> u32 {
    match frekvens {
        Frekvens::Manad => 1,
        Frekvens::Kvartal => 3,
        Frekvens::Tertial => 4,
        Frekvens::Halvar => 6,
        Frekvens::Ar => 12,
    }
}

/// The months that end a period of the frequency.
fn period_ends(frekvens: Frekvens) -> impl Iterator<Item = u32> {
    let step = months_per_period(frekvens);
    (1..=12 / step).map(move |n| n * step)
}
