//! Mätetal with outcomes and targets.
use plan_core::belopp::Tal;
use plan_core::id::MatetalId;
use plan_core::matetal::{Frekvens, Kon, Krav, Malvarde, Matetal, Matetalsart, Riktning, Utfall, Varde};
use plan_core::period::Period;

use super::{Testplan, period};

impl Testplan {
    pub(crate) fn matetal(&mut self, titel: &str, frekvens: Frekvens, riktning: Riktning) -> MatetalId {
        let id = self.id();
        self.plan.matetal.push(Matetal {
            titel: titel.into(),
            enhet: "%".into(),
            decimaler: 1,
            riktning,
            frekvens,
            ..Matetal::new(id, Matetalsart::Indikator)
        });
        id
    }

    pub(crate) fn matetal_mut(&mut self, id: MatetalId) -> &mut Matetal {
        self.plan.matetal.iter_mut().find(|m| m.id == id).unwrap()
    }

    pub(crate) fn varde(&mut self, id: MatetalId, when: &str, value: f64) {
        self.utfall(id, when, Varde::Tal(Tal::from_f64(value).unwrap()));
    }

    pub(crate) fn utfall(&mut self, id: MatetalId, when: &str, varde: Varde) {
        let organisation_id = self.forvaltning;
        self.plan.utfall.push(Utfall {
            matetal_id: id,
            organisation_id,
            period: period(when),
            kon: Kon::T,
            varde,
            vikt: None,
            kalla: String::new(),
            datum: None,
        });
    }

    /// The year's target.
    pub(crate) fn krav(&mut self, id: MatetalId, year: i32, krav: Krav) {
        let organisation_id = self.forvaltning;
        self.plan.malvarde.push(Malvarde {
            matetal_id: id,
            organisation_id,
            period: Period { year, month: 12 },
            krav,
            text: String::new(),
        });
    }
}

pub(crate) fn tal(value: f64) -> Tal {
    Tal::from_f64(value).unwrap()
}
