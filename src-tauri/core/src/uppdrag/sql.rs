//! Rows of `uppdrag` and its links.
use rusqlite::{Connection, Row, params};

use super::Uppdrag;
use crate::id::UppdragId;
use crate::rows::{Columns, Links};
use crate::{Result, rows};

const SELECT: &str = "SELECT id, nr, titel, vad, varfor, onskad_effekt, kalla, kalla_text, grunduppdrag, beslut_organ,
  beslut_datum, beslut_paragraf, beslut_dnr, mal_id, mottagare_id, perspektiv, year_from, year_to, period_text,
  god_ekonomisk_hushallning, anteckning, sort_key FROM uppdrag";
const INSERT: &str = "INSERT INTO uppdrag (id, nr, titel, vad, varfor, onskad_effekt, kalla, kalla_text, grunduppdrag,
  beslut_organ, beslut_datum, beslut_paragraf, beslut_dnr, mal_id, mottagare_id, perspektiv, year_from, year_to,
  period_text, god_ekonomisk_hushallning, anteckning, sort_key)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)";
const UPDATE: &str = "UPDATE uppdrag SET nr = ?2, titel = ?3, vad = ?4, varfor = ?5, onskad_effekt = ?6, kalla = ?7,
  kalla_text = ?8, grunduppdrag = ?9, beslut_organ = ?10, beslut_datum = ?11, beslut_paragraf = ?12, beslut_dnr = ?13,
  mal_id = ?14, mottagare_id = ?15, perspektiv = ?16, year_from = ?17, year_to = ?18, period_text = ?19,
  god_ekonomisk_hushallning = ?20, anteckning = ?21, sort_key = ?22 WHERE id = ?1";
const DELETE: &str = "DELETE FROM uppdrag WHERE id = ?1";
pub(crate) const LAST_KEY: &str = "SELECT max(sort_key) FROM uppdrag";
/// What keeps an uppdrag from being deleted: the kind of thing, and a query for it.
pub(crate) const USES: &[(&str, &str)] = &[("aktivitet", "SELECT 1 FROM aktivitet WHERE uppdrag_id = ?1")];

const BIDRAR_TILL: Links = Links {
    read: "SELECT uppdrag_id, mal_id FROM uppdrag_mal ORDER BY uppdrag_id, mal_id",
    read_one: "SELECT mal_id FROM uppdrag_mal WHERE uppdrag_id = ?1 ORDER BY mal_id",
    insert: "INSERT INTO uppdrag_mal (uppdrag_id, mal_id) VALUES (?1, ?2)",
    delete: "DELETE FROM uppdrag_mal WHERE uppdrag_id = ?1 AND mal_id = ?2",
};
const ANSVARIG: Links = Links {
    read: "SELECT uppdrag_id, befattning_id FROM uppdrag_ansvarig ORDER BY uppdrag_id, befattning_id",
    read_one: "SELECT befattning_id FROM uppdrag_ansvarig WHERE uppdrag_id = ?1 ORDER BY befattning_id",
    insert: "INSERT INTO uppdrag_ansvarig (uppdrag_id, befattning_id) VALUES (?1, ?2)",
    delete: "DELETE FROM uppdrag_ansvarig WHERE uppdrag_id = ?1 AND befattning_id = ?2",
};
const FORDELNING: Links = Links {
    read: "SELECT uppdrag_id, organisation_id FROM uppdrag_fordelning ORDER BY uppdrag_id, organisation_id",
    read_one: "SELECT organisation_id FROM uppdrag_fordelning WHERE uppdrag_id = ?1 ORDER BY organisation_id",
    insert: "INSERT INTO uppdrag_fordelning (uppdrag_id, organisation_id) VALUES (?1, ?2)",
    delete: "DELETE FROM uppdrag_fordelning WHERE uppdrag_id = ?1 AND organisation_id = ?2",
};

pub(crate) fn insert(tx: &Connection, u: &Uppdrag) -> Result<()> {
    write(tx, INSERT, u)?;
    BIDRAR_TILL.set_new(tx, &u.id, &u.bidrar_till)?;
    ANSVARIG.set_new(tx, &u.id, &u.ansvariga)?;
    FORDELNING.set_new(tx, &u.id, &u.fordelning)
}

