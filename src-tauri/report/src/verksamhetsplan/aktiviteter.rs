//! Aktiviteter of a plan: who and when, under each uppdrag and all together in the order they are to be done.
use plan_core::aktivitet::Aktivitet;
use plan_core::id::OrganisationId;
use plan_core::view::PlanView;

use super::AKTIVITETSPLAN;
use super::urval::Urval;
use crate::blocks::{self, dag, kolumn, namn, ord, rad, utan_tomma_kolumner};
use crate::format;
use crate::markdown::inline;
use crate::tree::{Avsnitt, Block, Cell, Kolumnslag, Radslag, Tabell, Tabellrad};
use crate::uppdrag::{ansvariga, klart};

/// The table under one uppdrag.
pub(super) fn tabell(view: &PlanView, id: &str, rubrik: String, own: &[&Aktivitet]) -> Tabell {
    let kolumner = vec![
        kolumn("Nr", Kolumnslag::Text),
        kolumn("Aktivitet", Kolumnslag::Namn),
        kolumn("Så gör vi", Kolumnslag::Text),
        kolumn("Ansvarig", Kolumnslag::Text),
        kolumn("Enhet", Kolumnslag::Text),
        kolumn("Start", Kolumnslag::Datum),
        kolumn("Klart", Kolumnslag::Datum),
    ];
    let rader = own.iter().map(|a| {
        let how = inline(&a.hur);
        let celler = vec![
            ord(&a.nr),
            ord(&a.titel),
            if how.is_empty() { Cell::Tom } else { Cell::Text(how) },
            ord(ansvariga(view, &a.ansvariga)),
            ord(enhet(view, a)),
            a.start_date.map_or_else(|| ord(&a.start_text), Cell::Datum),
            klart(a),
        ];
        rad(Radslag::Vanlig, celler)
    });
    let rader = rader.collect();
    let tabell = Tabell { id: id.into(), rubrik, kolumner, rader, noter: vec![], blad: "Uppdrag".into() };
    utan_tomma_kolumner(tabell)
}

/// All of them by end date; those without one last.
pub(super) fn aktivitetsplan(urval: &Urval) -> Avsnitt {
    let mut avsnitt = blocks::avsnitt(AKTIVITETSPLAN, "Bilaga: aktivitetsplan");
    let mut all = urval.aktiviteter.clone();
    all.sort_by_key(|a| (a.end_date.is_none(), a.end_date));
    if !all.is_empty() {
        avsnitt.block.push(Block::Tabell(utan_tomma_kolumner(Tabell {
            id: AKTIVITETSPLAN.into(),
            rubrik: format!("Aktiviteter {} i tidsordning", urval.view.period.year),
            kolumner: vec![
                kolumn("Aktivitet", Kolumnslag::Namn),
                kolumn("Uppdrag", Kolumnslag::Text),
                kolumn("Ansvarig", Kolumnslag::Text),
                kolumn("Enhet", Kolumnslag::Text),
                kolumn("Start", Kolumnslag::Datum),
                kolumn("Klart", Kolumnslag::Datum),
            ],
            rader: all.iter().map(|a| planrad(urval.view, a)).collect(),
            noter: vec![],
            blad: "Aktivitetsplan".into(),
        })));
    }
    avsnitt
}

fn planrad(view: &PlanView, a: &Aktivitet) -> Tabellrad {
    let uppdrag = a.uppdrag_id.and_then(|id| view.uppdrag(id));
    let celler = vec![
        ord(namn(&a.nr, &a.titel)),
        ord(uppdrag.map_or(String::new(), |u| namn(&u.nr, &u.titel))),
        ord(ansvariga(view, &a.ansvariga)),
        ord(enhet(view, a)),
        dag(a.start_date),
        klart(a),
    ];
    rad(Radslag::Vanlig, celler)
}

/// The most units named in a cell.
const MOST_NAMED: usize = 3;

/// The units it is given to, else the one that carries it, or that it is common.
fn enhet(view: &PlanView, aktivitet: &Aktivitet) -> String {
    let name = |id: OrganisationId| view.organisation(id).map(|node| node.namn.as_str());
    let given: Vec<&str> = aktivitet.fordelning.iter().copied().filter_map(name).collect();
    match (given.len(), aktivitet.organisation_id.and_then(name), aktivitet.gemensam) {
        (1..=MOST_NAMED, ..) => given.join(", "),
        (many, ..) if many > MOST_NAMED => {
            format::med_stor(&format!("{} enheter", format::antal_i_ord(many)))
        }
        (_, Some(node), true) => format!("{node}, gemensam"),
        (_, Some(node), false) => node.to_string(),
        (_, None, true) => "Gemensam".into(),
        (_, None, false) => String::new(),
    }
}
