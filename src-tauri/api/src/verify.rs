//! `kontrollera`: everything that can be checked about the file, in words.
use plan_core::historik::Finding;
use serde::Serialize;
use ts_rs::TS;

use crate::error::Error;
use crate::requests::Inget;
use crate::session::Session;
use crate::texts::finding;
use crate::watch::Watch;

/// What the check found.
#[derive(Debug, Serialize, TS)]
pub struct Kontroll {
    /// Nothing is wrong.
    pub hel: bool,
    pub fel: Vec<Fel>,
}

/// Something that is wrong.
#[derive(Debug, Serialize, TS)]
pub struct Fel {
    /// In one sentence.
    pub text: String,
    pub fynd: Finding,
}

/// Checks the whole file; can be followed and cancelled.
pub(crate) async fn verify(session: Session, _request: Inget, watch: Watch) -> Result<Kontroll, Error> {
    let findings = session.on(move |document| Ok(document.verify(&mut |p| watch.tell(p))?)).await?;
    let fel = findings.into_iter().map(|fynd| Fel { text: finding::words(&fynd), fynd }).collect::<Vec<_>>();
    Ok(Kontroll { hel: fel.is_empty(), fel })
}
