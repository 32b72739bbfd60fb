//! Rows of `utfall`, `malvarde` and `jamforelse`: what a mätetal was, should be, and is elsewhere.
use rusqlite::{Connection, Row, params};

use super::super::{Jamforelse, Krav, Malvarde, Utfall, Varde};
use super::{JamforelseKey, MalvardeKey, UtfallKey};
use crate::belopp::Tal;
use crate::id::MatetalId;
use crate::rows::Columns;
use crate::{Result, rows};

const SELECT_UTFALL: &str =
    "SELECT matetal_id, organisation_id, year, month, kon, varde, saknas, vikt, kalla, datum
  FROM utfall";
/// Within a mätetal.
const ORDER_UTFALL: &str = "year, month, organisation_id, kon";
const UPSERT_UTFALL: &str = "INSERT INTO utfall
  (matetal_id, organisation_id, year, month, kon, varde, saknas, vikt, kalla, datum)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
  ON CONFLICT DO UPDATE SET varde = excluded.varde, saknas = excluded.saknas, vikt = excluded.vikt,
    kalla = excluded.kalla, datum = excluded.datum";
const KEY_UTFALL: &str =
    " WHERE matetal_id = ?1 AND organisation_id = ?2 AND year = ?3 AND month = ?4 AND kon = ?5";

const SELECT_MALVARDE: &str =
    "SELECT matetal_id, organisation_id, year, month, slag, varde, varde_hogst, text
  FROM malvarde";
const ORDER_MALVARDE: &str = "year, month, organisation_id";
const UPSERT_MALVARDE: &str = "INSERT INTO malvarde
  (matetal_id, organisation_id, year, month, slag, varde, varde_hogst, text)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
  ON CONFLICT DO UPDATE SET slag = excluded.slag, varde = excluded.varde, varde_hogst = excluded.varde_hogst,
    text = excluded.text";
const KEY_MALVARDE: &str = " WHERE matetal_id = ?1 AND organisation_id = ?2 AND year = ?3 AND month = ?4";

const SELECT_JAMFORELSE: &str = "SELECT matetal_id, namn, year, month, varde FROM jamforelse";
const ORDER_JAMFORELSE: &str = "namn, year, month";
const UPSERT_JAMFORELSE: &str = "INSERT INTO jamforelse (matetal_id, namn, year, month, varde)
  VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET varde = excluded.varde";
const DELETE_JAMFORELSE: &str =
    "DELETE FROM jamforelse WHERE matetal_id = ?1 AND namn = ?2 AND year = ?3 AND month = ?4";

pub(crate) fn upsert_utfall(tx: &Connection, u: &Utfall) -> Result<()> {
    let (varde, saknas) = match u.varde {
        Varde::Tal(tal) => (Some(tal.0), None),
        Varde::Saknas(saknas) => (None, Some(saknas)),
    };
    let values = params![
        u.matetal_id,
        u.organisation_id,
        u.period.year,
        u.period.month,
        u.kon,
        varde,
        saknas,
        u.vikt.map(|v| v.0),
        u.kalla,
        rows::day(u.datum)
    ];
    rows::run(tx, UPSERT_UTFALL, values).map(drop)
}

pub(crate) fn delete_utfall(tx: &Connection, key: &UtfallKey) -> Result<()> {
    let values = (key.matetal_id, key.organisation_id, key.period.year, key.period.month, key.kon);
    rows::run_on(tx, key.matetal_id, &format!("DELETE FROM utfall{KEY_UTFALL}"), values)
}

/// By mätetal, node and period, oldest first.
pub(crate) fn read_all_utfall(conn: &Connection) -> Result<Vec<Utfall>> {
    rows::all(conn, &format!("{SELECT_UTFALL} ORDER BY matetal_id, {ORDER_UTFALL}"), [], utfall)
}

/// Those of one mätetal.
pub(crate) fn read_utfall(conn: &Connection, id: MatetalId) -> Result<Vec<Utfall>> {
    rows::all(conn, &format!("{SELECT_UTFALL} WHERE matetal_id = ?1 ORDER BY {ORDER_UTFALL}"), [id], utfall)
}

pub(crate) fn upsert_malvarde(tx: &Connection, m: &Malvarde) -> Result<()> {
    let (slag, varde, hogst) = match m.krav {
        Krav::Minst(t) => ("minst", Some(t.0), None),
        Krav::Hogst(t) => ("hogst", Some(t.0), None),
        Krav::Intervall(low, high) => ("intervall", Some(low.0), Some(high.0)),
        Krav::Riktning => ("riktning", None, None),
    };
    let values =
        params![m.matetal_id, m.organisation_id, m.period.year, m.period.month, slag, varde, hogst, m.text];
    rows::run(tx, UPSERT_MALVARDE, values).map(drop)
}

