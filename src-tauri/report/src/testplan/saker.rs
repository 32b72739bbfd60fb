//! Mål, uppdrag, aktiviteter and their statuses.
use plan_core::aktivitet::Aktivitet;
use plan_core::id::{AktivitetId, MalId, NivaId, UppdragId};
use plan_core::mal::Mal;
use plan_core::styrmodell::{Bedomningsregel, Beslutsfattare, Niva};
use plan_core::uppdrag::Uppdrag;
use plan_core::uppfoljning::{Status, Statusbarare, Statusrad};

use super::{Testplan, date, period};

impl Testplan {
    pub(crate) fn niva(&mut self, namn: &str, bedomning: Bedomningsregel) -> NivaId {
        let id = self.id();
        self.plan.niva.push(Niva {
            id,
            singular: namn.into(),
            plural: format!("{namn}en"),
            beslutas_av: Beslutsfattare::Kf,
            bar_matetal: true,
            bar_uppdrag: true,
            bedomning,
            sort_key: String::new(),
        });
        id
    }

    pub(crate) fn mal(&mut self, niva: NivaId, parent: Option<MalId>, nr: &str, titel: &str) -> MalId {
        let id = self.id();
        self.plan.mal.push(Mal {
            parent_id: parent,
            nr: nr.into(),
            titel: titel.into(),
            ..Mal::new(id, niva)
        });
        id
    }

    pub(crate) fn uppdrag(&mut self, nr: &str, titel: &str) -> UppdragId {
        let id = self.id();
        self.plan.uppdrag.push(Uppdrag { nr: nr.into(), titel: titel.into(), ..Uppdrag::new(id, 2026) });
        id
    }

    pub(crate) fn uppdrag_mut(&mut self, id: UppdragId) -> &mut Uppdrag {
        self.plan.uppdrag.iter_mut().find(|u| u.id == id).unwrap()
    }

    pub(crate) fn aktivitet(
        &mut self,
        uppdrag: Option<UppdragId>,
        nr: &str,
        titel: &str,
        slut: &str,
    ) -> AktivitetId {
        let id = self.id();
        let chef = self.chef;
        self.plan.aktivitet.push(Aktivitet {
            nr: nr.into(),
            titel: titel.into(),
            uppdrag_id: uppdrag,
            ansvariga: vec![chef],
            end_date: (!slut.is_empty()).then(|| date(slut)),
            ..Aktivitet::new(id, 2026)
        });
        id
    }

    pub(crate) fn aktivitet_mut(&mut self, id: AktivitetId) -> &mut Aktivitet {
        self.plan.aktivitet.iter_mut().find(|a| a.id == id).unwrap()
    }

    pub(crate) fn status(&mut self, barare: Statusbarare, when: &str, status: Status, kommentar: &str) {
        let seq = u32::try_from(self.plan.statusrad.len()).unwrap();
        let id = self.id();
        self.plan.statusrad.push(Statusrad {
            id,
            barare,
            organisation_id: None,
            period: period(when),
            seq,
            status,
            fardiggrad: None,
            kommentar: kommentar.into(),
        });
    }
}
