//! The y axis: round steps around the values.

/// From the lowest to the highest grid line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    pub(super) low: f32,
    pub(super) high: f32,
    pub(super) step: f32,
}

const LINES: f32 = 4.0;

impl Scale {
    /// `None` without values. With `from_zero` (bars) the axis holds 0, and a line chart's does when it is near.
    pub(super) fn around(values: impl Iterator<Item = f32>, from_zero: bool) -> Option<Scale> {
        let (low, high) = values.fold((f32::INFINITY, f32::NEG_INFINITY), |(l, h), v| (l.min(v), h.max(v)));
        if low > high {
            return None;
        }
        let near_zero = low >= 0.0 && low < (high - low) * 0.6;
        let (low, high) = if from_zero || near_zero { (low.min(0.0), high.max(0.0)) } else { (low, high) };
        let room = (high - low) * if from_zero { 0.0 } else { 0.08 };
        let (low, high) = (if low == 0.0 { 0.0 } else { low - room }, high + room);
        let span = if high - low > f32::EPSILON * high.abs().max(1.0) {
            high - low
        } else {
            high.abs().max(1.0) * 0.2
        };
        let step = round_step(span / LINES);
        let low = (low / step).floor() * step;
        let high = ((high / step).ceil() * step).max(low + step);
        Some(Scale { low, high, step })
    }

    /// Every grid line, lowest first.
    pub(super) fn lines(self) -> Vec<f32> {
        let count = ((self.high - self.low) / self.step).round().clamp(1.0, 12.0) as u16;
        (0..=count).map(|i| self.low + f32::from(i) * self.step).collect()
    }

    /// The decimals its steps need.
    pub(super) fn decimals(self) -> u8 {
        (0u8..4)
            .find(|d| {
                let scaled = self.step * 10f32.powi(i32::from(*d));
                (scaled - scaled.round()).abs() < 0.001 * scaled.max(1.0)
            })
            .unwrap_or(4)
    }
}

/// The next of 1, 2, 2.5, 5, 10 × a power of ten.
fn round_step(raw: f32) -> f32 {
    let magnitude = 10f32.powf(raw.log10().floor());
    let step = [1.0, 2.0, 2.5, 5.0].into_iter().map(|k| k * magnitude).find(|step| *step >= raw * 0.999);
    step.unwrap_or(10.0 * magnitude)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn grid_lines_are_round_and_hold_every_value() {
        for values in [vec![84.1, 91.4, 95.0], vec![6.8], vec![0.0, 0.0], vec![-3.0, 12.0], vec![1e6, 1.2e6]]
        {
            for from_zero in [true, false] {
                let scale = Scale::around(values.iter().copied(), from_zero).unwrap();
                assert!(values.iter().all(|v| (scale.low..=scale.high).contains(v)), "{values:?} {scale:?}");
                assert!((2..=9).contains(&scale.lines().len()), "{values:?} {scale:?}");
            }
        }
        assert_eq!(Scale::around(std::iter::empty(), true), None);
    }
}
