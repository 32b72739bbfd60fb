//! The report on screen before it is on paper: its tree, its pages as SVG, and its own check before print.
use plan_export::Fonts;
use plan_report::tree::{self, Lage};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Rapportval;
use super::build::build;
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
    let built = session.on(move |document| build(document, &request, Lage::Utkast)).await?;
    blocking(move || {
        let mut fonts = Fonts::load()?;
        let pages = plan_export::layout(&built.tree, &mut fonts);
        let text = plan_export::text_view(&pages);
        Ok(Utkast { rapport: built.tree, sidor: pages.pages.len(), text })
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
    let built = session.on(move |document| build(document, &val, Lage::Utkast)).await?;
    blocking(move || {
        let mut fonts = Fonts::load()?;
        let pages = plan_export::layout(&built.tree, &mut fonts);
        let svg = sida.checked_sub(1).and_then(|number| plan_export::page_svg(&pages, number, &fonts));
        Ok(Rapportsida { svg })
    })
    .await
}
