//! The plan as of a period: lookups by id, children, and what holds now. Built once per reader in one pass; pure.
//! "As of" means: rows with period ≤ P; "today" is a parameter (reports.md, As of).

use chrono::NaiveDate;
use foldhash::{HashMap, HashSet};

use crate::aktivitet::Aktivitet;
use crate::befattning::Befattning;
use crate::id::{AktivitetId, BefattningId, MalId, MatetalId, NivaId, OrganisationId, ThingId, UppdragId};
use crate::mal::{Mal, Malbedomning};
use crate::matetal::{Kon, Malvarde, Matetal, Utfall};
use crate::organisation::{Organisation, Organisationsslag};
use crate::period::Period;
use crate::plan::Plan;
use crate::styrmodell::Niva;
use crate::uppdrag::Uppdrag;
use crate::uppfoljning::{Avsnittstext, Status, Statusbarare, Statusrad};

/// A plan seen at a period and a day.
pub struct PlanView<'a> {
    pub plan: &'a Plan,
    pub period: Period,
    pub today: NaiveDate,
    organisation: HashMap<OrganisationId, &'a Organisation>,
    befattning: HashMap<BefattningId, &'a Befattning>,
    niva: HashMap<NivaId, &'a Niva>,
    mal: HashMap<MalId, &'a Mal>,
    mal_children: HashMap<Option<MalId>, Vec<&'a Mal>>,
    uppdrag: HashMap<UppdragId, &'a Uppdrag>,
    uppdrag_by_mal: HashMap<Option<MalId>, Vec<&'a Uppdrag>>,
    aktivitet: HashMap<AktivitetId, &'a Aktivitet>,
    aktivitet_by_uppdrag: HashMap<Option<UppdragId>, Vec<&'a Aktivitet>>,
    matetal: HashMap<MatetalId, &'a Matetal>,
    matetal_by_mal: HashMap<MalId, Vec<&'a Matetal>>,
    matetal_by_uppdrag: HashMap<UppdragId, Vec<&'a Matetal>>,
    statusrad: HashMap<Statusbarare, Vec<&'a Statusrad>>,
    utfall: HashMap<MatetalId, Vec<&'a Utfall>>,
    malvarde: HashMap<MatetalId, Vec<&'a Malvarde>>,
    malbedomning: HashMap<MalId, Vec<&'a Malbedomning>>,
    avsnittstext: HashMap<(i32, u32, &'a str), Vec<&'a Avsnittstext>>,
    namnd: Option<OrganisationId>,
    forvaltning: Option<&'a Organisation>,
}

/// Where an uppdrag or aktivitet stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Lage<'a> {
    /// The newest status of the thing as a whole, or the worst of its units' where only they report (Fördelning: worst first).
    /// `None`: never reported.
    pub status: Option<Status>,
    pub fardiggrad: Option<u8>,
    /// The row that decided; its comment is the one to show.
    pub rad: Option<&'a Statusrad>,
    /// The newest row of each unit that reports on its own.
    pub per_enhet: Vec<&'a Statusrad>,
    /// End date before today and not Genomförd or Avbruten: flagged even if nobody changed the status.
    pub deadline_passed: bool,
}

impl<'a> PlanView<'a> {
    pub fn new(plan: &'a Plan, period: Period, today: NaiveDate) -> PlanView<'a> {
        let mut matetal_by_mal = HashMap::<_, Vec<_>>::default();
        let mut matetal_by_uppdrag = HashMap::<_, Vec<_>>::default();
        for matetal in &plan.matetal {
            for link in &matetal.mal {
                matetal_by_mal.entry(link.mal_id).or_default().push(matetal);
            }
            for uppdrag in &matetal.uppdrag {
                matetal_by_uppdrag.entry(*uppdrag).or_default().push(matetal);
            }
        }
        PlanView {
            plan,
            period,
            today,
            organisation: plan.organisation.iter().map(|o| (o.id, o)).collect(),
            befattning: plan.befattning.iter().map(|b| (b.id, b)).collect(),
            niva: plan.niva.iter().map(|n| (n.id, n)).collect(),
            mal: plan.mal.iter().map(|m| (m.id, m)).collect(),
            mal_children: grouped(&plan.mal, |m| m.parent_id),
            uppdrag: plan.uppdrag.iter().map(|u| (u.id, u)).collect(),
            uppdrag_by_mal: grouped(&plan.uppdrag, |u| u.mal_id),
            aktivitet: plan.aktivitet.iter().map(|a| (a.id, a)).collect(),
            aktivitet_by_uppdrag: grouped(&plan.aktivitet, |a| a.uppdrag_id),
            matetal: plan.matetal.iter().map(|m| (m.id, m)).collect(),
            matetal_by_mal,
            matetal_by_uppdrag,
            statusrad: grouped(plan.statusrad.iter().filter(|s| s.period <= period), |s| s.barare),
            utfall: grouped(plan.utfall.iter().filter(|u| u.period <= period), |u| u.matetal_id),
            malvarde: grouped(&plan.malvarde, |m| m.matetal_id),
            malbedomning: grouped(plan.malbedomning.iter().filter(|m| m.period <= period), |m| m.mal_id),
            avsnittstext: texts(&plan.avsnittstext),
            namnd: first_of(plan, Organisationsslag::Namnd).map(|o| o.id),
            forvaltning: first_of(plan, Organisationsslag::Forvaltning)
                .or_else(|| plan.organisation.iter().find(|o| o.parent_id.is_none())),
        }
    }

    /// A setting of the file, empty where it is not set.
    pub fn installning(&self, key: &str) -> &'a str {
        self.plan.installning.get(key).map_or("", String::as_str)
    }

