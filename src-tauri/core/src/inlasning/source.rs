//! What the rows of the source call their things, before any of them is judged: rows that stand twice, and rows that
//! are surely about a thing of their own. Depends on the source and the plan's names only, never on earlier verdicts,
//! so that the same file gives the same answer again when part of it was refused.
use foldhash::{HashMap, HashSet};

use super::context::Context;
use super::key::{nr_key, title_key, word};
use super::register::whole_title_key;
use super::{Innehall, Vagran};
use crate::id::{OrganisationId, UppdragId};

/// Names and numbers of the rows of one kind.
#[derive(Default)]
pub(super) struct Kallrader {
    nr: HashSet<String>,
    /// The titles' keys, numbered.
    titles: HashMap<String, Titel>,
    /// Title, enhet and uppdrag of each row.
    named: HashSet<(Titel, Option<OrganisationId>, Option<UppdragId>)>,
    /// Title and uppdrag of each row.
    carried: HashSet<(Titel, Option<UppdragId>)>,
    /// The units that the rows of a title name, by the key of the unit's name.
    units: HashMap<Titel, HashSet<String>>,
    /// The row that stands twice → the first of the two.
    doubles: HashMap<usize, u32>,
}

/// The number of a title.
type Titel = usize;

/// Who a row says that it is.
struct Identitet {
    /// Numbers that belong to one thing only.
    numbers: [Option<Nummer>; 2],
    /// The key of its title.
    titel: String,
    enhet: Option<Enhetsord>,
    uppdrag: Option<UppdragId>,
}

/// A number that belongs to one thing only, as a key.
#[derive(PartialEq, Eq, Hash)]
enum Nummer {
    /// Nr, within the years from the one the row says.
    Nr(String, Option<i32>),
    Kolada(String),
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
        rows: impl ExactSizeIterator<Item = (u32, &'r Innehall)>,
    ) -> Kallrader {
        let mut source = Kallrader::default();
        source.titles.reserve(rows.len());
        source.nr.reserve(rows.len());
        let mut numbers = HashMap::<Nummer, u32>::default();
        numbers.reserve(rows.len());
        let mut names = HashMap::<(Titel, Option<Enhetsord>, Option<UppdragId>), (u32, bool)>::default();
        names.reserve(rows.len());
        for (place, (rad, innehall)) in rows.enumerate() {
            let Some(who) = identitet(context, innehall) else { continue };
            let first = who.numbers.iter().flatten().find_map(|n| numbers.get(n)).copied();
            let numbered = who.numbers.iter().any(Option::is_some);
            let titel = source.number(who.titel);
            source.remember(titel, who.enhet.as_ref(), who.uppdrag);
            let name = (titel, who.enhet, who.uppdrag);
            // Two rows of one title that both carry numbers of their own are two things.
            let same_name = names.get(&name).filter(|(_, other)| !(numbered && *other)).map(|(rad, _)| *rad);
            if let Some(first) = first.or(same_name) {
                source.doubles.insert(place, first);
            }
            names.entry(name).and_modify(|n| n.1 &= numbered).or_insert((rad, numbered));
            for number in who.numbers.into_iter().flatten() {
                if let Nummer::Nr(nr, _) = &number {
                    source.nr.insert(nr.clone());
                }
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
        self.titles.get(title).is_some_and(|titel| self.named.contains(&(*titel, enhet, under)))
    }

    /// Whether a row of the title carries out the uppdrag.
    pub(super) fn carries_out(&self, title: &str, under: Option<UppdragId>) -> bool {
        self.titles.get(title).is_some_and(|titel| self.carried.contains(&(*titel, under)))
    }

    /// The units that the rows of a title name, by the keys of their names.
    pub(super) fn units(&self, title: &str) -> impl Iterator<Item = &String> {
        self.titles.get(title).and_then(|titel| self.units.get(titel)).into_iter().flatten()
    }

    fn number(&mut self, title: String) -> Titel {
        let next = self.titles.len();
        *self.titles.entry(title).or_insert(next)
    }

    fn remember(&mut self, titel: Titel, enhet: Option<&Enhetsord>, uppdrag: Option<UppdragId>) {
        if let Some(unit) = enhet {
            self.units.entry(titel).or_default().insert(unit.key.clone());
        }
        self.carried.insert((titel, uppdrag));
        let id = enhet.map(|unit| unit.id);
        // A unit that is not there yet has no things that another row could take.
        if id != Some(None) {
            self.named.insert((titel, id.flatten(), uppdrag));
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
    Some(Identitet { numbers, titel: whole_title_key(titel), enhet, uppdrag })
}

fn numbers(innehall: &Innehall) -> [Option<Nummer>; 2] {
    let key = |text: Option<&str>| text.map(nr_key).filter(|key| !key.is_empty());
    let (from, kolada) = match innehall {
        Innehall::Uppdrag(row) => (row.year_from, None),
        Innehall::Matetal(row) => (None, row.kolada_id.as_deref()),
        _ => (None, None),
    };
    [key(innehall.nr()).map(|nr| Nummer::Nr(nr, from)), key(kolada).map(Nummer::Kolada)]
}
