//! Headings: what a column calls itself, and how near that is to the words we know. Knows nothing of what stands under it.
use plan_core::period::Period;

use crate::cell::date::{self, Reading, Role};
use crate::cell::number::Penningenhet;
use crate::cell::text::fold;

pub(crate) mod vocabulary;

pub(crate) use vocabulary::{Falt, Vocabulary};

/// A heading taken apart.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Heading {
    /// As it stands, blanks put together.
    pub(crate) text: String,
    /// Folded words without years, units and small words.
    pub(crate) words: Vec<String>,
    /// The month a time in the heading ends with; a year ends in December.
    pub(crate) period: Option<Period>,
    /// The month of a time without a year ("Utfall april").
    pub(crate) month: Option<u32>,
    /// "(tryckt)": a copy of another column as it is printed.
    pub(crate) printed: bool,
    /// "föregående": of an earlier year or report.
    pub(crate) previous: bool,
    /// "ack", "t.o.m.": from January to a month.
    pub(crate) accumulated: bool,
    pub(crate) unit: Option<Penningenhet>,
}

impl Heading {
    pub(crate) fn parse(text: &str) -> Heading {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut heading = Heading { text, ..Heading::default() };
        // A heading is short; a paragraph is not taken apart.
        if heading.text.len() > 120 {
            return heading;
        }
        let text = heading.text.replace(['(', ')', '[', ']'], " ");
        let mut pieces: Vec<&str> = text.split_whitespace().collect();
        heading.take_time(&mut pieces);
        for piece in pieces {
            for word in fold(piece).split(' ').filter(|word| !word.is_empty()) {
                heading.take_word(word);
            }
        }
        // "År" and "Belopp i tkr" are small words only.
        if heading.words.is_empty() && heading.period.is_none() && heading.month.is_none() {
            heading.words =
                fold(&text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        }
        heading
    }

    /// Takes the longest run of pieces that reads as a time out of the heading.
    fn take_time(&mut self, pieces: &mut Vec<&str>) {
        for length in (1..=pieces.len().min(5)).rev() {
            for start in 0..=pieces.len() - length {
                let run = pieces[start..start + length].join(" ");
                if !run.contains(|c: char| c.is_ascii_digit()) && date::month(&fold(&run)).is_none() {
                    continue;
                }
                let Reading::Time(_, to) = date::read(&run) else { continue };
                match to.day(Role::End) {
                    Some(day) => self.period = Period::of(day),
                    None => self.month = month_of(to.part),
                }
                pieces.drain(start..start + length);
                return;
            }
        }
    }

    fn take_word(&mut self, word: &str) {
        match word {
            "tryckt" | "tryckta" => self.printed = true,
            "foregaende" | "foreg" | "fg" | "forra" | "fjolaret" | "fjol" => self.previous = true,
            "ack" | "ackumulerat" | "ackumulerad" | "acc" => self.accumulated = true,
            small if is_small(small) => {}
            _ => match Penningenhet::parse(word) {
                Some(unit) => self.unit = Some(unit),
                None => self.words.push(word.to_owned()),
            },
        }
    }

    /// How well a phrase of the vocabulary names this heading, 0–1. A small word of the phrase says nothing where the heading
    /// has been taken apart without it.
    pub(crate) fn likeness(&self, phrase: &str) -> f32 {
        if self.words.is_empty() {
            return 0.0;
        }
        let mut count = 0.0;
        let mut quality = 0.0;
        let mut first = false;
        for known in phrase.split(' ') {
            let (at, best) = self
                .words
                .iter()
                .enumerate()
                .map(|(at, word)| (at, word_likeness(word, known)))
                .fold((0, 0.0), |best, next| if next.1 > best.1 { next } else { best });
            if best < 0.5 {
                if is_small(known) {
                    continue;
                }
                return 0.0;
            }
            first |= at == 0;
            count += 1.0;
            quality += best;
        }
        if count == 0.0 {
            return 0.0;
        }
        let unmatched = (self.words.len() as f32 - count).max(0.0);
        let bonus = if first { 0.0 } else { -0.05 };
        quality / count * (count / (count + 0.5 * unmatched)) + bonus
    }
}

/// A word that tells no heading from another.
fn is_small(word: &str) -> bool {
    matches!(
        word,
        "och"
            | "i"
            | "for"
            | "per"
            | "av"
            | "pa"
            | "till"
            | "vid"
            | "den"
            | "det"
            | "en"
            | "ett"
            | "belopp"
            | "som"
            | "ar"
            | "aret"
            | "helar"
            | "och/eller"
            | "med"
    )
}

fn month_of(part: date::Part) -> Option<u32> {
    match part {
        date::Part::Months(_, to, _) | date::Part::Day(to, _) => Some(to),
        date::Part::Week(_) | date::Part::Lasar => None,
    }
}

/// How near a word of a heading is to a known word, 0–1: inflection, abbreviation, compound, slip of the finger.
fn word_likeness(word: &str, known: &str) -> f32 {
    if word == known {
        return 1.0;
    }
    if word.len() < 3 || known.len() < 3 {
        return 0.0;
    }
    // The last part of a Swedish compound says what it is: "aktivitetsansvarig" is an ansvarig.
    let is_compound = known.len() >= 4 && word.ends_with(known);
    if word.as_bytes().first() != known.as_bytes().first() {
        return if is_compound { 0.85 } else { 0.0 };
    }
    if stem(word) == stem(known) {
        0.95
    } else if is_compound || typo(word, known) {
        0.85
    } else if known.starts_with(word) && known.len() >= word.len() + 2 {
        0.7
    } else if known.len() >= 5 && word.starts_with(known) {
        0.6
    } else {
        0.0
    }
}

/// A word without its ending, when enough is left to know it by.
fn stem(word: &str) -> &str {
    const ENDINGS: [&str; 15] =
        ["erna", "arna", "orna", "ens", "ets", "er", "ar", "or", "en", "et", "na", "n", "s", "a", "t"];
    ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending)).find(|rest| rest.len() >= 4).unwrap_or(word)
}

