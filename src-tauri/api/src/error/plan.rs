//! The words for what the plan itself refuses: damaged, locked and newer files, broken rules, barriers.
use plan_core::document::{ChangeKind, Op};
use plan_core::error::{Damage, LockHolder};

use super::{UiError, file_error};
use crate::texts::{field, op, rule};

pub(super) fn words(error: &plan_core::Error) -> UiError {
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
        E::Locked { by } => UiError::new(
            "locked",
            locked_by(by.as_ref(), minutes),
            "Stäng filen där den är öppen och försök igen.",
        ),
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
        E::Gone { path } => UiError::new(
            "gone",
            "Filen ligger inte kvar där den öppnades. Inget ändrades.",
            "Sätt tillbaka minnet eller mappen, eller spara en kopia på en annan plats.",
        )
        .with_detail(path.display()),
        E::Db(source) => UiError::new(
            "db",
            "Filen kunde inte läsas eller skrivas. Inget ändrades.",
            "Försök igen. Om felet återkommer: kontrollera filen.",
        )
        .with_detail(source),
        E::NothingToUndo => UiError::new(
            "nothing_to_undo",
            "Det finns inget att ångra eller göra om.",
            "I ändringsloggen syns vad som har ändrats.",
        ),
        E::Barrier { op: name } => barrier(name),
        E::Cancelled => {
            UiError::new("cancelled", "Arbetet avbröts. Inget ändrades.", "Börja om när det passar.")
        }
    }
}

fn rule_error(violation: &plan_core::RuleViolation) -> UiError {
    let (message, hint) = rule::words(&field::word(violation.field), &violation.rule);
    let error = UiError::new(rule::code(&violation.rule), message, hint);
    UiError { field: Some(violation.field), ..error }
}

fn barrier(name: &str) -> UiError {
    let label = op::label_of(name);
    let hint = match Op::parse(name).map(Op::kind) {
        Some(ChangeKind::Decision) => "Ett beslut upphävs med Upphäv beslut, och en låsning med Lås upp.",
        _ => "Det som gjordes dessförinnan ändras för hand. I Historik står vad som gällde då.",
    };
    UiError::new("barrier", format!("Det går inte att ångra förbi ”{}”.", rule::capitalised(&label)), hint)
}

/// Why a file was not opened for writing, where a copy is offered as the way on; `since` words the lock's time.
pub(crate) fn not_opened(error: &plan_core::Error, since: impl Fn(&str) -> String) -> UiError {
    match error {
        plan_core::Error::Locked { by } => UiError::new(
            "locked",
            locked_by(by.as_ref(), since),
            "Stäng filen där den är öppen, eller öppna en kopia.",
        ),
        plan_core::Error::ReadOnly => UiError::new(
            "read_only",
            "Filen eller dess mapp är skrivskyddad.",
            "Öppna en kopia och arbeta i den.",
        ),
        other => words(other),
    }
}

fn locked_by(holder: Option<&LockHolder>, since: impl Fn(&str) -> String) -> String {
    match holder {
        Some(LockHolder { vem, machine, at }) if !vem.is_empty() => {
            format!("Filen är öppen hos {vem} på {machine} sedan {}.", since(at))
        }
        Some(LockHolder { machine, at, .. }) => {
            format!("Filen är öppen på {machine} sedan {}.", since(at))
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
    const OTHER_FILE: &str = "Välj en fil som är sparad av Röda tråden.";
    const BACKUP: &str = "Återställ filen från en säkerhetskopia.";
    match damage {
        Damage::Empty => UiError::new("empty_file", "Filen är tom.", BACKUP),
        Damage::NotSqlite => UiError::new("not_a_plan", "Filen är inte en plan.", OTHER_FILE),
        Damage::Foreign(id) => UiError::new("foreign_file", "Filen hör till ett annat program.", OTHER_FILE)
            .with_detail(format!("application id {id}")),
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
            BACKUP,
        )
        .with_detail(detail),
        Damage::Truncated => UiError::new("truncated", "Filen är avklippt: slutet saknas.", BACKUP),
    }
}
