//! What a text of a row must be to stand in the plan, and the refusals of those that are not. Knows no plan.
use super::Vagran;
use crate::text::{MAX_TEXT, clean, looks_like_personnummer};

/// A refusal by a rule of the plan, named as in `crate::Rule`.
pub(super) fn regel(falt: &'static str, regel: &str) -> Vagran {
    Vagran::Regel { falt: falt.into(), regel: regel.to_owned() }
}

/// A name as it may stand in the plan: cleaned, on one line, neither empty nor too long, and no personnummer.
pub(super) fn within(text: &str, falt: &'static str, max: usize) -> Result<String, Vagran> {
    let text = clean(text).text;
    let text = text.trim();
    if text.is_empty() {
        return Err(Vagran::SaknarTitel { falt: falt.into() });
    }
    // A character is at least one byte: only long texts are counted.
    if text.len() > max && text.chars().count() > max {
        return Err(Vagran::ForLang { falt: falt.into(), max });
    }
    if text.bytes().filter(u8::is_ascii_digit).count() >= 10 && looks_like_personnummer(text) {
        return Err(regel(falt, "personnummer"));
    }
    let one_line = !text.bytes().any(|b| matches!(b, b'\n' | b'\t'));
    Ok(if one_line { text.to_owned() } else { text.replace(['\n', '\t'], " ") })
}

/// A free text as it may stand in the plan; too long a one is refused.
pub(super) fn free(text: &str, falt: &'static str) -> Result<String, Vagran> {
    let text = clean(text).text;
    if text.len() > MAX_TEXT && text.chars().count() > MAX_TEXT {
        return Err(Vagran::ForLang { falt: falt.into(), max: MAX_TEXT });
    }
    Ok(text.trim_end().to_owned())
}
