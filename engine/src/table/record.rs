//! What is written of a row: what its sheet says, or why it could not be read.

use std::borrow::Cow;

#[cfg(feature = "schemars")]
use schemars::JsonSchema;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::error::RowError;
use super::row::Row;

/// What becomes of a row: `B` is told in brief, or `F` in full.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[cfg_attr(
    feature = "schemars",
    schemars(rename = "Record", description = "What becomes of a row.")
)]
#[serde(untagged)]
pub enum Record<B, F> {
    /// A ranking.
    Brief(Carried<B>),
    /// A whole report.
    Full(Box<Carried<F>>),
    /// Why the row could not be read.
    Rejected(Carried<Rejected>),
}

/// What is told of a row, and what was carried through from it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(rename = "Carried{T}"))]
pub struct Carried<T> {
    /// What is told.
    #[serde(flatten)]
    pub told: T,
    /// The columns carried through; absent if there are none.
    #[serde(skip_serializing_if = "Kept::is_empty")]
    pub kept: Kept,
    /// The file that the row is from, where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// Cells by their headings, in the order asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kept(pub Vec<(String, String)>);

/// A row that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct Rejected {
    /// Who answered, where that could still be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub respondent: Option<String>,
    /// Where and why.
    pub error: RowError,
}

impl Kept {
    /// The cells of `row` in the columns with these headings and places; none if its
    /// cells could not be read.
    #[must_use]
    pub fn of(row: &Row<'_>, columns: &[(String, usize)]) -> Self {
        let cell = |(heading, place): &(String, usize)| {
            Some((heading.clone(), row.cell(*place)?.to_owned()))
        };
        Self(columns.iter().filter_map(cell).collect())
    }

    /// Whether no column is carried through.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Rejected {
    /// That `row` could not be read.
    #[must_use]
    pub fn of(row: &Row<'_>, error: RowError) -> Self {
        let respondent = row.respondent().filter(|name| !name.is_empty());
        Self { respondent: respondent.map(Cow::into_owned), error }
    }
}

impl Serialize for Kept {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (heading, cell) in &self.0 {
            map.serialize_entry(heading, cell)?;
        }
        map.end()
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for Kept {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Kept".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        <std::collections::BTreeMap<String, String>>::json_schema(generator)
    }
}
