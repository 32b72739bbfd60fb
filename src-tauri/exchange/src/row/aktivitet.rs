//! A row of an aktivitet table.
use plan_core::inlasning::{AktivitetRad, Innehall};

use super::fields::Fields;
use super::nameless;
use crate::cell::date::Role;
use crate::heading::Falt;

pub(super) fn row(fields: &mut Fields<'_, '_>) -> Innehall {
    let Some(titel) = fields.line(Falt::Titel) else { return nameless(Falt::Titel) };
    Innehall::Aktivitet(Box::new(AktivitetRad {
        nr: fields.code(Falt::Nr),
        uppdrag: fields.code(Falt::Uppdrag),
        titel,
        hur: fields.text(Falt::Hur),
        ansvariga: fields.names(Falt::Ansvariga),
        enhet: fields.line(Falt::Enhet),
        start: fields.datum(Falt::Start, Role::Start),
        slut: fields.datum(Falt::Slut, Role::End),
        status: fields.status(),
        fardiggrad: fields.fardiggrad(),
        kommentar: fields.text(Falt::Kommentar),
        kostnad: fields.kostnad(),
    }))
}
