//! The year in order: every write of the example with its day and the befattning that makes it.
//! Decides when and who; how a thing is written stands in `write`.
use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use plan_core::error::Result;
use plan_core::matetal::Kon;
use plan_core::period::Period;
use plan_core::uppfoljning::Uppfoljningslage;

use super::data::{self, Data, Handelse, Matetal, Texter, Varde, broken};

/// One write (or a few that belong together).
pub(super) struct Step<'d> {
    pub(super) day: NaiveDate,
    /// Nyckel of the befattning.
    pub(super) vem: &'d str,
    pub(super) what: What<'d>,
}

/// What is written.
pub(super) enum What<'d> {
    /// The empty plan out of its template.
    Plan,
    Befattning(&'d data::Befattning),
    Organisation(&'d data::Organisation),
    Mal(&'d data::Mal),
    Uppdrag(&'d data::Uppdrag),
    /// The place in the file names it.
    Aktivitet(usize),
    Matetal(&'d Matetal),
    NyLydelse(&'d Matetal),
    Malvarden(&'d Matetal),
    Jamforelser(&'d Matetal),
    /// Values that became known on the same day.
    Utfall(&'d Matetal, Vec<Utfallsrad<'d>>),
    Driftrad(&'d data::Driftrad),
    Verksamhet(&'d data::Verksamhet),
    /// The budget of every drift row and verksamhet.
    Budget,
    /// Outcome and forecast of every drift row and verksamhet.
    Uppfoljt(Period),
    Uppfoljning(&'d data::Uppfoljning),
    Lage(Period, Uppfoljningslage),
    Status {
        sak: Sak<'d>,
        rad: &'d data::Rapporterad,
    },
    NyttSlut(usize, NaiveDate),
    Borttagen(usize),
    Klar {
        aktivitet: usize,
        delaktivitet: usize,
    },
    Text {
        /// `None`: the verksamhetsplan of the year.
        period: Option<Period>,
        avsnitt: &'d str,
        om: Om<'d>,
        text: &'d data::Text,
    },
    Las(Period),
    Faststall {
        period: Period,
        datum: NaiveDate,
        paragraf: &'d str,
    },
}

/// A value of a mätetal.
pub(super) struct Utfallsrad<'d> {
    /// `None`: the förvaltning.
    pub(super) enhet: Option<&'d str>,
    pub(super) period: Period,
    pub(super) kon: Kon,
    pub(super) varde: Varde,
}

/// What a status is about.
#[derive(Clone, Copy)]
pub(super) enum Sak<'d> {
    Uppdrag(&'d str),
    Aktivitet(usize),
}

/// What a text is about.
#[derive(Clone, Copy)]
pub(super) enum Om<'d> {
    Avsnittet,
    Verksamhet(&'d str),
    Matetal(&'d str),
    Enhet(&'d str),
}

/// All steps in the order they are written.
pub(super) fn steps(data: &Data) -> Result<Vec<Step<'_>>> {
    let mut year = Year { data, steps: vec![] };
    year.structure();
    year.uppdrag();
    year.matetal()?;
    year.ekonomi();
    year.aktiviteter()?;
    year.texts(&data.plantexter, None, year.day(34))?;
    year.uppfoljningar()?;
    year.steps.sort_by_key(|step| step.day);
    Ok(year.steps)
}

struct Year<'d> {
    data: &'d Data,
    steps: Vec<Step<'d>>,
}

impl<'d> Year<'d> {
    /// A day counted from the one the file was made.
    fn day(&self, after: u64) -> NaiveDate {
        self.data.kommun.upprattad + Days::new(after)
    }

    fn add(&mut self, day: NaiveDate, vem: &'d str, what: What<'d>) {
        self.steps.push(Step { day, vem, what });
    }

    fn structure(&mut self) {
        let Data { kommun, befattning, organisation, malkedja, .. } = self.data;
        let (day, vem) = (kommun.upprattad, kommun.upprattad_av.as_str());
        self.add(day, vem, What::Plan);
        for item in befattning {
            self.add(day, vem, What::Befattning(item));
        }
        for item in organisation {
            self.add(day, vem, What::Organisation(item));
        }
        for item in &malkedja.mal {
            self.add(day, vem, What::Mal(item));
        }
    }

    fn uppdrag(&mut self) {
        for item in &self.data.uppdrag {
            self.add(self.uppdrag_day(item), &self.data.kommun.upprattad_av, What::Uppdrag(item));
            for handelse in &item.historik {
                if let Handelse::Status(rad) = handelse {
                    self.status(Sak::Uppdrag(&item.nyckel), rad, &item.ansvariga);
                }
            }
        }
    }

    /// The day after the decision, never before the file was made.
    fn uppdrag_day(&self, uppdrag: &data::Uppdrag) -> NaiveDate {
        uppdrag.skapad.unwrap_or(self.day(1).max(uppdrag.beslut.datum + Days::new(1)))
    }

    fn aktiviteter(&mut self) -> Result<()> {
        for (at, item) in self.data.aktivitet.iter().enumerate() {
            let vem = item.ansvariga.first().ok_or_else(|| broken(&item.titel))?;
            self.add(self.aktivitet_day(item), vem, What::Aktivitet(at));
            for (row, delaktivitet) in item.delaktiviteter.iter().enumerate() {
                if let Some(period) = delaktivitet.klar {
                    let day = self.uppfoljning(period)?.enheternas_sista_dag;
                    self.add(day, vem, What::Klar { aktivitet: at, delaktivitet: row });
                }
            }
            for handelse in &item.historik {
                match handelse {
                    Handelse::Status(rad) => self.status(Sak::Aktivitet(at), rad, &item.ansvariga),
                    Handelse::NyttSlut(h) => self.add(h.datum, &h.vem, What::NyttSlut(at, h.nytt_slut)),
                    Handelse::Borttagen(h) => self.add(h.datum, &h.vem, What::Borttagen(at)),
                }
            }
        }
        Ok(())
    }

    /// When the units' plans were written, and never before the uppdrag.
    fn aktivitet_day(&self, aktivitet: &data::Aktivitet) -> NaiveDate {
        let uppdrag = self.data.uppdrag.iter().find(|u| Some(&u.nyckel) == aktivitet.uppdrag.as_ref());
        let planned = aktivitet.skapad.unwrap_or(self.day(23));
        uppdrag.map_or(planned, |u| planned.max(self.uppdrag_day(u)))
    }

    /// Reported on the units' last day, by the reporting unit's chef or else the first ansvarig.
    fn status(&mut self, sak: Sak<'d>, rad: &'d data::Rapporterad, ansvariga: &'d [String]) {
        let chef = rad.enhet.as_deref().and_then(|enhet| self.chef(enhet));
        let vem = chef.or(ansvariga.first().map(String::as_str));
        let day = self.uppfoljning(rad.period).map(|u| u.enheternas_sista_dag);
        if let (Some(vem), Ok(day)) = (vem, day) {
            self.add(day, vem, What::Status { sak, rad });
        }
    }

    fn matetal(&mut self) -> Result<()> {
        let (day, vem) = (self.day(29), self.data.kommun.upprattad_av.as_str());
        for item in &self.data.matetal {
            self.add(day, vem, What::Matetal(item));
            self.add(day, vem, What::Malvarden(item));
            self.add(day, vem, What::Jamforelser(item));
            if let Some(before) = &item.tidigare_lydelse {
                self.add(before.andrad, &item.ansvarig, What::NyLydelse(item));
            }
        }
        for item in &self.data.matetal {
            self.utfall(item)?;
        }
        Ok(())
    }

    fn utfall(&mut self, item: &'d Matetal) -> Result<()> {
        let whole = item.varden.iter().map(|(kon, values)| (None, *kon, values));
        let units = item.enheter.iter().map(|(enhet, values)| (Some(enhet.as_str()), Kon::T, values));
        let mut days = BTreeMap::<NaiveDate, Vec<Utfallsrad>>::new();
        for (enhet, kon, values) in whole.chain(units) {
            for (period, varde) in values {
                let rad = |varde| Utfallsrad { enhet, period: *period, kon, varde };
                let same = |r: &&data::Rattelse| enhet.is_none() && (r.period, r.kon) == (*period, kon);
                let wrong = item.rattade.iter().find(same);
                if let Some(wrong) = wrong {
                    days.entry(wrong.rattad).or_default().push(rad(*varde));
                }
                let first = wrong.map_or(*varde, |wrong| Varde::Tal(wrong.forst));
                let day = self.known(*period, item.efterslapning_manader)?;
                days.entry(day).or_default().push(rad(first));
            }
        }
        for (day, rader) in days {
            self.add(day, &item.ansvarig, What::Utfall(item, rader));
        }
        Ok(())
    }

    /// The day a value is written: earlier years when the mätetal were set up, then the day before the units' last day
    /// of the first follow-up that can have it.
    fn known(&self, period: Period, lag: u32) -> Result<NaiveDate> {
        if period.year < self.data.kommun.ar {
            return Ok(self.day(29));
        }
        let ready = (0..lag).fold(period, |p, _| following(p)).last_day();
        let due = self.data.uppfoljning.iter().map(|u| u.enheternas_sista_dag - Days::new(1));
        due.filter(|day| *day > ready).min().ok_or_else(|| broken(&format!("no follow-up after {period}")))
    }

    fn ekonomi(&mut self) {
        let (day, vem) = (self.day(28), self.data.kommun.upprattad_av.as_str());
        for item in &self.data.drift {
            self.add(day, vem, What::Driftrad(item));
        }
        for item in &self.data.verksamhet {
            self.add(day, vem, What::Verksamhet(item));
        }
        self.add(day, vem, What::Budget);
    }

    fn uppfoljningar(&mut self) -> Result<()> {
        let vem = self.data.kommun.upprattad_av.as_str();
        for item in &self.data.uppfoljning {
            self.add(self.day(35), vem, What::Uppfoljning(item));
            self.add(item.enheternas_sista_dag, vem, What::Uppfoljt(item.period));
            let inlamnad = What::Lage(item.period, Uppfoljningslage::Inlamnad);
            self.add(item.enheternas_sista_dag, vem, inlamnad);
            self.closing(item);
        }
        for (period, texter) in &self.data.texter {
            let item = self.uppfoljning(*period)?;
            let locked = item.rapport.as_ref().map(|rapport| rapport.last - Days::new(1));
            let day = locked.unwrap_or(item.enheternas_sista_dag + Days::new(2));
            self.texts(texter, Some(*period), day)?;
        }
        Ok(())
    }

    /// Lock and decision, or, where the nämnd got the follow-up in another form, only the state. The last one is under way.
    fn closing(&mut self, item: &'d data::Uppfoljning) {
        let vem = self.data.kommun.upprattad_av.as_str();
        let last = self.data.uppfoljning.iter().all(|other| other.period <= item.period);
        match &item.rapport {
            Some(rapport) => {
                self.add(rapport.last, vem, What::Las(item.period));
                let decided = What::Faststall {
                    period: item.period,
                    datum: rapport.faststalld,
                    paragraf: &rapport.paragraf,
                };
                self.add(rapport.faststalld + Days::new(1), "namndsekreterare", decided);
            }
            None if !last => {
                let state = What::Lage(item.period, Uppfoljningslage::Sammanstalld);
                self.add(item.namndens_dag - Days::new(7), vem, state);
            }
            None => {}
        }
    }

    fn texts(&mut self, texter: &'d Texter, period: Option<Period>, day: NaiveDate) -> Result<()> {
        let controller = self.data.kommun.upprattad_av.as_str();
        for (avsnitt, text) in &texter.avsnitt {
            self.add(day, controller, What::Text { period, avsnitt, om: Om::Avsnittet, text });
        }
        for (nyckel, text) in &texter.verksamhet {
            let row = self.data.verksamhet.iter().find(|v| v.nyckel == *nyckel);
            let enhet = row.ok_or_else(|| broken(nyckel))?.enhet.as_deref();
            let vem = enhet.and_then(|enhet| self.chef(enhet)).unwrap_or(controller);
            let om = Om::Verksamhet(nyckel);
            self.add(day, vem, What::Text { period, avsnitt: "verksamhet", om, text });
        }
        for (nyckel, text) in &texter.matetal {
            let item = self.data.matetal.iter().find(|m| m.nyckel == *nyckel);
            let vem = &item.ok_or_else(|| broken(nyckel))?.ansvarig;
            self.add(day, vem, What::Text { period, avsnitt: "matetal", om: Om::Matetal(nyckel), text });
        }
        for (nyckel, text) in &texter.enhet {
            let vem = self.chef(nyckel).ok_or_else(|| broken(nyckel))?;
            self.add(day, vem, What::Text { period, avsnitt: "inledning", om: Om::Enhet(nyckel), text });
        }
        Ok(())
    }

    fn chef(&self, enhet: &str) -> Option<&'d str> {
        self.data.organisation.iter().find(|o| o.nyckel == enhet)?.chef.as_deref()
    }

    fn uppfoljning(&self, period: Period) -> Result<&'d data::Uppfoljning> {
        let found = self.data.uppfoljning.iter().find(|u| u.period == period);
        found.ok_or_else(|| broken(&format!("no follow-up {period}")))
    }
}

fn following(period: Period) -> Period {
    match period.month {
        12 => Period { year: period.year + 1, month: 1 },
        month => Period { month: month + 1, ..period },
    }
}
