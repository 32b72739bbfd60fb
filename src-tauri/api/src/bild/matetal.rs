//! One mätetal's page in the panel: key figures, chart, table, the year's values to type in, analysis; and sparklines
//! for the others. Every figure comes from plan-report's `blad`; here it is drawn and its words are put together.
use std::sync::{Mutex, OnceLock, PoisonError};

use plan_core::document::Document;
use plan_core::id::{MatetalId, ThingId};
use plan_core::mal::Maluppfyllelse;
use plan_core::matetal::Matetal;
use plan_core::period::Period;
use plan_core::view::PlanView;
use plan_export::Fonts;
use plan_export::chart::{sparkline, window_chart};
use plan_report::blad::{Blad, Bladdiagram, Nyckelruta, blad, gnista};
use plan_report::format;
use plan_report::tree::Bedomning;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::matetal_analys::{Analys, analys};
use super::matetal_varden::{Nod, Vardesrad, noder, varden};
use crate::as_of::Tidpunkt;
use crate::error::Error;

/// Which mätetal, as of when.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Matetalsval {
    pub id: MatetalId,
    pub period: String,
}

/// Which mätetal a row of sparklines is wanted for.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Gnistval {
    pub ids: Vec<MatetalId>,
    pub period: String,
}

/// A mätetal's page.
#[derive(Debug, Serialize, TS)]
pub struct Matetalsblad {
    pub id: MatetalId,
    /// "Indikator".
    pub art: String,
    pub nr: String,
    pub titel: String,
    pub definition: String,
    /// "%", "dagar"; beside a field for a value.
    pub enhet: String,
    /// The newest value first, which is shown large.
    pub nyckel: Vec<Nyckelvarde>,
    /// "Senast 90,6 %, september 2026", where the period has no value.
    pub not: String,
    pub bedomning: Option<Domsord>,
    pub diagram: Option<Diagrambild>,
    pub tabell: Diagramtabell,
    pub konsuppdelad: bool,
    pub noder: Vec<Nod>,
    /// The year's periods and the one that is now: what is typed, or can be.
    pub varden: Vec<Vardesrad>,
    /// The period that is now.
    pub nu: Period,
    pub analys: Analys,
}

/// A figure with its heading.
#[derive(Debug, Serialize, TS)]
pub struct Nyckelvarde {
    pub rubrik: String,
    pub varde: String,
    pub enhet: String,
}

/// A square mark and its word.
#[derive(Debug, Serialize, TS)]
pub struct Domsord {
    pub bedomning: Maluppfyllelse,
    pub ord: String,
}

/// The chart.
#[derive(Debug, Serialize, TS)]
pub struct Diagrambild {
    /// One `<svg>` with the window's colours.
    pub svg: String,
    /// Of the plan's own series, in order.
    pub punkter: Vec<Diagrampunkt>,
    /// The series' names, the plan's own first.
    pub serier: Vec<String>,
    pub har_mal: bool,
    /// What the chart shows, in words.
    pub fynd: String,
}

/// A value in the chart, in shares of its width and height.
#[derive(Debug, Serialize, TS)]
pub struct Diagrampunkt {
    pub x: f32,
    pub y: f32,
    /// "oktober 2026: 91,4 %. Året före: 84,4 %."
    pub text: String,
}

/// The chart as a table.
#[derive(Debug, Serialize, TS)]
pub struct Diagramtabell {
    pub kolumner: Vec<String>,
    pub rader: Vec<Vec<String>>,
}

/// A mätetal in a row: name, sparkline, newest value, mark.
#[derive(Debug, Serialize, TS)]
pub struct Matetalsgnista {
    pub id: MatetalId,
    pub nr: String,
    pub titel: String,
    pub svg: String,
    pub varde: String,
    pub bedomning: Option<Domsord>,
}

/// Sparklines, in the order asked for.
#[derive(Debug, Serialize, TS)]
pub struct Matetalsgnistor {
    pub rader: Vec<Matetalsgnista>,
}

/// The chart's size in pixels at 100 %: the panel's own width.
const CHART: (f32, f32) = (336.0, 196.0);
const SPARK: (f32, f32) = (64.0, 20.0);

/// The page of a mätetal.
pub(crate) fn read_matetalsblad(document: &Document, request: &Matetalsval) -> Result<Matetalsblad, Error> {
    let plan = document.plan()?;
    let (period, today) = moment(&request.period).of(&plan)?;
    let view = PlanView::new(&plan, period, today);
    let matetal = view.matetal(request.id).ok_or(plan_core::Error::NotFound(ThingId(request.id.0)))?;
    let page = blad(&view, matetal);
    Ok(Matetalsblad {
        id: matetal.id,
        art: page.art.to_owned(),
        nr: matetal.nr.clone(),
        titel: page.titel.clone(),
        definition: matetal.definition.clone(),
        enhet: matetal.enhet.clone(),
        nyckel: nyckel(&page),
        not: page.not.clone(),
        bedomning: page.bedomning.as_ref().map(domsord),
        tabell: page.diagram.as_ref().map_or_else(empty_table, |d| tabell(matetal, d)),
        diagram: page.diagram.as_ref().map(|d| draw(matetal, d)).transpose()?,
        konsuppdelad: matetal.konsuppdelad,
        noder: noder(&view, matetal),
        varden: varden(&view, matetal),
        nu: plan_core::matetal::rules::latest_period(matetal.frekvens, period),
        analys: analys(document, &view, matetal)?,
    })
}

