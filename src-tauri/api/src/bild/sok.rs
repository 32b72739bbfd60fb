//! The search behind Ctrl+K: things of the plan, its follow-ups and reports by their codes and words, whatever the diacritics,
//! best first. Shows a thing's kind, where it is and how it stands; knows nothing of commands and screens.

use std::borrow::Cow;

use foldhash::HashMap;
use plan_core::document::{Document, Kind};
use plan_core::id::{BefattningId, MalId, NivaId, OrganisationId, UppdragId};
use plan_core::matetal::Matetalsart;
use plan_core::period::Period;
use plan_core::plan::Plan;
use plan_core::rapport::Rapportslag;
use plan_core::uppfoljning::{Status, Statusbarare};
use plan_core::view::PlanView;
use plan_report::format;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::sok_perioder;
use crate::as_of::Tidpunkt;
use crate::error::Error;
use crate::texts::thing;

/// What to look for.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Sok {
    pub text: String,
    /// "2026-10": when statuses hold and which reports are at hand; otherwise the newest reported period.
    #[serde(default)]
    #[ts(optional)]
    pub period: Option<String>,
}

/// What was found, best first.
#[derive(Debug, Serialize, TS)]
pub struct Soksvar {
    pub traffar: Vec<Soktraff>,
    /// How many there are beyond those shown.
    pub fler: usize,
}

/// A thing that answers to the search.
#[derive(Debug, Serialize, TS)]
pub struct Soktraff {
    pub kind: Kind,
    /// Empty for a report that is not stored.
    pub id: String,
    /// "Aktivitet", "Styrtal", "Enhet", "Rapport".
    pub slag: String,
    pub kod: String,
    pub titel: String,
    /// Where it is, or the ansvarig who answers to the search.
    pub plats: String,
    pub status: Option<Status>,
    pub status_ord: String,
    /// When a follow-up or a report is.
    pub period: Option<Period>,
    pub rapport: Option<Sokrapport>,
}

/// Which report it is, beside its period.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct Sokrapport {
    pub slag: Rapportslag,
    /// The enhet of a unit's verksamhetsplan; `None`: the förvaltning.
    pub enhet: Option<OrganisationId>,
}

/// Things that are shown.
const MOST: usize = 50;

/// Finds things; an empty search finds none.
pub(crate) fn search(document: &mut Document, request: &Sok) -> Result<Soksvar, Error> {
    let words: Vec<String> = fold(&request.text).split_whitespace().map(str::to_owned).collect();
    if words.is_empty() {
        return Ok(Soksvar { traffar: vec![], fler: 0 });
    }
    let plan = document.plan()?;
    let moment = Tidpunkt { period: request.period.clone(), datum: None }.of(&plan).ok();
    let names = Namn::new(&plan);
    let mut found: Vec<(u32, usize, Ting<'_>)> = vec![];
    let of_periods = sok_perioder::things(&plan, moment.map(|(period, _)| period));
    for (place, ting) in things(&plan).chain(of_periods).enumerate() {
        let ansvariga = names.ansvariga(ting.ansvariga);
        if let Some(score) = score(&ting, &ansvariga, (&words, &request.text)) {
            found.push((score, place, ting));
        }
    }
    found.sort_by_key(|(score, place, _)| (u32::MAX - score, *place));
    let fler = found.len().saturating_sub(MOST);
    found.truncate(MOST);
    let view = moment.map(|(period, today)| PlanView::new(&plan, period, today));
    let traffar = found.into_iter().map(|(_, _, ting)| names.shown(&ting, (&words, view.as_ref()))).collect();
    Ok(Soksvar { traffar, fler })
}

/// A thing as it is looked for.
pub(super) struct Ting<'a> {
    pub(super) kind: Kind,
    /// Nil where nothing is stored.
    pub(super) id: Uuid,
    pub(super) kod: &'a str,
    pub(super) titel: Cow<'a, str>,
    /// Other words it answers to.
    pub(super) mer: Cow<'a, str>,
    pub(super) ansvariga: &'a [BefattningId],
    pub(super) plats: Plats<'a>,
    pub(super) barare: Option<Statusbarare>,
}

