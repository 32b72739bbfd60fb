//! The panel of an aktivitet.
use plan_core::aktivitet::Aktivitet;
use plan_core::uppfoljning::Statusbarare;
use plan_core::view::PlanView;
use plan_report::format;

use super::falt::{Fields, called};
use super::laget::{befattningar, enhet, fordelning, is_closed, saklage};
use super::val::uppdrag_text;
use super::{Delaktivitetsrad, Falt, Faltslag, Sakbild, Sakslag, Vallista, empty, overline};
use crate::texts::plan as texts;

pub(super) fn panel(view: &PlanView, aktivitet: &Aktivitet) -> Sakbild {
    let barare = Statusbarare::Aktivitet(aktivitet.id);
    let fields = Fields::of("aktivitet");
    let line = |d: &plan_core::aktivitet::Delaktivitet| Delaktivitetsrad {
        id: d.id,
        titel: d.titel.clone(),
        klar: d.klar,
    };
    Sakbild {
        stangt: is_closed(view, aktivitet.year),
        lage: Some(saklage(view, barare)),
        texter: vec![
            called("Hur det görs", fields.markdown("hur", &aktivitet.hur)),
            fields.markdown("resurs", &aktivitet.resurs),
            fields.markdown("prestation", &aktivitet.prestation),
            fields.markdown("effekt", &aktivitet.effekt),
        ],
        fakta: fakta(view, aktivitet, &fields),
        fordelning: Some(fordelning(view, barare, &aktivitet.fordelning, texts::DELTAGANDE.into())),
        delaktiviteter: Some(aktivitet.delaktiviteter.iter().map(line).collect()),
        ..empty(
            view,
            Sakslag::Aktivitet,
            aktivitet.id.0,
            overline("Aktivitet", &aktivitet.nr),
            &aktivitet.titel,
        )
    }
}

fn fakta(view: &PlanView, aktivitet: &Aktivitet, fields: &Fields) -> Vec<Falt> {
    let hor_till = aktivitet.uppdrag_id.map(|id| uppdrag_text(view, id)).unwrap_or_default();
    let unit = aktivitet.organisation_id.map(|id| enhet(view, id)).unwrap_or_default();
    let kostnad = aktivitet.kostnad.map_or_else(String::new, |ore| {
        format!("{}\u{a0}kr", format::heltal(plan_core::belopp::round_half_away(ore.0, 100)))
    });
    vec![
        called("Nummer", fields.line("nr", &aktivitet.nr)),
        called(
            "Ansvarig",
            fields.choices(
                "ansvariga",
                Vallista::Befattning,
                &aktivitet.ansvariga,
                &befattningar(view, &aktivitet.ansvariga),
            ),
        ),
        fields.choice("organisation_id", Vallista::Organisation, aktivitet.organisation_id, unit),
        called("Startar", fields.date("start_date", aktivitet.start_date)),
        fields.line("start_text", &aktivitet.start_text),
        called("Klart senast", fields.date("end_date", aktivitet.end_date)),
        fields.line("end_text", &aktivitet.end_text),
        called("Kostnad", fields.any("kostnad", Faltslag::Kronor, aktivitet.kostnad, kostnad)),
        called("Hör till", fields.choice("uppdrag_id", Vallista::Uppdrag, aktivitet.uppdrag_id, hor_till)),
        called("Gemensam för alla", fields.yes_no("gemensam", aktivitet.gemensam)),
        fields.markdown("anteckning", &aktivitet.anteckning),
    ]
}
