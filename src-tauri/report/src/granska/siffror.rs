//! Sums against parts, forecasts that do not believe the outcome, and deficits without a text.
use plan_core::belopp::{Belopp, Ore};
use plan_core::ekonomi::rules::{Driftbildsrad, Verksamhetsbild, verksamhetsbild};
use plan_core::id::ThingId;
use plan_core::view::PlanView;

use super::{Anmarkning, Kontroll};
use crate::blocks::skrivet;
use crate::ekonomi::drift::DRIFT;
use crate::ekonomi::verksamhet::{VERKSAMHET, VERKSAMHETER};
use crate::ekonomi::{driftrader, resultatrad};
use crate::format::{self, NBSP, belopp_tkr};

/// How far beyond the riktpunkt an outcome must be before a zero forecast is doubted, in percentage points.
const MARGINAL: i128 = 5;

/// Drift against verksamheter: intäkter and kostnader of the two tables, budget and forecast.
pub(super) fn summor(view: &PlanView) -> Vec<Anmarkning> {
    let (drift, bild) = (driftrader(view), verksamhetsbild(view));
    if bild.intakter.is_empty() && bild.kostnader.is_empty() || drift.is_empty() {
        return vec![];
    }
    let rows = drift.len() + bild.intakter.len() + bild.kostnader.len();
    let columns: [(&str, Column); 2] = [
        ("Budget", Column { drift: |rad| rad.budget, bild: budget }),
        ("Prognos", Column { drift: |rad| rad.prognos, bild: prognos }),
    ];
    let mut found = vec![];
    for (word, column) in &columns {
        let (drift_in, drift_out) = halves(&drift, column);
        let (bild_in, bild_out) = (column.bild)(&bild);
        for (half, drift, bild) in [("intäkter", drift_in, bild_in), ("kostnader", drift_out, bild_out)] {
            if let (Some(drift), Some(bild)) = (drift, bild) {
                found.extend(skillnad(word, half, drift, bild, rows));
            }
        }
    }
    found
}

/// One column of both tables.
struct Column {
    drift: fn(&Driftbildsrad) -> Option<Belopp>,
    bild: fn(&Verksamhetsbild) -> (Option<Ore>, Option<Ore>),
}

fn budget(bild: &Verksamhetsbild) -> (Option<Ore>, Option<Ore>) {
    (bild.summa_intakter.budget.map(Belopp::ore), bild.summa_kostnader.budget.map(Belopp::ore))
}

fn prognos(bild: &Verksamhetsbild) -> (Option<Ore>, Option<Ore>) {
    (bild.summa_intakter.prognos.map(Belopp::ore), bild.summa_kostnader.prognos.map(Belopp::ore))
}

/// The typed rows by their sign: intäkter +, kostnader − (domain.md, Ekonomi). A row's budget decides, else its forecast.
fn halves(drift: &[Driftbildsrad], column: &Column) -> (Option<Ore>, Option<Ore>) {
    let sign = |rad: &Driftbildsrad| {
        let amounts = [rad.budget, rad.prognos].into_iter().flatten().map(|b| b.ore().0.signum());
        amounts.into_iter().find(|sign| *sign != 0).unwrap_or(0)
    };
    let sum = |wanted: i64| {
        let rows = drift.iter().filter(|rad| !rad.summa && sign(rad) == wanted);
        rows.filter_map(column.drift).map(Belopp::ore).reduce(|a, b| a + b)
    };
    (sum(1), sum(-1))
}

/// Amounts typed in tkr may differ by 1 per row without meaning anything.
fn skillnad(word: &str, half: &str, drift: Ore, bild: Ore, rows: usize) -> Option<Anmarkning> {
    let difference = bild - drift;
    let tolerance = i64::try_from(rows).unwrap_or(i64::MAX).saturating_mul(100_000);
    (difference.0.saturating_abs() > tolerance).then(|| Anmarkning {
        kontroll: Kontroll::Summor,
        rubrik: format!("{word} för {half} skiljer {}", belopp_tkr(Ore(difference.0.saturating_abs()))),
        text: format!("Driftredovisningen har {}, verksamheterna {}.", belopp_tkr(drift), belopp_tkr(bild)),
        subject: None,
        avsnitt: VERKSAMHETER.into(),
    })
}

