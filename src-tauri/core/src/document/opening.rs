//! Creating and opening: what is checked before a file is believed. All of it takes milliseconds, whatever the size;
//! `kontrollera` does the rest.
use std::cell::RefCell;
use std::fs::{self, OpenOptions};
use std::path::Path;

use chrono::SecondsFormat;
use rusqlite::{Connection, OpenFlags, OptionalExtension};

use super::header::Header;
use super::lock::LockFile;
use super::migration::{self, STEPS, Step};
use super::place::Place;
use super::private_copy::{PrivateCopy, beside};
use super::{
    Access, Document, Environment, backup, chain, checkpoint, connection, failure, schema, sql, tables,
};
use crate::error::{Damage, Error, LockHolder, Result};

pub(crate) fn create(path: &Path, mut env: Environment) -> Result<Document> {
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    drop(file.map_err(|e| failure::writing(path, e))?);
    let made = LockFile::take(path, &holder(&mut env)).and_then(|lock| {
        let conn = connect(path)?;
        conn.execute_batch(sql::PAGE_SIZE)?;
        conn.query_row(sql::JOURNAL_TRUNCATE, [], |_| Ok(()))?;
        found(&conn, &mut env)?;
        ready(Opened { conn, path: Some(path), lock: Some(lock), copy: None }, Access::ReadWrite, env)
    });
    made.inspect_err(|_| {
        // The file is ours and holds nothing yet.
        let _ = fs::remove_file(path);
        let _ = fs::remove_file(beside(path, "-journal"));
    })
}

pub(crate) fn create_in_memory(mut env: Environment) -> Result<Document> {
    let conn = Connection::open_in_memory()?;
    conn.execute_batch(sql::PAGE_SIZE)?;
    connection::set_up(&conn)?;
    found(&conn, &mut env)?;
    ready(Opened { conn, path: None, lock: None, copy: None }, Access::ReadWrite, env)
}

pub(crate) fn open(path: &Path, access: Access, env: Environment) -> Result<Document> {
    open_with(path, access, env, STEPS)
}

/// As `open`, with another history of the schema: the tests of migration bring their own.
pub(crate) fn open_with(
    path: &Path,
    access: Access,
    mut env: Environment,
    steps: &[Step],
) -> Result<Document> {
    let header = whole(path)?;
    let writable = is_writable(path)?;
    let opened = match access {
        Access::ReadWrite if !writable => Err(Error::ReadOnly),
        Access::ReadWrite => LockFile::take(path, &holder(&mut env)).and_then(|lock| {
            Ok(Opened { conn: connect(path)?, path: Some(path), lock: Some(lock), copy: None })
        }),
        // An older file is brought up to date in a copy; the file itself is left as it is.
        Access::ReadOnly if writable && header.version == migration::version(steps) => {
            connect(path).map(|conn| Opened { conn, path: Some(path), lock: None, copy: None })
        }
        Access::ReadOnly => PrivateCopy::of(path, (env.new_id)()).and_then(|copy| {
            Ok(Opened { conn: connect(copy.path())?, path: Some(path), lock: None, copy: Some(copy) })
        }),
    };
    let opened = opened.and_then(|opened| {
        believe(&opened, &mut env, steps)?;
        if access == Access::ReadWrite {
            opened.conn.query_row(sql::JOURNAL_TRUNCATE, [], |_| Ok(()))?;
        }
        Ok(opened)
    });
    ready(opened.map_err(|e| explain(e, path, header))?, access, env)
}

/// What has been opened so far; given back in the right order when opening fails.
struct Opened<'a> {
    conn: Connection,
    path: Option<&'a Path>,
    lock: Option<LockFile>,
    copy: Option<PrivateCopy>,
}

fn connect(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    connection::set_up(&conn)?;
    Ok(conn)
}

/// Makes an empty database a plan of ours, with an identity of its own.
fn found(conn: &Connection, env: &mut Environment) -> Result<()> {
    migration::build(conn, STEPS)?;
    let id = (env.new_id)().simple().to_string();
    conn.execute(sql::SET_FILE_INFO, ("fil_id", id))?;
    Ok(())
}

