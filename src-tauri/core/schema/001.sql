-- Schema version 1. Append-only: a released file is never edited, a change is a new file (storage.md, 2).
-- Every table is STRICT. Ids are UUIDv7 as BLOB(16). Money is INTEGER öre. Dates are ISO text, months are (year, month).
-- No UNIQUE on what a person types, no stored triggers or views: nothing executable lives in the document.

-- What the file itself is. Not logged: a copy has its own.
CREATE TABLE file_info (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The change log: one change_set per write, one change per changed row. Numbers are given by the program, without gaps.
-- last_change: the newest change.nr when the set was written, so a set's own rows are a range and need no index.
CREATE TABLE change_set (
  nr INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  kind TEXT NOT NULL CHECK (kind IN ('edit', 'undo', 'redo', 'import', 'merge', 'migration', 'decision')),
  undoes INTEGER REFERENCES change_set (nr),
  op TEXT NOT NULL,
  label TEXT NOT NULL DEFAULT '',
  vem TEXT NOT NULL,
  at TEXT NOT NULL,
  last_change INTEGER NOT NULL,
  prev_hash BLOB NOT NULL CHECK (length(prev_hash) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- row: the primary key as a JSON array. thing: the id of the thing that owns the row (an utfall belongs to its mätetal).
-- cells: {"column": value} for I and D, {"column": [old, new]} for U; BLOBs as hex. No foreign key: the chain guards the log.
CREATE TABLE change (
  nr INTEGER PRIMARY KEY,
  change_set INTEGER NOT NULL,
  tbl TEXT NOT NULL,
  row TEXT NOT NULL,
  thing BLOB,
  op TEXT NOT NULL CHECK (op IN ('I', 'U', 'D')),
  cells TEXT NOT NULL
) STRICT;
CREATE INDEX change_by_thing ON change (thing, tbl);

-- A compressed canonical dump of the domain tables: replay and chain verification start at the newest one.
CREATE TABLE checkpoint (
  change_set INTEGER PRIMARY KEY REFERENCES change_set (nr),
  dump BLOB NOT NULL,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32)
) STRICT;

-- From here on: the plan.

CREATE TABLE installning (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE verksamhetsar (
  year INTEGER PRIMARY KEY NOT NULL CHECK (year BETWEEN 1990 AND 2200),
  state TEXT NOT NULL CHECK (state IN ('planeras', 'pagar', 'stangt'))
) STRICT, WITHOUT ROWID;

CREATE TABLE befattning (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  titel TEXT NOT NULL CHECK (length(titel) BETWEEN 1 AND 500),
  namn TEXT NOT NULL DEFAULT '',
  epost TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE organisation (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  parent_id BLOB REFERENCES organisation (id),
  slag TEXT NOT NULL CHECK (slag IN ('namnd', 'forvaltning', 'verksamhetsomrade', 'enhet')),
  namn TEXT NOT NULL CHECK (length(namn) BETWEEN 1 AND 500),
  kod TEXT NOT NULL DEFAULT '',
  chef_id BLOB REFERENCES befattning (id),
  active_from TEXT,
  active_to TEXT,
  anteckning TEXT NOT NULL DEFAULT '',
  sort_key TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX organisation_by_parent ON organisation (parent_id);

-- The styrmodell: an ordered list of levels. Rules hang on the id, never on the name.
CREATE TABLE niva (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  singular TEXT NOT NULL CHECK (length(singular) BETWEEN 1 AND 100),
  plural TEXT NOT NULL CHECK (length(plural) BETWEEN 1 AND 100),
  beslutas_av TEXT NOT NULL CHECK (beslutas_av IN ('kf', 'ks', 'namnd', 'forvaltning', 'enhet')),
  bar_matetal INTEGER NOT NULL CHECK (bar_matetal IN (0, 1)),
  bar_uppdrag INTEGER NOT NULL CHECK (bar_uppdrag IN (0, 1)),
  bedomning TEXT NOT NULL CHECK (bedomning IN ('ingen', 'regel_a', 'regel_b', 'regel_c', 'manuell')),
  sort_key TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE mal (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  niva_id BLOB NOT NULL REFERENCES niva (id),
  parent_id BLOB REFERENCES mal (id),
  nr TEXT NOT NULL DEFAULT '',
  titel TEXT NOT NULL CHECK (length(titel) BETWEEN 1 AND 1000),
  beskrivning TEXT NOT NULL DEFAULT '',
  valid_from TEXT,
  valid_to TEXT,
  anteckning TEXT NOT NULL DEFAULT '',
  sort_key TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX mal_by_parent ON mal (parent_id);

-- A person's verdict on a mål, beside the computed one (domain.md, 2). A motivation is obligatory.
CREATE TABLE malbedomning (
  mal_id BLOB NOT NULL REFERENCES mal (id) ON DELETE CASCADE,
  year INTEGER NOT NULL,
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  bedomning TEXT NOT NULL CHECK (bedomning IN ('uppfyllt', 'delvis_uppfyllt', 'inte_uppfyllt', 'kan_inte_bedomas')),
  motivering TEXT NOT NULL CHECK (length(motivering) > 0),
  PRIMARY KEY (mal_id, year, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE uppdrag (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  nr TEXT NOT NULL DEFAULT '',
  titel TEXT NOT NULL CHECK (length(titel) BETWEEN 1 AND 1000),
  vad TEXT NOT NULL DEFAULT '',
  varfor TEXT NOT NULL DEFAULT '',
  onskad_effekt TEXT NOT NULL DEFAULT '',
  kalla TEXT NOT NULL DEFAULT 'mor' CHECK (kalla IN ('mor', 'reglemente', 'lag', 'kf_ks', 'forvaltning', 'atgard', 'intern_kontroll')),
  kalla_text TEXT NOT NULL DEFAULT '',
  grunduppdrag INTEGER NOT NULL DEFAULT 0 CHECK (grunduppdrag IN (0, 1)),
  beslut_organ TEXT NOT NULL DEFAULT '',
  beslut_datum TEXT,
  beslut_paragraf TEXT NOT NULL DEFAULT '',
  beslut_dnr TEXT NOT NULL DEFAULT '',
  mal_id BLOB REFERENCES mal (id),
  mottagare_id BLOB REFERENCES organisation (id),
  perspektiv TEXT NOT NULL DEFAULT '' ,
  year_from INTEGER NOT NULL,
  year_to INTEGER NOT NULL,
  period_text TEXT NOT NULL DEFAULT '',
  god_ekonomisk_hushallning INTEGER NOT NULL DEFAULT 0 CHECK (god_ekonomisk_hushallning IN (0, 1)),
  anteckning TEXT NOT NULL DEFAULT '',
  sort_key TEXT NOT NULL,
  CHECK (year_to >= year_from)
) STRICT;
CREATE INDEX uppdrag_by_mal ON uppdrag (mal_id);

CREATE TABLE uppdrag_mal (
  uppdrag_id BLOB NOT NULL REFERENCES uppdrag (id) ON DELETE CASCADE,
  mal_id BLOB NOT NULL REFERENCES mal (id) ON DELETE CASCADE,
  PRIMARY KEY (uppdrag_id, mal_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX uppdrag_mal_by_mal ON uppdrag_mal (mal_id);

CREATE TABLE uppdrag_ansvarig (
  uppdrag_id BLOB NOT NULL REFERENCES uppdrag (id) ON DELETE CASCADE,
  befattning_id BLOB NOT NULL REFERENCES befattning (id),
  PRIMARY KEY (uppdrag_id, befattning_id)
) STRICT, WITHOUT ROWID;

-- Fördelning: one uppdrag, a row per unit; each unit has its own statusrader.
CREATE TABLE uppdrag_fordelning (
  uppdrag_id BLOB NOT NULL REFERENCES uppdrag (id) ON DELETE CASCADE,
  organisation_id BLOB NOT NULL REFERENCES organisation (id),
  PRIMARY KEY (uppdrag_id, organisation_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE aktivitet (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  nr TEXT NOT NULL DEFAULT '',
  titel TEXT NOT NULL CHECK (length(titel) BETWEEN 1 AND 1000),
  hur TEXT NOT NULL DEFAULT '',
  uppdrag_id BLOB REFERENCES uppdrag (id),
  organisation_id BLOB REFERENCES organisation (id),
  gemensam INTEGER NOT NULL DEFAULT 0 CHECK (gemensam IN (0, 1)),
  year INTEGER NOT NULL,
  start_date TEXT,
  start_text TEXT NOT NULL DEFAULT '',
  end_date TEXT,
  end_text TEXT NOT NULL DEFAULT '',
  kostnad_ore INTEGER,
  resurs TEXT NOT NULL DEFAULT '',
  prestation TEXT NOT NULL DEFAULT '',
  effekt TEXT NOT NULL DEFAULT '',
  anteckning TEXT NOT NULL DEFAULT '',
  sort_key TEXT NOT NULL
) STRICT;
CREATE INDEX aktivitet_by_uppdrag ON aktivitet (uppdrag_id);

CREATE TABLE aktivitet_ansvarig (
  aktivitet_id BLOB NOT NULL REFERENCES aktivitet (id) ON DELETE CASCADE,
  befattning_id BLOB NOT NULL REFERENCES befattning (id),
  PRIMARY KEY (aktivitet_id, befattning_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE aktivitet_fordelning (
  aktivitet_id BLOB NOT NULL REFERENCES aktivitet (id) ON DELETE CASCADE,
  organisation_id BLOB NOT NULL REFERENCES organisation (id),
  PRIMARY KEY (aktivitet_id, organisation_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE delaktivitet (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  aktivitet_id BLOB NOT NULL REFERENCES aktivitet (id) ON DELETE CASCADE,
  titel TEXT NOT NULL CHECK (length(titel) BETWEEN 1 AND 1000),
  klar INTEGER NOT NULL DEFAULT 0 CHECK (klar IN (0, 1)),
  sort_key TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX delaktivitet_by_aktivitet ON delaktivitet (aktivitet_id);

-- Status history, insert-only: only undo takes a row away. organisation_id NULL = the thing as a whole.
CREATE TABLE statusrad (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  uppdrag_id BLOB REFERENCES uppdrag (id) ON DELETE CASCADE,
  aktivitet_id BLOB REFERENCES aktivitet (id) ON DELETE CASCADE,
  organisation_id BLOB REFERENCES organisation (id),
  year INTEGER NOT NULL,
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  seq INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('ej_paborjad', 'pagar_enligt_plan', 'pagar_med_avvikelse', 'forsenad', 'genomford', 'avbruten')),
  fardiggrad INTEGER CHECK (fardiggrad BETWEEN 0 AND 100),
  kommentar TEXT NOT NULL DEFAULT '',
  CHECK ((uppdrag_id IS NULL) <> (aktivitet_id IS NULL)),
  CHECK (status <> 'avbruten' OR length(kommentar) > 0)
) STRICT;
CREATE INDEX statusrad_by_aktivitet ON statusrad (aktivitet_id);
CREATE INDEX statusrad_by_uppdrag ON statusrad (uppdrag_id);

CREATE TABLE matetal (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  art TEXT NOT NULL CHECK (art IN ('nyckeltal', 'indikator')),
  nr TEXT NOT NULL DEFAULT '',
  titel TEXT NOT NULL CHECK (length(titel) BETWEEN 1 AND 1000),
  definition TEXT NOT NULL DEFAULT '',
  enhet TEXT NOT NULL DEFAULT '',
  decimaler INTEGER NOT NULL DEFAULT 0 CHECK (decimaler BETWEEN 0 AND 6),
  riktning TEXT NOT NULL CHECK (riktning IN ('hogre', 'lagre', 'intervall', 'folj')),
  frekvens TEXT NOT NULL CHECK (frekvens IN ('manad', 'kvartal', 'tertial', 'halvar', 'ar')),
  kalla TEXT NOT NULL DEFAULT '',
  kolada_id TEXT NOT NULL DEFAULT '',
  lag_months INTEGER NOT NULL DEFAULT 0 CHECK (lag_months BETWEEN 0 AND 60),
  konsuppdelad INTEGER NOT NULL DEFAULT 0 CHECK (konsuppdelad IN (0, 1)),
  arsvarde TEXT NOT NULL DEFAULT 'senaste' CHECK (arsvarde IN ('senaste', 'summa', 'medel', 'vagt_medel')),
  tolerans INTEGER,
  ansvarig_id BLOB REFERENCES befattning (id),
  faststalld_lydelse TEXT NOT NULL DEFAULT '',
  anteckning TEXT NOT NULL DEFAULT '',
  sort_key TEXT NOT NULL
) STRICT;

CREATE TABLE matetal_mal (
  matetal_id BLOB NOT NULL REFERENCES matetal (id) ON DELETE CASCADE,
  mal_id BLOB NOT NULL REFERENCES mal (id) ON DELETE CASCADE,
  vikt INTEGER NOT NULL DEFAULT 1 CHECK (vikt BETWEEN 1 AND 1000),
  PRIMARY KEY (matetal_id, mal_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX matetal_mal_by_mal ON matetal_mal (mal_id);

CREATE TABLE matetal_uppdrag (
  matetal_id BLOB NOT NULL REFERENCES matetal (id) ON DELETE CASCADE,
  uppdrag_id BLOB NOT NULL REFERENCES uppdrag (id) ON DELETE CASCADE,
  PRIMARY KEY (matetal_id, uppdrag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX matetal_uppdrag_by_uppdrag ON matetal_uppdrag (uppdrag_id);

-- Values in millionths of the unit. month = the last month of the value's own period (a year's value: 12).
-- A value or a reason why there is none, never both; nothing missing is ever 0.
CREATE TABLE utfall (
  matetal_id BLOB NOT NULL REFERENCES matetal (id) ON DELETE CASCADE,
  organisation_id BLOB NOT NULL REFERENCES organisation (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2200),
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  kon TEXT NOT NULL DEFAULT 'T' CHECK (kon IN ('T', 'K', 'M')),
  varde INTEGER,
  saknas TEXT CHECK (saknas IN ('ej_matt', 'bortfall', 'ej_tillamplig', 'sekretess')),
  vikt INTEGER,
  kalla TEXT NOT NULL DEFAULT '',
  datum TEXT,
  PRIMARY KEY (matetal_id, organisation_id, year, month, kon),
  CHECK ((varde IS NULL) <> (saknas IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE malvarde (
  matetal_id BLOB NOT NULL REFERENCES matetal (id) ON DELETE CASCADE,
  organisation_id BLOB NOT NULL REFERENCES organisation (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2200),
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  slag TEXT NOT NULL CHECK (slag IN ('minst', 'hogst', 'intervall', 'riktning')),
  varde INTEGER,
  varde_hogst INTEGER,
  text TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (matetal_id, organisation_id, year, month),
  CHECK ((slag = 'riktning') = (varde IS NULL)),
  CHECK ((slag = 'intervall') = (varde_hogst IS NOT NULL))
) STRICT, WITHOUT ROWID;

-- Comparison series (riket, liknande kommuner …).
CREATE TABLE jamforelse (
  matetal_id BLOB NOT NULL REFERENCES matetal (id) ON DELETE CASCADE,
  namn TEXT NOT NULL,
  year INTEGER NOT NULL,
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  varde INTEGER NOT NULL,
  PRIMARY KEY (matetal_id, namn, year, month)
) STRICT, WITHOUT ROWID;

-- The nämnd's drift table: rows are data. A summa is the sum of its parts (driftsumma).
CREATE TABLE driftrad (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  namn TEXT NOT NULL CHECK (length(namn) BETWEEN 1 AND 200),
  art TEXT NOT NULL CHECK (art IN ('rad', 'summa')),
  sort_key TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE driftsumma (
  summa_id BLOB NOT NULL REFERENCES driftrad (id) ON DELETE CASCADE,
  del_id BLOB NOT NULL REFERENCES driftrad (id),
  PRIMARY KEY (summa_id, del_id)
) STRICT, WITHOUT ROWID;

-- As known at (year, month): the newest row at or before the period asked for holds. tom = printed empty, adds as nothing.
CREATE TABLE driftbelopp (
  driftrad_id BLOB NOT NULL REFERENCES driftrad (id) ON DELETE CASCADE,
  organisation_id BLOB NOT NULL REFERENCES organisation (id),
  slag TEXT NOT NULL CHECK (slag IN ('budget', 'utfall_ack', 'prognos')),
  year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2200),
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  ore INTEGER,
  tom INTEGER NOT NULL DEFAULT 0 CHECK (tom IN (0, 1)),
  PRIMARY KEY (driftrad_id, organisation_id, slag, year, month),
  CHECK ((tom = 1) = (ore IS NULL))
) STRICT, WITHOUT ROWID;

-- The nämnd's verksamheter (huvudverksamheter). finansiering: kommunbidrag and the like, shown among intäkter without a comment of its own.
CREATE TABLE verksamhet (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  namn TEXT NOT NULL CHECK (length(namn) BETWEEN 1 AND 200),
  kod TEXT NOT NULL DEFAULT '',
  organisation_id BLOB REFERENCES organisation (id),
  finansiering INTEGER NOT NULL DEFAULT 0 CHECK (finansiering IN (0, 1)),
  sort_key TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE verksamhetsbelopp (
  verksamhet_id BLOB NOT NULL REFERENCES verksamhet (id) ON DELETE CASCADE,
  del TEXT NOT NULL CHECK (del IN ('intakt', 'kostnad')),
  slag TEXT NOT NULL CHECK (slag IN ('budget', 'utfall_ack', 'prognos')),
  year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2200),
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  ore INTEGER,
  tom INTEGER NOT NULL DEFAULT 0 CHECK (tom IN (0, 1)),
  PRIMARY KEY (verksamhet_id, del, slag, year, month),
  CHECK ((tom = 1) = (ore IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE uppfoljning (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  slag TEXT NOT NULL CHECK (slag IN ('manad', 'tertial', 'delar', 'ar')),
  year INTEGER NOT NULL,
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  deadline_enhet TEXT,
  deadline_namnd TEXT,
  state TEXT NOT NULL CHECK (state IN ('oppen', 'inlamnad', 'sammanstalld', 'faststalld'))
) STRICT, WITHOUT ROWID;

-- Texts written for a period (month 0: for the verksamhetsplan of the year), Markdown. subject_id: the thing the text is about.
CREATE TABLE avsnittstext (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  year INTEGER NOT NULL,
  month INTEGER NOT NULL CHECK (month BETWEEN 0 AND 12),
  avsnitt TEXT NOT NULL,
  subject_id BLOB,
  organisation_id BLOB REFERENCES organisation (id),
  text TEXT NOT NULL
) STRICT;
CREATE INDEX avsnittstext_by_period ON avsnittstext (year, month, avsnitt);

-- Which sections a kind of report has, in which order: the file's template. No rows = the default of reports.md.
CREATE TABLE rapportmall (
  slag TEXT NOT NULL CHECK (slag IN ('manad', 'verksamhetsplan')),
  avsnitt TEXT NOT NULL,
  med INTEGER NOT NULL CHECK (med IN (0, 1)),
  rubrik TEXT NOT NULL DEFAULT '',
  sort_key TEXT NOT NULL,
  PRIMARY KEY (slag, avsnitt)
) STRICT, WITHOUT ROWID;

-- Locked and decided reports. innehall = the report tree as it was locked, fakta = what Förändringar compares; both canonical JSON.
CREATE TABLE rapport (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  slag TEXT NOT NULL CHECK (slag IN ('manad', 'verksamhetsplan')),
  year INTEGER NOT NULL,
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  organisation_id BLOB NOT NULL REFERENCES organisation (id),
  version INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('last', 'upplast', 'faststalld', 'upphavd')),
  locked_date TEXT NOT NULL,
  log_nr INTEGER NOT NULL,
  log_head TEXT NOT NULL,
  beslut_datum TEXT,
  paragraf TEXT NOT NULL DEFAULT '',
  dnr TEXT NOT NULL DEFAULT '',
  ersatter_id BLOB REFERENCES rapport (id),
  skal TEXT NOT NULL DEFAULT '',
  fakta TEXT NOT NULL,
  innehall TEXT NOT NULL,
  CHECK (state NOT IN ('faststalld', 'upphavd') OR beslut_datum IS NOT NULL)
) STRICT;

CREATE TABLE rapportfil (
  rapport_id BLOB NOT NULL REFERENCES rapport (id) ON DELETE CASCADE,
  roll TEXT NOT NULL CHECK (roll IN ('forslag', 'faststalld')),
  format TEXT NOT NULL CHECK (format IN ('pdf', 'xlsx')),
  filnamn TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  PRIMARY KEY (rapport_id, roll, format)
) STRICT, WITHOUT ROWID;

-- The files' bytes: insert-only, outside the JSON log (rapportfil logs the hash), verified by rehash.
CREATE TABLE arkivfil (
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  bytes BLOB NOT NULL
) STRICT;
