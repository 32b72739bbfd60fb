//! Verksamheter: intäkter, kostnader and resultat, then a commented paragraph per verksamhet headed with its own deviation.
use plan_core::belopp::Ore;
use plan_core::ekonomi::rules::{Verksamhetsbild, Verksamhetsbildsrad, verksamhetsbild};
use plan_core::view::PlanView;

use super::drift::rubrik;
use super::{Kolumner, Siffror, TECKENREGEL, avrundning};
use crate::blocks::{self, rad, skrivet, stycke};
use crate::format;
use crate::tree::{Avsnitt, Block, Radslag, Tabell, Tabellrad};
use crate::underlag::Underlag;

/// Key of the section.
pub(crate) const VERKSAMHETER: &str = "verksamheter";
/// Key of the texts written about one verksamhet.
pub(crate) const VERKSAMHET: &str = "verksamhet";

/// The section; without blocks where the plan has no amounts per verksamhet.
pub(crate) fn verksamheter(input: &Underlag) -> Avsnitt {
    let view = input.view;
    let bild = verksamhetsbild(view);
    let mut avsnitt = blocks::avsnitt(VERKSAMHETER, "Ekonomi per verksamhet");
    avsnitt.block.extend(tabell(view, &bild).map(Block::Tabell));
    avsnitt.block.extend(skrivet(view, VERKSAMHETER, None));
    let (quiet, told): (Vec<_>, Vec<_>) = bild.netto.iter().partition(|rad| is_quiet(view, rad));
    avsnitt.block.extend(utan_avvikelse(&quiet));
    avsnitt.underavsnitt = told.into_iter().map(|rad| kommentar(view, rad)).collect();
    avsnitt
}

/// Neither text nor deviation: one line for all of them.
fn is_quiet(view: &PlanView, rad: &Verksamhetsbildsrad) -> bool {
    text(view, rad).is_empty() && rad.avvikelse.is_none_or(|ore| ore.tkr() == 0)
}

fn utan_avvikelse(rader: &[&Verksamhetsbildsrad]) -> Option<Block> {
    let none = rader.iter().filter(|rad| rad.avvikelse.is_some());
    let names: Vec<&str> = none.map(|rad| rad.namn.as_str()).collect();
    (!names.is_empty()).then(|| {
        let zero = format::avvikelse_tkr(Ore(0));
        stycke(format!("Ingen avvikelse mot budget ({zero}): {}.", format::lista(&names)))
    })
}

fn text(view: &PlanView, rad: &Verksamhetsbildsrad) -> Vec<Block> {
    rad.id.map_or(vec![], |id| skrivet(view, VERKSAMHET, Some(id.into())))
}

fn kommentar(view: &PlanView, rad: &Verksamhetsbildsrad) -> Avsnitt {
    let mut block = text(view, rad);
    if block.is_empty() {
        block.push(stycke("Kommentar saknas."));
    }
    let id = rad.id.map_or_else(|| rad.namn.clone(), |id| id.0.to_string());
    let heading = rubrik(&rad.namn, rad.avvikelse);
    Avsnitt { block, ..blocks::avsnitt(format!("{VERKSAMHETER}.{id}"), heading) }
}

fn tabell(view: &PlanView, bild: &Verksamhetsbild) -> Option<Tabell> {
    let all: Vec<Siffror> = bild.intakter.iter().chain(&bild.kostnader).map(siffror).collect();
    let kolumner = Kolumner::of(&all);
    let rubriker = kolumner.rubriker(view);
    (rubriker.len() > 1).then(|| Tabell {
        id: VERKSAMHETER.into(),
        rubrik: format!("Intäkter, kostnader och resultat per verksamhet {}", view.period.year),
        kolumner: rubriker,
        rader: rader(&kolumner, bild),
        noter: noter(bild),
        blad: "Verksamheter".into(),
    })
}

