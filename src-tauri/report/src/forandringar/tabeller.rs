//! The tables of the groups. Columns carry the months of the two reports, so that nobody must guess which is which.
use plan_core::historik::Rord;
use plan_core::matetal::{Saknas, Varde};
use plan_core::period::Period;
use plan_core::view::PlanView;

use crate::blocks::{self, dag, kolumn, namn, ord, rad, utan_tomma_kolumner};
use crate::fakta::{
    Beloppsandring, Flytt, Forandringar, Matetalsandring, Matetalsfakta, Matetalshandelse, Sakandring,
    Sakslag, Statusandring, Tyst, Utslag,
};
use crate::format;
use crate::markdown::inline;
use crate::matetal::trend_riktning;
use crate::tree::{Cell, Kolumnslag, Radslag, Tabell, Tabellrad};

const BLAD: &str = "Förändringar";

/// The periods of the two reports.
pub(super) struct Tider {
    pub(super) fore: Period,
    pub(super) nu: Period,
}

impl Tider {
    /// "April"; with its year where the two differ or fall on the same month.
    fn rubriker(&self) -> [String; 2] {
        let alone = self.fore.year == self.nu.year && self.fore.month != self.nu.month;
        [self.fore, self.nu].map(|period| {
            let word = if alone { format::manad(period.month).to_string() } else { format::period(period) };
            format::med_stor(&word)
        })
    }
}

fn tabell(
    id: &str,
    rubrik: String,
    kolumner: Vec<crate::tree::Kolumn>,
    rader: Vec<Tabellrad>,
) -> Option<Tabell> {
    (!rader.is_empty()).then(|| {
        let tabell = Tabell {
            id: format!("{}.{id}", super::FORANDRINGAR),
            rubrik,
            kolumner,
            rader,
            noter: vec![],
            blad: BLAD.into(),
        };
        utan_tomma_kolumner(tabell)
    })
}

pub(super) fn statusar(view: &PlanView, found: &[Statusandring], tider: &Tider) -> Option<Tabell> {
    let [fore, nu] = tider.rubriker();
    let kolumner = vec![
        kolumn("Uppdrag/aktivitet", Kolumnslag::Namn),
        kolumn(fore, Kolumnslag::Status),
        kolumn(nu, Kolumnslag::Status),
        kolumn("Orsak", Kolumnslag::Text),
        kolumn("Ändrad", Kolumnslag::Text),
    ];
    let rader = found.iter().map(|a| {
        let why = inline(&a.sak.kommentar);
        let cells = vec![
            ord(namn(&a.sak.nr, &a.sak.titel)),
            status(view, a.fran),
            status(view, a.till),
            if why.is_empty() { Cell::Tom } else { Cell::Text(why) },
            andrad(a.rord.as_ref()),
        ];
        rad(Radslag::Vanlig, cells)
    });
    tabell("statusar", "Uppdrag och aktiviteter med ny status".into(), kolumner, rader.collect())
}

fn status(view: &PlanView, status: Option<plan_core::uppfoljning::Status>) -> Cell {
    match status {
        Some(status) => blocks::status(view, Some(status)),
        None => ord("Inte rapporterad"),
    }
}

/// "2026-10-12, Enhetschef hemtjänst norr".
fn andrad(rord: Option<&Rord>) -> Cell {
    let Some(rord) = rord else { return Cell::Tom };
    let date = format::datum(format::svensk_dag(rord.at));
    if rord.vem.is_empty() { ord(date) } else { ord(format!("{date}, {}", rord.vem)) }
}

pub(super) fn verksamhet(found: &[Beloppsandring], tider: &Tider) -> Option<Tabell> {
    prognoser("verksamhet", "Verksamhet", "Prognos per verksamhet som har ändrats, tkr", found, tider)
}

pub(super) fn drift(found: &[Beloppsandring], tider: &Tider) -> Option<Tabell> {
    prognoser(
        "drift",
        "Rad i driftredovisningen",
        "Prognos i driftredovisningen som har ändrats, tkr",
        found,
        tider,
    )
}

/// Whether the change can be seen in whole tkr.
pub(super) fn is_shown(row: &Beloppsandring) -> bool {
    row.andring().is_none_or(|change| change.tkr() != 0)
}

fn prognoser(id: &str, vad: &str, rubrik: &str, found: &[Beloppsandring], tider: &Tider) -> Option<Tabell> {
    let [fore, nu] = tider.rubriker();
    let kolumner = vec![
        kolumn(vad, Kolumnslag::Namn),
        kolumn(fore, Kolumnslag::Tkr),
        kolumn(nu, Kolumnslag::Tkr),
        kolumn("Förändring", Kolumnslag::TkrAvvikelse),
        kolumn("Avvikelse mot budget", Kolumnslag::TkrAvvikelse),
    ];
    let rader = found.iter().filter(|row| is_shown(row)).map(|row| {
        let avvikelse = row.till.zip(row.budget).map(|(till, budget)| till - budget);
        let cells = [row.fran, row.till, row.andring(), avvikelse].map(blocks::ore);
        rad(Radslag::Vanlig, std::iter::once(ord(&row.namn)).chain(cells).collect())
    });
    tabell(id, rubrik.into(), kolumner, rader.collect())
}

