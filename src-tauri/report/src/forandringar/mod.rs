//! *Förändringar sedan föregående rapport*: the five groups of the diff in words and tables; an empty one in one line.
mod tabeller;
#[cfg(test)]
mod tests;

use plan_core::rapport::Rapport;

use crate::blocks::{self, notis, punktlista, stycke};
use crate::fakta::{Fakta, Forandringar, diff};
use crate::format;
use crate::tree::{Avsnitt, Block, Tabell};
use crate::underlag::{Foregaende, Underlag};

/// Key of the section.
pub(crate) const FORANDRINGAR: &str = "forandringar";

pub(crate) fn forandringar(input: &Underlag) -> Avsnitt {
    let mut avsnitt = blocks::avsnitt(FORANDRINGAR, "Förändringar sedan föregående rapport");
    let Some(foregaende) = &input.foregaende else {
        avsnitt.block.push(notis("Ingen tidigare fastställd rapport."));
        avsnitt.block.extend(blocks::skrivet(input.view, FORANDRINGAR, None));
        return avsnitt;
    };
    let now = Fakta::of(input.view);
    let found = diff(&foregaende.fakta, &now, input.rorda);
    avsnitt.block.push(stycke(jamforelse(foregaende)));
    avsnitt.block.extend(blocks::skrivet(input.view, FORANDRINGAR, None));
    let ord = tabeller::Tider { fore: foregaende.fakta.period, nu: now.period };
    let (empty, told): (Vec<_>, Vec<_>) =
        grupper(input, &found, &ord).into_iter().partition(|grupp| grupp.tabeller.is_empty());
    if found.olika_ar {
        avsnitt.block.push(stycke(nytt_ar(&ord)));
    }
    if !empty.is_empty() {
        avsnitt.block.push(punktlista(empty.into_iter().map(|grupp| grupp.inget).collect()));
    }
    avsnitt.underavsnitt = told.into_iter().map(Grupp::avsnitt).collect();
    avsnitt
}

/// "Jämförelse med månadsrapporten för april 2026, fastställd 2026-05-26 § 62."
fn jamforelse(foregaende: &Foregaende) -> String {
    let Rapport { beslut_datum, paragraf, .. } = foregaende.rapport;
    let mut text = format!("Jämförelse med {}", foregaende.benamning());
    if let Some(date) = beslut_datum {
        text += &format!(", fastställd {}", format::datum(*date));
        let number = paragraf.trim().trim_start_matches('§').trim();
        if !number.is_empty() {
            text += &format!(" §{}{number}", format::NBSP);
        }
    }
    text + "."
}

fn nytt_ar(ord: &tabeller::Tider) -> String {
    let (fore, nu) = (ord.fore.year, ord.nu.year);
    format!(
        "Prognoser och aktiviteter för {nu} jämförs inte med dem för {fore}, eftersom de hör till olika år."
    )
}

/// One of the five: its tables, or the line that says it is empty.
struct Grupp {
    id: &'static str,
    rubrik: &'static str,
    tabeller: Vec<Tabell>,
    /// A sentence after the tables.
    tillagg: Option<String>,
    inget: String,
}

impl Grupp {
    fn avsnitt(self) -> Avsnitt {
        let mut avsnitt = blocks::avsnitt(format!("{FORANDRINGAR}.{}", self.id), self.rubrik);
        avsnitt.block.extend(self.tabeller.into_iter().map(Block::Tabell));
        avsnitt.block.extend(self.tillagg.map(stycke));
        avsnitt
    }
}

fn grupper(input: &Underlag, found: &Forandringar, ord: &tabeller::Tider) -> Vec<Grupp> {
    let view = input.view;
    let mut grupper = vec![Grupp {
        id: "statusar",
        rubrik: "Statusar som har ändrats",
        tabeller: tabeller::statusar(view, &found.statusar, ord).into_iter().collect(),
        tillagg: None,
        inget: "Inga statusar har ändrats.".into(),
    }];
    if !found.olika_ar {
        let moved = [tabeller::verksamhet(&found.verksamhet, ord), tabeller::drift(&found.drift, ord)];
        let only_small = moved.iter().all(Option::is_none);
        let small = sma_andringar(found);
        grupper.push(Grupp {
            id: "prognoser",
            rubrik: "Prognoser som har ändrats",
            tabeller: moved.into_iter().flatten().collect(),
            inget: match &small {
                Some(sentence) if only_small => sentence.clone(),
                _ => "Inga prognoser har ändrats.".into(),
            },
            tillagg: small,
        });
    }
    grupper.push(Grupp {
        id: "matetal",
        rubrik: "Mätetal som har passerat sitt mål eller vänt",
        tabeller: tabeller::matetal(&found.matetal, ord).into_iter().collect(),
        tillagg: None,
        inget: "Inga mätetal har passerat sitt mål eller vänt.".into(),
    });
    if !(found.olika_ar && found.flyttade.is_empty()) {
        grupper.push(Grupp {
            id: "aktiviteter",
            rubrik: "Nya, strukna och flyttade aktiviteter",
            tabeller: tabeller::planen(found).into_iter().collect(),
            tillagg: None,
            inget: "Inga aktiviteter har tillkommit, strukits eller flyttats.".into(),
        });
    }
    grupper.push(Grupp {
        id: "tysta",
        rubrik: "Passerade slutdatum utan ny uppgift",
        tabeller: tabeller::tysta(view, &found.tysta).into_iter().collect(),
        tillagg: None,
        inget: "Inga slutdatum har passerat utan ny uppgift.".into(),
    });
    grupper
}

/// Forecasts that moved by less than the tables can show.
fn sma_andringar(found: &Forandringar) -> Option<String> {
    let all = found.verksamhet.iter().chain(&found.drift);
    let small = all.filter(|row| !tabeller::is_shown(row)).count();
    (small > 0).then(|| {
        let which = format::antal_av(small, "prognos", "prognoser");
        format!("{which} har ändrats med mindre än 1{}tkr.", format::NBSP)
    })
}
