//! The limits of what is read. A file that passes one is refused before it has taken memory or time.

/// Bytes of a source.
pub const MAX_FILE_BYTES: u64 = 256 << 20;
/// Bytes of all parts of a workbook when unpacked. 200,000 rows of 20 columns are about 200 MB.
pub const MAX_INFLATED_BYTES: u64 = 1 << 30;
/// How many times larger a part may become; only asked of parts over [`RATIO_FREE_BYTES`].
/// Sheets of repeated rows reach about 100, zeroes 1,030.
pub const MAX_INFLATE_RATIO: u64 = 400;
/// Parts up to this size may be packed as tightly as they like.
pub const RATIO_FREE_BYTES: u64 = 4 << 20;
/// Parts in a workbook's container.
pub const MAX_PARTS: u64 = 10_000;
/// Filled cells of a source.
pub const MAX_CELLS: u64 = 10_000_000;
/// Columns that are looked at; Excel has 16,384.
pub const MAX_COLUMNS: u32 = 16_384;
/// Characters of a cell. Excel itself stops at 32,767.
pub const MAX_CELL_CHARS: usize = 200_000;
/// Rows from the top among which the headings are looked for.
pub const HEADER_SEARCH_ROWS: usize = 60;
/// Rows under the headings that are looked at to say what a column holds.
pub const PROFILE_ROWS: usize = 80;
