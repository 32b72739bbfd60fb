//! Where a Swedish word may be cut. TeX's patterns know no compounds ("gymnasi-eexamen"), so the words that the domain
//! is made of are looked for first, and a pattern's cut near such a seam is thrown away.

/// A place to cut, in bytes from the word's start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cut {
    pub(super) at: usize,
    /// Between two words of a compound: better than any other.
    pub(super) seam: bool,
}

const LETTERS_BEFORE: usize = 3;
const LETTERS_AFTER: usize = 4;
const SHORTEST_WORD: usize = 8;
/// A word longer than this is no word; it is cut by width alone.
const LONGEST_WORD: usize = 60;

/// What compounds of the domain end in (with any inflection after it).
const LAST_PARTS: &[&str] = &[
    "aktivitet",
    "ansvar",
    "arbet",
    "avvikelse",
    "barn",
    "bedömning",
    "behandling",
    "behov",
    "beslut",
    "bidrag",
    "boende",
    "budget",
    "chef",
    "delning",
    "dialog",
    "direktör",
    "enkät",
    "examen",
    "examin",
    "familj",
    "frånvaro",
    "förvaltning",
    "förmedling",
    "garanti",
    "grupp",
    "gymnasi",
    "handläggning",
    "handling",
    "hantering",
    "hjälp",
    "indikator",
    "insats",
    "intäkt",
    "investering",
    "kapital",
    "kommun",
    "kontinuitet",
    "kontroll",
    "kostnad",
    "kompetens",
    "ledare",
    "ledning",
    "lokal",
    "läkare",
    "lärare",
    "mottagning",
    "myndighet",
    "målvärde",
    "mätetal",
    "nyckeltal",
    "nämnd",
    "närvaro",
    "område",
    "omsorg",
    "organisation",
    "personal",
    "placering",
    "plan",
    "process",
    "prognos",
    "program",
    "rapport",
    "register",
    "resultat",
    "samordn",
    "sekreterare",
    "skola",
    "skolan",
    "skolor",
    "skrivelse",
    "stöd",
    "styrning",
    "styrtal",
    "sysselsättning",
    "tillsyn",
    "timmar",
    "tjänst",
    "trygghet",
    "undersökning",
    "uppdrag",
    "uppfyllelse",
    "uppföljning",
    "utbildning",
    "utfall",
    "utredning",
    "utveckling",
    "vecka",
    "verksamhet",
    "volym",
    "vård",
    "värde",
    "ägare",
    "ärende",
    "åtgärd",
    "år",
];

/// Words whose last part is found in the middle of another word, and the like.
const EXCEPTIONS: &[&str] = &[
    "gymnasie-examen",
    "arbets-marknad",
    "arbets-marknads-nämnd",
    "för-skola",
    "för-skole-klass",
    "grund-skola",
    "kommun-full-mäktige",
    "social-tjänst",
    "hem-tjänst",
    "fri-tids-hem",
    "med-arbetare",
    "sam-verkan",
];

/// Every place where `word` may be cut, first to last. Punctuation around the word is allowed for.
pub(super) fn cuts(word: &str) -> Vec<Cut> {
    let start = word.len() - word.trim_start_matches(|c: char| !c.is_alphabetic()).len();
    let stem = word[start..].trim_end_matches(|c: char| !c.is_alphabetic());
    let letters = stem.chars().count();
    if !(SHORTEST_WORD..=LONGEST_WORD).contains(&letters) || !stem.chars().all(char::is_alphabetic) {
        return vec![];
    }
    let cuts = exception_cuts(stem).unwrap_or_else(|| found_cuts(stem));
    let allowed = cuts.into_iter().filter(|cut| leaves_enough(stem, cut.at));
    allowed.map(|cut| Cut { at: cut.at + start, ..cut }).collect()
}

fn leaves_enough(stem: &str, at: usize) -> bool {
    let (before, after) = stem.split_at(at);
    before.chars().count() >= LETTERS_BEFORE && after.chars().count() >= LETTERS_AFTER
}

