//! A row of a mätetal table: the measure, its outcomes by period and its targets.
use plan_core::inlasning::{Anmarkning, Innehall, MatetalRad, Vagran};
use plan_core::matetal::{Krav, Matetalsart, Riktning, Varde};
use plan_core::period::Period;

use super::fields::{Amount, Fields};
use super::nameless;
use crate::cell::{target, words};
use crate::heading::Falt;
use crate::sheet::plain_number;

pub(super) fn row(fields: &mut Fields<'_, '_>) -> Innehall {
    let Some(titel) = fields.line(Falt::Titel) else { return nameless(Falt::Titel) };
    let enhet = fields.line(Falt::Matenhet);
    let is_percent = enhet.as_deref().is_some_and(is_percent);
    let riktning = understood(fields, Falt::Riktning, words::riktning);
    let kalla = fields.line(Falt::Kalla);
    let kolada_id = kolada_id(fields, kalla.as_deref());
    Innehall::Matetal(Box::new(MatetalRad {
        nr: fields.code(Falt::Nr),
        art: fields.line(Falt::Art).as_deref().and_then(words::art).or_else(|| art_of_heading(fields)),
        titel,
        definition: fields.text(Falt::Definition),
        enhet,
        decimaler: fields
            .line(Falt::Decimaler)
            .and_then(|text| text.parse().ok())
            .filter(|count| *count <= 6),
        riktning,
        frekvens: understood(fields, Falt::Frekvens, words::frekvens),
        kalla,
        kolada_id,
        ansvarig: fields.names(Falt::Ansvariga).into_iter().next(),
        uppdrag: fields.code(Falt::Uppdrag),
        mal: fields.line(Falt::Mal),
        utfall: utfall(fields, is_percent),
        malvarden: malvarden(fields, is_percent, riktning),
        analys: fields.text(Falt::Analys),
    }))
}

fn is_percent(unit: &str) -> bool {
    matches!(unit.trim(), "%" | "procent" | "Procent" | "andel (%)" | "andel")
}

/// A word of a vocabulary; one that is not in it is told.
fn understood<T>(fields: &mut Fields<'_, '_>, field: Falt, read: fn(&str) -> Option<T>) -> Option<T> {
    let text = fields.line(field)?;
    let value = read(&text);
    if value.is_none() {
        fields.remark(Anmarkning::VardeSaknas { falt: field.as_str().into(), text });
    }
    value
}

/// From its own column, else out of the source's text ("Kolada N15454").
fn kolada_id(fields: &mut Fields<'_, '_>, kalla: Option<&str>) -> Option<String> {
    let own = fields.code(Falt::KoladaId);
    own.as_deref().and_then(words::kolada_id).or(kalla.and_then(words::kolada_id)).map(str::to_owned)
}

/// A table of "Nyckeltal" holds nyckeltal.
fn art_of_heading(fields: &Fields<'_, '_>) -> Option<Matetalsart> {
    let column = fields.layout.columns.iter().find(|column| column.field == Some(Falt::Titel))?;
    match column.heading.words.as_slice() {
        [word] => words::art(word),
        _ => None,
    }
}

/// Columns of a field with their periods.
fn columns(fields: &Fields<'_, '_>, field: Falt) -> Vec<(u32, Period)> {
    let columns = fields.layout.columns.iter().filter(|column| column.field == Some(field));
    columns.filter_map(|column| Some((column.column, column.period?))).collect()
}

fn utfall(fields: &mut Fields<'_, '_>, is_percent: bool) -> Vec<(Period, Varde)> {
    let mut out = Vec::new();
    for (column, period) in columns(fields, Falt::Utfall) {
        let falt = || format!("utfall.{period}").into();
        match fields.tal(column, Falt::Utfall, is_percent) {
            (Amount::Empty, _) => {}
            (Amount::Tal(tal, _), _) => out.push((period, Varde::Tal(tal))),
            (Amount::Missing(saknas), text) => {
                fields.remark(Anmarkning::VardeSaknas { falt: falt(), text });
                out.push((period, Varde::Saknas(saknas)));
            }
            (Amount::Other, text) => fields.refuse(Vagran::InteTal { falt: falt(), text }),
        }
    }
    out
}

fn malvarden(
    fields: &mut Fields<'_, '_>,
    is_percent: bool,
    riktning: Option<Riktning>,
) -> Vec<(Period, Krav, String)> {
    let mut out = Vec::new();
    for (column, period) in columns(fields, Falt::Malvarde) {
        match fields.tal(column, Falt::Malvarde, is_percent) {
            (Amount::Empty, _) => {}
            (Amount::Tal(tal, _), text) => {
                // A typed number has no text of its own; the figure is the decided wording.
                let text = if text.is_empty() { plain_number(tal.as_f64()).replace('.', ",") } else { text };
                out.push((period, target::bare(tal, riktning), text));
            }
            (Amount::Missing(_) | Amount::Other, text) => match target::read(&text, riktning) {
                Some(krav) => out.push((period, krav, text)),
                None => fields
                    .remark(Anmarkning::VardeSaknas { falt: format!("malvarden.{period}").into(), text }),
            },
        }
    }
    out
}
