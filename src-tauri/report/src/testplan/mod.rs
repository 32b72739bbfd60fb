//! A small plan made by hand for this crate's tests, and a report as plain lines to compare with. Figures are invented.
#![allow(clippy::unwrap_used, clippy::expect_used)]
mod ekonomi;
mod matt;
mod picture;
mod saker;

use std::str::FromStr;

use chrono::NaiveDate;
use plan_core::befattning::Befattning;
use plan_core::id::{AvsnittstextId, BefattningId, OrganisationId, RapportId, ThingId};
use plan_core::organisation::{Organisation, Organisationsslag};
use plan_core::period::Period;
use plan_core::plan::Plan;
use plan_core::rapport::{Rapport, Rapportlage, Rapportslag};
use plan_core::uppfoljning::Avsnittstext;
use plan_core::view::PlanView;
use uuid::Uuid;

pub(crate) use matt::tal;
pub(crate) use picture::{find, picture, rows};

use crate::fakta::Fakta;
use crate::tree::Lage;
use crate::underlag::{Foregaende, Underlag};

/// The plan under construction; every id is the next number.
pub(crate) struct Testplan {
    pub(crate) plan: Plan,
    next: u128,
    pub(crate) forvaltning: OrganisationId,
    pub(crate) norr: OrganisationId,
    pub(crate) soder: OrganisationId,
    pub(crate) chef: BefattningId,
}

pub(crate) fn period(text: &str) -> Period {
    Period::parse(text).unwrap()
}

pub(crate) fn date(text: &str) -> NaiveDate {
    NaiveDate::from_str(text).unwrap()
}

impl Testplan {
    /// A nämnd with its förvaltning and two units.
    pub(crate) fn new() -> Testplan {
        let any = OrganisationId(Uuid::nil());
        let mut t = Testplan {
            plan: Plan::default(),
            next: 0,
            forvaltning: any,
            norr: any,
            soder: any,
            chef: BefattningId(Uuid::nil()),
        };
        for (key, value) in [("kommun", "Exempelby"), ("namnd", "Omsorgsnämnden")] {
            t.plan.installning.insert(key.into(), value.into());
        }
        t.chef = t.id();
        let chef = Befattning {
            id: t.chef,
            titel: "Enhetschef norr".into(),
            namn: String::new(),
            epost: String::new(),
        };
        t.plan.befattning.push(chef);
        let namnd = t.organisation("Omsorgsnämnden", Organisationsslag::Namnd, None);
        t.forvaltning = t.organisation("Omsorgsförvaltningen", Organisationsslag::Forvaltning, Some(namnd));
        t.norr = t.organisation("Hemtjänst norr", Organisationsslag::Enhet, Some(t.forvaltning));
        t.soder = t.organisation("Hemtjänst söder", Organisationsslag::Enhet, Some(t.forvaltning));
        t
    }

    pub(crate) fn id<T: From<Uuid>>(&mut self) -> T {
        self.next += 1;
        T::from(Uuid::from_u128(self.next))
    }

    fn organisation(
        &mut self,
        namn: &str,
        slag: Organisationsslag,
        parent: Option<OrganisationId>,
    ) -> OrganisationId {
        let id = self.id();
        let node = Organisation { parent_id: parent, namn: namn.into(), ..Organisation::new(id, slag) };
        self.plan.organisation.push(node);
        id
    }

    /// A text of a month's report ("2026-10") or of the year's plan ("2026").
    pub(crate) fn text(&mut self, when: &str, avsnitt: &str, subject: Option<ThingId>, text: &str) {
        let (year, month) = match Period::parse(when) {
            Some(period) => (period.year, period.month),
            None => (when.parse().unwrap(), 0),
        };
        let id: AvsnittstextId = self.id();
        self.plan.avsnittstext.push(Avsnittstext {
            id,
            year,
            month,
            avsnitt: avsnitt.into(),
            subject_id: subject,
            organisation_id: None,
            text: text.into(),
        });
    }

    /// The plan seen at the end of a period.
    pub(crate) fn view(&self, when: &str) -> PlanView<'_> {
        let period = period(when);
        PlanView::new(&self.plan, period, period.last_day())
    }

    pub(crate) fn fakta(&self, when: &str) -> Fakta {
        Fakta::of(&self.view(when))
    }
}

/// A decided månadsrapport.
pub(crate) fn decided(when: &str, beslut: &str, paragraf: &str) -> Rapport {
    let period = period(when);
    Rapport {
        id: RapportId(Uuid::from_u128(0xffff)),
        slag: Rapportslag::Manad,
        period,
        organisation_id: OrganisationId(Uuid::nil()),
        version: 1,
        state: Rapportlage::Faststalld,
        locked_date: period.last_day(),
        log_nr: 1,
        log_head: String::new(),
        beslut_datum: Some(date(beslut)),
        paragraf: paragraf.into(),
        dnr: String::new(),
        ersatter_id: None,
        skal: String::new(),
        filer: vec![],
    }
}

/// A draft's input; `foregaende` as given.
pub(crate) fn underlag<'a>(view: &'a PlanView<'a>, foregaende: Option<Foregaende<'a>>) -> Underlag<'a> {
    Underlag { view, foregaende, rorda: &[], dnr: "ON 2026/7", lage: Lage::Utkast, ersatter: "" }
}
