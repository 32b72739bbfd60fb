//! What every row of an import needs: the plan, what people's words in cells mean in it, and the writes planned so far.
//! A row that is refused leaves nothing behind ([`Context::rollback`]). Writes nothing itself.
use chrono::NaiveDate;
use foldhash::{HashMap, HashSet};
use uuid::Uuid;

use super::form::{regel, within};
use super::key::{title_key, word};
use super::register::{Entry, Namn, Register, Sokt, Traff, benamning};
use super::source::Kallrader;
use super::work::{Radarbete, json};
use super::write::{Destination, Skrivning};
use super::{Anmarkning, ImportOptions, Vagran};
use crate::befattning::Befattning;
use crate::id::{BefattningId, MalId, OrganisationId, UppdragId};
use crate::organisation::{Organisation, Organisationsslag};
use crate::period::Period;
use crate::plan::{Arslage, Plan};
use crate::sort_key;
use crate::text::MAX_NAMN;
use crate::uppdrag::Uppdrag;

/// Where and when an import takes place.
#[derive(Debug, Clone, Copy)]
pub struct Villkor<'a> {
    pub options: &'a ImportOptions,
    /// The day of the document's clock: its month holds for statuses when no period is given.
    pub today: NaiveDate,
}

/// The shared state of one import.
pub(super) struct Context<'a> {
    pub(super) plan: &'a Plan,
    pub(super) options: &'a ImportOptions,
    /// The month of statuses and comments.
    pub(super) period: Period,
    /// Planned, and not yet handed over.
    pub(super) writes: Vec<Skrivning>,
    pub(super) uppdrag: Register<UppdragId>,
    uppdrag_by_id: HashMap<UppdragId, usize>,
    mal: Register<MalId>,
    destination: &'a mut dyn Destination,
    units: HashMap<String, Vec<OrganisationId>>,
    unit_names: HashMap<OrganisationId, String>,
    befattningar: HashMap<String, BefattningId>,
    titles: HashMap<BefattningId, String>,
    forvaltning: Option<OrganisationId>,
    closed: HashSet<i32>,
    last_unit_key: String,
}

