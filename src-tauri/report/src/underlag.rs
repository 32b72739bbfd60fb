//! What a builder works on: the view, the previous decided report, and what a person decided about this one.
use plan_core::historik::Rord;
use plan_core::rapport::{Rapport, Rapportslag};
use plan_core::view::PlanView;

use crate::fakta::Fakta;
use crate::format;
use crate::tree::{self, Lage};

/// The input of every builder.
pub struct Underlag<'a> {
    pub view: &'a PlanView<'a>,
    /// The nearest earlier decided report of any kind, by period end; `None` for the first.
    pub foregaende: Option<Foregaende<'a>>,
    /// What was touched after `foregaende.rapport.log_nr`; empty without one.
    pub rorda: &'a [Rord],
    pub dnr: &'a str,
    pub lage: Lage,
    /// "Ersätter version 1, fastställd 2026-05-26 § 62"; empty for a first version.
    pub ersatter: &'a str,
}

/// The report that *Förändringar* compares with.
pub struct Foregaende<'a> {
    /// As stored when it was locked.
    pub fakta: Fakta,
    pub rapport: &'a Rapport,
}

impl Foregaende<'_> {
    /// "månadsrapporten för april 2026".
    pub(crate) fn benamning(&self) -> String {
        match self.rapport.slag {
            Rapportslag::Manad => {
                format!("månadsrapporten för {}", format::period(self.rapport.period))
            }
            Rapportslag::Verksamhetsplan => format!("verksamhetsplanen för {}", self.rapport.period.year),
        }
    }
}

/// A report without sections, with everything its pages say of it taken from data.
pub(crate) fn empty_report(input: &Underlag, slag: Rapportslag, period_text: String) -> tree::Rapport {
    let view = input.view;
    tree::Rapport {
        slag,
        titel: format!("{} {period_text}", format::rapportslag(slag)),
        kommun: view.installning("kommun").to_string(),
        namnd: view.installning("namnd").to_string(),
        avsandare: forvaltning(input),
        period_text,
        period: view.period,
        dnr: input.dnr.to_string(),
        datum: view.today,
        lage: Lage::Utkast,
        ersatter: input.ersatter.to_string(),
        accent: accent(view.installning("accent")),
        avsnitt: vec![],
        teckenregler: vec![],
    }
}

/// The förvaltning as set in the file, else as the organisation tree names it.
fn forvaltning(input: &Underlag) -> String {
    let set = input.view.installning("forvaltning");
    let node = || input.view.forvaltning().map_or("", |node| &node.namn);
    if set.is_empty() { node().to_string() } else { set.to_string() }
}

/// "#1F5C8B" → its three bytes; anything else is no colour.
fn accent(text: &str) -> Option<[u8; 3]> {
    let digits = text.trim().strip_prefix('#')?;
    let byte = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    (digits.len() == 6).then_some([byte(0)?, byte(2)?, byte(4)?])
}

#[cfg(test)]
mod tests {
    use super::accent;

    #[test]
    fn an_accent_is_six_hex_digits_or_none() {
        assert_eq!(accent("#1F5C8B"), Some([0x1f, 0x5c, 0x8b]));
        assert_eq!([accent(""), accent("#12345"), accent("#åäö"), accent("1F5C8B")], [None; 4]);
    }
}
