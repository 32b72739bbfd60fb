//! Finding the thing of the plan that a row is about: by Nr, else by title and enhet. Knows no table and no field.
use foldhash::{HashMap, HashSet};

use super::key::{nr_key, title_key};
use super::source::Kallrader;
use crate::id::{OrganisationId, UppdragId};

/// The things of one kind that rows can be about, those created by this import included.
pub(super) struct Register<K> {
    entries: Vec<Entry<K>>,
    by_nr: Index,
    by_title: Index,
}

/// One thing of a register.
#[derive(Clone)]
pub(super) struct Entry<K> {
    pub(super) id: K,
    pub(super) nr: String,
    pub(super) titel: String,
    pub(super) enhet: Option<OrganisationId>,
    /// The uppdrag an aktivitet carries out.
    pub(super) under: Option<UppdragId>,
    /// First and last year it belongs to.
    pub(super) years: (i32, i32),
    /// Its place in the plan's list; `None` where this import created it.
    pub(super) position: Option<usize>,
    /// The row of the source that is about it.
    pub(super) taken_by: Option<u32>,
}

/// The number of a key in its register: keys of texts are made and looked up once, then compared as numbers.
pub(super) type KeyNumber = usize;

/// What a thing or a row is called, as keys of the register of its kind.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Namn {
    /// `None`: it has no Nr.
    pub(super) nr: Option<KeyNumber>,
    pub(super) titel: KeyNumber,
}

/// What a row says of the thing it is about.
pub(super) struct Sokt {
    pub(super) namn: Namn,
    pub(super) enhet: Option<OrganisationId>,
    pub(super) under: Option<UppdragId>,
    pub(super) years: (i32, i32),
}

/// The entries that answer to a key.
#[derive(Default)]
struct Index {
    keys: HashMap<String, KeyNumber>,
    /// Numbers of entries, by the number of the key.
    entries: Vec<Few>,
}

/// Nearly always none or one.
#[derive(Clone, Default)]
enum Few {
    #[default]
    Ingen,
    En(usize),
    Flera(Vec<usize>),
}

/// The key of a unit's name.
type UnitKey<'f> = dyn Fn(OrganisationId) -> String + 'f;

/// What was found.
#[derive(Debug, PartialEq)]
pub(super) enum Traff {
    Ingen,
    /// The entry's number.
    En(usize),
    /// Numbers of the candidates.
    Flera(Vec<usize>),
    /// The thing has already been taken by this row of the source.
    Upptagen(u32),
}

impl<K> Default for Register<K> {
    fn default() -> Register<K> {
        Register { entries: vec![], by_nr: Index::default(), by_title: Index::default() }
    }
}

impl<K> Register<K> {
    pub(super) fn new(entries: impl Iterator<Item = Entry<K>>) -> Register<K> {
        let mut register = Register::default();
        for entry in entries {
            let namn = register.name(Some(&entry.nr), &entry.titel);
            register.add(entry, namn);
        }
        register
    }

    /// Room for the keys of so many rows.
    pub(super) fn reserve(&mut self, rows: usize) {
        self.by_nr.reserve(rows);
        self.by_title.reserve(rows);
        self.entries.reserve(rows);
    }

    /// The keys of a Nr and a title.
    pub(super) fn name(&mut self, nr: Option<&str>, titel: &str) -> Namn {
        let nr = nr.map(nr_key).filter(|key| !key.is_empty());
        Namn { nr: nr.map(|key| self.by_nr.number(key)), titel: self.by_title.number(whole_title_key(titel)) }
    }

    fn add(&mut self, entry: Entry<K>, namn: Namn) -> usize {
        let number = self.entries.len();
        if let Some(nr) = namn.nr {
            self.by_nr.entries[nr].add(number);
        }
        self.by_title.entries[namn.titel].add(number);
        self.entries.push(entry);
        number
    }

    pub(super) fn get(&self, number: usize) -> &Entry<K> {
        &self.entries[number]
    }

