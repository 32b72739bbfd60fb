//! Mål, uppdrag, aktiviteter and their statuses.
use plan_core::aktivitet::Aktivitet;
use plan_core::id::{AktivitetId, MalId, NivaId, UppdragId};
use plan_core::mal::Mal;
use plan_core::styrmodell::{Bedomningsregel, Beslutsfattare, Niva};
use plan_core::uppdrag::{Kalla, Uppdrag};
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
            id,
            niva_id: niva,
            parent_id: parent,
            nr: nr.into(),
            titel: titel.into(),
            beskrivning: String::new(),
            valid_from: None,
            valid_to: None,
            anteckning: String::new(),
            sort_key: String::new(),
        });
        id
    }

    pub(crate) fn uppdrag(&mut self, nr: &str, titel: &str) -> UppdragId {
        let id = self.id();
        self.plan.uppdrag.push(Uppdrag {
            id,
            nr: nr.into(),
            titel: titel.into(),
            vad: String::new(),
            varfor: String::new(),
            onskad_effekt: String::new(),
            kalla: Kalla::Mor,
            kalla_text: String::new(),
            grunduppdrag: false,
            beslut_organ: String::new(),
            beslut_datum: None,
            beslut_paragraf: String::new(),
            beslut_dnr: String::new(),
            mal_id: None,
            bidrar_till: vec![],
            mottagare_id: None,
            ansvariga: vec![],
            fordelning: vec![],
            perspektiv: String::new(),
            year_from: 2026,
            year_to: 2026,
            period_text: String::new(),
            god_ekonomisk_hushallning: false,
            anteckning: String::new(),
            sort_key: String::new(),
        });
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
            id,
            nr: nr.into(),
            titel: titel.into(),
            hur: String::new(),
            uppdrag_id: uppdrag,
            organisation_id: None,
            gemensam: false,
            ansvariga: vec![chef],
            fordelning: vec![],
            year: 2026,
            start_date: None,
            start_text: String::new(),
            end_date: (!slut.is_empty()).then(|| date(slut)),
            end_text: String::new(),
            kostnad: None,
            resurs: String::new(),
            prestation: String::new(),
            effekt: String::new(),
            delaktiviteter: vec![],
            anteckning: String::new(),
            sort_key: String::new(),
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
