//! Our own report's table of uppdrag with their aktiviteter under them, read back as two tables.
//! Its comments and its names joined by "och" are the report's wording, not the plan's: they are left alone.
use plan_core::inlasning::{AktivitetRad, Innehall, Rad, UppdragRad};

use crate::heading::Falt;
use crate::layout::Layout;

/// Whether the title column holds both ("Uppdrag/aktivitet").
pub(crate) fn is_mixed(layout: &Layout) -> bool {
    let title = layout.columns.iter().find(|column| column.field == Some(Falt::Titel));
    let has = |word: &str| title.is_some_and(|column| column.heading.words.iter().any(|known| known == word));
    has("uppdrag") && has("aktivitet") && layout.has(Falt::Nr)
}

/// The uppdrag rows and the others. An aktivitet has no nr, or one below its uppdrag's ("3.2").
pub(crate) fn split(rows: Vec<Rad>) -> (Vec<Rad>, Vec<Rad>) {
    let (mut uppdrag, mut others) = (Vec::new(), Vec::new());
    for Rad { rad, innehall, anmarkningar } in rows {
        match innehall {
            Innehall::Aktivitet(row) if row.nr.as_ref().is_some_and(|nr| !nr.contains('.')) => {
                let innehall = Innehall::Uppdrag(Box::new(as_uppdrag(*row)));
                // What was read as a day is the uppdrag's period.
                uppdrag.push(Rad { rad, innehall, anmarkningar: Vec::new() });
            }
            Innehall::Aktivitet(row) => {
                let innehall = Innehall::Aktivitet(Box::new(as_aktivitet(*row)));
                others.push(Rad { rad, innehall, anmarkningar });
            }
            innehall => others.push(Rad { rad, innehall, anmarkningar }),
        }
    }
    (uppdrag, others)
}

fn as_uppdrag(row: AktivitetRad) -> UppdragRad {
    UppdragRad {
        nr: row.nr,
        titel: row.titel,
        ansvariga: own_names(row.ansvariga),
        period_text: row.slut.map(|cell| cell.text).filter(|text| !text.is_empty()),
        status: row.status,
        fardiggrad: row.fardiggrad,
        ..UppdragRad::default()
    }
}

fn as_aktivitet(row: AktivitetRad) -> AktivitetRad {
    let uppdrag = row.nr.as_ref().and_then(|nr| nr.rsplit_once('.')).map(|(uppdrag, _)| uppdrag.to_owned());
    AktivitetRad { uppdrag, ansvariga: own_names(row.ansvariga), kommentar: None, ..row }
}

fn own_names(names: Vec<String>) -> Vec<String> {
    if names.iter().any(|name| name.contains(" och ")) { Vec::new() } else { names }
}
