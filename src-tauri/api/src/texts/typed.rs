//! Why what a person typed was not understood, and how it may be written.
use crate::error::UiError;
use crate::typed::{Typfel, Typskal};

/// The error beside the field.
pub(crate) fn words(fel: &Typfel) -> UiError {
    let text = &fel.text;
    let (code, message, hint) = match &fel.skal {
        Typskal::IngetTal => (
            "not_a_number",
            format!("”{text}” är inget tal."),
            "Skriv till exempel 91,4 eller 1\u{a0}250. Saknas värdet: ange skälet, till exempel Ej mätt."
                .to_owned(),
        ),
        Typskal::AnnanEnhet { enhet } if enhet.is_empty() => (
            "other_unit",
            format!("”{text}” har en enhet."),
            "Mätetalet har ingen enhet: skriv bara talet.".to_owned(),
        ),
        Typskal::AnnanEnhet { enhet } => (
            "other_unit",
            format!("”{text}” har en annan enhet än mätetalet."),
            format!("Mätetalet anges i {enhet}."),
        ),
        Typskal::IngenProcent => (
            "not_percent",
            format!("”{text}” är ingen färdiggrad."),
            "Skriv hela procent mellan 0 och 100.".to_owned(),
        ),
        Typskal::IngetBelopp => (
            "not_an_amount",
            format!("”{text}” är inget belopp."),
            "Skriv tusental kronor, till exempel 1\u{a0}250 eller −300.".to_owned(),
        ),
        Typskal::IngaKronor => (
            "not_an_amount",
            format!("”{text}” är inget belopp."),
            "Skriv kronor, till exempel 250\u{a0}000, eller 250 tkr.".to_owned(),
        ),
        Typskal::BaraTal => (
            "not_a_number",
            format!("”{text}” är inget tal."),
            "Skriv till exempel 91,4 eller 1\u{a0}250.".to_owned(),
        ),
        Typskal::IngetHeltal => (
            "not_a_whole_number",
            format!("”{text}” är inget heltal."),
            "Skriv ett tal utan decimaler, till exempel 3.".to_owned(),
        ),
        Typskal::IngenDag => (
            "not_a_day",
            format!("”{text}” är inget datum."),
            "Skriv till exempel 2026-11-27, 27/11, idag eller sista mars.".to_owned(),
        ),
        Typskal::DagenFinnsInte => (
            "no_such_day",
            format!("”{text}” finns inte i kalendern."),
            "Kontrollera dag och månad.".to_owned(),
        ),
        Typskal::IngenPeriod => (
            "not_a_period",
            if text.is_empty() {
                "Perioden saknas.".to_owned()
            } else {
                format!("”{text}” är ingen period.")
            },
            "Skriv år och månad, till exempel 2026-10 eller oktober 2026.".to_owned(),
        ),
    };
    UiError { field: Some(fel.field), ..UiError::new(code, message, hint) }
}
