//! Direct labels at the right edge: moved apart so that none covers another.
use super::plot::Plot;
use crate::canvas::{Anchor, Canvas, Colour, Path, Pen, point};
use crate::fonts::{Face, Fonts};

/// A label of one or two lines, and the height it belongs to.
pub(super) struct Label {
    /// The first line is semibold, the second regular.
    pub(super) lines: Vec<(String, Face)>,
    /// The height its series ends at.
    pub(super) wanted: f32,
    pub(super) colour: Colour,
}

const LEADING: f32 = 1.15;
/// A longer name is broken, in characters.
const LINE: usize = 20;

/// A series' name on as many lines as it needs not to take the plot's room.
pub(super) fn name_lines(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = vec![];
    for word in name.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < LINE => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.chars().take(2 * LINE).collect()),
        }
    }
    lines.truncate(3);
    lines
}

pub(super) fn draw_labels(canvas: &mut dyn Canvas, fonts: &mut Fonts, labels: &[Label], plot: &Plot) {
    let heights: Vec<f32> =
        labels.iter().map(|label| label.lines.len() as f32 * LEADING * plot.size).collect();
    let wanted: Vec<f32> = labels.iter().map(|label| label.wanted).collect();
    let limits = (plot.top - plot.size, plot.bottom + 0.5 * plot.size);
    let middles = apart(&wanted, &heights, limits);
    for ((label, middle), height) in labels.iter().zip(middles).zip(heights) {
        let left = plot.right + 0.8 * plot.size;
        if (middle - label.wanted).abs() > 0.8 * plot.size {
            let leader = Path::line(
                point(plot.right - 0.1 * plot.size, label.wanted),
                point(left - 0.2 * plot.size, middle),
            );
            canvas.stroke(&leader, Pen::solid(label.colour, 0.4));
        }
        for (i, (text, face)) in label.lines.iter().enumerate() {
            let run = fonts.run(text, *face, plot.size);
            let baseline = middle - height / 2.0 + (i as f32 + 0.5) * LEADING * plot.size + 0.32 * plot.size;
            canvas.text(&run, point(left, baseline), Anchor::Start, label.colour);
        }
    }
}

/// Middles as near the wanted ones as can be without overlap, inside the limits where all fit.
fn apart(wanted: &[f32], heights: &[f32], (top, bottom): (f32, f32)) -> Vec<f32> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|a, b| wanted[*a].total_cmp(&wanted[*b]).then(a.cmp(b)));
    let mut middles = wanted.to_vec();
    // Groups that touch are moved as one, around the mean of what they want.
    let mut groups: Vec<Vec<usize>> = vec![];
    for i in order {
        groups.push(vec![i]);
        while let Some(last) = groups.last() {
            place(last, wanted, heights, (top, bottom), &mut middles);
            let [.., before, last] = groups.as_slice() else { break };
            let (Some(low), Some(high)) = (before.last(), last.first()) else { break };
            if middles[*high] - heights[*high] / 2.0 >= middles[*low] + heights[*low] / 2.0 {
                break;
            }
            let merged = groups.pop().unwrap_or_default();
            if let Some(before) = groups.last_mut() {
                before.extend(merged);
            }
        }
    }
    middles
}

fn place(group: &[usize], wanted: &[f32], heights: &[f32], (top, bottom): (f32, f32), middles: &mut [f32]) {
    let height: f32 = group.iter().map(|i| heights[*i]).sum();
    let mean = group.iter().map(|i| wanted[*i]).sum::<f32>() / group.len().max(1) as f32;
    let mut y = (mean - height / 2.0).min(bottom - height).max(top);
    for i in group {
        middles[*i] = y + heights[*i] / 2.0;
        y += heights[*i];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_broken_between_words() {
        assert_eq!(
            name_lines("Liknande kommuner (påhittade värden)"),
            ["Liknande kommuner", "(påhittade värden)"]
        );
        assert_eq!(name_lines("Utfall"), ["Utfall"]);
    }

    #[test]
    fn labels_never_overlap_and_keep_their_order() {
        for wanted in [
            vec![50.0, 50.0, 51.0],
            vec![0.0, 1.0, 2.0, 99.0],
            vec![10.0, 90.0],
            vec![30.0, 29.0, 33.0, 34.0],
        ] {
            let heights = vec![10.0; wanted.len()];
            let mut placed: Vec<(f32, f32)> =
                wanted.iter().copied().zip(apart(&wanted, &heights, (0.0, 100.0))).collect();
            placed.sort_by(|a, b| a.0.total_cmp(&b.0));
            assert!(placed.windows(2).all(|w| w[1].1 - w[0].1 >= 9.999), "{placed:?}");
            assert!(placed.iter().all(|(_, y)| (5.0..=95.0).contains(y)), "{placed:?}");
        }
    }
}
