//! The meaning of an uppdrag row: which uppdrag of the plan it is, what it changes, what it says of the status.
use super::context::{Context, last_key};
use super::form::{regel, within};
use super::key::{title_key, word};
use super::note;
use super::register::{Namn, Sokt};
use super::source::Kallrader;
use super::status::{Statusceller, Statuslage};
use super::work::{Radarbete, json};
use super::write::Skrivning;
use super::{Anmarkning, UppdragRad, Utslag, Vagran};
use crate::id::UppdragId;
use crate::sort_key;
use crate::text::MAX_TITEL;
use crate::uppdrag::{Kalla, Uppdrag};
use crate::uppfoljning::Statusbarare;

/// Judges uppdrag rows, one after the other.
pub(super) struct Uppdragsrader<'s> {
    statuslage: &'s Statuslage<'s>,
    source: &'s Kallrader,
    last_key: String,
}

impl<'s> Uppdragsrader<'s> {
    pub(super) fn new(context: &Context<'_>, statuslage: &'s Statuslage<'s>, source: &'s Kallrader) -> Self {
        let last_key = last_key(context.plan.uppdrag.iter().map(|u| u.sort_key.as_str()));
        Uppdragsrader { statuslage, source, last_key }
    }

    /// The verdict on a row; its writes are planned in the context.
    pub(super) fn row(
        &mut self,
        context: &mut Context<'_>,
        (row, namn): (&UppdragRad, Namn),
        work: &mut Radarbete,
    ) -> Result<Utslag, Vagran> {
        let titel = within(&row.titel, "titel", MAX_TITEL)?;
        let years = years(row, context.options.year)?;
        let enhet = word(row.enhet.as_deref()).map(|e| context.unit(e, work)).transpose()?;
        let sokt = Sokt { namn, enhet, under: None, years };
        let number = context.find(&context.uppdrag, &sokt, self.source)?;
        work.new = number.is_none();
        let position = number.and_then(|n| context.uppdrag.get(n).position);
        let mut uppdrag = match position {
            Some(position) => context.plan.uppdrag[position].clone(),
            None => self.blank(context, row, years),
        };
        work.set("titel", &mut uppdrag.titel, titel);
        texts(work, &mut uppdrag, row)?;
        links(context, work, &mut uppdrag, row)?;
        if let Some(enhet) = enhet {
            context.set_unit(work, &mut uppdrag.mottagare_id, enhet);
        }
        self.finish(context, work, (number, row, namn), uppdrag)
    }

    fn blank(&mut self, context: &mut Context<'_>, row: &UppdragRad, years: (i32, i32)) -> Uppdrag {
        self.last_key = sort_key::after(Some(&self.last_key));
        let kalla = row.kalla.as_deref().map_or(Kalla::Mor, kalla_of);
        Uppdrag {
            kalla,
            grunduppdrag: matches!(kalla, Kalla::Reglemente | Kalla::Lag),
            year_to: years.1,
            sort_key: self.last_key.clone(),
            ..Uppdrag::new(UppdragId(context.new_id()), years.0)
        }
    }

    /// The status, the closed years, and the planned writes: nothing can refuse the row after them.
    fn finish(
        &self,
        context: &mut Context<'_>,
        work: &mut Radarbete,
        (number, row, namn): (Option<usize>, &UppdragRad, Namn),
        mut uppdrag: Uppdrag,
    ) -> Result<Utslag, Vagran> {
        let celler = Statusceller {
            barare: Statusbarare::Uppdrag(uppdrag.id),
            status: row.status.as_ref(),
            fardiggrad: row.fardiggrad,
            kommentar: row.kommentar.as_deref(),
        };
        let (changed, status) = self.statuslage.finish(context, &celler, work, &mut uppdrag.anteckning)?;
        let new = number.is_none();
        if changed || new {
            context.open_year(uppdrag.year_to)?;
        }
        context.take_uppdrag(number, &uppdrag, (work.rad, namn));
        if new {
            context.writes.push(Skrivning::NyttUppdrag(Box::new(uppdrag)));
        } else if changed {
            context.writes.push(Skrivning::AndratUppdrag(Box::new(uppdrag)));
        }
        context.writes.extend(status.map(|rad| Skrivning::NyStatusrad(Box::new(rad))));
        Ok(work.utslag(new))
    }
}

