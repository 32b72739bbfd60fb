//! A clock that is set back between writes: history keeps the order in which things were done.
use chrono::{TimeZone, Utc};
use plan_api::Access;
use serde_json::{Value, json};

use crate::plats::{PLAN, Plats, call, environment_at, open, wait};

#[test]
fn a_clock_set_back_keeps_order_and_history() {
    let plats = Plats::with_plan("klocka");
    let path = plats.path(PLAN);
    let years = [2026, 2031, 1999, 2024, 1970, 2026];
    wait(async {
        for (n, year) in years.into_iter().enumerate() {
            let id = 0x7000 + n as u128 * 0x100;
            let environment = environment_at(id, move || Utc.with_ymd_and_hms(year, 5, 6, 7, 8, 9).unwrap());
            let session = open(&path, Access::ReadWrite, environment).await;
            call(&session, "create_uppdrag", json!({ "titel": format!("Nr {n}") })).await;
            session.close().await.unwrap();
        }
    });
    let post = |value: &Value, key: &str| value[key].clone();
    let logg = plats.done(&["logg", PLAN, "--antal", "6"])["poster"].as_array().unwrap().clone();
    let told: Vec<(Value, Value)> = logg.iter().map(|p| (post(p, "rubrik"), post(p, "at"))).collect();
    let expected: Vec<(Value, Value)> = (0..years.len())
        .rev()
        .map(|n| {
            (json!(format!("Lägg till uppdrag: Nr {n}")), json!(format!("{}-05-06T07:08:09Z", years[n])))
        })
        .collect();
    assert_eq!(told, expected);
    let nrs: Vec<i64> = logg.iter().map(|p| p["nr"].as_i64().unwrap()).collect();
    assert!(nrs.windows(2).all(|pair| pair[0] == pair[1] + 1), "{nrs:?}");
    assert_eq!(plats.done(&["kontrollera", PLAN])["hel"], json!(true));

    // Undone by the real clock of the binary, newest first all the same.
    for n in (0..years.len()).rev() {
        let undone = plats.done(&["angra", PLAN, "--vem", "Controller"]);
        assert_eq!(undone["namn"], json!(format!("Nr {n}")));
    }
    assert_eq!(plats.done(&["kontrollera", PLAN])["hel"], json!(true));
}
