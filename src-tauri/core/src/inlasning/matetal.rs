//! The meaning of a mätetal row: which mätetal of the plan it is, its definition, outcomes, targets and analysis.
use foldhash::HashMap;

use super::context::{Context, last_key};
use super::form::within;
use super::key::word;
use super::note;
use super::register::{Entry, Namn, Register, Sokt, benamning};
use super::source::Kallrader;
use super::texts::Periodtexter;
use super::work::{Periodfalt, Radarbete, json};
use super::write::Skrivning;
use super::{Anmarkning, MatetalRad, Utslag, Vagran};
use crate::belopp::Tal;
use crate::id::{MatetalId, OrganisationId, ThingId};
use crate::matetal::{Kon, Krav, Malvarde, Matetal, MatetalMal, Matetalsart, Riktning, Utfall, Varde};
use crate::period::Period;
use crate::plan::Plan;
use crate::sort_key;
use crate::text::MAX_TITEL;

/// Most decimals shown (schema).
const MAX_DECIMALER: u8 = 6;
/// A mätetal belongs to no year.
const EVERY_YEAR: (i32, i32) = (i32::MIN, i32::MAX);

/// Judges mätetal rows, one after the other.
pub(super) struct Matetalsrader<'a, 's> {
    register: Register<MatetalId>,
    by_kolada: HashMap<String, Vec<usize>>,
    utfall: HashMap<(MatetalId, Period), &'a Utfall>,
    malvarden: HashMap<(MatetalId, Period), &'a Malvarde>,
    source: &'s Kallrader,
    last_key: String,
}

