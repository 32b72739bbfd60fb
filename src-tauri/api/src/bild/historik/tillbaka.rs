//! An older value of a field, as the thing's own patch takes it: what the history of a thing offers to set back.
use plan_core::aktivitet::ops::AktivitetPatch;
use plan_core::document::Kind;
use plan_core::historik::{Field, Value};
use plan_core::mal::ops::MalPatch;
use plan_core::matetal::ops::MatetalPatch;
use plan_core::uppdrag::ops::UppdragPatch;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};
use ts_rs::TS;

/// A field of a patch and its value.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Tillbaka {
    pub namn: String,
    #[ts(type = "unknown")]
    pub varde: Json,
}

/// Stored in millionths, while the patch takes the number itself.
const MILLIONTHS: [&str; 1] = ["tolerans"];

/// `None` for what no patch of the thing can say: its parts, its place, what has no patch.
pub(crate) fn of(kind: Kind, field: &Field) -> Option<Tillbaka> {
    if !field.part.is_empty() || field.name == "sort_key" {
        return None;
    }
    let bare = field.name.strip_suffix("_ore").unwrap_or(&field.name);
    let names = [field.name.clone(), format!("{}_id", field.name), bare.to_owned()];
    let values = values(bare, &field.old);
    let tries = names.iter().flat_map(|namn| values.iter().map(move |varde| (namn, varde)));
    let mut taken = tries.filter(|(namn, varde)| takes(kind, &json!({ namn.as_str(): varde })));
    taken.next().map(|(namn, varde)| Tillbaka { namn: namn.clone(), varde: varde.clone() })
}

/// What the value may be in a patch: the log knows neither yes from one nor none from an empty text.
fn values(namn: &str, old: &Value) -> Vec<Json> {
    match old {
        Value::Nothing => vec![Json::Null, json!("")],
        Value::Text(text) => vec![json!(text)],
        Value::Number(number) if MILLIONTHS.contains(&namn) => vec![json!(*number as f64 / 1e6)],
        Value::Number(number @ (0 | 1)) => vec![json!(*number == 1), json!(number)],
        Value::Number(number) => vec![json!(number)],
        Value::Thing { id, .. } => vec![json!(id)],
    }
}

fn takes(kind: Kind, patch: &Json) -> bool {
    match kind {
        Kind::Mal => reads::<MalPatch>(patch),
        Kind::Uppdrag => reads::<UppdragPatch>(patch),
        Kind::Aktivitet => reads::<AktivitetPatch>(patch),
        Kind::Matetal => reads::<MatetalPatch>(patch),
        _ => false,
    }
}

fn reads<T: DeserializeOwned>(patch: &Json) -> bool {
    T::deserialize(patch).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(name: &str, old: Value) -> Field {
        Field { part: String::new(), key: vec![], name: name.to_owned(), old, new: Value::Nothing }
    }

    fn back(kind: Kind, name: &str, old: Value) -> Option<(String, Json)> {
        of(kind, &field(name, old)).map(|back| (back.namn, back.varde))
    }

    #[test]
    fn an_older_value_is_what_the_patch_takes() {
        let text = |text: &str| Value::Text(text.to_owned());
        let is = |namn: &str, varde: Json| Some((namn.to_owned(), varde));
        assert_eq!(back(Kind::Aktivitet, "titel", text("Förut")), is("titel", json!("Förut")));
        assert_eq!(
            back(Kind::Aktivitet, "end_date", text("2026-10-31")),
            is("end_date", json!("2026-10-31"))
        );
        assert_eq!(back(Kind::Aktivitet, "end_date", Value::Nothing), is("end_date", Json::Null));
        assert_eq!(back(Kind::Aktivitet, "kostnad_ore", Value::Number(100)), is("kostnad", json!(100)));
        assert_eq!(back(Kind::Matetal, "konsuppdelad", Value::Number(1)), is("konsuppdelad", json!(true)));
        assert_eq!(back(Kind::Matetal, "decimaler", Value::Number(1)), is("decimaler", json!(1)));
        assert_eq!(back(Kind::Matetal, "tolerans", Value::Number(500_000)), is("tolerans", json!(0.5)));
        assert_eq!(back(Kind::Driftrad, "namn", text("Förut")), None, "no patch here");
        let part = Field { part: "ansvariga".into(), ..field("", Value::Nothing) };
        assert_eq!(of(Kind::Aktivitet, &part), None);
    }
}
