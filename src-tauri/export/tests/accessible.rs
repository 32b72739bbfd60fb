//! The finished file holds the invariants of PDF/UA-1 and PDF/A-2a, and every one of them is seen when it is broken.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]
mod support;

use std::process::Command;

use lopdf::{Dictionary, Document, Object, ObjectId};
use plan_export::check::{Fault, check, faults};
use plan_export::{Fonts, layout, pdf};
use plan_report::tree::{Lage, Rapport};

fn make(rapport: &Rapport) -> Vec<u8> {
    let mut fonts = Fonts::load().unwrap();
    let pages = layout(rapport, &mut fonts);
    pdf(&pages, &fonts).unwrap()
}

fn sample() -> Document {
    Document::load_mem(&make(&support::sample())).unwrap()
}

#[test]
fn every_state_of_the_sample_is_without_fault() {
    let beslut = |paragraf: &str| (support::day(2026, 11, 26), paragraf.to_owned());
    let (datum, paragraf) = beslut("62");
    let decided =
        Lage::Faststalld { datum, paragraf, dnr: "2026.007 SN".into(), kedja: "9f86d081884c7d65".repeat(4) };
    let (datum, paragraf) = beslut("70");
    let revoked = Lage::Upphavd { datum, paragraf, skal: "Fel i driftredovisningen".into() };
    for lage in [Lage::Utkast, Lage::Forslag, decided, revoked] {
        let rapport = Rapport { lage, ..support::sample() };
        assert_eq!(check(&make(&rapport)).unwrap(), [], "{:?}", rapport.lage);
    }
    assert_eq!(check(&make(&support::rapport(vec![]))).unwrap(), [], "a report of nothing");
}

/// Breaks one thing in a good file and gives what is then found.
fn broken(change: impl FnOnce(&mut Document)) -> Vec<Fault> {
    let mut file = sample();
    change(&mut file);
    faults(&file)
}

/// The structure elements with a tag.
fn elements(file: &Document, tag: &str) -> Vec<ObjectId> {
    let tagged = |object: &Object| {
        let element = object.as_dict().ok()?;
        Some(element.get(b"S").ok()?.as_name().ok()? == tag.as_bytes() && element.has(b"P"))
    };
    file.objects.iter().filter(|(_, object)| tagged(object) == Some(true)).map(|(id, _)| *id).collect()
}

fn edit(file: &mut Document, id: ObjectId, change: impl FnOnce(&mut Dictionary)) {
    change(file.get_dictionary_mut(id).unwrap());
}

fn edit_page_content(file: &mut Document, change: impl FnOnce(String) -> String) {
    let page = file.page_iter().next().unwrap();
    let stream = file.get_page_contents(page)[0];
    let content = String::from_utf8_lossy(&file.get_page_content(page)).into_owned();
    let Ok(Object::Stream(stream)) = file.get_object_mut(stream) else { panic!("content is a stream") };
    stream.dict.remove(b"Filter");
    stream.set_content(change(content).into_bytes());
}

#[test]
fn a_broken_catalog_is_seen() {
    for (key, fault) in [
        ("MarkInfo", Fault::Catalog("MarkInfo")),
        ("Lang", Fault::Catalog("Lang")),
        ("ViewerPreferences", Fault::Catalog("DisplayDocTitle")),
        ("StructTreeRoot", Fault::Catalog("StructTreeRoot")),
        ("Metadata", Fault::Catalog("Metadata")),
        ("OutputIntents", Fault::OutputIntent),
    ] {
        let found = broken(|file| drop(file.catalog_mut().unwrap().remove(key.as_bytes())));
        assert!(found.contains(&fault), "{key}: {found:?}");
    }
}

#[test]
fn a_profile_of_four_colours_is_seen() {
    let found = broken(|file| {
        let profile = file.objects.values_mut().find_map(|object| match object {
            Object::Stream(stream) if stream.dict.has(b"N") && !stream.dict.has(b"First") => Some(stream),
            _ => None,
        });
        profile.unwrap().dict.set("N", 4);
    });
    assert_eq!(found, [Fault::OutputIntent]);
}

