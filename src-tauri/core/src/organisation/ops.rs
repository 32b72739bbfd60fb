//! The verbs on the organisation tree.
use chrono::NaiveDate;

use super::{Organisation, Organisationsslag, sql};
use crate::document::{Changes, Document, Op, Tx};
use crate::id::{BefattningId, OrganisationId};
use crate::patch::patch;
use crate::{Result, Rule, checks, rows, sort_key};

patch! {
    /// What to change of a node, or what a new one is.
    OrganisationPatch for Organisation {
        parent_id: Option<OrganisationId> = plain,
        slag: Organisationsslag = plain,
        namn: String = namn,
        kod: String = line,
        chef_id: Option<BefattningId> = plain,
        active_from: Option<NaiveDate> = plain,
        active_to: Option<NaiveDate> = plain,
        anteckning: String = free,
    }
}

impl Document {
    /// Adds a node last among its siblings; an enhet unless another kind is given.
    pub fn create_organisation(&mut self, new: &OrganisationPatch) -> Result<(OrganisationId, Changes)> {
        self.transact(Op::CreateOrganisation, |tx| {
            checks::required("namn", new.namn.as_ref())?;
            let mut node = Organisation::new(tx.new_id().into(), Organisationsslag::Enhet);
            new.apply(&mut node)?;
            node.sort_key = last_key(tx, node.parent_id)?;
            check(tx, &node)?;
            sql::insert(tx, &node)?;
            Ok(node.id)
        })
    }

    /// Changes a node; under another parent it comes last.
    pub fn update_organisation(&mut self, id: OrganisationId, patch: &OrganisationPatch) -> Result<Changes> {
        let (_, changes) = self.transact(Op::UpdateOrganisation, |tx| {
            let mut node = rows::found(id, sql::read(tx, id)?)?;
            let parent = node.parent_id;
            patch.apply(&mut node)?;
            if node.parent_id != parent {
                node.sort_key = last_key(tx, node.parent_id)?;
            }
            check(tx, &node)?;
            sql::update(tx, &node)
        })?;
        Ok(changes)
    }

    /// Moves a node with everything below it: under a parent, right after a sibling or first.
    pub fn move_organisation(
        &mut self,
        id: OrganisationId,
        parent: Option<OrganisationId>,
        after: Option<OrganisationId>,
    ) -> Result<Changes> {
        let (_, changes) = self.transact(Op::MoveOrganisation, |tx| {
            let mut node = rows::found(id, sql::read(tx, id)?)?;
            let siblings: Vec<_> = sql::read_all(tx)?
                .into_iter()
                .filter(|o| o.parent_id == parent)
                .map(|o| (o.id, o.sort_key))
                .collect();
            node.parent_id = parent;
            node.sort_key = checks::key_after(&siblings, id, after)?;
            check(tx, &node)?;
            sql::update(tx, &node)
        })?;
        Ok(changes)
    }

    /// Takes away a node that nothing uses. One with a history is ended by `active_to` instead.
    pub fn delete_organisation(&mut self, id: OrganisationId) -> Result<Changes> {
        let (_, changes) = self.transact(Op::DeleteOrganisation, |tx| {
            checks::not_in_use(tx, sql::USES, id)?;
            sql::delete(tx, id)
        })?;
        Ok(changes)
    }
}

fn check(tx: &Tx<'_>, node: &Organisation) -> Result<()> {
    checks::in_order("active_to", node.active_from, node.active_to)?;
    checks::exist(tx, node.chef_id)?;
    let mut above = node.parent_id;
    let mut nearest = true;
    // A damaged file may hold a ring that this node is no part of; a tree is never this deep.
    for _ in 0..1000 {
        let Some(id) = above else { return Ok(()) };
        if id == node.id {
            return checks::refuse("parent_id", Rule::Cycle);
        }
        let parent = rows::found(id, sql::read(tx, id)?)?;
        if nearest && parent.slag > node.slag {
            return checks::refuse("slag", Rule::LevelOrder);
        }
        (above, nearest) = (parent.parent_id, false);
    }
    checks::refuse("parent_id", Rule::Cycle)
}

fn last_key(tx: &Tx<'_>, parent: Option<OrganisationId>) -> Result<String> {
    let last: Option<String> = rows::value(tx, sql::LAST_KEY, [parent])?;
    Ok(sort_key::after(last.as_deref()))
}
