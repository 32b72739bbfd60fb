//! The words for a source of an import that cannot be read at all, and for sheets that were left out.
use plan_exchange::{Filslag, Grans, Olast, ReadError, Skal};

use super::UiError;

const READABLE: &str = "Excel (xlsx, xls), Calc (ods), CSV och kopierade tabeller kan läsas in.";
const SAVE_AGAIN: &str = "Öppna filen i Excel och spara den på nytt.";
const HEADINGS: &str = "Ge kolumnerna rubriker, till exempel Nr, Uppdrag, Ansvarig.";

/// What is wrong with the source.
pub(super) fn words(error: &ReadError) -> UiError {
    use ReadError as E;
    let found = match error {
        E::Empty => UiError::new("empty_source", "Källan är tom.", READABLE),
        E::NotATable { kind } => not_a_table(*kind),
        E::WrongName { named, found } => UiError::new(
            "wrong_name",
            format!("Filen heter som {}, men är {}.", kind_word(*named), kind_word(*found)),
            SAVE_AGAIN,
        ),
        E::Damaged { kind, .. } => {
            UiError::new("damaged_source", format!("Filen är {}, men skadad.", kind_word(*kind)), SAVE_AGAIN)
        }
        E::Encrypted { .. } => UiError::new(
            "encrypted_source",
            "Filen är skyddad med lösenord.",
            "Spara en kopia utan lösenord och läs in den.",
        ),
        E::TooLarge { grans, max } => too_large(*grans, *max),
        E::EmptyWorkbook => UiError::new(
            "empty_workbook",
            "Arbetsboken är tom.",
            "Kontrollera att rätt fil valdes och att den är sparad.",
        ),
        E::NoHeader { olasta } => {
            UiError::new("no_header", "Ingen rad med användbara rubriker hittades.", HEADINGS)
                .with_detail(sheets(olasta))
        }
        E::OtherKind { olasta } => UiError::new(
            "other_kind",
            "Källan innehåller inte den sorts tabell som angavs.",
            "Välj ett annat innehåll, eller låt rubrikerna avgöra.",
        )
        .with_detail(sheets(olasta)),
        E::UnknownField { falt } => UiError::new(
            "unknown_field",
            format!("Mappningsfilen nämner fältet ”{falt}”, som inte finns."),
            "Rätta fältets namn i mappningsfilen.",
        ),
        E::MappingDoesNotFit => UiError::new(
            "mapping_does_not_fit",
            "Inga av mappningsfilens rubriker finns i källan.",
            "Kontrollera att mappningsfilen hör till den här källan.",
        ),
    };
    if found.detail.is_empty() { found.with_detail(error) } else { found }
}

fn not_a_table(kind: Filslag) -> UiError {
    match kind {
        Filslag::Word => UiError::new(
            "not_a_table",
            "Ett Word-dokument kan inte läsas in direkt.",
            "Kopiera tabellen ur dokumentet och läs in den kopierade tabellen.",
        ),
        other => {
            UiError::new("not_a_table", format!("Filen är {} och ingen tabell.", kind_word(other)), READABLE)
        }
    }
}

fn kind_word(kind: Filslag) -> &'static str {
    match kind {
        Filslag::Xlsx | Filslag::Xlsb | Filslag::Xls => "en Excelfil",
        Filslag::Ods => "en Calcfil",
        Filslag::Html => "en webbsida",
        Filslag::Text => "en textfil",
        Filslag::Pdf => "en PDF-fil",
        Filslag::Word => "ett Word-dokument",
        Filslag::Bild => "en bild",
        Filslag::Sqlite => "en databas eller en plan",
        Filslag::Okant => "av okänt slag",
    }
}

fn too_large(grans: Grans, max: u64) -> UiError {
    let thousands = |n: u64| crate::texts::value::thousands(i64::try_from(n).unwrap_or(i64::MAX));
    let limit = match grans {
        Grans::Filstorlek => format!("Högst {} MB läses in.", max >> 20),
        Grans::Uppackat => format!("Högst {} MB uppackat innehåll läses in.", max >> 20),
        Grans::Packningsgrad => "Innehållet är hårdare packat än en vanlig arbetsbok.".to_owned(),
        Grans::Delar => format!("Högst {} delar läses in.", thousands(max)),
        Grans::Celler => format!("Högst {} celler läses in.", thousands(max)),
    };
    UiError::new(
        "source_too_large",
        "Filen är för stor för att läsas in.",
        format!("{limit} Dela upp filen, eller spara om den i Excel."),
    )
}

fn sheets(olasta: &[Olast]) -> String {
    olasta.iter().map(sheet).collect::<Vec<_>>().join(" ")
}

/// A sheet that was left out, and why.
pub(crate) fn sheet(olast: &Olast) -> String {
    let blad = &olast.blad;
    match olast.skal {
        Skal::Tomt => format!("Bladet ”{blad}” är tomt."),
        Skal::Dolt => format!("Bladet ”{blad}” är dolt och lästes inte."),
        Skal::IngenRubrik => format!("Bladet ”{blad}” har ingen rad med användbara rubriker."),
        Skal::IngaRader => format!("Bladet ”{blad}” har rubriker men inga rader."),
        Skal::AnnatSlag { slag } => {
            format!(
                "Bladet ”{blad}” innehåller {}, som inte efterfrågades.",
                crate::texts::import::kind(slag)
            )
        }
        Skal::Bortvalt => format!("Bladet ”{blad}” är bortvalt och lästes inte."),
        Skal::Skadat => format!("Bladet ”{blad}” är skadat och lästes inte."),
    }
}
