//! The small vocabularies: units, directions, frequencies, sorts of mätetal, parts of a result, row types, codes.
use plan_core::ekonomi::Verksamhetsdel;
use plan_core::matetal::{Frekvens, Matetalsart, Riktning};

use super::text::fold;

/// Whether a short text is a unit of measurement ("%", "antal", "kr/barn").
pub(crate) fn is_unit(text: &str) -> bool {
    const UNITS: [&str; 56] = [
        "%",
        "procent",
        "andel",
        "andel %",
        "procentenhet",
        "procentenheter",
        "p e",
        "antal",
        "st",
        "stycken",
        "kr",
        "kronor",
        "tkr",
        "kkr",
        "mnkr",
        "mkr",
        "sek",
        "dagar",
        "dag",
        "dygn",
        "timmar",
        "tim",
        "h",
        "minuter",
        "min",
        "manader",
        "veckor",
        "ar",
        "index",
        "betyg",
        "poang",
        "skala",
        "skala 1 5",
        "kvot",
        "personer",
        "elever",
        "barn",
        "brukare",
        "arsarbetare",
        "hme",
        "nki",
        "promille",
        "kwh",
        "mwh",
        "ton",
        "kg",
        "km",
        "m2",
        "kvm",
        "liter",
        "ja nej",
        "medianvarde",
        "medelvarde",
        "tal",
        "besok",
        "hushall",
    ];
    if text.len() > 30 {
        return false;
    }
    let word = fold(text);
    let ratio = text.split_once('/').is_some_and(|(left, _)| UNITS.contains(&fold(left).as_str()));
    UNITS.contains(&word.as_str()) || ratio || word.starts_with("antal ") || word.starts_with("kr per ")
}

/// Reads which way is better.
pub(crate) fn riktning(text: &str) -> Option<Riktning> {
    if matches!(text.trim(), "↑" | "▲" | "+") {
        return Some(Riktning::Hogre);
    }
    if matches!(text.trim(), "↓" | "▼") {
        return Some(Riktning::Lagre);
    }
    let word = fold(text);
    let begins =
        |known: &str| word.strip_prefix(known).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let starts = |words: &[&str]| words.iter().any(|known| begins(known));
    if starts(&[
        "hogre", "hog", "hoga", "hogt", "oka", "okar", "okande", "okning", "upp", "stigande", "maximera",
        "ska oka", "storre", "mer",
    ]) {
        Some(Riktning::Hogre)
    } else if starts(&[
        "lagre",
        "lag",
        "laga",
        "lagt",
        "minska",
        "minskar",
        "minskande",
        "minskning",
        "ner",
        "ned",
        "sjunkande",
        "minimera",
        "ska minska",
        "mindre",
        "farre",
    ]) {
        Some(Riktning::Lagre)
    } else if starts(&["inom intervall", "intervall", "inom", "mellan", "oforandrad", "stabil", "bibehalla"])
    {
        Some(Riktning::Intervall)
    } else if starts(&[
        "bara foljas",
        "folj",
        "foljs",
        "foljas",
        "bara folja",
        "bevaka",
        "bevakas",
        "neutral",
        "ingen",
        "ska foljas",
    ]) {
        Some(Riktning::Folj)
    } else {
        None
    }
}

/// Reads how often something is measured. A termin is half a year.
pub(crate) fn frekvens(text: &str) -> Option<Frekvens> {
    let word = fold(text);
    let has = |known: &str| word.split(' ').any(|part| part.starts_with(known));
    match word.as_str() {
        "m" | "12" | "12 ggr ar" | "12 ganger per ar" => return Some(Frekvens::Manad),
        "k" | "q" | "4 ggr ar" | "4 ganger per ar" | "var tredje manad" => return Some(Frekvens::Kvartal),
        "t" | "3 ggr ar" | "3 ganger per ar" | "tre ganger per ar" => return Some(Frekvens::Tertial),
        "2 ggr ar" | "2 ganger per ar" | "tva ganger per ar" | "var sjatte manad" => {
            return Some(Frekvens::Halvar);
        }
        _ if word.len() > 40 => return None,
        _ => {}
    }
    if has("manad") || word == "man" {
        Some(Frekvens::Manad)
    } else if has("kvartal") {
        Some(Frekvens::Kvartal)
    } else if has("tertial") {
        Some(Frekvens::Tertial)
    } else if has("halvar") || has("termin") || has("delar") {
        Some(Frekvens::Halvar)
    } else if ["ar", "arlig", "arligen", "arlig", "arsvis", "helar", "arsbasis", "arlig matning"]
        .contains(&word.as_str())
        || has("arligen")
        || has("arsvis")
        || word.ends_with("per ar")
        || word.ends_with("om aret")
    {
        Some(Frekvens::Ar)
    } else {
        None
    }
}

