//! The screen Ekonomi: the nämnd's drift table and its verksamheter for a period, every figure with its text, what may be
//! typed, and which rows want a comment. Sums and rules come from `plan_core::ekonomi`; here they are only laid out.
mod drift;
mod panel;
mod rad;
mod skriv;
#[cfg(test)]
mod tests;
mod verksamheter;

use plan_core::belopp::{Belopp, Ore};
use plan_core::document::Document;
use plan_core::ekonomi::Verksamhetsdel;
use plan_core::ekonomi::prognos::tidigare_prognos;
use plan_core::id::{DriftradId, VerksamhetId};
use plan_core::period::Period;
use plan_core::plan::{Arslage, Plan};
use plan_core::view::PlanView;
use plan_report::{Fakta, format};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::as_of::Tidpunkt;
use crate::error::Error;

pub use panel::{
    Ekonomikommentar, Ekonomiomdome, Ekonomirad, JudgeEkonomi, ReadEkonomirad, Stodrad, Summadel,
};
pub(crate) use panel::{judge_ekonomi, read_ekonomirad};
pub(crate) use skriv::type_ekonomi;
pub use skriv::{NyDriftrad, Typcell, TypeEkonomi};

/// Which of the two tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Ekonomivy {
    Drift,
    Verksamheter,
}

/// Which table, at which period.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReadEkonomi {
    pub vy: Ekonomivy,
    /// "2026-10"; without it the newest period that the plan has rows for.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub period: Option<String>,
}

/// What a typed amount belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Ekonominyckel {
    Driftrad(DriftradId),
    Verksamhet { id: VerksamhetId, del: Verksamhetsdel },
}

/// A table of the nämnd's economy.
#[derive(Debug, Serialize, TS)]
pub struct Ekonomibild {
    pub vy: Ekonomivy,
    pub period: Period,
    /// "oktober 2026".
    pub period_text: String,
    /// The periods to choose among, oldest first.
    pub perioder: Vec<Ekonomiperiod>,
    pub kolumner: Ekonomikolumner,
    pub rader: Vec<Tabellrad>,
    /// How the signs are to be read.
    pub teckenregel: String,
    /// No row has a figure yet.
    pub tom: bool,
    /// The rows that want a comment, in order.
    pub behover: Vec<String>,
    /// "3 rader behöver kommentar".
    pub sammanfattning: String,
    /// Why amounts cannot be typed; empty where they can.
    pub stangt: String,
    /// Below the table: where the forecast is from, whether rounding shows.
    pub noter: Vec<String>,
}

/// A period to choose.
#[derive(Debug, Serialize, TS)]
pub struct Ekonomiperiod {
    pub period: Period,
    /// "Oktober 2026".
    pub namn: String,
    /// "har prognos".
    pub note: String,
}

/// The headings, each as the two lines it is set in.
#[derive(Debug, Serialize, TS)]
pub struct Ekonomikolumner {
    pub budget: [String; 2],
    pub utfall: [String; 2],
    pub forbrukat: [String; 2],
    pub prognos: [String; 2],
    pub avvikelse: [String; 2],
    /// `None`: nothing earlier to compare with.
    pub tidigare: Option<[String; 2]>,
    pub andring: Option<[String; 2]>,
}

/// What sort of row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Tabellradslag {
    /// Typed.
    Rad,
    /// Computed out of other rows.
    Summa,
    /// The bottom line.
    Resultat,
}

/// Whether a row has a comment, or wants one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Kommentarlage {
    Ingen,
    Har,
    Behovs,
}

/// A row of the table.
#[derive(Debug, Serialize, TS)]
pub struct Tabellrad {
    /// Tells the row apart in this table.
    pub id: String,
    /// `None`: nothing of the row can be opened or typed.
    pub nyckel: Option<Ekonominyckel>,
    pub namn: String,
    pub slag: Tabellradslag,
    /// 1, or 2 below a heading that sums it.
    pub niva: u8,
    /// Rows of level 2 follow.
    pub barn: bool,
    pub budget: Beloppscell,
    pub utfall: Beloppscell,
    /// "84,2 %"; empty where it cannot be said.
    pub forbrukat: String,
    pub prognos: Beloppscell,
    /// The forecast was made in an earlier month: "från augusti"; else empty.
    pub prognos_fran: String,
    pub avvikelse: Andelscell,
    pub tidigare: Andelscell,
    pub andring: Andelscell,
    pub kommentar: Kommentarlage,
}

/// An amount that is stored or summed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
pub struct Beloppscell {
    /// `None`: no value, which is never 0.
    pub belopp: Option<Belopp>,
    /// "−83 820"; empty for *Tom* and where there is no value.
    pub text: String,
    /// What stands in the field when it is opened: exact tkr, or "tom".
    pub typat: String,
    /// It may be typed.
    pub andras: bool,
}

/// A difference that is computed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
pub struct Andelscell {
    pub ore: Option<Ore>,
    /// "+700", "−2 770", "0"; empty where there is nothing to compare.
    pub text: String,
}

/// The plan as the screen sees it: the period, and what the figures are compared with.
pub(super) struct Underlag<'a> {
    pub(super) view: PlanView<'a>,
    pub(super) tidigare: Option<Tidigare>,
}