    /// Adds a thing, or puts it in the place of what it was before a row changed it; gives its number.
    /// `namn` is the row's: what the row changed is called as the row says.
    pub(super) fn put(&mut self, number: Option<usize>, entry: Entry<K>, namn: Namn) -> usize {
        let Some(number) = number else { return self.add(entry, namn) };
        let old = std::mem::replace(&mut self.entries[number], entry);
        let entry = &self.entries[number];
        if entry.nr != old.nr {
            self.by_nr.move_entry(number, &nr_key(&old.nr), namn.nr);
        }
        if entry.titel != old.titel {
            self.by_title.move_entry(number, &whole_title_key(&old.titel), Some(namn.titel));
        }
        number
    }

    /// The thing a row is about: by Nr, else by title and enhet; more than one candidate is never guessed at.
    pub(super) fn find(&self, sokt: &Sokt, source: &Kallrader, unit_key: &UnitKey<'_>) -> Traff {
        let by_nr = sokt.namn.nr.map_or_else(Vec::new, |nr| self.by_nr(nr, sokt));
        if by_nr.is_empty() { self.by_title(sokt, source, unit_key) } else { self.decide(by_nr) }
    }

    /// The thing a word in another table names: its nr, its title, or both ("3 Elever med hög frånvaro").
    pub(super) fn named(&self, text: &str, years: Option<(i32, i32)>) -> Traff {
        let of = |numbers: &[usize]| {
            let inside = |n: &usize| years.is_none_or(|y| overlap(self.entries[*n].years, y));
            numbers.iter().copied().filter(inside).collect::<Vec<_>>()
        };
        let nr = of(self.by_nr.of(&nr_key(text)));
        let found = if nr.is_empty() { of(self.by_title.of(&whole_title_key(text))) } else { nr };
        let found = if found.is_empty() { of(&self.by_nr_and_title(text)) } else { found };
        match found[..] {
            [] => Traff::Ingen,
            [one] => Traff::En(one),
            _ => Traff::Flera(found),
        }
    }

    fn by_nr_and_title(&self, text: &str) -> Vec<usize> {
        let Some((nr, title)) = text.trim().split_once(char::is_whitespace) else { return vec![] };
        let key = whole_title_key(title);
        let numbers = self.by_nr.of(&nr_key(nr.trim_end_matches([':', ')'])));
        numbers.iter().copied().filter(|n| whole_title_key(&self.entries[*n].titel) == key).collect()
    }

    fn by_nr(&self, nr: KeyNumber, sokt: &Sokt) -> Vec<usize> {
        let same = |n: &usize| overlap(self.entries[*n].years, sokt.years);
        let found = self.by_nr.at(nr).iter().copied().filter(same).collect();
        self.narrow(found, sokt)
    }

    /// The number of an entry's own Nr.
    fn nr_of(&self, entry: &Entry<K>) -> Option<KeyNumber> {
        self.by_nr.keys.get(&nr_key(&entry.nr)).copied()
    }

    fn by_title(&self, sokt: &Sokt, source: &Kallrader, unit_key: &UnitKey<'_>) -> Traff {
        let titel = sokt.namn.titel;
        let of_title = |n: &usize| {
            let entry = &self.entries[*n];
            overlap(entry.years, sokt.years) && !self.nr_of(entry).is_some_and(|nr| source.has_nr(nr))
        };
        let all: Vec<usize> = self.by_title.at(titel).iter().copied().filter(of_title).collect();
        let free = |n: &&usize| self.entries[**n].taken_by.is_none() && !self.has_own_row(**n, sokt, source);
        let at = |enhet| -> Vec<usize> {
            all.iter().filter(free).copied().filter(|n| self.entries[*n].enhet == enhet).collect()
        };
        let exact = at(sokt.enhet);
        match sokt.enhet {
            _ if all.is_empty() => Traff::Ingen,
            _ if !exact.is_empty() => self.decide(self.narrow(exact, sokt)),
            // A thing without enhet gets one, unless another row of the title carries out its uppdrag.
            Some(_) => {
                let other = |n: &usize| {
                    let under = self.entries[*n].under;
                    under != sokt.under && source.carries_out(titel, under)
                };
                self.decide(self.narrow(at(None).into_iter().filter(|n| !other(n)).collect(), sokt))
            }
            None => self.of_any_unit(all, source.units(titel).cloned().collect(), (sokt, unit_key)),
        }
    }