/// Reads "Nyckeltal" or "Indikator".
pub(crate) fn art(text: &str) -> Option<Matetalsart> {
    let word = fold(text);
    if word.starts_with("nyckeltal") {
        Some(Matetalsart::Nyckeltal)
    } else if word.starts_with("indikator") {
        Some(Matetalsart::Indikator)
    } else {
        None
    }
}

/// Reads "Intäkter" or "Kostnader".
pub(crate) fn del(text: &str) -> Option<Verksamhetsdel> {
    match fold(text).as_str() {
        "intakter" | "intakt" | "verksamhetens intakter" | "i" => Some(Verksamhetsdel::Intakt),
        "kostnader" | "kostnad" | "verksamhetens kostnader" | "k" => Some(Verksamhetsdel::Kostnad),
        _ => None,
    }
}

/// Whether a name begins as a sum does.
pub(crate) fn is_sum(text: &str) -> bool {
    let word = fold(text);
    let first = word.split(' ').next().unwrap_or("");
    matches!(first, "summa" | "totalt" | "total" | "delsumma" | "totalsumma" | "slutsumma" | "summering")
        || word.starts_with("s a ")
}

/// Whether the name of an economy row is one that the nämnds' tables compute (formats.md 2).
pub(crate) fn is_computed_row(text: &str) -> bool {
    is_sum(text)
        || matches!(
            fold(text).as_str(),
            "verksamhetens kostnader"
                | "verksamhetens nettokostnader"
                | "verksamhetens nettokostnad"
                | "nettokostnader"
                | "nettokostnad"
                | "arets resultat"
                | "resultat"
                | "bruttokostnader"
                | "bruttokostnad"
                | "summering"
                | "intakter totalt"
                | "kostnader totalt"
                | "netto"
                | "avvikelse"
        )
}

/// Whether the name is one a drift table has, so that volumes or investments are not taken for it.
pub(crate) fn is_drift_row(text: &str) -> bool {
    let word = fold(text);
    [
        "intakt", "kostnad", "bidrag", "resultat", "netto", "lokal", "kop av", "personal", "avskriv", "hyra",
        "hyror", "kapital", "loner",
    ]
    .iter()
    .any(|known| word.starts_with(known) || word.contains(&format!(" {known}")) || word.ends_with(known))
        || ["kostnader", "kostnad", "intakter", "bidrag", "hyror"].iter().any(|end| word.ends_with(end))
}

/// Whether a text is a short code such as "1", "2.1", "U3", "1.2b".
pub(crate) fn is_code(text: &str) -> bool {
    let text = text.trim();
    let letters = text.chars().take_while(|c| c.is_alphabetic()).count();
    (1..=12).contains(&text.chars().count())
        && letters <= 4
        && text.contains(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '/' | ':' | '§'))
}

/// A Kolada id ("N15454", "U00200") somewhere in the text.
pub(crate) fn kolada_id(text: &str) -> Option<&str> {
    text.split(|c: char| !c.is_ascii_alphanumeric()).find(|word| {
        let mut bytes = word.bytes();
        word.len() == 6 && matches!(bytes.next(), Some(b'N' | b'U')) && bytes.all(|b| b.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_told_from_an_organisation() {
        assert!(
            ["%", "antal", "kr/barn", "tkr", "Antal barn", "kr per invånare"]
                .iter()
                .all(|unit| is_unit(unit))
        );
        assert!(
            !["Hemtjänst norr", "Förskola", "Arkivet", "Barn- och elevhälsan"]
                .iter()
                .any(|unit| is_unit(unit))
        );
    }

    #[test]
    fn reads_directions_and_frequencies() {
        assert_eq!(riktning("Högre är bättre"), Some(Riktning::Hogre));
        assert_eq!(riktning("lägre"), Some(Riktning::Lagre));
        assert_eq!(riktning("Bara följas"), Some(Riktning::Folj));
        assert_eq!(riktning("Lagens krav"), None);
        assert_eq!(frekvens("Termin"), Some(Frekvens::Halvar));
        assert_eq!(frekvens("Månadsvis"), Some(Frekvens::Manad));
        assert_eq!(frekvens("År"), Some(Frekvens::Ar));
        assert_eq!(frekvens("en gång per år"), Some(Frekvens::Ar));
        assert_eq!(frekvens("Arkiv"), None);
    }

    #[test]
    fn finds_codes_and_ids() {
        assert!(["1", "2.1", "U3", "1.2b", "MÅL-1"].iter().all(|code| is_code(code)));
        assert!(!["Senast uppdaterad", "Hemtjänst", "", "Rad med text 1"].iter().any(|code| is_code(code)));
        assert_eq!(kolada_id("Kolada N00090; eget system"), Some("N00090"));
        assert_eq!(kolada_id("NÄMND"), None);
    }
}
