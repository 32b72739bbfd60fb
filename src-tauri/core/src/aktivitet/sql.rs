//! Rows of `aktivitet`, its links and its checklist.
use rusqlite::{Connection, Row, params};

use super::{Aktivitet, Delaktivitet};
use crate::belopp::Ore;
use crate::id::{AktivitetId, DelaktivitetId};
use crate::rows::{Columns, Links};
use crate::{Result, rows};

const SELECT: &str =
    "SELECT id, nr, titel, hur, uppdrag_id, organisation_id, gemensam, year, start_date, start_text,
  end_date, end_text, kostnad_ore, resurs, prestation, effekt, anteckning, sort_key FROM aktivitet";
const INSERT: &str = "INSERT INTO aktivitet (id, nr, titel, hur, uppdrag_id, organisation_id, gemensam, year,
  start_date, start_text, end_date, end_text, kostnad_ore, resurs, prestation, effekt, anteckning, sort_key)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)";
const UPDATE: &str = "UPDATE aktivitet SET nr = ?2, titel = ?3, hur = ?4, uppdrag_id = ?5, organisation_id = ?6,
  gemensam = ?7, year = ?8, start_date = ?9, start_text = ?10, end_date = ?11, end_text = ?12, kostnad_ore = ?13,
  resurs = ?14, prestation = ?15, effekt = ?16, anteckning = ?17, sort_key = ?18 WHERE id = ?1";
const DELETE: &str = "DELETE FROM aktivitet WHERE id = ?1";
pub(crate) const LAST_KEY: &str = "SELECT max(sort_key) FROM aktivitet";

const ANSVARIG: Links = Links {
    read: "SELECT aktivitet_id, befattning_id FROM aktivitet_ansvarig ORDER BY aktivitet_id, befattning_id",
    read_one: "SELECT befattning_id FROM aktivitet_ansvarig WHERE aktivitet_id = ?1 ORDER BY befattning_id",
    insert: "INSERT INTO aktivitet_ansvarig (aktivitet_id, befattning_id) VALUES (?1, ?2)",
    delete: "DELETE FROM aktivitet_ansvarig WHERE aktivitet_id = ?1 AND befattning_id = ?2",
};
const FORDELNING: Links = Links {
    read: "SELECT aktivitet_id, organisation_id FROM aktivitet_fordelning ORDER BY aktivitet_id, organisation_id",
    read_one: "SELECT organisation_id FROM aktivitet_fordelning WHERE aktivitet_id = ?1 ORDER BY organisation_id",
    insert: "INSERT INTO aktivitet_fordelning (aktivitet_id, organisation_id) VALUES (?1, ?2)",
    delete: "DELETE FROM aktivitet_fordelning WHERE aktivitet_id = ?1 AND organisation_id = ?2",
};

const SELECT_DEL: &str = "SELECT id, aktivitet_id, titel, klar, sort_key FROM delaktivitet";
const INSERT_DEL: &str =
    "INSERT INTO delaktivitet (id, aktivitet_id, titel, klar, sort_key) VALUES (?1, ?2, ?3, ?4, ?5)";
const UPDATE_DEL: &str = "UPDATE delaktivitet SET titel = ?2, klar = ?3, sort_key = ?4 WHERE id = ?1";
const DELETE_DEL: &str = "DELETE FROM delaktivitet WHERE id = ?1";
pub(crate) const LAST_DEL_KEY: &str = "SELECT max(sort_key) FROM delaktivitet WHERE aktivitet_id = ?1";

/// Writes the aktivitet, its links and its checklist.
pub(crate) fn insert(tx: &Connection, a: &Aktivitet) -> Result<()> {
    write(tx, INSERT, a)?;
    ANSVARIG.set_new(tx, &a.id, &a.ansvariga)?;
    FORDELNING.set_new(tx, &a.id, &a.fordelning)?;
    a.delaktiviteter.iter().try_for_each(|d| insert_del(tx, a.id, d))
}

/// Writes the aktivitet and its links; the checklist has verbs of its own.
pub(crate) fn update(tx: &Connection, a: &Aktivitet) -> Result<()> {
    rows::found(a.id, (write(tx, UPDATE, a)? > 0).then_some(()))?;
    set_links(tx, a)
}

pub(crate) fn delete(tx: &Connection, id: AktivitetId) -> Result<()> {
    rows::run_on(tx, id, DELETE, [id])
}

