//! Columns → fields: by headings and cells together, or by a mapping file.
use std::cell::OnceCell;

use plan_core::inlasning::Tabellslag;
use plan_core::period::Period;

use super::{Column, Context, Layout};
use crate::cell::words;
use crate::heading::{Falt, Heading, Vocabulary, vocabulary};
use crate::limits::{HEADER_SEARCH_ROWS, PROFILE_ROWS};
use crate::mapping::plain;
use crate::profile::Profile;
use crate::sheet::Sheet;
use crate::{ReadError, Tabellkoppling, signature};

/// The least that heading and cells together must say for a field.
const LEAST: f32 = 0.45;

/// A row of headings with the cells under it.
pub(crate) struct Candidate<'s, 'a> {
    pub(crate) sheet: &'s Sheet<'a>,
    /// The first of the rows the headings stand in.
    pub(crate) heading_row: usize,
    pub(crate) first_row: usize,
    pub(crate) headings: Vec<(u32, Heading)>,
    /// What the cells of each column say, looked at when it is asked for: most rows that are tried are no headings.
    profiles: Vec<OnceCell<Profile>>,
}

/// The columns as one kind of table, and how well it fits.
pub(crate) struct Fit {
    pub(crate) slag: Tabellslag,
    pub(crate) score: f32,
    /// Field and score, column by column.
    fields: Vec<Option<Falt>>,
}

impl<'s, 'a> Candidate<'s, 'a> {
    pub(crate) fn new(
        sheet: &'s Sheet<'a>,
        heading_row: usize,
        first_row: usize,
        headings: Vec<(u32, Heading)>,
    ) -> Self {
        let headings = with_unheaded(sheet, first_row, headings);
        let profiles = headings.iter().map(|_| OnceCell::new()).collect();
        Candidate { sheet, heading_row, first_row, headings, profiles }
    }

    fn profile(&self, at: usize) -> &Profile {
        let of = (self.headings[at].0, self.headings.len());
        self.profiles[at].get_or_init(|| Profile::of(self.sheet, of, self.first_row))
    }

    /// How well the columns fit a kind; `None` where what it must have is missing. `asked`: a person says it is this kind.
    pub(crate) fn fit(&self, vocabulary: &Vocabulary, asked: bool) -> Option<Fit> {
        let mut fields: Vec<Option<(Falt, f32)>> = vec![None; self.headings.len()];
        self.by_heading(vocabulary, &mut fields);
        // What a table must have is said by its headings, but for the names of an economy table: most rows that are tried
        // end here, before a single cell is looked at.
        let found =
            |fields: &[Option<(Falt, f32)>], field| fields.iter().flatten().any(|(known, _)| *known == field);
        let said = match vocabulary.slag {
            Tabellslag::Uppdrag => &[Falt::Titel, Falt::Vad][..],
            Tabellslag::Aktiviteter | Tabellslag::Matetal => &[Falt::Titel],
            Tabellslag::Drift | Tabellslag::Verksamhet => &[Falt::Budget, Falt::Prognos, Falt::UtfallAck],
        };
        if !said.iter().any(|field| found(&fields, *field)) {
            return None;
        }
        self.by_cells(vocabulary, &mut fields);
        let has_names = match vocabulary.slag {
            Tabellslag::Drift | Tabellslag::Verksamhet => found(&fields, Falt::Namn),
            Tabellslag::Uppdrag | Tabellslag::Aktiviteter | Tabellslag::Matetal => true,
        };
        if !has_names || !(asked || self.is_plausible(vocabulary.slag, &fields)) {
            return None;
        }
        let score =
            fields.iter().flatten().map(|(field, score)| vocabulary.weight(*field) * score.min(1.2)).sum();
        let count = fields.iter().flatten().filter(|(field, _)| *field != Falt::Olast).count();
        let enough = if asked { count >= 1 } else { count >= 2 && score >= 3.0 };
        let fields = fields.into_iter().map(|field| field.map(|(field, _)| field)).collect();
        enough.then_some(Fit { slag: vocabulary.slag, score, fields })
    }

