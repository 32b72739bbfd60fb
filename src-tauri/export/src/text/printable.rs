//! Characters that would be invisible or would change the direction of what follows never reach a page.
use std::borrow::Cow;

/// `text` without control and invisible formatting characters; a tab becomes a space, a line break stays.
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| c == '\t' || c == '\r' || is_unprintable(c)) {
        return Cow::Borrowed(text);
    }
    let kept = text.chars().filter(|c| !is_unprintable(*c));
    Cow::Owned(kept.map(|c| if c == '\t' { ' ' } else { c }).collect())
}

fn is_unprintable(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c,
            '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_and_direction_marks_are_left_out() {
        assert_eq!(printable("a\u{0}b\tc\u{202E}d\ne\u{AD}f\r"), "ab cd\nef");
        assert!(matches!(printable("Ärende"), Cow::Borrowed(_)));
    }
}