/// A figure row of either table.
struct Rad<'a> {
    subject: Option<ThingId>,
    avsnitt: &'static str,
    namn: &'a str,
    budget: Option<Belopp>,
    utfall: Option<Belopp>,
    prognos: Option<Belopp>,
}

/// Forecast as budget though the share used is far from the riktpunkt, to the worse.
pub(super) fn nollprognoser(view: &PlanView) -> Vec<Anmarkning> {
    let (drift, bild) = (driftrader(view), verksamhetsbild(view));
    let drift = drift.iter().filter(|rad| !rad.summa).map(|rad| Rad {
        subject: Some(rad.id.into()),
        avsnitt: DRIFT,
        namn: &rad.namn,
        budget: rad.budget,
        utfall: rad.utfall_ack,
        prognos: rad.prognos,
    });
    let verksamheter = bild.netto.iter().map(|rad| Rad {
        subject: rad.id.map(ThingId::from),
        avsnitt: VERKSAMHETER,
        namn: &rad.namn,
        budget: rad.budget,
        utfall: rad.utfall_ack,
        prognos: rad.prognos,
    });
    drift.chain(verksamheter).filter_map(|rad| nollprognos(view, &rad)).collect()
}

fn nollprognos(view: &PlanView, rad: &Rad) -> Option<Anmarkning> {
    let (Belopp::Ore(budget), Belopp::Ore(utfall), Belopp::Ore(prognos)) =
        (rad.budget?, rad.utfall?, rad.prognos?)
    else {
        return None;
    };
    if prognos != budget || budget.0 == 0 {
        return None;
    }
    let month = i128::from(view.period.month);
    // Tenths of a percent of the budget used, and of the year gone.
    let used = i128::from(utfall.0) * 1000 / i128::from(budget.0);
    let riktpunkt = (month * 1000 + 6) / 12;
    let beyond = if budget.0 < 0 { used - riktpunkt } else { riktpunkt - used };
    (beyond > MARGINAL * 10).then(|| {
        let verb = if budget.0 < 0 { "förbrukat" } else { "av intäkterna" };
        Anmarkning {
            kontroll: Kontroll::Nollprognos,
            rubrik: format!("{}: nollprognos trots {} {verb}", rad.namn, share(used)),
            text: format!("Prognosen är lika med budget. Riktpunkten är {}.", share(riktpunkt)),
            subject: rad.subject,
            avsnitt: rad.avsnitt.into(),
        }
    })
}

/// Tenths of a percent: "91,2 %".
fn share(tenths: i128) -> String {
    format!("{},{}{NBSP}%", tenths / 10, (tenths % 10).abs())
}

/// A forecast below budget that nobody has written about.
pub(super) fn underskott(view: &PlanView) -> Vec<Anmarkning> {
    let bild = verksamhetsbild(view);
    let missing = |subject: Option<ThingId>, key: &str| skrivet(view, key, subject).is_empty();
    let mut found = vec![];
    for rad in &bild.netto {
        if let Some(avvikelse) = rad.avvikelse.filter(|ore| ore.tkr() < 0)
            && missing(rad.id.map(ThingId::from), VERKSAMHET)
        {
            found.push(underskott_for(VERKSAMHETER, &rad.namn, avvikelse, rad.id.map(ThingId::from)));
        }
    }
    let drift = driftrader(view);
    if let Some(rad) = resultatrad(&drift)
        && let Some(avvikelse) = rad.avvikelse.filter(|ore| ore.tkr() < 0)
        && missing(None, DRIFT)
        && missing(Some(rad.id.into()), DRIFT)
    {
        found.push(underskott_for(DRIFT, &rad.namn, avvikelse, Some(rad.id.into())));
    }
    found
}

fn underskott_for(avsnitt: &str, namn: &str, avvikelse: Ore, subject: Option<ThingId>) -> Anmarkning {
    Anmarkning {
        kontroll: Kontroll::Underskott,
        rubrik: format!("{namn} {} saknar kommentar", format::avvikelse_tkr(avvikelse)),
        text: "Ett underskott ska förklaras, och åtgärderna anges.".into(),
        subject,
        avsnitt: avsnitt.into(),
    }
}
