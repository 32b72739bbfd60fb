// Generated from the command table of plan-api (src-tauri/api). Do not edit: see src-tauri/api/src/typescript.rs.

export type AktivitetId = string;

/** What to change of an aktivitet, or what a new one is. Lists are given whole. */
export type AktivitetPatch = {
  nr?: string,
  titel?: string,
  hur?: string,
  uppdrag_id?: UppdragId | null,
  organisation_id?: OrganisationId | null,
  gemensam?: boolean,
  ansvariga?: Array<BefattningId>,
  fordelning?: Array<OrganisationId>,
  year?: number,
  start_date?: string | null,
  start_text?: string,
  end_date?: string | null,
  end_text?: string,
  kostnad?: Ore | null,
  resurs?: string,
  prestation?: string,
  effekt?: string,
  anteckning?: string, };

/** An aktivitet with where it stands. */
export type Aktivitetsbild = { lage: Lagesbild, statusrader: Array<Statusrad>, id: AktivitetId, nr: string, titel: string,
  /** How it is done. Markdown. */
  hur: string,
  /** A link is expected, not forced. */
  uppdrag_id: UppdragId | null, organisation_id: OrganisationId | null,
  /** Common to the whole förvaltning. */
  gemensam: boolean, ansvariga: Array<BefattningId>,
  /** Participating units; each has its own status rows. */
  fordelning: Array<OrganisationId>,
  /** The verksamhetsår it belongs to. */
  year: number, start_date: string | null,
  /** The start in the paper's own words ("VT26"), kept beside the date it was read as. */
  start_text: string, end_date: string | null, end_text: string,
  /** Estimated cost, a positive amount. */
  kostnad: Ore | null,
  /** Theory of change (Trelleborg): resurs → aktivitet → prestation → effekt. */
  resurs: string, prestation: string, effekt: string, delaktiviteter: Array<Delaktivitet>, anteckning: string, sort_key: string, };

/** The text and what is known of it. */
export type Analys = {
  /** The section of the report that the text belongs to. */
  avsnitt: string,
  /** Markdown; empty where nothing is written. */
  text: string,
  /** "Verksamhetscontroller, 2026-11-06 kl. 14.32. Kommer med i rapporten." */
  fot: string, foregaende: Foregaendetext | null, };

/** A difference that is computed. */
export type Andelscell = { ore: Ore | null,
  /** "+700", "−2 770", "0"; empty where there is nothing to compare. */
  text: string, };

/** A cell that changes. */
export type Andringssvar = { falt: string,
  /** The field's word ("Slutdatum"). */
  ord: string, fran: unknown, till: unknown, };

/** What undo and redo would do, as it stands in the menu. */
export type Angralage = { undo: Angrasteg, redo: Angrasteg, };

/** One direction. */
export type Angrasteg = { mojligt: boolean,
  /** A decision, a locking or a migration stands in the way: whoever tries is told what to do. */
  hinder: boolean,
  /** "Ångra: ändra aktivitet", or why it cannot be done. */
  text: string, };

/** What an undo or redo did. */
export type Angrat = {
  /** "Ångra: ändra aktivitet". */
  text: string, op: Op, namn: string, changes: Changes, };

/** A remark and the act that goes there. */
export type Anmarkningsbild = { rubrik: string, text: string, handling: Rapporthandling | null, };

/** A remark in words, and as data for a program. */
export type Anmarkningssvar = { grad: Grad, text: string, uppgift: unknown, };

/** The archive. */
export type Arkiv = { rapporter: Array<Arkivpost>, };

/** A stored report and how it stands in words. */
export type Arkivpost = {
  /** "Månadsrapport oktober 2026". */
  titel: string,
  /** "Fastställd 2026-11-17 § 62". */
  lage: string, id: RapportId, slag: Rapportslag, period: Period,
  /** The förvaltning, or the enhet of a unit's plan. */
  organisation_id: OrganisationId,
  /** 1, 2 … among the reports of the same kind, period and unit. */
  version: number, state: Rapportlage,
  /** The report's own date (`--datum`): all dates inside its files derive from it. */
  locked_date: string,
  /** The newest change set when the facts were taken, and the chain head printed on decided reports (hex). */
  log_nr: number, log_head: string, beslut_datum: string | null, paragraf: string, dnr: string, ersatter_id: RapportId | null,
  /** Why it was unlocked or revoked. */
  skal: string, filer: Array<Rapportfil>, };

/** State of a verksamhetsår. */
export type Arslage = "planeras" | "pagar" | "stangt";

/** A verksamhetsår. */
export type Arsrad = { year: number, state: Arslage,
  /** "Pågår". */
  ord: string, };

/** The value of a year as of the view's period, with what it was made of: a year with missing months says so. */
export type Arsutfall = { varde: Varde,
  /** The newest period of the year that has a value. */
  senast: Period | null,
  /** Periods with a value. */
  matta: number,
  /** Periods that by frequency and lag should be known by the view's period. */
  vantade: number,
  /** Expected periods without a value. */
  saknade: number,
  /** Every period of the whole year has a value. */
  hela_aret: boolean, };

/** How the values of a year become the year's value. */
export type Arsvarde = "senaste" | "summa" | "medel" | "vagt_medel";

/** A nyckeltal that decided a verdict. */
export type Avgorande = { matetal_id: MatetalId, utfall: Malutfall, };

/** A section. */
export type Avsnittsbild = { nyckel: string, rubrik: string,
  /** The heading given in the template; empty: the program's own. */
  egen_rubrik: string, med: boolean,
  /** "räknas fram ur planen", "saknar text", why it is off. */
  under: string, tillstand: Avsnittstillstand,
  /** Where it begins, if it is printed. */
  plats: Avsnittsplats | null,
  /** Where somebody can write; the section as a whole first. */
  texter: Array<Avsnittstextbild>, };

/** A place on the pages. */
export type Avsnittsplats = {
  /** Counted from 1. */
  sida: number,
  /** 0–1 down the page. */
  andel: number, };

/** A text written for a report section. */
export type Avsnittstext = { id: AvsnittstextId, year: number,
  /** 1–12; 0 for the verksamhetsplan of the year. */
  month: number,
  /** The section's key, as in `plan_report` ("sammanfattning", "drift", "verksamhet", "matetal" …). */
  avsnitt: string,
  /** The row or mätetal the text is about; `None` for the section as a whole. */
  subject_id: ThingId | null,
  /** The unit whose report it stands in; `None` for the förvaltning. */
  organisation_id: OrganisationId | null,
  /** Markdown. */
  text: string, };

export type AvsnittstextId = string;

/** A text that can be written. */
export type Avsnittstextbild = {
  /** "Förskola +6 239 tkr"; the section's heading for the section as a whole. */
  rubrik: string,
  /** The check asks for it. */
  saknas: boolean,
  /** What is saved, with the text that stands there now. */
  text: NyAvsnittstext, };

/** How far a section has come. */
export type Avsnittstillstand = "klart" | "skrivs" | "saknar_text" | "tomt" | "av";

/** How the mål of a level are evaluated. */
export type Bedomningsregel = "ingen" | "regel_a" | "regel_b" | "regel_c" | "manuell";

/** A verdict and its word. */
export type Bedomningsval = { bedomning: Maluppfyllelse, ord: string, };

/** A function, e.g. "Enhetschef hemtjänst norr". */
export type Befattning = { id: BefattningId, titel: string, namn: string, epost: string, };

export type BefattningId = string;

/** What to change of a befattning, or what a new one is. */
export type BefattningPatch = {
  titel?: string,
  namn?: string,
  epost?: string, };

/** A befattning. */
export type Befattningsrad = { id: BefattningId, titel: string, namn: string,
  /** "Ansvarar för 4 aktiviteter, leder Hemtjänst norr"; empty when it is used nowhere. */
  anvands: string, };

/** A cell of an economy table: an amount, or *Tom* (printed empty, adds as nothing; neither 0 nor Ej mätt). */
export type Belopp = { "ore": Ore } | "tom";

/** An amount that is stored or summed. */
export type Beloppscell = {
  /** `None`: no value, which is never 0. */
  belopp: Belopp | null,
  /** "−83 820"; empty for *Tom* and where there is no value. */
  text: string,
  /** What stands in the field when it is opened: exact tkr, or "tom". */
  typat: string,
  /** It may be typed. */
  andras: boolean, };

/** What an amount is: the year's budget, the outcome accumulated to the period, the forecast for the whole year. */
export type Beloppsslag = "budget" | "utfall_ack" | "prognos";

/** What the nämnd decided. */
export type Beslut = { datum: string, paragraf: string,
  /** Without it the report's own. */
  dnr?: string, };

/** Who decides on the mål of a level. */
export type Beslutsfattare = "kf" | "ks" | "namnd" | "forvaltning" | "enhet";

/** The decisions about one sheet; what is not decided is recognised. */
export type Bladval = { blad: string,
  /** Whether the sheet is read at all. */
  las?: boolean,
  /** What it holds. */
  slag?: Tabellslag,
  /** The row the headings stand in, as the person sees it. */
  rubrikrad?: number,
  /** 0-based column → field ("titel", "utfall.2025-12"); an empty field: the column is not read. */
  falt?: { [key in number]: string }, };

/** The thing a command is about. */
export type ById<I> = { id: I, };

/** What is wrong with a cell. */
export type Cellfel = {
  /** The row is refused for it; otherwise it is taken all the same. */
  vagrad: boolean,
  /** "Juni har 30 dagar". */
  text: string,
  /** "Rätta datum". */
  ratta: string, };

/** A value in words, and as a status where it is one. */
export type Cellord = { text: string, status: Status | null, };

/** What sort of change set it is; undo walks the log by it (storage.md, Decisions). */
export type ChangeKind = "edit" | "undo" | "redo" | "import" | "merge" | "migration" | "decision";

/** The things touched by one write. */
export type Changes = { [key in Kind]?: Ids };

/** What was made, and what to read again. */
export type Created<I> = { id: I, changes: Changes, };

/** The day that was meant. */
export type Datumsvar = {
  /** `None`: nothing was typed. */
  datum: string | null,
  /** "2026-11-27". */
  text: string, };

/** *Fastställ*: the locked report of that choice; without one it is locked and decided in one go. */
export type DecideRapport = { val: Rapportval, beslut: Beslut, filer?: Filval, };

/** A line of the aktivitet's checklist. */
export type Delaktivitet = { id: DelaktivitetId, titel: string, klar: boolean, sort_key: string, };

export type DelaktivitetId = string;

/** What to change of a line of the checklist. */
export type DelaktivitetPatch = {
  titel?: string,
  klar?: boolean, };

/** A line of an aktivitet's checklist. */
export type Delaktivitetsrad = { id: DelaktivitetId, titel: string, klar: boolean, };

/** The chart. */
export type Diagrambild = {
  /** One `<svg>` with the window's colours. */
  svg: string,
  /** Of the plan's own series, in order. */
  punkter: Array<Diagrampunkt>,
  /** The series' names, the plan's own first. */
  serier: Array<string>, har_mal: boolean,
  /** What the chart shows, in words. */
  fynd: string, };

/** A value in the chart, in shares of its width and height. */
export type Diagrampunkt = { x: number, y: number,
  /** "oktober 2026: 91,4 %. Året före: 84,4 %." */
  text: string, };

/** The chart as a table. */
export type Diagramtabell = { kolumner: Array<string>, rader: Array<Array<string>>, };

/** A stretch of words with the same fate, blanks included. */
export type Diffbit = { slag: Diffslag, text: string, };

/** What happened to a stretch of words. */
export type Diffslag = "lika" | "bort" | "nytt";

/** A square mark and its word. */
export type Domsord = { bedomning: Maluppfyllelse, ord: string, };

/** An amount of a drift row as known at a period. */
export type Driftbelopp = { driftrad_id: DriftradId, organisation_id: OrganisationId, slag: Beloppsslag, period: Period, belopp: Belopp, };

