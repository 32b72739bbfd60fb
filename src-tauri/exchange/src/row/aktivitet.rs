//! A row of an aktivitet table.
use plan_core::inlasning::{AktivitetRad, DatumCell, Innehall};

use super::fields::Fields;
use super::nameless;
use crate::cell::date::{self, Reading, Role};
use crate::heading::Falt;

pub(super) fn row(fields: &mut Fields<'_, '_>) -> Innehall {
    let Some(titel) = fields.line(Falt::Titel) else { return nameless(Falt::Titel) };
    let (start, slut) = (fields.datum(Falt::Start, Role::Start), fields.datum(Falt::Slut, Role::End));
    let start = start.or_else(|| slut.as_ref().filter(|_| !fields.layout.has(Falt::Start)).and_then(begun));
    Innehall::Aktivitet(Box::new(AktivitetRad {
        nr: fields.code(Falt::Nr),
        uppdrag: fields.code(Falt::Uppdrag),
        titel,
        hur: fields.text(Falt::Hur),
        ansvariga: fields.names(Falt::Ansvariga),
        enhet: fields.line(Falt::Enhet),
        start,
        slut,
        status: fields.status(),
        fardiggrad: fields.fardiggrad(),
        kommentar: fields.text(Falt::Kommentar),
        kostnad: fields.kostnad(),
    }))
}

/// A lone "Tidplan" of "mars–maj 2026" says when it begins too.
fn begun(slut: &DatumCell) -> Option<DatumCell> {
    let Reading::Time(from, to) = date::read(&slut.text) else { return None };
    let (datum, utan_ar) = (from.day(Role::Start), from.without_year(Role::Start));
    (from != to).then(|| DatumCell { text: slut.text.clone(), datum, utan_ar })
}
