//! Takes a report's facts out of the plan: what it says of each thing, as of the view's period.
use std::collections::{BTreeMap, BTreeSet};

use plan_core::belopp::{Belopp, Ore};
use plan_core::ekonomi::rules::{Verksamhetsbildsrad, driftbild, verksamhetsbild};
use plan_core::id::{BefattningId, DriftradId, OrganisationId, ThingId, VerksamhetId};
use plan_core::matetal::Matetal;
use plan_core::matetal::rules::{Malutfall, arsutfall, gallande_malvarde, utfall_mot_mal};
use plan_core::uppfoljning::Statusbarare;
use plan_core::view::{Lage, PlanView};

use super::{Driftfakta, FORM, Fakta, Matetalsfakta, Sak, Sakslag, Utslag, Verksamhetsfakta};
use crate::matetal::{lydelse, trend};

impl Fakta {
    /// The facts of a report for the view's period.
    pub fn of(view: &PlanView) -> Fakta {
        Fakta {
            form: FORM,
            period: view.period,
            sak: saker(view),
            drift: drift(view),
            verksamhet: verksamhet(view),
            matetal: view.plan.matetal.iter().map(|m| (m.id, matetal(view, m))).collect(),
        }
    }
}

/// Uppdrag that the year belongs to, and the year's aktiviteter.
fn saker(view: &PlanView) -> BTreeMap<ThingId, Sak> {
    let year = view.period.year;
    let uppdrag = view.plan.uppdrag.iter().filter(|u| (u.year_from..=u.year_to).contains(&year)).map(|u| {
        let lage = view.lage(Statusbarare::Uppdrag(u.id));
        let sak = Sak {
            slag: Sakslag::Uppdrag,
            nr: u.nr.clone(),
            titel: u.titel.clone(),
            status: None,
            fardiggrad: None,
            slut: None,
            ansvarig: titlar(view, &u.ansvariga),
            enhet: enhet(view, u.mottagare_id),
            kommentar: String::new(),
        };
        (u.id.into(), with_lage(sak, &lage))
    });
    let aktivitet = view.plan.aktivitet.iter().filter(|a| a.year == year).map(|a| {
        let lage = view.lage(Statusbarare::Aktivitet(a.id));
        let sak = Sak {
            slag: Sakslag::Aktivitet,
            nr: a.nr.clone(),
            titel: a.titel.clone(),
            status: None,
            fardiggrad: None,
            slut: a.end_date,
            ansvarig: titlar(view, &a.ansvariga),
            enhet: enhet(view, a.organisation_id),
            kommentar: String::new(),
        };
        (a.id.into(), with_lage(sak, &lage))
    });
    uppdrag.chain(aktivitet).collect()
}

fn with_lage(sak: Sak, lage: &Lage) -> Sak {
    Sak {
        status: lage.status,
        fardiggrad: lage.fardiggrad,
        kommentar: lage.rad.map_or(String::new(), |rad| rad.kommentar.clone()),
        ..sak
    }
}

fn titlar(view: &PlanView, ansvariga: &[BefattningId]) -> Vec<String> {
    ansvariga.iter().filter_map(|id| view.befattning(*id)).map(|b| b.titel.clone()).collect()
}

fn enhet(view: &PlanView, id: Option<OrganisationId>) -> String {
    id.and_then(|id| view.organisation(id)).map_or(String::new(), |node| node.namn.clone())
}

fn drift(view: &PlanView) -> BTreeMap<OrganisationId, BTreeMap<DriftradId, Driftfakta>> {
    let of_year = view.plan.driftbelopp.iter().filter(|b| b.period.year == view.period.year);
    let nodes: BTreeSet<OrganisationId> =
        of_year.filter(|b| b.period <= view.period).map(|b| b.organisation_id).collect();
    nodes.into_iter().map(|node| (node, driftrader(view, node))).collect()
}

fn driftrader(view: &PlanView, node: OrganisationId) -> BTreeMap<DriftradId, Driftfakta> {
    let fakta = driftbild(view, node).into_iter().map(|rad| {
        let fakta = Driftfakta {
            namn: rad.namn,
            summa: rad.summa,
            budget: rad.budget,
            prognos: rad.prognos,
            avvikelse: rad.avvikelse,
        };
        (rad.id, fakta)
    });
    fakta.collect()
}

/// Intäkter and kostnader together; a finansiering has only its own half.
fn verksamhet(view: &PlanView) -> BTreeMap<VerksamhetId, Verksamhetsfakta> {
    let bild = verksamhetsbild(view);
    let ore = |belopp: Option<Belopp>| -> Option<Ore> { belopp.map(Belopp::ore) };
    let fakta = |rad: &Verksamhetsbildsrad| {
        let fakta =
            Verksamhetsfakta { namn: rad.namn.clone(), budget: ore(rad.budget), prognos: ore(rad.prognos) };
        Some((rad.id?, fakta))
    };
    let halves = bild.intakter.iter().chain(&bild.kostnader);
    let mut all: BTreeMap<_, _> = halves.filter_map(fakta).collect();
    all.extend(bild.netto.iter().filter_map(fakta));
    all
}

fn matetal(view: &PlanView, matetal: &Matetal) -> Matetalsfakta {
    let value = arsutfall(view, matetal.id, None, view.period.year);
    Matetalsfakta {
        nr: matetal.nr.clone(),
        titel: matetal.titel.clone(),
        lydelse: lydelse(matetal).to_string(),
        enhet: matetal.enhet.clone(),
        decimaler: matetal.decimaler,
        varde: value.map(|v| v.varde),
        varde_period: value.and_then(|v| v.senast),
        krav: gallande_malvarde(view, matetal.id, None).map(|m| m.krav),
        utslag: Utslag::of(utfall_mot_mal(view, matetal.id, None)),
        trend: trend(view, matetal),
    }
}

impl Utslag {
    /// The outcome without what only the page says of it.
    pub fn of(utfall: Malutfall) -> Utslag {
        match utfall {
            Malutfall::Nas => Utslag::Nas,
            Malutfall::Nastan => Utslag::Nastan,
            Malutfall::NasInte => Utslag::NasInte,
            Malutfall::EjMatt { .. } => Utslag::EjMatt,
            Malutfall::IngetMal => Utslag::IngetMal,
        }
    }
}
