//! What a plan stands on: settings, befattningar, the organisation, the goal chain, the follow-ups.
use plan_core::befattning::ops::BefattningPatch;
use plan_core::error::Result;
use plan_core::mal::ops::MalPatch;
use plan_core::organisation::Organisationsslag;
use plan_core::organisation::ops::OrganisationPatch;
use plan_core::period::Period;
use plan_core::plan::ops::NyPlan;
use plan_core::rapport::{Mallavsnitt, Rapportslag};
use plan_core::uppfoljning::Uppfoljningslage;
use plan_core::uppfoljning::ops::UppfoljningPatch;

use super::Hand;
use crate::exempel::data::{self, broken};

impl Hand<'_> {
    pub(super) fn plan(&mut self) -> Result<()> {
        let kommun = &self.data.kommun;
        self.document.create_plan(&NyPlan {
            kommun: kommun.kommun.clone(),
            namnd: kommun.namnd.clone(),
            forvaltning: kommun.forvaltning.clone(),
            styrmodell: kommun.styrmodell.clone(),
            year: kommun.ar,
        })?;
        for niva in self.document.read_plan()?.niva {
            self.keys.niva.insert(&niva.singular, niva.id);
        }
        let section = |avsnitt: &String| Mallavsnitt {
            slag: Rapportslag::Manad,
            avsnitt: avsnitt.clone(),
            med: true,
            rubrik: String::new(),
            sort_key: String::new(),
        };
        let mall: Vec<_> = kommun.manadsrapportens_avsnitt.iter().map(section).collect();
        self.document.set_rapportmall(Rapportslag::Manad, &mall)?;
        Ok(())
    }

    pub(super) fn befattning(&mut self, item: &data::Befattning) -> Result<()> {
        let patch = BefattningPatch { titel: Some(item.titel.clone()), ..Default::default() };
        let (id, _) = self.document.create_befattning(&patch)?;
        self.keys.befattning.insert(&item.nyckel, id);
        Ok(())
    }

    /// The nämnd and the förvaltning are there from the start; they get their codes and chefer.
    pub(super) fn organisation(&mut self, item: &data::Organisation) -> Result<()> {
        let patch = OrganisationPatch {
            namn: Some(item.namn.clone()),
            slag: Some(item.slag),
            kod: Some(item.kod.clone()),
            chef_id: Some(self.keys.befattning.maybe(item.chef.as_ref())?),
            ..Default::default()
        };
        let id = if matches!(item.slag, Organisationsslag::Namnd | Organisationsslag::Forvaltning) {
            let nodes = self.document.read_plan()?.organisation;
            let node = nodes.iter().find(|o| o.slag == item.slag).ok_or_else(|| broken(&item.namn))?;
            self.document.update_organisation(node.id, &patch)?;
            node.id
        } else {
            let parent_id = Some(self.keys.organisation.maybe(item.under.as_ref())?);
            self.document.create_organisation(&OrganisationPatch { parent_id, ..patch })?.0
        };
        self.keys.organisation.insert(&item.nyckel, id);
        Ok(())
    }

    pub(super) fn mal(&mut self, item: &data::Mal) -> Result<()> {
        let chain = &self.data.malkedja;
        let (id, _) = self.document.create_mal(&MalPatch {
            niva_id: Some(self.keys.niva.get(&item.niva)?),
            parent_id: Some(self.keys.mal.maybe(item.under.as_ref())?),
            nr: Some(item.nr.clone()),
            titel: Some(item.titel.clone()),
            beskrivning: Some(item.beskrivning.clone()),
            valid_from: Some(Some(chain.giltig_fran)),
            valid_to: Some(Some(chain.giltig_till)),
            ..Default::default()
        })?;
        self.keys.mal.insert(&item.nyckel, id);
        Ok(())
    }

    pub(super) fn uppfoljning(&mut self, item: &data::Uppfoljning) -> Result<()> {
        let (id, _) = self.document.create_uppfoljning(&UppfoljningPatch {
            slag: Some(item.slag),
            period: Some(item.period),
            deadline_enhet: Some(Some(item.enheternas_sista_dag)),
            deadline_namnd: Some(Some(item.namndens_dag)),
            ..Default::default()
        })?;
        self.keys.uppfoljning.insert(item.period, id);
        Ok(())
    }

    pub(super) fn lage(&mut self, period: Period, state: Uppfoljningslage) -> Result<()> {
        let id = self.keys.uppfoljning.get(&period).ok_or_else(|| broken(&period.to_string()))?;
        self.document
            .update_uppfoljning(*id, &UppfoljningPatch { state: Some(state), ..Default::default() })?;
        Ok(())
    }
}
