//! Tables in HTML as Word, Excel, LibreOffice and Outlook put them on the clipboard, with or without the CF_HTML header.
use std::borrow::Cow;

use scraper::{ElementRef, Html, Node, Selector};

use super::{Sheets, check_cells, decode};
use crate::Source;
use crate::error::{Filslag, ReadError};
use crate::limits::MAX_COLUMNS;
use crate::sheet::{Cell, SheetBuilder};

/// Hands over every table that is not inside another.
pub(super) fn read(source: &Source<'_>, sheets: &mut dyn Sheets) -> Result<(), ReadError> {
    let not_text = ReadError::NotATable { kind: Filslag::Html };
    let text = decode::text(source.bytes).ok_or(not_text.clone())?;
    let page = Html::parse_document(fragment(&text));
    let selector = Selector::parse("table").map_err(|_| not_text.clone())?;
    let tables: Vec<ElementRef<'_>> = page.select(&selector).filter(|table| !is_nested(table)).collect();
    if tables.is_empty() {
        return Err(not_text);
    }
    let around = outside(&page);
    let mut total = 0;
    for (index, table) in tables.iter().enumerate() {
        let builder = grid(table);
        total += builder.len();
        check_cells(total)?;
        let name = if tables.len() == 1 {
            source.name.to_owned()
        } else {
            format!("{} ({})", source.name, index + 1)
        };
        let mut sheet = builder.finish(name, false);
        sheet.around.clone_from(&around);
        sheets.sheet(sheet)?;
    }
    Ok(())
}

/// The text without the header Windows puts before it ("Version:0.9\r\nStartHTML:…").
fn fragment(text: &str) -> &str {
    let head = text.get(..text.len().min(400)).unwrap_or(text);
    if head.trim_start_matches('\u{feff}').to_ascii_lowercase().starts_with("version:") {
        return text.find('<').map_or(text, |at| &text[at..]);
    }
    text
}

fn is_nested(table: &ElementRef<'_>) -> bool {
    table.ancestors().any(|node| node.value().as_element().is_some_and(|element| element.name() == "table"))
}

/// Deepest nesting that is followed; a page deeper than this is no table of a person.
const DEEPEST: usize = 60;

/// Text of the page that stands in no table.
fn outside(page: &Html) -> String {
    let mut out = Writer::default();
    out.walk_outside(page.root_element(), 0);
    out.finish().chars().take(2000).collect()
}

/// The cells of a table in their places, spans counted. A cell over several rows holds for each of them.
fn grid<'a>(table: &ElementRef<'_>) -> SheetBuilder<'a> {
    let mut builder = SheetBuilder::default();
    // Per column: rows still covered by a cell above, and its text.
    let mut covered: Vec<(usize, String)> = Vec::new();
    for (row, element) in (0..).zip(rows(table)) {
        let mut column = 0_usize;
        let cells = element.child_elements().filter(|cell| matches!(cell.value().name(), "td" | "th"));
        for cell in cells {
            column = carry(&mut builder, &mut covered, row, column);
            let (across, down) = (span(&cell, "colspan"), span(&cell, "rowspan"));
            let text = text_of(&cell);
            put(&mut builder, row, column, &text);
            if covered.len() < column + across {
                covered.resize(column + across, (0, String::new()));
            }
            for (offset, place) in covered[column..column + across].iter_mut().enumerate() {
                *place = (down - 1, if offset == 0 { text.clone() } else { String::new() });
            }
            column += across;
        }
        let width = covered.len();
        while column < width {
            column = carry(&mut builder, &mut covered, row, column) + 1;
        }
    }
    builder
}

/// Steps over columns covered from above, repeating their text.
fn carry(
    builder: &mut SheetBuilder<'_>,
    covered: &mut [(usize, String)],
    row: u32,
    mut column: usize,
) -> usize {
    while let Some((left, text)) = covered.get_mut(column).filter(|(left, _)| *left > 0) {
        put(builder, row, column, text);
        *left -= 1;
        column += 1;
    }
    column
}

fn put(builder: &mut SheetBuilder<'_>, row: u32, column: usize, text: &str) {
    if let Ok(column) = u32::try_from(column)
        && column < MAX_COLUMNS
    {
        builder.push(row, column, Cell::Text(Cow::Owned(text.to_owned())));
    }
}

/// 1–500; a span of thousands is a mistake or an attack.
fn span(cell: &ElementRef<'_>, name: &str) -> usize {
    let value = cell.value().attr(name).and_then(|text| text.trim().parse::<usize>().ok());
    value.unwrap_or(1).clamp(1, 500)
}

/// The rows of a table, not those of a table in one of its cells.
fn rows<'p>(table: &ElementRef<'p>) -> Vec<ElementRef<'p>> {
    let mut out = Vec::new();
    for child in table.child_elements() {
        match child.value().name() {
            "tr" => out.push(child),
            "thead" | "tbody" | "tfoot" => {
                out.extend(child.child_elements().filter(|row| row.value().name() == "tr"))
            }
            _ => {}
        }
    }
    out
}

fn text_of(cell: &ElementRef<'_>) -> String {
    let mut out = Writer::default();
    out.walk(*cell, 0);
    out.finish()
}

