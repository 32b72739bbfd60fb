//! What long work is at, step by step, for the line of progress.
use plan_core::document::Copying;

/// A step: what is being done, how many steps are behind and how many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Steg {
    pub(crate) text: &'static str,
    pub(crate) done: u64,
    pub(crate) total: u64,
    /// What it writes is written whole: once begun, it is carried through.
    pub(crate) is_last: bool,
}

const fn steg(text: &'static str, done: u64, total: u64) -> Steg {
    Steg { text, done, total, is_last: false }
}

const fn last(text: &'static str, done: u64, total: u64) -> Steg {
    Steg { is_last: true, ..steg(text, done, total) }
}

/// Läs in: the source's bytes, its form, the plan's verdicts, and the writing.
pub(crate) const KALLA: Steg = steg("Öppnar filen", 0, 3);
pub(crate) const TOLKA: Steg = steg("Tolkar bladen", 1, 3);
pub(crate) const JAMFOR: Steg = steg("Jämför raderna med planen", 2, 3);
pub(crate) const SKRIV: Steg = last("Skriver raderna i planen", 2, 3);

/// A report: put together, made into files, written.
pub(crate) const STALL_SAMMAN: Steg = steg("Ställer samman rapporten", 0, 3);
pub(crate) const GOR_FILER: Steg = steg("Gör filerna", 1, 3);
pub(crate) const SPARA: Steg = last("Sparar", 2, 3);

/// A copy of the whole file: written, then read through.
pub(crate) fn copying(copying: Copying) -> Steg {
    match copying {
        Copying::Written { done, total } => steg("Kopierar filen", done, total),
        Copying::Checked => steg("Kontrollerar kopian", 0, 0),
    }
}

/// The archive: one file of so many.
pub(crate) const fn ta_ut(done: u64, total: u64) -> Steg {
    steg("Tar ut filerna", done, total)
}
