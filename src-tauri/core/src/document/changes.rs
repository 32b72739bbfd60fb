//! What a write touched, per kind of thing: exactly what a window fetches again. Knows no table but by [`super::tables`].
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::ThingId;
use crate::state_enum::state_enum;

state_enum! {
    /// The kinds of thing a write can touch. Rows without a life of their own count as the thing they belong to.
    Kind {
        Installning = "installning",
        Verksamhetsar = "verksamhetsar",
        Befattning = "befattning",
        Organisation = "organisation",
        Niva = "niva",
        Mal = "mal",
        Uppdrag = "uppdrag",
        Aktivitet = "aktivitet",
        Matetal = "matetal",
        Driftrad = "driftrad",
        Verksamhet = "verksamhet",
        Uppfoljning = "uppfoljning",
        Avsnittstext = "avsnittstext",
        Rapportmall = "rapportmall",
        Rapport = "rapport",
    }
}

/// Beyond this many ids of a kind, `All` is said instead.
const MOST_IDS: usize = 500;

/// Which things of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Ids {
    /// So many, or things without ids, that everything of the kind should be read again.
    All,
    Some(BTreeSet<ThingId>),
}

/// The things touched by one write.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Changes(pub BTreeMap<Kind, Ids>);

impl Changes {
    /// True when nothing was changed (and nothing was logged).
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every kind, all of it.
    pub(crate) fn everything() -> Changes {
        Changes(Kind::ALL.iter().map(|kind| (*kind, Ids::All)).collect())
    }

    /// Adds what another write touched.
    pub(crate) fn merge(&mut self, other: &Changes) {
        for (kind, ids) in &other.0 {
            match ids {
                Ids::All => self.touch(*kind, None),
                Ids::Some(ids) => ids.iter().for_each(|id| self.touch(*kind, Some(*id))),
            }
        }
    }

    /// Counts a thing as touched; `None` for things without an id.
    pub(crate) fn touch(&mut self, kind: Kind, id: Option<ThingId>) {
        let ids = self.0.entry(kind).or_insert_with(|| Ids::Some(BTreeSet::new()));
        if let Ids::Some(set) = ids {
            match id {
                Some(id) if set.len() < MOST_IDS || set.contains(&id) => {
                    set.insert(id);
                }
                _ => *ids = Ids::All,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_ids_become_all() {
        let mut changes = Changes::default();
        for n in 0..=MOST_IDS as u128 {
            changes.touch(Kind::Mal, Some(ThingId(uuid::Uuid::from_u128(n))));
        }
        changes.touch(Kind::Uppdrag, Some(ThingId(uuid::Uuid::nil())));
        changes.touch(Kind::Installning, None);
        assert_eq!(changes.0[&Kind::Mal], Ids::All);
        assert_eq!(changes.0[&Kind::Installning], Ids::All);
        assert_eq!(changes.0[&Kind::Uppdrag], Ids::Some(BTreeSet::from([ThingId(uuid::Uuid::nil())])));
    }
}
