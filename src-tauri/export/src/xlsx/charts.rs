//! The sheet "Diagram": each chart's values as a small range, and beside it a native chart with its finding as alt text.
use plan_report::tree::{Diagram, Diagramslag};
use rust_xlsxwriter::{
    Chart, ChartFormat, ChartLegendPosition, ChartLine, ChartLineDashType, ChartMarker, ChartMarkerType,
    ChartSolidFill, ChartType, Color, Format, FormatAlign, Worksheet,
};

use super::cells::{number_format, row_height};
use crate::ExportError;

pub(super) const SHEET: &str = "Diagram";

/// Rows that a chart of the height below covers, so that two charts never overlap.
const CHART_ROWS: u32 = 17;
const CHART_HEIGHT: u32 = 300;
const CHART_WIDTH: u32 = 640;
/// Characters of a heading that fit on a line of its column.
const LINE: usize = 11;
const SERIES: [u32; 4] = [0x00_3F_72, 0xB0_4A_00, 0x5A_66_6E, 0x6B_3F_A0];
const TARGET: u32 = 0x0B_6B_5E;

/// Where the printed pages of the sheet end: no chart is cut in two.
pub(super) struct PrintedPages {
    breaks: Vec<u32>,
    scale: u16,
}

/// Points between the margins of an A4 on its side, with room for programs whose letters are wider than Excel's.
const PAGE_WIDTH: u32 = 560;
const PAGE_HEIGHT: u32 = 490;
/// Points of a row of its own height.
const ROW_HEIGHT: u32 = 15;
const LARGEST_SCALE: u32 = 70;

impl PrintedPages {
    /// `starts`: the first row of each chart, and where the last ends.
    fn of(starts: &[u32], columns: u32) -> PrintedPages {
        // A column of names, one of values for each series and one between, and the chart, in points.
        let width = 120 + (columns + 1) * 72 + CHART_WIDTH * 3 / 4;
        let scale = (PAGE_WIDTH * 100 / width).clamp(40, LARGEST_SCALE);
        let rows = PAGE_HEIGHT * 100 / scale / ROW_HEIGHT;
        let (mut breaks, mut page) = (vec![], 0);
        for chart in starts.windows(2) {
            if chart[1] > page + rows && chart[0] > page {
                page = chart[0];
                breaks.push(page);
            }
        }
        PrintedPages { breaks, scale: scale as u16 }
    }

    pub(super) fn set(&self, sheet: &mut Worksheet) -> Result<(), ExportError> {
        sheet.set_print_scale(self.scale);
        sheet.set_page_breaks(&self.breaks)?;
        Ok(())
    }
}

pub(super) fn write(sheet: &mut Worksheet, charts: &[&Diagram]) -> Result<PrintedPages, ExportError> {
    sheet.set_name(SHEET)?;
    sheet.set_column_width(0, 22)?;
    sheet.set_column_range_width(1, 6, 13)?;
    let mut starts = vec![0];
    for chart in charts {
        let top = starts.last().copied().unwrap_or_default();
        starts.push(one(sheet, chart, top)?);
    }
    let columns = charts.iter().map(|chart| columns(chart).len()).max().unwrap_or(1);
    Ok(PrintedPages::of(&starts, columns as u32))
}

/// Title, finding, values and chart from `top`; gives the next free row.
fn one(sheet: &mut Worksheet, diagram: &Diagram, top: u32) -> Result<u32, ExportError> {
    let title = Format::new().set_bold().set_font_size(12);
    sheet.write_string_with_format(top, 0, &diagram.rubrik, &title)?;
    sheet.write_string(top + 1, 0, &diagram.fynd)?;
    let head = top + 3;
    let columns = columns(diagram);
    let heading = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Right);
    let figure = Format::new().set_num_format(number_format(diagram.decimaler, ""));
    let lines = columns.iter().map(|column| column.name.chars().count().div_ceil(LINE)).max();
    row_height(sheet, head, lines.unwrap_or(1))?;
    for (i, column) in columns.iter().enumerate() {
        sheet.write_string_with_format(head, i as u16 + 1, column.name, &heading)?;
        for (j, value) in column.values.iter().enumerate() {
            if let Some(value) = value {
                sheet.write_number_with_format(head + 1 + j as u32, i as u16 + 1, *value, &figure)?;
            }
        }
    }
    for (j, label) in diagram.etiketter.iter().enumerate() {
        sheet.write_string(head + 1 + j as u32, 0, label)?;
    }
    let points = diagram.etiketter.len() as u32;
    let chart = native(diagram, &columns, (head, head + points.max(1)));
    sheet.insert_chart(head, columns.len() as u16 + 2, &chart)?;
    Ok((head + 1 + points).max(head + CHART_ROWS) + 2)
}

