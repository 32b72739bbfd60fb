//! The area between the axes: how values land in it, its grid and the words along it.
use plan_core::belopp::Tal;
use plan_report::format;
use plan_report::tree::{Diagram, Diagramslag};

use super::label::name_lines;
use super::scale::Scale;
use super::target::target_text;
use super::{Frame, number, series_name, value_text};
use crate::canvas::{Anchor, Canvas, Colour, Path, Pen, TextRun, point};
use crate::fonts::{Face, Fonts};

/// The area between the axes.
pub(super) struct Plot {
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) top: f32,
    pub(super) bottom: f32,
    pub(super) size: f32,
    pub(super) quiet: bool,
    scale: Scale,
    count: usize,
    /// The frame's own left edge.
    edge: f32,
    /// Bars stand in the middle of a slot, points of a line at its ends.
    slots: bool,
}

impl Plot {
    /// Margins are as wide as what stands in them. `None` where there is nothing to draw.
    pub(super) fn inside(fonts: &mut Fonts, chart: &Diagram, frame: Frame) -> Option<Plot> {
        let slots = chart.slag == Diagramslag::Stapel;
        let values = chart.serier.iter().flat_map(|series| &series.varden).flatten().copied().map(number);
        let count = chart.serier.iter().map(|series| series.varden.len()).max()?.max(chart.etiketter.len());
        values.clone().next()?;
        let targets = chart.mal.iter().chain(&chart.mal_hogst).flatten().copied().map(number);
        let scale = Scale::around(values.chain(targets), slots)?;
        let size = frame.text_size;
        let axis = scale
            .lines()
            .into_iter()
            .map(|value| fonts.run(&axis_text(scale, value), Face::Regular, size).width);
        let axis = axis.fold(0.0, f32::max);
        let right = labels_width(fonts, chart, size);
        let unit_room = if chart.enhet.is_empty() && !slots { 0.8 } else { 2.1 };
        Some(Plot {
            left: frame.left + axis + 0.9 * size,
            right: (frame.left + frame.width - right).max(frame.left + frame.width * 0.4),
            top: frame.top + unit_room * size,
            bottom: frame.top + frame.height - 2.0 * size,
            size,
            quiet: frame.quiet,
            scale,
            count,
            edge: frame.left,
            slots,
        })
    }

    /// The middle of point or slot `index`.
    pub(super) fn x(&self, index: usize) -> f32 {
        let width = self.right - self.left;
        if self.slots {
            return self.left + width * (index as f32 + 0.5) / self.count.max(1) as f32;
        }
        match self.count {
            0 | 1 => self.left + width / 2.0,
            count => {
                self.left + self.inset() + (width - 2.0 * self.inset()) * index as f32 / (count - 1) as f32
            }
        }
    }

    /// Room for a first label and a last marker within the grid.
    fn inset(&self) -> f32 {
        self.size * 0.9
    }

    pub(super) fn slot_width(&self) -> f32 {
        (self.right - self.left) / self.count.max(1) as f32
    }

    pub(super) fn y(&self, value: Tal) -> f32 {
        self.height_of(number(value))
    }

    /// Where bars stand.
    pub(super) fn zero(&self) -> f32 {
        self.height_of(0.0).clamp(self.top, self.bottom)
    }

    fn height_of(&self, value: f32) -> f32 {
        let Scale { low, high, .. } = self.scale;
        self.bottom - (self.bottom - self.top) * (value - low) / (high - low)
    }