    pub fn organisation(&self, id: OrganisationId) -> Option<&'a Organisation> {
        self.organisation.get(&id).copied()
    }

    /// The förvaltning (the first node of that kind), else the root.
    pub fn forvaltning(&self) -> Option<&'a Organisation> {
        self.forvaltning
    }

    /// The node and everything below it.
    pub fn subtree(&self, root: OrganisationId) -> HashSet<OrganisationId> {
        let children = grouped(&self.plan.organisation, |o| o.parent_id);
        let mut found = HashSet::from_iter([root]);
        let mut queue = vec![root];
        while let Some(node) = queue.pop() {
            for child in children.get(&Some(node)).into_iter().flatten() {
                if found.insert(child.id) {
                    queue.push(child.id);
                }
            }
        }
        found
    }

    pub fn befattning(&self, id: BefattningId) -> Option<&'a Befattning> {
        self.befattning.get(&id).copied()
    }

    pub fn niva(&self, id: NivaId) -> Option<&'a Niva> {
        self.niva.get(&id).copied()
    }

    pub fn mal(&self, id: MalId) -> Option<&'a Mal> {
        self.mal.get(&id).copied()
    }

    /// Children in display order; `None` for the roots.
    pub fn mal_children(&self, parent: Option<MalId>) -> &[&'a Mal] {
        slice(&self.mal_children, &parent)
    }

    pub fn uppdrag(&self, id: UppdragId) -> Option<&'a Uppdrag> {
        self.uppdrag.get(&id).copied()
    }

    /// Uppdrag whose main mål it is; `None` for those on no mål.
    pub fn uppdrag_by_mal(&self, mal: Option<MalId>) -> &[&'a Uppdrag] {
        slice(&self.uppdrag_by_mal, &mal)
    }

    pub fn aktivitet(&self, id: AktivitetId) -> Option<&'a Aktivitet> {
        self.aktivitet.get(&id).copied()
    }

    /// Aktiviteter of an uppdrag; `None` for those without one.
    pub fn aktivitet_by_uppdrag(&self, uppdrag: Option<UppdragId>) -> &[&'a Aktivitet] {
        slice(&self.aktivitet_by_uppdrag, &uppdrag)
    }

    pub fn matetal(&self, id: MatetalId) -> Option<&'a Matetal> {
        self.matetal.get(&id).copied()
    }

    pub fn matetal_by_mal(&self, mal: MalId) -> &[&'a Matetal] {
        slice(&self.matetal_by_mal, &mal)
    }

    pub fn matetal_by_uppdrag(&self, uppdrag: UppdragId) -> &[&'a Matetal] {
        slice(&self.matetal_by_uppdrag, &uppdrag)
    }

    /// All outcomes up to the period, oldest first, of the whole (the root's or förvaltning's node) unless a node is given.
    pub fn utfall(&self, matetal: MatetalId, node: Option<OrganisationId>, kon: Kon) -> Vec<&'a Utfall> {
        let node = node.or_else(|| self.whole_node(matetal));
        slice(&self.utfall, &matetal)
            .iter()
            .filter(|u| u.kon == kon && Some(u.organisation_id) == node)
            .copied()
            .collect()
    }

    /// The target that holds for a period's year: the one for that very period, else the year's (month 12).
    pub fn malvarde(
        &self,
        matetal: MatetalId,
        node: Option<OrganisationId>,
        period: Period,
    ) -> Option<&'a Malvarde> {
        let node = node.or_else(|| self.whole_node(matetal));
        let of_node = || {
            slice(&self.malvarde, &matetal)
                .iter()
                .filter(move |m| Some(m.organisation_id) == node && m.period.year == period.year)
        };
        of_node().find(|m| m.period == period).or_else(|| of_node().find(|m| m.period.month == 12)).copied()
    }

    /// All targets of a mätetal (any node and year), as stored.
    pub fn malvarden(&self, matetal: MatetalId) -> &[&'a Malvarde] {
        slice(&self.malvarde, &matetal)
    }

    /// The person's verdict on a mål that holds in the view's year: the newest at or before its period.
    pub fn malbedomning(&self, mal: MalId) -> Option<&'a Malbedomning> {
        let of_year = |m: &&&Malbedomning| m.period.year == self.period.year;
        slice(&self.malbedomning, &mal).iter().filter(of_year).max_by_key(|m| m.period).copied()
    }

    /// Status rows of a thing up to the period, oldest first.
    pub fn statusrader(&self, barare: Statusbarare) -> &[&'a Statusrad] {
        slice(&self.statusrad, &barare)
    }

    /// Where the thing stands at the period.
    pub fn lage(&self, barare: Statusbarare) -> Lage<'a> {
        let rows = self.statusrader(barare);
        let mut per_enhet: Vec<&Statusrad> = vec![];
        for row in rows.iter().filter(|r| r.organisation_id.is_some()) {
            match per_enhet.iter_mut().find(|r| r.organisation_id == row.organisation_id) {
                Some(known) => *known = row,
                None => per_enhet.push(row),
            }
        }
        let whole = rows.iter().rev().find(|r| r.organisation_id.is_none()).copied();
        let rad = whole.or_else(|| per_enhet.iter().max_by_key(|r| severity(r.status)).copied());
        let done = matches!(rad.map(|r| r.status), Some(Status::Genomford | Status::Avbruten));
        let end = match barare {
            Statusbarare::Aktivitet(id) => self.aktivitet(id).and_then(|a| a.end_date),
            Statusbarare::Uppdrag(_) => None,
        };
        Lage {
            status: rad.map(|r| r.status),
            fardiggrad: rad.and_then(|r| r.fardiggrad),
            rad,
            per_enhet,
            deadline_passed: !done && end.is_some_and(|end| end < self.today),
        }
    }

    /// The text written for a section (and a thing, and a unit) at exactly the view's period.
    pub fn text(
        &self,
        avsnitt: &str,
        subject: Option<ThingId>,
        unit: Option<OrganisationId>,
    ) -> Option<&'a Avsnittstext> {
        self.text_at(self.period.year, self.period.month, avsnitt, subject, unit)
    }

    /// The text of a section of the verksamhetsplan of the view's year.
    pub fn plan_text(&self, avsnitt: &str, unit: Option<OrganisationId>) -> Option<&'a Avsnittstext> {
        self.text_at(self.period.year, 0, avsnitt, None, unit)
    }

    fn text_at(
        &self,
        year: i32,
        month: u32,
        avsnitt: &str,
        subject: Option<ThingId>,
        unit: Option<OrganisationId>,
    ) -> Option<&'a Avsnittstext> {
        let of_section = slice(&self.avsnittstext, &(year, month, avsnitt));
        let fits = |t: &&&Avsnittstext| {
            t.subject_id == subject && t.organisation_id == unit && !t.text.trim().is_empty()
        };
        of_section.iter().find(fits).copied()
    }

    /// The node that stands for the whole: the förvaltning, unless the mätetal only has values elsewhere on the trunk.
    pub fn whole_node(&self, matetal: MatetalId) -> Option<OrganisationId> {
        let forvaltning = self.forvaltning.map(|o| o.id);
        let values_at = |node| slice(&self.utfall, &matetal).iter().any(|u| Some(u.organisation_id) == node);
        let targets_at =
            |node| slice(&self.malvarde, &matetal).iter().any(|m| Some(m.organisation_id) == node);
        let only_at_namnd = values_at(self.namnd)
            || (!values_at(forvaltning) && !targets_at(forvaltning) && targets_at(self.namnd));
        if only_at_namnd { self.namnd } else { forvaltning }
    }
}

