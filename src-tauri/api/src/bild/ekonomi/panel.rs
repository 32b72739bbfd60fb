//! The side panel of a row: its forecast, what the forecast can lean on, and its comment with why one is asked for.
//! Also what a forecast that is being typed would mean, before it is stored.
use plan_core::belopp::{Belopp, Ore, Tal};
use plan_core::document::Document;
use plan_core::ekonomi::prognos::{forbrukat, kommentar, linjar, per_manad, riktpunkt};
use plan_core::ekonomi::rules::avvikelse;
use plan_core::ekonomi::{Beloppsslag, Driftrad, Verksamhet, Verksamhetsdel};
use plan_core::error::Error as CoreError;
use plan_core::id::{DriftradId, ThingId};
use plan_core::period::Period;
use plan_core::view::PlanView;
use plan_report::format;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rad::{Siffror, andel, cell, prognos_fran, typat};
use super::{
    Andelscell, Beloppscell, Ekonominyckel, Kommentarlage, Underlag, drift, skriv, underlag, verksamheter,
};
use crate::bild::installning_regler::kommentarsgrans_text;
use crate::error::{Error, UiError};

/// Which row, at which period.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReadEkonomirad {
    pub nyckel: Ekonominyckel,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub period: Option<String>,
}

/// An amount that is being typed.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JudgeEkonomi {
    pub nyckel: Ekonominyckel,
    pub text: String,
    #[serde(default)]
    #[ts(optional = nullable)]
    pub period: Option<String>,
}

/// The panel of a row.
#[derive(Debug, Serialize, TS)]
pub struct Ekonomirad {
    /// "Köp av verksamhet", "Barn och unga, kostnad".
    pub rubrik: String,
    /// "Prognos helår 2026, tkr".
    pub prognos_rubrik: String,
    pub budget: Beloppscell,
    pub utfall: Beloppscell,
    pub prognos: Beloppscell,
    pub prognos_fran: String,
    pub avvikelse: Andelscell,
    /// "Sedan augusti"; empty where there is nothing earlier.
    pub andring_rubrik: String,
    pub andring: Andelscell,
    pub stod: Vec<Stodrad>,
    /// What the forecast takes for granted of the months that remain; may be empty.
    pub mening: String,
    pub kommentar: Ekonomikommentar,
    /// Of a sum: every other row of the table and whether it is a part; else empty.
    pub delar: Vec<Summadel>,
}

/// A row that a sum may have as a part.
#[derive(Debug, Serialize, TS)]
pub struct Summadel {
    pub id: DriftradId,
    pub namn: String,
    pub med: bool,
}

/// Something a forecast can lean on.
#[derive(Debug, Serialize, TS)]
pub struct Stodrad {
    pub namn: String,
    pub not: String,
    /// "−84 466".
    pub text: String,
    /// What *Använd* types; empty where there is nothing to use.
    pub typat: String,
}

/// The comment of a row, and what stores it (`set_avsnittstext`).
#[derive(Debug, Serialize, TS)]
pub struct Ekonomikommentar {
    pub year: i32,
    pub month: u32,
    pub avsnitt: String,
    pub subject_id: ThingId,
    /// The newest text of the year.
    pub text: String,
    /// "Texten är från augusti"; empty where it is this month's or there is none.
    pub fran: String,
    pub lage: Kommentarlage,
    /// Why one is asked for, and where it ends up.
    pub skal: String,
}

/// What a typed forecast would mean.
#[derive(Debug, Serialize, TS)]
pub struct Ekonomiomdome {
    /// Why it is no amount; `None`: it is one.
    pub fel: Option<UiError>,
    pub avvikelse: Andelscell,
    pub andring: Andelscell,
    pub mening: String,
}

/// The row, found in the plan.
enum Sak<'a> {
    Drift(&'a Driftrad, Siffror),
    Verksamhet(&'a Verksamhet, Verksamhetsdel, Siffror, Siffror),
}

impl Sak<'_> {
    fn siffror(&self) -> &Siffror {
        match self {
            Sak::Drift(_, siffror) | Sak::Verksamhet(_, _, siffror, _) => siffror,
        }
    }
}