/// Where a thing is.
#[derive(Clone)]
pub(super) enum Plats<'a> {
    Mal(Option<MalId>, Option<NivaId>),
    Uppdrag(Option<UppdragId>),
    Organisation(Option<OrganisationId>, &'static str),
    Matetal(Matetalsart, &'a [UppdragId]),
    Person(&'a str),
    Verksamhet(Option<OrganisationId>),
    /// A follow-up or a report: its kind in words, where it stands, and when.
    Period(String, String, Period, Option<Sokrapport>),
    Ingen,
}

/// Every thing that can be found, in the order that wins when two answer alike.
fn things(plan: &Plan) -> impl Iterator<Item = Ting<'_>> {
    let uppdrag = plan.uppdrag.iter().map(|u| Ting {
        kind: Kind::Uppdrag,
        id: u.id.0,
        kod: &u.nr,
        titel: Cow::Borrowed(&u.titel),
        mer: Cow::Borrowed(&u.vad),
        ansvariga: &u.ansvariga,
        plats: Plats::Mal(u.mal_id, None),
        barare: Some(Statusbarare::Uppdrag(u.id)),
    });
    let aktiviteter = plan.aktivitet.iter().map(|a| Ting {
        kind: Kind::Aktivitet,
        id: a.id.0,
        kod: &a.nr,
        titel: Cow::Borrowed(&a.titel),
        mer: Cow::Borrowed(""),
        ansvariga: &a.ansvariga,
        plats: Plats::Uppdrag(a.uppdrag_id),
        barare: Some(Statusbarare::Aktivitet(a.id)),
    });
    let mal = plan.mal.iter().map(|m| Ting {
        plats: Plats::Mal(m.parent_id, Some(m.niva_id)),
        ..plain(Kind::Mal, m.id.0, &m.nr, &m.titel)
    });
    let matetal = plan.matetal.iter().map(|m| Ting {
        mer: Cow::Borrowed(&m.kolada_id),
        plats: Plats::Matetal(m.art, &m.uppdrag),
        ..plain(Kind::Matetal, m.id.0, &m.nr, &m.titel)
    });
    let enheter = plan.organisation.iter().map(|o| Ting {
        plats: Plats::Organisation(o.parent_id, format::organisationsslag(o.slag)),
        ..plain(Kind::Organisation, o.id.0, &o.kod, &o.namn)
    });
    let befattningar = plan.befattning.iter().map(|b| Ting {
        mer: Cow::Borrowed(&b.namn),
        plats: Plats::Person(&b.namn),
        ..plain(Kind::Befattning, b.id.0, "", &b.titel)
    });
    let drift = plan.driftrad.iter().map(|d| plain(Kind::Driftrad, d.id.0, "", &d.namn));
    let verksamheter = plan.verksamhet.iter().map(|v| Ting {
        plats: Plats::Verksamhet(v.organisation_id),
        ..plain(Kind::Verksamhet, v.id.0, &v.kod, &v.namn)
    });
    let people = enheter.chain(befattningar);
    uppdrag.chain(aktiviteter).chain(mal).chain(matetal).chain(people).chain(drift).chain(verksamheter)
}

pub(super) fn plain<'a>(kind: Kind, id: Uuid, kod: &'a str, titel: impl Into<Cow<'a, str>>) -> Ting<'a> {
    let (titel, mer) = (titel.into(), Cow::Borrowed(""));
    Ting { kind, id, kod, titel, mer, ansvariga: &[], plats: Plats::Ingen, barare: None }
}

/// How well a thing answers; `None` when some word is nowhere in it.
fn score(ting: &Ting<'_>, ansvariga: &str, (words, typed): (&[String], &str)) -> Option<u32> {
    let (kod, titel) = (fold(ting.kod), fold(&ting.titel));
    let (mer, who) = (fold(&ting.mer), fold(ansvariga));
    let mut total = 0;
    for word in words {
        total += [
            of_code(&kod, word),
            of_text(&titel, word, 60),
            of_text(&mer, word, 20),
            of_text(&who, word, 15),
        ]
        .into_iter()
        .flatten()
        .max()?;
    }
    let count = u32::try_from(words.len()).unwrap_or(1).max(1);
    let whole = words.join(" ");
    // The letters as typed, å as å, go before those that only look like them.
    let exact = u32::from(ting.titel.to_lowercase().contains(typed.trim().to_lowercase().as_str()));
    let start = u32::from(titel.starts_with(&whole)) * 25;
    Some(total * 10 / count + start * 10 + exact * 5)
}

fn of_code(kod: &str, word: &str) -> Option<u32> {
    match kod {
        "" => None,
        kod if kod == word => Some(100),
        kod if kod.starts_with(word) => Some(75),
        _ => None,
    }
}

/// A word at its beginning is worth twice one in its middle.
fn of_text(text: &str, word: &str, worth: u32) -> Option<u32> {
    let at_start = text.starts_with(word)
        || text.match_indices(word).any(|(at, _)| text[..at].ends_with(|c: char| !c.is_alphanumeric()));
    if at_start { Some(worth) } else { text.contains(word).then_some(worth / 2) }
}

/// Lower case, without marks on letters, so that "ake" finds Åke.
fn fold(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).filter_map(plain_letter).collect()
}

