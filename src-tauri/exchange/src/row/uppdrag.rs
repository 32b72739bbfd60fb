//! A row of an uppdrag table.
use plan_core::inlasning::{Innehall, UppdragRad};

use super::fields::Fields;
use super::nameless;
use crate::cell::date::{self, Moment, Reading, Role};
use crate::heading::Falt;

/// Område is the title and Uppdrag what shall be achieved; where there is only one of them it is the title.
pub(super) fn row(fields: &mut Fields<'_, '_>) -> Innehall {
    let (titel, vad) = match (fields.line(Falt::Titel), fields.text(Falt::Vad)) {
        (Some(titel), vad) => (titel, vad),
        (None, Some(vad)) => (vad.replace('\n', " "), None),
        (None, None) => return nameless(Falt::Titel),
    };
    let period_text = fields.line(Falt::PeriodText);
    let (year_from, year_to) = period_text.as_deref().map_or((None, None), years);
    Innehall::Uppdrag(Box::new(UppdragRad {
        nr: fields.code(Falt::Nr),
        titel,
        vad,
        varfor: fields.text(Falt::Varfor),
        onskad_effekt: fields.text(Falt::OnskadEffekt),
        ansvariga: fields.names(Falt::Ansvariga),
        kalla: fields.line(Falt::Kalla),
        period_text,
        year_from,
        year_to,
        mal: fields.line(Falt::Mal),
        enhet: fields.line(Falt::Enhet),
        perspektiv: fields.line(Falt::Perspektiv),
        status: fields.status(),
        fardiggrad: fields.fardiggrad(),
        kommentar: fields.text(Falt::Kommentar),
    }))
}

/// The first and last year of "2026", "2026–2027", "HT26–VT27".
fn years(text: &str) -> (Option<i32>, Option<i32>) {
    let Reading::Time(from, to) = date::read(text) else { return (None, None) };
    let year = |moment: Moment, role| moment.day(role).map(|day| chrono::Datelike::year(&day));
    (year(from, Role::Start), year(to, Role::End))
}
