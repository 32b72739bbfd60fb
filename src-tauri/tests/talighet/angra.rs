//! Undo and redo from one process to the next, and the barriers they stop at, in words.
use serde_json::{Value, json};

use crate::plats::{PLAN, Plats};

fn call(plats: &Plats, command: &str, args: &Value) -> Value {
    plats.done(&["anropa", PLAN, command, &args.to_string(), "--vem", "Controller"])
}

fn look(plats: &Plats) -> Value {
    plats.done(&["visa", PLAN, "--period", "2026-10"])
}

/// Changes of many kinds, one process each; what the plan looked like after each of them.
fn change(plats: &Plats) -> Vec<Value> {
    let plan = look(plats);
    let uppdrag = &plan["uppdrag"][0]["id"];
    let aktivitet = &plan["aktivitet"][0]["id"];
    let forvaltning = &plan["organisation"][0]["id"];
    let mut seen = vec![plan.clone()];
    let mut step = |command: &str, args: Value| {
        let reply = call(plats, command, &args);
        seen.push(look(plats));
        reply
    };
    step(
        "update_uppdrag",
        json!({ "id": uppdrag, "patch": { "titel": "Korta kön rejält", "varfor": "Lagen." } }),
    );
    step(
        "create_organisation",
        json!({ "namn": "Enhet Norr", "slag": "enhet", "kod": "N1", "parent_id": forvaltning }),
    );
    step("create_befattning", json!({ "titel": "Enhetschef Norr" }));
    let status = json!({ "barare": { "aktivitet": aktivitet }, "period": "2026-11", "status": "avbruten", "kommentar": "Slut på medel." });
    step("set_status", status);
    step("create_delaktivitet", json!({ "aktivitet_id": aktivitet, "titel": "Annonsera" }));
    let matetal = step(
        "create_matetal",
        json!({ "titel": "Väntetid", "art": "indikator", "riktning": "lagre", "frekvens": "manad" }),
    );
    let row = json!({ "matetal_id": matetal["id"], "organisation_id": forvaltning, "period": "2026-10", "kon": "T",
        "varde": { "tal": 31.5 }, "vikt": null, "kalla": "Register", "datum": null });
    step("set_utfall", json!({ "rader": [row] }));
    step("delete_aktivitet", json!({ "id": aktivitet }));
    step("delete_uppdrag", json!({ "id": uppdrag }));
    seen
}

#[test]
fn undo_and_redo_go_all_the_way_from_process_to_process() {
    let plats = Plats::with_plan("angra");
    let seen = change(&plats);
    for (n, earlier) in seen.iter().enumerate().rev().skip(1) {
        plats.done(&["angra", PLAN, "--vem", "Controller"]);
        assert!(look(&plats) == *earlier, "undo of change {} left something", n + 1);
    }
    for (n, later) in seen.iter().enumerate().skip(1) {
        plats.done(&["gor-om", PLAN, "--vem", "Ekonom"]);
        assert!(look(&plats) == *later, "redo of change {n} left something");
    }
    assert!(plats.refused(&["gor-om", PLAN, "--vem", "Ekonom"]).contains("inget att ångra eller göra om"));
    assert_eq!(plats.done(&["kontrollera", PLAN])["hel"], json!(true));
}

#[test]
fn a_new_change_takes_redo_away() {
    let plats = Plats::with_plan("gorom");
    plats.done(&["angra", PLAN, "--vem", "Controller"]);
    call(&plats, "create_uppdrag", &json!({ "titel": "I stället" }));
    plats.refused(&["gor-om", PLAN, "--vem", "Controller"]);
    let undone = plats.done(&["angra", PLAN, "--vem", "Controller"]);
    assert_eq!(undone["namn"], json!("I stället"));
}

#[test]
fn barriers_are_said_in_words() {
    let plats = Plats::with_plan("hinder");
    plats.done(&["angra", PLAN, "--vem", "Controller"]);
    let said = plats.refused(&["angra", PLAN, "--vem", "Controller"]);
    assert!(said.contains("inte att ångra förbi ”Fastställ”") && said.contains("Upphäv"), "{said}");
    let state = plats.done(&["anropa", PLAN, "undo_state"]);
    assert_eq!(
        state["undo"],
        json!({ "mojligt": false, "hinder": true, "text": "Det går inte att ångra förbi: fastställ" })
    );
    assert_eq!(state["redo"]["mojligt"], json!(true));

    call(&plats, "create_verksamhetsar", &json!({ "year": 2027 }));
    let said = plats.refused(&["angra", PLAN, "--vem", "Controller"]);
    assert!(said.contains("verksamhetsår") && !said.contains("Upphäv"), "{said}");
}
