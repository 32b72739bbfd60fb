//! Uppdrag of a plan: what, why and the wanted effect, then who does what when, and what measures it.
use plan_core::id::MalId;
use plan_core::mal::Mal;
use plan_core::matetal::rules::{arsutfall, gallande_malvarde};
use plan_core::matetal::{Matetal, Varde};
use plan_core::uppdrag::Uppdrag;
use plan_core::view::PlanView;

use super::aktiviteter;
use super::urval::Urval;
use super::{GRUNDUPPDRAG, MAL, UTAN_MAL};
use crate::blocks::{self, kolumn, namn, ord, par, rad, stycke};
use crate::format;
use crate::markdown::markdown;
use crate::matetal::{lydelse, malvarde_ord, period_ord, sammanvagning};
use crate::tree::{Avsnitt, Block, Cell, Kolumnslag, Radslag, Tabell};
use crate::uppdrag::ansvariga;

pub(super) fn grunduppdrag(urval: &Urval) -> Avsnitt {
    let mut avsnitt = blocks::avsnitt(GRUNDUPPDRAG, "Grunduppdrag");
    avsnitt.underavsnitt = of(urval, |u| u.grunduppdrag);
    avsnitt
}

pub(super) fn utan_mal(urval: &Urval) -> Avsnitt {
    let mut avsnitt = blocks::avsnitt(UTAN_MAL, "Uppdrag utan koppling till mål");
    avsnitt.underavsnitt = of(urval, |u| !u.grunduppdrag && u.mal_id.is_none());
    avsnitt
}

/// Uppdrag under the mål they serve, grouped under those mål's parents (styrtal under målområde).
pub(super) fn per_mal(urval: &Urval) -> Avsnitt {
    let mut avsnitt = blocks::avsnitt(MAL, "Mål och uppdrag");
    let mut groups: Vec<(Option<MalId>, Vec<Avsnitt>)> = vec![];
    for mal in &urval.view.plan.mal {
        let uppdrag = of(urval, |u| !u.grunduppdrag && u.mal_id == Some(mal.id));
        if uppdrag.is_empty() {
            continue;
        }
        let own = malavsnitt(urval, mal, uppdrag);
        match groups.iter_mut().find(|(parent, _)| *parent == mal.parent_id) {
            Some((_, group)) => group.push(own),
            None => groups.push((mal.parent_id, vec![own])),
        }
    }
    for (parent, group) in groups {
        match parent.and_then(|id| urval.view.mal(id)) {
            Some(parent) => avsnitt.underavsnitt.push(Avsnitt {
                underavsnitt: group,
                block: markdown(&parent.beskrivning),
                ..blocks::avsnitt(format!("{MAL}.{}", parent.id.0), rubrik(urval.view, parent))
            }),
            None => avsnitt.underavsnitt.extend(group),
        }
    }
    avsnitt
}

/// "Styrtal A1.1 Fler äldre kan bo kvar hemma".
fn rubrik(view: &PlanView, mal: &Mal) -> String {
    let level = view.niva(mal.niva_id).map_or("", |niva| niva.singular.as_str());
    format!("{level} {}", namn(&mal.nr, &mal.titel)).trim().to_string()
}

fn malavsnitt(urval: &Urval, mal: &Mal, uppdrag: Vec<Avsnitt>) -> Avsnitt {
    let view = urval.view;
    let mut avsnitt = blocks::avsnitt(format!("{MAL}.{}", mal.id.0), rubrik(view, mal));
    avsnitt.block = markdown(&mal.beskrivning);
    let own: Vec<&Matetal> =
        view.matetal_by_mal(mal.id).iter().filter(|m| !is_told_below(urval, mal, m)).copied().collect();
    let caption = format!("Mätetal för {}", format::med_liten(&rubrik(view, mal)));
    avsnitt.block.extend(matetalstabell(urval, &format!("{MAL}.{}.matetal", mal.id.0), caption, &own));
    avsnitt.underavsnitt = uppdrag;
    avsnitt
}

/// Whether one of the uppdrag that follow under the mål has it in its own table.
fn is_told_below(urval: &Urval, mal: &Mal, matetal: &Matetal) -> bool {
    let below = urval.uppdrag.iter().filter(|u| !u.grunduppdrag && u.mal_id == Some(mal.id));
    below.into_iter().any(|u| matetal.uppdrag.contains(&u.id))
}

fn of(urval: &Urval, wanted: impl Fn(&Uppdrag) -> bool) -> Vec<Avsnitt> {
    urval.uppdrag.iter().filter(|u| wanted(u)).map(|u| uppdragsavsnitt(urval, u)).collect()
}

