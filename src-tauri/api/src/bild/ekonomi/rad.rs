//! One row's figures as cells: the text of each amount, what stands in its field when it is opened, and the notes that
//! a table of such rows needs. Knows neither table.
use plan_core::belopp::{Belopp, Ore, Tal};
use plan_core::ekonomi::prognos::forbrukat;
use plan_core::period::Period;
use plan_report::format;

use super::{Andelscell, Beloppscell, Ekonominyckel, Kommentarlage, Tabellrad, Tabellradslag};

/// The figures of a row as known at the period, and what was said of it before.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Siffror {
    pub(super) budget: Option<Belopp>,
    pub(super) utfall: Option<Belopp>,
    pub(super) prognos: Option<Belopp>,
    pub(super) avvikelse: Option<Ore>,
    pub(super) prognos_period: Option<Period>,
    pub(super) tidigare: Option<Ore>,
    pub(super) tidigare_prognos: Option<Belopp>,
}

impl Siffror {
    /// How the deviation moved since it was last told.
    pub(super) fn andring(&self) -> Option<Ore> {
        Some(self.avvikelse? - self.tidigare?)
    }
}

/// What the row is, beside its figures.
pub(super) struct Om {
    pub(super) id: String,
    pub(super) nyckel: Option<Ekonominyckel>,
    pub(super) namn: String,
    pub(super) slag: Tabellradslag,
    pub(super) niva: u8,
    pub(super) barn: bool,
    pub(super) kommentar: Kommentarlage,
    /// The year takes nothing but late outcomes.
    pub(super) stangt: bool,
}

pub(super) fn rad(om: Om, siffror: &Siffror, period: Period) -> Tabellrad {
    let typed = om.slag == Tabellradslag::Rad && om.nyckel.is_some();
    let share = match (siffror.budget, siffror.utfall) {
        (Some(Belopp::Ore(budget)), Some(Belopp::Ore(utfall))) => forbrukat(budget, utfall),
        _ => None,
    };
    Tabellrad {
        id: om.id,
        nyckel: om.nyckel,
        namn: om.namn,
        slag: om.slag,
        niva: om.niva,
        barn: om.barn,
        budget: cell(siffror.budget, typed && !om.stangt),
        utfall: cell(siffror.utfall, typed),
        forbrukat: share.map_or_else(String::new, |share| format::med_enhet(share, 1, "%")),
        prognos: cell(siffror.prognos, typed && !om.stangt),
        prognos_fran: prognos_fran(siffror, period),
        avvikelse: andel(siffror.avvikelse),
        tidigare: andel(siffror.tidigare),
        andring: andel(siffror.andring()),
        kommentar: om.kommentar,
    }
}

/// "från augusti" where the forecast is older than the period.
pub(super) fn prognos_fran(siffror: &Siffror, period: Period) -> String {
    let older = siffror.prognos_period.filter(|p| *p < period);
    older.map_or_else(String::new, |p| format!("från {}", format::manad(p.month)))
}

pub(super) fn cell(belopp: Option<Belopp>, andras: bool) -> Beloppscell {
    let text = match belopp {
        Some(Belopp::Ore(ore)) => format::tkr(ore),
        Some(Belopp::Tom) | None => String::new(),
    };
    Beloppscell { belopp, text, typat: typat(belopp), andras }
}

/// Exact tkr with as many decimals as the amount has, so that opening and closing a field changes nothing.
pub(super) fn typat(belopp: Option<Belopp>) -> String {
    match belopp {
        None => String::new(),
        Some(Belopp::Tom) => "tom".into(),
        Some(Belopp::Ore(ore)) => {
            let decimals = (0..5).find(|d| ore.0 % 10_i64.pow(5 - d) == 0).unwrap_or(5);
            format::tal(Tal(ore.0.saturating_mul(10)), decimals as u8)
        }
    }
}

pub(super) fn andel(ore: Option<Ore>) -> Andelscell {
    Andelscell { ore, text: ore.map_or_else(String::new, format::avvikelse) }
}

/// Where the forecast is from when it is not this month's, and whether rounding shows.
pub(super) fn noter(period: Period, rader: &[Tabellrad]) -> Vec<String> {
    let mut noter = vec![];
    let old = rader.iter().filter(|r| !r.prognos_fran.is_empty()).count();
    let known = rader.iter().filter(|r| r.prognos.belopp.is_some()).count();
    if let Some(from) = rader.iter().map(|r| &r.prognos_fran).find(|text| old == known && !text.is_empty()) {
        noter
            .push(format!("Prognosen är {from}. Ingen prognos är lagd för {}.", format::manad(period.month)));
    }
    if rader.iter().any(row_differs) {
        noter.push("Avrundning kan ge differenser i summeringar.".into());
    }
    noter
}

fn row_differs(rad: &Tabellrad) -> bool {
    match (rad.avvikelse.ore, rad.prognos.belopp, rad.budget.belopp) {
        (Some(avvikelse), Some(prognos), Some(budget)) => {
            avvikelse.tkr() != prognos.ore().tkr() - budget.ore().tkr()
        }
        _ => false,
    }
}
