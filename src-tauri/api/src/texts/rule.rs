//! The words for every rule of the plan that a write can break.
use plan_core::Rule;
use plan_core::period::YEARS;
use plan_core::styrmodell::templates;

/// The stable identifier of a rule.
pub(crate) fn code(rule: &Rule) -> &'static str {
    match rule {
        Rule::Required => "required",
        Rule::TooLong { .. } => "too_long",
        Rule::LevelOrder => "level_order",
        Rule::Cycle => "cycle",
        Rule::EndBeforeStart => "end_before_start",
        Rule::ReasonRequired => "reason_required",
        Rule::Percent => "percent",
        Rule::InUse { .. } => "in_use",
        Rule::YearClosed => "year_closed",
        Rule::ReportState { .. } => "report_state",
        Rule::MotivationRequired => "motivation_required",
        Rule::SumRow => "sum_row",
        Rule::NotAllowed { .. } => "not_allowed",
        Rule::Personnummer => "personnummer",
        Rule::VemRequired => "vem_required",
        Rule::RowsRefused { .. } => "rows_refused",
    }
}

/// What happened and what to do, with the word of the field it happened on.
pub(crate) fn words(field: &str, rule: &Rule) -> (String, String) {
    let name = capitalised(field);
    match rule {
        Rule::Required => (format!("{name} saknas."), format!("Fyll i {field}.")),
        Rule::TooLong { max } => {
            let max = super::value::thousands(*max as i64);
            (
                format!("Texten i fältet {name} är för lång."),
                format!("Högst {max} tecken får plats. Korta texten."),
            )
        }
        Rule::LevelOrder if field == "slag" => (
            "Det slaget av organisation kan inte ligga under den överordnade.".into(),
            "Under nämnden ligger förvaltningen, under den verksamhetsområden och under dem enheter.".into(),
        ),
        Rule::LevelOrder if field == super::field::word("sort_key") => (
            "Nivån kan inte flyttas förbi en nivå som dess mål hör ihop med.".into(),
            "Byt namn på nivåerna i stället, eller flytta målen först.".into(),
        ),
        Rule::LevelOrder => (
            "Ett mål kan bara läggas under ett mål på en högre nivå.".into(),
            "Välj ett överordnat mål på en högre nivå i styrmodellen.".into(),
        ),
        Rule::Cycle => {
            ("Flytten skulle lägga något under sig självt.".into(), "Välj en annan plats i trädet.".into())
        }
        Rule::EndBeforeStart => {
            ("Slutet ligger före starten.".into(), "Rätta startdatum eller slutdatum.".into())
        }
        Rule::ReasonRequired => (
            "Ett skäl krävs.".into(),
            "Skriv i kommentaren eller skälet varför, så att nämnden kan läsa det.".into(),
        ),
        Rule::Percent => (
            "Färdiggraden ska vara mellan 0 och 100 procent.".into(),
            "Ange ett heltal från 0 till 100.".into(),
        ),
        Rule::InUse { .. } if field == super::field::word("niva_id") => (
            "Nivån har mål som ingen annan rad kan ta över texten från.".into(),
            "Flytta eller ta bort de målen först.".into(),
        ),
        Rule::InUse { by } => taken(by),
        Rule::YearClosed => (
            "Verksamhetsåret är stängt för ändringar.".into(),
            "Gör ändringen i ett år som planeras eller pågår.".into(),
        ),
        Rule::ReportState { from, to } => report_state(from, to),
        Rule::MotivationRequired => (
            "En motivering krävs när bedömningen görs av en person.".into(),
            "Skriv varför målet bedöms så.".into(),
        ),
        Rule::SumRow => (
            "Raden är en summa och räknas ut av programmet.".into(),
            "Ändra de rader som summan består av.".into(),
        ),
        Rule::NotAllowed { value } => {
            (format!("”{value}” är inte ett giltigt värde för {field}."), allowed(field, value))
        }
        Rule::Personnummer => (
            format!("Fältet {name} ser ut att innehålla ett personnummer, och sådana sparas inte."),
            "Ta bort personnumret. Skriv befattningen i stället.".into(),
        ),
        Rule::VemRequired => (
            "Det måste framgå vilken befattning som gör ändringen.".into(),
            "Ange din befattning, till exempel Verksamhetscontroller.".into(),
        ),
        Rule::RowsRefused { count } => (
            format!("Inget lästes in, eftersom {} vägrades.", rows(*count)),
            "Rätta raderna i källan, eller läs in bara de goda raderna.".into(),
        ),
    }
}

