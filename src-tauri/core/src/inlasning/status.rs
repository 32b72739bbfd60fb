//! What a row says of the status: a new status row where it differs from what holds, a remark where it is unclear.

use foldhash::HashMap;
use serde_json::Value;

use super::context::Context;
use super::form::{free, regel};
use super::key::title_key;
use super::work::{Radarbete, json};
use super::{Anmarkning, StatusCell, Vagran};
use crate::id::StatusradId;
use crate::period::Period;
use crate::plan::Plan;
use crate::uppfoljning::{Status, Statusbarare, Statusrad};

/// The status rows of the plan as of the import's period.
pub(super) struct Statuslage<'a> {
    by_thing: HashMap<Statusbarare, Holding<'a>>,
    /// The file's own words for statuses (`status.<code>`), by their key.
    own_words: HashMap<String, Status>,
}

#[derive(Clone, Copy, Default)]
struct Holding<'a> {
    /// The newest row at or before the period, of the thing as a whole.
    rad: Option<&'a Statusrad>,
    next_seq: u32,
}

/// The cells of a row that make up a report of its status.
pub(super) struct Statusceller<'r> {
    pub(super) barare: Statusbarare,
    pub(super) status: Option<&'r StatusCell>,
    pub(super) fardiggrad: Option<u8>,
    pub(super) kommentar: Option<&'r str>,
}

/// What became of the status cells: a new row, or words that belong in the anteckning instead.
struct Statusbesked {
    rad: Option<Statusrad>,
    keep: Vec<String>,
}

/// What the row reports, before it is compared with what holds.
struct Rapporterad {
    status: Status,
    fardiggrad: Option<u8>,
    kommentar: Option<String>,
}

impl<'a> Statuslage<'a> {
    pub(super) fn new(plan: &'a Plan, period: Period) -> Statuslage<'a> {
        let mut by_thing = HashMap::<Statusbarare, Holding>::default();
        for rad in &plan.statusrad {
            let holding = by_thing.entry(rad.barare).or_default();
            holding.next_seq = holding.next_seq.max(rad.seq + 1);
            let newer = holding.rad.is_none_or(|known| (known.period, known.seq) <= (rad.period, rad.seq));
            if rad.organisation_id.is_none() && rad.period <= period && newer {
                holding.rad = Some(rad);
            }
        }
        Statuslage { by_thing, own_words: own_words(plan) }
    }

    /// The cell when its word is the file's own: that wins over what the reader of the source made of it, and needs no remark.
    fn in_own_words(&self, cell: &StatusCell, work: &mut Radarbete) -> Option<StatusCell> {
        if self.own_words.is_empty() {
            return None;
        }
        let status = *self.own_words.get(&title_key(&cell.text))?;
        work.anmarkningar.retain(|a| !matches!(a, Anmarkning::StatusTolkad { .. }));
        Some(StatusCell { text: cell.text.clone(), status: Some(status) })
    }

    pub(super) fn holds(&self, barare: Statusbarare) -> Option<&'a Statusrad> {
        self.by_thing.get(&barare).and_then(|h| h.rad)
    }

    /// Judges the status cells after all others of the row. Says whether the thing itself has changed, which a new
    /// status row alone does not make it, and gives that row.
    pub(super) fn finish(
        &self,
        context: &mut Context<'_>,
        celler: &Statusceller<'_>,
        work: &mut Radarbete,
        anteckning: &mut String,
    ) -> Result<(bool, Option<Statusrad>), Vagran> {
        let of_thing = work.andringar.len();
        let own = celler.status.and_then(|cell| self.in_own_words(cell, work));
        let celler = Statusceller { status: own.as_ref().or(celler.status), ..*celler };
        let besked = self.report(context, &celler, work)?;
        let of_status = work.andringar.len();
        for word in &besked.keep {
            work.keep_in_note(anteckning, word)?;
        }
        Ok((of_thing > 0 || work.andringar.len() > of_status, besked.rad))
    }

