//! The panel of a mätetal, and mätetal as rows in the panel of what they measure.
use plan_core::matetal::{Malvarde, Matetal};
use plan_core::period::Period;
use plan_core::view::PlanView;
use plan_report::format;
use serde_json::json;

use super::falt::{Fields, called};
use super::laget::befattningar;
use super::val::{arsvarde_text, art_text, mal_text, uppdrag_text};
use super::{Falt, Faltslag, Sakbild, Sakslag, Vallista, empty, overline};
use crate::bild::matetal::{Domsord, Matetalsgnista, matetalsgnista};
use crate::bild::plan::Planbedomning;

/// The mätetal as rows.
pub(super) fn of(view: &PlanView, matetal: &[&Matetal]) -> Vec<Matetalsgnista> {
    matetal.iter().map(|m| matetalsgnista(view, m)).collect()
}

pub(super) fn panel(view: &PlanView, matetal: &Matetal) -> Sakbild {
    let fields = Fields::of("matetal");
    let row = matetalsgnista(view, matetal);
    let stands = |found: Domsord| Planbedomning { utfall: found.bedomning, ord: found.ord, text: row.varde };
    Sakbild {
        bedomning: row.bedomning.map(stands),
        texter: vec![fields.markdown("definition", &matetal.definition)],
        fakta: fakta(view, matetal, &fields),
        ..empty(
            view,
            Sakslag::Matetal,
            matetal.id.0,
            overline(art_text(matetal.art), &matetal.nr),
            &matetal.titel,
        )
    }
}

fn fakta(view: &PlanView, matetal: &Matetal, fields: &Fields) -> Vec<Falt> {
    let mal_texts: Vec<String> = matetal.mal.iter().map(|link| mal_text(view, link.mal_id)).collect();
    let uppdrag: Vec<String> = matetal.uppdrag.iter().map(|id| uppdrag_text(view, *id)).collect();
    let ansvarig = befattningar(view, matetal.ansvarig_id.as_slice()).concat();
    let tolerans = matetal.tolerans.map(|t| format::med_enhet(t, matetal.decimaler, &matetal.enhet));
    vec![
        malvarde(view, matetal),
        called("Slag", fields.choice("art", Vallista::Art, matetal.art, art_text(matetal.art))),
        called("Nummer", fields.line("nr", &matetal.nr)),
        called("Mäts i", fields.line("enhet", &matetal.enhet)),
        called("Decimaler", fields.number("decimaler", matetal.decimaler.into())),
        fields.choice("riktning", Vallista::Riktning, matetal.riktning, format::riktning(matetal.riktning)),
        called(
            "Mäts",
            fields.choice(
                "frekvens",
                Vallista::Frekvens,
                matetal.frekvens,
                format::frekvens(matetal.frekvens),
            ),
        ),
        called(
            "Årets värde",
            fields.choice("arsvarde", Vallista::Arsvarde, matetal.arsvarde, arsvarde_text(matetal.arsvarde)),
        ),
        called(
            "Tolerans",
            fields.any("tolerans", Faltslag::Tal, matetal.tolerans, tolerans.unwrap_or_default()),
        ),
        called("Släpar, månader", fields.number("lag_months", matetal.lag_months.into())),
        called("Uppdelat på kön", fields.yes_no("konsuppdelad", matetal.konsuppdelad)),
        called("Källa", fields.line("kalla", &matetal.kalla)),
        called("Kolada", fields.line("kolada_id", &matetal.kolada_id)),
        called("Ansvarig", fields.choice("ansvarig_id", Vallista::Befattning, matetal.ansvarig_id, ansvarig)),
        called("Mäter målen", fields.choices("mal", Vallista::Mal, &matetal.mal, &mal_texts)),
        called("Mäter uppdragen", fields.choices("uppdrag", Vallista::Uppdrag, &matetal.uppdrag, &uppdrag)),
        fields.line("faststalld_lydelse", &matetal.faststalld_lydelse),
        fields.markdown("anteckning", &matetal.anteckning),
    ]
}

/// The target of the view's year at the whole's node.
fn malvarde(view: &PlanView, matetal: &Matetal) -> Falt {
    let year = Period { year: view.period.year, month: 12 };
    let node = view.whole_node(matetal.id);
    let found: Option<&Malvarde> = view.malvarde(matetal.id, node, year);
    Falt {
        namn: "malvarde".into(),
        etikett: format!("Målvärde {}", year.year),
        slag: Faltslag::Malvarde,
        lista: None,
        varde: json!({
            "matetal_id": matetal.id,
            "organisation_id": node,
            "period": year,
            "krav": found.map(|m| m.krav),
            "text": found.map(|m| m.text.as_str()),
        }),
        text: found.map_or_else(String::new, |m| format::krav(m.krav, matetal)),
    }
}