fn rader(kolumner: &Kolumner, bild: &Verksamhetsbild) -> Vec<Tabellrad> {
    let mut rader = vec![];
    let halves = [
        ("Intäkter", "Summa intäkter", &bild.intakter, &bild.summa_intakter),
        ("Kostnader", "Summa kostnader", &bild.kostnader, &bild.summa_kostnader),
    ];
    for (rubrik, summa, rows, sum) in halves {
        if rows.is_empty() {
            continue;
        }
        rader.push(rad(Radslag::Delrubrik, kolumner.delrubrik(rubrik)));
        rader.extend(rows.iter().map(|row| rad(Radslag::Vanlig, kolumner.celler(&row.namn, &siffror(row)))));
        rader.push(rad(Radslag::Summa, kolumner.celler(summa, &siffror(sum))));
    }
    rader.push(rad(Radslag::Summa, kolumner.celler("Resultat", &siffror(&bild.resultat))));
    rader
}

fn noter(bild: &Verksamhetsbild) -> Vec<String> {
    let mut noter = vec![TECKENREGEL.to_string()];
    if differs(bild) {
        noter.push(avrundning::NOT.into());
    }
    noter
}

fn differs(bild: &Verksamhetsbild) -> bool {
    let figures = |rows: &[Verksamhetsbildsrad]| -> Vec<Siffror> { rows.iter().map(siffror).collect() };
    let (intakter, kostnader) = (figures(&bild.intakter), figures(&bild.kostnader));
    let [summa_in, summa_ut, resultat] =
        [&bild.summa_intakter, &bild.summa_kostnader, &bild.resultat].map(siffror);
    let rows = intakter.iter().chain(&kostnader).chain([&summa_in, &summa_ut, &resultat]);
    rows.into_iter().any(avrundning::row_differs)
        || avrundning::sum_differs(&summa_in, &intakter)
        || avrundning::sum_differs(&summa_ut, &kostnader)
        || avrundning::sum_differs(&resultat, &[summa_in, summa_ut])
}

fn siffror(rad: &Verksamhetsbildsrad) -> Siffror {
    Siffror {
        budget: rad.budget,
        utfall: rad.utfall_ack,
        prognos: rad.prognos,
        avvikelse: rad.avvikelse,
        tidigare: None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use plan_core::ekonomi::Verksamhetsdel::{Intakt, Kostnad};

    use super::*;
    use crate::testplan::{Testplan, rows, underlag};

    #[test]
    fn each_verksamhet_is_headed_with_its_own_deviation_computed_on_ore() {
        let mut t = Testplan::new();
        let (a, b) = (t.verksamhet("Dagverksamhet"), t.verksamhet("Boende"));
        // +4 667 and −999 kr: printed +5 and −1, together +4 (3 668 kr).
        t.half(a, Intakt, "2026-04", [49_666, 54_333]);
        t.half(a, Kostnad, "2026-04", [-390_500, -391_499]);
        t.half(b, Kostnad, "2026-04", [-1_289, -1_289]);
        t.text("2026-04", VERKSAMHET, Some(a.into()), "Fler besök.");
        let view = t.view("2026-04");
        let avsnitt = verksamheter(&underlag(&view, None));
        let headings: Vec<String> =
            avsnitt.underavsnitt.iter().map(|a| a.rubrik.replace('\u{a0}', " ")).collect();
        assert_eq!(headings, ["Dagverksamhet +4 tkr"]);
        let Block::Tabell(tabell) = &avsnitt.block[0] else { panic!("no table") };
        assert_eq!(rows(tabell)[2], "Dagverksamhet | 50 | 54 | +5");
        assert!(tabell.noter.contains(&avrundning::NOT.to_string()));
        let Block::Stycke(quiet) = &avsnitt.block[1] else { panic!("no line for the quiet ones") };
        assert_eq!(
            format::klartext(quiet).replace('\u{a0}', " "),
            "Ingen avvikelse mot budget (±0 tkr): Boende."
        );
    }

    #[test]
    fn a_deviation_without_a_word_says_that_the_comment_is_missing() {
        let mut t = Testplan::new();
        let a = t.verksamhet("Boende");
        t.half(a, Kostnad, "2026-04", [-10_000, -12_000]);
        let view = t.view("2026-04");
        let avsnitt = verksamheter(&underlag(&view, None));
        assert_eq!(avsnitt.underavsnitt[0].block, [stycke("Kommentar saknas.")]);
    }
}