impl<'a> Context<'a> {
    pub(super) fn new(
        plan: &'a Plan,
        villkor: &Villkor<'a>,
        destination: &'a mut dyn Destination,
    ) -> Context<'a> {
        let options = villkor.options;
        Context {
            plan,
            options,
            period: Context::period_of(villkor),
            writes: vec![],
            uppdrag: Register::new(plan.uppdrag.iter().enumerate().map(|(position, u)| Entry {
                id: u.id,
                nr: u.nr.clone(),
                titel: u.titel.clone(),
                enhet: u.mottagare_id,
                under: None,
                years: (u.year_from, u.year_to),
                position: Some(position),
                taken_by: None,
            })),
            mal: Register::new(plan.mal.iter().enumerate().map(|(position, m)| Entry {
                id: m.id,
                nr: m.nr.clone(),
                titel: m.titel.clone(),
                enhet: None,
                under: None,
                years: (i32::MIN, i32::MAX),
                position: Some(position),
                taken_by: None,
            })),
            uppdrag_by_id: plan.uppdrag.iter().enumerate().map(|(number, u)| (u.id, number)).collect(),
            destination,
            units: units_by_word(plan),
            unit_names: plan.organisation.iter().map(|o| (o.id, o.namn.clone())).collect(),
            befattningar: plan.befattning.iter().rev().map(|b| (title_key(&b.titel), b.id)).collect(),
            titles: plan.befattning.iter().map(|b| (b.id, b.titel.clone())).collect(),
            forvaltning: forvaltning(plan),
            closed: closed_years(plan),
            last_unit_key: last_key(plan.organisation.iter().map(|o| o.sort_key.as_str())),
        }
    }

    /// The month said, else that of the document's clock.
    pub(super) fn period_of(villkor: &Villkor<'_>) -> Period {
        let january = Period { year: villkor.options.year, month: 1 };
        villkor.options.period.or_else(|| Period::of(villkor.today)).unwrap_or(january)
    }

    pub(super) fn new_id(&mut self) -> Uuid {
        self.destination.new_id()
    }

    /// The node that stands for the whole: amounts and outcomes of a table without units belong there.
    pub(super) fn whole(&self) -> Result<OrganisationId, Vagran> {
        self.forvaltning.ok_or_else(|| regel("enhet", "required"))
    }

    pub(super) fn is_closed(&self, year: i32) -> bool {
        self.closed.contains(&year)
    }

    /// Refuses a write in a closed year.
    pub(super) fn open_year(&self, year: i32) -> Result<(), Vagran> {
        if self.is_closed(year) { Err(Vagran::StangtAr { year }) } else { Ok(()) }
    }

    /// The unit a word names (name or code); an unknown one is created below the förvaltning.
    pub(super) fn unit(&mut self, text: &str, work: &mut Radarbete) -> Result<OrganisationId, Vagran> {
        match self.units.get(&title_key(text)).map(Vec::as_slice) {
            Some([one]) => Ok(*one),
            Some(several @ [_, _, ..]) => {
                Err(Vagran::Tvetydig { kandidater: several.iter().map(|id| self.unit_name(*id)).collect() })
            }
            _ => self.create_unit(text, work),
        }
    }

    /// The unit a word names, without creating any.
    pub(super) fn known_unit(&self, text: &str) -> Option<OrganisationId> {
        match self.units.get(&title_key(text)).map(Vec::as_slice) {
            Some([one]) => Some(*one),
            _ => None,
        }
    }

    /// The key of a unit's name.
    pub(super) fn unit_key(&self, id: OrganisationId) -> String {
        self.unit_names.get(&id).map(|name| title_key(name)).unwrap_or_default()
    }

    /// The uppdrag of the import's year that a word names, where it names exactly one.
    pub(super) fn known_uppdrag(&self, text: &str) -> Option<UppdragId> {
        let number = self.uppdrag_named(text, self.options.year).ok().flatten()?;
        Some(self.uppdrag.get(number).id)
    }

    pub(super) fn unit_name(&self, id: OrganisationId) -> String {
        self.unit_names.get(&id).cloned().unwrap_or_default()
    }

    fn create_unit(&mut self, text: &str, work: &mut Radarbete) -> Result<OrganisationId, Vagran> {
        let namn = within(text, "enhet", MAX_NAMN)?;
        let key = title_key(&namn);
        let omrade = key.starts_with("verksamhetsområde");
        let id = OrganisationId(self.new_id());
        self.last_unit_key = sort_key::after(Some(&self.last_unit_key));
        self.units.entry(key).or_default().push(id);
        self.unit_names.insert(id, namn.clone());
        work.remark(Anmarkning::OkandEnhet { text: namn.clone() });
        self.writes.push(Skrivning::NyOrganisation(Box::new(Organisation {
            id,
            parent_id: self.forvaltning,
            slag: if omrade { Organisationsslag::Verksamhetsomrade } else { Organisationsslag::Enhet },
            namn,
            kod: String::new(),
            chef_id: None,
            active_from: None,
            active_to: None,
            anteckning: String::new(),
            sort_key: self.last_unit_key.clone(),
        })));
        Ok(id)
    }

    /// The befattningar by title, whatever the case of their letters; unknown ones are created.
    pub(super) fn befattningar(&mut self, titles: &[String]) -> Result<Vec<BefattningId>, Vagran> {
        let mut found = vec![];
        for title in titles.iter().filter_map(|t| word(Some(t))) {
            let id = self.befattning(title)?;
            if !found.contains(&id) {
                found.push(id);
            }
        }
        Ok(found)
    }

    pub(super) fn befattning(&mut self, text: &str) -> Result<BefattningId, Vagran> {
        let key = title_key(text);
        if let Some(id) = self.befattningar.get(&key) {
            return Ok(*id);
        }
        let titel = capitalised(&within(text, "ansvariga", MAX_NAMN)?);
        let id = BefattningId(self.new_id());
        self.befattningar.insert(key, id);
        self.titles.insert(id, titel.clone());
        let befattning = Befattning { id, titel, namn: String::new(), epost: String::new() };
        self.writes.push(Skrivning::NyBefattning(Box::new(befattning)));
        Ok(id)
    }

    /// Titles in Swedish enough an order to compare by: by code point.
    pub(super) fn titles(&self, ids: &[BefattningId]) -> Vec<String> {
        let mut titles: Vec<String> = ids.iter().filter_map(|id| self.titles.get(id).cloned()).collect();
        titles.sort();
        titles
    }

    /// The thing a row is about.
    pub(super) fn find<K>(
        &self,
        register: &Register<K>,
        sokt: &Sokt,
        source: &Kallrader,
    ) -> Result<Option<usize>, Vagran> {
        let found = register.find(sokt, source, &|id| self.unit_key(id));
        self.thing(register, found)
    }

    /// The number of what was found, `None` for a thing that is not there yet; anything unclear refuses the row.
    pub(super) fn thing<K>(&self, register: &Register<K>, traff: Traff) -> Result<Option<usize>, Vagran> {
        match traff {
            Traff::Ingen => Ok(None),
            Traff::En(number) => Ok(Some(number)),
            Traff::Upptagen(rad) => Err(Vagran::Dubblett { rad }),
            Traff::Flera(numbers) => {
                let name = |n: &usize| {
                    let entry = register.get(*n);
                    let unit = entry.enhet.map(|id| format!(", {}", self.unit_name(id))).unwrap_or_default();
                    benamning(&entry.nr, &entry.titel) + &unit
                };
                Err(Vagran::Tvetydig { kandidater: numbers.iter().map(name).collect() })
            }
        }
    }

    /// The uppdrag a word names among those of a year.
    pub(super) fn uppdrag_named(&self, text: &str, year: i32) -> Result<Option<usize>, Vagran> {
        self.thing(&self.uppdrag, self.uppdrag.named(text, Some((year, year))))
    }

    /// First and last year of an uppdrag, as this import leaves it.
    pub(super) fn uppdrag_years(&self, id: UppdragId) -> Option<(i32, i32)> {
        self.uppdrag_by_id.get(&id).map(|number| self.uppdrag.get(*number).years)
    }

    pub(super) fn mal_named(&self, text: &str) -> Result<Option<MalId>, Vagran> {
        let number = self.thing(&self.mal, self.mal.named(text, None))?;
        Ok(number.map(|n| self.mal.get(n).id))
    }

    pub(super) fn mal_benamning(&self, id: MalId) -> Option<String> {
        let of_plan = self.plan.mal.iter().find(|m| m.id == id);
        of_plan.map(|m| benamning(&m.nr, &m.titel))
    }

    /// Remembers which row an uppdrag came from and what it is called now.
    pub(super) fn take_uppdrag(
        &mut self,
        number: Option<usize>,
        uppdrag: &Uppdrag,
        (rad, namn): (u32, Namn),
    ) {
        let entry = Entry {
            id: uppdrag.id,
            nr: uppdrag.nr.clone(),
            titel: uppdrag.titel.clone(),
            enhet: uppdrag.mottagare_id,
            under: None,
            years: (uppdrag.year_from, uppdrag.year_to),
            position: number.and_then(|n| self.uppdrag.get(n).position),
            taken_by: Some(rad),
        };
        let number = self.uppdrag.put(number, entry, namn);
        self.uppdrag_by_id.insert(uppdrag.id, number);
    }

    /// Links a unit, shown by its name.
    pub(super) fn set_unit(
        &self,
        work: &mut Radarbete,
        slot: &mut Option<OrganisationId>,
        unit: OrganisationId,
    ) {
        if *slot != Some(unit) {
            work.note("enhet", || [json(&slot.map(|id| self.unit_name(id))), json(&self.unit_name(unit))]);
            *slot = Some(unit);
        }
    }

    /// Links the befattningar of a row, shown by their titles; a row without any leaves the plan's own alone.
    pub(super) fn set_ansvariga(
        &mut self,
        work: &mut Radarbete,
        slot: &mut Vec<BefattningId>,
        words: &[String],
    ) -> Result<(), Vagran> {
        let new = self.befattningar(words)?;
        let same = slot.len() == new.len() && new.iter().all(|id| slot.contains(id));
        if !new.is_empty() && !same {
            work.note("ansvariga", || [json(&self.titles(slot)), json(&self.titles(&new))]);
            *slot = new;
        }
        Ok(())
    }

    /// Hands over what is planned: nothing refuses it any more.
    pub(super) fn hand_over(&mut self) {
        self.writes.drain(..).for_each(|write| self.destination.take(write));
    }

    /// Forgets what was planned after `mark` writes.
    pub(super) fn rollback(&mut self, mark: usize) {
        for write in self.writes.drain(mark..) {
            match write {
                Skrivning::NyOrganisation(unit) => {
                    if let Some(ids) = self.units.get_mut(&title_key(&unit.namn)) {
                        ids.retain(|id| *id != unit.id);
                    }
                }
                Skrivning::NyBefattning(befattning) => {
                    self.befattningar.remove(&title_key(&befattning.titel));
                }
                _ => {}
            }
        }
    }
}

