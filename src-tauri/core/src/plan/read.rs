//! The whole plan read in one go: one query per table, joined in memory, in display order.
use std::collections::HashMap;
use std::hash::Hash;

use super::{Plan, sql};
use crate::collation::Collation;
use crate::document::Document;
use crate::id::BefattningId;
use crate::{
    Result, aktivitet, befattning, ekonomi, mal, matetal, organisation, rapport, styrmodell, uppdrag,
    uppfoljning,
};

impl Document {
    /// Everything in the file but the log and the archived bytes. Trees come parent before child, siblings in their order;
    /// things without an order of their own by Swedish collation.
    pub fn read_plan(&self) -> Result<Plan> {
        let conn = self.read();
        let mut befattningar = befattning::sql::read_all(conn)?;
        Collation::swedish().sort_by_key(&mut befattningar, |b| &b.titel);
        let mut plan = Plan {
            installning: sql::read_installning(conn)?,
            verksamhetsar: sql::read_all_years(conn)?,
            organisation: tree(organisation::sql::read_all(conn)?, |o| (o.id, o.parent_id)),
            befattning: befattningar,
            niva: styrmodell::sql::read_all(conn)?,
            mal: tree(mal::sql::read_all(conn)?, |m| (m.id, m.parent_id)),
            malbedomning: mal::sql::read_all_bedomning(conn)?,
            uppdrag: uppdrag::sql::read_all(conn)?,
            aktivitet: aktivitet::sql::read_all(conn)?,
            statusrad: uppfoljning::sql::read_all_statusrad(conn)?,
            matetal: matetal::sql::read_all(conn)?,
            utfall: matetal::varden::sql::read_all_utfall(conn)?,
            malvarde: matetal::varden::sql::read_all_malvarde(conn)?,
            jamforelse: matetal::varden::sql::read_all_jamforelse(conn)?,
            driftrad: ekonomi::sql::read_all_rad(conn)?,
            driftbelopp: ekonomi::sql::read_all_belopp(conn)?,
            verksamhet: ekonomi::sql::read_all_verksamhet(conn)?,
            verksamhetsbelopp: ekonomi::sql::read_all_verksamhetsbelopp(conn)?,
            uppfoljning: uppfoljning::sql::read_all(conn)?,
            avsnittstext: uppfoljning::sql::read_all_text(conn)?,
            rapportmall: rapport::sql::read_all_mall(conn)?,
            rapport: rapport::sql::read_all(conn)?,
        };
        order_links(&mut plan);
        Ok(plan)
    }
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
    let mut children = HashMap::<Option<K>, Vec<usize>>::new();
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
