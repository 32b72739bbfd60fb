//! Every Swedish error text, in exhaustive matches: what happened, what to do now, and the technical detail.
//! Here those of this crate; `plan` words the core's, `source` those of a source being read.
//! All of them are printed to `texter.golden` for proof-reading. A rule's own words are in [`crate::texts::rule`].
mod plan;
mod source;

use std::path::{Path, PathBuf};

pub(crate) use plan::not_opened;
pub(crate) use source::sheet;

use serde::Serialize;
use ts_rs::TS;

use crate::typed::Typfel;

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
    /// A mapping file is not JSON of that shape; where, and serde's words.
    BadMapping { path: PathBuf, line: usize, column: usize, detail: String },
    /// A file or folder could not be read or written.
    File { path: PathBuf, source: std::io::Error },
    /// The source is larger than an import may be; both in bytes.
    SourceTooLarge { path: PathBuf, size: u64, max: u64 },
    /// A source that was previewed is no longer at hand.
    SourceGone,
    /// No node of the organisation has that code or name.
    UnknownEnhet(String),
    /// A period that is not a month such as 2026-04.
    BadPeriod(String),
    /// Typed text that the field does not take.
    Typed(Typfel),
    /// The plan has no verksamhetsår to read or report in.
    NoYear,
    /// The plan has no organisation to make a report for.
    NoForvaltning,
    /// The file did not pass `kontrollera`, so nothing may be locked in it; number of findings.
    NotSound(usize),
    /// A report was locked or decided, and stands in the archive, but its files could not be written as well.
    StoredNotWritten(Box<Error>),
    /// The report as stored can no longer be read.
    StoredReport(String),
    /// A job panicked; its words.
    Panicked(String),
    /// The document's thread has ended.
    Closed,
    /// A command of a plan was called with none open.
    NoPlan,
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
        plan::words(&error)
    }
}

impl From<Error> for UiError {
    fn from(error: Error) -> UiError {
        words(&error)
    }
}

impl UiError {
    pub(crate) fn new(code: &'static str, message: impl Into<String>, hint: impl Into<String>) -> UiError {
        UiError { code, message: message.into(), hint: hint.into(), detail: String::new(), field: None }
    }

    pub(crate) fn with_detail(self, detail: impl std::fmt::Display) -> UiError {
        UiError { detail: detail.to_string(), ..self }
    }
}

fn words(error: &Error) -> UiError {
    match error {
        Error::Core(error) => plan::words(error),
        Error::Read(error) => source::words(error),
        Error::Export(error) => UiError::new(
            "export",
            "Rapporten kunde inte skrivas.",
            "Försök igen. Om felet återkommer: rapportera det tillsammans med detaljerna.",
        )
        .with_detail(error),
        Error::UnknownCommand(name) => UiError::new(
            "unknown_command",
            format!("Kommandot ”{name}” finns inte."),
            "Starta om programmet. Om felet återkommer: rapportera det.",
        ),
        Error::BadRequest(detail) => UiError::new(
            "bad_request",
            "Kommandots uppgifter har fel form.",
            "Försök igen. Om felet återkommer: rapportera det tillsammans med detaljerna.",
        )
        .with_detail(detail),
        Error::BadMapping { path, line, column, detail } => UiError::new(
            "bad_mapping",
            format!("{} är ingen mappningsfil (rad {line}, tecken {column}).", quoted(path)),
            "Rätta mappningsfilen.",
        )
        .with_detail(detail),
        Error::File { path, source } => file_error(path, source),
        Error::SourceTooLarge { path, size, max } => UiError::new(
            "source_too_large",
            format!("Filen {} är för stor för att läsas in.", quoted(path)),
            format!("Högst {} MB läses in. Dela upp filen.", max / 1_000_000),
        )
        .with_detail(format!("{size} bytes, limit {max}")),
        Error::SourceGone => UiError::new(
            "source_gone",
            "Filen är inte längre öppen för inläsning.",
            "Välj filen på nytt, eller klistra in tabellen igen.",
        ),
        Error::UnknownEnhet(text) => UiError::new(
            "unknown_enhet",
            format!("Enheten ”{text}” finns inte i planen."),
            "Ange enhetens kod eller namn så som det står i organisationen.",
        ),
        Error::BadPeriod(text) => UiError::new(
            "bad_period",
            format!("”{text}” är inte en period."),
            "Ange år och månad så här: 2026-04.",
        ),
        Error::Typed(typed) => crate::texts::typed::words(typed),
        Error::NoYear => UiError::new(
            "no_year",
            "Planen har inget verksamhetsår.",
            "Lägg till ett verksamhetsår, eller ange perioden.",
        ),
        Error::NoForvaltning => UiError::new(
            "no_forvaltning",
            "Planen har ingen förvaltning att göra en rapport för.",
            "Lägg till förvaltningen i organisationen först.",
        ),
        Error::NotSound(findings) => UiError::new(
            "not_sound",
            "Rapporten låstes inte, eftersom filen inte klarade kontrollen.",
            "Kontrollera filen för att se vad som är fel, och återställ filen från en säkerhetskopia.",
        )
        .with_detail(format!("{findings} findings")),
        Error::StoredNotWritten(error) => {
            let why = words(error);
            UiError::new(
                "stored_not_written",
                format!(
                    "Rapporten är sparad i planens arkiv, men filerna kunde inte skrivas. {}",
                    why.message
                ),
                "Ta ut dem ur arkivet till en annan plats. Lås eller fastställ inte på nytt.",
            )
            .with_detail(why.detail)
        }
        Error::StoredReport(detail) => UiError::new(
            "stored_report",
            "Den sparade rapporten kunde inte läsas.",
            "Kontrollera filen för att se vad som är fel.",
        )
        .with_detail(detail),
        Error::Panicked(detail) => UiError::new(
            "panicked",
            "Ett oväntat fel inträffade. Inget ändrades.",
            "Försök igen. Om felet återkommer: rapportera det tillsammans med detaljerna.",
        )
        .with_detail(detail),
        Error::Closed => UiError::new("closed", "Filen är stängd.", "Öppna filen igen."),
        Error::NoPlan => UiError::new("no_plan", "Ingen plan är öppen.", "Öppna en plan, eller skapa en ny."),
    }
}

pub(crate) fn file_error(path: &Path, source: &std::io::Error) -> UiError {
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