pub(crate) fn read_ekonomirad(document: &Document, request: &ReadEkonomirad) -> Result<Ekonomirad, Error> {
    let plan = document.read_plan()?;
    let underlag = underlag(document, &plan, request.period.clone())?;
    let sak = find(&underlag, request.nyckel)?;
    let (view, siffror) = (&underlag.view, sak.siffror());
    let open = super::stangt(view).is_empty();
    let (rubrik, typed) = match &sak {
        Sak::Drift(rad, _) => (rad.namn.clone(), rad.delar.is_empty()),
        Sak::Verksamhet(v, Verksamhetsdel::Intakt, ..) => (format!("{}, intäkt", v.namn), true),
        Sak::Verksamhet(v, Verksamhetsdel::Kostnad, ..) => (format!("{}, kostnad", v.namn), true),
    };
    let before = underlag.tidigare.as_ref().map(|t| format::manad(t.period.month));
    Ok(Ekonomirad {
        rubrik,
        prognos_rubrik: format!("Prognos helår {}, tkr", view.period.year),
        budget: cell(siffror.budget, typed && open),
        utfall: cell(siffror.utfall, typed),
        prognos: cell(siffror.prognos, typed && open),
        prognos_fran: prognos_fran(siffror, view.period),
        avvikelse: andel(siffror.avvikelse),
        andring_rubrik: before.map_or_else(String::new, |month| format!("Sedan {month}")),
        andring: andel(siffror.andring()),
        stod: stod(siffror, view.period, before, typed && open),
        mening: mening(siffror.utfall, siffror.prognos, view.period),
        kommentar: om_kommentar(view, &sak),
        delar: delar(view, &sak),
    })
}

pub(crate) fn judge_ekonomi(document: &Document, request: &JudgeEkonomi) -> Result<Ekonomiomdome, Error> {
    let plan = document.read_plan()?;
    let underlag = underlag(document, &plan, request.period.clone())?;
    let sak = find(&underlag, request.nyckel)?;
    let known = sak.siffror();
    let (prognos, fel) = match skriv::typed(Beloppsslag::Prognos, &request.text) {
        Ok(prognos) => (prognos, None),
        Err(error) => (None, Some(UiError::from(error))),
    };
    let now = prognos.zip(known.budget).and_then(|(prognos, budget)| avvikelse(prognos, budget));
    let siffror = Siffror { prognos, avvikelse: now, ..*known };
    Ok(Ekonomiomdome {
        fel,
        avvikelse: andel(now),
        andring: andel(siffror.andring()),
        mening: mening(siffror.utfall, prognos, underlag.view.period),
    })
}

fn find<'a>(underlag: &Underlag<'a>, nyckel: Ekonominyckel) -> Result<Sak<'a>, Error> {
    let plan = underlag.view.plan;
    match nyckel {
        Ekonominyckel::Driftrad(id) => {
            let rad = plan.driftrad.iter().find(|r| r.id == id).ok_or(CoreError::NotFound(id.into()))?;
            Ok(Sak::Drift(rad, drift::siffror(underlag).get(&id).copied().unwrap_or_default()))
        }
        Ekonominyckel::Verksamhet { id, del } => {
            let found = plan.verksamhet.iter().find(|v| v.id == id).ok_or(CoreError::NotFound(id.into()))?;
            let tabell = verksamheter::Tabell::of(underlag);
            Ok(Sak::Verksamhet(found, del, tabell.half(id, del), tabell.netto(id)))
        }
    }
}

fn delar(view: &PlanView, sak: &Sak<'_>) -> Vec<Summadel> {
    let Sak::Drift(summa, _) = sak else { return vec![] };
    if summa.delar.is_empty() {
        return vec![];
    }
    let others = view.plan.driftrad.iter().filter(|rad| rad.id != summa.id);
    others
        .map(|rad| Summadel { id: rad.id, namn: rad.namn.clone(), med: summa.delar.contains(&rad.id) })
        .collect()
}

