//! What a person decides wins: sheets, rows of headings, columns, mended cells, and what was decided the last time.
use std::collections::BTreeMap;

use plan_core::inlasning::{Innehall, Tabellslag};

use crate::{Bladbild, Bladval, Lasning, Minne, Rattning, ReadOptions, Skal, Source, read_with_sheets};

const TABLE: &str = "Uppföljning\t\t\t\nNr\tInsats\tKst\tKlar när\n1\tKöpa kran\t71220\t2026-06-31\n2\tMåla båten\t71230\t2026-09-30\n";

fn look(text: &str, options: &ReadOptions) -> (Lasning, Vec<Bladbild>) {
    let source = Source { name: "Urklipp", bytes: text.as_bytes() };
    read_with_sheets(source, options).unwrap_or_else(|error| panic!("{error:?}"))
}

fn options(val: Option<Bladval>) -> ReadOptions {
    ReadOptions { year: Some(2026), blad: val.into_iter().collect(), ..ReadOptions::default() }
}

fn val(falt: &[(u32, &str)]) -> Bladval {
    let falt = falt.iter().map(|(column, field)| (*column, (*field).to_owned())).collect::<BTreeMap<_, _>>();
    Bladval { blad: "Urklipp".into(), las: true, slag: None, rubrikrad: None, falt }
}

fn fields(bild: &Bladbild) -> Vec<&str> {
    bild.kolumner.iter().map(|k| k.falt.as_deref().unwrap_or("-")).collect()
}

#[test]
fn a_sheet_shows_every_cell_and_what_became_of_its_columns() {
    let (_, bilder) = look(TABLE, &options(None));
    let [bild] = &bilder[..] else { panic!("{bilder:?}") };
    assert_eq!(bild.rubrikrader, Some((2, 2)));
    assert_eq!(fields(bild), ["nr", "titel", "-", "slut"]);
    assert_eq!(
        bild.rader[0].1.iter().map(|c| c.text.as_str()).collect::<Vec<_>>(),
        ["1", "Köpa kran", "71220", "2026-06-31"]
    );
    assert!(
        bild.mojliga.iter().any(|(nr, words)| *nr == 2 && words == "Nr · Insats · Kst · Klar när"),
        "{:?}",
        bild.mojliga
    );
}

#[test]
fn a_chosen_field_takes_the_place_of_the_one_before() {
    let (lasning, bilder) = look(TABLE, &options(Some(val(&[(2, "nr"), (3, "")]))));
    assert_eq!(fields(&bilder[0]), ["-", "titel", "nr", "-"]);
    let Innehall::Aktivitet(row) = &lasning.tabeller[0].rader[0].innehall else { panic!() };
    assert_eq!((row.nr.as_deref(), row.slut.is_none()), (Some("71220"), true));
}

#[test]
fn kind_and_row_of_headings_are_chosen_and_a_sheet_is_left_out() {
    let other = Bladval { slag: Some(Tabellslag::Uppdrag), rubrikrad: Some(3), ..val(&[]) };
    let (lasning, bilder) = look(TABLE, &options(Some(other)));
    assert_eq!((lasning.tabeller[0].slag, bilder[0].rubrikrader), (Tabellslag::Uppdrag, Some((3, 3))));
    let (lasning, bilder) = look(TABLE, &options(Some(Bladval { las: false, ..val(&[]) })));
    assert_eq!((lasning.tabeller.len(), bilder[0].skal), (0, Some(Skal::Bortvalt)));
    assert_eq!(bilder[0].rader.len(), 4, "what is not read is shown whole");
}

#[test]
fn a_mended_cell_is_read_in_place_of_what_stood_there() {
    let mended = Rattning { blad: "Urklipp".into(), rad: 3, kolumn: 3, text: "2026-06-30".into() };
    let (lasning, _) = look(TABLE, &ReadOptions { rattningar: vec![mended], ..options(None) });
    let Innehall::Aktivitet(row) = &lasning.tabeller[0].rader[0].innehall else { panic!() };
    assert_eq!(
        row.slut.as_ref().and_then(|cell| cell.datum).map(|d| d.to_string()).as_deref(),
        Some("2026-06-30")
    );
}

#[test]
fn the_same_headings_are_read_as_the_last_time() {
    let chosen = val(&[(2, "enhet")]);
    let (_, bilder) = look(TABLE, &options(Some(chosen.clone())));
    let minne = Minne {
        signatur: bilder[0].signatur.clone(),
        slag: Tabellslag::Aktiviteter,
        rubrikrad: None,
        falt: chosen.falt,
    };
    let remembering = ReadOptions { minne: vec![minne], ..options(None) };
    assert_eq!(fields(&look(TABLE, &remembering).1[0]), ["nr", "titel", "enhet", "slut"]);
    let other = TABLE.replace("Kst", "Anm");
    assert_eq!(fields(&look(&other, &remembering).1[0])[2], "-", "other headings are recognised anew");
}

#[test]
fn a_table_nobody_recognises_is_still_shown() {
    let (lasning, bilder) = look("Fisk\tVikt\nGädda\t3\nAbborre\t1\n", &options(None));
    assert_eq!((lasning.tabeller.len(), bilder[0].skal), (0, Some(Skal::IngenRubrik)));
    assert_eq!(bilder[0].rader.len(), 3);
}

#[test]
fn a_lone_title_among_numbered_rows_is_a_section() {
    let rows = "Nr\tInsats\tAnsvarig\tKlar när\n1\tKöpa kran\tHamnchef\t2026-09-30\n\tBåtarna\t\t\n2\tMåla båten\tBåtsman\t2026-09-30\n3\tTjära\tBåtsman\t2026-10-30\n";
    let (lasning, _) = look(rows, &options(None));
    let kept: Vec<bool> =
        lasning.tabeller[0].rader.iter().map(|row| matches!(row.innehall, Innehall::Aktivitet(_))).collect();
    assert_eq!(kept, [true, false, true, true]);
}
