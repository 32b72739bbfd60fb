//! Every Swedish error text, in one exhaustive match: what happened, what to do now, and the technical detail.
//! All of them are printed to `texter.golden` for proof-reading. A rule's own words are in [`crate::texts::rule`].
use std::path::{Path, PathBuf};

use plan_core::error::{Damage, LockHolder};
use serde::Serialize;
use ts_rs::TS;

use crate::texts::{field, op, rule};

/// What a person sees when something was refused or failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UiError {
    /// Stable identifier, for the few places where a program acts on it.
    pub code: &'static str,
    /// What happened, in one sentence.
    pub message: String,
    /// What to do now.
    pub hint: String,
    /// For the one who helps: English, behind "Visa detaljer". Empty when there is nothing more to say.
    pub detail: String,
    /// The field of the form that broke a rule.
    pub field: Option<&'static str>,
}

/// The result of a command.
pub type Result<T> = std::result::Result<T, UiError>;

/// Everything that can go wrong in this crate or below it.
#[derive(Debug)]
pub enum Error {
    /// From the plan itself.
    Core(plan_core::Error),
    /// The source of an import could not be read as tables.
    Read(plan_exchange::ReadError),
    /// A report could not be drawn.
    Export(plan_export::ExportError),
    /// No command of that name.
    UnknownCommand(String),
    /// The command's JSON has the wrong shape; serde's words.
    BadRequest(String),
    /// A file or folder could not be read or written.
    File { path: PathBuf, source: std::io::Error },
    /// The source is larger than an import may be; both in bytes.
    SourceTooLarge { path: PathBuf, size: u64, max: u64 },
    /// No node of the organisation has that code or name.
    UnknownEnhet(String),
    /// No template of that name; the names there are.
    UnknownStyrmodell { name: String, known: Vec<&'static str> },
    /// A period that is not a month such as 2026-04.
    BadPeriod(String),
    /// The plan has no organisation to make a report for.
    NoForvaltning,
    /// The file did not pass `kontrollera`, so nothing may be locked in it; number of findings.
    NotSound(usize),
    /// The report as stored can no longer be read.
    StoredReport(String),
    /// A job panicked; its words.
    Panicked(String),
    /// The document's thread has ended.
    Closed,
}

impl From<plan_core::Error> for Error {
    fn from(error: plan_core::Error) -> Error {
        Error::Core(error)
    }
}

impl From<plan_exchange::ReadError> for Error {
    fn from(error: plan_exchange::ReadError) -> Error {
        Error::Read(error)
    }
}

impl From<plan_export::ExportError> for Error {
    fn from(error: plan_export::ExportError) -> Error {
        Error::Export(error)
    }
}

impl From<plan_core::Error> for UiError {
    fn from(error: plan_core::Error) -> UiError {
        core_error(&error)
    }
}

impl From<Error> for UiError {
    fn from(error: Error) -> UiError {
        words(&error)
    }
}

impl UiError {
    fn new(code: &'static str, message: impl Into<String>, hint: impl Into<String>) -> UiError {
        UiError { code, message: message.into(), hint: hint.into(), detail: String::new(), field: None }
    }