/// What was said before: the facts of the latest decided report of the year, else the newest earlier forecast.
pub(super) struct Tidigare {
    pub(super) period: Period,
    pub(super) fakta: Option<Fakta>,
}

/// The table that was asked for.
pub(crate) fn read_ekonomi(document: &Document, request: &ReadEkonomi) -> Result<Ekonomibild, Error> {
    let plan = document.read_plan()?;
    let underlag = underlag(document, &plan, request.period.clone())?;
    Ok(match request.vy {
        Ekonomivy::Drift => drift::bild(&underlag),
        Ekonomivy::Verksamheter => verksamheter::bild(&underlag),
    })
}

pub(super) fn underlag<'a>(
    document: &Document,
    plan: &'a Plan,
    period: Option<String>,
) -> Result<Underlag<'a>, Error> {
    let (period, today) = Tidpunkt { period, datum: None }.of(plan)?;
    let decided = document.senaste_beslutade_fore(period)?.filter(|r| r.period.year == period.year);
    let tidigare = match decided {
        Some(rapport) => {
            let json = document.rapport_fakta(rapport.id)?;
            let fakta =
                serde_json::from_str(&json).map_err(|error| Error::StoredReport(error.to_string()))?;
            Some(Tidigare { period: rapport.period, fakta: Some(fakta) })
        }
        None => tidigare_prognos(plan, period).map(|period| Tidigare { period, fakta: None }),
    };
    Ok(Underlag { view: PlanView::new(plan, period, today), tidigare })
}

/// Why amounts of the year cannot be typed; empty where they can.
pub(super) fn stangt(view: &PlanView) -> String {
    let closed =
        view.plan.verksamhetsar.iter().any(|y| y.year == view.period.year && y.state == Arslage::Stangt);
    if closed {
        format!("Verksamhetsåret {} är stängt. Bara sena utfall kan skrivas.", view.period.year)
    } else {
        String::new()
    }
}

/// The headings; the second line says of what.
fn kolumner(underlag: &Underlag) -> Ekonomikolumner {
    let period = underlag.view.period;
    let two = |a: &str, b: String| [a.to_owned(), b];
    let before = underlag.tidigare.as_ref().map(|t| t.period.month);
    let share = plan_core::ekonomi::prognos::riktpunkt(period);
    Ekonomikolumner {
        budget: two("Budget", period.year.to_string()),
        utfall: two("Utfall", format!("t.o.m. {}", format::manad_kort(period.month))),
        forbrukat: two("Förbrukat", format!("riktpunkt {}", format::med_enhet(share, 1, "%"))),
        prognos: two("Prognos", format!("helår {}", period.year)),
        avvikelse: two("Avvikelse", "prognos/budget".into()),
        tidigare: before.map(|m| two("Avvikelse", format::manad(m).into())),
        andring: before.map(|m| two("Ändring", format!("sedan {}", format::manad_kort(m)))),
    }
}

/// Every month of the years in the file that are planned or run; those with a forecast of their own say so.
fn perioder(view: &PlanView) -> Vec<Ekonomiperiod> {
    let plan = view.plan;
    let mut years: Vec<i32> = plan.verksamhetsar.iter().map(|y| y.year).chain([view.period.year]).collect();
    years.sort_unstable();
    years.dedup();
    let has_prognos = |period| {
        use plan_core::ekonomi::Beloppsslag::Prognos;
        plan.driftbelopp.iter().any(|b| b.period == period && b.slag == Prognos)
            || plan.verksamhetsbelopp.iter().any(|b| b.period == period && b.slag == Prognos)
    };
    let months = years.into_iter().flat_map(|year| (1..=12).map(move |month| Period { year, month }));
    let item = |period: Period| Ekonomiperiod {
        period,
        namn: format::med_stor(&format::period(period)),
        note: if has_prognos(period) { "prognos".into() } else { String::new() },
    };
    months.map(item).collect()
}

/// What both tables have around their rows.
fn bild(underlag: &Underlag, vy: Ekonomivy, rader: Vec<Tabellrad>) -> Ekonomibild {
    let view = &underlag.view;
    let behover: Vec<String> =
        rader.iter().filter(|r| r.kommentar == Kommentarlage::Behovs).map(|r| r.id.clone()).collect();
    let has_figure = |r: &Tabellrad| [&r.budget, &r.utfall, &r.prognos].iter().any(|c| c.belopp.is_some());
    Ekonomibild {
        vy,
        period: view.period,
        period_text: format::period(view.period),
        perioder: perioder(view),
        kolumner: kolumner(underlag),
        tom: !rader.iter().any(has_figure),
        teckenregel: "Kostnad är negativ. Avvikelse = prognos − budget, plus är bättre.".into(),
        sammanfattning: match behover.len() {
            0 if rader.iter().any(|r| r.kommentar == Kommentarlage::Har) => {
                "Alla avvikelser har kommentar".into()
            }
            0 => String::new(),
            n => format!("{} behöver kommentar", format::antal_av(n, "rad", "rader")),
        },
        behover,
        stangt: stangt(view),
        noter: rad::noter(view.period, &rader),
        rader,
    }
}
