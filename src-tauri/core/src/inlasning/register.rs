//! Finding the thing of the plan that a row is about: by Nr, else by title and enhet. Knows no table and no field.
use std::hash::Hash;

use foldhash::{HashMap, HashSet};

use super::key::{nr_key, title_key};
use super::source::Kallrader;
use crate::id::{OrganisationId, UppdragId};

/// The things of one kind that rows can be about, those created by this import included.
pub(super) struct Register<K> {
    entries: Vec<Entry<K>>,
    by_id: HashMap<K, usize>,
    by_nr: HashMap<String, Vec<usize>>,
    by_title: HashMap<String, Vec<usize>>,
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

/// What a row says of the thing it is about.
pub(super) struct Sokt<'r> {
    pub(super) nr: Option<&'r str>,
    pub(super) titel: &'r str,
    pub(super) enhet: Option<OrganisationId>,
    pub(super) under: Option<UppdragId>,
    pub(super) years: (i32, i32),
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

impl<K: Copy + Eq + Hash> Register<K> {
    pub(super) fn new(entries: impl Iterator<Item = Entry<K>>) -> Register<K> {
        let mut register = Register {
            entries: vec![],
            by_id: HashMap::default(),
            by_nr: HashMap::default(),
            by_title: HashMap::default(),
        };
        for entry in entries {
            register.add(entry);
        }
        register
    }

    fn add(&mut self, entry: Entry<K>) -> usize {
        let number = self.entries.len();
        let nr = nr_key(&entry.nr);
        if !nr.is_empty() {
            self.by_nr.entry(nr).or_default().push(number);
        }
        self.by_title.entry(whole_title_key(&entry.titel)).or_default().push(number);
        self.by_id.insert(entry.id, number);
        self.entries.push(entry);
        number
    }

    pub(super) fn get(&self, number: usize) -> &Entry<K> {
        &self.entries[number]
    }

    pub(super) fn by_id(&self, id: K) -> Option<&Entry<K>> {
        self.by_id.get(&id).map(|number| self.get(*number))
    }

    /// Adds a thing, or puts it in the place of what it was before a row changed it; gives its number.
    pub(super) fn put(&mut self, number: Option<usize>, entry: Entry<K>) -> usize {
        let Some(number) = number else { return self.add(entry) };
        let old = std::mem::replace(&mut self.entries[number], entry);
        let entry = &self.entries[number];
        if entry.nr != old.nr {
            move_key(&mut self.by_nr, number, nr_key(&old.nr), nr_key(&entry.nr));
        }
        if entry.titel != old.titel {
            move_key(&mut self.by_title, number, whole_title_key(&old.titel), whole_title_key(&entry.titel));
        }
        number
    }

    /// The thing a row is about: by Nr, else by title and enhet; more than one candidate is never guessed at.
    pub(super) fn find(&self, sokt: &Sokt<'_>, source: &Kallrader, unit_key: &UnitKey<'_>) -> Traff {
        let by_nr = sokt.nr.map_or_else(Vec::new, |nr| self.by_nr(&nr_key(nr), sokt));
        if by_nr.is_empty() { self.by_title(sokt, source, unit_key) } else { self.decide(by_nr) }
    }

    /// The thing a word in another table names: its nr, its title, or both ("3 Elever med hög frånvaro").
    pub(super) fn named(&self, text: &str, years: Option<(i32, i32)>) -> Traff {
        let of = |numbers: Option<&Vec<usize>>| {
            let inside = |n: &usize| years.is_none_or(|y| overlap(self.entries[*n].years, y));
            numbers.into_iter().flatten().copied().filter(inside).collect::<Vec<_>>()
        };
        let nr = of(self.by_nr.get(&nr_key(text)));
        let found = if nr.is_empty() { of(self.by_title.get(&whole_title_key(text))) } else { nr };
        let found = if found.is_empty() { of(self.by_nr_and_title(text).as_ref()) } else { found };
        match found[..] {
            [] => Traff::Ingen,
            [one] => Traff::En(one),
            _ => Traff::Flera(found),
        }
    }

    fn by_nr_and_title(&self, text: &str) -> Option<Vec<usize>> {
        let (nr, title) = text.trim().split_once(char::is_whitespace)?;
        let key = whole_title_key(title);
        let numbers = self.by_nr.get(&nr_key(nr.trim_end_matches([':', ')'])))?;
        Some(numbers.iter().copied().filter(|n| whole_title_key(&self.entries[*n].titel) == key).collect())
    }

    fn by_nr(&self, key: &str, sokt: &Sokt<'_>) -> Vec<usize> {
        let same = |n: &usize| overlap(self.entries[*n].years, sokt.years);
        let found = self.by_nr.get(key).into_iter().flatten().copied().filter(same).collect();
        self.narrow(found, sokt)
    }

    fn by_title(&self, sokt: &Sokt<'_>, source: &Kallrader, unit_key: &UnitKey<'_>) -> Traff {
        let key = whole_title_key(sokt.titel);
        let of_title = |n: &usize| {
            let entry = &self.entries[*n];
            overlap(entry.years, sokt.years) && !source.has_nr(&nr_key(&entry.nr))
        };
        let all: Vec<usize> =
            self.by_title.get(&key).into_iter().flatten().copied().filter(of_title).collect();
        let free =
            |n: &&usize| self.entries[**n].taken_by.is_none() && !self.has_own_row(**n, &key, sokt, source);
        let at = |enhet| -> Vec<usize> {
            all.iter().filter(free).copied().filter(|n| self.entries[*n].enhet == enhet).collect()
        };
        let exact = at(sokt.enhet);
        match sokt.enhet {
            _ if !exact.is_empty() => self.decide(self.narrow(exact, sokt)),
            // A thing without enhet gets one, unless another row of the title carries out its uppdrag.
            Some(_) => {
                let other = |n: &usize| {
                    let under = self.entries[*n].under;
                    under != sokt.under && source.carries_out(&key, under)
                };
                self.decide(self.narrow(at(None).into_iter().filter(|n| !other(n)).collect(), sokt))
            }
            None => {
                let units = source.units(&key).cloned();
                self.of_any_unit(all, units.collect(), (sokt, unit_key))
            }
        }
    }

    /// A row that names no enhet, where the things of its title all have one: it is about the only one of them,
    /// unless other rows of the title name their enheter, which is to say that this row means something else.
    fn of_any_unit(
        &self,
        all: Vec<usize>,
        named: HashSet<String>,
        (sokt, unit_key): (&Sokt<'_>, &UnitKey<'_>),
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
    fn has_own_row(&self, number: usize, key: &str, sokt: &Sokt<'_>, source: &Kallrader) -> bool {
        let entry = &self.entries[number];
        (entry.enhet, entry.under) != (sokt.enhet, sokt.under) && source.names(key, entry.enhet, entry.under)
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
    fn narrow(&self, found: Vec<usize>, sokt: &Sokt<'_>) -> Vec<usize> {
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

fn move_key(keys: &mut HashMap<String, Vec<usize>>, number: usize, from: String, to: String) {
    if let Some(numbers) = keys.get_mut(&from) {
        numbers.retain(|n| *n != number);
    }
    if !to.is_empty() {
        keys.entry(to).or_default().push(number);
    }
}

fn overlap(a: (i32, i32), b: (i32, i32)) -> bool {
    a.0 <= b.1 && b.0 <= a.1
}
