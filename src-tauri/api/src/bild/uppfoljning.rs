//! The screen *Uppföljning*: every uppdrag and aktivitet of the year as of a period, what each said last time, how many
//! stand where, and which periods there are. Words and wires; every rule is plan-core's or plan-report's.
use chrono::NaiveDate;
use plan_core::document::Document;
use plan_core::id::{BefattningId, MatetalId, OrganisationId, UppdragId};
use plan_core::period::Period;
use plan_core::uppfoljning::{Status, Statusbarare, Uppfoljningslage};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::uppfoljning_antal::antal;
use super::uppfoljning_fore::Fore;
use super::uppfoljning_period::{nasta, perioder};
use super::uppfoljning_rader::{Urval, rader};
use crate::as_of::Tidpunkt;
use crate::error::Error;
use plan_core::view::PlanView;
use plan_report::format;

/// Which period, and whose.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(optional_fields)]
pub struct Uppfoljningsval {
    /// "2026-10"; without it the newest period that the plan has rows for.
    pub period: Option<String>,
    /// Only what belongs to this node or one below it.
    pub enhet: Option<OrganisationId>,
    /// Only what the one who sits here is ansvarig for.
    #[ts(as = "Option<bool>")]
    pub mina: bool,
}

/// Some rows of the screen, after a change.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Uppfoljningsradval {
    pub val: Uppfoljningsval,
    /// Uppdrag and aktiviteter; their units' rows follow along.
    pub saker: Vec<Statusbarare>,
}

/// The screen.
#[derive(Debug, Serialize, TS)]
pub struct Uppfoljningsbild {
    /// "Uppföljning oktober 2026".
    pub rubrik: String,
    pub period: Period,
    /// Oldest first.
    pub perioder: Vec<Uppfoljningsperiod>,
    /// The month that a new follow-up would be of.
    pub nasta_period: Period,
    /// There is neither a period of follow-up nor a single status.
    pub utan_period: bool,
    pub lage: Option<Uppfoljningslage>,
    /// "± sedan augusti 2026"; `None`: there is nothing earlier to compare with.
    pub sedan: Option<String>,
    pub antal: Uppfoljningsantal,
    pub rader: Vec<Uppfoljningsrad>,
    /// The file's own words, in the order of the digits.
    pub statusord: Vec<Statusord>,
    pub befattningar: Vec<Valbar>,
    /// Nodes of the organisation that have something in the period's year.
    pub enheter: Vec<Valbar>,
    /// The befattning that writes here, where it is one of the file's.
    pub jag: Option<BefattningId>,
}

/// What a change touched: the rows of the things asked for, and the counts.
#[derive(Debug, Serialize, TS)]
pub struct Uppfoljningsrader {
    pub antal: Uppfoljningsantal,
    pub rader: Vec<Uppfoljningsrad>,
}

/// A period of follow-up in the list of the switcher.
#[derive(Debug, Serialize, TS)]
pub struct Uppfoljningsperiod {
    pub period: Period,
    /// "Oktober 2026".
    pub namn: String,
    /// "öppen till 2026-11-04".
    pub note: String,
}

/// How many stand where.
#[derive(Debug, Serialize, TS)]
pub struct Uppfoljningsantal {
    /// Of the aktiviteter; those with none now and none then are left out.
    pub status: Vec<Statusantal>,
    /// End date passed: a fact of its own.
    pub passerat: usize,
    pub saknar: usize,
    /// "10 aktiviteter i 3 uppdrag".
    pub text: String,
}

/// One status in the row of chips.
#[derive(Debug, Serialize, TS)]
pub struct Statusantal {
    pub status: Status,
    /// "försenad": in lower case, after a number.
    pub ord: String,
    pub antal: usize,
    /// "+2"; `None` where it is unchanged or nothing is compared with.
    pub andring: Option<String>,
}

/// A status and its word.
#[derive(Debug, Serialize, TS)]
pub struct Statusord {
    pub status: Status,
    pub ord: String,
}

/// Something to choose by its name.
#[derive(Debug, Serialize, TS)]
pub struct Valbar {
    pub id: String,
    pub namn: String,
}

