//! One uppdrag or aktivitet as a row: who, when, where it stands and why.
use plan_core::aktivitet::Aktivitet;
use plan_core::id::{BefattningId, OrganisationId};
use plan_core::uppdrag::Uppdrag;
use plan_core::uppfoljning::{Status, Statusbarare};
use plan_core::view::{Lage, PlanView, severity};

use super::deviates;
use crate::blocks::{self, ord, rad};
use crate::format;
use crate::markdown::inline;
use crate::tree::{Cell, Inline, Radslag, Tabellrad, Text};

/// `brief`: among all of them, at the head of its aktiviteter; the comment of a deviation stands elsewhere.
pub(super) fn uppdrag(view: &PlanView, uppdrag: &Uppdrag, brief: bool) -> Tabellrad {
    let barare = Statusbarare::Uppdrag(uppdrag.id);
    let lage = view.lage(barare);
    let name = if brief { fet } else { |text: &str| ord(text) };
    rad(
        Radslag::Vanlig,
        vec![
            name(&uppdrag.nr),
            name(&uppdrag.titel),
            ord(ansvariga(view, &uppdrag.ansvariga)),
            ord(&uppdrag.period_text),
            blocks::status(view, lage.status),
            lage.fardiggrad.map_or(Cell::Tom, Cell::Procent),
            kommentar(view, &lage, &uppdrag.fordelning, brief && deviates(view, barare)),
        ],
    )
}

/// Bold, so that the row is seen to head those a step in.
fn fet(text: &str) -> Cell {
    if text.is_empty() {
        return Cell::Tom;
    }
    Cell::Text(vec![Inline { text: text.to_owned(), bold: true, ..Inline::default() }])
}

pub(super) fn aktivitet(view: &PlanView, aktivitet: &Aktivitet, slag: Radslag, brief: bool) -> Tabellrad {
    let barare = Statusbarare::Aktivitet(aktivitet.id);
    let lage = view.lage(barare);
    let mut comment = kommentar(view, &lage, &aktivitet.fordelning, brief && deviates(view, barare));
    if let (true, false, Some(end)) = (lage.deadline_passed, brief, aktivitet.end_date) {
        comment = led_by(format!("Slutdatum {} har passerat.", format::datum(end)), comment);
    }
    rad(
        slag,
        vec![
            ord(&aktivitet.nr),
            ord(&aktivitet.titel),
            ord(ansvariga(view, &aktivitet.ansvariga)),
            klart(aktivitet),
            // One nobody has reported on has not begun, as the counts say.
            blocks::status(view, Some(lage.status.unwrap_or(Status::EjPaborjad))),
            lage.fardiggrad.map_or(Cell::Tom, Cell::Procent),
            comment,
        ],
    )
}

/// The end date, else the paper's own words.
pub(crate) fn klart(aktivitet: &Aktivitet) -> Cell {
    aktivitet.end_date.map_or_else(|| ord(&aktivitet.end_text), Cell::Datum)
}

/// Titles of the ansvariga.
pub(crate) fn ansvariga(view: &PlanView, ids: &[BefattningId]) -> String {
    let titles: Vec<&str> =
        ids.iter().filter_map(|id| view.befattning(*id)).map(|b| b.titel.as_str()).collect();
    titles.join(", ")
}

fn kommentar(view: &PlanView, lage: &Lage, fordelning: &[OrganisationId], told_above: bool) -> Cell {
    if told_above {
        return ord("Se avvikelser.");
    }
    let comment = lage.rad.map_or(vec![], |rad| inline(&rad.kommentar));
    let comment = if comment.is_empty() { Cell::Tom } else { Cell::Text(comment) };
    match enheter_i_ord(view, lage, fordelning) {
        Some(units) => led_by(units, comment),
        None => comment,
    }
}

/// How the units of a fördelning stand, worst first; `None` where there is nothing to say of them.
fn enheter_i_ord(view: &PlanView, lage: &Lage, fordelning: &[OrganisationId]) -> Option<String> {
    if lage.per_enhet.is_empty() {
        let nobody = lage.rad.is_none() && !fordelning.is_empty();
        return nobody.then(|| "Enheterna har inte rapporterat.".into());
    }
    let known = |id: &OrganisationId| lage.per_enhet.iter().any(|row| row.organisation_id == Some(*id));
    let silent: Vec<OrganisationId> = fordelning.iter().filter(|id| !known(id)).copied().collect();
    let groups = worst_first(lage);
    if let ([(_, units)], true) = (groups.as_slice(), silent.is_empty()) {
        return match units.len() {
            0 | 1 => None,
            2 => Some("Läget är detsamma i båda enheterna.".into()),
            many => Some(format!("Läget är detsamma i alla {} enheter.", format::antal_i_ord(many))),
        };
    }
    let word = |status: &Status| format::status(&view.plan.installning, *status);
    let mut parts: Vec<String> =
        groups.iter().map(|(status, units)| format!("{}: {}.", word(status), namn(view, units))).collect();
    if !silent.is_empty() {
        parts.push(format!("Inte rapporterat: {}.", namn(view, &silent)));
    }
    let worst = lage.rad.is_some_and(|rad| rad.organisation_id.is_some()) && groups.len() > 1;
    let rule = if worst { "Sämsta läget bland enheterna visas. " } else { "" };
    Some(format!("{rule}{}", parts.join(" ")))
}

/// The units that report, grouped by their status.
fn worst_first(lage: &Lage) -> Vec<(Status, Vec<OrganisationId>)> {
    let mut groups: Vec<(Status, Vec<OrganisationId>)> = vec![];
    for row in &lage.per_enhet {
        match groups.iter_mut().find(|(status, _)| *status == row.status) {
            Some((_, units)) => units.extend(row.organisation_id),
            None => groups.push((row.status, row.organisation_id.into_iter().collect())),
        }
    }
    groups.sort_by_key(|(status, _)| std::cmp::Reverse(severity(*status)));
    groups
}

fn namn(view: &PlanView, units: &[OrganisationId]) -> String {
    let names: Vec<&str> =
        units.iter().filter_map(|id| view.organisation(*id)).map(|node| node.namn.as_str()).collect();
    names.join(", ")
}

fn led_by(sentence: String, comment: Cell) -> Cell {
    let mut text: Text = vec![Inline { text: sentence, ..Inline::default() }];
    if let Cell::Text(rest) = comment {
        text.push(Inline { text: " ".into(), ..Inline::default() });
        text.extend(rest);
    }
    Cell::Text(text)
}
