//! The fonts: shaping, measuring and outlines. The only place where text gets a width.
//! Shaped words are remembered, which is what makes a second layout of almost the same report cheap.
use std::collections::BTreeSet;
use std::io::{self, Read};
use std::str::FromStr;
use std::sync::{Arc, OnceLock};

use flate2::read::ZlibDecoder;
use foldhash::HashMap;
use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder};
use rustybuzz::{Direction, Language, ShapePlan, UnicodeBuffer};

use crate::ExportError;
use crate::canvas::{Glyph, TextRun};

/// The program's four faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Face {
    Regular,
    Semibold,
    Bold,
    Italic,
}

/// Every face, in the order of its number.
pub(crate) const FACES: [Face; 4] = [Face::Regular, Face::Semibold, Face::Bold, Face::Italic];

/// All faces are cut on a 1000-unit square; printpdf cuts widths of any other short.
pub(crate) const UNITS_PER_EM: f32 = 1000.0;

/// Stands for a character that the fonts lack: visible, and a glyph that they have.
const REPLACEMENT: char = '□';

/// Past this many shaped words the memory of a face is emptied.
const WORDS_KEPT: usize = 60_000;

/// One font file, unpacked and read.
pub(crate) struct FontFile {
    pub(crate) name: &'static str,
    pub(crate) weight: u16,
    pub(crate) data: &'static [u8],
    pub(crate) parsed: rustybuzz::Face<'static>,
    plan: ShapePlan,
}

/// A word shaped once; the width is in font units.
#[derive(Debug)]
pub(crate) struct Word {
    pub(crate) glyphs: Vec<Glyph>,
    pub(crate) width: i32,
}

/// The program's faces, and the words shaped so far.
pub struct Fonts {
    files: [FontFile; 4],
    words: [HashMap<Box<str>, Arc<Word>>; 4],
}

impl Fonts {
    /// Reads the compiled-in fonts.
    pub fn load() -> Result<Fonts, ExportError> {
        let files = [
            load_file(Face::Regular, "SourceSans3-Regular", 400)?,
            load_file(Face::Semibold, "SourceSans3-Semibold", 600)?,
            load_file(Face::Bold, "SourceSans3-Bold", 700)?,
            load_file(Face::Italic, "SourceSans3-It", 400)?,
        ];
        Ok(Fonts { files, words: Default::default() })
    }

    /// A whole line without breaks.
    pub fn run(&mut self, text: &str, face: Face, size: f32) -> TextRun {
        let word = self.word(text, face);
        TextRun {
            face,
            size,
            text: text.into(),
            glyphs: word.glyphs.as_slice().into(),
            width: word.width as f32 * size / UNITS_PER_EM,
            soft_hyphen: false,
        }
    }

    pub(crate) fn file(&self, face: Face) -> &FontFile {
        &self.files[face as usize]
    }

    pub(crate) fn word(&mut self, text: &str, face: Face) -> Arc<Word> {
        if let Some(word) = self.words[face as usize].get(text) {
            return word.clone();
        }
        let word = Arc::new(self.shape(text, face));
        let words = &mut self.words[face as usize];
        if words.len() >= WORDS_KEPT {
            words.clear();
        }
        words.insert(text.into(), word.clone());
        word
    }

    /// Draws a glyph's outline in font units, y upward.
    pub(crate) fn outline(&self, face: Face, glyph: u16, builder: &mut dyn OutlineBuilder) {
        self.file(face).parsed.outline_glyph(GlyphId(glyph), builder);
    }

    pub(crate) fn natural_advance(&self, face: Face, glyph: u16) -> u16 {
        self.file(face).parsed.glyph_hor_advance(GlyphId(glyph)).unwrap_or(0)
    }

    fn shape(&self, text: &str, face: Face) -> Word {
        let file = &self.files[face as usize];
        let mut buffer = UnicodeBuffer::new();
        let mut replaced = BTreeSet::new();
        for (at, character) in text.char_indices() {
            let known = file.parsed.glyph_index(character).is_some();
            if !known {
                replaced.insert(at as u32);
            }
            buffer.add(if known { character } else { REPLACEMENT }, at as u32);
        }
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(rustybuzz::script::LATIN);
        let shaped = rustybuzz::shape_with_plan(&file.parsed, &file.plan, buffer);
        glyphs_of(&shaped, text.len(), &replaced)
    }
}

/// The files as packed by `build.rs`, in the order of the faces.
const PACKED: [&[u8]; 4] = [
    include_bytes!(concat!(env!("OUT_DIR"), "/SourceSans3-Regular")),
    include_bytes!(concat!(env!("OUT_DIR"), "/SourceSans3-Semibold")),
    include_bytes!(concat!(env!("OUT_DIR"), "/SourceSans3-Bold")),
    include_bytes!(concat!(env!("OUT_DIR"), "/SourceSans3-It")),
];

/// A face's file, unpacked once for the whole program.
fn unpacked(face: Face) -> io::Result<&'static [u8]> {
    static FILES: [OnceLock<Vec<u8>>; 4] = [const { OnceLock::new() }; 4];
    let file = &FILES[face as usize];
    if file.get().is_none() {
        let mut bytes = vec![];
        ZlibDecoder::new(PACKED[face as usize]).read_to_end(&mut bytes)?;
        let _ = file.set(bytes);
    }
    Ok(file.get().map_or(&[], Vec::as_slice))
}

fn load_file(face: Face, name: &'static str, weight: u16) -> Result<FontFile, ExportError> {
    let data = unpacked(face).map_err(|_| ExportError::Font(name))?;
    let parsed = rustybuzz::Face::from_slice(data, 0).ok_or(ExportError::Font(name))?;
    let language = Language::from_str("sv").ok();
    let script = Some(rustybuzz::script::LATIN);
    let plan = ShapePlan::new(&parsed, Direction::LeftToRight, script, language.as_ref(), &[]);
    Ok(FontFile { name, weight, data, parsed, plan })
}

fn glyphs_of(shaped: &rustybuzz::GlyphBuffer, text_len: usize, replaced: &BTreeSet<u32>) -> Word {
    let (infos, positions) = (shaped.glyph_infos(), shaped.glyph_positions());
    let mut glyphs = Vec::with_capacity(infos.len());
    for (i, (info, position)) in infos.iter().zip(positions).enumerate() {
        let end = infos.get(i + 1).map_or(text_len as u32, |next| next.cluster);
        glyphs.push(Glyph {
            id: info.glyph_id as u16,
            advance: position.x_advance,
            text_len: end.saturating_sub(info.cluster) as u16,
            replacement: replaced.contains(&info.cluster),
        });
    }
    let width = glyphs.iter().map(|glyph| glyph.advance).sum();
    Word { glyphs, width }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_character_without_a_glyph_becomes_a_visible_box() {
        let mut fonts = Fonts::load().unwrap();
        let run = fonts.run("a😀b", Face::Regular, 10.0);
        assert_eq!(run.glyphs.iter().map(|g| g.replacement).collect::<Vec<_>>(), [false, true, false]);
        assert!(run.glyphs.iter().all(|glyph| glyph.id != 0), "no glyph may be .notdef");
        assert_eq!(run.glyphs.iter().map(|g| g.text_len).collect::<Vec<_>>(), [1, 4, 1]);
    }

    #[test]
    fn figures_are_of_one_width() {
        let mut fonts = Fonts::load().unwrap();
        for face in FACES {
            let widths: BTreeSet<i32> = ('0'..='9').map(|d| fonts.word(&d.to_string(), face).width).collect();
            assert_eq!(widths.len(), 1, "{face:?}");
        }
    }
}
