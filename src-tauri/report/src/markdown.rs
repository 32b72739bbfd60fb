//! The closed Markdown subset of the plan's texts: paragraphs, bold, italics, lists and links (domain.md, 3).
//! Everything else is kept as the words it was written with: nothing is lost, nothing is run, nothing is fetched.
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::tree::{Block, Inline, Lista, Text};

/// Reads a text into blocks. Any input is a text: nothing can fail.
pub fn markdown(text: &str) -> Vec<Block> {
    let text = without_definitions(text);
    let mut reader = Reader::default();
    for (event, span) in Parser::new_ext(&text, Options::empty()).into_offset_iter() {
        reader.take(event, text.get(span).unwrap_or_default());
    }
    reader.end_list();
    reader.end_text();
    reader.blocks
}

/// A text as one run of words, for a table's cell: paragraphs and list items follow each other.
pub(crate) fn inline(text: &str) -> Text {
    let mut all = Text::new();
    for block in markdown(text) {
        let parts = match block {
            Block::Stycke(text) => vec![text],
            Block::Lista(lista) => lista.poster,
            _ => vec![],
        };
        for part in parts {
            if !all.is_empty() {
                push(&mut all, Inline { text: " ".into(), ..Inline::default() });
            }
            part.into_iter().for_each(|run| push(&mut all, run));
        }
    }
    all
}

/// "[x]: adress" would vanish from the page: escaped, it stands as written.
fn without_definitions(text: &str) -> String {
    let parser = Parser::new_ext(text, Options::empty());
    let mut starts: Vec<usize> =
        parser.reference_definitions().iter().map(|(_, definition)| definition.span.start).collect();
    starts.sort_unstable();
    let mut escaped = String::with_capacity(text.len() + starts.len());
    let mut done = 0;
    for at in starts {
        escaped.push_str(&text[done..at]);
        escaped.push('\\');
        done = at;
    }
    escaped.push_str(&text[done..]);
    escaped
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    text: Text,
    bold: usize,
    italic: usize,
    links: Vec<Option<String>>,
    /// The open lists, outermost first: the next number of a numbered one.
    lists: Vec<Option<u64>>,
    poster: Vec<Text>,
    numrerad: bool,
}

impl Reader {
    fn take(&mut self, event: Event, source: &str) {
        match event {
            Event::Start(tag) => self.start(tag, source),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => {
                self.words(&words);
            }
            Event::SoftBreak | Event::HardBreak => self.words(" "),
            Event::Rule => {
                self.words(source.trim());
                self.end_text();
            }
            // Only extensions that are not switched on are left.
            _ => self.words(source),
        }
    }

    fn start(&mut self, tag: Tag, source: &str) {
        match tag {
            Tag::Strong => self.bold += 1,
            Tag::Emphasis => self.italic += 1,
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                self.links.push(Some(dest_url.to_string()))
            }
            Tag::List(first) => {
                self.end_text();
                if self.lists.is_empty() {
                    self.numrerad = first.is_some() && marker(source) == "1";
                }
                self.lists.push(first);
            }
            Tag::Item => self.item(marker(source)),
            _ if self.lists.is_empty() => self.end_text(),
            _ if !self.text.is_empty() => self.words(" "),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.bold = self.bold.saturating_sub(1),
            TagEnd::Emphasis => self.italic = self.italic.saturating_sub(1),
            TagEnd::Link => self.end_link(true),
            TagEnd::Image => self.end_link(false),
            TagEnd::List(_) => {
                self.end_text();
                self.lists.pop();
                if self.lists.is_empty() {
                    self.end_list();
                }
            }
            TagEnd::Item => self.end_text(),
            _ if self.lists.is_empty() => self.end_text(),
            _ => {}
        }
    }

    /// A number that the page will not count to by itself stays as a word ("2026. Året …").
    fn item(&mut self, marker: &str) {
        self.end_text();
        let top = self.lists.len() == 1;
        if let Some(Some(number)) = self.lists.last_mut() {
            let counted = marker == "1" || marker == number.to_string();
            *number = number.saturating_add(1);
            if !(self.numrerad && top && counted) {
                self.words(&format!("{marker}. "));
            }
        }
    }

    /// An address that a reader cannot follow safely stands in words after its text.
    fn end_link(&mut self, may_link: bool) {
        let Some(Some(address)) = self.links.pop() else { return };
        let linked = may_link && is_safe(&address);
        if !linked && !address.is_empty() {
            self.words(&format!(" ({address})"));
        }
    }

    fn words(&mut self, words: &str) {
        let link = self.links.last().cloned().flatten().filter(|address| is_safe(address));
        let words = words.replace(['\n', '\r'], " ");
        push(&mut self.text, Inline { text: words, bold: self.bold > 0, italic: self.italic > 0, link });
    }

    /// Closes the paragraph, or the item where a list is open.
    fn end_text(&mut self) {
        let text = trimmed(std::mem::take(&mut self.text));
        if text.is_empty() {
            return;
        }
        if self.lists.is_empty() {
            self.blocks.push(Block::Stycke(text));
        } else {
            self.poster.push(text);
        }
    }

    fn end_list(&mut self) {
        let poster = std::mem::take(&mut self.poster);
        if !poster.is_empty() {
            self.blocks.push(Block::Lista(Lista { numrerad: self.numrerad, poster }));
        }
    }
}

