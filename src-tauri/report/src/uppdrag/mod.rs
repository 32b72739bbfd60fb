//! Uppdrag och aktiviteter: where they stand, those that deviate first, then all of them under their uppdrag.
mod rader;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use plan_core::aktivitet::Aktivitet;
use plan_core::uppdrag::Uppdrag;
use plan_core::uppfoljning::{Status, Statusbarare};
use plan_core::view::{PlanView, severity};

pub(crate) use rader::{ansvariga, klart};

use crate::blocks::{self, antal, kolumn, ord, rad, skrivet, stycke, utan_tomma_kolumner};
use crate::fakta::{Fakta, Sakslag};
use crate::format;
use crate::tree::{Avsnitt, Block, Cell, Kolumn, Kolumnslag, Radslag, Tabell, Tabellrad};
use crate::underlag::Underlag;

/// Key of the section.
pub(crate) const UPPDRAG: &str = "uppdrag";

/// Uppdrag that the view's year belongs to, in display order.
pub(crate) fn arets_uppdrag<'a>(view: &PlanView<'a>) -> Vec<&'a Uppdrag> {
    let year = view.period.year;
    view.plan.uppdrag.iter().filter(|u| (u.year_from..=u.year_to).contains(&year)).collect()
}

/// Aktiviteter of the view's year, in display order.
pub(crate) fn arets_aktiviteter<'a>(view: &PlanView<'a>) -> Vec<&'a Aktivitet> {
    view.plan.aktivitet.iter().filter(|a| a.year == view.period.year).collect()
}

/// The section; without blocks where there is neither uppdrag nor aktivitet.
pub(crate) fn uppdrag(input: &Underlag) -> Avsnitt {
    let view = input.view;
    let mut avsnitt = blocks::avsnitt(UPPDRAG, "Uppdrag och aktiviteter");
    avsnitt.block.extend(skrivet(view, UPPDRAG, None));
    if arets_uppdrag(view).is_empty() && arets_aktiviteter(view).is_empty() {
        return avsnitt;
    }
    let counts = Antal::of(view);
    if counts.total() > 0 {
        let fore = input.foregaende.as_ref();
        let comparable = fore.filter(|f| f.fakta.period.year == view.period.year);
        let before = comparable.map(|f| (Antal::of_fakta(&f.fakta), f.benamning()));
        avsnitt.block.push(Block::Tabell(statustabell(view, &counts, before.as_ref())));
    }
    avsnitt.underavsnitt.push(avvikelser(view));
    avsnitt.underavsnitt.push(alla(view));
    avsnitt
}

/// How many aktiviteter stand at each status; one nobody has reported on has not begun.
pub struct Antal(BTreeMap<Status, usize>);

impl Antal {
    pub(crate) fn of(view: &PlanView) -> Antal {
        let status = |a: &&Aktivitet| view.lage(Statusbarare::Aktivitet(a.id)).status;
        Antal::count(arets_aktiviteter(view).iter().map(status))
    }

    pub(crate) fn of_fakta(fakta: &Fakta) -> Antal {
        let aktiviteter = fakta.sak.values().filter(|sak| sak.slag == Sakslag::Aktivitet);
        Antal::count(aktiviteter.map(|sak| sak.status))
    }

    /// Counts statuses; `None` has not begun.
    pub fn count(statuses: impl Iterator<Item = Option<Status>>) -> Antal {
        let mut counts = BTreeMap::new();
        for status in statuses {
            *counts.entry(status.unwrap_or(Status::EjPaborjad)).or_default() += 1;
        }
        Antal(counts)
    }

    pub fn get(&self, status: Status) -> usize {
        self.0.get(&status).copied().unwrap_or_default()
    }

    pub fn total(&self) -> usize {
        self.0.values().sum()
    }
}

/// The change of a count since the previous report, with its sign.
pub fn skillnad(now: usize, before: usize) -> String {
    let signed = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    format::andring(signed(now) - signed(before))
}

fn statustabell(view: &PlanView, counts: &Antal, before: Option<&(Antal, String)>) -> Tabell {
    let mut kolumner = vec![kolumn("Status", Kolumnslag::Status), kolumn("Antal", Kolumnslag::Tal)];
    if before.is_some() {
        kolumner.push(kolumn("Förändring", Kolumnslag::Tal));
    }
    let row = |slag, name: Cell, now: usize, then: Option<usize>| {
        let change = then.map(|then| ord(skillnad(now, then)));
        rad(slag, [name, antal(now)].into_iter().chain(change).collect())
    };
    let mut rader: Vec<Tabellrad> = (Status::ALL.iter())
        .map(|status| {
            let then = before.map(|(counts, _)| counts.get(*status));
            row(Radslag::Vanlig, blocks::status(view, Some(*status)), counts.get(*status), then)
        })
        .collect();
    let then = before.map(|(counts, _)| counts.total());
    rader.push(row(Radslag::Summa, ord("Samtliga"), counts.total(), then));
    Tabell {
        id: "uppdrag.status".into(),
        rubrik: format!("Aktiviteternas status till och med {}", format::period(view.period)),
        kolumner,
        rader,
        noter: before.map(|(_, name)| format!("Förändring sedan {name}.")).into_iter().collect(),
        blad: "Status".into(),
    }
}

