//! Every text that somebody has written in the plan, and where it stands as a person knows it.
use plan_core::aktivitet::Aktivitet;
use plan_core::befattning::Befattning;
use plan_core::ekonomi::{Driftrad, Verksamhet};
use plan_core::id::ThingId;
use plan_core::mal::Mal;
use plan_core::matetal::Matetal;
use plan_core::organisation::Organisation;
use plan_core::plan::Plan;
use plan_core::rapport::Rapportslag;
use plan_core::uppdrag::Uppdrag;
use plan_core::uppfoljning::{Avsnittstext, Statusbarare};

use crate::blocks::namn;
use crate::ekonomi::drift::DRIFT;
use crate::ekonomi::verksamhet::{VERKSAMHET, VERKSAMHETER};
use crate::format;
use crate::matetal::MATETAL;
use crate::sammanfattning::SAMMANFATTNING;
use crate::tree::Rapport;
use crate::uppdrag::UPPDRAG;

/// Whose a text is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Vems<'a> {
    Befattning(&'a Befattning),
    Text(&'a Avsnittstext),
    Uppdrag(&'a Uppdrag),
    Aktivitet(&'a Aktivitet),
    Mal(&'a Mal),
    Matetal(&'a Matetal),
    Enhet(&'a Organisation),
    Status(Statusbarare),
    Driftrad(&'a Driftrad),
    Verksamhet(&'a Verksamhet),
}

/// Names, titles, texts and comments.
pub(super) fn stallen(plan: &Plan) -> impl Iterator<Item = (Vems<'_>, &str)> {
    let befattningar = plan
        .befattning
        .iter()
        .flat_map(|b| [&b.titel, &b.namn, &b.epost].map(|text| (Vems::Befattning(b), text)));
    let texter = plan.avsnittstext.iter().map(|t| (Vems::Text(t), &t.text));
    let uppdrag = plan.uppdrag.iter().flat_map(|u| {
        let texts = [&u.titel, &u.vad, &u.varfor, &u.onskad_effekt, &u.kalla_text, &u.anteckning];
        texts.map(|text| (Vems::Uppdrag(u), text))
    });
    let aktiviteter = plan.aktivitet.iter().flat_map(|a| {
        let texts = [&a.titel, &a.hur, &a.resurs, &a.prestation, &a.effekt, &a.anteckning];
        let texts = texts.into_iter().chain(a.delaktiviteter.iter().map(|d| &d.titel));
        texts.map(move |text| (Vems::Aktivitet(a), text))
    });
    let mal = plan.mal.iter().flat_map(|m| {
        let reasons = plan.malbedomning.iter().filter(|b| b.mal_id == m.id).map(|b| &b.motivering);
        let texts = [&m.titel, &m.beskrivning, &m.anteckning].into_iter().chain(reasons);
        texts.map(move |text| (Vems::Mal(m), text))
    });
    let matetal = plan.matetal.iter().flat_map(|m| {
        let texts = [&m.titel, &m.definition, &m.faststalld_lydelse, &m.kalla, &m.anteckning];
        texts.map(|text| (Vems::Matetal(m), text))
    });
    let enheter =
        plan.organisation.iter().flat_map(|o| [&o.namn, &o.anteckning].map(|text| (Vems::Enhet(o), text)));
    let kommentarer = plan.statusrad.iter().map(|row| (Vems::Status(row.barare), &row.kommentar));
    let drift = plan.driftrad.iter().map(|d| (Vems::Driftrad(d), &d.namn));
    let verksamheter = plan.verksamhet.iter().map(|v| (Vems::Verksamhet(v), &v.namn));
    befattningar
        .chain(texter)
        .chain(uppdrag)
        .chain(aktiviteter)
        .chain(mal)
        .chain(matetal)
        .chain(enheter)
        .chain(kommentarer)
        .chain(drift)
        .chain(verksamheter)
        .map(|(vems, text)| (vems, text.as_str()))
}

impl Vems<'_> {
    /// "Uppdrag 1.2 Rekrytera", "Drift, Förskola", "Statuskommentar, aktivitet 1.1 Öppna".
    pub(super) fn var(self, plan: &Plan) -> String {
        match self {
            Vems::Befattning(b) => format!("Befattningen {}", b.titel),
            Vems::Text(text) => of_text(plan, text),
            Vems::Uppdrag(u) => format!("Uppdrag {}", namn(&u.nr, &u.titel)),
            Vems::Aktivitet(a) => format!("Aktivitet {}", namn(&a.nr, &a.titel)),
            Vems::Mal(m) => format!("Mål {}", namn(&m.nr, &m.titel)),
            Vems::Matetal(m) => format!("Mätetal {}", namn(&m.nr, &m.titel)),
            Vems::Enhet(o) => format!("Enheten {}", o.namn),
            Vems::Status(barare) => match carrier(plan, barare) {
                Some(carrier) => format!("Statuskommentar, {}", format::med_liten(&carrier.var(plan))),
                None => "Statuskommentar".to_string(),
            },
            Vems::Driftrad(d) => format!("Drift, {}", d.namn),
            Vems::Verksamhet(v) => format!("Verksamheten {}", v.namn),
        }
    }

    /// The thing that it is a text of; of a section the thing that the text is about.
    pub(super) fn subject(self) -> Option<ThingId> {
        match self {
            Vems::Befattning(b) => Some(b.id.into()),
            Vems::Text(text) => text.subject_id,
            Vems::Uppdrag(u) => Some(u.id.into()),
            Vems::Aktivitet(a) => Some(a.id.into()),
            Vems::Mal(m) => Some(m.id.into()),
            Vems::Matetal(m) => Some(m.id.into()),
            Vems::Enhet(o) => Some(o.id.into()),
            Vems::Status(Statusbarare::Uppdrag(id)) => Some(id.into()),
            Vems::Status(Statusbarare::Aktivitet(id)) => Some(id.into()),
            Vems::Driftrad(d) => Some(d.id.into()),
            Vems::Verksamhet(v) => Some(v.id.into()),
        }
    }

    /// The key of its section where it is a text of this very report; else empty.
    pub(super) fn avsnitt(self, rapport: &Rapport) -> String {
        let month = match rapport.slag {
            Rapportslag::Manad => rapport.period.month,
            Rapportslag::Verksamhetsplan => 0,
        };
        match self {
            Vems::Text(text) if (text.year, text.month) == (rapport.period.year, month) => {
                section_of(&text.avsnitt).to_string()
            }
            _ => String::new(),
        }
    }
}

fn carrier(plan: &Plan, barare: Statusbarare) -> Option<Vems<'_>> {
    match barare {
        Statusbarare::Uppdrag(id) => plan.uppdrag.iter().find(|u| u.id == id).map(Vems::Uppdrag),
        Statusbarare::Aktivitet(id) => plan.aktivitet.iter().find(|a| a.id == id).map(Vems::Aktivitet),
    }
}

/// The section that a text stands in.
pub(super) fn section_of(text: &str) -> &str {
    if text == VERKSAMHET { VERKSAMHETER } else { text }
}

fn of_text(plan: &Plan, text: &Avsnittstext) -> String {
    let place = match text.avsnitt.as_str() {
        SAMMANFATTNING => "Sammanfattning",
        DRIFT => "Drift",
        VERKSAMHET | VERKSAMHETER => "Verksamheter",
        MATETAL => "Mätetal",
        UPPDRAG => "Uppdrag och aktiviteter",
        other => return format::med_stor(other),
    };
    match text.subject_id.and_then(|id| name_of(plan, id)) {
        Some(name) => format!("{place}, {name}"),
        None => place.to_string(),
    }
}

fn name_of(plan: &Plan, id: ThingId) -> Option<String> {
    let drift = plan.driftrad.iter().find(|rad| id == rad.id.into()).map(|rad| rad.namn.clone());
    let verksamhet = || plan.verksamhet.iter().find(|v| id == v.id.into()).map(|v| v.namn.clone());
    let matetal = || plan.matetal.iter().find(|m| id == m.id.into()).map(|m| m.titel.clone());
    drift.or_else(verksamhet).or_else(matetal)
}
