//! What a colour role looks like on paper. Both back ends take it from the same eight bits, so that they agree.
use plan_core::uppfoljning::Status;

use crate::canvas::Colour;

/// Red, green, blue.
pub(crate) type Rgb = [u8; 3];

/// The colours of one report: the fixed ones, and those that follow from its accent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    accent: Rgb,
    tint: Rgb,
}

const OWN_ACCENT: Rgb = [0x14, 0x50, 0x6E];
const WHITE: Rgb = [0xFF; 3];

impl Palette {
    /// `accent`: the municipality's own. It is darkened until text in it can be read on white (WCAG 2.2, 4.5 : 1).
    pub fn print(accent: Option<Rgb>) -> Palette {
        let mut accent = accent.unwrap_or(OWN_ACCENT);
        while contrast_to_white(accent) < 4.5 {
            accent = accent.map(|part| (u16::from(part) * 9 / 10) as u8);
        }
        Palette { accent, tint: mix(accent, WHITE, 0.1) }
    }

    pub fn rgb(self, colour: Colour) -> Rgb {
        match colour {
            Colour::Accent => self.accent,
            Colour::Tint => self.tint,
            Colour::RuleStrong => mix(self.accent, WHITE, 0.75),
            fixed => fixed_rgb(fixed),
        }
    }

    /// The value of a `fill` or `stroke` attribute.
    pub fn css(self, colour: Colour) -> String {
        let [r, g, b] = self.rgb(colour);
        format!("#{r:02X}{g:02X}{b:02X}")
    }
}

/// What a colour role is called in the window's tokens (ui.md), for an attribute of an inline picture.
pub(crate) fn window_colour(colour: Colour) -> &'static str {
    match colour {
        Colour::Paper => "var(--surface)",
        Colour::Ink => "var(--text)",
        Colour::Muted => "var(--text-2)",
        Colour::Accent => "var(--series)",
        Colour::Tint => "var(--selected)",
        Colour::Rule => "var(--line)",
        Colour::RuleStrong => "var(--line-strong)",
        Colour::Thread => "var(--trad)",
        Colour::Target => "var(--target)",
        Colour::Comparison(0) => "var(--series-before)",
        Colour::Comparison(_) => "var(--text-3)",
        Colour::Status(Status::Genomford) => "var(--genomford)",
        Colour::Status(Status::PagarEnligtPlan) | Colour::Good => "var(--plan)",
        Colour::Status(Status::PagarMedAvvikelse) | Colour::Partly => "var(--avvikelse)",
        Colour::Status(Status::Forsenad) | Colour::Bad => "var(--forsenad)",
        Colour::Status(Status::EjPaborjad | Status::Avbruten) | Colour::Unknown => "var(--ej)",
    }
}

fn fixed_rgb(colour: Colour) -> Rgb {
    let bits: u32 = match colour {
        Colour::Paper => 0xFF_FF_FF,
        Colour::Muted => 0x47_56_5F,
        Colour::Rule => 0xC9_D1_D6,
        Colour::Thread => 0xC9_18_3A,
        Colour::Target => 0xA8_43_1A,
        Colour::Comparison(0) => 0x6B_7A_84,
        Colour::Comparison(_) => 0x7A_5A_8C,
        Colour::Status(Status::Genomford) => 0x1A_53_93,
        Colour::Status(Status::PagarEnligtPlan) | Colour::Good => 0x0E_8F_78,
        Colour::Status(Status::PagarMedAvvikelse) | Colour::Partly => 0xAE_7A_00,
        Colour::Status(Status::Forsenad) | Colour::Bad => 0x9C_1F_0A,
        Colour::Status(Status::EjPaborjad | Status::Avbruten) | Colour::Unknown => 0x43_4E_56,
        Colour::Ink | Colour::Accent | Colour::Tint | Colour::RuleStrong => 0x17_24_2B,
    };
    let [_, r, g, b] = bits.to_be_bytes();
    [r, g, b]
}

/// `share` of the first colour, the rest of the second.
fn mix(one: Rgb, other: Rgb, share: f32) -> Rgb {
    let part = |i: usize| (f32::from(one[i]) * share + f32::from(other[i]) * (1.0 - share)).round() as u8;
    [part(0), part(1), part(2)]
}

/// WCAG 2.2, relative luminance.
fn contrast_to_white(colour: Rgb) -> f32 {
    let linear = |part: u8| {
        let c = f32::from(part) / 255.0;
        if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    let [r, g, b] = colour.map(linear);
    1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_accent_too_light_to_read_is_darkened() {
        for accent in [[0xFF, 0xD5, 0x00], [0xFF; 3], [0x80, 0xC0, 0xFF], [0; 3]] {
            assert!(contrast_to_white(Palette::print(Some(accent)).rgb(Colour::Accent)) >= 4.5);
        }
        assert_eq!(Palette::print(None).css(Colour::Accent), "#14506E");
    }
}
