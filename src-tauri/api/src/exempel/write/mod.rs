//! Writes the year's steps through the plan's own verbs, each on its day and by its befattning.
//! Stops where a report is locked or decided: that is a command of the table, which also draws the files.
mod figures;
mod structure;
mod work;

use std::sync::Arc;

use chrono::NaiveDate;
use plan_core::document::Document;
use plan_core::error::Result;
use plan_core::period::Period;

use super::clock::Clock;
use super::data::Data;
use super::keys::Keys;
use super::year::{Step, What, steps};

/// Where the writing stands.
pub(super) struct Writer {
    data: Arc<Data>,
    clock: Clock,
    /// Steps already taken.
    taken: usize,
    keys: Keys,
}

/// A step that needs the whole program: build, draw, store.
pub(super) enum Act {
    Las { period: Period },
    Faststall { period: Period, datum: NaiveDate, paragraf: String },
}

impl Writer {
    pub(super) fn new(data: Arc<Data>, clock: Clock) -> Writer {
        Writer { data, clock, taken: 0, keys: Keys::default() }
    }

    /// Takes the steps up to the next act; `None` when the year is written.
    pub(super) fn go_on(&mut self, document: &mut Document) -> Result<Option<Act>> {
        let data = Arc::clone(&self.data);
        for step in steps(&data)?.into_iter().skip(self.taken) {
            self.taken += 1;
            self.clock.turn_to(step.day);
            document.set_vem(Some(title(&data, step.vem).to_owned()));
            match step.what {
                What::Las(period) => return Ok(Some(Act::Las { period })),
                What::Faststall { period, datum, paragraf } => {
                    return Ok(Some(Act::Faststall { period, datum, paragraf: paragraf.to_owned() }));
                }
                _ => Hand { data: &data, keys: &mut self.keys, document }.take(&step)?,
            }
        }
        Ok(None)
    }
}

/// The befattning's title, which is what the log says.
fn title<'d>(data: &'d Data, nyckel: &'d str) -> &'d str {
    data.befattning.iter().find(|b| b.nyckel == nyckel).map_or(nyckel, |b| &b.titel)
}

/// The one that writes: the files, the ids given so far, and the plan.
struct Hand<'a> {
    data: &'a Data,
    keys: &'a mut Keys,
    document: &'a mut Document,
}

impl Hand<'_> {
    fn take(&mut self, step: &Step) -> Result<()> {
        match &step.what {
            What::Plan => self.plan(),
            What::Befattning(item) => self.befattning(item),
            What::Organisation(item) => self.organisation(item),
            What::Mal(item) => self.mal(item),
            What::Uppfoljning(item) => self.uppfoljning(item),
            What::Lage(period, state) => self.lage(*period, *state),
            What::Uppdrag(item) => self.uppdrag(item),
            What::Aktivitet(at) => self.aktivitet(*at),
            What::NyttSlut(at, slut) => self.nytt_slut(*at, *slut),
            What::Borttagen(at) => self.borttagen(*at),
            What::Klar { aktivitet, delaktivitet } => self.klar(*aktivitet, *delaktivitet),
            What::Status { sak, rad } => self.status(*sak, rad),
            What::Text { period, avsnitt, om, text } => self.text(*period, avsnitt, *om, text),
            What::Matetal(item) => self.matetal(item),
            What::NyLydelse(item) => self.ny_lydelse(item),
            What::Malvarden(item) => self.malvarden(item),
            What::Jamforelser(item) => self.jamforelser(item),
            What::Utfall(item, rader) => self.utfall(item, rader),
            What::Driftrad(item) => self.driftrad(item),
            What::Verksamhet(item) => self.verksamhet(item),
            What::Budget => self.budget(),
            What::Uppfoljt(period) => self.uppfoljt(*period),
            What::Las(_) | What::Faststall { .. } => Ok(()),
        }
    }
}
