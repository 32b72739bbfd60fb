//! Comments and analyses of a period, written beside the row they are about. Never takes away what another row wrote.
use foldhash::HashMap;

use super::Vagran;
use super::context::Context;
use super::form::free;
use super::work::{Radarbete, json};
use super::write::Skrivning;
use crate::id::{AvsnittstextId, ThingId};
use crate::period::Period;
use crate::plan::Plan;
use crate::uppfoljning::Avsnittstext;

/// The texts of the import's period, as they stand and as rows of this import have made them.
pub(super) struct Periodtexter<'a> {
    plan: &'a Plan,
    stored: HashMap<(&'a str, ThingId), usize>,
    written: HashMap<(&'static str, ThingId), Avsnittstext>,
}

impl<'a> Periodtexter<'a> {
    pub(super) fn new(plan: &'a Plan, period: Period) -> Periodtexter<'a> {
        let of_period =
            plan.avsnittstext.iter().enumerate().filter(|(_, t)| {
                (t.year, t.month) == (period.year, period.month) && t.organisation_id.is_none()
            });
        let stored = of_period.filter_map(|(n, t)| Some(((t.avsnitt.as_str(), t.subject_id?), n))).collect();
        Periodtexter { plan, stored, written: HashMap::default() }
    }

    /// The write that makes a comment stand beside its row; `None` where it stands there already.
    /// A second row about the same thing (intäkt and kostnad of one verksamhet) adds its comment as a paragraph.
    pub(super) fn lay(
        &mut self,
        context: &mut Context<'_>,
        (avsnitt, subject): (&'static str, ThingId),
        comment: &str,
        work: &mut Radarbete,
    ) -> Result<Option<Skrivning>, Vagran> {
        let comment = free(comment.trim_start(), "kommentar")?;
        let known = self.written.get(&(avsnitt, subject));
        let stored = self.stored.get(&(avsnitt, subject)).map(|n| &self.plan.avsnittstext[*n]);
        let old = known.or(stored).map_or("", |t| t.text.as_str()).to_owned();
        if comment.is_empty() || stands_in(&old, &comment) {
            return Ok(None);
        }
        context.open_year(context.period.year)?;
        let text = if known.is_some() { format!("{old}\n\n{comment}") } else { comment };
        work.note("kommentar", || [if old.is_empty() { json(&()) } else { json(&old) }, json(&text)]);
        let id = known.or(stored).map(|t| t.id);
        let new = Avsnittstext {
            id: id.unwrap_or_else(|| AvsnittstextId(context.new_id())),
            year: context.period.year,
            month: context.period.month,
            avsnitt: avsnitt.to_owned(),
            subject_id: Some(subject),
            organisation_id: None,
            text,
        };
        self.written.insert((avsnitt, subject), new.clone());
        let new = Box::new(new);
        Ok(Some(if id.is_none() { Skrivning::NyText(new) } else { Skrivning::AndradText(new) }))
    }
}

fn stands_in(text: &str, paragraph: &str) -> bool {
    format!("\n\n{text}\n\n").contains(&format!("\n\n{paragraph}\n\n"))
}
