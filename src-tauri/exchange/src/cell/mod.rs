//! What one cell says: numbers, dates, statuses, targets and the other small vocabularies of Swedish planning sheets.
//! Knows nothing of rows, headings or files. Every reader is total: any text gives an answer, never a panic.
pub(crate) mod date;
pub(crate) mod number;
pub(crate) mod status;
pub(crate) mod target;
pub(crate) mod text;
pub(crate) mod words;
