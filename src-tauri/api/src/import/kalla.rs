//! Where a source comes from, and the bytes of the last ones: what was previewed is what is imported, though the file on the
//! disk has changed since, and a dropped file crosses to the engine once. Knows nothing of tables.
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use plan_exchange::limits;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use ts_rs::TS;

use crate::blocking::blocking;
use crate::error::Error;

/// Where the table is.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Inlasningskalla {
    /// A file on this machine.
    Fil(PathBuf),
    /// A table copied from Word or Excel: HTML or tab-separated.
    Text(String),
    /// A file dropped on the window, which has bytes but no path.
    Innehall(Filinnehall),
    /// One that has just been previewed, by the name the preview gave it.
    Visad(String),
}

/// A file as the window has it.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Filinnehall {
    pub namn: String,
    /// The bytes in base64.
    pub base64: String,
}

/// A source with its bytes.
#[derive(Debug, Clone)]
pub(crate) struct Kallfil {
    /// What the engine calls it: the checksum of its bytes.
    pub(crate) id: String,
    /// The file's own name.
    pub(crate) namn: String,
    pub(crate) bytes: Arc<[u8]>,
}

/// Sources kept: one being looked at, and the one before it.
const KEPT: usize = 2;

/// The last sources.
#[derive(Debug, Default)]
pub struct Kallminne(Mutex<Vec<Kallfil>>);

impl Kallminne {
    /// The source with its bytes, read where it is new.
    pub(crate) async fn find(&self, kalla: &Inlasningskalla) -> Result<Kallfil, Error> {
        if let Inlasningskalla::Visad(id) = kalla {
            let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            return kept.iter().find(|file| file.id == *id).cloned().ok_or(Error::SourceGone);
        }
        let kalla = kalla.clone();
        let file = blocking(move || {
            let (namn, bytes) = bytes(kalla)?;
            let digest = Sha256::new().chain_update(namn.as_bytes()).chain_update(&bytes).finalize();
            let id = digest.iter().map(|byte| format!("{byte:02x}")).collect();
            Ok(Kallfil { id, namn, bytes: bytes.into() })
        })
        .await?;
        self.keep(file.clone());
        Ok(file)
    }

    fn keep(&self, file: Kallfil) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|known| known.id != file.id);
        kept.insert(0, file);
        kept.truncate(KEPT);
    }
}

fn bytes(kalla: Inlasningskalla) -> Result<(String, Vec<u8>), Error> {
    match kalla {
        Inlasningskalla::Text(text) => Ok(("Urklipp".to_owned(), text.into_bytes())),
        Inlasningskalla::Visad(_) => Err(Error::SourceGone),
        Inlasningskalla::Innehall(file) => {
            let bytes = decode(&file.base64).ok_or_else(|| Error::BadRequest("base64".to_owned()))?;
            Ok((file_name(Path::new(&file.namn)), bytes))
        }
        Inlasningskalla::Fil(path) => {
            let at = |source| Error::File { path: path.clone(), source };
            let size = std::fs::metadata(&path).map_err(at)?.len();
            if size > limits::MAX_FILE_BYTES {
                return Err(Error::SourceTooLarge { path, size, max: limits::MAX_FILE_BYTES });
            }
            let bytes = std::fs::read(&path).map_err(at)?;
            Ok((file_name(&path), bytes))
        }
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// The bytes of a base64 text with the usual alphabet; `None` where it is none.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let digits = text.trim_end().trim_end_matches('=').as_bytes();
    let mut out = Vec::with_capacity(digits.len() / 4 * 3 + 2);
    for group in digits.chunks(4) {
        let mut bits = 0u32;
        for digit in group {
            bits = bits << 6 | value(*digit)?;
        }
        let bytes = (bits << (6 * (4 - group.len()))).to_be_bytes();
        match group.len() {
            1 => return None,
            count => out.extend_from_slice(bytes.get(1..count)?),
        }
    }
    Some(out)
}

fn value(digit: u8) -> Option<u32> {
    let value = match digit {
        b'A'..=b'Z' => digit - b'A',
        b'a'..=b'z' => digit - b'a' + 26,
        b'0'..=b'9' => digit - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    };
    Some(u32::from(value))
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn base64_gives_the_bytes_back() {
        for (text, bytes) in
            [("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9vYmFy", "foobar")]
        {
            assert_eq!(decode(text).as_deref(), Some(bytes.as_bytes()), "{text}");
        }
        assert_eq!(decode("/+8="), Some(vec![0xff, 0xef]));
        assert_eq!(decode("Zg*="), None);
        assert_eq!(decode("Z"), None);
    }
}
