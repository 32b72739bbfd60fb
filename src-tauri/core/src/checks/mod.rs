//! Rules that several concepts share: what is named must be there, a closed year stays closed, an end comes after its start.
mod sql;

use chrono::NaiveDate;
use rusqlite::Connection;
use rusqlite::types::ToSql;

use crate::id::{
    AktivitetId, BefattningId, DriftradId, MalId, MatetalId, NivaId, OrganisationId, ThingId, UppdragId,
    VerksamhetId,
};
use crate::period::YEARS;
use crate::plan::Arslage;
use crate::{Error, Result, Rule, RuleViolation, plan, rows, sort_key};

/// An id whose thing must be in the plan before anything may point at it.
pub(crate) trait Named: ToSql + Copy + Into<ThingId> {
    const EXISTS: &'static str;
}

macro_rules! named {
    ($($id:ident = $sql:ident),* $(,)?) => {$(
        impl Named for $id {
            const EXISTS: &'static str = sql::$sql;
        }
    )*};
}
named!(
    OrganisationId = ORGANISATION,
    BefattningId = BEFATTNING,
    NivaId = NIVA,
    MalId = MAL,
    UppdragId = UPPDRAG,
    AktivitetId = AKTIVITET,
    MatetalId = MATETAL,
    DriftradId = DRIFTRAD,
    VerksamhetId = VERKSAMHET,
);

/// Everything pointed at is in the plan.
pub(crate) fn exist<Id: Named>(tx: &Connection, ids: impl IntoIterator<Item = Id>) -> Result<()> {
    ids.into_iter().try_for_each(|id| match rows::exists(tx, Id::EXISTS, [id])? {
        true => Ok(()),
        false => Err(Error::NotFound(id.into())),
    })
}

/// Nothing uses the thing; `uses` = kind of the user and a query for it.
pub(crate) fn not_in_use(tx: &Connection, uses: &[(&str, &str)], id: impl ToSql + Copy) -> Result<()> {
    for (kind, query) in uses {
        if rows::exists(tx, query, [id])? {
            return refuse("id", Rule::InUse { by: (*kind).to_string() });
        }
    }
    Ok(())
}

/// The year may be written in: it is a year of ours and not closed. A year the file does not plan is not closed.
pub(crate) fn year_open(tx: &Connection, field: &'static str, year: i32) -> Result<()> {
    within(field, year, YEARS)?;
    match plan::sql::year_state(tx, year)? {
        Some(Arslage::Stangt) => refuse(field, Rule::YearClosed),
        _ => Ok(()),
    }
}

/// The end, where both are given, is not before the start.
pub(crate) fn in_order(field: &'static str, start: Option<NaiveDate>, end: Option<NaiveDate>) -> Result<()> {
    match (start, end) {
        (Some(start), Some(end)) if end < start => refuse(field, Rule::EndBeforeStart),
        _ => Ok(()),
    }
}

/// The value lies in the range.
pub(crate) fn within<T: PartialOrd + ToString>(
    field: &'static str,
    value: T,
    range: impl std::ops::RangeBounds<T>,
) -> Result<()> {
    if range.contains(&value) { Ok(()) } else { refuse(field, Rule::NotAllowed { value: value.to_string() }) }
}

/// What had to be given is given.
pub(crate) fn required<T>(field: &'static str, value: Option<T>) -> Result<T> {
    value.ok_or_else(|| RuleViolation::error(field, Rule::Required))
}

/// A broken rule.
pub(crate) fn refuse<T>(field: &'static str, rule: Rule) -> Result<T> {
    Err(RuleViolation::error(field, rule))
}

/// The key that puts a thing right after one of its siblings, or first. `siblings` in order.
pub(crate) fn key_after<Id: Copy + PartialEq + Into<ThingId>>(
    siblings: &[(Id, String)],
    id: Id,
    after: Option<Id>,
) -> Result<String> {
    let others: Vec<&(Id, String)> = siblings.iter().filter(|(other, _)| *other != id).collect();
    let before = match after {
        None => None,
        Some(after) => Some(rows::found(after, others.iter().find(|(other, _)| *other == after))?.1.as_str()),
    };
    let next = others.iter().map(|(_, key)| key.as_str()).filter(|key| before.is_none_or(|b| *key > b)).min();
    Ok(sort_key::between(before, next))
}
