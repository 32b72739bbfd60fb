//! Pages from afar: both the PDF and the window's pages go through the same painter of pixels at 40 dpi (the latter by way
//! of a PDF that another program makes of the SVG), so that what differs is what they say and not how it is painted.
use std::path::{Path, PathBuf};
use std::process::Command;

/// Painted finer than it is looked at: painters round a glyph to a quarter of a pixel and a baseline to a whole one.
const DPI: &str = "120";
const FINER: usize = 3;
const BLOCK: usize = 20;

/// Grey levels, row by row.
pub(crate) struct Bild {
    width: usize,
    height: usize,
    grey: Vec<u8>,
}

/// How much two pages differ, in grey levels of 255.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Difference {
    pub(crate) mean: f64,
    /// The block of 20 × 20 pixels that differs most.
    pub(crate) worst: f64,
}

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("forhandsvisning-bilder");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn run(program: &str, package: &str, args: &[&std::ffi::OsStr]) {
    let output = Command::new(program).args(args).output();
    let output =
        output.unwrap_or_else(|_| panic!("{program} (package {package}) is needed; ./verify installs it"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
}

/// Every page of a PDF.
pub(crate) fn of_pdf(path: &Path) -> Vec<Bild> {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("sida");
    let args = ["-gray".as_ref(), "-r".as_ref(), DPI.as_ref(), path.as_os_str(), root.as_os_str()];
    run("pdftoppm", "poppler-utils", &args);
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| read(&std::fs::read(file).unwrap())).collect()
}

/// Pages of the window, put together to one PDF first.
pub(crate) fn of_svg(pages: &[String], name: &str) -> Vec<Bild> {
    let pdf = folder().join(format!("{name}.pdf"));
    let svg: Vec<PathBuf> = (1..=pages.len()).map(|n| folder().join(format!("{name}-sida{n}.svg"))).collect();
    svg.iter().zip(pages).for_each(|(file, page)| std::fs::write(file, page).unwrap());
    let mut args: Vec<&std::ffi::OsStr> = vec!["-f".as_ref(), "pdf".as_ref(), "-o".as_ref(), pdf.as_os_str()];
    args.extend(svg.iter().map(|file| file.as_os_str()));
    run("rsvg-convert", "librsvg2-bin", &args);
    of_pdf(&pdf)
}

/// "P5 331 468 255" and the bytes.
fn read(pgm: &[u8]) -> Bild {
    let header: Vec<&[u8]> = pgm.splitn(5, |byte| byte.is_ascii_whitespace()).collect();
    assert_eq!(header[0], b"P5");
    let parsed = |at: usize| -> usize { std::str::from_utf8(header[at]).unwrap().parse().unwrap() };
    let (width, height) = (parsed(1), parsed(2));
    coarser(width, height, header[4])
}

/// Each pixel the mean of 3 × 3.
fn coarser(width: usize, height: usize, fine: &[u8]) -> Bild {
    let (wide, high) = (width / FINER, height / FINER);
    let mut grey = Vec::with_capacity(wide * high);
    for y in 0..high {
        for x in 0..wide {
            let rows = (y * FINER..(y + 1) * FINER).map(|row| &fine[row * width + x * FINER..][..FINER]);
            let sum: usize = rows.flatten().map(|level| usize::from(*level)).sum();
            grey.push((sum / (FINER * FINER)) as u8);
        }
    }
    Bild { width: wide, height: high, grey }
}

pub(crate) fn difference(a: &Bild, b: &Bild) -> Difference {
    assert!(a.width.abs_diff(b.width) <= 1 && a.height.abs_diff(b.height) <= 1, "the pages have other sizes");
    let (width, height) = (a.width.min(b.width), a.height.min(b.height));
    let at = |x: usize, y: usize| f64::from(a.grey[y * a.width + x].abs_diff(b.grey[y * b.width + x]));
    let mean_of = |x0: usize, y0: usize, x1: usize, y1: usize| {
        let sum: f64 = (y0..y1).flat_map(|y| (x0..x1).map(move |x| (x, y))).map(|(x, y)| at(x, y)).sum();
        sum / ((x1 - x0) * (y1 - y0)) as f64
    };
    let blocks = (0..height / BLOCK)
        .flat_map(|row| (0..width / BLOCK).map(move |column| (column * BLOCK, row * BLOCK)));
    let worst = blocks.map(|(x, y)| mean_of(x, y, x + BLOCK, y + BLOCK)).fold(0.0, f64::max);
    Difference { mean: mean_of(0, 0, width, height), worst }
}
