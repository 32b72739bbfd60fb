//! Drift: the nämnd's own table, its notes, and the comments written on its rows.
use std::collections::BTreeMap;

use plan_core::belopp::{Belopp, Ore};
use plan_core::ekonomi::rules::Driftbildsrad;
use plan_core::id::DriftradId;
use plan_core::view::PlanView;

use super::{AVRUNDNING, Kolumner, Siffror, TECKENREGEL, avrundning, drift_node, driftrader};
use crate::blocks::{self, rad, skrivet};
use crate::fakta::Fakta;
use crate::format;
use crate::tree::{Avsnitt, Block, Radslag, Tabell};
use crate::underlag::Underlag;

/// Key of the section, and of the texts written on its rows.
pub(crate) const DRIFT: &str = "drift";

/// The section of the month's report; without blocks where the plan has no drift table.
pub(crate) fn drift(input: &Underlag) -> Avsnitt {
    let view = input.view;
    let rader = driftrader(view);
    let mut avsnitt = blocks::avsnitt(DRIFT, "Drift");
    avsnitt
        .block
        .extend(tabell(view, &rader, input.foregaende.as_ref().map(|f| &f.fakta)).map(Block::Tabell));
    avsnitt.block.extend(skrivet(view, DRIFT, None));
    avsnitt.underavsnitt.extend(rader.iter().filter_map(|rad| kommentar(view, rad)));
    avsnitt
}

/// The table, where any row has a figure.
pub(crate) fn tabell(view: &PlanView, rader: &[Driftbildsrad], fore: Option<&Fakta>) -> Option<Tabell> {
    let tidigare = tidigare(view, fore);
    let siffror: Vec<Siffror> = rader.iter().map(|rad| siffror(rad, &tidigare)).collect();
    let kolumner = Kolumner::of(&siffror);
    let rubriker = kolumner.rubriker(view);
    (rubriker.len() > 1).then(|| Tabell {
        id: DRIFT.into(),
        rubrik: format!("Driftredovisning {}", view.period.year),
        kolumner: rubriker,
        rader: rader
            .iter()
            .zip(&siffror)
            .map(|(row, figures)| {
                let slag = if row.summa { Radslag::Summa } else { Radslag::Vanlig };
                rad(slag, kolumner.celler(&row.namn, figures))
            })
            .collect(),
        noter: noter(view, rader, &siffror),
        blad: "Drift".into(),
    })
}

fn siffror(rad: &Driftbildsrad, tidigare: &BTreeMap<DriftradId, Ore>) -> Siffror {
    Siffror {
        budget: rad.budget,
        utfall: rad.utfall_ack,
        prognos: rad.prognos,
        avvikelse: rad.avvikelse,
        tidigare: tidigare.get(&rad.id).copied(),
    }
}

/// The deviations that the previous report of the same year showed.
fn tidigare(view: &PlanView, fore: Option<&Fakta>) -> BTreeMap<DriftradId, Ore> {
    let same_year = fore.filter(|fakta| fakta.period.year == view.period.year);
    let rows = drift_node(view).and_then(|node| same_year?.drift.get(&node));
    rows.into_iter().flatten().filter_map(|(id, row)| Some((*id, row.avvikelse?))).collect()
}

fn noter(view: &PlanView, rader: &[Driftbildsrad], siffror: &[Siffror]) -> Vec<String> {
    let mut noter = vec![TECKENREGEL.to_string()];
    let newest = rader.iter().filter_map(|rad| rad.prognos_period).max();
    if let Some(period) = newest.filter(|period| *period < view.period) {
        noter.push(format!("Prognosen är från {}.", format::period(period)));
    }
    if differs(view, rader, siffror) {
        noter.push(AVRUNDNING.into());
    }
    noter
}

fn differs(view: &PlanView, rader: &[Driftbildsrad], siffror: &[Siffror]) -> bool {
    let figures = |id: &DriftradId| {
        rader.iter().zip(siffror).find(|(rad, _)| rad.id == *id).map(|(_, figures)| *figures)
    };
    siffror.iter().any(avrundning::row_differs)
        || view.plan.driftrad.iter().filter(|rad| !rad.delar.is_empty()).any(|summa| {
            let delar: Vec<Siffror> = summa.delar.iter().filter_map(figures).collect();
            figures(&summa.id).is_some_and(|sum| avrundning::sum_differs(&sum, &delar))
        })
}

/// What was written about one row, headed with the row's own deviation.
fn kommentar(view: &PlanView, rad: &Driftbildsrad) -> Option<Avsnitt> {
    let text = skrivet(view, DRIFT, Some(rad.id.into()));
    (!text.is_empty()).then(|| Avsnitt {
        block: text,
        ..blocks::avsnitt(format!("{DRIFT}.{}", rad.id.0), rubrik(&rad.namn, rad.avvikelse))
    })
}

/// "Förskola +6 239 tkr".
pub(crate) fn rubrik(namn: &str, avvikelse: Option<Ore>) -> String {
    avvikelse.map_or(namn.to_string(), |ore| format!("{namn} {}", format::avvikelse_tkr(ore)))
}

/// The result in a sentence, and how it moved since the previous report; `None` without a forecast.
pub(crate) fn resultat_i_ord(input: &Underlag) -> Option<String> {
    let rader = driftrader(input.view);
    let rad = super::resultatrad(&rader)?;
    let Some(Belopp::Ore(prognos)) = rad.prognos else { return None };
    let mut text = format!("{} beräknas till {}", rad.namn, format::belopp_tkr(prognos));
    if let Some(avvikelse) = rad.avvikelse.filter(|avvikelse| *avvikelse != prognos) {
        text += &format!(", en avvikelse mot budget med {}", format::avvikelse_tkr(avvikelse));
    }
    if let Some(foregaende) = &input.foregaende {
        let then = drift_node(input.view)
            .filter(|_| foregaende.fakta.period.year == input.view.period.year)
            .and_then(|node| foregaende.fakta.drift.get(&node)?.get(&rad.id)?.prognos);
        if let Some(Belopp::Ore(then)) = then {
            text += &format!(". {}", mot_foregaende(prognos - then, &foregaende.benamning()));
        }
    }
    Some(text + ".")
}

fn mot_foregaende(andring: Ore, rapport: &str) -> String {
    match andring.tkr() {
        0 => format!("Det är oförändrat mot {rapport}"),
        up if up > 0 => format!("Det är {} bättre än i {rapport}", format::belopp_tkr(andring)),
        _ => format!("Det är {} sämre än i {rapport}", format::belopp_tkr(-andring)),
    }
}