/// The förvaltning, else the root.
fn forvaltning(plan: &Plan) -> Option<OrganisationId> {
    let all = &plan.organisation;
    let found = all.iter().find(|o| o.slag == Organisationsslag::Forvaltning);
    found.or_else(|| all.iter().find(|o| o.parent_id.is_none())).map(|o| o.id)
}

fn units_by_word(plan: &Plan) -> HashMap<String, Vec<OrganisationId>> {
    let mut units = HashMap::<String, Vec<OrganisationId>>::default();
    for unit in &plan.organisation {
        let (namn, kod) = (title_key(&unit.namn), title_key(&unit.kod));
        if !kod.is_empty() && kod != namn {
            units.entry(kod).or_default().push(unit.id);
        }
        units.entry(namn).or_default().push(unit.id);
    }
    units
}

fn closed_years(plan: &Plan) -> HashSet<i32> {
    let closed = plan.verksamhetsar.iter().filter(|v| v.state == Arslage::Stangt);
    closed.map(|v| v.year).collect()
}

/// The largest sort key, empty where there is none.
pub(super) fn last_key<'k>(keys: impl Iterator<Item = &'k str>) -> String {
    keys.max().unwrap_or_default().to_owned()
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().map(|c| c.to_uppercase().to_string());
    first.unwrap_or_default() + characters.as_str()
}
