//! What an import says about itself: options in, verdicts and counts out. No rule of matching lives here.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Anmarkning, Radutfall, Utslag};
use crate::period::Period;

/// What the person says beside the source itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportOptions {
    /// The month that statuses, amounts and comments hold for (`--period`).
    /// `None`: statuses take the month of the document's clock, drift and verksamhet rows are refused.
    pub period: Option<Period>,
    /// The verksamhetsår of things that do not say their own.
    pub year: i32,
    /// Write the good rows though others are refused (`--endast-goda`).
    pub endast_goda: bool,
}

/// What became of the source, row by row in its own order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Importutfall {
    pub rader: Vec<Radutfall>,
    pub antal: Antal,
    /// Whether anything was written; always false in a preview, when rows were refused without `endast_goda`,
    /// and when nothing differed.
    pub skrivet: bool,
}

/// The counts of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Antal {
    /// Ny, ändrad and oförändrad rows, also those with a remark.
    pub tagna: usize,
    pub ny: usize,
    pub andrad: usize,
    pub oforandrad: usize,
    /// Rows with at least one remark of [`Grad::Anmarkning`].
    pub anmarkningar: usize,
    /// Refused rows, those with several candidates included.
    pub vagrade: usize,
    pub overhoppade: usize,
}

crate::state_enum::state_enum! {
    /// How much a remark asks of the reader.
    Grad {
        /// Something in the row is probably wrong or was left open: look at it.
        Anmarkning = "anmarkning",
        /// How a cell was understood; nothing to do when it is right.
        Upplysning = "upplysning",
    }
}

impl Anmarkning {
    /// Whether the remark asks for attention or only says how a cell was read.
    pub fn grad(&self) -> Grad {
        match self {
            Anmarkning::TextSomDatum { .. }
            | Anmarkning::StatusTolkad { .. }
            | Anmarkning::OkandEnhet { .. }
            | Anmarkning::TalSomText { .. }
            | Anmarkning::DatumSomText { .. }
            | Anmarkning::Normaliserad { .. }
            | Anmarkning::VardeSaknas { .. }
            | Anmarkning::EnhetAntagen { .. }
            | Anmarkning::SummaSomRad => Grad::Upplysning,
            Anmarkning::DatumFinnsInte { .. }
            | Anmarkning::StatusOkand { .. }
            | Anmarkning::StatusSaknas
            | Anmarkning::FardiggradMotStatus { .. }
            | Anmarkning::BorjarForeAret
            | Anmarkning::SlutarEfterAret
            | Anmarkning::SlutForeStart
            | Anmarkning::OkantUppdrag { .. }
            | Anmarkning::UtanUppdrag
            | Anmarkning::OkantMal { .. }
            | Anmarkning::TrycktSummaSkiljer { .. }
            | Anmarkning::Styrtecken { .. }
            | Anmarkning::Personnummer { .. } => Grad::Anmarkning,
        }
    }
}

impl Antal {
    /// Counts verdicts.
    pub fn of(rader: &[Radutfall]) -> Antal {
        let mut antal = Antal::default();
        for rad in rader {
            antal.add(rad);
        }
        antal
    }

    fn add(&mut self, rad: &Radutfall) {
        match rad.utslag {
            Utslag::Ny => self.ny += 1,
            Utslag::Andrad => self.andrad += 1,
            Utslag::Oforandrad => self.oforandrad += 1,
            Utslag::Tvetydig | Utslag::Vagrad => self.vagrade += 1,
            Utslag::Overhoppad => self.overhoppade += 1,
        }
        self.tagna = self.ny + self.andrad + self.oforandrad;
        self.anmarkningar += usize::from(rad.anmarkningar.iter().any(|a| a.grad() == Grad::Anmarkning));
    }
}
