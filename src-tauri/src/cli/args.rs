//! The words of the command line: verbs, arguments and flags, with their Swedish help. What they do is in `run`.
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use serde::Serialize;

const EXEMPEL_ROT: &str = "\
Exempel:
  roda-traden exempel exempel.vplan
  roda-traden ny plan.vplan --styrmodell ledmot-2023 --kommun Granköping --namnd Socialnämnden \\
    --forvaltning Socialförvaltningen --ar 2027 --vem Verksamhetscontroller
  roda-traden importera plan.vplan uppdrag.xlsx --vem Verksamhetscontroller
  roda-traden rapport plan.vplan --typ manad --period 2026-10 --format pdf,xlsx --till utskick

Utan kommando öppnas fönstret, och med en fil öppnas den där: roda-traden plan.vplan
Med --vem anges den befattning som gör ändringen. Svaret skrivs som JSON.
Avslutskod: 0 klart, 1 nekat, 2 felaktig användning.";

/// Röda tråden from the command line.
#[derive(Debug, Parser)]
#[command(
    name = "roda-traden",
    bin_name = "roda-traden",
    version,
    about = "Röda tråden – en nämnds plan, uppföljning och rapporter i en fil",
    after_help = EXEMPEL_ROT,
    override_usage = "roda-traden KOMMANDO FIL [FLAGGOR]"
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// Skapa en exempelfil med en påhittad socialförvaltning
    #[command(
        override_usage = "roda-traden exempel FIL",
        after_help = "Exempel:\n  roda-traden exempel exempel.vplan"
    )]
    Exempel(Exempel),
    /// Skapa en ny, tom plan
    #[command(
        override_usage = "roda-traden ny FIL --styrmodell MALL --kommun NAMN --namnd NAMN --forvaltning NAMN --ar ÅR --vem BEFATTNING",
        after_help = "Exempel:\n  roda-traden ny plan.vplan --styrmodell ledmot-2023 --kommun Granköping --namnd Socialnämnden \\\n    --forvaltning Socialförvaltningen --ar 2027 --vem Verksamhetscontroller"
    )]
    Ny(Ny),
    /// Läs in uppdrag, aktiviteter, mätetal, drift eller verksamheter ur en fil
    #[command(
        override_usage = "roda-traden importera FIL KÄLLA [FLAGGOR]",
        after_help = "Excel, Calc, CSV och kopierade tabeller läses. Utan --som avgörs innehållet av rubrikerna.\nInget skrivs om en rad vägras, om inte --endast-goda anges.\nMed --prova syns under tabeller vilken rubrik som lästes som vilket fält. En mappningsfil säger det i stället,\nför varje kolumn som ska läsas:\n  {\"tabeller\": [{\"slag\": \"aktiviteter\", \"kolumner\": {\"Insats\": \"titel\", \"Ska vara färdigt\": \"slut\"}}]}\n\nExempel:\n  roda-traden importera plan.vplan uppdrag.xlsx --prova\n  roda-traden importera plan.vplan drift.csv --som drift --period 2026-04 --vem Ekonom"
    )]
    Importera(Importera),
    /// Visa planen som JSON, belopp i hela ören
    #[command(
        override_usage = "roda-traden visa FIL [--period ÅR-MÅNAD] [--datum DATUM]",
        after_help = "Exempel:\n  roda-traden visa plan.vplan\n  roda-traden visa plan.vplan --period 2026-10"
    )]
    Visa(Visa),
    /// Visa ändringsloggen: vem, när och vad
    #[command(
        override_usage = "roda-traden logg FIL [--antal ANTAL]",
        after_help = "Exempel:\n  roda-traden logg plan.vplan --antal 20"
    )]
    Logg(Logg),
    /// Ångra den senaste ändringen
    #[command(
        override_usage = "roda-traden angra FIL --vem BEFATTNING",
        after_help = "Exempel:\n  roda-traden angra plan.vplan --vem Verksamhetscontroller"
    )]
    Angra(Skrivning),
    /// Gör om den senast ångrade ändringen
    #[command(
        override_usage = "roda-traden gor-om FIL --vem BEFATTNING",
        after_help = "Exempel:\n  roda-traden gor-om plan.vplan --vem Verksamhetscontroller"
    )]
    GorOm(Skrivning),
    /// Skriv månadsrapporten eller verksamhetsplanen, lås den eller fastställ den
    #[command(
        override_usage = "roda-traden rapport FIL --typ TYP --till KATALOG [FLAGGOR]",
        after_help = "Utan --las och --faststall skrivs ett utkast. En låst rapport ändras inte av det som sedan ändras i planen.\nEn låsning tas tillbaka med kommandot unlock_rapport och ett beslut med revoke_rapport; id står i arkivet.\n\nExempel:\n  roda-traden rapport plan.vplan --typ manad --period 2026-10 --till utskick\n  roda-traden rapport plan.vplan --typ verksamhetsplan --period 2027-01 --enhet \"Enhet Norr\" --till utskick\n  roda-traden rapport plan.vplan --typ manad --period 2026-10 --till utskick --las --vem Nämndsekreterare\n  roda-traden rapport plan.vplan --typ manad --period 2026-10 --till utskick --faststall 2026-11-17 \\\n    --paragraf 62 --dnr \"2026.007 SN\" --vem Nämndsekreterare\n  roda-traden anropa plan.vplan revoke_rapport '{\"id\": \"…\", \"skal\": \"Fel i tabell 3\"}' --vem Nämndsekreterare"
    )]
    Rapport(Rapport),
    /// Visa låsta och fastställda rapporter, eller ta ut deras filer
    #[command(
        override_usage = "roda-traden arkiv FIL [--ta-ut KATALOG]",
        after_help = "Filerna kommer ut byte för byte som de låstes eller fastställdes.\n\nExempel:\n  roda-traden arkiv plan.vplan --ta-ut arkiv"
    )]
    Arkiv(Arkiv),
    /// Kontrollera att filen är hel och att ändringsloggen stämmer
    #[command(
        override_usage = "roda-traden kontrollera FIL",
        after_help = "Avslutskoden är 1 om något är fel.\n\nExempel:\n  roda-traden kontrollera plan.vplan"
    )]
    Kontrollera(Fil),
    /// Anropa ett kommando i kommandotabellen med JSON
    #[command(
        override_usage = "roda-traden anropa FIL KOMMANDO [JSON|-]",
        after_help = "Kommandona och deras typer står i ui/src/api/generated.ts. Med - läses JSON från standard in.\n\nExempel:\n  roda-traden anropa plan.vplan read_plan '{}'\n  echo '{\"limit\": 5}' | roda-traden anropa plan.vplan read_log -"
    )]
    Anropa(Anropa),
}