/** Which amount of a drift row. */
export type DriftbeloppKey = { driftrad_id: DriftradId, organisation_id: OrganisationId, slag: Beloppsslag, period: Period, };

/** A row of the drift table at a node. */
export type Driftbildsrad = { id: DriftradId, namn: string, summa: boolean,
  /** `None`: no value; never shown as 0. */
  budget: Belopp | null, utfall_ack: Belopp | null, prognos: Belopp | null,
  /** `None` where there is nothing to compare: budget or prognos is missing, both are *Tom*, or a row of the sum has one but not the other. */
  avvikelse: Ore | null,
  /** When the prognos was made; of a sum, its newest part. */
  prognos_period: Period | null, };

/** A row of the drift table. With `delar` it is a sum row, computed, never typed. */
export type Driftrad = { id: DriftradId, namn: string,
  /** The rows it sums (which may be sums themselves); empty for a row that is typed. */
  delar: Array<DriftradId>, sort_key: string, };

export type DriftradId = string;

/** What to change of a drift row, or what a new one is. With `delar` it is a sum. */
export type DriftradPatch = {
  namn?: string,
  delar?: Array<DriftradId>, };

/** The drift table of a node. */
export type Drifttabell = { organisation_id: OrganisationId, rader: Array<Driftbildsrad>, };

/** A person's verdict on a mål in the year of the period. */
export type EgenBedomning = { satt: Malbedomning | null,
  /** The words of the verdicts, best first. */
  val: Array<Bedomningsval>, };

/** A table of the nämnd's economy. */
export type Ekonomibild = { vy: Ekonomivy, period: Period,
  /** "oktober 2026". */
  period_text: string,
  /** The periods to choose among, oldest first. */
  perioder: Array<Ekonomiperiod>, kolumner: Ekonomikolumner, rader: Array<Tabellrad>,
  /** How the signs are to be read. */
  teckenregel: string,
  /** No row has a figure yet. */
  tom: boolean,
  /** The rows that want a comment, in order. */
  behover: Array<string>,
  /** "3 rader behöver kommentar". */
  sammanfattning: string,
  /** Why amounts cannot be typed; empty where they can. */
  stangt: string,
  /** Below the table: where the forecast is from, whether rounding shows. */
  noter: Array<string>, };

/** The headings, each as the two lines it is set in. */
export type Ekonomikolumner = { budget: [string, string], utfall: [string, string], forbrukat: [string, string], prognos: [string, string], avvikelse: [string, string],
  /** `None`: nothing earlier to compare with. */
  tidigare: [string, string] | null, andring: [string, string] | null, };

/** The comment of a row, and what stores it (`set_avsnittstext`). */
export type Ekonomikommentar = { year: number, month: number, avsnitt: string, subject_id: ThingId,
  /** The newest text of the year. */
  text: string,
  /** "Texten är från augusti"; empty where it is this month's or there is none. */
  fran: string, lage: Kommentarlage,
  /** Why one is asked for, and where it ends up. */
  skal: string, };

/** What a typed amount belongs to. */
export type Ekonominyckel = { "driftrad": DriftradId } | { "verksamhet": { id: VerksamhetId, del: Verksamhetsdel, } };

/** What a typed forecast would mean. */
export type Ekonomiomdome = {
  /** Why it is no amount; `None`: it is one. */
  fel: UiError | null, avvikelse: Andelscell, andring: Andelscell, mening: string, };

/** A period to choose. */
export type Ekonomiperiod = { period: Period,
  /** "Oktober 2026". */
  namn: string,
  /** "har prognos". */
  note: string, };

/** The panel of a row. */
export type Ekonomirad = {
  /** "Köp av verksamhet", "Barn och unga, kostnad". */
  rubrik: string,
  /** "Prognos helår 2026, tkr". */
  prognos_rubrik: string, budget: Beloppscell, utfall: Beloppscell, prognos: Beloppscell, prognos_fran: string, avvikelse: Andelscell,
  /** "Sedan augusti"; empty where there is nothing earlier. */
  andring_rubrik: string, andring: Andelscell, stod: Array<Stodrad>,
  /** What the forecast takes for granted of the months that remain; may be empty. */
  mening: string, kommentar: Ekonomikommentar,
  /** Of a sum: every other row of the table and whether it is a part; else empty. */
  delar: Array<Summadel>, };

/** Which of the two tables. */
export type Ekonomivy = "drift" | "verksamheter";

/** *Lås upp* or *Upphäv beslut*, with its reason. */
export type EndRapport = { id: RapportId, skal: string, };

/** Every archived file, or those of one report, byte for byte. */
export type ExtractArkiv = { till: string, id?: RapportId, };

/** A field with its word, its value as a patch takes it, and its text as a person reads it. */
export type Falt = {
  /** The name in the patch. */
  namn: string, etikett: string, slag: Faltslag, lista: Vallista | null, varde: unknown,
  /** Empty: nothing is written. */
  text: string, };

/** How a field is shown and edited. */
export type Faltslag = "rad" | "markdown" | "datum" | "heltal" | "tal" | "kronor" | "ja_nej" | "val" | "flerval" | "ord" | "beslut" | "malvarde";

/** A choice: what is sent, and its word. */
export type Falttval = { varde: string, ord: string, };

/** Something that is wrong. */
export type Fel = {
  /** In one sentence. */
  text: string, fynd: Finding, };

/** A file by its path. */
export type Fil = { fil: string, };

/** A file as a person knows it. */
export type Filbild = { fil: string,
  /** "socialforvaltningen-2026.vplan". */
  filnamn: string,
  /** "Socialförvaltningen". */
  namn: string,
  /** "Verksamhetsplan 2026". */
  rubrik: string,
  /** "Dokument › Planer". */
  mapp: string,
  /** It was opened from the example: changes lead nowhere. */
  exempel: boolean, };

export type Filformat = "pdf" | "xlsx";

/** A file as the window has it. */
export type Filinnehall = { namn: string,
  /** The bytes in base64. */
  base64: string, };

/** What the files are called unless the person says otherwise. */
export type Filnamn = { pdf: string, xlsx: string, };

/** Which of a report's two sets of files. */
export type Filroll = "forslag" | "faststalld";

/** Where the files go. */
export type Filval = {
  /** A folder; made when it is not there. */
  till: string, format: Array<Filformat>,
  /** The file's name where a person has chosen one; it is for one format. */
  namn?: string,
  /** A file of that name may go: the person has been asked. */
  ersatt?: boolean, };

/** Something that `kontrollera` found wrong. */
export type Finding = { "finding": "sqlite", words: string, } | { "finding": "foreign_key", kind: Kind, part: string, row: string, } | { "finding": "chain", nr: number, } | { "finding": "log_row", nr: number, } | { "finding": "not_logged", kind: Kind, part: string, row: string, namn: string, } | { "finding": "missing", kind: Kind, part: string, row: string, } | { "finding": "differs", kind: Kind, part: string, row: string, namn: string, field: string, logged: Value, found: Value, } | { "finding": "archive", sha256: string, } | { "finding": "text", kind: Kind, part: string, row: string, } | { "finding": "checkpoint", nr: number, };

/** To whom a thing is passed on. */
export type Fordelning = {
  /** "Fördelat till tre enheter". */
  rubrik: string, rader: Array<Fordelningsrad>, };

/** A unit and where it stands. */
export type Fordelningsrad = { organisation_id: OrganisationId, namn: string, status: Status | null, ord: string, kommentar: string, };

/** What was said in an earlier period. */
export type Foregaendetext = {
  /** "Texten från september 2026". */
  rubrik: string, text: string, };

/** A new plan before its file has a name. */
export type ForeslaFil = { plan: NyPlan, };

/** A path that is free. */
export type Foreslagen = { fil: string,
  /** Its last part. */
  filnamn: string, };

/** What a thing said in the report before. */
export type Forestatus = { status: Status,
  /** "Pågår enligt plan i aug". */
  ord: string, };

/** How often it is measured. */
export type Frekvens = "manad" | "kvartal" | "tertial" | "halvar" | "ar";

/** Which mätetal a row of sparklines is wanted for. */
export type Gnistval = { ids: Array<MatetalId>, period: string, };

/** How much a remark asks of the reader. */
export type Grad = "anmarkning" | "upplysning";

/** A place in the window. */
export type Handlingsplats = { "slag": "text", avsnitt: string, subject: ThingId | null, } | { "slag": "sak", skarm: string, kind: Kind, id: ThingId, } | { "slag": "skarm", skarm: string, };

/** A page of history. */
export type Historikbild = {
  /** Newest first. */
  poster: Array<Historikpost>,
  /** There is more from here; a page may be empty all the same. */
  nasta: number | null, };

/** A value that changed. */
export type Historikfalt = { falt: string, fran: string, till: string,
  /** Of a longer text: the words, with what went and what came. Empty: show the two values. */
  skillnad: Array<Diffbit>,
  /** What sets the older value back, where a patch of the thing can. */
  tillbaka?: Tillbaka, };

/** One change. */
export type Historikpost = { nr: number, dag: string,
  /** "Torsdag 5 november 2026". */
  dag_text: string,
  /** "14.32". */
  tid: string, vem: string,
  /** "Ändra aktivitet". */
  verb: string,
  /** "1.2 Rekrytera fyra socialsekreterare"; may be empty. */
  namn: string, slag: ChangeKind,
  /** "Ångrad: gäller inte längre", "Beslut: kan inte ångras"; else empty. */
  lage: string,
  /** It does not hold now. */
  angrad: boolean,
  /** Undo stops here. */
  sparr: boolean, saker: Array<Historiksak>,
  /** "och 212 till"; empty where all are listed. */
  fler: string, };

/** A thing that was touched. */
export type Historiksak = { kind: Kind, id: ThingId | null, mening: string, falt: Array<Historikfalt>, fler: string, };

/** What a change is about, as the filter has it. */
export type Historikslag = "plan" | "status" | "matetal" | "ekonomi" | "text" | "inlasning" | "rapport" | "installning";

/** A kind with its word. */
export type Historikslagsval = { slag: Historikslag, namn: string, };

/** What the filters offer. */
export type Historikval = {
  /** Everyone who has written, in Swedish order. */
  vem: Array<string>, slag: Array<Historikslagsval>, };

/** Which things of a kind. */
export type Ids = "all" | { "some": Array<ThingId> };

/** What to read and how. */
export type Import = { kalla: Inlasningskalla,
  /** What it holds; otherwise recognised. */
  som?: Tabellslag,
  /** "2026-04": the month of amounts and statuses. */
  period?: string,
  /** The verksamhetsår of rows that do not say theirs; otherwise the current one. */
  year?: number,
  /** Which heading is which field, as a person has decided it. */
  mappning?: unknown,
  /** Write the good rows though others are refused. */
  endast_goda?: boolean,
  /** What a person has decided sheet by sheet. */
  blad?: Array<Bladval>,
  /** Cells mended by hand. */
  rattningar?: Array<Rattning>,
  /** Remember in the plan what was decided about the columns, for the next source with the same headings. */
  kom_ihag?: boolean, };

/** What became of the source. */
export type Importsvar = {
  /** "38 rader lästes in". */
  text: string,
  /** Something was written. */
  skrivet: boolean,
  /** Rows were refused and nothing may be written without `endast_goda`. */
  nekad: boolean, rader: Array<Radsvar>,
  /** How the columns of each table were read. */
  tabeller: Array<Tabellsvar>,
  /** Sentences for the person: refusals, sheets that were left out. */
  upplysningar: Array<string>, changes: Changes,
  /** Ny, ändrad and oförändrad rows, also those with a remark. */
  tagna: number, ny: number, andrad: number, oforandrad: number,
  /** Rows with at least one remark of [`Grad::Anmarkning`]. */
  anmarkningar: number,
  /** Refused rows, those with several candidates included. */
  vagrade: number, overhoppade: number, };

