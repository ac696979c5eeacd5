//! A line of a cohort.

#[cfg(feature = "schemars")]
use schemars::JsonSchema;
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::brief::Brief;
use super::report::Report;

/// What becomes of a row.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[serde(untagged)]
pub enum Record<'c> {
    /// A ranking.
    Brief(Carried<Brief<'c>>),
    /// A whole report.
    Full(Box<Carried<Report<'c>>>),
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
}

/// Cells by their headings, in the order asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kept(pub Vec<(String, String)>);

impl Kept {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
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

impl Serialize for Kept {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (heading, cell) in &self.0 {
            map.serialize_entry(heading, cell)?;
        }
        map.end()
    }
}

/// A row that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct Rejected {
    /// Who answered, where that could still be read: for a table's own column.
    #[serde(skip)]
    pub respondent: Option<String>,
    /// Where and why.
    pub error: RowError,
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct RowError {
    /// The line on which the row begins, from 1.
    pub line: u64,
    /// What is wrong with it.
    pub message: String,
}
