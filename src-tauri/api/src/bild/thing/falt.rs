//! One field of a panel: its word from `texts`, its value as JSON, its text from `format`. Knows no thing.
use chrono::NaiveDate;
use plan_report::format;
use serde::Serialize;
use serde_json::{Value, json};

use super::{Falt, Faltslag, Vallista};
use crate::texts::{field, rule::capitalised};

/// The fields of a thing whose words stand under a table.
pub(super) struct Fields {
    table: &'static str,
}

impl Fields {
    pub(super) fn of(table: &'static str) -> Fields {
        Fields { table }
    }

    /// The field, with any value and its text.
    pub(super) fn any(
        &self,
        namn: &str,
        slag: Faltslag,
        varde: impl Serialize,
        text: impl Into<String>,
    ) -> Falt {
        let word = field::column(self.table, namn).unwrap_or(namn);
        Falt {
            namn: namn.to_owned(),
            etikett: capitalised(word),
            slag,
            lista: None,
            varde: serde_json::to_value(varde).unwrap_or(Value::Null),
            text: text.into(),
        }
    }

    pub(super) fn markdown(&self, namn: &str, text: &str) -> Falt {
        self.any(namn, Faltslag::Markdown, text, text)
    }

    pub(super) fn line(&self, namn: &str, text: &str) -> Falt {
        self.any(namn, Faltslag::Rad, text, text)
    }

    pub(super) fn date(&self, namn: &str, date: Option<NaiveDate>) -> Falt {
        self.any(namn, Faltslag::Datum, date, date.map_or_else(String::new, format::datum))
    }

    pub(super) fn number(&self, namn: &str, value: i64) -> Falt {
        self.any(namn, Faltslag::Heltal, value, value.to_string())
    }

    pub(super) fn yes_no(&self, namn: &str, value: bool) -> Falt {
        self.any(namn, Faltslag::JaNej, value, if value { "Ja" } else { "" })
    }

    /// One of a list; the text is that of the chosen.
    pub(super) fn choice(
        &self,
        namn: &str,
        lista: Vallista,
        varde: impl Serialize,
        text: impl Into<String>,
    ) -> Falt {
        Falt { lista: Some(lista), ..self.any(namn, Faltslag::Val, varde, text) }
    }

    /// Several of a list.
    pub(super) fn choices(
        &self,
        namn: &str,
        lista: Vallista,
        varde: impl Serialize,
        texts: &[String],
    ) -> Falt {
        Falt { lista: Some(lista), ..self.any(namn, Faltslag::Flerval, varde, format::lista(texts)) }
    }
}

/// The same field under another word than the register's.
pub(super) fn called(etikett: &str, falt: Falt) -> Falt {
    Falt { etikett: etikett.to_owned(), ..falt }
}

/// The decision of an uppdrag as one field: "Socialnämnden 2025-12-10 § 142, SN 2025/318".
pub(super) fn beslut(uppdrag: &plan_core::uppdrag::Uppdrag) -> Falt {
    let date = uppdrag.beslut_datum.map(format::datum).unwrap_or_default();
    let paragraf = uppdrag.beslut_paragraf.trim_start_matches('§').trim();
    let paragraf = if paragraf.is_empty() { String::new() } else { format!("§\u{a0}{paragraf}") };
    let first = [uppdrag.beslut_organ.as_str(), date.as_str(), paragraf.as_str()];
    let first = first.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let parts = [first.as_str(), uppdrag.beslut_dnr.as_str()];
    Falt {
        namn: "beslut".into(),
        etikett: "Beslut".into(),
        slag: Faltslag::Beslut,
        lista: None,
        varde: json!({
            "beslut_organ": uppdrag.beslut_organ,
            "beslut_datum": uppdrag.beslut_datum,
            "beslut_paragraf": uppdrag.beslut_paragraf,
            "beslut_dnr": uppdrag.beslut_dnr,
        }),
        text: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
    }
}
