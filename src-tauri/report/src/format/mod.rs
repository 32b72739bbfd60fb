//! The only Swedish formatter: amounts, numbers, dates, states and lists as a person reads them (domain.md, 5).
//! Decides no value and rounds last; knows no fonts, no files and no layout.
mod cell;
mod ord;
mod tal;
mod tid;

pub use cell::{cell, klartext};
pub use ord::{
    antal_av, bedomning, frekvens, kalla, krav, lista, maluppfyllelse, med_liten, med_stor,
    organisationsslag, rapportslag, riktning, saknas, status, varde,
};
pub use tal::{
    MINUS, NBSP, andring, antal, antal_i_ord, avvikelse, avvikelse_tkr, belopp_tkr, heltal, med_enhet, mnkr,
    procent, tal, tkr,
};
pub use tid::{dag_i_ord, datum, klockslag, manad, manad_kort, period, svensk_dag, svensk_tid, tidpunkt};