#[test]
fn a_missing_line_of_the_xmp_is_seen() {
    for part in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
    ] {
        let found = broken(|file| {
            let id = file.catalog().unwrap().get(b"Metadata").unwrap().as_reference().unwrap();
            let Ok(Object::Stream(stream)) = file.get_object_mut(id) else { panic!("metadata is a stream") };
            let text = String::from_utf8(stream.content.clone()).unwrap().replace(part, "");
            stream.set_content(text.into_bytes());
        });
        assert_eq!(found, [Fault::Xmp(part)]);
    }
}

#[test]
fn content_outside_the_tree_is_seen() {
    let outside = broken(|file| edit_page_content(file, |content| format!("{content}\n0 0 10 10 re f")));
    assert_eq!(outside, [Fault::Unmarked(1)]);
    let unknown = broken(|file| {
        edit_page_content(file, |content| format!("{content}\n/P <</MCID 9999>> BDC 0 0 10 10 re f EMC"));
    });
    assert_eq!(unknown, [Fault::Orphan { page: 1, number: 9999 }]);
    let dropped = broken(|file| {
        let title = elements(file, "Title")[0];
        edit(file, title, |element| drop(element.remove(b"K")));
    });
    assert!(matches!(dropped[..], [Fault::Orphan { page: 1, .. }]), "{dropped:?}");
    let cmyk = broken(|file| edit_page_content(file, |content| format!("0 0 0 1 k\n{content}")));
    assert_eq!(cmyk, [Fault::Cmyk(1)]);
    let notdef = broken(|file| {
        edit_page_content(file, |content| format!("{content}\n/Artifact BMC BT <00000000> Tj ET EMC"))
    });
    assert_eq!(notdef, [Fault::Notdef(1)]);
}

#[test]
fn a_page_without_its_numbers_is_seen() {
    for key in ["StructParents", "Tabs"] {
        let found = broken(|file| {
            let page = file.page_iter().next().unwrap();
            edit(file, page, |page| drop(page.remove(key.as_bytes())));
        });
        assert!(
            found.contains(&Fault::Page(1, if key == "Tabs" { "Tabs" } else { "StructParents" })),
            "{found:?}"
        );
    }
}

#[test]
fn a_broken_element_is_seen() {
    type Break = fn(&mut Dictionary);
    let cases: [(&str, Break, Fault); 7] = [
        ("TH", |element| drop(element.remove(b"A")), Fault::HeaderWithoutScope),
        (
            "TH",
            |element| {
                element.set("A", lopdf::dictionary! {"O" => "Table", "Scope" => "Column", "ColSpan" => 3})
            },
            Fault::UnevenTable,
        ),
        ("Figure", |element| drop(element.remove(b"Alt")), Fault::FigureWithoutAlt),
        ("Figure", |element| drop(element.remove(b"A")), Fault::FigureWithoutBox),
        ("H2", |element| element.set("S", "H4"), Fault::SkippedHeading { from: 1, to: 4 }),
        ("LI", |element| element.set("S", "P"), Fault::ListWithoutItems),
        ("Span", |element| element.set("S", "Markering"), Fault::UnknownTag("Markering".into())),
    ];
    for (tag, change, fault) in cases {
        let found = broken(|file| {
            let id = elements(file, tag)[0];
            edit(file, id, change);
        });
        assert_eq!(found, [fault], "{tag}");
    }
}

#[test]
fn a_broken_link_is_seen() {
    let annotation = |file: &Document| {
        let is_link = |o: &Object| {
            o.as_dict().is_ok_and(|d| matches!(d.get(b"Subtype").map(Object::as_name), Ok(Ok(b"Link"))))
        };
        *file.objects.iter().find(|(_, object)| is_link(object)).unwrap().0
    };
    let silent = broken(|file| {
        let id = annotation(file);
        edit(file, id, |link| drop(link.remove(b"Contents")));
    });
    assert_eq!(silent, [Fault::LinkWithoutContents(1)]);
    let lost = broken(|file| {
        let id = annotation(file);
        edit(file, id, |link| drop(link.remove(b"StructParent")));
    });
    assert_eq!(lost, [Fault::LinkWithoutElement(1)]);
    let unheld = broken(|file| {
        let link = elements(file, "Link")[0];
        edit(file, link, |element| drop(element.get_mut(b"K").unwrap().as_array_mut().unwrap().pop()));
    });
    assert_eq!(unheld, [Fault::LinkWithoutElement(1)]);
}

