//! The title block: whose report it is, its name, where it is on its way to a decision, and what it replaces.
use plan_report::format::datum;
use plan_report::tree::{Lage, Rapport};

use super::composer::{Composer, Piece};
use super::geometry::Area;
use super::paragraph::Prepared;
use super::style::{FINE_PRINT, META, OVERLINE, TITLE};
use crate::canvas::{Anchor, Artifact, Canvas, Colour, Path, Pen, point};
use crate::fonts::Face;

const BADGE_SIZE: f32 = 9.2;
const BADGE_HEIGHT: f32 = 16.0;
const BADGE_PADDING: f32 = 7.0;

impl Composer<'_> {
    pub(super) fn title_block(&mut self, rapport: &Rapport) {
        let overline = joined(&[&rapport.kommun, &rapport.namnd]);
        self.paragraph(Area::PAGE, "P", &Prepared::plain(&overline, OVERLINE.face), OVERLINE);
        self.paragraph(Area::PAGE, "Title", &Prepared::plain(&rapport.titel, TITLE.face), TITLE);
        if let Some(word) = state_word(&rapport.lage) {
            self.badge(word);
            self.next_before = Some(7.0);
        }
        let meta = joined(&[&rapport.avsandare, &day_and_number(rapport)]);
        self.paragraph(Area::PAGE, "P", &Prepared::plain(&meta, META.face), META);
        for line in [decision(rapport), rapport.ersatter.clone()] {
            self.paragraph(Area::PAGE, "P", &Prepared::plain(&line, META.face), META);
        }
        if let Lage::Faststalld { kedja, .. } = &rapport.lage {
            let line = format!("Underlagets kontrollsumma i ändringsloggen: {kedja}");
            self.paragraph(Area::PAGE, "P", &Prepared::plain(&line, FINE_PRINT.face), FINE_PRINT);
        }
        self.pieces.iter_mut().for_each(|piece| piece.keep = true);
    }

    /// The state's word in a rounded frame.
    fn badge(&mut self, word: &str) {
        let element = self.tree.add(Area::PAGE.parent, "P");
        let run = self.fonts.run(word, Face::Semibold, BADGE_SIZE);
        let left = Area::PAGE.left;
        let mut piece = Piece { height: BADGE_HEIGHT, before: 5.0, ..Piece::default() };
        let frame = Path::rounded(point(left, 0.0), run.width + 2.0 * BADGE_PADDING, BADGE_HEIGHT, 3.0);
        piece.content.artifact(Artifact::Decoration);
        piece.content.stroke(&frame, Pen::solid(Colour::Ink, 0.8));
        piece.content.end();
        piece.content.begin(element);
        piece.content.text(&run, point(left + BADGE_PADDING, 11.2), Anchor::Start, Colour::Ink);
        piece.content.end();
        self.push(piece);
    }
}

/// The word printed on every page until the report is decided, and again when it is revoked.
pub(super) fn state_word(lage: &Lage) -> Option<&'static str> {
    match lage {
        Lage::Utkast => Some("Utkast"),
        Lage::Forslag => Some("Förslag till nämnden"),
        Lage::Faststalld { .. } => None,
        Lage::Upphavd { .. } => Some("Upphävd"),
    }
}

/// The decision's own number where there is one, else the report's.
pub(super) fn registration_number(rapport: &Rapport) -> &str {
    match &rapport.lage {
        Lage::Faststalld { dnr, .. } if !dnr.is_empty() => dnr,
        _ => &rapport.dnr,
    }
}

fn day_and_number(rapport: &Rapport) -> String {
    let number = registration_number(rapport);
    let number = if number.is_empty() { String::new() } else { format!("Dnr {number}") };
    joined(&[&rapport.dag().map(datum).unwrap_or_default(), &number])
}

fn decision(rapport: &Rapport) -> String {
    match &rapport.lage {
        Lage::Utkast | Lage::Forslag => String::new(),
        Lage::Faststalld { datum: day, paragraf, .. } => {
            format!("Fastställd av {} {}{}", lower_first(&rapport.namnd), datum(*day), paragraph(paragraf))
        }
        Lage::Upphavd { datum: day, paragraf, skal } => {
            let reason = if skal.is_empty() { String::new() } else { format!(". Skäl: {skal}") };
            format!("Upphävd {}{}{reason}", datum(*day), paragraph(paragraf))
        }
    }
}

fn paragraph(number: &str) -> String {
    if number.is_empty() {
        String::new()
    } else {
        format!(" §\u{a0}{}", number.trim_start_matches(['§', ' ']))
    }
}

/// "Socialnämnden" within a sentence.
fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}

/// What there is, with a middle dot between.
pub(super) fn joined(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" · ")
}
