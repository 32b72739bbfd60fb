//! The rows of the chain in display order: mål with what hangs on them, then what hangs on nothing.
//! Keeps what concerns the unit asked for; words through `texts` and `format`.

use chrono::NaiveDate;
use foldhash::{HashMap, HashSet};
use plan_core::aktivitet::Aktivitet;
use plan_core::granskning::{brister_i_aktivitet, brister_i_mal, brister_i_uppdrag};
use plan_core::id::{BefattningId, NivaId, OrganisationId, UppdragId};
use plan_core::mal::Mal;
use plan_core::mal::rules::bedom;
use plan_core::matetal::Matetalsart;
use plan_core::styrmodell::Bedomningsregel;
use plan_core::uppdrag::Uppdrag;
use plan_core::uppfoljning::Statusbarare;
use plan_core::view::PlanView;
use plan_report::format::{self, antal_av, med_liten};

use super::counts::Below;
use super::unit::Unit;
use super::{Planbedomning, Planrad, Planslag, id_text, level_word, of_year};
use crate::texts::plan as texts;

/// Builds the rows.
pub(super) struct Rows<'v, 'a> {
    view: &'v PlanView<'a>,
    unit: Unit,
    level: HashMap<NivaId, usize>,
    /// Uppdrag with an aktivitet that is shown.
    carried: HashSet<UppdragId>,
    rows: Vec<Planrad>,
}

impl<'v, 'a> Rows<'v, 'a> {
    pub(super) fn of(view: &'v PlanView<'a>, enhet: Option<OrganisationId>) -> Vec<Planrad> {
        let unit = Unit::of(view, enhet);
        let shown = view.plan.aktivitet.iter().filter(|a| of_year(view, a) && unit.has_aktivitet(a));
        let mut rows = Rows {
            carried: shown.filter_map(|a| a.uppdrag_id).collect(),
            level: view.plan.niva.iter().enumerate().map(|(at, n)| (n.id, at)).collect(),
            unit,
            view,
            rows: vec![],
        };
        for mal in view.mal_children(None) {
            rows.mal(mal, None);
        }
        rows.loose();
        rows.rows
    }

    /// A mål with everything below it. Without anything of the unit's below it, it is taken back.
    fn mal(&mut self, mal: &'a Mal, parent: Option<usize>) -> Option<Below> {
        let at = self.push(Planslag::Mal, id_text(mal.id), &mal.titel, parent);
        let mut below = Below::default();
        for child in self.view.mal_children(Some(mal.id)) {
            if let Some(counts) = self.mal(child, Some(at)) {
                below.mal += 1;
                below.add(counts);
            }
        }
        for uppdrag in self.view.uppdrag_by_mal(Some(mal.id)) {
            if let Some(counts) = self.uppdrag(uppdrag, Some(at)) {
                below.add(counts);
            }
        }
        if !self.unit.is_whole() && below == Below::default() {
            self.rows.truncate(at);
            return None;
        }
        let niva = self.level.get(&mal.niva_id).copied();
        let overrad = self.mal_overline(mal, parent.is_none(), below);
        let brister = brister_i_mal(self.view, mal);
        let bedomning = bedomning(self.view, mal);
        let row = &mut self.rows[at];
        (row.niva, row.nr, row.overrad) = (niva, mal.nr.clone(), overrad);
        (row.brister, row.bedomning) = (brister, bedomning);
        Some(below)
    }

    /// "Fokusområde A · 2 uppdrag, 4 aktiviteter", "Vision · 3 fokusområden", "Styrtal A1.1 · 3 nyckeltal".
    fn mal_overline(&self, mal: &Mal, is_root: bool, below: Below) -> String {
        let Some(niva) = self.view.niva(mal.niva_id) else { return String::new() };
        let counts = if niva.bar_matetal {
            self.measured_by(mal)
        } else if is_root && below.mal > 0 {
            self.children(mal, below.mal)
        } else {
            below.words()
        };
        overline(&niva.singular, &mal.nr, &counts)
    }

    fn children(&self, mal: &Mal, count: usize) -> String {
        let first = self.view.mal_children(Some(mal.id)).first().and_then(|m| self.view.niva(m.niva_id));
        first.map_or_else(String::new, |n| antal_av(count, &med_liten(&n.singular), &med_liten(&n.plural)))
    }

    fn measured_by(&self, mal: &Mal) -> String {
        let of = |art| self.view.matetal_by_mal(mal.id).iter().filter(|m| m.art == art).count();
        let (nyckeltal, indikatorer) = (of(Matetalsart::Nyckeltal), of(Matetalsart::Indikator));
        let mut parts = vec![];
        if nyckeltal > 0 {
            parts.push(antal_av(nyckeltal, "nyckeltal", "nyckeltal"));
        }
        if indikatorer > 0 {
            parts.push(antal_av(indikatorer, "indikator", "indikatorer"));
        }
        parts.join(", ")
    }