pub(super) fn matetal(found: &[Matetalsandring], tider: &Tider) -> Option<Tabell> {
    let [fore, nu] = tider.rubriker();
    let kolumner = vec![
        kolumn("Mätetal", Kolumnslag::Namn),
        kolumn(fore, Kolumnslag::Tal),
        kolumn(nu, Kolumnslag::Tal),
        kolumn("Vad som har hänt", Kolumnslag::Text),
    ];
    let rader = found.iter().map(|a| {
        let told: Vec<String> = a.handelser.iter().map(|h| handelse(h, a)).collect();
        let cells =
            vec![ord(namn(&a.till.nr, &a.till.lydelse)), varde(&a.fran), varde(&a.till), ord(told.join(" "))];
        rad(Radslag::Vanlig, cells)
    });
    tabell("matetal", "Mätetalens värden i de två rapporterna".into(), kolumner, rader.collect())
}

fn varde(fakta: &Matetalsfakta) -> Cell {
    match fakta.varde {
        Some(Varde::Tal(tal)) => {
            Cell::Tal { tal, decimaler: fakta.decimaler, enhet: fakta.enhet.clone(), visa_enhet: true }
        }
        Some(Varde::Saknas(reason)) => Cell::Saknas(reason),
        None => Cell::Saknas(Saknas::EjMatt),
    }
}

fn handelse(handelse: &Matetalshandelse, andring: &Matetalsandring) -> String {
    match handelse {
        Matetalshandelse::Mal { fran: Utslag::EjMatt, till } => match till {
            Utslag::Nas => "Mätt för första gången i år: målet nås.".into(),
            Utslag::Nastan => "Mätt för första gången i år: målet är nära att nås.".into(),
            _ => "Mätt för första gången i år: målet nås inte.".into(),
        },
        Matetalshandelse::Mal { fran, till } => match (fran, till) {
            (_, Utslag::Nas) => "Målet nås nu.".into(),
            (Utslag::Nas, Utslag::Nastan) => "Målet nås inte längre men är nära.".into(),
            (_, Utslag::Nastan) => "Målet är nu nära att nås.".into(),
            (Utslag::Nas, _) => "Målet nås inte längre.".into(),
            _ => "Målet nås inte.".into(),
        },
        Matetalshandelse::Vande { fran, till } => {
            format!("Trenden har vänt från {} till {}.", trend_riktning(*fran), trend_riktning(*till))
        }
        Matetalshandelse::Lydelse => format!("Ny lydelse; tidigare ”{}”.", andring.fran.lydelse),
    }
}

pub(super) fn planen(found: &Forandringar) -> Option<Tabell> {
    let kolumner = vec![
        kolumn("Uppdrag/aktivitet", Kolumnslag::Namn),
        kolumn("Ändring", Kolumnslag::Text),
        kolumn("Tidigare slutdatum", Kolumnslag::Datum),
        kolumn("Slutdatum", Kolumnslag::Datum),
        kolumn("Ändrad", Kolumnslag::Text),
    ];
    let nya = found.nya.iter().map(|a| ny_eller_struken(a, true));
    let strukna = found.strukna.iter().map(|a| ny_eller_struken(a, false));
    let rader = nya.chain(strukna).chain(found.flyttade.iter().map(flytt)).collect();
    let rubrik = "Aktiviteter som har tillkommit, strukits eller fått ett annat slutdatum";
    tabell("planen", rubrik.into(), kolumner, rader)
}

fn ny_eller_struken(andring: &Sakandring, ny: bool) -> Tabellrad {
    let sak = &andring.sak;
    let what = match (ny, sak.slag) {
        (true, Sakslag::Aktivitet) => "Ny",
        (true, Sakslag::Uppdrag) => "Nytt uppdrag",
        (false, Sakslag::Aktivitet) => "Struken",
        (false, Sakslag::Uppdrag) => "Struket uppdrag",
    };
    let (fore, nu) = if ny { (None, sak.slut) } else { (sak.slut, None) };
    let cells =
        vec![ord(namn(&sak.nr, &sak.titel)), ord(what), dag(fore), dag(nu), andrad(andring.rord.as_ref())];
    rad(Radslag::Vanlig, cells)
}

fn flytt(flytt: &Flytt) -> Tabellrad {
    let what = match (flytt.fran, flytt.till) {
        (Some(from), Some(to)) if to < from => "Tidigarelagd",
        (Some(_), Some(_)) => "Senarelagd",
        (None, _) => "Slutdatum satt",
        (Some(_), None) => "Slutdatum borttaget",
    };
    let name = namn(&flytt.sak.nr, &flytt.sak.titel);
    let cells = vec![ord(name), ord(what), dag(flytt.fran), dag(flytt.till), andrad(flytt.rord.as_ref())];
    rad(Radslag::Vanlig, cells)
}

pub(super) fn tysta(view: &PlanView, found: &[Tyst]) -> Option<Tabell> {
    let kolumner = vec![
        kolumn("Aktivitet", Kolumnslag::Namn),
        kolumn("Ansvarig", Kolumnslag::Text),
        kolumn("Slutdatum", Kolumnslag::Datum),
        kolumn("Status", Kolumnslag::Status),
    ];
    let rader = found.iter().map(|tyst| {
        let sak = &tyst.sak;
        let cells = vec![
            ord(namn(&sak.nr, &sak.titel)),
            ord(sak.ansvarig.join(", ")),
            dag(sak.slut),
            status(view, sak.status),
        ];
        rad(Radslag::Vanlig, cells)
    });
    let rubrik = "Aktiviteter vars slutdatum har passerat utan att någon har lämnat en ny uppgift";
    tabell("tysta", rubrik.into(), kolumner, rader.collect())
}
