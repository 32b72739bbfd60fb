//! What each screen of the window shows, read in one go: values with their formatted text. One module a screen.
//! Computes no rule itself and writes nothing but what was typed.
pub mod ekonomi;
pub mod historik;
pub mod inlasning;
pub mod installning;
pub mod installning_nivaer;
pub mod installning_regler;
pub mod matetal;
pub mod matetal_analys;
pub mod matetal_varden;
pub mod plan;
pub mod rapport;
mod rapport_avsnitt;
mod rapport_kontroll;
mod rapport_lage;
pub mod sok;
mod sok_perioder;
pub mod thing;
pub mod uppfoljning;
mod uppfoljning_antal;
mod uppfoljning_fore;
pub mod uppfoljning_lage;
mod uppfoljning_period;
mod uppfoljning_rader;
#[cfg(test)]
mod uppfoljning_tests;
