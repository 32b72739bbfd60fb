//! Words of the screen *Plan* and of the panel of a thing.
use plan_core::granskning::Tradbrist;
use plan_core::mal::Maluppfyllelse;
use plan_core::styrmodell::templates;
use plan_report::format::{antal_av, antal_i_ord, maluppfyllelse, med_liten};

/// The break as it stands on its row: "saknar aktivitet". `mal`: the word of the level that uppdrag are given at.
pub(crate) fn saknar(brist: Tradbrist, mal: &str) -> String {
    format!("saknar {}", what(brist, mal))
}

/// The break as it stands on its filter: "utan aktivitet".
pub(crate) fn utan(brist: Tradbrist, mal: &str) -> String {
    format!("utan {}", what(brist, mal))
}

fn what(brist: Tradbrist, mal: &str) -> String {
    match brist {
        Tradbrist::UtanAktivitet => "aktivitet".into(),
        Tradbrist::UtanUppdrag => "uppdrag".into(),
        Tradbrist::UtanMatetal => "mätetal".into(),
        Tradbrist::UtanMal => med_liten(mal),
    }
}

/// Why it is a break, and where the styrmodell's own document says so: "Ett uppdrag genomförs med aktiviteter
/// (LedMot 4.3.2)."
pub(crate) fn grund(brist: Tradbrist, styrmodell: &str) -> String {
    let why = match brist {
        Tradbrist::UtanAktivitet => "Ett uppdrag genomförs med aktiviteter",
        Tradbrist::UtanUppdrag => "Ett mål nås genom uppdrag, och en aktivitet genomför ett uppdrag",
        Tradbrist::UtanMatetal => "Utan mätetal går det inte att följa upp ett mål eller en önskad effekt",
        Tradbrist::UtanMal => "Ett uppdrag ges för att nå ett mål",
    };
    match templates::grund(styrmodell, brist) {
        Some(cited) => format!("{why} ({cited})."),
        None => format!("{why}."),
    }
}

/// What stands beside an end date that has passed.
pub(crate) const PASSERAT: &str = "passerat";

/// The status bar of a plan without a row.
pub(crate) const TOM_PLAN: &str = "Inget är planerat än";

/// The heading of standing tasks, at the end of the plan.
pub(crate) const GRUNDUPPDRAG: &str = "Grunduppdrag";

/// The heading of aktiviteter that carry out no uppdrag.
pub(crate) const LOSA_AKTIVITETER: &str = "Aktiviteter utan uppdrag";

/// The heading of uppdrag that are given at no mål.
pub(crate) fn losa_uppdrag(mal: &str) -> String {
    format!("Uppdrag utan {}", med_liten(mal))
}

/// "4 aktiviteter".
pub(crate) fn aktiviteter(count: usize) -> String {
    antal_av(count, "aktivitet", "aktiviteter")
}

/// "2 uppdrag".
pub(crate) fn uppdrag(count: usize) -> String {
    antal_av(count, "uppdrag", "uppdrag")
}

/// "3 enheter".
pub(crate) fn enheter(count: usize) -> String {
    antal_av(count, "enhet", "enheter")
}

/// "1 av 3 nyckeltal".
pub(crate) fn uppnadda(met: usize, of: usize) -> String {
    format!("{met} av {of} nyckeltal")
}

/// A person's verdict beside the computed one.
pub(crate) fn egen_bedomning(bedomning: Maluppfyllelse) -> String {
    format!("Egen bedömning: {}", med_liten(maluppfyllelse(bedomning)))
}

/// "Sämsta läget bland tre enheter".
pub(crate) fn samsta_laget(enheter: usize) -> String {
    match enheter {
        1 => "Enhetens läge".into(),
        n => format!("Sämsta läget bland {} enheter", antal_i_ord(n)),
    }
}

/// "Fördelat till tre enheter".
pub(crate) fn fordelat(enheter: usize) -> String {
    match enheter {
        0 => "Fördelat till enheter".into(),
        1 => "Fördelat till en enhet".into(),
        n => format!("Fördelat till {} enheter", antal_i_ord(n)),
    }
}

/// "Deltagande enheter" of an aktivitet.
pub(crate) const DELTAGANDE: &str = "Deltagande enheter";

#[cfg(test)]
mod tests {
    use super::*;

    /// A municipality is never told that another's document decides over it.
    #[test]
    fn only_the_styrmodell_of_a_document_cites_it() {
        for template in templates::ALL {
            for brist in Tradbrist::ALL {
                let said = grund(*brist, template.key);
                assert_eq!(
                    said.contains("LedMot"),
                    template.key == "ledmot-2023",
                    "{}: {said}",
                    template.key
                );
                assert!(said.ends_with('.') && said.len() > 20, "{said}");
            }
        }
    }

    #[test]
    fn breaks_and_counts_read_as_sentences() {
        assert_eq!(saknar(Tradbrist::UtanMal, "Styrtal"), "saknar styrtal");
        assert_eq!(utan(Tradbrist::UtanMatetal, "Styrtal"), "utan mätetal");
        assert_eq!(
            grund(Tradbrist::UtanMal, "ledmot-2023"),
            "Ett uppdrag ges för att nå ett mål (LedMot 4.3.4)."
        );
        assert_eq!(samsta_laget(3), "Sämsta läget bland tre enheter");
        assert_eq!([fordelat(1), fordelat(13)], ["Fördelat till en enhet", "Fördelat till 13 enheter"]);
    }
}