/// The straight line, the forecast before, and how much is used; each where it can be said.
fn stod(siffror: &Siffror, period: Period, before: Option<&str>, typed: bool) -> Vec<Stodrad> {
    let amount = |ore: Ore| format::tkr(ore);
    let used = |ore: Ore| if typed { typat(Some(Belopp::Ore(whole_tkr(ore)))) } else { String::new() };
    let mut rader = vec![];
    if let Some(Belopp::Ore(utfall)) = siffror.utfall {
        let line = linjar(utfall, period);
        let not = format!("utfall ÷ {} × 12", period.month);
        rader.push(Stodrad { namn: "Linjärt".into(), not, text: amount(line), typat: used(line) });
    }
    if let (Some(month), Some(Belopp::Ore(then))) = (before, siffror.tidigare_prognos) {
        let namn = format!("Prognos i {month}");
        let typat = if typed { typat(siffror.tidigare_prognos) } else { String::new() };
        rader.push(Stodrad { namn, not: String::new(), text: amount(then), typat });
    }
    if let (Some(Belopp::Ore(budget)), Some(Belopp::Ore(utfall))) = (siffror.budget, siffror.utfall)
        && let Some(share) = forbrukat(budget, utfall)
    {
        let percent = |share: Tal| format::med_enhet(share, 1, "%");
        rader.push(Stodrad {
            namn: "Förbrukat av budget".into(),
            not: format!("riktpunkt {}", percent(riktpunkt(period))),
            text: percent(share),
            typat: String::new(),
        });
    }
    rader
}

/// A computed forecast is a whole number of tkr, as it is shown.
fn whole_tkr(ore: Ore) -> Ore {
    Ore(ore.tkr() * 100_000)
}

/// "Prognosen förutsätter 6 716 tkr per månad i november och december. Snittet hittills är 7 039 tkr."
fn mening(utfall: Option<Belopp>, prognos: Option<Belopp>, period: Period) -> String {
    let (Some(Belopp::Ore(utfall)), Some(Belopp::Ore(prognos))) = (utfall, prognos) else {
        return String::new();
    };
    let Some((mean, left)) = per_manad(utfall, prognos, period) else { return String::new() };
    // A cost is told without its sign, as long as nothing turns round.
    let plain = mean.0.signum() * left.0.signum() >= 0;
    let told = |ore: Ore| format::belopp_tkr(if plain { Ore(ore.0.saturating_abs()) } else { ore });
    let months = match period.month {
        11 => "december".to_owned(),
        10 => "november och december".to_owned(),
        month => format!("{}–december", format::manad(month + 1)),
    };
    format!("Prognosen förutsätter {} per månad i {months}. Snittet hittills är {}.", told(left), told(mean))
}

fn om_kommentar(view: &PlanView, sak: &Sak<'_>) -> Ekonomikommentar {
    let (avsnitt, subject_id, lage, avvikelse): (_, ThingId, _, _) = match sak {
        Sak::Drift(rad, siffror) => {
            (drift::AVSNITT, rad.id.into(), drift::kommentarlage(view, rad, siffror), "Avvikelsen".to_owned())
        }
        Sak::Verksamhet(v, _, _, netto) => {
            let whole =
                netto.avvikelse.map_or_else(String::new, |a| format!(", {}", format::avvikelse_tkr(a)));
            let lage = verksamheter::kommentarlage(view, v, netto);
            (verksamheter::AVSNITT, v.id.into(), lage, format!("Verksamhetens avvikelse{whole},"))
        }
    };
    let text = kommentar(view.plan, view.period, avsnitt, subject_id);
    let older = text.filter(|t| t.month < view.period.month);
    let asked = match (lage, older.is_some()) {
        (Kommentarlage::Behovs, older) => {
            let grans = kommentarsgrans_text(view.plan);
            let since = if older { " och har ändrats sedan texten skrevs" } else { "" };
            let grans = format!("{grans}{}%", format::NBSP);
            format!("{avvikelse} är större än {grans} av budgeten{since}. Skriv orsaken och vad som görs. ")
        }
        _ => String::new(),
    };
    Ekonomikommentar {
        year: view.period.year,
        month: view.period.month,
        avsnitt: avsnitt.into(),
        subject_id,
        text: text.map_or_else(String::new, |t| t.text.clone()),
        fran: older.map_or_else(String::new, |t| format!("Texten är från {}", format::manad(t.month))),
        lage,
        skal: format!("{asked}Kommentaren kommer med i rapporten."),
    }
}
