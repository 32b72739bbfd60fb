//! The cells of one row by field, made into the types of the plan; what had to be done to them becomes remarks,
//! what cannot be taken a refusal.
use std::borrow::Cow;

use chrono::NaiveDate;
use plan_core::belopp::{Ore, Tal};
use plan_core::inlasning::{Anmarkning, DatumCell, StatusCell, Vagran};
use plan_core::matetal::Saknas;

use super::remark;
use crate::cell::date::{self, Role};
use crate::cell::number::{self, Penningenhet, Reading};
use crate::cell::status;
use crate::cell::text;
use crate::heading::Falt;
use crate::layout::Layout;
use crate::limits::MAX_CELL_CHARS;
use crate::sheet::{Cell, InRow, plain_number};

/// One row while it is read. Texts are moved out of the cells, never copied.
pub(super) struct Fields<'r, 'a> {
    cells: &'r mut [InRow<'a>],
    pub(super) layout: &'r Layout,
    typed: bool,
    pub(super) remarks: Vec<Anmarkning>,
    /// The first reason found to refuse the row.
    pub(super) refusal: Option<Vagran>,
}

/// What a cell holds when a number is expected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Amount {
    Empty,
    Missing(Saknas),
    /// The number, and the unit the cell itself says.
    Tal(Tal, Option<Penningenhet>),
    Other,
}