/// First and last year: what the row says, else the verksamhetsår of the import.
fn years(row: &UppdragRad, year: i32) -> Result<(i32, i32), Vagran> {
    let from = row.year_from.unwrap_or(row.year_to.map_or(year, |to| to.min(year)));
    let to = row.year_to.unwrap_or(from);
    if to < from { Err(regel("year_to", "end_before_start")) } else { Ok((from, to)) }
}

fn texts(work: &mut Radarbete, uppdrag: &mut Uppdrag, row: &UppdragRad) -> Result<(), Vagran> {
    work.text("nr", &mut uppdrag.nr, row.nr.as_deref())?;
    work.text("vad", &mut uppdrag.vad, row.vad.as_deref())?;
    work.text("varfor", &mut uppdrag.varfor, row.varfor.as_deref())?;
    work.text("onskad_effekt", &mut uppdrag.onskad_effekt, row.onskad_effekt.as_deref())?;
    work.text("kalla", &mut uppdrag.kalla_text, row.kalla.as_deref())?;
    work.text("perspektiv", &mut uppdrag.perspektiv, row.perspektiv.as_deref())?;
    work.text("period_text", &mut uppdrag.period_text, row.period_text.as_deref())?;
    if row.year_from.is_some() || row.year_to.is_some() {
        work.cell("year_from", &mut uppdrag.year_from, row.year_from);
        work.cell("year_to", &mut uppdrag.year_to, row.year_to);
        // The plan's own other end may be left outside by the new one.
        uppdrag.year_to = uppdrag.year_to.max(uppdrag.year_from);
    }
    Ok(())
}

fn links(
    context: &mut Context<'_>,
    work: &mut Radarbete,
    uppdrag: &mut Uppdrag,
    row: &UppdragRad,
) -> Result<(), Vagran> {
    context.set_ansvariga(work, &mut uppdrag.ansvariga, &row.ansvariga)?;
    let Some(text) = word(row.mal.as_deref()) else { return Ok(()) };
    match context.mal_named(text)? {
        Some(mal) if uppdrag.mal_id == Some(mal) => {}
        Some(mal) => {
            let old = uppdrag.mal_id.and_then(|id| context.mal_benamning(id));
            work.note("mal", || [json(&old), json(&context.mal_benamning(mal))]);
            uppdrag.mal_id = Some(mal);
        }
        None => {
            work.remark(Anmarkning::OkantMal { text: text.trim().to_owned() });
            if uppdrag.mal_id.is_none() {
                work.keep_in_note(&mut uppdrag.anteckning, &note::unknown_mal(text))?;
            }
        }
    }
    Ok(())
}

/// The source by the words people use for it; everything else is the nämnd's mål och resursplan.
fn kalla_of(text: &str) -> Kalla {
    let key = title_key(text);
    let word = |words: &[&str]| key.split(' ').any(|w| words.contains(&w));
    let has = |part: &str| key.contains(part);
    if has("reglemente") {
        Kalla::Reglemente
    } else if has("intern kontroll") || has("internkontroll") {
        Kalla::InternKontroll
    } else if word(&["lag", "lagstiftning", "lagkrav", "lagen"]) || has("statlig") {
        Kalla::Lag
    } else if word(&["kf", "ks", "kommunfullmäktige", "kommunstyrelsen", "fullmäktige"]) {
        Kalla::KfKs
    } else if has("åtgärd") {
        Kalla::Atgard
    } else if has("förvaltning") {
        Kalla::Forvaltning
    } else {
        Kalla::Mor
    }
}