impl<'a, 's> Matetalsrader<'a, 's> {
    /// `register`: the plan's ([`known`]), and the keys of the source's rows.
    pub(super) fn new(
        context: &Context<'a>,
        (register, source): (Register<MatetalId>, &'s Kallrader),
    ) -> Self {
        let plan = context.plan;
        let mut by_kolada = HashMap::<String, Vec<usize>>::default();
        for (number, matetal) in plan.matetal.iter().enumerate().filter(|(_, m)| !m.kolada_id.is_empty()) {
            by_kolada.entry(kolada_key(&matetal.kolada_id)).or_default().push(number);
        }
        let node = context.whole().ok();
        let here = |organisation: OrganisationId| Some(organisation) == node;
        let utfall = plan.utfall.iter().filter(|u| here(u.organisation_id) && u.kon == Kon::T);
        let malvarden = plan.malvarde.iter().filter(|m| here(m.organisation_id));
        Matetalsrader {
            register,
            by_kolada,
            utfall: utfall.map(|u| ((u.matetal_id, u.period), u)).collect(),
            malvarden: malvarden.map(|m| ((m.matetal_id, m.period), m)).collect(),
            source,
            last_key: last_key(plan.matetal.iter().map(|m| m.sort_key.as_str())),
        }
    }

    /// The verdict on a row; its writes are planned in the context.
    pub(super) fn row(
        &mut self,
        context: &mut Context<'_>,
        texts: &mut Periodtexter<'_>,
        (row, namn): (&MatetalRad, Namn),
        work: &mut Radarbete,
    ) -> Result<Utslag, Vagran> {
        let titel = within(&row.titel, "titel", MAX_TITEL)?;
        let number = self.find(context, row, namn)?;
        work.new = number.is_none();
        let position = number.and_then(|n| self.register.get(n).position);
        let mut matetal = match position {
            Some(position) => context.plan.matetal[position].clone(),
            None => self.blank(context, row),
        };
        work.set("titel", &mut matetal.titel, titel);
        fields(work, &mut matetal, row)?;
        links(context, work, &mut matetal, row)?;
        let (new, changed) = (number.is_none(), !work.andringar.is_empty());
        let values = self.values(context, work, matetal.id, row)?;
        let text =
            row.analys.as_deref().map(|a| texts.lay(context, ("matetal", ThingId(matetal.id.0)), a, work));
        let text = text.transpose()?.flatten();
        self.remember(number, &matetal, (work.rad, namn));
        if new {
            context.writes.push(Skrivning::NyttMatetal(Box::new(matetal)));
        } else if changed {
            context.writes.push(Skrivning::AndratMatetal(Box::new(matetal)));
        }
        context.writes.extend(values.into_iter().chain(text));
        Ok(work.utslag(new))
    }

    /// By Kolada id, then nr, then title; a title never meets one of another Kolada id.
    fn find(&self, context: &Context<'_>, row: &MatetalRad, namn: Namn) -> Result<Option<usize>, Vagran> {
        let kolada = row.kolada_id.as_deref().map(kolada_key).filter(|k| !k.is_empty());
        if let Some(numbers) = kolada.as_ref().and_then(|k| self.by_kolada.get(k)) {
            return context.thing(&self.register, self.register.decide(numbers.clone()));
        }
        let sokt = Sokt { namn, enhet: None, under: None, years: EVERY_YEAR };
        let found = context.find(&self.register, &sokt, self.source)?;
        Ok(found.filter(|n| {
            let of_plan =
                self.register.get(*n).position.map(|p| kolada_key(&context.plan.matetal[p].kolada_id));
            kolada.is_none() || of_plan.is_none_or(|k| k.is_empty())
        }))
    }

    fn remember(&mut self, number: Option<usize>, matetal: &Matetal, (rad, namn): (u32, Namn)) {
        let position = number.and_then(|n| self.register.get(n).position);
        let number = self.register.put(number, entry_of(matetal, position, Some(rad)), namn);
        let numbers = self.by_kolada.entry(kolada_key(&matetal.kolada_id)).or_default();
        if !matetal.kolada_id.is_empty() && !numbers.contains(&number) {
            numbers.push(number);
        }
    }

    fn blank(&mut self, context: &mut Context<'_>, row: &MatetalRad) -> Matetal {
        self.last_key = sort_key::after(Some(&self.last_key));
        Matetal {
            decimaler: decimaler_of(row),
            riktning: riktning_of(row),
            sort_key: self.last_key.clone(),
            ..Matetal::new(MatetalId(context.new_id()), Matetalsart::Indikator)
        }
    }

    /// Outcomes may come late into a closed year, targets may not (domain.md, Verksamhetsår).
    fn values(
        &self,
        context: &Context<'_>,
        work: &mut Radarbete,
        id: MatetalId,
        row: &MatetalRad,
    ) -> Result<Vec<Skrivning>, Vagran> {
        let mut writes = vec![];
        if row.utfall.is_empty() && row.malvarden.is_empty() {
            return Ok(writes);
        }
        let node = context.whole()?;
        for (period, varde) in &row.utfall {
            let old = self.utfall.get(&(id, *period)).copied();
            if old.is_none_or(|u| u.varde != *varde) {
                work.note(Periodfalt("utfall", *period), || [json(&old.map(|u| u.varde)), json(varde)]);
                let blank = || blank_utfall(id, node, *period, row);
                let utfall = Utfall { varde: *varde, ..old.cloned().unwrap_or_else(blank) };
                writes.push(Skrivning::Utfall(Box::new(utfall)));
            }
        }
        for (period, krav, text) in &row.malvarden {
            let old = self.malvarden.get(&(id, *period)).copied();
            if old.is_none_or(|m| m.krav != *krav || m.text != *text) {
                context.open_year(period.year)?;
                work.note(Periodfalt("malvarde", *period), || [json(&old.map(malvarde_shown)), json(text)]);
                let malvarde = Malvarde {
                    matetal_id: id,
                    organisation_id: node,
                    period: *period,
                    krav: *krav,
                    text: text.clone(),
                };
                writes.push(Skrivning::Malvarde(Box::new(malvarde)));
            }
        }
        Ok(writes)
    }
}

/// The mätetal of the plan.
pub(super) fn known(plan: &Plan) -> Register<MatetalId> {
    Register::new(plan.matetal.iter().enumerate().map(|(position, m)| entry_of(m, Some(position), None)))
}

fn entry_of(matetal: &Matetal, position: Option<usize>, taken_by: Option<u32>) -> Entry<MatetalId> {
    Entry {
        id: matetal.id,
        nr: matetal.nr.clone(),
        titel: matetal.titel.clone(),
        enhet: None,
        under: None,
        years: EVERY_YEAR,
        position,
        taken_by,
    }
}

fn fields(work: &mut Radarbete, matetal: &mut Matetal, row: &MatetalRad) -> Result<(), Vagran> {
    work.text("nr", &mut matetal.nr, row.nr.as_deref())?;
    work.text("definition", &mut matetal.definition, row.definition.as_deref())?;
    work.text("enhet", &mut matetal.enhet, row.enhet.as_deref())?;
    work.text("kalla", &mut matetal.kalla, row.kalla.as_deref())?;
    work.text("kolada_id", &mut matetal.kolada_id, row.kolada_id.as_deref())?;
    work.cell("art", &mut matetal.art, row.art);
    work.cell("decimaler", &mut matetal.decimaler, row.decimaler.map(|d| d.min(MAX_DECIMALER)));
    work.cell("riktning", &mut matetal.riktning, row.riktning);
    work.cell("frekvens", &mut matetal.frekvens, row.frekvens);
    Ok(())
}

/// Links are added, never taken away: a table shows one mål of several.
fn links(
    context: &mut Context<'_>,
    work: &mut Radarbete,
    matetal: &mut Matetal,
    row: &MatetalRad,
) -> Result<(), Vagran> {
    if let Some(title) = word(row.ansvarig.as_deref()) {
        let id = context.befattning(title)?;
        if matetal.ansvarig_id != Some(id) {
            let old = matetal.ansvarig_id.map(|old| context.titles(&[old]));
            work.note("ansvarig", || [json(&old), json(&context.titles(&[id]))]);
            matetal.ansvarig_id = Some(id);
        }
    }
    for text in parts(row.mal.as_deref()) {
        match context.mal_named(text)? {
            Some(id) if matetal.mal.iter().any(|m| m.mal_id == id) => {}
            Some(id) => {
                work.note("mal", || [json(&()), json(&context.mal_benamning(id))]);
                matetal.mal.push(MatetalMal { mal_id: id, vikt: 1 });
            }
            None => {
                work.remark(Anmarkning::OkantMal { text: text.to_owned() });
                work.keep_in_note(&mut matetal.anteckning, &note::unknown_mal(text))?;
            }
        }
    }
    for text in parts(row.uppdrag.as_deref()) {
        let found = context.uppdrag_named(text, context.options.year)?.map(|n| context.uppdrag.get(n));
        match found {
            Some(entry) if matetal.uppdrag.contains(&entry.id) => {}
            Some(entry) => {
                work.note("uppdrag", || [json(&()), json(&benamning(&entry.nr, &entry.titel))]);
                matetal.uppdrag.push(entry.id);
            }
            None => {
                work.remark(Anmarkning::OkantUppdrag { text: text.to_owned() });
                work.keep_in_note(&mut matetal.anteckning, &note::unknown_uppdrag(text))?;
            }
        }
    }
    Ok(())
}

/// Several words in one cell are set apart by semicolons.
fn parts(cell: Option<&str>) -> impl Iterator<Item = &str> {
    cell.into_iter().flat_map(|c| c.split(';')).filter_map(|t| word(Some(t)))
}

fn blank_utfall(id: MatetalId, node: OrganisationId, period: Period, row: &MatetalRad) -> Utfall {
    Utfall {
        matetal_id: id,
        organisation_id: node,
        period,
        kon: Kon::T,
        varde: Varde::Tal(Tal(0)),
        vikt: None,
        kalla: row.kalla.clone().unwrap_or_default(),
        datum: None,
    }
}

fn malvarde_shown(malvarde: &Malvarde) -> serde_json::Value {
    if malvarde.text.is_empty() { json(&malvarde.krav) } else { json(&malvarde.text) }
}

/// Kolada ids are written in capitals: N15454.
fn kolada_key(id: &str) -> String {
    id.trim().to_uppercase()
}

/// Decimals enough to show every value of the row as it stands.
fn decimaler_of(row: &MatetalRad) -> u8 {
    let values = row.utfall.iter().filter_map(|(_, v)| match v {
        Varde::Tal(tal) => Some(*tal),
        Varde::Saknas(_) => None,
    });
    let targets = row.malvarden.iter().flat_map(|(_, krav, _)| match krav {
        Krav::Minst(t) | Krav::Hogst(t) => vec![*t],
        Krav::Intervall(low, high) => vec![*low, *high],
        Krav::Riktning => vec![],
    });
    values.chain(targets).map(decimals).max().unwrap_or(0)
}

fn decimals(tal: Tal) -> u8 {
    let mut rest = tal.0;
    let mut decimals = MAX_DECIMALER;
    while decimals > 0 && rest % 10 == 0 {
        rest /= 10;
        decimals -= 1;
    }
    decimals
}

/// Where the table does not say which way is better, the target does.
fn riktning_of(row: &MatetalRad) -> Riktning {
    match row.malvarden.first().map(|(_, krav, _)| krav) {
        Some(Krav::Minst(_)) => Riktning::Hogre,
        Some(Krav::Hogst(_)) => Riktning::Lagre,
        Some(Krav::Intervall(..)) => Riktning::Intervall,
        Some(Krav::Riktning) | None => Riktning::Folj,
    }
}
