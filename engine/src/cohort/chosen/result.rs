//! What is told of choices. Field names are the JSON's.

#[cfg(feature = "schemars")]
use schemars::JsonSchema;
use serde::Serialize;

use crate::catalogue::Id;
use crate::cohort::suppressed::Suppressed;

/// What people were told, against what they chose later.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct Chosen<'c> {
    /// The column in which the choices stand.
    pub column: String,
    /// What the figures do not say.
    pub notice: &'static str,
    /// How many chose a role and could be matched: the figures are of them.
    pub respondents: u64,
    /// Of how many no choice is known, or one that is no role.
    pub without: u64,
    /// How many chose a role and could not be matched.
    pub unmatched: u64,
    /// Of how many the choice is written in a text that is no role.
    pub unknown: u64,
    /// The figures; null for fewer than ten people, or where they would tell of single ones.
    pub figures: Option<ChosenFigures<'c>>,
}

/// How often it came true.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct ChosenFigures<'c> {
    /// The chosen role had been the first.
    pub first: HitRate,
    /// It had been among the first three.
    pub first_three: HitRate,
    /// It had been in the leading set, the smallest that holds 80 % of the chances.
    pub leading: HitRate,
    /// How many roles the leading set has, on average.
    pub leading_size: f64,
    /// Always naming the role that most of the others chose.
    pub usual: BaseRate<'c>,
    /// The chance of the first role as it was stated, against how often that was chosen.
    pub stated: StatedAgainstObserved,
    /// The roles that were chosen, by falling number of people; small ones are left out.
    pub roles: Vec<ChosenRole<'c>>,
    /// What is left out of the roles.
    pub suppressed: Suppressed,
}

/// How often the choice had been among what was told.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct HitRate {
    /// For how many people.
    pub hits: u64,
    /// For which share of them, 0 to 1.
    pub share: f64,
    /// The lower limit of its 95 % interval (Wilson 1927).
    pub lower: f64,
    /// The upper limit.
    pub upper: f64,
    /// How many hits there would be on average if choices had nothing to do with answers: each
    /// person with the choice of another, at random.
    pub expected: f64,
    /// How likely such a shuffle has as many hits or more, above 0 and at most 1 (by drawing
    /// shuffles; Phipson and Smyth 2010).
    pub p: f64,
}

/// Naming to each person the role that most of the others chose; ties are shared.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct BaseRate<'c> {
    /// The ids of the roles that most chose.
    pub roles: Vec<&'c Id>,
    /// How many chose each of these.
    pub respondents: u64,
    /// For how many people it would be right, each tie a part.
    pub hits: f64,
    /// For which share, 0 to 1.
    pub share: f64,
    /// Whether the first role is right more often, person by person; null where the figures of
    /// a most usual role are left out, and where the most usual role leads the next by fewer than
    /// two people: leaving one person out would then turn round which it is.
    pub paired: Option<PairedHits>,
}

/// For how many one of two was right and the other was not.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct PairedHits {
    /// The first role was right, and the most usual one was not.
    pub first_alone: u64,
    /// It was the other way round.
    pub usual_alone: u64,
    /// How likely chance alone makes these two as different, 0 to 1 (the exact test of `McNemar`).
    pub p: f64,
}

/// The chances of first roles, as they were stated and as they came true.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct StatedAgainstObserved {
    /// The mean of the stated chances, 0 to 1.
    pub stated: f64,
    /// The share for whom the first role was chosen, 0 to 1.
    pub observed: f64,
    /// How likely hits as far from the stated chances are if these hold, 0 to 1 (Poisson
    /// binomial, exact).
    pub p: f64,
    /// The people by their stated chance, the lowest first, ten or more in each.
    pub bins: Vec<StatedBin>,
}

/// People whose first role was stated with about the same chance.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct StatedBin {
    /// The chances begin here, 0 to 1.
    pub from: f64,
    /// They end below this.
    pub to: f64,
    /// How many people they are.
    pub respondents: u64,
    /// Their mean stated chance.
    pub stated: f64,
    /// How many of them chose their first role.
    pub hits: u64,
    /// Which share that is.
    pub observed: f64,
    /// The lower limit of its 95 % interval (Wilson 1927).
    pub lower: f64,
    /// The upper limit.
    pub upper: f64,
}

/// A role that people chose.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct ChosenRole<'c> {
    /// Its id.
    pub id: &'c Id,
    /// Its name.
    pub name: &'c str,
    /// How many chose it.
    pub respondents: u64,
    /// For how many of them it had been the first.
    pub first: u64,
    /// For how many among the first three.
    pub first_three: u64,
    /// For how many in the leading set.
    pub leading: u64,
}
