//! The levels of the styrmodell as the settings screen edits them: words, who decides, what hangs there, how it is judged.
use plan_core::id::NivaId;
use plan_core::mal::rules::GRANS_UPPFYLLT;
use plan_core::plan::Plan;
use plan_core::styrmodell::{Bedomningsregel, Beslutsfattare, Niva, templates};
use plan_report::format::{antal_av, med_liten};
use serde::Serialize;
use ts_rs::TS;

use super::installning::{Ordval, choices, word};
use super::installning_regler::{share_in_words, stored};
use crate::texts::styrmodell as texts;

/// The styrmodell of the file.
#[derive(Debug, Serialize, TS)]
pub struct Styrmodellbild {
    /// "Motala LedMot 2023–2026": what the plan was begun from.
    pub namn: String,
    /// From the top of the chain to the bottom.
    pub nivaer: Vec<Nivarad>,
    pub beslutsfattare: Vec<Ordval>,
    pub bedomningar: Vec<Ordval>,
}

/// A level.
#[derive(Debug, Serialize, TS)]
pub struct Nivarad {
    pub id: NivaId,
    pub singular: String,
    pub plural: String,
    pub beslutas_av: Beslutsfattare,
    /// "Kommunfullmäktige".
    pub beslutas_av_ord: String,
    pub bar_matetal: bool,
    pub bar_uppdrag: bool,
    pub bedomning: Bedomningsregel,
    /// "Regel A: mer än 50 % av nyckeltalen".
    pub bedomning_ord: String,
    /// "12 styrtal"; empty where the plan has none.
    pub anvands: String,
    /// What becomes of them when the level is removed; empty where the plan has none.
    pub bort: String,
}

pub(super) fn styrmodell(plan: &Plan) -> Styrmodellbild {
    let key = plan.installning.get("styrmodell").map_or("", String::as_str);
    Styrmodellbild {
        namn: templates::find(key).map_or_else(String::new, |template| template.namn.to_owned()),
        nivaer: plan.niva.iter().map(|niva| level(plan, niva)).collect(),
        beslutsfattare: choices("niva", "beslutas_av", Beslutsfattare::ALL.iter().map(|b| b.as_str())),
        bedomningar: Bedomningsregel::ALL
            .iter()
            .map(|regel| Ordval { kod: regel.as_str().to_owned(), ord: rule(plan, *regel) })
            .collect(),
    }
}

fn level(plan: &Plan, niva: &Niva) -> Nivarad {
    let of = || plan.mal.iter().filter(|mal| mal.niva_id == niva.id);
    let count = of().count();
    let at_the_top = of().any(|mal| mal.parent_id.is_none());
    let used = antal_av(count, &med_liten(&niva.singular), &med_liten(&niva.plural));
    Nivarad {
        id: niva.id,
        singular: niva.singular.clone(),
        plural: niva.plural.clone(),
        beslutas_av: niva.beslutas_av,
        beslutas_av_ord: word("niva", "beslutas_av", niva.beslutas_av.as_str()),
        bar_matetal: niva.bar_matetal,
        bar_uppdrag: niva.bar_uppdrag,
        bedomning: niva.bedomning,
        bedomning_ord: rule(plan, niva.bedomning),
        bort: if count > 0 { texts::removed(&used, at_the_top) } else { String::new() },
        anvands: if count > 0 { used } else { String::new() },
    }
}

