//! The shapes that many commands share: a new thing, a change, a move, a removal, several rows at once.
use plan_core::document::Changes;
use plan_core::id::{AktivitetId, MalId, NivaId};
use plan_core::period::Period;
use plan_core::plan::Arslage;
use plan_core::rapport::{Mallavsnitt, Rapportslag};
use plan_core::styrmodell::ops::NivaPatch;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A request or a reply without content.
#[derive(Debug, Default, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Inget {}

/// The thing a command is about.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ById<I> {
    pub id: I,
}

/// A change: only the fields that are given; `null` empties one that may be empty.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Update<I, P> {
    pub id: I,
    pub patch: P,
}

/// A move among siblings: right after another, or first.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Move<I> {
    pub id: I,
    pub after: Option<I>,
}

/// A move in a tree: below a parent (`null`: the top), right after a sibling or first.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MoveTo<I> {
    pub id: I,
    pub parent: Option<I>,
    pub after: Option<I>,
}

/// Several rows in one change.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Rows<T> {
    pub rader: Vec<T>,
}

/// What was made, and what to read again.
#[derive(Debug, Serialize, TS)]
pub struct Created<I> {
    pub id: I,
    pub changes: Changes,
}

/// A new level, right below another or at the top.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NyNiva {
    pub niva: NivaPatch,
    pub below: Option<NivaId>,
}

/// A new line of an aktivitet's checklist.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NyDelaktivitet {
    pub aktivitet_id: AktivitetId,
    pub titel: String,
}

/// A person's verdict that is taken back.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MalbedomningKey {
    pub mal_id: MalId,
    pub period: Period,
}

/// A setting; `null` takes it away.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetInstallning {
    pub key: String,
    pub value: Option<String>,
}

/// A verksamhetsår.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NyttVerksamhetsar {
    pub year: i32,
}

/// The state of a verksamhetsår.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetVerksamhetsar {
    pub year: i32,
    pub state: Arslage,
}

/// The sections of a kind of report, in order; none: the program's own order.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetRapportmall {
    pub slag: Rapportslag,
    pub avsnitt: Vec<Mallavsnitt>,
}

/// Where a copy goes.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveCopy {
    pub till: std::path::PathBuf,
    /// A file that lies there may go: the person has been asked.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub ersatt: bool,
}
