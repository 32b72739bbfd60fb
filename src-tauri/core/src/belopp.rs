//! Money and measured numbers as integers. Neither is ever a float inside the plan, and both are rounded last.
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use ts_rs::TS;

/// An amount in öre. In the plan it carries the report's sign: intäkt +, kostnad − (domain.md, Ekonomi).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[ts(type = "number")]
pub struct Ore(pub i64);

impl Ore {
    /// Whole tkr, halves away from zero: the one rounding of printed amounts.
    pub fn tkr(self) -> i64 {
        round_half_away(self.0, 100_000)
    }

    /// From whole kronor.
    pub const fn kronor(kronor: i64) -> Ore {
        Ore(kronor * 100)
    }
}

impl std::ops::Add for Ore {
    type Output = Ore;
    fn add(self, other: Ore) -> Ore {
        Ore(self.0.saturating_add(other.0))
    }
}

impl std::ops::Sub for Ore {
    type Output = Ore;
    fn sub(self, other: Ore) -> Ore {
        Ore(self.0.saturating_sub(other.0))
    }
}

impl std::ops::Neg for Ore {
    type Output = Ore;
    fn neg(self) -> Ore {
        Ore(self.0.saturating_neg())
    }
}

impl std::iter::Sum for Ore {
    fn sum<I: Iterator<Item = Ore>>(iter: I) -> Ore {
        iter.fold(Ore(0), |a, b| a + b)
    }
}

/// `value / unit`, halves away from zero.
pub fn round_half_away(value: i64, unit: i64) -> i64 {
    let (whole, rest) = (value / unit, value % unit);
    if rest.unsigned_abs() * 2 >= unit.unsigned_abs() { whole + value.signum() } else { whole }
}

/// As [`round_half_away`], for sums that outgrow 64 bits. `unit` is positive.
pub fn round_half_away_i128(value: i128, unit: i128) -> i128 {
    let (whole, rest) = (value / unit, value % unit);
    if rest.abs() * 2 >= unit { whole + value.signum() } else { whole }
}

/// A cell of an economy table: an amount, or *Tom* (printed empty, adds as nothing; neither 0 nor Ej mätt).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Belopp {
    Ore(Ore),
    Tom,
}

impl Belopp {
    /// What the cell adds to a sum.
    pub fn ore(self) -> Ore {
        match self {
            Belopp::Ore(ore) => ore,
            Belopp::Tom => Ore(0),
        }
    }
}

/// A measured number in millionths of its unit (73,5 % is 73 500 000). JSON shows the decimal number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
#[ts(type = "number")]
pub struct Tal(pub i64);

impl Tal {
    /// The nearest millionth; `None` where the number is not finite or too large.
    pub fn from_f64(value: f64) -> Option<Tal> {
        let scaled = (value * 1e6).round();
        (scaled.is_finite() && scaled.abs() < 9e18).then_some(Tal(scaled as i64))
    }

    pub fn as_f64(self) -> f64 {
        self.0 as f64 / 1e6
    }
}

impl Serialize for Tal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.as_f64())
    }
}

impl<'de> Deserialize<'de> for Tal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Tal, D::Error> {
        let value = f64::deserialize(deserializer)?;
        Tal::from_f64(value).ok_or_else(|| serde::de::Error::custom("number out of range"))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn rounds_halves_away_from_zero() {
        let tkr = |ore| Ore(ore).tkr();
        assert_eq!([tkr(50_000), tkr(-50_000), tkr(49_999), tkr(-49_999)], [1, -1, 0, 0]);
    }

    #[test]
    fn a_number_survives_json() {
        for value in ["73.5", "-0.1", "178450.0", "0.000001"] {
            let tal: Tal = serde_json::from_str(value).unwrap();
            assert_eq!(serde_json::from_str::<Tal>(&serde_json::to_string(&tal).unwrap()).unwrap(), tal);
        }
    }
}
