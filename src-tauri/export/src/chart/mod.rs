//! Charts: a `Diagram` and a rectangle in, canvas calls out. All words are measured before anything is placed, and all
//! lengths follow the size of the text. Knows colour roles. Knows neither page, palette nor file format.
mod bars;
mod label;
mod lines;
mod plot;
mod scale;
mod target;
mod window;

use plan_core::belopp::Tal;
use plan_report::format;
use plan_report::tree::{Diagram, Diagramslag};

use crate::canvas::{Anchor, Canvas, Colour, point};
use crate::fonts::{Face, Fonts};
use plot::Plot;

pub use window::{ChartPoint, WindowChart, sparkline, status_colour, window_chart};

/// Where a chart stands; lengths in points.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    pub(crate) left: f32,
    pub(crate) top: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) text_size: f32,
    /// Dots only where a line cannot show a value: at its end and beside gaps.
    pub(crate) quiet: bool,
}

/// Dashes of the comparison series, so that colour never stands alone.
const COMPARISON_DASHES: [&[f32]; 3] = [&[1.4, 2.4], &[4.0, 2.0, 1.2, 2.0], &[7.0, 2.4]];

/// Draws the chart inside `frame`.
pub(crate) fn draw_chart(canvas: &mut dyn Canvas, fonts: &mut Fonts, chart: &Diagram, frame: Frame) {
    let Some(plot) = Plot::inside(fonts, chart, frame) else {
        return draw_nothing(canvas, fonts, frame);
    };
    target::draw_interval(canvas, chart, &plot);
    plot.draw_grid(canvas, fonts, chart);
    match chart.slag {
        Diagramslag::Linje => lines::draw(canvas, fonts, chart, &plot),
        Diagramslag::Stapel => bars::draw(canvas, fonts, chart, &plot),
    }
}

/// A chart without a single value says so.
fn draw_nothing(canvas: &mut dyn Canvas, fonts: &mut Fonts, frame: Frame) {
    let run = fonts.run("Inga värden att visa", Face::Regular, frame.text_size);
    let middle = point(frame.left + frame.width / 2.0, frame.top + frame.height / 2.0);
    canvas.text(&run, middle, Anchor::Middle, Colour::Muted);
}

fn number(value: Tal) -> f32 {
    value.as_f64() as f32
}

/// The name of series `i`, where it has one.
fn series_name(chart: &Diagram, i: usize) -> &str {
    chart.serier.get(i).map_or("", |series| series.namn.as_str())
}

fn value_text(chart: &Diagram, value: Tal) -> String {
    format::tal(value, chart.decimaler)
}
