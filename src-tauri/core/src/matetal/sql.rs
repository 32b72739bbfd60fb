//! Rows of `matetal` and its links. Its values stand in `varden/sql.rs`.
use rusqlite::{Connection, Row, params};

use super::{Matetal, MatetalMal};
use crate::belopp::Tal;
use crate::id::{MalId, MatetalId};
use crate::rows::{Columns, Links};
use crate::{Result, rows};

const SELECT: &str = "SELECT id, art, nr, titel, definition, enhet, decimaler, riktning, frekvens, kalla, kolada_id,
  lag_months, konsuppdelad, arsvarde, tolerans, ansvarig_id, faststalld_lydelse, anteckning, sort_key FROM matetal";
const INSERT: &str = "INSERT INTO matetal (id, art, nr, titel, definition, enhet, decimaler, riktning, frekvens, kalla,
  kolada_id, lag_months, konsuppdelad, arsvarde, tolerans, ansvarig_id, faststalld_lydelse, anteckning, sort_key)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)";
const UPDATE: &str = "UPDATE matetal SET art = ?2, nr = ?3, titel = ?4, definition = ?5, enhet = ?6, decimaler = ?7,
  riktning = ?8, frekvens = ?9, kalla = ?10, kolada_id = ?11, lag_months = ?12, konsuppdelad = ?13, arsvarde = ?14,
  tolerans = ?15, ansvarig_id = ?16, faststalld_lydelse = ?17, anteckning = ?18, sort_key = ?19 WHERE id = ?1";
const DELETE: &str = "DELETE FROM matetal WHERE id = ?1";
pub(crate) const LAST_KEY: &str = "SELECT max(sort_key) FROM matetal";

const SELECT_MAL: &str = "SELECT matetal_id, mal_id, vikt FROM matetal_mal ORDER BY matetal_id, mal_id";
const SELECT_MAL_ONE: &str =
    "SELECT matetal_id, mal_id, vikt FROM matetal_mal WHERE matetal_id = ?1 ORDER BY mal_id";
const UPSERT_MAL: &str = "INSERT INTO matetal_mal (matetal_id, mal_id, vikt) VALUES (?1, ?2, ?3)
  ON CONFLICT DO UPDATE SET vikt = excluded.vikt WHERE vikt <> excluded.vikt";
const DELETE_MAL: &str = "DELETE FROM matetal_mal WHERE matetal_id = ?1 AND mal_id = ?2";
const UPPDRAG: Links = Links {
    read: "SELECT matetal_id, uppdrag_id FROM matetal_uppdrag ORDER BY matetal_id, uppdrag_id",
    read_one: "SELECT uppdrag_id FROM matetal_uppdrag WHERE matetal_id = ?1 ORDER BY uppdrag_id",
    insert: "INSERT INTO matetal_uppdrag (matetal_id, uppdrag_id) VALUES (?1, ?2)",
    delete: "DELETE FROM matetal_uppdrag WHERE matetal_id = ?1 AND uppdrag_id = ?2",
};

pub(crate) fn insert(tx: &Connection, m: &Matetal) -> Result<()> {
    write(tx, INSERT, m)?;
    set_links(tx, m, &[])
}

pub(crate) fn update(tx: &Connection, m: &Matetal) -> Result<()> {
    rows::found(m.id, (write(tx, UPDATE, m)? > 0).then_some(()))?;
    let current: Vec<MatetalMal> = rows::all(tx, SELECT_MAL_ONE, [m.id], |row| Ok(mal_link(row)?.1))?;
    set_links(tx, m, &current)
}

pub(crate) fn delete(tx: &Connection, id: MatetalId) -> Result<()> {
    rows::run_on(tx, id, DELETE, [id])
}

pub(crate) fn read(conn: &Connection, id: MatetalId) -> Result<Option<Matetal>> {
    let found = rows::first(conn, &format!("{SELECT} WHERE id = ?1"), [id], matetal)?;
    let Some(mut m) = found else { return Ok(None) };
    m.mal = rows::all(conn, SELECT_MAL_ONE, [id], |row| Ok(mal_link(row)?.1))?;
    m.uppdrag = UPPDRAG.of(conn, id)?;
    Ok(Some(m))
}

/// In display order, links included.
pub(crate) fn read_all(conn: &Connection) -> Result<Vec<Matetal>> {
    let mut all = rows::all(conn, SELECT, [], matetal)?;
    all.sort_by(|a, b| (&a.sort_key, a.id).cmp(&(&b.sort_key, b.id)));
    let mut uppdrag = UPPDRAG.all::<MatetalId, _>(conn)?;
    let mut mal = foldhash::HashMap::<MatetalId, Vec<MatetalMal>>::default();
    for (owner, link) in rows::all(conn, SELECT_MAL, [], mal_link)? {
        mal.entry(owner).or_default().push(link);
    }
    for m in &mut all {
        m.mal = mal.remove(&m.id).unwrap_or_default();
        m.uppdrag = uppdrag.remove(&m.id).unwrap_or_default();
    }
    Ok(all)
}

fn set_links(tx: &Connection, m: &Matetal, current: &[MatetalMal]) -> Result<()> {
    let wanted = |mal: MalId| m.mal.iter().any(|link| link.mal_id == mal);
    for gone in current.iter().filter(|link| !wanted(link.mal_id)) {
        rows::run(tx, DELETE_MAL, (m.id, gone.mal_id))?;
    }
    for link in &m.mal {
        rows::run(tx, UPSERT_MAL, (m.id, link.mal_id, link.vikt))?;
    }
    UPPDRAG.set(tx, &m.id, &m.uppdrag)
}

fn write(tx: &Connection, sql: &str, m: &Matetal) -> Result<usize> {
    let values = params![
        m.id,
        m.art,
        m.nr,
        m.titel,
        m.definition,
        m.enhet,
        m.decimaler,
        m.riktning,
        m.frekvens,
        m.kalla,
        m.kolada_id,
        m.lag_months,
        m.konsuppdelad,
        m.arsvarde,
        m.tolerans.map(|t| t.0),
        m.ansvarig_id,
        m.faststalld_lydelse,
        m.anteckning,
        m.sort_key
    ];
    rows::run(tx, sql, values)
}

fn matetal(row: &Row<'_>) -> rusqlite::Result<Matetal> {
    let c = Columns::of(row);
    Ok(Matetal {
        id: c.get("id")?,
        art: c.get("art")?,
        nr: c.get("nr")?,
        titel: c.get("titel")?,
        definition: c.get("definition")?,
        enhet: c.get("enhet")?,
        decimaler: c.get("decimaler")?,
        riktning: c.get("riktning")?,
        frekvens: c.get("frekvens")?,
        kalla: c.get("kalla")?,
        kolada_id: c.get("kolada_id")?,
        lag_months: c.get("lag_months")?,
        konsuppdelad: c.get("konsuppdelad")?,
        arsvarde: c.get("arsvarde")?,
        tolerans: c.get::<Option<i64>>("tolerans")?.map(Tal),
        ansvarig_id: c.get("ansvarig_id")?,
        faststalld_lydelse: c.get("faststalld_lydelse")?,
        mal: vec![],
        uppdrag: vec![],
        anteckning: c.get("anteckning")?,
        sort_key: c.get("sort_key")?,
    })
}

fn mal_link(row: &Row<'_>) -> rusqlite::Result<(MatetalId, MatetalMal)> {
    let c = Columns::of(row);
    Ok((c.get("matetal_id")?, MatetalMal { mal_id: c.get("mal_id")?, vikt: c.get("vikt")? }))
}
