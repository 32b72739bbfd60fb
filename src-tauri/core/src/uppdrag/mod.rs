//! Uppdrag: what the nämnd gives the förvaltning to do, with what, why and the wanted effect (LedMot 4.3.4).
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::{BefattningId, MalId, OrganisationId, UppdragId};
use crate::state_enum::state_enum;

pub mod ops;
pub(crate) mod sql;

state_enum! {
    /// Where an uppdrag comes from (domain.md, 2).
    Kalla {
        /// Nämndens mål och resursplan.
        Mor = "mor",
        Reglemente = "reglemente",
        /// Lag or other state steering.
        Lag = "lag",
        KfKs = "kf_ks",
        /// Förvaltningens own initiative.
        Forvaltning = "forvaltning",
        /// Åtgärd after a deviation.
        Atgard = "atgard",
        InternKontroll = "intern_kontroll",
    }
}

/// An uppdrag. Its status is in the status rows, never here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Uppdrag {
    pub id: UppdragId,
    pub nr: String,
    pub titel: String,
    /// What shall be achieved. Markdown.
    pub vad: String,
    /// Markdown.
    pub varfor: String,
    /// What shall move, in which direction. Markdown.
    pub onskad_effekt: String,
    pub kalla: Kalla,
    /// The source in the paper's own words ("Inriktning budget 2026").
    pub kalla_text: String,
    /// Whether it is the förvaltning's standing task by reglemente or law, hanging on no mål.
    pub grunduppdrag: bool,
    pub beslut_organ: String,
    pub beslut_datum: Option<NaiveDate>,
    pub beslut_paragraf: String,
    pub beslut_dnr: String,
    /// The mål it mainly serves.
    pub mal_id: Option<MalId>,
    /// Other mål it contributes to.
    pub bidrar_till: Vec<MalId>,
    pub mottagare_id: Option<OrganisationId>,
    pub ansvariga: Vec<BefattningId>,
    /// The units it is passed on to; each has its own status rows.
    pub fordelning: Vec<OrganisationId>,
    /// Kvalitet · Medarbetare · Ekonomi, or as renamed; empty when none is chosen.
    pub perspektiv: String,
    pub year_from: i32,
    pub year_to: i32,
    /// The period in the paper's own words.
    pub period_text: String,
    /// KL 11 kap.
    pub god_ekonomisk_hushallning: bool,
    pub anteckning: String,
    pub sort_key: String,
}

impl Uppdrag {
    /// An uppdrag of one year with nothing in it yet.
    pub fn new(id: UppdragId, year: i32) -> Uppdrag {
        Uppdrag {
            id,
            nr: String::new(),
            titel: String::new(),
            vad: String::new(),
            varfor: String::new(),
            onskad_effekt: String::new(),
            kalla: Kalla::Mor,
            kalla_text: String::new(),
            grunduppdrag: false,
            beslut_organ: String::new(),
            beslut_datum: None,
            beslut_paragraf: String::new(),
            beslut_dnr: String::new(),
            mal_id: None,
            bidrar_till: vec![],
            mottagare_id: None,
            ansvariga: vec![],
            fordelning: vec![],
            perspektiv: String::new(),
            year_from: year,
            year_to: year,
            period_text: String::new(),
            god_ekonomisk_hushallning: false,
            anteckning: String::new(),
            sort_key: String::new(),
        }
    }
}
