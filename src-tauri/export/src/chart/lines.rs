//! Line charts: the plan's own series in full, comparisons dotted, the target dashed, names at the lines' ends.
use plan_core::belopp::Tal;
use plan_report::tree::Diagram;

use super::label::{Label, draw_labels, name_lines};
use super::plot::Plot;
use super::target::draw_target;
use super::{COMPARISON_DASHES, series_name, value_text};
use crate::canvas::{Canvas, Colour, Path, Pen, Point, Segment, point};
use crate::fonts::{Face, Fonts};

pub(super) fn draw(canvas: &mut dyn Canvas, fonts: &mut Fonts, chart: &Diagram, plot: &Plot) {
    let mut labels = vec![];
    draw_target(canvas, chart, plot, &mut labels);
    for i in (0..chart.serier.len()).rev() {
        draw_series(canvas, chart, i, plot);
        labels.extend(series_label(chart, i, plot));
    }
    draw_labels(canvas, fonts, &labels, plot);
}

fn series_label(chart: &Diagram, i: usize, plot: &Plot) -> Option<Label> {
    let last = chart.serier.get(i)?.varden.iter().rev().find_map(|value| *value)?;
    let value = (i == 0).then(|| (value_text(chart, last), Face::Semibold));
    let name = name_lines(series_name(chart, i)).into_iter().map(|line| (line, Face::Regular));
    let lines = value.into_iter().chain(name).collect();
    Some(Label { lines, wanted: plot.y(last), colour: colour_of(i) })
}

fn colour_of(i: usize) -> Colour {
    if i == 0 { Colour::Accent } else { Colour::Comparison((i - 1).min(9) as u8) }
}

fn draw_series(canvas: &mut dyn Canvas, chart: &Diagram, i: usize, plot: &Plot) {
    let Some(series) = chart.serier.get(i) else { return };
    let (colour, own) = (colour_of(i), i == 0);
    let (width, dash) =
        if own { (0.2, &[][..]) } else { (0.15, COMPARISON_DASHES[(i - 1) % COMPARISON_DASHES.len()]) };
    canvas.stroke(&line_with_gaps(&series.varden, plot), Pen { colour, width: width * plot.size, dash });
    for (at, is_last, alone) in dots(&series.varden, plot) {
        let large = own && is_last;
        if large {
            canvas.fill(&Path::circle(at, plot.size * 0.5), Colour::Paper);
        }
        if (own && (!plot.quiet || alone)) || is_last {
            canvas.fill(&Path::circle(at, plot.size * if large { 0.38 } else { 0.2 }), colour);
        }
    }
}

/// A missing value is a gap, never a line through it.
fn line_with_gaps(values: &[Option<Tal>], plot: &Plot) -> Path {
    let mut path = Path::default();
    let mut pen_down = false;
    for (i, value) in values.iter().enumerate() {
        if let Some(value) = value {
            let at = point(plot.x(i), plot.y(*value));
            path.0.push(if pen_down { Segment::Line(at) } else { Segment::Move(at) });
        }
        pen_down = value.is_some();
    }
    path
}

/// Each value's place, whether it is the last, and whether no line reaches it.
fn dots(values: &[Option<Tal>], plot: &Plot) -> Vec<(Point, bool, bool)> {
    let last = values.iter().rposition(Option::is_some);
    let missing = |i: Option<usize>| i.and_then(|i| values.get(i).copied().flatten()).is_none();
    let dot = |(i, value): (usize, &Option<Tal>)| {
        let alone = missing(i.checked_sub(1)) && missing(i.checked_add(1));
        value.map(|v| (point(plot.x(i), plot.y(v)), Some(i) == last, alone))
    };
    values.iter().enumerate().filter_map(dot).collect()
}
