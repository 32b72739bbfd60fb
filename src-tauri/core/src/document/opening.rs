//! Creating and opening: what is checked before a file is believed.
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::{Access, Document, Environment, connection, migration, sql, tables};
use crate::error::Result;

pub(crate) fn create(path: &Path, env: Environment) -> Result<Document> {
    let conn = Connection::open(path)?;
    conn.execute_batch(sql::PAGE_SIZE)?;
    migration::build(&conn)?;
    ready(conn, Some(path), Access::ReadWrite, env)
}

pub(crate) fn create_in_memory(env: Environment) -> Result<Document> {
    let conn = Connection::open_in_memory()?;
    migration::build(&conn)?;
    ready(conn, None, Access::ReadWrite, env)
}

pub(crate) fn open(path: &Path, access: Access, env: Environment) -> Result<Document> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    ready(conn, Some(path), access, env)
}

fn ready(conn: Connection, path: Option<&Path>, access: Access, env: Environment) -> Result<Document> {
    connection::set_up(&conn)?;
    let tables = tables::read(&conn)?;
    if path.is_some() {
        conn.query_row(sql::JOURNAL_TRUNCATE, [], |_| Ok(()))?;
    }
    match access {
        Access::ReadWrite => conn.execute_batch(&sql::log_triggers(&tables))?,
        Access::ReadOnly => conn.execute_batch(sql::QUERY_ONLY)?,
    }
    Ok(Document { conn, env, access, path: path.map(Path::to_path_buf), tables })
}
