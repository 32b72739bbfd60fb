//! Patches: a struct beside each thing where every field is optional. Not given = left alone; `null` = emptied, where the
//! field may be empty. The same struct creates a thing: what is not given keeps its default.
use serde::{Deserialize, Deserializer};

use crate::{Result, text};

/// Declares a patch: each field with its type in the thing and the check it goes through on the way in.
macro_rules! patch {
    ($(#[$doc:meta])* $name:ident for $thing:ident { $($field:ident: $type:ty = $check:ident),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(deny_unknown_fields)]
        #[ts(optional_fields)]
        pub struct $name {
            $(
                #[doc = concat!("See [`", stringify!($thing), "`].")]
                #[serde(default, deserialize_with = "crate::patch::given", skip_serializing_if = "Option::is_none")]
                pub $field: Option<$type>,
            )*
        }

        impl $name {
            /// Puts what is given into the thing, checked field by field.
            pub(crate) fn apply(&self, thing: &mut $thing) -> crate::Result<()> {
                $(if let Some(value) = &self.$field {
                    thing.$field = crate::patch::$check(stringify!($field), value)?;
                })*
                Ok(())
            }
        }
    };
}
pub(crate) use patch;

/// A field that stands in the JSON is given, also when it is `null`.
pub(crate) fn given<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> std::result::Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// Any value that its type already keeps right.
pub(crate) fn plain<T: Clone>(_field: &'static str, value: &T) -> Result<T> {
    Ok(value.clone())
}

/// An obligatory title, at most 1 000 characters, without a personnummer.
pub(crate) fn titel(field: &'static str, value: &str) -> Result<String> {
    text::title(field, value, text::MAX_TITEL)
}

/// An obligatory name of a node or function, at most 500 characters, without a personnummer.
pub(crate) fn namn(field: &'static str, value: &str) -> Result<String> {
    text::title(field, value, text::MAX_NAMN)
}

/// An obligatory short name that fits a table, at most 200 characters.
pub(crate) fn radnamn(field: &'static str, value: &str) -> Result<String> {
    text::title(field, value, 200)
}

/// An obligatory name of a level, at most 100 characters.
pub(crate) fn nivanamn(field: &'static str, value: &str) -> Result<String> {
    text::title(field, value, 100)
}

/// A person's name or address, which may be empty.
pub(crate) fn person(field: &'static str, value: &str) -> Result<String> {
    text::name(field, value)
}

/// One line that may be empty.
pub(crate) fn line(field: &'static str, value: &str) -> Result<String> {
    text::line(field, value)
}

/// Free text of any number of lines, at most 200 000 characters.
pub(crate) fn free(field: &'static str, value: &str) -> Result<String> {
    text::free(field, value)
}