/// The cuts of a listed word, which may have an ending after it.
fn exception_cuts(stem: &str) -> Option<Vec<Cut>> {
    let lower = lowercase(stem);
    EXCEPTIONS.iter().rev().find_map(|exception| {
        let plain = exception.replace('-', "");
        let ending = lower.strip_prefix(plain.as_str())?;
        (ending.chars().count() <= 4).then(|| hyphen_places(exception))
    })
}

fn hyphen_places(word: &str) -> Vec<Cut> {
    let hyphens = word.match_indices('-').enumerate();
    hyphens.map(|(before, (at, _))| Cut { at: at - before, seam: true }).collect()
}

fn found_cuts(stem: &str) -> Vec<Cut> {
    let seams = seams(&lowercase(stem));
    let mut cuts: Vec<Cut> = seams.iter().map(|&at| Cut { at, seam: true }).collect();
    let mut at = 0;
    for syllable in hypher::hyphenate(stem, hypher::Lang::Swedish) {
        at += syllable.len();
        if at < stem.len() && seams.iter().all(|seam| seam.abs_diff(at) > 3) {
            cuts.push(Cut { at, seam: false });
        }
    }
    cuts.sort_by_key(|cut| cut.at);
    cuts
}

/// Where a known last part begins. A part inside a longer one ("plan" in "handlingsplan") is its own seam too.
fn seams(lower: &str) -> Vec<usize> {
    let mut seams: Vec<usize> = vec![];
    for part in LAST_PARTS.iter().filter(|part| part.chars().count() >= 4) {
        seams.extend(lower.match_indices(part).map(|(at, _)| at).filter(|at| *at > 0));
    }
    seams.sort_unstable();
    seams.dedup();
    // Two seams that overlap ("vård" in "hälsovårdande" is one): the first, longer part holds.
    seams.dedup_by(|next, kept| next.abs_diff(*kept) < 3);
    seams
}

/// Lower case of the same length in bytes; a word that changes length keeps its letters.
fn lowercase(stem: &str) -> String {
    let lower = stem.to_lowercase();
    if lower.len() == stem.len() { lower } else { stem.to_owned() }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn hyphenated(word: &str) -> String {
        let mut text = word.to_owned();
        for cut in cuts(word).iter().rev() {
            text.insert(cut.at, '-');
        }
        text
    }

    #[test]
    fn compounds_are_cut_at_their_seams() {
        for (word, expected) in [
            ("gymnasieexamen", "gymnasie-examen"),
            ("Månadsrapporten", "Månads-rapporten"),
            ("verksamhetsplan", "verk-sam-hets-plan"),
            ("budgetuppföljning", "budget-uppfölj-ning"),
        ] {
            assert_eq!(hyphenated(word), expected);
        }
    }

    #[test]
    fn no_other_cut_stands_near_a_seam() {
        for (word, seam) in [("gymnasieexamina", 8), ("måluppfyllelsen", 4), ("personalförsörjningsplan", 21)]
        {
            let near: Vec<Cut> = cuts(word).into_iter().filter(|cut| cut.at.abs_diff(seam) <= 3).collect();
            assert!(near.iter().all(|cut| cut.seam), "{word}: {near:?}");
        }
    }

    #[test]
    fn three_letters_stay_before_and_four_after_every_cut() {
        for word in [
            "nettokostnaderna",
            "äldreomsorgen",
            "(verksamhetsutveckling)",
            "ekonomiskt",
            "arbetsmarknadsåtgärder",
        ] {
            let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
            for cut in cuts(word) {
                let before = word[..cut.at].chars().filter(|c| c.is_alphabetic()).count();
                assert!(before >= 3 && letters.len() - before >= 4, "{word} at {}", cut.at);
            }
        }
    }

    #[test]
    fn figures_codes_and_endless_words_are_left_whole() {
        for word in ["2026-11-26", "A1.1", "abcdefgh".repeat(20).as_str(), "kommun", "x😀yåäöåäö"] {
            assert_eq!(cuts(word), [], "{word}");
        }
    }
}
