//! Drift: the nämnd's own table, its notes, and the comments written on its rows.
use std::collections::BTreeMap;

use plan_core::belopp::{Belopp, Ore};
use plan_core::ekonomi::rules::Driftbildsrad;
use plan_core::id::DriftradId;
use plan_core::view::PlanView;

use super::{Kolumner, Siffror, TECKEN, TECKENREGEL, avrundning, drift_node, driftrader};
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

/// The year's budget alone, for a plan.
pub(crate) fn budgettabell(view: &PlanView, rader: &[Driftbildsrad]) -> Option<Tabell> {
    let budget = |rad: &Driftbildsrad| Driftbildsrad {
        utfall_ack: None,
        prognos: None,
        avvikelse: None,
        prognos_period: None,
        ..rad.clone()
    };
    let rader: Vec<Driftbildsrad> = rader.iter().map(budget).collect();
    let mut tabell = tabell(view, &rader, None)?;
    tabell.rubrik = format!("Driftbudget {}", view.period.year);
    if let Some(not) = tabell.noter.first_mut() {
        *not = TECKEN.into();
    }
    Some(tabell)
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
        noter.push(avrundning::NOT.into());
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use plan_core::ekonomi::Beloppsslag::{Budget, Prognos, UtfallAck};

    use super::*;
    use crate::testplan::{Testplan, decided, rows, underlag};
    use crate::tree::Cell;
    use crate::underlag::Foregaende;

    /// Three typed rows and their sum; amounts in kronor chosen so that tkr do not add up by one.
    fn plan() -> Testplan {
        let mut t = Testplan::new();
        let (a, b) = (t.driftrad("Intäkter", &[]), t.driftrad("Personal", &[]));
        let tom = t.driftrad("Finansnetto", &[]);
        t.driftrad("Årets resultat", &[a, b, tom]);
        t.drift(a, "2026-01", Budget, 7_400);
        t.drift(b, "2026-01", Budget, -3_600);
        t.drift(a, "2026-04", Prognos, 8_400);
        t.drift(b, "2026-04", Prognos, -3_600);
        t.drift(tom, "2026-01", Budget, 0);
        t.drift_belopp(tom, "2026-04", Prognos, Belopp::Tom);
        t
    }

    fn tabell_of(t: &Testplan, when: &str) -> Tabell {
        let view = t.view(when);
        tabell(&view, &driftrader(&view), None).unwrap()
    }

    #[test]
    fn the_headings_are_the_namnds_and_columns_without_data_are_left_out() {
        let tabell = tabell_of(&plan(), "2026-04");
        assert_eq!(
            rows(&tabell),
            [
                "Belopp i tkr | Budget 2026 | Prognos helår 2026 | Avvikelse prognos/budget",
                "Intäkter | 7 | 8 | +1",
                "Personal | −4 | −4 | 0",
                "Finansnetto | 0 |  | 0",
                "Årets resultat | 4 | 5 | +1",
            ]
        );
    }

    #[test]
    fn an_outcome_brings_its_column_with_the_month() {
        let mut t = plan();
        let id = t.plan.driftrad[0].id;
        t.drift(id, "2026-04", UtfallAck, 2_500);
        assert!(rows(&tabell_of(&t, "2026-04"))[0].contains("Utfall t.o.m. april"));
    }

    #[test]
    fn the_rounding_note_stands_only_where_it_belongs() {
        let noted = |t: &Testplan| tabell_of(t, "2026-04").noter.iter().any(|not| not == avrundning::NOT);
        assert!(noted(&plan()), "7 − 4 + 0 is printed as 4");
        let mut whole = plan();
        for row in &mut whole.plan.driftbelopp {
            row.belopp = match row.belopp {
                Belopp::Ore(ore) => Belopp::Ore(Ore(ore.tkr() * 100_000)),
                Belopp::Tom => Belopp::Tom,
            };
        }
        assert!(!noted(&whole));
    }

    #[test]
    fn a_tom_cell_is_printed_empty_and_never_as_zero() {
        let tabell = tabell_of(&plan(), "2026-04");
        assert_eq!(tabell.rader[2].celler[2], Cell::Tom);
        assert_eq!(tabell.rader[2].celler[1], Cell::Ore(Ore(0)));
    }

    #[test]
    fn an_old_forecast_is_dated_and_the_previous_deviation_stands_beside() {
        let mut t = plan();
        let before = t.fakta("2026-04");
        assert!(tabell_of(&t, "2026-06").noter.contains(&"Prognosen är från april 2026.".to_string()));
        let id = t.plan.driftrad[0].id;
        t.drift(id, "2026-05", Prognos, 9_400);
        let view = t.view("2026-05");
        let tabell = tabell(&view, &driftrader(&view), Some(&before)).unwrap();
        assert!(rows(&tabell)[0].ends_with("Avvikelse prognos/budget | Avvikelse föregående rapport"));
        assert_eq!(rows(&tabell)[1], "Intäkter | 7 | 9 | +2 | +1");
    }

    #[test]
    fn the_result_is_told_with_its_change() {
        let mut t = plan();
        let before = t.fakta("2026-04");
        let april = decided("2026-04", "2026-05-26", "62");
        let id = t.plan.driftrad[1].id;
        t.drift(id, "2026-05", Prognos, -6_600);
        let view = t.view("2026-05");
        let input = underlag(&view, Some(Foregaende { fakta: before, rapport: &april }));
        assert_eq!(
            resultat_i_ord(&input).unwrap().replace('\u{a0}', " "),
            "Årets resultat beräknas till 2 tkr, en avvikelse mot budget med −2 tkr. \
             Det är 3 tkr sämre än i månadsrapporten för april 2026."
        );
    }
}
