//! What would mend a catalogue: the parts of an audit that say so. Field names are the JSON's.

#[cfg(feature = "schemars")]
use schemars::JsonSchema;
use serde::Serialize;

use crate::catalogue::Id;

/// Two roles that are too alike to be told apart by many.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct AlikePair<'c> {
    /// Their ids, in file order.
    pub roles: [&'c Id; 2],
    /// The correlation of the two profiles, -1 to 1.
    pub similarity: f64,
    /// The limit that it is above.
    pub limit: f64,
    /// The moves of one weight in one of the profiles that bring the pair to the limit, the
    /// smallest first; none if no one weight does it within the weights that the roles use.
    pub moves: Vec<WeightMove<'c>>,
    /// The smallest equal moves of two weights of one profile, one up and one down, that do;
    /// null if none do.
    pub two_moves: Option<[WeightMove<'c>; 2]>,
}

/// A weight of a profile, and what it would have to be.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct WeightMove<'c> {
    /// The id of the role whose profile it is.
    pub role: &'c Id,
    /// The id of the interest.
    pub interest: &'c Id,
    /// The weight as it is.
    pub from: f64,
    /// The weight as it would have to be.
    pub to: f64,
}

/// A role that comes first for people whom another truly suits best.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct CrowdingRole<'c> {
    /// Its id.
    pub id: &'c Id,
    /// The share of these people for whom it comes first, 0 to 1.
    pub share: f64,
}

/// A change of one weight, and how often the rare role then comes first.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct FreeingChange<'c> {
    /// The change: in the role's own profile, or in that of the role which comes first most
    /// often instead of it.
    pub change: WeightMove<'c>,
    /// The share of simulated respondents for whom the role then comes first, 0 to 1.
    pub first_share: f64,
    /// Whether that is 0.6 to 1.6 times an even share.
    pub is_enough: bool,
}

impl WeightMove<'_> {
    /// By how much the weight moves.
    #[must_use]
    pub fn by(&self) -> f64 {
        self.to - self.from
    }
}
