//! The screen's figures on the example and on a new plan: sums, what is compared with, what wants a comment, typing.
#![allow(clippy::unwrap_used, clippy::expect_used)]
use serde_json::{Value, json};

use crate::session_tests::new_session;

async fn read(session: &crate::Session, vy: &str, period: &str) -> Value {
    session.call("read_ekonomi", json!({ "vy": vy, "period": period })).await.unwrap()
}

fn row<'v>(bild: &'v Value, namn: &str) -> &'v Value {
    bild["rader"]
        .as_array()
        .unwrap()
        .iter()
        .find(|r| r["namn"] == namn)
        .unwrap_or_else(|| panic!("no row {namn}"))
}

fn plain(text: &Value) -> String {
    text.as_str().unwrap().replace('\u{a0}', " ")
}

async fn type_in(
    session: &crate::Session,
    period: &str,
    cells: &[(&Value, &str, &str)],
) -> Result<Value, crate::UiError> {
    let celler: Vec<Value> = cells
        .iter()
        .map(|(nyckel, slag, text)| json!({ "nyckel": nyckel, "slag": slag, "text": text }))
        .collect();
    session.call("type_ekonomi", json!({ "period": period, "celler": celler })).await
}

#[tokio::test]
async fn a_typed_column_is_one_change_and_sums_follow() {
    let session = new_session().await;
    let empty = read(&session, "drift", "2026-10").await;
    assert_eq!(empty["tom"], json!(true));
    let keys: Vec<&Value> = empty["rader"].as_array().unwrap().iter().map(|r| &r["nyckel"]).collect();
    type_in(&session, "2026-10", &[(keys[1], "budget", "−500 000"), (keys[2], "budget", "-1 234,5")])
        .await
        .unwrap();
    type_in(&session, "2026-10", &[(keys[1], "prognos", "−509 620"), (keys[2], "prognos", "tom")])
        .await
        .unwrap();
    let bild = read(&session, "drift", "2026-10").await;
    assert_eq!(plain(&row(&bild, "Verksamhetens kostnader")["budget"]["text"]), "−501 235");
    assert_eq!(plain(&row(&bild, "Personalkostnader")["avvikelse"]["text"]), "−9 620");
    assert_eq!(row(&bild, "Personalkostnader")["kommentar"], json!("behovs"));
    assert_eq!(plain(&row(&bild, "Lokalhyror")["budget"]["typat"]), "−1 234,5");
    assert_eq!(row(&bild, "Lokalhyror")["prognos"]["typat"], json!("tom"));
    assert_eq!(row(&bild, "Lokalhyror")["prognos"]["text"], json!(""));
    let march = read(&session, "drift", "2026-03").await;
    assert_eq!(
        plain(&row(&march, "Personalkostnader")["budget"]["text"]),
        "−500 000",
        "a budget is the year's"
    );
    assert_eq!(row(&march, "Personalkostnader")["prognos"]["belopp"], Value::Null);

    session.call("undo", json!({})).await.unwrap();
    let undone = read(&session, "drift", "2026-10").await;
    assert_eq!(row(&undone, "Personalkostnader")["prognos"]["belopp"], Value::Null);
    assert_eq!(
        row(&undone, "Lokalhyror")["prognos"]["belopp"],
        Value::Null,
        "one undo takes back the whole column"
    );
}

#[tokio::test]
async fn what_is_no_amount_writes_nothing() {
    let session = new_session().await;
    let bild = read(&session, "drift", "2026-10").await;
    let keys: Vec<&Value> = bild["rader"].as_array().unwrap().iter().map(|r| &r["nyckel"]).collect();
    let refused =
        type_in(&session, "2026-10", &[(keys[1], "prognos", "12"), (keys[2], "prognos", "abc")]).await;
    assert!(refused.unwrap_err().message.contains("abc"));
    assert_eq!(read(&session, "drift", "2026-10").await["tom"], json!(true));
    let sum = type_in(&session, "2026-10", &[(keys[5], "prognos", "12")]).await;
    assert_eq!(sum.unwrap_err().code, "sum_row");
}

