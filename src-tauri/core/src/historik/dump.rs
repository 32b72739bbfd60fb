//! The canonical dump: the domain tables as text, one line per row in key order, without the log.
//! Equal plans give equal dumps; undo tests compare them and checkpoints keep them.
use super::sql;
use crate::document::Document;
use crate::error::Result;

impl Document {
    /// The domain tables as canonical text: `# table`, then `key<tab>cells` per row.
    pub fn dump(&self) -> Result<String> {
        let mut text = String::new();
        for table in self.tables() {
            text.push_str("# ");
            text.push_str(table.name);
            text.push('\n');
            let mut statement = self.read().prepare(&sql::dump_rows(table))?;
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
}