pub(crate) fn update(tx: &Connection, u: &Uppdrag) -> Result<()> {
    rows::found(u.id, (write(tx, UPDATE, u)? > 0).then_some(()))?;
    set_links(tx, u)
}

pub(crate) fn delete(tx: &Connection, id: UppdragId) -> Result<()> {
    rows::run_on(tx, id, DELETE, [id])
}

pub(crate) fn read(conn: &Connection, id: UppdragId) -> Result<Option<Uppdrag>> {
    let found = rows::first(conn, &format!("{SELECT} WHERE id = ?1"), [id], uppdrag)?;
    let Some(mut u) = found else { return Ok(None) };
    u.bidrar_till = BIDRAR_TILL.of(conn, id)?;
    u.ansvariga = ANSVARIG.of(conn, id)?;
    u.fordelning = FORDELNING.of(conn, id)?;
    Ok(Some(u))
}

/// In display order, links included.
pub(crate) fn read_all(conn: &Connection) -> Result<Vec<Uppdrag>> {
    let mut all = rows::all(conn, SELECT, [], uppdrag)?;
    all.sort_by(|a, b| (&a.sort_key, a.id).cmp(&(&b.sort_key, b.id)));
    let (mut mal, mut ansvarig) =
        (BIDRAR_TILL.all::<UppdragId, _>(conn)?, ANSVARIG.all::<UppdragId, _>(conn)?);
    let mut fordelning = FORDELNING.all::<UppdragId, _>(conn)?;
    for u in &mut all {
        u.bidrar_till = mal.remove(&u.id).unwrap_or_default();
        u.ansvariga = ansvarig.remove(&u.id).unwrap_or_default();
        u.fordelning = fordelning.remove(&u.id).unwrap_or_default();
    }
    Ok(all)
}

fn set_links(tx: &Connection, u: &Uppdrag) -> Result<()> {
    BIDRAR_TILL.set(tx, &u.id, &u.bidrar_till)?;
    ANSVARIG.set(tx, &u.id, &u.ansvariga)?;
    FORDELNING.set(tx, &u.id, &u.fordelning)
}

fn write(tx: &Connection, sql: &str, u: &Uppdrag) -> Result<usize> {
    let values = params![
        u.id,
        u.nr,
        u.titel,
        u.vad,
        u.varfor,
        u.onskad_effekt,
        u.kalla,
        u.kalla_text,
        u.grunduppdrag,
        u.beslut_organ,
        rows::day(u.beslut_datum),
        u.beslut_paragraf,
        u.beslut_dnr,
        u.mal_id,
        u.mottagare_id,
        u.perspektiv,
        u.year_from,
        u.year_to,
        u.period_text,
        u.god_ekonomisk_hushallning,
        u.anteckning,
        u.sort_key
    ];
    rows::run(tx, sql, values)
}

fn uppdrag(row: &Row<'_>) -> rusqlite::Result<Uppdrag> {
    let c = Columns::of(row);
    Ok(Uppdrag {
        id: c.get("id")?,
        nr: c.get("nr")?,
        titel: c.get("titel")?,
        vad: c.get("vad")?,
        varfor: c.get("varfor")?,
        onskad_effekt: c.get("onskad_effekt")?,
        kalla: c.get("kalla")?,
        kalla_text: c.get("kalla_text")?,
        grunduppdrag: c.get("grunduppdrag")?,
        beslut_organ: c.get("beslut_organ")?,
        beslut_datum: c.day("beslut_datum")?,
        beslut_paragraf: c.get("beslut_paragraf")?,
        beslut_dnr: c.get("beslut_dnr")?,
        mal_id: c.get("mal_id")?,
        bidrar_till: vec![],
        mottagare_id: c.get("mottagare_id")?,
        ansvariga: vec![],
        fordelning: vec![],
        perspektiv: c.get("perspektiv")?,
        year_from: c.get("year_from")?,
        year_to: c.get("year_to")?,
        period_text: c.get("period_text")?,
        god_ekonomisk_hushallning: c.get("god_ekonomisk_hushallning")?,
        anteckning: c.get("anteckning")?,
        sort_key: c.get("sort_key")?,
    })
}
