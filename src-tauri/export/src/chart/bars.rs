//! Bar charts: bars from zero, the plan's own filled, comparisons in outline, values above where they fit.
use plan_core::belopp::Tal;
use plan_report::tree::Diagram;

use super::label::draw_labels;
use super::plot::Plot;
use super::target::draw_target;
use super::{series_name, value_text};
use crate::canvas::{Anchor, Canvas, Colour, Path, Pen, TextRun, point};
use crate::fonts::{Face, Fonts};

pub(super) fn draw(canvas: &mut dyn Canvas, fonts: &mut Fonts, chart: &Diagram, plot: &Plot) {
    let series = chart.serier.len().max(1) as f32;
    let width = (plot.slot_width() * 0.68 / series).min(plot.size * 4.5);
    for (i, one) in chart.serier.iter().enumerate() {
        for (slot, value) in one.varden.iter().enumerate() {
            let Some(value) = value else { continue };
            let left = plot.x(slot) + (i as f32 - series / 2.0) * width;
            draw_bar(canvas, i, (left + width * 0.06, width * 0.88), (plot.zero(), plot.y(*value)));
        }
    }
    draw_values(canvas, fonts, chart, (plot, width));
    let mut labels = vec![];
    draw_target(canvas, chart, plot, &mut labels);
    draw_labels(canvas, fonts, &labels, plot);
    draw_legend(canvas, fonts, chart, plot);
}

fn draw_bar(canvas: &mut dyn Canvas, series: usize, (left, width): (f32, f32), (zero, top): (f32, f32)) {
    let bar = Path::rectangle(point(left, zero.min(top)), width, (zero - top).abs().max(0.3));
    draw_ground(canvas, series, &bar);
}

/// Own: filled. Comparisons: white and outlined, then tinted.
fn draw_ground(canvas: &mut dyn Canvas, series: usize, shape: &Path) {
    match series {
        0 => canvas.fill(shape, Colour::Accent),
        1 => canvas.stroke(shape, Pen::solid(Colour::Comparison(0), 0.9)),
        n => {
            canvas.fill(shape, Colour::Rule);
            canvas.stroke(shape, Pen::solid(Colour::Comparison((n - 1).min(9) as u8), 0.7));
        }
    }
}

/// Above each bar of the plan's own series, if every value has room.
fn draw_values(canvas: &mut dyn Canvas, fonts: &mut Fonts, chart: &Diagram, (plot, width): (&Plot, f32)) {
    let Some(own) = chart.serier.first() else { return };
    let mut values: Vec<(usize, Tal, TextRun)> = vec![];
    for (slot, value) in own.varden.iter().enumerate().filter_map(|(slot, value)| Some((slot, (*value)?))) {
        values.push((slot, value, fonts.run(&value_text(chart, value), Face::Semibold, plot.size * 0.95)));
    }
    let room = if chart.serier.len() == 1 { plot.slot_width() } else { width * 1.6 };
    if values.iter().any(|(.., run)| run.width > room) {
        return;
    }
    for (slot, value, run) in values {
        let middle = plot.x(slot) + (0.5 - chart.serier.len() as f32 / 2.0) * width;
        let (y, zero) = (plot.y(value), plot.zero());
        let baseline = if y > zero { y + plot.size } else { y - 0.4 * plot.size };
        // Paper behind it: no line of the grid runs through a figure.
        let ground = point(middle - run.width / 2.0, baseline - 0.76 * plot.size);
        canvas.fill(&Path::rectangle(ground, run.width, 0.84 * plot.size), Colour::Paper);
        canvas.text(&run, point(middle, baseline), Anchor::Middle, Colour::Ink);
    }
}

/// Bars have no end to write a name at: a row of squares and names at the top right.
fn draw_legend(canvas: &mut dyn Canvas, fonts: &mut Fonts, chart: &Diagram, plot: &Plot) {
    if chart.serier.len() < 2 || chart.serier.iter().all(|serie| serie.namn.is_empty()) {
        return;
    }
    let (square, y) = (plot.size * 0.75, plot.top - 0.95 * plot.size);
    let mut right = plot.right;
    for i in (0..chart.serier.len()).rev() {
        let name = fonts.run(series_name(chart, i), Face::Regular, plot.size);
        let left = right - name.width - square - 0.5 * plot.size;
        draw_ground(canvas, i, &Path::rectangle(point(left, y - square), square, square));
        canvas.text(&name, point(right, y), Anchor::End, Colour::Ink);
        right = left - 1.5 * plot.size;
    }
}
