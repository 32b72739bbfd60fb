//! What has a time for a name, found by Ctrl+K: the periods of follow-up, the reports that are stored and those at hand.
use std::borrow::Cow;

use plan_core::document::Kind;
use plan_core::id::OrganisationId;
use plan_core::organisation::Organisationsslag;
use plan_core::period::Period;
use plan_core::plan::Plan;
use plan_core::rapport::{Rapport, Rapportlage, Rapportslag};
use plan_report::format;
use uuid::Uuid;

use super::installning::word;
use super::sok::{Plats, Sokrapport, Ting, plain};
use super::uppfoljning_period::note;
use crate::texts::{rapport as said, thing};

/// Follow-ups, then reports: those at hand at `now`, and the stored ones that were sent. Newest first.
pub(super) fn things(plan: &Plan, now: Option<Period>) -> impl Iterator<Item = Ting<'_>> {
    let uppfoljningar = plan.uppfoljning.iter().rev().map(|u| {
        let slag = word("uppfoljning", "slag", u.slag.as_str());
        let ord = thing::singular("uppfoljning").unwrap_or_default();
        let titel = format!("{ord} {}", format::period(u.period));
        of_period(
            Kind::Uppfoljning,
            u.id.0,
            titel,
            Plats::Period(slag, format::med_stor(&note(u)), u.period, None),
        )
    });
    let stored = plan.rapport.iter().rev().filter(|r| r.state != Rapportlage::Upplast).map(|r| {
        let lage = format!("Version {}, {}", r.version, format::med_liten(&said::state(r, None)));
        rapport(plan, r.id.0, (r.slag, r.period, r.organisation_id), lage)
    });
    uppfoljningar.chain(now.into_iter().flat_map(|now| at_hand(plan, now))).chain(stored)
}

/// The month's report and the year's plan, while they are drafts.
fn at_hand(plan: &Plan, now: Period) -> impl Iterator<Item = Ting<'_>> {
    let whole = plan.organisation.iter().find(|o| o.slag == Organisationsslag::Forvaltning).map(|o| o.id);
    let december = Period { month: 12, ..now };
    let both = [(Rapportslag::Manad, now), (Rapportslag::Verksamhetsplan, december)];
    both.into_iter().filter_map(move |(slag, period)| {
        let key = (slag, period, whole?);
        let newest = plan.rapport.iter().filter(|r| key_of(r) == key).max_by_key(|r| r.version);
        let is_draft = newest.is_none_or(|r| matches!(r.state, Rapportlage::Upplast | Rapportlage::Upphavd));
        is_draft.then(|| rapport(plan, Uuid::nil(), key, "Utkast".to_owned()))
    })
}

fn key_of(r: &Rapport) -> (Rapportslag, Period, OrganisationId) {
    (r.slag, r.period, r.organisation_id)
}

fn rapport(
    plan: &Plan,
    id: Uuid,
    (slag, period, unit): (Rapportslag, Period, OrganisationId),
    lage: String,
) -> Ting<'_> {
    let trunk = [Organisationsslag::Forvaltning, Organisationsslag::Namnd];
    let unit = plan.organisation.iter().find(|o| o.id == unit && !trunk.contains(&o.slag));
    let mut titel = said::title_of(slag, period);
    if let Some(unit) = unit {
        titel = format!("{titel}, {}", unit.namn);
    }
    let word = thing::singular("rapport").unwrap_or_default().to_owned();
    let sokt = Sokrapport { slag, enhet: unit.map(|o| o.id) };
    of_period(Kind::Rapport, id, titel, Plats::Period(word, lage, period, Some(sokt)))
}

/// Answers to the word for its kind and to "2026-10" too.
fn of_period<'a>(kind: Kind, id: Uuid, titel: String, plats: Plats<'a>) -> Ting<'a> {
    let mer = match &plats {
        Plats::Period(slag, _, period, _) => format!("{period} {slag}"),
        _ => String::new(),
    };
    Ting { mer: Cow::Owned(mer), plats, ..plain(kind, id, "", titel) }
}
