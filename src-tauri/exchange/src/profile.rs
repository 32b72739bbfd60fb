//! What a column holds, judged by its cells alone: a column "Enhet" of tkr and % is a unit whatever it calls itself.
use std::collections::BTreeMap;

use crate::cell::date::{self, Reading as Time};
use crate::cell::number::{self, Penningenhet, Reading};
use crate::cell::{status, target, words};
use crate::heading::Falt;
use crate::limits::PROFILE_ROWS;
use crate::sheet::{Cell, Sheet};

/// Counts over the cells of a column.
#[derive(Debug, Clone, Default)]
pub(crate) struct Profile {
    pub(crate) filled: usize,
    /// Numbers, typed or as text, and the marks for a missing one.
    numbers: usize,
    /// Whole numbers 0–100, fractions and percentages.
    shares: usize,
    dates: usize,
    /// Times as text, and dates.
    times: usize,
    statuses: usize,
    units: usize,
    money_units: usize,
    directions: usize,
    frequencies: usize,
    codes: usize,
    kolada: usize,
    targets: usize,
    parts: usize,
    row_types: usize,
    sorts: usize,
    texts: usize,
    /// Of `texts`, those of more than one word or long ones.
    phrases: usize,
}

impl Profile {
    /// Looks at a column from a row on; `width`: columns of the table.
    pub(crate) fn of(sheet: &Sheet<'_>, (column, width): (u32, usize), first_row: usize) -> Profile {
        let mut profile = Profile::default();
        // The same few words and days stand again and again in most columns: each is looked at once.
        let mut texts = BTreeMap::<&str, usize>::new();
        for index in first_row..sheet.len().min(first_row + PROFILE_ROWS) {
            let Some(row) = sheet.row(index) else { break };
            // A section or a note says nothing of the column it happens to stand in.
            if row.cells.len() > 1 || width < 3 {
                match row.cell(column) {
                    Cell::Text(text) => *texts.entry(text.trim()).or_default() += 1,
                    cell => profile.add(cell),
                }
            }
        }
        for (text, times) in texts {
            profile.add_text(text, times);
        }
        profile
    }

    fn add(&mut self, cell: &Cell<'_>) {
        match cell {
            Cell::Number { value, percent } => self.add_number(*value, *percent),
            Cell::Date(_) => {
                self.dates += 1;
                self.times += 1;
            }
            Cell::Bool(_) => self.texts += 1,
            Cell::Empty | Cell::Text(_) | Cell::Error(_) => return,
        }
        self.filled += 1;
    }

    fn add_number(&mut self, value: f64, percent: bool) {
        self.numbers += 1;
        self.shares += usize::from(percent || (0.0..=100.0).contains(&value));
        self.codes += usize::from(value.fract() == 0.0 && (0.0..1e6).contains(&value) || value < 1000.0);
        self.times += usize::from((1990.0..2101.0).contains(&value) && value.fract() == 0.0);
        self.times += usize::from((36_000.0..60_000.0).contains(&value) && value.fract() == 0.0);
    }

    fn add_text(&mut self, text: &str, times: usize) {
        let when = |holds: bool| if holds { times } else { 0 };
        self.filled += times;
        let is_time = matches!(date::read(text), Time::Time(..) | Time::Impossible);
        self.times += when(is_time);
        self.dates += when(date::plain_day(text).is_some());
        self.codes += when(words::is_code(text));
        self.kolada += when(text.len() < 200 && words::kolada_id(text).is_some());
        match number::read(text) {
            Reading::Number(number) => {
                self.numbers += times;
                self.shares += when((0..=100_000_000).contains(&number.tal.0));
                return;
            }
            Reading::Missing(_) => {
                self.numbers += times;
                return;
            }
            Reading::Empty | Reading::Other => {}
        }
        self.texts += when(!is_time);
        self.phrases += when(!is_time && text.contains(' '));
        if text.len() > 60 {
            return;
        }
        self.statuses += when(status::read(text).status().is_some());
        self.units += when(words::is_unit(text));
        self.money_units += when(Penningenhet::parse(text).is_some());
        self.directions += when(words::riktning(text).is_some());
        self.frequencies += when(words::frekvens(text).is_some());
        self.targets += when(target::read(text, None).is_some());
        self.parts += when(words::del(text).is_some());
        self.row_types +=
            when(matches!(text, "rad" | "summa" | "rubrik" | "Rad" | "Summa" | "Rubrik" | "delsumma"));
        self.sorts += when(words::art(text).is_some());
    }

