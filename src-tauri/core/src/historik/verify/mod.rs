//! `kontrollera`: everything that can be checked of a file, part by part. It reads, and never mends.
//! SQLite has no checksums: the replay of the log against the tables, cell by cell, is what finds silent damage.
mod archive;
mod compare;
mod replay;
mod state;
mod structure;
#[cfg(test)]
mod tests;

use super::{Finding, Part, Progress};
use crate::document::Document;
use crate::error::{Error, Result};

/// More findings than this say nothing more.
const MOST_FINDINGS: usize = 1_000;

/// What the parts share: where findings go, and whom to tell how far it has come.
struct Check<'a> {
    findings: Vec<Finding>,
    progress: &'a mut dyn FnMut(Progress) -> bool,
}

impl Check<'_> {
    fn found(&mut self, finding: Finding) {
        if self.findings.len() < MOST_FINDINGS {
            self.findings.push(finding);
        }
    }

    /// Tells how far a part has come; an error when the user has had enough.
    fn at(&mut self, part: Part, done: u64, total: u64) -> Result<()> {
        if (self.progress)(Progress { part, done, total }) { Ok(()) } else { Err(Error::Cancelled) }
    }

    /// A part that cannot go on is a finding, in SQLite's words; the next part is still tried.
    fn settle<T>(&mut self, outcome: Result<T>) -> Result<Option<T>> {
        match outcome {
            Ok(value) => Ok(Some(value)),
            Err(Error::Cancelled) => Err(Error::Cancelled),
            Err(Error::Locked { by }) => Err(Error::Locked { by }),
            Err(other) => {
                self.found(Finding::Sqlite { words: other.to_string() });
                Ok(None)
            }
        }
    }
}

impl Document {
    /// Checks structure, foreign keys, the chain, the replay and the archive. No findings: the file is whole.
    /// `progress` returning false cancels.
    pub fn verify(&self, progress: &mut dyn FnMut(Progress) -> bool) -> Result<Vec<Finding>> {
        let mut check = Check { findings: Vec::new(), progress };
        let done = structure::check(self, &mut check);
        check.settle(done)?;
        let done = structure::check_foreign_keys(self, &mut check);
        check.settle(done)?;
        let replayed = replay::replay(self, &mut check);
        if let Some(state) = check.settle(replayed)? {
            let done = compare::check(self, state, &mut check);
            check.settle(done)?;
        }
        let done = archive::check(self, &mut check);
        check.settle(done)?;
        Ok(check.findings)
    }
}
