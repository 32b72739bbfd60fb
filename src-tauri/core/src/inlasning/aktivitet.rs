//! The meaning of an aktivitet row: which aktivitet of the plan it is, its uppdrag, its days, its status.
use chrono::{Datelike, NaiveDate};

use super::context::{Context, last_key};
use super::date::{Ende, day_of};
use super::form::{free, within};
use super::key::word;
use super::note;
use super::register::{Entry, Namn, Register, Sokt, benamning};
use super::source::Kallrader;
use super::status::{Statusceller, Statuslage};
use super::work::{Radarbete, json};
use super::write::Skrivning;
use super::{AktivitetRad, Anmarkning, DatumCell, Falt, Utslag, Vagran};
use crate::aktivitet::Aktivitet;
use crate::id::{AktivitetId, UppdragId};
use crate::plan::Plan;
use crate::sort_key;
use crate::text::MAX_TITEL;
use crate::uppfoljning::Statusbarare;

/// Judges aktivitet rows, one after the other.
pub(super) struct Aktivitetsrader<'s> {
    register: Register<AktivitetId>,
    statuslage: &'s Statuslage<'s>,
    source: &'s Kallrader,
    last_key: String,
}

/// The uppdrag a row names: its number in the register of uppdrag, or a word that names none.
enum Lank {
    Ingen,
    Okand(String),
    Kand(usize),
}

