//! Rows of `rapport`, `rapportfil` and `rapportmall`. A report's facts and content are read apart: they are large.
use rusqlite::{Connection, Row, params};

use super::{Mallavsnitt, Rapport, Rapportfil, Rapportslag};
use crate::id::RapportId;
use crate::rows::Columns;
use crate::{Result, rows};

const SELECT: &str =
    "SELECT id, slag, year, month, organisation_id, version, state, locked_date, log_nr, log_head,
  beslut_datum, paragraf, dnr, ersatter_id, skal FROM rapport";
const INSERT: &str =
    "INSERT INTO rapport (id, slag, year, month, organisation_id, version, state, locked_date, log_nr,
  log_head, beslut_datum, paragraf, dnr, ersatter_id, skal, fakta, innehall)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)";
const UPDATE_STATE: &str =
    "UPDATE rapport SET state = ?2, beslut_datum = ?3, paragraf = ?4, dnr = ?5, skal = ?6 WHERE id = ?1";
const FAKTA: &str = "SELECT fakta FROM rapport WHERE id = ?1";
const INNEHALL: &str = "SELECT innehall FROM rapport WHERE id = ?1";

const SELECT_FIL: &str = "SELECT rapport_id, roll, format, filnamn, sha256 FROM rapportfil";
const INSERT_FIL: &str =
    "INSERT INTO rapportfil (rapport_id, roll, format, filnamn, sha256) VALUES (?1, ?2, ?3, ?4, ?5)";

const SELECT_MALL: &str = "SELECT slag, avsnitt, med, rubrik, sort_key FROM rapportmall
  ORDER BY slag, sort_key, avsnitt";
const DELETE_MALL: &str = "DELETE FROM rapportmall WHERE slag = ?1 AND avsnitt = ?2";
const UPSERT_MALL: &str =
    "INSERT INTO rapportmall (slag, avsnitt, med, rubrik, sort_key) VALUES (?1, ?2, ?3, ?4, ?5)
  ON CONFLICT DO UPDATE SET med = excluded.med, rubrik = excluded.rubrik, sort_key = excluded.sort_key";

/// Writes the report with its facts and content (canonical JSON). The files are added by [`insert_fil`].
pub(crate) fn insert(tx: &Connection, r: &Rapport, fakta: &str, innehall: &str) -> Result<()> {
    let values = params![
        r.id,
        r.slag,
        r.period.year,
        r.period.month,
        r.organisation_id,
        r.version,
        r.state,
        r.locked_date.to_string(),
        r.log_nr,
        r.log_head,
        rows::day(r.beslut_datum),
        r.paragraf,
        r.dnr,
        r.ersatter_id,
        r.skal,
        fakta,
        innehall
    ];
    rows::run(tx, INSERT, values).map(drop)
}

/// Writes what a decision changes; facts, content and identity never change.
pub(crate) fn update_state(tx: &Connection, r: &Rapport) -> Result<()> {
    let values = params![r.id, r.state, rows::day(r.beslut_datum), r.paragraf, r.dnr, r.skal];
    rows::run_on(tx, r.id, UPDATE_STATE, values)
}

pub(crate) fn insert_fil(tx: &Connection, rapport: RapportId, f: &Rapportfil) -> Result<()> {
    rows::run(tx, INSERT_FIL, params![rapport, f.roll, f.format, f.filnamn, f.sha256]).map(drop)
}

pub(crate) fn read(conn: &Connection, id: RapportId) -> Result<Option<Rapport>> {
    let found = rows::first(conn, &format!("{SELECT} WHERE id = ?1"), [id], rapport)?;
    let sql = format!("{SELECT_FIL} WHERE rapport_id = ?1 ORDER BY roll, format");
    found.map(|r| Ok(Rapport { filer: rows::all(conn, &sql, [id], |row| Ok(fil(row)?.1))?, ..r })).transpose()
}

/// By kind, unit and period, oldest first, versions in order; files included.
pub(crate) fn read_all(conn: &Connection) -> Result<Vec<Rapport>> {
    let order = "ORDER BY year, month, slag, organisation_id, version, id";
    let mut all = rows::all(conn, &format!("{SELECT} {order}"), [], rapport)?;
    let mut filer = foldhash::HashMap::<RapportId, Vec<Rapportfil>>::default();
    for (owner, f) in rows::all(conn, &format!("{SELECT_FIL} ORDER BY rapport_id, roll, format"), [], fil)? {
        filer.entry(owner).or_default().push(f);
    }
    for r in &mut all {
        r.filer = filer.remove(&r.id).unwrap_or_default();
    }
    Ok(all)
}

/// The stored facts, canonical JSON.
pub(crate) fn fakta(conn: &Connection, id: RapportId) -> Result<Option<String>> {
    rows::value(conn, FAKTA, [id])
}

/// The stored report tree, canonical JSON.
pub(crate) fn innehall(conn: &Connection, id: RapportId) -> Result<Option<String>> {
    rows::value(conn, INNEHALL, [id])
}

pub(crate) fn upsert_mall(tx: &Connection, m: &Mallavsnitt) -> Result<()> {
    rows::run(tx, UPSERT_MALL, params![m.slag, m.avsnitt, m.med, m.rubrik, m.sort_key]).map(drop)
}

pub(crate) fn delete_mall(tx: &Connection, slag: Rapportslag, avsnitt: &str) -> Result<()> {
    rows::run(tx, DELETE_MALL, (slag, avsnitt)).map(drop)
}

/// By kind of report, in display order.
pub(crate) fn read_all_mall(conn: &Connection) -> Result<Vec<Mallavsnitt>> {
    rows::all(conn, SELECT_MALL, [], |row| {
        let c = Columns::of(row);
        Ok(Mallavsnitt {
            slag: c.get("slag")?,
            avsnitt: c.get("avsnitt")?,
            med: c.get("med")?,
            rubrik: c.get("rubrik")?,
            sort_key: c.get("sort_key")?,
        })
    })
}

fn rapport(row: &Row<'_>) -> rusqlite::Result<Rapport> {
    let c = Columns::of(row);
    Ok(Rapport {
        id: c.get("id")?,
        slag: c.get("slag")?,
        period: c.period()?,
        organisation_id: c.get("organisation_id")?,
        version: c.get("version")?,
        state: c.get("state")?,
        locked_date: c.day("locked_date")?.ok_or_else(rows::unreadable)?,
        log_nr: c.get("log_nr")?,
        log_head: c.get("log_head")?,
        beslut_datum: c.day("beslut_datum")?,
        paragraf: c.get("paragraf")?,
        dnr: c.get("dnr")?,
        ersatter_id: c.get("ersatter_id")?,
        skal: c.get("skal")?,
        filer: vec![],
    })
}

fn fil(row: &Row<'_>) -> rusqlite::Result<(RapportId, Rapportfil)> {
    let c = Columns::of(row);
    let owner = c.get("rapport_id")?;
    let fil = Rapportfil {
        roll: c.get("roll")?,
        format: c.get("format")?,
        filnamn: c.get("filnamn")?,
        sha256: c.get("sha256")?,
    };
    Ok((owner, fil))
}