struct Column<'a> {
    name: &'a str,
    values: Vec<Option<f64>>,
    target: bool,
}

fn columns(diagram: &Diagram) -> Vec<Column<'_>> {
    let number = |value: &Option<plan_core::belopp::Tal>| value.map(|tal| tal.as_f64());
    let mut columns: Vec<Column> = diagram
        .serier
        .iter()
        .map(|series| Column {
            name: &series.namn,
            values: series.varden.iter().map(number).collect(),
            target: false,
        })
        .collect();
    if diagram.mal.iter().any(Option::is_some) {
        let name = if diagram.mal_namn.is_empty() { "Målvärde" } else { &diagram.mal_namn };
        columns.push(Column { name, values: diagram.mal.iter().map(number).collect(), target: true });
    }
    if !diagram.mal_hogst.is_empty() {
        let values = diagram.mal_hogst.iter().map(number).collect();
        columns.push(Column { name: "Mål, övre gräns", values, target: true });
    }
    columns
}

fn native(diagram: &Diagram, columns: &[Column<'_>], (head, last): (u32, u32)) -> Chart {
    let mut chart = Chart::new(match diagram.slag {
        Diagramslag::Linje => ChartType::Line,
        Diagramslag::Stapel => ChartType::Column,
    });
    let mut targets = Chart::new(ChartType::Line);
    for (i, column) in columns.iter().enumerate() {
        let at = i as u16 + 1;
        let onto = if column.target { &mut targets } else { &mut chart };
        let series = onto.add_series();
        series.set_name((SHEET, head, at)).set_categories((SHEET, head + 1, 0, last, 0)).set_values((
            SHEET,
            head + 1,
            at,
            last,
            at,
        ));
        style(series, column.target, SERIES[i % SERIES.len()], diagram.slag);
    }
    if columns.iter().any(|column| column.target) {
        chart.combine(&targets);
    }
    chart.title().set_name(&diagram.rubrik);
    chart.legend().set_position(ChartLegendPosition::Bottom);
    let mut quiet = ChartLine::new();
    quiet.set_color(Color::RGB(0xD5_DB_DF)).set_width(0.75);
    chart.y_axis().set_name(&diagram.enhet).set_major_gridlines(true).set_major_gridlines_line(&quiet);
    let below_zero = columns.iter().flat_map(|column| &column.values).flatten().any(|value| *value < 0.0);
    if diagram.slag == Diagramslag::Stapel && !below_zero {
        // A bar says by its length how much: it begins at nought.
        chart.y_axis().set_min(0);
    }
    chart.set_alt_text(&diagram.fynd).set_width(CHART_WIDTH).set_height(CHART_HEIGHT);
    chart
}

fn style(series: &mut rust_xlsxwriter::ChartSeries, target: bool, colour: u32, slag: Diagramslag) {
    let mut line = ChartLine::new();
    let mut format = ChartFormat::new();
    if target {
        line.set_color(Color::RGB(TARGET)).set_width(1.5).set_dash_type(ChartLineDashType::Dash);
        series.set_format(format.set_line(&line));
    } else if slag == Diagramslag::Linje {
        line.set_color(Color::RGB(colour)).set_width(2.25);
        series.set_format(format.set_line(&line));
        series.set_marker(ChartMarker::new().set_type(ChartMarkerType::Circle).set_size(6));
    } else {
        let mut fill = ChartSolidFill::new();
        series.set_format(format.set_solid_fill(fill.set_color(Color::RGB(colour))));
    }
}