pub(crate) fn delete_malvarde(tx: &Connection, key: &MalvardeKey) -> Result<()> {
    let values = (key.matetal_id, key.organisation_id, key.period.year, key.period.month);
    rows::run_on(tx, key.matetal_id, &format!("DELETE FROM malvarde{KEY_MALVARDE}"), values)
}

/// By mätetal and period, oldest first.
pub(crate) fn read_all_malvarde(conn: &Connection) -> Result<Vec<Malvarde>> {
    rows::all(conn, &format!("{SELECT_MALVARDE} ORDER BY matetal_id, {ORDER_MALVARDE}"), [], malvarde)
}

/// Those of one mätetal.
pub(crate) fn read_malvarde(conn: &Connection, id: MatetalId) -> Result<Vec<Malvarde>> {
    let sql = format!("{SELECT_MALVARDE} WHERE matetal_id = ?1 ORDER BY {ORDER_MALVARDE}");
    rows::all(conn, &sql, [id], malvarde)
}

pub(crate) fn upsert_jamforelse(tx: &Connection, j: &Jamforelse) -> Result<()> {
    let values = params![j.matetal_id, j.namn, j.period.year, j.period.month, j.varde.0];
    rows::run(tx, UPSERT_JAMFORELSE, values).map(drop)
}

pub(crate) fn delete_jamforelse(tx: &Connection, key: &JamforelseKey) -> Result<()> {
    let values = (key.matetal_id, &key.namn, key.period.year, key.period.month);
    rows::run_on(tx, key.matetal_id, DELETE_JAMFORELSE, values)
}

/// By mätetal and series, oldest first.
pub(crate) fn read_all_jamforelse(conn: &Connection) -> Result<Vec<Jamforelse>> {
    rows::all(conn, &format!("{SELECT_JAMFORELSE} ORDER BY matetal_id, {ORDER_JAMFORELSE}"), [], jamforelse)
}

/// Those of one mätetal.
pub(crate) fn read_jamforelse(conn: &Connection, id: MatetalId) -> Result<Vec<Jamforelse>> {
    let sql = format!("{SELECT_JAMFORELSE} WHERE matetal_id = ?1 ORDER BY {ORDER_JAMFORELSE}");
    rows::all(conn, &sql, [id], jamforelse)
}

fn jamforelse(row: &Row<'_>) -> rusqlite::Result<Jamforelse> {
    let c = Columns::of(row);
    Ok(Jamforelse {
        matetal_id: c.get("matetal_id")?,
        namn: c.get("namn")?,
        period: c.period()?,
        varde: Tal(c.get("varde")?),
    })
}

fn utfall(row: &Row<'_>) -> rusqlite::Result<Utfall> {
    let c = Columns::of(row);
    Ok(Utfall {
        matetal_id: c.get("matetal_id")?,
        organisation_id: c.get("organisation_id")?,
        period: c.period()?,
        kon: c.get("kon")?,
        varde: match (c.get("varde")?, c.get("saknas")?) {
            (Some(tal), _) => Varde::Tal(Tal(tal)),
            (None, Some(saknas)) => Varde::Saknas(saknas),
            (None, None) => return Err(rows::unreadable()),
        },
        vikt: c.get::<Option<i64>>("vikt")?.map(Tal),
        kalla: c.get("kalla")?,
        datum: c.day("datum")?,
    })
}

fn malvarde(row: &Row<'_>) -> rusqlite::Result<Malvarde> {
    let c = Columns::of(row);
    Ok(Malvarde {
        matetal_id: c.get("matetal_id")?,
        organisation_id: c.get("organisation_id")?,
        period: c.period()?,
        krav: krav(&c)?,
        text: c.get("text")?,
    })
}

fn krav(c: &Columns<'_, '_>) -> rusqlite::Result<Krav> {
    let slag: String = c.get("slag")?;
    let (varde, hogst) = (c.get("varde")?, c.get("varde_hogst")?);
    match (slag.as_str(), varde, hogst) {
        ("minst", Some(varde), _) => Ok(Krav::Minst(Tal(varde))),
        ("hogst", Some(varde), _) => Ok(Krav::Hogst(Tal(varde))),
        ("intervall", Some(varde), Some(hogst)) => Ok(Krav::Intervall(Tal(varde), Tal(hogst))),
        ("riktning", ..) => Ok(Krav::Riktning),
        _ => Err(rows::unreadable()),
    }
}
