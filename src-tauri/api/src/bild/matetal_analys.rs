//! The analysis of a mätetal in a period: its text, who last wrote it and when, and what was said the time before.
use plan_core::document::Document;
use plan_core::historik::LogQuery;
use plan_core::id::ThingId;
use plan_core::matetal::Matetal;
use plan_core::period::Period;
use plan_core::uppfoljning::Avsnittstext;
use plan_core::view::PlanView;
use plan_report::format;
use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;

/// The key of the report's section, in which the text is printed.
const AVSNITT: &str = "matetal";

/// The text and what is known of it.
#[derive(Debug, Serialize, TS)]
pub struct Analys {
    /// The section of the report that the text belongs to.
    pub avsnitt: String,
    /// Markdown; empty where nothing is written.
    pub text: String,
    /// "Verksamhetscontroller, 2026-11-06 kl. 14.32. Kommer med i rapporten."
    pub fot: String,
    pub foregaende: Option<Foregaendetext>,
}

/// What was said in an earlier period.
#[derive(Debug, Serialize, TS)]
pub struct Foregaendetext {
    /// "Texten från september 2026".
    pub rubrik: String,
    pub text: String,
}

/// The analysis of the view's period.
pub(super) fn analys(document: &Document, view: &PlanView, matetal: &Matetal) -> Result<Analys, Error> {
    let subject: ThingId = matetal.id.into();
    let text = view.text(AVSNITT, Some(subject), None);
    let fot = match text {
        Some(text) => format!("{}Kommer med i rapporten.", written(document, text)?),
        None => "Texten kommer med i rapporten.".to_owned(),
    };
    Ok(Analys {
        avsnitt: AVSNITT.to_owned(),
        text: text.map_or_else(String::new, |t| t.text.clone()),
        fot,
        foregaende: earlier(view, subject),
    })
}

/// "Verksamhetscontroller, 2026-11-06 kl. 14.32. "; empty where the log says nothing of it.
fn written(document: &Document, text: &Avsnittstext) -> Result<String, Error> {
    let query = LogQuery { thing: Some(text.id.into()), limit: 1, ..LogQuery::default() };
    let newest = document.log(query)?.into_iter().next();
    Ok(newest.map_or_else(String::new, |entry| format!("{}, {}. ", entry.vem, format::tidpunkt(entry.at))))
}

/// The newest text before the view's period.
fn earlier(view: &PlanView, subject: ThingId) -> Option<Foregaendetext> {
    let period = |t: &Avsnittstext| Period::new(t.year, t.month);
    let about = |t: &&Avsnittstext| {
        t.avsnitt == AVSNITT
            && t.subject_id == Some(subject)
            && t.organisation_id.is_none()
            && !t.text.trim().is_empty()
    };
    let older = view.plan.avsnittstext.iter().filter(about).filter_map(|t| Some((period(t)?, t)));
    let (when, text) = older.filter(|(when, _)| *when < view.period).max_by_key(|(when, _)| *when)?;
    Some(Foregaendetext { rubrik: format!("Texten från {}", format::period(when)), text: text.text.clone() })
}
