//! The plan that readers share: kept from one read to the next, and brought up to date by what was written between them.
//! Knows nothing of tables; `read.rs` reads.
use std::sync::Arc;

use super::{Plan, read, sql};
use crate::document::{Changes, Document};
use crate::{Result, rows};

/// A plan as last read, and what has been written since.
pub(crate) struct Kept {
    plan: Arc<Plan>,
    stale: Changes,
    /// SQLite's mark of what other connections have written in the file.
    version: i64,
}

impl Document {
    /// The plan as it is now. Costs as good as nothing until something is written, and then only what was touched.
    pub fn plan(&self) -> Result<Arc<Plan>> {
        let version = rows::value(self.read(), sql::DATA_VERSION, [])?.unwrap_or_default();
        // Taken out: a read that fails half-way leaves nothing behind that looks up to date.
        let mut kept = match self.kept.take() {
            Some(kept) if kept.version == version => kept,
            _ => Kept { plan: Arc::default(), stale: Changes::everything(), version },
        };
        if !kept.stale.is_empty() {
            read::refresh(self.read(), Arc::make_mut(&mut kept.plan), &kept.stale)?;
            kept.stale = Changes::default();
        }
        let plan = kept.plan.clone();
        self.kept.replace(Some(kept));
        Ok(plan)
    }

    /// Something was written: it is read again when somebody asks.
    pub(crate) fn note_written(&self, changes: &Changes) {
        if let Some(kept) = self.kept.borrow_mut().as_mut() {
            kept.stale.merge(changes);
        }
    }
}
