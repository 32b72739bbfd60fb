//! *Innan utskick*: the report's own remarks, each with the place where it is mended, and which checks had nothing to say.
use std::collections::BTreeSet;

use plan_core::document::Kind;
use plan_core::id::ThingId;
use plan_core::plan::Plan;
use plan_core::rapport::Rapportslag;
use plan_report::tree::Rapport;
use plan_report::{Anmarkning, Kontroll, format};
use serde::Serialize;
use ts_rs::TS;

use crate::report::build::Grund;

/// The list.
#[derive(Debug, Serialize, TS)]
pub struct Kontrollbild {
    /// "6 saker att se över. De hindrar inte utskicket men skrivs ut i utkastet."
    pub ingress: String,
    pub anmarkningar: Vec<Anmarkningsbild>,
    /// "9 kontroller utan anmärkning".
    pub utan: String,
    /// "Summor, period, personuppgifter".
    pub vilka: String,
    #[serde(skip)]
    quiet: Vec<&'static str>,
}

/// A remark and the act that goes there.
#[derive(Debug, Serialize, TS)]
pub struct Anmarkningsbild {
    pub rubrik: String,
    pub text: String,
    pub handling: Option<Rapporthandling>,
}

/// Where a remark is mended.
#[derive(Debug, Serialize, TS)]
pub struct Rapporthandling {
    /// "Skriv texten".
    pub ord: String,
    pub till: Handlingsplats,
}

/// A place in the window.
#[derive(Debug, Serialize, TS)]
#[serde(tag = "slag", rename_all = "snake_case")]
pub enum Handlingsplats {
    /// A text of a section of this report.
    Text { avsnitt: String, subject: Option<ThingId> },
    /// A thing on another screen: "uppfoljning", "ekonomi", "plan".
    Sak { skarm: String, kind: Kind, id: ThingId },
    /// A whole screen.
    Skarm { skarm: String },
}

pub(super) fn kontroll_av(grund: &Grund, found: &[Anmarkning]) -> Kontrollbild {
    let made: BTreeSet<Kontroll> = found.iter().map(|a| a.kontroll).collect();
    let all: &[Kontroll] = match grund.plats.slag {
        Rapportslag::Manad => &MONTH,
        Rapportslag::Verksamhetsplan => &PLAN,
    };
    let quiet =
        all.iter().filter(|kontroll| !made.contains(kontroll)).map(|kontroll| word(*kontroll)).collect();
    let mut bild = Kontrollbild {
        ingress: String::new(),
        anmarkningar: remarks(grund, found),
        utan: String::new(),
        vilka: String::new(),
        quiet,
    };
    bild.say();
    bild
}

/// The texts that hold characters that the pages could not show.
pub(super) fn tecken_av(grund: &Grund, tree: &Rapport, lacking: &BTreeSet<char>) -> Vec<Anmarkningsbild> {
    remarks(grund, &plan_report::granska_tecken(tree, grund.underlag.view, lacking))
}

fn remarks(grund: &Grund, found: &[Anmarkning]) -> Vec<Anmarkningsbild> {
    let one = |a: &Anmarkning| Anmarkningsbild {
        rubrik: a.rubrik.clone(),
        text: a.text.clone(),
        handling: handling(grund.plan, a),
    };
    found.iter().map(one).collect()
}

impl Kontrollbild {
    /// Known only when the pages are laid out: the fonts decide.
    pub(super) fn add_tecken(&mut self, found: Vec<Anmarkningsbild>) {
        if found.is_empty() {
            self.quiet.push(word(Kontroll::Tecken));
        }
        self.anmarkningar.extend(found);
        self.say();
    }

    fn say(&mut self) {
        self.ingress = match self.anmarkningar.len() {
            0 => "Inget att se över.".into(),
            1 => "1 sak att se över. Den hindrar inte utskicket men skrivs ut i utkastet.".into(),
            many => format!("{many} saker att se över. De hindrar inte utskicket men skrivs ut i utkastet."),
        };
        let checks = format::antal_av(self.quiet.len(), "kontroll", "kontroller");
        self.utan = format!("{checks} utan anmärkning");
        self.vilka = format::med_stor(&format::lista(&self.quiet));
    }
}