    fn share(&self, count: usize) -> f32 {
        if self.filled == 0 { 0.0 } else { count as f32 / self.filled as f32 }
    }

    /// Whether most cells are texts that are neither numbers nor times.
    pub(crate) fn is_text(&self) -> bool {
        self.share(self.texts) >= 0.6
    }

    /// Whether most cells are units that are not of money.
    pub(crate) fn is_other_unit(&self) -> bool {
        self.share(self.units.saturating_sub(self.money_units)) >= 0.6
    }

    /// How far the cells speak for (over 1) or against (towards 0) a column being the field.
    pub(crate) fn factor(&self, field: Falt) -> f32 {
        if self.filled == 0 {
            return 0.9;
        }
        let needs = |count: usize, least: f32, otherwise: f32| {
            if self.share(count) >= least { 1.2 } else { otherwise }
        };
        match field {
            Falt::Start | Falt::Slut => match self.share(self.times) {
                share if share >= 0.5 => 1.2,
                share if share > 0.1 => 0.9,
                _ if self.share(self.numbers) > 0.5 || self.share(self.statuses) > 0.5 => 0.1,
                _ => 0.5,
            },
            Falt::Fardiggrad => needs(self.shares, 0.6, 0.2),
            Falt::Status => needs(self.statuses, 0.3, 0.55),
            Falt::Enhet if self.share(self.units) >= 0.6 => 0.0,
            Falt::Matenhet => needs(self.units, 0.5, 0.3),
            Falt::Beloppsenhet => needs(self.money_units, 0.5, 0.0),
            Falt::Riktning => needs(self.directions, 0.5, 0.2),
            Falt::Frekvens => needs(self.frequencies, 0.5, 0.2),
            Falt::Malvarde => needs(self.targets + self.numbers, 0.5, 0.2),
            Falt::Mal if self.share(self.numbers) >= 0.6 && self.share(self.codes) < 0.9 => 0.2,
            Falt::Utfall | Falt::Budget | Falt::UtfallAck | Falt::Prognos | Falt::Avvikelse => {
                needs(self.numbers, 0.5, 0.1)
            }
            Falt::Nr => needs(self.codes, 0.5, 0.5),
            Falt::Titel | Falt::Vad | Falt::Varfor | Falt::OnskadEffekt | Falt::Hur | Falt::Definition
                if self.share(self.texts) < 0.5 =>
            {
                0.2
            }
            Falt::Kommentar | Falt::Analys if self.share(self.texts) < 0.3 => 0.3,
            Falt::Namn => needs(self.texts, 0.6, 0.1),
            Falt::Del => needs(self.parts, 0.4, 0.1),
            Falt::Radtyp => needs(self.row_types, 0.5, 0.0),
            Falt::KoladaId => needs(self.kolada, 0.3, 0.3),
            Falt::Art => needs(self.sorts, 0.5, 0.0),
            Falt::Kostnad => needs(self.numbers, 0.4, 0.3),
            Falt::Decimaler => needs(self.numbers, 0.6, 0.0),
            _ => 1.0,
        }
    }

    /// The field a column without a telling heading must be, by its cells alone.
    pub(crate) fn evident(&self) -> Option<Falt> {
        if self.filled < 3 {
            return None;
        }
        [
            (self.statuses, Falt::Status),
            (self.directions, Falt::Riktning),
            (self.frequencies, Falt::Frekvens),
            (self.money_units, Falt::Beloppsenhet),
            (self.units, Falt::Matenhet),
            (self.parts, Falt::Del),
            (self.row_types, Falt::Radtyp),
        ]
        .into_iter()
        .find(|(count, _)| self.share(*count) >= 0.8)
        .map(|(_, field)| field)
    }
}
