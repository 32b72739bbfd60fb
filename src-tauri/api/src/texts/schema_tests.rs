//! The schema as the files of `core/schema` write it, for the tests that ask for a word for every part of it.
#![allow(clippy::unwrap_used)]
use std::path::Path;

/// A line that says a column of a table of the plan; the tables of the log have no words.
pub(super) struct Column {
    pub(super) table: String,
    pub(super) name: String,
    /// The rest of the line: type and checks.
    pub(super) rest: String,
}

/// Every column of every table of the plan, those that later steps add included.
pub(super) fn columns() -> Vec<Column> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/schema");
    let mut steps: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    steps.sort();
    let texts = steps.iter().map(|step| std::fs::read_to_string(step).unwrap());
    let log = ["file_info", "change_set", "change", "checkpoint"];
    texts.flat_map(|text| of(&text)).filter(|column| !log.contains(&column.table.as_str())).collect()
}

/// The columns that one step creates or adds.
fn of(step: &str) -> Vec<Column> {
    let mut found = vec![];
    let mut table = None::<&str>;
    for line in step.lines() {
        if let Some(head) = line.strip_prefix("CREATE TABLE ") {
            table = head.split_whitespace().next();
        } else if let Some((altered, column)) =
            line.strip_prefix("ALTER TABLE ").and_then(|rest| rest.split_once(" ADD COLUMN "))
        {
            found.extend(column_of(altered.trim(), column));
        } else if line.starts_with(')') {
            table = None;
        } else if let Some(table) = table {
            found.extend(column_of(table, line));
        }
    }
    found
}

fn column_of(table: &str, line: &str) -> Option<Column> {
    let (name, rest) = line.trim().split_once(char::is_whitespace)?;
    let is_name = name.chars().all(|c| c.is_ascii_lowercase() || c == '_' || c.is_ascii_digit());
    is_name.then(|| Column { table: table.to_owned(), name: name.to_owned(), rest: rest.to_owned() })
}

#[test]
fn a_column_that_a_later_step_adds_is_seen_too() {
    let step = "ALTER TABLE aktivitet ADD COLUMN prioritet INTEGER;\n";
    let added: Vec<_> = of(step).into_iter().map(|c| (c.table, c.name)).collect();
    assert_eq!(added, [("aktivitet".to_owned(), "prioritet".to_owned())]);
    assert!(columns().len() > 150, "the schema was not read: {} columns", columns().len());
}