fn plain_letter(letter: char) -> Option<char> {
    Some(match letter {
        'å' | 'ä' | 'à' | 'á' | 'â' | 'ã' | 'æ' => 'a',
        'ö' | 'ø' | 'ò' | 'ó' | 'ô' | 'õ' => 'o',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'ü' | 'ù' | 'ú' | 'û' => 'u',
        'ï' | 'ì' | 'í' | 'î' => 'i',
        'ç' => 'c',
        'ñ' => 'n',
        '\u{300}'..='\u{36f}' => return None,
        '\u{a0}' => ' ',
        other => other,
    })
}

/// The names of what things hang on.
struct Namn<'a> {
    plan: &'a Plan,
    befattningar: HashMap<BefattningId, String>,
    mal: HashMap<MalId, usize>,
    uppdrag: HashMap<UppdragId, usize>,
}

impl<'a> Namn<'a> {
    fn new(plan: &'a Plan) -> Namn<'a> {
        let named = |titel: &str, namn: &str| {
            if namn.is_empty() { titel.to_owned() } else { format!("{titel}, {namn}") }
        };
        Namn {
            plan,
            befattningar: plan.befattning.iter().map(|b| (b.id, named(&b.titel, &b.namn))).collect(),
            mal: plan.mal.iter().enumerate().map(|(at, m)| (m.id, at)).collect(),
            uppdrag: plan.uppdrag.iter().enumerate().map(|(at, u)| (u.id, at)).collect(),
        }
    }

    fn ansvariga(&self, ids: &[BefattningId]) -> String {
        let names: Vec<&str> =
            ids.iter().filter_map(|id| self.befattningar.get(id)).map(String::as_str).collect();
        names.join(", ")
    }

    fn shown(&self, ting: &Ting<'_>, (words, view): (&[String], Option<&PlanView<'_>>)) -> Soktraff {
        let ansvariga = self.ansvariga(ting.ansvariga);
        let own = format!("{} {} {}", fold(ting.kod), fold(&ting.titel), fold(&ting.mer));
        let by_name = words.iter().any(|word| !own.contains(word.as_str()));
        let status = ting.barare.zip(view).and_then(|(barare, view)| view.lage(barare).status);
        let (period, rapport) = match ting.plats {
            Plats::Period(_, _, period, rapport) => (Some(period), rapport),
            _ => (None, None),
        };
        Soktraff {
            kind: ting.kind,
            id: if ting.id.is_nil() { String::new() } else { ting.id.to_string() },
            slag: self.kind_word(ting),
            kod: ting.kod.to_owned(),
            titel: ting.titel.to_string(),
            plats: if by_name && !ansvariga.is_empty() { ansvariga } else { self.place(&ting.plats) },
            status,
            status_ord: status.map(|s| format::status(&self.plan.installning, s)).unwrap_or_default(),
            period,
            rapport,
        }
    }