#[test]
fn a_font_that_is_not_in_the_file_is_seen() {
    let fonts = |file: &Document| {
        let page = file.page_iter().next().unwrap();
        let fonts = file.get_page_fonts(page).unwrap();
        let below = fonts.values().next().unwrap().get(b"DescendantFonts").unwrap();
        let below = file.dereference(&file.dereference(below).unwrap().1.as_array().unwrap()[0]).unwrap().1;
        below.as_dict().unwrap().get(b"FontDescriptor").unwrap().as_reference()
    };
    let found = broken(|file| match fonts(file) {
        Ok(descriptor) => edit(file, descriptor, |d| drop(d.remove(b"FontFile2"))),
        Err(_) => file.objects.values_mut().filter_map(|o| o.as_dict_mut().ok()).for_each(|d| {
            d.remove(b"FontDescriptor");
        }),
    });
    assert!(found.iter().any(|fault| matches!(fault, Fault::FontNotEmbedded(_))), "{found:?}");
    let found = broken(|file| {
        file.objects
            .values_mut()
            .filter_map(|o| o.as_dict_mut().ok())
            .for_each(|d| drop(d.remove(b"ToUnicode")));
    });
    assert!(found.iter().any(|fault| matches!(fault, Fault::FontWithoutUnicode(_))), "{found:?}");
}

/// `None`, with a word, where the tool is not installed; in CI that is a failure.
fn tool(name: &str, arguments: &[&str], file: &std::path::Path) -> Option<std::process::Output> {
    match Command::new(name).args(arguments).arg(file).output() {
        Ok(output) => Some(output),
        Err(error) if std::env::var("CI").is_ok_and(|ci| ci == "true") => {
            panic!("{name} is needed in CI: {error}")
        }
        Err(_) => {
            println!("skipped: {name} is not installed");
            None
        }
    }
}

#[test]
fn qpdf_finds_nothing_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("rapport.pdf");
    std::fs::write(&file, make(&support::sample())).unwrap();
    let Some(output) = tool("qpdf", &["--check"], &file) else { return };
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("No syntax or stream encoding errors found"), "{said}");
}

#[test]
fn a_screen_reader_meets_the_report_in_order() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("rapport.pdf");
    std::fs::write(&file, make(&support::sample())).unwrap();
    let Some(output) = tool("pdfinfo", &["-struct-text"], &file) else { return };
    let said = String::from_utf8_lossy(&output.stdout);
    let mut rest = said.as_ref();
    for words in [
        "Exempelköpings kommun · Socialnämnden",
        "Månadsrapport oktober 2026",
        "Utkast",
        "Innehåll",
        "Sammanfattning",
        "Kontroll före utskick.",
        "−11 600 tkr",
        "Socialstyrelsens webbplats",
        "Rekryteringen av socialsekreterare",
        "Förändringar sedan föregående rapport",
        "Tabell 1. Avvikelse mot budget per verksamhet, tkr",
        "Barn och unga",
        "−6 900",
        "Försenad",
        "Belopp i tkr",
        "Verksamhetens intäkter",
        "Ej mätt",
        "Diagram 1.",
        "Önskad effekt",
        "Vision",
        "Exempelköping 2040",
        "Inga uppgifter",
    ] {
        let at =
            rest.find(words).unwrap_or_else(|| panic!("{words:?} is missing or out of order in:\n{said}"));
        rest = &rest[at + words.len()..];
    }
    assert!(!said.contains("Sida 1 av"), "header and footer say nothing to a listener");
}

/// What the child process below writes; see `same_bytes_from_another_process`.
#[test]
fn written_for_another_process() {
    if let Some(file) = std::env::var_os("RODA_TRADEN_PDF_TWIN") {
        std::fs::write(file, make(&support::sample())).unwrap();
    }
}

#[test]
fn same_bytes_from_another_process() {
    let here = make(&support::sample());
    assert_eq!(here, make(&support::sample()), "twice in one process");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("tvilling.pdf");
    let status = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "written_for_another_process"])
        .env("RODA_TRADEN_PDF_TWIN", &file)
        .env("TZ", "Pacific/Auckland")
        .status()
        .unwrap();
    assert!(status.success());
    assert!(here == std::fs::read(&file).unwrap(), "another process wrote other bytes");
}