fn first_of(plan: &Plan, slag: Organisationsslag) -> Option<&Organisation> {
    plan.organisation.iter().find(|o| o.slag == slag)
}

fn texts(texts: &[Avsnittstext]) -> HashMap<(i32, u32, &str), Vec<&Avsnittstext>> {
    let mut groups = HashMap::<_, Vec<_>>::default();
    for text in texts {
        groups.entry((text.year, text.month, text.avsnitt.as_str())).or_default().push(text);
    }
    groups
}

/// Worst first: what a controller looks at before the rest.
pub fn severity(status: Status) -> u8 {
    match status {
        Status::Genomford => 0,
        Status::PagarEnligtPlan => 1,
        Status::EjPaborjad => 2,
        Status::Avbruten => 3,
        Status::PagarMedAvvikelse => 4,
        Status::Forsenad => 5,
    }
}

fn grouped<'a, T: 'a, K: std::hash::Hash + Eq>(
    items: impl IntoIterator<Item = &'a T>,
    key: impl Fn(&T) -> K,
) -> HashMap<K, Vec<&'a T>> {
    let mut groups = HashMap::<K, Vec<&T>>::default();
    for item in items {
        groups.entry(key(item)).or_default().push(item);
    }
    groups
}

fn slice<'m, 'a, K: std::hash::Hash + Eq, T>(groups: &'m HashMap<K, Vec<&'a T>>, key: &K) -> &'m [&'a T] {
    groups.get(key).map_or(&[], Vec::as_slice)
}
