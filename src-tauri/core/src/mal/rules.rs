//! Måluppfyllelse: the verdict on a mål out of its nyckeltal (LedMot 4.3.2), and a person's verdict beside it.
//! Thresholds are data: a share in percent with `>` or `>=`, Motala's (`>50`, `>0`) unless the file says otherwise.
use super::{Malbedomning, Maluppfyllelse};
use crate::id::{MalId, MatetalId};
use crate::matetal::Matetalsart;
use crate::matetal::rules::{Malutfall, utfall_mot_mal};
use crate::styrmodell::Bedomningsregel;
use crate::view::PlanView;

/// Setting: whether unmeasured nyckeltal count in the denominator (`alla`, the default, or `matta`).
pub const NAMNARE: &str = "maluppfyllelse.namnare";
/// Setting: the share that gives *Uppfyllt* (">50").
pub const GRANS_UPPFYLLT: &str = "maluppfyllelse.grans_uppfyllt";
/// Setting: the share that gives *Delvis uppfyllt* (">0": at least one).
pub const GRANS_DELVIS: &str = "maluppfyllelse.grans_delvis";

/// The settings above as a new file gets them, and as a file that lost them is read.
pub const FORVALDA: [(&str, &str); 3] = [(NAMNARE, "alla"), (GRANS_UPPFYLLT, ">50"), (GRANS_DELVIS, ">0")];

/// Whether a setting above may have the value; `None` for a setting that no rule here reads.
pub(crate) fn setting_allowed(key: &str, value: &str) -> Option<bool> {
    match key {
        NAMNARE => Some(matches!(value, "alla" | "matta")),
        GRANS_UPPFYLLT | GRANS_DELVIS => Some(Grans::parse(value).is_some()),
        _ => None,
    }
}

/// A computed verdict, what decided it, and the person's verdict where one is set (then both show).
#[derive(Debug, Clone, PartialEq)]
pub struct Malverdict<'a> {
    pub utfall: Maluppfyllelse,
    /// A nyckeltal that is not measured yet could still change the verdict.
    pub preliminar: bool,
    /// Nyckeltal that are met.
    pub uppnadda: usize,
    /// Nyckeltal in the denominator.
    pub namnare: usize,
    /// Every nyckeltal of the mål that has a målnivå or a decided direction for the year, in display order.
    pub avgorande: Vec<(MatetalId, Malutfall)>,
    pub regel: Bedomningsregel,
    pub manuell: Option<&'a Malbedomning>,
}

/// The verdict on a mål at the view's period. `None`: its level carries no verdict (a målområde never does).
///
/// Under *Manuell bedömning* without a person's verdict the mål cannot be judged.
pub fn bedom<'a>(view: &PlanView<'a>, mal: MalId) -> Option<Malverdict<'a>> {
    let regel = view.niva(view.mal(mal)?.niva_id)?.bedomning;
    let manuell = view.malbedomning(mal);
    match regel {
        Bedomningsregel::Ingen => None,
        Bedomningsregel::Manuell => Some(Malverdict {
            utfall: manuell.map_or(Maluppfyllelse::KanInteBedomas, |m| m.bedomning),
            preliminar: false,
            uppnadda: 0,
            namnare: 0,
            avgorande: vec![],
            regel,
            manuell,
        }),
        Bedomningsregel::RegelA | Bedomningsregel::RegelB | Bedomningsregel::RegelC => {
            Some(computed(view, mal, regel, manuell))
        }
    }
}

fn computed<'a>(
    view: &PlanView<'a>,
    mal: MalId,
    regel: Bedomningsregel,
    manuell: Option<&'a Malbedomning>,
) -> Malverdict<'a> {
    let mut tally = Tally::default();
    let mut avgorande = vec![];
    for matetal in view.matetal_by_mal(mal).iter().filter(|m| m.art == Matetalsart::Nyckeltal) {
        let utfall = utfall_mot_mal(view, matetal.id, None);
        if utfall == Malutfall::IngetMal {
            continue;
        }
        let vikt = matetal.mal.iter().find(|link| link.mal_id == mal).map_or(1, |link| link.vikt);
        tally.add(utfall, if regel == Bedomningsregel::RegelC { u64::from(vikt) } else { 1 });
        avgorande.push((matetal.id, utfall));
    }
    let only_measured = view.installning(NAMNARE) == "matta";
    let unmeasured = avgorande.iter().filter(|(_, u)| matches!(u, Malutfall::EjMatt { .. })).count();
    let (utfall, preliminar) = verdict(&tally, only_measured, &Granser::of(view, regel));
    Malverdict {
        utfall,
        preliminar,
        uppnadda: avgorande.iter().filter(|(_, u)| *u == Malutfall::Nas).count(),
        namnare: avgorande.len() - if only_measured { unmeasured } else { 0 },
        avgorande,
        regel,
        manuell,
    }
}

