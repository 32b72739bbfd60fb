//! The screen Historik: the file's log (or that of one thing) as days with what was done, by whom, and old → new with the
//! words that differ. Wording is [`crate::history`]'s; here it is laid out for a reader and searched.
mod diff;
#[cfg(test)]
mod tests;
pub(crate) mod tillbaka;

use chrono::{DateTime, NaiveDate, Utc};
use plan_core::document::{ChangeKind, Document, Kind, Op};
use plan_core::historik::{LogFilter, LogQuery};
use plan_core::id::ThingId;
use plan_core::plan::Plan;
use plan_report::format;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Error;
use crate::history::{Loggfalt, Loggpost, Loggsak, post};

pub use diff::{Diffbit, Diffslag};
pub use tillbaka::Tillbaka;

/// Which part of the log; nothing given: the newest hundred.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ReadHistorik {
    /// Go on from here: `nasta` of the page before.
    pub before: Option<i64>,
    pub limit: Option<u32>,
    /// Only what this befattning did.
    pub vem: Option<String>,
    pub slag: Option<Historikslag>,
    /// Somewhere in what was written, or in the name of what it was written about.
    pub text: Option<String>,
    /// Only what touched this thing; the filters do not hold then.
    pub thing: Option<ThingId>,
}

/// What a change is about, as the filter has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Historikslag {
    Plan,
    Status,
    Matetal,
    Ekonomi,
    Text,
    Inlasning,
    Rapport,
    Installning,
}

/// A page of history.
#[derive(Debug, Serialize, TS)]
pub struct Historikbild {
    /// Newest first.
    pub poster: Vec<Historikpost>,
    /// There is more from here; a page may be empty all the same.
    #[ts(type = "number | null")]
    pub nasta: Option<i64>,
}

/// What the filters offer.
#[derive(Debug, Serialize, TS)]
pub struct Historikval {
    /// Everyone who has written, in Swedish order.
    pub vem: Vec<String>,
    pub slag: Vec<Historikslagsval>,
}

/// A kind with its word.
#[derive(Debug, Serialize, TS)]
pub struct Historikslagsval {
    pub slag: Historikslag,
    pub namn: String,
}

/// One change.
#[derive(Debug, Serialize, TS)]
pub struct Historikpost {
    #[ts(type = "number")]
    pub nr: i64,
    pub dag: NaiveDate,
    /// "Torsdag 5 november 2026".
    pub dag_text: String,
    /// "14.32".
    pub tid: String,
    pub vem: String,
    /// "Ändra aktivitet".
    pub verb: String,
    /// "1.2 Rekrytera fyra socialsekreterare"; may be empty.
    pub namn: String,
    pub slag: ChangeKind,
    /// "Ångrad: gäller inte längre", "Beslut: kan inte ångras"; else empty.
    pub lage: String,
    /// It does not hold now.
    pub angrad: bool,
    /// Undo stops here.
    pub sparr: bool,
    pub saker: Vec<Historiksak>,
    /// "och 212 till"; empty where all are listed.
    pub fler: String,
}

/// A thing that was touched.
#[derive(Debug, Serialize, TS)]
pub struct Historiksak {
    pub kind: Kind,
    pub id: Option<ThingId>,
    pub mening: String,
    pub falt: Vec<Historikfalt>,
    pub fler: String,
}

/// A value that changed.
#[derive(Debug, Serialize, TS)]
pub struct Historikfalt {
    pub falt: String,
    pub fran: String,
    pub till: String,
    /// Of a longer text: the words, with what went and what came. Empty: show the two values.
    pub skillnad: Vec<Diffbit>,
    /// What sets the older value back, where a patch of the thing can.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub tillbaka: Option<Tillbaka>,
}

/// How history words that there is no value.
const NOTHING: &str = "–";
/// How many entries a page has when nothing is said.
const PAGE: u32 = 100;