/// The number that an item of a list begins with, as written.
fn marker(source: &str) -> &str {
    let source = source.trim_start();
    let end = source.find(|c: char| !c.is_ascii_digit()).unwrap_or(source.len());
    &source[..end]
}

fn is_safe(address: &str) -> bool {
    ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
}

/// Runs of the same form are one run.
fn push(text: &mut Text, run: Inline) {
    if run.text.is_empty() {
        return;
    }
    match text.last_mut() {
        Some(last) if (last.bold, last.italic, &last.link) == (run.bold, run.italic, &run.link) => {
            last.text.push_str(&run.text);
        }
        _ => text.push(run),
    }
}

fn trimmed(mut text: Text) -> Text {
    if let Some(first) = text.first_mut() {
        first.text = first.text.trim_start_matches([' ', '\t']).to_string();
    }
    if let Some(last) = text.last_mut() {
        last.text = last.text.trim_end_matches([' ', '\t']).to_string();
    }
    text.retain(|run| !run.text.is_empty());
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::klartext;
    use proptest::prelude::*;

    /// A readable picture of the blocks: "p", "ul", "ol" and what they say; bold *so*, italics _so_, links [so](address).
    fn picture(text: &str) -> Vec<String> {
        let run = |run: &Inline| match run {
            Inline { link: Some(address), text, .. } => format!("[{text}]({address})"),
            Inline { bold: true, text, .. } => format!("*{text}*"),
            Inline { italic: true, text, .. } => format!("_{text}_"),
            plain => plain.text.clone(),
        };
        let line = |text: &Text| text.iter().map(run).collect::<String>();
        let block = |block: &Block| match block {
            Block::Stycke(text) => format!("p {}", line(text)),
            Block::Lista(list) => {
                let kind = if list.numrerad { "ol" } else { "ul" };
                format!("{kind} {}", list.poster.iter().map(line).collect::<Vec<_>>().join(" | "))
            }
            other => format!("{other:?}"),
        };
        markdown(text).iter().map(block).collect()
    }

    #[test]
    fn the_subset_is_read() {
        assert_eq!(
            picture("Ett **fett** och *kursivt*\nord.\n\nNytt."),
            ["p Ett *fett* och _kursivt_ ord.", "p Nytt."]
        );
        assert_eq!(picture("- ett\n- två\n\n1. a\n2. b"), ["ul ett | två", "ol a | b"]);
        assert_eq!(picture("[SKR](https://skr.se)"), ["p [SKR](https://skr.se)"]);
    }

    #[test]
    fn what_is_outside_the_subset_keeps_its_words() {
        assert_eq!(picture("## Ekonomi\nText"), ["p Ekonomi", "p Text"]);
        assert_eq!(picture("> Citat\n\n`kod`\n\n    indragen"), ["p Citat", "p kod", "p indragen"]);
        assert_eq!(picture("<b>a</b> ~~b~~"), ["p <b>a</b> ~~b~~"]);
        assert_eq!(picture("2026. Året börjar"), ["ul 2026. Året börjar"]);
        assert_eq!(picture("1. ett\n1. två\n2026. tre"), ["ol ett | två | 2026. tre"]);
        assert_eq!(picture("[mål]: se bilaga\n\nText [mål]"), ["p [mål]: se bilaga", "p Text [mål]"]);
        assert_eq!(picture("a\n\n---\n\nb"), ["p a", "p ---", "p b"]);
        assert_eq!(picture("- ett\n  - under\n- två"), ["ul ett | under | två"]);
        assert_eq!(picture("![Bild](bild.png)"), ["p Bild (bild.png)"]);
    }

    #[test]
    fn an_unsafe_address_is_words_only() {
        assert_eq!(picture("[klicka](javascript:alert(1))"), ["p klicka (javascript:alert(1))"]);
        assert_eq!(picture("[fil](file:///etc/passwd)"), ["p fil (file:///etc/passwd)"]);
    }

    #[test]
    fn a_hostile_text_is_read_in_reasonable_time() {
        for piece in ["[", "*", "> ", "- ", "`", "<", "![](", "_a_"] {
            markdown(&piece.repeat(20_000));
        }
    }

    proptest! {
        #[test]
        fn no_word_is_lost(words in prop::collection::vec("[a-zåäö0-9]{1,6}", 1..8), marks in prop::collection::vec("(\\*\\*|\\*|\n\n|\n|- |# |> |\\[|\\]\\(|\\)|1\\. |`| |<|>|\\|)", 1..8)) {
            let mut text = String::new();
            for (word, mark) in words.iter().zip(marks.iter().cycle()) {
                text += mark;
                text += word;
            }
            let shown: String = markdown(&text).iter().map(|block| match block {
                Block::Stycke(text) => klartext(text),
                Block::Lista(list) => list.poster.iter().map(|post| klartext(post)).collect::<Vec<_>>().join(" "),
                _ => String::new(),
            }).collect::<Vec<_>>().join(" ");
            let addresses = format!("{:?}", markdown(&text));
            for word in &words {
                prop_assert!(shown.contains(word.as_str()) || addresses.contains(word.as_str()), "{text:?} lost {word:?}: {shown:?}");
            }
        }
    }
}
