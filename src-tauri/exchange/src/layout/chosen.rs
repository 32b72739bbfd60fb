//! A table as a person has said it is: what would be recognised, with the decisions laid over it.
use plan_core::inlasning::Tabellslag;

use super::assign::identifier_field;
use super::{Context, Layout, search};
use crate::choice::{Bladval, Minne};
use crate::heading::{Falt, Vocabulary};
use crate::sheet::Sheet;
use crate::{ReadOptions, Skal, signature};

/// The table of a sheet that a person has decided on.
pub(super) fn find(
    sheet: &Sheet<'_>,
    val: &Bladval,
    (options, context): (&ReadOptions, &Context),
) -> Result<Layout, Skal> {
    if !val.las {
        return Err(Skal::Bortvalt);
    }
    laid_over(sheet, val, options.som, context).ok_or(Skal::IngenRubrik)
}

/// The table as it was decided on the last time a table had the same headings.
pub(super) fn remembered(sheet: &Sheet<'_>, options: &ReadOptions, context: &Context) -> Option<Layout> {
    options.minne.iter().find_map(|minne| {
        let layout = laid_over(sheet, &minne.val(), options.som, context)?;
        (signature_of(&layout) == minne.signatur).then_some(layout)
    })
}

impl Layout {
    /// The headings as one text, for [`Minne`].
    pub(crate) fn signature(&self) -> String {
        signature_of(self)
    }
}

fn signature_of(layout: &Layout) -> String {
    signature(layout.columns.iter().map(|column| column.heading.text.as_str()))
}

fn laid_over(sheet: &Sheet<'_>, val: &Bladval, som: Option<Tabellslag>, context: &Context) -> Option<Layout> {
    let slag = val.slag.or(som);
    let said_row = val.rubrikrad.and_then(|nr| sheet.rows().position(|row| row.nr == nr));
    let mut layout = match said_row {
        Some(index) => search::at_row(sheet, index, slag, context),
        None => search::find(sheet, slag, context).or_else(|| {
            let first = search::possible_headings(sheet).next()?;
            search::at_row(sheet, first, slag, context)
        }),
    }?;
    let said_year = context.said_year(sheet, layout.heading_row);
    for (column, identifier) in &val.falt {
        put(&mut layout, *column, identifier, |field, heading| context.period_of(field, heading, said_year));
    }
    Some(layout)
}

/// Reads a column as a field. Another column that was read as it gives way; an identifier of another kind of table is passed by.
fn put(
    layout: &mut Layout,
    column: u32,
    identifier: &str,
    period_of: impl Fn(Falt, &crate::heading::Heading) -> Option<plan_core::period::Period>,
) {
    let Some(vocabulary) = Vocabulary::of(layout.slag) else { return };
    let Ok((field, said)) = identifier_field(vocabulary, identifier) else { return };
    let Some(at) = layout.columns.iter().position(|c| c.column == column) else { return };
    let per_period = field.filter(|field| field.is_per_period());
    let period = said.or_else(|| period_of(per_period?, &layout.columns[at].heading));
    if field.is_some() {
        for other in layout.columns.iter_mut().filter(|c| c.field == field && c.period == period) {
            other.field = None;
        }
    }
    let chosen = &mut layout.columns[at];
    (chosen.field, chosen.period) = (field.filter(|_| per_period.is_none() || period.is_some()), period);
}

impl Minne {
    fn val(&self) -> Bladval {
        Bladval {
            blad: String::new(),
            las: true,
            slag: Some(self.slag),
            rubrikrad: self.rubrikrad,
            falt: self.falt.clone(),
        }
    }
}
