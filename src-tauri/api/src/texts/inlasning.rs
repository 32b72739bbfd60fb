//! The short words of the screen Läs in: verdicts and their reasons, fields to choose among, counts, the decision.
//! The full sentences about a row are in [`super::import`].
use chrono::NaiveDate;
use plan_core::inlasning::{Anmarkning, Antal, Innehall, Overhopp, Tabellslag, Utslag, Vagran};
use plan_core::period::Period;
use plan_report::format;

use super::field;
use super::rule::capitalised;

/// What a table holds, as a choice.
pub(crate) fn kind(slag: Tabellslag) -> &'static str {
    match slag {
        Tabellslag::Uppdrag => "Uppdrag",
        Tabellslag::Aktiviteter => "Aktiviteter",
        Tabellslag::Matetal => "Mätetal",
        Tabellslag::Drift => "Drift",
        Tabellslag::Verksamhet => "Verksamheter",
    }
}

/// The word of a verdict.
pub(crate) fn verdict(utslag: Utslag) -> &'static str {
    match utslag {
        Utslag::Ny => "Ny",
        Utslag::Andrad => "Ändrad",
        Utslag::Oforandrad => "Oförändrad",
        Utslag::Tvetydig => "Tvetydig",
        Utslag::Vagrad => "Vägrad",
        Utslag::Overhoppad => "Överhoppad",
    }
}

/// The word after the number of rows with a verdict ("14 ändrade").
pub(crate) fn counted(utslag: Utslag, count: usize) -> &'static str {
    let one = count == 1;
    match utslag {
        Utslag::Ny if one => "ny",
        Utslag::Ny => "nya",
        Utslag::Andrad if one => "ändrad",
        Utslag::Andrad => "ändrade",
        Utslag::Oforandrad if one => "oförändrad",
        Utslag::Oforandrad => "oförändrade",
        Utslag::Tvetydig if one => "tvetydig",
        Utslag::Tvetydig => "tvetydiga",
        Utslag::Vagrad if one => "vägrad",
        Utslag::Vagrad => "vägrade",
        Utslag::Overhoppad if one => "överhoppad",
        Utslag::Overhoppad => "överhoppade",
    }
}

/// "Rubrikerna står på rad 3".
pub(crate) fn headings(first: u32, last: u32) -> String {
    if first == last {
        format!("Rubrikerna står på rad {first}")
    } else {
        format!("Rubrikerna står på rad {first}–{last}")
    }
}

/// The field of a column as a choice; a value of a period says its month.
pub(crate) fn choice(slag: Tabellslag, falt: &str) -> String {
    if let Some((name, period)) = falt.split_once('.') {
        let period = Period::parse(period).map_or_else(|| period.to_owned(), format::period);
        return format!("{} {period}", choice(slag, name));
    }
    let own = match (slag, falt) {
        (Tabellslag::Aktiviteter, "titel") => "Aktivitet",
        (Tabellslag::Uppdrag, "titel") => "Uppdrag",
        (Tabellslag::Matetal, "titel") => "Mätetal",
        (Tabellslag::Matetal, "enhet") => "Måttenhet",
        (Tabellslag::Drift, "namn") => "Rad i drifttabellen",
        (Tabellslag::Verksamhet, "namn") => "Verksamhet",
        (_, "vad") => "Vad ska uppnås",
        (_, "ansvariga") => "Ansvarig",
        (_, "start") => "Start",
        (_, "slut") => "Klart senast",
        (_, "period_text") => "Period",
        (_, "kolada_id") => "Koladas id",
        (_, "utfall_ack") => "Utfall hittills",
        (_, "tryckt_avvikelse") => "Avvikelse",
        (_, "beloppsenhet") => "Beloppens enhet",
        (_, "summa") => "Rad eller summa",
        (_, "hur") => "Hur",
        (_, "kostnad") => "Kostnad",
        (_, "malvarden") => "Målvärde",
        _ => return capitalised(&field::word(falt)),
    };
    own.to_owned()
}

/// What has changed, without its period, in lower case.
fn changed_word(slag: Tabellslag, falt: &str) -> String {
    let name = falt.split_once('.').map_or(falt, |(name, _)| name);
    match name {
        "slut" => "slutdatum".to_owned(),
        "start" => "startdatum".to_owned(),
        "year_from" | "year_to" => "period".to_owned(),
        "malvarde" => "målvärde".to_owned(),
        name => format::med_liten(&choice(slag, name)),
    }
}