/** A request or a reply without content. */
export type Inget = Record<symbol, never>;

/** What an import of the source would do. */
export type Inlasningsbeslut = {
  /** "38 rader läses in, 1 vägras och 3 hoppas över." */
  rubrik: string,
  /** "6 läggs till, 14 ändras och 18 är oförändrade. Inläsningen går att ångra i ett steg." */
  text: string,
  /** "Läs in 38 rader". */
  knapp: string,
  /** Whether there is anything to read in. */
  kan: boolean,
  /** Ny, ändrad and oförändrad rows, also those with a remark. */
  tagna: number, ny: number, andrad: number, oforandrad: number,
  /** Rows with at least one remark of [`Grad::Anmarkning`]. */
  anmarkningar: number,
  /** Refused rows, those with several candidates included. */
  vagrade: number, overhoppade: number, };

/** A source as the person sees it before it is read in. */
export type Inlasningsbild = {
  /** What to call the source in the next request (`visad`). */
  visad: string,
  /** The file's own name. */
  namn: string, blad: Array<Inlasningsblad>, period: Inlasningsperiod, beslut: Inlasningsbeslut, };

/** A sheet. */
export type Inlasningsblad = { blad: string,
  /** "42 rader", "läses inte". */
  antal: string,
  /** What it is read as; `None`: it is not read. */
  slag: Tabellslag | null,
  /** Why it is not read. */
  skal: string | null,
  /** Whether a person can say what it holds. */
  kan_valjas: boolean,
  /** What it can be read as; an empty value: not at all. */
  slagval: Array<Falttval>,
  /** "Rubrikerna står på rad 3". */
  rubriker: string | null, rubrikrad: number | null, rubrikrader: Array<Rubrikval>, kolumner: Array<Inlasningskolumn>, chips: Array<Inlasningschip>, rader: Array<Inlasningsrad>,
  /** That not every row is shown, where that is so. */
  avkortad: string | null, };

/** A cell: as it stands, or with what there is to say of it. */
export type Inlasningscell = string | Rikcell;

/** Rows with a verdict, to count and to show alone. */
export type Inlasningschip = {
  /** `None`: every row. */
  utslag: Utslag | null,
  /** Rows with a remark, whatever their verdict. */
  anmarkning: boolean, antal: number,
  /** "5 000". */
  text: string,
  /** "ändrade". */
  ord: string, };

/** Where the table is. */
export type Inlasningskalla = { "fil": string } | { "text": string } | { "innehall": Filinnehall } | { "visad": string };

/** A column of the source. */
export type Inlasningskolumn = {
  /** 0-based in the sheet. */
  kolumn: number,
  /** The file's heading, or the column's letter. */
  rubrik: string,
  /** The field it is read as; empty: it is not read. */
  falt: string, val: Array<Falttval>,
  /** Whether it holds amounts or measured values. */
  tal: boolean, };

/** The month of the source. */
export type Inlasningsperiod = {
  /** Whether anything in the source holds for a month; otherwise there is nothing to choose. */
  behovs: boolean, vald: Period,
  /** "april 2026". */
  text: string,
  /** The person has chosen it; otherwise it is proposed. */
  vald_av_person: boolean, val: Array<Periodalternativ>, };

/** A row. */
export type Inlasningsrad = {
  /** As Excel shows it, from 1. */
  rad: number,
  /** `None` in a sheet that is not read. */
  utslag: Utslag | null,
  /** "Ändrad". */
  ord: string,
  /** "Status och slutdatum"; empty where there is nothing to say. */
  skal: string, anmarkningar: Array<Radanmarkning>,
  /** One for each column of the sheet. */
  celler: Array<Inlasningscell>, };

/** The settings of the file. */
export type Installningsbild = { kommun: string, namnd: string, forvaltning: string,
  /** Parents before their children, siblings in order. */
  organisation: Array<Organisationsrad>, befattning: Array<Befattningsrad>, styrmodell: Styrmodellbild, verksamhetsar: Array<Arsrad>,
  /** The year that *Nytt verksamhetsår* would open. */
  nasta_ar: number,
  /** Newest first. */
  uppfoljning: Array<Uppfoljningstid>,
  /** The month that a new follow-up would be of. */
  nasta_period: Period, statusord: Array<Statusordval>,
  /** What the plan is called by, and the limits its rules go by. */
  regler: Array<Regelrad>, organisationsslag: Array<Ordval>, arslage: Array<Ordval>, uppfoljningsslag: Array<Ordval>, uppfoljningslage: Array<Ordval>, };

/** A value of a comparison series (riket, liknande kommuner …). */
export type Jamforelse = { matetal_id: MatetalId, namn: string, period: Period, varde: Tal, };

/** Which value of a comparison series. */
export type JamforelseKey = { matetal_id: MatetalId, namn: string, period: Period, };

/** An amount that is being typed. */
export type JudgeEkonomi = { nyckel: Ekonominyckel, text: string, period?: string | null, };

/** Where an uppdrag comes from (domain.md, 2). */
export type Kalla = "mor" | "reglemente" | "lag" | "kf_ks" | "forvaltning" | "atgard" | "intern_kontroll";

/** The kinds of thing a write can touch. Rows without a life of their own count as the thing they belong to. */
export type Kind = "installning" | "verksamhetsar" | "befattning" | "organisation" | "niva" | "mal" | "uppdrag" | "aktivitet" | "matetal" | "driftrad" | "verksamhet" | "uppfoljning" | "avsnittstext" | "rapportmall" | "rapport";

/** A column of the source and the field it was read as; `None`: not read. */
export type Kolumnkoppling = {
  /** 0-based column in the sheet. */
  kolumn: number, rubrik: string, falt: string | null, };

/** Whether a row has a comment, or wants one. */
export type Kommentarlage = "ingen" | "har" | "behovs";

/** Split by sex: T is the total. */
export type Kon = "T" | "K" | "M";

/** What the check found. */
export type Kontroll = {
  /** Nothing is wrong. */
  hel: boolean, fel: Array<Fel>, };

/** The list. */
export type Kontrollbild = {
  /** "6 saker att se över. De hindrar inte utskicket men skrivs ut i utkastet." */
  ingress: string, anmarkningar: Array<Anmarkningsbild>,
  /** "9 kontroller utan anmärkning". */
  utan: string,
  /** "Summor, period, personuppgifter". */
  vilka: string, };

/** A copy that was saved. */
export type Kopia = {
  /** That it lies on a network share; empty where it does not, as far as that can be told. */
  natverk: string, };

/** What a backup holds. */
export type Kopiebild = { fil: string,
  /** "i dag 14.32". */
  nar: string,
  /** "1,2 MB". */
  storlek: string,
  /** "Rapportera status: Rekrytera sjuksköterskor"; the last change in it. */
  senast: string,
  /** "Controller, 3 november 16.05". */
  av: string,
  /** "12 mål, 9 uppdrag, 41 aktiviteter, 18 mätetal". */
  innehall: string,
  /** It opens and its content hangs together. */
  hel: boolean,
  /** What is wrong with one that is not. */
  fel: string, };

/** What is demanded of a value. */
export type Krav = { "minst": Tal } | { "hogst": Tal } | { "intervall": [Tal, Tal] } | "riktning";

/** Where an uppdrag or aktivitet stands. */
export type Lagesbild = {
  /** `None`: never reported. */
  status: Status | null,
  /** The file's own word for the status. */
  ord: string, fardiggrad: number | null, kommentar: string, per_enhet: Array<Statusrad>,
  /** The end date has passed without *Genomförd* or *Avbruten*. */
  slutdatum_passerat: boolean, };

/** A recent file that was found again in another place. */
export type LetaUpp = {
  /** Where it was. */
  fil: string,
  /** Where it is. */
  ny: string, };

/** *Lås för utskick*; the files are stored in the plan, and written too when asked for. */
export type LockRapport = { val: Rapportval, filer?: Filval, };

/** The log, newest first. */
export type Logg = { poster: Array<Loggpost>, };

/** A value that changed. */
export type Loggfalt = {
  /** "Slutdatum", "Utfall, oktober 2026". */
  falt: string, fran: string, till: string, };

/** One change. */
export type Loggpost = { nr: number,
  /** RFC 3339, UTC. */
  at: string, vem: string, op: Op, slag: ChangeKind,
  /** "Ändra aktivitet: Rekrytera sjuksköterskor". */
  rubrik: string,
  /** The entry that this one undoes or does again. */
  angrar: number | null,
  /** It was undone and not done again: it does not hold now. */
  angrad: boolean, saker: Array<Loggsak>,
  /** So many things more were touched than are listed. */
  fler: number, };

/** A thing that a change touched. */
export type Loggsak = { kind: Kind, id: ThingId | null,
  /** "Aktivitet ”Rekrytera sjuksköterskor” ändrades". */
  mening: string, falt: Array<Loggfalt>,
  /** So many fields more changed than are listed. */
  fler: number, };

export type MalId = string;

/** What to change of a mål, or what a new one is. */
export type MalPatch = {
  niva_id?: NivaId,
  parent_id?: MalId | null,
  nr?: string,
  titel?: string,
  beskrivning?: string,
  valid_from?: string | null,
  valid_to?: string | null,
  anteckning?: string, };

/** A verdict set by a person, with its obligatory motivation. */
export type Malbedomning = { mal_id: MalId, period: Period, bedomning: Maluppfyllelse,
  /** Markdown. */
  motivering: string, };

/** A person's verdict that is taken back. */
export type MalbedomningKey = { mal_id: MalId, period: Period, };

/** A section of the file's template for a kind of report. */
export type Mallavsnitt = { slag: Rapportslag, avsnitt: string, med: boolean,
  /** Empty: the section's own heading. */
  rubrik: string, sort_key: string, };

/** A mål with its verdict, what hangs on it, and the mål below it. */
export type Malnod = {
  /** The level's word ("Fokusområde"). */
  niva: string,
  /** `None`: the level carries no verdict. */
  verdict: Verdict | null, uppdrag: Array<UppdragId>, matetal: Array<MatetalId>, barn: Array<Malnod>, id: MalId, niva_id: NivaId, parent_id: MalId | null, nr: string, titel: string,
  /** Markdown. */
  beskrivning: string, valid_from: string | null, valid_to: string | null, anteckning: string, sort_key: string, };

/** The verdict on a mål (LedMot 4.3.2). */
export type Maluppfyllelse = "uppfyllt" | "delvis_uppfyllt" | "inte_uppfyllt" | "kan_inte_bedomas";

/** How an outcome stands against its target. */
export type Malutfall = "nas" | "nastan" | "nas_inte" | { "ej_matt": { senast: Period | null, } } | "inget_mal";

/** A målnivå (nyckeltal) or målvärde (indikator) for a year (month 12) or a shorter period. */
export type Malvarde = { matetal_id: MatetalId, organisation_id: OrganisationId, period: Period, krav: Krav,
  /** As decided, in words ("Minst 78 %"). */
  text: string, };

/** Which target. */
export type MalvardeKey = { matetal_id: MatetalId, organisation_id: OrganisationId, period: Period, };

export type MatetalId = string;

/** A link to a mål, with its weight under rule C. */
export type MatetalMal = { mal_id: MalId, vikt: number, };

/** What to change of a mätetal, or what a new one is. Lists are given whole. */
export type MatetalPatch = {
  art?: Matetalsart,
  nr?: string,
  titel?: string,
  definition?: string,
  enhet?: string,
  decimaler?: number,
  riktning?: Riktning,
  frekvens?: Frekvens,
  kalla?: string,
  kolada_id?: string,
  lag_months?: number,
  konsuppdelad?: boolean,
  arsvarde?: Arsvarde,
  tolerans?: Tal | null,
  ansvarig_id?: BefattningId | null,
  faststalld_lydelse?: string,
  mal?: Array<MatetalMal>,
  uppdrag?: Array<UppdragId>,
  anteckning?: string, };