    /// As [`Candidate::fit`] where a person has said both the kind and the row: what can be told of the columns, however little.
    pub(crate) fn told(&self, vocabulary: &Vocabulary) -> Fit {
        let mut fields: Vec<Option<(Falt, f32)>> = vec![None; self.headings.len()];
        self.by_heading(vocabulary, &mut fields);
        self.by_cells(vocabulary, &mut fields);
        let weigh = |(field, score): &(Falt, f32)| vocabulary.weight(*field) * score.min(1.2);
        let score = fields.iter().flatten().map(weigh).sum();
        let fields = fields.into_iter().map(|field| field.map(|(field, _)| field)).collect();
        Fit { slag: vocabulary.slag, score, fields }
    }

    /// The best pairs of column and field first, each once.
    fn by_heading(&self, vocabulary: &Vocabulary, fields: &mut [Option<(Falt, f32)>]) {
        let latest =
            self.headings.iter().filter_map(|(_, heading)| heading.period).map(|period| period.year).max();
        let mut pairs: Vec<(f32, usize, Falt)> = Vec::new();
        for (at, (_, heading)) in self.headings.iter().enumerate() {
            // A bare year over numbers is the outcome of that year.
            if heading.words.is_empty() && heading.period.is_some() && vocabulary.slag == Tabellslag::Matetal
            {
                pairs.push((0.8 * self.profile(at).factor(Falt::Utfall), at, Falt::Utfall));
            }
            for (field, likeness) in vocabulary.scores(heading) {
                if likeness >= LEAST && !(field.is_amount() && is_other_amount(heading, field, latest)) {
                    pairs.push((likeness * self.profile(at).factor(field), at, field));
                }
            }
        }
        pairs.retain(|(score, ..)| *score >= LEAST);
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut taken: Vec<(Falt, Option<Period>, Option<u32>)> = Vec::new();
        for (score, at, field) in pairs {
            let heading = &self.headings[at].1;
            let key = match field {
                field if field.is_per_period() => (field, self.key_period(heading), heading.month),
                field => (field, None, None),
            };
            if fields[at].is_none() && (field == Falt::Olast || !taken.contains(&key)) {
                fields[at] = Some((field, score));
                taken.push(key);
            }
        }
    }

    /// "Utfall föregående år" and "Utfall" are two columns though neither says a year.
    fn key_period(&self, heading: &Heading) -> Option<Period> {
        heading.period.or(if heading.previous { Period::new(1990, 1) } else { None })
    }

    /// Columns whose headings say nothing, by what they hold.
    fn by_cells(&self, vocabulary: &Vocabulary, fields: &mut [Option<(Falt, f32)>]) {
        for at in 0..fields.len() {
            let taken = |field| fields.iter().flatten().any(|(known, _)| *known == field);
            if fields[at].is_some() || self.headings[at].1.printed {
                continue;
            }
            let evident = self.profile(at).evident();
            if let Some(field) = evident.filter(|field| vocabulary.weight(*field) > 0.0 && !taken(*field)) {
                fields[at] = Some((field, 0.6));
            } else if vocabulary.weight(Falt::Namn) > 0.0
                && !taken(Falt::Namn)
                && self.headings[at].1.words.is_empty()
                && self.profile(at).is_text()
            {
                fields[at] = Some((Falt::Namn, 0.6));
            }
        }
    }