/// "en rad", "3 rader".
pub(crate) fn rows(count: usize) -> String {
    match count {
        1 => "en rad".into(),
        n => format!("{n} rader"),
    }
}

pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What stands in the way: another thing of the same place, a state, or what holds the thing.
fn taken(by: &str) -> (String, String) {
    let (message, hint) = match by {
        "plan" => ("Filen innehåller redan en plan.", "Skapa den nya planen i en ny fil."),
        "verksamhetsar" => ("Verksamhetsåret finns redan.", "Välj ett annat år."),
        "uppfoljning" => ("Det finns redan en uppföljning för perioden.", "Ändra den som finns."),
        "driftbelopp" => (
            "Raden har egna belopp och kan inte bli en summa.",
            "Ta först bort beloppen, eller lägg till en ny rad för summan.",
        ),
        "inlamnad" | "sammanstalld" | "faststalld" => {
            ("Uppföljningen har inte läget öppen och kan inte tas bort.", "Öppna den först.")
        }
        _ => {
            let holders: Vec<String> = by.split(", ").map(super::thing::plural_or_same).collect();
            let hint = format!("Ta först bort eller flytta det som använder det: {}.", holders.join(", "));
            return ("Det används och kan inte tas bort.".into(), hint);
        }
    };
    (message.into(), hint.into())
}

/// What a field takes, where that can be said in a line.
/// What may stand in the field instead.
fn allowed(field: &str, value: &str) -> String {
    let is = |id: &str| field == super::field::word(id);
    if is("styrmodell") {
        let keys: Vec<&str> = templates::ALL.iter().map(|template| template.key).collect();
        format!("Välj en av dessa: {}.", keys.join(", "))
    } else if ["year", "year_from", "year_to"].into_iter().any(is) && !is_year(value) {
        format!("Ange ett årtal från {} till {}.", YEARS.start(), YEARS.end())
    } else {
        "Välj ett av de värden som finns.".into()
    }
}

fn is_year(value: &str) -> bool {
    value.parse().is_ok_and(|year: i32| YEARS.contains(&year))
}

fn report_state(from: &str, to: &str) -> (String, String) {
    let message = match (from, to) {
        ("", _) | ("utkast", _) => "Rapporten är inte låst för utskick.".to_owned(),
        ("last", "last") => "Rapporten är redan låst för utskick.".to_owned(),
        ("faststalld", "last" | "faststalld") => "Rapporten är redan fastställd.".to_owned(),
        ("faststalld", "upplast") => "En fastställd rapport kan inte låsas upp.".to_owned(),
        (_, "upphavd") => "Bara en fastställd rapport kan upphävas.".to_owned(),
        (_, "upplast") => "Bara en låst rapport kan låsas upp.".to_owned(),
        _ => "Rapporten kan inte ändras på det sättet.".to_owned(),
    };
    let hint = match (from, to) {
        ("faststalld", "upplast" | "last" | "faststalld") => {
            "Upphäv beslutet först, och gör sedan en rättad rapport som ersätter den."
        }
        ("last", "last") => "Fastställ den, eller lås upp den först.",
        ("upphavd" | "upplast", _) => "Gör en ny rapport för perioden.",
        _ => "Se arkivet för rapportens läge.",
    };
    (message, hint.to_owned())
}