    fn uppdrag(&mut self, uppdrag: &'a Uppdrag, parent: Option<usize>) -> Option<Below> {
        let carried = self.carried.contains(&uppdrag.id);
        let year = self.view.period.year;
        let runs = (uppdrag.year_from..=uppdrag.year_to).contains(&year);
        let own = runs && self.unit.has_uppdrag(uppdrag);
        if !carried && !own {
            return None;
        }
        let at = self.push(Planslag::Uppdrag, id_text(uppdrag.id), &uppdrag.titel, parent);
        let mut aktiviteter = 0;
        for aktivitet in self.view.aktivitet_by_uppdrag(Some(uppdrag.id)) {
            aktiviteter += usize::from(self.aktivitet(aktivitet, at));
        }
        let lage = self.view.lage(Statusbarare::Uppdrag(uppdrag.id));
        let counts = [
            (aktiviteter, texts::aktiviteter(aktiviteter)),
            (uppdrag.fordelning.len(), texts::enheter(uppdrag.fordelning.len())),
        ];
        let counts: Vec<String> =
            counts.into_iter().filter(|(n, _)| *n > 0).map(|(_, words)| words).collect();
        let ansvarig = ansvariga(self.view, &uppdrag.ansvariga);
        let brister = brister_i_uppdrag(self.view, uppdrag);
        let row = &mut self.rows[at];
        row.overrad = overline("Uppdrag", &uppdrag.nr, &counts.join(", "));
        (row.nr, row.ansvarig, row.brister) = (uppdrag.nr.clone(), ansvarig, brister);
        row.status = lage.status;
        row.slutdatum = NaiveDate::from_ymd_opt(uppdrag.year_to, 12, 31);
        row.klart = row.slutdatum.map_or_else(String::new, format::datum);
        Some(Below { mal: 0, uppdrag: 1, aktiviteter })
    }

    fn aktivitet(&mut self, aktivitet: &'a Aktivitet, parent: usize) -> bool {
        if !of_year(self.view, aktivitet) || !self.unit.has_aktivitet(aktivitet) {
            return false;
        }
        let at = self.push(Planslag::Aktivitet, id_text(aktivitet.id), &aktivitet.titel, Some(parent));
        let lage = self.view.lage(Statusbarare::Aktivitet(aktivitet.id));
        let ansvarig = ansvariga(self.view, &aktivitet.ansvariga);
        let row = &mut self.rows[at];
        row.nr = aktivitet.nr.clone();
        row.status = lage.status;
        row.slutdatum = aktivitet.end_date;
        row.klart = aktivitet.end_date.map_or_else(|| aktivitet.end_text.clone(), format::datum);
        row.passerat = if lage.deadline_passed { texts::PASSERAT.into() } else { String::new() };
        (row.ansvarig, row.brister) = (ansvarig, brister_i_aktivitet(aktivitet));
        true
    }

    /// Uppdrag and aktiviteter that hang on nothing, under headings of their own.
    fn loose(&mut self) {
        let (grund, others): (Vec<&Uppdrag>, Vec<&Uppdrag>) =
            self.view.uppdrag_by_mal(None).iter().partition(|u| u.grunduppdrag);
        self.group("grunduppdrag", texts::GRUNDUPPDRAG, |rows, at| {
            for uppdrag in grund {
                rows.uppdrag(uppdrag, Some(at));
            }
        });
        let heading = texts::losa_uppdrag(level_word(self.view));
        self.group("utan_mal", &heading, |rows, at| {
            for uppdrag in others {
                rows.uppdrag(uppdrag, Some(at));
            }
        });
        let aktiviteter = self.view.aktivitet_by_uppdrag(None).to_vec();
        self.group("utan_uppdrag", texts::LOSA_AKTIVITETER, |rows, at| {
            for aktivitet in aktiviteter {
                rows.aktivitet(aktivitet, at);
            }
        });
    }

    /// A heading, unless nothing comes below it.
    fn group(&mut self, id: &str, heading: &str, fill: impl FnOnce(&mut Self, usize)) {
        let at = self.push(Planslag::Grupp, id.to_owned(), heading, None);
        fill(self, at);
        if self.rows.len() == at + 1 {
            self.rows.truncate(at);
        }
    }

    fn push(&mut self, slag: Planslag, id: String, titel: &str, foralder: Option<usize>) -> usize {
        let djup = foralder.map_or(0, |parent| self.rows[parent].djup + 1);
        self.rows.push(Planrad {
            slag,
            id,
            djup,
            foralder,
            titel: titel.to_owned(),
            niva: None,
            overrad: String::new(),
            nr: String::new(),
            status: None,
            bedomning: None,
            klart: String::new(),
            slutdatum: None,
            passerat: String::new(),
            ansvarig: String::new(),
            brister: vec![],
        });
        self.rows.len() - 1
    }
}

/// "Uppdrag 1 · 4 aktiviteter".
fn overline(word: &str, nr: &str, counts: &str) -> String {
    let name = if nr.is_empty() { word.to_owned() } else { format!("{word} {nr}") };
    if counts.is_empty() { name } else { format!("{name} · {counts}") }
}

/// The verdict of a mål, where its level carries one and there is one.
pub(crate) fn bedomning(view: &PlanView, mal: &Mal) -> Option<Planbedomning> {
    let found = bedom(view, mal.id)?;
    if found.regel == Bedomningsregel::Manuell && found.manuell.is_none() {
        return None;
    }
    let word = format::bedomning(found.utfall, found.preliminar).ord;
    let own = found.manuell.filter(|_| found.regel != Bedomningsregel::Manuell);
    let counted = (found.namnare > 0).then(|| texts::uppnadda(found.uppnadda, found.namnare));
    let text = own.map(|m| texts::egen_bedomning(m.bedomning)).or(counted).unwrap_or_default();
    Some(Planbedomning { utfall: found.utfall, ord: word, text })
}

fn ansvariga(view: &PlanView, ids: &[BefattningId]) -> String {
    let titles: Vec<&str> =
        ids.iter().filter_map(|id| view.befattning(*id)).map(|b| b.titel.as_str()).collect();
    format::lista(&titles)
}