/// Version, migration, schema, chain head.
fn believe(opened: &Opened<'_>, env: &mut Environment, steps: &[Step]) -> Result<()> {
    let conn = &opened.conn;
    let known = migration::version(steps);
    let version: i32 = conn.query_row(sql::VERSION, [], |r| r.get(0))?;
    if version > known {
        return Err(Error::NewerFile { found: version, known });
    }
    let own_steps = usize::try_from(version).ok().and_then(|n| steps.get(..n)).filter(|s| !s.is_empty());
    let own_steps = own_steps.ok_or(Error::Damaged(Damage::Schema(vec![format!("version {version}")])))?;
    schema::check(conn, own_steps)?;
    chain::check_newest(conn)?;
    if version < known {
        if opened.copy.is_none()
            && let (Some(folder), Some(path)) = (&env.backup_dir, opened.path)
        {
            backup::store(conn, folder, path, (env.now)())?;
        }
        let entry = checkpoint::Entry::of(env, super::Op::Migrate);
        migration::migrate(conn, steps, version, || checkpoint::write(conn, &entry))?;
        schema::check(conn, steps)?;
    }
    Ok(())
}

fn ready(opened: Opened<'_>, access: Access, env: Environment) -> Result<Document> {
    let conn = opened.conn;
    let place = opened.path.filter(|_| access == Access::ReadWrite).map(Place::of);
    let tables = tables::read(&conn)?;
    match access {
        Access::ReadWrite => conn.execute_batch(&sql::log_triggers(&tables))?,
        Access::ReadOnly => conn.execute_batch(sql::QUERY_ONLY)?,
    }
    Ok(Document {
        conn,
        env,
        access,
        path: opened.path.map(Path::to_path_buf),
        place,
        tables,
        backed_up: None,
        backup_failure: None,
        kept: RefCell::default(),
        _copy: opened.copy,
        lock: opened.lock,
    })
}

/// The header of a file that is all there: SQLite itself misses a last page cut off in its middle. While a journal waits
/// the sizes say nothing, and another program may have ended its write between two looks: a second one decides.
fn whole(path: &Path) -> Result<Header> {
    for _ in 0..2 {
        let header = Header::read(path)?;
        let journal = fs::metadata(beside(path, "-journal")).is_ok_and(|about| about.len() > 0);
        if journal || !header.is_cut_short() {
            return Ok(header);
        }
    }
    Err(Error::Damaged(Damage::Truncated))
}

/// Whether file and folder may be written, by their marks and by trying the file.
fn is_writable(path: &Path) -> Result<bool> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // Windows marks ordinary folders read-only and means something else by it.
    let places = if cfg!(unix) { &[path, folder][..] } else { &[path][..] };
    for place in places {
        if fs::metadata(place).map_err(|e| failure::reading(place, e))?.permissions().readonly() {
            return Ok(false);
        }
    }
    Ok(OpenOptions::new().write(true).open(path).is_ok())
}

pub(super) fn holder(env: &mut Environment) -> LockHolder {
    LockHolder {
        vem: env.vem.clone().unwrap_or_default(),
        machine: env.machine.clone(),
        at: (env.now)().to_rfc3339_opts(SecondsFormat::Secs, true),
    }
}

/// SQLite says only "malformed" of a file cut short, and names no file when it cannot read.
fn explain(error: Error, path: &Path, header: Header) -> Error {
    match error {
        Error::Damaged(Damage::Content(_)) if header.is_cut_short() => Error::Damaged(Damage::Truncated),
        Error::Io { path: unnamed, source } if unnamed.as_os_str().is_empty() => {
            failure::reading(path, source)
        }
        other => other,
    }
}

/// A fact the file states of itself.
pub(crate) fn file_info(conn: &Connection, key: &str) -> Result<Option<String>> {
    Ok(conn.prepare_cached(sql::FILE_INFO)?.query_row([key], |r| r.get(0)).optional()?)
}
