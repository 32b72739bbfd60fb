//! The preview is the page: every glyph of the example's reports, drafts and archived ones, stands in the PDF where it stands in
//! the window, to a hundredth of a point, and the two look alike from afar. A planted shift shows that both comparisons are awake.
mod bild;
mod pdf;
mod svg;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use plan_api::{Access, Session};
use serde_json::{Value, json};

use crate::stod::{example, runtime, sound_pdf, still};

/// How far a glyph may stand from its twin, in points.
const TOLERANCE: f64 = 0.01;
/// How much two pages may differ from afar (measured: 2.5 and 14 at most; moved by 2 pt 7.7 and 38): grey levels of 255, on average and in the worst block of 20 × 20 pixels.
const MEAN: f64 = 4.0;
const WORST_BLOCK: f64 = 20.0;

/// A glyph's first point on its page, in points from the upper left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Origin {
    pub(crate) x: f64,
    pub(crate) y: f64,
}

/// A report both ways.
struct Both {
    name: String,
    pdf: PathBuf,
    pages: Vec<String>,
}

/// Drafts of both kinds of report of the example and of a unit's plan, and what its archive holds, made once.
fn reports() -> &'static [Both] {
    static REPORTS: OnceLock<Vec<Both>> = OnceLock::new();
    REPORTS.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("forhandsvisning");
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        runtime().block_on(async {
            let session = Session::open(example(), Access::ReadOnly, still()).await.unwrap();
            let mut reports = vec![];
            for (name, val) in [
                ("manad", json!({ "slag": "manad" })),
                ("verksamhetsplan", json!({ "slag": "verksamhetsplan" })),
                ("enhet", json!({ "slag": "verksamhetsplan", "enhet": "6310" })),
            ] {
                reports.push(draft(&session, name, val, &folder).await);
            }
            reports.extend(archived(&session, &folder.join("arkiv")).await);
            reports
        })
    })
}

async fn call(session: &Session, name: &str, args: Value) -> Value {
    session.call(name, args).await.unwrap()
}

async fn draft(session: &Session, name: &str, val: Value, folder: &Path) -> Both {
    let files = json!({ "till": folder.join(name), "format": ["pdf"] });
    let written = call(session, "write_rapport", json!({ "val": val, "filer": files })).await;
    let pdf = PathBuf::from(written["filer"][0]["fil"].as_str().unwrap());
    sound_pdf(&pdf);
    let pages = pages(session, json!({ "val": val, "utkast": true })).await;
    Both { name: name.to_owned(), pdf, pages }
}

/// The decided reports: the file that was decided, and the window's picture of what was stored.
async fn archived(session: &Session, till: &Path) -> Vec<Both> {
    let out = call(session, "extract_arkiv", json!({ "till": till })).await;
    let arkiv = call(session, "list_arkiv", json!({})).await;
    let mut reports = vec![];
    for rapport in arkiv["rapporter"].as_array().unwrap() {
        let decided = |fil: &&Value| fil["roll"] == "faststalld" && fil["format"] == "pdf";
        let fil = rapport["filer"].as_array().unwrap().iter().find(decided).unwrap();
        let of = |utfil: &&Value| utfil["sha256"] == fil["sha256"];
        let pdf = out["filer"].as_array().unwrap().iter().find(of).unwrap()["fil"].as_str().unwrap();
        let val = json!({ "slag": rapport["slag"], "period": rapport["period"] });
        let pages = pages(session, json!({ "val": val, "rapport": rapport["id"] })).await;
        reports.push(Both {
            name: format!("arkiv-{}", val["period"].as_str().unwrap()),
            pdf: pdf.into(),
            pages,
        });
    }
    reports
}

/// Every page as the window shows it.
async fn pages(session: &Session, val: Value) -> Vec<String> {
    let bild = call(session, "read_rapportbild", val).await;
    let mut pages = vec![];
    for sida in 1..=bild["sidor"].as_array().unwrap().len() {
        let args = json!({ "uppstallning": bild["uppstallning"], "sida": sida });
        let page = call(session, "read_rapportsida", args).await;
        pages.push(page["svg"].as_str().expect("a page").to_owned());
    }
    pages
}

/// The largest distance between two pages' glyphs; an error when they have not the same number.
fn distance(paper: &[Origin], screen: &[Origin]) -> Result<f64, String> {
    if paper.len() != screen.len() {
        return Err(format!("{} glyphs on paper, {} on screen", paper.len(), screen.len()));
    }
    let apart = paper.iter().zip(screen).map(|(a, b)| (a.x - b.x).abs().max((a.y - b.y).abs()));
    Ok(apart.fold(0.0, f64::max))
}

#[test]
fn every_glyph_stands_where_the_pdf_has_it() {
    let (mut glyphs, mut largest) = (0, 0.0f64);
    let names: Vec<&str> = reports().iter().map(|report| report.name.as_str()).collect();
    assert_eq!(names, ["manad", "verksamhetsplan", "enhet", "arkiv-2026-03", "arkiv-2026-09"]);
    for report in reports() {
        let paper = pdf::pages(&report.pdf);
        assert_eq!(paper.len(), report.pages.len(), "{}: pages", report.name);
        assert!(paper.len() > 3, "{}: too short to prove anything", report.name);
        for (number, (paper, screen)) in paper.iter().zip(&report.pages).enumerate() {
            let screen = svg::origins(screen);
            let apart = distance(paper, &screen)
                .unwrap_or_else(|e| panic!("{} page {}: {e}", report.name, number + 1));
            assert!(apart <= TOLERANCE, "{} page {}: {apart} pt apart", report.name, number + 1);
            (glyphs, largest) = (glyphs + screen.len(), largest.max(apart));
        }
    }
    assert!(glyphs > 20_000, "only {glyphs} glyphs were compared");
    println!("{glyphs} glyphs, largest distance {largest:.5} pt");
}

#[test]
fn a_run_moved_by_a_fiftieth_of_a_point_is_seen() {
    let report = &reports()[0];
    let paper = pdf::pages(&report.pdf);
    let moved = svg::with_a_run_moved(&report.pages[0], 0.02);
    let apart = distance(&paper[0], &svg::origins(&moved)).unwrap();
    assert!(apart > TOLERANCE, "{apart}");
    let lost = svg::without_a_run(&report.pages[0]);
    assert!(distance(&paper[0], &svg::origins(&lost)).is_err());
}

#[test]
fn preview_and_pdf_look_alike_from_afar() {
    // The two drafts: pictures take their time, and no other page is drawn in another way.
    for report in &reports()[..2] {
        let paper = bild::of_pdf(&report.pdf);
        let screen = bild::of_svg(&report.pages, &format!("{}-skarm", report.name));
        assert_eq!(paper.len(), screen.len());
        for (number, (a, b)) in paper.iter().zip(&screen).enumerate() {
            let found = bild::difference(a, b);
            println!("{} page {}: {found:?}", report.name, number + 1);
            assert!(
                found.mean <= MEAN && found.worst <= WORST_BLOCK,
                "{} page {}: {found:?}",
                report.name,
                number + 1
            );
        }
    }
}

#[test]
fn a_page_moved_by_two_points_does_not_look_alike() {
    let report = &reports()[0];
    let paper = bild::of_pdf(&report.pdf);
    let moved = svg::with_the_page_moved(&report.pages[0], 2.0);
    let screen = bild::of_svg(&[moved], "flyttad");
    let found = bild::difference(&paper[0], &screen[0]);
    assert!(found.mean > MEAN || found.worst > WORST_BLOCK, "{found:?}");
}
