//! A report as plain lines, cells as they are printed.
use crate::format::{cell, klartext};
use crate::tree::{Avsnitt, Block, Rapport, Tabell};

/// The whole report.
pub(crate) fn picture(rapport: &Rapport) -> String {
    let mut out =
        format!("{} | {} | {} | {}\n", rapport.titel, rapport.namnd, rapport.avsandare, rapport.dnr);
    for avsnitt in &rapport.avsnitt {
        section(avsnitt, 1, &mut out);
    }
    out.replace('\u{a0}', " ")
}

/// The section with the key, wherever it stands.
pub(crate) fn find<'a>(rapport: &'a Rapport, id: &str) -> Option<&'a Avsnitt> {
    fn within<'a>(all: &'a [Avsnitt], id: &str) -> Option<&'a Avsnitt> {
        all.iter().find_map(|a| if a.id == id { Some(a) } else { within(&a.underavsnitt, id) })
    }
    within(&rapport.avsnitt, id)
}

/// A table's rows as printed, cells parted by " | ".
pub(crate) fn rows(tabell: &Tabell) -> Vec<String> {
    let line = |cells: Vec<String>| cells.join(" | ").replace('\u{a0}', " ");
    let heads = line(tabell.kolumner.iter().map(|k| k.rubrik.clone()).collect());
    let body = tabell
        .rader
        .iter()
        .map(|rad| line(rad.celler.iter().zip(&tabell.kolumner).map(|(c, k)| cell(c, k.slag)).collect()));
    std::iter::once(heads).chain(body).collect()
}

fn section(avsnitt: &Avsnitt, level: usize, out: &mut String) {
    *out += &format!("{} {}\n", "#".repeat(level), avsnitt.rubrik);
    avsnitt.block.iter().for_each(|b| block(b, out));
    avsnitt.underavsnitt.iter().for_each(|a| section(a, level + 1, out));
}

fn block(block: &Block, out: &mut String) {
    match block {
        Block::Stycke(text) => *out += &format!("{}\n", klartext(text)),
        Block::Notis(text) => *out += &format!("! {}\n", klartext(text)),
        Block::Lista(lista) => lista.poster.iter().for_each(|p| *out += &format!("- {}\n", klartext(p))),
        Block::Fakta(pairs) => {
            for (label, blocks) in pairs {
                *out += &format!("{label}: ");
                blocks.iter().for_each(|b| self::block(b, out));
            }
        }
        Block::Tabell(tabell) => {
            *out += &format!("[{}]\n", tabell.rubrik);
            rows(tabell).iter().for_each(|row| *out += &format!("  {row}\n"));
            tabell.noter.iter().for_each(|not| *out += &format!("  ({not})\n"));
        }
        Block::Diagram(d) => {
            *out += &format!("<{} · {} · {}>\n", d.rubrik, d.etiketter.join(" "), d.mal_namn);
        }
        Block::Kedja(kedja) => kedja.noder.iter().for_each(|nod| {
            let broken = if nod.bruten { " ✂" } else { "" };
            *out += &format!("{}{} {}{broken}\n", "  ".repeat(nod.djup.into()), nod.niva, nod.text);
        }),
    }
}