impl<'s> Aktivitetsrader<'s> {
    /// `register`: the plan's ([`known`]), and the keys of the source's rows.
    pub(super) fn new(
        context: &Context<'_>,
        statuslage: &'s Statuslage<'s>,
        (register, source): (Register<AktivitetId>, &'s Kallrader),
    ) -> Self {
        Aktivitetsrader {
            register,
            statuslage,
            source,
            last_key: last_key(context.plan.aktivitet.iter().map(|a| a.sort_key.as_str())),
        }
    }

    /// The verdict on a row; its writes are planned in the context.
    pub(super) fn row(
        &mut self,
        context: &mut Context<'_>,
        (row, namn): (&AktivitetRad, Namn),
        work: &mut Radarbete,
    ) -> Result<Utslag, Vagran> {
        let titel = within(&row.titel, "titel", MAX_TITEL)?;
        let year = context.options.year;
        let lank = lank(context, row, year)?;
        let enhet = word(row.enhet.as_deref()).map(|e| context.unit(e, work)).transpose()?;
        let under = match lank {
            Lank::Kand(number) => Some(context.uppdrag.get(number).id),
            _ => None,
        };
        let sokt = Sokt { namn, enhet, under, years: (year, year) };
        let number = context.find(&self.register, &sokt, self.source)?;
        work.new = number.is_none();
        let position = number.and_then(|n| self.register.get(n).position);
        let mut aktivitet = match position {
            Some(position) => context.plan.aktivitet[position].clone(),
            None => self.blank(context),
        };
        work.set("titel", &mut aktivitet.titel, titel);
        work.text("nr", &mut aktivitet.nr, row.nr.as_deref())?;
        work.text("hur", &mut aktivitet.hur, row.hur.as_deref())?;
        if row.kostnad.is_some() {
            work.set("kostnad", &mut aktivitet.kostnad, row.kostnad);
        }
        link(context, work, &mut aktivitet, &lank)?;
        if let Some(enhet) = enhet {
            context.set_unit(work, &mut aktivitet.organisation_id, enhet);
        }
        context.set_ansvariga(work, &mut aktivitet.ansvariga, &row.ansvariga)?;
        days(context, work, &mut aktivitet, row)?;
        self.finish(context, work, (number, row, namn), aktivitet)
    }

    fn blank(&mut self, context: &mut Context<'_>) -> Aktivitet {
        self.last_key = sort_key::after(Some(&self.last_key));
        Aktivitet {
            sort_key: self.last_key.clone(),
            ..Aktivitet::new(AktivitetId(context.new_id()), context.options.year)
        }
    }

    /// The status, the closed years, and the planned writes: nothing can refuse the row after them.
    fn finish(
        &mut self,
        context: &mut Context<'_>,
        work: &mut Radarbete,
        (number, row, namn): (Option<usize>, &AktivitetRad, Namn),
        mut aktivitet: Aktivitet,
    ) -> Result<Utslag, Vagran> {
        let celler = Statusceller {
            barare: Statusbarare::Aktivitet(aktivitet.id),
            status: row.status.as_ref(),
            fardiggrad: row.fardiggrad,
            kommentar: row.kommentar.as_deref(),
        };
        let (changed, status) = self.statuslage.finish(context, &celler, work, &mut aktivitet.anteckning)?;
        let new = number.is_none();
        if changed || new {
            context.open_year(aktivitet.year)?;
        }
        let position = number.and_then(|n| self.register.get(n).position);
        self.register.put(number, entry_of(&aktivitet, position, Some(work.rad)), namn);
        if new {
            context.writes.push(Skrivning::NyAktivitet(Box::new(aktivitet)));
        } else if changed {
            context.writes.push(Skrivning::AndradAktivitet(Box::new(aktivitet)));
        }
        context.writes.extend(status.map(|rad| Skrivning::NyStatusrad(Box::new(rad))));
        Ok(work.utslag(new))
    }
}

/// The aktiviteter of the plan.
pub(super) fn known(plan: &Plan) -> Register<AktivitetId> {
    Register::new(plan.aktivitet.iter().enumerate().map(|(position, a)| entry_of(a, Some(position), None)))
}

fn entry_of(aktivitet: &Aktivitet, position: Option<usize>, taken_by: Option<u32>) -> Entry<AktivitetId> {
    Entry {
        id: aktivitet.id,
        nr: aktivitet.nr.clone(),
        titel: aktivitet.titel.clone(),
        enhet: aktivitet.organisation_id,
        under: aktivitet.uppdrag_id,
        years: (aktivitet.year, aktivitet.year),
        position,
        taken_by,
    }
}

fn lank(context: &Context<'_>, row: &AktivitetRad, year: i32) -> Result<Lank, Vagran> {
    let Some(text) = word(row.uppdrag.as_deref()) else {
        return Ok(Lank::Ingen);
    };
    Ok(context.uppdrag_named(text, year)?.map_or_else(|| Lank::Okand(text.to_owned()), Lank::Kand))
}

/// Links the uppdrag; an unknown one leaves the link open and is kept as a word.
fn link(
    context: &Context<'_>,
    work: &mut Radarbete,
    aktivitet: &mut Aktivitet,
    lank: &Lank,
) -> Result<(), Vagran> {
    match lank {
        Lank::Kand(number) => {
            let entry = context.uppdrag.get(*number);
            if aktivitet.uppdrag_id != Some(entry.id) {
                let old = aktivitet.uppdrag_id.and_then(|id| uppdrag_benamning(context, id));
                work.note("uppdrag", || [json(&old), json(&benamning(&entry.nr, &entry.titel))]);
                aktivitet.uppdrag_id = Some(entry.id);
            }
        }
        Lank::Okand(text) => {
            work.remark(Anmarkning::OkantUppdrag { text: text.clone() });
            if aktivitet.uppdrag_id.is_none() {
                work.keep_in_note(&mut aktivitet.anteckning, &note::unknown_uppdrag(text))?;
            }
        }
        Lank::Ingen if aktivitet.uppdrag_id.is_none() => work.remark(Anmarkning::UtanUppdrag),
        Lank::Ingen => {}
    }
    Ok(())
}

fn uppdrag_benamning(context: &Context<'_>, id: UppdragId) -> Option<String> {
    let found = context.plan.uppdrag.iter().find(|u| u.id == id)?;
    Some(benamning(&found.nr, &found.titel))
}

/// Start and end, with the year of the uppdrag where the text has none, and what is odd about them.
fn days(
    context: &Context<'_>,
    work: &mut Radarbete,
    aktivitet: &mut Aktivitet,
    row: &AktivitetRad,
) -> Result<(), Vagran> {
    let period = aktivitet.uppdrag_id.and_then(|id| context.uppdrag_years(id));
    let year = period.map_or(aktivitet.year, |(from, to)| aktivitet.year.clamp(from, to));
    if let Some(cell) = &row.start {
        let read = Dag::read(cell, ("start", Ende::Start), year, work)?;
        read.lay_over(work, &mut aktivitet.start_date, &mut aktivitet.start_text);
    }
    if let Some(cell) = &row.slut {
        let read = Dag::read(cell, ("slut", Ende::Slut), year, work)?;
        read.lay_over(work, &mut aktivitet.end_date, &mut aktivitet.end_text);
    }
    if row.start.is_some() && aktivitet.start_date.is_some_and(|d| d.year() < aktivitet.year) {
        work.remark(Anmarkning::BorjarForeAret);
    }
    if row.slut.is_some() && aktivitet.end_date.is_some_and(|d| d.year() > aktivitet.year) {
        work.remark(Anmarkning::SlutarEfterAret);
    }
    if let (Some(start), Some(slut)) = (aktivitet.start_date, aktivitet.end_date)
        && slut < start
    {
        work.remark(Anmarkning::SlutForeStart);
    }
    Ok(())
}

/// A day as read, with the text it was read from where that was not a plain date.
struct Dag {
    falt: &'static str,
    datum: Option<NaiveDate>,
    text: String,
}

impl Dag {
    fn read(
        cell: &DatumCell,
        (falt, ende): (&'static str, Ende),
        year: i32,
        work: &mut Radarbete,
    ) -> Result<Dag, Vagran> {
        let text = free(&cell.text, falt)?;
        let datum = cell.datum.or_else(|| day_of(cell.utan_ar?, year, ende));
        if cell.utan_ar.is_some() && cell.datum.is_none() {
            year_filled_in(work, falt, &text, datum);
        }
        Ok(Dag { falt, datum, text })
    }

    fn lay_over(self, work: &mut Radarbete, date: &mut Option<NaiveDate>, text: &mut String) {
        if *date != self.datum || *text != self.text {
            work.note(self.falt, || [shown(*date, text), shown(self.datum, &self.text)]);
            *date = self.datum;
            *text = self.text;
        }
    }
}

/// The reader of the source could not know the day: its remark gets it, or says that the year has no such day.
fn year_filled_in(work: &mut Radarbete, falt: &'static str, text: &str, datum: Option<NaiveDate>) {
    let ours = |a: &Anmarkning| matches!(a, Anmarkning::TextSomDatum { falt: f, .. } if f == falt);
    work.anmarkningar.retain(|a| !ours(a));
    let (falt, text) = (Falt::from(falt), text.to_owned());
    work.remark(match datum {
        Some(_) => Anmarkning::TextSomDatum { falt, text, datum },
        None => Anmarkning::DatumFinnsInte { falt, text },
    });
}

/// The words of the paper where there are any, else the day.
fn shown(date: Option<NaiveDate>, text: &str) -> serde_json::Value {
    if text.is_empty() { json(&date) } else { json(text) }
}
