//! Copies of the whole document, each verified before it counts (storage.md, 1): made by `VACUUM INTO` beside the target,
//! opened again, checked, flushed to disk, and only then given its name. Backups never lie beside the file.
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, NaiveDateTime, Utc};
use rusqlite::{Connection, OpenFlags};

use super::lock::LockFile;
use super::private_copy::beside;
use super::transaction::read_head;
use super::{Document, failure, opening, rotation, sql};
use crate::error::{Damage, Error, Result};

/// The time in a backup's name.
pub(super) const TIME: &str = "%Y%m%d-%H%M%S";

/// How far a copy has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copying {
    /// So many bytes are written of about so many.
    Written { done: u64, total: u64 },
    /// The copy is read through.
    Checked,
}

/// Told while a copy is made; false stops it, and nothing is left of it.
pub type Follow = Arc<dyn Fn(Copying) -> bool + Send + Sync>;

/// Steps of SQLite's between two looks at how far it has come. A test's small files are looked at as often as large ones.
const STEPS_BETWEEN_LOOKS: i32 = if cfg!(test) { 500 } else { 20_000 };

/// A copy that nobody follows.
pub fn unfollowed() -> Follow {
    Arc::new(|_| true)
}

impl Document {
    /// A verified copy at `to`, which must not exist. Compact: deleted content does not follow.
    pub fn save_copy(&mut self, to: &Path, follow: &Follow) -> Result<()> {
        if to.symlink_metadata().is_ok() {
            return Err(taken(to));
        }
        self.copy(to, follow)
    }

    /// As [`Document::save_copy`], in the place of a file that the person has said may go. Never of this document itself,
    /// nor of a plan that somebody has open.
    pub fn save_copy_over(&mut self, to: &Path, follow: &Follow) -> Result<()> {
        let Ok(there) = to.symlink_metadata() else { return self.copy(to, follow) };
        let own = self.path.as_deref().and_then(|path| fs::canonicalize(path).ok());
        let is_own = own.is_some() && own == fs::canonicalize(to).ok();
        // What a crash left of another plan would be taken for the copy's own.
        let journal = fs::metadata(beside(to, "-journal")).is_ok_and(|about| about.len() > 0);
        if !there.is_file() || is_own || journal {
            return Err(taken(to));
        }
        if there.permissions().readonly() {
            return Err(Error::ReadOnly);
        }
        let _alone = LockFile::take(to, &opening::holder(&mut self.env))?;
        self.copy(to, follow)
    }

    /// A backup in the backup folder, now; the older ones are thinned out. `None` when there is no such folder.
    pub fn backup(&mut self, follow: &Follow) -> Result<Option<PathBuf>> {
        let now = (self.env.now)();
        let (Some(folder), Some(path)) = (self.env.backup_dir.clone(), self.path.clone()) else {
            return Ok(None);
        };
        let (name, to) = place(&self.conn, &folder, &path, now)?;
        self.copy(&to, follow)?;
        thin_out(&folder, &name, &to, now);
        Ok(Some(to))
    }

    /// The copy, followed while SQLite writes it.
    fn copy(&mut self, to: &Path, follow: &Follow) -> Result<()> {
        let size: u64 = self.conn.query_row(sql::SIZE, [], |row| row.get::<_, i64>(0))?.unsigned_abs();
        let (unfinished, told) = (unfinished(to), follow.clone());
        let written = move || fs::metadata(&unfinished).map_or(0, |about| about.len()).min(size);
        let look = move || !told(Copying::Written { done: written(), total: size });
        self.conn.execute_batch(sql::QUERY_ONLY_OFF)?;
        self.conn.progress_handler(STEPS_BETWEEN_LOOKS, Some(look))?;
        let copied = copy_verified(&self.conn, to, follow);
        self.conn.progress_handler(0, None::<fn() -> bool>)?;
        if self.access == super::Access::ReadOnly {
            self.conn.execute_batch(sql::QUERY_ONLY)?;
        }
        copied
    }

    /// Why the day's first backup could not be made, once. Work goes on without it.
    pub fn take_backup_failure(&mut self) -> Option<Error> {
        self.backup_failure.take()
    }

    /// The day's first write is preceded by a backup, unless one of today is there.
    pub(super) fn back_up_daily(&mut self, now: DateTime<Utc>) {
        let (Some(folder), Some(path)) = (&self.env.backup_dir, &self.path) else {
            return;
        };
        if self.backed_up == Some(now.date_naive()) {
            return;
        }
        self.backed_up = Some(now.date_naive());
        let of_today = |backup: &(NaiveDateTime, PathBuf)| backup.0.date() == now.date_naive();
        let done = name_of(&self.conn, path).map(|name| stored(folder, &name).iter().any(of_today));
        let done = match done {
            Ok(false) => store(&self.conn, folder, path, now).map(drop),
            other => other.map(drop),
        };
        self.backup_failure = done.err();
    }
}

