//! What the rows of the source call their things, before any of them is judged: rows that stand twice, and rows that
//! are surely about a thing of their own. Depends on the source and the plan's names only, never on earlier verdicts,
//! so that the same file gives the same answer again when part of it was refused.
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::context::Context;
use super::key::{nr_key, title_key, word};
use super::register::whole_title_key;
use super::{Innehall, Vagran};
use crate::id::{OrganisationId, UppdragId};

/// Names and numbers of the rows of one kind.
#[derive(Default)]
pub(super) struct Kallrader {
    nr: HashSet<String>,
    /// Title, enhet and uppdrag of each row.
    named: HashSet<(Rc<str>, Option<OrganisationId>, Option<UppdragId>)>,
    /// Title and uppdrag of each row.
    carried: HashSet<(Rc<str>, Option<UppdragId>)>,
    /// The units that the rows of a title name, by the key of the unit's name.
    units: HashMap<Rc<str>, HashSet<String>>,
    /// The row that stands twice → the first of the two.
    doubles: HashMap<usize, u32>,
}

/// Who a row says that it is.
struct Identitet {
    /// Numbers that belong to one thing only: nr (within its years), Kolada id.
    numbers: Vec<String>,
    titel: Rc<str>,
    enhet: Option<Enhetsord>,
    uppdrag: Option<UppdragId>,
}

/// A unit as a row names it.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Enhetsord {
    /// `None` where the plan has none of that name yet.
    id: Option<OrganisationId>,
    key: String,
}

impl Kallrader {
    /// Looks through the rows: their numbers in the source and what they hold.
    pub(super) fn new<'r>(
        context: &Context<'_>,
        rows: impl Iterator<Item = (u32, &'r Innehall)>,
    ) -> Kallrader {
        let mut source = Kallrader::default();
        let mut numbers = HashMap::<String, u32>::new();
        let mut names = HashMap::<(Rc<str>, Option<Enhetsord>, Option<UppdragId>), (u32, bool)>::new();
        for (place, (rad, innehall)) in rows.enumerate() {
            let Some(who) = identitet(context, innehall) else { continue };
            let first = who.numbers.iter().find_map(|n| numbers.get(n)).copied();
            let numbered = !who.numbers.is_empty();
            let name = (who.titel.clone(), who.enhet.clone(), who.uppdrag);
            // Two rows of one title that both carry numbers of their own are two things.
            let same_name = names.get(&name).filter(|(_, other)| !(numbered && *other)).map(|(rad, _)| *rad);
            if let Some(first) = first.or(same_name) {
                source.doubles.insert(place, first);
            }
            names.entry(name).and_modify(|n| n.1 &= numbered).or_insert((rad, numbered));
            source.remember(innehall, &who);
            for number in who.numbers {
                numbers.entry(number).or_insert(rad);
            }
        }
        source
    }

    /// Refuses the row at a place when it stands twice.
    pub(super) fn once(&self, place: usize) -> Result<(), Vagran> {
        self.doubles.get(&place).map_or(Ok(()), |rad| Err(Vagran::Dubblett { rad: *rad }))
    }

    /// Whether a row carries the nr.
    pub(super) fn has_nr(&self, nr: &str) -> bool {
        self.nr.contains(nr)
    }

    /// Whether a row has exactly this title, enhet and uppdrag.
    pub(super) fn names(&self, title: &str, enhet: Option<OrganisationId>, under: Option<UppdragId>) -> bool {
        self.named.contains(&(title.into(), enhet, under))
    }

    /// Whether a row of the title carries out the uppdrag.
    pub(super) fn carries_out(&self, title: &str, under: Option<UppdragId>) -> bool {
        self.carried.contains(&(title.into(), under))
    }

    /// The units that the rows of a title name, by the keys of their names.
    pub(super) fn units(&self, title: &str) -> impl Iterator<Item = &String> {
        self.units.get(title).into_iter().flatten()
    }

    fn remember(&mut self, innehall: &Innehall, who: &Identitet) {
        if let Some(nr) = innehall.nr() {
            self.nr.insert(nr_key(nr));
        }
        if let Some(unit) = &who.enhet {
            self.units.entry(who.titel.clone()).or_default().insert(unit.key.clone());
        }
        self.carried.insert((who.titel.clone(), who.uppdrag));
        let id = who.enhet.as_ref().map(|unit| unit.id);
        // A unit that is not there yet has no things that another row could take.
        if id != Some(None) {
            self.named.insert((who.titel.clone(), id.flatten(), who.uppdrag));
        }
    }
}

fn identitet(context: &Context<'_>, innehall: &Innehall) -> Option<Identitet> {
    let (titel, enhet, uppdrag) = match innehall {
        Innehall::Uppdrag(row) => (&row.titel, word(row.enhet.as_deref()), None),
        Innehall::Aktivitet(row) => (&row.titel, word(row.enhet.as_deref()), word(row.uppdrag.as_deref())),
        Innehall::Matetal(row) => (&row.titel, None, None),
        _ => return None,
    };
    let enhet = enhet.map(|word| {
        let id = context.known_unit(word);
        Enhetsord { id, key: id.map_or_else(|| title_key(word), |id| context.unit_key(id)) }
    });
    let uppdrag = uppdrag.and_then(|u| context.known_uppdrag(u));
    let numbers = numbers(innehall);
    Some(Identitet { numbers, titel: whole_title_key(titel).into(), enhet, uppdrag })
}

fn numbers(innehall: &Innehall) -> Vec<String> {
    let nr = innehall.nr().map(nr_key).filter(|nr| !nr.is_empty());
    let (from, kolada) = match innehall {
        Innehall::Uppdrag(row) => (row.year_from, None),
        Innehall::Matetal(row) => (None, row.kolada_id.as_deref().map(nr_key).filter(|id| !id.is_empty())),
        _ => (None, None),
    };
    let nr = nr.map(|nr| format!("nr {nr} {}", from.unwrap_or_default()));
    nr.into_iter().chain(kolada.map(|id| format!("kolada {id}"))).collect()
}
