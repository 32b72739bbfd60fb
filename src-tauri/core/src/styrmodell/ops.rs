//! The verbs on levels: rename, add, move, remove. The chain always stays in order: a child's level below its parent's.
use super::templates::Styrmodellmall;
use super::{Bedomningsregel, Beslutsfattare, Niva, sql};
use crate::document::{Changes, Document, Op, Tx};
use crate::id::NivaId;
use crate::mal::Mal;
use crate::patch::patch;
use crate::{Result, Rule, checks, mal, rows, sort_key, uppfoljning};

patch! {
    /// What to change of a level, or what a new one is.
    NivaPatch for Niva {
        singular: String = nivanamn,
        plural: String = nivanamn,
        beslutas_av: Beslutsfattare = plain,
        bar_matetal: bool = plain,
        bar_uppdrag: bool = plain,
        bedomning: Bedomningsregel = plain,
    }
}

impl Document {
    /// Adds a level right below another, or at the top.
    pub fn create_niva(&mut self, new: &NivaPatch, below: Option<NivaId>) -> Result<(NivaId, Changes)> {
        self.transact(Op::CreateNiva, |tx| {
            let id = NivaId::from(tx.new_id());
            let singular = checks::required("singular", new.singular.clone())?;
            let mut niva = Niva {
                id,
                plural: singular.clone(),
                singular,
                beslutas_av: Beslutsfattare::Namnd,
                bar_matetal: false,
                bar_uppdrag: false,
                bedomning: Bedomningsregel::Ingen,
                sort_key: checks::key_after(&keys(tx)?, id, below)?,
            };
            new.apply(&mut niva)?;
            sql::insert(tx, &niva)?;
            Ok(id)
        })
    }

    /// Renames a level or changes its rules.
    pub fn update_niva(&mut self, id: NivaId, patch: &NivaPatch) -> Result<Changes> {
        let (_, changes) = self.transact(Op::UpdateNiva, |tx| {
            let mut niva = rows::found(id, sql::read(tx, id)?)?;
            patch.apply(&mut niva)?;
            sql::update(tx, &niva)
        })?;
        Ok(changes)
    }

    /// Moves a level right below another, or to the top; refused when a mål would stand above its parent.
    pub fn move_niva(&mut self, id: NivaId, below: Option<NivaId>) -> Result<Changes> {
        let (_, changes) = self.transact(Op::MoveNiva, |tx| {
            let mut niva = rows::found(id, sql::read(tx, id)?)?;
            niva.sort_key = checks::key_after(&keys(tx)?, id, below)?;
            sql::update(tx, &niva)?;
            match rows::exists(tx, mal::sql::OUT_OF_ORDER, [])? {
                true => checks::refuse("sort_key", Rule::LevelOrder),
                false => Ok(()),
            }
        })?;
        Ok(changes)
    }

    /// Removes a level. Its mål hand children, uppdrag and mätetal to their parent, which keeps their text as anteckning;
    /// refused when one has neither parent nor child, as its text would be lost.
    pub fn delete_niva(&mut self, id: NivaId) -> Result<Changes> {
        let (_, changes) = self.transact(Op::DeleteNiva, |tx| {
            let niva = rows::found(id, sql::read(tx, id)?)?;
            tx.label(&niva.singular);
            for node in mal::sql::of_niva(tx, id)? {
                dissolve(tx, &niva, &node)?;
            }
            sql::delete(tx, id)
        })?;
        Ok(changes)
    }
}

/// Puts in the levels of a template, top first.
pub(crate) fn insert_template(tx: &Tx<'_>, template: &Styrmodellmall) -> Result<()> {
    let mut last: Option<String> = None;
    for level in template.nivaer {
        let key = sort_key::after(last.as_deref());
        let niva = Niva {
            id: tx.new_id().into(),
            singular: level.singular.to_string(),
            plural: level.plural.to_string(),
            beslutas_av: level.beslutas_av,
            bar_matetal: level.bar_matetal,
            bar_uppdrag: level.bar_uppdrag,
            bedomning: level.bedomning,
            sort_key: key.clone(),
        };
        sql::insert(tx, &niva)?;
        last = Some(key);
    }
    Ok(())
}

/// A mål goes with its level. Its text is kept by its parent; at the top of the chain, by each of its children.
fn dissolve(tx: &Tx<'_>, niva: &Niva, node: &Mal) -> Result<()> {
    let kept = kept_text(niva, node);
    let parent = node.parent_id.map(|id| mal::sql::read(tx, id)).transpose()?.flatten();
    let children = mal::sql::children(tx, node.id)?;
    if parent.is_none() && children.is_empty() {
        return checks::refuse("niva_id", Rule::InUse { by: "mal".to_string() });
    }
    for mut child in children {
        child.parent_id = node.parent_id;
        if parent.is_none() {
            append(&mut child.anteckning, &kept);
        }
        mal::sql::update(tx, &child)?;
    }
    if let Some(mut parent) = parent {
        append(&mut parent.anteckning, &kept);
        mal::sql::update(tx, &parent)?;
    }
    mal::sql::hand_over(tx, node.id, node.parent_id)?;
    uppfoljning::sql::delete_texts_about(tx, node.id)?;
    mal::sql::delete(tx, node.id)
}

fn kept_text(niva: &Niva, node: &Mal) -> String {
    let heading = [niva.singular.as_str(), &node.nr, &node.titel];
    let heading = heading.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ");
    let parts = [heading.as_str(), &node.beskrivning, &node.anteckning];
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join("\n\n")
}

fn append(anteckning: &mut String, text: &str) {
    if !anteckning.is_empty() {
        anteckning.push_str("\n\n");
    }
    anteckning.push_str(text);
}

fn keys(tx: &Tx<'_>) -> Result<Vec<(NivaId, String)>> {
    Ok(sql::read_all(tx)?.into_iter().map(|n| (n.id, n.sort_key)).collect())
}