/// Weights of the nyckeltal by outcome; the weight is 1 except under rule C.
#[derive(Debug, Default)]
struct Tally {
    met: u64,
    unmet: u64,
    unmeasured: u64,
}

impl Tally {
    fn add(&mut self, utfall: Malutfall, vikt: u64) {
        match utfall {
            Malutfall::Nas => self.met += vikt,
            Malutfall::Nastan | Malutfall::NasInte => self.unmet += vikt,
            Malutfall::EjMatt { .. } => self.unmeasured += vikt,
            Malutfall::IngetMal => {}
        }
    }
}

/// The verdict and whether it is preliminary. The share met can only end between "none of the unmeasured are met" and
/// "all are", so the two ends tell whether the verdict can change.
fn verdict(tally: &Tally, only_measured: bool, granser: &Granser) -> (Maluppfyllelse, bool) {
    let measured = tally.met + tally.unmet;
    if measured == 0 {
        return (Maluppfyllelse::KanInteBedomas, false);
    }
    let all = measured + tally.unmeasured;
    let now = granser.judge(tally.met, if only_measured { measured } else { all });
    let lowest = granser.judge(tally.met, all);
    let highest = granser.judge(tally.met + tally.unmeasured, all);
    (now, lowest != now || highest != now)
}

/// The two shares that separate the three verdicts.
struct Granser {
    uppfyllt: Grans,
    delvis: Grans,
}

impl Granser {
    fn of(view: &PlanView, regel: Bedomningsregel) -> Granser {
        let any = Grans { share: 0, included: false };
        let chosen = |key| {
            let usual =
                || FORVALDA.iter().find(|(known, _)| *known == key).and_then(|(_, v)| Grans::parse(v));
            Grans::parse(view.installning(key)).or_else(usual).unwrap_or(any)
        };
        match regel {
            Bedomningsregel::RegelB => {
                Granser { uppfyllt: Grans { share: 10_000, included: true }, delvis: any }
            }
            _ => Granser { uppfyllt: chosen(GRANS_UPPFYLLT), delvis: chosen(GRANS_DELVIS) },
        }
    }

    fn judge(&self, met: u64, of: u64) -> Maluppfyllelse {
        if self.uppfyllt.passed(met, of) {
            Maluppfyllelse::Uppfyllt
        } else if self.delvis.passed(met, of) {
            Maluppfyllelse::DelvisUppfyllt
        } else {
            Maluppfyllelse::InteUppfyllt
        }
    }
}

/// A threshold of the file: a share in hundredths of a percent, and whether the share itself passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grans {
    share: u64,
    included: bool,
}

impl Grans {
    /// Reads ">50", ">=80" or "≥ 80,5"; 0–100 with at most two decimals.
    pub fn parse(text: &str) -> Option<Grans> {
        let text = text.trim().trim_end_matches('%').trim_end();
        let (included, number) = match text.strip_prefix(">=").or_else(|| text.strip_prefix('≥')) {
            Some(number) => (true, number),
            None => (false, text.strip_prefix('>')?),
        };
        let number = number.trim().replace(',', ".");
        let (whole, decimals) = number.split_once('.').unwrap_or((&number, ""));
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        (digits(whole) && digits(decimals) && decimals.len() <= 2 && whole.len() <= 3).then_some(())?;
        let share = whole.parse::<u64>().ok()? * 100 + format!("{decimals:0<2}").parse::<u64>().ok()?;
        (share <= 10_000).then_some(Grans { share, included })
    }

    fn passed(self, met: u64, of: u64) -> bool {
        let (have, need) = (met * 10_000, of * self.share);
        if self.included { have >= need } else { have > need }
    }
}
