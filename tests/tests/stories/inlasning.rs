//! Läs in: from a source on disk to the plan, through the command table. The real papers of a nämnd where they are at
//! hand (nothing of them is copied here), invented twins of every story anywhere, and sources that must be refused.
mod bad;
mod ekonomi;
mod papers;
mod plan;
mod statusord;
mod twins;
mod xls;
