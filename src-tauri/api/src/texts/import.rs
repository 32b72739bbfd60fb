//! The words for what an import says of a row: remarks, refusals, what was skipped.
use plan_core::inlasning::{Anmarkning, Overhopp, Tabellslag, Vagran};

use super::rule::capitalised;
use super::{field::word, value};

/// A remark on a row that was taken.
pub(crate) fn remark(remark: &Anmarkning) -> String {
    use Anmarkning as A;
    match remark {
        A::TextSomDatum { falt, text, datum: Some(datum) } => {
            format!("{}: ”{text}” behålls som text och läses som {datum}.", name(falt))
        }
        A::TextSomDatum { falt, text, datum: None } => {
            format!("{}: ”{text}” är inget datum och behålls som text.", name(falt))
        }
        A::DatumFinnsInte { falt, text } => {
            format!("{}: dagen ”{text}” finns inte och behålls som text.", name(falt))
        }
        A::StatusTolkad { text, status } => {
            format!("Status: ”{text}” läses som {}.", value::status(*status))
        }
        A::StatusOkand { text } => {
            format!("Status: ”{text}” känns inte igen. Ordet sparas i anteckningen.")
        }
        A::StatusSaknas => "Status saknas. Ej påbörjad föreslås.".into(),
        A::FardiggradMotStatus { status, fardiggrad } => {
            format!("Färdiggraden {fardiggrad} % stämmer inte med status {}.", value::status(*status))
        }
        A::BorjarForeAret => "Aktiviteten börjar före verksamhetsåret.".into(),
        A::SlutarEfterAret => "Aktiviteten slutar efter verksamhetsåret.".into(),
        A::SlutForeStart => "Slutet ligger före starten.".into(),
        A::OkantUppdrag { text } => {
            format!("Uppdraget ”{text}” finns inte i planen. Raden läses in utan koppling.")
        }
        A::UtanUppdrag => "Aktiviteten saknar uppdrag.".into(),
        A::OkantMal { text } => format!("Målet ”{text}” finns inte i planen. Raden läses in utan koppling."),
        A::OkandEnhet { text } => {
            format!("Enheten ”{text}” finns inte i planen. Den läggs till under förvaltningen.")
        }
        A::TrycktSummaSkiljer { tryckt, beraknad } => format!(
            "Källans summa {} skiljer sig från den beräknade {}.",
            value::tkr(*tryckt),
            value::tkr(*beraknad)
        ),
        A::TalSomText { falt, text } => format!("{}: talet ”{text}” stod som text.", name(falt)),
        A::DatumSomText { falt, text } => format!("{}: datumet ”{text}” stod som text.", name(falt)),
        A::Normaliserad { falt } => {
            format!("{}: bokstäver som var delade i två tecken har satts ihop.", name(falt))
        }
        A::Styrtecken { falt } => format!("{}: osynliga styrtecken har tagits bort.", name(falt)),
        A::VardeSaknas { falt, text } => format!("{}: värde saknas (”{text}”).", name(falt)),
        A::EnhetAntagen { enhet } => format!("Beloppens enhet står inte i källan. De läses som {enhet}."),
        A::SummaSomRad => "Källan kallar raden en summa, men i planen är den en vanlig rad.".into(),
        A::Personnummer { falt } => format!("{}: texten ser ut att innehålla ett personnummer.", name(falt)),
    }
}

/// Why a row was refused.
pub(crate) fn refusal(refusal: &Vagran) -> String {
    use Vagran as V;
    match refusal {
        V::SaknarTitel { falt } => format!("{} saknas.", name(falt)),
        V::Formelfel { falt, text } => format!("{}: cellen innehåller formelfelet {text}.", name(falt)),
        V::ForLang { falt, max } => {
            format!("{}: texten är för lång. Högst {} tecken.", name(falt), value::thousands(*max as i64))
        }
        V::InteTal { falt, text } => format!("{}: ”{text}” är inte ett tal.", name(falt)),
        V::Tvetydig { kandidater } => {
            format!("Raden kan höra till flera i planen: {}.", kandidater.join("; "))
        }
        V::Dubblett { rad } => format!("Samma uppgift står redan på rad {rad}."),
        V::SaknarPeriod => "Perioden saknas. Ange vilken månad talen gäller, till exempel 2026-04.".into(),
        V::StangtAr { year } => format!("Verksamhetsåret {year} är stängt för ändringar."),
        V::Regel { falt, regel } => broken_rule(falt, regel),
    }
}

/// A rule of the plan by its code (see [`super::rule::code`]); one that an import does not meet is said in general.
fn broken_rule(falt: &str, code: &str) -> String {
    let name = name(falt);
    match code {
        "required" => format!("{name} saknas."),
        "too_long" => format!("{name}: texten är för lång."),
        "percent" => format!("{name}: ska vara mellan 0 och 100 procent."),
        "reason_required" => "Avbruten kräver ett skäl i kommentaren.".into(),
        "end_before_start" => "Slutet ligger före starten.".into(),
        "personnummer" => format!("{name}: texten ser ut att innehålla ett personnummer."),
        "not_allowed" => format!("{name}: värdet går inte att läsa in här."),
        _ => format!("{name}: värdet bryter mot en regel i planen."),
    }
}

/// Why a row was not read.
pub(crate) fn skipped(skipped: Overhopp) -> String {
    match skipped {
        Overhopp::Tom => "Tom rad.",
        Overhopp::UpprepadRubrik => "Upprepad rubrik.",
        Overhopp::Avsnittsrad => "Rubrik för ett avsnitt.",
        Overhopp::Summa => "Summa, som räknas ut av programmet.",
        Overhopp::Anteckning => "Anteckning vid tabellen.",
    }
    .into()
}

/// What a table holds.
pub(crate) fn kind(slag: Tabellslag) -> &'static str {
    match slag {
        Tabellslag::Uppdrag => "uppdrag",
        Tabellslag::Aktiviteter => "aktiviteter",
        Tabellslag::Matetal => "mätetal",
        Tabellslag::Drift => "drift",
        Tabellslag::Verksamhet => "verksamheter",
    }
}

/// The word of a field at the head of a sentence; a period's value says its period ("Utfall 2026-04").
fn name(falt: &str) -> String {
    match falt.split_once('.') {
        Some((field, period)) => format!("{} {period}", capitalised(&word(field))),
        None => capitalised(&word(falt)),
    }
}
