//! The plan out of its tables, in display order: whole, or only what was written since it was last read.
use std::collections::BTreeSet;
use std::hash::Hash;

use foldhash::HashMap;
use rusqlite::Connection;

use super::{Holds, Plan, sql};
use crate::collation::Collation;
use crate::document::{Changes, Document, Ids, Kind};
use crate::id::{AktivitetId, BefattningId, MatetalId, ThingId, UppdragId};
use crate::matetal::varden;
use crate::uppfoljning::Statusbarare;
use crate::{
    Result, aktivitet, befattning, ekonomi, mal, matetal, organisation, rapport, styrmodell, uppdrag,
    uppfoljning,
};

impl Document {
    /// How many things the file holds, counted without reading them.
    pub fn holds(&self) -> Result<Holds> {
        sql::holds(self.read())
    }

    /// Everything in the file but the log and the archived bytes, read anew. Trees come parent before child, siblings in
    /// their order; things without an order of their own by Swedish collation. Readers use [`Document::plan`].
    pub fn read_plan(&self) -> Result<Plan> {
        let mut plan = Plan::default();
        refresh(self.read(), &mut plan, &Changes::everything())?;
        Ok(plan)
    }
}

/// Reads again what was touched: the things there can be thousands of one by one, the other kinds whole.
pub(super) fn refresh(conn: &Connection, plan: &mut Plan, touched: &Changes) -> Result<()> {
    for (kind, ids) in &touched.0 {
        match (kind, ids) {
            (Kind::Uppdrag, Ids::Some(ids)) => refresh_uppdrag(conn, plan, ids)?,
            (Kind::Aktivitet, Ids::Some(ids)) => refresh_aktiviteter(conn, plan, ids)?,
            (Kind::Matetal, Ids::Some(ids)) => refresh_matetal(conn, plan, ids)?,
            _ => refresh_kind(conn, plan, *kind)?,
        }
    }
    // The status rows of both stand in one table.
    if [Kind::Uppdrag, Kind::Aktivitet].iter().any(|kind| touched.0.get(kind) == Some(&Ids::All)) {
        plan.statusrad = uppfoljning::sql::read_all_statusrad(conn)?;
    }
    let ordered = [Kind::Befattning, Kind::Organisation, Kind::Uppdrag, Kind::Aktivitet];
    if ordered.iter().any(|kind| touched.0.contains_key(kind)) {
        order_links(plan);
    }
    Ok(())
}

/// A kind whole, but for its status rows.
fn refresh_kind(conn: &Connection, plan: &mut Plan, kind: Kind) -> Result<()> {
    match kind {
        Kind::Installning => plan.installning = sql::read_installning(conn)?,
        Kind::Verksamhetsar => plan.verksamhetsar = sql::read_all_years(conn)?,
        Kind::Befattning => {
            plan.befattning = befattning::sql::read_all(conn)?;
            Collation::swedish().sort_by_key(&mut plan.befattning, |b| &b.titel);
        }
        Kind::Organisation => {
            plan.organisation = tree(organisation::sql::read_all(conn)?, |o| (o.id, o.parent_id));
        }
        Kind::Niva => plan.niva = styrmodell::sql::read_all(conn)?,
        Kind::Mal => {
            plan.mal = tree(mal::sql::read_all(conn)?, |m| (m.id, m.parent_id));
            plan.malbedomning = mal::sql::read_all_bedomning(conn)?;
        }
        Kind::Uppdrag => plan.uppdrag = uppdrag::sql::read_all(conn)?,
        Kind::Aktivitet => plan.aktivitet = aktivitet::sql::read_all(conn)?,
        Kind::Matetal => {
            plan.matetal = matetal::sql::read_all(conn)?;
            plan.utfall = varden::sql::read_all_utfall(conn)?;
            plan.malvarde = varden::sql::read_all_malvarde(conn)?;
            plan.jamforelse = varden::sql::read_all_jamforelse(conn)?;
        }
        Kind::Driftrad => {
            plan.driftrad = ekonomi::sql::read_all_rad(conn)?;
            plan.driftbelopp = ekonomi::sql::read_all_belopp(conn)?;
        }
        Kind::Verksamhet => {
            plan.verksamhet = ekonomi::sql::read_all_verksamhet(conn)?;
            plan.verksamhetsbelopp = ekonomi::sql::read_all_verksamhetsbelopp(conn)?;
        }
        Kind::Uppfoljning => plan.uppfoljning = uppfoljning::sql::read_all(conn)?,
        Kind::Avsnittstext => plan.avsnittstext = uppfoljning::sql::read_all_text(conn)?,
        Kind::Rapportmall => plan.rapportmall = rapport::sql::read_all_mall(conn)?,
        Kind::Rapport => plan.rapport = rapport::sql::read_all(conn)?,
    }
    Ok(())
}

