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

/// The five, in the order of reports.md; those that another year makes meaningless are left out.
fn grupper(input: &Underlag, found: &Forandringar, ord: &tabeller::Tider) -> Vec<Grupp> {
    let view = input.view;
    let grupp = |id, rubrik, tabell: Option<Tabell>, inget: &str| Grupp {
        id,
        rubrik,
        tabeller: tabell.into_iter().collect(),
        tillagg: None,
        inget: inget.into(),
    };
    let statusar = grupp(
        "statusar",
        "Statusar som har ändrats",
        tabeller::statusar(view, &found.statusar, ord),
        "Inga statusar har ändrats.",
    );
    let matetal = grupp(
        "matetal",
        "Mätetal som har passerat sitt mål eller vänt",
        tabeller::matetal(&found.matetal, ord),
        "Inga mätetal har passerat sitt mål eller vänt.",
    );
    let aktiviteter = grupp(
        "aktiviteter",
        "Nya, strukna och flyttade aktiviteter",
        tabeller::planen(found),
        "Inga aktiviteter har tillkommit, strukits eller flyttats.",
    );
    let tysta = grupp(
        "tysta",
        "Passerade slutdatum utan ny uppgift",
        tabeller::tysta(view, &found.tysta),
        "Inga slutdatum har passerat utan ny uppgift.",
    );
    let prognoser = (!found.olika_ar).then(|| prognoser(found, ord));
    let aktiviteter = (!found.olika_ar || !found.flyttade.is_empty()).then_some(aktiviteter);
    [Some(statusar), prognoser, Some(matetal), aktiviteter, Some(tysta)].into_iter().flatten().collect()
}

/// Forecasts per verksamhet and in the drift table; what the tables cannot show is said in a sentence.
fn prognoser(found: &Forandringar, ord: &tabeller::Tider) -> Grupp {
    let moved = [tabeller::verksamhet(&found.verksamhet, ord), tabeller::drift(&found.drift, ord)];
    let small = sma_andringar(found);
    Grupp {
        id: "prognoser",
        rubrik: "Prognoser som har ändrats",
        tabeller: moved.into_iter().flatten().collect(),
        inget: small.clone().unwrap_or_else(|| "Inga prognoser har ändrats.".into()),
        tillagg: small,
    }
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
