//! Typed ids: a UUIDv7 as BLOB(16) in the file and as text in JSON. Ids are given out by [`crate::document::Environment`], never here.
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

macro_rules! id_types {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        pub struct $name(pub Uuid);

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                $name(id)
            }
        }

        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::Borrowed(ValueRef::Blob(self.0.as_bytes())))
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                Uuid::from_slice(value.as_blob()?)
                    .map($name)
                    .map_err(|_| FromSqlError::InvalidType)
            }
        }
    )*};
}

/// Ids of one kind each: every one is also the id of a thing.
macro_rules! thing_ids {
    ($($name:ident),* $(,)?) => {
        id_types!($($name),*);

        $(impl From<$name> for ThingId {
            fn from(id: $name) -> Self {
                ThingId(id.0)
            }
        })*
    };
}

id_types! {
    /// Any thing of the plan, where the kind is known from elsewhere.
    ThingId,
}

thing_ids! {
    OrganisationId,
    BefattningId,
    NivaId,
    MalId,
    UppdragId,
    AktivitetId,
    DelaktivitetId,
    StatusradId,
    MatetalId,
    DriftradId,
    VerksamhetId,
    UppfoljningId,
    AvsnittstextId,
    RapportId,
}
