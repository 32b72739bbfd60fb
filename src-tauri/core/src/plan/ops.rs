//! A new plan, its settings, its years.
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Arslage, Verksamhetsar, sql};
use crate::document::{Changes, Document, Op, Tx};
use crate::id::OrganisationId;
use crate::organisation::{Organisation, Organisationsslag};
use crate::period::YEARS;
use crate::styrmodell::templates;
use crate::{Result, Rule, checks, ekonomi, mal, organisation, patch, rows, sort_key, styrmodell, text};

/// What a new file starts from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NyPlan {
    pub kommun: String,
    pub namnd: String,
    pub forvaltning: String,
    /// Key of a template, e.g. "ledmot-2023".
    pub styrmodell: String,
    /// The first verksamhetsår.
    pub year: i32,
}

impl Document {
    /// Fills an empty file: settings, the levels of the template, nämnd and förvaltning, the year, the default drift table.
    pub fn create_plan(&mut self, new: &NyPlan) -> Result<Changes> {
        let (_, changes) = self.transact(Op::CreatePlan, |tx| {
            if rows::exists(tx, sql::ANY, [])? {
                return checks::refuse("fil", Rule::InUse { by: "plan".to_string() });
            }
            let namnd = patch::namn("namnd", &new.namnd)?;
            let forvaltning = patch::namn("forvaltning", &new.forvaltning)?;
            let kommun = patch::namn("kommun", &new.kommun)?;
            let template = templates::find(&new.styrmodell).ok_or_else(|| {
                let value = new.styrmodell.clone();
                crate::RuleViolation::error("styrmodell", Rule::NotAllowed { value })
            })?;
            let settings = [
                ("kommun", kommun.as_str()),
                ("namnd", &namnd),
                ("forvaltning", &forvaltning),
                ("styrmodell", template.key),
            ];
            settings
                .iter()
                .chain(&mal::rules::FORVALDA)
                .try_for_each(|(key, value)| sql::set_installning(tx, key, value))?;
            checks::year_open(tx, "year", new.year)?;
            sql::set_year(tx, &Verksamhetsar { year: new.year, state: Arslage::Pagar })?;
            styrmodell::ops::insert_template(tx, template)?;
            let root = insert_node(tx, None, Organisationsslag::Namnd, namnd)?;
            insert_node(tx, Some(root), Organisationsslag::Forvaltning, forvaltning)?;
            ekonomi::ops::insert_default_rows(tx)?;
            tx.label(&kommun);
            Ok(())
        })?;
        Ok(changes)
    }

    /// Sets a setting of the file; empty or `None` takes it away, and the default holds.
    pub fn set_installning(&mut self, key: &str, value: Option<&str>) -> Result<Changes> {
        let (_, changes) = self.transact(Op::SetInstallning, |tx| {
            let known_form = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"._-".contains(&b);
            if key.is_empty() || key.len() > 100 || !key.bytes().all(known_form) {
                return checks::refuse("key", Rule::NotAllowed { value: key.to_string() });
            }
            match text::free("value", value.unwrap_or_default())? {
                empty if empty.is_empty() => sql::delete_installning(tx, key),
                value => {
                    check_value(key, &value)?;
                    sql::set_installning(tx, key, &value)
                }
            }
        })?;
        Ok(changes)
    }

    /// Opens a new verksamhetsår to plan in.
    pub fn create_verksamhetsar(&mut self, year: i32) -> Result<Changes> {
        let (_, changes) = self.transact(Op::CreateVerksamhetsar, |tx| {
            checks::within("year", year, YEARS)?;
            if sql::year_state(tx, year)?.is_some() {
                return checks::refuse("year", Rule::InUse { by: "verksamhetsar".to_string() });
            }
            sql::set_year(tx, &Verksamhetsar { year, state: Arslage::Planeras })
        })?;
        Ok(changes)
    }

    /// Says that a year is planned, is running or is closed. A closed year takes no changes but late outcomes.
    pub fn set_verksamhetsar(&mut self, year: i32, state: Arslage) -> Result<Changes> {
        let (_, changes) = self.transact(Op::SetVerksamhetsar, |tx| match sql::year_state(tx, year)? {
            None => checks::refuse("year", Rule::NotAllowed { value: year.to_string() }),
            Some(_) => sql::set_year(tx, &Verksamhetsar { year, state }),
        })?;
        Ok(changes)
    }
}

/// The year a new thing belongs to when none is given: the running one, else the first that is planned.
pub(crate) fn current_year(tx: &Tx<'_>) -> Result<Option<i32>> {
    let years = sql::read_all_years(tx)?;
    let first = |state| years.iter().find(|y| y.state == state).map(|y| y.year);
    Ok(first(Arslage::Pagar).or_else(|| first(Arslage::Planeras)))
}

/// Settings that rules read are checked; the others are words for people.
fn check_value(key: &str, value: &str) -> Result<()> {
    match mal::rules::setting_allowed(key, value).or_else(|| ekonomi::prognos::setting_allowed(key, value)) {
        Some(true) => Ok(()),
        Some(false) => checks::refuse("value", Rule::NotAllowed { value: value.to_string() }),
        None if text::looks_like_personnummer(value) => checks::refuse("value", Rule::Personnummer),
        None => Ok(()),
    }
}

fn insert_node(
    tx: &Tx<'_>,
    parent_id: Option<OrganisationId>,
    slag: Organisationsslag,
    namn: String,
) -> Result<OrganisationId> {
    let node = Organisation {
        parent_id,
        namn,
        sort_key: sort_key::after(None),
        ..Organisation::new(tx.new_id().into(), slag)
    };
    organisation::sql::insert(tx, &node)?;
    Ok(node.id)
}