    /// A row that names no enhet, where the things of its title all have one: it is about the only one of them,
    /// unless other rows of the title name their enheter, which is to say that this row means something else.
    fn of_any_unit(
        &self,
        all: Vec<usize>,
        named: HashSet<String>,
        (sokt, unit_key): (&Sokt, &UnitKey<'_>),
    ) -> Traff {
        let unit = |n: &usize| self.entries[*n].enhet.map(unit_key);
        let open: Vec<usize> =
            all.into_iter().filter(|n| unit(n).is_some_and(|u| !named.contains(&u))).collect();
        let units: HashSet<String> = open.iter().filter_map(unit).collect();
        if open.is_empty() {
            return Traff::Ingen;
        }
        if units.len() > 1 || !named.is_empty() {
            return Traff::Flera(open);
        }
        let free = open.into_iter().filter(|n| self.entries[*n].taken_by.is_none()).collect();
        self.decide(self.narrow(free, sokt))
    }

    /// The source has another row for it, which names it exactly.
    fn has_own_row(&self, number: usize, sokt: &Sokt, source: &Kallrader) -> bool {
        let entry = &self.entries[number];
        (entry.enhet, entry.under) != (sokt.enhet, sokt.under)
            && source.names(sokt.namn.titel, entry.enhet, entry.under)
    }

    /// A single candidate that no row has taken.
    pub(super) fn decide(&self, found: Vec<usize>) -> Traff {
        match found[..] {
            [] => Traff::Ingen,
            [one] => self.entries[one].taken_by.map_or(Traff::En(one), Traff::Upptagen),
            _ => Traff::Flera(found),
        }
    }

    /// Those under the row's own uppdrag, where any is and there is a choice.
    fn narrow(&self, found: Vec<usize>, sokt: &Sokt) -> Vec<usize> {
        let here: Vec<usize> =
            found.iter().copied().filter(|n| self.entries[*n].under == sokt.under).collect();
        if found.len() < 2 || here.is_empty() { found } else { here }
    }
}

/// How a person knows a thing: "1.2 Rekrytera …".
pub(super) fn benamning(nr: &str, titel: &str) -> String {
    if nr.is_empty() { titel.to_owned() } else { format!("{nr} {titel}") }
}

/// Never empty: a title of signs only is its own key.
pub(super) fn whole_title_key(titel: &str) -> String {
    let key = title_key(titel);
    if key.is_empty() { format!("\u{1}{}", titel.trim()) } else { key }
}

impl Index {
    fn reserve(&mut self, keys: usize) {
        self.keys.reserve(keys);
        self.entries.reserve(keys);
    }

    /// The number of a key, which gets one where it has none.
    fn number(&mut self, key: String) -> KeyNumber {
        let next = self.entries.len();
        let number = *self.keys.entry(key).or_insert(next);
        if number == next {
            self.entries.push(Few::Ingen);
        }
        number
    }

    fn at(&self, key: KeyNumber) -> &[usize] {
        self.entries[key].as_slice()
    }

    fn of(&self, key: &str) -> &[usize] {
        self.keys.get(key).map_or(&[], |number| self.at(*number))
    }

    fn move_entry(&mut self, number: usize, from: &str, to: Option<KeyNumber>) {
        if let Some(from) = self.keys.get(from) {
            self.entries[*from].remove(number);
        }
        if let Some(to) = to {
            self.entries[to].add(number);
        }
    }
}

impl Few {
    fn as_slice(&self) -> &[usize] {
        match self {
            Few::Ingen => &[],
            Few::En(one) => std::slice::from_ref(one),
            Few::Flera(several) => several,
        }
    }

    fn add(&mut self, number: usize) {
        match self {
            Few::Ingen => *self = Few::En(number),
            Few::En(one) => *self = Few::Flera(vec![*one, number]),
            Few::Flera(several) => several.push(number),
        }
    }

    fn remove(&mut self, number: usize) {
        match self {
            Few::En(one) if *one == number => *self = Few::Ingen,
            Few::Flera(several) => several.retain(|n| *n != number),
            _ => {}
        }
    }
}

fn overlap(a: (i32, i32), b: (i32, i32)) -> bool {
    a.0 <= b.1 && b.0 <= a.1
}