pub(crate) fn read(conn: &Connection, id: AktivitetId) -> Result<Option<Aktivitet>> {
    let found = rows::first(conn, &format!("{SELECT} WHERE id = ?1"), [id], aktivitet)?;
    let Some(mut a) = found else { return Ok(None) };
    a.ansvariga = ANSVARIG.of(conn, id)?;
    a.fordelning = FORDELNING.of(conn, id)?;
    let sql = format!("{SELECT_DEL} WHERE aktivitet_id = ?1 ORDER BY sort_key, id");
    a.delaktiviteter = rows::all(conn, &sql, [id], |row| Ok(del(row)?.1))?;
    Ok(Some(a))
}

/// In display order, links and checklists included.
pub(crate) fn read_all(conn: &Connection) -> Result<Vec<Aktivitet>> {
    let mut all = rows::all(conn, SELECT, [], aktivitet)?;
    all.sort_by(|a, b| (&a.sort_key, a.id).cmp(&(&b.sort_key, b.id)));
    let (mut ansvarig, mut fordelning) =
        (ANSVARIG.all::<AktivitetId, _>(conn)?, FORDELNING.all::<AktivitetId, _>(conn)?);
    let mut dels = foldhash::HashMap::<AktivitetId, Vec<Delaktivitet>>::default();
    for (owner, item) in rows::all(conn, &format!("{SELECT_DEL} ORDER BY sort_key, id"), [], del)? {
        dels.entry(owner).or_default().push(item);
    }
    for a in &mut all {
        a.ansvariga = ansvarig.remove(&a.id).unwrap_or_default();
        a.fordelning = fordelning.remove(&a.id).unwrap_or_default();
        a.delaktiviteter = dels.remove(&a.id).unwrap_or_default();
    }
    Ok(all)
}

pub(crate) fn insert_del(tx: &Connection, owner: AktivitetId, d: &Delaktivitet) -> Result<()> {
    rows::run(tx, INSERT_DEL, params![d.id, owner, d.titel, d.klar, d.sort_key]).map(drop)
}

pub(crate) fn update_del(tx: &Connection, d: &Delaktivitet) -> Result<()> {
    rows::run_on(tx, d.id, UPDATE_DEL, params![d.id, d.titel, d.klar, d.sort_key])
}

pub(crate) fn delete_del(tx: &Connection, id: DelaktivitetId) -> Result<()> {
    rows::run_on(tx, id, DELETE_DEL, [id])
}

pub(crate) fn read_del(conn: &Connection, id: DelaktivitetId) -> Result<Option<(AktivitetId, Delaktivitet)>> {
    rows::first(conn, &format!("{SELECT_DEL} WHERE id = ?1"), [id], del)
}

fn set_links(tx: &Connection, a: &Aktivitet) -> Result<()> {
    ANSVARIG.set(tx, &a.id, &a.ansvariga)?;
    FORDELNING.set(tx, &a.id, &a.fordelning)
}

fn write(tx: &Connection, sql: &str, a: &Aktivitet) -> Result<usize> {
    let values = params![
        a.id,
        a.nr,
        a.titel,
        a.hur,
        a.uppdrag_id,
        a.organisation_id,
        a.gemensam,
        a.year,
        rows::day(a.start_date),
        a.start_text,
        rows::day(a.end_date),
        a.end_text,
        a.kostnad.map(|ore| ore.0),
        a.resurs,
        a.prestation,
        a.effekt,
        a.anteckning,
        a.sort_key
    ];
    rows::run(tx, sql, values)
}

fn aktivitet(row: &Row<'_>) -> rusqlite::Result<Aktivitet> {
    let c = Columns::of(row);
    Ok(Aktivitet {
        id: c.get("id")?,
        nr: c.get("nr")?,
        titel: c.get("titel")?,
        hur: c.get("hur")?,
        uppdrag_id: c.get("uppdrag_id")?,
        organisation_id: c.get("organisation_id")?,
        gemensam: c.get("gemensam")?,
        ansvariga: vec![],
        fordelning: vec![],
        year: c.get("year")?,
        start_date: c.day("start_date")?,
        start_text: c.get("start_text")?,
        end_date: c.day("end_date")?,
        end_text: c.get("end_text")?,
        kostnad: c.get::<Option<i64>>("kostnad_ore")?.map(Ore),
        resurs: c.get("resurs")?,
        prestation: c.get("prestation")?,
        effekt: c.get("effekt")?,
        delaktiviteter: vec![],
        anteckning: c.get("anteckning")?,
        sort_key: c.get("sort_key")?,
    })
}

fn del(row: &Row<'_>) -> rusqlite::Result<(AktivitetId, Delaktivitet)> {
    let c = Columns::of(row);
    let (id, owner) = (c.get("id")?, c.get("aktivitet_id")?);
    let delaktivitet =
        Delaktivitet { id, titel: c.get("titel")?, klar: c.get("klar")?, sort_key: c.get("sort_key")? };
    Ok((owner, delaktivitet))
}
