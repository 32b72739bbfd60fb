//! Where the glyphs stand in a page of the window: each run is one path, and each glyph in it begins with an absolute move.
use super::Origin;

/// A path that is a run of text, cut out of the page.
struct Run<'a> {
    /// `matrix(…)`: scale and origin.
    matrix: Vec<f64>,
    data: &'a str,
}

fn runs(page: &str) -> impl Iterator<Item = Run<'_>> {
    page.split("<path ").filter_map(|path| {
        let matrix = between(path, "transform=\"matrix(", ")\"")?;
        let data = between(path, " d=\"", "\"")?;
        Some(Run { matrix: matrix.split(' ').map(|n| n.parse().unwrap()).collect(), data })
    })
}

fn between<'t>(text: &'t str, from: &str, to: &str) -> Option<&'t str> {
    let rest = &text[text.find(from)? + from.len()..];
    Some(&rest[..rest.find(to)?])
}

/// The first point of every glyph, in the order they are drawn.
pub(crate) fn origins(page: &str) -> Vec<Origin> {
    runs(page)
        .flat_map(|run| {
            let [a, _, _, d, e, f] = run.matrix[..] else { panic!("{:?}", run.matrix) };
            run.data.split('M').skip(1).map(move |glyph| {
                let (x, y) = first_pair(glyph);
                Origin { x: a * x + e, y: d * y + f }
            })
        })
        .collect()
}

/// "12-34h…" and "12 34h…".
fn first_pair(glyph: &str) -> (f64, f64) {
    let end = glyph.find(|c: char| !(c.is_ascii_digit() || matches!(c, '-' | ' '))).unwrap_or(glyph.len());
    let pair = &glyph[..end];
    let cut = 1 + pair[1..].find([' ', '-']).unwrap();
    (pair[..cut].parse().unwrap(), pair[cut..].trim_start().parse().unwrap())
}

/// The page with its tenth run further right.
pub(crate) fn with_a_run_moved(page: &str, points: f64) -> String {
    let run = runs(page).nth(9).unwrap();
    let words = |matrix: &[f64]| matrix.iter().map(f64::to_string).collect::<Vec<_>>().join(" ");
    let before = between(page, "transform=\"matrix(", ")\"").unwrap();
    let original = page.split("transform=\"matrix(").nth(10).unwrap().split(")\"").next().unwrap();
    assert!(!before.is_empty() && !run.data.is_empty());
    let mut matrix = run.matrix.clone();
    matrix[4] += points;
    page.replacen(original, &words(&matrix), 1)
}

/// The page without its tenth run.
pub(crate) fn without_a_run(page: &str) -> String {
    let data = runs(page).nth(9).unwrap().data.to_owned();
    page.replacen(&data, "", 1)
}

/// The page with all that is drawn on it further down.
pub(crate) fn with_the_page_moved(page: &str, points: f64) -> String {
    let start = page.find("<path").unwrap();
    format!(
        "{}<g transform=\"translate(0 {points})\">{}",
        &page[..start],
        page[start..].replace("</svg>", "</g></svg>")
    )
}
