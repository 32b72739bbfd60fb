//! Amounts and numbers: U+00A0 between thousands and before the unit, decimal comma, minus U+2212.
use plan_core::belopp::{Ore, Tal, round_half_away};

/// The space that never breaks: between thousands, and between a number and its unit.
pub const NBSP: char = '\u{a0}';
/// The minus sign in print.
pub const MINUS: char = '\u{2212}';

/// Digits of a whole number in groups of three: "1 131 226", "−75".
pub fn heltal(value: i64) -> String {
    let grouped = group(&value.unsigned_abs().to_string());
    if value < 0 { format!("{MINUS}{grouped}") } else { grouped }
}

/// A count: as [`heltal`].
pub fn antal(count: usize) -> String {
    group(&count.to_string())
}

/// A count in running text: in words up to twelve.
pub fn antal_i_ord(count: usize) -> String {
    const WORDS: [&str; 13] =
        ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];
    WORDS.get(count).map_or_else(|| antal(count), |word| (*word).to_owned())
}

/// A change of a count, always with its sign: "+3", "−2", "±0".
pub fn andring(change: i64) -> String {
    if change == 0 { "±0".into() } else { signed(change) }
}

/// Whole tkr without unit: "135 221".
pub fn tkr(ore: Ore) -> String {
    heltal(ore.tkr())
}

/// Whole tkr with its unit: "−11 600 tkr".
pub fn belopp_tkr(ore: Ore) -> String {
    format!("{}{NBSP}tkr", tkr(ore))
}

/// A deviation in a table: "+3 136", "−274", and "0" without a sign.
pub fn avvikelse(ore: Ore) -> String {
    signed(ore.tkr())
}

/// A deviation in a heading or a sentence: "+6 239 tkr", "−38 tkr", "±0 tkr".
pub fn avvikelse_tkr(ore: Ore) -> String {
    format!("{}{NBSP}tkr", andring(ore.tkr()))
}

/// Millions with one decimal: "−7,8 mnkr".
pub fn mnkr(ore: Ore) -> String {
    let tenths = round_half_away(ore.0, 10_000_000);
    format!("{}{NBSP}mnkr", with_decimals(tenths, 1))
}

/// A number with the given decimals (0–6), halves away from zero: "178 450", "6,8".
pub fn tal(value: Tal, decimaler: u8) -> String {
    let decimals = u32::from(decimaler.min(6));
    with_decimals(round_half_away(value.0, 10_i64.pow(6 - decimals)), decimals)
}

/// A number with its unit: "6,8 %", "12 dagar"; a unit that only says that it is a count is left out.
pub fn med_enhet(value: Tal, decimaler: u8, enhet: &str) -> String {
    let number = tal(value, decimaler);
    match enhet.trim() {
        "" | "antal" | "Antal" | "index" | "betyg" => number,
        unit => format!("{number}{NBSP}{unit}"),
    }
}

/// Whole percent: "50 %".
pub fn procent(value: u8) -> String {
    format!("{value}{NBSP}%")
}

fn signed(value: i64) -> String {
    if value > 0 { format!("+{}", heltal(value)) } else { heltal(value) }
}

fn with_decimals(scaled: i64, decimals: u32) -> String {
    let unit = 10_u64.pow(decimals);
    let (whole, rest) = (scaled.unsigned_abs() / unit, scaled.unsigned_abs() % unit);
    let sign = if scaled < 0 { MINUS.to_string() } else { String::new() };
    let digits = group(&whole.to_string());
    match decimals as usize {
        0 => format!("{sign}{digits}"),
        width => format!("{sign}{digits},{rest:0width$}"),
    }
}

fn group(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 * 2);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(NBSP);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn amounts_read_as_in_a_swedish_paper() {
        assert_eq!(tkr(Ore::kronor(1_131_226_400)), "1\u{a0}131\u{a0}226");
        assert_eq!(tkr(Ore::kronor(-75_499)), "−75");
        assert_eq!(avvikelse(Ore::kronor(3_136_000)), "+3\u{a0}136");
        assert_eq!(avvikelse(Ore(0)), "0");
        assert_eq!(avvikelse_tkr(Ore::kronor(6_239_000)), "+6\u{a0}239\u{a0}tkr");
        assert_eq!(avvikelse_tkr(Ore::kronor(-38_000)), "−38\u{a0}tkr");
        assert_eq!(avvikelse_tkr(Ore::kronor(-499)), "±0\u{a0}tkr");
        assert_eq!(mnkr(Ore::kronor(-7_750_000)), "−7,8\u{a0}mnkr");
    }

    #[test]
    fn numbers_are_rounded_last_and_never_minus_zero() {
        assert_eq!(tal(Tal(6_750_000), 1), "6,8");
        assert_eq!(tal(Tal(-6_750_000), 1), "−6,8");
        assert_eq!(tal(Tal(-40_000), 1), "0,0");
        assert_eq!(tal(Tal(178_450_000_000), 0), "178\u{a0}450");
        assert_eq!(tal(Tal(1), 6), "0,000001");
        assert_eq!(med_enhet(Tal(6_800_000), 1, "%"), "6,8\u{a0}%");
        assert_eq!(med_enhet(Tal(43_000_000), 0, "antal"), "43");
    }

    #[test]
    fn an_unchanged_count_says_so() {
        assert_eq!([andring(3), andring(-2), andring(0)], ["+3", "−2", "±0"].map(String::from));
    }

    proptest::proptest! {
        #[test]
        fn every_number_reads_back(value in -9_000_000_000_000_000_i64..9_000_000_000_000_000, decimals in 0_u8..=6) {
            let text = tal(Tal(value), decimals);
            let plain: String = text.replace(NBSP, "").replace(MINUS, "-").replace(',', "");
            let unit = 10_i64.pow(6 - u32::from(decimals));
            proptest::prop_assert_eq!(plain.parse::<i64>().unwrap(), round_half_away(value, unit));
        }
    }
}