pub(crate) fn read_historik(document: &Document, request: &ReadHistorik) -> Result<Historikbild, Error> {
    let limit = request.limit.unwrap_or(PAGE).clamp(1, 500);
    let (entries, nasta) = match request.thing {
        Some(thing) => {
            let query = LogQuery { before: request.before, limit, thing: Some(thing), ..LogQuery::default() };
            let entries = document.log(query)?;
            let next = entries.last().map(|e| e.nr).filter(|_| entries.len() == limit as usize);
            (entries, next)
        }
        None => {
            let page = document.search_log(&filter(document, request, limit)?)?;
            (page.entries, page.next)
        }
    };
    Ok(Historikbild { poster: entries.into_iter().map(|entry| told(post(entry))).collect(), nasta })
}

pub(crate) fn read_historikval(document: &Document) -> Result<Historikval, Error> {
    let mut vem: Vec<String> = document.everyone()?.into_iter().filter(|v| !v.is_empty()).collect();
    plan_core::collation::Collation::swedish().sort_by_key(&mut vem, |v| v);
    let slag = SLAG.iter().map(|(slag, namn)| Historikslagsval { slag: *slag, namn: (*namn).to_owned() });
    Ok(Historikval { vem, slag: slag.collect() })
}

const SLAG: [(Historikslag, &str); 8] = [
    (Historikslag::Plan, "Plan"),
    (Historikslag::Status, "Status"),
    (Historikslag::Matetal, "Mätetal"),
    (Historikslag::Ekonomi, "Ekonomi"),
    (Historikslag::Text, "Texter i rapport"),
    (Historikslag::Inlasning, "Inläsningar"),
    (Historikslag::Rapport, "Rapporter och beslut"),
    (Historikslag::Installning, "Inställningar"),
];

fn filter(document: &Document, request: &ReadHistorik, limit: u32) -> Result<LogFilter, Error> {
    let text = request.text.clone().unwrap_or_default();
    let things = match text.trim() {
        "" => vec![],
        wanted => {
            let plan = document.read_plan()?;
            named(&plan, &wanted.to_lowercase())
        }
    };
    Ok(LogFilter {
        before: request.before,
        limit: limit as usize,
        vem: request.vem.clone().filter(|vem| !vem.is_empty()),
        ops: request
            .slag
            .map_or_else(Vec::new, |slag| Op::ALL.iter().copied().filter(|op| of(*op) == slag).collect()),
        text,
        things,
    })
}

/// The things whose number or name holds the text; so many that a search stays quick.
fn named(plan: &Plan, wanted: &str) -> Vec<ThingId> {
    const MOST: usize = 200;
    let fits = |nr: &str, namn: &str| format!("{nr} {namn}").to_lowercase().contains(wanted);
    let mal = plan.mal.iter().filter(|m| fits(&m.nr, &m.titel)).map(|m| m.id.into());
    let uppdrag = plan.uppdrag.iter().filter(|u| fits(&u.nr, &u.titel)).map(|u| u.id.into());
    let aktivitet = plan.aktivitet.iter().filter(|a| fits(&a.nr, &a.titel)).map(|a| a.id.into());
    let matetal = plan.matetal.iter().filter(|m| fits(&m.nr, &m.titel)).map(|m| m.id.into());
    let drift = plan.driftrad.iter().filter(|r| fits("", &r.namn)).map(|r| r.id.into());
    let verksamhet = plan.verksamhet.iter().filter(|v| fits("", &v.namn)).map(|v| v.id.into());
    let all = mal.chain(uppdrag).chain(aktivitet).chain(matetal).chain(drift).chain(verksamhet);
    all.take(MOST).collect()
}

