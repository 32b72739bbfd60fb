//! The target of a chart: a dashed line, a band between two where it is an interval, and its name at the right edge.
use plan_core::belopp::Tal;
use plan_report::tree::Diagram;

use super::label::Label;
use super::plot::Plot;
use super::value_text;
use crate::canvas::{Canvas, Colour, Path, Pen, point};
use crate::fonts::Face;

const DASH: &[f32] = &[5.0, 3.0];

/// The ground of the interval, below everything else.
pub(super) fn draw_interval(canvas: &mut dyn Canvas, chart: &Diagram, plot: &Plot) {
    for step in steps(chart, plot) {
        if let (Some(low), Some(high)) = (step.low, step.high) {
            let (top, bottom) = (plot.y(high), plot.y(low));
            let band = Path::rectangle(point(step.left, top), step.right - step.left, bottom - top);
            canvas.fill(&band, Colour::Tint);
        }
    }
}

/// A dashed line, two for an interval; a step where the target changes.
pub(super) fn draw_target(canvas: &mut dyn Canvas, chart: &Diagram, plot: &Plot, labels: &mut Vec<Label>) {
    let pen = Pen { colour: Colour::Target, width: plot.size * 0.15, dash: DASH };
    for step in steps(chart, plot) {
        for end in [step.low, step.high].into_iter().flatten() {
            let y = plot.y(end);
            canvas.stroke(&Path::line(point(step.left, y), point(step.right, y)), pen);
        }
    }
    if let Some((text, last)) = target_text(chart) {
        let other = chart.mal_hogst.iter().rev().find_map(|end| *end).unwrap_or(last);
        let wanted = (plot.y(last) + plot.y(other)) / 2.0;
        labels.push(Label { lines: vec![(text, Face::Semibold)], wanted, colour: Colour::Target });
    }
}

/// "Mål 95": the target's name and its last value.
pub(super) fn target_text(chart: &Diagram) -> Option<(String, Tal)> {
    let last = chart.mal.iter().rev().find_map(|target| *target)?;
    let name = if chart.mal_namn.is_empty() { "Mål" } else { &chart.mal_namn };
    let says_value = name.chars().any(|c| c.is_ascii_digit());
    let text = if says_value { name.to_owned() } else { format!("{name}\u{a0}{}", value_text(chart, last)) };
    Some((text, last))
}

/// A stretch of the axis with one and the same target.
struct Step {
    left: f32,
    right: f32,
    low: Option<Tal>,
    high: Option<Tal>,
}

fn steps(chart: &Diagram, plot: &Plot) -> Vec<Step> {
    let count = chart.mal.len();
    let at = |i: usize| (chart.mal[i], chart.mal_hogst.get(i).copied().flatten());
    let edge = |i: usize| if i == 0 { plot.left } else { (plot.x(i - 1) + plot.x(i)) / 2.0 };
    let mut steps = vec![];
    let mut start = 0;
    while start < count {
        let end = (start..count).find(|i| at(*i) != at(start)).unwrap_or(count);
        let right = if end == count { plot.right } else { edge(end) };
        let (low, high) = at(start);
        steps.push(Step { left: edge(start), right, low, high });
        start = end;
    }
    steps
}
