//! Rows of the nämnd's drift table and of the table per verksamhet: names, signs as they stand, amounts in öre.
use plan_core::belopp::{Belopp, Ore, Tal};
use plan_core::ekonomi::{Beloppsslag, Verksamhetsdel};
use plan_core::inlasning::{Anmarkning, DriftRad, Innehall, Overhopp, Rad, Vagran, VerksamhetRad};

use super::fields::{Amount, Fields};
use super::{nameless, remark};
use crate::cell::number::{self, Penningenhet, Reading};
use crate::cell::text::fold;
use crate::cell::words;
use crate::heading::Falt;
use crate::layout::Layout;
use crate::sheet::{Cell, Sheet};

/// An amount that no nämnd has in tkr: a hundred billion kronor.
const KRONOR_FROM: f64 = 100_000_000.0;

/// What holds for the whole of an economy table, and the section its rows stand in.
pub(super) struct Ekonomi {
    unit: Penningenhet,
    /// Nobody said the unit.
    assumed: bool,
    section: Option<Verksamhetsdel>,
}

/// The part of a row both tables have.
struct Amounts {
    belopp: Vec<(Beloppsslag, Belopp)>,
    tryckt_avvikelse: Option<Ore>,
    /// No amount at all is filled.
    empty: bool,
}

impl Ekonomi {
    pub(super) fn new(sheet: &Sheet<'_>, layout: &Layout) -> Ekonomi {
        let said = layout.unit.or_else(|| layout.has(Falt::Beloppsenhet).then_some(Penningenhet::Tkr));
        let is_economy = layout.columns.iter().any(|column| column.field.is_some_and(Falt::is_amount));
        let unit = said.unwrap_or_else(|| likely_unit(sheet, layout));
        Ekonomi { unit, assumed: said.is_none() && is_economy, section: None }
    }

    /// "Intäkter" alone in a row: what follows are intäkter.
    pub(super) fn section(&mut self, fields: &mut Fields<'_, '_>) {
        if let Some(part) = fields.line(Falt::Namn).as_deref().and_then(words::del) {
            self.section = Some(part);
        }
    }

    /// Tells of the assumed unit once, on the first row that has amounts.
    pub(super) fn remark_unit(&self, rows: &mut [Rad]) {
        let has_amounts =
            |row: &&mut Rad| matches!(row.innehall, Innehall::Drift(_) | Innehall::Verksamhet(_));
        if let Some(first) = rows.iter_mut().find(has_amounts)
            && self.assumed
        {
            remark(
                &mut first.anmarkningar,
                Anmarkning::EnhetAntagen { enhet: self.unit.as_str().to_owned() },
            );
        }
    }

    pub(super) fn drift(&mut self, fields: &mut Fields<'_, '_>) -> Innehall {
        let radtyp = fields.line(Falt::Radtyp).unwrap_or_default();
        let amounts = self.amounts(fields);
        let Some(namn) = fields.line(Falt::Namn) else { return unnamed(fields, &amounts) };
        if amounts.empty || fold(&radtyp) == "rubrik" {
            return Innehall::Overhoppad(Overhopp::Avsnittsrad);
        }
        Innehall::Drift(DriftRad {
            summa: is_sum_type(&radtyp, &namn),
            namn,
            belopp: amounts.belopp,
            year: fields.layout.year,
            tryckt_avvikelse: amounts.tryckt_avvikelse,
            kommentar: fields.text(Falt::Kommentar),
        })
    }

    pub(super) fn verksamhet(&mut self, fields: &mut Fields<'_, '_>) -> Innehall {
        let radtyp = fields.line(Falt::Radtyp).unwrap_or_default();
        let said = fields.line(Falt::Del);
        let amounts = self.amounts(fields);
        let Some(namn) = fields.line(Falt::Namn) else { return unnamed(fields, &amounts) };
        if fold(&radtyp) == "rubrik"
            || said.as_deref().is_some_and(|text| fold(text).starts_with("kommentar"))
        {
            return Innehall::Overhoppad(Overhopp::Anteckning);
        }
        if amounts.empty {
            return Innehall::Overhoppad(Overhopp::Avsnittsrad);
        }
        let is_result = ["resultat", "netto", "arets resultat"];
        if said.as_deref().is_some_and(|text| is_result.contains(&fold(text).as_str()))
            || is_result.contains(&fold(&namn).as_str())
        {
            return Innehall::Overhoppad(Overhopp::Summa);
        }
        let Some(del) = said.as_deref().and_then(words::del).or(self.section).or_else(|| by_sign(&amounts))
        else {
            return nameless(Falt::Del);
        };
        let summa = is_sum_type(&radtyp, &namn) || words::del(&namn).is_some();
        Innehall::Verksamhet(VerksamhetRad {
            namn,
            del,
            summa,
            belopp: amounts.belopp,
            year: fields.layout.year,
            tryckt_avvikelse: amounts.tryckt_avvikelse,
            kommentar: fields.text(Falt::Kommentar),
        })
    }

