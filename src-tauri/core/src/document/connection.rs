//! How a connection to the document is set up (storage.md, 1). Knows no plan.
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;

use super::sql;
use crate::error::Result;

/// How long a write waits for another program's lock.
const BUSY: Duration = Duration::from_millis(5000);
/// The longest text or BLOB, in bytes: an archived PDF may be large, a text never is.
pub(crate) const LONGEST_VALUE: i32 = 256 << 20;
/// Statements kept prepared per connection.
const CACHED_STATEMENTS: usize = 256;

/// Pragmas, defences and limits of every connection.
pub(crate) fn set_up(conn: &Connection) -> Result<()> {
    conn.busy_timeout(BUSY)?;
    for (option, value) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        // A cached statement is not planned anew for each value bound to it: a third of an import's time.
        (DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true),
    ] {
        conn.set_db_config(option, value)?;
    }
    for (limit, value) in [
        (Limit::SQLITE_LIMIT_LENGTH, LONGEST_VALUE),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 1 << 20),
        (Limit::SQLITE_LIMIT_COLUMN, 200),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 200),
        (Limit::SQLITE_LIMIT_ATTACHED, 3),
        (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 20),
    ] {
        conn.set_limit(limit, value)?;
    }
    conn.execute_batch(sql::CONNECTION)?;
    conn.set_prepared_statement_cache_capacity(CACHED_STATEMENTS);
    Ok(())
}
