//! How many: the counts above a mål's title and in the status bar. Counts the rows that are there; reads no plan itself.
use plan_core::view::PlanView;
use plan_report::format::{antal_av, med_liten};

use super::{Planrad, Planslag};
use crate::texts::plan as texts;

/// What stands below a row.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Below {
    pub(super) mal: usize,
    pub(super) uppdrag: usize,
    pub(super) aktiviteter: usize,
}

impl Below {
    pub(super) fn add(&mut self, other: Below) {
        self.uppdrag += other.uppdrag;
        self.aktiviteter += other.aktiviteter;
    }

    /// "2 uppdrag, 4 aktiviteter"; what there is none of is left out.
    pub(super) fn words(self) -> String {
        let counts = [
            (self.uppdrag, texts::uppdrag(self.uppdrag)),
            (self.aktiviteter, texts::aktiviteter(self.aktiviteter)),
        ];
        counts
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(_, words)| words)
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// The sentence of the status bar: the level below the top, uppdrag and aktiviteter; what there is none of is left out.
pub(super) fn summary(view: &PlanView, rader: &[Planrad]) -> String {
    let level = usize::from(view.plan.niva.len() > 1);
    let mal = rader.iter().filter(|r| r.niva == Some(level)).count();
    let of = |slag| rader.iter().filter(|r| r.slag == slag).count();
    let below = Below { mal, uppdrag: of(Planslag::Uppdrag), aktiviteter: of(Planslag::Aktivitet) };
    let word = view.plan.niva.get(level).filter(|_| mal > 0);
    let mal = word.map(|n| antal_av(mal, &med_liten(&n.singular), &med_liten(&n.plural)));
    let parts: Vec<String> =
        mal.into_iter().chain(Some(below.words()).filter(|words| !words.is_empty())).collect();
    if parts.is_empty() { texts::TOM_PLAN.into() } else { parts.join(", ") }
}
