//! The lines of a PDF as `pdftotext -bbox` places them, and the cells of a table by the column each stands in: an empty cell is
//! seen, which no text of the page can show.
use std::path::Path;
use std::process::Command;

/// How far apart two words stand that belong to two cells, in points; a space is less than half of it.
const CELL_GAP: f64 = 4.0;
/// Amounts of a column end at the same place.
const SAME: f64 = 0.5;

/// Words that belong together, and where the last of them ends.
#[derive(Debug, Clone)]
pub(crate) struct Bit {
    pub(crate) text: String,
    pub(crate) right: f64,
}

/// A line of a page.
pub(crate) type Line = Vec<Bit>;

struct Word {
    left: f64,
    right: f64,
    bottom: f64,
    text: String,
}

/// The lines of the file, from the first page's top.
pub(crate) fn lines(file: &Path) -> Vec<Line> {
    let output = Command::new("pdftotext").args(["-bbox", "-enc", "UTF-8"]).arg(file).arg("-").output();
    let output = output.expect("pdftotext (package poppler-utils) is needed; ./verify installs it");
    let text = String::from_utf8(output.stdout).unwrap();
    text.split("<page ").skip(1).flat_map(page).collect()
}

fn page(text: &str) -> Vec<Line> {
    let mut words: Vec<Word> = text.lines().filter_map(word).collect();
    words.sort_by(|a, b| a.bottom.total_cmp(&b.bottom));
    let rows = words.chunk_by_mut(|a, b| b.bottom - a.bottom < SAME);
    rows.map(|row| {
        row.sort_by(|a, b| a.left.total_cmp(&b.left));
        let bits = row.chunk_by(|a, b| b.left - a.right < CELL_GAP);
        let joined =
            |words: &[Word]| words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
        bits.map(|words| Bit { text: joined(words), right: words[words.len() - 1].right }).collect()
    })
    .collect()
}

/// `<word xMin="56.7" yMin="28.0" xMax="109.2" yMax="38.6">Socialnämnden</word>`
fn word(line: &str) -> Option<Word> {
    let (head, text) = line.trim().strip_prefix("<word ")?.strip_suffix("</word>")?.split_once('>')?;
    let number = |name: &str| -> Option<f64> {
        let (_, rest) = head.split_once(&format!("{name}=\""))?;
        rest.split_once('"')?.0.parse().ok()
    };
    let text = text.replace('\u{a0}', " ").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    Some(Word { left: number("xMin")?, right: number("xMax")?, bottom: number("yMax")?, text })
}

/// The words of a line.
pub(crate) fn text(line: &Line) -> String {
    line.iter().map(|bit| bit.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// Where the columns of amounts end, read from the rows of the table that have amounts.
pub(crate) fn columns(rows: &[&Line]) -> Vec<f64> {
    let mut ends: Vec<f64> = rows.iter().flat_map(|row| &row[1..]).map(|bit| bit.right).collect();
    ends.sort_by(f64::total_cmp);
    ends.dedup_by(|next, before| *next - *before < SAME);
    ends
}

/// What stands in each column of a row; `None` is an empty cell.
pub(crate) fn cells(row: &Line, columns: &[f64]) -> Vec<Option<String>> {
    let at =
        |end: &f64| row[1..].iter().find(|bit| (bit.right - end).abs() < SAME).map(|bit| bit.text.clone());
    columns.iter().map(at).collect()
}

/// Whether the line is a name with amounts after it.
pub(crate) fn is_row(line: &Line, name: &str) -> bool {
    let is_amount = |bit: &Bit| bit.text.chars().all(|c| c.is_ascii_digit() || " +\u{2212}".contains(c));
    line.len() > 1 && line[0].text == name && line[1..].iter().all(is_amount)
}
