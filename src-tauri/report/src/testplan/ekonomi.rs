//! Drift and verksamheter; amounts in whole kronor.
use plan_core::belopp::{Belopp, Ore};
use plan_core::ekonomi::{Beloppsslag, Driftbelopp, Driftrad, Verksamhet, Verksamhetsbelopp, Verksamhetsdel};
use plan_core::id::{DriftradId, VerksamhetId};

use super::{Testplan, period};

impl Testplan {
    pub(crate) fn driftrad(&mut self, namn: &str, delar: &[DriftradId]) -> DriftradId {
        let id = self.id();
        self.plan.driftrad.push(Driftrad {
            id,
            namn: namn.into(),
            delar: delar.to_vec(),
            sort_key: String::new(),
        });
        id
    }

    pub(crate) fn drift(&mut self, rad: DriftradId, when: &str, slag: Beloppsslag, kronor: i64) {
        self.drift_belopp(rad, when, slag, Belopp::Ore(Ore::kronor(kronor)));
    }

    pub(crate) fn drift_belopp(&mut self, rad: DriftradId, when: &str, slag: Beloppsslag, belopp: Belopp) {
        let organisation_id = self.forvaltning;
        let row = Driftbelopp { driftrad_id: rad, organisation_id, slag, period: period(when), belopp };
        self.plan.driftbelopp.push(row);
    }

    pub(crate) fn verksamhet(&mut self, namn: &str) -> VerksamhetId {
        let id = self.id();
        self.plan.verksamhet.push(Verksamhet {
            id,
            namn: namn.into(),
            kod: String::new(),
            organisation_id: None,
            finansiering: false,
            sort_key: String::new(),
        });
        id
    }

    /// Budget and prognos of one half.
    pub(crate) fn half(&mut self, id: VerksamhetId, del: Verksamhetsdel, when: &str, amounts: [i64; 2]) {
        for (slag, kronor) in [Beloppsslag::Budget, Beloppsslag::Prognos].into_iter().zip(amounts) {
            let belopp = Belopp::Ore(Ore::kronor(kronor));
            let row = Verksamhetsbelopp { verksamhet_id: id, del, slag, period: period(when), belopp };
            self.plan.verksamhetsbelopp.push(row);
        }
    }
}