/// "Status och slutdatum": which fields change, at most three of them named.
pub(crate) fn changes<'f>(slag: Tabellslag, falt: impl Iterator<Item = &'f str>) -> String {
    let mut words: Vec<String> = vec![];
    for word in falt.map(|falt| changed_word(slag, falt)) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    if words.len() > 3 {
        let rest = words.split_off(2).len();
        words.push(format!("{rest} till"));
    }
    capitalised(&format::lista(&words))
}

/// Why a row is new.
pub(crate) fn new_because(innehall: &Innehall) -> &'static str {
    let by_nr = |nr: &Option<String>| nr.as_ref().is_some_and(|nr| !nr.trim().is_empty());
    let (has_nr, otherwise) = match innehall {
        Innehall::Uppdrag(row) => (by_nr(&row.nr), "Uppdraget finns inte i planen"),
        Innehall::Aktivitet(row) => (by_nr(&row.nr), "Aktiviteten finns inte i planen"),
        Innehall::Matetal(row) => (by_nr(&row.nr), "Mätetalet finns inte i planen"),
        _ => (false, "Raden finns inte i planen"),
    };
    if has_nr { "Numret finns inte i planen" } else { otherwise }
}

/// Why a row was not read.
pub(crate) fn skipped(skipped: Overhopp) -> &'static str {
    match skipped {
        Overhopp::Tom => "Raden är tom",
        Overhopp::UpprepadRubrik => "Upprepad rubrik",
        Overhopp::Avsnittsrad => "Mellanrubrik",
        Overhopp::Summa => "Summarad",
        Overhopp::Anteckning => "Anteckning",
    }
}

/// Why a row was refused, in few words; the cell it is about says the rest.
pub(crate) fn refused(vagran: &Vagran) -> String {
    match vagran {
        Vagran::Tvetydig { kandidater } => format!("Kan höra till {}", format::lista(kandidater)),
        Vagran::Dubblett { rad } => format!("Samma uppgift står på rad {rad}"),
        Vagran::InteTal { .. } => "Cellen är inte ett tal".to_owned(),
        Vagran::Formelfel { text, .. } => format!("Formelfelet {text}"),
        other => super::import::refusal(other).trim_end_matches('.').to_owned(),
    }
}

/// "Juni har 30 dagar", for a day that does not exist.
pub(crate) fn no_such_day(text: &str) -> String {
    let parts: Vec<i32> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .filter_map(|part| part.parse().ok())
        .collect();
    let (year, month) = match parts[..] {
        [year, month, _] if year > 31 => (year, month),
        [_, month, year] if year > 31 => (year, month),
        _ => return "Dagen finns inte".to_owned(),
    };
    let period = u32::try_from(month).ok().and_then(|month| Period::new(year, month));
    period.map_or_else(
        || "Månaden finns inte".to_owned(),
        |period| {
            let days = chrono::Datelike::day(&period.last_day());
            format!("{} har {days} dagar", capitalised(format::manad(period.month)))
        },
    )
}

/// A note in the cell on how it was read; `None` for what the row says instead.
pub(crate) fn in_cell(anmarkning: &Anmarkning) -> Option<(&str, String)> {
    let read_as = |day: &NaiveDate| format!("läses som {}", format::datum(*day));
    match anmarkning {
        Anmarkning::TextSomDatum { falt, datum: Some(day), .. } => Some((falt, read_as(day))),
        Anmarkning::TextSomDatum { falt, datum: None, .. } => Some((falt, "behålls som text".to_owned())),
        Anmarkning::StatusTolkad { text, .. } => Some(("status", format!("”{text}” i filen"))),
        _ => None,
    }
}

/// What is wrong with a cell that was taken all the same: its field and why.
pub(crate) fn wrong_cell(anmarkning: &Anmarkning) -> Option<(&str, String)> {
    match anmarkning {
        Anmarkning::DatumFinnsInte { falt, text } => Some((falt, no_such_day(text))),
        Anmarkning::StatusOkand { .. } => Some(("status", "Ordet känns inte igen".to_owned())),
        Anmarkning::FardiggradMotStatus { .. } => Some(("fardiggrad", "Stämmer inte med status".to_owned())),
        Anmarkning::OkantUppdrag { .. } => Some(("uppdrag", "Finns inte i planen".to_owned())),
        Anmarkning::OkantMal { .. } => Some(("mal", "Finns inte i planen".to_owned())),
        Anmarkning::Personnummer { falt } => Some((falt, "Liknar ett personnummer".to_owned())),
        _ => None,
    }
}