/** The two sorts of mätetal. */
export type Matetalsart = "nyckeltal" | "indikator";

/** A mätetal with its values and how it stands. */
export type Matetalsbild = { utfall: Array<Utfall>, malvarden: Array<Malvarde>, jamforelser: Array<Jamforelse>,
  /** The year's value as of the period; `None`: nothing is measured. */
  arsutfall: Arsutfall | null, malutfall: Malutfall, id: MatetalId, art: Matetalsart, nr: string, titel: string,
  /** Markdown. */
  definition: string,
  /** "%", "antal", "kr", "dagar", "index" … */
  enhet: string,
  /** Decimals shown, 0–6. */
  decimaler: number, riktning: Riktning, frekvens: Frekvens, kalla: string, kolada_id: string,
  /** Months from the end of the measured period until the value is known. */
  lag_months: number, konsuppdelad: boolean, arsvarde: Arsvarde,
  /** How far from the target still counts as near (yellow), in the unit of the mätetal. */
  tolerans: Tal | null, ansvarig_id: BefattningId | null,
  /** The wording that was fastställd, where it differs from the title (shown in reports). */
  faststalld_lydelse: string, mal: Array<MatetalMal>, uppdrag: Array<UppdragId>, anteckning: string, sort_key: string, };

/** A mätetal's page. */
export type Matetalsblad = { id: MatetalId,
  /** "Indikator". */
  art: string, nr: string, titel: string, definition: string,
  /** "%", "dagar"; beside a field for a value. */
  enhet: string,
  /** The newest value first, which is shown large. */
  nyckel: Array<Nyckelvarde>,
  /** "Senast 90,6 %, september 2026", where the period has no value. */
  not: string, bedomning: Domsord | null, diagram: Diagrambild | null, tabell: Diagramtabell, konsuppdelad: boolean, noder: Array<Nod>,
  /** The year's periods and the one that is now: what is typed, or can be. */
  varden: Array<Vardesrad>,
  /** The period that is now. */
  nu: Period, analys: Analys, };

/** A mätetal in a row: name, sparkline, newest value, mark. */
export type Matetalsgnista = { id: MatetalId, nr: string, titel: string, svg: string, varde: string, bedomning: Domsord | null, };

/** Sparklines, in the order asked for. */
export type Matetalsgnistor = { rader: Array<Matetalsgnista>, };

/** Which mätetal, as of when. */
export type Matetalsval = { id: MatetalId, period: string, };

/** A move among siblings: right after another, or first. */
export type Move<I> = { id: I, after: I | null, };

/** A move in a tree: below a parent (`null`: the top), right after a sibling or first. */
export type MoveTo<I> = { id: I, parent: I | null, after: I | null, };

/** One level of the chain, e.g. Målområde. */
export type Niva = { id: NivaId, singular: string, plural: string, beslutas_av: Beslutsfattare,
  /** Whether mätetal hang on mål of this level. */
  bar_matetal: boolean,
  /** Whether uppdrag are given at this level (LedMot: styrtal). */
  bar_uppdrag: boolean, bedomning: Bedomningsregel, sort_key: string, };

export type NivaId = string;

/** What to change of a level, or what a new one is. */
export type NivaPatch = {
  singular?: string,
  plural?: string,
  beslutas_av?: Beslutsfattare,
  bar_matetal?: boolean,
  bar_uppdrag?: boolean,
  bedomning?: Bedomningsregel, };

/** A level. */
export type Nivarad = { id: NivaId, singular: string, plural: string, beslutas_av: Beslutsfattare,
  /** "Kommunfullmäktige". */
  beslutas_av_ord: string, bar_matetal: boolean, bar_uppdrag: boolean, bedomning: Bedomningsregel,
  /** "Regel A: mer än 50 % av nyckeltalen". */
  bedomning_ord: string,
  /** "12 styrtal"; empty where the plan has none. */
  anvands: string,
  /** What becomes of them when the level is removed; empty where the plan has none. */
  bort: string, };

/** A node that has values of its own. */
export type Nod = { id: OrganisationId, namn: string, };

/** A text for a section of a report; empty takes the text away. */
export type NyAvsnittstext = { year: number,
  /** 1–12; 0 for the verksamhetsplan of the year. */
  month: number, avsnitt: string, subject_id?: ThingId | null, organisation_id?: OrganisationId | null,
  /** Markdown. */
  text: string, };

/** A new line of an aktivitet's checklist. */
export type NyDelaktivitet = { aktivitet_id: AktivitetId, titel: string, };

/** A new row of the drift table, part of the same sums as the row it is put after. */
export type NyDriftrad = { namn: string,
  /** `null`: first. */
  after: DriftradId | null, };

/** A new level, right below another or at the top. */
export type NyNiva = { niva: NivaPatch, below: NivaId | null, };

/** What a new file starts from. */
export type NyPlan = { kommun: string, namnd: string, forvaltning: string,
  /** Key of a template, e.g. "ledmot-2023". */
  styrmodell: string,
  /** The first verksamhetsår. */
  year: number, };

/** A new plan and where it goes. */
export type NyPlanfil = { fil: string, plan: NyPlan, };

/** A status that is reported. */
export type NyStatus = { barare: Statusbarare,
  /** The unit that reports; `None` for the thing as a whole. */
  organisation_id?: OrganisationId | null, period: Period, status: Status,
  /** 0–100 %. */
  fardiggrad?: number | null,
  /** Markdown. Obligatory for *Avbruten*. */
  kommentar?: string, };

/** New aktiviteter, in order. */
export type NyaAktiviteter = { uppdrag_id: UppdragId | null, year: number, titlar: Array<string>, };

/** A figure with its heading. */
export type Nyckelvarde = { rubrik: string, varde: string, enhet: string, };

/** A verksamhetsår. */
export type NyttVerksamhetsar = { year: number, };

/** Every verb that writes. A stored name is never changed: old logs hold it. */
export type Op = "create_plan" | "set_installning" | "create_verksamhetsar" | "set_verksamhetsar" | "create_organisation" | "update_organisation" | "delete_organisation" | "move_organisation" | "create_befattning" | "update_befattning" | "delete_befattning" | "create_niva" | "update_niva" | "delete_niva" | "move_niva" | "create_mal" | "update_mal" | "delete_mal" | "move_mal" | "set_malbedomning" | "delete_malbedomning" | "create_uppdrag" | "update_uppdrag" | "delete_uppdrag" | "move_uppdrag" | "create_aktivitet" | "update_aktivitet" | "delete_aktivitet" | "move_aktivitet" | "create_delaktivitet" | "update_delaktivitet" | "delete_delaktivitet" | "move_delaktivitet" | "set_status" | "create_matetal" | "update_matetal" | "delete_matetal" | "move_matetal" | "set_utfall" | "delete_utfall" | "set_malvarde" | "delete_malvarde" | "set_jamforelse" | "delete_jamforelse" | "create_driftrad" | "update_driftrad" | "delete_driftrad" | "move_driftrad" | "set_driftbelopp" | "delete_driftbelopp" | "create_verksamhet" | "update_verksamhet" | "delete_verksamhet" | "move_verksamhet" | "set_verksamhetsbelopp" | "delete_verksamhetsbelopp" | "create_uppfoljning" | "update_uppfoljning" | "delete_uppfoljning" | "set_avsnittstext" | "set_rapportmall" | "import" | "lock_rapport" | "unlock_rapport" | "decide_rapport" | "revoke_rapport" | "migrate" | "checkpoint";

/** A code and its word. */
export type Ordval = { kod: string, ord: string, };

/** An amount in öre. In the plan it carries the report's sign: intäkt +, kostnad − (domain.md, Ekonomi). */
export type Ore = number;

export type OrganisationId = string;

/** What to change of a node, or what a new one is. */
export type OrganisationPatch = {
  parent_id?: OrganisationId | null,
  slag?: Organisationsslag,
  namn?: string,
  kod?: string,
  chef_id?: BefattningId | null,
  active_from?: string | null,
  active_to?: string | null,
  anteckning?: string, };

/** A node of the organisation and those below it. */
export type Organisationsnod = { barn: Array<Organisationsnod>, id: OrganisationId, parent_id: OrganisationId | null, slag: Organisationsslag, namn: string,
  /** Ansvar or kostnadsställe; a text, leading zeros count. */
  kod: string, chef_id: BefattningId | null, active_from: string | null, active_to: string | null, anteckning: string, sort_key: string, };

/** A node of the organisation. */
export type Organisationsrad = { id: OrganisationId, parent_id: OrganisationId | null,
  /** 1 for the top. */
  niva: number, namn: string, kod: string, slag: Organisationsslag,
  /** "Enhet". */
  slag_ord: string, chef_id: BefattningId | null,
  /** The befattning that leads it. */
  chef: string,
  /** The kind that a node below it is proposed to be. */
  under: Organisationsslag, };

/** The kind of a node. */
export type Organisationsslag = "namnd" | "forvaltning" | "verksamhetsomrade" | "enhet";

/** A calendar month. Ordered in time. In JSON and on the command line "2026-04". */
export type Period = string;

/** A month to choose. */
export type Periodalternativ = { period: Period, text: string, };

/** The period that was meant. */
export type Periodsvar = { period: Period, };

/** Where an aktivitet is put: under an uppdrag (`null`: none), right after another or first. */
export type PlaceAktivitet = { id: AktivitetId, uppdrag_id: UppdragId | null, after: AktivitetId | null, };

/** Where an uppdrag is put: under a mål (`null`: none), right after another or first. */
export type PlaceUppdrag = { id: UppdragId, mal_id: MalId | null, after: UppdragId | null, };

/** A verksamhetsår to go to. */
export type Planar = { ar: number,
  /** The month of the year that answers to the one shown. */
  period: Period,
  /** "planeras"; empty where the file has no such year. */
  ord: string, };

/** How a mål stands. */
export type Planbedomning = { utfall: Maluppfyllelse,
  /** "Delvis uppfyllt (preliminärt)". */
  ord: string,
  /** "1 av 3 nyckeltal". */
  text: string, };

/** The plan as of a period. */
export type Planbild = { period: Period,
  /** What counts as today: whether an end date has passed depends on it. */
  idag: string, installning: { [key in string]: string }, verksamhetsar: Array<Verksamhetsar>, organisation: Array<Organisationsnod>, befattning: Array<Befattning>, niva: Array<Niva>,
  /** The goal chain, from its roots. */
  mal: Array<Malnod>, uppdrag: Array<Uppdragsbild>, aktivitet: Array<Aktivitetsbild>, matetal: Array<Matetalsbild>, driftrad: Array<Driftrad>, driftbelopp: Array<Driftbelopp>,
  /** The drift table of every node that has amounts. */
  drift: Array<Drifttabell>, verksamhet: Array<Verksamhet>, verksamhetsbelopp: Array<Verksamhetsbelopp>, verksamhetsbild: Verksamhetsbild, uppfoljning: Array<Uppfoljning>, avsnittstext: Array<Avsnittstext>, rapportmall: Array<Mallavsnitt>, rapport: Array<Rapport>, };

/** How many rows miss what the thread needs. */
export type Planbrist = { brist: Tradbrist, antal: number,
  /** "utan aktivitet". */
  ord: string,
  /** "saknar aktivitet". */
  rad: string,
  /** Why it is a break: "Ett uppdrag genomförs med aktiviteter (LedMot 4.3.2)." */
  grund: string, };

/** A node of the organisation. */
export type Planenhet = { id: OrganisationId, namn: string,
  /** 0 for the root. */
  djup: number, };

/** A level of the styrmodell. */
export type Planniva = { id: NivaId, singular: string, plural: string, bar_uppdrag: boolean, bar_matetal: boolean, };

