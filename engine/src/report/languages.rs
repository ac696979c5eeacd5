//! The languages that a catalogue is in.

#[cfg(feature = "schemars")]
use schemars::JsonSchema;
use serde::Serialize;

use crate::catalogue::Catalogue;

/// The languages that the texts of the data files are in, by their tags (BCP 47).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct Languages<'c> {
    /// That of the questions, the scale and the interests.
    pub questions: &'c str,
    /// That of the roles, modules and specialisms.
    pub careers: &'c str,
}

impl<'c> Languages<'c> {
    /// Those of `catalogue`.
    #[must_use]
    pub fn of(catalogue: &'c Catalogue) -> Self {
        Self {
            questions: catalogue.questionnaire().language.as_str(),
            careers: catalogue.careers().language.as_str(),
        }
    }
}
