//! Status words → the six statuses. What is not known stays a word: the person chooses.
use plan_core::uppfoljning::Status;

use super::text::fold;
use crate::heading::typo;

/// How a status word was understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    /// The status' own label.
    Label(Status),
    /// Another word for it.
    Synonym(Status),
    Unknown,
}

impl Reading {
    pub(crate) fn status(self) -> Option<Status> {
        match self {
            Reading::Label(status) | Reading::Synonym(status) => Some(status),
            Reading::Unknown => None,
        }
    }
}

/// Folded; the first of each status is its label as reports print it (`plan_report::format::status`; a story asks). A file's own
/// words are laid over these by `plan_core::inlasning`.
const WORDS: [(Status, &[&str]); 6] = [
    (
        Status::EjPaborjad,
        &[
            "ej paborjad",
            "inte paborjad",
            "ej paborjat",
            "inte paborjat",
            "ej startad",
            "inte startad",
            "ej startat",
            "inte startat",
            "ej inledd",
            "inte inledd",
            "ej start",
            "planerad",
            "planerat",
            "kommande",
            "ej pab",
            "ej igangsatt",
            "not started",
        ],
    ),
    (
        Status::PagarEnligtPlan,
        &[
            "pagar enligt plan",
            "pagar",
            "pagaende",
            "pagar enl plan",
            "enligt plan",
            "enl plan",
            "foljer plan",
            "foljer planen",
            "pagar som planerat",
            "som planerat",
            "paborjad",
            "paborjat",
            "startad",
            "startat",
            "inledd",
            "inlett",
            "igang",
            "i gang",
            "igangsatt",
            "pag",
            "lopande",
            "arbete pagar",
            "in progress",
        ],
    ),
    (
        Status::PagarMedAvvikelse,
        &[
            "pagar med avvikelse",
            "pagar viss avvikelse",
            "pagar med viss avvikelse",
            "viss avvikelse",
            "avvikelse",
            "med avvikelse",
            "avviker",
            "avviker fran plan",
            "mindre avvikelse",
            "pagar ej enligt plan",
            "pagar inte enligt plan",
            "ej enligt plan",
            "inte enligt plan",
            "pagar m avvikelse",
            "pagar avvikelse",
            "pagar avviker",
        ],
    ),
    (
        Status::Forsenad,
        &["forsenad", "forsenat", "forsening", "forsenas", "pagar forsenad", "ar forsenad", "sen"],
    ),
    (
        Status::Genomford,
        &[
            "genomford",
            "genomfort",
            "klar",
            "klart",
            "klara",
            "avslutad",
            "avslutat",
            "slutford",
            "slutfort",
            "fardig",
            "fardigt",
            "utford",
            "utfort",
            "helt genomford",
            "genomforda",
            "slutfard",
            "avklarad",
            "avklarat",
            "done",
        ],
    ),
    (
        Status::Avbruten,
        &[
            "avbruten",
            "avbrutet",
            "avbryts",
            "avbrutits",
            "installd",
            "installt",
            "utgar",
            "utgatt",
            "struken",
            "struket",
            "nedlagd",
            "genomfors ej",
            "genomfors inte",
        ],
    ),
];

/// Reads a status cell; symbols before the word ("● Klar") and an explanation after it ("Försenad: väntar") are tolerated.
pub(crate) fn read(text: &str) -> Reading {
    if text.len() > 200 {
        return Reading::Unknown;
    }
    let whole = lookup(&fold(text));
    if whole != Reading::Unknown {
        return whole;
    }
    let head = text.split([':', ';', '(', '\n']).next().unwrap_or("");
    let head = head.split(" - ").next().unwrap_or("").split(" – ").next().unwrap_or("");
    match lookup(&fold(head)) {
        Reading::Label(status) => Reading::Synonym(status),
        other => other,
    }
}

fn lookup(word: &str) -> Reading {
    if word.is_empty() {
        return Reading::Unknown;
    }
    for (status, words) in WORDS {
        if let Some(at) = words.iter().position(|known| *known == word) {
            return if at == 0 { Reading::Label(status) } else { Reading::Synonym(status) };
        }
    }
    // A slip of the finger in a long word; short ones are too near each other.
    let mut near =
        WORDS.iter().filter(|(_, words)| words.iter().any(|known| word.len() > 5 && typo(word, known)));
    match (near.next(), near.next()) {
        (Some((status, _)), None) => Reading::Synonym(*status),
        _ => Reading::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_words_of_real_sheets() {
        for (word, status) in [
            ("Ej påbörjad", Some(Status::EjPaborjad)),
            ("inte påbörjad", Some(Status::EjPaborjad)),
            ("Ej startad", Some(Status::EjPaborjad)),
            ("PÅGÅR", Some(Status::PagarEnligtPlan)),
            ("Pågår enl. plan", Some(Status::PagarEnligtPlan)),
            ("Påbörjad", Some(Status::PagarEnligtPlan)),
            ("Pågår, viss avvikelse", Some(Status::PagarMedAvvikelse)),
            ("Försenad: väntar på beslut", Some(Status::Forsenad)),
            ("Klart", Some(Status::Genomford)),
            ("● Genomförd", Some(Status::Genomford)),
            ("Genomfört.", Some(Status::Genomford)),
            ("Avslutad", Some(Status::Genomford)),
            ("inställd", Some(Status::Avbruten)),
            ("Genomförd i del", None),
            ("Vilande", None),
            ("Ej genomförd", None),
            ("Röd", None),
            ("", None),
        ] {
            assert_eq!(read(word).status(), status, "{word}");
        }
    }

    #[test]
    fn a_slip_of_the_finger_is_tolerated_but_not_a_negation() {
        assert_eq!(read("Pågår enligt paln").status(), Some(Status::PagarEnligtPlan));
        assert_eq!(read("Genomförrd").status(), Some(Status::Genomford));
        assert_eq!(read("Ej genomförd").status(), None);
    }

    #[test]
    fn only_the_label_itself_needs_no_remark() {
        assert_eq!(read("pågår enligt plan"), Reading::Label(Status::PagarEnligtPlan));
        assert_eq!(read("Pågående"), Reading::Synonym(Status::PagarEnligtPlan));
    }
}
