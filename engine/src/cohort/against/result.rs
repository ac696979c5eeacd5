//! What is told of a cohort that is set against an earlier one. Field names are the JSON's.

#[cfg(feature = "schemars")]
use schemars::JsonSchema;
use serde::Serialize;

use crate::catalogue::Id;
use crate::cohort::difference::{MeanDifference, ShareDifference};

/// What differs between two cohorts of different people, as far as it is told of both.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct Against<'c> {
    /// The fingerprint of the data files of the earlier one.
    pub catalogue: &'c str,
    /// What the differences do not say.
    pub notice: &'static str,
    /// Everybody.
    #[serde(flatten)]
    pub all: PeopleAgainst<'c>,
    /// The groups of which both are told, by name.
    pub groups: Vec<GroupAgainst<'c>>,
    /// The names of groups of which one alone is told.
    pub groups_once: Vec<String>,
    /// The ids of roles and of interests that only the later one has.
    pub only_now: OnlyThere<'c>,
    /// The ids of those that only the earlier one had.
    pub only_before: OnlyThere<'c>,
}

/// What one of two pairs of data files has alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct OnlyThere<'c> {
    /// Roles.
    pub roles: Vec<&'c Id>,
    /// Interests.
    pub interests: Vec<&'c Id>,
}

/// Some people set against others.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct PeopleAgainst<'c> {
    /// How many they are.
    pub respondents: u64,
    /// How many the others were.
    pub respondents_before: u64,
    /// The roles of both, in the order of the later cohort; none where they are not told of one.
    pub roles: Vec<RoleAgainst<'c>>,
    /// The interests of both, in the questionnaire's order.
    pub interests: Vec<InterestAgainst<'c>>,
}

/// A role, over the people of both who can be matched.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct RoleAgainst<'c> {
    /// Its id.
    pub id: &'c Id,
    /// Its name.
    pub name: &'c str,
    /// The share for whom it comes first. Its p values are corrected over the roles.
    pub first: ShareDifference,
    /// The share for whom it is expected to be the best match, which is drawn toward even. Its
    /// p values are corrected over the roles.
    pub expected: MeanDifference,
}

/// An interest, over the people of both who answered a question on it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct InterestAgainst<'c> {
    /// Its id.
    pub id: &'c Id,
    /// Its name.
    pub name: &'c str,
    /// The mean observed score, -1 to 1. Its p values are corrected over the interests.
    pub mean: MeanDifference,
}

/// The people of one group set against those of the same group.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct GroupAgainst<'c> {
    /// The group; empty for those who named none.
    pub group: String,
    /// They.
    #[serde(flatten)]
    pub people: PeopleAgainst<'c>,
}
