//! The first hundred bytes of a file: what it is, before SQLite is let near it.
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

use super::failure;
use super::migration::APPLICATION_ID;
use crate::error::{Damage, Error, Result};

/// What a file of ours says about itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Header {
    /// Schema version (`user_version`). Only a hint while a journal waits to be rolled back.
    pub(crate) version: i32,
    /// Bytes that the file should have.
    expected: u64,
    found: u64,
}

const MAGIC: &[u8; 16] = b"SQLite format 3\0";
const LENGTH: usize = 100;

impl Header {
    /// Reads the header. Empty, foreign and non-SQLite files are each their own damage.
    pub(crate) fn read(path: &Path) -> Result<Header> {
        let mut file = File::open(path).map_err(|e| failure::reading(path, e))?;
        let about = file.metadata().map_err(|e| failure::reading(path, e))?;
        if about.is_dir() {
            return Err(failure::reading(path, ErrorKind::IsADirectory.into()));
        }
        let mut bytes = Vec::with_capacity(LENGTH);
        file.by_ref().take(LENGTH as u64).read_to_end(&mut bytes).map_err(|e| failure::reading(path, e))?;
        // The length after the content: a file that grows meanwhile is not taken for one cut short.
        let found = file.metadata().map_err(|e| failure::reading(path, e))?.len();
        Header::of(&bytes, found).map_err(Error::Damaged)
    }

    fn of(bytes: &[u8], found: u64) -> std::result::Result<Header, Damage> {
        if bytes.is_empty() {
            return Err(Damage::Empty);
        }
        if !bytes.starts_with(&MAGIC[..bytes.len().min(MAGIC.len())]) {
            return Err(Damage::NotSqlite);
        }
        let Some(bytes) = bytes.first_chunk::<LENGTH>() else {
            return Err(Damage::Truncated);
        };
        let word = |at: usize| u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
        let application = word(68) as i32;
        if application != APPLICATION_ID {
            return Err(Damage::Foreign(application));
        }
        // 1 stands for 65536, which does not fit in the field.
        let page_size = match u16::from_be_bytes([bytes[16], bytes[17]]) {
            1 => 65536,
            size => u64::from(size),
        };
        Ok(Header { version: word(60) as i32, expected: page_size * u64::from(word(28)), found })
    }

    /// Fewer bytes than the header promises: cut short, unless a journal waits.
    pub(crate) fn is_cut_short(self) -> bool {
        self.found < self.expected
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn each_wrong_file_is_its_own_damage() {
        assert_eq!(Header::of(b"", 0), Err(Damage::Empty));
        assert_eq!(Header::of(b"Verksamhetsplan", 15), Err(Damage::NotSqlite));
        assert_eq!(Header::of(b"SQLite form", 11), Err(Damage::Truncated));
        let mut bytes = [0u8; LENGTH];
        bytes[..16].copy_from_slice(MAGIC);
        assert_eq!(Header::of(&bytes, 100), Err(Damage::Foreign(0)));
        bytes[68..72].copy_from_slice(&APPLICATION_ID.to_be_bytes());
        bytes[16] = 16;
        bytes[31] = 3;
        assert!(Header::of(&bytes, 3 * 4096 - 1).unwrap().is_cut_short());
        assert!(!Header::of(&bytes, 3 * 4096).unwrap().is_cut_short());
    }
}
