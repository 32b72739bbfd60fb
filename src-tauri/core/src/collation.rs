//! Swedish alphabetical order (å, ä, ö last), for things that have no order of their own.
use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;

/// Compares texts as a Swedish reader expects; digits by their value ("Enhet 2" before "Enhet 10").
pub struct Collation(Option<CollatorBorrowed<'static>>);

impl Collation {
    /// The Swedish order. The tables are compiled in.
    pub fn swedish() -> Collation {
        let mut preferences = icu_collator::CollatorPreferences::from(locale!("sv"));
        preferences.numeric_ordering = Some(icu_collator::preferences::CollationNumericOrdering::True);
        Collation(Collator::try_new(preferences, CollatorOptions::default()).ok())
    }

    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.0.as_ref().map_or_else(|| a.cmp(b), |collator| collator.compare(a, b))
    }

    /// Sorts in place; equal texts keep their order.
    pub fn sort_by_key<T>(&self, items: &mut [T], key: impl Fn(&T) -> &String) {
        items.sort_by(|a, b| self.compare(key(a), key(b)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_letters_come_last_and_numbers_by_value() {
        let mut words = ["ö", "Ä", "å", "z", "a", "Enhet 10", "Enhet 2"].map(str::to_string);
        Collation::swedish().sort_by_key(&mut words, |w| w);
        assert_eq!(words, ["a", "Enhet 2", "Enhet 10", "z", "å", "Ä", "ö"]);
    }
}
