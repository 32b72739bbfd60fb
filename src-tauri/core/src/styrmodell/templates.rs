//! The styrmodeller a file can start from, as data (domain.md, 2). A rule hangs on a level's id, never on these names.
use super::{Bedomningsregel, Beslutsfattare};
use crate::granskning::Tradbrist;

/// A styrmodell to start from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Styrmodellmall {
    /// What `--styrmodell` and the setting `styrmodell` hold.
    pub key: &'static str,
    pub namn: &'static str,
    /// From the top of the chain to the bottom.
    pub nivaer: &'static [Nivamall],
    /// Where the kommun's own document says what holds the thread together; empty where the model has none to cite.
    pub grunder: &'static [(Tradbrist, &'static str)],
}

/// A level of a template.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Nivamall {
    pub singular: &'static str,
    pub plural: &'static str,
    pub beslutas_av: Beslutsfattare,
    pub bar_matetal: bool,
    pub bar_uppdrag: bool,
    pub bedomning: Bedomningsregel,
}

/// Every template, the main model first.
pub const ALL: &[Styrmodellmall] = &[
    Styrmodellmall {
        key: "ledmot-2023",
        namn: "Motala LedMot 2023–2026",
        nivaer: &[
            structure("Vision", "Visioner"),
            structure("Fokusområde", "Fokusområden"),
            structure("Målområde", "Målområden"),
            bearing("Styrtal", "Styrtal", Beslutsfattare::Kf, Bedomningsregel::RegelA),
        ],
        grunder: &[
            (Tradbrist::UtanAktivitet, "LedMot 4.3.2"),
            (Tradbrist::UtanUppdrag, "LedMot 4.3.4"),
            (Tradbrist::UtanMatetal, "LedMot 4.3.4"),
            (Tradbrist::UtanMal, "LedMot 4.3.4"),
        ],
    },
    Styrmodellmall {
        key: "ledmot-2010",
        namn: "Motala LedMot 2010",
        nivaer: &[
            structure("Vision", "Visioner"),
            structure("Inriktningsmål", "Inriktningsmål"),
            bearing("Resultatmål", "Resultatmål", Beslutsfattare::Kf, Bedomningsregel::Manuell),
            bearing("Verksamhetsmål", "Verksamhetsmål", Beslutsfattare::Namnd, Bedomningsregel::Manuell),
        ],
        grunder: &[],
    },
    Styrmodellmall {
        key: "trelleborg",
        namn: "Trelleborg",
        nivaer: &[
            structure("Vision", "Visioner"),
            structure("Inriktningsmål", "Inriktningsmål"),
            bearing("Effektmål", "Effektmål", Beslutsfattare::Namnd, Bedomningsregel::Manuell),
        ],
        grunder: &[],
    },
    Styrmodellmall {
        key: "mjolby",
        namn: "Mjölby",
        nivaer: &[
            structure("Kommunmål", "Kommunmål"),
            bearing("Åtagande", "Åtaganden", Beslutsfattare::Namnd, Bedomningsregel::Manuell),
            bearing(
                "Gemensamt åtagande",
                "Gemensamma åtaganden",
                Beslutsfattare::Namnd,
                Bedomningsregel::Manuell,
            ),
        ],
        grunder: &[],
    },
    Styrmodellmall {
        key: "ange",
        namn: "Ånge",
        nivaer: &[
            structure("Vision", "Visioner"),
            structure("Prioriterat mål", "Prioriterade mål"),
            bearing("Verksamhetsmål", "Verksamhetsmål", Beslutsfattare::Kf, Bedomningsregel::Manuell),
        ],
        grunder: &[],
    },
    Styrmodellmall {
        key: "egen",
        namn: "Egen styrmodell",
        nivaer: &[bearing("Mål", "Mål", Beslutsfattare::Kf, Bedomningsregel::Manuell)],
        grunder: &[],
    },
];

/// The template with a key.
pub fn find(key: &str) -> Option<&'static Styrmodellmall> {
    ALL.iter().find(|template| template.key == key)
}

/// What the document of a styrmodell is cited for where the thread breaks.
pub fn grund(key: &str, brist: Tradbrist) -> Option<&'static str> {
    find(key)?.grunder.iter().find(|(of, _)| *of == brist).map(|(_, cited)| *cited)
}

/// A level decided by KF that only orders those below it.
const fn structure(singular: &'static str, plural: &'static str) -> Nivamall {
    Nivamall {
        singular,
        plural,
        beslutas_av: Beslutsfattare::Kf,
        bar_matetal: false,
        bar_uppdrag: false,
        bedomning: Bedomningsregel::Ingen,
    }
}

/// A level that is measured, judged and given uppdrag.
const fn bearing(
    singular: &'static str,
    plural: &'static str,
    beslutas_av: Beslutsfattare,
    bedomning: Bedomningsregel,
) -> Nivamall {
    Nivamall { singular, plural, beslutas_av, bar_matetal: true, bar_uppdrag: true, bedomning }
}
