//! SQL that only tests use: rows written past every rule but the schema's own.
pub(crate) const INSTALLNING: &str = "INSERT INTO installning (key, value) VALUES (?1, ?2)";
pub(crate) const RENAME_KEY: &str = "UPDATE installning SET key = 'annan'";
pub(crate) const NIVA: &str =
    "INSERT INTO niva (id, singular, plural, beslutas_av, bar_matetal, bar_uppdrag, bedomning, sort_key)
  VALUES (?1, 'Nivå', 'Nivåer', 'kf', 1, 1, 'regel_a', 'a')";
pub(crate) const MAL: &str = "INSERT INTO mal (id, niva_id, titel, sort_key) VALUES (?1, ?2, ?3, 'a')";
pub(crate) const ARCHIVE_UPDATE: &str = "UPDATE arkivfil SET bytes = x'00'";
pub(crate) const ARCHIVE_DELETE: &str = "DELETE FROM arkivfil";

/// Random writes: ?1 and ?2 are ids out of a small set, ?3 is a small number. Plain, cascading, REPLACE and upsert.
pub(crate) const RANDOM: &[&str] = &[
    "INSERT OR REPLACE INTO niva (id, singular, plural, beslutas_av, bar_matetal, bar_uppdrag, bedomning, sort_key)
     VALUES (?1, 'Nivå ' || ?3, 'Nivåer', 'kf', 1, 0, 'regel_a', hex(?2))",
    "INSERT INTO mal (id, niva_id, titel, sort_key) VALUES (?1, ?2, 'Mål \"' || ?3 || '\"', 'a')",
    "INSERT OR REPLACE INTO mal (id, niva_id, parent_id, titel, sort_key)
     VALUES (?1, (SELECT id FROM niva LIMIT 1), NULL, 'Ersatt ' || ?3, hex(?2))",
    "UPDATE mal SET titel = titel || ?3, parent_id = CASE WHEN ?1 <> ?2 THEN ?2 END WHERE id = ?1",
    "UPDATE mal SET beskrivning = char(10) || ?3 || char(9) || '\\' WHERE id > ?2",
    "DELETE FROM mal WHERE id = ?1",
    "INSERT INTO uppdrag (id, titel, mal_id, year_from, year_to, sort_key)
     VALUES (?1, 'Uppdrag ' || ?3, ?2, 2026, 2026 + ?3 % 3, 'u')",
    "UPDATE uppdrag SET mal_id = ?2, vad = ?3 WHERE id = ?1",
    "DELETE FROM uppdrag WHERE id = ?1",
    "INSERT OR REPLACE INTO uppdrag_mal (uppdrag_id, mal_id) VALUES (?1, ?2)",
    "INSERT INTO matetal (id, art, titel, riktning, frekvens, sort_key)
     VALUES (?1, 'indikator', 'Mätetal ' || ?3, 'hogre', 'manad', 'm')",
    "INSERT OR REPLACE INTO matetal (id, art, titel, riktning, frekvens, sort_key)
     VALUES (?1, 'nyckeltal', 'Ersatt ' || ?3, 'lagre', 'ar', hex(?2))",
    "DELETE FROM matetal WHERE id = ?1",
    "INSERT INTO organisation (id, slag, namn, sort_key) VALUES (?1, 'enhet', 'Enhet ' || ?3, 'o')",
    "DELETE FROM organisation WHERE id = ?1",
    "INSERT INTO utfall (matetal_id, organisation_id, year, month, varde) VALUES (?1, ?2, 2026, 1 + ?3 % 12, ?3)
     ON CONFLICT DO UPDATE SET varde = varde + excluded.varde, kalla = 'rättad'",
    "UPDATE OR REPLACE utfall SET varde = NULL, saknas = 'bortfall' WHERE matetal_id = ?1 AND month > ?3 % 12",
    "INSERT INTO aktivitet (id, titel, uppdrag_id, year, sort_key) VALUES (?1, 'Aktivitet ' || ?3, ?2, 2026, 'k')",
    "INSERT INTO statusrad (id, aktivitet_id, year, month, seq, status)
     VALUES (randomblob(16), ?1, 2026, 1 + ?3 % 12, 1, 'forsenad')",
    "DELETE FROM aktivitet WHERE id = ?1",
    "INSERT INTO installning (key, value) VALUES ('nyckel' || ?3 % 4, hex(?1))
     ON CONFLICT DO UPDATE SET value = excluded.value",
    "DELETE FROM installning",
];

/// What strangers do to a file.
pub(crate) const ADD_TRIGGER: &str = "CREATE TRIGGER ond AFTER INSERT ON mal BEGIN DELETE FROM uppdrag; END";
pub(crate) const ADD_VIEW: &str = "CREATE VIEW vy AS SELECT * FROM mal";
pub(crate) const ADD_TABLE: &str = "CREATE TABLE frammande (x TEXT)";
pub(crate) const DROP_INDEX: &str = "DROP INDEX mal_by_parent";
pub(crate) const NEWER: &str = "PRAGMA user_version = 99";
pub(crate) const FOREIGN: &str = "CREATE TABLE annat (x); PRAGMA application_id = 77;";
pub(crate) const EDIT_LOG: &str = "UPDATE change SET cells = replace(cells, 'värde', 'annat')";
pub(crate) const EDIT_LOG_SET: &str = "UPDATE change_set SET vem = 'Någon annan'";
pub(crate) const APPEND_LOG: &str = "INSERT INTO change (change_set, tbl, row, op, cells) VALUES (1, 'installning', '[\"x\"]', 'I', '{\"value\":\"y\"}')";
pub(crate) const EDIT_PLAN: &str = "UPDATE installning SET value = 'annat'";
pub(crate) const TAKE_ROW: &str = "DELETE FROM installning";
pub(crate) const EXCLUSIVE: &str = "BEGIN EXCLUSIVE";
pub(crate) const FEW_PAGES: &str = "PRAGMA max_page_count = 1";
pub(crate) const MANY_PAGES: &str = "PRAGMA max_page_count = 1000000";