/// The columns of every table of uppdrag and aktiviteter (reports.md, Tables).
fn kolumner() -> Vec<Kolumn> {
    vec![
        kolumn("Nr", Kolumnslag::Text),
        kolumn("Uppdrag/aktivitet", Kolumnslag::Namn),
        kolumn("Ansvarig", Kolumnslag::Text),
        kolumn("Klart", Kolumnslag::Datum),
        kolumn("Status", Kolumnslag::Status),
        kolumn("Färdigt", Kolumnslag::Procent),
        kolumn("Kommentar", Kolumnslag::Text),
    ]
}

/// Försenad, Pågår med avvikelse, or past its date: what a nämnd should read before the rest.
pub(crate) fn deviates(view: &PlanView, barare: Statusbarare) -> bool {
    let lage = view.lage(barare);
    lage.deadline_passed || matches!(lage.status, Some(Status::Forsenad | Status::PagarMedAvvikelse))
}

fn avvikelser(view: &PlanView) -> Avsnitt {
    let mut avsnitt = blocks::avsnitt("uppdrag.avvikelser", "Avvikelser");
    let mut found: Vec<(u8, Tabellrad)> = vec![];
    let weight = |barare| view.lage(barare).status.map_or(0, severity);
    for uppdrag in arets_uppdrag(view) {
        let barare = Statusbarare::Uppdrag(uppdrag.id);
        if deviates(view, barare) {
            found.push((weight(barare), rader::uppdrag(view, uppdrag, false)));
        }
    }
    for aktivitet in arets_aktiviteter(view) {
        let barare = Statusbarare::Aktivitet(aktivitet.id);
        if deviates(view, barare) {
            found.push((weight(barare), rader::aktivitet(view, aktivitet, Radslag::Vanlig, false)));
        }
    }
    found.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    let rader: Vec<Tabellrad> = found.into_iter().map(|(_, rad)| rad).collect();
    avsnitt.block.push(if rader.is_empty() {
        stycke("Inga uppdrag eller aktiviteter avviker från planen.")
    } else {
        Block::Tabell(utan_tomma_kolumner(Tabell {
            id: "uppdrag.avvikelser".into(),
            rubrik: "Uppdrag och aktiviteter som är försenade eller avviker från planen".into(),
            kolumner: kolumner(),
            rader,
            noter: vec![],
            blad: "Avvikelser".into(),
        }))
    });
    avsnitt
}

/// Everything, aktiviteter one step in below their uppdrag; the comment of a deviation stands among the deviations.
fn alla(view: &PlanView) -> Avsnitt {
    let mut avsnitt = blocks::avsnitt("uppdrag.alla", "Samtliga uppdrag och aktiviteter");
    let mut rader = vec![];
    for uppdrag in arets_uppdrag(view) {
        rader.push(rader::uppdrag(view, uppdrag, true));
        let own = view.aktivitet_by_uppdrag(Some(uppdrag.id)).iter().filter(|a| a.year == view.period.year);
        rader.extend(own.map(|a| rader::aktivitet(view, a, Radslag::Indragen, true)));
    }
    let known = arets_uppdrag(view);
    let loose: Vec<&Aktivitet> = (arets_aktiviteter(view).into_iter())
        .filter(|a| a.uppdrag_id.is_none_or(|id| !known.iter().any(|u| u.id == id)))
        .collect();
    if !loose.is_empty() {
        let mut celler = vec![Cell::Tom; kolumner().len()];
        celler[0] = ord("Aktiviteter utan uppdrag");
        rader.push(rad(Radslag::Delrubrik, celler));
        rader.extend(loose.into_iter().map(|a| rader::aktivitet(view, a, Radslag::Indragen, true)));
    }
    avsnitt.block.push(Block::Tabell(utan_tomma_kolumner(Tabell {
        id: "uppdrag.alla".into(),
        rubrik: format!("Uppdrag och aktiviteter {}", view.period.year),
        kolumner: kolumner(),
        rader,
        noter: vec![],
        blad: "Aktiviteter".into(),
    })));
    avsnitt
}
