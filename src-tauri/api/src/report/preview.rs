//! The draft for a program: its tree, its number of pages, its text for a listener, and its pages as SVG.
//! The window reads `bild::rapport` instead.
use plan_report::tree::{self, Lage};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Rapportval;
use super::build::build;
use super::uppstallning::Uppstallning;
use crate::blocking::blocking;
use crate::error::Error;
use crate::session::Session;
use crate::watch::Watch;

/// A draft as data.
#[derive(Debug, Serialize, TS)]
pub struct Utkast {
    /// The tree of sections, tables and charts (see `plan_report::tree`).
    #[ts(type = "unknown")]
    pub rapport: tree::Rapport,
    /// How many pages it becomes.
    pub sidor: usize,
    /// The report for a listener: HTML in reading order.
    pub text: String,
}

/// Which page of which report.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Sidval {
    pub val: Rapportval,
    /// Counted from 1.
    pub sida: usize,
}

/// A page drawn; `None` past the last one.
#[derive(Debug, Serialize, TS)]
pub struct Rapportsida {
    pub svg: Option<String>,
}

/// The draft as the plan stands.
pub(crate) async fn preview_rapport(
    session: Session,
    request: Rapportval,
    _watch: Watch,
) -> Result<Utkast, Error> {
    on_draft(session, request, |_, draft| {
        let text = plan_export::text_view(&draft.pages);
        Ok(Utkast { rapport: draft.rapport.clone(), sidor: draft.pages.pages.len(), text })
    })
    .await
}

/// One page of the draft.
pub(crate) async fn page_rapport(
    session: Session,
    request: Sidval,
    _watch: Watch,
) -> Result<Rapportsida, Error> {
    let Sidval { val, sida } = request;
    on_draft(session, val, move |session, draft| {
        Ok(Rapportsida { svg: session.uppstallningar.svg(draft, sida)? })
    })
    .await
}

async fn on_draft<T: Send + 'static>(
    session: Session,
    val: Rapportval,
    read: impl FnOnce(&Session, &Uppstallning) -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    let built = session.on(move |document| build(document, &val, Lage::Utkast)).await?;
    blocking(move || {
        let draft = session.uppstallningar.lay_out(built.tree)?;
        read(&session, &draft)
    })
    .await
}
