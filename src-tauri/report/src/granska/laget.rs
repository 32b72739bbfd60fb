//! Statuses and mätetal that stand badly without a word why, and mätetal that have been reworded.
use plan_core::matetal::rules::{Malutfall, utfall_mot_mal};
use plan_core::uppfoljning::Statusbarare;
use plan_core::view::PlanView;

use super::{Anmarkning, Kontroll, has, mentions};
use crate::blocks::namn;
use crate::format;
use crate::matetal::{MATETAL, lydelse, omformulerad};
use crate::tree::Rapport;
use crate::uppdrag::{UPPDRAG, arets_aktiviteter, arets_uppdrag, deviates};

pub(super) fn utan_kommentar(rapport: &Rapport, view: &PlanView) -> Vec<Anmarkning> {
    let mut found = vec![];
    if has(rapport, UPPDRAG) {
        let uppdrag = arets_uppdrag(view);
        let uppdrag =
            uppdrag.iter().map(|u| (Statusbarare::Uppdrag(u.id), namn(&u.nr, &u.titel), u.id.into()));
        let aktiviteter = arets_aktiviteter(view);
        let aktiviteter =
            aktiviteter.iter().map(|a| (Statusbarare::Aktivitet(a.id), namn(&a.nr, &a.titel), a.id.into()));
        for (barare, name, subject) in uppdrag.chain(aktiviteter) {
            if let Some(text) = status_utan_kommentar(view, barare) {
                let rubrik = format!("{name} saknar kommentar");
                found.push(Anmarkning {
                    kontroll: Kontroll::SaknarKommentar,
                    rubrik,
                    text,
                    subject: Some(subject),
                    avsnitt: UPPDRAG.into(),
                });
            }
        }
    }
    if has(rapport, MATETAL) {
        found.extend(matetal_utan_analys(view));
    }
    found
}

fn status_utan_kommentar(view: &PlanView, barare: Statusbarare) -> Option<String> {
    let lage = view.lage(barare);
    let silent = lage.rad.is_none_or(|rad| rad.kommentar.trim().is_empty());
    if !(silent && deviates(view, barare)) {
        return None;
    }
    Some(match lage.status {
        Some(status) if !lage.deadline_passed => {
            format!("Statusen är ”{}”.", format::status(&view.plan.installning, status))
        }
        _ => "Slutdatumet har passerat.".into(),
    })
}

fn matetal_utan_analys(view: &PlanView) -> Vec<Anmarkning> {
    let missed = view.plan.matetal.iter().filter(|m| {
        matches!(utfall_mot_mal(view, m.id, None), Malutfall::Nastan | Malutfall::NasInte)
            && view.text(MATETAL, Some(m.id.into()), None).is_none()
    });
    missed
        .map(|m| Anmarkning {
            kontroll: Kontroll::SaknarKommentar,
            rubrik: format!("{} saknar analys", namn(&m.nr, lydelse(m))),
            text: "Målet nås inte.".into(),
            subject: Some(m.id.into()),
            avsnitt: MATETAL.into(),
        })
        .collect()
}

pub(super) fn omformulerade(rapport: &Rapport, view: &PlanView) -> Vec<Anmarkning> {
    let reworded = view.plan.matetal.iter().filter_map(|m| Some((m, omformulerad(m)?)));
    reworded
        .filter(|(_, decided)| mentions(rapport, decided))
        .map(|(m, decided)| Anmarkning {
            kontroll: Kontroll::Omformulerat,
            rubrik: format!("{} har fått ny lydelse", namn(&m.nr, &m.titel)),
            text: format!("Rapporten visar den fastställda: ”{decided}”."),
            subject: Some(m.id.into()),
            avsnitt: MATETAL.into(),
        })
        .collect()
}
