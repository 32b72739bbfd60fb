//! The screen *Rapporter*: which report, where it stands, its sections and remarks, and its pages. A locked or decided
//! report is shown as it was stored; otherwise the draft, with what is being written at this moment.
use std::collections::BTreeSet;

use chrono::NaiveDate;
use plan_core::document::Document;
use plan_core::id::RapportId;
use plan_core::rapport::{Filformat, Rapport};
use plan_core::uppfoljning::ops::NyAvsnittstext;
use plan_export::page_fingerprint;
use plan_report::tree::{self, Lage};
use plan_report::with_lage;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rapport_avsnitt::{Avsnittsbild, avsnitt_av, place_avsnitt, stored_avsnitt};
use super::rapport_kontroll::{Anmarkningsbild, Kontrollbild, kontroll_av, tecken_av};
use super::rapport_lage::{Rapportlagesbild, Rapportvalbild, lage_av, shown, val_av};
use crate::blocking::blocking;
use crate::error::Error;
use crate::files::file_name;
use crate::report::build::{Grund, on_grund, tree};
use crate::report::paper::{lage_now, stem};
use crate::report::store::stored;
use crate::report::uppstallning::Uppstallning;
use crate::report::{Rapportsida, Rapportsvar, Rapportval, Utfil};
use crate::session::Session;
use crate::watch::Watch;

/// Which report is looked at.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Rapportbildval {
    pub val: Rapportval,
    /// A stored version; without it the one in force, or the draft where there is none.
    #[serde(default)]
    #[ts(optional)]
    pub rapport: Option<RapportId>,
    /// The draft, also where a version is in force.
    #[serde(default)]
    #[ts(optional)]
    pub utkast: Option<bool>,
    /// What is being written and not yet saved.
    #[serde(default)]
    #[ts(optional)]
    pub skriver: Option<NyAvsnittstext>,
}

/// Everything the screen shows but the pages' own pictures.
#[derive(Debug, Serialize, TS)]
pub struct Rapportbild {
    /// "Månadsrapport oktober 2026".
    pub titel: String,
    /// What can be chosen, and what is.
    pub val: Rapportvalbild,
    pub lage: Rapportlagesbild,
    pub avsnitt: Vec<Avsnittsbild>,
    /// "7 av 10 klara".
    pub klara: String,
    /// `None` for a stored report: what is sent is no longer checked.
    pub kontroll: Option<Kontrollbild>,
    /// What the pages are asked for by.
    #[ts(type = "number")]
    pub uppstallning: u64,
    pub sidor: Vec<Sidbild>,
    pub filnamn: Filnamn,
}

/// A page before it is drawn.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Sidbild {
    /// Another when the page looks another way.
    pub avtryck: String,
    /// In points.
    pub bredd: f32,
    pub hojd: f32,
    /// "Sida 3 av 12".
    pub ord: String,
}

/// What the files are called unless the person says otherwise.
#[derive(Debug, Serialize, TS)]
pub struct Filnamn {
    pub pdf: String,
    pub xlsx: String,
}

/// A page of what is laid out.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Sidnummer {
    #[ts(type = "number")]
    pub uppstallning: u64,
    /// Counted from 1.
    pub sida: usize,
}

/// What is laid out, as a whole.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Uppstallningsval {
    #[ts(type = "number")]
    pub uppstallning: u64,
}

/// The report for a listener; `None` when the layout is no longer kept.
#[derive(Debug, Serialize, TS)]
pub struct Rapporttext {
    pub html: Option<String>,
}

/// A PDF to print from the system's viewer.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Utskriftsval {
    #[ts(type = "number")]
    pub uppstallning: u64,
    pub namn: String,
}

/// What the document's thread gathers; the pages are made beside it.
struct Underlaget {
    tree: tree::Rapport,
    val: Rapportvalbild,
    lage: Rapportlagesbild,
    avsnitt: Vec<Avsnittsbild>,
    kontroll: Option<Kontrollbild>,
    version: u32,
}

/// The screen.
pub(crate) async fn read_rapportbild(
    session: Session,
    request: Rapportbildval,
    _watch: Watch,
) -> Result<Rapportbild, Error> {
    let asked = request.clone();
    let gathered = session.on(move |document| gather(document, &asked)).await?;
    let pages = session.clone();
    let (mut bild, lacking) = blocking(move || {
        let laid_out = pages.uppstallningar.lay_out(gathered.tree.clone())?;
        let lacking = laid_out.pages.missing_glyphs();
        Ok((bild(gathered, &laid_out), lacking))
    })
    .await?;
    if let Some(kontroll) = &mut bild.kontroll {
        let held = match lacking.is_empty() {
            true => vec![],
            false => session.on(move |document| holding(document, &request, &lacking)).await?,
        };
        kontroll.add_tecken(held);
    }
    Ok(bild)
}

/// One page as SVG; `None` when the layout is no longer kept: read the screen anew.
pub(crate) async fn read_rapportsida(
    session: Session,
    request: Sidnummer,
    _watch: Watch,
) -> Result<Rapportsida, Error> {
    blocking(move || {
        let kept = session.uppstallningar.find(request.uppstallning);
        let svg = kept.map(|laid_out| session.uppstallningar.svg(&laid_out, request.sida)).transpose()?;
        Ok(Rapportsida { svg: svg.flatten() })
    })
    .await
}