/// Under which word of the filter a verb is found.
fn of(op: Op) -> Historikslag {
    use Historikslag as S;
    match op {
        Op::SetStatus | Op::SetMalbedomning | Op::DeleteMalbedomning => S::Status,
        Op::SetAvsnittstext => S::Text,
        Op::Import => S::Inlasning,
        Op::LockRapport | Op::UnlockRapport | Op::DecideRapport | Op::RevokeRapport => S::Rapport,
        Op::CreateUppfoljning | Op::UpdateUppfoljning | Op::DeleteUppfoljning => S::Rapport,
        Op::CreateMatetal | Op::UpdateMatetal | Op::DeleteMatetal | Op::MoveMatetal => S::Matetal,
        Op::SetUtfall | Op::DeleteUtfall | Op::SetMalvarde | Op::DeleteMalvarde => S::Matetal,
        Op::SetJamforelse | Op::DeleteJamforelse => S::Matetal,
        Op::CreateDriftrad | Op::UpdateDriftrad | Op::DeleteDriftrad | Op::MoveDriftrad => S::Ekonomi,
        Op::SetDriftbelopp | Op::DeleteDriftbelopp => S::Ekonomi,
        Op::CreateVerksamhet | Op::UpdateVerksamhet | Op::DeleteVerksamhet | Op::MoveVerksamhet => S::Ekonomi,
        Op::SetVerksamhetsbelopp | Op::DeleteVerksamhetsbelopp => S::Ekonomi,
        Op::SetInstallning | Op::SetRapportmall | Op::Migrate | Op::Checkpoint => S::Installning,
        Op::CreateVerksamhetsar | Op::SetVerksamhetsar => S::Installning,
        Op::CreateNiva | Op::UpdateNiva | Op::DeleteNiva | Op::MoveNiva => S::Installning,
        Op::CreateOrganisation | Op::UpdateOrganisation | Op::DeleteOrganisation => S::Installning,
        Op::MoveOrganisation => S::Installning,
        Op::CreateBefattning | Op::UpdateBefattning | Op::DeleteBefattning => S::Installning,
        Op::CreatePlan => S::Plan,
        Op::CreateMal | Op::UpdateMal | Op::DeleteMal | Op::MoveMal => S::Plan,
        Op::CreateUppdrag | Op::UpdateUppdrag | Op::DeleteUppdrag | Op::MoveUppdrag => S::Plan,
        Op::CreateAktivitet | Op::UpdateAktivitet | Op::DeleteAktivitet | Op::MoveAktivitet => S::Plan,
        Op::CreateDelaktivitet | Op::UpdateDelaktivitet | Op::DeleteDelaktivitet => S::Plan,
        Op::MoveDelaktivitet => S::Plan,
    }
}

fn told(post: Loggpost) -> Historikpost {
    let at = post.at.parse::<DateTime<Utc>>().unwrap_or_default();
    let local = format::svensk_tid(at);
    let (verb, namn) = match post.rubrik.split_once(": ") {
        // "Ångra: ändra aktivitet: 1.2 Rekrytera": the first colon belongs to the verb.
        Some((turn @ ("Ångra" | "Gör om"), rest)) => match rest.split_once(": ") {
            Some((verb, namn)) => (format!("{turn}: {verb}"), namn.to_owned()),
            None => (format!("{turn}: {rest}"), String::new()),
        },
        Some((verb, namn)) => (verb.to_owned(), namn.to_owned()),
        None => (post.rubrik.clone(), String::new()),
    };
    // A text has no name of its own: it is told by its section, which begins a line here.
    let namn = if of(post.op) == Historikslag::Text { format::med_stor(&namn) } else { namn };
    let sparr = post.op.is_barrier();
    let lage = match () {
        () if post.angrad => "Ångrad",
        () if sparr && post.slag == ChangeKind::Decision => "Kan inte ångras",
        () => "",
    };
    Historikpost {
        nr: post.nr,
        dag: local.date(),
        dag_text: format::med_stor(&format::dag_i_ord(local.date())),
        tid: format::klockslag(local),
        vem: post.vem,
        verb,
        namn,
        slag: post.slag,
        lage: lage.to_owned(),
        angrad: post.angrad,
        sparr,
        saker: post.saker.into_iter().map(sak).collect(),
        fler: fler(post.fler),
    }
}

fn sak(sak: Loggsak) -> Historiksak {
    Historiksak {
        kind: sak.kind,
        id: sak.id,
        mening: sak.mening,
        falt: sak.falt.into_iter().map(falt).collect(),
        fler: fler(sak.fler),
    }
}

fn falt(falt: Loggfalt) -> Historikfalt {
    // A status reported anew and unchanged is told without an arrow.
    let fran = if falt.fran == falt.till { NOTHING.to_owned() } else { falt.fran };
    let skillnad = diff::words(&fran, &falt.till);
    Historikfalt { falt: falt.falt, fran, till: falt.till, skillnad, tillbaka: falt.tillbaka }
}

fn fler(count: u32) -> String {
    if count == 0 { String::new() } else { format!("och {} till", format::heltal(i64::from(count))) }
}
