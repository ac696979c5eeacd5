//! What is left out, so that no figure tells of single people.

#[cfg(feature = "schemars")]
use schemars::JsonSchema;
use serde::Serialize;

/// Groups, or roles, that are left out, so that no figure tells of single people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct Suppressed {
    /// How many groups.
    pub groups: u64,
    /// How many people they have together.
    pub respondents: u64,
}
