//! Headings of tables of mätetal, drift and verksamhet.
use super::Falt;
use super::shared::{ANSVARIG, MAL, NR};

pub(super) const MATETAL: &[(Falt, f32, &[&str])] = &[
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

pub(super) const BUDGET: &[&str] =
    &["budget", "arsbudget", "budget helar", "budgetram", "ram", "nettobudget"];
pub(super) const UTFALL: &[&str] = &[
    "utfall",
    "utfall perioden",
    "redovisat",
    "utfall hittills",
    "bokfort",
    "redovisning",
    "utfall tom",
    "utfall t o m",
];
pub(super) const PROGNOS: &[&str] =
    &["prognos", "helarsprognos", "arsprognos", "bokslutsprognos", "prognostiserat"];
pub(super) const AVVIKELSE: &[&str] = &[
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
pub(super) const ORSAK: &[&str] =
    &["kommentar", "analys", "orsak", "forklaring", "anmarkning", "kommentar avvikelse"];
const RADTYP: &[&str] = &["radtyp", "typ"];
const BELOPPSENHET: &[&str] = &["enhet", "sort", "valuta", "beloppsenhet"];
const OLAST: &[&str] = &["ordning", "sortering", "nr", "lopnr"];

pub(super) const DRIFT: &[(Falt, f32, &[&str])] = &[
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
    (Falt::Radtyp, 0.5, RADTYP),
    (Falt::Budget, 2.0, BUDGET),
    (Falt::UtfallAck, 1.5, UTFALL),
    (Falt::Prognos, 2.0, PROGNOS),
    (Falt::Avvikelse, 1.5, AVVIKELSE),
    (Falt::Beloppsenhet, 0.5, BELOPPSENHET),
    (Falt::Kommentar, 0.5, ORSAK),
    (Falt::Olast, 0.0, OLAST),
];

pub(super) const VERKSAMHET: &[(Falt, f32, &[&str])] = &[
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
    (Falt::Radtyp, 0.5, RADTYP),
    (Falt::Budget, 2.0, BUDGET),
    (Falt::UtfallAck, 1.5, UTFALL),
    (Falt::Prognos, 2.0, PROGNOS),
    (Falt::Avvikelse, 1.5, AVVIKELSE),
    (Falt::Beloppsenhet, 0.5, BELOPPSENHET),
    (Falt::Kommentar, 0.5, ORSAK),
    (Falt::Olast, 0.0, OLAST),
];
