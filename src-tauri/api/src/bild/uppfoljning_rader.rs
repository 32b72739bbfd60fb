//! The rows of *Uppföljning* in display order: uppdrag, their units, their aktiviteter with units, and last the
//! aktiviteter that carry out no uppdrag of the year.

use foldhash::HashSet;
use plan_core::aktivitet::Aktivitet;
use plan_core::id::{BefattningId, MatetalId, OrganisationId, UppdragId};
use plan_core::uppdrag::Uppdrag;
use plan_core::uppfoljning::lage::{enhet_saknar_uppdatering, kommentar_fran, saknar_uppdatering};
use plan_core::uppfoljning::{Status, Statusbarare, Statusrad};
use plan_core::view::{Lage, PlanView};
use plan_report::format;

use super::uppfoljning::{Forestatus, Uppfoljningsrad, Uppfoljningsradslag as Slag, Uppfoljningsval};
use super::uppfoljning_fore::Fore;

/// Whose rows are shown.
pub(super) struct Urval {
    enheter: Option<HashSet<OrganisationId>>,
    mina: bool,
    pub(super) jag: Option<BefattningId>,
}

impl Urval {
    pub(super) fn of(view: &PlanView, val: &Uppfoljningsval, vem: Option<&str>) -> Urval {
        let jag = vem.and_then(|vem| view.plan.befattning.iter().find(|b| b.titel == vem)).map(|b| b.id);
        Urval { enheter: val.enhet.map(|id| view.subtree(id)), mina: val.mina, jag }
    }

    fn takes(
        &self,
        own: Option<OrganisationId>,
        fordelning: &[OrganisationId],
        ansvariga: &[BefattningId],
    ) -> bool {
        let here = |known: &HashSet<OrganisationId>| {
            own.is_some_and(|id| known.contains(&id)) || fordelning.iter().any(|id| known.contains(id))
        };
        let mine = !self.mina || self.jag.is_some_and(|jag| ansvariga.contains(&jag));
        mine && self.enheter.as_ref().is_none_or(here)
    }

    fn unit(&self, id: OrganisationId) -> bool {
        self.enheter.as_ref().is_none_or(|known| known.contains(&id))
    }
}

/// Every row that the choice leaves.
pub(super) fn rader(view: &PlanView, urval: &Urval, fore: Option<&Fore>) -> Vec<Uppfoljningsrad> {
    let builder = Builder { view, urval, fore };
    let year = view.period.year;
    let mut known = HashSet::default();
    let mut out = vec![];
    for uppdrag in view.plan.uppdrag.iter().filter(|u| (u.year_from..=u.year_to).contains(&year)) {
        known.insert(uppdrag.id);
        builder.uppdrag(uppdrag, &mut out);
    }
    let loose: Vec<&Aktivitet> = (view.plan.aktivitet.iter())
        .filter(|a| a.year == year && a.uppdrag_id.is_none_or(|id| !known.contains(&id)))
        .filter(|a| builder.wants(a))
        .collect();
    if !loose.is_empty() {
        out.push(builder.heading("Aktiviteter utan uppdrag"));
        loose.into_iter().for_each(|a| builder.aktivitet(a, None, &mut out));
    }
    out
}

struct Builder<'v, 'a> {
    view: &'v PlanView<'a>,
    urval: &'v Urval,
    fore: Option<&'v Fore>,
}

impl Builder<'_, '_> {
    fn wants(&self, a: &Aktivitet) -> bool {
        self.urval.takes(a.organisation_id, &a.fordelning, &a.ansvariga)
    }

    fn uppdrag(&self, uppdrag: &Uppdrag, out: &mut Vec<Uppfoljningsrad>) {
        let year = self.view.period.year;
        let own = self
            .view
            .aktivitet_by_uppdrag(Some(uppdrag.id))
            .iter()
            .filter(|a| a.year == year && self.wants(a));
        let own: Vec<&Aktivitet> = own.copied().collect();
        let chosen = self.urval.takes(uppdrag.mottagare_id, &uppdrag.fordelning, &uppdrag.ansvariga);
        if !chosen && own.is_empty() {
            return;
        }
        let barare = Statusbarare::Uppdrag(uppdrag.id);
        let mut rad = self.row(Slag::Uppdrag, 1, barare, &uppdrag.fordelning);
        rad.uppdrag_id = Some(uppdrag.id);
        rad.matetal = self.matetal(uppdrag);
        rad.nr = uppdrag.nr.clone();
        rad.titel = uppdrag.titel.clone();
        self.ansvariga(&mut rad, &uppdrag.ansvariga);
        out.push(rad);
        self.units(barare, Some(uppdrag.id), 2, &uppdrag.fordelning, out);
        own.into_iter().for_each(|a| self.aktivitet(a, Some(uppdrag.id), out));
    }

    fn aktivitet(&self, a: &Aktivitet, uppdrag: Option<UppdragId>, out: &mut Vec<Uppfoljningsrad>) {
        let barare = Statusbarare::Aktivitet(a.id);
        let mut rad = self.row(Slag::Aktivitet, 2, barare, &a.fordelning);
        rad.uppdrag_id = uppdrag;
        rad.nr = a.nr.clone();
        rad.titel = a.titel.clone();
        rad.slut = a.end_date;
        rad.slut_text = a.end_date.map_or_else(|| a.end_text.clone(), format::datum);
        self.ansvariga(&mut rad, &a.ansvariga);
        out.push(rad);
        self.units(barare, uppdrag, 3, &a.fordelning, out);
    }