    pub(super) fn draw_grid(&self, canvas: &mut dyn Canvas, fonts: &mut Fonts, chart: &Diagram) {
        for value in self.scale.lines() {
            let y = self.height_of(value);
            let is_base = value == 0.0 || (value == self.scale.low && !self.slots);
            let pen = if is_base { Pen::solid(Colour::Muted, 0.6) } else { Pen::solid(Colour::Rule, 0.4) };
            canvas.stroke(&Path::line(point(self.left, y), point(self.right, y)), pen);
            let run = fonts.run(&axis_text(self.scale, value), Face::Regular, self.size);
            canvas.text(
                &run,
                point(self.left - 0.6 * self.size, y + 0.32 * self.size),
                Anchor::End,
                Colour::Muted,
            );
        }
        if !chart.enhet.is_empty() {
            let unit = fonts.run(&chart.enhet, Face::Regular, self.size);
            let left = self.left - 0.6 * self.size;
            let (x, anchor) =
                if unit.width <= left - self.edge { (left, Anchor::End) } else { (self.edge, Anchor::Start) };
            canvas.text(&unit, point(x, self.top - 0.95 * self.size), anchor, Colour::Muted);
        }
        self.draw_labels(canvas, fonts, chart);
    }

    /// Words below the axis: as many as there is room for, always the last.
    fn draw_labels(&self, canvas: &mut dyn Canvas, fonts: &mut Fonts, chart: &Diagram) {
        let last = chart.etiketter.len().saturating_sub(1);
        let face = |i| if i == last { Face::Semibold } else { Face::Regular };
        let all = chart.etiketter.iter().enumerate();
        let widest = all.map(|(i, text)| fonts.run(text, face(i), self.size).width).fold(0.0, f32::max);
        let widest = widest + 0.7 * self.size;
        let distance = if self.count > 1 { (self.x(1) - self.x(0)).max(0.01) } else { widest };
        let every = ((widest / distance).ceil() as usize).max(1);
        for (i, text) in shown(&chart.etiketter, every) {
            let run: TextRun = fonts.run(&text, face(i), self.size);
            let colour = if i == last { Colour::Ink } else { Colour::Muted };
            canvas.text(&run, point(self.x(i), self.bottom + 1.5 * self.size), Anchor::Middle, colour);
        }
    }
}

/// Every so many labels, counted from the last. A year that stands on a label left out goes to the next one shown.
fn shown(labels: &[String], every: usize) -> Vec<(usize, String)> {
    let mut year = None;
    let mut out = vec![];
    for (i, label) in labels.iter().enumerate() {
        let own = label.rsplit_once(' ').map(|(_, word)| word).filter(|word| is_year(word));
        year = own.or(year);
        if (labels.len() - 1 - i).is_multiple_of(every) {
            match year.take().filter(|_| own.is_none()) {
                Some(year) => out.push((i, format!("{label} {year}"))),
                None => out.push((i, label.clone())),
            }
        }
    }
    out
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())
}

fn axis_text(scale: Scale, value: f32) -> String {
    Tal::from_f64(f64::from(value)).map_or(String::new(), |tal| format::tal(tal, scale.decimals()))
}

/// The widest direct label at the right edge, and the gap before it.
fn labels_width(fonts: &mut Fonts, chart: &Diagram, size: f32) -> f32 {
    let mut texts: Vec<String> = target_text(chart).into_iter().map(|(text, _)| text).collect();
    if chart.slag == Diagramslag::Linje {
        for (i, series) in chart.serier.iter().enumerate() {
            texts.extend(name_lines(series_name(chart, i)));
            texts.extend(
                series.varden.iter().rev().find_map(|value| *value).map(|value| value_text(chart, value)),
            );
        }
    }
    let widest = texts.iter().map(|text| fonts.run(text, Face::Semibold, size).width).fold(0.0, f32::max);
    if widest > 0.0 { widest + 1.4 * size } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn a_year_moves_to_the_next_label_that_is_shown() {
        let labels = ["sep 2025", "okt", "nov", "dec", "jan 2026", "feb"].map(String::from);
        let words: Vec<String> = shown(&labels, 2).into_iter().map(|(_, text)| text).collect();
        assert_eq!(words, ["okt 2025", "dec", "feb 2026"]);
        assert_eq!(shown(&labels, 1).len(), 6);
    }
}