/** A row of the chain. */
export type Planrad = { slag: Planslag,
  /** The thing's id; of a group its name. */
  id: string,
  /** 0 for the top. */
  djup: number,
  /** The index of the row above it in the tree. */
  foralder?: number,
  /** The index of its level, of a mål. */
  niva?: number,
  /** "Uppdrag 1 · 4 aktiviteter, 3 enheter". */
  overrad?: string, nr?: string, titel: string, status?: Status, bedomning?: Planbedomning,
  /** "2026-12-31", or the paper's own words. */
  klart?: string,
  /** The end date, where there is one. */
  slutdatum?: string,
  /** "passerat". */
  passerat?: string, ansvarig?: string, brister?: Array<Tradbrist>, };

/** What a row is. */
export type Planslag = "mal" | "uppdrag" | "aktivitet" | "grupp";

/** A status and its word in this file. */
export type Planstatus = { status: Status, ord: string, };

/** The chain as the screen *Plan* shows it. */
export type Plantrad = { period: Period,
  /** The verksamhetsår shown: the period's. */
  ar: number,
  /** The year is closed to changes. */
  stangt: boolean,
  /** The years to go to, in order; the one shown is always among them. */
  verksamhetsar: Array<Planar>, nivaer: Array<Planniva>,
  /** The organisation in display order, for the filter. */
  enheter: Array<Planenhet>,
  /** The file's words, in the order of the digits. */
  statusord: Array<Planstatus>, rader: Array<Planrad>, brister: Array<Planbrist>,
  /** "3 fokusområden, 6 uppdrag, 41 aktiviteter". */
  sammanfattning: string, };

/** A stored report printed again as it stands now: a revoked one is marked *Upphävd*. */
export type PrintRapport = { id: RapportId, filer: Filval, };

/** What the window needs to know of the program itself. */
export type Programbild = {
  /** The open file; none on the start screen. */
  fil: Filbild | null,
  /** The befattning that writes in the open file; none: it has to be asked for before the first change. */
  vem: string | null, utseende: Utseende, typsnitt: Typsnitt,
  /** Per cent. */
  zoom: number,
  /** Where the person was when the open file was left; only the window understands it. */
  plats: unknown,
  /** Widths and open panels; only the window understands it. */
  paneler: unknown,
  /** "Allt är sparat 14.32"; empty when nothing is open. */
  sparat: string,
  /** What is said of a plan that is open on a network share; empty of any other. */
  natverk: string,
  /** Where a new plan or a copy is proposed to lie. */
  planer: string,
  /** The program's version. */
  version: string, };

/** Something the person should know about a row. */
export type Radanmarkning = { grad: Grad, text: string,
  /** A cell of the row says it already. */
  i_cell: boolean, };

/** A row's verdict. */
export type Radsvar = { blad: string,
  /** As Excel shows it, from 1. */
  rad: number, slag: Tabellslag, utslag: Utslag,
  /** What the row is about. */
  benamning: string, andringar: Array<Andringssvar>, anmarkningar: Array<Anmarkningssvar>,
  /** Why it was refused or skipped. */
  skal: string | null, };

/** A locked or decided report without its content. */
export type Rapport = { id: RapportId, slag: Rapportslag, period: Period,
  /** The förvaltning, or the enhet of a unit's plan. */
  organisation_id: OrganisationId,
  /** 1, 2 … among the reports of the same kind, period and unit. */
  version: number, state: Rapportlage,
  /** The report's own date (`--datum`): all dates inside its files derive from it. */
  locked_date: string,
  /** The newest change set when the facts were taken, and the chain head printed on decided reports (hex). */
  log_nr: number, log_head: string, beslut_datum: string | null, paragraf: string, dnr: string, ersatter_id: RapportId | null,
  /** Why it was unlocked or revoked. */
  skal: string, filer: Array<Rapportfil>, };

export type RapportId = string;

/** Everything the screen shows but the pages' own pictures. */
export type Rapportbild = {
  /** "Månadsrapport oktober 2026". */
  titel: string,
  /** What can be chosen, and what is. */
  val: Rapportvalbild, lage: Rapportlagesbild, avsnitt: Array<Avsnittsbild>,
  /** "7 av 10 klara". */
  klara: string,
  /** `None` for a stored report: what is sent is no longer checked. */
  kontroll: Kontrollbild | null,
  /** What the pages are asked for by. */
  uppstallning: number, sidor: Array<Sidbild>, filnamn: Filnamn, };

/** Which report is looked at. */
export type Rapportbildval = { val: Rapportval,
  /** A stored version; without it the one in force, or the draft where there is none. */
  rapport?: RapportId,
  /** The draft, also where a version is in force. */
  utkast?: boolean,
  /** What is being written and not yet saved. */
  skriver?: NyAvsnittstext, };

/** A unit with a plan of its own. */
export type Rapportenhet = { id: OrganisationId | null, namn: string, djup: number, };

/** One archived file of a report. */
export type Rapportfil = { roll: Filroll, format: Filformat, filnamn: string, sha256: string, };

/** Where a remark is mended. */
export type Rapporthandling = {
  /** "Skriv texten". */
  ord: string, till: Handlingsplats, };

/** The acts that the engine would take now. */
export type Rapportkan = { lasa: boolean, faststalla: boolean, lasa_upp: boolean, upphava: boolean,
  /** Sections and texts can be changed: the draft is shown. */
  andra: boolean, };

/** A stored report's state. *Utkast* is not stored: it is always built from the plan. */
export type Rapportlage = "last" | "upplast" | "faststalld" | "upphavd";

/** The three steps and what can be done now. */
export type Rapportlagesbild = { steg: Array<Rapportsteg>,
  /** "Jämförs med månadsrapport september 2026"; empty for a verksamhetsplan. */
  jamfors: string,
  /** "Ersätter version 1, fastställd 2026-05-26 § 62"; empty for a first version. */
  ersatter: string,
  /** The stored report that is shown; `None`: the draft. */
  lagrad: Arkivpost | null,
  /** The draft and every stored version, newest first. */
  versioner: Array<Rapportversion>,
  /** The version that is shown, or will be when it is locked. */
  version: number,
  /** What the dialogs propose as diarienummer. */
  dnr: string,
  /** The nämnd's day for this period, where it is known. */
  namndens_dag: string | null, kan: Rapportkan, };

/** A period that the report can be about. */
export type Rapportperiod = {
  /** "2026-10". */
  period: string,
  /** "Oktober 2026", "2026". */
  namn: string,
  /** "Fastställd 2026-11-17 § 62"; empty while nothing is stored. */
  lage: string, };

/** A page drawn; `None` past the last one. */
export type Rapportsida = { svg: string | null, };

/** The kinds of report. */
export type Rapportslag = "manad" | "verksamhetsplan";

/** A kind of report. */
export type Rapportslagval = { slag: Rapportslag, ord: string, };

/** A step on the way. */
export type Rapportsteg = {
  /** "Förslag till nämnden". */
  ord: string,
  /** "låst 9 april"; empty where there is nothing to say. */
  detalj: string, nu: boolean, gjort: boolean, };

/** What was made. */
export type Rapportsvar = {
  /** The stored report; `None` for a draft. */
  id: RapportId | null, filer: Array<Utfil>,
  /** Sentences for the person: a name that was taken, a lock made on the way. */
  upplysningar: Array<string>, changes: Changes, };

/** The report for a listener; `None` when the layout is no longer kept. */
export type Rapporttext = { html: string | null, };

/** Which report. */
export type Rapportval = { slag: Rapportslag,
  /** "2026-10"; without it the newest with rows (månadsrapport) or the year's December (verksamhetsplan). */
  period?: string,
  /** Code, name or id of the enhet, for its verksamhetsplan; without it the förvaltning. */
  enhet?: string,
  /** The report's own day; without it the period's last. */
  datum?: string,
  /** Diarienummer. */
  dnr?: string, };

/** What is chosen, and what else could be. */
export type Rapportvalbild = { slag: Rapportslag, period: Period,
  /** The enhet of a unit's verksamhetsplan; `None`: the förvaltning. */
  enhet: OrganisationId | null, rapporter: Array<Rapportslagval>,
  /** Oldest first. */
  perioder: Array<Rapportperiod>,
  /** The förvaltning first, with no id; only for a verksamhetsplan. */
  enheter: Array<Rapportenhet>, };

/** A version that can be looked at. */
export type Rapportversion = {
  /** `None`: the draft. */
  id: RapportId | null, ord: string, visas: boolean, };

/** A cell mended by hand: the text is read as if it stood in the source. */
export type Rattning = { blad: string,
  /** As the person sees it, from 1. */
  rad: number,
  /** 0-based. */
  kolumn: number, text: string, };

/** Which table, at which period. */
export type ReadEkonomi = { vy: Ekonomivy,
  /** "2026-10"; without it the newest period that the plan has rows for. */
  period?: string | null, };

/** Which row, at which period. */
export type ReadEkonomirad = { nyckel: Ekonominyckel, period?: string | null, };

/** Which part of the log; nothing given: the newest hundred. */
export type ReadHistorik = {
  /** Go on from here: `nasta` of the page before. */
  before?: number, limit?: number,
  /** Only what this befattning did. */
  vem?: string, slag?: Historikslag,
  /** Somewhere in what was written, or in the name of what it was written about. */
  text?: string,
  /** Only what touched this thing; the filters do not hold then. */
  thing?: ThingId, };

/** Which part of the log is asked for; nothing given: the newest fifty. */
export type ReadLog = {
  /** Only entries older than this number. */
  before: number,
  /** At most so many. */
  limit?: number,
  /** Only what touched this thing. */
  thing?: ThingId, };

/** Which plan to show. */
export type ReadPlantrad = {
  /** "2026-10"; without it the newest period that the plan has rows for. */
  period?: string,
  /** What counts as today; without it the period's last day. */
  datum?: string,
  /** Only what concerns this node or one below it. */
  enhet?: OrganisationId, };

/** The thing to show. */
export type ReadRad = { kind: Sakslag, id: string,
  /** "2026-10"; without it the newest period that the plan has rows for. */
  period?: string,
  /** What counts as today; without it the period's last day. */
  datum?: string, };

/** A setting that can be changed by hand. */
export type Regelrad = { key: string,
  /** "Gräns för Uppfyllt". */
  ord: string,
  /** What it does, in one sentence. */
  forklaring: string,
  /** As it is typed and stored. */
  varde: string,
  /** "mer än 50 %". */
  text: string,
  /** How it may be written; empty where it is chosen. */
  hjalp: string,
  /** What it can be; empty where it is typed. */
  val: Array<Ordval>, };

/** A cell with something to say. */
export type Rikcell = {
  /** As it is shown where nothing changes. */
  text: string,
  /** The status it was read as. */
  status: Status | null,
  /** What the plan has and the import changes. */
  fran: Cellord | null, till: Cellord | null,
  /** How it was read ("läses som 2026-06-30"). */
  anm: string | null, fel: Cellfel | null,
  /** What stands in the source, to be mended. */
  kalla: string,
  /** Mended by hand. */
  rattad: boolean, };

/** Which way is better. */
export type Riktning = "hogre" | "lagre" | "intervall" | "folj";

/** Several rows in one change. */
export type Rows<T> = { rader: Array<T>, };

/** A row that may hold the headings. */
export type Rubrikval = { rad: number,
  /** "Rad 3: Nr · Aktivitet · Läge". */
  ord: string, };