    /// The units that share the thing, and those that have reported on it without sharing it any longer.
    fn units(
        &self,
        barare: Statusbarare,
        uppdrag: Option<UppdragId>,
        level: u8,
        fordelning: &[OrganisationId],
        out: &mut Vec<Uppfoljningsrad>,
    ) {
        let lage = self.view.lage(barare);
        let reported = lage.per_enhet.iter().filter_map(|row| row.organisation_id);
        let left = reported.filter(|id| !fordelning.contains(id));
        let all: Vec<OrganisationId> = fordelning.iter().copied().chain(left).collect();
        for id in all.into_iter().filter(|id| self.urval.unit(*id)) {
            let Some(node) = self.view.organisation(id) else { continue };
            let row = lage.per_enhet.iter().find(|row| row.organisation_id == Some(id)).copied();
            let mut rad = self.empty(Slag::Enhet, level, Some(barare));
            rad.id = format!("{}/{}", rad.id, id.0);
            rad.organisation_id = Some(id);
            rad.uppdrag_id = uppdrag;
            rad.titel = node.namn.clone();
            self.said(&mut rad, row);
            rad.saknar = enhet_saknar_uppdatering(self.view, barare, id);
            out.push(rad);
        }
    }

    fn row(
        &self,
        slag: Slag,
        level: u8,
        barare: Statusbarare,
        fordelning: &[OrganisationId],
    ) -> Uppfoljningsrad {
        let lage = self.view.lage(barare);
        let mut rad = self.empty(slag, level, Some(barare));
        self.said(&mut rad, lage.rad);
        rad.fore = self.fore(barare, rad.status);
        rad.passerat = lage.deadline_passed;
        rad.saknar = saknar_uppdatering(self.view, barare, fordelning);
        rad.regel = rule(&lage, fordelning.len());
        rad
    }

    /// What a status row says.
    fn said(&self, rad: &mut Uppfoljningsrad, row: Option<&Statusrad>) {
        let Some(row) = row else { return };
        rad.rapporterad = true;
        rad.status = row.status;
        rad.ord = self.word(row.status);
        rad.fardiggrad = row.fardiggrad;
        rad.fardiggrad_text = row.fardiggrad.map_or_else(String::new, format::procent);
        rad.kommentar = row.kommentar.clone();
        rad.kommentar_fran = kommentar_fran(self.view, row).map_or_else(String::new, |p| {
            format!("Texten är från {}", month(p.month, p.year, self.view.period.year))
        });
    }

    fn fore(&self, barare: Statusbarare, now: Status) -> Option<Forestatus> {
        let fore = self.fore?;
        let id = match barare {
            Statusbarare::Uppdrag(id) => id.into(),
            Statusbarare::Aktivitet(id) => id.into(),
        };
        let then = fore.status.get(&id)?.unwrap_or(Status::EjPaborjad);
        let month = format::manad_kort(fore.period.month);
        (then != now).then(|| Forestatus { status: then, ord: format!("{} i {month}", self.word(then)) })
    }

    /// The uppdrag's own first, then those of its mål: what rule A judges by is filled in here too.
    fn matetal(&self, uppdrag: &Uppdrag) -> Vec<MatetalId> {
        let own = self.view.matetal_by_uppdrag(uppdrag.id);
        let of_mal = uppdrag.mal_id.map_or(&[][..], |mal| self.view.matetal_by_mal(mal));
        let others = of_mal.iter().filter(|m| !own.iter().any(|o| o.id == m.id));
        own.iter().chain(others).map(|m| m.id).collect()
    }

    fn ansvariga(&self, rad: &mut Uppfoljningsrad, ids: &[BefattningId]) {
        let titles: Vec<&str> =
            ids.iter().filter_map(|id| self.view.befattning(*id)).map(|b| b.titel.as_str()).collect();
        rad.ansvarig = titles.join(", ");
        rad.ansvariga = ids.to_vec();
    }

    fn word(&self, status: Status) -> String {
        format::status(&self.view.plan.installning, status)
    }

    fn heading(&self, text: &str) -> Uppfoljningsrad {
        Uppfoljningsrad {
            id: "utan".into(),
            titel: text.into(),
            ord: String::new(),
            ..self.empty(Slag::Rubrik, 1, None)
        }
    }

    fn empty(&self, slag: Slag, level: u8, barare: Option<Statusbarare>) -> Uppfoljningsrad {
        Uppfoljningsrad {
            id: match barare {
                Some(Statusbarare::Uppdrag(id)) => id.0.to_string(),
                Some(Statusbarare::Aktivitet(id)) => id.0.to_string(),
                None => String::new(),
            },
            level,
            slag,
            barare,
            organisation_id: None,
            uppdrag_id: None,
            matetal: vec![],
            nr: String::new(),
            titel: String::new(),
            status: Status::EjPaborjad,
            ord: self.word(Status::EjPaborjad),
            rapporterad: false,
            fore: None,
            fardiggrad: None,
            fardiggrad_text: String::new(),
            slut: None,
            slut_text: String::new(),
            passerat: false,
            ansvarig: String::new(),
            ansvariga: vec![],
            kommentar: String::new(),
            kommentar_fran: String::new(),
            saknar: false,
            regel: String::new(),
        }
    }
}

/// How the units' statuses became one; empty where the thing has a status of its own.
fn rule(lage: &Lage, shared: usize) -> String {
    let by_units = lage.rad.is_some_and(|rad| rad.organisation_id.is_some());
    match shared.max(lage.per_enhet.len()) {
        0 => String::new(),
        _ if !by_units => String::new(),
        1 => "Läget är enhetens".into(),
        count => format!("Sämsta läget bland {} enheter", format::antal_i_ord(count)),
    }
}

fn month(month: u32, year: i32, shown: i32) -> String {
    if year == shown { format::manad(month).to_owned() } else { format!("{} {year}", format::manad(month)) }
}