fn refresh_uppdrag(conn: &Connection, plan: &mut Plan, ids: &BTreeSet<ThingId>) -> Result<()> {
    plan.uppdrag.retain(|u| !ids.contains(&u.id.into()));
    for id in ids.iter().map(|id| UppdragId(id.0)) {
        plan.uppdrag.extend(uppdrag::sql::read(conn, id)?);
        refresh_status(conn, plan, Statusbarare::Uppdrag(id))?;
    }
    plan.uppdrag.sort_by(|a, b| (&a.sort_key, a.id).cmp(&(&b.sort_key, b.id)));
    Ok(())
}

fn refresh_aktiviteter(conn: &Connection, plan: &mut Plan, ids: &BTreeSet<ThingId>) -> Result<()> {
    plan.aktivitet.retain(|a| !ids.contains(&a.id.into()));
    for id in ids.iter().map(|id| AktivitetId(id.0)) {
        plan.aktivitet.extend(aktivitet::sql::read(conn, id)?);
        refresh_status(conn, plan, Statusbarare::Aktivitet(id))?;
    }
    plan.aktivitet.sort_by(|a, b| (&a.sort_key, a.id).cmp(&(&b.sort_key, b.id)));
    Ok(())
}

fn refresh_status(conn: &Connection, plan: &mut Plan, barare: Statusbarare) -> Result<()> {
    let rows = uppfoljning::sql::read_statusrader(conn, barare)?;
    put_back(&mut plan.statusrad, barare, rows, |s| s.barare);
    Ok(())
}

fn refresh_matetal(conn: &Connection, plan: &mut Plan, ids: &BTreeSet<ThingId>) -> Result<()> {
    plan.matetal.retain(|m| !ids.contains(&m.id.into()));
    for id in ids.iter().map(|id| MatetalId(id.0)) {
        plan.matetal.extend(matetal::sql::read(conn, id)?);
        put_back(&mut plan.utfall, id, varden::sql::read_utfall(conn, id)?, |u| u.matetal_id);
        put_back(&mut plan.malvarde, id, varden::sql::read_malvarde(conn, id)?, |m| m.matetal_id);
        put_back(&mut plan.jamforelse, id, varden::sql::read_jamforelse(conn, id)?, |j| j.matetal_id);
    }
    plan.matetal.sort_by(|a, b| (&a.sort_key, a.id).cmp(&(&b.sort_key, b.id)));
    Ok(())
}

/// Puts the rows of one owner, read again, where they stood: the list is in the order of its owners.
fn put_back<T, K: Ord>(rows: &mut Vec<T>, owner: K, fresh: Vec<T>, owner_of: impl Fn(&T) -> K) {
    let start = rows.partition_point(|row| owner_of(row) < owner);
    let end = rows.partition_point(|row| owner_of(row) <= owner);
    rows.splice(start..end, fresh);
}

/// Responsible befattningar by title, units in the organisation's order.
fn order_links(plan: &mut Plan) {
    let befattning: HashMap<BefattningId, usize> =
        plan.befattning.iter().enumerate().map(|(place, b)| (b.id, place)).collect();
    let organisation: HashMap<_, usize> =
        plan.organisation.iter().enumerate().map(|(place, o)| (o.id, place)).collect();
    for uppdrag in &mut plan.uppdrag {
        uppdrag.ansvariga.sort_by_key(|id| befattning.get(id));
        uppdrag.fordelning.sort_by_key(|id| organisation.get(id));
    }
    for aktivitet in &mut plan.aktivitet {
        aktivitet.ansvariga.sort_by_key(|id| befattning.get(id));
        aktivitet.fordelning.sort_by_key(|id| organisation.get(id));
    }
}

/// Nodes in the order a person reads a tree: each parent right before its children. Nodes that hang on themselves, as only
/// a damaged file can have, come last.
fn tree<T, K: Copy + Eq + Hash>(nodes: Vec<T>, key: impl Fn(&T) -> (K, Option<K>)) -> Vec<T> {
    let mut children = HashMap::<Option<K>, Vec<usize>>::default();
    for (place, node) in nodes.iter().enumerate() {
        children.entry(key(node).1).or_default().push(place);
    }
    let mut order = Vec::with_capacity(nodes.len());
    let mut waiting: Vec<usize> = children.remove(&None).unwrap_or_default();
    waiting.reverse();
    while let Some(place) = waiting.pop() {
        order.push(place);
        waiting.extend(children.remove(&Some(key(&nodes[place]).0)).unwrap_or_default().into_iter().rev());
    }
    let mut rest: Vec<usize> = children.into_values().flatten().collect();
    rest.sort_unstable();
    order.extend(rest);
    let mut nodes: Vec<Option<T>> = nodes.into_iter().map(Some).collect();
    order.into_iter().filter_map(|place| nodes[place].take()).collect()
}
