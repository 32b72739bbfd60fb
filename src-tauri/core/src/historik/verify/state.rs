//! The plan as the log says it must be: rows folded forward, held compactly. A row that does not follow from what
//! stood before it is told by `None`.
use foldhash::HashMap;

use crate::document::tables::{Default, Table};
use crate::historik::cells::{Cell, Cells, Logged, parse_key};

/// A cell of the folded plan. Ids are hex, as in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Held {
    Null,
    Int(i64),
    Text(Box<str>),
}

impl Held {
    fn of(cell: &Cell<'_>) -> Held {
        match cell {
            Cell::Null => Held::Null,
            Cell::Int(n) => Held::Int(*n),
            Cell::Text(text) => Held::Text(text.as_ref().into()),
        }
    }

    fn of_default(default: &Default) -> Held {
        match default {
            Default::Null => Held::Null,
            Default::Int(n) => Held::Int(*n),
            Default::Text(text) => Held::Text(text.as_str().into()),
        }
    }

    fn is(&self, cell: &Cell<'_>) -> bool {
        match (self, cell) {
            (Held::Null, Cell::Null) => true,
            (Held::Int(a), Cell::Int(b)) => a == b,
            (Held::Text(a), Cell::Text(b)) => **a == **b,
            _ => false,
        }
    }
}

/// The rows of one table: key as JSON → cells in the schema's order.
pub(super) struct Rows<'t> {
    pub(super) table: &'t Table,
    names: Vec<&'t str>,
    defaults: Vec<Held>,
    key_length: usize,
    pub(super) rows: HashMap<Box<str>, Box<[Held]>>,
}

impl<'t> Rows<'t> {
    fn of(table: &'t Table) -> Rows<'t> {
        Rows {
            table,
            names: table.cells().map(|c| c.name.as_str()).collect(),
            defaults: table.cells().map(|c| Held::of_default(&c.default)).collect(),
            key_length: table.key().len(),
            rows: HashMap::default(),
        }
    }

    /// Where a column stands; `guess` is right when the columns come in order.
    fn place(&self, guess: usize, name: &str) -> Option<usize> {
        match self.names.get(guess) {
            Some(there) if *there == name => Some(guess),
            _ => self.names.iter().position(|n| *n == name),
        }
    }

    fn follow(&mut self, row: &str, logged: &Logged<'_>) -> Option<()> {
        match logged {
            Logged::Insert(cells) => {
                if parse_key(row)?.len() != self.key_length {
                    return None;
                }
                let held = self.row_of(cells)?;
                self.rows.insert(row.into(), held).is_none().then_some(())
            }
            Logged::Update(cells) => {
                let places: Option<Vec<usize>> =
                    cells.0.iter().enumerate().map(|(n, (name, _))| self.place(n, name)).collect();
                let places = places?;
                let held = self.rows.get_mut(row)?;
                let mut follows = true;
                for (place, (_, (old, new))) in places.into_iter().zip(&cells.0) {
                    follows &= held[place].is(old);
                    held[place] = Held::of(new);
                }
                follows.then_some(())
            }
            Logged::Delete(cells) => {
                let held = self.rows.remove(row)?;
                (self.row_of(cells)? == held).then_some(())
            }
        }
    }

    /// Cells that an older schema did not have get their default, as the migration gave it to them.
    fn row_of(&self, cells: &Cells<'_, Cell<'_>>) -> Option<Box<[Held]>> {
        if cells.0.len() == self.names.len() && cells.0.iter().map(|(name, _)| name).eq(&self.names) {
            return Some(cells.0.iter().map(|(_, value)| Held::of(value)).collect());
        }
        let mut held = self.defaults.clone();
        for (n, (name, value)) in cells.0.iter().enumerate() {
            held[self.place(n, name)?] = Held::of(value);
        }
        Some(held.into_boxed_slice())
    }
}

/// All tables.
pub(super) struct State<'t> {
    pub(super) tables: Vec<Rows<'t>>,
    /// The table of the last row: the next is most often of the same.
    latest: usize,
}

impl<'t> State<'t> {
    pub(super) fn of(tables: &'t [Table]) -> State<'t> {
        State { tables: tables.iter().map(Rows::of).collect(), latest: 0 }
    }

    /// Takes in one row of the log; `None` when it cannot be read or does not follow.
    pub(super) fn follow(&mut self, table: &str, row: &str, op: &str, cells: &str) -> Option<()> {
        let logged = Logged::parse(op, cells)?;
        self.table(table)?.follow(row, &logged)
    }

    /// Takes in a canonical dump.
    pub(super) fn load(&mut self, dump: &str) -> Option<()> {
        let mut name = "";
        for line in dump.lines() {
            match line.strip_prefix("# ") {
                Some(table) => name = table,
                None => {
                    let (row, cells) = line.split_once('\t')?;
                    self.follow(name, row, "I", cells)?;
                }
            }
        }
        Some(())
    }

    fn table(&mut self, name: &str) -> Option<&mut Rows<'t>> {
        if self.tables.get(self.latest).is_none_or(|t| t.table.name != name) {
            self.latest = self.tables.iter().position(|t| t.table.name == name)?;
        }
        self.tables.get_mut(self.latest)
    }
}
