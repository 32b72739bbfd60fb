//! Rows of a found table → typed rows with a verdict on their form. What a row means in the plan is `plan_core::inlasning`.
use plan_core::inlasning::{Anmarkning, Innehall, Overhopp, Rad, Tabellslag, Vagran};

use crate::heading::Falt;
use crate::layout::Layout;
use crate::sheet::Sheet;

mod aktivitet;
mod classify;
mod ekonomi;
mod fields;
mod matetal;
pub(crate) mod mixed;
mod uppdrag;

use classify::{Class, Classifier};
use ekonomi::Ekonomi;
use fields::Fields;

/// Blank rows between two filled ones that are told one by one; a longer gap is told by its first row.
const MAX_BLANK_ROWS: u32 = 200;

/// Reads every row under the headings.
pub(crate) fn read(sheet: &mut Sheet<'_>, layout: &Layout) -> Vec<Rad> {
    let classifier = Classifier::new(sheet, layout);
    let mut ekonomi = Ekonomi::new(sheet, layout);
    let mut out: Vec<Rad> = Vec::with_capacity(sheet.len().saturating_sub(layout.first_row));
    let mut last = sheet.row(layout.first_row.wrapping_sub(1)).map(|row| row.nr);
    for index in layout.first_row..sheet.len() {
        let class = sheet.row(index).map(|row| classifier.class(index, &row));
        let typed = sheet.typed;
        let Some((nr, cells)) = sheet.row_mut(index) else { break };
        blank_rows(last, nr, &mut out);
        last = Some(nr);
        let mut fields = Fields::new(cells, layout, typed);
        let innehall = match class {
            Some(Class::Data) | None => content(layout, &mut fields, &mut ekonomi),
            Some(Class::Skipped(overhopp)) => {
                if overhopp == Overhopp::Avsnittsrad {
                    ekonomi.section(&mut fields);
                }
                Innehall::Overhoppad(overhopp)
            }
        };
        let innehall = fields.refusal.take().map_or(innehall, Innehall::Vagrad);
        let kept = matches!(innehall, Innehall::Overhoppad(_) | Innehall::Vagrad(_));
        let anmarkningar = if kept { Vec::new() } else { fields.remarks };
        out.push(Rad { rad: nr, innehall, anmarkningar });
    }
    ekonomi.remark_unit(&mut out);
    out
}

fn content(layout: &Layout, fields: &mut Fields<'_, '_>, ekonomi: &mut Ekonomi) -> Innehall {
    match layout.slag {
        Tabellslag::Uppdrag => uppdrag::row(fields),
        Tabellslag::Aktiviteter => aktivitet::row(fields),
        Tabellslag::Matetal => matetal::row(fields),
        Tabellslag::Drift => ekonomi.drift(fields),
        Tabellslag::Verksamhet => ekonomi.verksamhet(fields),
    }
}

/// Rows between two filled ones, which no source lists.
fn blank_rows(last: Option<u32>, next: u32, out: &mut Vec<Rad>) {
    let Some(first) = last.and_then(|last| last.checked_add(1)) else { return };
    let end = if next.saturating_sub(first) > MAX_BLANK_ROWS { first + 1 } else { next };
    out.extend((first..end).map(|rad| Rad {
        rad,
        innehall: Innehall::Overhoppad(Overhopp::Tom),
        anmarkningar: vec![],
    }));
}

/// The refusal of a row that has content but not the field that names it.
fn nameless(field: Falt) -> Innehall {
    Innehall::Vagrad(Vagran::SaknarTitel { falt: field.as_str().into() })
}

/// Adds a remark once.
fn remark(remarks: &mut Vec<Anmarkning>, remark: Anmarkning) {
    if !remarks.contains(&remark) {
        remarks.push(remark);
    }
}
