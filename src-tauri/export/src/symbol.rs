//! The marks that stand before a status or a verdict. Status is round (and triangle, diamond), a verdict is square,
//! and each has a shape of its own, so that they are told apart in black and white. The word stands beside them.
use plan_core::mal::Maluppfyllelse;
use plan_core::uppfoljning::Status;

use crate::canvas::{Canvas, Colour, Path, Pen, Point, point};

/// Where a mark's middle is, and half its height; all lines follow from that.
#[derive(Clone, Copy)]
pub(crate) struct Spot {
    pub(crate) centre: Point,
    pub(crate) r: f32,
}

impl Spot {
    fn at(self, dx: f32, dy: f32) -> Point {
        point(self.centre.x + dx * self.r, self.centre.y + dy * self.r)
    }

    fn line(self, points: &[(f32, f32)]) -> Path {
        let points: Vec<Point> = points.iter().map(|(dx, dy)| self.at(*dx, *dy)).collect();
        Path::polyline(&points)
    }

    fn shape(self, points: &[(f32, f32)]) -> Path {
        let points: Vec<Point> = points.iter().map(|(dx, dy)| self.at(*dx, *dy)).collect();
        Path::polygon(&points)
    }

    fn ring(self) -> Path {
        Path::circle(self.centre, self.r * 0.88)
    }

    fn square(self) -> Path {
        let half = self.r * 0.9;
        Path::rounded(
            point(self.centre.x - half, self.centre.y - half),
            2.0 * half,
            2.0 * half,
            self.r * 0.22,
        )
    }

    fn pen(self, colour: Colour) -> Pen {
        Pen::solid(colour, self.r * 0.26)
    }
}

const TICK: &[(f32, f32)] = &[(-0.44, 0.04), (-0.12, 0.36), (0.46, -0.32)];

pub(crate) fn draw_status(canvas: &mut dyn Canvas, status: Status, spot: Spot) {
    let colour = Colour::Status(status);
    match status {
        Status::EjPaborjad => canvas.stroke(&spot.ring(), spot.pen(colour)),
        Status::PagarEnligtPlan => {
            canvas.stroke(&spot.ring(), spot.pen(colour));
            canvas.fill(&Path::half_disc(spot.centre, spot.r * 0.88), colour);
        }
        Status::PagarMedAvvikelse => {
            canvas.fill(&spot.shape(&[(0.0, -1.0), (1.12, 0.92), (-1.12, 0.92)]), colour);
            exclamation(canvas, spot, 0.2, 0.8);
        }
        Status::Forsenad => {
            canvas.fill(&spot.shape(&[(0.0, -1.18), (1.18, 0.0), (0.0, 1.18), (-1.18, 0.0)]), colour);
            exclamation(canvas, spot, 0.0, 1.0);
        }
        Status::Genomford => {
            canvas.fill(&Path::circle(spot.centre, spot.r), colour);
            canvas.stroke(&spot.line(TICK), spot.pen(Colour::Paper));
        }
        Status::Avbruten => {
            canvas.stroke(&spot.ring(), spot.pen(colour));
            cross(canvas, spot, 0.38, colour);
        }
    }
}

pub(crate) fn draw_bedomning(canvas: &mut dyn Canvas, utfall: Maluppfyllelse, spot: Spot) {
    match utfall {
        Maluppfyllelse::Uppfyllt => {
            canvas.fill(&spot.square(), Colour::Good);
            canvas.stroke(&spot.line(TICK), spot.pen(Colour::Paper));
        }
        Maluppfyllelse::DelvisUppfyllt => {
            canvas.fill(&spot.shape(&[(-0.88, -0.88), (0.88, -0.88), (-0.88, 0.88)]), Colour::Partly);
            canvas.stroke(&spot.square(), spot.pen(Colour::Partly));
        }
        Maluppfyllelse::InteUppfyllt => {
            canvas.fill(&spot.square(), Colour::Bad);
            cross(canvas, spot, 0.42, Colour::Paper);
        }
        Maluppfyllelse::KanInteBedomas => {
            let pen = Pen { dash: DASHES, ..spot.pen(Colour::Unknown) };
            canvas.stroke(&spot.square(), pen);
        }
    }
}

const DASHES: &[f32] = &[1.5, 1.1];

fn cross(canvas: &mut dyn Canvas, spot: Spot, reach: f32, colour: Colour) {
    for side in [1.0, -1.0] {
        canvas.stroke(&spot.line(&[(-reach, -reach * side), (reach, reach * side)]), spot.pen(colour));
    }
}

/// A white mark: its stroke and its dot, `dy` down and `size` large.
fn exclamation(canvas: &mut dyn Canvas, spot: Spot, dy: f32, size: f32) {
    let half = 0.13;
    let bar = [
        (-half, dy - 0.58 * size),
        (half, dy - 0.58 * size),
        (half, dy + 0.16 * size),
        (-half, dy + 0.16 * size),
    ];
    let dot = [
        (-half, dy + 0.34 * size),
        (half, dy + 0.34 * size),
        (half, dy + 0.6 * size),
        (-half, dy + 0.6 * size),
    ];
    canvas.fill(&spot.shape(&bar), Colour::Paper);
    canvas.fill(&spot.shape(&dot), Colour::Paper);
}