/// Whether two words differ by one slip (two in long words): a letter changed, lost, added, or two swapped.
pub(crate) fn typo(a: &str, b: &str) -> bool {
    let shortest = a.len().min(b.len());
    if shortest < 5
        || a.len().abs_diff(b.len()) > 2
        || a.as_bytes().first() != b.as_bytes().first()
        || shortest > 60
    {
        return false;
    }
    // "intern" and "extern" are no slip of each other; digits never are.
    !a.contains(|c: char| c.is_ascii_digit()) && distance(a, b) <= if shortest >= 10 { 2 } else { 1 }
}

/// Edit distance with swaps of neighbours.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, cb) in b.iter().enumerate() {
            let mut cost = (row[j] + usize::from(ca != cb)).min(row[j + 1] + 1).min(next[j] + 1);
            if i > 0 && j > 0 && *ca == b[j - 1] && a[i - 1] == *cb {
                cost = cost.min(before[j - 1] + 1);
            }
            next.push(cost);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn takes_time_and_unit_out_of_a_heading() {
        let heading = Heading::parse("Prognos helår 2026 (tkr)");
        assert_eq!(heading.words, ["prognos"]);
        assert_eq!(heading.period, Period::new(2026, 12));
        assert_eq!(heading.unit, Some(Penningenhet::Tkr));
        assert_eq!(Heading::parse("Utfall 201711").period, Period::new(2017, 11));
        assert_eq!(Heading::parse("Utfall jan–apr 2026").period, Period::new(2026, 4));
        assert_eq!(Heading::parse("Utfall april").month, Some(4));
        assert!(Heading::parse("Budget 2026 (tryckt)").printed);
        assert_eq!(Heading::parse("Avv. prognos/budget 2026").words, ["avv", "prognos", "budget"]);
        assert_eq!(Heading::parse("2025").period, Period::new(2025, 12));
    }

    #[test]
    fn knows_a_word_in_many_spellings() {
        for text in
            ["Ansvarig", "ANSVARIG", "Ansvariga", "Ansv.", "Ansvarg", "Aktivitetsansvarig", "Ansvarig chef"]
        {
            assert!(Heading::parse(text).likeness("ansvarig") >= 0.5, "{text}");
        }
        for text in ["Ans", "Avstämning", "Svar", ""] {
            assert!(Heading::parse(text).likeness("ansvarig") < 0.75, "{text}");
        }
    }

    #[test]
    fn every_phrase_of_the_vocabulary_names_a_heading_that_says_just_that() {
        for vocabulary in vocabulary::ALL {
            for (field, _, phrases) in vocabulary.fields {
                for phrase in *phrases {
                    let found = Heading::parse(phrase).likeness(phrase);
                    assert_eq!(found, 1.0, "{phrase} ({field:?} of {:?})", vocabulary.slag);
                }
            }
        }
    }

    proptest! {
        #[test]
        fn any_heading_is_survived(text in any::<String>()) {
            Heading::parse(&text).likeness("klart nar");
        }
    }
}
