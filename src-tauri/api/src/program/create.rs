//! New files: an empty plan from a styrmodell, and fresh copies of the example.
use std::path::{Path, PathBuf};

use plan_core::document::Document;

use super::open::{absolute, at, free, open_path, plain_name};
use super::{ForeslaFil, Foreslagen, NyPlanfil, Program, Programbild, state};
use crate::blocking::blocking;
use crate::error::UiError;
use crate::requests::Inget;

/// The example's folder in the program's own.
const EXEMPEL: &str = "exempel";
const EXEMPEL_NAME: &str = "Exempel";

/// A free name where a new plan is proposed to lie: "Socialförvaltningen 2027.vplan". What is wrong with the plan is said
/// now, before anybody has chosen a place for it.
pub(super) async fn propose_file(program: &Program, request: ForeslaFil) -> Result<Foreslagen, UiError> {
    let folder = program.around().planer_dir.clone();
    let plan = request.plan;
    let name = plain_name(&format!("{} {}", plan.forvaltning.trim(), plan.year));
    let mut trial = program.environment(Some(plan.forvaltning.clone()));
    trial.backup_dir = None;
    blocking(move || Ok(Document::create_in_memory(trial)?.create_plan(&plan)?)).await?;
    let stem = name.trim_end_matches(".vplan").to_owned();
    let fil = blocking(move || free(&folder, &stem)).await?;
    let filnamn = fil.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Foreslagen { fil, filnamn })
}

/// Makes the file, fills it and opens it. Never over an existing file.
pub(super) async fn create_plan_file(program: &Program, request: NyPlanfil) -> Result<Programbild, UiError> {
    let fil = with_ending(absolute(&request.fil));
    if fil.starts_with(&program.around().planer_dir)
        && let Some(folder) = fil.parent()
    {
        std::fs::create_dir_all(folder).map_err(|source| at(folder, source))?;
    }
    // Nobody has said who they are yet: the plan's first line of history is the förvaltning's own.
    let vem = program.around().vem.clone().unwrap_or_else(|| request.plan.forvaltning.trim().to_owned());
    let plan = serde_json::to_value(&request.plan).unwrap_or_default();
    crate::create_plan(&fil, program.environment(Some(vem)), plan).await?;
    open_path(program, &fil).await?;
    Ok(state::picture(program))
}

/// A fresh example each time: what was done in an earlier one stays in that.
pub(super) async fn open_exempel(program: &Program, _request: Inget) -> Result<Programbild, UiError> {
    let folder = program.exempel_dir();
    let fil = blocking(move || free(&folder, EXEMPEL_NAME)).await?;
    let mut environment = program.environment(None);
    // Its year is written in one go; nothing of anybody's needs a backup there.
    environment.backup_dir = None;
    crate::create_exempel(&fil, environment).await?;
    open_path(program, &fil).await?;
    Ok(state::picture(program))
}

impl Program {
    /// Where fresh examples are put.
    pub(super) fn exempel_dir(&self) -> PathBuf {
        self.around().data_dir.join(EXEMPEL)
    }

    /// A file as a person knows it.
    pub(super) fn filbild(&self, fil: &Path, namn: &super::words::Plannamn) -> super::Filbild {
        let exempel = fil.starts_with(self.exempel_dir());
        super::words::file(fil, namn, self.around().home.as_deref(), exempel)
    }
}

fn with_ending(fil: PathBuf) -> PathBuf {
    if fil.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("vplan")) {
        return fil;
    }
    let mut name = fil.into_os_string();
    name.push(".vplan");
    name.into()
}
