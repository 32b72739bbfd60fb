//! Sammanfattning: the typed text, and below it the position in a few computed sentences.
use plan_core::uppfoljning::Status;
use plan_core::uppfoljning::Statusbarare;
use plan_core::view::PlanView;

use crate::blocks::{self, par, skrivet};
use crate::ekonomi::drift::resultat_i_ord;
use crate::fakta::Utslag;
use crate::format::{antal, antal_i_ord, med_stor};
use crate::tree::{Avsnitt, Block};
use crate::underlag::Underlag;
use crate::uppdrag::{Antal, arets_aktiviteter, skillnad};

/// Key of the section.
pub(crate) const SAMMANFATTNING: &str = "sammanfattning";

pub(crate) fn sammanfattning(input: &Underlag) -> Avsnitt {
    let mut avsnitt = blocks::avsnitt(SAMMANFATTNING, "Sammanfattning");
    avsnitt.block.extend(skrivet(input.view, SAMMANFATTNING, None));
    let facts: Vec<_> = [
        ("Ekonomi", resultat_i_ord(input)),
        ("Aktiviteter", aktiviteter(input)),
        ("Mätetal", matetal(input.view)),
    ]
    .into_iter()
    .filter_map(|(label, text)| Some(par(label, text?)))
    .collect();
    if !facts.is_empty() {
        avsnitt.block.push(Block::Fakta(facts));
    }
    avsnitt
}

/// "14 av 62 är genomförda (+3). Tolv är försenade eller avviker från planen (+4)."
fn aktiviteter(input: &Underlag) -> Option<String> {
    let now = Antal::of(input.view);
    let year = input.view.period.year;
    let before = input.foregaende.as_ref().filter(|f| f.fakta.period.year == year);
    let before = before.map(|f| Antal::of_fakta(&f.fakta));
    let change = |of: &dyn Fn(&Antal) -> usize| {
        before.as_ref().map_or(String::new(), |then| format!(" ({})", skillnad(of(&now), of(then))))
    };
    let done = |counts: &Antal| counts.get(Status::Genomford);
    let off = |counts: &Antal| counts.get(Status::Forsenad) + counts.get(Status::PagarMedAvvikelse);
    let mut text =
        format!("{} av {} är genomförda{}. ", antal(done(&now)), antal(now.total()), change(&done));
    text += &match off(&now) {
        0 => format!("Ingen är försenad eller avviker från planen{}.", change(&off)),
        1 => format!("En är försenad eller avviker från planen{}.", change(&off)),
        many => format!("{} är försenade eller avviker från planen{}.", forst(many), change(&off)),
    };
    if let Some(passed) = passerade(input.view) {
        text += &format!(" {passed}");
    }
    (now.total() > 0).then_some(text)
}

fn passerade(view: &PlanView) -> Option<String> {
    let passed = arets_aktiviteter(view)
        .into_iter()
        .filter(|a| view.lage(Statusbarare::Aktivitet(a.id)).deadline_passed)
        .count();
    (passed > 0).then(|| format!("{} har passerat sitt slutdatum.", forst(passed)))
}

/// A count that begins a sentence: "Tre", "14".
fn forst(count: usize) -> String {
    med_stor(&antal_i_ord(count))
}

/// "8 av 14 mätetal med mål når målet. Tre är ännu inte mätta."
fn matetal(view: &PlanView) -> Option<String> {
    let verdicts = || {
        let all = view.plan.matetal.iter();
        all.map(|m| Utslag::of(plan_core::matetal::rules::utfall_mot_mal(view, m.id, None)))
    };
    let count = |wanted: Utslag| verdicts().filter(|utslag| *utslag == wanted).count();
    let with_target = verdicts().filter(|utslag| *utslag != Utslag::IngetMal).count();
    let (met, unmeasured) = (count(Utslag::Nas), count(Utslag::EjMatt));
    if with_target > 0 && unmeasured == with_target {
        return Some(format!("Inget av de {} mätetal som har mål är ännu mätt i år.", antal(with_target)));
    }
    let mut text = format!("{} av {} mätetal med mål når målet.", antal(met), antal(with_target));
    match unmeasured {
        0 => {}
        1 => text += " Ett är ännu inte mätt i år.",
        many => text += &format!(" {} är ännu inte mätta i år.", forst(many)),
    }
    (with_target > 0).then_some(text)
}