/** A thing as its panel shows it. */
export type Sakbild = { slag: Sakslag, id: string,
  /** "Uppdrag 1". */
  overrad: string, titel: string, period: Period,
  /** The thing belongs to a closed year: nothing of it can be changed. */
  stangt: boolean,
  /** Where it stands, of an uppdrag or aktivitet. */
  lage: Saklage | null,
  /** The verdict, of a mål or mätetal. */
  bedomning: Planbedomning | null,
  /** A person's verdict on a mål; `None`: the level carries none. */
  egen_bedomning: EgenBedomning | null,
  /** Texts, read one below the other. */
  texter: Array<Falt>,
  /** Facts, read as two columns. */
  fakta: Array<Falt>, fordelning: Fordelning | null,
  /** `None`: nothing measures a thing of this kind. */
  matetal: Array<Matetalsgnista> | null,
  /** The checklist of an aktivitet. */
  delaktiviteter: Array<Delaktivitetsrad> | null, };

/** A backup that was made. */
export type Sakerhetskopia = {
  /** Where it lies; `None` where no backups are kept. */
  fil: string | null,
  /** Why the backup before today's first change could not be made. */
  fel: string | null, };

/** The backups of a file, newest first. */
export type Sakerhetskopior = {
  /** Where they lie, in words; none when the program keeps none. */
  mapp: string | null, kopior: Array<Kopiebild>, };

/** Where an uppdrag or aktivitet stands. */
export type Saklage = { barare: Statusbarare, status: Status | null,
  /** The file's word; empty where nothing is reported. */
  ord: string,
  /** "Sämsta läget bland tre enheter"; empty where the status is the thing's own. */
  regel: string, kommentar: string, };

/** Why there is no value. Never shown as 0. */
export type Saknas = "ej_matt" | "bortfall" | "ej_tillamplig" | "sekretess";

/** The kinds of thing that have a panel. */
export type Sakslag = "mal" | "uppdrag" | "aktivitet" | "matetal";

/** Where a copy goes. */
export type SaveCopy = { till: string,
  /** A file that lies there may go: the person has been asked. */
  ersatt?: boolean, };

/** One of them. */
export type Senaste = { fil: Filbild,
  /** "i dag 14.32", "i går 16.05", "3 november". */
  nar: string,
  /** It is still where it was. */
  finns: boolean, };

/** The files that were open lately, newest first. */
export type Senastelista = { filer: Array<Senaste>, };

/** A setting; `null` takes it away. */
export type SetInstallning = { key: string, value: string | null, };

/** What is said now; what is not given is carried on from the newest row. */
export type SetLage = { barare: Statusbarare, organisation_id?: OrganisationId | null, period: Period, status?: Status | null,
  /** As typed: "80", "80 %"; empty empties it. */
  fardiggrad?: string | null,
  /** Markdown. Must be given with a new *Avbruten*. */
  kommentar?: string | null, };

/** The person's settings: only what is given changes. */
export type SetProgram = { utseende?: Utseende, typsnitt?: Typsnitt,
  /** Per cent; kept within 50–300. */
  zoom?: number, plats?: unknown, paneler?: unknown, };

/** The sections of a kind of report, in order; none: the program's own order. */
export type SetRapportmall = { slag: Rapportslag, avsnitt: Array<Mallavsnitt>, };

/** Who writes in the open file from now on. */
export type SetVem = { befattning: string,
  /** It is not in the plan yet: it is added, as the first thing that is written. */
  ny: boolean, };

/** The state of a verksamhetsår. */
export type SetVerksamhetsar = { year: number, state: Arslage, };

/** A page before it is drawn. */
export type Sidbild = {
  /** Another when the page looks another way. */
  avtryck: string,
  /** In points. */
  bredd: number, hojd: number,
  /** "Sida 3 av 12". */
  ord: string, };

/** A page of what is laid out. */
export type Sidnummer = { uppstallning: number,
  /** Counted from 1. */
  sida: number, };

/** Which page of which report. */
export type Sidval = { val: Rapportval,
  /** Counted from 1. */
  sida: number, };

/** A file whose content was dropped in the window, without a path. */
export type SlapptFil = { namn: string,
  /** Base64. */
  bytes: string, };

/** What to look for. */
export type Sok = { text: string,
  /** "2026-10": when statuses hold and which reports are at hand; otherwise the newest reported period. */
  period?: string, };

/** Which report it is, beside its period. */
export type Sokrapport = { slag: Rapportslag,
  /** The enhet of a unit's verksamhetsplan; `None`: the förvaltning. */
  enhet: OrganisationId | null, };

/** What was found, best first. */
export type Soksvar = { traffar: Array<Soktraff>,
  /** How many there are beyond those shown. */
  fler: number, };

/** A thing that answers to the search. */
export type Soktraff = { kind: Kind,
  /** Empty for a report that is not stored. */
  id: string,
  /** "Aktivitet", "Styrtal", "Enhet", "Rapport". */
  slag: string, kod: string, titel: string,
  /** Where it is, or the ansvarig who answers to the search. */
  plats: string, status: Status | null, status_ord: string,
  /** When a follow-up or a report is. */
  period: Period | null, rapport: Sokrapport | null, };

/** The six fixed codes; their labels can be renamed in the file (domain.md, Status). */
export type Status = "ej_paborjad" | "pagar_enligt_plan" | "pagar_med_avvikelse" | "forsenad" | "genomford" | "avbruten";

/** One status in the row of chips. */
export type Statusantal = { status: Status,
  /** "försenad": in lower case, after a number. */
  ord: string, antal: number,
  /** "+2"; `None` where it is unchanged or nothing is compared with. */
  andring: string | null, };

/** What a status row is about. */
export type Statusbarare = { "uppdrag": UppdragId } | { "aktivitet": AktivitetId };

/** A status and its word. */
export type Statusord = { status: Status, ord: string, };

/** What a status is called in this file. */
export type Statusordval = { status: Status,
  /** The setting that holds the word. */
  key: string, ord: string,
  /** What it is called when nobody has renamed it. */
  standard: string, };

/** One reported status. Rows are never changed, the newest at or before a period holds. */
export type Statusrad = { id: StatusradId, barare: Statusbarare,
  /** The unit that reports; `None` for the thing as a whole. */
  organisation_id: OrganisationId | null, period: Period,
  /** Order within the thing; grows. */
  seq: number, status: Status,
  /** 0–100 %. */
  fardiggrad: number | null,
  /** Markdown. Obligatory for *Avbruten*. */
  kommentar: string, };

export type StatusradId = string;

/** Something a forecast can lean on. */
export type Stodrad = { namn: string, not: string,
  /** "−84 466". */
  text: string,
  /** What *Använd* types; empty where there is nothing to use. */
  typat: string, };

/** The styrmodell of the file. */
export type Styrmodellbild = {
  /** "Motala LedMot 2023–2026": what the plan was begun from. */
  namn: string,
  /** From the top of the chain to the bottom. */
  nivaer: Array<Nivarad>, beslutsfattare: Array<Ordval>, bedomningar: Array<Ordval>, };

/** The styrmodeller a plan can start from. */
export type Styrmodeller = {
  /** The year that is most likely to be planned now. */
  year: number, styrmodeller: Array<Styrmodellval>, };

/** One of them. */
export type Styrmodellval = { key: string, namn: string,
  /** What is special about it, in one line. */
  rad: string,
  /** The chain from the top to the aktivitet. */
  nivaer: Array<string>, };

/** A row that a sum may have as a part. */
export type Summadel = { id: DriftradId, namn: string, med: boolean, };

/** A row of the table. */
export type Tabellrad = {
  /** Tells the row apart in this table. */
  id: string,
  /** `None`: nothing of the row can be opened or typed. */
  nyckel: Ekonominyckel | null, namn: string, slag: Tabellradslag,
  /** 1, or 2 below a heading that sums it. */
  niva: number,
  /** Rows of level 2 follow. */
  barn: boolean, budget: Beloppscell, utfall: Beloppscell,
  /** "84,2 %"; empty where it cannot be said. */
  forbrukat: string, prognos: Beloppscell,
  /** The forecast was made in an earlier month: "från augusti"; else empty. */
  prognos_fran: string, avvikelse: Andelscell, tidigare: Andelscell, andring: Andelscell, kommentar: Kommentarlage, };

/** What sort of row. */
export type Tabellradslag = "rad" | "summa" | "resultat";

/** What a table holds (`--som`). */
export type Tabellslag = "uppdrag" | "aktiviteter" | "matetal" | "drift" | "verksamhet";

/** How a table was read. */
export type Tabellsvar = { blad: string, slag: Tabellslag, kolumner: Array<Kolumnkoppling>, };

/** A measured number in millionths of its unit (73,5 % is 73 500 000). JSON shows the decimal number. */
export type Tal = number;

/** What a typed number is read as. */
export type Talslag = "tal" | "heltal" | "kronor";

/** The number that was meant, as a patch takes it. */
export type Talsvar = {
  /** Öre of kronor. `None`: nothing was typed. */
  varde: number | null, };

/** Any thing of the plan, where the kind is known from elsewhere. */
export type ThingId = string;

/** A moment as asked for. */
export type Tidpunkt = {
  /** "2026-10"; without it the newest period that the plan has rows for. */
  period?: string,
  /** What counts as today; without it the period's last day. */
  datum?: string, };

/** A field of a patch and its value. */
export type Tillbaka = { namn: string, varde: unknown, };

/** A place where the thread from the vision to the last aktivitet breaks. */
export type Tradbrist = "utan_aktivitet" | "utan_uppdrag" | "utan_matetal" | "utan_mal";

/** One cell as typed: tkr unless another unit is said, "tom" for *Tom*, nothing for no value. */
export type Typcell = { nyckel: Ekonominyckel, slag: Beloppsslag, text: string, };

/** Cells as typed, at a period. */
export type TypeEkonomi = { period?: string | null, celler: Array<Typcell>, };

/** A day as typed. */
export type TypedDatum = { text: string,
  /** The year of a day typed without one; without it this year. */
  year?: number | null,
  /** Of a whole month or week the first day is meant, not the last. */
  forsta?: boolean, };

/** A number as typed. */
export type TypedNummer = { text: string, slag: Talslag,
  /** The unit that may be typed after it. */
  enhet?: string | null, };

/** A period as typed. */
export type TypedPeriod = { text: string, };

/** A value as typed. Source and date only where they are given; what is there stays otherwise. */
export type TypedUtfall = { matetal_id: MatetalId, organisation_id: OrganisationId, period: Period, kon: Kon,
  /** "91,4 %", "ej mätt"; empty takes the value away. */
  text: string, kalla?: string | null,
  /** Typed too: "idag", "27/11". */
  datum?: string | null, };

/** The font of the window. */
export type Typsnitt = "source_sans" | "atkinson";

/** What a person sees when something was refused or failed. */
export type UiError = {
  /** Stable identifier, for the few places where a program acts on it. */
  code: string,
  /** What happened, in one sentence. */
  message: string,
  /** What to do now. */
  hint: string,
  /** For the one who helps: English, behind "Visa detaljer". Empty when there is nothing more to say. */
  detail: string,
  /** The field of the form that broke a rule. */
  field: string | null, };

/** A change: only the fields that are given; `null` empties one that may be empty. */
export type Update<I, P> = { id: I, patch: P, };

export type UppdragId = string;

/** What to change of an uppdrag, or what a new one is. Lists are given whole. */
export type UppdragPatch = {
  nr?: string,
  titel?: string,
  vad?: string,
  varfor?: string,
  onskad_effekt?: string,
  kalla?: Kalla,
  kalla_text?: string,
  grunduppdrag?: boolean,
  beslut_organ?: string,
  beslut_datum?: string | null,
  beslut_paragraf?: string,
  beslut_dnr?: string,
  mal_id?: MalId | null,
  bidrar_till?: Array<MalId>,
  mottagare_id?: OrganisationId | null,
  ansvariga?: Array<BefattningId>,
  fordelning?: Array<OrganisationId>,
  perspektiv?: string,
  year_from?: number,
  year_to?: number,
  period_text?: string,
  god_ekonomisk_hushallning?: boolean,
  anteckning?: string, };

