//! Which fields a table of each kind has, and the headings they are known by (formats.md 5). A new heading is a word here.
//! Words are folded: lower case, å and ä as a, ö as o.
use plan_core::inlasning::Tabellslag;

mod plan;
mod shared;
mod tal;

use plan::{AKTIVITETER, UPPDRAG};
use tal::{DRIFT, MATETAL, VERKSAMHET};

/// A field of a row, as columns are assigned to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Falt {
    Nr,
    Titel,
    Vad,
    Varfor,
    OnskadEffekt,
    Ansvariga,
    Kalla,
    PeriodText,
    Mal,
    /// An organisation.
    Enhet,
    Perspektiv,
    Status,
    Fardiggrad,
    Kommentar,
    /// The uppdrag an aktivitet or mätetal belongs to.
    Uppdrag,
    Hur,
    Start,
    Slut,
    Kostnad,
    Art,
    Definition,
    /// The unit of a mätetal.
    Matenhet,
    Decimaler,
    Riktning,
    Frekvens,
    KoladaId,
    Utfall,
    Malvarde,
    Analys,
    /// The name of an economy row.
    Namn,
    Radtyp,
    Del,
    Budget,
    UtfallAck,
    Prognos,
    Avvikelse,
    /// The unit of amounts.
    Beloppsenhet,
    /// Known, and not read.
    Olast,
}

/// The fields of a kind: field, weight when kinds are told apart, headings.
pub(crate) struct Vocabulary {
    pub(crate) slag: Tabellslag,
    pub(crate) fields: &'static [(Falt, f32, &'static [&'static str])],
}

/// The vocabularies in the order that wins when two kinds fit alike.
pub(crate) const ALL: [Vocabulary; 5] = [
    Vocabulary { slag: Tabellslag::Aktiviteter, fields: AKTIVITETER },
    Vocabulary { slag: Tabellslag::Uppdrag, fields: UPPDRAG },
    Vocabulary { slag: Tabellslag::Matetal, fields: MATETAL },
    Vocabulary { slag: Tabellslag::Verksamhet, fields: VERKSAMHET },
    Vocabulary { slag: Tabellslag::Drift, fields: DRIFT },
];

impl Falt {
    /// The identifier in the row struct of `plan_core::inlasning`; empty for a column that is not read.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Falt::Nr => "nr",
            Falt::Titel => "titel",
            Falt::Vad => "vad",
            Falt::Varfor => "varfor",
            Falt::OnskadEffekt => "onskad_effekt",
            Falt::Ansvariga => "ansvariga",
            Falt::Kalla => "kalla",
            Falt::PeriodText => "period_text",
            Falt::Mal => "mal",
            Falt::Enhet | Falt::Matenhet => "enhet",
            Falt::Perspektiv => "perspektiv",
            Falt::Status => "status",
            Falt::Fardiggrad => "fardiggrad",
            Falt::Kommentar => "kommentar",
            Falt::Uppdrag => "uppdrag",
            Falt::Hur => "hur",
            Falt::Start => "start",
            Falt::Slut => "slut",
            Falt::Kostnad => "kostnad",
            Falt::Art => "art",
            Falt::Definition => "definition",
            Falt::Decimaler => "decimaler",
            Falt::Riktning => "riktning",
            Falt::Frekvens => "frekvens",
            Falt::KoladaId => "kolada_id",
            Falt::Utfall => "utfall",
            Falt::Malvarde => "malvarden",
            Falt::Analys => "analys",
            Falt::Namn => "namn",
            Falt::Radtyp => "summa",
            Falt::Del => "del",
            Falt::Budget => "budget",
            Falt::UtfallAck => "utfall_ack",
            Falt::Prognos => "prognos",
            Falt::Avvikelse => "tryckt_avvikelse",
            Falt::Beloppsenhet => "beloppsenhet",
            Falt::Olast => "",
        }
    }

    /// Whether several columns may hold it, one per period.
    pub(crate) fn is_per_period(self) -> bool {
        matches!(self, Falt::Utfall | Falt::Malvarde)
    }

    /// Whether it holds amounts of an economy table.
    pub(crate) fn is_amount(self) -> bool {
        matches!(self, Falt::Budget | Falt::UtfallAck | Falt::Prognos | Falt::Avvikelse)
    }
}

/// The fields that a column of a table of a kind can be read as, by identifier.
pub fn fields(slag: Tabellslag) -> Vec<&'static str> {
    let all = Vocabulary::of(slag).map_or(&[][..], |vocabulary| vocabulary.fields);
    all.iter().map(|(field, ..)| field.as_str()).filter(|identifier| !identifier.is_empty()).collect()
}

impl Vocabulary {
    pub(crate) fn of(slag: Tabellslag) -> Option<&'static Vocabulary> {
        const { &ALL }.iter().find(|vocabulary| vocabulary.slag == slag)
    }

    /// The field of an identifier in a mapping file.
    pub(crate) fn field(&self, identifier: &str) -> Option<Falt> {
        self.fields.iter().map(|(field, ..)| *field).find(|field| field.as_str() == identifier)
    }

    /// What a heading says each field is worth, best phrase first.
    pub(crate) fn scores<'h>(
        &'h self,
        heading: &'h super::Heading,
    ) -> impl Iterator<Item = (Falt, f32)> + 'h {
        self.fields.iter().map(|(field, _, phrases)| {
            (*field, phrases.iter().map(|phrase| heading.likeness(phrase)).fold(0.0, f32::max))
        })
    }

    pub(crate) fn weight(&self, field: Falt) -> f32 {
        self.fields.iter().find(|(known, ..)| *known == field).map_or(0.0, |(_, weight, _)| *weight)
    }
}