#[tokio::test]
async fn a_comment_answers_for_the_deviation_it_was_written_about() {
    let session = new_session().await;
    let bild = read(&session, "drift", "2026-08").await;
    let key = row(&bild, "Personalkostnader")["nyckel"].clone();
    type_in(&session, "2026-08", &[(&key, "budget", "-100"), (&key, "prognos", "-110")]).await.unwrap();
    let id = &key["driftrad"];
    let text =
        json!({ "year": 2026, "month": 8, "avsnitt": "drift", "subject_id": id, "text": "Fler vikarier." });
    session.call("set_avsnittstext", text).await.unwrap();
    assert_eq!(
        row(&read(&session, "drift", "2026-08").await, "Personalkostnader")["kommentar"],
        json!("har")
    );

    let later = read(&session, "drift", "2026-10").await;
    assert_eq!(row(&later, "Personalkostnader")["kommentar"], json!("har"), "nothing has moved");
    type_in(&session, "2026-10", &[(&key, "prognos", "-120"), (&key, "utfall_ack", "-90")]).await.unwrap();
    let moved = read(&session, "drift", "2026-10").await;
    assert_eq!(row(&moved, "Personalkostnader")["kommentar"], json!("behovs"));
    assert_eq!(plain(&row(&moved, "Personalkostnader")["andring"]["text"]), "−10");
    assert_eq!(moved["kolumner"]["tidigare"], json!(["Avvikelse", "augusti"]));

    let panel = session.call("read_ekonomirad", json!({ "nyckel": key, "period": "2026-10" })).await.unwrap();
    assert_eq!(panel["kommentar"]["fran"], json!("Texten är från augusti"));
    assert_eq!(plain(&panel["stod"][0]["typat"]), "−108");
    assert_eq!(
        plain(&panel["mening"]),
        "Prognosen förutsätter 15 tkr per månad i november och december. Snittet hittills är 9 tkr."
    );
    let judged = json!({ "nyckel": key, "text": "−100", "period": "2026-10" });
    let judged = session.call("judge_ekonomi", judged).await.unwrap();
    assert_eq!(
        [plain(&judged["avvikelse"]["text"]), plain(&judged["andring"]["text"])],
        ["0", "+10"].map(String::from)
    );
}

#[tokio::test]
async fn verksamheter_stand_under_intakter_and_kostnader() {
    let session = new_session().await;
    assert_eq!(read(&session, "verksamheter", "2026-10").await["rader"], json!([]));
    session.call("create_verksamhet", json!({ "namn": "Barn och unga" })).await.unwrap();
    session.call("create_verksamhet", json!({ "namn": "Kommunbidrag", "finansiering": true })).await.unwrap();
    let bild = read(&session, "verksamheter", "2026-10").await;
    let names: Vec<&str> =
        bild["rader"].as_array().unwrap().iter().map(|r| r["namn"].as_str().unwrap()).collect();
    assert_eq!(
        names,
        ["Intäkter", "Barn och unga", "Kommunbidrag", "Kostnader", "Barn och unga", "Resultat"]
    );
    let cost = bild["rader"][4]["nyckel"].clone();
    type_in(&session, "2026-10", &[(&cost, "budget", "-50"), (&cost, "prognos", "-60")]).await.unwrap();
    let bild = read(&session, "verksamheter", "2026-10").await;
    assert_eq!(plain(&bild["rader"][5]["avvikelse"]["text"]), "−10");
    assert_eq!(bild["behover"], json!([bild["rader"][4]["id"]]));
}

#[tokio::test]
async fn a_new_row_is_summed_like_its_neighbour_and_leaves_the_sum_with_its_going() {
    let session = new_session().await;
    let bild = read(&session, "drift", "2026-10").await;
    let after = &row(&bild, "Köp av tjänster")["nyckel"]["driftrad"];
    let made =
        session.call("add_driftrad", json!({ "namn": "Lämnade bidrag", "after": after })).await.unwrap();
    let bild = read(&session, "drift", "2026-10").await;
    let key = row(&bild, "Lämnade bidrag")["nyckel"].clone();
    assert_eq!(bild["rader"][4]["namn"], json!("Lämnade bidrag"));
    type_in(&session, "2026-10", &[(&key, "budget", "-7")]).await.unwrap();
    let bild = read(&session, "drift", "2026-10").await;
    assert_eq!(plain(&row(&bild, "Årets resultat")["budget"]["text"]), "−7");
    session.call("remove_driftrad", json!({ "id": made["id"] })).await.unwrap();
    let bild = read(&session, "drift", "2026-10").await;
    assert_eq!(row(&bild, "Årets resultat")["budget"]["belopp"], Value::Null);
    session.call("undo", json!({})).await.unwrap();
    let back = read(&session, "drift", "2026-10").await;
    assert_eq!(plain(&row(&back, "Årets resultat")["budget"]["text"]), "−7");
}