/// What to do about a cell.
pub(crate) fn mend(falt: &str) -> &'static str {
    match falt.split_once('.').map_or(falt, |(name, _)| name) {
        "start" | "slut" => "Rätta datum",
        "status" => "Rätta status",
        "titel" | "vad" | "namn" => "Skriv titel",
        "fardiggrad" | "utfall" | "malvarden" | "budget" | "utfall_ack" | "prognos" | "kostnad"
        | "tryckt_avvikelse" => "Rätta talet",
        _ => "Rätta cellen",
    }
}

/// "38 rader läses in, 1 vägras och 3 hoppas över."
pub(crate) fn decision(antal: &Antal) -> String {
    let nothing_new = antal.ny + antal.andrad == 0;
    let mut parts = vec![match (antal.tagna, nothing_new) {
        (0, _) => "Inga rader läses in".to_owned(),
        (_, true) => "Inget ändras i planen".to_owned(),
        (count, false) => format!("{} läses in", format::antal_av(count, "rad", "rader")),
    }];
    if antal.vagrade > 0 {
        parts.push(format!("{} vägras", format::antal(antal.vagrade)));
    }
    if antal.overhoppade > 0 {
        parts.push(format!("{} hoppas över", format::antal(antal.overhoppade)));
    }
    format!("{}.", format::lista(&parts))
}

/// "6 läggs till, 14 ändras och 18 är oförändrade. Inläsningen går att ångra i ett steg."
pub(crate) fn consequence(antal: &Antal) -> String {
    if antal.ny + antal.andrad == 0 {
        return if antal.tagna > 0 {
            let rows = format::antal_av(antal.tagna, "rad", "rader");
            format!("{rows} stämmer redan med planen.")
        } else {
            "Välj vad bladet innehåller och vilken rad som är rubrik.".to_owned()
        };
    }
    let mut parts = vec![];
    if antal.ny > 0 {
        parts.push(format!("{} läggs till", format::antal(antal.ny)));
    }
    if antal.andrad > 0 {
        parts.push(format!("{} ändras", format::antal(antal.andrad)));
    }
    if antal.oforandrad > 0 {
        let word = if antal.oforandrad == 1 { "oförändrad" } else { "oförändrade" };
        parts.push(format!("{} är {word}", format::antal(antal.oforandrad)));
    }
    format!("{}. Inläsningen går att ångra i ett steg.", format::lista(&parts))
}

/// What the button does: "Läs in 38 rader", and without which.
pub(crate) fn button(antal: &Antal) -> String {
    let rows = format::antal_av(antal.tagna, "rad", "rader");
    match antal.vagrade {
        0 => format!("Läs in {rows}"),
        1 => format!("Läs in {rows} utan den vägrade"),
        _ => format!("Läs in {rows} utan de vägrade"),
    }
}

/// "38 rader lästes in."
pub(crate) fn done(antal: &Antal, wrote: bool) -> String {
    if wrote {
        format!("{} lästes in", format::antal_av(antal.tagna, "rad", "rader"))
    } else {
        "Inget ändrades".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_does_not_exist_says_how_long_its_month_is() {
        assert_eq!(no_such_day("2026-06-31"), "Juni har 30 dagar");
        assert_eq!(no_such_day("30/2 2026"), "Februari har 28 dagar");
        assert_eq!(no_such_day("2026-13-01"), "Månaden finns inte");
        assert_eq!(no_such_day("31/6"), "Dagen finns inte");
    }

    #[test]
    fn the_decision_counts_what_happens() {
        let antal = Antal {
            tagna: 38,
            ny: 6,
            andrad: 14,
            oforandrad: 18,
            anmarkningar: 0,
            vagrade: 1,
            overhoppade: 3,
        };
        assert_eq!(decision(&antal), "38 rader läses in, 1 vägras och 3 hoppas över.");
        assert_eq!(
            consequence(&antal),
            "6 läggs till, 14 ändras och 18 är oförändrade. Inläsningen går att ångra i ett steg."
        );
        assert_eq!(button(&antal), "Läs in 38 rader utan den vägrade");
        let none = Antal::default();
        assert_eq!(decision(&none), "Inga rader läses in.");
        let same = Antal { tagna: 2, oforandrad: 2, ..none };
        assert_eq!(decision(&same), "Inget ändras i planen.");
        assert_eq!(consequence(&same), "2 rader stämmer redan med planen.");
    }

    #[test]
    fn changes_are_named_once_and_not_more_than_three() {
        let said = |falt: &[&str]| changes(Tabellslag::Aktiviteter, falt.iter().copied());
        assert_eq!(said(&["status", "slut"]), "Status och slutdatum");
        assert_eq!(said(&["ansvariga"]), "Ansvarig");
        assert_eq!(said(&["titel", "status", "slut", "fardiggrad"]), "Aktivitet, status och 2 till");
    }
}