/// The rule in words, with the limit that the file itself has set.
fn rule(plan: &Plan, regel: Bedomningsregel) -> String {
    match regel {
        Bedomningsregel::RegelA | Bedomningsregel::RegelC => {
            let share = share_in_words(&stored(plan, GRANS_UPPFYLLT));
            texts::rule_with_share(regel == Bedomningsregel::RegelC, &share)
        }
        _ => word("niva", "bedomning", regel.as_str()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde_json::{Value, json};

    use crate::Session;
    use crate::bild::plan::tests::{made, new_plan};
    use crate::error::UiError;

    async fn levels(session: &Session) -> Value {
        session.call("read_installning", json!({})).await.unwrap()["styrmodell"].clone()
    }

    fn words<'a>(levels: &'a Value, field: &str) -> Vec<&'a str> {
        levels["nivaer"].as_array().unwrap().iter().map(|n| n[field].as_str().unwrap()).collect()
    }

    async fn refused(session: &Session, command: &str, request: Value) -> UiError {
        session.call(command, request).await.unwrap_err()
    }

    #[tokio::test]
    async fn a_level_is_added_renamed_and_moved_and_the_plan_follows_at_once() {
        let session = new_plan().await;
        let before = levels(&session).await;
        assert_eq!(before["namn"], "Motala LedMot 2023–2026");
        assert_eq!(words(&before, "beslutas_av_ord")[0], "Kommunfullmäktige");
        let rules = words(&before, "bedomning_ord");
        assert_eq!(rules[2..], ["Ingen sammanvägd bedömning", "Regel A: mer än 50\u{a0}% av nyckeltalen"]);
        session
            .call("set_installning", json!({ "key": "maluppfyllelse.grans_uppfyllt", "value": ">=80" }))
            .await
            .unwrap();
        let top = before["nivaer"][0]["id"].clone();
        let new =
            made(&session, "create_niva", json!({ "niva": { "singular": "Delmål" }, "below": top })).await;
        session
            .call("update_niva", json!({ "id": new, "patch": { "plural": "Delmålen", "bar_uppdrag": true } }))
            .await
            .unwrap();
        session.call("move_niva", json!({ "id": new, "after": null })).await.unwrap();
        let after = levels(&session).await;
        assert_eq!(words(&after, "singular"), ["Delmål", "Vision", "Fokusområde", "Målområde", "Styrtal"]);
        assert_eq!(words(&after, "bedomning_ord")[4], "Regel A: minst 80\u{a0}% av nyckeltalen");
        let plan = session.call("read_plantrad", json!({})).await.unwrap();
        assert_eq!(plan["nivaer"][0]["plural"], "Delmålen");
        assert_eq!(plan["nivaer"][0]["bar_uppdrag"], true);
        for _ in 0..3 {
            session.call("undo", json!({})).await.unwrap();
        }
        assert_eq!(
            words(&levels(&session).await, "singular"),
            ["Vision", "Fokusområde", "Målområde", "Styrtal"]
        );
    }

    #[tokio::test]
    async fn removing_a_level_says_what_becomes_of_its_mal_and_loses_none_of_their_text() {
        let session = new_plan().await;
        let ids = levels(&session).await["nivaer"].clone();
        let vision =
            made(&session, "create_mal", json!({ "niva_id": ids[0]["id"], "titel": "Ett gott liv" })).await;
        let shown = levels(&session).await;
        assert_eq!(words(&shown, "anvands"), ["1 vision", "", "", ""]);
        assert!(words(&shown, "bort")[0].starts_with("1 vision tas bort."));
        let gone = json!({ "id": ids[0]["id"] });
        let kept = refused(&session, "delete_niva", gone.clone()).await;
        assert_eq!(kept.message, "Nivån har mål som ingen annan rad kan ta över texten från.");
        made(
            &session,
            "create_mal",
            json!({ "niva_id": ids[1]["id"], "parent_id": vision, "titel": "Trygghet" }),
        )
        .await;
        let turned = refused(&session, "move_niva", json!({ "id": ids[1]["id"], "after": null })).await;
        assert_eq!(turned.message, "Nivån kan inte flyttas förbi en nivå som dess mål hör ihop med.");
        session.call("delete_niva", gone).await.unwrap();
        assert_eq!(words(&levels(&session).await, "singular"), ["Fokusområde", "Målområde", "Styrtal"]);
    }
}