const MONTH: [Kontroll; 8] = [
    Kontroll::SaknarText,
    Kontroll::SaknarKommentar,
    Kontroll::Summor,
    Kontroll::Nollprognos,
    Kontroll::Underskott,
    Kontroll::Omformulerat,
    Kontroll::Period,
    Kontroll::Personnummer,
];
const PLAN: [Kontroll; 3] = [Kontroll::SaknarText, Kontroll::Omformulerat, Kontroll::Personnummer];

fn word(kontroll: Kontroll) -> &'static str {
    match kontroll {
        Kontroll::SaknarText => "texter",
        Kontroll::SaknarKommentar => "kommentarer",
        Kontroll::Summor => "summor",
        Kontroll::Nollprognos => "prognoser",
        Kontroll::Underskott => "underskott",
        Kontroll::Omformulerat => "mätetalens lydelse",
        Kontroll::Period => "period",
        Kontroll::Personnummer => "personuppgifter",
        Kontroll::Tecken => "tecken",
    }
}

fn handling(plan: &Plan, a: &Anmarkning) -> Option<Rapporthandling> {
    let text = |ord: &str| Rapporthandling {
        ord: ord.to_owned(),
        till: Handlingsplats::Text { avsnitt: a.avsnitt.clone(), subject: a.subject },
    };
    match a.kontroll {
        Kontroll::SaknarText => Some(text("Skriv texten")),
        Kontroll::Underskott => Some(text("Skriv kommentaren")),
        Kontroll::Period => Some(text("Visa texten")),
        Kontroll::Summor => Some(Rapporthandling {
            ord: "Öppna Ekonomi".into(),
            till: Handlingsplats::Skarm { skarm: "ekonomi".into() },
        }),
        Kontroll::Personnummer | Kontroll::Tecken if !a.avsnitt.is_empty() => Some(text("Visa texten")),
        Kontroll::SaknarKommentar
        | Kontroll::Nollprognos
        | Kontroll::Omformulerat
        | Kontroll::Personnummer
        | Kontroll::Tecken => at_thing(plan, a),
    }
}

/// The thing's own place; a mätetal without analysis is written about in the report.
fn at_thing(plan: &Plan, a: &Anmarkning) -> Option<Rapporthandling> {
    let (kind, id) = (kind_of(plan, a.subject?)?, a.subject?);
    let (ord, skarm) = match (a.kontroll, kind) {
        (Kontroll::SaknarKommentar, Kind::Matetal) => {
            let till = Handlingsplats::Text { avsnitt: a.avsnitt.clone(), subject: a.subject };
            return Some(Rapporthandling { ord: "Skriv analysen".into(), till });
        }
        (Kontroll::SaknarKommentar, _) => ("Öppna i Uppföljning", "uppfoljning"),
        (_, Kind::Driftrad | Kind::Verksamhet) => ("Öppna raden i Ekonomi", "ekonomi"),
        (Kontroll::Omformulerat, _) => ("Jämför lydelserna", "plan"),
        (_, Kind::Befattning | Kind::Organisation) => ("Öppna Inställningar", "installning"),
        _ => ("Öppna i Plan", "plan"),
    };
    Some(Rapporthandling { ord: ord.into(), till: Handlingsplats::Sak { skarm: skarm.into(), kind, id } })
}

fn kind_of(plan: &Plan, id: ThingId) -> Option<Kind> {
    let known = [
        (Kind::Aktivitet, plan.aktivitet.iter().any(|a| ThingId::from(a.id) == id)),
        (Kind::Uppdrag, plan.uppdrag.iter().any(|u| ThingId::from(u.id) == id)),
        (Kind::Matetal, plan.matetal.iter().any(|m| ThingId::from(m.id) == id)),
        (Kind::Driftrad, plan.driftrad.iter().any(|d| ThingId::from(d.id) == id)),
        (Kind::Verksamhet, plan.verksamhet.iter().any(|v| ThingId::from(v.id) == id)),
        (Kind::Mal, plan.mal.iter().any(|m| ThingId::from(m.id) == id)),
        (Kind::Organisation, plan.organisation.iter().any(|o| ThingId::from(o.id) == id)),
        (Kind::Befattning, plan.befattning.iter().any(|b| ThingId::from(b.id) == id)),
    ];
    known.into_iter().find_map(|(kind, is)| is.then_some(kind))
}
