//! Organisation: the tree as a table, each node below its parent, with its chef.
use chrono::Datelike;
use plan_core::id::OrganisationId;
use plan_core::organisation::{Organisation, Organisationsslag};
use plan_core::view::PlanView;

use super::ORGANISATION;
use super::urval::Urval;
use crate::blocks::{self, kolumn, ord, rad, utan_tomma_kolumner};
use crate::format;
use crate::tree::{Avsnitt, Block, Kolumnslag, Radslag, Tabell, Tabellrad};

pub(super) fn organisation(urval: &Urval) -> Avsnitt {
    let view = urval.view;
    let mut avsnitt = blocks::avsnitt(ORGANISATION, "Organisation");
    let roots: Vec<&Organisation> = match urval.unit {
        Some(unit) => view.organisation(unit).into_iter().collect(),
        None => children(view, None).collect(),
    };
    let mut nodes = vec![];
    for root in roots {
        walk(view, root, &mut nodes);
    }
    if nodes.len() > 1 {
        avsnitt.block.push(Block::Tabell(tabell(view, &nodes)));
    }
    avsnitt
}

fn children<'a>(
    view: &PlanView<'a>,
    parent: Option<OrganisationId>,
) -> impl Iterator<Item = &'a Organisation> {
    let all: &'a [Organisation] = &view.plan.organisation;
    all.iter().filter(move |node| node.parent_id == parent)
}

/// Units that are active in the year, each below its parent.
fn walk<'a>(view: &PlanView<'a>, node: &'a Organisation, nodes: &mut Vec<&'a Organisation>) {
    let year = view.period.year;
    let active = node.active_from.is_none_or(|from| from.year() <= year)
        && node.active_to.is_none_or(|to| to.year() >= year);
    if !active || nodes.iter().any(|known| known.id == node.id) {
        return;
    }
    nodes.push(node);
    for child in children(view, Some(node.id)) {
        walk(view, child, nodes);
    }
}

fn tabell(view: &PlanView, nodes: &[&Organisation]) -> Tabell {
    utan_tomma_kolumner(Tabell {
        id: ORGANISATION.into(),
        rubrik: format!("Organisation {}", view.period.year),
        kolumner: vec![
            kolumn("Organisation", Kolumnslag::Namn),
            kolumn("Kod", Kolumnslag::Text),
            kolumn("Slag", Kolumnslag::Text),
            kolumn("Tillhör", Kolumnslag::Text),
            kolumn("Chef", Kolumnslag::Text),
        ],
        rader: nodes.iter().map(|node| nodrad(view, node)).collect(),
        noter: vec![],
        blad: "Organisation".into(),
    })
}

fn nodrad(view: &PlanView, node: &Organisation) -> Tabellrad {
    let parent = node.parent_id.and_then(|id| view.organisation(id)).map_or("", |parent| &parent.namn);
    let chef = node.chef_id.and_then(|id| view.befattning(id)).map_or("", |chef| &chef.titel);
    let slag = format::organisationsslag(node.slag);
    // Only below a verksamhetsområde or another enhet: a step in below something else would say that it belongs there.
    let above = node.parent_id.and_then(|id| view.organisation(id)).map(|parent| parent.slag);
    let inside = matches!(above, Some(Organisationsslag::Verksamhetsomrade | Organisationsslag::Enhet));
    let form = if inside { Radslag::Indragen } else { Radslag::Vanlig };
    rad(form, vec![ord(&node.namn), ord(&node.kod), ord(slag), ord(parent), ord(chef)])
}
