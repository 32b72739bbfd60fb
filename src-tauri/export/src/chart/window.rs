//! A chart and a sparkline for the window: the same drawing as on paper, as SVG that stands inline, with `<text>` and
//! the window's own colours. Gives where each value stands, so that a thin layer can be pointed at and focused.
use plan_core::belopp::Tal;
use plan_report::tree::Diagram;

use super::plot::Plot;
use super::{Frame, draw_chart, number};
use crate::canvas::{Canvas, Colour, Path, Pen, Point, Segment, point};
use crate::fonts::Fonts;
use crate::palette::window_colour;
use crate::svg::WindowPainter;

/// The size of words in the window's charts, in units of the picture.
const TEXT_SIZE: f32 = 12.5;

/// A chart as drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct WindowChart {
    /// One `<svg>` element with title and description.
    pub svg: String,
    /// Every value, series by series.
    pub points: Vec<ChartPoint>,
}

/// Where a value stands, in shares of the picture's width and height.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChartPoint {
    pub series: usize,
    /// The place along the axis.
    pub index: usize,
    pub x: f32,
    pub y: f32,
}

/// Draws the chart in a picture of that size, in pixels at 100 %.
pub fn window_chart(fonts: &mut Fonts, chart: &Diagram, (width, height): (f32, f32)) -> WindowChart {
    let frame = Frame { left: 0.0, top: 0.0, width, height, text_size: TEXT_SIZE, quiet: true };
    let mut painter = WindowPainter::default();
    draw_chart(&mut painter, fonts, chart, frame);
    let plot = Plot::inside(fonts, chart, frame);
    let points = plot.map_or_else(Vec::new, |plot| points(chart, &plot, (width, height)));
    WindowChart { svg: painter.finish(width, height, &chart.id, &chart.rubrik, &chart.fynd), points }
}

fn points(chart: &Diagram, plot: &Plot, (width, height): (f32, f32)) -> Vec<ChartPoint> {
    let of_series = |(series, one): (usize, &plan_report::tree::Serie)| {
        let values = one.varden.iter().enumerate();
        let at = |(index, value): (usize, &Option<Tal>)| {
            let value = (*value)?;
            Some(ChartPoint { series, index, x: plot.x(index) / width, y: plot.y(value) / height })
        };
        values.filter_map(at).collect::<Vec<_>>()
    };
    chart.serier.iter().enumerate().flat_map(of_series).collect()
}

/// A line without axes or words, the target dashed. Silent: what it shows stands in words beside it.
pub fn sparkline(values: &[Option<Tal>], target: Option<Tal>, (width, height): (f32, f32)) -> String {
    let mut painter = WindowPainter::default();
    let all = || values.iter().flatten().chain(target.as_ref()).map(|value| number(*value));
    let (low, high) = all().fold((f32::INFINITY, f32::NEG_INFINITY), |(l, h), v| (l.min(v), h.max(v)));
    let span = if high - low > f32::EPSILON * high.abs().max(1.0) { high - low } else { 1.0 };
    let y = |value: Tal| height - 2.5 - (height - 5.0) * (number(value) - low) / span;
    let step = (width - 4.0) / values.len().saturating_sub(1).max(1) as f32;
    if let Some(target) = target {
        let line = Path::line(point(0.0, y(target)), point(width, y(target)));
        painter.stroke(&line, Pen { colour: Colour::Target, width: 1.0, dash: &[3.0, 2.0] });
    }
    let at = |(i, value): (usize, &Option<Tal>)| value.map(|value| point(2.0 + i as f32 * step, y(value)));
    let places: Vec<Option<Point>> = values.iter().enumerate().map(at).collect();
    painter.stroke(&joined(&places), Pen::solid(Colour::Accent, 1.5));
    if let Some(last) = places.iter().rev().find_map(|place| *place) {
        painter.fill(&Path::circle(last, 1.75), Colour::Accent);
    }
    painter.finish_silent(width, height)
}

/// A missing value is a gap.
fn joined(places: &[Option<Point>]) -> Path {
    let mut path = Path::default();
    let mut pen_down = false;
    for place in places {
        if let Some(at) = *place {
            path.0.push(if pen_down { Segment::Line(at) } else { Segment::Move(at) });
        }
        pen_down = place.is_some();
    }
    path
}

/// The window's colour of a status symbol, for pictures drawn outside the charts.
pub fn status_colour(status: plan_core::uppfoljning::Status) -> &'static str {
    window_colour(Colour::Status(status))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use plan_report::tree::{Diagramslag, Serie};

    use super::*;

    fn chart() -> Diagram {
        let tal = |value: i64| Some(Tal(value * 1_000_000));
        Diagram {
            id: "m1".into(),
            rubrik: "Svar inom 14 dagar & mer".into(),
            fynd: "Utfallet ökade från 84 % till 91 %.".into(),
            enhet: "%".into(),
            decimaler: 0,
            etiketter: ["aug", "sep", "okt"].map(String::from).into(),
            serier: vec![
                Serie { namn: String::new(), varden: vec![tal(84), None, tal(91)] },
                Serie { namn: String::new(), varden: vec![tal(80), tal(81), tal(82)] },
            ],
            mal: vec![tal(95); 3],
            mal_hogst: vec![],
            mal_namn: "Mål".into(),
            slag: Diagramslag::Linje,
        }
    }

    #[test]
    fn the_window_has_words_variables_and_a_description() {
        let drawn = window_chart(&mut Fonts::load().unwrap(), &chart(), (336.0, 196.0));
        assert!(drawn.svg.contains("var(--series)") && drawn.svg.contains("var(--target)"));
        assert!(!drawn.svg.contains('#'), "no fixed colour: {}", drawn.svg);
        assert!(drawn.svg.contains(">Mål\u{a0}95</text>"), "{}", drawn.svg);
        assert!(drawn.svg.contains("<desc id=\"m1-d\">Utfallet ökade från 84 % till 91 %.</desc>"));
        assert!(drawn.svg.contains("Svar inom 14 dagar &amp; mer"));
        assert_eq!(
            drawn.points.iter().map(|p| (p.series, p.index)).collect::<Vec<_>>(),
            [(0, 0), (0, 2), (1, 0), (1, 1), (1, 2)]
        );
        assert!(drawn.points.iter().all(|p| (0.0..=1.0).contains(&p.x) && (0.0..=1.0).contains(&p.y)));
    }

    #[test]
    fn a_sparkline_is_small_and_silent() {
        let values = [Some(Tal(1)), None, Some(Tal(3)), Some(Tal(2))];
        let svg = sparkline(&values, Some(Tal(2)), (64.0, 20.0));
        assert!(svg.contains("aria-hidden=\"true\"") && svg.len() < 900, "{} {svg}", svg.len());
        assert!(sparkline(&[], None, (64.0, 20.0)).starts_with("<svg"));
    }
}
