//! Questions about whether a thing is there.
pub(super) const ORGANISATION: &str = "SELECT 1 FROM organisation WHERE id = ?1";
pub(super) const BEFATTNING: &str = "SELECT 1 FROM befattning WHERE id = ?1";
pub(super) const NIVA: &str = "SELECT 1 FROM niva WHERE id = ?1";
pub(super) const MAL: &str = "SELECT 1 FROM mal WHERE id = ?1";
pub(super) const UPPDRAG: &str = "SELECT 1 FROM uppdrag WHERE id = ?1";
pub(super) const AKTIVITET: &str = "SELECT 1 FROM aktivitet WHERE id = ?1";
pub(super) const MATETAL: &str = "SELECT 1 FROM matetal WHERE id = ?1";
pub(super) const DRIFTRAD: &str = "SELECT 1 FROM driftrad WHERE id = ?1";
pub(super) const VERKSAMHET: &str = "SELECT 1 FROM verksamhet WHERE id = ?1";