fn uppdragsavsnitt(urval: &Urval, uppdrag: &Uppdrag) -> Avsnitt {
    let view = urval.view;
    let name = namn(&uppdrag.nr, &uppdrag.titel);
    let id = format!("plan.uppdrag.{}", uppdrag.id.0);
    let mut avsnitt = blocks::avsnitt(&id, format!("Uppdrag {name}"));
    let facts = fakta(view, uppdrag);
    if !facts.is_empty() {
        avsnitt.block.push(Block::Fakta(facts));
    }
    let own = urval.aktiviteter_av(uppdrag.id);
    avsnitt.block.push(if own.is_empty() {
        stycke("Inga aktiviteter är planerade.")
    } else {
        Block::Tabell(aktiviteter::tabell(
            view,
            &format!("{id}.aktiviteter"),
            format!("Aktiviteter för uppdrag {name}"),
            &own,
        ))
    });
    let caption = format!("Mätetal för uppdrag {name}");
    let measures = view.matetal_by_uppdrag(uppdrag.id);
    avsnitt.block.extend(matetalstabell(urval, &format!("{id}.matetal"), caption, measures));
    avsnitt
}

/// Vad, varför and önskad effekt, then who decided and who answers; only what is filled in.
fn fakta(view: &PlanView, uppdrag: &Uppdrag) -> Vec<(String, Vec<Block>)> {
    let texts =
        [("Vad", &uppdrag.vad), ("Varför", &uppdrag.varfor), ("Önskad effekt", &uppdrag.onskad_effekt)];
    let written = texts.into_iter().map(|(label, text)| (label.to_string(), markdown(text)));
    let bidrar: Vec<String> = (uppdrag.bidrar_till.iter())
        .filter_map(|id| view.mal(*id))
        .map(|mal| namn(&mal.nr, &mal.titel))
        .collect();
    let units: Vec<&str> = (uppdrag.fordelning.iter())
        .filter_map(|id| view.organisation(*id))
        .map(|node| node.namn.as_str())
        .collect();
    let short = [
        ("Källa", kalla(uppdrag)),
        ("Ansvarig", ansvariga(view, &uppdrag.ansvariga)),
        ("Fördelat till", format::lista(&units)),
        ("Bidrar även till", format::lista(&bidrar)),
        ("Perspektiv", uppdrag.perspektiv.clone()),
        ("Period", uppdrag.period_text.clone()),
    ];
    let short = short.into_iter().filter(|(_, text)| !text.is_empty()).map(|(label, text)| par(label, text));
    written.filter(|(_, blocks)| !blocks.is_empty()).chain(short).collect()
}

/// "Inriktning budget 2026, Socialnämnden 2025-11-18 § 62, dnr 2025.118 SN".
fn kalla(uppdrag: &Uppdrag) -> String {
    let own = uppdrag.kalla_text.trim();
    let source = if own.is_empty() { format::kalla(uppdrag.kalla) } else { own };
    let date = uppdrag.beslut_datum.map(format::datum).unwrap_or_default();
    let paragraf = match uppdrag.beslut_paragraf.trim().trim_start_matches('§').trim() {
        "" => String::new(),
        number => format!("§{}{number}", format::NBSP),
    };
    let decision = [uppdrag.beslut_organ.trim(), &date, &paragraf];
    let decision: Vec<&str> = decision.into_iter().filter(|part| !part.is_empty()).collect();
    let dnr = match uppdrag.beslut_dnr.trim() {
        "" => String::new(),
        number => format!("dnr {number}"),
    };
    let parts = [source.to_string(), decision.join(" "), dnr];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Nuläge and målvärde of each mätetal; a unit's own value where it has one.
fn matetalstabell(urval: &Urval, id: &str, rubrik: String, all: &[&Matetal]) -> Option<Block> {
    let kolumner = vec![
        kolumn("Mätetal", Kolumnslag::Namn),
        kolumn("Nuläge", Kolumnslag::Text),
        kolumn("Målvärde", Kolumnslag::Text),
        kolumn("Mäts", Kolumnslag::Text),
    ];
    let rader = all.iter().map(|m| {
        let node =
            urval.unit.filter(|unit| urval.view.malvarden(m.id).iter().any(|v| v.organisation_id == *unit));
        let cells = vec![
            ord(namn(&m.nr, lydelse(m))),
            nulage(urval, m),
            ord(malvarde_ord(m, gallande_malvarde(urval.view, m.id, node))),
            ord(format::frekvens(m.frekvens)),
        ];
        rad(Radslag::Vanlig, cells)
    });
    (!all.is_empty()).then(|| {
        Block::Tabell(Tabell {
            id: id.into(),
            rubrik,
            kolumner,
            rader: rader.collect(),
            noter: vec![],
            blad: "Mätetal".into(),
        })
    })
}

/// The newest year's value and when it was measured: "73,5 % (2025)".
fn nulage(urval: &Urval, matetal: &Matetal) -> Cell {
    let view = urval.view;
    let of = |node| {
        let years = [view.period.year, view.period.year - 1, view.period.year - 2];
        years.into_iter().find_map(|year| {
            let value = arsutfall(view, matetal.id, node, year)?;
            matches!(value.varde, Varde::Tal(_)).then_some((value.varde, value.senast?))
        })
    };
    match urval.unit.and_then(|unit| of(Some(unit))).or_else(|| of(None)) {
        Some((value, period)) => {
            let when = match sammanvagning(matetal) {
                Some(word) => format!("{word} hittills {}", period.year),
                None => period_ord(period, matetal.frekvens),
            };
            ord(format!("{} ({when})", format::varde(value, matetal)))
        }
        None => Cell::Saknas(plan_core::matetal::Saknas::EjMatt),
    }
}