    fn kind_word(&self, ting: &Ting<'_>) -> String {
        let word = match (ting.kind, &ting.plats) {
            (Kind::Uppdrag, _) => "Uppdrag",
            (Kind::Aktivitet, _) => "Aktivitet",
            (Kind::Mal, Plats::Mal(_, Some(niva))) => {
                let found = self.plan.niva.iter().find(|n| n.id == *niva);
                found.map_or("Mål", |niva| niva.singular.as_str())
            }
            (Kind::Matetal, Plats::Matetal(Matetalsart::Nyckeltal, _)) => "Nyckeltal",
            (Kind::Matetal, _) => "Indikator",
            (_, Plats::Organisation(_, slag)) => slag,
            (_, Plats::Period(slag, ..)) => slag,
            (kind, _) => thing::singular(kind.as_str()).unwrap_or_default(),
        };
        format::med_stor(word)
    }

    fn place(&self, plats: &Plats<'_>) -> String {
        match plats {
            Plats::Mal(id, _) => id.map(|id| self.mal(id)).unwrap_or_default(),
            Plats::Uppdrag(id) => id.map(|id| self.uppdrag(id)).unwrap_or_default(),
            Plats::Matetal(_, uppdrag) => uppdrag.first().map(|id| self.uppdrag(*id)).unwrap_or_default(),
            Plats::Organisation(id, _) | Plats::Verksamhet(id) => {
                let found = self.plan.organisation.iter().find(|o| Some(o.id) == *id);
                found.map_or_else(String::new, |o| o.namn.clone())
            }
            Plats::Person(namn) => (*namn).to_owned(),
            Plats::Period(_, lage, ..) => lage.clone(),
            Plats::Ingen => String::new(),
        }
    }

    fn mal(&self, id: MalId) -> String {
        let found = self.mal.get(&id).and_then(|at| self.plan.mal.get(*at));
        found.map_or_else(String::new, |m| called(&m.nr, &m.titel))
    }

    fn uppdrag(&self, id: UppdragId) -> String {
        let found = self.uppdrag.get(&id).and_then(|at| self.plan.uppdrag.get(*at));
        found.map_or_else(String::new, |u| called(&u.nr, &u.titel))
    }
}

fn called(nr: &str, titel: &str) -> String {
    if nr.is_empty() { titel.to_owned() } else { format!("{nr} {titel}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ting<'a>(kod: &'a str, titel: &'a str) -> Ting<'a> {
        plain(Kind::Aktivitet, Uuid::nil(), kod, titel)
    }

    fn worth(ting: &Ting<'_>, who: &str, typed: &str) -> Option<u32> {
        let words: Vec<String> = fold(typed).split_whitespace().map(str::to_owned).collect();
        score(ting, who, (&words, typed))
    }

    #[test]
    fn marks_on_letters_do_not_stand_in_the_way() {
        let row = ting("1.2", "Rekrytera fyra socialsekreterare");
        assert!(worth(&row, "Peter Åkesson", "ake").is_some());
        assert!(worth(&row, "Peter Åkesson", "åke").is_some());
        assert!(worth(&row, "", "SOCIALSEK rekr").is_some());
        assert_eq!(worth(&row, "", "rekrytera sju"), None);
        assert_eq!(fold("a\u{30a}ke É"), "ake e");
    }

    #[test]
    fn a_code_goes_before_a_title_and_its_beginning_before_its_middle() {
        let by_code = worth(&ting("1.2", "Något"), "", "1.2");
        let by_title = worth(&ting("7", "1.2 i titeln"), "", "1.2");
        assert!(by_code > by_title, "{by_code:?} {by_title:?}");
        let first = worth(&ting("", "Kön kortas"), "", "kön");
        let later = worth(&ting("", "Korta kön"), "", "kön");
        let inside = worth(&ting("", "Skönhet"), "", "kön");
        assert!(first > later && later > inside, "{first:?} {later:?} {inside:?}");
        assert!(worth(&ting("", "Kön"), "", "kön") > worth(&ting("", "Kon"), "", "kön"));
    }
}
