//! The canonical dump: the domain tables as text, one line per row in key order, without the log.
//! Equal plans give equal dumps; undo tests compare them and checkpoints keep them.
use rusqlite::Connection;

use super::sql;
use crate::document::Document;
use crate::document::tables::Table;
use crate::error::Result;

impl Document {
    /// The domain tables as canonical text: `# table`, then `key<tab>cells` per row.
    pub fn dump(&self) -> Result<String> {
        dump(self.read(), self.tables())
    }
}

/// The dump of any connection; the tables must be its own.
pub(crate) fn dump(conn: &Connection, tables: &[Table]) -> Result<String> {
    let mut text = String::new();
    for table in tables {
        text.push_str("# ");
        text.push_str(table.name);
        text.push('\n');
        let mut statement = conn.prepare(&sql::dump_rows(table))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            text.push_str(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?);
            text.push('\t');
            text.push_str(row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?);
            text.push('\n');
        }
    }
    Ok(text)
}
