//! SQL that only tests use: rows written past every rule but the schema's own.
pub(crate) const INSTALLNING: &str = "INSERT INTO installning (key, value) VALUES (?1, ?2)";
pub(crate) const RENAME_KEY: &str = "UPDATE installning SET key = 'annan'";
pub(crate) const NIVA: &str =
    "INSERT INTO niva (id, singular, plural, beslutas_av, bar_matetal, bar_uppdrag, bedomning, sort_key)
  VALUES (?1, 'Nivå', 'Nivåer', 'kf', 1, 1, 'regel_a', 'a')";
pub(crate) const MAL: &str = "INSERT INTO mal (id, niva_id, titel, sort_key) VALUES (?1, ?2, ?3, 'a')";
pub(crate) const ARCHIVE_UPDATE: &str = "UPDATE arkivfil SET bytes = x'00'";
pub(crate) const ARCHIVE_DELETE: &str = "DELETE FROM arkivfil";