/** An uppdrag with where it stands. */
export type Uppdragsbild = { lage: Lagesbild, statusrader: Array<Statusrad>, aktiviteter: Array<AktivitetId>, matetal: Array<MatetalId>, id: UppdragId, nr: string, titel: string,
  /** What shall be achieved. Markdown. */
  vad: string,
  /** Markdown. */
  varfor: string,
  /** What shall move, in which direction. Markdown. */
  onskad_effekt: string, kalla: Kalla,
  /** The source in the paper's own words ("Inriktning budget 2026"). */
  kalla_text: string,
  /** Whether it is the förvaltning's standing task by reglemente or law, hanging on no mål. */
  grunduppdrag: boolean, beslut_organ: string, beslut_datum: string | null, beslut_paragraf: string, beslut_dnr: string,
  /** The mål it mainly serves. */
  mal_id: MalId | null,
  /** Other mål it contributes to. */
  bidrar_till: Array<MalId>, mottagare_id: OrganisationId | null, ansvariga: Array<BefattningId>,
  /** The units it is passed on to; each has its own status rows. */
  fordelning: Array<OrganisationId>,
  /** Kvalitet · Medarbetare · Ekonomi, or as renamed; empty when none is chosen. */
  perspektiv: string, year_from: number, year_to: number,
  /** The period in the paper's own words. */
  period_text: string,
  /** KL 11 kap. */
  god_ekonomisk_hushallning: boolean, anteckning: string, sort_key: string, };

/** A period of follow-up. */
export type Uppfoljning = { id: UppfoljningId, slag: Uppfoljningsslag, period: Period, deadline_enhet: string | null, deadline_namnd: string | null, state: Uppfoljningslage, };

export type UppfoljningId = string;

/** What to change of a follow-up, or what a new one is. */
export type UppfoljningPatch = {
  slag?: Uppfoljningsslag,
  period?: Period,
  deadline_enhet?: string | null,
  deadline_namnd?: string | null,
  state?: Uppfoljningslage, };

/** How many stand where. */
export type Uppfoljningsantal = {
  /** Of the aktiviteter; those with none now and none then are left out. */
  status: Array<Statusantal>,
  /** End date passed: a fact of its own. */
  passerat: number, saknar: number,
  /** "10 aktiviteter i 3 uppdrag". */
  text: string, };

/** The screen. */
export type Uppfoljningsbild = {
  /** "Uppföljning oktober 2026". */
  rubrik: string, period: Period,
  /** Oldest first. */
  perioder: Array<Uppfoljningsperiod>,
  /** The month that a new follow-up would be of. */
  nasta_period: Period,
  /** There is neither a period of follow-up nor a single status. */
  utan_period: boolean, lage: Uppfoljningslage | null,
  /** "± sedan augusti 2026"; `None`: there is nothing earlier to compare with. */
  sedan: string | null, antal: Uppfoljningsantal, rader: Array<Uppfoljningsrad>,
  /** The file's own words, in the order of the digits. */
  statusord: Array<Statusord>, befattningar: Array<Valbar>,
  /** Nodes of the organisation that have something in the period's year. */
  enheter: Array<Valbar>,
  /** The befattning that writes here, where it is one of the file's. */
  jag: BefattningId | null, };

/** How far a follow-up has come. */
export type Uppfoljningslage = "oppen" | "inlamnad" | "sammanstalld" | "faststalld";

/** A period of follow-up in the list of the switcher. */
export type Uppfoljningsperiod = { period: Period,
  /** "Oktober 2026". */
  namn: string,
  /** "öppen till 2026-11-04". */
  note: string, };

/** A row. */
export type Uppfoljningsrad = {
  /** Unique among the rows. */
  id: string, level: number, slag: Uppfoljningsradslag, barare: Statusbarare | null,
  /** The unit of a unit's row. */
  organisation_id: OrganisationId | null,
  /** The uppdrag whose mätetal stand beside the row. */
  uppdrag_id: UppdragId | null,
  /** Of an uppdrag: its own mätetal, else those of its mål. */
  matetal: Array<MatetalId>, nr: string, titel: string, status: Status, ord: string,
  /** Somebody has said it. */
  rapporterad: boolean,
  /** Where it was another in the report before. */
  fore: Forestatus | null, fardiggrad: number | null, fardiggrad_text: string, slut: string | null, slut_text: string, passerat: boolean, ansvarig: string, ansvariga: Array<BefattningId>, kommentar: string,
  /** "Texten är från augusti". */
  kommentar_fran: string,
  /** Wants a word in the period. */
  saknar: boolean,
  /** "Sämsta läget bland tre enheter": the status follows the units' rows and is set there. */
  regel: string, };

/** What a change touched: the rows of the things asked for, and the counts. */
export type Uppfoljningsrader = { antal: Uppfoljningsantal, rader: Array<Uppfoljningsrad>, };

/** What a row is about. */
export type Uppfoljningsradslag = "uppdrag" | "aktivitet" | "enhet" | "rubrik";

/** Some rows of the screen, after a change. */
export type Uppfoljningsradval = { val: Uppfoljningsval,
  /** Uppdrag and aktiviteter; their units' rows follow along. */
  saker: Array<Statusbarare>, };

/** The kinds of follow-up (domain.md, Uppföljning). */
export type Uppfoljningsslag = "manad" | "tertial" | "delar" | "ar";

/** A follow-up. */
export type Uppfoljningstid = { id: UppfoljningId, slag: Uppfoljningsslag, slag_ord: string, period: Period,
  /** "Oktober 2026". */
  period_ord: string, deadline_enhet: string | null, deadline_namnd: string | null, state: Uppfoljningslage, state_ord: string, };

/** Which period, and whose. */
export type Uppfoljningsval = {
  /** "2026-10"; without it the newest period that the plan has rows for. */
  period?: string,
  /** Only what belongs to this node or one below it. */
  enhet?: OrganisationId,
  /** Only what the one who sits here is ansvarig for. */
  mina?: boolean, };

/** What is laid out, as a whole. */
export type Uppstallningsval = { uppstallning: number, };

/** The outcome of one period × sex × organisation node. */
export type Utfall = { matetal_id: MatetalId, organisation_id: OrganisationId,
  /** The last month of the measured period: a year's value stands at December. */
  period: Period, kon: Kon, varde: Varde,
  /** Weight under `Arsvarde::VagtMedel` (e.g. number of answers). */
  vikt: Tal | null, kalla: string,
  /** When the value was taken. */
  datum: string | null, };

/** Which outcome. */
export type UtfallKey = { matetal_id: MatetalId, organisation_id: OrganisationId, period: Period, kon: Kon, };

/** A file that was written. */
export type Utfil = {
  /** Where it was written. */
  fil: string, filnamn: string, format: Filformat, sha256: string,
  /** "Utkast", "Förslag till nämnden", "Fastställd", "Upphävd". */
  lage: string, };

/** A draft as data. */
export type Utkast = {
  /** The tree of sections, tables and charts (see `plan_report::tree`). */
  rapport: unknown,
  /** How many pages it becomes. */
  sidor: number,
  /** The report for a listener: HTML in reading order. */
  text: string, };

/** Light, dark, or as the system. */
export type Utseende = "ljus" | "mork" | "system";

/** A PDF to print from the system's viewer. */
export type Utskriftsval = { uppstallning: number, namn: string, };

/** The verdict on a row. */
export type Utslag = "ny" | "andrad" | "oforandrad" | "tvetydig" | "vagrad" | "overhoppad";

/** One thing to choose. */
export type Val = {
  /** As a patch takes it. */
  id: string, text: string,
  /** How deep in a tree; 0 in a plain list. */
  djup: number, };

/** Something to choose by its name. */
export type Valbar = { id: string, namn: string, };

/** The open file, or another one. */
export type ValdFil = { fil?: string, };

/** The list a field chooses from. */
export type Vallista = "organisation" | "befattning" | "mal" | "mal_med_uppdrag" | "uppdrag" | "kalla" | "perspektiv" | "art" | "riktning" | "frekvens" | "arsvarde";

/** Every list that a field of a panel chooses from. */
export type Valmangder = { organisation: Array<Val>, befattning: Array<Val>, mal: Array<Val>,
  /** Mål of levels that uppdrag are given at. */
  mal_med_uppdrag: Array<Val>, uppdrag: Array<Val>, kalla: Array<Val>, perspektiv: Array<Val>, art: Array<Val>, riktning: Array<Val>, frekvens: Array<Val>, arsvarde: Array<Val>, };

/** A value of the log. */
export type Value = "nothing" | { "text": string } | { "number": number } | { "thing": { kind: Kind, id: ThingId, namn: string, } };

/** A measured value or the reason why there is none. */
export type Varde = { "tal": Tal } | { "saknas": Saknas };

/** A place for a value: node, period and sex. */
export type Vardesrad = { organisation_id: OrganisationId, period: Period,
  /** "Oktober", "Tertial 2"; with its year where that is not the view's. */
  namn: string, kon: Kon,
  /** "91,4", as it is typed; empty where nothing is said or the value is missing. */
  varde: string, saknas: Saknas | null,
  /** "91,4 %", "Bortfall"; empty where nothing is said. */
  text: string, kalla: string, datum: string | null, };

/** Who can write in the open file. */
export type Vemval = {
  /** The plan's befattningar, in order. */
  befattningar: Array<string>, };

/** A computed verdict, what decided it, and a person's beside it. */
export type Verdict = { utfall: Maluppfyllelse,
  /** "Uppfyllt (preliminärt)". */
  ord: string, preliminar: boolean, uppnadda: number, namnare: number, avgorande: Array<Avgorande>, regel: Bedomningsregel, manuell: Malbedomning | null, };

/** A verksamhet (huvudverksamhet) of the nämnd. */
export type Verksamhet = { id: VerksamhetId, namn: string, kod: string, organisation_id: OrganisationId | null,
  /** Kommunbidrag and the like: an intäkt that finances the others and has no comment of its own. */
  finansiering: boolean, sort_key: string, };

export type VerksamhetId = string;

/** What to change of a verksamhet, or what a new one is. */
export type VerksamhetPatch = {
  namn?: string,
  kod?: string,
  organisation_id?: OrganisationId | null,
  finansiering?: boolean, };

/** One verksamhetsår of the file. */
export type Verksamhetsar = { year: number, state: Arslage, };

/** An amount of a verksamhet as known at a period. */
export type Verksamhetsbelopp = { verksamhet_id: VerksamhetId, del: Verksamhetsdel, slag: Beloppsslag, period: Period, belopp: Belopp, };

/** Which amount of a verksamhet. */
export type VerksamhetsbeloppKey = { verksamhet_id: VerksamhetId, del: Verksamhetsdel, slag: Beloppsslag, period: Period, };

/** The table per verksamhet. */
export type Verksamhetsbild = { intakter: Array<Verksamhetsbildsrad>, summa_intakter: Verksamhetsbildsrad, kostnader: Array<Verksamhetsbildsrad>, summa_kostnader: Verksamhetsbildsrad, resultat: Verksamhetsbildsrad,
  /** Intäkt + kostnad of each verksamhet that is not finansiering: what the commented paragraphs are headed with. */
  netto: Array<Verksamhetsbildsrad>, };

/** A row of the table per verksamhet; `id` is `None` for sums and the result. */
export type Verksamhetsbildsrad = { id: VerksamhetId | null, namn: string, budget: Belopp | null, utfall_ack: Belopp | null, prognos: Belopp | null, avvikelse: Ore | null,
  /** When the prognos was made; of a sum, its newest part. */
  prognos_period: Period | null, };

/** Half of a verksamhet's result. */
export type Verksamhetsdel = "intakt" | "kostnad";

/** Writes a draft. */
export type WriteRapport = { val: Rapportval, filer: Filval, };

