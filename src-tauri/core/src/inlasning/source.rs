//! What the rows of the source call their things, before any of them is judged: rows that stand twice, and rows that
//! are surely about a thing of their own. Depends on the source and the plan's names only, never on earlier verdicts,
//! so that the same file gives the same answer again when part of it was refused.
use std::collections::hash_map::Entry as Slot;

use foldhash::{HashMap, HashSet};

use super::context::Context;
use super::key::{nr_key, title_key, word};
use super::register::{KeyNumber, Namn, Register};
use super::{Innehall, Vagran};
use crate::id::{OrganisationId, UppdragId};

/// Names and numbers of the rows of one kind.
#[derive(Default)]
pub(super) struct Kallrader {
    /// What the row at each place calls its thing; `None` for a row that is about none.
    names: Vec<Option<Namn>>,
    /// Whether a row carries the Nr, by the number of its key.
    nr: Vec<bool>,
    /// Title, enhet and uppdrag → the first row that says so, and whether all of them carry numbers of their own.
    named: HashMap<Radnamn, (u32, bool)>,
    /// Title and uppdrag of each row.
    carried: HashSet<(KeyNumber, Option<UppdragId>)>,
    /// The units that the rows of a title name, by the key of the unit's name.
    units: HashMap<KeyNumber, HashSet<String>>,
    /// The row that stands twice → the first of the two.
    doubles: HashMap<usize, u32>,
}

/// Title, enhet and uppdrag: rows alike in all three are about one thing.
type Radnamn = (KeyNumber, Option<Enhetsord>, Option<UppdragId>);

/// A number that belongs to one thing only, as a key.
#[derive(PartialEq, Eq, Hash)]
enum Nummer {
    /// Nr, within the years from the one the row says.
    Nr(KeyNumber, Option<i32>),
    Kolada(String),
}

/// A unit as a row names it.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Enhetsord {
    Kand(OrganisationId),
    /// The plan has none of that name yet, or several: the key of the name.
    Okand(String),
}

impl Kallrader {
    /// Looks through the rows, their numbers in the source and what they hold; their keys are the register's.
    pub(super) fn new<'r, K>(
        context: &Context<'_>,
        register: &mut Register<K>,
        rows: impl ExactSizeIterator<Item = (u32, &'r Innehall)>,
    ) -> Kallrader {
        let mut source = Kallrader::default();
        register.reserve(rows.len());
        source.names.reserve(rows.len());
        source.named.reserve(rows.len());
        let mut numbers = HashMap::<Nummer, u32>::default();
        numbers.reserve(rows.len());
        for (place, (rad, innehall)) in rows.enumerate() {
            let namn = titel(innehall).map(|titel| register.name(innehall.nr(), titel));
            source.names.push(namn);
            let Some(namn) = namn else { continue };
            let own = own_numbers(innehall, namn);
            let first = own.iter().flatten().find_map(|n| numbers.get(n)).copied();
            let numbered = own.iter().any(Option::is_some);
            let (enhet, uppdrag) = links(context, innehall);
            source.remember(context, namn, enhet.as_ref(), uppdrag);
            let same_name = match source.named.entry((namn.titel, enhet, uppdrag)) {
                Slot::Vacant(slot) => {
                    slot.insert((rad, numbered));
                    None
                }
                Slot::Occupied(mut slot) => {
                    let (rad, all_numbered) = slot.get_mut();
                    // Two rows of one title that both carry numbers of their own are two things.
                    let same = !(numbered && *all_numbered);
                    *all_numbered &= numbered;
                    same.then_some(*rad)
                }
            };
            if let Some(first) = first.or(same_name) {
                source.doubles.insert(place, first);
            }
            for number in own.into_iter().flatten() {
                numbers.entry(number).or_insert(rad);
            }
        }
        source
    }

    /// What the row at a place calls its thing.
    pub(super) fn name(&self, place: usize) -> Option<Namn> {
        self.names.get(place).copied().flatten()
    }

    /// Refuses the row at a place when it stands twice.
    pub(super) fn once(&self, place: usize) -> Result<(), Vagran> {
        self.doubles.get(&place).map_or(Ok(()), |rad| Err(Vagran::Dubblett { rad: *rad }))
    }

    /// Whether a row carries the Nr.
    pub(super) fn has_nr(&self, nr: KeyNumber) -> bool {
        self.nr.get(nr).copied().unwrap_or(false)
    }

    /// Whether a row has exactly this title, enhet and uppdrag.
    pub(super) fn names(
        &self,
        titel: KeyNumber,
        enhet: Option<OrganisationId>,
        under: Option<UppdragId>,
    ) -> bool {
        self.named.contains_key(&(titel, enhet.map(Enhetsord::Kand), under))
    }

    /// Whether a row of the title carries out the uppdrag.
    pub(super) fn carries_out(&self, titel: KeyNumber, under: Option<UppdragId>) -> bool {
        self.carried.contains(&(titel, under))
    }

    /// The units that the rows of a title name, by the keys of their names.
    pub(super) fn units(&self, titel: KeyNumber) -> impl Iterator<Item = &String> {
        self.units.get(&titel).into_iter().flatten()
    }

    fn remember(
        &mut self,
        context: &Context<'_>,
        namn: Namn,
        enhet: Option<&Enhetsord>,
        uppdrag: Option<UppdragId>,
    ) {
        if let Some(nr) = namn.nr {
            self.nr.resize(self.nr.len().max(nr + 1), false);
            self.nr[nr] = true;
        }
        if let Some(unit) = enhet {
            self.units.entry(namn.titel).or_default().insert(match unit {
                Enhetsord::Kand(id) => context.unit_key(*id),
                Enhetsord::Okand(key) => key.clone(),
            });
        }
        self.carried.insert((namn.titel, uppdrag));
    }
}

/// The title of a row of a kind that is matched by title.
fn titel(innehall: &Innehall) -> Option<&str> {
    match innehall {
        Innehall::Uppdrag(row) => Some(&row.titel),
        Innehall::Aktivitet(row) => Some(&row.titel),
        Innehall::Matetal(row) => Some(&row.titel),
        _ => None,
    }
}

/// The enhet and the uppdrag that a row names.
fn links(context: &Context<'_>, innehall: &Innehall) -> (Option<Enhetsord>, Option<UppdragId>) {
    let (enhet, uppdrag) = match innehall {
        Innehall::Uppdrag(row) => (word(row.enhet.as_deref()), None),
        Innehall::Aktivitet(row) => (word(row.enhet.as_deref()), word(row.uppdrag.as_deref())),
        _ => (None, None),
    };
    let unit =
        |word| context.known_unit(word).map_or_else(|| Enhetsord::Okand(title_key(word)), Enhetsord::Kand);
    (enhet.map(unit), uppdrag.and_then(|word| context.known_uppdrag(word)))
}

fn own_numbers(innehall: &Innehall, namn: Namn) -> [Option<Nummer>; 2] {
    let (from, kolada) = match innehall {
        Innehall::Uppdrag(row) => (row.year_from, None),
        Innehall::Matetal(row) => (None, row.kolada_id.as_deref()),
        _ => (None, None),
    };
    let kolada = kolada.map(nr_key).filter(|key| !key.is_empty());
    [namn.nr.map(|nr| Nummer::Nr(nr, from)), kolada.map(Nummer::Kolada)]
}