impl<'r, 'a> Fields<'r, 'a> {
    pub(super) fn new(cells: &'r mut [InRow<'a>], layout: &'r Layout, typed: bool) -> Self {
        Fields { cells, layout, typed, remarks: Vec::new(), refusal: None }
    }

    /// Takes the cell of a field.
    fn take(&mut self, field: Falt) -> Cell<'a> {
        self.layout.column(field).map_or(Cell::Empty, |column| self.take_at(column, field))
    }

    /// Takes the cell of a column. A formula error refuses the row.
    fn take_at(&mut self, column: u32, field: Falt) -> Cell<'a> {
        let Some((_, cell)) = self.cells.iter_mut().find(|(at, _)| *at == column) else { return Cell::Empty };
        let cell = std::mem::replace(cell, Cell::Empty);
        if let Cell::Error(text) = cell {
            self.refuse(Vagran::Formelfel { falt: field.as_str().into(), text: text.to_owned() });
            return Cell::Empty;
        }
        cell
    }

    pub(super) fn refuse(&mut self, vagran: Vagran) {
        self.refusal.get_or_insert(vagran);
    }

    pub(super) fn remark(&mut self, anmarkning: Anmarkning) {
        remark(&mut self.remarks, anmarkning);
    }

    /// Free text, cleaned; bullets are a Markdown list.
    pub(super) fn text(&mut self, field: Falt) -> Option<String> {
        let cell = self.take(field);
        self.clean(field, cell)
    }

    fn clean(&mut self, field: Falt, cell: Cell<'a>) -> Option<String> {
        let raw: Cow<'a, str> = match cell {
            Cell::Text(text) => text,
            Cell::Empty => return None,
            other => return Some(other.text().into_owned()),
        };
        if raw.len() > MAX_CELL_CHARS && raw.chars().count() > MAX_CELL_CHARS {
            self.refuse(Vagran::ForLang { falt: field.as_str().into(), max: MAX_CELL_CHARS });
            return None;
        }
        let cleaned = text::clean(raw);
        if cleaned.normalised {
            self.remark(Anmarkning::Normaliserad { falt: field.as_str().into() });
        }
        if cleaned.control {
            self.remark(Anmarkning::Styrtecken { falt: field.as_str().into() });
        }
        Some(cleaned.text.into_owned()).filter(|text| !text.is_empty())
    }

    /// Text of one line.
    pub(super) fn line(&mut self, field: Falt) -> Option<String> {
        self.text(field).map(one_line)
    }

    /// A code: 1.0 is "1", text and number alike, leading zeros stay.
    pub(super) fn code(&mut self, field: Falt) -> Option<String> {
        self.line(field)
    }

    /// Names parted by semicolons or line breaks.
    pub(super) fn names(&mut self, field: Falt) -> Vec<String> {
        let Some(text) = self.text(field) else { return Vec::new() };
        let alone = !text.bytes().any(|b| matches!(b, b';' | b'\n')) && !text.starts_with("- ");
        if alone {
            return vec![text];
        }
        let names = text.split([';', '\n']).map(|name| name.trim().trim_start_matches("- ").trim());
        names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
    }

    pub(super) fn status(&mut self) -> Option<StatusCell> {
        let text = self.line(Falt::Status)?;
        let reading = status::read(&text);
        if let status::Reading::Synonym(status) = reading {
            self.remark(Anmarkning::StatusTolkad { text: text.clone(), status });
        }
        Some(StatusCell { text, status: reading.status() })
    }

    /// 0–100 %: 0.5, 50, "50 %" and a percentage cell alike. 1 is the whole.
    pub(super) fn fardiggrad(&mut self) -> Option<u8> {
        let falt = Falt::Fardiggrad.as_str();
        let percent = match self.take(Falt::Fardiggrad) {
            Cell::Number { value, percent } => {
                Some(if percent || value <= 1.0 { value * 100.0 } else { value })
            }
            cell => {
                let text = self.clean(Falt::Fardiggrad, cell)?;
                match number::read(&text) {
                    Reading::Number(number) => {
                        let value = number.tal.as_f64();
                        let whole = number.suffix.is_empty() && value <= 1.0;
                        Some(if whole { value * 100.0 } else { value })
                    }
                    Reading::Empty | Reading::Missing(_) => return None,
                    Reading::Other => {
                        self.remark(Anmarkning::VardeSaknas { falt: falt.into(), text });
                        return None;
                    }
                }
            }
        };
        match percent {
            Some(value) if (0.0..=100.0).contains(&value.round()) => Some(value.round() as u8),
            Some(value) => {
                self.refuse(Vagran::InteTal { falt: falt.into(), text: plain_number(value) });
                None
            }
            None => None,
        }
    }

    /// A day, or the text that says when.
    pub(super) fn datum(&mut self, field: Falt, role: Role) -> Option<DatumCell> {
        let falt = field.as_str().into();
        let text = match self.take(field) {
            Cell::Date(datum) => return Some(plain(datum)),
            // A day without a date format: its serial number.
            Cell::Number { value, .. } if (30_000.0..80_000.0).contains(&value) => {
                let datum = serial_date(value)?;
                self.remark(Anmarkning::TextSomDatum { falt, text: plain_number(value), datum: Some(datum) });
                return Some(plain(datum));
            }
            cell => one_line(self.clean(field, cell)?),
        };
        if let Some(datum) = date::plain_day(&text) {
            if self.typed {
                self.remark(Anmarkning::DatumSomText { falt, text });
            }
            return Some(plain(datum));
        }
        match date::read(&text) {
            date::Reading::Time(from, to) => {
                let moment = if role == Role::Start { from } else { to };
                let datum = moment.day(role);
                self.remark(Anmarkning::TextSomDatum { falt, text: text.clone(), datum });
                Some(DatumCell { text, datum, utan_ar: moment.without_year(role) })
            }
            date::Reading::Impossible => {
                self.remark(Anmarkning::DatumFinnsInte { falt, text: text.clone() });
                Some(DatumCell { text, datum: None, utan_ar: None })
            }
            date::Reading::Other => {
                self.remark(Anmarkning::TextSomDatum { falt, text: text.clone(), datum: None });
                Some(DatumCell { text, datum: None, utan_ar: None })
            }
        }
    }

    /// A number of a column; `unit_is_percent`: what it measures is a percentage, so a cell of 73 % is 73 and not 0.73.
    pub(super) fn tal(&mut self, column: u32, field: Falt, unit_is_percent: bool) -> (Amount, String) {
        let cell = self.take_at(column, field);
        if let Cell::Number { value, percent } = cell {
            let value = if percent && unit_is_percent { value * 100.0 } else { value };
            return (Tal::from_f64(value).map_or(Amount::Other, |tal| Amount::Tal(tal, None)), String::new());
        }
        let Some(text) = self.clean(field, cell) else { return (Amount::Empty, String::new()) };
        let amount = match number::read(&text) {
            Reading::Number(number) => {
                if self.typed {
                    self.remark(Anmarkning::TalSomText { falt: field.as_str().into(), text: text.clone() });
                }
                Amount::Tal(number.tal, Penningenhet::parse(number.suffix))
            }
            Reading::Missing(saknas) => Amount::Missing(saknas),
            Reading::Empty => Amount::Empty,
            Reading::Other => Amount::Other,
        };
        (amount, text)
    }

    /// An amount in kronor or in the unit its cell or heading says.
    pub(super) fn kostnad(&mut self) -> Option<Ore> {
        let column = self.layout.columns.iter().find(|c| c.field == Some(Falt::Kostnad))?;
        let (at, unit) = (column.column, column.heading.unit.unwrap_or(Penningenhet::Kr));
        let (amount, text) = self.tal(at, Falt::Kostnad, false);
        match amount {
            Amount::Tal(tal, said) => said.unwrap_or(unit).ore(tal),
            Amount::Other => {
                self.remark(Anmarkning::VardeSaknas { falt: Falt::Kostnad.as_str().into(), text });
                None
            }
            Amount::Empty | Amount::Missing(_) => None,
        }
    }
}

/// Breaks, tabs and no-break blanks as blanks.
fn one_line(text: String) -> String {
    let is_break = |c: char| matches!(c, '\n' | '\t' | '\u{a0}' | '\u{2028}' | '\u{2029}');
    // Told by the bytes alone for nearly every text: å, ä and ö begin with another.
    let may_break = text.bytes().any(|b| matches!(b, b'\n' | b'\t' | 0xc2 | 0xe2));
    if may_break { text.replace(is_break, " ") } else { text }
}

fn plain(datum: NaiveDate) -> DatumCell {
    DatumCell { text: String::new(), datum: Some(datum), utan_ar: None }
}

/// The day of an Excel serial number (1900 system).
pub(crate) fn serial_date(value: f64) -> Option<NaiveDate> {
    if !(0.0..=2_958_465.99).contains(&value) {
        return None;
    }
    // Excel believes that 1900 was a leap year: before March 1900 the numbers are one day off.
    let days = if value < 60.0 { value as u64 + 1 } else { value as u64 };
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(chrono::Days::new(days))
}
