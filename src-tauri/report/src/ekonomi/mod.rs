//! The economy sections: the nämnd's drift table and its verksamheter. Sums and deviations come from plan-core.
pub(crate) mod avrundning;
pub(crate) mod drift;
pub(crate) mod verksamhet;

use plan_core::belopp::{Belopp, Ore};
pub(crate) use plan_core::ekonomi::rules::drift_node;
use plan_core::ekonomi::rules::{Driftbildsrad, driftbild};
use plan_core::view::PlanView;

use crate::tree::{Cell, Kolumn, Kolumnslag};
use crate::{blocks, format};

/// The sign rule of the drift and verksamhet tables (domain.md, Ekonomi).
pub(crate) const TECKENREGEL: &str = "Intäkter redovisas med plus, kostnader och nettokostnader med minus. \
     Avvikelse = prognos − budget; plus är bättre än budget.";
/// The same for a table without deviations.
pub(crate) const TECKEN: &str = "Intäkter redovisas med plus, kostnader och nettokostnader med minus.";

/// The drift table of the nämnd, empty where there is none.
pub(crate) fn driftrader(view: &PlanView) -> Vec<Driftbildsrad> {
    drift_node(view).map_or(vec![], |node| driftbild(view, node))
}

/// The bottom line of the drift table: its last sum row ("Årets resultat").
pub(crate) fn resultatrad(rader: &[Driftbildsrad]) -> Option<&Driftbildsrad> {
    rader.iter().rev().find(|rad| rad.summa)
}

/// The four figures that both tables show of a row.
#[derive(Clone, Copy)]
pub(crate) struct Siffror {
    pub(crate) budget: Option<Belopp>,
    pub(crate) utfall: Option<Belopp>,
    pub(crate) prognos: Option<Belopp>,
    pub(crate) avvikelse: Option<Ore>,
    /// The deviation of the previous report.
    pub(crate) tidigare: Option<Ore>,
}

/// Which columns of the table have any figures; a column without data is left out.
pub(crate) struct Kolumner {
    budget: bool,
    utfall: bool,
    prognos: bool,
    avvikelse: bool,
    tidigare: bool,
}

impl Kolumner {
    pub(crate) fn of(rader: &[Siffror]) -> Kolumner {
        let any = |has: fn(&Siffror) -> bool| rader.iter().any(has);
        Kolumner {
            budget: any(|r| r.budget.is_some()),
            utfall: any(|r| r.utfall.is_some()),
            prognos: any(|r| r.prognos.is_some()),
            avvikelse: any(|r| r.avvikelse.is_some()),
            tidigare: any(|r| r.tidigare.is_some()),
        }
    }

    /// The headings, exactly as a nämnd reads them (reports.md, Tables).
    pub(crate) fn rubriker(&self, view: &PlanView) -> Vec<Kolumn> {
        let year = view.period.year;
        let utfall = format!("Utfall t.o.m. {}", format::manad(view.period.month));
        let amounts = [
            (self.budget, format!("Budget {year}"), Kolumnslag::Tkr),
            (self.utfall, utfall, Kolumnslag::Tkr),
            (self.prognos, format!("Prognos helår {year}"), Kolumnslag::Tkr),
            (self.avvikelse, "Avvikelse prognos/budget".to_string(), Kolumnslag::TkrAvvikelse),
            (self.tidigare, "Avvikelse föregående rapport".to_string(), Kolumnslag::TkrAvvikelse),
        ];
        let shown = amounts.into_iter().filter(|(shown, ..)| *shown);
        std::iter::once(blocks::kolumn("Belopp i tkr", Kolumnslag::Namn))
            .chain(shown.map(|(_, rubrik, slag)| blocks::kolumn(rubrik, slag)))
            .collect()
    }

    pub(crate) fn celler(&self, namn: &str, siffror: &Siffror) -> Vec<Cell> {
        let amounts = [
            (self.budget, blocks::belopp(siffror.budget)),
            (self.utfall, blocks::belopp(siffror.utfall)),
            (self.prognos, blocks::belopp(siffror.prognos)),
            (self.avvikelse, blocks::ore(siffror.avvikelse)),
            (self.tidigare, blocks::ore(siffror.tidigare)),
        ];
        let shown = amounts.into_iter().filter(|(shown, _)| *shown);
        std::iter::once(blocks::ord(namn)).chain(shown.map(|(_, cell)| cell)).collect()
    }

    /// A heading inside the table: only its first cell has content.
    pub(crate) fn delrubrik(&self, namn: &str) -> Vec<Cell> {
        let nothing = Siffror { budget: None, utfall: None, prognos: None, avvikelse: None, tidigare: None };
        self.celler(namn, &nothing)
    }
}
