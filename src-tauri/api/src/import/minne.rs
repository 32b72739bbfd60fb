//! What was decided about a table's columns, kept in the plan for the next table with the same headings.
use plan_core::plan::Plan;
use plan_exchange::{Bladbild, Bladval, Minne, Source};
use sha2::{Digest, Sha256};

use super::{Import, options};
use crate::blocking::blocking;
use crate::error::Error;
use crate::session::Session;

/// The settings of the plan that hold decisions begin so.
pub(crate) const PREFIX: &str = "inlasning.";

/// The decisions kept in the plan.
pub(super) fn in_plan(plan: &Plan) -> Vec<Minne> {
    let kept = plan.installning.iter().filter(|(key, _)| key.starts_with(PREFIX));
    kept.filter_map(|(_, value)| serde_json::from_str(value).ok()).collect()
}

/// The settings that keep what the request decides; a sheet left to the engine's own judgement is not kept.
pub(super) async fn of(session: &Session, request: &Import) -> Result<Vec<(String, String)>, Error> {
    let (options, _) = options(session, request).await?;
    let kalla = session.sources.find(&request.kalla).await?;
    let bilder = blocking(move || {
        let source = Source { name: &kalla.namn, bytes: &kalla.bytes };
        Ok(plan_exchange::read_with_sheets(source, &options)?.1)
    })
    .await?;
    let decided = request
        .blad
        .iter()
        .filter(|val| val.slag.is_some() || val.rubrikrad.is_some() || !val.falt.is_empty());
    Ok(decided.filter_map(|val| setting(val, bilder.iter().find(|bild| bild.blad == val.blad)?)).collect())
}

fn setting(val: &Bladval, bild: &Bladbild) -> Option<(String, String)> {
    let minne = Minne {
        signatur: bild.signatur.clone(),
        slag: bild.slag?,
        rubrikrad: val.rubrikrad,
        falt: val.falt.clone(),
    };
    let digest = Sha256::digest(minne.signatur.as_bytes());
    let name: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    Some((format!("{PREFIX}{name}"), serde_json::to_string(&minne).ok()?))
}
