//! From the short nyckel of a thing in the files to its id in the plan.
use std::collections::BTreeMap;

use plan_core::error::Result;
use plan_core::id::{
    AktivitetId, BefattningId, DelaktivitetId, DriftradId, MalId, MatetalId, NivaId, OrganisationId,
    UppdragId, UppfoljningId, VerksamhetId,
};
use plan_core::period::Period;

use super::data::broken;

/// The ids given so far.
#[derive(Default)]
pub(super) struct Keys {
    pub(super) befattning: Known<BefattningId>,
    pub(super) organisation: Known<OrganisationId>,
    /// By the level's word in the singular.
    pub(super) niva: Known<NivaId>,
    pub(super) mal: Known<MalId>,
    pub(super) uppdrag: Known<UppdragId>,
    pub(super) matetal: Known<MatetalId>,
    pub(super) driftrad: Known<DriftradId>,
    pub(super) verksamhet: Known<VerksamhetId>,
    /// By place in the file.
    pub(super) aktivitet: BTreeMap<usize, AktivitetId>,
    /// By place of the aktivitet and of the line in its checklist.
    pub(super) delaktivitet: BTreeMap<(usize, usize), DelaktivitetId>,
    pub(super) uppfoljning: BTreeMap<Period, UppfoljningId>,
}

/// The ids of one kind of thing.
pub(super) struct Known<T>(BTreeMap<String, T>);

impl<T> Default for Known<T> {
    fn default() -> Self {
        Known(BTreeMap::new())
    }
}

impl<T: Copy> Known<T> {
    pub(super) fn insert(&mut self, nyckel: &str, id: T) {
        self.0.insert(nyckel.to_owned(), id);
    }

    pub(super) fn get(&self, nyckel: &str) -> Result<T> {
        self.0.get(nyckel).copied().ok_or_else(|| broken(&format!("nothing is called {nyckel:?} yet")))
    }

    pub(super) fn maybe(&self, nyckel: Option<&String>) -> Result<Option<T>> {
        nyckel.map(|nyckel| self.get(nyckel)).transpose()
    }

    pub(super) fn all(&self, nycklar: &[String]) -> Result<Vec<T>> {
        nycklar.iter().map(|nyckel| self.get(nyckel)).collect()
    }

    /// Those of the list that have been written.
    pub(super) fn written(&self, nycklar: &[String]) -> Vec<T> {
        nycklar.iter().filter_map(|nyckel| self.0.get(nyckel).copied()).collect()
    }
}