/// The report as headings, paragraphs and tables.
pub(crate) async fn read_rapporttext(
    session: Session,
    request: Uppstallningsval,
    _watch: Watch,
) -> Result<Rapporttext, Error> {
    blocking(move || {
        let kept = session.uppstallningar.find(request.uppstallning);
        Ok(Rapporttext { html: kept.map(|laid_out| plan_export::text_view(&laid_out.pages)) })
    })
    .await
}

/// Writes what is shown as PDF among the system's temporary files, to be printed from its viewer.
pub(crate) async fn print_utskrift(
    session: Session,
    request: Utskriftsval,
    _watch: Watch,
) -> Result<Rapportsvar, Error> {
    blocking(move || {
        let Some(laid_out) = session.uppstallningar.find(request.uppstallning) else {
            return Ok(Rapportsvar::default());
        };
        let bytes = session.uppstallningar.pdf(&laid_out)?;
        let folder = std::env::temp_dir().join("roda-traden-utskrift");
        let written = crate::files::write_new(&folder, &request.namn, &bytes)?;
        let fil = Utfil {
            fil: written.path,
            filnamn: request.namn,
            format: Filformat::Pdf,
            sha256: crate::files::sha256(&bytes),
            lage: crate::texts::rapport::stamp(&laid_out.rapport.lage).to_owned(),
        };
        Ok(Rapportsvar { filer: vec![fil], ..Rapportsvar::default() })
    })
    .await
}

fn gather(document: &Document, request: &Rapportbildval) -> Result<Underlaget, Error> {
    on_grund(document, &request.val, Lage::Utkast, request.skriver.as_ref(), |grund| {
        match shown(grund, request) {
            Some(rapport) => gather_stored(document, grund, rapport),
            None => Ok(gather_draft(grund)),
        }
    })
}

fn gather_stored(document: &Document, grund: &Grund, rapport: &Rapport) -> Result<Underlaget, Error> {
    let (_, tree) = stored(document, rapport.id)?;
    let tree = with_lage(tree, lage_now(rapport));
    Ok(Underlaget {
        avsnitt: stored_avsnitt(&tree),
        val: val_av(grund),
        lage: lage_av(grund, Some(rapport)),
        kontroll: None,
        version: rapport.version,
        tree,
    })
}

fn gather_draft(grund: &Grund) -> Underlaget {
    let tree = tree(grund);
    let found = plan_report::granska_fore_utskrift(&tree, grund.underlag.view);
    let lage = lage_av(grund, None);
    Underlaget {
        avsnitt: avsnitt_av(grund, &tree, &found),
        val: val_av(grund),
        kontroll: Some(kontroll_av(grund, &found)),
        version: lage.version,
        lage,
        tree,
    }
}

/// The texts of the draft that hold the characters.
fn holding(
    document: &Document,
    request: &Rapportbildval,
    lacking: &BTreeSet<char>,
) -> Result<Vec<Anmarkningsbild>, Error> {
    on_grund(document, &request.val, Lage::Utkast, request.skriver.as_ref(), |grund| {
        Ok(tecken_av(grund, &tree(grund), lacking))
    })
}

fn bild(gathered: Underlaget, laid_out: &Uppstallning) -> Rapportbild {
    let Underlaget { tree, val, lage, mut avsnitt, kontroll, version } = gathered;
    place_avsnitt(&mut avsnitt, &tree, &laid_out.pages);
    let stem = stem(&tree, version);
    let parts: Vec<&str> = stem.iter().map(String::as_str).collect();
    let name = |format: Filformat| file_name(&parts, format.as_str());
    Rapportbild {
        klara: super::rapport_avsnitt::klara(&avsnitt),
        sidor: sidor(laid_out),
        uppstallning: laid_out.nr,
        filnamn: Filnamn { pdf: name(Filformat::Pdf), xlsx: name(Filformat::Xlsx) },
        titel: tree.titel,
        val,
        lage,
        avsnitt,
        kontroll,
    }
}

fn sidor(laid_out: &Uppstallning) -> Vec<Sidbild> {
    let pages = &laid_out.pages.pages;
    let one = |(at, page): (usize, &plan_export::Page)| Sidbild {
        avtryck: page_fingerprint(&laid_out.pages, at)
            .map_or_else(String::new, |print| format!("{print:016x}")),
        bredd: page.width,
        hojd: page.height,
        ord: format!("Sida {} av {}", at + 1, pages.len()),
    };
    pages.iter().enumerate().map(one).collect()
}

/// "17 nov", with the year where it is not the report's.
pub(super) fn kort_dag(day: NaiveDate, year: i32) -> String {
    use chrono::Datelike;
    let month = plan_report::format::manad_kort(day.month());
    match day.year() {
        same if same == year => format!("{} {month}", day.day()),
        other => format!("{} {month} {other}", day.day()),
    }
}
