//! Files out of the program: drafts, stored reports as they stand now, and archived files byte for byte.
use std::path::Path;

use plan_core::document::Document;
use plan_core::rapport::{Filformat, Filroll, Rapport, Rapportlage, Rapportslag};
use plan_report::tree::{self, Lage};
use plan_report::with_lage;

use super::build::{build, lock_days};
use super::render::{Renderad, render};
use super::store::stored;
use super::{Arkiv, Arkivpost, ExtractArkiv, Filval, PrintRapport, Rapportsvar, Utfil, WriteRapport};
use crate::blocking::blocking;
use crate::error::Error;
use crate::files::{sha256, write_new, write_over};
use crate::requests::Inget;
use crate::session::Session;
use crate::texts::{rapport as said, steg};
use crate::watch::Watch;

/// Writes a draft of the report as the plan stands. Stores nothing.
pub(crate) async fn write_rapport(
    session: Session,
    request: WriteRapport,
    watch: Watch,
) -> Result<Rapportsvar, Error> {
    let WriteRapport { val, filer } = request;
    watch.step(steg::STALL_SAMMAN)?;
    let built = session.on(move |document| build(document, &val, Lage::Utkast)).await?;
    watch.step(steg::GOR_FILER)?;
    let files = render(built.tree.clone(), &filer.format, stem(&built.tree, built.version)).await?;
    watch.step(steg::SPARA)?;
    let mut reply = Rapportsvar::default();
    write(&mut reply, files, filer, said::stamp(&built.tree.lage)).await?;
    Ok(reply)
}

/// Prints a stored report's facts as it stands now: a revoked one is marked *Upphävd*.
pub(crate) async fn print_rapport(
    session: Session,
    request: PrintRapport,
    watch: Watch,
) -> Result<Rapportsvar, Error> {
    let PrintRapport { id, filer } = request;
    watch.step(steg::STALL_SAMMAN)?;
    let (rapport, tree) = session.on(move |document| stored(document, id)).await?;
    watch.step(steg::GOR_FILER)?;
    let tree = with_lage(tree, lage_now(&rapport));
    let files = render(tree.clone(), &filer.format, stem(&tree, rapport.version)).await?;
    watch.step(steg::SPARA)?;
    let mut reply = Rapportsvar { id: Some(id), ..Rapportsvar::default() };
    write(&mut reply, files, filer, said::stamp(&tree.lage)).await?;
    Ok(reply)
}

/// The stored reports, oldest period first.
pub(crate) fn list_arkiv(document: &mut Document, _request: Inget) -> Result<Arkiv, Error> {
    let all = document.rapporter()?;
    let lasta = lock_days(document, all.iter().filter(|r| r.state == Rapportlage::Last))?;
    let post = |rapport: Rapport| Arkivpost {
        titel: said::title(&rapport),
        lage: said::state(&rapport, lasta.get(&rapport.id).copied()),
        rapport,
    };
    Ok(Arkiv { rapporter: all.into_iter().map(post).collect() })
}

/// Writes the archived files byte for byte as they were stored.
pub(crate) async fn extract_arkiv(
    session: Session,
    request: ExtractArkiv,
    watch: Watch,
) -> Result<Rapportsvar, Error> {
    let wanted = request.id;
    let mut rapporter = session.on(|document| Ok(document.rapporter()?)).await?;
    rapporter.retain(|rapport| wanted.is_none_or(|id| id == rapport.id));
    let mut reply = Rapportsvar { id: wanted, ..Rapportsvar::default() };
    let all: Vec<_> = rapporter.iter().flat_map(|rapport| &rapport.filer).collect();
    for (done, file) in all.iter().enumerate() {
        watch.step(steg::ta_ut(done as u64, all.len() as u64))?;
        let hash = file.sha256.clone();
        let bytes = session.on(move |document| Ok(document.archive_get(&hash)?)).await?;
        let sha256 = sha256(&bytes);
        let one = Renderad { format: file.format, filnamn: file.filnamn.clone(), sha256, bytes };
        let till =
            Filval { till: request.till.clone(), format: vec![file.format], namn: None, ersatt: false };
        write(&mut reply, vec![one], till, role(file.roll)).await?;
    }
    Ok(reply)
}

/// Writes those of the files that were asked for and tells of each.
pub(super) async fn write(
    reply: &mut Rapportsvar,
    files: Vec<Renderad>,
    wanted: Filval,
    lage: &str,
) -> Result<(), Error> {
    for file in files.into_iter().filter(|file| wanted.format.contains(&file.format)) {
        let folder = wanted.till.clone();
        let chosen = wanted.namn.clone().unwrap_or_else(|| file.filnamn.clone());
        let namn = with_ending(&chosen, file.format);
        // What the person was asked about is the very name.
        let ersatt = wanted.ersatt && namn == chosen;
        let (written, file) = blocking(move || {
            let file = Renderad { filnamn: namn, ..file };
            let write = if ersatt { write_over } else { write_new };
            let written = write(&folder, &file.filnamn, &file.bytes)?;
            Ok((written, Renderad { bytes: vec![], ..file }))
        })
        .await?;
        let filnamn = name_of(&written.path);
        if written.renamed {
            let said = if ersatt { said::not_replaced } else { said::renamed };
            reply.upplysningar.push(said(&file.filnamn, &filnamn));
        }
        let Renderad { format, sha256, .. } = file;
        reply.filer.push(Utfil { fil: written.path, filnamn, format, sha256, lage: lage.to_owned() });
    }
    Ok(())
}

/// A name that a person wrote without the format's ending gets it, so that the system knows what the file is.
fn with_ending(name: &str, format: Filformat) -> String {
    let ending = format!(".{}", format.as_str());
    match name.to_lowercase().ends_with(&ending) {
        true => name.to_owned(),
        false => format!("{name}{ending}"),
    }
}

/// The parts of a report's file name: kind, period, whose, which version, and its stamp unless decided.
pub(crate) fn stem(tree: &tree::Rapport, version: u32) -> Vec<String> {
    let (period, whose) = match tree.slag {
        Rapportslag::Manad => (tree.period.to_string(), tree.namnd.as_str()),
        Rapportslag::Verksamhetsplan => (tree.period.year.to_string(), tree.avsandare.as_str()),
    };
    let whose = if whose.is_empty() { &tree.avsandare } else { whose };
    let kind = match tree.slag {
        Rapportslag::Manad => "manadsrapport",
        Rapportslag::Verksamhetsplan => "verksamhetsplan",
    };
    let version = if version > 1 { format!("version-{version}") } else { String::new() };
    let stamp = said::stamp_in_name(&tree.lage).to_owned();
    vec![kind.to_owned(), period, whose.to_owned(), version, stamp]
}

fn role(roll: Filroll) -> &'static str {
    match roll {
        Filroll::Forslag => said::stamp(&Lage::Forslag),
        Filroll::Faststalld => "Fastställd",
    }
}

/// The stamp that a stored report carries now.
pub(crate) fn lage_now(rapport: &Rapport) -> Lage {
    let datum = rapport.beslut_datum.unwrap_or(rapport.locked_date);
    let paragraf = rapport.paragraf.clone();
    match rapport.state {
        Rapportlage::Last | Rapportlage::Upplast => Lage::Forslag,
        Rapportlage::Faststalld => {
            Lage::Faststalld { datum, paragraf, dnr: rapport.dnr.clone(), kedja: rapport.log_head.clone() }
        }
        Rapportlage::Upphavd => Lage::Upphavd { datum, paragraf, skal: rapport.skal.clone() },
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}