/// The plan file.
#[derive(Debug, Args)]
pub(crate) struct Fil {
    /// Planens fil (.vplan)
    #[arg(value_name = "FIL")]
    pub(crate) fil: PathBuf,
}

/// Who writes.
#[derive(Debug, Args)]
pub(crate) struct Vem {
    /// Den befattning som gör ändringen
    #[arg(long, value_name = "BEFATTNING")]
    pub(crate) vem: Option<String>,
}

/// A file and who writes in it.
#[derive(Debug, Args)]
pub(crate) struct Skrivning {
    #[command(flatten)]
    pub(crate) fil: Fil,
    #[command(flatten)]
    pub(crate) vem: Vem,
}

#[derive(Debug, Args)]
pub(crate) struct Exempel {
    #[command(flatten)]
    pub(crate) skrivning: Skrivning,
}

#[derive(Debug, Args)]
pub(crate) struct Ny {
    #[command(flatten)]
    pub(crate) skrivning: Skrivning,
    /// Styrmodellens mall: ledmot-2023, ledmot-2010, trelleborg, mjolby, ange eller egen
    #[arg(long, value_name = "MALL")]
    pub(crate) styrmodell: String,
    /// Kommunens namn
    #[arg(long, value_name = "NAMN")]
    pub(crate) kommun: String,
    /// Nämndens namn
    #[arg(long, value_name = "NAMN")]
    pub(crate) namnd: String,
    /// Förvaltningens namn
    #[arg(long, value_name = "NAMN")]
    pub(crate) forvaltning: String,
    /// Det första verksamhetsåret
    #[arg(long, value_name = "ÅR")]
    pub(crate) ar: i32,
}

