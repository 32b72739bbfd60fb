//! What is to be done and how it goes: uppdrag, aktiviteter, statuses and texts.
use chrono::NaiveDate;
use plan_core::aktivitet::ops::{AktivitetPatch, DelaktivitetPatch};
use plan_core::belopp::Ore;
use plan_core::error::Result;
use plan_core::id::{AktivitetId, UppdragId};
use plan_core::matetal::ops::MatetalPatch;
use plan_core::period::Period;
use plan_core::uppdrag::ops::UppdragPatch;
use plan_core::uppfoljning::Statusbarare;
use plan_core::uppfoljning::ops::{NyAvsnittstext, NyStatus};

use super::Hand;
use crate::exempel::data::{self, broken};
use crate::exempel::year::{Om, Sak};

impl Hand<'_> {
    pub(super) fn uppdrag(&mut self, item: &data::Uppdrag) -> Result<()> {
        let year = self.data.kommun.ar;
        let (id, _) = self.document.create_uppdrag(&UppdragPatch {
            nr: Some(item.nr.clone()),
            titel: Some(item.titel.clone()),
            vad: Some(item.vad.clone()),
            varfor: Some(item.varfor.clone()),
            onskad_effekt: Some(item.onskad_effekt.clone()),
            kalla: Some(item.kalla),
            kalla_text: Some(item.kalla_text.clone()),
            grunduppdrag: Some(item.grunduppdrag),
            beslut_organ: Some(item.beslut.organ.clone()),
            beslut_datum: Some(Some(item.beslut.datum)),
            beslut_paragraf: Some(item.beslut.paragraf.clone()),
            beslut_dnr: Some(item.beslut.dnr.clone()),
            mal_id: Some(self.keys.mal.maybe(item.mal.as_ref())?),
            bidrar_till: Some(self.keys.mal.all(&item.bidrar_till)?),
            mottagare_id: Some(Some(self.keys.organisation.get(&item.mottagare)?)),
            ansvariga: Some(self.keys.befattning.all(&item.ansvariga)?),
            fordelning: Some(self.keys.organisation.all(&item.fordelning)?),
            perspektiv: Some(item.perspektiv.clone()),
            year_from: Some(year),
            year_to: Some(item.till_ar.unwrap_or(year)),
            god_ekonomisk_hushallning: Some(item.god_ekonomisk_hushallning),
            ..Default::default()
        })?;
        self.place_uppdrag(id, &item.nyckel)?;
        self.keys.uppdrag.insert(&item.nyckel, id);
        self.link_matetal(&item.nyckel)
    }

    /// One given during the year takes its place among the others.
    fn place_uppdrag(&mut self, id: UppdragId, nyckel: &str) -> Result<()> {
        let written = |other: &&String| *other == nyckel || self.keys.uppdrag.get(other).is_ok();
        let there: Vec<&String> = self.data.uppdrag.iter().map(|u| &u.nyckel).filter(written).collect();
        let place = there.iter().position(|other| *other == nyckel).unwrap_or_default();
        if place + 1 < there.len() {
            let before = place.checked_sub(1).and_then(|at| there.get(at).copied());
            self.document.move_uppdrag(id, self.keys.uppdrag.maybe(before)?)?;
        }
        Ok(())
    }

    /// An uppdrag given during the year gets the mätetal that already measure its effect.
    fn link_matetal(&mut self, uppdrag: &str) -> Result<()> {
        for matetal in self.data.matetal.iter().filter(|m| m.uppdrag.iter().any(|u| u == uppdrag)) {
            if let Ok(id) = self.keys.matetal.get(&matetal.nyckel) {
                let uppdrag = Some(self.keys.uppdrag.written(&matetal.uppdrag));
                self.document.update_matetal(id, &MatetalPatch { uppdrag, ..Default::default() })?;
            }
        }
        Ok(())
    }

    pub(super) fn aktivitet(&mut self, at: usize) -> Result<()> {
        let item = self.data.aktivitet.get(at).ok_or_else(|| broken("aktivitet"))?;
        let (id, _) = self.document.create_aktivitet(&AktivitetPatch {
            nr: Some(item.nr.clone()),
            titel: Some(item.titel.clone()),
            hur: Some(item.hur.clone()),
            uppdrag_id: Some(self.keys.uppdrag.maybe(item.uppdrag.as_ref())?),
            organisation_id: Some(Some(self.keys.organisation.get(&item.enhet)?)),
            gemensam: Some(item.gemensam),
            ansvariga: Some(self.keys.befattning.all(&item.ansvariga)?),
            fordelning: Some(self.keys.organisation.all(&item.deltar)?),
            year: Some(self.data.kommun.ar),
            start_date: Some(Some(item.start)),
            end_date: Some(Some(item.slut)),
            kostnad: Some(item.kostnad.map(Ore::kronor)),
            ..Default::default()
        })?;
        self.keys.aktivitet.insert(at, id);
        for (row, line) in item.delaktiviteter.iter().enumerate() {
            let (line, _) = self.document.create_delaktivitet(id, &line.titel)?;
            self.keys.delaktivitet.insert((at, row), line);
        }
        Ok(())
    }

    pub(super) fn nytt_slut(&mut self, at: usize, slut: NaiveDate) -> Result<()> {
        let patch = AktivitetPatch { end_date: Some(Some(slut)), ..Default::default() };
        self.document.update_aktivitet(self.known(at)?, &patch)?;
        Ok(())
    }

    pub(super) fn borttagen(&mut self, at: usize) -> Result<()> {
        self.document.delete_aktivitet(self.known(at)?)?;
        Ok(())
    }

    pub(super) fn klar(&mut self, at: usize, row: usize) -> Result<()> {
        let id = self.keys.delaktivitet.get(&(at, row)).ok_or_else(|| broken("delaktivitet"))?;
        self.document
            .update_delaktivitet(*id, &DelaktivitetPatch { klar: Some(true), ..Default::default() })?;
        Ok(())
    }

    pub(super) fn status(&mut self, sak: Sak, rad: &data::Rapporterad) -> Result<()> {
        let barare = match sak {
            Sak::Uppdrag(nyckel) => Statusbarare::Uppdrag(self.keys.uppdrag.get(nyckel)?),
            Sak::Aktivitet(at) => Statusbarare::Aktivitet(self.known(at)?),
        };
        self.document.set_status(&NyStatus {
            barare,
            organisation_id: self.keys.organisation.maybe(rad.enhet.as_ref())?,
            period: rad.period,
            status: rad.status,
            fardiggrad: rad.klart,
            kommentar: rad.kommentar.clone(),
        })?;
        Ok(())
    }

    pub(super) fn text(
        &mut self,
        period: Option<Period>,
        avsnitt: &str,
        om: Om,
        text: &data::Text,
    ) -> Result<()> {
        let subject_id = match om {
            Om::Verksamhet(nyckel) => Some(self.keys.verksamhet.get(nyckel)?.into()),
            Om::Matetal(nyckel) => Some(self.keys.matetal.get(nyckel)?.into()),
            Om::Avsnittet | Om::Enhet(_) => None,
        };
        let organisation_id = match om {
            Om::Enhet(nyckel) => Some(self.keys.organisation.get(nyckel)?),
            _ => None,
        };
        self.document.set_avsnittstext(&NyAvsnittstext {
            year: period.map_or(self.data.kommun.ar, |p| p.year),
            month: period.map_or(0, |p| p.month),
            avsnitt: avsnitt.to_owned(),
            subject_id,
            organisation_id,
            text: text.markdown(),
        })?;
        Ok(())
    }

    fn known(&self, at: usize) -> Result<AktivitetId> {
        self.keys.aktivitet.get(&at).copied().ok_or_else(|| broken("an aktivitet that is not written yet"))
    }
}