/** Every command: what it takes, what it gives, what undo does with it. */
export type Commands = {
  create_plan: { args: NyPlan; reply: Changes; undo: "barrier" };
  read_plan: { args: Tidpunkt; reply: Planbild; undo: "read" };
  read_plantrad: { args: ReadPlantrad; reply: Plantrad; undo: "read" };
  read_rad: { args: ReadRad; reply: Sakbild; undo: "read" };
  read_valmangder: { args: Tidpunkt; reply: Valmangder; undo: "read" };
  set_installning: { args: SetInstallning; reply: Changes; undo: "yes" };
  create_verksamhetsar: { args: NyttVerksamhetsar; reply: Changes; undo: "barrier" };
  set_verksamhetsar: { args: SetVerksamhetsar; reply: Changes; undo: "yes" };
  read_installning: { args: Inget; reply: Installningsbild; undo: "read" };
  create_organisation: { args: OrganisationPatch; reply: Created<OrganisationId>; undo: "yes" };
  update_organisation: { args: Update<OrganisationId, OrganisationPatch>; reply: Changes; undo: "yes" };
  move_organisation: { args: MoveTo<OrganisationId>; reply: Changes; undo: "yes" };
  delete_organisation: { args: ById<OrganisationId>; reply: Changes; undo: "yes" };
  create_befattning: { args: BefattningPatch; reply: Created<BefattningId>; undo: "yes" };
  update_befattning: { args: Update<BefattningId, BefattningPatch>; reply: Changes; undo: "yes" };
  delete_befattning: { args: ById<BefattningId>; reply: Changes; undo: "yes" };
  create_niva: { args: NyNiva; reply: Created<NivaId>; undo: "yes" };
  update_niva: { args: Update<NivaId, NivaPatch>; reply: Changes; undo: "yes" };
  move_niva: { args: Move<NivaId>; reply: Changes; undo: "yes" };
  delete_niva: { args: ById<NivaId>; reply: Changes; undo: "yes" };
  create_mal: { args: MalPatch; reply: Created<MalId>; undo: "yes" };
  update_mal: { args: Update<MalId, MalPatch>; reply: Changes; undo: "yes" };
  move_mal: { args: MoveTo<MalId>; reply: Changes; undo: "yes" };
  delete_mal: { args: ById<MalId>; reply: Changes; undo: "yes" };
  set_malbedomning: { args: Malbedomning; reply: Changes; undo: "yes" };
  delete_malbedomning: { args: MalbedomningKey; reply: Changes; undo: "yes" };
  create_uppdrag: { args: UppdragPatch; reply: Created<UppdragId>; undo: "yes" };
  update_uppdrag: { args: Update<UppdragId, UppdragPatch>; reply: Changes; undo: "yes" };
  move_uppdrag: { args: Move<UppdragId>; reply: Changes; undo: "yes" };
  place_uppdrag: { args: PlaceUppdrag; reply: Changes; undo: "yes" };
  delete_uppdrag: { args: ById<UppdragId>; reply: Changes; undo: "yes" };
  create_aktivitet: { args: AktivitetPatch; reply: Created<AktivitetId>; undo: "yes" };
  create_aktiviteter: { args: NyaAktiviteter; reply: Created<Array<AktivitetId>>; undo: "yes" };
  update_aktivitet: { args: Update<AktivitetId, AktivitetPatch>; reply: Changes; undo: "yes" };
  move_aktivitet: { args: Move<AktivitetId>; reply: Changes; undo: "yes" };
  place_aktivitet: { args: PlaceAktivitet; reply: Changes; undo: "yes" };
  delete_aktivitet: { args: ById<AktivitetId>; reply: Changes; undo: "yes" };
  create_delaktivitet: { args: NyDelaktivitet; reply: Created<DelaktivitetId>; undo: "yes" };
  update_delaktivitet: { args: Update<DelaktivitetId, DelaktivitetPatch>; reply: Changes; undo: "yes" };
  move_delaktivitet: { args: Move<DelaktivitetId>; reply: Changes; undo: "yes" };
  delete_delaktivitet: { args: ById<DelaktivitetId>; reply: Changes; undo: "yes" };
  set_lage: { args: SetLage; reply: Changes; undo: "yes" };
  set_status: { args: NyStatus; reply: Created<StatusradId>; undo: "yes" };
  create_matetal: { args: MatetalPatch; reply: Created<MatetalId>; undo: "yes" };
  update_matetal: { args: Update<MatetalId, MatetalPatch>; reply: Changes; undo: "yes" };
  move_matetal: { args: Move<MatetalId>; reply: Changes; undo: "yes" };
  delete_matetal: { args: ById<MatetalId>; reply: Changes; undo: "yes" };
  set_utfall: { args: Rows<Utfall>; reply: Changes; undo: "yes" };
  set_utfall_text: { args: TypedUtfall; reply: Changes; undo: "yes" };
  delete_utfall: { args: UtfallKey; reply: Changes; undo: "yes" };
  set_malvarde: { args: Rows<Malvarde>; reply: Changes; undo: "yes" };
  delete_malvarde: { args: MalvardeKey; reply: Changes; undo: "yes" };
  set_jamforelse: { args: Rows<Jamforelse>; reply: Changes; undo: "yes" };
  delete_jamforelse: { args: JamforelseKey; reply: Changes; undo: "yes" };
  create_driftrad: { args: DriftradPatch; reply: Created<DriftradId>; undo: "yes" };
  add_driftrad: { args: NyDriftrad; reply: Created<DriftradId>; undo: "yes" };
  remove_driftrad: { args: ById<DriftradId>; reply: Changes; undo: "yes" };
  update_driftrad: { args: Update<DriftradId, DriftradPatch>; reply: Changes; undo: "yes" };
  move_driftrad: { args: Move<DriftradId>; reply: Changes; undo: "yes" };
  delete_driftrad: { args: ById<DriftradId>; reply: Changes; undo: "yes" };
  set_driftbelopp: { args: Rows<Driftbelopp>; reply: Changes; undo: "yes" };
  delete_driftbelopp: { args: DriftbeloppKey; reply: Changes; undo: "yes" };
  create_verksamhet: { args: VerksamhetPatch; reply: Created<VerksamhetId>; undo: "yes" };
  update_verksamhet: { args: Update<VerksamhetId, VerksamhetPatch>; reply: Changes; undo: "yes" };
  move_verksamhet: { args: Move<VerksamhetId>; reply: Changes; undo: "yes" };
  delete_verksamhet: { args: ById<VerksamhetId>; reply: Changes; undo: "yes" };
  set_verksamhetsbelopp: { args: Rows<Verksamhetsbelopp>; reply: Changes; undo: "yes" };
  read_ekonomi: { args: ReadEkonomi; reply: Ekonomibild; undo: "read" };
  read_ekonomirad: { args: ReadEkonomirad; reply: Ekonomirad; undo: "read" };
  judge_ekonomi: { args: JudgeEkonomi; reply: Ekonomiomdome; undo: "read" };
  type_ekonomi: { args: TypeEkonomi; reply: Changes; undo: "yes" };
  delete_verksamhetsbelopp: { args: VerksamhetsbeloppKey; reply: Changes; undo: "yes" };
  create_uppfoljning: { args: UppfoljningPatch; reply: Created<UppfoljningId>; undo: "yes" };
  update_uppfoljning: { args: Update<UppfoljningId, UppfoljningPatch>; reply: Changes; undo: "yes" };
  delete_uppfoljning: { args: ById<UppfoljningId>; reply: Changes; undo: "yes" };
  set_avsnittstext: { args: NyAvsnittstext; reply: Created<AvsnittstextId | null>; undo: "yes" };
  search: { args: Sok; reply: Soksvar; undo: "read" };
  read_datum: { args: TypedDatum; reply: Datumsvar; undo: "read" };
  read_period: { args: TypedPeriod; reply: Periodsvar; undo: "read" };
  read_tal: { args: TypedNummer; reply: Talsvar; undo: "read" };
  read_uppfoljningsbild: { args: Uppfoljningsval; reply: Uppfoljningsbild; undo: "read" };
  read_uppfoljningsrader: { args: Uppfoljningsradval; reply: Uppfoljningsrader; undo: "read" };
  read_matetalsblad: { args: Matetalsval; reply: Matetalsblad; undo: "read" };
  read_matetalsgnistor: { args: Gnistval; reply: Matetalsgnistor; undo: "read" };
  preview_import: { args: Import; reply: Importsvar; undo: "read" };
  preview_inlasning: { args: Import; reply: Inlasningsbild; undo: "read" };
  import: { args: Import; reply: Importsvar; undo: "yes" };
  set_rapportmall: { args: SetRapportmall; reply: Changes; undo: "yes" };
  preview_rapport: { args: Rapportval; reply: Utkast; undo: "read" };
  page_rapport: { args: Sidval; reply: Rapportsida; undo: "read" };
  read_rapportbild: { args: Rapportbildval; reply: Rapportbild; undo: "read" };
  read_rapportsida: { args: Sidnummer; reply: Rapportsida; undo: "read" };
  read_rapporttext: { args: Uppstallningsval; reply: Rapporttext; undo: "read" };
  print_utskrift: { args: Utskriftsval; reply: Rapportsvar; undo: "read" };
  write_rapport: { args: WriteRapport; reply: Rapportsvar; undo: "read" };
  lock_rapport: { args: LockRapport; reply: Rapportsvar; undo: "barrier" };
  decide_rapport: { args: DecideRapport; reply: Rapportsvar; undo: "barrier" };
  unlock_rapport: { args: EndRapport; reply: Changes; undo: "barrier" };
  revoke_rapport: { args: EndRapport; reply: Changes; undo: "barrier" };
  list_arkiv: { args: Inget; reply: Arkiv; undo: "read" };
  print_rapport: { args: PrintRapport; reply: Rapportsvar; undo: "read" };
  extract_arkiv: { args: ExtractArkiv; reply: Rapportsvar; undo: "read" };
  undo: { args: Inget; reply: Angrat; undo: "yes" };
  redo: { args: Inget; reply: Angrat; undo: "yes" };
  undo_state: { args: Inget; reply: Angralage; undo: "read" };
  read_historik: { args: ReadHistorik; reply: Historikbild; undo: "read" };
  read_historikval: { args: Inget; reply: Historikval; undo: "read" };
  read_log: { args: ReadLog; reply: Logg; undo: "read" };
  save_copy: { args: SaveCopy; reply: Kopia; undo: "read" };
  backup: { args: Inget; reply: Sakerhetskopia; undo: "read" };
  verify: { args: Inget; reply: Kontroll; undo: "read" };
  read_program: { args: Inget; reply: Programbild; undo: "read" };
  set_program: { args: SetProgram; reply: Programbild; undo: "read" };
  list_vem: { args: Inget; reply: Vemval; undo: "read" };
  set_vem: { args: SetVem; reply: Programbild; undo: "read" };
  list_senaste: { args: Inget; reply: Senastelista; undo: "read" };
  forget_senaste: { args: Fil; reply: Senastelista; undo: "read" };
  open_plan: { args: Fil; reply: Programbild; undo: "read" };
  open_moved: { args: LetaUpp; reply: Programbild; undo: "read" };
  open_copy: { args: Fil; reply: Programbild; undo: "read" };
  open_bytes: { args: SlapptFil; reply: Programbild; undo: "read" };
  open_exempel: { args: Inget; reply: Programbild; undo: "read" };
  close_plan: { args: Inget; reply: Programbild; undo: "read" };
  list_styrmodell: { args: Inget; reply: Styrmodeller; undo: "read" };
  propose_file: { args: ForeslaFil; reply: Foreslagen; undo: "read" };
  create_plan_file: { args: NyPlanfil; reply: Programbild; undo: "read" };
  list_sakerhetskopia: { args: ValdFil; reply: Sakerhetskopior; undo: "read" };
  restore_sakerhetskopia: { args: Fil; reply: Programbild; undo: "read" };
};
