//! Which words of a text went and which came. Pure; knows no log.
use serde::Serialize;
use ts_rs::TS;

/// What happened to a stretch of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Diffslag {
    Lika,
    Bort,
    Nytt,
}

/// A stretch of words with the same fate, blanks included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Diffbit {
    pub slag: Diffslag,
    pub text: String,
}

/// Texts of fewer words are shown whole, old and new.
const SHORTEST: usize = 4;
/// The words between what is alike at both ends that are compared one by one.
const MOST: usize = 600;

/// The words of both texts; empty where the two are better shown whole (short, or nothing alike).
pub(super) fn words(old: &str, new: &str) -> Vec<Diffbit> {
    let (a, b) = (split(old), split(new));
    if a.len() < SHORTEST || b.len() < SHORTEST {
        return vec![];
    }
    let start = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (rest_a, rest_b) = (&a[start..], &b[start..]);
    let end = rest_a.iter().rev().zip(rest_b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (mid_a, mid_b) = (&rest_a[..rest_a.len() - end], &rest_b[..rest_b.len() - end]);
    let mut bits = Bits::default();
    a[..start].iter().for_each(|word| bits.add(Diffslag::Lika, word));
    middle(mid_a, mid_b, &mut bits);
    a[a.len() - end..].iter().for_each(|word| bits.add(Diffslag::Lika, word));
    let alike = bits.0.iter().any(|bit| bit.slag == Diffslag::Lika && !bit.text.trim().is_empty());
    if alike { bits.0 } else { vec![] }
}

/// Words, each with the blanks after it. A blank that holds a number together parts nothing.
fn split(text: &str) -> Vec<&str> {
    let mut words = vec![];
    let mut start = 0;
    let mut in_blank = false;
    for (at, c) in text.char_indices() {
        let blank = c.is_whitespace() && c != '\u{a0}';
        if in_blank && !blank {
            words.push(&text[start..at]);
            start = at;
        }
        in_blank = blank;
    }
    if start < text.len() {
        words.push(&text[start..]);
    }
    words
}

/// The longest common subsequence of what differs, where it is not too long.
fn middle(a: &[&str], b: &[&str], bits: &mut Bits) {
    if a.len() > MOST || b.len() > MOST {
        a.iter().for_each(|word| bits.add(Diffslag::Bort, word));
        b.iter().for_each(|word| bits.add(Diffslag::Nytt, word));
        return;
    }
    let width = b.len() + 1;
    let mut longest = vec![0u16; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i * width + j] = if same(a[i], b[j]) {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && same(a[i], b[j]) {
            bits.add(Diffslag::Lika, b[j]);
            (i, j) = (i + 1, j + 1);
        } else if j == b.len() || (i < a.len() && longest[(i + 1) * width + j] >= longest[i * width + j + 1])
        {
            bits.add(Diffslag::Bort, a[i]);
            i += 1;
        } else {
            bits.add(Diffslag::Nytt, b[j]);
            j += 1;
        }
    }
}

/// The last word of a text has no blank after it and is the same word all the same.
fn same(a: &str, b: &str) -> bool {
    a.trim_end() == b.trim_end()
}

#[derive(Default)]
struct Bits(Vec<Diffbit>);

impl Bits {
    fn add(&mut self, slag: Diffslag, word: &str) {
        match self.0.last_mut() {
            Some(last) if last.slag == slag => last.text.push_str(word),
            _ => self.0.push(Diffbit { slag, text: word.to_owned() }),
        }
    }
}
