//! The panel of an uppdrag.
use plan_core::uppdrag::Uppdrag;
use plan_core::uppfoljning::Statusbarare;
use plan_core::view::PlanView;
use plan_report::format;

use super::falt::{Fields, beslut, called};
use super::laget::{befattningar, enhet, fordelning, is_closed, saklage};
use super::val::mal_text;
use super::{Falt, Faltslag, Sakbild, Sakslag, Vallista, empty, matetal, overline};
use crate::texts::plan as texts;

pub(super) fn panel(view: &PlanView, uppdrag: &Uppdrag) -> Sakbild {
    let barare = Statusbarare::Uppdrag(uppdrag.id);
    let fields = Fields::of("uppdrag");
    let rubrik = texts::fordelat(uppdrag.fordelning.len());
    Sakbild {
        stangt: is_closed(view, uppdrag.year_to),
        lage: Some(saklage(view, barare)),
        texter: vec![
            fields.markdown("vad", &uppdrag.vad),
            fields.markdown("varfor", &uppdrag.varfor),
            fields.markdown("onskad_effekt", &uppdrag.onskad_effekt),
        ],
        fakta: fakta(view, uppdrag, &fields),
        fordelning: Some(fordelning(view, barare, &uppdrag.fordelning, rubrik)),
        matetal: Some(matetal::of(view, view.matetal_by_uppdrag(uppdrag.id))),
        ..empty(view, Sakslag::Uppdrag, uppdrag.id.0, overline("Uppdrag", &uppdrag.nr), &uppdrag.titel)
    }
}

fn fakta(view: &PlanView, uppdrag: &Uppdrag, fields: &Fields) -> Vec<Falt> {
    let bidrar: Vec<String> = uppdrag.bidrar_till.iter().map(|id| mal_text(view, *id)).collect();
    let hor_till = uppdrag.mal_id.map(|id| mal_text(view, id)).unwrap_or_default();
    let mottagare = uppdrag.mottagare_id.map(|id| enhet(view, id)).unwrap_or_default();
    let perspektiv = fields.any("perspektiv", Faltslag::Ord, &uppdrag.perspektiv, &uppdrag.perspektiv);
    vec![
        called("Nummer", fields.line("nr", &uppdrag.nr)),
        fields.choice("kalla", Vallista::Kalla, uppdrag.kalla, format::kalla(uppdrag.kalla)),
        fields.line("kalla_text", &uppdrag.kalla_text),
        beslut(uppdrag),
        Falt { lista: Some(Vallista::Perspektiv), ..perspektiv },
        called(
            "Ansvarig",
            fields.choices(
                "ansvariga",
                Vallista::Befattning,
                &uppdrag.ansvariga,
                &befattningar(view, &uppdrag.ansvariga),
            ),
        ),
        fields.choice("mottagare_id", Vallista::Organisation, uppdrag.mottagare_id, mottagare),
        called("Hör till", fields.choice("mal_id", Vallista::MalMedUppdrag, uppdrag.mal_id, hor_till)),
        fields.choices("bidrar_till", Vallista::Mal, &uppdrag.bidrar_till, &bidrar),
        called("Från år", fields.number("year_from", uppdrag.year_from.into())),
        called("Till år", fields.number("year_to", uppdrag.year_to.into())),
        called("Period", fields.line("period_text", &uppdrag.period_text)),
        fields.yes_no("grunduppdrag", uppdrag.grunduppdrag),
        called(
            "God hushållning",
            fields.yes_no("god_ekonomisk_hushallning", uppdrag.god_ekonomisk_hushallning),
        ),
        fields.markdown("anteckning", &uppdrag.anteckning),
    ]
}