/// Writes a verified backup into the folder and thins out the older ones.
pub(super) fn store(
    conn: &Connection,
    folder: &Path,
    document: &Path,
    now: DateTime<Utc>,
) -> Result<PathBuf> {
    let (name, to) = place(conn, folder, document, now)?;
    copy_verified(conn, &to, &unfollowed())?;
    thin_out(folder, &name, &to, now);
    Ok(to)
}

/// What the names of the document's backups begin with, and the free one for a new backup.
fn place(conn: &Connection, folder: &Path, document: &Path, now: DateTime<Utc>) -> Result<(String, PathBuf)> {
    fs::create_dir_all(folder).map_err(|e| failure::writing(folder, e))?;
    let name = name_of(conn, document)?;
    let to = free(folder, &format!("{name}{}", now.format(TIME)));
    Ok((name, to))
}

/// Removes the older backups that are no longer kept; never the new one.
fn thin_out(folder: &Path, name: &str, new: &Path, now: DateTime<Utc>) {
    let backups = stored(folder, name);
    let times: Vec<NaiveDateTime> = backups.iter().map(|b| b.0).collect();
    let kept = rotation::kept(&times, now.naive_utc());
    for (_, path) in backups.iter().filter(|(time, path)| !kept.contains(time) && path != new) {
        // An old backup that cannot be removed does no harm.
        let _ = fs::remove_file(path);
    }
}

/// What the names of a document's backups begin with: its own name and its identity, so that clones do not mix.
fn name_of(conn: &Connection, document: &Path) -> Result<String> {
    let id = opening::file_info(conn, "fil_id")?.unwrap_or_default();
    let stem = document.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(format!("{stem}.{}.", short(&id)))
}

/// The end of a UUIDv7 is random, its beginning is the time.
pub(super) fn short(id: &str) -> &str {
    id.get(id.len().saturating_sub(8)..).unwrap_or_default()
}

fn free(folder: &Path, name: &str) -> PathBuf {
    let first = folder.join(format!("{name}.vplan"));
    let others = (2..).map(|n| folder.join(format!("{name}-{n}.vplan")));
    std::iter::once(first.clone()).chain(others).find(|path| !path.exists()).unwrap_or(first)
}

/// The backups in the folder with their times.
fn stored(folder: &Path, name: &str) -> Vec<(NaiveDateTime, PathBuf)> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut backups: Vec<(NaiveDateTime, PathBuf)> = entries
        .flatten()
        .filter_map(|entry| {
            let file = entry.file_name().into_string().ok()?;
            let time = file.strip_prefix(name)?.get(..15)?.to_owned();
            Some((NaiveDateTime::parse_from_str(&time, TIME).ok()?, entry.path()))
        })
        .collect();
    backups.sort();
    backups
}

/// `VACUUM INTO` a file beside the target, opened again and compared, flushed, then renamed.
fn copy_verified(conn: &Connection, to: &Path, follow: &Follow) -> Result<()> {
    let unfinished = Unfinished(unfinished(to));
    // What an interrupted copy left behind would stop VACUUM INTO. An empty file does not, and tells in the system's own
    // words why none can be made there.
    let _ = fs::remove_file(&unfinished.0);
    File::create_new(&unfinished.0).map_err(|e| failure::writing(to, e))?;
    conn.execute(sql::VACUUM_INTO, [unfinished.0.to_string_lossy()])?;
    let head = read_head(conn)?;
    {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut copy = Connection::open_with_flags(&unfinished.0, flags)?;
        let told = follow.clone();
        copy.progress_handler(STEPS_BETWEEN_LOOKS, Some(move || !told(Copying::Checked)))?;
        let words: String = copy.query_row(sql::QUICK_CHECK_ONE, [], |r| r.get(0))?;
        let copied = read_head(&copy)?;
        if words != "ok" || (copied.nr, copied.hash) != (head.nr, head.hash) {
            return Err(Error::Damaged(Damage::Content(words)));
        }
    }
    let flushed = File::options().write(true).open(&unfinished.0).and_then(|file| file.sync_all());
    flushed.map_err(|e| failure::writing(to, e))?;
    if !follow(Copying::Checked) {
        return Err(Error::Cancelled);
    }
    fs::rename(&unfinished.0, to).map_err(|e| failure::writing(to, e))?;
    sync_folder(to);
    Ok(())
}

fn unfinished(to: &Path) -> PathBuf {
    beside(to, ".ofardig")
}

fn taken(to: &Path) -> Error {
    failure::writing(to, std::io::ErrorKind::AlreadyExists.into())
}

/// The unfinished copy, removed whatever went wrong.
struct Unfinished(PathBuf);

impl Drop for Unfinished {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

/// A rename is durable when its folder is flushed; Windows cannot, and does not need to.
fn sync_folder(path: &Path) {
    if cfg!(unix)
        && let Some(folder) = path.parent()
        && let Ok(folder) = File::open(folder)
    {
        let _ = folder.sync_all();
    }
}