/// Text as a reader sees it: source line breaks are blanks, paragraphs and `<br>` are lines, list items begin with "- ".
#[derive(Default)]
struct Writer {
    out: String,
    /// A blank is due before the next word.
    blank: bool,
}

impl Writer {
    fn walk_outside(&mut self, element: ElementRef<'_>, depth: usize) {
        if element.value().name() != "table" && depth < DEEPEST {
            self.enter(element, depth, true);
        }
    }

    fn walk(&mut self, element: ElementRef<'_>, depth: usize) {
        if depth < DEEPEST {
            self.enter(element, depth, false);
        }
    }

    fn enter(&mut self, element: ElementRef<'_>, depth: usize, outside: bool) {
        let name = element.value().name();
        if matches!(name, "style" | "script" | "head" | "title" | "template") || is_list_mark(&element) {
            return;
        }
        let is_block =
            matches!(name, "p" | "div" | "li" | "tr" | "ul" | "ol" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6");
        if is_block {
            self.line();
        }
        if name == "br" {
            self.hard_line();
        }
        if is_list_item(&element) {
            self.out.push_str("- ");
        }
        for child in element.children() {
            match child.value() {
                Node::Text(text) => self.text(text),
                _ => {
                    if let Some(child) = ElementRef::wrap(child) {
                        if outside {
                            self.walk_outside(child, depth + 1)
                        } else {
                            self.walk(child, depth + 1)
                        }
                    }
                }
            }
        }
        if is_block {
            self.line();
        }
    }

    fn text(&mut self, text: &str) {
        for c in text.chars() {
            if matches!(c, ' ' | '\n' | '\r' | '\t' | '\u{c}') {
                self.blank = true;
            } else {
                if self.blank && !self.out.is_empty() && !self.out.ends_with([' ', '\n']) {
                    self.out.push(' ');
                }
                self.blank = false;
                self.out.push(c);
            }
        }
    }

    /// A new line, once.
    fn line(&mut self) {
        self.blank = false;
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    fn hard_line(&mut self) {
        self.blank = false;
        self.out.push('\n');
    }

    /// The text without the empty paragraphs (`<o:p>&nbsp;</o:p>`) at its ends and blanks at the end of lines.
    fn finish(self) -> String {
        let is_blank = |c: char| c.is_whitespace() || c == '\u{a0}';
        let lines: Vec<&str> = self.out.lines().map(|line| line.trim_matches(is_blank)).collect();
        let lines: Vec<&str> = lines.into_iter().map(|line| if line == "-" { "" } else { line }).collect();
        lines.join("\n").trim_matches(is_blank).to_owned()
    }
}

/// What Word draws before a list item: sign and blanks marked as no part of the text.
fn is_list_mark(element: &ElementRef<'_>) -> bool {
    element.value().attr("style").is_some_and(|style| plain_style(style).contains("mso-list:ignore"))
}

/// A list item of HTML, or a paragraph that Word says is one.
fn is_list_item(element: &ElementRef<'_>) -> bool {
    let by_word = || {
        element.value().attr("style").is_some_and(|style| {
            let style = plain_style(style);
            style.contains("mso-list:l") && !style.contains("mso-list:none")
        })
    };
    element.value().name() == "li" || element.value().name() == "p" && by_word()
}

fn plain_style(style: &str) -> String {
    style.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    fn table(html: &str) -> Vec<Vec<String>> {
        let page = Html::parse_document(fragment(html));
        let selector = Selector::parse("table").unwrap();
        let sheet = grid(&page.select(&selector).next().unwrap()).finish(String::new(), false);
        sheet.rows().map(|row| (0..4).map(|column| row.cell(column).text().into_owned()).collect()).collect()
    }

    #[test]
    fn word_lists_and_empty_cells() {
        let html = "<table><tr><td><p>Rad\r\nett<o:p></o:p></p></td><td><p><o:p>&nbsp;</o:p></p></td><td>\
            <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>·\
            <span>&nbsp;&nbsp; </span></span></span><![endif]><span>Ett</span></p>\
            <p style='mso-list: l0 level1 lfo1'><span style='mso-list: Ignore'>·&nbsp;</span>Två</p></td></tr></table>";
        assert_eq!(table(html), [["Rad ett", "", "- Ett\n- Två", ""]]);
    }

    #[test]
    fn spans_keep_columns_in_place() {
        let html = "<table><tr><th rowspan=2>Nr</th><th colspan=2>Utfall</th><th>Enhet</th></tr>\
            <tr><td>2024</td><td>2025</td><td>x</td></tr><tr><td>1</td><td>2</td><td>3</td><td>4</td></tr></table>";
        assert_eq!(table(html)[0], ["Nr", "Utfall", "", "Enhet"]);
        assert_eq!(table(html)[1], ["Nr", "2024", "2025", "x"]);
        assert_eq!(table(html)[2], ["1", "2", "3", "4"]);
    }

    #[test]
    fn the_clipboard_header_is_left_out() {
        let html = "Version:0.9\r\nStartHTML:00000097\r\nEndHTML:00000200\r\n<html><body><!--StartFragment-->\
            <table><tr><td>a<br>b</td></tr></table><!--EndFragment--></body></html>";
        assert_eq!(table(html)[0][0], "a\nb");
    }
}