    /// Whether the cells are what such a table holds, when nobody has said that it is one.
    fn is_plausible(&self, slag: Tabellslag, fields: &[Option<(Falt, f32)>]) -> bool {
        let column = |field| fields.iter().position(|known| known.is_some_and(|(known, _)| known == field));
        match slag {
            Tabellslag::Aktiviteter => true,
            // A list of codes and names is not yet one of uppdrag.
            Tabellslag::Uppdrag => {
                let any = |fields: &[Falt]| fields.iter().any(|field| column(*field).is_some());
                any(&[Falt::Vad, Falt::Varfor, Falt::OnskadEffekt])
                    || any(&[Falt::Ansvariga])
                        && any(&[Falt::Status, Falt::Mal, Falt::PeriodText, Falt::Kalla])
            }
            Tabellslag::Matetal => {
                [Falt::Utfall, Falt::Malvarde, Falt::Matenhet, Falt::Riktning, Falt::Frekvens, Falt::KoladaId]
                    .into_iter()
                    .any(|field| column(field).is_some())
            }
            Tabellslag::Drift | Tabellslag::Verksamhet => {
                let Some(name) = column(Falt::Namn) else { return false };
                // Volumes look like an economy table but for their unit.
                let counts_other_things =
                    (0..fields.len()).any(|at| fields[at].is_none() && self.profile(at).is_other_unit());
                let (drift, parts) = self.row_names(self.headings[name].0);
                let is_verksamhet = column(Falt::Del).is_some() || parts >= 2;
                let named_so = self.headings[name].1.words.iter().any(|word| word.contains("verksamhet"));
                !counts_other_things
                    && match slag {
                        Tabellslag::Verksamhet => is_verksamhet || named_so && drift < 0.3,
                        _ => !is_verksamhet && drift >= 0.3,
                    }
            }
        }
    }

    /// Of the names in a column: the share a drift table has, and how many of "Intäkter" and "Kostnader" stand as sections.
    fn row_names(&self, column: u32) -> (f32, usize) {
        let (mut names, mut drift, mut parts) = (0_usize, 0_usize, Vec::new());
        for index in self.first_row..self.sheet.len().min(self.first_row + PROFILE_ROWS) {
            let Some(row) = self.sheet.row(index) else { break };
            let name = row.cell(column).text();
            if name.is_empty() {
                continue;
            }
            names += 1;
            drift += usize::from(words::is_drift_row(&name));
            if let (Some(part), 1) = (words::del(&name), row.cells.len())
                && !parts.contains(&part)
            {
                parts.push(part);
            }
        }
        (drift as f32 / names.max(1) as f32, parts.len())
    }

    /// The table, read as the fit says.
    pub(crate) fn layout(self, fit: Fit, natural: Option<Tabellslag>, context: &Context) -> Layout {
        let said_year = context.said_year(self.sheet, self.heading_row);
        let unit = self.headings.iter().find_map(|(_, heading)| heading.unit);
        let columns: Vec<Column> = self
            .headings
            .into_iter()
            .zip(fit.fields)
            .map(|((column, heading), field)| {
                let per_period = field.filter(|field| field.is_per_period());
                let period = per_period.and_then(|field| context.period_of(field, &heading, said_year));
                // An outcome of an unknown time cannot be stored: the column shows as not read.
                let field = if per_period.is_some() && period.is_none() { None } else { field };
                Column { column, heading, field, period }
            })
            .collect();
        let amounts = columns.iter().filter(|c| c.field.is_some_and(Falt::is_amount));
        Layout {
            slag: fit.slag,
            heading_row: self.heading_row,
            first_row: self.first_row,
            year: amounts.filter_map(|c| c.heading.period).map(|period| period.year).max().or(said_year),
            unit: unit.or_else(|| context.said_unit(self.sheet, self.heading_row)),
            columns,
            natural,
        }
    }
}

/// Amounts that are not the ones reported: printed copies, earlier reports and years, budget to date.
fn is_other_amount(heading: &Heading, field: Falt, latest: Option<i32>) -> bool {
    let earlier = heading.period.zip(latest).is_some_and(|(period, latest)| period.year < latest);
    heading.printed || heading.previous || earlier || field == Falt::Budget && heading.accumulated
}

