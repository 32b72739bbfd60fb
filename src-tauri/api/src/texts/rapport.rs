//! The words for where a stored report stands, and the parts of its files' names.
use chrono::NaiveDate;
use plan_core::period::Period;
use plan_core::rapport::{Rapport, Rapportlage, Rapportslag};
use plan_report::format;
use plan_report::tree::Lage;

/// "Månadsrapport oktober 2026", "Verksamhetsplan 2027".
pub(crate) fn title(rapport: &Rapport) -> String {
    title_of(rapport.slag, rapport.period)
}

/// The same of one that need not be stored.
pub(crate) fn title_of(slag: Rapportslag, period: Period) -> String {
    let time = match slag {
        Rapportslag::Manad => format::period(period),
        Rapportslag::Verksamhetsplan => period.year.to_string(),
    };
    format!("{} {time}", format::rapportslag(slag))
}

/// "Fastställd 2026-11-17 § 62". `locked`: the day it was locked, which is not the report's own day.
pub(crate) fn state(rapport: &Rapport, locked: Option<NaiveDate>) -> String {
    match rapport.state {
        Rapportlage::Last => match locked {
            Some(day) => format!("Låst för utskick {}", format::datum(day)),
            None => "Låst för utskick".into(),
        },
        Rapportlage::Upplast => "Upplåst".into(),
        Rapportlage::Faststalld => format!("Fastställd {}", decision(rapport)),
        Rapportlage::Upphavd => format!("Upphävd (fastställd {})", decision(rapport)),
    }
}

/// "Ersätter version 1, fastställd 2026-05-26 § 62".
pub(crate) fn replaces(earlier: &Rapport) -> String {
    format!("Ersätter version {}, fastställd {}", earlier.version, decision(earlier))
}

/// The stamp on the pages.
pub(crate) fn stamp(lage: &Lage) -> &'static str {
    match lage {
        Lage::Utkast => "Utkast",
        Lage::Forslag => "Förslag till nämnden",
        Lage::Faststalld { .. } => "Fastställd",
        Lage::Upphavd { .. } => "Upphävd",
    }
}

/// What sets a file's name apart from the decided one's.
pub(crate) fn stamp_in_name(lage: &Lage) -> &'static str {
    match lage {
        Lage::Utkast => "utkast",
        Lage::Forslag => "forslag",
        Lage::Faststalld { .. } => "",
        Lage::Upphavd { .. } => "upphavd",
    }
}

/// The wanted name was taken.
pub(crate) fn renamed(wanted: &str, got: &str) -> String {
    format!("Filen ”{wanted}” fanns redan. Rapporten skrevs som ”{got}”.")
}

/// The file that was to be replaced could not be.
pub(crate) fn not_replaced(wanted: &str, got: &str) -> String {
    format!("Filen ”{wanted}” är öppen eller skrivskyddad och ersattes inte. Rapporten skrevs som ”{got}”.")
}

/// Said when a decision had to lock first.
pub(crate) fn locked_on_the_way() -> String {
    "Rapporten var inte låst för utskick. Den låstes och fastställdes i ett steg.".into()
}

fn decision(rapport: &Rapport) -> String {
    let day = rapport.beslut_datum.map(format::datum).unwrap_or_default();
    match rapport.paragraf.trim().trim_start_matches('§').trim() {
        "" => day,
        number => format!("{day} §\u{a0}{number}"),
    }
}