/// What a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Uppfoljningsradslag {
    Uppdrag,
    Aktivitet,
    /// A unit's own row of what it shares with others.
    Enhet,
    /// "Aktiviteter utan uppdrag".
    Rubrik,
}

/// What a thing said in the report before.
#[derive(Debug, Serialize, TS)]
pub struct Forestatus {
    pub status: Status,
    /// "Pågår enligt plan i aug".
    pub ord: String,
}

/// A row.
#[derive(Debug, Serialize, TS)]
pub struct Uppfoljningsrad {
    /// Unique among the rows.
    pub id: String,
    pub level: u8,
    pub slag: Uppfoljningsradslag,
    pub barare: Option<Statusbarare>,
    /// The unit of a unit's row.
    pub organisation_id: Option<OrganisationId>,
    /// The uppdrag whose mätetal stand beside the row.
    pub uppdrag_id: Option<UppdragId>,
    /// Of an uppdrag: its own mätetal, else those of its mål.
    pub matetal: Vec<MatetalId>,
    pub nr: String,
    pub titel: String,
    pub status: Status,
    pub ord: String,
    /// Somebody has said it.
    pub rapporterad: bool,
    /// Where it was another in the report before.
    pub fore: Option<Forestatus>,
    pub fardiggrad: Option<u8>,
    pub fardiggrad_text: String,
    pub slut: Option<NaiveDate>,
    pub slut_text: String,
    pub passerat: bool,
    pub ansvarig: String,
    pub ansvariga: Vec<BefattningId>,
    pub kommentar: String,
    /// "Texten är från augusti".
    pub kommentar_fran: String,
    /// Wants a word in the period.
    pub saknar: bool,
    /// "Sämsta läget bland tre enheter": the status follows the units' rows and is set there.
    pub regel: String,
}

/// The whole screen.
pub(crate) fn read_uppfoljningsbild(
    document: &Document,
    val: &Uppfoljningsval,
) -> Result<Uppfoljningsbild, Error> {
    let plan = document.plan()?;
    let (period, today) = moment(val).of(&plan)?;
    let view = PlanView::new(&plan, period, today);
    let fore = Fore::of(document, &plan, period)?;
    let urval = Urval::of(&view, val, document.vem());
    let rader = rader(&view, &urval, fore.as_ref());
    let of_period = plan.uppfoljning.iter().find(|u| u.period == period);
    Ok(Uppfoljningsbild {
        rubrik: format!("Uppföljning {}", format::period(period)),
        period,
        perioder: perioder(&plan, period),
        nasta_period: nasta(&plan, period),
        utan_period: plan.uppfoljning.is_empty() && plan.statusrad.is_empty(),
        lage: of_period.map(|u| u.state),
        sedan: fore.as_ref().map(|fore| format!("± sedan {}", format::period(fore.period))),
        antal: antal(&view, &rader, fore.as_ref()),
        rader,
        statusord: Status::ALL
            .iter()
            .map(|s| Statusord { status: *s, ord: format::status(&plan.installning, *s) })
            .collect(),
        befattningar: plan
            .befattning
            .iter()
            .map(|b| Valbar { id: b.id.0.to_string(), namn: b.titel.clone() })
            .collect(),
        enheter: plan
            .organisation
            .iter()
            .map(|o| Valbar { id: o.id.0.to_string(), namn: o.namn.clone() })
            .collect(),
        jag: urval.jag,
    })
}

/// The rows of some things, and the counts.
pub(crate) fn read_uppfoljningsrader(
    document: &Document,
    request: &Uppfoljningsradval,
) -> Result<Uppfoljningsrader, Error> {
    let plan = document.plan()?;
    let (period, today) = moment(&request.val).of(&plan)?;
    let view = PlanView::new(&plan, period, today);
    let fore = Fore::of(document, &plan, period)?;
    let urval = Urval::of(&view, &request.val, document.vem());
    let mut rader = rader(&view, &urval, fore.as_ref());
    let antal = antal(&view, &rader, fore.as_ref());
    rader.retain(|rad| rad.barare.is_some_and(|barare| request.saker.contains(&barare)));
    Ok(Uppfoljningsrader { antal, rader })
}

fn moment(val: &Uppfoljningsval) -> Tidpunkt {
    Tidpunkt { period: val.period.clone(), datum: None }
}