    fn with_detail(self, detail: impl std::fmt::Display) -> UiError {
        UiError { detail: detail.to_string(), ..self }
    }
}

fn words(error: &Error) -> UiError {
    match error {
        Error::Core(error) => core_error(error),
        Error::Read(error) => read_error(error),
        Error::Export(error) => UiError::new(
            "export",
            "Rapporten kunde inte skrivas.",
            "Försök igen. Om felet återkommer: rapportera det tillsammans med detaljerna.",
        )
        .with_detail(error),
        Error::UnknownCommand(name) => UiError::new(
            "unknown_command",
            format!("Kommandot ”{name}” finns inte."),
            "Kommandona står i ui/src/api/generated.ts.",
        ),
        Error::BadRequest(detail) => UiError::new(
            "bad_request",
            "Kommandots uppgifter har fel form.",
            "Jämför med kommandots typ i ui/src/api/generated.ts.",
        )
        .with_detail(detail),
        Error::File { path, source } => file_error(path, source),
        Error::SourceTooLarge { path, size, max } => UiError::new(
            "source_too_large",
            format!("Filen {} är för stor för att läsas in.", quoted(path)),
            format!("Högst {} MB läses in. Dela upp filen.", max / 1_000_000),
        )
        .with_detail(format!("{size} bytes, limit {max}")),
        Error::UnknownEnhet(text) => UiError::new(
            "unknown_enhet",
            format!("Enheten ”{text}” finns inte i planen."),
            "Ange enhetens kod eller namn så som det står i organisationen.",
        ),
        Error::UnknownStyrmodell { name, known } => UiError::new(
            "unknown_styrmodell",
            format!("Styrmodellen ”{name}” finns inte."),
            format!("Välj en av dessa: {}.", known.join(", ")),
        ),
        Error::BadPeriod(text) => UiError::new(
            "bad_period",
            format!("”{text}” är inte en period."),
            "Ange år och månad så här: 2026-04.",
        ),
        Error::NoForvaltning => UiError::new(
            "no_forvaltning",
            "Planen har ingen förvaltning att göra en rapport för.",
            "Lägg till förvaltningen i organisationen först.",
        ),
        Error::NotSound(findings) => UiError::new(
            "not_sound",
            "Rapporten låstes inte, eftersom filen inte klarade kontrollen.",
            "Kör kontrollera för att se vad som är fel, och återställ filen från en säkerhetskopia.",
        )
        .with_detail(format!("{findings} findings")),
        Error::StoredReport(detail) => UiError::new(
            "stored_report",
            "Den sparade rapporten kunde inte läsas.",
            "Kör kontrollera för att se vad som är fel med filen.",
        )
        .with_detail(detail),
        Error::Panicked(detail) => UiError::new(
            "panicked",
            "Ett oväntat fel inträffade. Inget ändrades.",
            "Försök igen. Om felet återkommer: rapportera det tillsammans med detaljerna.",
        )
        .with_detail(detail),
        Error::Closed => UiError::new("closed", "Filen är stängd.", "Öppna filen igen."),
    }
}

fn core_error(error: &plan_core::Error) -> UiError {
    use plan_core::Error as E;
    match error {
        E::NotFound(_) => UiError::new(
            "not_found",
            "Det som skulle ändras finns inte längre i planen.",
            "Läs in planen på nytt och försök igen.",
        )
        .with_detail(error),
        E::Rule(violation) => rule_error(violation),
        E::NewerFile { found, known } => UiError::new(
            "newer_file",
            "Filen är skriven med en nyare version av programmet.",
            "Uppdatera programmet och öppna filen igen.",
        )
        .with_detail(format!("schema {found}, this program knows {known}")),
        E::Locked { by } => {
            UiError::new("locked", locked_by(by.as_ref()), "Stäng filen där den är öppen och försök igen.")
        }
        E::Damaged(damage) => damage_error(damage),
        E::Io { path, source } => file_error(path, source),
        E::DiskFull => UiError::new(
            "disk_full",
            "Det finns inte plats på disken. Inget ändrades.",
            "Frigör utrymme, eller spara en kopia på en annan plats.",
        ),
        E::ReadOnly => UiError::new(
            "read_only",
            "Filen eller dess mapp är skrivskyddad. Inget ändrades.",
            "Spara en kopia på en plats där du får skriva.",
        ),
        E::Db(source) => UiError::new(
            "db",
            "Filen kunde inte läsas eller skrivas. Inget ändrades.",
            "Försök igen. Om felet återkommer: kör kontrollera på filen.",
        )
        .with_detail(source),
        E::NothingToUndo => {
            UiError::new("nothing_to_undo", "Det finns inget att ångra eller göra om.", "Se ändringsloggen.")
        }
        E::Barrier { op: name } => barrier(name),
        E::Cancelled => UiError::new("cancelled", "Arbetet avbröts. Inget ändrades.", "Starta om det vid behov."),
    }
}

fn rule_error(violation: &plan_core::RuleViolation) -> UiError {
    let (message, hint) = rule::words(&field::word(violation.field), &violation.rule);
    let error = UiError::new(rule::code(&violation.rule), message, hint);
    UiError { field: Some(violation.field), ..error }
}

fn barrier(name: &str) -> UiError {
    let label = op::label_of(name);
    UiError::new(
        "barrier",
        format!("Det går inte att ångra förbi: {label}."),
        "Ett beslut upphävs med Upphäv beslut, och en låsning med Lås upp.",
    )
}

fn locked_by(holder: Option<&LockHolder>) -> String {
    match holder {
        Some(LockHolder { vem, machine, at }) if !vem.is_empty() => {
            format!("Filen är öppen hos {vem} på {machine} sedan {}.", minutes(at))
        }
        Some(LockHolder { machine, at, .. }) => {
            format!("Filen är öppen på {machine} sedan {}.", minutes(at))
        }
        None => "Filen är öppen i ett annat program.".to_owned(),
    }
}

/// "2026-10-31T08:15:00Z" as "2026-10-31 08.15 (UTC)".
fn minutes(rfc3339: &str) -> String {
    match chrono::DateTime::parse_from_rfc3339(rfc3339) {
        Ok(at) => format!("{} (UTC)", at.to_utc().format("%Y-%m-%d %H.%M")),
        Err(_) => "en okänd tid".to_owned(),
    }
}

fn damage_error(damage: &Damage) -> UiError {
    const OTHER_FILE: &str = "Välj en fil som slutar på .vplan.";
    const BACKUP: &str = "Återställ filen från en säkerhetskopia.";
    match damage {
        Damage::Empty => UiError::new("empty_file", "Filen är tom.", BACKUP),
        Damage::NotSqlite => UiError::new("not_a_plan", "Filen är inte en plan.", OTHER_FILE),
        Damage::Foreign(id) => {
            UiError::new("foreign_file", "Filen hör till ett annat program.", OTHER_FILE)
                .with_detail(format!("application id {id}"))
        }
        Damage::Schema(objects) => UiError::new(
            "foreign_schema",
            "Filen innehåller något som programmet inte har lagt dit, och öppnas därför inte.",
            BACKUP,
        )
        .with_detail(objects.join(", ")),
        Damage::Content(detail) => {
            UiError::new("damaged", "Filen är skadad och kan inte läsas.", BACKUP).with_detail(detail)
        }
        Damage::Chain(detail) => UiError::new(
            "damaged_log",
            "Filens ändringslogg är skadad eller ändrad utanför programmet.",
            "Kör kontrollera för att se vad som är fel, eller återställ filen från en säkerhetskopia.",
        )
        .with_detail(detail),
        Damage::Truncated => {
            UiError::new("truncated", "Filen är avklippt: slutet saknas.", BACKUP)
        }
    }
}

fn file_error(path: &Path, source: &std::io::Error) -> UiError {
    use std::io::ErrorKind as K;
    let name = quoted(path);
    let (code, message, hint) = match source.kind() {
        K::NotFound => ("file_not_found", format!("{name} finns inte."), "Kontrollera sökvägen."),
        K::PermissionDenied | K::ReadOnlyFilesystem => (
            "no_permission",
            format!("Behörighet saknas till {name}."),
            "Välj en plats där du får skriva, eller be den som förvaltar mappen om behörighet.",
        ),
        K::AlreadyExists => {
            ("file_exists", format!("{name} finns redan och skrivs inte över."), "Välj ett annat namn.")
        }
        K::IsADirectory => ("is_a_folder", format!("{name} är en mapp."), "Ange en fil."),
        K::NotADirectory => ("not_a_folder", format!("{name} är inte en mapp."), "Ange en mapp."),
        K::StorageFull | K::QuotaExceeded | K::FileTooLarge => (
            "disk_full",
            format!("Det finns inte plats för {name} på disken."),
            "Frigör utrymme, eller välj en annan plats.",
        ),
        _ => ("file", format!("{name} kunde inte läsas eller skrivas."), "Försök igen."),
    };
    UiError::new(code, message, hint).with_detail(source)
}

fn quoted(path: &Path) -> String {
    format!("”{}”", path.display())
}
