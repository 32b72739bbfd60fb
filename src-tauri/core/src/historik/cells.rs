//! The JSON of a log row: its key and its cells, read without copying where possible.
//! Only three sorts of value occur: nothing, a whole number, text (ids are text in hex).
use std::borrow::Cow;
use std::fmt;

use rusqlite::types::{ToSqlOutput, Value};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

use crate::document::tables::Column;

/// A value of a log row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cell<'a> {
    Null,
    Int(i64),
    Text(Cow<'a, str>),
}

impl Cell<'_> {
    /// The value as it stands in a column; `None` when it cannot be one (an id that is not hex).
    pub(crate) fn for_column(&self, column: &Column) -> Option<ToSqlOutput<'_>> {
        Some(match self {
            Cell::Null => ToSqlOutput::Owned(Value::Null),
            Cell::Int(n) => ToSqlOutput::Owned(Value::Integer(*n)),
            Cell::Text(hex) if column.blob => ToSqlOutput::Owned(Value::Blob(from_hex(hex)?)),
            Cell::Text(text) => ToSqlOutput::from(text.as_ref()),
        })
    }

    /// The same value, independent of the log row it was read from.
    pub(crate) fn into_owned(self) -> Cell<'static> {
        match self {
            Cell::Null => Cell::Null,
            Cell::Int(n) => Cell::Int(n),
            Cell::Text(text) => Cell::Text(Cow::Owned(text.into_owned())),
        }
    }

    /// The text, when it is one.
    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Cell::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// Bytes from hex letters.
pub(crate) fn from_hex(hex: &str) -> Option<Vec<u8>> {
    let digits = hex.as_bytes();
    if !digits.len().is_multiple_of(2) {
        return None;
    }
    let nibble = |b: u8| (b as char).to_digit(16);
    digits.chunks_exact(2).map(|pair| Some((nibble(pair[0])? * 16 + nibble(pair[1])?) as u8)).collect()
}

impl<'de: 'a, 'a> Deserialize<'de> for Cell<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct CellVisitor;
        impl<'de> Visitor<'de> for CellVisitor {
            type Value = Cell<'de>;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("null, a whole number or text")
            }
            fn visit_unit<E>(self) -> Result<Cell<'de>, E> {
                Ok(Cell::Null)
            }
            fn visit_i64<E>(self, n: i64) -> Result<Cell<'de>, E> {
                Ok(Cell::Int(n))
            }
            fn visit_u64<E: serde::de::Error>(self, n: u64) -> Result<Cell<'de>, E> {
                i64::try_from(n).map(Cell::Int).map_err(E::custom)
            }
            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Cell<'de>, E> {
                Ok(Cell::Text(Cow::Borrowed(text)))
            }
            fn visit_str<E>(self, text: &str) -> Result<Cell<'de>, E> {
                Ok(Cell::Text(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_any(CellVisitor)
    }
}

/// A column's name in a log row.
#[derive(serde::Deserialize)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);

/// The cells of a log row in the order written: `Cell` for I and D, `(Cell, Cell)` (old, new) for U.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cells<'a, T>(pub(crate) Vec<(Cow<'a, str>, T)>);

impl<T> Cells<'_, T> {
    /// The value of one column.
    pub(crate) fn get(&self, name: &str) -> Option<&T> {
        self.0.iter().find(|(n, _)| n == name).map(|(_, value)| value)
    }
}

impl<'de: 'a, 'a, T: Deserialize<'de>> Deserialize<'de> for Cells<'a, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct CellsVisitor<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for CellsVisitor<T> {
            type Value = Cells<'de, T>;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("the cells of a row")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut cells = Vec::with_capacity(8);
                while let Some((Name(name), value)) = map.next_entry()? {
                    cells.push((name, value));
                }
                Ok(Cells(cells))
            }
        }
        deserializer.deserialize_map(CellsVisitor(std::marker::PhantomData))
    }
}

/// One row of the log, understood.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Logged<'a> {
    Insert(Cells<'a, Cell<'a>>),
    Update(Cells<'a, (Cell<'a>, Cell<'a>)>),
    Delete(Cells<'a, Cell<'a>>),
}

impl<'a> Logged<'a> {
    /// `None` when the row is not of the shape the triggers write.
    pub(crate) fn parse(op: &str, cells: &'a str) -> Option<Logged<'a>> {
        match op {
            "I" => serde_json::from_str(cells).ok().map(Logged::Insert),
            "U" => serde_json::from_str(cells).ok().map(Logged::Update),
            "D" => serde_json::from_str(cells).ok().map(Logged::Delete),
            _ => None,
        }
    }
}

/// The key of a log row.
pub(crate) fn parse_key(row: &str) -> Option<Vec<Cell<'_>>> {
    serde_json::from_str(row).ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn cells_are_read_as_they_were_written() {
        let Logged::Update(cells) = Logged::parse("U", r#"{"titel":["a","b\n"],"nr":[null,-3]}"#).unwrap()
        else {
            panic!("an update");
        };
        assert_eq!(cells.get("titel").unwrap().1.text(), Some("b\n"));
        assert_eq!(cells.get("nr"), Some(&(Cell::Null, Cell::Int(-3))));
    }

    #[test]
    fn a_row_that_no_trigger_writes_is_not_understood() {
        assert!(Logged::parse("X", "{}").is_none());
        assert!(Logged::parse("U", r#"{"a":1}"#).is_none());
        assert!(Logged::parse("I", r#"{"a":1.5}"#).is_none());
    }

    #[test]
    fn hex_is_read_in_either_case() {
        assert_eq!(from_hex("0aFF"), Some(vec![0x0a, 0xff]));
        assert_eq!(from_hex("0"), None);
        assert_eq!(from_hex("å"), None);
    }
}