    fn report(
        &self,
        context: &mut Context<'_>,
        celler: &Statusceller<'_>,
        work: &mut Radarbete,
    ) -> Result<Statusbesked, Vagran> {
        let barare = celler.barare;
        let holds = self.holds(barare);
        let Some(new) = rapporterad(celler, holds, work)? else {
            return Ok(Statusbesked { rad: None, keep: words_to_keep(celler, holds) });
        };
        if !new.differs(holds) {
            return Ok(Statusbesked { rad: None, keep: vec![] });
        }
        context.open_year(context.period.year)?;
        let same = holds.filter(|h| h.status == new.status);
        // A reason once given for an Avbruten goes on holding.
        let reason = same.filter(|h| h.status == Status::Avbruten).map(|h| h.kommentar.clone());
        let rad = Statusrad {
            id: StatusradId(context.new_id()),
            barare,
            organisation_id: None,
            period: context.period,
            seq: self.by_thing.get(&barare).map_or(1, |h| h.next_seq),
            status: new.status,
            fardiggrad: new.fardiggrad.or(same.and_then(|h| h.fardiggrad)),
            kommentar: new.kommentar.or(reason).unwrap_or_default(),
        };
        note_differences(work, holds, &rad);
        Ok(Statusbesked { rad: Some(rad), keep: vec![] })
    }
}

/// What the file calls its statuses; the first of two that share a word.
fn own_words(plan: &Plan) -> HashMap<String, Status> {
    let word = |status: &Status| plan.installning.get(&format!("status.{}", status.as_str()));
    let named = Status::ALL.iter().rev().filter_map(|status| Some((title_key(word(status)?), *status)));
    named.filter(|(word, _)| !word.is_empty()).collect()
}

impl Rapporterad {
    fn differs(&self, holds: Option<&Statusrad>) -> bool {
        holds.is_none_or(|h| {
            h.status != self.status
                || self.fardiggrad.is_some_and(|f| h.fardiggrad != Some(f))
                || self.kommentar.as_ref().is_some_and(|k| &h.kommentar != k)
        })
    }
}

/// What the cells report; `None`: nothing, or a word nobody knows.
fn rapporterad(
    celler: &Statusceller<'_>,
    holds: Option<&Statusrad>,
    work: &mut Radarbete,
) -> Result<Option<Rapporterad>, Vagran> {
    if celler.fardiggrad.is_some_and(|f| f > 100) {
        return Err(regel("fardiggrad", "percent"));
    }
    let kommentar = celler.kommentar.map(|k| free(k, "kommentar")).transpose()?;
    let Some(status) = status_of(celler, holds, work) else { return Ok(None) };
    let reason = kommentar.as_deref().or(holds.filter(|h| h.status == status).map(|h| h.kommentar.as_str()));
    if status == Status::Avbruten && reason.is_none_or(str::is_empty) {
        return Err(regel("kommentar", "reason_required"));
    }
    if let Some(fardiggrad) = celler.fardiggrad
        && status == Status::Genomford
        && fardiggrad != 100
    {
        work.remark(Anmarkning::FardiggradMotStatus { status, fardiggrad });
    }
    Ok(Some(Rapporterad {
        status,
        fardiggrad: celler.fardiggrad,
        kommentar: kommentar.filter(|k| !k.is_empty()),
    }))
}

fn status_of(celler: &Statusceller<'_>, holds: Option<&Statusrad>, work: &mut Radarbete) -> Option<Status> {
    if let Some(cell) = celler.status {
        if cell.status.is_none() {
            work.remark(Anmarkning::StatusOkand { text: cell.text.clone() });
        }
        return cell.status;
    }
    let asked = work.has_status_column || (holds.is_none() && celler.fardiggrad.is_some());
    let status = holds.map_or(Status::EjPaborjad, |h| h.status);
    if asked && status == Status::EjPaborjad {
        work.remark(Anmarkning::StatusSaknas);
    }
    (asked || holds.is_some()).then_some(status)
}

/// A status word nobody knows, and a comment that no status row will carry. Once a person has set a status, the word has served.
fn words_to_keep(celler: &Statusceller<'_>, holds: Option<&Statusrad>) -> Vec<String> {
    if holds.is_some() {
        return vec![];
    }
    let word = celler.status.map(|s| format!("Status: {}", s.text.trim()));
    word.into_iter().chain(celler.kommentar.map(str::to_owned)).collect()
}

fn note_differences(work: &mut Radarbete, holds: Option<&Statusrad>, new: &Statusrad) {
    if work.new {
        return;
    }
    let cells = |r: &Statusrad| [json(&r.status), json(&r.fardiggrad), json(&r.kommentar)];
    let old = holds.map_or([Value::Null, Value::Null, Value::Null], cells);
    for ((falt, fran), till) in ["status", "fardiggrad", "kommentar"].into_iter().zip(old).zip(cells(new)) {
        let both_empty = fran.is_null() && till.as_str() == Some("");
        if fran != till && !both_empty {
            work.note(falt, || [fran, till]);
        }
    }
}
