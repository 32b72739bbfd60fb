//! Rows of the nämnd's tables: `driftrad`, `driftsumma`, `driftbelopp`, `verksamhet`, `verksamhetsbelopp`.
use rusqlite::{Connection, Row, params};

use super::{Driftbelopp, Driftrad, Verksamhet, Verksamhetsbelopp};
use crate::belopp::{Belopp, Ore};
use crate::id::{DriftradId, OrganisationId, VerksamhetId};
use crate::rows::{Columns, Links};
use crate::{Result, rows};

const SELECT_RAD: &str = "SELECT id, namn, sort_key FROM driftrad";
const INSERT_RAD: &str = "INSERT INTO driftrad (id, namn, art, sort_key) VALUES (?1, ?2, ?3, ?4)";
const UPDATE_RAD: &str = "UPDATE driftrad SET namn = ?2, art = ?3, sort_key = ?4 WHERE id = ?1";
const DELETE_RAD: &str = "DELETE FROM driftrad WHERE id = ?1";
pub(crate) const LAST_RAD_KEY: &str = "SELECT max(sort_key) FROM driftrad";
pub(crate) const RAD_IS_PART: &str = "SELECT 1 FROM driftsumma WHERE del_id = ?1";
pub(crate) const RAD_HAS_BELOPP: &str = "SELECT 1 FROM driftbelopp WHERE driftrad_id = ?1";
const DELAR: Links = Links {
    read: "SELECT summa_id, del_id FROM driftsumma ORDER BY summa_id, del_id",
    read_one: "SELECT del_id FROM driftsumma WHERE summa_id = ?1 ORDER BY del_id",
    insert: "INSERT INTO driftsumma (summa_id, del_id) VALUES (?1, ?2)",
    delete: "DELETE FROM driftsumma WHERE summa_id = ?1 AND del_id = ?2",
};

const SELECT_BELOPP: &str = "SELECT driftrad_id, organisation_id, slag, year, month, ore FROM driftbelopp
  ORDER BY driftrad_id, organisation_id, slag, year, month";
const UPSERT_BELOPP: &str =
    "INSERT INTO driftbelopp (driftrad_id, organisation_id, slag, year, month, ore, tom)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO UPDATE SET ore = excluded.ore, tom = excluded.tom";
const DELETE_BELOPP: &str = "DELETE FROM driftbelopp
  WHERE driftrad_id = ?1 AND organisation_id = ?2 AND slag = ?3 AND year = ?4 AND month = ?5";

const SELECT_VERKSAMHET: &str =
    "SELECT id, namn, kod, organisation_id, finansiering, sort_key FROM verksamhet";
const INSERT_VERKSAMHET: &str =
    "INSERT INTO verksamhet (id, namn, kod, organisation_id, finansiering, sort_key)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
const UPDATE_VERKSAMHET: &str =
    "UPDATE verksamhet SET namn = ?2, kod = ?3, organisation_id = ?4, finansiering = ?5,
  sort_key = ?6 WHERE id = ?1";
const DELETE_VERKSAMHET: &str = "DELETE FROM verksamhet WHERE id = ?1";
pub(crate) const LAST_VERKSAMHET_KEY: &str = "SELECT max(sort_key) FROM verksamhet";

const SELECT_VERKSAMHETSBELOPP: &str =
    "SELECT verksamhet_id, del, slag, year, month, ore FROM verksamhetsbelopp
  ORDER BY verksamhet_id, del, slag, year, month";
const UPSERT_VERKSAMHETSBELOPP: &str =
    "INSERT INTO verksamhetsbelopp (verksamhet_id, del, slag, year, month, ore, tom)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT DO UPDATE SET ore = excluded.ore, tom = excluded.tom";
const DELETE_VERKSAMHETSBELOPP: &str = "DELETE FROM verksamhetsbelopp
  WHERE verksamhet_id = ?1 AND del = ?2 AND slag = ?3 AND year = ?4 AND month = ?5";

pub(crate) fn insert_rad(tx: &Connection, r: &Driftrad) -> Result<()> {
    rows::run(tx, INSERT_RAD, params![r.id, r.namn, art(r), r.sort_key])?;
    DELAR.set(tx, &r.id, &r.delar)
}

pub(crate) fn update_rad(tx: &Connection, r: &Driftrad) -> Result<()> {
    rows::run_on(tx, r.id, UPDATE_RAD, params![r.id, r.namn, art(r), r.sort_key])?;
    DELAR.set(tx, &r.id, &r.delar)
}

pub(crate) fn delete_rad(tx: &Connection, id: DriftradId) -> Result<()> {
    rows::run_on(tx, id, DELETE_RAD, [id])
}

pub(crate) fn read_rad(conn: &Connection, id: DriftradId) -> Result<Option<Driftrad>> {
    let found = rows::first(conn, &format!("{SELECT_RAD} WHERE id = ?1"), [id], driftrad)?;
    found.map(|r| Ok(Driftrad { delar: DELAR.of(conn, id)?, ..r })).transpose()
}

/// In display order, with the parts of the sums in theirs.
pub(crate) fn read_all_rad(conn: &Connection) -> Result<Vec<Driftrad>> {
    let mut all = rows::all(conn, &format!("{SELECT_RAD} ORDER BY sort_key, id"), [], driftrad)?;
    let mut delar = DELAR.all::<DriftradId, DriftradId>(conn)?;
    let order: Vec<DriftradId> = all.iter().map(|r| r.id).collect();
    for r in &mut all {
        r.delar = delar.remove(&r.id).unwrap_or_default();
        r.delar.sort_by_key(|del| order.iter().position(|id| id == del));
    }
    Ok(all)
}