    fn amounts(&self, fields: &mut Fields<'_, '_>) -> Amounts {
        let row_unit = fields.line(Falt::Beloppsenhet).as_deref().and_then(Penningenhet::parse);
        let mut out = Amounts { belopp: Vec::new(), tryckt_avvikelse: None, empty: true };
        let slag = [
            (Falt::Budget, Beloppsslag::Budget),
            (Falt::UtfallAck, Beloppsslag::UtfallAck),
            (Falt::Prognos, Beloppsslag::Prognos),
        ];
        for (field, slag) in slag {
            if let Some(belopp) = self.amount(fields, field, row_unit) {
                out.empty &= belopp == Belopp::Tom;
                out.belopp.push((slag, belopp));
            }
        }
        if let Some(Belopp::Ore(ore)) = self.amount(fields, Falt::Avvikelse, row_unit) {
            out.tryckt_avvikelse = Some(ore);
        }
        out
    }

    /// The amount of a column; `None` without such a column.
    fn amount(
        &self,
        fields: &mut Fields<'_, '_>,
        field: Falt,
        row_unit: Option<Penningenhet>,
    ) -> Option<Belopp> {
        let column = fields.layout.column(field)?;
        let (amount, text) = fields.tal(column, field, false);
        match amount {
            Amount::Empty | Amount::Missing(_) => Some(Belopp::Tom),
            Amount::Tal(tal, said) => match said.or(row_unit).unwrap_or(self.unit).ore(tal) {
                Some(ore) => Some(Belopp::Ore(ore)),
                None => {
                    fields.refuse(Vagran::InteTal { falt: field.as_str().into(), text });
                    None
                }
            },
            Amount::Other => {
                fields.refuse(Vagran::InteTal { falt: field.as_str().into(), text });
                None
            }
        }
    }
}

/// A row without a name: amounts that nobody can place are refused, the rest is not data.
fn unnamed(fields: &mut Fields<'_, '_>, amounts: &Amounts) -> Innehall {
    let is_real = |(_, belopp): &(Beloppsslag, Belopp)| matches!(belopp, Belopp::Ore(ore) if ore.0 != 0);
    fields.refusal = None;
    if amounts.belopp.iter().any(is_real) {
        nameless(Falt::Namn)
    } else {
        Innehall::Overhoppad(Overhopp::Tom)
    }
}

fn is_sum_type(radtyp: &str, namn: &str) -> bool {
    match fold(radtyp).as_str() {
        "" => words::is_computed_row(namn),
        typ => typ.contains("summa") || typ.contains("total"),
    }
}

/// Without any word for it the sign tells: intäkt +, kostnad − (domain.md, Ekonomi).
fn by_sign(amounts: &Amounts) -> Option<Verksamhetsdel> {
    let ore = amounts.belopp.iter().map(|(_, belopp)| belopp.ore().0).find(|ore| *ore != 0)?;
    Some(if ore < 0 { Verksamhetsdel::Kostnad } else { Verksamhetsdel::Intakt })
}

/// Tkr, unless the amounts would then be larger than any nämnd's.
fn likely_unit(sheet: &Sheet<'_>, layout: &Layout) -> Penningenhet {
    let columns: Vec<u32> =
        layout.columns.iter().filter(|c| c.field.is_some_and(Falt::is_amount)).map(|c| c.column).collect();
    let mut largest = 0.0_f64;
    for row in sheet.rows().skip(layout.first_row).take(1000) {
        for column in &columns {
            largest = largest.max(size(row.cell(*column)));
        }
    }
    if largest >= KRONOR_FROM { Penningenhet::Kr } else { Penningenhet::Tkr }
}

fn size(cell: &Cell<'_>) -> f64 {
    match cell {
        Cell::Number { value, .. } => value.abs(),
        Cell::Text(text) => match number::read(text) {
            Reading::Number(number) => Tal(number.tal.0.saturating_abs()).as_f64(),
            _ => 0.0,
        },
        _ => 0.0,
    }
}
