//! The work on one row: laying its cells over a thing of the plan, noting field by field what differs, and remarks.
use serde::Serialize;
use serde_json::Value;

use super::form::free;
use super::{Andring, Anmarkning, Falt, Utslag, Vagran};
use crate::period::Period;

/// A row being judged.
pub(super) struct Radarbete {
    /// Its number in the source.
    pub(super) rad: u32,
    /// Whether its table has a status column at all.
    pub(super) has_status_column: bool,
    /// The thing is not in the plan yet: it has no old cells to tell of, and none are noted.
    pub(super) new: bool,
    pub(super) anmarkningar: Vec<Anmarkning>,
    pub(super) andringar: Vec<Andring>,
}

impl Radarbete {
    /// The verdict: a new thing has no old cells to show, so what was noted of it is dropped.
    pub(super) fn utslag(&mut self, new: bool) -> Utslag {
        if new {
            self.andringar.clear();
        }
        match (new, self.andringar.is_empty()) {
            (true, _) => Utslag::Ny,
            (false, true) => Utslag::Oforandrad,
            (false, false) => Utslag::Andrad,
        }
    }

    /// Adds a remark unless the reader of the source has already made it.
    pub(super) fn remark(&mut self, anmarkning: Anmarkning) {
        if !self.anmarkningar.contains(&anmarkning) {
            self.anmarkningar.push(anmarkning);
        }
    }

    /// Puts `new` in place of the old value where they differ.
    pub(super) fn set<T: PartialEq + Serialize>(&mut self, falt: &'static str, slot: &mut T, new: T) {
        if *slot != new {
            self.note(falt, || [json(slot), json(&new)]);
            *slot = new;
        }
    }

    /// As [`Radarbete::set`] for a cell that need not be there: `None` leaves the plan's own value alone.
    pub(super) fn cell<T: PartialEq + Serialize>(
        &mut self,
        falt: &'static str,
        slot: &mut T,
        cell: Option<T>,
    ) {
        if let Some(new) = cell {
            self.set(falt, slot, new);
        }
    }

    /// As [`Radarbete::cell`] for a text.
    pub(super) fn text(
        &mut self,
        falt: &'static str,
        slot: &mut String,
        cell: Option<&str>,
    ) -> Result<(), Vagran> {
        match cell {
            Some(cell) if slot != cell => {
                self.set(falt, slot, free(cell, falt)?);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Notes a difference as a person is shown it, old and new (names for ids). A new thing has no old cells to tell of.
    pub(super) fn note(&mut self, falt: impl Into<Falt>, values: impl FnOnce() -> [Value; 2]) {
        if !self.new {
            let [fran, till] = values();
            self.andringar.push(Andring { falt: falt.into(), fran, till });
        }
    }

    /// Adds a passage to an anteckning unless it stands there already.
    pub(super) fn keep_in_note(&mut self, anteckning: &mut String, passage: &str) -> Result<(), Vagran> {
        let passage = free(passage, "anteckning")?;
        if passage.is_empty() || format!("\n{anteckning}\n").contains(&format!("\n{passage}\n")) {
            return Ok(());
        }
        let new = if anteckning.is_empty() { passage } else { format!("{anteckning}\n{passage}") };
        self.set("anteckning", anteckning, new);
        Ok(())
    }
}

/// A value of a period as a field: "utfall.2026-04", written out only where somebody is told of it.
pub(super) struct Periodfalt(pub(super) &'static str, pub(super) Period);

impl From<Periodfalt> for Falt {
    fn from(Periodfalt(falt, period): Periodfalt) -> Falt {
        format!("{falt}.{period}").into()
    }
}

/// The value as the outcome shows it.
pub(super) fn json<T: Serialize + ?Sized>(value: &T) -> Value {
    serde_json::to_value(value).unwrap_or(Value::Null)
}