pub(crate) fn upsert_belopp(tx: &Connection, b: &Driftbelopp) -> Result<()> {
    let (ore, tom) = columns(b.belopp);
    let values = params![b.driftrad_id, b.organisation_id, b.slag, b.period.year, b.period.month, ore, tom];
    rows::run(tx, UPSERT_BELOPP, values).map(drop)
}

pub(crate) fn delete_belopp(tx: &Connection, key: &super::ops::DriftbeloppKey) -> Result<()> {
    let values = params![key.driftrad_id, key.organisation_id, key.slag, key.period.year, key.period.month];
    rows::run_on(tx, key.driftrad_id, DELETE_BELOPP, values)
}

/// As [`delete_belopp`], also where there is none.
pub(crate) fn remove_belopp(tx: &Connection, key: &super::ops::DriftbeloppKey) -> Result<()> {
    let values = params![key.driftrad_id, key.organisation_id, key.slag, key.period.year, key.period.month];
    rows::run(tx, DELETE_BELOPP, values).map(drop)
}

/// By row, node and kind, oldest first.
pub(crate) fn read_all_belopp(conn: &Connection) -> Result<Vec<Driftbelopp>> {
    rows::all(conn, SELECT_BELOPP, [], |row| {
        let c = Columns::of(row);
        Ok(Driftbelopp {
            driftrad_id: c.get("driftrad_id")?,
            organisation_id: c.get::<OrganisationId>("organisation_id")?,
            slag: c.get("slag")?,
            period: c.period()?,
            belopp: belopp(&c)?,
        })
    })
}

pub(crate) fn insert_verksamhet(tx: &Connection, v: &Verksamhet) -> Result<()> {
    let values = params![v.id, v.namn, v.kod, v.organisation_id, v.finansiering, v.sort_key];
    rows::run(tx, INSERT_VERKSAMHET, values).map(drop)
}

pub(crate) fn update_verksamhet(tx: &Connection, v: &Verksamhet) -> Result<()> {
    let values = params![v.id, v.namn, v.kod, v.organisation_id, v.finansiering, v.sort_key];
    rows::run_on(tx, v.id, UPDATE_VERKSAMHET, values)
}

pub(crate) fn delete_verksamhet(tx: &Connection, id: VerksamhetId) -> Result<()> {
    rows::run_on(tx, id, DELETE_VERKSAMHET, [id])
}

pub(crate) fn read_verksamhet(conn: &Connection, id: VerksamhetId) -> Result<Option<Verksamhet>> {
    rows::first(conn, &format!("{SELECT_VERKSAMHET} WHERE id = ?1"), [id], verksamhet)
}

pub(crate) fn read_all_verksamhet(conn: &Connection) -> Result<Vec<Verksamhet>> {
    rows::all(conn, &format!("{SELECT_VERKSAMHET} ORDER BY sort_key, id"), [], verksamhet)
}

pub(crate) fn upsert_verksamhetsbelopp(tx: &Connection, b: &Verksamhetsbelopp) -> Result<()> {
    let (ore, tom) = columns(b.belopp);
    let values = params![b.verksamhet_id, b.del, b.slag, b.period.year, b.period.month, ore, tom];
    rows::run(tx, UPSERT_VERKSAMHETSBELOPP, values).map(drop)
}

pub(crate) fn delete_verksamhetsbelopp(
    tx: &Connection,
    key: &super::ops::VerksamhetsbeloppKey,
) -> Result<()> {
    let values = params![key.verksamhet_id, key.del, key.slag, key.period.year, key.period.month];
    rows::run_on(tx, key.verksamhet_id, DELETE_VERKSAMHETSBELOPP, values)
}

/// As [`delete_verksamhetsbelopp`], also where there is none.
pub(crate) fn remove_verksamhetsbelopp(
    tx: &Connection,
    key: &super::ops::VerksamhetsbeloppKey,
) -> Result<()> {
    let values = params![key.verksamhet_id, key.del, key.slag, key.period.year, key.period.month];
    rows::run(tx, DELETE_VERKSAMHETSBELOPP, values).map(drop)
}

/// By verksamhet and kind, oldest first.
pub(crate) fn read_all_verksamhetsbelopp(conn: &Connection) -> Result<Vec<Verksamhetsbelopp>> {
    rows::all(conn, SELECT_VERKSAMHETSBELOPP, [], |row| {
        let c = Columns::of(row);
        Ok(Verksamhetsbelopp {
            verksamhet_id: c.get("verksamhet_id")?,
            del: c.get("del")?,
            slag: c.get("slag")?,
            period: c.period()?,
            belopp: belopp(&c)?,
        })
    })
}

fn art(rad: &Driftrad) -> &'static str {
    if rad.delar.is_empty() { "rad" } else { "summa" }
}

fn columns(belopp: Belopp) -> (Option<i64>, bool) {
    match belopp {
        Belopp::Ore(ore) => (Some(ore.0), false),
        Belopp::Tom => (None, true),
    }
}

fn belopp(c: &Columns<'_, '_>) -> rusqlite::Result<Belopp> {
    Ok(c.get::<Option<i64>>("ore")?.map_or(Belopp::Tom, |ore| Belopp::Ore(Ore(ore))))
}

fn driftrad(row: &Row<'_>) -> rusqlite::Result<Driftrad> {
    let c = Columns::of(row);
    Ok(Driftrad { id: c.get("id")?, namn: c.get("namn")?, delar: vec![], sort_key: c.get("sort_key")? })
}

fn verksamhet(row: &Row<'_>) -> rusqlite::Result<Verksamhet> {
    let c = Columns::of(row);
    Ok(Verksamhet {
        id: c.get("id")?,
        namn: c.get("namn")?,
        kod: c.get("kod")?,
        organisation_id: c.get("organisation_id")?,
        finansiering: c.get("finansiering")?,
        sort_key: c.get("sort_key")?,
    })
}
