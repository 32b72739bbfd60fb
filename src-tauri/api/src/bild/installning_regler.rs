//! The settings that rules read, each with its word, what it means and how it may be written. The rules themselves, and
//! what they allow, are plan-core's.
use plan_core::ekonomi::prognos::{KOMMENTARSGRANS, kommentarsgrans};
use plan_core::mal::rules::{FORVALDA, GRANS_DELVIS, GRANS_UPPFYLLT, NAMNARE};
use plan_core::plan::Plan;
use plan_report::format;
use serde::Serialize;
use ts_rs::TS;

use super::installning::Ordval;
use crate::texts::rule::capitalised;
use crate::texts::which;

/// A setting that can be changed by hand.
#[derive(Debug, Serialize, TS)]
pub struct Regelrad {
    pub key: String,
    /// "Gräns för Uppfyllt".
    pub ord: String,
    /// What it does, in one sentence.
    pub forklaring: String,
    /// As it is typed and stored.
    pub varde: String,
    /// "mer än 50 %".
    pub text: String,
    /// How it may be written; empty where it is chosen.
    pub hjalp: String,
    /// What it can be; empty where it is typed.
    pub val: Vec<Ordval>,
}

const COUNTED: [(&str, &str); 2] = [("alla", "Alla som har målvärde"), ("matta", "Bara de som är mätta")];

pub(super) fn regler(plan: &Plan) -> Vec<Regelrad> {
    let stored = |key: &str| stored(plan, key);
    let plain = |key: &str, forklaring: &str| {
        let varde = stored(key);
        Regelrad { text: varde.clone(), ..row(key, forklaring, varde) }
    };
    let share = |key: &str, forklaring: &str| {
        let varde = stored(key);
        let hjalp = "Skriv till exempel >50 eller ≥80. Tomt fält ger tillbaka den vanliga gränsen.";
        Regelrad { text: share_in_words(&varde), hjalp: hjalp.to_owned(), ..row(key, forklaring, varde) }
    };
    let limit = kommentarsgrans_text(plan);
    let counted = stored(NAMNARE);
    let word = COUNTED.iter().find(|(kod, _)| *kod == counted).map_or("", |(_, ord)| *ord);
    vec![
        plain("kommun", "Står på rapporternas första sida och i diagrammen."),
        plain("namnd", "Står på rapporternas första sida och i filernas namn."),
        plain(
            "forvaltning",
            "Står som avsändare. Utan namn här används förvaltningens namn i organisationen.",
        ),
        Regelrad {
            text: word.to_owned(),
            val: COUNTED.iter().map(|(k, o)| Ordval { kod: (*k).to_owned(), ord: (*o).to_owned() }).collect(),
            ..row(NAMNARE, "Vilka nyckeltal ett mål bedöms av.", counted.clone())
        },
        share(GRANS_UPPFYLLT, "Hur stor del av nyckeltalen som ska nå målvärdet."),
        share(GRANS_DELVIS, "Hur stor del av nyckeltalen som ska nå målvärdet."),
        Regelrad {
            text: format!("{limit}\u{a0}% av budgeten"),
            hjalp: "Skriv procent av budgeten, till exempel 1 eller 2,5.".to_owned(),
            ..row(KOMMENTARSGRANS, "En större avvikelse i Ekonomi ska ha en kommentar.", limit.clone())
        },
    ]
}

/// "1", "2,5": the percent of the budget from which a deviation wants a comment.
pub(super) fn kommentarsgrans_text(plan: &Plan) -> String {
    let limit = kommentarsgrans(plan);
    let decimals = (0..2_u8).find(|d| limit.0 % 10_i64.pow(6 - u32::from(*d)) == 0).unwrap_or(2);
    format::tal(limit, decimals)
}

fn row(key: &str, forklaring: &str, varde: String) -> Regelrad {
    Regelrad {
        key: key.to_owned(),
        ord: capitalised(&which::setting(key)),
        forklaring: forklaring.to_owned(),
        varde,
        text: String::new(),
        hjalp: String::new(),
        val: vec![],
    }
}

/// What the file holds, else what is usual.
pub(super) fn stored(plan: &Plan, key: &str) -> String {
    let usual = || FORVALDA.iter().find(|(known, _)| *known == key).map_or("", |(_, value)| *value);
    plan.installning.get(key).cloned().unwrap_or_else(|| usual().to_owned())
}

/// ">50" is "mer än 50 %".
pub(super) fn share_in_words(stored: &str) -> String {
    let stored = stored.trim().trim_end_matches('%').trim_end();
    let least = stored.strip_prefix(">=").or_else(|| stored.strip_prefix('≥'));
    match (least, stored.strip_prefix('>')) {
        (Some(number), _) => format!("minst {}\u{a0}%", number.trim()),
        (None, Some(number)) => format!("mer än {}\u{a0}%", number.trim()),
        (None, None) => stored.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_limit_is_told_in_words_and_an_unset_one_is_the_usual() {
        let mut plan = Plan::default();
        let text = |plan: &Plan, key: &str| {
            regler(plan).into_iter().find(|row| row.key == key).map(|row| row.text).unwrap()
        };
        assert_eq!(text(&plan, GRANS_UPPFYLLT), "mer än 50\u{a0}%");
        assert_eq!(text(&plan, KOMMENTARSGRANS), "1\u{a0}% av budgeten");
        plan.installning.insert(GRANS_UPPFYLLT.into(), "≥80".into());
        plan.installning.insert(KOMMENTARSGRANS.into(), "2,5".into());
        assert_eq!(text(&plan, GRANS_UPPFYLLT), "minst 80\u{a0}%");
        assert_eq!(text(&plan, KOMMENTARSGRANS), "2,5\u{a0}% av budgeten");
        assert_eq!(text(&plan, NAMNARE), "Alla som har målvärde");
    }
}