/// Sparklines of some mätetal; those that are gone are left out.
pub(crate) fn read_matetalsgnistor(
    document: &Document,
    request: &Gnistval,
) -> Result<Matetalsgnistor, Error> {
    let plan = document.plan()?;
    let (period, today) = moment(&request.period).of(&plan)?;
    let view = PlanView::new(&plan, period, today);
    let all = request.ids.iter().filter_map(|id| view.matetal(*id));
    Ok(Matetalsgnistor { rader: all.map(|matetal| matetalsgnista(&view, matetal)).collect() })
}

/// A mätetal as a row with its sparkline, for any screen that lists mätetal.
pub(crate) fn matetalsgnista(view: &PlanView, matetal: &Matetal) -> Matetalsgnista {
    let spark = gnista(view, matetal);
    Matetalsgnista {
        id: matetal.id,
        nr: matetal.nr.clone(),
        titel: matetal.titel.clone(),
        svg: sparkline(&spark.varden, spark.mal, SPARK),
        varde: spark.senaste,
        bedomning: spark.bedomning.as_ref().map(domsord),
    }
}

fn moment(period: &str) -> Tidpunkt {
    Tidpunkt { period: Some(period.to_owned()), datum: None }
}

fn domsord(verdict: &Bedomning) -> Domsord {
    Domsord { bedomning: verdict.utfall, ord: verdict.ord.clone() }
}

fn nyckel(page: &Blad) -> Vec<Nyckelvarde> {
    let boxes = [&page.senaste, &page.mal, &page.sedan_foregaende, &page.sedan_fjol];
    let plain = |ruta: &Nyckelruta| Nyckelvarde {
        rubrik: ruta.rubrik.clone(),
        varde: ruta.varde.clone(),
        enhet: ruta.enhet.clone(),
    };
    boxes.map(plain).into()
}

fn draw(matetal: &Matetal, page: &Bladdiagram) -> Result<Diagrambild, Error> {
    let drawn = with_fonts(|fonts| window_chart(fonts, &page.diagram, CHART))?;
    let own = drawn.points.iter().filter(|point| point.series == 0);
    let punkter =
        own.map(|point| Diagrampunkt { x: point.x, y: point.y, text: said(matetal, page, point.index) });
    Ok(Diagrambild {
        punkter: punkter.collect(),
        svg: drawn.svg,
        serier: page.serier.clone(),
        har_mal: page.diagram.mal.iter().any(Option::is_some),
        fynd: page.diagram.fynd.clone(),
    })
}

/// What a point says: its period and value, then what the other series had.
fn said(matetal: &Matetal, page: &Bladdiagram, index: usize) -> String {
    let cells = row(matetal, page, index);
    let mut cells = cells.into_iter();
    let (period, own) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
    let others = page.serier.iter().skip(1).zip(cells).filter(|(_, value)| !value.is_empty());
    let others: Vec<String> = others.map(|(name, value)| format!(" {name}: {value}.")).collect();
    format!("{period}: {own}.{}", others.concat())
}

fn tabell(matetal: &Matetal, page: &Bladdiagram) -> Diagramtabell {
    let names = page.serier.iter().cloned();
    let target = page.diagram.mal.iter().any(Option::is_some).then(|| "Mål".to_owned());
    let kolumner = std::iter::once("Period".to_owned()).chain(names).chain(target.clone()).collect();
    let value = |value: Option<plan_core::belopp::Tal>| {
        value.map_or_else(String::new, |tal| format::med_enhet(tal, matetal.decimaler, &matetal.enhet))
    };
    let with_target = |index: usize| {
        let own = row(matetal, page, index);
        let target = target.is_some().then(|| value(page.diagram.mal.get(index).copied().flatten()));
        own.into_iter().chain(target).collect()
    };
    Diagramtabell { kolumner, rader: (0..page.perioder.len()).map(with_target).collect() }
}

fn empty_table() -> Diagramtabell {
    Diagramtabell { kolumner: vec![], rader: vec![] }
}

/// The period's name and every series' value in it.
fn row(matetal: &Matetal, page: &Bladdiagram, index: usize) -> Vec<String> {
    let name = page.perioder.get(index).map(|p| plan_report::blad::period_namn(*p, matetal.frekvens));
    let values = page.diagram.serier.iter().map(|serie| {
        let value = serie.varden.get(index).copied().flatten();
        value.map_or_else(String::new, |tal| format::med_enhet(tal, matetal.decimaler, &matetal.enhet))
    });
    name.into_iter().chain(values).collect()
}

/// The fonts that measure words, read once.
fn with_fonts<T>(work: impl FnOnce(&mut Fonts) -> T) -> Result<T, Error> {
    static FONTS: OnceLock<Mutex<Fonts>> = OnceLock::new();
    if FONTS.get().is_none() {
        let _ = FONTS.set(Mutex::new(Fonts::load()?));
    }
    let fonts = FONTS.get().ok_or_else(|| Error::Panicked("no fonts".into()))?;
    Ok(work(&mut fonts.lock().unwrap_or_else(PoisonError::into_inner)))
}