#[derive(Debug, Args)]
pub(crate) struct Importera {
    #[command(flatten)]
    pub(crate) fil: Fil,
    /// Filen som ska läsas in (xlsx, xls, ods, csv), eller - för en kopierad tabell på standard in
    #[arg(value_name = "KÄLLA")]
    pub(crate) kalla: PathBuf,
    /// Vad källan innehåller: uppdrag, aktiviteter, matetal, drift eller verksamhet
    #[arg(long, value_name = "SLAG")]
    pub(crate) som: Option<Som>,
    /// Perioden som belopp och status gäller, till exempel 2026-04
    #[arg(long, value_name = "ÅR-MÅNAD")]
    pub(crate) period: Option<String>,
    /// Verksamhetsåret, om det inte är planens eget
    #[arg(long, value_name = "ÅR")]
    pub(crate) ar: Option<i32>,
    /// En fil (JSON) som säger vilken rubrik som är vilket fält
    #[arg(long, value_name = "FIL")]
    pub(crate) mappning: Option<PathBuf>,
    /// Visa vad inläsningen skulle göra, utan att skriva
    #[arg(long)]
    pub(crate) prova: bool,
    /// Ta in de goda raderna även om andra vägras
    #[arg(long)]
    pub(crate) endast_goda: bool,
    #[command(flatten)]
    pub(crate) vem: Vem,
}

/// What a source holds.
#[derive(Debug, Clone, Copy, ValueEnum, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Som {
    Uppdrag,
    Aktiviteter,
    Matetal,
    Drift,
    Verksamhet,
}

#[derive(Debug, Args)]
pub(crate) struct Visa {
    #[command(flatten)]
    pub(crate) fil: Fil,
    /// Perioden som planen ska visas för; annars den senaste med uppgifter
    #[arg(long, value_name = "ÅR-MÅNAD")]
    pub(crate) period: Option<String>,
    /// Dagen som räknas som i dag; annars periodens sista dag
    #[arg(long, value_name = "DATUM")]
    pub(crate) datum: Option<NaiveDate>,
}

#[derive(Debug, Args)]
pub(crate) struct Logg {
    #[command(flatten)]
    pub(crate) fil: Fil,
    /// Högst så här många ändringar, den senaste först
    #[arg(long, value_name = "ANTAL")]
    pub(crate) antal: Option<u32>,
}

#[derive(Debug, Args)]
pub(crate) struct Rapport {
    #[command(flatten)]
    pub(crate) fil: Fil,
    /// Rapportens typ: manad eller verksamhetsplan
    #[arg(long, value_name = "TYP")]
    pub(crate) typ: Typ,
    /// Perioden, till exempel 2026-10; annars den senaste med uppgifter
    #[arg(long, value_name = "ÅR-MÅNAD")]
    pub(crate) period: Option<String>,
    /// Enhetens kod eller namn, för en enhets verksamhetsplan
    #[arg(long, value_name = "KOD")]
    pub(crate) enhet: Option<String>,
    /// Format, åtskilda med komma: pdf, xlsx
    #[arg(long, value_name = "FORMAT", value_delimiter = ',', default_value = "pdf,xlsx")]
    pub(crate) format: Vec<Format>,
    /// Katalogen som filerna skrivs i
    #[arg(long, value_name = "KATALOG")]
    pub(crate) till: PathBuf,
    /// Rapportens dag; annars periodens sista dag
    #[arg(long, value_name = "DATUM")]
    pub(crate) datum: Option<NaiveDate>,
    /// Lås för utskick: rapporten sparas i planen som förslag till nämnden
    #[arg(long)]
    pub(crate) las: bool,
    /// Fastställ: dagen för nämndens beslut
    #[arg(long, value_name = "DATUM", requires = "paragraf", conflicts_with = "las")]
    pub(crate) faststall: Option<NaiveDate>,
    /// Beslutets paragraf
    #[arg(long, value_name = "PARAGRAF", requires = "faststall")]
    pub(crate) paragraf: Option<String>,
    /// Diarienummer
    #[arg(long, value_name = "DIARIENUMMER")]
    pub(crate) dnr: Option<String>,
    #[command(flatten)]
    pub(crate) vem: Vem,
}

/// The kinds of report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Typ {
    Manad,
    Verksamhetsplan,
}

/// The formats of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Format {
    Pdf,
    Xlsx,
}

#[derive(Debug, Args)]
pub(crate) struct Arkiv {
    #[command(flatten)]
    pub(crate) fil: Fil,
    /// Skriv alla filer i katalogen
    #[arg(long, value_name = "KATALOG")]
    pub(crate) ta_ut: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Anropa {
    #[command(flatten)]
    pub(crate) fil: Fil,
    /// Kommandots namn
    #[arg(value_name = "KOMMANDO")]
    pub(crate) kommando: String,
    /// Kommandots uppgifter som JSON, eller - för standard in
    #[arg(value_name = "JSON", allow_hyphen_values = true)]
    pub(crate) json: Option<String>,
    #[command(flatten)]
    pub(crate) vem: Vem,
}
