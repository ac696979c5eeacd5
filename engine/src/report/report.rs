//! What one person is told, as one value. Field names are the JSON's: fields may
//! be added, and are never renamed or removed within one `schema_version`.

#[cfg(feature = "schemars")]
use schemars::JsonSchema;
use serde::Serialize;

use super::entries::{InterestPart, ModulePart, RolePart, SheetPart, SignPart, SpecialismPart};
use super::explained::RivalPart;
use super::languages::Languages;
use crate::catalogue::{Id, RoleIx, StartingPoint};
use crate::matching::Unranked;

/// What one person is told.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct Report<'c> {
    /// The version of this form: 1.
    pub schema_version: u32,
    /// What made the report.
    pub tool: Tool,
    /// The fingerprint of the data files.
    pub catalogue: &'c str,
    /// The languages of the data files.
    pub languages: Languages<'c>,
    /// What the respondent is called.
    pub respondent: Option<String>,
    /// Where the person starts from, if that was said; it changes no score.
    pub starting_point: Option<StartingPoint>,
    /// Whether there is a ranking, and if not, why.
    pub status: Status,
    /// How many questions were answered.
    pub answered: usize,
    /// How many were skipped.
    pub skipped: usize,
    /// The mean score over the measured interests, -1 to 1.
    pub level: Option<f64>,
    /// Whether the level is so far off the middle, by 0.5 or more, that nearly
    /// everything was disliked, or liked; null if it is not.
    pub level_far_off: Option<LevelFarOff>,
    /// How this person's best match compares with what people in general find in
    /// this catalogue: the share of them, 0 to 1, whose best match comes less close.
    /// Null if no role can be matched.
    pub closeness: Option<f64>,
    /// The interests in the questionnaire's order.
    pub interests: Vec<InterestPart<'c>>,
    /// The roles, best first; none unless the status is `ranked`.
    pub roles: Vec<RolePart<'c>>,
    /// The ids of the roles among which the best match is with 80 chances in 100: the
    /// fewest, by falling chance, that hold so much together.
    pub leading: Vec<&'c Id>,
    /// The same roles by their places in the catalogue.
    #[serde(skip)]
    pub leaders: Vec<RoleIx>,
    /// The ids of the roles that are too close to the first to call: each has a
    /// chance of at least 1 in 3 to suit better. By falling chance.
    pub too_close: Vec<&'c Id>,
    /// The same roles by their places in the catalogue.
    #[serde(skip)]
    pub close: Vec<RoleIx>,
    /// For each role but the first, what would put it ahead of the first; absent
    /// unless it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rivals: Option<Vec<RivalPart<'c>>>,
    /// The specialisms, best first.
    pub specialisms: Vec<SpecialismPart<'c>>,
    /// The modules by stage, then relevance.
    pub modules: Vec<ModulePart<'c>>,
    /// Signs of careless answering.
    pub signs: Vec<SignPart>,
    /// The answer code, which `score` takes in place of the answers; null if an interest
    /// counts neither 1 nor 2, which no code can say.
    pub code: Option<String>,
    /// What was answered.
    pub sheet: SheetPart<'c>,
}

/// The program that made a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct Tool {
    /// Its name.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
}

impl Default for Tool {
    /// This program.
    fn default() -> Self {
        Self { name: "rolefit", version: env!("CARGO_PKG_VERSION") }
    }
}

/// To which side of the middle a level lies far off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum LevelFarOff {
    /// Nearly everything was disliked. The best match is what is disliked least.
    Disliked,
    /// Nearly everything was liked.
    Liked,
}

impl LevelFarOff {
    /// From here on a level is far off: half of the way to the end of the scale. With
    /// the usual spread of interests nine in ten of them lie on the same side then.
    const LIMIT: f64 = 0.5;

    /// Where `level`, -1 to 1, lies, if it is far off.
    #[must_use]
    pub fn of(level: f64) -> Option<Self> {
        match level {
            _ if level <= -Self::LIMIT => Some(Self::Disliked),
            _ if level >= Self::LIMIT => Some(Self::Liked),
            _ => None,
        }
    }
}

/// Whether there is a ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// There is.
    Ranked,
    /// Fewer than three interests were measured.
    Insufficient,
    /// All interests that matter come out equal.
    Undifferentiated,
}

impl Status {
    /// The status of a person with or without a ranking.
    pub(crate) fn of<T>(ranking: &Result<T, Unranked>) -> Self {
        match ranking {
            Ok(_) => Self::Ranked,
            Err(Unranked::Insufficient) => Self::Insufficient,
            Err(Unranked::Undifferentiated) => Self::Undifferentiated,
        }
    }
}

impl Report<'_> {
    /// The version of this form.
    pub const SCHEMA_VERSION: u32 = 1;

    /// Whether `role` is one of those that lead.
    #[must_use]
    pub fn leads(&self, role: RoleIx) -> bool {
        self.leaders.contains(&role)
    }
}
