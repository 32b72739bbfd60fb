//! Which fields a table of each kind has, and the headings they are known by (formats.md 5). A new heading is a word here.
//! Words are folded: lower case, å and ä as a, ö as o.
use plan_core::inlasning::Tabellslag;

/// A field of a row, as columns are assigned to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Falt {
    Nr,
    Titel,
    Vad,
    Varfor,
    OnskadEffekt,
    Ansvariga,
    Kalla,
    PeriodText,
    Mal,
    /// An organisation.
    Enhet,
    Perspektiv,
    Status,
    Fardiggrad,
    Kommentar,
    /// The uppdrag an aktivitet or mätetal belongs to.
    Uppdrag,
    Hur,
    Start,
    Slut,
    Kostnad,
    Art,
    Definition,
    /// The unit of a mätetal.
    Matenhet,
    Decimaler,
    Riktning,
    Frekvens,
    KoladaId,
    Utfall,
    Malvarde,
    Analys,
    /// The name of an economy row.
    Namn,
    Radtyp,
    Del,
    Budget,
    UtfallAck,
    Prognos,
    Avvikelse,
    /// The unit of amounts.
    Beloppsenhet,
    /// Known, and not read.
    Olast,
}

/// The fields of a kind: field, weight when kinds are told apart, headings.
pub(crate) struct Vocabulary {
    pub(crate) slag: Tabellslag,
    pub(crate) fields: &'static [(Falt, f32, &'static [&'static str])],
}

const ANSVARIG: &[&str] = &[
    "ansvarig",
    "ansvar",
    "ansvarig chef",
    "ansvarig funktion",
    "ansvarig tjansteperson",
    "ansvarig befattning",
    "vem",
    "agare",
    "utforare",
    "uppdragstagare",
    "handlaggare",
    "vem ansvarar",
];
const ENHET: &[&str] = &[
    "enhet",
    "verksamhet",
    "verksamhetsomrade",
    "forvaltning",
    "mottagare",
    "avdelning",
    "organisation",
    "arbetsplats",
    "enhet verksamhet",
    "ansvarig enhet",
    "ansvarig verksamhet",
    "omfattar",
    "berord verksamhet",
    "berorda enheter",
];
const STATUS: &[&str] =
    &["status", "lage", "statuslage", "aktuell status", "genomforandestatus", "statusbedomning"];
const FARDIGGRAD: &[&str] = &[
    "klar %",
    "fardigt %",
    "fardigt",
    "fardiggrad",
    "genomforandegrad",
    "procent klart",
    "andel klart",
    "% klart",
    "% klar",
    "klar procent",
    "fardig %",
    "upparbetat %",
    "genomfort %",
    "grad genomforande",
    "klart",
    "klar",
];
const KOMMENTAR: &[&str] = &[
    "kommentar",
    "uppfoljning",
    "anteckning",
    "notering",
    "kommentar uppfoljning",
    "kommentar status",
    "beskriv lage",
    "resultat",
    "utfall",
    "utfall resultat",
    "analys",
    "lagesbeskrivning",
    "ovrigt",
    "anm",
    "anmarkning",
];
const MAL: &[&str] = &[
    "mal",
    "malomrade",
    "inriktning",
    "inriktningsmal",
    "styrtal",
    "fokusomrade",
    "namndmal",
    "kommunmal",
    "effektmal",
    "resultatmal",
    "verksamhetsmal",
    "delmal",
    "overgripande mal",
    "kfmal",
    "prioriterat mal",
    "atagande",
];
const NR: &[&str] = &["nr", "nummer", "kod", "id", "lopnr", "lopnummer", "beteckning", "ref"];

const UPPDRAG: &[(Falt, f32, &[&str])] = &[
    (
        Falt::Nr,
        1.0,
        &[
            "uppdrag nr",
            "uppdragsnr",
            "uppdragsnummer",
            "uppdragskod",
            "nr",
            "nummer",
            "kod",
            "id",
            "lopnr",
            "beteckning",
        ],
    ),
    (
        Falt::Titel,
        2.0,
        &[
            "omrade",
            "rubrik",
            "titel",
            "benamning",
            "uppdragsomrade",
            "namn",
            "kort rubrik",
            "uppdragsrubrik",
        ],
    ),
    (
        Falt::Vad,
        3.0,
        &[
            "uppdrag",
            "vad",
            "vad ska uppnas",
            "uppdragstext",
            "uppdragsbeskrivning",
            "formulering",
            "beskrivning",
            "namndens uppdrag",
            "vad ska goras",
            "uppdrag forvaltningen",
        ],
    ),
    (
        Falt::Varfor,
        2.0,
        &["varfor", "syfte", "bakgrund", "motiv", "motivering", "bakgrund syfte", "varfor syfte"],
    ),
    (
        Falt::OnskadEffekt,
        2.0,
        &[
            "onskad effekt",
            "effekt",
            "forvantad effekt",
            "forvantat resultat",
            "onskat resultat",
            "onskat lage",
            "effekt invanarna",
            "vad ska det leda till",
        ],
    ),
    (Falt::Ansvariga, 1.0, ANSVARIG),
    (Falt::Kalla, 1.0, &["kalla", "ursprung", "underlag", "uppdragsgivare", "beslutat", "styrdokument"]),
    (
        Falt::PeriodText,
        1.0,
        &[
            "period",
            "ar",
            "tid",
            "tidsperiod",
            "tidplan",
            "verksamhetsar",
            "giltighet",
            "mandatperiod",
            "nar",
            "galler",
        ],
    ),
    (Falt::Mal, 1.0, MAL),
    (Falt::Enhet, 1.0, ENHET),
    (Falt::Perspektiv, 1.0, &["perspektiv"]),
    (Falt::Status, 1.0, STATUS),
    (Falt::Fardiggrad, 1.0, FARDIGGRAD),
    (Falt::Kommentar, 1.0, KOMMENTAR),
];

const AKTIVITETER: &[(Falt, f32, &[&str])] = &[
    (
        Falt::Nr,
        1.0,
        &[
            "nr",
            "nummer",
            "kod",
            "id",
            "aktivitet nr",
            "aktivitetsnr",
            "aktivitetsnummer",
            "lopnr",
            "aktivitets id",
        ],
    ),
    (
        Falt::Uppdrag,
        1.0,
        &[
            "uppdrag",
            "uppdrag nr",
            "uppdragsnr",
            "uppdragsnummer",
            "uppdragskod",
            "kopplat uppdrag",
            "tillhor uppdrag",
            "koppling uppdrag",
        ],
    ),
    (
        Falt::Titel,
        3.0,
        &[
            "aktivitet",
            "insats",
            "atgard",
            "uppdrag aktivitet",
            "planerad aktivitet",
            "uppgift",
            "delaktivitet",
            "vad",
            "vad ska goras",
            "handling",
            "aktivitet insats",
            "aktivitet atgard",
            "aktiviteter insatser",
            "moment",
            "att gora",
        ],
    ),
    (
        Falt::Hur,
        1.0,
        &[
            "beskrivning",
            "syfte",
            "hur",
            "genomforande",
            "tillvagagangssatt",
            "metod",
            "beskrivning aktivitet",
            "aktivitetsbeskrivning",
            "hur ska det goras",
        ],
    ),
    (Falt::Ansvariga, 1.0, ANSVARIG),
    (Falt::Enhet, 1.0, ENHET),
    (
        Falt::Start,
        1.5,
        &[
            "start",
            "startdatum",
            "paborjas",
            "fran",
            "borjar",
            "startar",
            "starttid",
            "startas",
            "planerad start",
            "from",
        ],
    ),
    (
        Falt::Slut,
        1.5,
        &[
            "slut",
            "slutdatum",
            "klart nar",
            "klar nar",
            "deadline",
            "tidplan",
            "klart",
            "klar",
            "klart senast",
            "klar senast",
            "nar",
            "sluttid",
            "fardigdatum",
            "fardigt",
            "tid",
            "tidpunkt",
            "senast",
            "planerat slut",
            "datum",
            "avslutas",
            "tidsplan",
            "nar klart",
            "genomfors",
        ],
    ),
    (Falt::Status, 1.5, STATUS),
    (Falt::Fardiggrad, 1.5, FARDIGGRAD),
    (Falt::Kommentar, 1.0, KOMMENTAR),
    (
        Falt::Kostnad,
        1.0,
        &[
            "kostnad",
            "resurs",
            "resurser",
            "beraknad kostnad",
            "bedomd kostnad",
            "budget",
            "kostnad resurs",
            "resursatgang",
        ],
    ),
    (Falt::Olast, 0.5, MAL),
];

const MATETAL: &[(Falt, f32, &[&str])] = &[
    (Falt::Nr, 1.0, NR),
    (
        Falt::Titel,
        3.0,
        &[
            "indikator",
            "nyckeltal",
            "matt",
            "matetal",
            "malindikator",
            "benamning",
            "namn",
            "titel",
            "nyckeltal indikator",
            "indikator nyckeltal",
            "matt indikator",
            "vad mats",
            "indikatorer nyckeltal",
        ],
    ),
    (Falt::Art, 1.0, &["typ", "slag", "sort", "art"]),
    (Falt::Definition, 1.0, &["definition", "beskrivning", "forklaring"]),
    (Falt::Matenhet, 1.5, &["enhet", "mattenhet", "matenhet", "sort", "mats i", "format"]),
    (Falt::Decimaler, 0.5, &["decimaler", "antal decimaler"]),
    (
        Falt::Riktning,
        1.5,
        &["riktning", "onskad riktning", "battre", "onskad utveckling", "trend", "onskvard riktning"],
    ),
    (
        Falt::Frekvens,
        1.5,
        &[
            "mats",
            "frekvens",
            "matfrekvens",
            "periodicitet",
            "uppfoljning",
            "hur ofta",
            "mats hur ofta",
            "intervall",
            "matintervall",
            "uppfoljningsfrekvens",
            "matperiod",
        ],
    ),
    (Falt::Kalla, 1.0, &["kalla", "datakalla", "insamlingsmetod", "matmetod", "underlag", "kalla metod"]),
    (Falt::KoladaId, 1.0, &["kolada id", "kolada", "kpi id", "koladaid", "nyckeltals id", "kpi"]),
    (Falt::Ansvariga, 1.0, ANSVARIG),
    (Falt::Uppdrag, 1.0, &["uppdrag", "uppdrag nr", "uppdragsnr", "kopplat uppdrag"]),
    (Falt::Mal, 1.0, MAL),
    (
        Falt::Utfall,
        2.0,
        &[
            "utfall",
            "resultat",
            "varde",
            "matvarde",
            "nulage",
            "utgangslage",
            "basvarde",
            "ingangsvarde",
            "utfall resultat",
            "bokslut",
            "aktuellt varde",
            "senaste utfall",
        ],
    ),
    (
        Falt::Malvarde,
        2.0,
        &[
            "malvarde",
            "malniva",
            "maltal",
            "mal",
            "target",
            "riktvarde",
            "malsattning",
            "onskat varde",
            "malniva ar",
        ],
    ),
    (Falt::Analys, 1.0, &["analys", "kommentar", "analys kommentar", "bedomning"]),
    (Falt::Olast, 0.5, &["malet nas", "trend", "jamforelse", "riket"]),
];

const BUDGET: &[&str] = &["budget", "arsbudget", "budget helar", "budgetram", "ram", "nettobudget"];
const UTFALL: &[&str] = &[
    "utfall",
    "utfall perioden",
    "redovisat",
    "utfall hittills",
    "bokfort",
    "redovisning",
    "utfall tom",
    "utfall t o m",
];
const PROGNOS: &[&str] = &["prognos", "helarsprognos", "arsprognos", "bokslutsprognos", "prognostiserat"];
const AVVIKELSE: &[&str] = &[
    "avvikelse",
    "avv",
    "diff",
    "differens",
    "budgetavvikelse",
    "avvikelse prognos budget",
    "avv prognos budget",
    "avvikelse budget prognos",
    "skillnad",
    "avvikelse budget",
    "prognosavvikelse",
    "avvikelse mot budget",
];
const ORSAK: &[&str] = &["kommentar", "analys", "orsak", "forklaring", "anmarkning", "kommentar avvikelse"];

const DRIFT: &[(Falt, f32, &[&str])] = &[
    (
        Falt::Namn,
        2.0,
        &[
            "rad",
            "post",
            "benamning",
            "tkr",
            "drift",
            "driftredovisning",
            "resultatrakning",
            "kontogrupp",
            "text",
            "namn",
            "slag",
            "intakter kostnader",
            "konto",
            "kostnadsslag",
            "mnkr",
            "kr",
            "resultatpost",
            "belopp i tkr",
            "belopp i mnkr",
            "belopp i kr",
            "belopp tkr",
            "belopp mnkr",
            "belopp",
        ],
    ),
    (Falt::Radtyp, 0.5, &["radtyp", "typ"]),
    (Falt::Budget, 2.0, BUDGET),
    (Falt::UtfallAck, 1.5, UTFALL),
    (Falt::Prognos, 2.0, PROGNOS),
    (Falt::Avvikelse, 1.5, AVVIKELSE),
    (Falt::Beloppsenhet, 0.5, &["enhet", "sort", "valuta", "beloppsenhet"]),
    (Falt::Kommentar, 0.5, ORSAK),
    (Falt::Olast, 0.0, &["ordning", "sortering", "nr", "lopnr"]),
];

const VERKSAMHET: &[(Falt, f32, &[&str])] = &[
    (
        Falt::Namn,
        2.0,
        &[
            "huvudverksamhet",
            "verksamhet",
            "verksamhetsomrade",
            "omrade",
            "verksamhetsgren",
            "rad",
            "benamning",
            "namn",
            "per verksamhet",
            "tkr",
            "avdelning",
            "belopp i tkr",
            "belopp i mnkr",
            "belopp",
        ],
    ),
    (Falt::Del, 2.0, &["del", "typ", "slag", "intakt kostnad", "intakter kostnader", "post"]),
    (Falt::Radtyp, 0.5, &["radtyp", "typ"]),
    (Falt::Budget, 2.0, BUDGET),
    (Falt::UtfallAck, 1.5, UTFALL),
    (Falt::Prognos, 2.0, PROGNOS),
    (Falt::Avvikelse, 1.5, AVVIKELSE),
    (Falt::Beloppsenhet, 0.5, &["enhet", "sort", "valuta", "beloppsenhet"]),
    (Falt::Kommentar, 0.5, ORSAK),
    (Falt::Olast, 0.0, &["ordning", "sortering", "nr", "lopnr"]),
];

/// The vocabularies in the order that wins when two kinds fit alike.
pub(crate) const ALL: [Vocabulary; 5] = [
    Vocabulary { slag: Tabellslag::Aktiviteter, fields: AKTIVITETER },
    Vocabulary { slag: Tabellslag::Uppdrag, fields: UPPDRAG },
    Vocabulary { slag: Tabellslag::Matetal, fields: MATETAL },
    Vocabulary { slag: Tabellslag::Verksamhet, fields: VERKSAMHET },
    Vocabulary { slag: Tabellslag::Drift, fields: DRIFT },
];

impl Falt {
    /// The identifier in the row struct of `plan_core::inlasning`; empty for a column that is not read.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Falt::Nr => "nr",
            Falt::Titel => "titel",
            Falt::Vad => "vad",
            Falt::Varfor => "varfor",
            Falt::OnskadEffekt => "onskad_effekt",
            Falt::Ansvariga => "ansvariga",
            Falt::Kalla => "kalla",
            Falt::PeriodText => "period_text",
            Falt::Mal => "mal",
            Falt::Enhet | Falt::Matenhet => "enhet",
            Falt::Perspektiv => "perspektiv",
            Falt::Status => "status",
            Falt::Fardiggrad => "fardiggrad",
            Falt::Kommentar => "kommentar",
            Falt::Uppdrag => "uppdrag",
            Falt::Hur => "hur",
            Falt::Start => "start",
            Falt::Slut => "slut",
            Falt::Kostnad => "kostnad",
            Falt::Art => "art",
            Falt::Definition => "definition",
            Falt::Decimaler => "decimaler",
            Falt::Riktning => "riktning",
            Falt::Frekvens => "frekvens",
            Falt::KoladaId => "kolada_id",
            Falt::Utfall => "utfall",
            Falt::Malvarde => "malvarden",
            Falt::Analys => "analys",
            Falt::Namn => "namn",
            Falt::Radtyp => "summa",
            Falt::Del => "del",
            Falt::Budget => "budget",
            Falt::UtfallAck => "utfall_ack",
            Falt::Prognos => "prognos",
            Falt::Avvikelse => "tryckt_avvikelse",
            Falt::Beloppsenhet => "beloppsenhet",
            Falt::Olast => "",
        }
    }

    /// Whether several columns may hold it, one per period.
    pub(crate) fn is_per_period(self) -> bool {
        matches!(self, Falt::Utfall | Falt::Malvarde)
    }

    /// Whether it holds amounts of an economy table.
    pub(crate) fn is_amount(self) -> bool {
        matches!(self, Falt::Budget | Falt::UtfallAck | Falt::Prognos | Falt::Avvikelse)
    }
}

impl Vocabulary {
    pub(crate) fn of(slag: Tabellslag) -> Option<&'static Vocabulary> {
        const { &ALL }.iter().find(|vocabulary| vocabulary.slag == slag)
    }

    /// The field of an identifier in a mapping file.
    pub(crate) fn field(&self, identifier: &str) -> Option<Falt> {
        self.fields.iter().map(|(field, ..)| *field).find(|field| field.as_str() == identifier)
    }

    /// What a heading says each field is worth, best phrase first.
    pub(crate) fn scores<'h>(
        &'h self,
        heading: &'h super::Heading,
    ) -> impl Iterator<Item = (Falt, f32)> + 'h {
        self.fields.iter().map(|(field, _, phrases)| {
            (*field, phrases.iter().map(|phrase| heading.likeness(phrase)).fold(0.0, f32::max))
        })
    }

    pub(crate) fn weight(&self, field: Falt) -> f32 {
        self.fields.iter().find(|(known, ..)| *known == field).map_or(0.0, |(_, weight, _)| *weight)
    }
}