/// Adds the columns that have cells but no heading.
fn with_unheaded(
    sheet: &Sheet<'_>,
    first_row: usize,
    mut headings: Vec<(u32, Heading)>,
) -> Vec<(u32, Heading)> {
    for row in sheet.rows().skip(first_row).take(20) {
        for (column, _) in row.cells {
            if !headings.iter().any(|(known, _)| known == column) {
                headings.push((*column, Heading::default()));
            }
        }
    }
    headings.sort_by_key(|(column, _)| *column);
    headings
}

/// The table as a mapping file says, when its headings are in the sheet.
pub(crate) fn by_mapping(
    sheet: &Sheet<'_>,
    table: &Tabellkoppling,
    context: &Context,
) -> Result<Option<Layout>, ReadError> {
    let Some(vocabulary) = Vocabulary::of(table.slag) else { return Ok(None) };
    let mut wanted = Vec::new();
    for (heading, identifier) in &table.kolumner {
        wanted.push((plain(heading), identifier_field(vocabulary, identifier)?));
    }
    for (index, row) in sheet.rows().take(HEADER_SEARCH_ROWS).enumerate() {
        let texts: Vec<(u32, String)> = row
            .cells
            .iter()
            .map(|(column, cell)| (*column, cell.text().split_whitespace().collect::<Vec<_>>().join(" ")))
            .collect();
        let found = texts
            .iter()
            .filter(|(_, text)| wanted.iter().any(|(heading, _)| *heading == plain(text)))
            .count();
        let same = table
            .signatur
            .as_ref()
            .is_none_or(|s| *s == signature(texts.iter().map(|(_, text)| text.as_str())));
        if found == 0 || !same || found * 2 < wanted.iter().filter(|(_, field)| field.0.is_some()).count() {
            continue;
        }
        return Ok(Some(mapped_layout(sheet, table.slag, (index, texts), &wanted, context)));
    }
    Ok(None)
}

type Wanted = (String, (Option<Falt>, Option<Period>));

fn mapped_layout(
    sheet: &Sheet<'_>,
    slag: Tabellslag,
    (index, texts): (usize, Vec<(u32, String)>),
    wanted: &[Wanted],
    context: &Context,
) -> Layout {
    let said_year = context.said_year(sheet, index);
    let columns: Vec<Column> = texts
        .into_iter()
        .map(|(column, text)| {
            let heading = Heading::parse(&text);
            let known = wanted.iter().find(|(known, _)| *known == plain(&text)).map(|(_, known)| *known);
            let (field, period) = known.unwrap_or((None, None));
            let period = period
                .or_else(|| context.period_of(field.filter(|f| f.is_per_period())?, &heading, said_year));
            Column { column, heading, field, period }
        })
        .collect();
    Layout {
        slag,
        heading_row: index,
        first_row: index + 1,
        year: columns.iter().filter_map(|c| c.heading.period).map(|period| period.year).max().or(said_year),
        unit: columns.iter().find_map(|c| c.heading.unit).or_else(|| context.said_unit(sheet, index)),
        columns,
        natural: Some(slag),
    }
}

/// "titel", "utfall.2025-12"; an empty text is a column that is not read.
pub(crate) fn identifier_field(
    vocabulary: &Vocabulary,
    identifier: &str,
) -> Result<(Option<Falt>, Option<Period>), ReadError> {
    if identifier.is_empty() {
        return Ok((None, None));
    }
    let unknown = || ReadError::UnknownField { falt: identifier.to_owned() };
    let (name, period) = match identifier.split_once('.') {
        Some((name, period)) => (name, Some(Period::parse(period).ok_or_else(unknown)?)),
        None => (identifier, None),
    };
    Ok((Some(vocabulary.field(name).ok_or_else(unknown)?), period))
}

/// All kinds, or the one asked for.
pub(crate) fn kinds(som: Option<Tabellslag>) -> impl Iterator<Item = &'static Vocabulary> {
    const ALL: &[Vocabulary] = &vocabulary::ALL;
    ALL.iter().filter(move |vocabulary| som.is_none_or(|slag| vocabulary.slag == slag))
}