/// Later steps of the schema that only tests know.
pub(crate) const NEW_COLUMN: &str = "ALTER TABLE befattning ADD COLUMN telefon TEXT NOT NULL DEFAULT '';\n";
pub(crate) const NEW_DATA: &str = "UPDATE installning SET value = upper(value);\n";
pub(crate) const FAILING: &str =
    "UPDATE installning SET value = 'halvvägs'; INSERT INTO finns_inte VALUES (1);\n";
pub(crate) const STRAY_ROW: &str = "INSERT INTO installning VALUES ('ny', 'rad')";
pub(crate) const ORPHAN: &str =
    "PRAGMA foreign_keys = OFF; UPDATE uppdrag SET mal_id = x'00000000000000000000000000000001'";
pub(crate) const TAKE_LOG: &str = "DELETE FROM change WHERE nr = 2";
pub(crate) const NOT_TEXT: &str = "UPDATE installning SET value = CAST(x'76ff' AS TEXT)";
pub(crate) const BROKEN_CHECK: &str =
    "PRAGMA ignore_check_constraints = ON; UPDATE uppdrag SET grunduppdrag = 7";
pub(crate) const EDIT_CHECKPOINT: &str = "UPDATE checkpoint SET dump = x'00'";
pub(crate) const BEFATTNING: &str = "INSERT INTO befattning (id, titel) VALUES (?1, 'Enhetschef')";
pub(crate) const ENHET: &str =
    "INSERT INTO organisation (id, slag, namn, sort_key) VALUES (?1, 'enhet', 'Norr', 'a')";
pub(crate) const AKTIVITET: &str =
    "INSERT INTO aktivitet (id, nr, titel, year, sort_key) VALUES (?1, 'A1', 'Besök', 2026, 'a')";
pub(crate) const RENAME_AKTIVITET: &str = "UPDATE aktivitet SET titel = ?2 WHERE id = ?1";
pub(crate) const DELETE_AKTIVITET: &str = "DELETE FROM aktivitet WHERE id = ?1";
pub(crate) const ANSVARIG: &str =
    "INSERT INTO aktivitet_ansvarig (aktivitet_id, befattning_id) VALUES (?1, ?2)";
pub(crate) const STATUS: &str = "INSERT INTO statusrad (id, aktivitet_id, year, month, seq, status)
  VALUES (?1, ?2, 2026, ?3, 1, ?4)";
pub(crate) const MATETAL: &str = "INSERT INTO matetal (id, art, titel, riktning, frekvens, sort_key)
  VALUES (?1, 'indikator', 'Andel trygga', 'hogre', 'manad', 'a')";
pub(crate) const REPLACE_MATETAL: &str =
    "INSERT OR REPLACE INTO matetal (id, art, titel, riktning, frekvens, sort_key)
  VALUES (?1, 'indikator', 'Ersatt', 'hogre', 'manad', 'a')";
pub(crate) const UTFALL: &str = "INSERT INTO utfall (matetal_id, organisation_id, year, month, varde)
  VALUES (?1, ?2, 2026, 9, ?3) ON CONFLICT DO UPDATE SET varde = excluded.varde";
pub(crate) const LARGE_WRITE: &str = "PRAGMA cache_size = 5; BEGIN;
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
  INSERT INTO installning SELECT 'nyckel' || i, hex(randomblob(200)) FROM n;";
pub(crate) const COUNT: &str = "SELECT count(*) FROM installning";

/// Codes that no version of the schema knows.
pub(crate) const BROKEN_CODES: &[&str] = &[
    "INSERT INTO change (change_set, tbl, row, op, cells) VALUES (1, 'mal', '[]', 'X', '{}')",
    "INSERT INTO statusrad (id, aktivitet_id, year, month, seq, status)
     VALUES (randomblob(16), randomblob(16), 2026, 1, 1, 'klar')",
    "INSERT INTO utfall (matetal_id, organisation_id, year, month, kon, varde)
     VALUES (randomblob(16), randomblob(16), 2026, 1, 'X', 1)",
    "INSERT INTO utfall (matetal_id, organisation_id, year, month, saknas)
     VALUES (randomblob(16), randomblob(16), 2026, 1, 'borta')",
    "INSERT INTO malvarde (matetal_id, organisation_id, year, month, slag, varde)
     VALUES (randomblob(16), randomblob(16), 2026, 1, 'ungefar', 1)",
    "INSERT INTO driftbelopp (driftrad_id, organisation_id, slag, year, month, ore)
     VALUES (randomblob(16), randomblob(16), 'gissning', 2026, 1, 1)",
    "INSERT INTO verksamhetsbelopp (verksamhet_id, del, slag, year, month, ore)
     VALUES (randomblob(16), 'intakt', 'gissning', 2026, 1, 1)",
];
